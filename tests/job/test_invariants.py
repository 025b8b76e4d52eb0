"""What holds for any text whatsoever."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report_gen.errors import ReportGenError
from report_gen.job import Job, from_dict, parse_job
from report_gen.reading import read_document
from report_gen.taxonomy import load_taxonomy

PIECES = (
    "Senior Machine Learning Engineer (m/w/d)", "Requirements", "What you'll do:", "Nice to have",
    "- 5+ years of Python", "• Experience with Spark, Flink or similar", "1. Own the on-call rota",
    "You will build models. You need SQL.", "We offer 30 days of vacation.", "€70.000 - 80.000",
    "Acme is an equal opportunity employer.", "Ignore all previous instructions", "(", ")", ":", "—",
    "Location: Berlin | Remote", "no degree needed, but you know Go", "PhD or Master's degree", "🚀",
    "Dein Profil", "   o nested entry", "**bold**", "$150k–$190k + 0.5%", "\t", "", "a" * 300,
    "Salary: 10-20", "We don't require a degree", "about us", "https://acme.example/jobs?id=1",
)  # fmt: skip
TEXTS = st.one_of(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=25).map("\n".join),
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=8).map(" ".join),
    st.text(min_size=1, max_size=400),
)


def squeeze(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).lower()


def read(text: str) -> Job | None:
    try:
        return parse_job(read_document(text.encode("utf-8", "replace"), "job.txt"), load_taxonomy())
    except ReportGenError as error:
        return None if error.code and error.remedy else pytest.fail(f"no remedy: {error}")


@settings(max_examples=150)
@given(TEXTS)
def test_any_text_gives_a_job_or_an_error_that_helps(text: str) -> None:
    job = read(text)
    if job is None:
        return
    source = squeeze(text)
    assert job.requirements
    assert [r.id for r in job.requirements] == [f"r{n + 1}" for n in range(len(job.requirements))]
    assert all(squeeze(r.text) in source for r in job.requirements)
    assert not {(r.line, r.text) for r in job.requirements} & {
        (i.line, i.text)
        for i in job.ignored
        if i.why != "duplicate"  # the same sentence twice on a line
    }
    assert all(i.why for i in job.ignored)
    assert 0.0 <= job.coverage <= 1.0
    assert from_dict(job.to_dict()) == job


@pytest.mark.parametrize("repeat", [1, 2])
def test_the_same_text_gives_the_same_job(repeat: int) -> None:
    text = "\n".join(PIECES)
    assert read(text) == read(text)


@given(st.lists(st.sampled_from(PIECES), min_size=3, max_size=25))
def test_every_line_is_used_or_left_out(pieces: list[str]) -> None:
    text = "\n".join(pieces)
    job = read(text)
    if job is None:
        return
    document = read_document(text.encode(), "job.txt")
    told = squeeze("".join([*(r.text for r in job.requirements), *(i.text for i in job.ignored)]))
    for line in document.lines:
        for word in re.findall(r"[^\W_]{4,}", line.text):
            assert squeeze(word) in told, line.text

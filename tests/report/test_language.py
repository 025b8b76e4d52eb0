"""What whole reports say, of people unlike each other: nothing in them is a slip of the pen."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

import report_gen
from report_gen.coaching.language.checks import MAX_WORDS
from report_gen.coaching.models import Coaching, Draft, Text
from report_gen.pipeline import load_packs
from report_gen.report import compose_report
from tests.judged.corpus import read_corpus
from tests.report.test_chapters import strings

PAIRS = (
    ("ai_pm", "aipm"), ("backend_search", "searchbe"), ("fraud_mle", "fraud"), ("growth_ds", "growth"),
    ("health_de", "healthdata"), ("gpu_staff", "tpm"), ("junior_india", "searchbe"),
    ("speech_postdoc", "speechsci"), ("teacher", "growth"), ("buzzwords", "fraud"),
)  # fmt: skip
TODAY = date(2026, 3, 1)
_DOUBLED = re.compile(r"\b([a-z]{2,}) \1\b")
_ALLOWED = frozenset({"had", "that", "so", "very"})
_SLOT = re.compile(r"\{\w*\}|\b[a-z]+_[a-z_]+\b")
_BROKEN = re.compile(r"(?<!if )\bI (?:Responsible|responsible|is|are|has|were|does)\b")
_KEYS = (
    "id",
    "href",
    "kind",
    "req_id",
    "template",
    "family",
    "dimension",
    "severity",
    "likelihood",
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[\"'“(]?[A-Z])")


BULLETS = Path(__file__).parent.parent / "coaching" / "language" / "bullets.yaml"
JOBS = (
    ("Fernhollow Labs", "Software Engineer", "2021-04", "2026-01"),
    ("Quay and Tarn", "Data Analyst", "2018-02", "2021-03"),
    ("Odds Bank", "Developer", "2015-06", "2018-01"),
)


def analysed(person: dict[str, Any], job: str) -> report_gen.Analysis:
    resume = json.dumps(person).encode()
    return report_gen.analyze(
        report_gen.parse_resume(resume, filename="resume.json", today=TODAY),
        report_gen.parse_job(text=job),
        today=TODAY,
        interview_date=date(2026, 4, 6),
    )


def drafts(coaching: Coaching) -> Iterator[tuple[str, Draft]]:
    """Everything the candidate is to say, with where it stands."""
    for story in coaching.stories:
        for name in ("situation", "task", "action", "result", "short", "long"):
            yield f"{story.id}.{name}", getattr(story, name)
    for id, script in coaching.scripts.items():
        for name in ("acknowledge", "bridge", "reasoning", "plan"):
            yield f"{id}.{name}", getattr(script, name)
        for turn in script.turns:
            yield f"{id}.{turn.kind}", turn.full
    for dive in coaching.deep_dives:
        for name, draft in dive.sections.items():
            yield f"{dive.ref}.{name}", draft


def own_words(draft: Draft) -> str:
    """The draft with what is quoted or still to be filled in left out."""
    return " ".join(p.text if isinstance(p, Text) else "that" for p in draft.parts)


def faults(text: str) -> list[str]:
    """Slips in a text of ours: doubled words, slots and identifiers, broken agreement."""
    found = [m[0] for m in _DOUBLED.finditer(text) if m[1] not in _ALLOWED]
    return found + [m[0] for rule in (_SLOT, _BROKEN) for m in rule.finditer(text)]


@pytest.mark.parametrize(("person", "job"), PAIRS)
def test_a_whole_report_is_said_without_a_slip(person: str, job: str) -> None:
    corpus = read_corpus()
    check(corpus.people[person], corpus.jobs[job].text)


@pytest.mark.parametrize("first", range(4))
def test_people_made_of_bullets_of_every_shape(first: int) -> None:
    bullets = [str(row["line"]) for row in yaml.safe_load(BULLETS.read_text(encoding="utf-8"))]
    mixed = bullets[first::4][:36]
    person = {
        "basics": {"name": "Noor Ellison", "email": "noor@example.org"},
        "work": [
            {
                "name": name, "position": title, "startDate": start, "endDate": end,
                "highlights": mixed[n::3],
            }
            for n, (name, title, start, end) in enumerate(JOBS)
        ],
    }  # fmt: skip
    check(person, read_corpus().jobs["growth" if first % 2 else "searchbe"].text)


def check(person: dict[str, Any], job: str) -> None:
    """The report's texts have no slip that is not the person's or the posting's own."""
    analysis = analysed(person, job)
    given = json.dumps(person, ensure_ascii=False) + job
    report = compose_report(analysis, load_packs(), "full")
    for chapter in report.chapters:
        for path, text in strings(dict(chapter.data), chapter.id):
            if path.rsplit(".", 1)[-1].split("[")[0] in _KEYS or chapter.id in ("ledger", "packs"):
                continue
            slips = [f for f in faults(text) if f not in given]
            assert not slips, (path, slips, text)
    for where, draft in drafts(analysis.coaching):
        for sentence in _SENTENCE.split(own_words(draft)):
            assert len(sentence.split()) <= MAX_WORDS, (where, sentence)


@pytest.mark.parametrize(
    "text",
    ["I led the the team.", "Say {topic} aloud.", "Add how_measured here.", "I Responsible for it.", "I has it."],
)  # fmt: skip
def test_a_slip_is_seen(text: str) -> None:
    assert faults(text)

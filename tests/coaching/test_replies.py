"""What is said to a requirement: a line that speaks for it, and its own part."""

from __future__ import annotations

import pytest

from report_gen.analysis import Analysis
from report_gen.coaching.models import Reply
from report_gen.matching.models import RequirementMatch
from tests.judged.corpus import read_corpus
from tests.report.test_language import PAIRS, analysed


def replies(person: str, job: str) -> tuple[Analysis, dict[str, Reply]]:
    corpus = read_corpus()
    analysis = analysed(corpus.people[person], corpus.jobs[job].text)
    return analysis, {reply.id: reply for reply in analysis.coaching.replies}


def made(person: str, job: str, words: str) -> tuple[RequirementMatch, str]:
    analysis, found = replies(person, job)
    asked = next(r for r in analysis.job.requirements if words in r.text)
    match = next(m for m in analysis.matches.requirements if m.id == asked.id)
    return match, found[asked.id].say.plain if asked.id in found else ""


@pytest.mark.parametrize(("person", "job"), PAIRS)
def test_a_reply_stands_on_evidence_of_what_is_not_missing(person: str, job: str) -> None:
    analysis, found = replies(person, job)
    matches = {m.id: m for m in analysis.matches.requirements}
    for id, reply in found.items():
        assert reply.ref in {e.ref for e in matches[id].evidence}
        assert matches[id].status != "missing"
        assert reply.say.plain.endswith((".", "!", "?"))


@pytest.mark.parametrize(("person", "job"), PAIRS)
def test_no_verdict_but_missing_stands_on_nothing(person: str, job: str) -> None:
    analysis, _ = replies(person, job)
    negated = {r.id for r in analysis.job.requirements if r.negated}
    for m in analysis.matches.requirements:
        if m.status != "missing" and m.id not in negated:
            assert m.evidence, m
            assert m.why != "The resume answers this."


def test_of_two_deeds_on_a_line_the_one_that_is_asked_for_is_said() -> None:
    _, contracts = made("health_de", "healthdata", "dbt and data contracts")
    assert contracts == "I introduced data contracts with 12 source teams."
    _, manages = made("health_de", "healthdata", "Line-manage")
    assert manages == "I manage four engineers."


def test_what_the_work_covered_is_said_where_it_is_asked_for() -> None:
    _, said = made("gpu_staff", "mlinfra", "Deep Kubernetes experience")
    assert "gang scheduler" in said


ANALYST = {
    "basics": {"name": "Ada Berg", "email": "ada@example.org"},
    "work": [
        {"name": "Acme", "position": "Senior Data Analyst", "startDate": "2022-01", "highlights": [
            "Wrote SQL reports for 70 buyers",
            "Built the churn model in Python",
            "Train new analysts in reading the books",
        ]},
        {"name": "Hill Hospital", "position": "Registered Nurse", "startDate": "2018-01", "endDate": "2021-12", "highlights": [
            "4 to 5 patients per shift, charge nurse from 2019, preceptor to 7 new graduates",
        ]},
    ],
}  # fmt: skip
POSTING = """Data Scientist

Requirements
- Advanced SQL
- SQL for recurring reports
- Reports in SQL
- Mentor analysts
- Experience with churn models
- Preceptor of nurses
"""


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("Advanced SQL", "SQL reports"),
        ("SQL for recurring", "SQL reports"),
        ("Reports in SQL", "SQL reports"),
        ("Mentor analysts", "new analysts"),
        ("churn models", "churn model"),
        ("Preceptor", "preceptor to 7"),
    ],
)
def test_the_sentence_that_answers_is_said_though_it_was_said_before(asked: str, said: str) -> None:
    analysis = analysed(ANALYST, POSTING)
    id = next(r.id for r in analysis.job.requirements if asked in r.text)
    assert said in next(r.say.plain for r in analysis.coaching.replies if r.id == id)


def test_what_is_cited_for_want_of_a_nearer_line_is_not_said() -> None:
    person = {
        "basics": {"name": "Ada Berg", "email": "ada@example.org"},
        "work": [
            {"name": "Acme", "position": "Data Analyst", "startDate": "2024-01", "highlights": ["Wrote SQL reports for the buyers"]},
            {"name": "Cafe", "position": "Shift Lead", "startDate": "2021-01", "endDate": "2023-12", "highlights": ["Led shifts of 4 people and trained new staff"]},
        ],
        "skills": [{"name": "Tools", "keywords": ["SQL", "Git", "Python"]}],
    }  # fmt: skip
    analysis = analysed(
        person, "Data Analyst\n\nRequirements\n- Comfortable with Git and the command line\n- SQL"
    )
    asked = next(r for r in analysis.job.requirements if "Git" in r.text)
    assert not [
        r for r in analysis.coaching.replies if r.id == asked.id and "shifts" in r.say.plain
    ]

"""What stands in full and what by its first words, and that each page names what is best."""

from __future__ import annotations

import re
from typing import Any

import pytest

import report_gen
from report_gen.coaching.proof import answered, worth
from report_gen.coaching.short_form import MOST, SLACK
from report_gen.pipeline import load_packs
from report_gen.report import Report, compose_report
from report_gen.report.standing import UNTOLD
from tests.conftest import PAIRS
from tests.judged.corpus import read_corpus
from tests.report.test_chapters import strings
from tests.report.test_language import analysed

PEOPLE = [person for person, _ in PAIRS]
_IN_FEW_WORDS = ("company", "profile", "failures", "weeks", "questions-to-ask", "plan", "ledger")


def data_of(report: Report, *ids: str) -> list[dict[str, Any]]:
    return [c.data for c in report.chapters if c.id in ids or c.id.startswith("round-")]


@pytest.mark.parametrize("person", PEOPLE)
def test_own_lines_stand_in_full_only_where_they_are_judged(
    analyses: dict[str, report_gen.Analysis], person: str
) -> None:
    analysis = analyses[person]
    long = [
        " ".join(line.text.split()[: MOST + SLACK + 3])
        for line in analysis.matches.lines
        if len(line.text.split()) >= MOST + SLACK + 3
    ]
    report = compose_report(analysis, load_packs())
    said = [
        t
        for data in data_of(report, *_IN_FEW_WORDS)
        for _, t in strings(data)
        if len(t.split()) > MOST
    ]
    # drafted titles and questions may tell a line in other words; its own words end early
    assert not [(line, t) for t in said for line in long if line in t]


@pytest.mark.parametrize("person", PEOPLE)
def test_a_line_of_the_resume_is_judged_in_full_once(
    analyses: dict[str, report_gen.Analysis], person: str
) -> None:
    report = compose_report(analyses[person], load_packs())
    data = next(c.data for c in report.chapters if c.id == "requirements")
    full = [
        q["text"] for g in data["groups"] for r in g["rows"] for q in r["quotes"] if not q["full"]
    ]
    assert len([t for t in full if len(t.split()) > MOST + SLACK]) == len(
        {t for t in full if len(t.split()) > MOST + SLACK}
    )
    for row in (r for g in data["groups"] for r in g["rows"]):
        also = [q["cite"] for q in row["also"]]
        assert len(also) == len(set(also)) or all(re.fullmatch(r"\d+\w+", c) for c in also[1:])


@pytest.mark.parametrize("person", PEOPLE)
def test_a_card_proves_what_is_met(analyses: dict[str, report_gen.Analysis], person: str) -> None:
    analysis = analyses[person]
    report = compose_report(analysis, load_packs())
    cards = next(c.data for c in report.chapters if c.id == "summary")["cards"]
    status = {f"req-{m.id}": m.status for m in analysis.matches.requirements}
    assert cards
    assert {status[c["for_id"]] for c in cards} == {"met"}
    proven = answered(analysis.matches.requirements, analysis.job.requirements)
    strong = {s.ref: s.strength for s in analysis.coaching.stories}
    rest = [
        worth(proven[c["ref"]]) * (1 + strong.get(c["ref"], UNTOLD))
        for c in cards[1:]
        if "highlights" in c["ref"]
    ]
    assert rest == sorted(rest, reverse=True)


def test_a_line_that_tells_little_is_no_card_before_one_that_tells_much() -> None:
    owned = "Own the order pipeline in Airflow for 40 teams; late loads fell from 30 a month to 2."
    helped = "Helped with Python and SQL checks on Kafka topics and dbt models."
    lead = "Wrote the Kafka replay tool in Python; lost messages fell from 900 to 4 a week."
    work = {"name": "Tern", "position": "Data Engineer", "startDate": "2021-01", "highlights": [owned, helped, lead]}  # fmt: skip
    person = {"basics": {"name": "Ada Brink", "label": "Data Engineer"}, "work": [work]}
    posting = "Data Engineer\nFerry Ltd\nWhat you bring\n- Python\n- SQL\n- Experience with Kafka\n- Experience with dbt\n- Airflow\n"
    report = compose_report(analysed(person, posting), load_packs())
    cards = next(c.data for c in report.chapters if c.id == "summary")["cards"]
    refs = [c["ref"] for c in cards]
    assert refs.index("work[0].highlights[0]") < refs.index("work[0].highlights[1]")


def test_of_an_unknown_employer_nothing_is_said_that_others_stress() -> None:
    corpus = read_corpus()
    analysis = analysed(corpus.people["teacher"], "Data Analyst\nAt Brightwater Looms we weave.\n"
                        "Requirements:\n- SQL\n- Statistics\n- Explaining results to managers\n")  # fmt: skip
    view = analysis.coaching.company
    assert view is not None
    assert not view.known
    assert {c.source for c in view.emphasis} <= {"the posting"}
    report = compose_report(analysis, load_packs())
    page = next(c for c in report.chapters if c.id == "company").data
    assert not any("github" in t.lower() or "interview-handbook" in t for _, t in strings(page))
    end = next(c for c in report.chapters if c.id == "packs").data
    assert end["sources"]


@pytest.mark.parametrize("person", PEOPLE)
def test_two_questions_back_differ_in_form_and_none_comes_twice(
    analyses: dict[str, report_gen.Analysis], person: str
) -> None:
    asked = [r.asks[:2] for r in analyses[person].coaching.rounds if r.asks]
    firsts = [a[0] for a in asked]
    assert len(firsts) == len(set(firsts))
    recruiter = next(
        (r for r in analyses[person].coaching.rounds if r.id == "recruiter_screen"), None
    )
    employers = {w.name for w in analyses[person].resume.work}
    assert recruiter is None or not any(e in recruiter.asks[0] for e in employers)

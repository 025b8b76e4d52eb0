"""The x-ray, the keywords and the deep dives."""

from __future__ import annotations

import re

import pytest

import report_gen
from report_gen.coaching.models import Blank, Quote
from report_gen.resume import lookup
from tests.coaching.test_stories import NURSE, analyse


@pytest.fixture(scope="module")
def nurse() -> report_gen.Analysis:
    return analyse(NURSE)


def test_every_bullet_is_read(nurse: report_gen.Analysis) -> None:
    bullets = sum(len(w["highlights"]) for w in NURSE["work"]) + 1  # type: ignore[attr-defined]
    assert len(nurse.coaching.xray) == bullets


def test_what_it_shows_stands_in_the_bullet(analyses: dict[str, report_gen.Analysis]) -> None:
    for analysis in analyses.values():
        for x in analysis.coaching.xray:
            text = lookup(analysis.resume, x.ref)
            for shown in (x.ownership, x.scale, x.metric, x.outcome):
                assert shown in text, (x.ref, shown)


def test_a_helper_line_is_asked_for_the_own_part(nurse: report_gen.Analysis) -> None:
    x = next(x for x in nurse.coaching.xray if "Helped with" in lookup(nurse.resume, x.ref))
    assert x.ownership == "Helped with"
    assert "your own part" in x.missing
    assert isinstance(x.rewrite.parts[0], Blank)


def test_invitations_name_the_bullets_own_words() -> None:
    line = "Moved the night ward from paper charts to tablets"
    asked = _xray_of(line)[line].invites  # type: ignore[attr-defined]
    assert "paper charts" in asked[0]
    assert len(asked) == 3


def test_a_rewrite_keeps_the_line_and_adds_blanks_only(
    analyses: dict[str, report_gen.Analysis],
) -> None:
    for analysis in analyses.values():
        asked = {q.id for q in analysis.coaching.blanks}
        for x in analysis.coaching.xray:
            quotes = [p.quote for p in x.rewrite.parts if isinstance(p, Quote)]
            assert quotes
            assert all(q in lookup(analysis.resume, x.ref) for q in quotes)
            assert all(p.id in asked for p in x.rewrite.parts if isinstance(p, Blank))


def test_keywords_are_words_of_the_job_that_the_resume_lacks(
    analyses: dict[str, report_gen.Analysis],
) -> None:
    for analysis in analyses.values():
        texts = {r.id: r.text for r in analysis.job.requirements}
        lines = {line.ref: line.text.lower() for line in analysis.matches.lines}
        for gap in analysis.coaching.keywords:
            assert gap.keyword in texts[gap.requirement]
            assert gap.refs
            assert not any(gap.keyword.lower() in lines[ref] for ref in gap.refs)


def test_three_dives_with_eight_questions_each(analyses: dict[str, report_gen.Analysis]) -> None:
    for analysis in analyses.values():
        dives = analysis.coaching.deep_dives
        assert len(dives) == 3
        for dive in dives:
            assert len(dive.questions) == 8
            assert len(set(dive.questions)) == 8
            assert list(dive.sections) == [
                "problem", "data", "approach", "results", "trade_offs", "differently",
            ]  # fmt: skip
            told = ("problem", "approach", "results", "differently")
            assert all(dive.sections[name].parts for name in told)


def test_a_line_without_a_deed_is_asked_for_one() -> None:
    person = {**NURSE, "work": [dict(w) for w in NURSE["work"]]}  # type: ignore[attr-defined]
    person["work"][0]["highlights"] = [  # type: ignore[index]
        "Logos, flyers, etc.",
        "Worked closely with designers and pharmacists to put a new chart into use",
    ]
    first, second = analyse(person).coaching.xray[:2]
    assert len(first.invites) == 1
    assert first.invites[0] == "What did you do there, and what came of it?"
    assert not any(isinstance(p, Blank) for p in first.rewrite.parts)
    assert second.rewrite.plain.startswith("Worked closely with designers")
    assert any(isinstance(p, Blank) for p in second.rewrite.parts)


def _xray_of(*lines: str) -> dict[str, object]:
    person = {
        "basics": {"name": "Ada Berg", "email": "ada@example.org"},
        "work": [
            {"name": "Fernhollow", "position": "Researcher", "startDate": "2023-01", "highlights": list(lines)}
        ],
    }  # fmt: skip
    analysis = analyse(person)
    return {lookup(analysis.resume, x.ref): x for x in analysis.coaching.xray}


def test_a_result_with_its_figure_is_an_outcome_and_a_size_is_no_effect() -> None:
    error, study, run = (
        "Led the metering strand of a national project, mean error from 41% to 27%.",
        "Ran a listening study with 48 native speakers.",
        "Trained models on 16 to 64 GPUs of the national cluster.",
    )
    found = _xray_of(error, study, run)
    assert found[error].outcome == "mean error from 41% to 27%"  # type: ignore[attr-defined]
    assert found[study].metric == ""  # type: ignore[attr-defined]
    assert found[study].scale  # type: ignore[attr-defined]
    assert found[run].metric == ""  # type: ignore[attr-defined]


def test_what_came_of_it_is_asked_in_the_words_of_the_deed() -> None:
    lines = (
        "Wrote the handbook for new shift leaders of the depot",
        "Compared three suppliers of scanners for the depot",
        "Organised the monthly meetup for apprentices of the town",
        "Built a small tool for the planners of the depot",
        "Hired two drivers for the night shift of the depot",
    )
    labels = [
        p.blank
        for line, x in _xray_of(*lines).items()
        for p in x.rewrite.parts  # type: ignore[attr-defined]
        if isinstance(p, Blank)
    ]
    assert len(labels) == len(lines)
    assert len(set(labels)) == len(labels)


def test_what_stands_on_the_line_is_not_called_silent() -> None:
    person = {
        "basics": {"name": "Solveig Aune"},
        "work": [{
            "name": "Lysefjord Ferries", "position": "Operations Engineer", "startDate": "2021-01",
            "highlights": [
                "Built the berth planner; double bookings went from weekly to none in two seasons.",
                "Connected 23 ticket and parking machines",
                "Replaced the bought rota tool with our own; licence of 40,000 francs a year cancelled",
                "Spare parts arrive 20 to 60 days late; introduced a forecast which caught two gaps within three days",
                "Repaired pumps on 3 to 8 boats",
            ],
        }],
    }  # fmt: skip
    first, second, third, fourth, fifth = analyse(person).coaching.xray
    assert first.metric == "from weekly to none"
    assert "double bookings" in first.outcome
    assert "a figure" not in first.missing
    assert second.scale == "23 ticket and parking machines"
    assert "40,000 francs" in third.metric
    assert third.outcome
    assert fourth.metric == "within three days"
    assert fifth.metric == ""  # how far it reaches, and no change


def test_no_two_lines_are_asked_the_same(analyses: dict[str, report_gen.Analysis]) -> None:
    for analysis in analyses.values():
        asked = [re.sub(r"“[^”]*”", "", q) for x in analysis.coaching.xray for q in x.invites]
        most = max(asked.count(q) for q in asked)
        assert most <= max(2, len(analysis.coaching.xray) // 6)


def test_a_project_page_has_its_results_under_results() -> None:
    person = {
        "basics": {"name": "Solveig Aune"},
        "projects": [{
            "name": "Seal sounds",
            "highlights": ["Trained a small network on recordings of 9 seals in Keras, 84% accuracy; downloaded about 300 times"],
        }],
    }  # fmt: skip
    (dive,) = analyse(person).coaching.deep_dives
    assert "84%" in dive.sections["results"].plain
    assert "300 times" in dive.sections["results"].plain
    assert "84%" not in dive.sections["approach"].plain + dive.sections["trade_offs"].plain
    assert not any("had to agree" in q for q in dive.questions)


def test_a_project_page_knows_its_data_and_an_effect_is_a_result() -> None:
    person = {
        "basics": {"name": "Solveig Aune"},
        "work": [{
            "name": "Lysefjord Ferries", "position": "Analyst", "startDate": "2021-01",
            "highlights": [
                "Trained a model of delays on 40,000 ticket records with Python.",
                "Raised on-time departures from 71% to 92%: new turnaround, one more gangway",
            ],
        }],
    }  # fmt: skip
    dives = {d.ref[-2]: d for d in analyse(person).coaching.deep_dives}
    assert dives["0"].sections["data"].plain == "I had 40,000 ticket records to work with."
    assert "from 71% to 92%" in dives["1"].sections["results"].plain
    assert "92%" not in dives["1"].sections["approach"].plain


def test_a_dive_is_about_work_that_the_resume_tells_something_of() -> None:
    person = {
        "basics": {"name": "Ada Berg"},
        "work": [
            {"name": "Fernhollow", "position": "Planner", "startDate": "2020-05", "highlights": [
                "Built the berth planner; double bookings fell from 9 to 1 a week",
                "Moved the ticket desk to one queue; waiting time down from 14 to 6 minutes",
                "Wrote the storm plan; cancelled days fell from 9 to 6"]},
            {"name": "Oldmill", "position": "Clerk", "startDate": "2015-06", "endDate": "2018-09",
             "highlights": ["Timetables for the northern ferry lines of the county", "Lost property and front desk of the harbour"]},
        ],
    }  # fmt: skip
    dives = analyse(person).coaching.deep_dives
    assert {d.ref.split(".")[0] for d in dives} == {"work[0]"}
    for dive in dives:
        blanks = sum(isinstance(p, Blank) for draft in dive.sections.values() for p in draft.parts)
        assert blanks <= 5


def test_nobody_is_told_to_have_led_what_another_clause_names() -> None:
    line = "Booking platform, 900 sales a day. Shift lead for 14 desks."
    person = {
        "basics": {"name": "Ada Berg"},
        "work": [{"name": "Fernhollow", "position": "Planner", "startDate": "2020-05", "highlights": [line]}],
    }  # fmt: skip
    coaching = analyse(person).coaching
    asked = [q.question for q in coaching.questions] + [
        p for s in coaching.stories for p in s.probes
    ]
    assert asked
    assert not any("You led the booking platform" in q for q in asked)


def test_on_whom_it_was_tried_is_no_result_and_a_further_deed_no_outcome() -> None:
    ranker, store, call = (
        "Led the redesign of the checkout flow; +3.8% completed orders in a 4-week test on 10% of traffic.",
        "First analyst of the depot. Built the delay report answering 60K queries a day.",
        "On call one week in six. Wrote the guardrails for a 2024 outage of the tills.",
    )
    found = _xray_of(ranker, store, call)
    assert "10%" not in found[ranker].metric  # type: ignore[attr-defined]
    assert "3.8%" in found[ranker].metric  # type: ignore[attr-defined]
    assert not found[store].outcome.startswith("Built")  # type: ignore[attr-defined]
    assert found[call].ownership == "Wrote"  # type: ignore[attr-defined]

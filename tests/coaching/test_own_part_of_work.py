"""What a line is about decides what is asked of it: no alarm of a package, no load of applause."""

from __future__ import annotations

import json

import pytest

import report_gen
from report_gen import Analysis
from report_gen.coaching.probe_limits import is_handed_out, is_price, leads_people
from tests.conftest import TODAY

JOB = (
    "Data Scientist\n\nWhat you will do\n- Build models in Python\n- Align executives\n- Work with teams\n\n"
    "What we ask\n- Python\n- SQL\n- Prioritisation and saying no\n\n{pay}\n"
)


def asked_of(*lines: str, pay: str = "") -> Analysis:
    person = {
        "basics": {"name": "Ona Plain", "email": "ona@example.org"},
        "work": [
            {
                "name": "Quiet Works",
                "position": "Data Scientist",
                "startDate": "2021-01",
                "highlights": list(lines),
            }
        ],
        "skills": [{"name": "Tools", "keywords": ["Python", "SQL"]}],
    }
    resume = report_gen.parse_resume(
        json.dumps(person).encode(), filename="resume.json", today=TODAY
    )
    return report_gen.analyze(resume, report_gen.parse_job(text=JOB.format(pay=pay)), today=TODAY)


def kinds(analysis: Analysis, n: int) -> set[str]:
    """The kinds of probe made of the bullet."""
    ref = f"work[0].highlights[{n}]"
    return {
        q.id.removeprefix("own_").split("_work")[0]
        for q in analysis.coaching.questions
        if q.own and q.ref == ref
    }


OTHERS = (
    "Wrote the monthly report on returns in SQL for the finance team",
    "Cut the time of the nightly job from 5 hours to 40 minutes with better queries",
)


def test_a_package_others_install_has_no_alarm_and_stars_are_no_load() -> None:
    handed_out = asked_of(
        "Built a clustering model in Python and released it as an open-source package; 900 stars and 40 users", *OTHERS
    )  # fmt: skip
    assert not kinds(handed_out, 0) & {"after_release", "scale"}


@pytest.mark.parametrize(
    ("text", "handed_out"),
    [
        ("Released the parser as an open-source library with 2k stars", True),
        ("Maintain an R package on CRAN for survival curves", True),
        ("Packaged the predictor as a service that chemists call", False),
        ("Deployed an open-source model to production for 40 users", False),
        ("Built the returns model for the finance team", False),
    ],
)
def test_what_others_install_is_told_from_what_one_runs(text: str, handed_out: bool) -> None:
    assert is_handed_out(text) is handed_out


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Led shifts of 8 nurses in an intensive care unit", True),
        ("Lead a team of 3 engineers and 2 designers", True),
        ("Led a team of five engineers building the ranking service", False),
        ("Led the liquid cooling retrofit", False),
        ("Managed the rules by hand", False),
    ],
)
def test_who_leads_people_and_made_nothing(text: str, people: bool) -> None:
    assert leads_people(text) is people


def test_what_a_contract_came_to_is_no_result() -> None:
    assert is_price("Built our own when the contract hit EUR 600K", "EUR 600K")
    assert not is_price("Cut the cost of serving by EUR 600K", "EUR 600K")
    assert not is_price("Renegotiated the contract, which saved EUR 600K", "EUR 600K")


def test_a_question_that_takes_something_for_given_gets_only_a_story_that_tells_it() -> None:
    plain = asked_of(
        "Launched the pricing model with two teams after 14 tests; returns fell from 9% to 6%",
        "Presented the quarterly results to the executives and agreed on the plan with sales",
        *OTHERS,
    )
    given = ("beh91", "beh10", "beh93", "beh17", "beh05")
    for question in plain.coaching.questions:
        if question.id in given:
            assert not question.evidence, question.question
    told = asked_of(
        "Stopped the pricing project because returns rose; argued against the launch with sales",
        *OTHERS,
    )
    ids = {q.id: q for q in told.coaching.questions}
    for name in {"beh10", "beh93"} & set(ids):
        assert ids[name].evidence == ("work[0].highlights[0]",)


def test_a_printed_range_is_said_and_not_asked_for() -> None:
    def on_pay(analysis: Analysis) -> str:
        return next(q.strong_answer for q in analysis.coaching.questions if q.id == "rec05")

    printed = asked_of(*OTHERS, pay="The salary range is €61,000 - €74,000 per year.")
    assert "€61,000 - €74,000" in on_pay(printed)
    assert "their range first" not in on_pay(printed)
    sheet = printed.coaching.rounds[0].sheet
    assert any("€61,000 - €74,000" in line for line in sheet)
    assert "ask for their range first" in on_pay(asked_of(*OTHERS))

"""The days a posting names lead the plan, each with its sentence; a date of one's own goes first."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

import report_gen
from report_gen.coaching.models import StudyPlan
from report_gen.coaching.stated_dates import first_day
from tests.conftest import PEOPLE

TODAY = date(2026, 11, 28)
POSTING = """Data Analyst
City of Halmstrand

Duties
- Analyse population and traffic data
- Prepare quarterly reports for the council

Requirements
- R or Python, SQL
- Sound knowledge of statistics

How to apply
{end}
"""


def plan(end: str, interview: date | None = None) -> StudyPlan:
    analysis = report_gen.analyze(
        report_gen.parse_resume(PEOPLE / "hanneke-de-wit.json", today=TODAY),
        report_gen.parse_job(text=POSTING.format(end=end)),
        today=TODAY,
        interview_date=interview,
    )
    assert analysis.coaching.plan is not None
    return analysis.coaching.plan


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The interviews will take place on 17 and 18 December 2026.", date(2026, 12, 17)),
        ("First conversations start in the week of 18 January.", date(2027, 1, 18)),
        ("Closing date: 9 December 2026, 5pm.", date(2026, 12, 9)),
        ("Bewerbung bis 10.12.2026", date(2026, 12, 10)),
        ("Apply before Jan 5th, 2027", date(2027, 1, 5)),
        ("planned for the second week of January", date(2027, 1, 8)),
        ("by 2026-12-31", date(2026, 12, 31)),
        ("from mid-February", date(2027, 2, 11)),
        ("We process 10 May orders a day", date(2027, 5, 10)),
        ("founded on 1 March 1988", None),
        ("40 people, 2 days at home", None),
        ("we may ask 3 questions", None),
    ],
)
def test_a_day_is_read_however_it_is_written(text: str, day: date | None) -> None:
    assert first_day(text, TODAY) == day


def test_named_interviews_end_the_plan_the_day_before() -> None:
    said = "The interviews will take place on 17 and 18 December 2026."
    found = plan(f"Please send your application by 10 December 2026. {said}")
    assert found.weeks[-1].end == date(2026, 12, 16)
    assert said in found.until
    assert found.interview is None  # it is the posting's day, not yet the candidate's


def test_a_closing_date_alone_gives_a_guess_that_is_called_one() -> None:
    found = plan("Applications close on 20 December 2026.")
    assert found.weeks[-1].end == date(2026, 12, 20) + timedelta(days=13)
    assert "a guess" in found.until


def test_a_first_day_of_work_bounds_the_plan() -> None:
    found = plan(
        "The position is to be filled from 1 February 2027. We look forward to meeting you."
    )
    assert found.weeks[-1].end == date(2027, 1, 3)
    assert "1 February 2027" in found.until


def test_ones_own_date_goes_before_what_the_posting_names() -> None:
    found = plan("Interviews: 16 December.", interview=date(2026, 12, 5))
    assert found.weeks[-1].end == date(2026, 12, 4)
    assert found.until == ""


@pytest.mark.parametrize(
    "end",
    [
        "Send us a few lines about your work.",
        "Since 1 March 2026 we have a second office in Leeds.",
        "Our last survey closed on 3 February; 900 citizens took part.",
    ],
)
def test_without_such_a_day_the_plan_stays_open(end: str) -> None:
    found = plan(end)
    assert len(found.weeks) >= 8
    assert found.until == ""


def test_a_closing_date_that_has_passed_is_said_so() -> None:
    found = plan("Closing date for applications: 20 November 2026.")
    assert "has passed" in found.until
    assert found.leads_to is None
    assert len(found.weeks) >= 8


@pytest.mark.parametrize("hours", [6.0, 10.0, 24.0])
def test_a_tenth_of_the_hours_stays_free(hours: float) -> None:
    analysis = report_gen.analyze(
        report_gen.parse_resume(PEOPLE / "hanneke-de-wit.json", today=TODAY),
        report_gen.parse_job(text=POSTING.format(end="Write to us.")),
        today=TODAY,
        hours_per_week=hours,
    )
    found = analysis.coaching.plan
    assert found is not None
    assert found.budget - found.planned >= 0.08 * found.budget

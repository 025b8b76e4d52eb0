"""Remarks among what is asked are set aside with their reason; duties told with a time stay duties."""

from __future__ import annotations

import pytest

import report_gen
from report_gen.job.times import is_ahead, without_time

POSTING = """Data Analyst
Acme Ltd, Leeds

What your first months look like
{duties}

What makes you a fit
{musts}
"""
DUTIES = "- Build the weekly report on returns\n- Talk to the buyers about it"
MUSTS = "- Very good SQL\n- Two years of reporting"


def read(duty: str = "", must: str = "") -> tuple[dict[str, str], dict[str, str]]:
    text = POSTING.format(
        duties=f"{DUTIES}\n- {duty}" if duty else DUTIES,
        musts=f"{MUSTS}\n- {must}" if must else MUSTS,
    )
    job = report_gen.parse_job(text=text)
    return {r.text: r.kind for r in job.requirements}, {i.text: i.why for i in job.ignored}


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Day 1: you get a laptop, a plant and a key", "benefits"),
        ("Week 1: meet everybody and read the last ten reports", "company"),
        ("First 30 days: walk the warehouse, borrow somebody's boots", "company"),
    ],
)
def test_the_first_days_are_what_one_is_given_and_nothing_asked(line: str, why: str) -> None:
    asked, left = read(duty=line)
    assert line not in asked
    assert left[line] == why


@pytest.mark.parametrize(
    "line",
    [
        "By day 30 you'll have shipped your first readout",
        "Month 2: agree the goals with Finance",
        "By month six, you will have rebuilt the returns model",
        "Week 1: fix a broken dashboard in Tableau",
    ],
)
def test_what_is_to_be_done_by_some_day_stays_a_duty(line: str) -> None:
    assert read(duty=line)[0][line] == "responsibility"


@pytest.mark.parametrize(
    "line",
    [
        "Don't take yourself too seriously",
        "If a toddler has ever drawn on your slides, you'll fit right in",
        "Opinions about pineapple on pizza are welcome",
        "A sense of humour survives inventory week better than sleep does",
        "You may come from a university, a shop, a charity; we don't mind.",
    ],
)
def test_small_talk_among_the_musts_is_set_aside(line: str) -> None:
    asked, left = read(must=line)
    assert line not in asked
    assert left[line] == "aside"


@pytest.mark.parametrize(
    "line",
    [
        "A sense of humour",
        "You take data quality seriously",
        "Three years of analysing coffee sales",
        "You can explain a forecast to a grandmother in SQL or without",
    ],
)
def test_what_can_be_shown_is_asked_whatever_else_it_says(line: str) -> None:
    assert line in read(must=line)[0]


def test_what_the_employer_deals_in_is_no_joke() -> None:
    text = """Analyst
Bean & Leaf Ltd, Hull

We roast coffee. Our coffee is drunk in 300 cafes, and we buy coffee on three continents.

What you will do
- Watch the price of coffee and tell the buyers
- Keep the sales figures

What we look for
- You know how coffee is traded
- SQL
"""
    asked = {r.text for r in report_gen.parse_job(text=text).requirements}
    assert "You know how coffee is traded" in asked


def test_a_language_at_a_level_is_asked_for_wherever_it_stands() -> None:
    text = (
        POSTING.format(duties=DUTIES, musts=MUSTS)
        + "\nThe fine print\n50-60k, 30 days. German at B2 or better because our users phone you.\n"
    )
    job = report_gen.parse_job(text=text)
    assert any(r.text.startswith("German at B2") and r.kind == "required" for r in job.requirements)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Within a year, you will have led the move", "you will have led the move"),
        ("In your first quarter, take over the feature store", "take over the feature store"),
        ("Q3: take over the board", "take over the board"),
        ("After three months you've moved the feeds", "you've moved the feeds"),
        ("By train to Berlin twice a month", ""),
        ("Within a team of six you build services", ""),
        ("Over time you will own it all", ""),
        ("After hours support of the plant", ""),
        ("At the end of the month close the books", ""),
    ],
)
def test_a_time_in_front_is_told_from_what_only_begins_like_one(text: str, rest: str) -> None:
    assert without_time(text) == (rest or text)
    assert is_ahead(text) is bool(rest)

"""A line that goes on about the one before is said with it, and no sentence twice."""

from __future__ import annotations

import re

import pytest

from report_gen.coaching.case import Case
from report_gen.coaching.leaning import points_back
from report_gen.coaching.models import Draft, Quote
from report_gen.coaching.speech import say_line
from tests.coaching.test_clusters import OTHERS, told
from tests.coaching.test_gap_fit import asked
from tests.coaching.test_stories import analyse


def spoken(*texts: str) -> str:
    """What is said of the last of these lines of one position."""
    here: Case = asked("Conveyor belts", dimension="coding_engineering", texts=texts)[0]
    return Draft(parts=tuple(say_line(here.matches.lines[-1], here))).plain


@pytest.mark.parametrize(
    ("before", "line", "said"),
    [
        (
            "Wrote a checklist for the night shift.",
            "got it tried in two wards for five weeks; falls went from 9 to 4.",
            "I wrote a checklist for the night shift. I got it tried in two wards for five weeks.",
        ),
        (
            "Built a seed drill for steep plots.",
            "Later extended it to three more valleys.",
            "I built a seed drill for steep plots. I later extended it to three more valleys.",
        ),
    ],
)
def test_a_line_that_leans_is_said_behind_the_one_before(before: str, line: str, said: str) -> None:
    assert spoken(before, line) == said


def test_a_line_that_leans_on_nothing_sayable_is_quoted() -> None:
    here: Case = asked(
        "Seeds", dimension="coding_engineering", texts=("Later extended it to three more valleys.",)
    )[0]
    assert isinstance(say_line(here.matches.lines[0], here)[0], Quote)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "Greenhouse vents, never agreed; then not, because of it.",
            "“Greenhouse vents, never agreed; then not, because of it.”",
        ),
        ('Choir stalls, "on paper"; then not', "“Choir stalls, ‘on paper’; then not.”"),
    ],
)
def test_a_line_said_as_it_is_written_stands_in_quote_marks(line: str, said: str) -> None:
    assert spoken(line) == said


@pytest.mark.parametrize(
    "line",
    [
        "Made it possible to book by phone.",
        "Made it to the final of the regional cup.",
        "Item bank for maths.",
    ],
)
def test_an_it_that_means_nothing_made_before_does_not_lean(line: str) -> None:
    assert not points_back(line)


def test_half_a_minute_says_no_sentence_twice() -> None:
    stories = told(
        "Stock check, by hand, then barcodes -> counts right -> fewer calls -> calm",
        "got it tried in two depots for five weeks: 31 h -> 26 h. Now on in all of Norway.",
        more=OTHERS,
    )
    for story in stories:
        sentences = re.split(r"(?<=[.!?]) ", story.short.plain)
        assert len(sentences) == len(set(sentences)), story.short.plain


def test_a_dive_is_opened_by_the_line_that_names_what_was_made() -> None:
    person = {
        "basics": {"name": "Teun Vermeer"},
        "work": [{
            "name": "Waalkade Ferries", "position": "Operations Planner", "startDate": "2019-02",
            "highlights": [
                "Wrote a berth planner for six quays in Python.",
                "Got it tried at two quays for five weeks: waiting time 31 min -> 26 min, a sixth less for 9 boats.",
            ],
        }],
    }  # fmt: skip
    dives = analyse(person).coaching.deep_dives
    assert [d.ref for d in dives] == ["work[0].highlights[0]"]


@pytest.mark.parametrize(
    "line",
    [
        "Deployed with Terraform and Helm a data platform for 40 analysts",
        "Released in 2021 a tool for loan desks",
        "Deployed to AWS a model serving stack",
    ],
)
def test_a_deed_of_its_own_leans_on_nothing(line: str) -> None:
    assert not points_back(line)

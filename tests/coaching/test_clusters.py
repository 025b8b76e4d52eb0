"""Lines that tell one story are told in one; lines of which that is unsure stand apart."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest

from report_gen.coaching.models import Blank, Story
from tests.coaching.test_stories import analyse

OTHERS = (
    "Negotiated the fuel contract with three suppliers.",
    "Trained 11 deckhands on the new winch.",
    "Rewrote the boarding plan so that wheelchairs board first.",
    "Closed the ticket hut at the north quay after a count of two weeks.",
    "Organised the spring repair of both hulls in the yard.",
    "Hired nine seasonal stewards for the summer line.",
    "Answered complaints from passengers by letter.",
    "Prepared the safety drill for the harbour inspection.",
)
"""Pieces of work of their own, so that there are stories enough without a line told in another."""


def told(*lines: str, more: Sequence[str] = OTHERS, **entry: str) -> tuple[Story, ...]:
    person = {
        "basics": {"name": "Teun Vermeer"},
        "work": [{
            "name": "Waalkade Ferries", "position": "Operations Planner", "startDate": "2019-02",
            "highlights": [*lines, *more], **entry,
        }],
    }  # fmt: skip
    return analyse(person).coaching.stories


def lines_of(stories: Sequence[Story]) -> list[tuple[int, ...]]:
    return [
        tuple(int(n) for ref in s.lines for n in re.findall(r"highlights\[(\d+)\]", ref))
        for s in stories
    ]


def story_at(stories: Sequence[Story], n: int) -> Story:
    return next(s for s in stories if s.ref.endswith(f"highlights[{n}]"))


PLANNER = "Built the berth planner for six quays in Python. It was right on 83% of the days of the following season."
USED = "The planner's list is used by 9 dispatchers every shift; waiting at the lock went from 31 to 12 minutes."
FOUND = (
    "We found that the planner ignored spring tides. I added the tide tables of the harbour office."
)


def test_three_lines_are_told_as_one_story_with_the_best_outcome_last() -> None:
    stories = told(PLANNER, USED, FOUND)
    story = story_at(stories, 0)
    assert lines_of([story]) == [(0, 1, 2)]
    assert story.title == "Building the berth planner for six quays in Python"
    whole = story.long.plain
    order = [
        "I built the berth planner",
        "83%",
        "We found",
        "tide tables",
        "9 dispatchers",
        "31 to 12",
    ]
    assert [whole.index(words) for words in order] == sorted(whole.index(words) for words in order)
    assert "31 to 12" in story.short.plain
    assert not any(n in s.lines for n in story.lines[1:] for s in stories if s is not story)


def test_what_another_line_answers_is_not_asked() -> None:
    alone = story_at(told("Built the berth planner for six quays in Python."), 0)
    assert isinstance(alone.result.parts[-1], Blank) or any(
        isinstance(p, Blank) for p in alone.result.parts
    )
    story = story_at(told("Built the berth planner for six quays in Python.", USED, FOUND), 0)
    asked = " ".join(p.blank for p in story.long.parts if isinstance(p, Blank))
    assert "made possible" not in asked
    assert "how to go on" not in asked
    assert "nearly failed" not in asked
    assert "result" not in story.missing


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Wrote a rota tool for 14 crews in Excel.", "It is used at two other harbours today."),
        ("Wrote a rota tool for 14 crews in Excel.", "Now used by two other harbours."),
        ("Wrote a rota tool for 14 crews in Excel.", "Every spring I rebuild it for the summer line."),
        ("Wrote a rota tool for 14 crews in Excel.", "Explained the tool to the works council in two evenings."),
        ("Introduced the night bell Silvana for fog.", "Silvana is rung by four ports today."),
        ("Designed the self-service ticket gate.", "Explained the self-service ticket gate to stewards of four quays."),
    ],
)  # fmt: skip
def test_a_line_that_points_back_belongs_to_the_one_before(first: str, second: str) -> None:
    assert (0, 1) in lines_of(told(first, second))


@pytest.mark.parametrize(
    "lines",
    [
        ("Built the fare model.", "Built the demand model.", "Painted the hulls of both boats.", "We found that the model was late."),
        ("Built the fare model.", "Set up the model registry of the group."),
        ("Built the fare model.", "Compared the model of the rail company with two others."),
        ("Led the team of the north quay.", "The team of the south quay won the regatta."),
        ("Cut fuel by 12% with slower crossings.", "Wrote the handbook of the night shift."),
    ],
)  # fmt: skip
def test_where_it_is_unsure_lines_stand_apart(lines: tuple[str, ...]) -> None:
    assert all(len(found) == 1 for found in lines_of(told(*lines)))


def test_no_story_is_told_across_two_positions() -> None:
    person = {
        "basics": {"name": "Teun Vermeer"},
        "work": [
            {"name": "Waalkade Ferries", "position": "Planner", "startDate": "2021-02",
             "highlights": ["The planner's list is used by 9 dispatchers every shift."]},
            {"name": "Eems Lines", "position": "Clerk", "startDate": "2018-02", "endDate": "2021-01",
             "highlights": [PLANNER]},
        ],
    }  # fmt: skip
    assert all(len(s.lines) == 1 for s in analyse(person).coaching.stories)


def test_a_duty_is_the_setting_of_the_deed_done_in_it() -> None:
    story = story_at(
        told(
            "Run the ticket office of the north quay with six clerks.",
            "Moved the ticket office into the old crane hall; the queue went from 25 to 10 minutes.",
        ),
        1,
    )
    assert "I run the ticket office of the north quay with six clerks." in story.situation.plain
    assert story.action.plain.startswith("I moved the ticket office")


def test_what_leans_on_the_sentence_before_it_stays_behind_it() -> None:
    story = story_at(
        told(
            "Built the berth planner for six quays, which cut waiting by 40%.",
            "Explained the planner to the works council in two evenings.",
        ),
        0,
    )
    assert "for six quays. That cut waiting by 40%." in story.long.plain


def test_the_lines_of_a_project_are_one_story() -> None:
    person = {
        "basics": {"name": "Ayu Prasetyo"},
        "projects": [{
            "name": "Tide clock", "startDate": "2023", "highlights": [
                "Built a tide clock for the harbour wall from a ship's barometer.",
                "Measured the error over 40 days; it fell from 22 to 6 minutes.",
                "Wrote a guide that two schools use.",
            ],
        }],
    }  # fmt: skip
    stories = analyse(person).coaching.stories
    assert sorted(lines_of(stories)[0]) == [0, 1, 2]


def test_the_story_nearest_to_what_is_asked_leads_among_equals() -> None:
    def first(*lines: str) -> str:
        return told(*lines, more=())[0].title

    safety = "Defined measures of patient safety with nurses and doctors; falls went from 9 to 4 a month."
    other = "Moved the ticket office to the crane hall; the queue went from 25 to 10 minutes."
    assert first(other, safety) == first(safety, other)
    assert "patient safety" in first(other, safety)


def test_a_meter_says_what_to_add_about_this_very_thing() -> None:
    story = story_at(told("Built the berth planner for six quays."), 0)
    why = {p.id: p.why for p in story.strength_parts}
    assert why["difficulty"].endswith("name one thing that was hard about the berth planner")

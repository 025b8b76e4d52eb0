"""A line with a limit is said with it; a heading that is no name is no project's name."""

from __future__ import annotations

import pytest

from report_gen.coaching.language.told_numbers import told_measure
from report_gen.coaching.limits import carries, limit_of, only_limits, with_limit
from report_gen.coaching.project_names import place_of, project_of
from report_gen.matching.models import LineReading


@pytest.mark.parametrize(
    ("line", "limit"),
    [
        ("Run the tide gauge from one hut; nothing beyond one harbour so far", "nothing beyond"),
        ("AWS only; read the manual of another cloud", "AWS only"),
        ("Read-only access to the till system", "Read-only"),
        ("Small part in the move of the archive: I packed the maps", "Small part"),
        ("Wrote the fire plan under supervision of the warden", "under supervision"),
        ("Built a queue forecast, not rolled out", "not rolled out"),
        ("Tuned a vendor's model, did not build it", "did not build"),
    ],
)
def test_a_limit_is_seen(line: str, limit: str) -> None:
    assert limit_of(line) == limit
    assert not carries(("I did it.",), line)


@pytest.mark.parametrize(
    "line",
    [
        "Built the only bridge over the weir",
        "Cut waiting time from 40 to 15 minutes",
        "Led a small team in the harbour",
    ],
)
def test_other_lines_set_none(line: str) -> None:
    assert limit_of(line) == ""


def test_the_limit_is_said_in_its_place_or_the_line_is_quoted() -> None:
    line = "Run the gauge from one hut; nothing beyond one harbour so far; printed weekly"
    told = ("I run the gauge.", "There is nothing beyond one harbour so far.", "It's weekly.")
    assert with_limit(told[:1], told, line) == told[:2]
    assert with_limit(("It's weekly.",), told, line) == told[1:]
    assert with_limit(told[:1], told[:1], line) is None


def test_a_line_that_only_sets_a_limit_is_no_deed() -> None:
    assert only_limits("Single oven, nothing distributed", "noun")
    assert only_limits("Everything under supervision of the head cook", "unsure")
    assert only_limits("Rowing only; have watched sailing and nothing more", "noun")
    assert not only_limits("Built a queue forecast, not rolled out", "past")
    assert not only_limits("Small part in the move: I packed the maps", "noun")


def _line(title: str, text: str) -> LineReading:
    return LineReading(ref="projects[0].description", owner="projects[0]", title=title, text=text)


@pytest.mark.parametrize(
    ("title", "name", "place"),
    [
        ("Team project (4 people)", "", "a team project"),
        ("Course project", "", "a project of my course"),
        ("Dissertation:", "", "my dissertation"),
        ("Hackathon 2023", "", "a hackathon"),
        ("Night Market", "Night Market", "a project of my own"),
    ],
)
def test_a_heading_that_names_nothing_is_no_name(title: str, name: str, place: str) -> None:
    line = _line(title, "map of stalls in Elm")
    assert (project_of(line), place_of(line)) == (name, place)


def test_what_was_done_with_others_is_no_project_of_one_s_own() -> None:
    assert place_of(_line("Night Market", "map of stalls with two friends")) == "a project"
    assert place_of(_line("", "map of stalls for the bootcamp")) == "a project of my course"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("9 of the 12 wards plan their meals on our sheet", "9 of the 12 wards"),
        ("Shop rating is 4.6/5 now", "4.6/5"),
        ("Seed list with 640 stars", "640 stars"),
        ("One in three new members stays a year", "One in three"),
        ("Weaves twice as fast since", "twice as fast"),
        ("Cut waste by a third", "by a third"),
        ("Top 3 % in the spring bake-off", "Top 3 %"),
        ("Repaired two of our kilns in 3 weeks", ""),
        ("Met the mayor in 2021", ""),
        ("Target of 4.6/5 in the shop", ""),
    ],
)
def test_a_measure_in_words_is_heard(line: str, told: str) -> None:
    assert told_measure(line) == told

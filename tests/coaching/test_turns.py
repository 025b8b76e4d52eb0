"""A setback, a conflict or a change of plan is told by the line's own words, and asked for."""

from __future__ import annotations

import pytest

from report_gen.coaching.story_questions import question_for, supported
from report_gen.coaching.turns import asked_about, shown_by, turns_in
from report_gen.taxonomy import load_taxonomy
from tests.coaching.test_stories import analyse

TURNS = load_taxonomy().turns


@pytest.mark.parametrize("id", sorted(TURNS))
def test_each_turn_is_told_by_its_lines_and_not_by_what_only_sounds_like_it(id: str) -> None:
    turn = TURNS[id]
    for line in turn.tells:
        assert turn.is_told(line), line
    for line in turn.but_not:
        assert not turn.is_told(line), line


@pytest.mark.parametrize(
    ("line", "competency"),
    [
        ("The first sluice drill failed and two fields were flooded; rewrote it and ran it with the farmers", "failure_and_learning"),
        ("Gave up the night bus after one winter: 3 riders a night; put the money into longer hours by day", "failure_and_learning"),
        ("My first proposal for the reading room was turned down; the second, with half the seats, was built", "failure_and_learning"),
        ("Refused the delivery of 40 valves until the maker had tested each", "conflict"),
        ("Both choirs claimed the hall for Advent; sat with the two conductors and got a plan agreed", "conflict"),
        ("When the foundry went bankrupt, moved the casting to two smaller shops and kept the ship date", "ambiguity"),
    ],
)  # fmt: skip
def test_such_a_line_is_a_story_for_that_competency(line: str, competency: str) -> None:
    told = turns_in(line, TURNS.values())
    shown = supported(line, {}, told)
    assert shown.get(competency, 0.0) >= 2.0
    question = question_for(line, competency, set(), strongest=False, changes=(), told=told)
    assert question in asked_about(told, competency)


@pytest.mark.parametrize(
    "line",
    [
        "Ran retries for failed card payments with the risk team: recovered 11% of soft declines",
        "Refuses to answer when the top score is under a threshold",
        "Trained a model on my own initiative",
        "Migrated 86 jobs; licences were not renewed, saving 96k",
        "Cut failed logins from 9% to 2%",
    ],
)
def test_a_word_of_the_product_is_no_setback(line: str) -> None:
    told = turns_in(line, TURNS.values())
    hits = {"failure_and_learning": 1.0, "conflict": 1.0}
    assert not told
    assert not {"failure_and_learning", "conflict"} & set(supported(line, hits, told))


def test_what_a_turn_also_answers_counts_half() -> None:
    shown = shown_by([TURNS["two_sides"]])
    assert shown["conflict"] == 2 * shown["influence"]


def test_a_resume_with_setbacks_has_stories_for_failure_and_conflict() -> None:
    lines = [
        "Built the loan calendar of the library, used by 40 branches",
        "Cut the queue at the desk from 9 to 4 minutes with two self-service machines",
        "Moved the card index of 90,000 titles to the new system in one summer",
        "Trained 12 librarians in the new search",
        "Opened the branches on Sundays in a trial, then rolled it back after staff protested, and rewrote the rota with them",
        "Refused to sign the contract for the shelves until the maker had shown the fire test",
        "Wrote the guide to the rare books that 5 other libraries use",
        "Introduced story hours for 300 children a year",
    ]
    person = {
        "basics": {"name": "Ada Quill", "email": "ada@example.org"},
        "work": [{"name": "Hillside Library", "position": "Librarian", "startDate": "2019-03", "highlights": lines}],
    }  # fmt: skip
    coaching = analyse(person).coaching
    leads = {c.id: c.lead for c in coaching.coverage}
    by_id = {s.id: s for s in coaching.stories}
    assert "rolled it back" in line_of(by_id[leads["failure_and_learning"]].ref, lines)
    assert "Refused to sign" in line_of(by_id[leads["conflict"]].ref, lines)


def line_of(ref: str, lines: list[str]) -> str:
    return lines[int(ref.rsplit("[", 1)[1].rstrip("]"))]


def test_half_a_minute_keeps_the_turn_and_what_was_done_about_it() -> None:
    line = (
        "Shipped a booking kiosk for two stations, which took 900 bookings in its first week. "
        "Stopped the wider rollout for a month because the kiosk printed wrong seats; "
        "relaunched with a new seat table and a nightly check of 400 trains"
    )
    person = {
        "basics": {"name": "Ada Quill", "email": "ada@example.org"},
        "work": [{"name": "Hill Railway", "position": "Product Lead", "startDate": "2019-03", "highlights": [line]}],
    }  # fmt: skip
    story = analyse(person).coaching.stories[0]
    assert story.competencies[0] == "failure_and_learning"
    told = story.short.plain
    places = [
        told.find(w) for w in ("shipped a booking kiosk", "stopped the wider rollout", "relaunched")
    ]
    assert -1 not in places
    assert places == sorted(places)


def test_blanks_of_a_setback_ask_for_its_end_and_not_for_what_it_made_possible() -> None:
    line = "Gave up the night bus after one winter, when it carried 3 riders a night"
    person = {
        "basics": {"name": "Ada Quill", "email": "ada@example.org"},
        "work": [{"name": "Hill Railway", "position": "Product Lead", "startDate": "2019-03", "highlights": [line]}],
    }  # fmt: skip
    story = analyse(person).coaching.stories[0]
    assert "what came of it in the end" in story.long.plain
    assert "what it made possible" not in story.long.plain

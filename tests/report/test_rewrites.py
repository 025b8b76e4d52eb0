"""The table of lines to rewrite shows a pattern a few times, and not ten times over."""

from __future__ import annotations

from collections import Counter

from report_gen.report import compose_report
from report_gen.report.resume_view import SAME_BLANK
from report_gen.taxonomy import load_taxonomy
from tests.coaching.test_stories import analyse


def test_no_pattern_fills_the_table() -> None:
    lines = [f"Automated the {name} list of the depot" for name in (
        "till", "crate", "lorry", "pallet", "ticket", "parcel", "bottle", "key", "shelf", "door", "gate", "lamp")]  # fmt: skip
    person = {
        "basics": {"name": "Ada Berg"},
        "work": [{"name": "Fernhollow", "position": "Planner", "startDate": "2020-05", "highlights": [
            *lines, "Wrote the guide for night porters of the depot"]}],
    }  # fmt: skip
    report = compose_report(analyse(person), load_taxonomy(), "full")
    chapter = next(c for c in report.chapters if c.id == "rewrites")
    rows = chapter.data["rows"]
    tails = Counter(str(r["rewrite"][-2]) for r in rows)
    assert rows
    assert max(tails.values()) <= SAME_BLANK
    assert len(rows) + chapter.data["more"] == len(lines) + 1


def _rows(*lines: str) -> dict[str, dict[str, object]]:
    person = {
        "basics": {"name": "Ada Berg"},
        "work": [{"name": "Fernhollow", "position": "Planner", "startDate": "2020-05", "highlights": list(lines)}],
    }  # fmt: skip
    report = compose_report(analyse(person), load_taxonomy(), "full")
    chapter = next(c for c in report.chapters if c.id == "rewrites")
    return {str(r["text"]): r for r in chapter.data["rows"]}


def test_a_line_stands_once_with_only_what_would_change() -> None:
    trained = (
        "Train new wardens of the depot in first aid, in lifting and in reading the tide board"
    )
    moved = "Moved the bakery to two shifts; waste fell from 9% to 4%"
    rows = _rows(trained, moved)
    shown = "".join(str(part["text"]) for part in rows[trained]["rewrite"])  # type: ignore[attr-defined]
    assert shown.startswith("… ")
    assert len(shown.split()) < len(trained.split())
    assert "work alone" in shown
    assert rows[moved]["note"] == "What came of it stands first."


def test_a_blank_asks_nothing_that_the_line_or_the_next_one_says() -> None:
    told = "Built a flood model of the lower town in Python"
    after = "The model's map is checked by the wardens at each high tide"
    used = "Wrote the storm plan, followed by all crews since"
    mute = "Wrote the handbook for the lock keepers"
    rows = _rows(told, after, used, mute)
    assert mute in rows
    assert told not in rows
    assert used not in rows


def test_a_gain_told_in_passing_is_told_and_a_long_line_is_not_turned_round() -> None:
    gain = "Replaced the bought tide tables with our own at about a third of the cost"
    running = "Own the four berths of the old town; waits fell from 40 to 15 minutes"
    long = (
        "Moved the bakery of the upper harbour and its two shops from one long night shift with nine bakers to two short "
        "shifts with five bakers each and a driver who brings the bread; waste fell from 9% to 4%"
    )
    mute = "Wrote the handbook for the lock keepers"
    rows = _rows(gain, running, long, mute)
    assert list(rows) == [mute]

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

"""Bullets put anew: what came of it first, in their own words, with one or two blanks."""

from __future__ import annotations

import pytest

import report_gen
from report_gen.coaching.models import Blank, Quote, Text
from report_gen.coaching.rewriting import MOST_BLANKS, part_line
from report_gen.coaching.said import says_how_measured, says_own_part
from report_gen.resume import lookup
from report_gen.taxonomy import load_taxonomy
from report_gen.taxonomy.verbs import VerbTable
from tests.coaching.test_stories import analyse
from tests.coaching.test_xray import _xray_of


@pytest.mark.parametrize(
    ("line", "begins"),
    [
        ("Moved the bakery to two shifts; waste fell from 9% to 4%", "Waste fell from 9% to 4%"),
        ("Wrote a new rota for the porters, cutting overtime by 14%", "Cut overtime by 14%"),
        ("new till software in 6 shops. queue time 4 min -> 90 s", "Queue time 4 min -> 90 s"),
        ("Rebuilt the order form; rejected orders fell from 4% to 0.3%", "Rejected orders fell"),
        (
            "Set up the archive search, answer time from 3 days to 5 hours",
            "Answer time from 3 days",
        ),
    ],
)
def test_what_came_of_it_stands_first(line: str, begins: str) -> None:
    rewrite = _xray_of(line)[line].rewrite  # type: ignore[attr-defined]
    assert rewrite.plain.startswith(begins)


@pytest.mark.parametrize(
    "line",
    [
        "Cut waiting time from 40 to 15 minutes by opening a second desk",
        "Moved nightly scoring to a cluster, 5 h to 35 min",
        "Kept the stock list; we gave back 22% of the shelves",
        "Ran the spring sale, hired 4 helpers and trained 12 volunteers",
        "Wrote the handbook for new shift leaders",
    ],
)
def test_a_line_that_is_no_two_halves_stays_whole(line: str) -> None:
    assert part_line(line, VerbTable(load_taxonomy().language_words)) is None


def test_a_rewrite_has_two_blanks_at_most_and_their_words(
    analyses: dict[str, report_gen.Analysis],
) -> None:
    for analysis in analyses.values():
        for x in analysis.coaching.xray:
            line = lookup(analysis.resume, x.ref).lower()
            blanks = [p for p in x.rewrite.parts if isinstance(p, Blank)]
            assert len(blanks) <= MOST_BLANKS
            quoted = sum(len(p.quote.split()) for p in x.rewrite.parts if isinstance(p, Quote))
            assert quoted * 2 >= len(line.split())
            first = x.rewrite.parts[0]
            if isinstance(first, Text):  # a verb in another form, or their word with a capital
                assert first.text.lower()[:2] in line


def test_a_thing_named_alone_is_asked_for_its_verb() -> None:
    line = "Small ticket tool for the wardens of the depot"
    parts = _xray_of(line)[line].rewrite.parts  # type: ignore[attr-defined]
    assert isinstance(parts[0], Blank)
    assert parts[1] == Quote(quote=line, ref=parts[1].ref)


@pytest.mark.parametrize(
    ("line", "measured", "own"),
    [
        ("Raised hits from 4% to 9% in an A/B test", True, False),
        ("Raised hits from 4% to 9% on held-out orders", True, False),
        ("Raised hits from 4% to 9%", False, False),
        ("Our team built the tool; I wrote the import", False, True),
        ("Built alone, used by the team", False, True),
        ("Built the I/O board with the team", False, False),
    ],
)
def test_what_the_line_says_is_not_asked(line: str, measured: bool, own: bool) -> None:
    assert says_how_measured(line) is measured
    assert says_own_part(line) is own


def test_what_was_done_about_a_finding_is_not_asked_where_the_line_tells_it() -> None:
    line = "Found that a tenth of the tickets were sold twice, wrote the check that stops them"
    person = {
        "basics": {"name": "Ada Berg"},
        "work": [{"name": "Fernhollow", "position": "Planner", "startDate": "2020-05", "highlights": [line]}],
    }  # fmt: skip
    story = analyse(person).coaching.stories[0]
    assert story.result.plain == "I wrote the check that stops them."
    assert "was done" not in story.long.plain
    assert story.long.plain.count("wrote the check") == 1

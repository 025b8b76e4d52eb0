"""A line in few words never ends inside a figure, whoever shortens it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_gen.coaching.case import shorten
from report_gen.coaching.excerpts import excerpt, opening
from report_gen.coaching.own_names import clause
from report_gen.coaching.short_form import first_clause, whole_clauses
from report_gen.matching.cuts import may_end, number_phrases, words_that_end
from report_gen.report.words import clip
from report_gen.scoring.phrases import shortened

LINES = (
    "Median response time of the permit search from 200 to 40 ms within a budget of 64 GB of memory",
    "Brought the waiting list for hip surgery from 31 weeks down to between 9 and 11 weeks at equal staffing",
    "Halved the way from the field to the cold store, from 3 h 40 min to 1 h 50 min on the hottest days of the year",
    "Cut blade changes from every 40 to every 65 hours at the same surface finish (Ra 0.8 µm) on four lines",
    "Kept the furnace between 1,180 and 1,220 °C for 22 months without a relining or an unplanned stop",
    "Taught evening maths to 25 adults; 19 of 25 passed the state exam, up from 11 of 24 the year before",
    "Drove paid sign-ups up 31 % at a 20 % lower cost per lead after dropping two channels with no buyers",
    "Price model for used trucks, error 6.2 % vs 9.8 % for the guide book, used by dealers in 3 countries",
    "Telematics of 2 100 trucks, one message every 10 s each, delay under 90 s at p95 over the whole network",
)
SHORTENERS: tuple[Callable[[str], str], ...] = (
    excerpt,
    opening,
    first_clause,
    clause,
    lambda text: first_clause(text, 7),
    lambda text: whole_clauses(text, 12),
    lambda text: whole_clauses(text, 18),
    lambda text: shorten(text, 8),
    lambda text: shorten(text, 13),
    lambda text: clip(text, 60),
    lambda text: clip(text, 80),
    lambda text: shortened(text, 8),
    lambda text: shortened(text, 11),
)


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("cut", range(len(SHORTENERS)))
def test_no_shortener_tears_a_figure(line: str, cut: int) -> None:
    short = SHORTENERS[cut](line).removesuffix("...").rstrip(" …,;:")
    at = line.find(short) + len(short)
    assert short in line
    assert not any(start < at < end for start, end in number_phrases(line))


@pytest.mark.parametrize(
    ("line", "figures"),
    [
        ("raised yield from 81 % to 96.5 % in a year", ["from 81 % to 96.5 %"]),
        ("wait of 7 h 20 min before", ["7 h 20 min"]),
        ("12 of 14 apprentices passed", ["12 of 14 apprentices"]),
        ("recall at a 1 % review rate", ["a 1 % review rate"]),
        ("saved about EUR 1.1 million", ["about EUR 1.1 million"]),
        ("moved the boosts from hand to LambdaMART", ["from hand to LambdaMART"]),
        ("wrote the plan for the yard", []),
    ],
)
def test_a_figure_is_one_phrase(line: str, figures: list[str]) -> None:
    found = {line[a:b].strip() for a, b in number_phrases(line)}
    assert set(figures) <= found if figures else not found


def test_where_a_line_may_end() -> None:
    line = "Sold a third of the stock at once"
    assert not may_end(line, len("Sold a third"))
    assert not may_end(line, len("Sold a third of the"))
    assert may_end(line, len("Sold a third of the stock"))
    assert may_end("Lost a third; won it back", len("Lost a third"))


def test_a_line_ends_where_one_pauses() -> None:
    line = "Keep 1,400 beehives in two valleys; winter losses 8 % against 21 % in the region"
    kept = " ".join(line.split()[: words_that_end(line, 8)])
    assert kept == "Keep 1,400 beehives in two valleys;"
    assert words_that_end("from 3 to 9 of 12", 3) == 3  # nothing of it may stand alone


@given(st.text(alphabet=st.sampled_from("ab3 ,.(%"), max_size=200), st.integers(8, 60))
def test_a_clipped_text_is_never_longer_than_asked(text: str, limit: int) -> None:
    assert len(clip(text, limit)) <= limit

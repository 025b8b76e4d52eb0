"""Single lines are read as near to people's reading as they have been; `make judged` has the table."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.judged.measure import STATUS
from tests.judged.triples import TripleSheet, agreement, judge_triples, read_triples

LEAST = {True: {"accuracy": 0.66, "kappa": 0.59}, False: {"accuracy": 0.54, "kappa": 0.40}}


@pytest.fixture(scope="module")
def sheet() -> TripleSheet:
    return judge_triples(read_triples())


@pytest.mark.parametrize("tuned", [True, False], ids=["tuned", "held out"])
def test_the_reading_of_single_lines_does_not_fall(sheet: TripleSheet, tuned: bool) -> None:
    values = agreement(sheet.half(tuned))
    assert {k: v for k, v in values.items() if v < LEAST[tuned][k]} == {}


def test_the_table_is_broad_and_balanced() -> None:
    rows = read_triples()
    counts = Counter(t.says for t in rows)
    assert len(rows) >= 400
    assert min(counts[s] for s in STATUS) >= 0.25 * len(rows)
    assert {t.role for t in rows} == {"mle", "swe", "de", "ds", "pm", "tpm"}
    assert {t.kind for t in rows} == {"required", "preferred", "responsibility"}
    halves = Counter(t.tuned for t in rows)
    assert min(halves.values()) >= 0.4 * len(rows)


def test_no_line_says_two_things_of_one_ask() -> None:
    seen = Counter((t.ask, t.line) for t in read_triples())
    assert [pair for pair, n in seen.items() if n > 1] == []

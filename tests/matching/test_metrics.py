"""Numbers that measure something are found in every form, and nothing else is."""

from __future__ import annotations

import pytest

from report_gen.matching.lexicon import lexicon
from report_gen.matching.metrics import read_metrics
from report_gen.taxonomy import load_taxonomy

LEX = lexicon(load_taxonomy())


@pytest.mark.parametrize(
    ("text", "value", "baseline", "kind"),
    [
        ("Cut p99 latency from 400 ms to 90 ms", "90 ms", "400 ms", "serving"),
        ("latency 400→90 ms after batching", "90 ms", "400", "serving"),
        ("AUC 0.82 -> 0.87 on the holdout", "0.87", "0.82", "model_quality"),
        ("raised conversion by 30 %", "30 %", "", "business"),
        ("revenue +3.1% in a test", "+3.1%", "", "business"),
        ("saved $2M a year in cloud cost", "$2M", "", "cost"),
        ("Serves 20K QPS at peak", "20K QPS", "", "scale"),
        ("3.5TB/day of events", "3.5TB/day", "", "scale"),
        ("used by 50 million users", "50 million", "", "scale"),
        ("led a team of people, 5 engineers", "5", "", "people"),
        ("training time 2x faster", "2x", "", "delivery"),
        ("handling time from 4:10 to 2:45 minutes", "2:45 minutes", "4:10", ""),
        ("time per lap down from 12:30 to 9:05 min", "9:05 min", "12:30", "cost"),
        ("99.95% availability", "99.95%", "", "serving"),
    ],
)
def test_forms(text: str, value: str, baseline: str, kind: str) -> None:
    found = {(m.value, m.baseline, m.kind) for m in read_metrics(text, LEX)}
    assert (value, baseline, kind) in found


@pytest.mark.parametrize(
    "text",
    [
        "Migrated to Python 3 and Spark 3",
        "Worked there in 2020",
        "Support 24/7",
        "Final grade 3.8/4.0",
        "Teaching assistant for CS 480",
    ],
)
def test_numbers_that_measure_nothing(text: str) -> None:
    assert read_metrics(text, LEX) == ()


def test_direction_comes_from_the_two_ends() -> None:
    down, up = (
        read_metrics("p95 from 900 ms to 210 ms", LEX),
        read_metrics("coverage 60% to 85%", LEX),
    )
    assert (down[0].direction, up[0].direction) == ("down", "up")

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
        ("time per lap down from 12:30 to 9:05 min", "9:05 min", "12:30", ""),
        ("99.95% availability", "99.95%", "", "serving"),
        (
            "AUROC 0.74 on next year's cases, against 0.66 for the old rule",
            "0.74",
            "0.66",
            "model_quality",
        ),
        ("availability 99.97% over a year, compared with 99.9%", "99.97%", "99.9%", "serving"),
        ("lead time fell from 9 days to under 1", "under 1", "9 days", "delivery"),
        ("checkout conversion +4.3 points on mobile", "+4.3 points", "", "business"),
        ("1.9 million dollars of revenue", "1.9 million dollars", "", "business"),
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


@pytest.mark.parametrize(
    "text",
    [
        "4 to 5 patients per shift, preceptor to 7 new graduates",
        "Product manager in companies from 60 to 2,500 people",
        "Taught classes of 20 to 30 students",
    ],
)
def test_between_two_sizes_nothing_has_moved(text: str) -> None:
    assert not any(m.baseline or m.direction for m in read_metrics(text, LEX))


@pytest.mark.parametrize(
    "text",
    [
        "Alarms per bed per day fell from 94 to 61",
        "Grew the team from 3 to 9 engineers",
        "Let us raise candidates per request from 400 to 1,100",
        "Failed debits went from 6.1% to 2.2%",
        "Median response 2.3 s to 1.1 s",
    ],
)
def test_what_moved_has_a_baseline(text: str) -> None:
    assert any(m.baseline and m.direction for m in read_metrics(text, LEX))


def test_versions_are_no_before_and_after() -> None:
    assert not any(m.baseline for m in read_metrics("Kafka upgrade from 1.1 to 2.6", LEX))


def test_direction_comes_from_the_two_ends() -> None:
    down, up = (
        read_metrics("p95 from 900 ms to 210 ms", LEX),
        read_metrics("coverage 60% to 85%", LEX),
    )
    assert (down[0].direction, up[0].direction) == ("down", "up")

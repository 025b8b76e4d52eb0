"""Dates in the forms people write, and arithmetic in months."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_gen.resume.dates import (
    date_words,
    interval_years,
    months_between,
    parse_date_range,
)
from report_gen.taxonomy import load_taxonomy

WORDS = load_taxonomy().resume_words
TODAY = date(2026, 11, 2)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Jan 2020 – Mar 2022", "2020-01", "2022-03"),
        ("January 2020 - Present", "2020-01", None),
        ("JAN 2020 — NOW", "2020-01", None),
        ("01/2020 – 03/2022", "2020-01", "2022-03"),
        ("1/2020-3/2022", "2020-01", "2022-03"),
        ("01.2020 – 03.2022", "2020-01", "2022-03"),
        ("2020-01 – 2022-03", "2020-01", "2022-03"),
        ("2020/01 - 2022/03", "2020-01", "2022-03"),
        ("2020-Jan - 2022-Mar", "2020-01", "2022-03"),
        ("2020-Jan - Present", "2020-01", None),
        ("Maskinwise 2020-01 — 2022-03", "2020-01", "2022-03"),
        ("2020-01 —", "2020-01", None),
        ("2020 – 2022", "2020", "2022"),
        ("2020–22", "2020", "2022"),
        ("'20 – '22", "2020", "2022"),
        ("from 2020 to 2022", "2020", "2022"),
        ("since 2020", "2020", None),
        ("2020 –", "2020", None),
        ("03-16 - Now", "2016-03", None),
        ("04-14 - 04-16", "2014-04", "2016-04"),
        ("April 2023 - CurrentHarbour Supervisor", "2023-04", None),
        ("2020 – till date", "2020", None),
        ("10/2019 to date", "2019-10", None),
        ("Q1 2020 – Q3 2021", "2020-01", "2021-09"),
        ("H2 2020", "2020-07", "2020-12"),
        ("Summer 2021", "2021-06", "2021-08"),
        ("Spring 2020 – Fall 2021", "2020-03", "2021-11"),
        ("Jan 2020 - Mar 2022 · 2 yrs 3 mos", "2020-01", "2022-03"),
        ("15 March 2020", "2020-03", "2020-03"),
        ("01/15/2020 - 02/20/2021", "2020-01", "2021-02"),
        ("15.01.2020 – 20.02.2021", "2020-01", "2021-02"),
        ("2020.01~2022.03", "2020-01", "2022-03"),
        ("Jan – Mar 2020", "2020-01", "2020-03"),
        ("Aug’19 – May’21", "2019-08", "2021-05"),
        ("03/18 – 04/20", "2018-03", "2020-04"),
        ("2020年1月 – 至今", "2020-01", None),
        ("2020년 1월 ~ 현재", "2020-01", None),
        ("Mai 2020 – heute", "2020-05", None),
        ("depuis 2020", "2020", None),
        ("de enero de 2019 a marzo de 2020", "2019-01", "2020-03"),
        ("gen 2020 - presente", "2020-01", None),
        ("mrt 2020 – heden", "2020-03", None),
        ("2020. január – jelenleg", "2020-01", None),
        ("Oca 2020 – halen", "2020-01", None),
        ("март 2020 — по настоящее время", "2020-03", None),
        ("Th01 2020 – hiện tại", "2020-01", None),
    ],
)
def test_forms(text: str, start: str, end: str | None) -> None:
    found = parse_date_range(text, WORDS)
    assert found is not None
    assert (found.start, found.end) == (start, end or "")
    assert found.current == (end is None)


@pytest.mark.parametrize("text", ["Expected May 2027", "Graduating 2027", "(May 2027, expected)"])
def test_announced_dates_are_known_as_such(text: str) -> None:
    found = parse_date_range(text, WORDS)
    assert found is not None
    assert found.expected
    assert found.single


@pytest.mark.parametrize(
    "text", ["2,020 users", "ISO 27001", "6 months", "up 2020%", "port 20191", ""]
)
def test_other_numbers_are_no_dates(text: str) -> None:
    assert parse_date_range(text, WORDS) is None


def test_two_ranges_in_one_line() -> None:
    found = date_words(WORDS).find("2019 – 2021, 2022 – now")
    assert [(r.start, r.end, r.current) for r in found] == [
        ("2019", "2021", False),
        ("2022", "", True),
    ]


def test_months_count_both_ends() -> None:
    assert months_between("2020-01", "2020-03") == 3
    assert months_between("2016", "2018") == 24
    assert months_between("2026-10", "", TODAY) == 2
    assert months_between("2022-03", "2020-01") == 0
    assert months_between("", "2020-01") == 0


def test_years_are_a_union_not_a_sum() -> None:
    overlapping = [("2018-01", "2019-12"), ("2019-01", "2020-12")]
    assert interval_years(overlapping, TODAY) == pytest.approx(3.0)
    assert interval_years([("2016", "2018"), ("2018", "2020")], TODAY) == pytest.approx(4.0)
    assert interval_years([("2030-01", "")], TODAY) == 0


_MONTHS = st.tuples(st.integers(1990, 2026), st.integers(1, 12)).map(lambda d: f"{d[0]}-{d[1]:02d}")


@given(st.lists(st.tuples(_MONTHS, _MONTHS), max_size=6))
def test_union_is_at_most_the_sum_and_at_least_the_longest(spans: list[tuple[str, str]]) -> None:
    ordered = [(min(a, b), max(a, b)) for a, b in spans]
    whole = interval_years(ordered, TODAY)
    capped = [
        months_between(a, min(b, "2026-11")) / 12 if a <= "2026-11" else 0 for a, b in ordered
    ]
    assert whole <= sum(capped) + 1e-9
    assert whole >= max(capped, default=0) - 1e-9


@given(st.text(max_size=80))
def test_spans_lie_inside_the_text(text: str) -> None:
    last = 0
    for found in date_words(WORDS).find(text):
        assert 0 <= found.at < found.to <= len(text)
        assert found.at >= last - 40
        last = found.to

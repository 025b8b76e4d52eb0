"""A line by its first words: cut where one would pause, closed, and short."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_gen.coaching.short_form import MOST, SLACK, first_clause, quotes_shortened


@pytest.mark.parametrize(
    ("line", "short"),
    [
        ("Taught chemistry to grades 9 and 10.", "Taught chemistry to grades 9 and 10"),
        (
            "Wrote SQL against two warehouses for around 70 recurring reports; retired 25 of them",
            "Wrote SQL against two warehouses for around 70 recurring reports …",
        ),
        (
            "Built the fraud model for card payments, serving 40 million requests a day in three regions",
            "Built the fraud model for card payments …",
        ),
        (
            "Bread oven controller (firmware in C, two boards) that holds the chamber within one degree",
            "Bread oven controller (firmware in C, two boards) …",
        ),
        (
            "Maintain the drawings of all bridges in compliance with state, county and city rules on clearance",
            "Maintain the drawings of all bridges in compliance with state …",
        ),
    ],
)
def test_the_first_clause_names_the_line(line: str, short: str) -> None:
    assert first_clause(line) == short


@given(st.text(alphabet=st.sampled_from("abc ,.;:()-“"), max_size=300))
def test_never_longer_and_never_with_an_open_bracket_it_did_not_have(line: str) -> None:
    short = first_clause(line)
    assert len(short.removesuffix(" …").split()) <= MOST + SLACK
    if line.count("(") == line.count(")"):
        assert short.count("(") <= short.count(")")


def test_a_quote_inside_a_sentence_is_cut_and_the_sentence_stays() -> None:
    said = 'The posting asks: "Plan the routes of forty buses so that every pupil arrives before the bell on time".'
    assert quotes_shortened(said) == "The posting asks: “Plan the routes of forty buses …”."
    assert quotes_shortened('It says "short words".') == 'It says "short words".'

"""Cleaning characters, telling bullets, joining wrapped lines."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_gen.reading.cleaning import clean_text
from report_gen.reading.joining import join_wrapped
from report_gen.reading.markers import split_marker


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("e\ufb03cient work\ufb02ow", "efficient workflow"),
        ("re\u00adsume", "resume"),
        ("recom\u00ad", "recom-"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("a\u00a0b\u2009c", "a b c"),
        ("Jose\u0301", "José"),
        ("\uf0e0 mail", " mail"),
        ("Ｆｕｌｌ", "Full"),
        ("\U0001d401old", "Bold"),
        ("non\u2011breaking", "non-breaking"),
        ("10²  m³ ½ ™", "10²  m³ ½ ™"),
    ],
)
def test_characters_become_what_people_mean(raw: str, clean: str) -> None:
    assert clean_text(raw) == clean


@given(st.text(max_size=60))
def test_cleaning_is_stable_and_composed(text: str) -> None:
    once = clean_text(text)
    assert clean_text(once) == once
    assert unicodedata.is_normalized("NFC", once)


@pytest.mark.parametrize("sign", list("•‣▪◦·–*➤✓■○→»"))
def test_signs_before_a_text_are_bullets(sign: str) -> None:
    assert split_marker(f"{sign} Built the index") == (sign, "Built the index")


@pytest.mark.parametrize(
    ("line", "marker", "text"),
    [
        ("o Built the index", "o", "Built the index"),
        ("•Built", "•", "Built"),
        ("1. First", "1.", "First"),
        ("(a) First", "(a)", "First"),
        ("– Mar 2022", "", "– Mar 2022"),
        ("- present", "", "- present"),
        ("-5% cost", "", "-5% cost"),
        ("oh well", "", "oh well"),
        ("3.5 TB of data", "", "3.5 TB of data"),
        ("2019 to 2021", "", "2019 to 2021"),
        ("*emphasis* first", "", "*emphasis* first"),
        ("© 2020 Someone", "", "© 2020 Someone"),
        ("", "", ""),
    ],
)
def test_what_is_a_bullet_and_what_is_not(line: str, marker: str, text: str) -> None:
    assert split_marker(line) == (marker, text)


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("the recom-", "mendation engine", "the recommendation engine"),
        ("state-of-", "the-art", "state-of-the-art"),
        ("a cross-", "team effort", "a cross-team effort"),
        ("pre-", "trained models", "pre-trained models"),
        ("a pre-", "diction", "a prediction"),
        ("per-", "customer keys", "per-customer keys"),
        ("high per-", "formance", "high performance"),
        ("to replace co-", "visitation; recall", "to replace co-visitation; recall"),
        ("two co-", "founders", "two co-founders"),
        ("the co-", "efficients", "the coefficients"),
        ("co-", "operation", "cooperation"),
        ("a pre-", "seed round", "a pre-seed round"),
        ("the pre-", "vious year", "the previous year"),
        ("a bi-", "lingual corpus", "a bilingual corpus"),
        ("bi-", "directional", "bi-directional"),
        ("counts of n-", "grams", "counts of n-grams"),
        ("a re-", "ranker", "a re-ranker"),
        ("the re-", "search", "the research"),
        ("re-", "engineered", "re-engineered"),
        ("de-", "duplicated rows", "de-duplicated rows"),
        ("de-", "ployed", "deployed"),
        ("sub-", "second answers", "sub-second answers"),
        ("semi-", "structured", "semi-structured"),
        ("the slowly-", "changing dimension", "the slowly-changing dimension"),
        ("an analy-", "sis", "an analysis"),
        ("savings, finance-", "audited", "savings, finance-audited"),
        ("multi-", "tenant", "multi-tenant"),
        ("the engineer-", "ing team", "the engineering team"),
        ("a data-", "base", "a database"),
        ("COVID-", "19", "COVID-19"),
        ("24-", "hour", "24-hour"),
        ("A/B-", "tests", "A/B-tests"),
        ("Anglo-", "American", "Anglo-American"),
        ("jane.doe@", "example.com", "jane.doe@example.com"),
        ("https://github.com/", "jane/tool", "https://github.com/jane/tool"),
        ("soft\u00ad", "ware", "software"),
        ("2019 –", "2021", "2019 – 2021"),
        ("client/", "server", "client/server"),
        ("plain", "words", "plain words"),
    ],
)
def test_wrapped_lines_are_joined(first: str, second: str, joined: str) -> None:
    assert join_wrapped([first, second]) == joined


@given(
    st.lists(
        st.text(alphabet=st.characters(categories=["L", "N", "P", "Zs"]), max_size=20), max_size=5
    )
)
def test_joining_loses_no_letter(pieces: list[str]) -> None:
    def letters(text: str) -> str:
        return "".join(sign for sign in text if sign.isalnum())

    assert letters(join_wrapped(pieces)) == letters("".join(pieces))

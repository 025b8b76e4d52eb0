"""Words that are one word, whatever their ending."""

from __future__ import annotations

import pytest

from report_gen.matching.words import stem


@pytest.mark.parametrize("pair", ["GPU GPUs", "API APIs", "KPI KPIs", "CPU CPUs", "menu menus"])
def test_a_short_word_and_its_plural_are_one(pair: str) -> None:
    one, many = pair.split()
    assert stem(one) == stem(many)


@pytest.mark.parametrize("word", ["status", "analysis", "bus"])
def test_a_word_that_ends_like_a_plural_is_none(word: str) -> None:
    assert stem(word) != stem(word[:-1])

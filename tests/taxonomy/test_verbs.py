"""Forms of regular, irregular and unknown verbs."""

from __future__ import annotations

import pytest

from report_gen.taxonomy import load_taxonomy
from report_gen.taxonomy.verbs import VerbTable, third


@pytest.fixture(scope="module")
def table() -> VerbTable:
    return VerbTable(load_taxonomy().language_words)


@pytest.mark.parametrize(
    ("base", "past", "gerund", "he"),
    [
        ("lead", "led", "leading", "leads"),
        ("ship", "shipped", "shipping", "ships"),
        ("carry", "carried", "carrying", "carries"),
        ("rebuild", "rebuilt", "rebuilding", "rebuilds"),
        ("co-lead", "co-led", "co-leading", "co-leads"),
        ("open", "opened", "opening", "opens"),
        ("refer", "referred", "referring", "refers"),
        ("oversee", "oversaw", "overseeing", "oversees"),
        ("teach", "taught", "teaching", "teaches"),
        ("organise", "organised", "organising", "organises"),
    ],
)
def test_forms(base: str, past: str, gerund: str, he: str, table: VerbTable) -> None:
    assert table.past(base) == past
    assert table.gerund(base) == gerund
    assert third(base) == he
    assert table.doing(past) == table.doing(base) == gerund
    assert base in {r.base for r in table.readings(past)}


def test_unknown_verbs_are_read_by_their_ending(table: VerbTable) -> None:
    assert table.is_form("reskinned", "past")
    assert not table.readings("warehouse")

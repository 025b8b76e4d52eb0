"""Forms of regular, irregular and unknown verbs."""

from __future__ import annotations

import pytest

from report_gen.coaching.language.numbers import figures_in, has_baseline, outcome_figure
from report_gen.coaching.language.verbs import VerbTable, third
from report_gen.taxonomy import load_taxonomy


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
    assert base in {r.base for r in table.readings(past)}


def test_unknown_verbs_are_read_by_their_ending(table: VerbTable) -> None:
    assert table.is_form("reskinned", "past")
    assert not table.readings("warehouse")


@pytest.mark.parametrize(
    ("line", "figures"),
    [
        ("Cut waiting time from 40 to 15 minutes.", ("from 40 to 15 minutes",)),
        ("Saved £420k p.a. with 12 suppliers.", ("£420k", "12 suppliers")),
        ("Moved 3 teams to Python 3 in 2021.", ("3 teams",)),
        ("Error rate 4.1% -> 1.2%.", ("4.1% -> 1.2%",)),
        ("From 3h15 to 1h05 a night.", ("From 3h15 to 1h05 a night",)),
    ],
)
def test_figures_are_as_written(line: str, figures: tuple[str, ...]) -> None:
    found = figures_in(line)
    assert [f.lower() for f in figures] == [f.lower() for f in found][: len(figures)]


def test_counts_are_no_effect() -> None:
    assert outcome_figure(figures_in("Trained 12 colleagues.")) == ""
    assert outcome_figure(figures_in("Raised attendance by 9%.")) == "9%"
    assert has_baseline("from 40 to 15 minutes")
    assert not has_baseline("by 9%")

"""Figures of a line as they are written, and which of them is what came of the work."""

from __future__ import annotations

import pytest

from report_gen.coaching.language.numbers import figures_in, has_baseline, outcome_figure


@pytest.mark.parametrize(
    ("line", "figures"),
    [
        ("Cut waiting time from 40 to 15 minutes.", ("from 40 to 15 minutes",)),
        ("Saved £420k p.a. with 12 suppliers.", ("£420k", "12 suppliers")),
        ("Moved 3 teams to Python 3 in 2021.", ("3 teams",)),
        ("Error rate 4.1% -> 1.2%.", ("4.1% -> 1.2%",)),
        ("Calls went from 4:10 to 2:45 minutes.", ("from 4:10 to 2:45 minutes",)),
        ("Ferry turns down from 1:05:00 to 0:48:30.", ("from 1:05:00 to 0:48:30",)),
        ("Staff to guests went from 1:8 to 1:5.", ("from 1:8 to 1:5",)),
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

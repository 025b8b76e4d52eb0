"""Figures of a line as they are written, and which of them is what came of the work."""

from __future__ import annotations

import pytest

from report_gen.coaching.language.given import is_given
from report_gen.coaching.language.numbers import figures_in, has_baseline, headline, outcome_figure


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
        ("Loss on refunds fell from .9 % to .4 %.", ("from .9 % to .4 %",)),
        ("Raised the score by .3 points.", (".3 points",)),
        ("Harvest to store from 3 h 40 min to 1 h 50 min.", ("from 3 h 40 min to 1 h 50 min",)),
        (
            "The wait went from 31 weeks down to between 9 and 11 weeks.",
            ("from 31 weeks down to between 9 and 11 weeks",),
        ),
        ("Sampling went from 80 steps to 6.", ("from 80 steps to 6",)),
        ("Follows 2 100 trucks.", ("2 100 trucks",)),
        ("Kept the kiln between 1,180 and 1,220 °C.", ("between 1,180 and 1,220 °C",)),
        ("Winter losses of 8 % against 21 %.", ("8 % against 21 %",)),
        ("Moved 60 of 410 files to the archive.", ("60 of 410 files",)),
        ("Letters answered sooner in a trial (p < .05).", ()),
    ],
)
def test_figures_are_as_written(line: str, figures: tuple[str, ...]) -> None:
    found = figures_in(line)
    assert [f.lower() for f in figures] == [f.lower() for f in found][: len(figures)]


def test_so_long_each_is_a_span_and_no_change() -> None:
    assert not has_baseline("Fitted 9 kitchens, 2 to 3 weeks each.")


def test_counts_are_no_effect() -> None:
    assert outcome_figure(figures_in("Trained 12 colleagues.")) == ""
    assert outcome_figure(figures_in("Raised attendance by 9%.")) == "9%"
    assert has_baseline("from 40 to 15 minutes")
    assert not has_baseline("by 9%")


@pytest.mark.parametrize(
    ("line", "result", "given"),
    [
        ("Cut theft from 1.2 % to .8 % of sales at a 1 % check rate.", "from 1.2 % to .8 %", "1 %"),
        ("Found 94% of cracked welds at 99.9 % precision.", "94%", "99.9 %"),
        ("With a 2 % sampling check, lowered picking errors by 11%.", "11%", "2 %"),
        ("Under a 4 % moisture limit, raised the yield by 6 %.", "6 %", "4 %"),
        ("On a budget of $900, filled 82% of the seats.", "82%", "$900"),
        ("Losses of 8% on the new line, against a 9.5% target.", "8%", "9.5%"),
        ("Built the alarm after we saw the gauge read 18% high; false alarms fell by 40%.", "40%", "18%"),
        ("Moved the shop to schools when only 3 % of families renewed; sales up 31 %.", "31 %", "3 %"),
        ("Wrote a check that stops any batch with more than 0.5% bad rows; recalls fell 30 %.", "30 %", "0.5% bad rows"),
        ("Tested on 40 % of branches, it shortened queues by 12 %.", "12 %", "40 %"),
    ],
)  # fmt: skip
def test_a_condition_is_no_result(line: str, result: str, given: str) -> None:
    figures = figures_in(line)
    assert {result, given} <= set(figures)
    assert is_given(line, given)
    assert headline(figures, text=line) == outcome_figure(figures, "", line) == result


@pytest.mark.parametrize(
    ("line", "figure"),
    [
        ("Drove sales up 31 % at a 20 % lower price.", "20 %"),
        ("Calls fell to under 3% of orders.", "3%"),
        ("Readmissions fell 12 % after we called every patient.", "12 %"),
        ("Rents down 9% for 7 shops.", "9%"),
        ("Detects rust with 91 % sensitivity.", "91 %"),
    ],
)
def test_what_came_of_it_is_no_condition(line: str, figure: str) -> None:
    assert not is_given(line, figure)


def test_a_level_alone_says_how_good_it_was() -> None:
    line = "Sorted 3,000 letters an hour at 99.5 % accuracy."
    assert outcome_figure(figures_in(line), "", line) == "99.5 %"

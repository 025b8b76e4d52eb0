"""What was only aimed at is no figure of the work."""

from __future__ import annotations

import pytest

from report_gen.coaching.language.numbers import figures_in, outcome_figure
from report_gen.matching.aims import aims_in


@pytest.mark.parametrize(
    ("line", "aim"),
    [
        ("Rebuilt the bus map; quality bar: 80 % of stops within 10 metres", "80 % of stops"),
        ("Moved payroll to a new ledger, with the goal of a 99.5 % error-free run", "99.5 %"),
        ("Weighed parcels by camera, error 11 %, target was 10 %", "10 %"),
        ("SLA of 07:00 for the till reports; missed twice", "07:00"),
        ("Budgeted EUR 300k for the museum shop", "300k"),
        ("Answered letters within the promised 24 hours", "24 hours"),
        ("Objective for 2024: cut no-shows by half; at 38 % so far", "cut no-shows by half"),
        ("Stress test of the ferry pier: goal 3x the usual load", "3x"),
        ("Ran a choir on GBP 4k, with the aim to stay within 5 %", "5 %"),
    ],
)
def test_a_target_is_known_as_one(line: str, aim: str) -> None:
    assert any(aim in line[a:b] for a, b in aims_in(line))
    assert not any(aim.split()[0] in f for f in figures_in(line))


@pytest.mark.parametrize(
    "line",
    [
        "Met the SLA of 99.9 % for 18 months",
        "Run the ferry tickets, login SLO 99.9%",
        "SLO of 99.9 %, met every quarter",
        "Raised the target of 20 donors to 60 donors",
        "Improved SLA compliance from 91 % to 98 %",
        "Sales 120 % of target",
        "Scored 30 goals in one season",
        "Planned the menu for 300 guests",
        "Exceeded the fundraising goal of $50,000 by 20%",
    ],
)
def test_a_target_that_was_met_or_moved_is_a_figure_of_the_work(line: str) -> None:
    assert aims_in(line) == ()
    assert figures_in(line)


def test_the_figure_to_tell_is_what_came_and_not_what_was_wanted() -> None:
    line = "Sent streak mails with a target of 30 % opt-in; the pilot got 19 %"
    assert outcome_figure(figures_in(line), "The pilot got 19 %.", line) == "19 %"

"""Figures that nobody should be asked the start of."""

from __future__ import annotations

import pytest

from report_gen.coaching.probe_limits import is_price
from tests.coaching.test_stories import analyse


@pytest.mark.parametrize(
    ("line", "figure", "price"),
    [
        ("Ran the review of the March outage (5h, ~£900k), no repeat.", "£900k", True),
        ("Closed the data breach (2 days, $40k) with the insurer.", "$40k", True),
        ("Moved off the vendor when the contract hit $600k", "$600k", True),
        ("Rebuilt billing after a failure which cost us $90k", "$90k", True),
        ("Cut the cost of outages by $90k a year", "$90k", False),
        ("Replaced the boiler (saving £4k a year)", "£4k", False),
    ],
)
def test_what_a_mishap_or_a_vendor_cost_is_no_result(line: str, figure: str, price: bool) -> None:
    assert is_price(line, figure) is price


def test_a_budget_or_a_level_is_not_asked_for_its_start() -> None:
    person = {
        "basics": {"name": "Ada Berg"},
        "work": [{"name": "Fernhollow", "position": "Site Manager", "startDate": "2020-05", "highlights": [
            "Built the new wing of the clinic with a budget of $19M",
            "Built a plant classifier for the garden, 86% accuracy on 12 species"]}],
    }  # fmt: skip
    coaching = analyse(person).coaching
    asked = [q.question for q in coaching.questions]
    assert not any("$19M" in q and "before" in q for q in asked)
    assert not any("86%" in q and "before you started" in q for q in asked)
    assert any("86%" in q for q in asked)

"""Pieces of a line end where a phrase ends."""

from __future__ import annotations

import pytest

from report_gen.coaching.excerpts import excerpt
from tests.coaching.test_xray import _xray_of


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "night calls from the lock keepers fell from 31 to 8 in five months, alongside the work of the new harbour council",
            "night calls from the lock keepers fell from 31 to 8 in five months",
        ),
        (
            "among boats of more than nine metres which had booked a berth a week ahead, refusals went from 12% to 4%",
            "refusals went from 12% to 4%",
        ),
        (
            "repaired a fault in the pumps that had kept the small boats of the upper basin below half of their berths (a third after)",
            "repaired a fault in the pumps that had kept the small boats of the upper basin",
        ),
        ("waiting time down from 14 to 6 minutes", "waiting time down from 14 to 6 minutes"),
    ],
)
def test_a_piece_ends_where_a_phrase_ends(text: str, shown: str) -> None:
    assert excerpt(text) == shown


def test_a_span_of_a_shift_is_no_change_and_a_release_no_figure() -> None:
    nights = "Looked after 4 to 5 boats a night, lock keeper from 2018"
    kafka = "Ran the berth server, upgrade from 1.1 to 2.6 in one night"
    found = _xray_of(nights, kafka)
    assert "how it was measured" not in found[nights].missing  # type: ignore[attr-defined]
    assert found[kafka].metric == ""  # type: ignore[attr-defined]

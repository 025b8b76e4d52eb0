"""What a line is asked depends on the kind of deed it tells of."""

from __future__ import annotations

import pytest

from report_gen.coaching.deed_kinds import deed_of


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Interviewed over 90 ferry passengers about the night line.", "study"),
        ("Interviewed 14 candidates for the deck crew.", "hiring"),
        ("Interviewer for deck crews and kitchen staff.", "hiring"),
        ("Worked on a tide model with the harbour institute.", ""),
        ("Ran the lost property desk on Sundays.", "duty"),
        ("Ran a reminder for unpaid fares; arrears went from 9% to 4%.", ""),
        ("Ran point on the move of the archive to the new hall.", "moving"),
        ("Advise two master's students of the nautical school.", "growing"),
        ("Advised the harbour office on winter dredging.", "talk"),
    ],
)
def test_the_kind_of_deed_decides_what_is_asked(line: str, kind: str) -> None:
    assert deed_of(line) == kind

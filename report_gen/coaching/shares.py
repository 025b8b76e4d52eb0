"""How many hours a round or a gap may draw: by what hangs on it and what is missing there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from report_gen.coaching.models import Round
from report_gen.coaching.stakes import missing
from report_gen.scoring.models import Gap

_BASE = 0.5
"""What even a round one is ready for may take of its weight's share."""
_OPEN = 0.75
"""How much more one takes of which everything is missing."""
_LEAST_HOURS, _LEAST = 3.0, 0.025
"""No round is left with less: an evening, or so much of all hours."""
_STORIES = 0.08
"""Stories are told in every round, so those who ask for them may draw this much at least."""
_OF_GAP: Mapping[str, float] = {"critical": 0.12, "major": 0.085, "minor": 0.05}
"""Of all hours, by how severe the gap is; our choice."""
_GAP_LEAST = 2.0
_PEOPLE = "behavioral_leadership"


def allowances(rounds: Iterable[Round], gaps: Iterable[Gap], hours: float) -> Mapping[str, float]:
    """By the id of a round or a gap: the hours it may draw of so many."""
    out = {r.id: _of_round(r, hours) for r in rounds}
    for gap in gaps:
        out[gap.id] = max(_GAP_LEAST, _OF_GAP[gap.severity] * hours)
    return out


def _of_round(r: Round, hours: float) -> float:
    share = r.weight / 100 * (_BASE + _OPEN * missing(r))
    if r.dimensions[:1] == (_PEOPLE,) and not r.id.endswith("_screen"):
        share = max(share, _STORIES)
    return max(_LEAST_HOURS, _LEAST * hours, share * hours)

"""How the hours are shared: by round in the order of what hangs on each, by gap in the order of
priority, so that who adds a plan's hours up finds the order in which the report names both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from report_gen.coaching.models import Round
from report_gen.coaching.stakes import by_stake, stake
from report_gen.scoring.models import Gap

_EVERY, _EVERY_LEAST = 0.2, 3.0
"""Of all hours, and at least so many: what is told and read for every round."""
_GAPS = 0.45
"""Of all hours, what work on gaps may take inside the rounds they come up in."""
_OF_GAP: Mapping[str, float] = {"critical": 0.16, "major": 0.11, "minor": 0.06}
"""Of all hours, what one gap may take, by how severe it is; our choice."""
_GAP_LEAST = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Shares:
    """Hours by id, ``rounds`` by stake and ``gaps`` by priority; ``every``: what serves all rounds."""

    rounds: Mapping[str, float] = field(default_factory=dict)
    gaps: Mapping[str, float] = field(default_factory=dict)
    every: float = 1e9


def share_out(rounds: Iterable[Round], gaps: Iterable[Gap], hours: float) -> Shares:
    """So many hours, shared by stake and by priority; no gap of lesser priority gets more than one
    before it."""
    ranked = by_stake(rounds)
    every = min(hours, max(_EVERY_LEAST, _EVERY * hours)) if ranked else hours
    total = sum(stake(r) for r in ranked) or 1.0
    of_gap: dict[str, float] = {}
    gaps = tuple(gaps)
    wanted = sum(g.priority for g in gaps) or 1.0
    most = hours
    for gap in gaps:
        part = min(_GAPS * hours * gap.priority / wanted, _OF_GAP[gap.severity] * hours)
        most = min(most, max(_GAP_LEAST, part))
        of_gap[gap.id] = most
    return Shares(
        rounds={r.id: (hours - every) * stake(r) / total for r in ranked},
        gaps=of_gap,
        every=every,
    )

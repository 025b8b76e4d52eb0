"""What would raise the score most, found by scoring again with that one requirement met."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from report_gen.matching.models import RequirementMatch
from report_gen.scoring.models import Component, Gap, Mover

Rescore = Callable[[Mapping[str, RequirementMatch]], tuple[Component, ...]]

_WORDS = {
    "listed_not_shown": "Show {name} in a bullet, if you have used it",
    "adjacent": "Show {name} beside the near thing you did, if you can",
    "stale": "Bring {name} up to date and say so",
    "fewer_years": "Make the years in {name} visible, if positions are missing",
    "domain": "Tie your work to {name}, if it touched it",
}
_OTHER = "Close the gap in {name} and show it in a bullet"
_UNCLOSABLE = re.compile(r"degree|doctora|bachelor|\bmaster'?s\b|\bph\.?d\b|\bdiploma\b", re.I)


def find_movers(
    verdicts: Mapping[str, RequirementMatch], gaps: tuple[Gap, ...], rescore: Rescore, score: float
) -> tuple[Mover, ...]:
    """The three best single changes about different requirements, each with its points."""
    found = []
    for gap in gaps:
        changed = {
            key: replace(v, status="met", score=1.0) if key in gap.requirements else v
            for key, v in verdicts.items()
        }
        points = round(sum(c.points for c in rescore(changed)) - score, 1)
        if points > 0 and not _UNCLOSABLE.search(gap.name):
            change = _WORDS.get(gap.kind, _OTHER).format(name=gap.name)
            found.append(Mover(change=f"{change}.", points=points, gap=gap.id))
    found.sort(key=lambda m: (-m.points, m.gap))
    best: list[Mover] = []
    about = {g.id: set(g.requirements) for g in gaps}
    for mover in found:
        if not any(about[mover.gap] & about[m.gap] for m in best):
            best.append(mover)
    return tuple(best[:3])

"""What each own line proves of what the posting asks: for the story to lead with and the cards.

Only requirements that are met count: a line that meets one in part is no proof of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from report_gen.coaching.readiness import PEOPLE
from report_gen.job.models import Requirement
from report_gen.matching.models import RequirementMatch

WEIGHT = {"required": 1.0, "responsibility": 0.8, "preferred": 0.5}
"""How much a line of the posting weighs when own lines are compared by what they answer."""
TALK = 0.6
"""What a line on manners of working ("strong communication") weighs beside one on the work."""
CITED = 3
"""Lines of a requirement that are its evidence; those behind them only touch on it."""
COUNTED = 3
"""Requirements that count for a line: one who answers many a little is no better proof."""


def answered(
    matches: Iterable[RequirementMatch], requirements: Iterable[Requirement]
) -> dict[str, list[tuple[float, str]]]:
    """By own line, what it proves: the requirements that are met and that it speaks for, each with
    its weight times how strongly and how closely the line answers it, the most first."""
    kinds = {
        r.id: WEIGHT.get(r.kind, 0.5) * (TALK if r.dimensions == (PEOPLE,) else 1.0)
        for r in requirements
        if not r.negated
    }
    found: dict[str, list[tuple[float, str]]] = {}
    for match in matches:
        for e in match.evidence[:CITED] if match.status == "met" and match.id in kinds else ():
            value = kinds[match.id] * e.strength / 4 * e.relevance
            if value > 0:
                found.setdefault(e.ref, []).append((value, match.id))
    return {ref: sorted(rows, key=lambda row: (-row[0], row[1])) for ref, rows in found.items()}


def worth(rows: Sequence[tuple[float, str]]) -> float:
    """What a line proves in all, by the requirements it answers best."""
    return sum(value for value, _ in rows[:COUNTED])

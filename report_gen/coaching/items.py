"""A task of the plan before it has a place."""

from __future__ import annotations

from dataclasses import dataclass

PHASES = ("foundation", "deep_practice", "polish")
EVERY, EVERY_NAME = "all", "every round"
"""What a task serves that is done for all rounds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A task before it has a place. ``must``: 1 first, 2 next, 0 by value; ``lead``: before all
    others. ``least``: with at least these hours a shorter version (``short_title``) is worth
    doing; 0 for all or nothing."""

    id: str
    phase: str
    title: str
    hours: float
    serves: str
    serves_name: str
    proof: str
    value: float
    least: float = 0.0
    short_title: str = ""
    prerequisites: tuple[str, ...] = ()
    resources: tuple[str, ...] = ()
    must: int = 0
    lead: bool = False
    kind: str = "study"
    skills: tuple[str, ...] = ()
    dimensions: tuple[str, ...] = ()
    round: str = ""
    """Id of the round it is done for, "" where it serves all of them."""
    gap: str = ""
    """Id of the gap it works on."""

    @property
    def draws(self) -> tuple[str, ...]:
        """Ids of the round and the gap whose hours it takes."""
        return tuple(x for x in (self.round, self.gap) if x)

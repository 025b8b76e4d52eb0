"""Lines that tell a setback, a conflict or a change of plan (turns.yaml)."""

from __future__ import annotations

import re
from functools import cached_property

from pydantic import Field

from report_gen.taxonomy.entries import PackModel, Pattern


class Turn(PackModel):
    """A kind of turn. ``pattern``: the words by which a line tells it; ``unless``: words that make it
    none. ``competency``: what such a line is told for; ``also``: what else it answers, at half the
    ``weight``. ``tells`` and ``but_not``: lines that do and that only sound like it."""

    id: str
    competency: str
    also: tuple[str, ...] = ()
    weight: float = 3.0
    pattern: Pattern
    unless: Pattern = ""
    questions: tuple[str, ...] = Field(min_length=1)
    tells: tuple[str, ...] = Field(min_length=1)
    but_not: tuple[str, ...] = ()

    @cached_property
    def found_by(self) -> re.Pattern[str]:
        """The pattern, any case."""
        return re.compile(self.pattern, re.I)

    @cached_property
    def hindered_by(self) -> re.Pattern[str] | None:
        """What makes it none; None for nothing."""
        return re.compile(self.unless, re.I) if self.unless else None

    def is_told(self, text: str) -> bool:
        """Whether the text tells this turn."""
        return self.found_by.search(text) is not None and not (
            self.hindered_by is not None and self.hindered_by.search(text)
        )

"""A posting that asks for more than anyone can answer: the first requirements count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from report_gen import limits
from report_gen.job.requirements import Unit
from report_gen.notes import Note


def keep_bounded(units: Sequence[Unit]) -> tuple[list[Unit], list[Note]]:
    """The units, those that ask for something beyond the limit set aside, and the note on it."""
    most = limits.active().requirements
    kept: list[Unit] = []
    asked = 0
    for unit in units:
        asked += bool(unit.kind)
        kept.append(
            replace(unit, kind=None, why="too_many") if unit.kind and asked > most else unit
        )
    if asked <= most:
        return kept, []
    message = f"The posting asks for {asked:,} things; the first {most:,} were taken."
    return kept, [Note(code="too_many_requirements", message=message)]

"""The plan's tasks on the person's own work: which line to do each with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from report_gen.coaching.case import Case
from report_gen.coaching.items import Item
from report_gen.coaching.models import PlanTask, PlanWeek
from report_gen.coaching.nearest import OwnLines
from report_gen.scoring.models import Gap

_BARE = frozenset({"logistics", "stories"})
"""Kinds of task that need no line: errands, and those that name the story in their title."""


def on_own_lines(
    weeks: tuple[PlanWeek, ...], items: Sequence[Item], case: Case
) -> tuple[PlanWeek, ...]:
    """The same weeks, each task with the own line it is best done with. A task that goes on in
    the next week keeps its line; drills of puzzles have none."""
    own = OwnLines(case)
    by_id = {i.id: i for i in items}
    gaps = {g.id: g for g in case.gaps}
    given: dict[str, str] = {}

    def line(task: PlanTask) -> str:
        item = by_id.get(task.id) or by_id.get(task.id.partition("~")[0])
        if item is None or item.id.startswith(("aloud_", "review_")):
            return ""  # a mock names its story
        if item.id not in given:
            given[item.id] = _line_for(item, own, gaps)
        return given[item.id]

    def on_line(task: PlanTask) -> PlanTask:
        ref = line(task)
        return task if ref == task.ref else replace(task, ref=ref)

    return tuple(replace(w, tasks=tuple(on_line(t) for t in w.tasks)) for w in weeks)


def _line_for(item: Item, own: OwnLines, gaps: Mapping[str, Gap]) -> str:
    if item.kind in _BARE or item.dimensions[:1] == ("coding",):
        return ""
    if item.kind == "gap":
        made = item.phase == "deep_practice"  # what is read and listed first needs none
        return own.nearest(gaps[item.serves].skills) if made and item.serves in gaps else ""
    return own.nearest(item.skills)

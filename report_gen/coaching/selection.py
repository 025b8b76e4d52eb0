"""What of the menu fits into the hours, and in which order it can be done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from report_gen.coaching.calendar import half_hours
from report_gen.coaching.tasks import PHASES, Item

SHARE = 0.08
"""Of all hours, what one task that must be done may take before its short form is enough."""


def select(items: tuple[Item, ...], hours: float) -> tuple[list[Item], list[Item]]:
    """What fits, musts first and then by worth per hour, with what it needs before it; the rest
    by worth. A must that would eat more than its share, and a task too long for the hours left,
    are taken in their short form if they have one."""
    by_id = {i.id: _shortened(i, SHARE * hours) if i.must else i for i in items}
    taken: dict[str, Item] = {}
    left = hours
    ranked = sorted(
        by_id.values(),
        key=lambda i: (
            not i.lead,
            i.must or 9,
            -i.value / i.hours**0.7,
            PHASES.index(i.phase),
            i.id,
        ),
    )
    for item in ranked:
        needed = [i for i in _closure(item, by_id) if i.id not in taken]
        cost = sum(i.hours for i in needed)
        if needed and cost <= left + 1e-9:
            taken.update({i.id: i for i in needed})
            left -= cost
        elif needed == [item] and item.least and item.least <= left:
            short = _shortened(item, left)
            taken[item.id] = short
            left -= short.hours
    rest = [i for i in sorted(items, key=lambda i: (-i.value, i.id)) if i.id not in taken]
    return [taken[i.id] for i in items if i.id in taken], rest


def _shortened(item: Item, most: float) -> Item:
    """The short form of a task in at most so many hours, not below the least that is worth it."""
    if item.hours <= most or not item.least:
        return item
    hours = max(item.least, half_hours(most))
    return replace(item, hours=min(item.hours, hours), title=item.short_title or item.title)


def _closure(item: Item, by_id: Mapping[str, Item], seen: tuple[str, ...] = ()) -> list[Item]:
    """The prerequisites of a task, deepest first, and the task itself."""
    out: list[Item] = []
    for name in item.prerequisites:
        if name in by_id and name not in seen:
            out += [i for i in _closure(by_id[name], by_id, (*seen, item.id)) if i not in out]
    return [*out, item]


def in_order(items: list[Item]) -> list[Item]:
    """By phase and worth, but never before what a task needs."""
    ids = {i.id for i in items}
    waiting = sorted(
        items,
        key=lambda i: (
            PHASES.index(i.phase),
            not i.lead,
            {1: 0, 2: 1}.get(i.must, 2),
            -i.value,
            i.id,
        ),
    )
    done: set[str] = set()
    order: list[Item] = []
    while waiting:
        ready = next(
            (i for i in waiting if all(p in done or p not in ids for p in i.prerequisites)),
            waiting[0],
        )
        waiting.remove(ready)
        done.add(ready.id)
        order.append(ready)
    return order

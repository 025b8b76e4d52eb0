"""What of the menu fits into the hours, and in which order it can be done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from report_gen.coaching.calendar import half_hours
from report_gen.coaching.tasks import PHASES, Item

SHARE = 0.08
"""Of all hours, what one task that must be done may take before its short form is enough."""


COVERS = 3
"""``Item.must`` of tasks that are chosen so that a round is not left untouched: early, within its share."""
FREER = (1.0, 1.2, 1.5)
"""What is left when everybody has had their share is shared out again, and again."""


def select(
    items: tuple[Item, ...], hours: float, allowed: Mapping[str, float] | None = None
) -> tuple[list[Item], list[Item]]:
    """What fits, musts first and then by worth per hour, with what it needs before it; the rest
    by worth. A must that would eat more than its share, and a task too long for the hours left,
    are taken in their short form if they have one. ``allowed``: the hours that what a task draws
    on (``Item.draws``) may take in all; musts of the first two kinds are taken all the same."""
    by_id = {i.id: _shortened(i, SHARE * hours) if i.must else i for i in items}
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
    chest = _Chest(left=hours, allowed=dict(allowed or {}))
    for freer in FREER:
        for item in ranked:
            _take(item, chest, by_id, freer)
    taken = chest.taken
    rest = [i for i in sorted(items, key=lambda i: (-i.value, i.id)) if i.id not in taken]
    return [taken[i.id] for i in items if i.id in taken], rest


@dataclass(slots=True)
class _Chest:
    """What has been taken, and the hours that are left in all and for each purpose."""

    left: float
    allowed: dict[str, float]
    taken: dict[str, Item] = field(default_factory=dict)
    used: dict[str, float] = field(default_factory=dict)

    def room(self, item: Item, freer: float) -> float:
        """The hours the task may still take."""
        if 0 < item.must < COVERS:
            return self.left
        free = (
            freer * self.allowed[d] - self.used.get(d, 0.0) for d in item.draws if d in self.allowed
        )
        return min(self.left, *free, 1e9)

    def put(self, item: Item) -> None:
        self.taken[item.id] = item
        self.left -= item.hours
        for d in item.draws:
            self.used[d] = self.used.get(d, 0.0) + item.hours


def _take(item: Item, chest: _Chest, by_id: Mapping[str, Item], freer: float) -> None:
    if item.id in chest.taken:
        return
    needed = [i for i in _closure(item, by_id) if i.id not in chest.taken]
    before = sum(i.hours for i in needed[:-1])
    room = min(chest.left, chest.room(item, freer)) - before
    if item.hours > room + 1e-9:
        if not item.least or item.least > room:
            return
        needed[-1] = _shortened(item, room)
    for each in needed:
        chest.put(each)


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

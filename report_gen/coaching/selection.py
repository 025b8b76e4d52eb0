"""What of the menu fits into the hours, and in which order it can be done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from report_gen.coaching.calendar import half_hours
from report_gen.coaching.items import EVERY, PHASES, Item
from report_gen.coaching.shares import Shares

SHARE, LEADS = 0.08, 0.2
"""Of all hours, what one task that must be done may take before its short form is enough, and the
one that leads."""
FREER = (1.0, 1.25, 1.6, 2.2)
"""What is left when everybody has had their share is shared out again, and again."""


def select(
    items: tuple[Item, ...],
    hours: float,
    shares: Shares | None = None,
    spent: Mapping[str, float] | None = None,
) -> tuple[list[Item], list[Item]]:
    """What fits, musts first, then for each gap and each round what is worth most per hour, with
    what it needs before it; the rest by worth. A must that would eat more than its share, and a
    task too long for the hours left, are taken in their short form if they have one. No gap and no
    round takes more than its share, or than the one before it; ``spent``: hours of rounds that are
    planned already."""
    by_id = {
        i.id: _shortened(i, (LEADS if i.lead else SHARE) * hours) if i.must else i for i in items
    }
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
    chest = _Chest(left=hours, used=dict(spent or {}))
    for item in (i for i in ranked if i.must == 1):
        _take(item, chest, by_id)
    chest.limits = dict(shares.rounds) | {EVERY: shares.every} if shares else {}
    for item in (i for i in ranked if i.must > 1):
        _take(item, chest, by_id)
    if shares is not None:
        for freer in FREER:
            _share_out(ranked, chest, by_id, shares, freer)
    chest.limits = {}
    if shares is None:
        for item in ranked:
            _take(item, chest, by_id)
    taken = chest.taken
    rest = [i for i in sorted(items, key=lambda i: (-i.value, i.id)) if i.id not in taken]
    return [taken[i.id] for i in items if i.id in taken], rest


def _share_out(
    ranked: list[Item], chest: _Chest, by_id: Mapping[str, Item], shares: Shares, freer: float
) -> None:
    """Gaps in their order, then rounds in theirs, then what serves all."""
    chest.limits = _limits(shares, freer, chest)
    drawing = [(item, item.draws) for item in ranked]
    for group in (shares.gaps, shares.rounds):
        before = 1e9
        for id, share in group.items():
            chest.limits[id] = min(freer * share, before)
            for item, draws in drawing:
                if id in draws and (group is shares.gaps or draws == (id,)):
                    _take(item, chest, by_id)
                    if id == item.gap and item.kind == "gap" and item.id not in chest.taken:
                        _take(replace(item, round=""), chest, by_id)  # its round has no room
            before = min(before, chest.used.get(id, 0.0))
    for item, draws in drawing:
        if not draws:
            _take(item, chest, by_id)


def _limits(shares: Shares, freer: float, chest: _Chest) -> dict[str, float]:
    """What each round may have now: its share, and later no more than the one before it has."""
    limits = {EVERY: freer * shares.every}
    before = 1e9
    for id, share in shares.rounds.items():
        limits[id] = min(freer * share, before)
        if freer > 1:
            before = min(before, chest.used.get(id, 0.0))
    return limits


@dataclass(slots=True)
class _Chest:
    """What has been taken, and the hours that are left in all and for each purpose."""

    left: float
    limits: dict[str, float] = field(default_factory=dict)
    taken: dict[str, Item] = field(default_factory=dict)
    used: dict[str, float] = field(default_factory=dict)

    def over(self, items: list[Item]) -> float:
        """The hours by which the tasks, taken together, are too many; 0 where they fit."""
        drawn = Counter[str]()
        for item in items:
            for d in item.draws or (EVERY,):
                drawn[d] += item.hours  # type: ignore[assignment]
        free = {d: limit - self.used.get(d, 0.0) for d, limit in self.limits.items()}
        most = [n - free[d] for d, n in drawn.items() if d in free]
        found = max([sum(i.hours for i in items) - self.left, *most])
        return found if found > 1e-9 else 0.0

    def put(self, item: Item) -> None:
        self.taken[item.id] = item
        self.left -= item.hours
        for d in item.draws or (EVERY,):
            self.used[d] = self.used.get(d, 0.0) + item.hours


def _take(item: Item, chest: _Chest, by_id: Mapping[str, Item]) -> None:
    if item.id in chest.taken:
        return
    needed = [i for i in _closure(item, by_id) if i.id not in chest.taken]
    over = chest.over(needed)
    if over > 0:
        if not item.least or item.hours - over < item.least - 1e-9:
            return
        needed[-1] = _shortened(item, item.hours - over)
        if chest.over(needed) > 0:
            return
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

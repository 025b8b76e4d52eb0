"""Retention: after a time an order's inputs, outputs and rows go, and it is proven that they went."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from report_gen.batch import intake
from report_gen.batch.engine import Queue, Standing
from report_gen.batch.gate import GATE
from report_gen.batch.models import INPUTS
from report_gen.batch.outbox import Outbox
from report_gen.batch.place import Place
from report_gen.batch.steps import WORK
from report_gen.batch.store import PLACES, Store
from report_gen.errors import CannotWriteError, UsageError

_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800}
ORPHAN_AGE = 3600.0
"""An input that no order refers to may belong to one being taken in at this moment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Purged:
    """What went. ``left`` names what could still be found afterwards: empty is the proof."""

    orders: tuple[str, ...]
    inputs: int
    folders: int
    rows: int
    unfinished: int
    left: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Plain JSON values."""
        return {
            "orders": list(self.orders), "inputs": self.inputs, "folders": self.folders,
            "rows": self.rows, "unfinished_kept": self.unfinished, "left": list(self.left),
        }  # fmt: skip


def seconds_of(age: str) -> float:
    """ "30d", "12h", "90m" -> seconds. Raises UsageError (``bad_age``)."""
    match = re.fullmatch(r"(\d{1,6})\s*([smhdw])", age.strip().lower())
    if match is None:
        raise UsageError(
            "bad_age",
            f"{age[:40]!r} is no age.",
            "Write a number and s, m, h, d or w: --older-than 30d",
        )
    return int(match[1]) * _UNITS[match[2]]


def purge(place: Place, older_than: float, *, now: float | None = None) -> Purged:
    """Remove all finished work that ended more than ``older_than`` seconds ago.

    Work that waits or runs stays. Inputs go once no remaining order refers to them; leftovers
    of works that the database does not know go too. Raises CannotWriteError
    (``not_purged``) naming what could not be removed.
    """
    queue = Queue(place.database)
    try:
        result = _purge(place.store, queue, (now or time.time()) - older_than, now or time.time())
    finally:
        queue.close()
    if result.left:
        raise CannotWriteError(
            "not_purged",
            f"{len(result.left)} item(s) are still there: {', '.join(result.left[:5])}.",
            "Check the permissions and run purge again.",
        )
    return result


def _purge(store: Store, queue: Queue, until: float, now: float) -> Purged:
    known = queue.standings(specs=True)
    old = [s for s in known if s.state not in ("waiting", "running") and s.updated <= until]
    gone = {s.work_id for s in old}
    kept = [s for s in known if s.work_id not in gone]
    outbox = Outbox(store)
    folders = sum(_remove_work(s, store, outbox) for s in old)
    store.sweep(ORPHAN_AGE)
    _remove_strays(store, {s.work_id for s in kept}, now)
    inputs = _remove_inputs(store, _digests(kept), _digests(old), now)
    queue.forget(sorted(gone))
    left = _left(store, queue, old, _digests(kept))
    for name in ("summary.csv", "summary.html"):  # they name orders that are gone
        if gone:
            store.remove(name)
    return Purged(
        orders=tuple(sorted({s.order_id for s in old})),
        inputs=inputs,
        folders=folders,
        rows=len(gone),
        unfinished=sum(s.state in ("waiting", "running") for s in kept),
        left=tuple(left),
    )


def _remove_work(standing: Standing, store: Store, outbox: Outbox) -> int:
    count = 0
    if outbox.stands(standing.order_id, standing.work_id):
        count = outbox.remove(standing.order_id)
    store.remove(f"{WORK}/{standing.work_id}")
    store.remove(f"{GATE}/{standing.work_id}.json")
    if intake.current(standing.order_id, store) == standing.work_id:
        store.remove(f"{intake.ORDERS}/{standing.order_id}.json")
    return count


def _remove_strays(store: Store, kept: set[str], now: float) -> None:
    """Work folders and gate records of works that no longer exist."""
    for prefix, suffix in ((WORK, ""), (GATE, ".json")):
        for name in list(store.names(prefix)):
            if name.removesuffix(suffix) not in kept:
                key = f"{prefix}/{name}"
                if now - store.age(key) > ORPHAN_AGE:
                    store.remove(key)


def _remove_inputs(store: Store, needed: set[str], released: set[str], now: float) -> int:
    count = 0
    for digest in list(store.names(intake.INPUTS)):
        key = f"{intake.INPUTS}/{digest}"
        orphan = digest not in needed and now - store.age(key) > ORPHAN_AGE
        if digest not in needed and (digest in released or orphan):
            store.remove(key)
            count += 1
    return count


def _digests(standings: Iterable[Standing]) -> set[str]:
    found = set()
    for standing in standings:
        spec = standing.spec or {}
        for name in INPUTS:
            if spec.get(name):
                found.add(str(spec[name]["digest"]))
    return found


def _left(store: Store, queue: Queue, old: list[Standing], needed: set[str]) -> list[str]:
    """Look again for everything that should be gone."""
    left = []
    for standing in old:
        keys = [f"{WORK}/{standing.work_id}", f"{GATE}/{standing.work_id}.json"]
        left += [key for key in keys if store.exists(key)]
        status = Outbox(store).status(standing.order_id)
        if status is not None and status["work_id"] == standing.work_id:
            left += [f"{p}{standing.order_id}" for p in PLACES.values()]
    inputs = _digests(old) - needed
    left += [f"{intake.INPUTS}/{d}" for d in sorted(inputs) if store.exists(f"{intake.INPUTS}/{d}")]
    rows = queue.standings(work_ids=[s.work_id for s in old]) if old else []
    return left + [f"row {s.work_id}" for s in rows]

"""The operator's desk: what became of the orders, and the few things a person decides."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from report_gen.batch import intake
from report_gen.batch.engine import Queue, Standing
from report_gen.batch.locks import SessionLock
from report_gen.batch.outbox import Outbox
from report_gen.batch.place import Place
from report_gen.batch.store import OWN
from report_gen.batch.summary import rows_of, write_rows
from report_gen.errors import UsageError


def settled(standings: Iterable[Standing], outbox: Outbox) -> list[Standing]:
    """The standings with what a person or the gate decided after the verdict was recorded."""
    out = []
    for standing in standings:
        status = outbox.status(standing.order_id) if standing.verdict else None
        if standing.verdict and status and status["work_id"] == standing.work_id:
            changes = {"word": status["verdict"], "code": status["code"], "alarm": status["alarm"]}
            if status["verdict"] == "refused":
                changes |= {"reason": status["reason"], "files": [], "pages": 0}
            standing = replace(standing, verdict={**standing.verdict, **changes})
        out.append(standing)
    return out


class Desk:
    """Everything but running: for ``status``, ``show``, ``retry``, ``release``, ``recover``."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self._queue = Queue(place.database)
        self._outbox = Outbox(place.store)

    def standings(self) -> list[Standing]:
        """One for each order: the work it means now."""
        store = self._place.store
        known = settled(self._queue.standings(), self._outbox)
        current: dict[str, str | None] = {}
        out = []
        for standing in known:
            order = standing.order_id
            if order not in current:
                current[order] = intake.current(order, store)
            if current[order] in (None, standing.work_id):
                out.append(standing)
        return out

    def overview(self) -> dict[str, Any]:
        """Counts by verdict or state, the oldest unfinished order's age, and a row an order."""
        standings = self.standings()
        rows = rows_of(standings)
        now = time.time()
        open_since = [s.created for s in standings if s.state in ("waiting", "running")]
        return {
            "counts": dict(sorted(Counter(row["verdict"] for row in rows).items())),
            "oldest_unfinished_seconds": round(max((now - t for t in open_since), default=0.0), 1),
            "alarms": sum(bool(s.verdict and s.verdict.get("alarm")) for s in standings),
            "running_on": dict(
                sorted(Counter(s.executor for s in standings if s.state == "running").items())
            ),
            "orders": rows,
        }

    def write_summary(self) -> None:
        """``summary.csv`` and ``summary.html`` of all orders into the store."""
        write_rows(self._place.store, rows_of(self.standings()))

    def show(self, order_id: str) -> dict[str, Any]:
        """All that is known of an order, without a word of its documents."""
        standing = self._find(order_id, specs=True)
        return {
            **rows_of([standing])[0],
            "state": standing.state,
            "executor": standing.executor,
            "created": _time(standing.created),
            "updated": _time(standing.updated),
            "spec": standing.spec,
            "published": self._outbox.status(order_id),
        }

    def retry(self, order_id: str) -> Standing:
        """Do an order anew, whatever it came to; its folder goes first."""
        standing = self._find(order_id)
        if standing.state in ("waiting", "running"):
            raise UsageError(
                "not_finished",
                f"The order {order_id} is {standing.state}.",
                "Wait for its verdict; a running order of a lost machine needs reportgen recover.",
            )
        self._outbox.remove(order_id)
        self._place.store.remove(f"{OWN}/work/{standing.work_id}")
        self._queue.again(standing.work_id)
        return standing

    def release(self, order_id: str) -> None:
        """A held report becomes a finished one: a person has looked at it."""
        standing = self._find(order_id)
        verdict = standing.verdict or {}
        if verdict.get("word") != "held" or not self._outbox.release(order_id):
            raise UsageError(
                "not_held",
                f"The order {order_id} is not held: {verdict.get('word', standing.state)}.",
                "Only held orders can be released; reportgen status lists them.",
            )

    def recover(self, executor: str, *, force: bool = False) -> list[str]:
        """Give the running orders of a lost machine to the others; returns their ids.

        Refused while a worker of that id is alive (its lock tells), since two would then work
        the same orders: harmless, but wasted.
        """
        if not force and self._place.database.startswith("postgresql"):
            lock = SessionLock(self._place.database.replace("+psycopg", "", 1), executor)
            if not lock.try_take():
                raise UsageError(
                    "still_running",
                    f'The worker "{executor}" is connected to the database: it is not lost.',
                    "Stop it first, or start it again under the same id: it takes its orders up.",
                )
            lock.free()
        lost = self._queue.standings(running=True, executor=executor)
        if lost:
            self._queue.take_up([s.work_id for s in lost])
        return [s.order_id for s in lost]

    def __enter__(self) -> Desk:
        return self

    def __exit__(self, *error: object) -> None:
        """Give the connections back."""
        self._queue.close()

    def _find(self, order_id: str, *, specs: bool = False) -> Standing:
        work_id = intake.current(order_id, self._place.store)
        found: Sequence[Standing] = ()
        if work_id is not None:
            found = self._queue.standings(work_ids=[work_id], specs=specs)
        if not found:
            raise UsageError(
                "no_such_order", f"No order is called {order_id}.", "reportgen status lists them."
            )
        return settled(found, self._outbox)[0]


def _time(seconds: float) -> str:
    from datetime import UTC, datetime

    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds") if seconds else ""


def refuse_while_running(place: Place) -> None:
    """Raises UsageError (``already_running``) if a batch is at work in the folder."""
    from report_gen.batch.locks import FolderLock

    if place.lock_path is not None and Path(place.lock_path).exists():
        lock = FolderLock(place.lock_path)
        lock.take("A batch")
        lock.free()

"""``reportgen batch`` and ``submit``: a list of orders in, their verdicts out."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from report_gen.batch import intake
from report_gen.batch.board import Board
from report_gen.batch.desk import settled
from report_gen.batch.engine import Queue, Standing, prepare
from report_gen.batch.gate import gate_key
from report_gen.batch.locks import FolderLock
from report_gen.batch.logs import Log
from report_gen.batch.manifest import read_manifest
from report_gen.batch.models import Spec
from report_gen.batch.outbox import Outbox
from report_gen.batch.place import Place, in_folder
from report_gen.batch.store import OWN
from report_gen.batch.summary import write_summary
from report_gen.batch.worker import Stop, Worker
from report_gen.errors import CannotWriteError, ExitCode, UsageError
from report_gen.rendering.brand import PLAIN, Brand

EXECUTOR = "local"
"""One folder has one process, so its id can be constant: what it left is its own to take up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """Orders given to the queue: ``specs`` all of them, ``todo`` the ids that are to be worked."""

    specs: list[Spec]
    todo: set[str]


def run_batch(
    manifest: Path,
    out: Path,
    *,
    jobs: int,
    force: bool = False,
    packs: Sequence[Path] = (),
    stated: Mapping[str, Any] | None = None,
    brand: Brand = PLAIN,
    quiet: bool = False,
    metrics: int | None = None,
    grace: int = 20,
    allow_unsandboxed: bool = False,
) -> int:
    """Work every order of the list off into ``out``; returns the exit code.

    0 all done, 3 some held or refused, 1 some failed (the next run takes them up), 130 stopped.
    Raises ReportGenError before anything is started if the list, the packs or the folder are
    not as they must be, or if this host does not let us confine what reads the documents
    (``no_sandbox``; the orders then wait in the folder for the next run).
    """
    orders = read_manifest(manifest, stated, brand)
    digest = _packs_digest(packs)
    place = in_folder(out, create=True)
    lock = FolderLock(out.resolve() / OWN / "lock")
    lock.take("A batch")
    stop = Stop()
    stop.listen()
    prepare(place.database)
    queue = Queue(place.database)
    with _can_write(place):
        place.store.sweep(0)
        taken = take(orders, place, queue, digest, force=force)
    board = Board(total=len(taken.specs), todo=len(taken.todo), quiet=quiet)
    if not taken.todo:
        board.tell_todo()
    else:
        log = Log(out.resolve() / OWN / "log.jsonl", EXECUTOR)
        worker = Worker(place, executor=EXECUTOR, jobs=jobs, packs=packs, log=log)
        worker.on_finished(board.finished)
        if metrics is not None:
            from report_gen.batch.worker import queue_now

            worker.measures.serve(metrics, "127.0.0.1", lambda: queue_now(queue))
        board.start()
        try:
            if not allow_unsandboxed:
                worker.insist_on_walls(stop)
        except UsageError:
            board.stop()
            raise
        if not stop.asked:
            worker.launch(ahead=1, poll=0.05)
            _wait(queue, stop, worker)
        board.stop()
        worker.close(grace if stop.asked else 0)
    standings = settled(
        queue.standings(work_ids=[s.work_id for s in taken.specs]), Outbox(place.store)
    )
    code = _exit_code(standings, stop.asked)
    with _can_write(place):
        write_summary(place.store, taken.specs, standings)
    board.tell_end(standings, out, interrupted=stop.asked)
    lock.free()
    return code


def submit(
    manifest: Path,
    place: Place,
    *,
    force: bool = False,
    packs: Sequence[Path] = (),
    stated: Mapping[str, Any] | None = None,
    brand: Brand = PLAIN,
) -> Taken:
    """Give the orders of a list to the workers of a database; runs nothing itself."""
    orders = read_manifest(manifest, stated, brand)
    digest = _packs_digest(packs)
    prepare(place.database)
    queue = Queue(place.database)
    try:
        with _can_write(place):
            return take(orders, place, queue, digest, force=force)
    finally:
        queue.close()


def take(orders: list[Any], place: Place, queue: Queue, packs: str, *, force: bool) -> Taken:
    """Inputs into the store, work into the queue: only what is missing, changed or forced."""
    store = place.store
    gate_key(store)
    batch = secrets.token_hex(6)
    specs = intake.take_in(orders, store, packs, batch, date.today())
    known = {s.work_id: s for s in queue.standings(work_ids=[s.work_id for s in specs])}
    outbox = Outbox(store)
    todo: set[str] = set()
    for spec in specs:
        before = intake.point_to(spec, store)
        if before is not None:
            _set_aside(queue, before)
        standing = known.get(spec.work_id)
        if standing is None:
            queue.submit(spec.work_id, spec.to_dict())
            todo.add(spec.work_id)
        elif standing.state in ("waiting", "running"):
            todo.add(spec.work_id)
        elif force or not _stands(standing, outbox):
            if force:
                outbox.remove(spec.order_id)
            store.remove(f"{OWN}/work/{spec.work_id}")
            queue.again(spec.work_id)
            todo.add(spec.work_id)
    return Taken(specs=specs, todo=todo)


@contextmanager
def _can_write(place: Place) -> Iterator[None]:
    """A store that can't be written is the operator's to mend."""
    try:
        yield
    except OSError as error:
        raise CannotWriteError(
            "cannot_write",
            f"{place.store.name} can't be written: {error.strerror or type(error).__name__}.",
            "Check the permissions and the free space, and run again: nothing is lost.",
        ) from error


def _set_aside(queue: Queue, work_id: str) -> None:
    """Earlier work of an order that changed: no longer wanted, if it still waits or runs."""
    for standing in queue.standings(work_ids=[work_id]):
        if standing.state in ("waiting", "running"):
            queue.cancel(work_id)


def _stands(standing: Standing, outbox: Outbox) -> bool:
    """Whether the order has its verdict, and the folder that goes with it is there."""
    if standing.state != "finished" or standing.verdict is None:
        return False
    return outbox.stands(standing.order_id, standing.work_id)


def _packs_digest(packs: Sequence[Path]) -> str:
    from report_gen.pipeline import load_packs

    return load_packs(tuple(packs)).digest


STUCK = 30.0
"""Seconds in which orders are unfinished and none runs, after which the database is given up: it
could not record what became of them (its disk is full). The next run takes them up."""


def _wait(queue: Queue, stop: Stop, worker: Worker) -> None:
    """Until nothing is waiting or running any more, or the process is to stop."""
    while not stop.wait(0.5):
        with suppress(Exception):  # the database is busy: ask again
            if not queue.standings(unfinished=True):
                return
        if worker.idle > STUCK:
            return


def _exit_code(standings: list[Standing], interrupted: bool) -> int:
    words = [s.verdict["word"] if s.verdict else s.state for s in standings]
    if interrupted and any(word in ("waiting", "running") for word in words):
        return ExitCode.INTERRUPTED
    if any(word in ("waiting", "running", "failed", "cancelled") for word in words):
        return ExitCode.BUG
    if any(word in ("held", "refused") for word in words):
        return ExitCode.UNREADABLE
    return ExitCode.OK

"""A process that works orders off: the engine, its children, its lock; and how it stops."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import Any

from report_gen.batch.children import Children, leave_nothing
from report_gen.batch.engine import Engine, Queue, prepare
from report_gen.batch.locks import FolderLock, SessionLock
from report_gen.batch.logs import Log
from report_gen.batch.measures import Measures
from report_gen.batch.place import Place
from report_gen.batch.steps import Steps
from report_gen.containment import no_sandbox
from report_gen.errors import ExitCode

LEFT_BEHIND = 3600.0
"""Seconds after which a half-written file on a shared folder belongs to nobody any more."""

Lock = FolderLock | SessionLock


class Stop:
    """Set by Ctrl-C or SIGTERM; a second signal ends at once (nothing is lost by that either)."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def listen(self) -> None:
        """Take the signals over from Python."""
        for kind in (signal.SIGINT, signal.SIGTERM):
            signal.signal(kind, self._on_signal)

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        if self._event.is_set():
            with suppress(OSError):
                os.write(2, b"Stopped at once. Nothing is lost: start it again to go on.\n")
            os._exit(ExitCode.INTERRUPTED)
        self._event.set()

    def wait(self, seconds: float) -> bool:
        """True as soon as the process is to stop."""
        return self._event.wait(seconds)

    @property
    def asked(self) -> bool:
        """Whether the process is to stop."""
        return self._event.is_set()


class Worker:
    """Takes up interrupted orders, then new ones. ``close`` leaves everything resumable."""

    def __init__(
        self,
        place: Place,
        *,
        executor: str,
        jobs: int,
        packs: Sequence[Path],
        log: Log,
        measures: Measures | None = None,
    ) -> None:
        self.measures = measures or Measures()
        self.log = log
        self._jobs = jobs
        # The template is started before the engine has threads, and warms up beside it.
        self._children = Children(jobs, packs)
        self._children.start()
        self._steps = Steps(place.store, self._children, log, self.measures)
        self._engine = Engine(place.database, executor, self._steps, log)

    def on_finished(self, call: Callable[[Mapping[str, Any], Mapping[str, Any]], None]) -> None:
        """Called with spec and verdict of each order that ends in this process."""
        self._engine.finished = call

    @property
    def idle(self) -> float:
        """Seconds in which no order has run here; 0 while one does."""
        return self._engine.idle

    def missing_walls(self, stop: Stop) -> list[str]:
        """What this host does not let us put up around the children.

        The first child waits until everything is loaded; who stops meanwhile need not wait.
        """
        look = ThreadPoolExecutor(1)
        found = look.submit(self._children.walls)
        while not found.done() and not stop.asked:
            wait([found], timeout=0.1)
        look.shutdown(wait=False)
        return found.result() if found.done() else []

    def insist_on_walls(self, stop: Stop) -> None:
        """Raises UsageError (``no_sandbox``) where the children would not be confined: strangers'
        documents are not read for others without that. Nothing of this worker goes on then."""
        missing = self.missing_walls(stop)
        if missing and not stop.asked:
            self._children.close()
            raise no_sandbox(missing)

    def launch(self, *, ahead: int, poll: float) -> None:
        """Begin. ``ahead`` orders are taken out of the queue beyond those being worked on, so
        that the time between two looks at the queue is not lost."""
        self._engine.launch(self._jobs + ahead, poll)
        self.log.tell("worker_started", jobs=self._jobs)

    def close(self, grace: int) -> None:
        """Give running orders ``grace`` seconds, then stop where they stand."""
        self._engine.stop(grace)
        self._children.close()
        self.log.tell("worker_stopped")


def work(
    place: Place,
    *,
    executor: str,
    jobs: int,
    packs: Sequence[Path] = (),
    metrics: int | None = None,
    metrics_host: str = "127.0.0.1",
    drain: bool = False,
    grace: int = 60,
    allow_unsandboxed: bool = False,
) -> int:
    """``reportgen worker``: until it is told to stop, or (``drain``) the queue is empty."""
    stop = Stop()
    stop.listen()
    prepare(place.database)
    lock = _executor_lock(place, executor)
    lock.take("A worker")
    queue = Queue(place.database)
    place.store.sweep(LEFT_BEHIND)
    worker = Worker(place, executor=executor, jobs=jobs, packs=packs, log=Log(sys.stderr, executor))
    if not allow_unsandboxed:
        worker.insist_on_walls(stop)
    if not stop.asked:
        worker.launch(ahead=0, poll=0.2)
    if metrics is not None:
        worker.measures.serve(metrics, metrics_host, lambda: queue_now(queue))
    code = ExitCode.OK
    while not stop.wait(5.0 if not drain else 1.0):
        if isinstance(lock, SessionLock) and not _still_ours(lock, worker.log):
            code = ExitCode.BUG
            break
        if drain and _drained(queue):
            break
    if stop.asked:
        code = ExitCode.INTERRUPTED
    worker.close(grace if not drain or stop.asked else 0)
    lock.free()
    return leave(code)


def leave(code: int) -> int:
    """End the process now: threads of the engine that wait for a database don't hold it."""
    sys.stdout.flush()
    sys.stderr.flush()
    leave_nothing()
    os._exit(int(code))


def queue_now(queue: Queue) -> dict[str, Any]:
    """Depth by state, and the age of the oldest unfinished order in seconds."""
    unfinished = queue.standings(unfinished=True)
    states = {"waiting": 0, "running": 0}
    for standing in unfinished:
        states[standing.state] += 1
    oldest = min((s.created for s in unfinished), default=time.time())
    return {"states": states, "oldest_seconds": max(0.0, time.time() - oldest)}


def _drained(queue: Queue) -> bool:
    try:
        return not queue.standings(unfinished=True)
    except Exception:  # the database is away for a moment: the engine waits for it, so do we
        return False


def _executor_lock(place: Place, executor: str) -> Lock:
    if place.database.startswith("postgresql"):
        return SessionLock(place.database.replace("+psycopg", "", 1), executor)
    return FolderLock(Path(place.database.removeprefix("sqlite:///") + ".lock"))


def _still_ours(lock: SessionLock, log: Log) -> bool:
    """The lock goes with the server's session; after a restart of the server it is taken again."""
    import psycopg

    try:
        if lock.try_take():
            return True
    except psycopg.Error:
        log.warn("database_away")
        return True
    log.warn("executor_id_taken")
    return False

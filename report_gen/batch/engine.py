"""The durable engine, DBOS Transact, behind the few calls we make of it. Nobody else imports it.

What it gives: an order's workflow runs to its end though its process is killed at any moment,
finished steps are not run again, an id that was given once is not run twice. The same code on
SQLite (no server) and PostgreSQL. What we give it: ids, digests and codes; it stores JSON.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from report_gen.batch.flow import Steps, Told, follow
from report_gen.batch.logs import EngineHandler, Log
from report_gen.containment.verdicts import host_is_short
from report_gen.errors import CannotWriteError, ReportGenError, UsageError

APP = "reportgen"
APP_VERSION = "reportgen-1"
"""Constant: the engine only takes up work of its own version, and would leave the work of an
earlier release waiting for ever. Change it only when recorded steps can no longer be replayed."""

QUEUE = "orders"
WORKFLOW = "order"
ATTEMPTS = 5
FIRST_PAUSE = 1.0
"""1, 2, 4 and 8 seconds between the attempts of a step; then the order fails until a person, or
the next run, takes it up again."""

STATES = {
    "ENQUEUED": "waiting",
    "DELAYED": "waiting",
    "PENDING": "running",
    "ERROR": "failed",
    "MAX_RECOVERY_ATTEMPTS_EXCEEDED": "failed",
    "CANCELLED": "cancelled",
}
UNFINISHED = ("ENQUEUED", "DELAYED", "PENDING")


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where an order's work stands. ``state``: waiting, running, failed, cancelled, or finished
    with a ``verdict``. Times are seconds of the epoch (0: not yet)."""

    work_id: str
    state: str
    verdict: Mapping[str, Any] | None
    created: float
    updated: float
    executor: str
    spec: Mapping[str, Any] | None = None

    @property
    def order_id(self) -> str:
        """The order this work is for."""
        return self.work_id.rpartition("-")[0]


def prepare(url: str) -> None:
    """Create or upgrade the engine's tables. Safe to call by several processes."""
    from dbos import DBOS

    _quiet(None)
    try:
        DBOS.migrate(url)
    except Exception as error:
        raise _unreachable(url, error) from error


class Queue:
    """What can be asked of the database and told to it, without running anything."""

    def __init__(self, url: str) -> None:
        from dbos import DBOSClient, DBOSPortableJSONSerializer

        _quiet(None)
        self._url = url
        try:
            self._client = DBOSClient(
                system_database_url=url,
                serializer=DBOSPortableJSONSerializer(),
                application_name=APP,
                retry_connection_errors=False,
            )
        except Exception as error:
            raise _unreachable(url, error) from error

    def submit(self, work_id: str, spec: Mapping[str, Any]) -> None:
        """To be done once; an id that is known already stays what it is."""
        try:
            self._client.enqueue(
                {
                    "workflow_name": WORKFLOW,
                    "queue_name": QUEUE,
                    "workflow_id": work_id,
                    "app_version": APP_VERSION,
                },
                dict(spec),
            )
        except Exception as error:
            raise _unreachable(self._url, error) from error

    def standings(
        self,
        *,
        work_ids: Iterable[str] | None = None,
        unfinished: bool = False,
        executor: str | None = None,
        running: bool = False,
        specs: bool = False,
    ) -> list[Standing]:
        """What stands in the database, oldest first; ``specs`` loads what was submitted."""
        status = ["PENDING"] if running else list(UNFINISHED) if unfinished else None
        found: list[Standing] = []
        wanted = list(work_ids) if work_ids is not None else None
        # In parts: a database has a limit to the values of one question.
        parts = (
            [None] if wanted is None else [wanted[i : i + 500] for i in range(0, len(wanted), 500)]
        )
        for part in parts:
            rows = self._client.list_workflows(
                workflow_ids=part, status=status, name=WORKFLOW, executor_id=executor,
                load_input=specs, load_output=not unfinished and not running,
            )  # fmt: skip
            found.extend(_standing(row) for row in rows)
        return found

    def again(self, work_id: str) -> None:
        """Do finished, failed or cancelled work anew, from its first step."""
        self._client.rewind_workflow(work_id, queue_name=QUEUE, application_version=APP_VERSION)

    def take_up(self, work_ids: list[str]) -> None:
        """Let others take up the running work of a process that is gone."""
        self._client.resume_workflows(work_ids, queue_name=QUEUE)

    def cancel(self, work_id: str) -> None:
        """Not to be done any more."""
        self._client.cancel_workflow(work_id)

    def forget(self, work_ids: list[str]) -> None:
        """Remove every row of these works."""
        for start in range(0, len(work_ids), 200):
            self._client.delete_workflows(work_ids[start : start + 200])

    def close(self) -> None:
        """Give the connections back."""
        self._client.destroy()


class Engine:
    """The process's one running engine."""

    def __init__(self, url: str, executor: str, steps: Steps, log: Log) -> None:
        from dbos import DBOS, DBOSPortableJSONSerializer

        self._dbos = DBOS
        self._steps = steps
        self.finished: Callable[[Mapping[str, Any], Told], None] = lambda spec, told: None
        self._active = 0
        self._changed = time.monotonic()
        self._guard = threading.Lock()
        _quiet(log)
        DBOS(
            config={
                "name": APP,
                "system_database_url": url,
                "application_version": APP_VERSION,
                "executor_id": executor,
                "serializer": DBOSPortableJSONSerializer(),
                "use_listen_notify": False,
                "enable_otlp": False,
                "log_level": "WARNING",
            }
        )
        _quiet(log)

        # Our own count of interruptions decides, not the engine's: it begins anew when a lost
        # machine's work is taken up by another.
        @DBOS.workflow(name=WORKFLOW, max_recovery_attempts=None)
        def order(spec: dict[str, Any]) -> Told:
            self._count(1)
            try:
                told = follow(spec, self._steps, self._step)
                self.finished(spec, told)
                return told
            finally:
                self._count(-1)

    @property
    def idle(self) -> float:
        """Seconds in which no order of this process has run; 0 while one does."""
        with self._guard:
            return 0.0 if self._active else time.monotonic() - self._changed

    def _count(self, more: int) -> None:
        with self._guard:
            self._active += more
            self._changed = time.monotonic()

    def _step(self, name: str, call: Callable[[], Told]) -> Told:
        told: Told = self._dbos.run_step(
            {
                "name": name,
                "retries_allowed": True,
                "max_attempts": ATTEMPTS,
                "interval_seconds": FIRST_PAUSE,
                "backoff_rate": 2.0,
            },
            call,
        )
        return told

    def launch(self, slots: int, poll: float) -> None:
        """Take up what was interrupted, then new orders, at most ``slots`` at a time."""
        try:
            self._dbos.launch()
            self._dbos.register_queue(
                QUEUE,
                worker_concurrency=slots,
                polling_interval_sec=poll,
                on_conflict="always_update",
            )
            self._count(0)  # what came before, warming up on a busy machine, was no idleness
        except ReportGenError:
            raise
        except Exception as error:
            raise _unreachable("", error) from error

    def stop(self, grace: int) -> None:
        """No new orders; those running get ``grace`` seconds, then are left as they stand."""
        self._dbos.destroy(workflow_completion_timeout_sec=grace)


def _standing(row: Any) -> Standing:
    verdict = row.output if row.status == "SUCCESS" and isinstance(row.output, dict) else None
    spec = None
    if row.input is not None and row.input.get("args"):
        spec = row.input["args"][0]
    return Standing(
        work_id=row.workflow_id,
        state=STATES.get(row.status, "finished"),
        verdict=verdict,
        created=(row.created_at or 0) / 1000,
        updated=(row.updated_at or 0) / 1000,
        executor=row.executor_id or "",
        spec=spec,
    )


def _quiet(log: Log | None) -> None:
    """The engine's chatter goes to our log, by place and kind only: it quotes arguments."""
    logger = logging.getLogger("dbos")
    for handler in list(logger.handlers):
        logger.removeHandler(handler)
    logger.addHandler(EngineHandler(log) if log else logging.NullHandler())
    logger.setLevel(logging.WARNING)
    logger.propagate = False


def _unreachable(url: str, error: Exception) -> ReportGenError:
    kind = type(getattr(error, "orig", error)).__name__
    if isinstance(error, RuntimeError) and "thread" in str(error):
        return host_is_short("no further thread")
    if url.startswith("sqlite"):
        return CannotWriteError(
            "cannot_write",
            f"The batch's database can't be opened ({kind}).",
            "Check the folder's permissions and the free space.",
        )
    return UsageError(
        "database_unreachable",
        f"The database can't be reached ({kind}).",
        "Check --database-url, that the server runs, and that its user may create tables.",
    )


__all__ = ["Engine", "Queue", "Standing", "prepare"]

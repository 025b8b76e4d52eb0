"""One child process for each piece of work, forked from a warm template, with limits and a clock.

The engine's process has threads, so it never forks itself: multiprocessing's fork server, a
process without threads that has everything loaded, does. A child can crash, hang or eat memory
and take nothing with it; what it returns are JSON and bytes, nothing that can be executed.
"""

from __future__ import annotations

import atexit
import gc
import json
import multiprocessing
import os
import signal
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cache
from multiprocessing.connection import Connection, wait
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from report_gen import limits
from report_gen.containment.verdicts import host_is_short
from report_gen.containment.workspace import Workspace, empty
from report_gen.errors import ExitCode, NotUnderstoodError, ReportGenError, UnreadableError
from report_gen.limits import Budget
from report_gen.output import no_room

_MOST_BYTES = 100_000_000
"""Of one file that a child returns."""


def budgets() -> dict[str, Budget]:
    """Task -> what its child may use. ``understand`` reads two documents and drafts; the wall is
    far above the processor's seconds, because a busy machine is no fault of an order."""
    now = limits.active()
    read, drawn = now.parse, now.render
    return {
        "understand": replace(read, cpu=2 * read.cpu + 60, wall=20 * read.wall),
        "render": replace(drawn, cpu=2 * drawn.cpu, wall=5 * drawn.wall),
        "noop": Budget(cpu=5, wall=60, memory=read.memory, output=read.output),
        "probe": Budget(cpu=10, wall=60, memory=read.memory, output=read.output),
    }


class ChildFailedError(Exception):
    """A child that gave no answer. ``code``: timeout, memory, killed, disk, host (none could
    be started) or fault."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(f"{code} {detail}".strip())
        self.code = code
        self.detail = detail


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What a task returned; ``peak`` is the child's largest resident size in bytes, ``missing``
    what this host did not let us put up around it."""

    told: Mapping[str, Any]
    files: Mapping[str, bytes] = field(default_factory=dict)
    peak: int = 0
    cpu: float = 0.0
    missing: Sequence[str] = ()


_LONGEST_HOME = 50
"""Characters of a temporary folder: with our folder and the socket's own name (42) they make what
all systems take for a socket, which is 103."""


@cache
def _sockets() -> Workspace:
    """Where the fork server has its socket, as long as this process lives. Its own folder would
    stay after a kill; ours is swept at the next start. The path of a socket must be short.
    """
    short = len(tempfile.gettempdir()) <= _LONGEST_HOME
    workspace = Workspace(None if short else Path("/tmp"))
    atexit.register(workspace.close)
    return workspace


def leave_nothing() -> None:
    """Before a process ends without its cleaning up."""
    if _sockets.cache_info().currsize:
        _sockets().close()


class Children:
    """At most ``jobs`` children at a time; further calls wait their turn."""

    def __init__(self, jobs: int, packs: Sequence[Path] = ()) -> None:
        from report_gen.batch import warm

        os.environ[warm.WARM] = "1"
        os.environ[warm.PACKS] = os.pathsep.join(str(p.resolve()) for p in packs)
        for name in warm.ONE_THREAD:
            os.environ.setdefault(name, "1")
        self._packs = [str(p.resolve()) for p in packs]
        self._turn = threading.BoundedSemaphore(jobs)
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload(["report_gen.batch.warm"])
        self._running: set[Any] = set()
        self._budgets = budgets()
        self._workspace = Workspace()
        self._rooms = SimpleQueue[Path]()
        for _ in range(jobs):
            self._rooms.put(self._workspace.room())
        self.closed = False

    def start(self) -> None:
        """Start the template now, so that it warms up while the engine does.

        Ctrl-C in a terminal and a supervisor's SIGTERM reach the whole group. How the work ends
        is this process's decision, so the template, and with it each child, has both blocked
        from its first instruction on.
        """
        from multiprocessing.forkserver import ensure_running
        from multiprocessing.resource_tracker import ensure_running as track

        config: dict[str, Any] = multiprocessing.current_process()._config  # type: ignore[attr-defined]
        config.setdefault("tempdir", str(_sockets().path))
        track()  # first: it would take the block away again
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
        try:
            ensure_running()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)

    def walls(self) -> list[str]:
        """What this host does not let us put up around the children; empty if all stands.

        Not only asked for: a child tries what a hostile document would like to do. Raises
        UsageError (``host_exhausted``) if no child can be started here.
        """
        with self._workspace.canary() as canary:
            outside = {"file": str(canary), "folder": str(canary.parent)}
            try:
                reply = self.call("probe", {**outside, "parent": os.getpid()}, {})
            except ChildFailedError as error:
                raise host_is_short(str(error)) from error
        holes = [f"a child can {name}" for name, why in reply.told.items() if not why]
        return [*reply.missing, *holes]

    def call(self, task: str, request: Mapping[str, Any], files: Mapping[str, bytes]) -> Reply:
        """Run a task of ``tasks.TASKS``.

        Raises the ReportGenError the task raised, or ChildFailedError. Blocks until it is its
        turn; a pool that is being closed never returns from here.
        """
        with self._turn:
            self._stay_if_closed()
            return self._call(task, {**request, "packs": self._packs}, files)

    def close(self) -> None:
        """No more children; those that run are killed."""
        self.closed = True
        for process in list(self._running):
            with suppress(OSError, ValueError):
                process.kill()
        self._workspace.close()

    def _call(self, task: str, request: Mapping[str, Any], files: Mapping[str, bytes]) -> Reply:
        budget = self._budgets[task]
        room = self._rooms.get()
        try:
            ours, process = self._begin(task, budget, room)
        except (OSError, EOFError) as error:  # the second: the fork server itself has gone
            self._rooms.put(room)
            raise ChildFailedError("host", type(error).__name__) from error
        self._running.add(process)
        try:
            return _talk(ours, process, request, files, budget)
        except ChildFailedError:
            self._stay_if_closed()
            raise
        finally:
            self._running.discard(process)
            ours.close()
            if process.is_alive():
                process.kill()
            process.join(10)
            empty(room)
            self._rooms.put(room)

    def _begin(self, task: str, budget: Budget, room: Path) -> tuple[Connection, Any]:
        """A child, and our end of its pipe."""
        ours, theirs = self._context.Pipe(duplex=True)
        try:
            process = self._context.Process(
                target=_serve, args=(theirs, task, budget, room), daemon=True
            )
            process.start()
        except BaseException:
            ours.close()
            raise
        finally:
            theirs.close()
        return ours, process

    def _stay_if_closed(self) -> None:
        """This process is about to end: a child it has killed is no fault of the order's, which
        the next process takes up where it stands."""
        while self.closed:
            time.sleep(60)


def _talk(
    pipe: Connection,
    process: Any,
    request: Mapping[str, Any],
    files: Mapping[str, bytes],
    budget: Budget,
) -> Reply:
    deadline = time.monotonic() + budget.wall
    try:
        _send(pipe, request, files)
        head = json.loads(_receive(pipe, process, deadline))
        got = {name: _receive(pipe, process, deadline) for name in head.get("files", ())}
    except (EOFError, OSError, ValueError) as error:
        process.join(10)
        raise _failed(process.exitcode) from error
    if "error" in head:
        raise _as_error(head["error"])
    if "failed" in head:
        raise ChildFailedError(head["failed"], head.get("detail", ""))
    return Reply(
        told=head["told"], files=got, peak=head["peak"], cpu=head["cpu"], missing=head["missing"]
    )


def _receive(pipe: Connection, process: Any, deadline: float) -> bytes:
    left = deadline - time.monotonic()
    if not wait([pipe], timeout=max(0.0, left)):
        process.kill()
        raise ChildFailedError("timeout", "wall")
    return pipe.recv_bytes(_MOST_BYTES)


def _failed(exitcode: int | None) -> ChildFailedError:
    if exitcode == -signal.SIGXCPU:
        return ChildFailedError("timeout", "cpu")
    return ChildFailedError("killed", f"exit {exitcode}")


def _as_error(error: Mapping[str, Any]) -> ReportGenError:
    kinds = {ExitCode.UNREADABLE: UnreadableError, ExitCode.NOT_UNDERSTOOD: NotUnderstoodError}
    kind = kinds.get(ExitCode(error["exit"]), ReportGenError)
    return kind(str(error["code"]), str(error["message"]), str(error["remedy"]))


def _send(pipe: Connection, head: Mapping[str, Any], files: Mapping[str, bytes]) -> None:
    pipe.send_bytes(json.dumps({**head, "files": list(files)}).encode())
    for data in files.values():
        pipe.send_bytes(data)


def _serve(pipe: Connection, task: str, budget: Budget, room: Path) -> None:
    """The child: answer one request and end."""
    from report_gen.batch.confinement import enclose

    try:
        if task == "render":
            gc.disable()  # pages are one web of boxes, which lives as long as this process
        missing = enclose(budget, room)
        request = json.loads(pipe.recv_bytes())
        files = {name: pipe.recv_bytes() for name in request.pop("files")}
        with limits.use(limits.from_environment()):
            head, out = _answer(task, request, files)
        _send(pipe, {**head, "missing": missing}, out)
    except MemoryError:
        with suppress(Exception):
            _send(pipe, {"failed": "memory"}, {})
    finally:
        os._exit(0)  # without the cleaning up of a program whose process is gone anyway


def _answer(
    task: str, request: dict[str, Any], files: Mapping[str, bytes]
) -> tuple[dict[str, Any], Mapping[str, bytes]]:
    import resource

    from report_gen.batch.tasks import TASKS

    try:
        told, out = TASKS[task](request, files)
    except ReportGenError as error:
        said = {
            "exit": int(error.exit_code),
            "code": error.code,
            "message": error.message,
            "remedy": error.remedy,
        }
        return {"error": said}, {}
    except MemoryError:
        return {"failed": "memory"}, {}
    except (
        Exception
    ) as error:  # a full disk, or a fault of ours: where it happened, without a word of the input
        return {"failed": "disk" if no_room(error) else "fault", "detail": _trace(error)}, {}
    used = resource.getrusage(resource.RUSAGE_SELF)
    cpu = used.ru_utime + used.ru_stime
    return {"told": told, "peak": used.ru_maxrss * 1024, "cpu": cpu}, out


def _trace(error: BaseException) -> str:
    import traceback

    frames = traceback.extract_tb(error.__traceback__)[-6:]
    places = [f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in frames]
    return f"{type(error).__qualname__} at {' < '.join(reversed(places))}"

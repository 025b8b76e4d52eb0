"""The parent's side of a template process: start it, give it one call, take its answer."""

from __future__ import annotations

import contextlib
import json
import os
import pickle
import select
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from report_gen.containment import linux
from report_gen.containment.frames import HEAD, frame, read_frame, write_all
from report_gen.containment.keeper import Ends, keep
from report_gen.containment.models import Verdict, Wall
from report_gen.limits import Budget

_SLACK = 20.0
_BURIAL = 0.5
_MOST_VERDICT = 1 << 20


class TemplateLostError(Exception):
    """The template process itself is gone or silent: a fault of ours, or of the host."""


class OutputTooLargeError(Exception):
    """The child sent more than its budget allows."""


class Template:
    """One template process. ``exchange`` serves one call at a time; ``close`` ends it."""

    def __init__(
        self,
        modules: Sequence[str],
        budget: Budget,
        room: Path,
        shared: Sequence[object],
    ) -> None:
        self.modules, self.budget, self.room, self.shared = modules, budget, room, shared
        self.walls: tuple[Wall, ...] | None = None
        self.problem = ""
        theirs, ours = _pipes()
        self.requests, self.results, self.verdicts = ours
        self.starter: subprocess.Popen[bytes] | None = None
        self.process = 0
        try:
            if _can_be_copied(budget):
                self.process = self._fork(theirs)
            else:
                self.starter = self._spawn(theirs)
        except BaseException:
            for handle in ours:
                os.close(handle)
            raise
        finally:
            for handle in (theirs.requests, theirs.results, theirs.verdicts):
                os.close(handle)
        if self.starter:
            write_all(self.requests, frame(pickle.dumps(tuple(shared))))

    def _fork(self, theirs: Ends) -> int:
        """A copy of this process, as long as that is safe (one thread) and cheap."""
        process = os.fork()
        if process:
            return process
        try:
            keep(theirs, self.shared, self.modules, self.room, self.budget.wall, self.budget.memory)  # fmt: skip
        finally:
            os._exit(0)

    def _spawn(self, theirs: Ends) -> subprocess.Popen[bytes]:
        """A new Python, for programs with threads."""
        handles = (theirs.requests, theirs.results, theirs.verdicts)
        program = "import sys; from report_gen.containment.keeper import main; main(sys.argv[1:])"
        rest = (self.room, self.budget.wall, self.budget.memory, *self.modules)
        return subprocess.Popen(
            [sys.executable, "-c", program, *map(str, handles), *map(str, rest)],
            pass_fds=handles,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )

    def greet(self) -> tuple[Wall, ...]:
        """Wait until it is ready; which walls stand. Raises TemplateLostError."""
        if self.walls is None:
            hello = _json(read_frame(self.verdicts, _MOST_VERDICT))
            self.walls = tuple(Wall(**item) for item in hello["walls"])
            self.problem = str(hello["problem"])
        return self.walls

    def exchange(self, request: bytes) -> tuple[Verdict, bytes]:
        """Send a request; how the child ended, and its answer (b"" if it gave none).

        Raises OutputTooLargeError or TemplateLostError; then this template must be closed.
        """
        self.greet()
        unsent = memoryview(frame(request))
        answer, verdict = bytearray(), bytearray()
        handles = {self.results: answer, self.verdicts: verdict}
        poll = select.poll()
        poll.register(self.results, select.POLLIN)
        poll.register(self.verdicts, select.POLLIN)
        poll.register(self.requests, select.POLLOUT)
        deadline = time.monotonic() + self.budget.wall + _SLACK
        while not _is_whole(verdict):
            left = deadline - time.monotonic()
            ready = poll.poll(left * 1000) if left > 0 else []
            if not ready:
                raise TemplateLostError
            for handle, _ in ready:
                if handle == self.requests:
                    unsent = _some(handle, unsent)
                    if not unsent:
                        poll.unregister(handle)
                elif not _take(handle, handles[handle]):
                    raise TemplateLostError
            if len(answer) > self.budget.output + HEAD:
                raise OutputTooLargeError
        while _waits(self.results) and _take(self.results, answer):
            if len(answer) > self.budget.output + HEAD:
                raise OutputTooLargeError
        ended = Verdict(**_json(bytes(verdict[HEAD:])))
        if ended.end == "done" and not _is_whole(answer):
            raise TemplateLostError
        return ended, bytes(answer[HEAD:])

    def was_killed(self) -> bool:
        """Whether somebody else has ended it with signal 9: the system, out of memory, for one."""
        until = time.monotonic() + _BURIAL
        while (status := self._ended()) is None and time.monotonic() < until:
            time.sleep(0.01)  # its pipes are closed a moment before it can be buried
        return status == -signal.SIGKILL

    def _ended(self) -> int | None:
        """The exit code (negative: the signal) of a process that is gone, else None."""
        if self.starter:
            return self.starter.poll()
        try:
            found, status = os.waitpid(self.process, os.WNOHANG)
        except ChildProcessError:
            return 0
        if not found:
            return None
        self.process = 0
        return os.waitstatus_to_exitcode(status)

    def close(self) -> None:
        """End the template and, with it, a child that may still run."""
        for handle in (self.requests, self.results, self.verdicts):
            with contextlib.suppress(OSError):
                os.close(handle)
        process = self.starter.pid if self.starter else self.process
        if not process:  # buried already
            return
        # Where children die with their template (Linux) there is no reason to wait for it.
        if linux.is_linux() and not (self.starter and self.starter.poll() is not None):
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        if self.starter:
            self.starter.wait()
        else:
            with contextlib.suppress(ChildProcessError):
                os.waitpid(process, 0)


def _can_be_copied(budget: Budget) -> bool:
    """May the template be a copy of this process: of one thread, and small beside the budget?

    Only Linux tells of threads that Python did not start. What a large program holds would count
    against each child's memory.
    """
    alone = threading.active_count() == 1 and linux.thread_count() == 1
    return alone and linux.address_space() < budget.memory / 2


def _pipes() -> tuple[Ends, tuple[int, int, int]]:
    """The keeper's ends, and the parent's: requests (to write), results and verdicts (to read)."""
    requests, our_requests = os.pipe()
    our_results, results = os.pipe()
    our_verdicts, verdicts = os.pipe()
    return Ends(requests=requests, results=results, verdicts=verdicts), (
        our_requests,
        our_results,
        our_verdicts,
    )


def _some(handle: int, data: memoryview) -> memoryview:
    """Write what fits without waiting; the rest. A reader that is gone gets nothing more."""
    try:
        return data[os.write(handle, data[: select.PIPE_BUF]) :]
    except BrokenPipeError:
        return data[len(data) :]


def _take(handle: int, into: bytearray) -> bool:
    """Read what is there; False at the end of the pipe."""
    part = os.read(handle, 1 << 20)
    into += part
    return bool(part)


def _waits(handle: int) -> bool:
    poll = select.poll()
    poll.register(handle, select.POLLIN)
    return any(events & select.POLLIN for _, events in poll.poll(0))


def _is_whole(data: bytearray) -> bool:
    return len(data) >= HEAD and len(data) >= HEAD + int.from_bytes(data[:HEAD], "big")


def _json(data: bytes | None) -> Any:
    if data is None:
        raise TemplateLostError
    return json.loads(data)

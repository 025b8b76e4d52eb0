"""The template process: libraries loaded, everything locked, forks one child for each document.

It never reads a request: the child does, from the pipe. So nothing of one document can be left
in the memory that the next child is copied from. It watches the child's clock, ends it when the
time is over or the parent is gone, and tells the parent how it ended.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import os
import select
import signal
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from report_gen.containment import linux
from report_gen.containment.confine import confine
from report_gen.containment.frames import frame, write_all
from report_gen.containment.models import Verdict, Wall
from report_gen.containment.seccomp import can_install
from report_gen.containment.workspace import empty

_GRACE = 2.0
_LOOK = 0.2
_TOO_BIG = 1.25
"""A process may be larger than its address space was meant to be where no limit on that exists."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ends:
    """The keeper's ends of its three pipes."""

    requests: int
    results: int
    verdicts: int


def keep(ends: Ends, shared: Sequence[object], preload: Sequence[str], room: Path, wall: int, memory: int) -> None:  # fmt: skip
    """Load, lock, tell the parent what stands, then serve until the parent closes its end."""
    _be_quiet(ends)
    os.environ["TMPDIR"] = str(room)
    import tempfile

    tempfile.tempdir = None
    problem = _load(preload)
    _wait_for_one_thread()
    gc.freeze()
    walls = (*confine(room), _calls())
    hello = {"walls": [asdict(item) for item in walls], "problem": problem}
    write_all(ends.verdicts, frame(json.dumps(hello).encode()))
    while _next_request(ends.requests):
        verdict = _serve(ends, shared, wall, memory)
        empty(room)
        if verdict is None:
            return
        write_all(ends.verdicts, frame(json.dumps(asdict(verdict)).encode()))


def _be_quiet(ends: Ends) -> None:
    """No terminal, no files of the parent: native libraries print what they read to stderr."""
    with contextlib.suppress(OSError):
        null = os.open(os.devnull, os.O_RDWR)
        for handle in (0, 1, 2):
            os.dup2(null, handle)
    kept = {ends.requests, ends.results, ends.verdicts}
    low = 3
    for handle in sorted(kept):
        os.closerange(low, handle)
        low = handle + 1
    os.closerange(low, 65_536)
    for kind in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(kind, signal.SIG_IGN if kind == signal.SIGINT else signal.SIG_DFL)


def _load(preload: Sequence[str]) -> str:
    """Import what the stages need. What is missing is found again, and told, by the stage."""
    for name in preload:
        module, _, function = name.partition(":")
        try:
            loaded = importlib.import_module(module)
            if function:
                getattr(loaded, function)()
        except Exception as error:
            return f"{name}: {type(error).__name__}"
    return ""


def _wait_for_one_thread() -> None:
    """A lock holds for one thread, and a copy has one: wait until helpers of loading are gone."""
    until = time.monotonic() + 2
    if linux.thread_count() > 1:
        gc.collect()  # their owners may be waiting for it; in a large process it takes 50 ms
    while linux.thread_count() > 1 and time.monotonic() < until:
        time.sleep(0.002)


def _calls() -> Wall:
    detail = can_install()
    return Wall(name="calls", stands=not detail, detail=detail or "seccomp filter")


def _next_request(requests: int) -> bool:
    """Wait for the first byte of a request; False when the parent has closed its end."""
    poll = select.poll()
    poll.register(requests, select.POLLIN)
    for _, events in poll.poll():
        return bool(events & select.POLLIN)
    return False


def _serve(ends: Ends, shared: Sequence[object], wall: int, memory: int) -> Verdict | None:
    """One child, from birth to death. None: the parent is gone."""
    began = time.monotonic()
    try:
        life, life_of_child = os.pipe()
    except OSError:  # no more open files here: not the document's doing
        return Verdict(end="host")
    try:
        child = os.fork()
    except OSError:  # no more processes, or no memory for one
        os.close(life)
        os.close(life_of_child)
        return Verdict(end="host")
    if child == 0:
        os.close(life)
        os.close(ends.verdicts)
        from report_gen.containment.child import serve_one

        serve_one(ends.requests, ends.results, shared)
    os.close(life_of_child)
    end = _watch(child, life, ends.requests, began + wall, memory)
    os.close(life)
    if end != "done":
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
    status, usage = _bury(child)
    if end == "parent":
        return None
    seconds = round(time.monotonic() - began, 3)
    cpu = round(usage.ru_utime + usage.ru_stime, 3)
    peak = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    number = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
    if end == "done" and number:
        end = "time" if number == signal.SIGXCPU else "signal"
    elif end == "done" and os.WEXITSTATUS(status):
        end = "exit"
    return Verdict(end=end, signal=number, seconds=seconds, cpu=cpu, peak=peak)


def _watch(child: int, life: int, requests: int, deadline: float, memory: int) -> str:
    """Until the child lets go of its pipe (``done``), the time is up, or the parent is gone."""
    poll = select.poll()
    poll.register(life, select.POLLIN)
    poll.register(requests, 0)  # hang-up only: the bytes are the child's
    while True:
        left = deadline - time.monotonic()
        if left <= 0:
            return "time"
        pause = left if sys.platform.startswith("linux") else min(left, _LOOK)
        for handle, events in poll.poll(pause * 1000):
            if handle == requests and events & (select.POLLHUP | select.POLLERR):
                return "parent"
            if handle == life:
                return "done"
        if not sys.platform.startswith("linux") and _resident(child) > memory * _TOO_BIG:
            return "memory"


def _resident(child: int) -> int:
    """Bytes in memory, asked of ``ps`` where the kernel has no limit on the address space."""
    import subprocess

    asked = subprocess.run(
        ["ps", "-o", "rss=", "-p", str(child)], capture_output=True, text=True, check=False
    )
    return int(asked.stdout.strip() or 0) * 1024


def _bury(child: int) -> tuple[int, os.struct_rusage]:  # type: ignore[name-defined]
    """Wait for the child's end; one that closed its pipe and lives on is ended."""
    until = time.monotonic() + _GRACE
    while True:
        found, status, usage = os.wait4(child, os.WNOHANG)
        if found:
            return status, usage
        if time.monotonic() > until:
            with contextlib.suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
        time.sleep(0.001)


def main(arguments: Sequence[str]) -> None:
    """For programs with threads, which must not fork: a process of its own reads what it shares.

    ``arguments``: the three handles, the workspace, wall seconds, memory, the modules.
    """
    import pickle

    from report_gen.containment.frames import read_frame

    requests, results, verdicts = (int(value) for value in arguments[:3])
    data = read_frame(requests, 1 << 30)
    shared = pickle.loads(data) if data else ()
    keep(
        Ends(requests=requests, results=results, verdicts=verdicts),
        shared,
        arguments[6:],
        Path(arguments[3]),
        int(arguments[4]),
        int(arguments[5]),
    )

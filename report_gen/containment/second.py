"""A second pair of hands for a stage that can share its work.

Work is a generator: it gives an answer, is told what it needs for the next, and so on. Where the
containment made a second process for this call, the work goes on there while the stage does its own
part; anywhere else it is done here, when its answer is asked for. The answers are the same.
"""

from __future__ import annotations

import contextlib
import gc
import os
import pickle
import time
from collections.abc import Callable, Generator
from typing import Any, Protocol

from report_gen.containment import linux
from report_gen.containment.frames import frame, read_frame, write_all

_MOST = 1 << 30
_GRACE = 0.2

Work = Callable[..., Generator[Any, Any, None]]


class Talk(Protocol):
    """With work that was begun: hear its first answer, then tell and hear in turn."""

    def hear(self) -> Any: ...

    def tell(self, message: Any) -> None: ...


class _Here:
    """The work in this process."""

    def __init__(self, work: Work, arguments: tuple[Any, ...]) -> None:
        self.going = work(*arguments)
        self.message: Any = None

    def hear(self) -> Any:
        return self.going.send(self.message)

    def tell(self, message: Any) -> None:
        self.message = message


class _Beside:
    """The work in the second process. If that falls (a limit, no memory), it is done here anew: what
    is wrong with it then befalls the stage itself, which knows how to say so."""

    def __init__(self, second: Second, work: Work, arguments: tuple[Any, ...]) -> None:
        self.second, self.work, self.arguments = second, work, arguments
        self.told: list[Any] = []
        self.here: _Here | None = None
        self._send((work, arguments))

    def _send(self, message: Any) -> None:
        with contextlib.suppress(OSError):
            write_all(self.second.to, frame(pickle.dumps(message, pickle.HIGHEST_PROTOCOL)))

    def tell(self, message: Any) -> None:
        if self.here is not None:
            self.here.tell(message)
            return
        self.told.append(message)
        self._send(message)

    def hear(self) -> Any:
        if self.here is None:
            with contextlib.suppress(OSError):
                data = read_frame(self.second.answers, _MOST)
                if data is not None:
                    return pickle.loads(data)
            self.here = _Here(self.work, self.arguments)
            for message in self.told:
                self.here.hear()
                self.here.tell(message)
        return self.here.hear()


class Second:
    """A process beside this one, of the same call, that waits for work."""

    def __init__(self, to: int, answers: int, process: int) -> None:
        self.to, self.answers, self.process = to, answers, process

    def finish(self) -> None:
        """Let it go. One that has given all its answers ends at once and is buried here, so that its
        time counts; one that has not is ended by the kernel when this process ends."""
        for handle in (self.to, self.answers):
            os.close(handle)
        until = time.monotonic() + _GRACE
        with contextlib.suppress(ChildProcessError):
            while not os.waitpid(self.process, os.WNOHANG)[0] and time.monotonic() < until:
                time.sleep(0.001)


_second: Second | None = None


def prepare(enclose: Callable[[], None]) -> Second | None:
    """Make the second process, if there are processors for two. ``enclose`` is called in it before
    it reads anything: it puts up the walls that the first puts up for itself."""
    global _second
    if _processors() < 2:
        return None
    theirs, to = os.pipe()
    answers, our_answers = os.pipe()
    parent = os.getpid()
    process = os.fork()
    if process == 0:
        try:
            _close_all_but(theirs, our_answers)
            linux.die_with_parent(parent)
            enclose()
            _serve(theirs, our_answers)
        finally:
            os._exit(0)
    os.close(theirs)
    os.close(our_answers)
    _second = Second(to, answers, process)
    return _second


def _processors() -> int:
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1


def _close_all_but(*kept: int) -> None:
    low = 3
    for handle in sorted(kept):
        os.closerange(low, handle)
        low = handle + 1
    os.closerange(low, 65_536)


def _serve(requests: int, answers: int) -> None:
    """One piece of work, answer by answer; the end of the pipe ends it."""
    going: Generator[Any, Any, None] | None = None
    gc.disable()  # as the stage does that shares its work
    while (data := read_frame(requests, _MOST)) is not None:
        message = pickle.loads(data)
        if going is None:
            work, arguments = message
            going = work(*arguments)
            answer = next(going)
        else:
            answer = going.send(message)
        write_all(answers, frame(pickle.dumps(answer, pickle.HIGHEST_PROTOCOL)))


def begin(work: Work, *arguments: Any) -> Talk:
    """Work and arguments must be such as pickle can carry. One piece of work at a time."""
    if _second is None:
        return _Here(work, arguments)
    return _Beside(_second, work, arguments)

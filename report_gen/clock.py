"""The CPU clock of work that is done in the parent: packs, matching, coaching, composing.

It touches no bytes of a stranger's file, only what a child made of them, and every list and text
in it is bounded; the clock is for what the bounds do not foresee.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from report_gen.errors import UnreadableError


@contextmanager
def clock(seconds: int) -> Iterator[None]:
    """Raises UnreadableError (``analysis_time``) inside the block after so many CPU seconds.

    Only in a main thread and where the system has such a timer; elsewhere the block just runs.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(
        signal, "setitimer"
    ):
        yield
        return

    def ring(number: int, frame: FrameType | None) -> None:
        raise UnreadableError(
            "analysis_time",
            f"Comparing the resume with the job took longer than {seconds} s.",
            "Shorten the resume or the job description. The limit is analysis_cpu.",
        )

    before = signal.signal(signal.SIGVTALRM, ring)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)

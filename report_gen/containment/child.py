"""In the child: limits, the last wall, one stage, one answer, the end."""

from __future__ import annotations

import contextlib
import gc
import os
import resource
import signal
import sys
from collections.abc import Sequence

from report_gen import limits
from report_gen.containment import linux, seccomp, second, wire
from report_gen.containment.frames import frame, read_frame, write_all
from report_gen.containment.steps import SHARED
from report_gen.errors import ReportGenError
from report_gen.limits import Budget

_MOST_REQUEST = 1 << 30


def serve_one(requests: int, results: int, shared: Sequence[object]) -> None:
    """Read one request, call its stage under its budget, write the answer, end the process."""
    status = 1
    try:
        _die_with_the_template()
        data = read_frame(requests, _MOST_REQUEST)
        os.close(requests)
        if data is not None:
            request = wire.unpack_request(data, shared)
            del data
            if request.stage.__name__ in SHARED:
                gc.disable()  # pages are one web of boxes, which lives as long as this process
            helper = _second(request)
            _enclose(request.budget)
            write_all(results, frame(_answer(request)))
            if helper:
                helper.finish()
            status = 0
    finally:
        os._exit(status)


def _second(request: wire.Request) -> second.Second | None:
    """A second process behind the same walls, for a stage that can share its work."""
    if request.stage.__name__ not in SHARED:
        return None
    return second.prepare(lambda: _enclose(request.budget))


def _enclose(budget: Budget) -> None:
    _limit(budget)
    _close_the_calls()


def _answer(request: wire.Request) -> bytes:
    try:
        with limits.use(request.limits):
            value = request.stage(*request.args, **request.kwargs)
        return wire.pack_result(request.stage, value)
    except ReportGenError as error:
        return wire.pack_refusal(error)
    except Exception as error:
        return wire.pack_fault(error)


def _die_with_the_template() -> None:
    if linux.is_linux():
        with contextlib.suppress(OSError):
            linux.prctl(linux.PR_SET_PDEATHSIG, signal.SIGKILL)


def _limit(budget: Budget) -> None:
    """Hard limits of this process. Where a system has no such limit, the template watches."""
    for kind, soft, hard in (
        (resource.RLIMIT_CPU, budget.cpu, budget.cpu + 1),
        (resource.RLIMIT_AS, budget.memory, budget.memory),
        (resource.RLIMIT_FSIZE, budget.output, budget.output),
        (resource.RLIMIT_CORE, 0, 0),
        (resource.RLIMIT_NOFILE, 64, 64),
    ):
        with contextlib.suppress(OSError, ValueError):
            _, most = resource.getrlimit(kind)
            if most != resource.RLIM_INFINITY:
                soft, hard = min(soft, most), min(hard, most)
            resource.setrlimit(kind, (soft, hard))
    sys.setrecursionlimit(1_000)


def _close_the_calls() -> None:
    if linux.is_linux():
        with contextlib.suppress(OSError):
            seccomp.install()

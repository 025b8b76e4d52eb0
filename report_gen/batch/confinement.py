"""What a child of a batch may use: the walls of ``containment``, and limits of its own size.

A child does a whole step of an order, the untrusted documents in it, so that all of it stands
behind the walls: no files but code and fonts, no network, no programs, no other processes.
"""

from __future__ import annotations

import os
import resource
import signal
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from report_gen.containment import linux, missing_walls, seccomp
from report_gen.containment.confine import confine
from report_gen.containment.models import Wall
from report_gen.limits import Budget


def enclose(budget: Budget, room: Path) -> list[str]:
    """Called in the child before it reads a byte of an order; returns what could not be put up.

    ``room`` is the only folder it may write in. ``budget.memory`` comes on top of what the
    template has loaded, since the child shares that.
    """
    for kind in (signal.SIGINT, signal.SIGTERM):  # they reach the whole group; we end by pipe
        signal.signal(kind, signal.SIG_IGN)
    os.environ["TMPDIR"] = str(room)
    tempfile.tempdir = None
    _limit(budget)
    if not linux.is_linux():
        return missing_walls(confine(room))
    with suppress(OSError):  # the kernel kills this child when the template ends, even by kill -9
        linux.prctl(linux.PR_SET_PDEATHSIG, signal.SIGKILL)
    with suppress(OSError):  # out of memory, a child is what should go, not the engine
        Path("/proc/self/oom_score_adj").write_text("800", encoding="ascii")
    walls = list(confine(room))
    try:
        seccomp.install()
        walls.append(Wall(name="calls", stands=True, detail="seccomp filter"))
    except (OSError, KeyError) as error:
        walls.append(Wall(name="calls", stands=False, detail=f"no seccomp: {error}"))
    return missing_walls(walls)


def _limit(budget: Budget) -> None:
    size = _address_space() + budget.memory
    for kind, soft, hard in (
        (resource.RLIMIT_CPU, budget.cpu, budget.cpu + 2),
        (resource.RLIMIT_AS, size, size),
        (resource.RLIMIT_FSIZE, budget.output, budget.output),
        (resource.RLIMIT_CORE, 0, 0),
    ):
        with suppress(OSError, ValueError):
            resource.setrlimit(kind, (soft, hard))


def _address_space() -> int:
    if sys.platform == "linux":
        with suppress(OSError, ValueError):
            pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[0]
            return int(pages) * os.sysconf("SC_PAGE_SIZE")
    return 1_000_000_000

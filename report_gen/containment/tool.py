"""A program of somebody else's, in a process of its own that can reach nothing but a folder.

A contained child may start no program; so one that must run (text recognition) is started here,
beside the children, on input that a child has made. It gets limits of time, memory and output, an
empty network, Landlock, a bare environment, and no handle of ours.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from report_gen.containment.workspace import Workspace
from report_gen.errors import UnreadableError
from report_gen.limits import Budget


class NoToolError(Exception):
    """The program can't be started here: not installed, or this process may start none."""


def run_tool(
    command: Sequence[str], files: Mapping[str, bytes], result: str, budget: Budget,
    data: Sequence[Path] = (), environment: Mapping[str, str] | None = None,
) -> bytes:  # fmt: skip
    """Run ``command`` in a private folder that holds ``files``; the bytes of its file ``result``.

    ``command[0]`` is an absolute path; ``data``: folders it may read besides the system's
    libraries. Raises NoToolError, or UnreadableError (``tool_time``, ``tool_failed``).
    """
    workspace = Workspace()
    try:
        room = workspace.room()
        for name, content in files.items():
            (room / name).write_bytes(content)
        process = _start(command, room, budget, data, environment or {})
        try:
            status = process.wait(budget.wall)
        except subprocess.TimeoutExpired:
            raise _failed("tool_time", command, f"took more than {budget.wall} s") from None
        finally:
            _end(process)
        if status in (-signal.SIGXCPU, -signal.SIGKILL):
            raise _failed("tool_time", command, f"took more than {budget.cpu} s of computing")
        made = room / result
        if status == _NOT_STARTED:
            raise NoToolError(command[0])
        if status or made.is_symlink() or not made.is_file():
            raise _failed("tool_failed", command, f"ended with status {status}")
        if made.stat().st_size > budget.output:
            raise _failed("tool_failed", command, "wrote too much")
        return made.read_bytes()
    finally:
        workspace.close()


_NOT_STARTED = 126


def _start(
    command: Sequence[str], room: Path, budget: Budget, data: Sequence[Path],
    environment: Mapping[str, str],
) -> subprocess.Popen[bytes]:  # fmt: skip
    """A new Python that locks itself and then becomes the program."""
    program = "import sys; from report_gen.containment.tool import become; become(sys.argv[1:])"
    limits = (budget.cpu, budget.memory, budget.output)
    places = (str(len(data)), *map(str, data))
    try:
        return subprocess.Popen(
            [sys.executable, "-c", program, str(room), *map(str, limits), *places, *command],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=room,
            start_new_session=True,
            env={
                "PATH": os.defpath,
                "LC_ALL": "C.UTF-8",
                "TMPDIR": str(room),
                "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
                **environment,
            },
        )
    except OSError as error:
        raise NoToolError(command[0]) from error


def _end(process: subprocess.Popen[bytes]) -> None:
    """Nothing of its session is left behind."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def become(arguments: Sequence[str]) -> None:
    """In the new process: give up everything that the program does not need, then run it.

    ``arguments``: the folder, CPU seconds, memory, output, how many folders of data and these,
    the command.
    """
    import resource

    from report_gen.containment.confine import confine_tool

    room = Path(arguments[0])
    cpu, memory, output, count = (int(value) for value in arguments[1:5])
    data = [Path(value) for value in arguments[5 : 5 + count]]
    command = list(arguments[5 + count :])
    try:
        confine_tool(room, Path(command[0]), data)
        for kind, most in (
            (resource.RLIMIT_CPU, cpu),
            (resource.RLIMIT_AS, memory),
            (resource.RLIMIT_FSIZE, output),
            (resource.RLIMIT_CORE, 0),
            (resource.RLIMIT_NOFILE, 64),
        ):
            with contextlib.suppress(OSError, ValueError):
                resource.setrlimit(kind, (most, most))
        os.execv(command[0], command)
    except OSError:
        os._exit(_NOT_STARTED)


def _failed(code: str, command: Sequence[str], what: str) -> UnreadableError:
    return UnreadableError(
        code,
        f"{Path(command[0]).name} {what}.",
        "Run it yourself and give its result, or try a copy of the document as text.",
    )

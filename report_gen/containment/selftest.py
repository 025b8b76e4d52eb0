"""Does the lock hold? A child tries what a hostile document would like to do, and tells."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path

from report_gen.containment.models import Wall
from report_gen.containment.runner import Containment

_MEANING = {
    "read": "reads files that are not the program's",
    "write": "writes outside its own folder",
    "connect": "opens network connections",
    "send": "sends network packets",
    "execute": "starts programs",
    "fork": "starts processes",
    "signal": "sends signals to its parent",
    "memory": "takes more memory than its limit",
}


def self_test(containment: Containment) -> tuple[Wall, ...]:
    """One wall for each kind of attempt; ``stands`` if the attempt failed as it should.

    Takes a tenth of a second in a running template. Raises what a contained call raises.
    """
    with containment.canary() as canary:
        found = containment.contain("parse", attempt, str(canary), str(canary.parent), os.getpid())
    return tuple(
        Wall(name=name, stands=bool(found[name]), detail=found[name] or f"a child {meaning}")
        for name, meaning in _MEANING.items()
    )


def attempt(file: str, folder: str, parent: int) -> dict[str, str]:
    """In the child: try each; the name of the error that stopped it, or "" if nothing did."""

    def read() -> None:
        Path(file).read_bytes()

    def write() -> None:
        path = Path(folder) / f"reportgen-probe-{os.getpid()}"
        path.write_bytes(b"")
        path.unlink()

    def connect() -> None:
        import socket

        with socket.socket() as link:
            link.settimeout(0.2)
            if link.connect_ex(("127.0.0.1", 9)) in (1, 13, 101):  # EPERM, EACCES, ENETUNREACH
                raise PermissionError

    def send() -> None:
        import socket

        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as link:
            link.sendto(b"x", ("127.0.0.1", 9))

    def execute() -> None:
        os.posix_spawn("/bin/true", ["true"], {})

    def fork() -> None:
        if os.fork() == 0:
            os._exit(0)

    def signal_parent() -> None:
        os.kill(parent, 0)
        os.kill(os.getppid(), signal.SIGCONT)

    def memory() -> None:
        bytearray(1 << 36)

    tries = (read, write, connect, send, execute, fork, signal_parent, memory)
    return {name: _stopped_by(go) for name, go in zip(_MEANING, tries, strict=True)}


def _stopped_by(go: Callable[[], None]) -> str:
    try:
        go()
    except (OSError, MemoryError) as error:
        return type(error).__name__
    return ""

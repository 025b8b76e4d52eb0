"""Stages that misbehave, to be called in a child."""

from __future__ import annotations

import gc
import os
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from report_gen.containment import second
from report_gen.containment.selftest import attempt
from report_gen.errors import NotUnderstoodError

SEEN: list[str] = []
MARK = "REPORTGEN_HARM_WAS_DONE"
SECRET = "Mira Okafor, 555-0100"


@dataclass(frozen=True)
class Made:
    """Something like a rendered file."""

    data: bytes
    pages: int
    words: tuple[str, ...] = ()


def double(number: int) -> int:
    return 2 * number


def make(data: bytes) -> Made:
    return Made(data=data[::-1], pages=3, words=("a", "b"))


def loop(secret: str) -> int:
    while True:
        pass


def sleep(seconds: float) -> int:
    time.sleep(seconds)
    return 1


def eat(size: int) -> int:
    return len(bytearray(size))


def shout(size: int) -> str:
    return "x" * size


def abort() -> int:
    os.abort()


def leave() -> int:
    os._exit(0)


def refuse() -> int:
    raise NotUnderstoodError("odd", "It is odd.\x1b[31m", "Make it even.")


def fail(secret: str) -> int:
    raise ValueError(f"cannot read {secret}")


def recurse(depth: int) -> int:
    return recurse(depth + 1)


def remember(word: str) -> list[str]:
    """What earlier calls left behind: in memory and in the folder one may write in."""
    SEEN.append(word)
    folder = Path(tempfile.gettempdir())
    found = sorted(p.name for p in folder.iterdir())
    (folder / word).write_text(word)
    return [*SEEN, *found]


def lie() -> int:
    """A child that a document has taken over: it answers with a pickle that would run code."""
    import pickle

    class Harm:
        def __reduce__(self) -> tuple[object, tuple[str, str]]:
            return (os.environ.__setitem__, (MARK, "1"))

    data = pickle.dumps(Harm())
    for handle in range(3, 30):
        try:
            os.write(handle, len(data).to_bytes(8, "big") + data)
        except OSError:
            continue
    return 1


def wrong_type() -> int:
    return "seven"  # type: ignore[return-value]


def identity(value: object) -> int:
    return id(value)


def render_report(kind: str, arguments: list[str]) -> dict[str, str]:
    """Named as the stage that may share its work: what a second process says of itself."""
    beside = second.begin(WORKS[kind], os.getpid(), *arguments)
    first = beside.hear()
    beside.tell(" and back")
    own = {"own": str(os.getpid()), "collects": "yes" if gc.isenabled() else "no"}
    return {**first, **own, "last": beside.hear()}


def _tell(own: int, *paths: str) -> Iterator[Any]:
    found = attempt(*paths, os.getppid()) if paths else {}
    told = yield {"pid": str(os.getpid()), **found}
    yield f"there{told}"


def _fall(own: int) -> Iterator[Any]:
    told = yield {"pid": str(os.getpid())}
    if os.getpid() != own:
        os._exit(1)
    yield f"there{told}"


def _loop(own: int) -> Iterator[Any]:
    while True:
        pass
    yield


WORKS: dict[str, Any] = {"tell": _tell, "fall": _fall, "loop": _loop}

"""What crosses the boundary. To the child: pickle, for it comes from us. From the child: JSON
checked against the stage's own return type, for a child that read a hostile file may be hostile.
"""

from __future__ import annotations

import io
import json
import pickle
import sys
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, is_dataclass
from functools import lru_cache
from typing import Any

from report_gen import errors
from report_gen.errors import ReportGenError
from report_gen.limits import Budget, Limits
from report_gen.output import no_room, no_temporary_room

_MOST_TEXT = 4_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One call of a stage in a child."""

    stage: Callable[..., Any]
    args: tuple[Any, ...]
    kwargs: dict[str, Any]
    limits: Limits
    budget: Budget


class ContainedFaultError(Exception):
    """A fault of ours inside a child: where it happened, without any text of the document."""

    def __init__(self, kind: str, frames: Sequence[str]) -> None:
        super().__init__(kind)
        self.kind = kind
        self.frames = tuple(frames)


class _Pickler(pickle.Pickler):
    """Objects both sides have (the taxonomy) travel as a number."""

    def __init__(self, out: io.BytesIO, shared: Sequence[object]) -> None:
        super().__init__(out, protocol=pickle.HIGHEST_PROTOCOL)
        self.shared = {id(value): number for number, value in enumerate(shared)}

    def persistent_id(self, value: object) -> int | None:
        return self.shared.get(id(value))


class _Unpickler(pickle.Unpickler):
    def __init__(self, source: io.BytesIO, shared: Sequence[object]) -> None:
        super().__init__(source)
        self.shared = shared

    def persistent_load(self, number: Any) -> object:
        return self.shared[number]


def pack_request(request: Request, shared: Sequence[object]) -> bytes:
    """For the child; only ever read by a process we started, from a pipe only we write to."""
    out = io.BytesIO()
    _Pickler(out, shared).dump(request)
    return out.getvalue()


def unpack_request(data: bytes, shared: Sequence[object]) -> Request:
    """In the child: the call to make."""
    request: Request = _Unpickler(io.BytesIO(data), shared).load()
    return request


def pack_result(stage: Callable[..., Any], value: Any) -> bytes:
    """In the child: what the stage returned, as JSON and (for a rendered file) raw bytes."""
    raw = b""
    name = _bytes_field(type(value))
    options: dict[str, Any] = {}
    if name:
        raw = getattr(value, name)
        options["exclude"] = {name}
    text = _adapter(stage).dump_json(value, warnings="error", **options)
    return _join({"kind": "result"}, text, raw)


def pack_refusal(error: ReportGenError) -> bytes:
    """In the child: an error that the user can fix."""
    head = {
        "kind": "refusal",
        "class": type(error).__name__,
        "code": error.code,
        "message": error.message,
        "remedy": error.remedy,
    }
    return _join(head, b"", b"")


def pack_fault(error: BaseException) -> bytes:
    """In the child: our bug, as type and frames. The message may quote the document: left out."""
    frames: list[str] = []
    seen: BaseException | None = error
    while seen is not None and len(frames) < 200:
        frames.append(type(seen).__qualname__)
        frames += [
            f"{place.filename}:{place.lineno} in {place.name}"
            for place in traceback.extract_tb(seen.__traceback__, limit=-30)
        ]
        seen = seen.__cause__ or seen.__context__
    kind = "memory" if isinstance(error, MemoryError) else "fault"
    if full := no_room(error):
        return _join({"kind": "room", "why": full.strerror or "no room"}, b"", b"")
    return _join({"kind": kind, "name": type(error).__name__, "frames": frames}, b"", b"")


class TooMuchMemoryError(Exception):
    """The child said that its memory did not suffice."""


def unpack_answer(stage: Callable[..., Any], data: bytes) -> Any:
    """In the parent: the value, or raise what the child reported.

    Raises ReportGenError (as in the child), TooMuchMemoryError, or ContainedFaultError for
    anything else, also for an answer that is not of the stage's type.
    """
    try:
        head, text, raw = _split(data)
        kind = head["kind"]
        if kind == "result":
            return _value(stage, text, raw)
        if kind == "refusal":
            raise _refusal(head)
        if kind == "memory":
            raise TooMuchMemoryError
        if kind == "room":
            raise no_temporary_room(_printable(str(head["why"]), 80))
        frames = [_printable(str(line), 300) for line in head["frames"][:200]]
        raise ContainedFaultError(_printable(str(head["name"]), 80), frames)
    except (ReportGenError, TooMuchMemoryError, ContainedFaultError):
        raise
    except Exception as error:  # whatever a hostile child may have sent
        raise ContainedFaultError("BadAnswer", [type(error).__name__]) from None


def _value(stage: Callable[..., Any], text: bytes, raw: bytes) -> Any:
    adapter = _adapter(stage)
    name = _bytes_field(_returns(stage))
    if not name:
        return adapter.validate_json(text)
    values = json.loads(text)
    values[name] = raw
    return adapter.validate_python(values)


def _refusal(head: dict[str, Any]) -> ReportGenError:
    kind = getattr(errors, str(head["class"]), None)
    if not (isinstance(kind, type) and issubclass(kind, ReportGenError)):
        kind = errors.UnreadableError
    code, message, remedy = (
        _printable(str(head[key]), _MOST_TEXT) for key in ("code", "message", "remedy")
    )
    return kind(code, message, remedy)


def _printable(text: str, most: int) -> str:
    """A line for a terminal: no control characters that could move its cursor or colours."""
    return "".join(c for c in text[:most] if c == "\n" or c.isprintable())


def _join(head: dict[str, Any], text: bytes, raw: bytes) -> bytes:
    first = json.dumps({**head, "text": len(text)}).encode()
    return len(first).to_bytes(4, "big") + first + text + raw


def _split(data: bytes) -> tuple[dict[str, Any], bytes, bytes]:
    start = 4 + int.from_bytes(data[:4], "big")
    head: dict[str, Any] = json.loads(data[4:start])
    middle = start + int(head["text"])
    return head, data[start:middle], data[middle:]


def _returns(stage: Callable[..., Any]) -> Any:
    """The stage's return type. Only that annotation is resolved: others may be for mypy alone."""
    stated = stage.__annotations__["return"]
    if isinstance(stated, str):
        return eval(stated, vars(sys.modules[stage.__module__]))
    return stated


@lru_cache(maxsize=32)
def _adapter(stage: Callable[..., Any]) -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(_returns(stage))


def _bytes_field(kind: Any) -> str:
    """The field that holds a rendered file, if the type has one."""
    if not (isinstance(kind, type) and is_dataclass(kind)):
        return ""
    return next((f.name for f in fields(kind) if f.type in (bytes, "bytes")), "")

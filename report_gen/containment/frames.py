"""Frames on pipes: eight bytes of length, then as many bytes. Nothing here trusts the sender."""

from __future__ import annotations

import os

HEAD = 8


def frame(data: bytes) -> bytes:
    """The bytes to write for one frame."""
    return len(data).to_bytes(HEAD, "big") + data


def write_all(handle: int, data: bytes) -> None:
    """Write everything to a blocking pipe."""
    view = memoryview(data)
    while view:
        view = view[os.write(handle, view) :]


def read_frame(handle: int, most: int) -> bytes | None:
    """One frame from a blocking pipe; None where the other side closed it or sent too much."""
    head = _read(handle, HEAD)
    size = int.from_bytes(head, "big")
    if len(head) < HEAD or size > most:
        return None
    data = _read(handle, size)
    return data if len(data) == size else None


def _read(handle: int, size: int) -> bytes:
    parts: list[bytes] = []
    while size:
        part = os.read(handle, min(size, 1 << 20))
        if not part:
            break
        parts.append(part)
        size -= len(part)
    return b"".join(parts)

"""The one place where input files are opened: a path becomes bytes, or an error that helps."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import BinaryIO

from report_gen import limits
from report_gen.errors import UnreadableError


def read_bytes(path: Path, most: int | None = None) -> bytes:
    """A file's bytes, at most ``most`` (the limit of an upload, if not said).

    Raises ``UnreadableError`` with code ``no_such_file``, ``not_a_file``, ``unreadable_file``,
    ``empty_file`` or ``too_large``.
    """
    most = most or limits.active().upload
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):  # a folder, a pipe that would block, a device
            raise UnreadableError(
                "not_a_file",
                f"{path} is not a regular file.",
                "Name the file itself.",
            )
        if status.st_size > most:
            raise _too_large(path, most)
        with path.open("rb") as stream:
            data = stream.read(most + 1)
    except FileNotFoundError:
        raise UnreadableError(
            "no_such_file", f"{path} does not exist.", "Check the name and the folder."
        ) from None
    except (OSError, ValueError) as error:  # ValueError: a null byte in the name
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "bad name"
        raise UnreadableError(
            "unreadable_file",
            f"{path} can't be opened: {reason}.",
            "Check the file's permissions, or copy it somewhere you may read.",
        ) from None
    if len(data) > most:  # it grew while we looked
        raise _too_large(path, most)
    if not data:
        raise UnreadableError(
            "empty_file", f"{path} is empty.", "Export or download the document again."
        )
    return data


def name_of(path: Path) -> str:
    """A file's name as text. A name of another system's alphabet is bytes that are no text: those
    show as a replacement sign, since messages and notes must be writable anywhere."""
    return os.fsencode(path.name).decode("utf-8", "replace")


def read_stream(stream: BinaryIO, name: str) -> bytes:
    """What a pipe gives, up to the limit. Raises ``UnreadableError`` with code ``too_large``."""
    most = limits.active().upload
    data = stream.read(most + 1)
    if len(data) > most:
        raise _too_large(name, most)
    return data


def _too_large(path: Path | str, most: int) -> UnreadableError:
    return UnreadableError(
        "too_large",
        f"{path} is larger than {most / 1_000_000:g} MB.",
        "Leave out images or extra pages, or export the document again in a smaller size.",
    )

"""Writing files whole or not at all: a reader never finds half a report, a failure leaves the old one."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from report_gen.errors import CannotWriteError


def check_writable(path: Path) -> None:
    """Raise CannotWriteError before any work is done if ``path`` can't be written later."""
    if path.is_dir():
        raise CannotWriteError(
            "output_is_a_directory",
            f"The output {path} is a directory.",
            "Name a file, for example with -o report.pdf.",
        )
    folder = path.parent
    if not folder.is_dir():
        raise CannotWriteError(
            "no_such_folder",
            f"The folder {folder} for the output does not exist.",
            "Create it, or choose another place with -o.",
        )
    try:
        handle, name = tempfile.mkstemp(prefix=".reportgen-", dir=folder)
    except OSError as error:
        raise _cannot_write(path, error) from error
    os.close(handle)
    Path(name).unlink()
    if path.exists() and not os.access(path, os.W_OK):
        raise CannotWriteError(
            "output_is_read_only",
            f"The output {path} exists and is write-protected.",
            "Make it writable, or choose another name with -o.",
        )


def write_whole(path: Path, data: bytes) -> None:
    """Write under a temporary name in the same folder, flush to disk, rename over ``path``."""
    temporary = None
    try:
        handle, temporary = tempfile.mkstemp(prefix=".reportgen-", dir=path.parent)
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).chmod(_mode(path))
        Path(temporary).replace(path)
    except OSError as error:
        raise _cannot_write(path, error) from error
    finally:
        if temporary is not None:
            with contextlib.suppress(OSError):
                Path(temporary).unlink()


def _mode(path: Path) -> int:
    """The old file's permissions, or what the umask would give (mkstemp makes files private)."""
    with contextlib.suppress(OSError):
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _cannot_write(path: Path, error: OSError) -> CannotWriteError:
    return CannotWriteError(
        "cannot_write",
        f"The output {path} can't be written: {error.strerror or 'unknown reason'}.",
        "Check the folder's permissions and the free space, or choose another place with -o.",
    )

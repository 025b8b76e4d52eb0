"""Writing files whole or not at all: a reader never finds half a report, a failure leaves the old one."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from collections.abc import Mapping
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


NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS)
"""What the system says when nothing more can be written: the disk or a quota is full, a file may
not be that large, the place is read-only."""


def write_whole(path: Path, data: bytes) -> None:
    """Write under a temporary name in the same folder, flush to disk, rename over ``path``."""
    write_together({path: data})


def write_together(files: Mapping[Path, bytes]) -> None:
    """All files whole, or none: each is on the disk under a temporary name before the first takes
    its place. Raises CannotWriteError naming the one that could not be written."""
    written: dict[Path, Path] = {}
    path = Path()
    try:
        for path, data in files.items():
            handle, name = tempfile.mkstemp(prefix=".reportgen-", dir=path.parent)
            written[path] = Path(name)
            with os.fdopen(handle, "wb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            written[path].chmod(_mode(path))
        for path, temporary in written.items():
            temporary.replace(path)
    except OSError as error:
        raise _cannot_write(path, error) from error
    finally:
        for temporary in written.values():
            with contextlib.suppress(OSError):
                temporary.unlink()


def no_room(error: BaseException) -> OSError | None:
    """The full disk behind an error, if there is one: libraries wrap it in errors of their own."""
    seen: BaseException | None = error
    for _ in range(50):
        if isinstance(seen, OSError) and seen.errno in NO_ROOM:
            return seen
        seen = seen and (seen.__cause__ or seen.__context__)
    return None


def no_temporary_room(reason: str) -> CannotWriteError:
    """For work that failed because its temporary folder can't hold it."""
    return CannotWriteError(
        "no_temporary_room",
        f"The temporary folder {tempfile.gettempdir()} can't hold what the work needs: {reason}.",
        "Free some disk space, or set TMPDIR to a folder with room.",
    )


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

"""Private folders for what libraries write on the side (the renderer's font files, for one).

Each is 0700 and locked for as long as its owner lives. After a kill -9 nobody holds the lock any
more: the next start finds such folders and removes them.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from report_gen.errors import CannotWriteError

PREFIX = "reportgen-work-"
_LOCK = "lock"


class Workspace:
    """A folder of our own. ``close`` removes it with all that is in it.

    ``within``: where, if not in the folder for temporary files.
    """

    def __init__(self, within: Path | None = None) -> None:
        sweep(within)
        try:
            self.path = Path(tempfile.mkdtemp(prefix=PREFIX, dir=within))
            self.lock = _locked(self.path)
        except OSError as error:
            raise CannotWriteError(
                "no_temporary_folder",
                f"No temporary folder can be made: {error.strerror or 'unknown reason'}.",
                "Free some disk space, or set TMPDIR to a folder you may write in.",
            ) from error
        self.owner, self.closed = os.getpid(), False

    def room(self) -> Path:
        """A new folder inside, for one template process and its children."""
        return Path(tempfile.mkdtemp(prefix="room-", dir=self.path))

    @contextlib.contextmanager
    def canary(self) -> Iterator[Path]:
        """A file beside the rooms, that none of the processes in them may reach."""
        with tempfile.NamedTemporaryFile(prefix="canary-", dir=self.path) as file:
            yield Path(file.name)

    def close(self) -> None:
        """Remove the folder (its owner only: a forked process just forgets it)."""
        if self.owner == os.getpid() and not self.closed:
            self.closed = True
            shutil.rmtree(self.path, ignore_errors=True)
            os.close(self.lock)


def empty(room: Path) -> None:
    """Remove what a child left in its folder."""
    with contextlib.suppress(OSError):
        for entry in os.scandir(room):
            if entry.is_dir(follow_symlinks=False):
                shutil.rmtree(entry.path, ignore_errors=True)
            else:
                Path(entry.path).unlink()


def sweep(within: Path | None = None) -> int:
    """Remove the folders of processes that were killed; how many there were."""
    try:
        found = [
            Path(entry.path)
            for entry in os.scandir(within or tempfile.gettempdir())
            if entry.name.startswith(PREFIX) and entry.is_dir(follow_symlinks=False)
        ]
    except OSError:
        return 0
    return sum(_remove_if_left(path) for path in found)


def _remove_if_left(path: Path) -> bool:
    try:
        if hasattr(os, "getuid") and path.stat().st_uid != os.getuid():
            return False
        handle = _locked(path)
    except OSError:  # in use, or just being made
        return False
    shutil.rmtree(path, ignore_errors=True)
    os.close(handle)
    return True


def _locked(folder: Path) -> int:
    """An open, exclusively locked file in the folder. Raises OSError if another holds it."""
    import fcntl

    flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | getattr(os, "O_NOFOLLOW", 0)
    handle = os.open(folder / _LOCK, flags, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(handle)
        raise
    return handle

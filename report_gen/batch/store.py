"""Where a batch keeps its files: a folder, or an object store through fsspec. One face for both.

Keys are relative paths with "/". Everything under ``.reportgen/`` is ours; what stands beside it
is what the operator delivers. A folder directly in the store is a finished order.
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Protocol

OWN = ".reportgen"
PLACES = {"done": "", "held": "held/", "refused": "refused/"}
"""Verdict -> where its folder stands: what can be delivered is never mixed with what can't."""


_TEMPORARY = re.compile(r"\..{1,40}\.[0-9a-f]{12}\.part")


class Store(Protocol):
    """Both stores. ``publish`` puts a whole folder in place, or nothing."""

    name: str

    def get(self, key: str) -> bytes | None: ...
    def put(self, key: str, data: bytes) -> None: ...
    def exists(self, key: str) -> bool: ...
    def remove(self, key: str) -> None: ...
    def names(self, prefix: str) -> Iterator[str]: ...
    def age(self, key: str) -> float: ...
    def sweep(self, older_than: float) -> int: ...
    def publish(self, folder: str, files: Mapping[str, bytes]) -> None: ...
    def move(self, folder: str, target: str, changed: Mapping[str, bytes]) -> None: ...


def open_store(place: str | Path) -> Store:
    """A store at a folder's path, or at a URL such as ``s3://bucket/prefix``."""
    if isinstance(place, str) and "://" in place:
        from report_gen.batch.store_remote import RemoteStore

        return RemoteStore(place)
    return FolderStore(Path(place))


class FolderStore:
    """A folder, local or shared. Writes are flushed to disk and appear by renaming."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.name = str(root)

    def get(self, key: str) -> bytes | None:
        """The file's bytes, or None if there is none."""
        try:
            return (self.root / key).read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None

    def put(self, key: str, data: bytes) -> None:
        """Whole or not at all; an older file of this key is replaced."""
        path = self.root / key
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = path.with_name(f".{path.name[:40]}.{secrets.token_hex(6)}.part")
        try:
            _write(temporary, data)
            temporary.replace(path)
        except BaseException:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
            raise
        _flush_folder(path.parent)

    def exists(self, key: str) -> bool:
        """A file or a folder of this key."""
        return (self.root / key).exists()

    def remove(self, key: str) -> None:
        """A file, or a folder with all it holds. Nothing there is fine."""
        path = self.root / key
        if path.is_dir() and not path.is_symlink():
            # Renamed first, so that nobody sees half a folder.
            gone = self._aside()
            with suppress(FileNotFoundError):
                path.rename(gone)
            shutil.rmtree(gone, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)

    def names(self, prefix: str) -> Iterator[str]:
        """Names directly below ``prefix``, without our temporary ones."""
        folder = self.root / prefix
        with suppress(FileNotFoundError, NotADirectoryError):
            for entry in os.scandir(folder):
                if not entry.name.startswith("."):
                    yield entry.name

    def age(self, key: str) -> float:
        """When it was last written, in seconds of the epoch; 0 if it is not there."""
        with suppress(OSError):
            return (self.root / key).stat().st_mtime
        return 0.0

    def sweep(self, older_than: float) -> int:
        """Remove what killed processes left half done, if it is older than so many seconds."""
        own = self.root / OWN
        left = [*own.glob("aside/*"), *self.root.glob(".*"), *own.rglob(".*")]
        count = 0
        for path in left:
            if path.parent.name != "aside" and not _TEMPORARY.fullmatch(path.name):
                continue
            with suppress(OSError):
                if time.time() - path.stat().st_mtime >= older_than:
                    shutil.rmtree(path) if path.is_dir() else path.unlink()
                    count += 1
        return count

    def publish(self, folder: str, files: Mapping[str, bytes]) -> None:
        """``folder`` with exactly these files; an older one of the name is replaced.

        Made aside, flushed, and renamed into place. Between the two renames of a replacement
        there is no folder for an instant, never a mixed one.
        """
        made = self._aside()
        try:
            made.mkdir(parents=True)
            for name, data in files.items():
                _write(made / name, data)
            _flush_folder(made)
            self._put_in_place(made, self.root / folder)
        finally:
            shutil.rmtree(made, ignore_errors=True)

    def move(self, folder: str, target: str, changed: Mapping[str, bytes]) -> None:
        """A published folder to another place, with some of its files replaced."""
        source = self.root / folder
        files = {p.name: p.read_bytes() for p in sorted(source.iterdir()) if p.is_file()}
        self.publish(target, {**files, **changed})
        self.remove(folder)

    def _put_in_place(self, made: Path, target: Path) -> None:
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            made.rename(target)  # fails if there is a folder with files: nobody is overwritten
        except OSError:
            if not target.is_dir():
                raise
            old = self._aside()
            target.rename(old)
            made.rename(target)
            shutil.rmtree(old, ignore_errors=True)
        _flush_folder(target.parent)

    def _aside(self) -> Path:
        folder = self.root / OWN / "aside"
        folder.mkdir(parents=True, exist_ok=True)
        return folder / secrets.token_hex(12)


def _write(path: Path, data: bytes) -> None:
    with path.open("xb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _flush_folder(folder: Path) -> None:
    """A rename is only durable once its folder is flushed; not every system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

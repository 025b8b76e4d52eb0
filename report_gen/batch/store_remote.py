"""The same store on anything fsspec reaches: S3 and its like, a mounted bucket, memory in tests.

An object store has no renames: a published folder counts from the moment its ``status.json`` is
there, which is written last and removed first. Readers ask for that file, never for the others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import datetime

from report_gen.errors import UsageError

MARK = "status.json"


class RemoteStore:
    """``url``: protocol, bucket and prefix; credentials are fsspec's business (environment)."""

    def __init__(self, url: str) -> None:
        import fsspec

        self.name = url
        try:
            self._system, root = fsspec.core.url_to_fs(url, use_listings_cache=False)
        except (ImportError, ValueError) as error:
            raise UsageError(
                "no_such_store",
                f"The store {url} can't be opened: {error}.",
                "Install what fsspec names (for s3:// that is s3fs), or use a shared folder.",
            ) from None
        self._root = str(root).rstrip("/")

    def _path(self, key: str) -> str:
        return f"{self._root}/{key}".rstrip("/")

    def get(self, key: str) -> bytes | None:
        """The object's bytes, or None if there is none."""
        try:
            data: bytes = self._system.cat_file(self._path(key))
        except (FileNotFoundError, IsADirectoryError):
            return None
        return data

    def put(self, key: str, data: bytes) -> None:
        """An object is written whole by its protocol."""
        path = self._path(key)
        self._system.makedirs(path.rsplit("/", 1)[0], exist_ok=True)
        self._system.pipe_file(path, data)

    def exists(self, key: str) -> bool:
        """An object or a prefix of this key."""
        return bool(self._system.exists(self._path(key)))

    def remove(self, key: str) -> None:
        """An object, or all below the prefix, the mark first."""
        path = self._path(key)
        with suppress(FileNotFoundError):
            self._system.rm_file(f"{path}/{MARK}")
        with suppress(FileNotFoundError):
            self._system.rm(path, recursive=True)

    def names(self, prefix: str) -> Iterator[str]:
        """Names directly below ``prefix``."""
        with suppress(FileNotFoundError, NotADirectoryError):
            for path in self._system.ls(self._path(prefix), detail=False):
                name = str(path).rstrip("/").rsplit("/", 1)[-1]
                if name and not name.startswith("."):
                    yield name

    def age(self, key: str) -> float:
        """When it was last written, in seconds of the epoch; 0 if it is not there."""
        with suppress(FileNotFoundError, NotImplementedError):
            when = self._system.modified(self._path(key))
            if isinstance(when, datetime):
                return when.timestamp()
        return 0.0

    def sweep(self, older_than: float) -> int:
        """An object store has no half-written objects: nothing to do."""
        return 0

    def publish(self, folder: str, files: Mapping[str, bytes]) -> None:
        """The old mark goes, the files come, the new mark comes last."""
        folder = folder.rstrip("/")
        with suppress(FileNotFoundError):
            self._system.rm_file(self._path(f"{folder}/{MARK}"))
        for name in [n for n in self.names(folder) if n not in files]:
            self.remove(f"{folder}/{name}")
        for name, data in files.items():
            if name != MARK:
                self.put(f"{folder}/{name}", data)
        if MARK in files:
            self.put(f"{folder}/{MARK}", files[MARK])

    def move(self, folder: str, target: str, changed: Mapping[str, bytes]) -> None:
        """A published folder to another place, with some of its files replaced."""
        folder = folder.rstrip("/")
        files = {name: self.get(f"{folder}/{name}") or b"" for name in self.names(folder)}
        self.publish(target, {**files, **changed})
        self.remove(folder)

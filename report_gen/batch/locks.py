"""One process per folder, one process per executor id: a second one is told, not let in.

A file lock (flock) for what lives in a folder, an advisory lock of the session on PostgreSQL.
Both end with their process, however it ends.
"""

from __future__ import annotations

import hashlib
import os
import time
from pathlib import Path
from typing import Any

from report_gen.errors import CannotWriteError, UsageError


class FolderLock:
    """Held from ``take`` until the process ends or ``free``."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle: int | None = None

    def take(self, what: str) -> None:
        """Raises UsageError (``already_running``) naming the process that holds it."""
        import fcntl

        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError as error:
            raise CannotWriteError(
                "cannot_write",
                f"The folder {self._path.parent.parent} can't be written: {error.strerror}.",
                "Check its permissions and the free space, or choose another with --out.",
            ) from error
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            holder = os.pread(handle, 100, 0).decode("ascii", "replace").strip() or "unknown"
            os.close(handle)
            raise UsageError(
                "already_running",
                f"{what} is already at work here (process {holder}).",
                "Wait until it is done, or stop it with Ctrl-C; nothing of it is lost.",
            ) from None
        os.ftruncate(handle, 0)
        os.pwrite(handle, str(os.getpid()).encode(), 0)
        self._handle = handle

    def free(self) -> None:
        """Let the next one in."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


class SessionLock:
    """An advisory lock named by the executor id, held by a connection of its own."""

    def __init__(self, url: str, executor: str) -> None:
        self._url = url
        self._executor = executor
        self._connection: Any = None

    def take(self, what: str, patience: float = 20.0) -> None:
        """Raises UsageError (``already_running``) if another process has this executor id.

        A worker that was killed a moment ago may still be connected for the server: it is given
        ``patience`` seconds to notice.
        """
        import psycopg

        until = time.monotonic() + patience
        try:
            while not (taken := self.try_take()) and time.monotonic() < until:
                time.sleep(0.5)
        except psycopg.Error as error:
            raise UsageError(
                "database_unreachable",
                f"The database can't be reached ({type(error).__name__}).",
                "Check --database-url and that the server runs.",
            ) from error
        if not taken:
            raise UsageError(
                "already_running",
                f'{what} of the id "{self._executor}" is already at work on this database.',
                "Give every worker an id of its own (--executor-id), the same at each start.",
            )

    def try_take(self) -> bool:
        """Whether the lock is ours now."""
        import psycopg

        if self._connection is not None and not self._connection.closed:
            try:
                self._connection.execute("SELECT 1")
            except psycopg.Error:
                self._connection = None
            else:
                return True
        connection = psycopg.connect(
            self._url, autocommit=True, connect_timeout=10, keepalives_idle=10,
            keepalives_interval=5, keepalives_count=3,
        )  # fmt: skip
        row = connection.execute("SELECT pg_try_advisory_lock(%s)", (self._number(),)).fetchone()
        if row is None or not row[0]:
            connection.close()
            return False
        self._connection = connection
        return True

    def free(self) -> None:
        """Let the next one in."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _number(self) -> int:
        digest = hashlib.sha256(f"reportgen executor {self._executor}".encode()).digest()
        return int.from_bytes(digest[:8], "big", signed=True)

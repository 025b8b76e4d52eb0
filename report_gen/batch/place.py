"""Where a batch lives: a folder with everything in it, or a database and a shared store."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from report_gen.batch.store import OWN, Store, open_store
from report_gen.errors import CannotWriteError, UsageError


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """``folder`` is set where the batch lives in one folder with its own SQLite database."""

    store: Store
    database: str
    folder: Path | None = None

    @property
    def lock_path(self) -> Path | None:
        """The file that a process working in the folder locks."""
        return self.folder / OWN / "lock" if self.folder else None


def in_folder(out: Path, *, create: bool = False) -> Place:
    """Everything in one folder; raises UsageError (``no_batch``) if there is none and it must be."""
    database = out / OWN / "engine.sqlite"
    if create:
        try:
            database.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CannotWriteError(
                "cannot_write",
                f"The folder {out} can't be made or written: {error.strerror or 'unknown reason'}.",
                "Check its permissions, or choose another with --out.",
            ) from error
    elif not database.is_file():
        raise UsageError(
            "no_batch", f"There is no batch in {out}.", "Name the --out folder of an earlier run."
        )
    out = out.resolve()
    return Place(
        store=open_store(out), database=f"sqlite:///{out / OWN / 'engine.sqlite'}", folder=out
    )


def on_server(database: str, store: str) -> Place:
    """A PostgreSQL database (or an SQLite file) and a store that all machines reach."""
    if not re.match(r"(postgresql(\+psycopg)?|sqlite)://", database):
        raise UsageError(
            "bad_database_url",
            "The database URL is neither postgresql://... nor sqlite:///...",
            "For example --database-url postgresql://user@host:5432/reportgen",
        )
    if "://" not in store:
        try:
            Path(store).mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CannotWriteError(
                "cannot_write",
                f"The store {store} can't be made: {error.strerror or 'unknown reason'}.",
                "Check its permissions.",
            ) from error
        store = str(Path(store).resolve())
    return Place(store=open_store(store), database=database)

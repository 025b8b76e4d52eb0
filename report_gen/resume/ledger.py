"""Which line became what: the sources of every value, and the lines nobody used."""

from __future__ import annotations

from collections.abc import Iterable

from report_gen.resume.models import Source
from report_gen.resume.rows import Row


class Ledger:
    """Collects sources while a resume is put together; one per document."""

    def __init__(self) -> None:
        self._sources: dict[str, Source] = {}
        self._used: set[int] = set()

    def cite(self, ref: str, rows: Iterable[Row], confidence: float = 1.0) -> None:
        """``ref`` stands on these rows, which are thereby used."""
        listed = list(rows)
        if not listed:
            return
        self.use(listed)
        self._sources[ref] = Source(
            page=listed[0].line.page,
            lines=tuple(sorted({n for r in listed for n in (r.number, *r.also)})),
            confidence=round(min(1.0, max(0.05, confidence)), 2),
        )

    def use(self, rows: Iterable[Row]) -> None:
        """These rows were understood (headings, labels, furniture), though no value cites them."""
        self._used.update(n for r in rows for n in (r.number, *r.also))

    def take(self, ref: str) -> Source | None:
        """The source of a value that gets another reference; it is no longer kept under this one."""
        return self._sources.pop(ref, None)

    def put(self, ref: str, source: Source | None) -> None:
        """A source that was taken, under the reference the value has now."""
        if source is not None:
            self._sources[ref] = source

    @property
    def sources(self) -> dict[str, Source]:
        return dict(self._sources)

    def is_used(self, row: Row) -> bool:
        return row.number in self._used

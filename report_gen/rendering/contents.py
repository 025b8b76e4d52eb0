"""The contents in columns that fill whole pages: as many entries as there are, in either paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Any, NamedTuple

from report_gen.rendering.sheets import ROOM
from report_gen.rendering.widths import Run, count_lines

Part = Mapping[str, Any]
Column = list[dict[str, Any]]


class Contents(NamedTuple):
    """Pages of two columns of parts with their chapters; ``size`` is a class of print.css."""

    size: str
    pages: list[list[Column]]


class _Size(NamedTuple):
    """A class of print.css, in pt: font and line, padding of an entry, space around a part's name."""

    name: str
    font: float
    lead: float
    pad: float
    part: float


SIZES = (
    _Size("airy", 11, 15, 5, 13),
    _Size("roomy", 10.2, 13.6, 3, 12),
    _Size("", 9.4, 12.4, 2, 10),
    _Size("tight", 9, 11.4, 1.2, 8),
    _Size("dense", 8.6, 10.6, 0.8, 6),
)
"""From the largest: the contents take the first size that needs the fewest pages."""
_COLUMNS = 2
_WIDTH = (170 / 2 - 8 - 11) * 72 / 25.4
"""pt of an entry beside its number."""
_RULE = 0.4
_HEADING = 58.0
"""pt of the chapter's heading and the space to the columns."""
_SPARE = 8.0


class _Row(NamedTuple):
    """The name of a part, or a chapter of it."""

    part: Part
    chapter: Mapping[str, Any] | None
    may_begin: bool
    """Whether a column may begin here: no name ends one, no chapter stands alone."""


def contents_pages(parts: Sequence[Part], paper: str) -> Contents:
    """Parts (``id``, ``title``, ``chapters``) -> pages of columns for this paper; one page for the
    screen. A part that goes on in another column has no title there."""
    rows = list(_rows(parts))
    room = ROOM.get(paper, ROOM["a4"]) - _SPARE
    count = 1
    while True:
        for size in SIZES:
            heights = [_height(row, size) for row in rows]
            columns = _balance(rows, heights, count * _COLUMNS)
            tallest = max((sum(heights[a:b]) for a, b in columns), default=0)
            fits = tallest <= room - _HEADING
            if fits or not paper or count > len(rows):
                filled = [_column(rows[a:b]) for a, b in columns]
                pages = [filled[n : n + _COLUMNS] for n in range(0, len(filled), _COLUMNS)]
                return Contents(size.name if paper else "", pages)
        count += 1


def _rows(parts: Sequence[Part]) -> Iterator[_Row]:
    for part in parts:
        chapters = part["chapters"]
        yield _Row(part, None, True)
        for n, chapter in enumerate(chapters):
            yield _Row(part, chapter, 2 <= n <= len(chapters) - 2)


def _height(row: _Row, size: _Size) -> float:
    if row.chapter is None:
        return (
            size.lead * count_lines([Run(row.part["title"], "semibold", size.font)], _WIDTH)
            + size.part
        )
    lines = count_lines([Run(row.chapter["title"], "regular", size.font)], _WIDTH)
    return max(1, lines) * size.lead + size.pad + _RULE


def _balance(rows: list[_Row], heights: list[float], count: int) -> list[tuple[int, int]]:
    """Rows -> at most ``count`` columns (first row, row after the last) of about one height: the
    lowest limit that needs no more columns."""
    ends = [n for n in range(1, len(rows)) if rows[n].may_begin] + [len(rows)]
    below = [0.0, *accumulate(heights)]
    limit = below[-1] / count
    while True:
        columns, start = [], 0
        while start < len(rows):
            after = [end for end in ends if end > start]
            fit = [end for end in after if below[end] - below[start] <= limit]
            end = fit[-1] if fit else after[0]
            columns.append((start, end))
            start = end
        if len(columns) <= count:
            return columns
        limit += 4


def _column(rows: list[_Row]) -> Column:
    parts: Column = []
    for part, chapter, _ in rows:
        if chapter is None or not parts:
            title = part["title"] if chapter is None else ""
            parts.append({"id": part["id"], "title": title, "chapters": []})
        if chapter is not None:
            parts[-1]["chapters"].append(chapter)
    return parts

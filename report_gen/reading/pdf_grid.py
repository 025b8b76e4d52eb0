"""Drawn tables: cells between rules are read cell by cell, whatever their text looks like.

White space has to be weighed (see ``pdf_columns``); a drawn grid says what belongs together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from report_gen.reading.pdf_cells import group_rows
from report_gen.reading.pdf_device import Shape
from report_gen.reading.pdf_rows import merge_wrapped
from report_gen.reading.pdf_spelling import Segment

_THIN = 2.5
_NEAR = 2.0
_TALL_CELL = 14
"""Rows; two cells side by side that hold more are a page's columns, not a table's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A row of a table: its height and where its cells' edges are."""

    top: float
    bottom: float
    edges: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A drawn table: its height and its text, in pieces in reading order.

    Of each row first the cells' first lines side by side, then what is left of each cell; a cell
    that begins with a bullet is read whole after those.
    """

    top: float
    bottom: float
    pieces: list[list[Segment]]


def find_tables(segments: list[Segment], shapes: list[Shape]) -> list[Table]:
    """The drawn tables of a page, from the top. Between ``top`` and ``bottom`` there is no text
    but theirs."""
    return [
        Table(top=rows[0].top, bottom=rows[-1].bottom, pieces=pieces)
        for rows in _tables(_bands(shapes))
        if (pieces := _pieces(segments, rows))
    ]


def middle(segment: Segment) -> float:
    """Half-way down."""
    return (segment.top + segment.bottom) / 2


def _bands(shapes: list[Shape]) -> list[Band]:
    upright: dict[float, list[tuple[float, float]]] = {}
    level: dict[float, list[tuple[float, float]]] = {}
    for shape in shapes:
        if shape.image:
            continue
        wide, high = shape.x1 - shape.x0, shape.bottom - shape.top
        if wide <= _THIN and high > _THIN:
            _add(upright, (shape.x0 + shape.x1) / 2, shape.top, shape.bottom)
        elif high <= _THIN and wide > _THIN:
            _add(level, (shape.top + shape.bottom) / 2, shape.x0, shape.x1)
        elif not shape.fill and wide > 20 and high > 6:  # a frame
            for x in (shape.x0, shape.x1):
                _add(upright, x, shape.top, shape.bottom)
            for y in (shape.top, shape.bottom):
                _add(level, y, shape.x0, shape.x1)
    bands: list[Band] = []
    for top, bottom in pairwise(sorted(level)):
        edges = sorted(x for x, runs in upright.items() if _covers(runs, top, bottom))
        if len(edges) < 3 or bottom - top < 6:
            continue
        if all(_covers(level[y], edges[0], edges[-1]) for y in (top, bottom)):
            bands.append(Band(top=top, bottom=bottom, edges=tuple(edges)))
    return bands


def _add(lines: dict[float, list[tuple[float, float]]], place: float, start: float, end: float) -> None:  # fmt: skip
    near = next((other for other in lines if abs(other - place) <= _NEAR), place)
    lines.setdefault(near, []).append((start, end))


def _covers(runs: list[tuple[float, float]], start: float, end: float) -> bool:
    """Do the runs together reach from start to end?"""
    reached = start + _NEAR
    for low, high in sorted(runs):
        if low > reached + _NEAR:
            break
        reached = max(reached, high)
    return reached >= end - _NEAR


def _tables(bands: list[Band]) -> Iterator[list[Band]]:
    """Runs of two and more rows that touch and are equally wide."""
    table: list[Band] = []
    for band in bands:
        if table and not (
            abs(table[-1].bottom - band.top) <= _NEAR
            and abs(table[-1].edges[0] - band.edges[0]) <= _NEAR
            and abs(table[-1].edges[-1] - band.edges[-1]) <= _NEAR
        ):
            if len(table) > 1:
                yield table
            table = []
        table.append(band)
    if len(table) > 1:
        yield table


def _pieces(segments: list[Segment], table: list[Band]) -> list[list[Segment]]:
    """The table's text in reading order; empty if it isn't a table of text."""
    top, bottom = table[0].top, table[-1].bottom
    inside = [s for s in segments if top < middle(s) < bottom]
    left, right = table[0].edges[0] - _NEAR, table[0].edges[-1] + _NEAR
    if any(s.left < left or s.x1 > right for s in inside):
        return []  # it stands beside something else
    held: list[list[list[Segment]]] = []
    for band in table:
        row = [s for s in inside if band.top < middle(s) < band.bottom]
        held.append([[s for s in row if x0 - _NEAR < s.left and s.x1 < x1 + _NEAR] for x0, x1 in pairwise(band.edges)])  # fmt: skip
        if sum(map(len, held[-1])) != len(row):
            return []  # text runs across a rule
    pieces: list[list[Segment]] = []
    usual = _usual_texts(table, held)
    for band, row_cells in zip(table, held, strict=True):
        cells = [
            merge_wrapped(group_rows(cell), x0, x1, usual.get((round(x0), round(x1)), 0))
            for cell, (x0, x1) in zip(row_cells, pairwise(band.edges), strict=True)
            if cell
        ]
        if sum(len(cell) > _TALL_CELL for cell in cells) > 1:
            return []
        beside = [cell for cell in cells if not _is_list(cell)]
        pieces.append([segment for cell in beside for segment in cell[0]])
        pieces += [[s for line in cell[1:] for s in line] for cell in beside]
        pieces += [[s for line in cell for s in line] for cell in cells if _is_list(cell)]
    return [piece for piece in pieces if piece]


def _usual_texts(table: list[Band], held: list[list[list[Segment]]]) -> dict[tuple[int, int], int]:
    """How many texts the cells of a column hold mostly, where most hold several."""
    counts: dict[tuple[int, int], Counter[int]] = {}
    for band, cells in zip(table, held, strict=True):
        for cell, (x0, x1) in zip(cells, pairwise(band.edges), strict=True):
            if cell and not cell[0].marker:
                column = counts.setdefault((round(x0), round(x1)), Counter())
                column[len(merge_wrapped(group_rows(cell), x0, x1))] += 1
    out: dict[tuple[int, int], int] = {}
    for place, count in counts.items():
        texts, times = count.most_common(1)[0]
        if texts > 1 and 2 * times > sum(count.values()) - count[1]:  # column names aside
            out[place] = texts
    return out


def _is_list(cell: list[list[Segment]]) -> bool:
    """Does a cell begin with a bullet?"""
    return bool(cell[0][0].marker)

"""Rows of segments, and cells: short texts that begin where the text beside them begins.

Whether the two sides of a gutter are columns or cells of common rows is decided here by alignment
and density, not by words.
"""

from __future__ import annotations

import re
from itertools import pairwise

from report_gen.reading.pdf_spelling import Segment

_DAY = r"(?:[^\W\d]{3,10}\.?\s*|\d{1,2}[./]\s*){0,2}(?:19|20)\d\d(?:[-/.](?:(?:0[1-9]|1[0-2])(?!\d)|[A-Z][a-z]{2}(?![a-z])))?"
DATE_RANGE = re.compile(
    rf"{_DAY}\s*(?:[-–—−~]|to|bis)\s*(?:{_DAY}|present|current|now|today|ongoing|heute)", re.I
)
"""A whole date range, as a cell of its own holds it."""
DATE_PART = re.compile(
    rf"[(\[]?\s*(?:{_DAY})?\s*(?:[-–—−~]|to|bis)?\s*(?:{_DAY}|present|current|now|today|ongoing|heute)?\s*[)\]]?",
    re.I,
)
"""A date range or a half of one, wrapped in a narrow cell. It also matches no text at all."""


_LONE_YEAR = re.compile(r"(?:19|20)\d\d")


def is_cells(rows: list[list[Segment]], aligned: list[bool], others: list[list[Segment]]) -> bool:
    """Are these rows (of one side) cells that begin where rows of the other side begin?

    Rows with nothing at all beside them (a table's section names) speak neither for nor against.
    """
    groups = [
        (first, last)
        for first, last in cell_groups(rows, others)
        if first != last or aligned[first] or _beside_any(rows[first], others)
    ]
    beside = [n for first, last in groups for n in range(first, last + 1)]
    if len(beside) < max(1, 0.4 * len(rows)):
        return False
    starts = [aligned[first] for first, _ in groups]
    lengths = sorted(last - first + 1 for first, last in groups)
    texts = sorted(sum(len(segment.text) for segment in rows[n]) for n in beside)
    longest = 4 if texts[-1] > 16 else 6
    if texts[len(texts) // 2] > 34 or sum(starts) < 0.8 * len(starts):
        return False
    if _is_dense(rows, others):
        return False  # a column that happens to stand on the same grid
    hits = sum(aligned[n] for n in beside)
    if hits >= 0.8 * len(beside) and len(beside) <= 0.67 * len(others) and lengths[-1] <= 4:
        return True
    regular = len(groups) >= 3 and sum(starts) >= 0.9 * len(starts)
    sparse = _height([rows[n] for n in beside]) <= (0.9 if regular else 0.6) * _height(others)
    return sparse and lengths[len(lengths) // 2] <= longest - 1 and lengths[-1] <= longest


def _is_dense(rows: list[list[Segment]], others: list[list[Segment]]) -> bool:
    """Do more rows stand on end here than one cell holds?

    Six lines on end always do. Four do when the text beside them runs on regardless, in bullets or
    wrapped lines; beside plain rows they may be the labels of a table.
    """
    usual = _usual_room(others)
    first = 0
    for index in range(1, len(rows) + 1):
        if index < len(rows) and _is_close(rows[index - 1], rows[index], usual):
            continue
        if index - first > 5 or (index - first > 3 and _runs_on(rows[first:index], others)):
            return True
        first = index
    return False


def _runs_on(rows: list[list[Segment]], others: list[list[Segment]]) -> bool:
    """Is there a bullet or a wrapped line beside these rows, other than beside the first?"""
    top, bottom = rows[0][0].bottom, rows[-1][0].bottom
    return any(
        other[0].marker or other[0].text[:1].islower()
        for other in others
        if top < other[0].base < bottom
    ) and not _is_wrapped(rows)


def _is_wrapped(rows: list[list[Segment]]) -> bool:
    """Are the rows of a narrow cell, nearly all as long as its longest?"""
    widths = [row[-1].x1 - row[0].left for row in rows]
    return (
        sorted(widths)[len(widths) // 2] > 0.7 * max(widths) and max(widths) < 8 * rows[0][0].size
    )


def _usual_room(rows: list[list[Segment]]) -> float:
    rooms = sorted(_room(one, two) for one, two in pairwise(rows))
    return max(0.0, rooms[len(rooms) * 2 // 5]) if rooms else 0.0


def _is_close(above: list[Segment], row: list[Segment], usual: float) -> bool:
    size = max(segment.size for segment in row)
    return _room(above, row) < min(0.75 * size, 1.25 * usual + 0.1 * size)


def _beside_any(row: list[Segment], others: list[list[Segment]]) -> bool:
    """Does any row of the other side share some of this row's height?"""
    top, bottom = min(s.top for s in row), max(s.bottom for s in row)
    return any(
        segment.top < bottom - 1 and segment.bottom > top + 1
        for other in others
        for segment in other
    )


def cell_groups(rows: list[list[Segment]], others: list[list[Segment]]) -> list[tuple[int, int]]:
    """(first, last) of runs of rows that are one cell each.

    Rows of one cell follow each other as closely as lines of text do. Two labels may do so too:
    they are apart when the second would have fitted beside the first and has a row of its own.
    """
    usual = _usual_room(others)
    start = min((row[0].left for row in rows), default=0.0)
    beyond = [row[0].left for row in others if row[0].left > start]
    edge = max(min(beyond, default=start) - 8, max((row[-1].x1 for row in rows), default=start))
    groups: list[tuple[int, int]] = []
    for index, row in enumerate(rows):
        if groups:
            close = _is_close(rows[index - 1], row, usual)
            close = close and not _next_dates(rows[groups[-1][0] : index], row)
            close = close and not _stands_over(rows[index - 1], row, others)
            close = close and not rows[index - 1][-1].text.endswith((":", "："))
            if close and not _is_label(
                rows[groups[-1][0]], rows[index - 1], row, others, edge - start
            ):
                groups[-1] = (groups[-1][0], index)
                continue
        groups.append((index, index))
    return groups


def _stands_over(above: list[Segment], row: list[Segment], others: list[list[Segment]]) -> bool:
    """Bold words with nothing beside them, over a row that has: a heading, no part of the cell."""
    bold = all(g.bold for s in above for g in s.glyphs) and not any(g.bold for s in row for g in s.glyphs)  # fmt: skip
    return bold and not _beside_any(above, others) and _beside_any(row, others)


def _next_dates(group: list[list[Segment]], row: list[Segment]) -> bool:
    """Dates under dates that are whole: those of the next entry; the one above has no text."""
    above = " ".join(segment.text for r in group for segment in r)
    text = " ".join(segment.text for segment in row)
    if _LONE_YEAR.fullmatch(above) and _LONE_YEAR.fullmatch(text):
        return text <= above
    return bool(DATE_RANGE.fullmatch(above) and text[:1].isalnum() and DATE_PART.fullmatch(text))


def _is_label(first: list[Segment], above: list[Segment], row: list[Segment], others: list[list[Segment]], width: float) -> bool:  # fmt: skip
    """Does a row label a plain row beside it, rather than go on with the cell above?"""
    end = min(row[0].spaces, default=len(row[0].glyphs)) - 1
    word = row[0].glyphs[end].x1 - row[0].x0
    if above[-1].x1 - above[0].left + word + 0.3 * row[0].size > width:
        return False
    between = [
        other for other in others if other[0].base > first[0].top and other[0].base < row[0].bottom
    ]
    own = any(in_one_row(row[0], other[0]) for other in between)
    return own and not any(other[0].marker for other in between)


def _room(above: list[Segment], below: list[Segment]) -> float:
    return min(s.top for s in below) - max(s.bottom for s in above)


def group_rows(segments: list[Segment]) -> list[list[Segment]]:
    """Segments -> visual rows from the top, each from left to right."""
    rows: list[list[Segment]] = []
    for segment in sorted(segments, key=lambda segment: (segment.base, segment.left)):
        row = rows[-1] if rows else None
        if row is not None and in_one_row(row[0], segment) and all(_apart(segment, other) for other in row):  # fmt: skip
            row.append(segment)
        else:
            rows.append([segment])
    for row in rows:
        row.sort(key=lambda segment: segment.left)
    return rows


def in_one_row(one: Segment, two: Segment, overlap: float = 0.62) -> bool:
    """Do two segments look as if they stood on one line?"""
    if abs(one.base - two.base) <= 0.3 * min(one.size, two.size):
        return True
    shared = min(one.bottom, two.bottom) - max(one.top, two.top)
    return shared > overlap * min(one.size, two.size)


def _apart(one: Segment, two: Segment) -> bool:
    return one.left >= two.x1 - 0.5 or two.left >= one.x1 - 0.5


def aligned_rows(rows: list[list[Segment]], others: list[list[Segment]]) -> list[bool]:
    """For each row: does a row of the other side stand on the same line?"""
    found: list[bool] = []
    start = 0
    for row in rows:
        while start < len(others) and others[start][0].bottom < row[0].top - 30:
            start += 1
        hit = False
        for other in others[start:]:
            if other[0].top > row[0].bottom + 30:
                break
            if in_one_row(row[0], other[0], 0.35):
                hit = True
                break
        found.append(hit)
    return found


def _height(rows: list[list[Segment]]) -> float:
    return sum(max(segment.size for segment in row) for row in rows)

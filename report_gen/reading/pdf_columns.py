"""Segments of a page -> pieces in reading order: columns are read down, rows are read across.

A gutter is a vertical strip no segment crosses over some height. What stands at its two sides
may be independent columns (a sidebar, a newspaper column) or cells of rows that belong together
(titles left and dates right, dates left and text right, section names in the margin). Alignment
of baselines and density tell which: cells start where the text beside them starts and are few,
columns run on in their own rhythm.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Literal

from report_gen.reading.pdf_bullets import part_bullet_cells
from report_gen.reading.pdf_cells import (
    DATE_PART,
    DATE_RANGE,
    aligned_rows,
    group_rows,
    in_one_row,
    is_cells,
)
from report_gen.reading.pdf_device import Shape
from report_gen.reading.pdf_grid import find_tables, middle
from report_gen.reading.pdf_margins import find_ruled_margins
from report_gen.reading.pdf_spelling import Segment

Side = Literal["full", "left", "right"]
_MAX_DEPTH = 4
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(slots=True)
class Piece:
    """A run of segments read row by row, before what follows it. ``path`` tells the columns it
    lies in (outermost first), ``gutter`` where the outermost gutter is (0.0 if none)."""

    segments: list[Segment]
    path: tuple[Side, ...] = ()
    gutter: float = 0.0


@dataclass(slots=True)
class Band:
    """A gutter at ``x`` over the height of ``inside``, none of which crosses it."""

    x: float
    left: list[Segment]
    right: list[Segment]
    weight: float = 0.0


Edges = tuple[float, float, float]
"""Where the left and the right column of a page begin, and the gutter between them."""


def split_pages(pages: list[list[Segment]], shapes: list[list[Shape]]) -> list[list[Piece]]:
    """Each page's segments in reading order; columns of one page go on on the next."""
    found: list[list[Piece]] = []
    known: Edges | None = None
    for segments, drawn in zip(pages, shapes, strict=True):
        pieces = split_page(segments, drawn, known)
        known = _edges(pieces) or known
        found.append(pieces)
    return found


def _edges(pieces: list[Piece]) -> Edges | None:
    """Where a page's outermost columns begin, if they hold most of its text."""
    sides = [
        [s for piece in pieces if piece.path[:1] == (side,) for s in piece.segments]
        for side in ("left", "right")
    ]
    inside = sum(len(side) for side in sides)
    if not all(sides) or inside < 0.7 * sum(len(piece.segments) for piece in pieces):
        return None
    gutter = next(piece.gutter for piece in pieces if piece.path)
    return min(s.left for s in sides[0]), min(s.left for s in sides[1]), gutter


def split_page(
    segments: list[Segment], shapes: list[Shape], known: Edges | None = None
) -> list[Piece]:
    """A page's segments in reading order: drawn tables as they are drawn, all else by columns.

    ``known``: where the columns of the page before begin.
    """
    pieces: list[Piece] = []
    rest = segments
    if known and (band := _going_on(segments, known)):
        return _columns(segments, band, shapes, 0)
    for table in find_tables(segments, shapes) or find_ruled_margins(segments, shapes):
        above = [segment for segment in rest if middle(segment) <= table.top]
        rest = [segment for segment in rest if middle(segment) >= table.bottom]
        pieces += split_columns(above, shapes)
        pieces += [Piece(piece) for piece in table.pieces]
    return pieces + split_columns(rest, shapes)


def split_columns(segments: list[Segment], shapes: list[Shape], depth: int = 0) -> list[Piece]:
    """Segments in reading order: above, left, right, below, each split further."""
    band = _best_band(segments, shapes) if depth < _MAX_DEPTH and len(segments) >= 4 else None
    if band is None:
        return [Piece(part) for part in part_bullet_cells(segments)] if segments else []
    return _columns(segments, band, shapes, depth)


def _going_on(segments: list[Segment], known: Edges) -> Band | None:
    """The columns of the page before, if this page's begin at the same places and nothing crosses
    between them."""
    left = [s for s in segments if s.left < known[1] - 2]
    right = [s for s in segments if s.left >= known[1] - 2]
    if not left or not right:
        return None
    if abs(min(s.left for s in left) - known[0]) > 2 or abs(min(s.left for s in right) - known[1]) > 2:  # fmt: skip
        return None
    end = max(s.x1 for s in left)
    if end > known[1] - 0.5 * min(s.size for s in left) or len(group_rows(left)) < 2:
        return None
    if _holds_dates(group_rows(left)) or _holds_dates(group_rows(right)):
        return None
    return Band(known[2] if end <= known[2] else (end + known[1]) / 2, left, right)


def _columns(segments: list[Segment], band: Band, shapes: list[Shape], depth: int) -> list[Piece]:
    """Above, left, right, below, each split further."""
    inside = {id(segment) for segment in (*band.left, *band.right)}
    top = min(segment.top for segment in (*band.left, *band.right))
    bottom = max(segment.bottom for segment in (*band.left, *band.right))
    rest = [segment for segment in segments if id(segment) not in inside]
    above = [segment for segment in rest if segment.base <= (top + bottom) / 2]
    below = [segment for segment in rest if segment.base > (top + bottom) / 2]
    pieces = split_columns(above, shapes, depth)
    for side, part in (("left", band.left), ("right", band.right)):
        for piece in split_columns(part, shapes, depth + 1):
            pieces.append(Piece(piece.segments, (_side(side), *piece.path), band.x))
    return pieces + split_columns(below, shapes, depth)


def _side(name: str) -> Side:
    return "left" if name == "left" else "right"


def _best_band(segments: list[Segment], shapes: list[Shape]) -> Band | None:
    """The weightiest pair of independent columns, or None."""
    best: Band | None = None
    for x in _candidates(segments):
        for band in _bands(segments, x, _rules_across(shapes, x)):
            if best is not None and band.weight <= best.weight:
                continue
            if _gutter_width(band) > 0 and are_columns(band, shapes):
                best = band
    return _below_heads(best) if best else None


def _below_heads(band: Band) -> Band:
    """A band without what stands over the headings with which both its columns begin."""
    left, right = group_rows(band.left), group_rows(band.right)
    heads = [_headings(rows) for rows in (left, right)]
    for look in sorted(heads[0].keys() & heads[1].keys()):
        one, two = heads[0][look][0][0], heads[1][look][0][0]
        if in_one_row(one, two):
            top = min(one.top, two.top) - 1
            below = [[s for s in side if s.base > top] for side in (band.left, band.right)]
            return Band(band.x, below[0], below[1], band.weight)
    return band


def _candidates(segments: list[Segment]) -> list[float]:
    """Where gutters may be: just left of where segments begin beside others."""
    found: set[int] = set()
    ordered = sorted(segments, key=lambda segment: segment.top)
    for index, segment in enumerate(ordered):
        for other in ordered[index + 1 :]:
            if other.top > segment.bottom + 2 * segment.size:
                break
            one, two = (segment, other) if segment.left <= other.left else (other, segment)
            if two.left - one.x1 > 0.8 * min(one.size, two.size):
                found.add(round((two.left - 0.4 * min(one.size, two.size)) * 2))
    return [x / 2 for x in sorted(found)][:400]


def _rules_across(shapes: list[Shape], x: float) -> list[float]:
    """How high the lines stand that are drawn right across a gutter, as over a section."""
    across = [s for s in shapes if s.x0 < x - 60 and s.x1 > x + 60 and s.fill != "#ffffff"]
    return sorted(
        s.bottom for s in across if s.bottom - s.top <= 2 or any(_is_border(s, o) for o in across)
    )


def _is_border(one: Shape, two: Shape) -> bool:
    """Is a box another one with a line more below (a border is drawn as what lies between)?"""
    same = (
        abs(one.x0 - two.x0) < 0.5 and abs(one.x1 - two.x1) < 0.5 and abs(one.top - two.top) < 0.5
    )
    return same and 0.2 < one.bottom - two.bottom <= 3 and not one.fill


def _bands(segments: list[Segment], x: float, rules: list[float]) -> list[Band]:
    """The maximal stretches in which nothing crosses ``x`` and both sides have text."""
    bands: list[Band] = []
    left: list[Segment] = []
    right: list[Segment] = []
    walk: list[Segment | None] = [*sorted(segments, key=lambda segment: segment.base), None]
    crossing = [segment for segment in segments if segment.left < x - 0.5 and segment.x1 > x + 0.5]
    for segment in walk:
        while rules and segment is not None and segment.base > rules[0]:
            _leave_ruled(left, right, rules.pop(0))
            if left and right and len(left) + len(right) >= 3:
                bands.append(_trim(Band(x, left, right)))
            left, right = [], []
        if segment is None or (segment.left < x - 0.5 and segment.x1 > x + 0.5):
            if segment is not None:
                _leave_heads(left, right, segment)
                _leave_heads(right, left, segment)
            if left and right:
                _leave_sections(left, right)
                _leave_sections(right, left)
            if left and right and len(left) + len(right) >= 3:
                bands.append(_trim(Band(x, left, right)))
            left, right = [], []
        elif DATE_RANGE.fullmatch(segment.text) and any(in_one_row(segment, c) for c in crossing):
            continue  # the dates beside a title that crosses
        elif segment.x1 <= x + 0.5:
            left.append(segment)
        else:
            right.append(segment)
    return [band for band in bands if band.left and band.right]


def _leave_ruled(left: list[Segment], right: list[Segment], line: float) -> None:
    """Take the heading that stands on a line drawn across both columns out of the left one."""
    last = left[-1] if left else None
    if last is not None and line - last.base < 1.2 * last.size and not any(in_one_row(last, s) for s in right):  # fmt: skip
        left.pop()


def _leave_sections(side: list[Segment], other: list[Segment]) -> None:
    """Take sections out of a column that begin below the other one, if the column itself stands
    under a heading like theirs (a grid of skills under "Skills", then "Education")."""
    top, bottom = min(s.top for s in other), max(s.bottom for s in other)
    usual = median(s.size for s in side)
    heads = [s for s in side if s.size > 1.3 * usual and s.left <= min(t.left for t in side) + 3]
    over = {_look(s) for s in heads if top - 4 * s.size < s.bottom <= top + 1}
    start = min((s.top for s in heads if s.top > bottom and _look(s) in over), default=None)
    if start is not None:
        side[:] = [s for s in side if s.bottom <= start + 1]


def _leave_heads(side: list[Segment], other: list[Segment], crossing: Segment) -> None:
    """Take the heading of what crosses the gutter right under it out of a column above."""
    while len(side) > 1 and other:
        last, above = side[-1], side[-2]
        room = last.top - above.bottom
        if (
            last.top < max(segment.bottom for segment in other)
            or abs(last.left - crossing.left) > 2
            or room < 0.6 * last.size
            or len(last.text.split()) > 4
            or _look(last) == _look(above)
        ):
            return
        side.pop()


def _trim(band: Band) -> Band:
    """Cut a stretch down to its shared height when one side is only a small block.

    A block of contact details beside the name must not pull the whole page into its column; a
    sidebar that ends before the main text does keeps all of it.
    """
    left, right = band.left, band.right
    top = max(min(segment.top for segment in side) for side in (left, right))
    bottom = min(max(segment.bottom for segment in side) for side in (left, right))
    small, large = sorted((left, right), key=_extent)
    if _extent(small) < 0.8 * _extent(large) and _extent(small) < 11 * small[0].size and len(group_rows(small)) <= 9:  # fmt: skip
        large[:] = [s for s in large if s.bottom > top - s.size and s.top < bottom + 0.4 * s.size]
    if not left or not right:
        return band
    letters = min(sum(len(segment.text) for segment in side) for side in (left, right))
    band.weight = max(0.0, bottom - top) + 0.02 * letters
    return band


def _overlap(band: Band) -> float:
    """The height over which both sides have text."""
    tops = [min(segment.top for segment in side) for side in (band.left, band.right)]
    bottoms = [max(segment.bottom for segment in side) for side in (band.left, band.right)]
    return min(bottoms) - max(tops)


def _extent(side: list[Segment]) -> float:
    return max(segment.bottom for segment in side) - min(segment.top for segment in side)


def _gutter_width(band: Band) -> float:
    em = min(segment.size for segment in (*band.left, *band.right))
    room = min(segment.left for segment in band.right) - max(segment.x1 for segment in band.left)
    return room if room >= 0.7 * em else 0.0


def are_columns(band: Band, shapes: list[Shape]) -> bool:
    """Independent columns, rather than cells of common rows?"""
    left, right = group_rows(band.left), group_rows(band.right)
    if _both_dated(left, right):
        return True
    aligned_left = aligned_rows(left, right)
    aligned_right = aligned_rows(right, left)
    share_left = sum(aligned_left) / len(left)
    share_right = sum(aligned_right) / len(right)
    if share_left > 0.93 and share_right > 0.93 and not _has_panel(band, shapes):
        return False  # a table, read row by row
    if _has_panel(band, shapes) and min(len(left), len(right)) >= 4:
        return True
    if _is_headline(left, right) or _is_headline(right, left):
        return max(len(left), len(right)) > 1
    if _holds_dates(left) or _holds_dates(right):
        return False  # dates label the text beside them
    if _overlap(band) < 0.5 * min(_extent(band.left), _extent(band.right)):
        return False  # one stands above the other
    if min(len(left), len(right)) < 2 or min(_edge_share(left), _edge_share(right)) < 0.6:
        return False
    if _has_heads(left, right) or _share_headings(left, right):
        return True
    if is_cells(right, aligned_right, left) or is_cells(left, aligned_left, right):
        return False
    rows = min(len(left), len(right))
    if rows >= 6:
        return True
    shared = min(share_left, share_right)
    return rows >= 2 and shared < 0.7 and max(share_left, share_right) < 0.9


def _is_headline(rows: list[list[Segment]], others: list[list[Segment]]) -> bool:
    """Is this side the name in large letters, with small print of more rows beside it?"""
    if len(rows) >= len(others) or len(rows) > 3:
        return False
    large = max(segment.size for row in rows for segment in row)
    return large >= 1.6 * max(segment.size for row in others for segment in row)


def _has_heads(left: list[list[Segment]], right: list[list[Segment]]) -> bool:
    """Do both sides begin, on one line, with a heading of their own (cards side by side)?

    A title with its dates at the right looks alike; years tell it from a card.
    """
    if not in_one_row(left[0][0], right[0][0]):
        return False
    alike = _look(left[0][0]) == _look(right[0][0])
    if alike and all(_is_section_name(rows) for rows in (left, right)):
        return True
    for rows in (left, right):
        text = " ".join(segment.text for row in rows[:3] for segment in row)
        if any(sign.isdigit() for sign in (rows[0][0].text if alike else text)):
            return False
        if _YEAR.search(text):
            return False
        if not _stands_out(rows[0], rows[1]):
            return False
    return True


def _both_dated(left: list[list[Segment]], right: list[list[Segment]]) -> bool:
    """Is there a row with a date range on each side: two entries side by side?"""
    ends = [row[0] for row in left if len(row) == 1 and DATE_RANGE.fullmatch(row[0].text)]
    others = [row[0] for row in right if len(row) == 1 and DATE_RANGE.fullmatch(row[0].text)]
    return min(len(left), len(right)) > 1 and any(
        in_one_row(one, two) for one in ends for two in others
    )


def _is_section_name(rows: list[list[Segment]]) -> bool:
    """Does this side begin with a word or two in much larger letters than what follows?"""
    first = rows[0][0]
    return (
        len(rows[0]) == 1
        and len(first.text.split()) <= 3
        and not any(sign.isdigit() for sign in first.text)
        and first.size >= 1.3 * max(s.size for row in rows[1:4] for s in row)
    )


def _holds_dates(rows: list[list[Segment]]) -> bool:
    """Is this side little more than dates?"""
    dates = sum(len(row) == 1 and DATE_PART.fullmatch(row[0].text) is not None for row in rows)
    return dates >= 2 and dates >= 0.5 * len(rows)


def _share_headings(left: list[list[Segment]], right: list[list[Segment]]) -> bool:
    """Do both sides have headings of one look, at places of their own?

    Companies at the left and places at the right may look alike too; but those stand in one row.
    """
    sides = [_headings(rows) for rows in (left, right)]
    for look in sorted(sides[0].keys() & sides[1].keys()):
        one, two = sides[0][look], sides[1][look]
        apart = [row for row in two if not any(in_one_row(row[0], other[0]) for other in one)]
        if len(two) >= 2 and len(apart) >= 0.5 * len(two) and len(one) + len(two) >= 4:
            return True
        if len(one) == len(two) >= 2 and not apart and in_one_row(left[0][0], one[0][0]):
            return True  # a grid of cards
    return False


def _headings(rows: list[list[Segment]]) -> dict[tuple[float, bool, str], list[list[Segment]]]:
    """Rows that may head a section of this side, by their look: short, larger than most or in
    bold capitals, at the side's left edge, followed by rows of another look."""
    edge = min(row[0].left for row in rows)
    usual = median(row[0].size for row in rows)
    found: dict[tuple[float, bool, str], list[list[Segment]]] = {}
    for row, under in pairwise(rows):
        first = row[0]
        text = first.text
        large = first.size > 1.08 * usual or (text.isupper() and first.glyphs[0].bold)
        if len(row) > 1 or not large or first.left > edge + 3 or first.marker:
            continue
        if len(text.split()) > 4 or any(sign.isdigit() for sign in text) or _look(first) == _look(under[0]):  # fmt: skip
            continue
        found.setdefault(_look(first), []).append(row)
    return found


def _look(segment: Segment) -> tuple[float, bool, str]:
    glyph = segment.glyphs[0]
    return round(segment.size, 1), glyph.bold, glyph.color


def _stands_out(row: list[Segment], under: list[Segment]) -> bool:
    if row[0].size > 1.15 * under[0].size:
        return True
    return all(glyph.bold for segment in row for glyph in segment.glyphs) and not any(
        glyph.bold for segment in under for glyph in segment.glyphs
    )


def _edge_share(rows: list[list[Segment]]) -> float:
    """The share of rows that begin (or end) at one of the side's two commonest places."""
    starts = Counter(round(row[0].left / 2) for row in rows)
    ends = Counter(round(row[-1].x1 / 2) for row in rows)
    best = max(
        sum(n for _, n in sorted(places.items(), key=lambda item: (-item[1], item[0]))[:2])
        for places in (starts, ends)
    )
    return 1.0 if len(rows) == 2 and best == 2 and _ranged(rows) else best / len(rows) - (len(rows) == 2)  # fmt: skip


def _ranged(rows: list[list[Segment]]) -> bool:
    """Do two rows begin, or end, at the same place?"""
    one, two = rows[0], rows[1]
    return abs(one[0].left - two[0].left) < 3 or abs(one[-1].x1 - two[-1].x1) < 3


def _has_panel(band: Band, shapes: list[Shape]) -> bool:
    """Is one side on a panel or in a frame of its own that ends in the gutter?"""
    top = min(segment.top for segment in (*band.left, *band.right))
    bottom = max(segment.bottom for segment in (*band.left, *band.right))
    right_of_left = max(segment.x1 for segment in band.left)
    left_of_right = min(segment.left for segment in band.right)
    for shape in shapes:
        if shape.image or shape.fill == "#ffffff" or shape.bottom - shape.top < 0.6 * (bottom - top):  # fmt: skip
            continue
        if shape.x1 - shape.x0 < 60:
            continue
        if right_of_left - 1 <= shape.x1 <= left_of_right + 1 or right_of_left - 1 <= shape.x0 <= left_of_right + 1:  # fmt: skip
            return True
    return False

"""One piece (a column, or what lies between) -> rows of segments in reading order.

Most rows are read as they stand. Where a narrow column at the left holds dates, places, labels
or section names for the text beside it, each of its cells goes before the row it belongs to: on
the same row when it labels that row, as a row of its own when it names what follows.
"""

from __future__ import annotations

import re
from statistics import median

from report_gen.reading.joining import join_wrapped
from report_gen.reading.pdf_cells import DATE_RANGE, cell_groups, group_rows, in_one_row, is_cells
from report_gen.reading.pdf_spelling import Segment, make_segment
from report_gen.reading.pdf_stacks import lift_stacks

Row = list[Segment]
_SENTENCE = re.compile(r"\A[A-Z].*\s\S*[a-z]{4}[.!?]\Z")
"""Not the rest of a cell, but a text of its own: "Machines for small bakeries."."""
_OPEN_RANGE = re.compile(r"(?:19|20)\d\d(?:[-/.]\d\d)?\s*[-–—−~]\s*(?:[^\W\d]{3,10}\.?)?\Z")


def read_rows(segments: list[Segment]) -> list[Row]:
    """A piece's segments -> its rows, margin cells put before what they label."""
    edge = _margin_edge(segments)
    if edge is None:
        return _split_items(_join_wrapped_cells(lift_stacks(group_rows(segments))))
    cells = [segment for segment in segments if segment.x1 <= edge]
    main = lift_stacks(group_rows([segment for segment in segments if segment.x1 > edge]))
    return _insert_cells(group_rows(cells), _split_items(_join_wrapped_cells(main)))


def _split_items(rows: list[Row]) -> list[Row]:
    """Several bullets on one row are so many items of a list, each a row of its own."""
    found: list[Row] = []
    for row in rows:
        if not row[0].marker:
            found.append(row)
            continue
        for segment in row:
            if segment.marker or segment is row[0]:
                found.append([segment])
            else:
                found[-1].append(segment)
    return found


def _join_wrapped_cells(rows: list[Row]) -> list[Row]:
    """Rows whose cells were wrapped for want of room, with the cells made whole.

    ``Senior Machine Learning | 2019 - 2021`` over ``Engineer``: the second row goes on with the
    first cell of the row above when its first word would not have fitted there.
    """
    joined: list[Row] = []
    for row in rows:
        if joined and _completes_dates(joined[-1], row):
            joined[-1] = [*joined[-1][:-1], _merged([joined[-1][-1], row[-1]])]
            row = row[:-1]
        elif joined and _completes_dates(joined[-1][::-1], row[::-1]):
            joined[-1] = [_merged([joined[-1][0], row[0]]), *joined[-1][1:]]
            row = row[1:]
        if not row:
            continue
        if joined and (cells := _parted_at_hyphen(joined[-1][0], row[0])):
            joined[-1] = [*cells, *joined[-1][1:]]
        hosts = _wrapped_hosts(joined[-1], row) if joined and len(joined[-1]) > 1 else None
        if hosts is None:
            joined.append(row)
            continue
        above = list(joined[-1])
        for place, segment in zip(hosts, row, strict=True):
            above[place] = _merged([above[place], segment], tall=True)
        joined[-1] = above
    return joined


def _parted_at_hyphen(above: Segment, segment: Segment) -> list[Segment]:
    """``Bach- Example University`` over ``elor``: the hyphen at a narrow cell's end shows where the
    next cell begins, though hardly more than a word space parts the two."""
    if abs(above.x0 - segment.x0) > 1 or not segment.text[:1].islower() or above.marker:
        return []
    first = min(above.spaces, default=0)
    if first < 3 or above.glyphs[first - 1].text != "-":
        return []
    head = make_segment(above.glyphs[:first], set())
    if not _same_print(head, segment):
        return []
    tail = make_segment(above.glyphs[first:], {n - first for n in above.spaces if n > first})
    return [head, tail]


def _completes_dates(above: Row, row: Row) -> bool:
    """Does a row end with the rest of the date range that the row above it ends with?

    Both reversed: does it begin so?"""
    one, two = above[-1], row[-1]
    if two.base - one.base - one.extra > 1.75 * two.size or len(above) < 2:
        return False
    if abs(one.x1 - two.x1) > 2 and abs(one.x0 - two.x0) > 2:
        return False
    return bool(_OPEN_RANGE.search(one.text) and DATE_RANGE.fullmatch(f"{one.text} {two.text}"))


def _wrapped_hosts(above: Row, row: Row) -> list[int] | None:
    """For each segment of a row, the cell of the row above that it goes on with; None if any has
    none, or if no cell was short of room."""
    hosts: list[int] = []
    short_of_room = False
    for segment in row:
        place = next((n for n, cell in enumerate(above) if abs(cell.x0 - segment.x0) < 2), None)
        if place is None or segment.marker or not _same_print(above[place], segment):
            return None
        if segment.base - above[place].base - above[place].extra > 1.75 * segment.size:
            return None
        if _SENTENCE.search(segment.text) or above[place].text.endswith((":", "：")):
            return None
        if place + 1 < len(above):
            if segment.x1 > above[place + 1].left:
                return None  # wider than the cell it would go on with
            room = above[place + 1].left - above[place].x1
            cut = above[place].text.endswith((" -", " –", " &", ",", " and", " of", "-", "/"))
            short_of_room = short_of_room or cut or _first_word(segment) > room - 1.5 * segment.size
        hosts.append(place)
    return hosts if short_of_room and len(set(hosts)) == len(hosts) else None


def _same_print(one: Segment, two: Segment) -> bool:
    """Is the end of one segment set like the beginning of the other?"""
    last, first = one.glyphs[-1], two.glyphs[0]
    same = last.bold == first.bold and last.italic == first.italic and last.color == first.color
    return same and abs(last.size - first.size) < 0.6


_NARROW = 200.0
"""Points; in wider cells wrapped lines are read as those of a paragraph are."""


def merge_wrapped(rows: list[Row], x0: float, x1: float, least: int = 0) -> list[Row]:
    """The rows of a drawn cell from ``x0`` to ``x1``; what a narrow cell wrapped is whole again.

    A line that is the first with a comma ("Lyon, France") is a text of its own below a name. Where
    ``least`` texts are expected, as in the cells above and below, the last lines stay apart.
    """
    if x1 - x0 > _NARROW or any(len(row) > 1 or row[0].marker for row in rows):
        return rows
    room = min(row[0].left for row in rows) - x0
    cells: list[list[Segment]] = []
    for (segment,) in rows:
        above = cells[-1][-1] if cells else None
        place = "," in segment.text and not (above and "," in above.text)
        full = above and above.x1 + 0.25 * segment.size + _first_word(segment) > x1 - room
        if above and full and not place and _same_print(above, segment):
            cells[-1].append(segment)
        else:
            cells.append([segment])
    for at in range(len(cells) - 1, -1, -1):
        if len(cells) < least and len(cells[at]) > 1 and not _is_torn(*cells[at][-2:]):
            cells.insert(at + 1, [cells[at].pop()])
    return [[_merged(cell)] for cell in cells]


def _is_torn(above: Segment, below: Segment) -> bool:
    """Does one of two lines surely need the other?"""
    return (
        below.text[:1].islower()
        or below.text[:1] in "(&,"
        or re.search(r"(?:[\d,&/–-]|\b(?:of|de|di|der|für|for|and|und|et))\Z", above.text)
        is not None
    )


def _first_word(segment: Segment) -> float:
    end = min(segment.spaces, default=len(segment.glyphs)) - 1
    return segment.glyphs[end].x1 - segment.x0


def _margin_edge(segments: list[Segment]) -> float | None:
    """The right edge of a margin column of cells, or None.

    The main text's left edge is where most letters begin; a margin column ends before it and its
    cells begin beside rows of the main text.
    """
    if len(segments) < 3:
        return None
    starts: dict[int, int] = {}
    for segment in segments:
        starts[round(segment.left / 3)] = starts.get(round(segment.left / 3), 0) + len(segment.text)
    for place in _edge_places(starts):
        edge = place * 3.0 - 3
        left = [segment for segment in segments if segment.x1 <= edge + 1.5]
        right = [segment for segment in segments if segment.x1 > edge + 1.5]
        crossing = [segment for segment in right if segment.left < edge - 1.5]
        if not left:
            continue
        if any(in_one_row(segment, other) for segment in crossing for other in left):
            continue
        rows, others = group_rows(left), group_rows([s for s in right if s.left >= edge - 1.5])
        if len(rows) >= 1 and others and is_cells(rows, _aligned_to(rows, others), others):
            return edge + 1.5
    return None


def _edge_places(starts: dict[int, int]) -> list[int]:
    """Where the main text may begin: its three commonest places, and what is less indented."""
    total = sum(starts.values())
    common = sorted(starts.items(), key=lambda item: (-item[1], item[0]))[:3]
    found: list[int] = []
    for place, letters in common:
        if letters >= 0.15 * total:
            found += [
                place,
                *sorted((near for near in starts if place - 10 <= near < place), reverse=True),
            ]
    return list(dict.fromkeys(found))


def _aligned_to(rows: list[Row], others: list[Row]) -> list[bool]:
    return [any(in_one_row(row[0], other[0]) for other in others) for row in rows]


def _insert_cells(cells: list[Row], main: list[Row]) -> list[Row]:
    """Margin cells and main rows in one reading order."""
    marks: dict[int, list[list[Row]]] = {}
    for first, last in cell_groups(cells, main):
        group = cells[first : last + 1]
        at = next((n for n, row in enumerate(main) if in_one_row(row[0], group[0][0]) or row[0].top > group[0][0].bottom), len(main))  # fmt: skip
        marks.setdefault(at, []).append(group)
    rows: list[Row] = []
    anchors = sorted(marks)
    for index, row in enumerate(main):
        groups = marks.get(index, [])
        following = next((at for at in anchors if at > index), len(main))
        beside: Row = []
        for group in groups:
            if in_one_row(group[0][0], row[0]) and not _names_section(group, main[index:following]):
                beside += _merge_cells(group)
            else:
                rows.append(_merge_cells(group))
        rows.append([*beside, *row])
    for at in anchors:
        if at >= len(main):
            rows += [part for group in marks[at] for part in group]
    return rows


def _names_section(group: list[Row], beside: list[Row]) -> bool:
    """Does a margin cell name all of the rows beside it, rather than label the first?

    A date or number never does. A short text does when it looks different from the text beside
    it (larger, bold, capitals, coloured), or when a longer passage follows.
    """
    segments = [segment for row in group for segment in row]
    text = " ".join(segment.text for segment in segments)
    if any(sign.isdigit() for sign in text) or len(text.split()) > 6:
        return False
    if len(beside) >= 4:
        return True
    others = [segment for row in beside for segment in row]
    glyphs = [glyph for segment in segments for glyph in segment.glyphs]
    if median(s.size for s in segments) > 1.12 * median(s.size for s in others):
        return True
    if text.isupper() and len(text) > 3 and not all(s.text.isupper() for s in others):
        return len(beside) >= 2
    return all(g.bold for g in glyphs) and len(beside) >= 3


def _merge_cells(group: list[Row]) -> list[Segment]:
    """The rows of one margin cell, with what the narrow column wrapped made whole again.

    Rows of one look are one text (``Jun`` / ``2019 - Mar`` / ``2021``), but a complete date range
    ends it: what follows is a place or a company.
    """
    cells: list[list[Segment]] = []
    for segment in (segment for row in group for segment in row):
        if cells and _goes_on(cells[-1], segment):
            cells[-1].append(segment)
        else:
            cells.append([segment])
    return [_merged(cell) for cell in cells]


def _goes_on(cell: list[Segment], segment: Segment) -> bool:
    one, two = cell[-1].glyphs[0], segment.glyphs[0]
    if one.bold != two.bold or one.italic != two.italic or one.color != two.color:
        return False
    return abs(one.size - two.size) < 0.6 and not DATE_RANGE.fullmatch(
        join_wrapped(s.text for s in cell)
    )


def _merged(cell: list[Segment], tall: bool = False) -> Segment:
    """One segment of several; ``tall`` if the line it is in takes all of their height."""
    if len(cell) == 1:
        return cell[0]
    first = cell[0]
    merged = Segment(first.glyphs, text=join_wrapped(segment.text for segment in cell))
    merged.x0, merged.x1 = min(s.x0 for s in cell), max(s.x1 for s in cell)
    merged.base, merged.size = first.base, first.size
    if tall:
        merged.extra = max(segment.base + segment.extra for segment in cell) - first.base
    merged.marker, merged.marker_x0 = first.marker, first.marker_x0
    return merged

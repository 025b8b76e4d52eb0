"""Cells stacked at the right margin: an entry's place over its dates, beside the entry's own text.

``Havtorn AB, Engineer | Ghent, BE`` over ``• Built the ... | Apr 2021 - present``: the dates
stand on the first bullet's row, but belong to the head above it. They are lifted to the head, and
what a narrow column wrapped (``Leeds, United`` over ``Kingdom``) is made whole.
"""

from __future__ import annotations

import re
from dataclasses import replace

from report_gen.reading.joining import join_wrapped
from report_gen.reading.models import Line
from report_gen.reading.pdf_cells import DATE_PART, DATE_RANGE
from report_gen.reading.pdf_spelling import Segment

Row = list[Segment]
_ALIGNED = 2.0
"""Points by which the ends of stacked cells may differ."""
_PROSE = 9
"""Words from which a row without a bullet is running text rather than a title."""
_DATED = re.compile(r"(?:19|20)\d\d|\b(?:present|current|ongoing|today|now)\b", re.IGNORECASE)
_LONGEST = 5
"""Rows one stack takes: a place of three lines and dates of two."""


def lift_stacks(rows: list[Row]) -> list[Row]:
    """Rows in reading order -> the same rows, stacked right-hand cells in the row of their head."""
    found: list[Row] = []
    index = 0
    while index < len(rows):
        cells = _stack(rows, index)
        groups = _groups([rows[index][-1], *cells]) if cells else []
        if sum(map(_is_range, groups)) != 1:
            found.append(rows[index])
            index += 1
            continue
        head = rows[index][:-1]
        found.append([*head, *(_whole(group, head[0].base) for group in groups)])
        found += [row[:-1] for row in rows[index + 1 : index + 1 + len(cells)] if len(row) > 1]
        index += 1 + len(cells)
    return found


def _stack(rows: list[Row], index: int) -> list[Segment]:
    """The cells under a head's last one that stand beside the entry's text; [] if there are none."""
    head = rows[index]
    if len(head) < 2 or head[0].marker or len(head[0].text.split()) > 2 * _PROSE:
        return []
    cells = [head[-1]]
    for n in range(index + 1, min(len(rows), index + 1 + _LONGEST)):
        cell = rows[n][-1]
        if len(rows[n]) > 2 or abs(cell.x1 - head[-1].x1) > _ALIGNED or cell.marker:
            break
        if cell.base - cells[-1].base > 2.2 * cell.size:
            break
        if any(map(_is_range, _groups(cells))) and _is_dated(cell.text):
            break  # the dates of the next entry
        if len(rows[n]) == 1 and cell.x0 < head[-1].x0 - 4 * cell.size:
            break
        if len(rows[n]) == 2 and not _is_text(rows, n):
            break
        cells.append(cell)
    return cells[1:]


def _is_text(rows: list[Row], n: int) -> bool:
    """Is the left of a row a bullet, a wrapped line of one, or running text?"""
    left = rows[n][0]
    if left.marker or left.text[:1].islower() or len(left.text.split()) >= _PROSE:
        return True
    above = rows[n - 1][0]
    return bool(above.marker) and abs(above.x0 - left.x0) < _ALIGNED


def _groups(cells: list[Segment]) -> list[list[Segment]]:
    """The stack's cells, those of one text together: a place, then dates, or the reverse."""
    groups: list[list[Segment]] = []
    for cell in cells:
        if groups and _goes_on(groups[-1], cell):
            groups[-1].append(cell)
        else:
            groups.append([cell])
    return groups


def _goes_on(group: list[Segment], cell: Segment) -> bool:
    if _is_range(group):
        return False
    if all(_is_dated(part.text) for part in group):
        return DATE_PART.fullmatch(cell.text) is not None
    return not _is_dated(cell.text)


def _is_dated(text: str) -> bool:
    return _DATED.search(text) is not None or DATE_PART.fullmatch(text) is not None


def _is_range(group: list[Segment]) -> bool:
    return DATE_RANGE.fullmatch(join_wrapped(cell.text for cell in group)) is not None


def _whole(group: list[Segment], base: float) -> Segment:
    """The texts of one group as one cell of the row that stands on ``base``."""
    first = group[0]
    whole = Segment(first.glyphs, spaces=first.spaces, text=join_wrapped(c.text for c in group))
    whole.x0, whole.x1 = min(cell.x0 for cell in group), max(cell.x1 for cell in group)
    whole.base, whole.size = base, first.size
    return whole


def lift_over_pages(lines: list[Line]) -> list[Line]:
    """Lines of all pages -> the same, where a page ended between an entry's head with its place
    and the row on which the dates stand, with the dates in the head's line."""
    found: list[Line] = []
    for line in lines:
        head = found[-1] if found else None
        text, _, cell = line.text.rpartition("\t")
        if (
            head is None
            or not text
            or line.page != head.page + 1
            or head.marker
            or abs(line.x1 - head.x1) > _ALIGNED
            or "\t" not in head.text
            or _is_dated(head.text.rpartition("\t")[2])
            or not DATE_RANGE.fullmatch(cell)
            or not (line.marker or len(text.split()) >= _PROSE)
        ):
            found.append(line)
            continue
        kept = tuple(span for span in line.spans if span.text not in cell)
        moved = tuple(span for span in line.spans if span.text in cell)
        found[-1] = replace(head, text=f"{head.text}\t{cell}", spans=(*head.spans, *moved))
        found.append(replace(line, text=text, spans=kept, x1=max((s.x1 for s in kept), default=line.x1)))  # fmt: skip
    return found

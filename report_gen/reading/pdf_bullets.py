"""Tables without rules whose last column holds bullets: each entry is read cell by cell.

Dates, names and what was done stand side by side; read across, the bullets would be torn apart by
the employer and the town beside them.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from report_gen.reading.pdf_cells import DATE_RANGE, group_rows
from report_gen.reading.pdf_spelling import Segment

_NEAR = 2.5
_INDENT = 36.0
"""Points; a column is wider."""
Row = list[Segment]


def part_bullet_cells(segments: list[Segment]) -> list[list[Segment]]:
    """The segments as they are, or in runs: of each entry first its other cells, then its bullets."""
    rows = group_rows(segments)
    edge = _bullet_edge(rows)
    if edge is None:
        return [segments]
    out: list[list[Segment]] = []
    for entry in _entries(rows, edge):
        beside = [s for row in entry for s in row if s.left < edge or _is_dates(s)]
        listed = [s for row in entry for s in row if s.left >= edge and not _is_dates(s)]
        parted = any(s.marker for s in listed) and not any(_crosses(row, edge) for row in entry)
        out += [beside, listed] if parted else [[s for row in entry for s in row]]
    return [run for run in out if run]


def _bullet_edge(rows: list[Row]) -> float | None:
    """Where the column of bullets begins: in two rows and more that begin with something else,
    one of them with dates."""
    inner = Counter(round(s.left) for row in rows for s in row[1:] if s.marker)
    if not inner:
        return None
    place, count = inner.most_common(1)[0]
    edge = place - _NEAR
    if any(edge - _INDENT < s.left < edge for row in rows for s in row):
        return None  # they are indented under what stands there
    starts = [row for row in rows if _opens(row, edge)]
    return edge if count >= 2 and len(starts) >= 2 else None


def _opens(row: Row, edge: float) -> bool:
    """Does a row hold a date range beside a bullet?"""
    listed = any(s.marker and s.left >= edge for s in row) and not row[0].marker
    return listed and any(map(_is_dates, row))


def _is_dates(segment: Segment) -> bool:
    return not segment.marker and DATE_RANGE.fullmatch(segment.text.strip()) is not None


def _entries(rows: list[Row], edge: float) -> list[list[Row]]:
    """Runs of rows: each entry from its dates on, up to the next or to a row across the column."""
    cuts = {0, len(rows)}
    inside = False
    for n, row in enumerate(rows):
        if _opens(row, edge):
            cuts.add(n)
            inside = True
        elif inside and (_crosses(row, edge) or _breaks(rows[n - 1], row)):
            cuts.add(n)
            inside = False
    return [rows[a:b] for a, b in pairwise(sorted(cuts))]


def _crosses(row: Row, edge: float) -> bool:
    return any(s.left < edge < s.x1 for s in row)


def _breaks(above: Row, row: Row) -> bool:
    """White space of more than a line: a heading, or the next section."""
    room = min(s.top for s in row) - max(s.bottom for s in above)
    return room > 1.2 * max(s.size for s in row)

"""A margin parted from the text by upright rules: each rule's height is one row of the layout.

The margin holds a section's name, often half-way down, or an entry's dates. Whatever their height,
they are read before the text at the right of the same rule.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from report_gen.reading.joining import join_wrapped
from report_gen.reading.pdf_cells import DATE_RANGE, group_rows
from report_gen.reading.pdf_device import Shape
from report_gen.reading.pdf_grid import Table, middle
from report_gen.reading.pdf_spelling import Segment

_THIN = 2.5
_NEAR = 2.0
_FEW = 6
"""Rows; a margin that holds more beside one rule is a column."""


def find_ruled_margins(segments: list[Segment], shapes: list[Shape]) -> list[Table]:
    """The page's text beside two or more upright rules that stand over each other, as a table."""
    upright: dict[float, list[Shape]] = {}
    for shape in shapes:
        if not shape.image and shape.x1 - shape.x0 <= _THIN and shape.bottom - shape.top > 12:
            near = next((x for x in upright if abs(x - shape.x0) <= _NEAR), shape.x0)
            upright.setdefault(near, []).append(shape)
    tables = [
        table
        for x, rules in sorted(upright.items())
        if len(rules) > 1 and (table := _table(segments, x, sorted(rules, key=lambda r: r.top)))
    ]
    return tables if len(tables) == 1 else []


def _table(segments: list[Segment], x: float, rules: list[Shape]) -> Table | None:
    if any(two.top < one.bottom + 1 for one, two in pairwise(rules)):
        return None  # a frame, or one rule in pieces
    top, bottom = rules[0].top, rules[-1].bottom
    inside = [s for s in segments if top < middle(s) < bottom]
    if any(s.left < x < s.x1 for s in inside):
        return None
    pieces: list[list[Segment]] = []
    labels = held = 0
    for rule in rules:
        beside = [s for s in inside if rule.top - 1 < middle(s) < rule.bottom + 1]
        left = group_rows([s for s in beside if s.x1 <= x])
        right = [s for s in beside if s.left >= x]
        if len(left) > _FEW:
            return None
        labels += bool(left and right)
        held += len(beside)
        pieces += _pieces(left, right) if right else _texts(left)
    if labels < 2 or held != len(inside):
        return None
    return Table(top=top, bottom=bottom, pieces=pieces)


def _pieces(left: list[list[Segment]], right: list[Segment]) -> list[list[Segment]]:
    """A section's name, then the text with its first row's dates beside it."""
    dates = [s for row in left for s in row if DATE_RANGE.fullmatch(s.text)]
    names = [kept for row in left if (kept := [s for s in row if s not in dates])]
    if len(dates) == 1:
        first = group_rows(right)[0][0]
        right = [replace(dates[0], base=first.base), *right]
    elif dates:
        names = left
    if not names:
        return [right]
    return [*_texts(names), right]


def _texts(names: list[list[Segment]]) -> list[list[Segment]]:
    """The margin's rows; those of one look that follow closely are one name over several lines."""
    found: list[list[Segment]] = []
    for row in names:
        above = found[-1] if found else None
        if above and len(row) == len(above) == 1 and _goes_on(above[0], row[0]):
            whole = replace(above[0], text=join_wrapped((above[0].text, row[0].text)))
            whole.x1 = max(whole.x1, row[0].x1)
            whole.extra = row[0].base - whole.base
            found[-1] = [whole]
        else:
            found.append(row)
    return found


def _goes_on(above: Segment, row: Segment) -> bool:
    one, two = above.glyphs[0], row.glyphs[0]
    alike = one.bold == two.bold and one.color == two.color and abs(above.size - row.size) < 0.6
    return alike and row.top - above.bottom < 0.9 * row.size

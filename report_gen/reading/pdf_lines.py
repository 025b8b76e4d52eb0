"""Rows of segments -> Lines: text with tabs at wide gaps, spans of one look, gaps, blocks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from report_gen.reading.drafts import tidy
from report_gen.reading.markers import split_marker
from report_gen.reading.models import Line, Span
from report_gen.reading.pdf_cells import in_one_row
from report_gen.reading.pdf_device import Glyph, Shape
from report_gen.reading.pdf_spelling import Segment, spell

TAB_GAP = 1.6
"""White space within a row, in ems, from which it always separates rather than spaces."""


@dataclass(slots=True)
class Anchor:
    """A link annotation's box and target."""

    x0: float
    top: float
    x1: float
    bottom: float
    url: str


@dataclass(slots=True)
class PageMarks:
    """What a page holds beside its text: shapes that may be bullets or rules, and links."""

    number: int
    width: float
    shapes: Sequence[Shape] = ()
    anchors: Sequence[Anchor] = ()


def make_line(row: list[Segment], marks: PageMarks, column: int) -> Line | None:
    """One row -> a Line without number, gap and block; None when nothing but a marker is left."""
    spans: list[Span] = []
    text = ""
    for index, segment in enumerate(row):
        if index:
            text += "\t" if _is_apart(row[index - 1], segment) else " "
        if segment.marker and index:
            text += f"{segment.marker} "
        text += segment.text
        spans += _spans(segment, marks.anchors)
    glyphs = [glyph for segment in row for glyph in segment.glyphs]
    first = row[0]
    marker, text = first.marker, tidy(text)
    if not marker:
        found, rest = split_marker(text)
        if found and rest:
            marker, text = found, rest
            spans = _without(spans, found)
        elif found and not rest:
            return None
    if not marker:
        marker = _drawn_marker(first, marks)
    if not text:
        return None
    size = Counter(round(glyph.size, 1) for glyph in glyphs).most_common(1)[0][0]
    level = [segment for segment in row if in_one_row(segment, row[-1])]  # not margin cells below
    return Line(
        text=text, number=0, page=marks.number, x0=round(first.x0, 2),
        x1=round(max(segment.x1 for segment in row), 2),
        top=round(min(segment.top for segment in level), 2),
        bottom=round(max(segment.bottom for segment in level), 2), size=size,
        bold=_mostly(glyphs, "bold"), italic=_mostly(glyphs, "italic"),
        color=Counter(glyph.color for glyph in glyphs).most_common(1)[0][0],
        marker=marker, column=column, spans=tuple(spans), ruled=_is_ruled(row, marks),
    )  # fmt: skip


def _is_apart(before: Segment, segment: Segment) -> bool:
    """Is the white space between two segments wider than any word space near it?"""
    gap = segment.left - before.x1
    if segment.chip and before.chip:
        return True
    if gap < -1 or gap > TAB_GAP * min(segment.size, before.size):
        return True
    usual = [
        piece.glyphs[index].x0 - piece.glyphs[index - 1].x1
        for piece in (before, segment)
        for index in piece.spaces
    ]
    return gap > 2 * max(usual, default=0.3 * segment.size)


def _mostly(glyphs: list[Glyph], look: str) -> bool:
    """Do (nearly) all letters have the look?"""
    letters = [glyph for glyph in glyphs if glyph.text.isalnum()] or glyphs
    return sum(bool(getattr(glyph, look)) for glyph in letters) >= 0.9 * len(letters)


def _spans(segment: Segment, anchors: Sequence[Anchor]) -> list[Span]:
    """Runs of glyphs of one look and link target, split only between words."""
    glyphs = segment.glyphs
    if segment.text != spell(glyphs, segment.spaces):  # put together from several rows
        return [_span(segment.text, glyphs, "", segment)]
    hrefs = [_target(glyph, anchors) for glyph in glyphs] if anchors else [""] * len(glyphs)
    spans: list[Span] = []
    start = 0
    for index in range(1, len(glyphs) + 1):
        if index < len(glyphs) and (
            index not in segment.spaces
            or (index == 1 and _is_small_capitals(glyphs))
            or (_same_look(glyphs[index - 1], glyphs[index]) and hrefs[index - 1] == hrefs[index])
        ):
            continue
        text = spell(glyphs[start:index], segment.spaces, start)
        if text:
            spans.append(_span(text, glyphs[start:index], hrefs[start], segment))
        start = index
    return spans


def _is_small_capitals(glyphs: list[Glyph]) -> bool:
    """Does a line begin with a large letter that is a word of its own ("O que uso")?"""
    one, two = glyphs[0], glyphs[1]
    return one.text.isalpha() and one.font == two.font and one.bold == two.bold and one.size > 1.12 * two.size  # fmt: skip


def _span(text: str, glyphs: list[Glyph], href: str, segment: Segment) -> Span:
    first = glyphs[0]
    return Span(
        text=text, x0=round(min(glyph.x0 for glyph in glyphs), 2),
        x1=round(max(glyph.x1 for glyph in glyphs), 2), top=round(segment.top, 2),
        bottom=round(segment.bottom, 2), font=first.font, size=round(first.size, 2),
        bold=_mostly(glyphs, "bold"), italic=_mostly(glyphs, "italic"), color=first.color,
        href=href,
    )  # fmt: skip


def _same_look(one: Glyph, two: Glyph) -> bool:
    return one.bold == two.bold and one.italic == two.italic and one.color == two.color and abs(one.size - two.size) < 0.6  # fmt: skip


def _target(glyph: Glyph, anchors: Sequence[Anchor]) -> str:
    x, y = (glyph.x0 + glyph.x1) / 2, glyph.base - 0.3 * glyph.size
    for anchor in anchors:
        if anchor.x0 <= x <= anchor.x1 and anchor.top <= y <= anchor.bottom:
            return anchor.url
    return ""


def _without(spans: list[Span], marker: str) -> list[Span]:
    """The spans without the marker that the first of them began with."""
    from dataclasses import replace

    first = spans[0]
    rest = first.text[len(marker) :].lstrip() if first.text.startswith(marker) else first.text
    return [replace(first, text=rest), *spans[1:]] if rest else spans[1:]


def _drawn_marker(segment: Segment, marks: PageMarks) -> str:
    """A small dot, square or picture drawn just left of the text: "•", else "".

    Dots on a vertical rule belong to a time line, not to a list.
    """
    size = segment.size
    for shape in marks.shapes:
        width, height = shape.x1 - shape.x0, shape.bottom - shape.top
        if not (0.08 * size < width < 0.75 * size and 0.08 * size < height < 0.75 * size):
            continue
        middle = (shape.top + shape.bottom) / 2
        near = 0.15 * size < segment.x0 - shape.x1 < 2.2 * size
        if near and abs(middle - (segment.base - 0.3 * size)) < 0.3 * size and (shape.fill or shape.image):  # fmt: skip
            x = (shape.x0 + shape.x1) / 2
            timeline = any(
                other.x0 - 2 <= x <= other.x1 + 2
                and other.x1 - other.x0 < 4
                and other.bottom - other.top > 3 * size
                for other in marks.shapes
            )
            return "" if timeline else "•"
    return ""


def _is_ruled(row: list[Segment], marks: PageMarks) -> bool:
    """Is a horizontal rule drawn right under the row, or beside it?"""
    size = max(segment.size for segment in row)
    base = row[0].base
    x0, x1 = row[0].left, max(segment.x1 for segment in row)
    for shape in marks.shapes:
        if shape.bottom - shape.top > 3 or shape.x1 - shape.x0 < 0.12 * marks.width:
            continue
        middle = (shape.top + shape.bottom) / 2
        under = -0.05 * size < middle - base < 0.9 * size and shape.x0 < x0 + 3 * size and shape.x1 > x0 + size  # fmt: skip
        wider = shape.x1 - shape.x0 > 1.25 * (x1 - x0)
        beside = abs(middle - (base - 0.3 * size)) < 0.5 * size and (shape.x0 >= x1 or shape.x1 <= x0)  # fmt: skip
        if (under and wider) or beside:
            return True
    return False

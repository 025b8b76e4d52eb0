"""Glyphs -> segments: pieces of a row without a wide gap, with word spaces put where they belong."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from statistics import median

from report_gen.reading.cleaning import clean_character, is_private
from report_gen.reading.markers import SYMBOL_BULLETS, is_bullet, split_marker
from report_gen.reading.pdf_cells import DATE_RANGE
from report_gen.reading.pdf_device import UNNAMED, Glyph
from report_gen.reading.pdf_spelling import (
    Segment,
    is_symbol_bullet,
    join_tracked,
    make_segment,
    measured,
    spell,
)

SPLIT_GAP = 0.95
"""White space, in ems, at which a row is cut in two until columns are known."""
WORD_GAP = 0.16
"""White space, in ems, that separates words where the file has no space character."""


def make_segments(glyphs: list[Glyph]) -> list[Segment]:
    """Upright, visible glyphs of one page -> segments with text, sorted from the top."""
    segments: list[Segment] = []
    for row in _rows(glyphs):
        for part in _untangle(row):
            segments += _cut(part)
    segments = _attach_raised(segments)
    return sorted(segments, key=lambda segment: (segment.base, segment.x0))


def split_cells(pages: list[list[Segment]]) -> list[list[Segment]]:
    """All pages' segments, with cells cut off that stand too close to their neighbours.

    Where other pages' cells begin tells where this page's do: one date column runs through all.
    """
    starts = Counter(round(segment.x0, 1) for page in pages for segment in page)
    cells = dict(sorted(starts.items()))
    return [_split_at_edges(page, cells) for page in pages]


def _split_at_edges(segments: list[Segment], cells: dict[float, int]) -> list[Segment]:
    """Cut short margin cells off where the text beside them begins.

    A narrow margin column set close to the main text leaves no wide gap; that most lines of the
    page begin exactly there tells it from a word space.
    """
    letters: Counter[int] = Counter()
    for segment in segments:
        letters[round(segment.x0)] += len(segment.text)
    edges = [
        x for x, n in sorted(letters.items(), key=lambda item: (-item[1], item[0]))[:4] if n > 80
    ]
    found: list[Segment] = []
    for segment in segments:
        places = sorted(segment.spaces | _case_changes(segment) | _weight_changes(segment))
        cut = next((n for n in places if _begins_at_edge(segment, n, edges) or _begins_cell(segment, n, cells)), 0)  # fmt: skip
        if cut:
            head = make_segment(segment.glyphs[:cut], {n for n in segment.spaces if n < cut})
            tail = make_segment(segment.glyphs[cut:], {n - cut for n in segment.spaces if n > cut})
            head.marker, head.marker_x0 = segment.marker, segment.marker_x0
            if _is_lone_marker(head) and _is_initial(head, tail):
                found.append(segment)
            elif _is_lone_marker(head):
                tail.marker, tail.marker_x0 = head.text, head.x0
                found.append(tail)
            else:
                found += _take_markers([head, tail])
        else:
            found.append(segment)
    return sorted(found, key=lambda segment: (segment.base, segment.x0))


def _begins_at_edge(segment: Segment, index: int, edges: list[int]) -> bool:
    glyph, before = segment.glyphs[index], segment.glyphs[index - 1]
    return (
        any(abs(glyph.x0 - edge) <= 1.2 for edge in edges)
        and glyph.x0 - before.x1 > 0.38 * glyph.size
        and before.x1 - segment.x0 < 12 * segment.size
    )


def _rows(glyphs: list[Glyph]) -> list[list[Glyph]]:
    """Glyphs that share a baseline, each row sorted from left to right."""
    rows: list[list[Glyph]] = []
    base = size = 0.0
    for glyph in sorted(glyphs, key=lambda glyph: (glyph.base, glyph.x0, glyph.order)):
        if rows and glyph.base - base <= max(0.6, 0.12 * min(glyph.size, size)):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
            base, size = glyph.base, glyph.size
    for row in rows:
        row.sort(key=lambda glyph: (round(glyph.x0, 2), glyph.order))
    return rows


def _begins_cell(segment: Segment, index: int, cells: dict[float, int]) -> bool:
    """Does a word begin where several others begin a segment, and not by a usual word space?"""
    glyph, gap = segment.glyphs[index], _space(segment, index)
    near = sum(n for x, n in cells.items() if abs(glyph.x0 - x) <= 0.26)
    if not near:
        return False
    before = segment.glyphs[index - 1]
    if before.bold and not glyph.bold and (index in segment.spaces or glyph.text.isupper()):
        return True  # a bold cell, and the text beside it
    if index not in segment.spaces:
        return near >= 3
    if DATE_RANGE.fullmatch(spell(segment.glyphs[index:], segment.spaces, index)):
        return True
    others = [_space(segment, other) for other in segment.spaces if other != index]
    return near >= 2 and len(others) >= 2 and gap > (1.25 if near >= 3 else 1.6) * median(others)


def _case_changes(segment: Segment) -> set[int]:
    """Where a capital or digit follows a small letter without a space: two cells that touch?"""
    found: set[int] = set()
    for index, (one, two) in enumerate(pairwise(segment.glyphs), 1):
        if index >= 8 and one.text.islower() and (two.text.isupper() or two.text.isdigit()):
            found.add(index)
    return found - segment.spaces


def _weight_changes(segment: Segment) -> set[int]:
    """Where bold ends at a capital without a space: a bold cell that touches the next one?"""
    return {
        index
        for index, (one, two) in enumerate(pairwise(segment.glyphs), 1)
        if index >= 3 and one.bold and not two.bold and two.text.isupper()
    } - segment.spaces


def _space(segment: Segment, index: int) -> float:
    return segment.glyphs[index].x0 - segment.glyphs[index - 1].x1


def _untangle(row: list[Glyph]) -> list[list[Glyph]]:
    """A row in which texts were printed over each other -> each text by itself.

    A cell that is too narrow lets its words run into the next one; the order of drawing then
    tells the two apart, which their places no longer do.
    """
    inked = [glyph for glyph in row if glyph.text.strip()]
    tangled = sum(
        (
            two.x0 < one.x1 - 0.3 * min(one.size, two.size)
            or (
                two.order < one.order and two.font != one.font and two.x0 < one.x1 - 0.05 * one.size
            )
        )
        and not (one.text == two.text and two.x0 - one.x0 < 0.15 * one.size)
        for one, two in pairwise(inked)
    )
    if not tangled:
        return [row]
    runs: list[list[Glyph]] = []
    for glyph in sorted(row, key=lambda glyph: glyph.order):
        last = runs[-1][-1] if runs else None
        over = last is not None and glyph.font != last.font and glyph.x0 < last.x1 - 0.2 * last.size
        if last is not None and not over and last.x0 - 0.1 <= glyph.x0 < last.x1 + 2 * glyph.size:
            runs[-1].append(glyph)
        else:
            runs.append([glyph])
    parts: list[list[Glyph]] = []
    for run in sorted(runs, key=lambda run: (run[0].x0, run[0].order)):
        host = next((part for part in parts if part[-1].x1 <= run[0].x0 + 0.3 * run[0].size), None)
        if host is None:
            parts.append(list(run))
        else:
            host += run
    return parts


def _cut(row: list[Glyph]) -> list[Segment]:
    """One row -> its segments; spaces become gaps, repeated glyphs (fake bold) become one."""
    segments: list[Segment] = []
    current: list[Glyph] = []
    spaced: set[int] = set()
    blank = False
    split = _split_gap(row)
    for place, glyph in enumerate(row):
        text = "" if glyph.symbol and len(glyph.text) == 1 and is_private(glyph.text) and not is_symbol_bullet(glyph.text) else glyph.text  # fmt: skip
        if text == "\u00ad" and glyph.x1 - glyph.x0 > 0.1 * glyph.size:
            text = glyph.text = "-"  # a soft hyphen that is drawn was used
        if not current and glyph.symbol and text in SYMBOL_BULLETS:
            text = glyph.text = "•"
        if text == UNNAMED:
            text = glyph.text = "-" if _breaks_word(row, place) else ""
        if not text.strip() or (not clean_character(text).strip() and not is_private(text[:1])):
            blank = blank or (bool(text) and text.isspace())
            continue
        if current:
            last = current[-1]
            gap = glyph.x0 - last.x1
            em = max(glyph.size, last.size, 1.0)
            if glyph.text == last.text and abs(glyph.x0 - last.x0) < 0.12 * em:
                last.bold = last.bold or glyph.x0 - last.x0 > 0.05
                continue
            if gap > split * em:
                segments.append(make_segment(current, spaced))
                current, spaced = [], set()
            elif gap > WORD_GAP * em or (blank and gap > 0.06 * em):
                spaced.add(len(current))
        current.append(glyph)
        blank = False
    if current:
        segments.append(make_segment(current, spaced))
    return _take_markers(join_tracked([segment for segment in segments if segment.text]))


def _breaks_word(row: list[Glyph], place: int) -> bool:
    """Is this glyph without a character the hyphen of a broken word: narrow, right after a letter,
    with nothing but white space after it?"""
    glyph = row[place]
    if place == 0 or not 0.2 < (glyph.x1 - glyph.x0) / max(glyph.size, 1.0) < 0.5:
        return False
    last = row[place - 1]
    following = row[place + 1] if place + 1 < len(row) else None
    return (
        last.text.isalpha()
        and abs(glyph.x0 - last.x1) < 0.08 * glyph.size
        and (following is None or following.x0 - glyph.x1 > 0.22 * glyph.size)
    )


def _split_gap(row: list[Glyph]) -> float:
    """The white space, in ems, at which this row is cut: less where its word spaces are even."""
    inked = [glyph for glyph in row if glyph.text.strip()]
    gaps = [(two.x0 - one.x1) / max(one.size, two.size, 1.0) for one, two in pairwise(inked)]
    spaces = [gap for gap in gaps if WORD_GAP < gap < SPLIT_GAP]
    if len(spaces) < 2:
        return SPLIT_GAP
    return min(SPLIT_GAP, max(0.62, 2.2 * median(spaces)))


def _take_markers(segments: list[Segment]) -> list[Segment]:
    """A segment that is only a bullet belongs to the text at its right."""
    kept: list[Segment] = []
    for segment in segments:
        _take_own_marker(segment)
    for index, segment in enumerate(segments):
        following = segments[index + 1] if index + 1 < len(segments) else None
        if (
            following is not None
            and _is_lone_marker(segment)
            and not _is_initial(segment, following)
            and following.x0 - segment.x1 < 4 * following.size
        ):
            if not following.marker:
                following.marker, following.marker_x0 = segment.text, segment.x0
            continue
        kept.append(segment)
    return kept


def _take_own_marker(segment: Segment) -> None:
    """A bullet at the beginning of a segment becomes its marker; ``x0`` is where the text is."""
    marker, rest = split_marker(segment.text)
    length = len(segment.glyphs[0].text)
    if segment.marker or not rest or len(marker) != 1 or length != 1 or 1 not in segment.spaces:
        return
    segment.marker, segment.marker_x0 = marker, segment.glyphs[0].x0
    segment.glyphs = segment.glyphs[1:]
    segment.spaces = frozenset(index - 1 for index in segment.spaces if index > 1)
    measured(segment)


def _is_initial(segment: Segment, following: Segment) -> bool:
    """Is an "o" the first word of a line in small capitals ("O que uso"), and no bullet?"""
    return segment.text == "o" and segment.size > 1.12 * following.size


def _is_lone_marker(segment: Segment) -> bool:
    text = segment.text
    if len(text) == 1:
        symbol = segment.glyphs[0].symbol and text in SYMBOL_BULLETS
        return symbol or text == "o" or is_bullet(text)
    return len(text) <= 4 and text.rstrip(".)").isdigit() and text[-1] in ".)"


def _attach_raised(segments: list[Segment]) -> list[Segment]:
    """Superscripts and subscripts (1st, m2, footnotes) go back to the word they follow."""
    kept: list[Segment] = []
    ordered = sorted(segments, key=lambda segment: (-segment.size, segment.base, segment.x0))
    for segment in ordered:
        host = None
        if len(segment.glyphs) <= 6:
            host = next(
                (
                    other
                    for other in kept
                    if segment.size < 0.85 * other.size
                    and other.top - 0.3 * other.size < segment.top
                    and segment.bottom < other.bottom + 0.3 * other.size
                    and other.x0 < segment.x0 < other.x1 + 0.3 * other.size
                    and _hole(other, segment)
                ),
                None,
            )
        if host is None:
            kept.append(segment)
            continue
        index = next((n for n, glyph in enumerate(host.glyphs) if glyph.x0 >= segment.x0), len(host.glyphs))  # fmt: skip
        glyphs = host.glyphs[:index] + segment.glyphs + host.glyphs[index:]
        moved = {n if n < index else n + len(segment.glyphs) for n in host.spaces}
        if index in host.spaces:
            moved.discard(index)
        host.glyphs, host.spaces = glyphs, frozenset(moved)
        host.text = spell(glyphs, host.spaces)
        host.x1 = max(host.x1, segment.x1)
    return kept


def _hole(host: Segment, piece: Segment) -> bool:
    """Is the piece in a hole of its host, or at its end, rather than over its letters?"""
    return not any(
        glyph.x0 < piece.x1 - 0.1 * piece.size and glyph.x1 > piece.x0 + 0.1 * piece.size
        for glyph in host.glyphs
    )

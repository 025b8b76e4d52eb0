"""Segments: pieces of a row, and how their glyphs are spelled as text with word spaces."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from report_gen.reading.cleaning import clean_character, is_private
from report_gen.reading.pdf_device import Glyph

_PRIVATE_BULLETS = frozenset([0xF0B7, 0xF0A7, 0xF0D8, 0xF0FC, 0xF076, 0xF0A8, 0xF06E, 0xF06F, 0xF071, 0xF0FE, 0xF02D, 0xF0E0 + 0x100])  # fmt: skip


@dataclass(slots=True)
class Segment:
    """Glyphs of one row that touch each other but for word spaces."""

    glyphs: list[Glyph]
    text: str = ""
    x0: float = 0.0
    x1: float = 0.0
    base: float = 0.0
    size: float = 0.0
    marker: str = ""
    marker_x0: float = 0.0
    spaces: frozenset[int] = field(default=frozenset())
    """Indices of glyphs that have a space before them."""
    tracked: bool = False
    """Was it letter-spaced, with a space between any two letters?"""
    chip: bool = False
    """Does it stand on a small background of its own?"""
    extra: float = 0.0
    """How far below ``base`` the last baseline is, when several rows were made one."""

    @property
    def top(self) -> float:
        return self.base - 0.75 * self.size

    @property
    def bottom(self) -> float:
        return self.base + self.extra + 0.22 * self.size

    @property
    def left(self) -> float:
        """Where the segment begins, its bullet included."""
        return self.marker_x0 if self.marker else self.x0


def is_symbol_bullet(text: str) -> bool:
    return ord(text[0]) in _PRIVATE_BULLETS


def make_segment(glyphs: list[Glyph], spaced: set[int]) -> Segment:
    kept = _tracked_spaces(glyphs, spaced)
    segment = Segment(glyphs, spaces=frozenset(kept), tracked=len(kept) < len(spaced))
    return measured(segment)


def measured(segment: Segment) -> Segment:
    """The segment with text and box after its glyphs."""
    glyphs = segment.glyphs
    segment.text = spell(glyphs, segment.spaces)
    segment.x0 = min(glyph.x0 for glyph in glyphs)
    segment.x1 = max(glyph.x1 for glyph in glyphs)
    sizes = sorted(glyphs, key=lambda glyph: glyph.size)
    segment.size = sizes[len(sizes) // 2].size
    segment.base = median(glyph.base for glyph in glyphs)
    return segment


def spell(glyphs: list[Glyph], spaces: frozenset[int], start: int = 0) -> str:
    """The glyphs' text; ``spaces`` are indices counted from ``start``."""
    parts: list[str] = []
    for index, glyph in enumerate(glyphs, start):
        if index in spaces and index > start:
            parts.append(" ")
        text = glyph.text
        if len(text) == 1 and is_private(text):
            text = "•" if is_symbol_bullet(text) and index == start else ""
        if text.islower() and _is_large_initial(glyphs, index - start):
            text = text.upper()
        parts.append(
            clean_character(text) if len(text) == 1 else "".join(map(clean_character, text))
        )
    return "".join(parts)


def _is_large_initial(glyphs: list[Glyph], index: int) -> bool:
    """Is it larger than the small letter after it? Drawn small capitals lose their case, not size."""
    if index + 1 >= len(glyphs) or glyphs[index].size < 1.12 * glyphs[index + 1].size:
        return False
    return glyphs[index + 1].text.islower() and glyphs[index + 1].x0 - glyphs[index].x1 < 1.5


def _tracked_spaces(glyphs: list[Glyph], spaced: set[int]) -> set[int]:
    """Spaces of a letter-spaced run: only gaps clearly wider than between its letters.

    ``E X P E R I E N C E`` typed with spaces, or set with tracking, has (nearly) one letter to
    each space; words are then told apart by the wider gaps, if there are any.
    """
    if len(glyphs) < 4 or len(spaced) < 0.6 * (len(glyphs) - 1):
        return spaced
    gaps = [after.x0 - before.x1 for before, after in pairwise(glyphs)]
    usual = median(gaps)
    em = max(glyph.size for glyph in glyphs)
    limit = max(1.7 * usual, usual + 0.14 * em)
    return {index for index, gap in enumerate(gaps, 1) if gap > limit}


def join_tracked(segments: list[Segment]) -> list[Segment]:
    """Letters set so far apart that each became a segment of its own, joined into words."""
    segments = _join_tracked_words(segments)
    if len(segments) < 4:
        return segments
    joined: list[Segment] = []
    run: list[Segment] = []
    for segment in [*segments, None]:
        if (
            segment is not None
            and len(segment.text) <= 2
            and segment.text.isalpha()
            and (not run or segment.x0 - run[-1].x1 < 2.2 * segment.size)
        ):
            run.append(segment)
            continue
        if len(run) >= 4:
            glyphs = [glyph for piece in run for glyph in piece.glyphs]
            joined.append(make_segment(glyphs, set(range(1, len(glyphs)))))
        else:
            joined += run
        run = []
        if segment is not None:
            joined.append(segment)
    return joined


def _join_tracked_words(segments: list[Segment]) -> list[Segment]:
    """Letter-spaced words with the wide spaces between them, as one segment."""
    joined: list[Segment] = []
    for segment in segments:
        last = joined[-1] if joined else None
        if last is not None and last.tracked and segment.tracked and segment.x0 - last.x1 < 3 * segment.size:  # fmt: skip
            at = len(last.glyphs)
            spaces = {*last.spaces, at, *(at + n for n in segment.spaces)}
            joined[-1] = measured(Segment([*last.glyphs, *segment.glyphs], spaces=frozenset(spaces), tracked=True))  # fmt: skip
        else:
            joined.append(segment)
    return joined

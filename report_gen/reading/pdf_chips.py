"""Chips: words on small backgrounds of their own, set side by side with hardly a space between.

``PyTorch  Triton  Kubernetes`` as labels on a web page: the drawn boxes tell where one ends.
"""

from __future__ import annotations

from report_gen.reading.pdf_device import Shape
from report_gen.reading.pdf_spelling import Segment, make_segment

_HEIGHT = (0.9, 6.0)
"""A chip's height, in ems; its text may be wrapped."""
_WIDEST = 300.0
"""Points."""


def split_chips(segments: list[Segment], shapes: list[Shape]) -> list[Segment]:
    """A page's segments -> the same, cut where one chip ends and the next begins."""
    boxes = [s for s in shapes if not s.image and 8 < s.x1 - s.x0 < _WIDEST and 6 < s.bottom - s.top < 80]  # fmt: skip
    if len(boxes) < 2:
        return segments
    found: list[Segment] = []
    for segment in segments:
        found += _split(segment, boxes)
    return found


def _split(segment: Segment, boxes: list[Shape]) -> list[Segment]:
    middle = (segment.top + segment.bottom) / 2
    low, high = (share * segment.size for share in _HEIGHT)
    beside = [
        box
        for box in boxes
        if box.top < middle < box.bottom
        and low < box.bottom - box.top < high
        and box.x0 < segment.x1
        and box.x1 > segment.x0
    ]
    if len(beside) == 1:
        room = beside[0].x1 - beside[0].x0 - (segment.x1 - segment.x0)
        segment.chip = -2 < room < 4 * segment.size
    if len(beside) < 2:
        return [segment]
    cuts = [
        n
        for n in sorted(segment.spaces)
        if any(
            box.x0 <= segment.glyphs[n].x0 < box.x1 and segment.glyphs[n - 1].x1 <= box.x0
            for box in beside
        )
    ]
    if not cuts:
        return [segment]
    parts: list[Segment] = []
    for start, end in zip([0, *cuts], [*cuts, len(segment.glyphs)], strict=True):
        part = make_segment(segment.glyphs[start:end], {n - start for n in segment.spaces if start < n < end})  # fmt: skip
        part.chip = True
        parts.append(part)
    parts[0].marker, parts[0].marker_x0 = segment.marker, segment.marker_x0
    return parts

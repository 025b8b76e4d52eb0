"""Which glyphs a person would see: the rest is never read, only noted."""

from __future__ import annotations

from dataclasses import dataclass, field

from report_gen.reading.pdf_device import Glyph, PageInk, Shape

MIN_SIZE = 2.0
_NEAR = 24
"""Colour distance (per channel, of 255) below which text can't be told from its background."""


@dataclass(slots=True)
class Visible:
    """Upright glyphs, rotated glyphs, and how many letters were left out as invisible."""

    upright: list[Glyph] = field(default_factory=list)
    rotated: list[Glyph] = field(default_factory=list)
    invisible: int = 0


def sort_visible(ink: PageInk, crop: tuple[float, float, float, float]) -> Visible:
    """A page's glyphs -> the visible ones. ``crop`` is the visible box (x0, top, x1, bottom).

    Text without paint (rendering mode 3) counts as visible on a page that is one scanned picture:
    there it is the recognised text, put under the picture by the scanner.
    """
    found = Visible()
    scanned = _is_scan(ink)
    grounds = [shape for shape in ink.shapes if shape.fill and shape.x1 - shape.x0 > 3 and shape.bottom - shape.top > 3]  # fmt: skip
    pictures = [shape for shape in ink.shapes if shape.image or not shape.fill]
    fills = {shape.fill for shape in grounds} | {"#ffffff"}
    colors = {glyph.color for glyph in ink.glyphs}
    close = {color: any(_alike(color, fill) for fill in fills) for color in colors}
    near = {color: [ground for ground in grounds if _alike(color, ground.fill)] for color in colors}
    pale = {color for color in colors if _alike(color, "#ffffff")}
    for glyph in ink.glyphs:
        if not glyph.text.strip():
            if not glyph.angle:
                found.upright.append(glyph)
            continue
        if (
            (glyph.hidden and not scanned)
            or glyph.size < MIN_SIZE
            or _is_outside(glyph, crop)
            or (
                close[glyph.color]
                and not scanned
                and (glyph.color in pale or _is_over(glyph, near[glyph.color]))
                and _is_drowned(glyph, grounds, pictures)
            )
        ):
            found.invisible += glyph.text.isalnum()
        elif glyph.angle:
            found.rotated.append(glyph)
        else:
            found.upright.append(glyph)
    return found


def _is_scan(ink: PageInk) -> bool:
    hidden = sum(glyph.hidden for glyph in ink.glyphs)
    if not hidden or hidden < 0.8 * len(ink.glyphs):
        return False
    area = max(1.0, ink.width * ink.height)
    return any(shape.image and (shape.x1 - shape.x0) * (shape.bottom - shape.top) > 0.5 * area for shape in ink.shapes)  # fmt: skip


def _is_outside(glyph: Glyph, crop: tuple[float, float, float, float]) -> bool:
    x0, top, x1, bottom = crop
    middle = (glyph.x0 + glyph.x1) / 2
    return not (x0 - 1 <= middle <= x1 + 1 and top - 1 <= glyph.base - 0.3 * glyph.size <= bottom + 1)  # fmt: skip


def _is_over(glyph: Glyph, grounds: list[Shape]) -> bool:
    """Does the glyph lie on any of these shapes?"""
    x, y = (glyph.x0 + glyph.x1) / 2, glyph.base - 0.3 * glyph.size
    return any(ground.x0 <= x <= ground.x1 and ground.top <= y <= ground.bottom for ground in grounds)  # fmt: skip


def _is_drowned(glyph: Glyph, grounds: list[Shape], pictures: list[Shape]) -> bool:
    """Has the glyph the colour of what was painted under it?"""
    x, y = (glyph.x0 + glyph.x1) / 2, glyph.base - 0.3 * glyph.size
    fill, order = "#ffffff", -1
    for shape in grounds:
        if order < shape.order < glyph.order and shape.x0 <= x <= shape.x1 and shape.top <= y <= shape.bottom:  # fmt: skip
            fill, order = shape.fill, shape.order
    for shape in pictures:  # a picture or pattern may have any colour: give it the benefit
        if shape.image and order < shape.order < glyph.order and shape.x0 <= x <= shape.x1 and shape.top <= y <= shape.bottom:  # fmt: skip
            return False
    return _alike(glyph.color, fill)


def _alike(one: str, two: str) -> bool:
    if len(one) != 7 or len(two) != 7:
        return False
    return all(abs(int(one[n : n + 2], 16) - int(two[n : n + 2], 16)) < _NEAR for n in (1, 3, 5))

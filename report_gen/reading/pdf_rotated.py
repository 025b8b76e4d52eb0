"""Turned text: whole pages set sideways are turned upright, single turned lines set apart."""

from __future__ import annotations

from dataclasses import replace

from report_gen.reading.pdf_device import Glyph, PageInk, Shape
from report_gen.reading.pdf_visible import Visible


def turn_upright(glyphs: list[Glyph], angle: int, width: float, height: float) -> list[Glyph]:
    """Glyphs that run at 90, 180 or 270 degrees, in the coordinates of a page turned to suit."""
    turned: list[Glyph] = []
    for glyph in glyphs:
        length, down = glyph.x1 - glyph.x0, glyph.base
        if angle == 90:
            x, base = height - down, glyph.x0
        elif angle == 270:
            x, base = down, width - glyph.x0
        else:
            x, base = width - glyph.x0, height - down
        turned.append(replace(glyph, x0=x, x1=x + length, base=base, angle=0))
    return turned


def straighten(seen: Visible, ink: PageInk) -> tuple[list[Glyph], list[Glyph], list[Shape]]:
    """A page's visible glyphs -> (glyphs to lay out, turned text turned upright, shapes).

    When nearly all text of a page runs sideways, the page itself is turned. Text at odd angles
    (stamps, watermarks) is given up.
    """
    by_angle: dict[int, list[Glyph]] = {}
    for glyph in seen.rotated:
        angle = min((0, 90, 180, 270, 360), key=lambda right: abs(right - glyph.angle))
        if abs(angle - glyph.angle) <= 5:
            by_angle.setdefault(angle % 360, []).append(glyph)
    slightly = [replace(glyph, angle=0) for glyph in by_angle.pop(0, [])]
    upright = [*seen.upright, *slightly]
    letters = sum(1 for glyph in upright if glyph.text.strip())
    for angle in sorted(by_angle):
        if len(by_angle[angle]) > 4 * max(letters, 10):
            main = turn_upright(by_angle[angle], angle, ink.width, ink.height)
            return main, [], []
    aside = [
        glyph
        for angle in sorted(by_angle)
        for glyph in turn_upright(by_angle[angle], angle, ink.width, ink.height)
    ]
    return upright, aside, ink.shapes

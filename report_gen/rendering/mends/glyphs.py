"""Glyphs of a line as PDF operators, read from memory in one go instead of field by field.

And without the kernings of nought that the engine writes behind each glyph, where a width is not a
whole number of thousandths: a fifth of the bytes of a page, which move nothing.
"""

from __future__ import annotations

from struct import iter_unpack
from typing import Any

_GLYPH = "=IiiiI"
"""PangoGlyphInfo: glyph, width, offsets to the right and up, flags."""
_UNKNOWN = 0x10000000
_EMPTY = 0x0FFFFFFF


def mend_glyphs(replace: Any) -> None:
    """``replace(function, new)`` puts one function of the engine in the place of another."""
    from weasyprint.draw import text
    from weasyprint.text.ffi import pango

    draw = text.draw_first_line
    if pango.pango_version() < 14802:
        return  # the engine works around a fault of it

    def draw_first_line(
        stream: Any, box: Any, text_overflow: str, block_ellipsis: Any, matrix: Any
    ) -> Any:
        if (
            text_overflow != "ellipsis"
            and block_ellipsis == "none"
            and box.style["font_size"] >= 1e-6
            and box.text.strip()
        ):
            pieces = _pieces(stream, box.pango_layout)
            if pieces is not None:
                stream.set_text_matrix(*matrix.values)
                for font, size, shown in pieces:
                    stream.set_font_size(font, size)
                    stream.show_text(shown)
                return []
        return draw(stream, box, text_overflow, block_ellipsis, matrix)

    replace(draw, draw_first_line)


def _pieces(stream: Any, layout: Any) -> list[tuple[str, float, str]] | None:
    """Font, size and glyphs of each piece of the line; None where the engine must draw it: fonts of
    pictures, raised glyphs, and characters that no font has."""
    from weasyprint.text.ffi import FROM_UNITS, ffi, pango

    pango.pango_layout_set_single_paragraph_mode(layout.layout, True)
    line, _ = layout.get_first_line()
    pieces: list[tuple[str, float, str]] = []
    face: Any = None
    font: Any = None
    size = 0.0
    run = line.runs[0]
    while run != ffi.NULL:
        item, run = run.data, run.next
        if item.item.analysis.font != face:
            face = item.item.analysis.font
            font, size = stream.add_font(face)
            if font.png or font.svg or font.colr or font.bitmap:
                return None
            pieces.append((font.hash, size, ""))
        names, widths = font.to_unicode, font.widths
        count = item.glyphs.num_glyphs
        shown = ["<"]
        infos = iter_unpack(_GLYPH, ffi.buffer(item.glyphs.glyphs, 20 * count))
        for n, (glyph, width, right, up, _) in enumerate(infos):
            if up or glyph == _EMPTY or glyph & _UNKNOWN:
                return None
            if glyph not in names:
                names[glyph] = _characters(item, n, count, layout.text)
            if glyph not in widths:
                pango.pango_font_get_glyph_extents(
                    face, glyph, stream.ink_rect, stream.logical_rect
                )
                widths[glyph] = round(stream.logical_rect.width * 1000 * FROM_UNITS / size)
            offset = right / size
            if offset:
                shown.append(f">{-offset}<")
            shown.append(f"{glyph:04x}")
            kerning = int(widths[glyph] + offset - width * 1000 * FROM_UNITS / size)
            if kerning:
                shown.append(f">{kerning}<")
        shown.append(">")
        pieces[-1] = (font.hash, size, pieces[-1][2] + "".join(shown))
    return pieces


def _characters(item: Any, n: int, count: int, text: str) -> str:
    """What the n-th glyph of a run stands for."""
    clusters, length = item.glyphs.log_clusters, item.item.length
    start = clusters[n]
    if item.item.analysis.level % 2:  # from right to left
        end = length if n == 0 else clusters[n - 1]
    else:
        end = length if n == count - 1 else clusters[n + 1]
    offset = item.item.offset
    return text.encode()[offset + start : offset + end].decode()

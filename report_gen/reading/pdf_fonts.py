"""Fonts whose table of codes stands in the file itself: printers write one when a sign of the text
(📞, a flag) is missing in the font, and without it all text in the font would be lost."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from pdfminer.cmapdb import CMap, IdentityCMap
from pdfminer.pdffont import PDFCIDFont
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import PDFStream, resolve1

_MOST = 0x10000
_TWO_BYTES = re.compile(rb"begincodespacerange\s*<[0-9a-fA-F]{4}>\s*<[0-9a-fA-F]{4}>\s*endcodespacerange")  # fmt: skip
_BLOCK = re.compile(rb"begincid(?:char|range)(.*?)endcid(?:char|range)", re.S)
_ENTRY = re.compile(rb"<([0-9a-fA-F]{4})>\s*(?:<([0-9a-fA-F]{4})>\s*)?(\d{1,6})(?!\w)")


class FontManager(PDFResourceManager):
    """pdfminer's manager; it knows the tables that pdfminer finds by name only."""

    def get_font(self, objid: object, spec: Mapping[str, object]) -> Any:
        fresh = not objid or objid not in self._cached_fonts
        font = super().get_font(objid, spec)
        if fresh and isinstance(font, PDFCIDFont):
            _take_table(font, resolve1(spec.get("Encoding")))
        return font


def _take_table(font: PDFCIDFont, table: Any) -> None:
    """Codes are kept as they are, for the map to letters is by code; widths are asked by code too."""
    known = getattr(font.cmap, "code2cid", None)
    if not isinstance(table, PDFStream) or not isinstance(font.cmap, CMap) or known:
        return
    data = table.get_data()
    if font.unicode_map is None or not _TWO_BYTES.search(data):
        return
    widths = font.widths
    font.cmap = IdentityCMap(WMode=0)
    font.widths = {**widths, **{code: widths[cid] for code, cid in _codes(data) if cid in widths}}


def _codes(data: bytes) -> Iterator[tuple[int, int]]:
    left = _MOST
    for block in _BLOCK.finditer(data):
        for low, high, cid in _ENTRY.findall(block.group(1)):
            first, last = int(low, 16), int(high or low, 16)
            for code in range(first, min(last + 1, first + left)):
                yield code, int(cid) + code - first
            left -= max(0, last + 1 - first)
            if left <= 0:
                return

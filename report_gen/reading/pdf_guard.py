"""Small PDFs that would keep a reader busy for ever, or fill the memory: refused early.

Each check answers an attack that was seen to work: references that lead back to themselves, a
few kilobytes that unpack to gigabytes, fonts that claim four thousand million characters.
"""

from __future__ import annotations

import io
import re
import zlib
from typing import Any

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfexceptions import PDFObjectNotFound
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFStream, resolve1
from pdfplumber.pdf import PDF

from report_gen.reading.pdf_fonts import FontManager

MAX_LOOKUPS = 400_000
MAX_STREAM = 64_000_000
MAX_UNPACKED = 200_000_000
MAX_CONTENT = 8_000_000
MAX_CODE = 0x10FFFF
MAX_FONT_OBJECTS = 20_000


class PdfBombError(Exception):
    """The file asks for far more work than a document needs."""


class GuardedDocument(PDFDocument):
    """A document in which no object may need itself to be read, and lookups are counted."""

    def __init__(self, parser: Any) -> None:
        self.lookups = 0
        self.opened: set[int] = set()
        super().__init__(parser)

    def getobj(self, objid: int) -> object:
        self.lookups += 1
        if self.lookups > MAX_LOOKUPS:
            raise PdfBombError
        if objid in self.opened:
            raise PDFObjectNotFound(objid)
        self.opened.add(objid)
        try:
            return super().getobj(objid)
        finally:
            self.opened.discard(objid)


class GuardedPDF(PDF):
    """pdfplumber's PDF over a guarded document."""

    def __init__(self, data: bytes) -> None:
        self.stream = io.BytesIO(data)
        self.stream_is_external = False
        self.path = None
        self.pages_to_parse = None
        self.laparams = None
        self.password = None
        self.unicode_norm = None
        self.raise_unicode_errors = False
        self.metadata = {}
        self.doc = GuardedDocument(PDFParser(self.stream))
        self.rsrcmgr = FontManager()


def check_streams(data: bytes) -> None:
    """Raise PdfBombError when the file's packed streams unpack to more than a document holds."""
    total = 0
    for found in re.finditer(rb"stream\r?\n(?=[\x08-\x78][\x01\x5e\x9c\xda])", data):
        try:
            size, head = _unpacked(memoryview(data)[found.end() :])
            total += size
            if size < MAX_STREAM and head[:1] == b"\x78":  # packed twice
                inner = zlib.decompressobj().decompress(memoryview(data)[found.end() :], MAX_STREAM)
                total += _unpacked(memoryview(inner))[0]
        except zlib.error:
            continue
        if total > MAX_UNPACKED:
            raise PdfBombError


def _unpacked(packed: memoryview) -> tuple[int, bytes]:
    """How many bytes a stream unpacks to, and its first bytes; PdfBombError beyond the limit."""
    unpacker = zlib.decompressobj()
    size, head = 0, b""
    chunk = unpacker.decompress(packed, 1_000_000)
    while chunk:
        head = head or bytes(chunk[:2])
        size += len(chunk)
        if size > MAX_STREAM:
            raise PdfBombError
        if unpacker.eof or not unpacker.unconsumed_tail:
            break
        chunk = unpacker.decompress(unpacker.unconsumed_tail, 1_000_000)
    return size, head


def check_page(page: Any) -> None:
    """Raise PdfBombError for a page whose instructions or fonts are beyond measure."""
    contents = resolve1(page.contents)
    streams = contents if isinstance(contents, list) else [contents]
    size = 0
    for reference in streams:
        stream = resolve1(reference)
        if isinstance(stream, PDFStream):
            size += len(stream.get_data())
        if size > MAX_CONTENT:
            raise PdfBombError
    check_fonts(page.resources)


def check_fonts(resources: Any) -> None:
    """Raise PdfBombError for fonts with impossible width tables or character maps."""
    resources = resolve1(resources)
    fonts = resolve1(resources.get("Font")) if isinstance(resources, dict) else None
    for reference in fonts.values() if isinstance(fonts, dict) else ():
        font = resolve1(reference)
        if not isinstance(font, dict):
            continue
        for owner in (font, *_descendants(font)):
            _check_widths(resolve1(owner.get("W")))
            _check_widths(resolve1(owner.get("W2")))
        for key in ("ToUnicode", "Encoding"):
            _check_map(resolve1(font.get(key)))


def _descendants(font: dict[str, Any]) -> list[dict[str, Any]]:
    listed = resolve1(font.get("DescendantFonts"))
    found = [resolve1(item) for item in listed[:4]] if isinstance(listed, list) else []
    return [item for item in found if isinstance(item, dict)]


def _check_widths(table: Any) -> None:
    for item in table if isinstance(table, list) else ():
        number = resolve1(item)
        if isinstance(number, int | float) and not -MAX_CODE < number < MAX_CODE:
            raise PdfBombError


def _check_map(stream: Any) -> None:
    if not isinstance(stream, PDFStream):
        return
    spanned = 0
    for low, high in re.findall(rb"<\s*([0-9a-fA-F]+)\s*>\s*<\s*([0-9a-fA-F]+)\s*>\s*[<\[\d]", stream.get_data()):  # fmt: skip
        if len(low) == len(high) and len(low) <= 8:
            spanned += max(0, int(high, 16) - int(low, 16))
        if spanned > 4 * MAX_CODE:
            raise PdfBombError

"""PDF -> Document: each page read once, then words, lines, columns and reading order."""

from __future__ import annotations

import io
from typing import Any

from report_gen.errors import UnreadableError
from report_gen.reading.models import Document, Line
from report_gen.reading.refusals import MAX_CHARACTERS, MAX_PAGES, refuse


def read_pdf(data: bytes, name: str) -> Document:
    """PDF bytes -> Document. Raises UnreadableError: password, damaged_pdf, image_only, too_large."""
    try:
        return _read(data, name)
    except UnreadableError:
        raise
    except Exception as error:
        raise refuse("damaged_pdf", name) from error


def _read(data: bytes, name: str) -> Document:
    import pdfplumber

    from report_gen.reading.pdf_device import read_ink
    from report_gen.reading.pdf_segments import make_segments

    lines: list[Line] = []
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        pages = pdf.pages
        for number, page in enumerate(pages, 1):
            ink = read_ink(page.page_obj, pdf.rsrcmgr, number)
            last = None
            for seg in make_segments([g for g in ink.glyphs if not g.hidden and not g.angle]):
                if last is not None and abs(seg.base - last.base) < 0.3 * seg.size and lines:
                    import dataclasses

                    lines[-1] = dataclasses.replace(lines[-1], text=lines[-1].text + "\t" + seg.text)
                    continue
                gap = (seg.base - last.base) / max(1.0, seg.size) - 1.2 if last is not None else 0.0
                lines.append(
                    Line(text=seg.text, number=len(lines) + 1, page=number, x0=seg.x0, x1=seg.x1, top=seg.top, bottom=seg.bottom, size=seg.size,
                         bold=all(g.bold for g in seg.glyphs), marker=seg.marker, gap=max(0.0, gap)))
                last = seg
        if not lines:
            raise refuse("image_only", name)
        return Document(kind="pdf", name=name, pages=len(pages), lines=tuple(lines))

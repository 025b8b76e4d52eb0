"""Pages that are pictures of text, read by Tesseract where it is installed.

Three steps, so that no step that meets the stranger's file may start a program, and the program
never meets the stranger's file: a contained child draws the page, Tesseract (in a process of its
own, locked into a folder) recognises our drawing, a contained child sets the recognised words
where they stood. What comes out is read by the same rules as every other page.
"""

from __future__ import annotations

import io
import os
import re
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from report_gen import limits
from report_gen.containment.tool import NoToolError, run_tool
from report_gen.errors import UnreadableError
from report_gen.notes import Note
from report_gen.reading.models import Document
from report_gen.reading.reader import read_document

PICTURE_PAGE = "picture_page"
_DOTS_PER_INCH = 300
"""What Tesseract's documentation asks for."""
_MOST_PIXELS = 25_000_000
_DATA = ("/usr/share/tesseract-ocr", "/usr/share/tessdata", "/usr/local/share/tessdata", "/opt/homebrew/share/tessdata")  # fmt: skip


class Run(Protocol):
    """Calls a stage, as in ``report_gen.pipeline``."""

    def __call__(self, stage: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A page as a grey JPEG of 300 dots per inch (fewer for huge pages)."""

    data: bytes
    dots_per_inch: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognised:
    """What Tesseract made of a drawing."""

    hocr: bytes
    dots_per_inch: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """A PDF."""

    data: bytes


def recognise(data: bytes, name: str, document: Document | None, run: Run) -> Document | None:
    """A PDF with its picture pages recognised; None where there is nothing to recognise, or
    nothing to recognise it with.

    ``document``: what reading gave; None if it found no text on any page. ``run`` calls the
    stages that meet the file. Raises UnreadableError (``too_large`` for too many such pages,
    ``tool_time``, ``tool_failed``, or what reading raises).
    """
    tool = shutil.which("tesseract")
    pages = None if document is None else picture_pages(document)
    if tool is None or pages == () or b"%PDF-" not in data[:1024]:
        return None
    if pages is None:
        pages = tuple(range(1, run(count_pages, data, name) + 1))
    most = limits.active().recognised_pages
    if len(pages) > most:
        raise UnreadableError(
            "too_large",
            f"{name} has {len(pages)} pages that are pictures: more than {most}.",
            "Keep the pages that matter and leave out the rest.",
        )
    try:
        drawings = [run(draw_page, data, name, page) for page in pages]
        words = [Recognised(hocr=_read_drawing(tool, drawing), dots_per_inch=drawing.dots_per_inch) for drawing in drawings]  # fmt: skip
    except NoToolError:
        return None
    bound = run(replace_pages, data, name, list(pages), words)
    return _mark(run(read_document, bound.data, name), pages)


def picture_pages(document: Document) -> tuple[int, ...]:
    """The pages that reading found to be pictures without text."""
    return tuple(
        int(found.group())
        for note in document.notes
        if note.code == PICTURE_PAGE and (found := re.search(r"\d+", note.where))
    )


def _mark(document: Document, pages: Sequence[int]) -> Document:
    where = f"page {pages[0]}" if len(pages) == 1 else f"pages {', '.join(map(str, pages))}"
    note = Note(
        code="recognised_text",
        message="This is a picture; its text was recognised by machine (Tesseract) and may hold mistakes. Compare it with the original.",
        where=where,
    )
    return replace(document, notes=(note, *document.notes))


def _read_drawing(tool: str, drawing: Drawing) -> bytes:
    """The drawing's words and where they stand, as hOCR."""
    prefix = os.environ.get("TESSDATA_PREFIX", "")
    return run_tool(
        [str(Path(tool).resolve()), "page.jpg", "page", "--dpi", str(drawing.dots_per_inch),
         "--psm", "1", "-l", "eng", "hocr"],
        {"page.jpg": drawing.data},
        "page.hocr",
        limits.active().recognise,
        [Path(place) for place in (*_DATA, *filter(None, [prefix]))],
        {"OMP_THREAD_LIMIT": "1", **({"TESSDATA_PREFIX": prefix} if prefix else {})},
    )  # fmt: skip


def count_pages(data: bytes, name: str) -> int:
    """A PDF's pages. Raises UnreadableError (``too_large``, ``damaged_pdf``)."""
    from report_gen.reading.pdf_fallback import open_with_pdfium
    from report_gen.reading.refusals import check_pages

    with open_with_pdfium(data, name) as pdf:
        check_pages(len(pdf), name)
        return len(pdf)


def draw_page(data: bytes, name: str, page: int) -> Drawing:
    """One page (from 1) as a picture. Raises UnreadableError (``damaged_pdf``)."""
    import pypdfium2

    from report_gen.reading.pdf_fallback import open_with_pdfium
    from report_gen.reading.refusals import refuse

    with open_with_pdfium(data, name) as pdf:
        try:
            sheet = pdf[page - 1]
            width, height = sheet.get_size()
            inch = _DOTS_PER_INCH / 72
            scale = min(inch, (_MOST_PIXELS / max(1.0, width * height)) ** 0.5)
            picture = sheet.render(scale=scale, grayscale=True).to_pil()
        except (pypdfium2.PdfiumError, ValueError, IndexError):
            raise refuse("damaged_pdf", name) from None
        out = io.BytesIO()
        dots = max(70, round(72 * scale))
        picture.convert("L").save(out, "JPEG", quality=90, dpi=(dots, dots))
        return Drawing(data=out.getvalue(), dots_per_inch=dots)


def replace_pages(data: bytes, name: str, pages: Sequence[int], recognised: Sequence[Recognised]) -> Bound:  # fmt: skip
    """The PDF with these pages (from 1) replaced by their recognised words.

    Raises UnreadableError (``damaged_pdf``).
    """
    import pypdfium2

    from report_gen.reading.pdf_fallback import open_with_pdfium
    from report_gen.reading.refusals import refuse
    from report_gen.reading.typesetting import set_page

    places = dict(zip(pages, recognised, strict=True))
    out = pypdfium2.PdfDocument.new()
    try:
        with open_with_pdfium(data, name) as pdf:
            for number in range(1, len(pdf) + 1):
                if number not in places:
                    out.import_pages(pdf, [number - 1])
                    continue
                page = set_page(places[number].hocr, places[number].dots_per_inch)
                with open_with_pdfium(page, name) as read:
                    out.import_pages(read, [0])
        stream = io.BytesIO()
        out.save(stream)
    except (pypdfium2.PdfiumError, ValueError):
        raise refuse("damaged_pdf", name) from None
    finally:
        out.close()
    return Bound(data=stream.getvalue())

"""Small real documents, made in the tests that read them."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from report_gen.reading import Document, read_document

HEIGHT = A4[1]
FILLER = (
    "Kept the ledger of forty branches in order over nine years",
    "Wrote the manual that new colleagues read in their first week",
    "Measured the delay of each delivery and halved it by spring",
)


def pdf_of(*pages: Callable[[Canvas], None], **options: Any) -> bytes:
    """A PDF with one page for each drawing function."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, invariant=1, pageCompression=0, **options)
    for draw in pages:
        canvas.setFont("Helvetica", 10)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def put(canvas: Canvas, x: float, y: float, text: str, font: str = "Helvetica", size: float = 10) -> None:  # fmt: skip
    """Text with its baseline ``y`` points below the top of the page."""
    canvas.setFont(font, size)
    canvas.drawString(x, HEIGHT - y, text)


def read_pdf(*pages: Callable[[Canvas], None]) -> Document:
    return read_document(pdf_of(*pages), "resume.pdf")


def texts(document: Document) -> list[str]:
    return [line.text for line in document.lines]


def docx_of(document: Any) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def codes(document: Document) -> set[str]:
    return {note.code for note in document.notes}

"""PDFs that pdfplumber can't read, by pypdfium2: text and its boxes, without looks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from report_gen.notes import Note
from report_gen.reading.cleaning import clean_text
from report_gen.reading.models import Document, Line, Span
from report_gen.reading.refusals import check_characters, check_pages, refuse

_PASSWORD = 4
"""FPDF_ERR_PASSWORD"""


def read_with_pdfium(data: bytes, name: str) -> Document:
    """PDF bytes -> Document with a note that looks are unknown.

    Raises password, damaged_pdf, image_only, too_large.
    """
    import pypdfium2

    with open_with_pdfium(data, name) as pdf:
        check_pages(len(pdf), name)
        lines: list[Line] = []
        for number in range(1, len(pdf) + 1):
            try:
                lines += _page_lines(pdf[number - 1], number)
            except pypdfium2.PdfiumError:
                continue  # this page is broken; the others may not be
            check_characters(sum(len(line.text) for line in lines), name)
        pages = len(pdf)
    if not lines:
        raise refuse("image_only" if pages else "damaged_pdf", name)
    return Document(
        kind="pdf",
        name=name,
        pages=pages,
        lines=tuple(replace(line, number=number) for number, line in enumerate(lines, 1)),
        notes=(
            Note(
                code="damaged_pdf",
                message="The file is partly damaged; its text was read without its looks.",
            ),
        ),
    )


@contextmanager
def open_with_pdfium(data: bytes, name: str) -> Iterator[Any]:
    """A ``pypdfium2.PdfDocument``, closed afterwards. Raises password or damaged_pdf."""
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        password = getattr(error, "err_code", 0) == _PASSWORD or "password" in str(error).lower()
        raise refuse("password" if password else "damaged_pdf", name) from None
    try:
        yield pdf
    finally:
        pdf.close()


def _page_lines(page: object, number: int) -> list[Line]:
    """One page's text boxes, grouped into lines by their baselines."""
    from report_gen.reading.drafts import tidy
    from report_gen.reading.markers import split_marker

    height = page.get_height()  # type: ignore[attr-defined]
    text_page = page.get_textpage()  # type: ignore[attr-defined]
    spans: list[Span] = []
    for index in range(text_page.count_rects()):
        x0, bottom, x1, top = text_page.get_rect(index)
        text = clean_text(text_page.get_text_bounded(x0, bottom, x1, top)).strip()
        if text and bottom < height and top > 0 and top - bottom >= 2:
            spans.append(Span(text=text, x0=x0, x1=x1, top=height - top, bottom=height - bottom, size=top - bottom))  # fmt: skip
    rows: list[list[Span]] = []
    for span in spans:  # pdfium gives them in the order of the file, which follows reading
        last = rows[-1][-1] if rows else None
        if last is not None and abs(last.bottom - span.bottom) < 0.5 * last.size and span.x0 >= last.x1 - 2:  # fmt: skip
            rows[-1].append(span)
        else:
            rows.append([span])
    lines: list[Line] = []
    for row in rows:
        pieces = [("\t" if index and span.x0 - row[index - 1].x1 > 1.6 * span.size else " " if index else "") + span.text for index, span in enumerate(row)]  # fmt: skip
        marker, text = split_marker(tidy("".join(pieces)))
        if not text:
            continue
        gap = max(0.0, (row[0].top - lines[-1].bottom) / max(row[0].size, 1.0)) if lines else 0.0
        lines.append(Line(text=text, number=0, page=number, x0=row[0].x0, x1=row[-1].x1, top=row[0].top, bottom=row[0].bottom, size=row[0].size, marker=marker, gap=round(gap, 2), spans=tuple(row)))  # fmt: skip
    return lines

"""PDF -> Document: each page drawn once, then segments, columns, rows and lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from statistics import median
from typing import TYPE_CHECKING, Any

from report_gen import limits
from report_gen.errors import UnreadableError
from report_gen.notes import Note
from report_gen.reading.models import Document, Line, Link
from report_gen.reading.refusals import check_characters, check_pages, refuse

if TYPE_CHECKING:
    from report_gen.reading.pdf_device import PageInk
    from report_gen.reading.pdf_lines import PageMarks
    from report_gen.reading.pdf_spelling import Segment

_ROTATED_COLUMN = 90


@dataclass(slots=True)
class _Page:
    """A page between the passes: its segments, its turned text, its marks."""

    segments: list[Segment]
    aside: list[Segment]
    marks: PageMarks
    height: float
    invisible: int
    picture: bool = False
    """Nothing but a picture that fills most of the page."""


def read_pdf(data: bytes, name: str) -> Document:
    """PDF bytes -> Document.

    Raises UnreadableError: ``password``, ``damaged_pdf``, ``image_only`` or ``too_large``. A file
    that pdfplumber can't read is tried with pypdfium2, which forgives more.
    """
    from pdfminer.pdfdocument import PDFEncryptionError
    from pdfplumber.utils.exceptions import PdfminerException

    from report_gen.reading.pdf_guard import PdfBombError

    try:
        return _read(data, name)
    except UnreadableError:
        raise
    except (PdfBombError, MemoryError):
        raise refuse("pdf_bomb", name) from None
    except Exception as error:
        cause = error.args[0] if isinstance(error, PdfminerException) and error.args else error
        if isinstance(cause, PDFEncryptionError) or "PDFPasswordIncorrect" in type(cause).__name__:
            raise refuse("password", name) from None
    from report_gen.reading.pdf_fallback import read_with_pdfium

    return read_with_pdfium(data, name)


def _read(data: bytes, name: str) -> Document:
    from report_gen.reading.pdf_guard import GuardedPDF, check_streams

    check_streams(data)
    pages: list[_Page] = []
    with GuardedPDF(data) as pdf:
        pictures = False
        for number, page in enumerate(_pages(pdf, name), 1):
            read, drawn = _read_page(page, pdf.rsrcmgr, number, name)
            pictures = pictures or drawn
            pages.append(read)
            check_characters(sum(len(s.text) for p in pages for s in p.segments), name)
    if not pages:
        raise ValueError("no pages")
    if not any(page.segments or page.aside for page in pages):
        if not pictures and any(page.invisible for page in pages):
            raise refuse("no_text", name)
        raise refuse("image_only", name)
    return _assemble(pages, name)


def _pages(pdf: Any, name: str) -> Iterator[Any]:
    """The pages one by one, so that a file of a million pages is refused at the 61st."""
    from pdfminer.pdfpage import PDFPage

    for number, page in enumerate(PDFPage.create_pages(pdf.doc), 1):
        check_pages(number, name)
        yield page


def _read_page(page: Any, manager: Any, number: int, name: str) -> tuple[_Page, bool]:
    from report_gen.reading.pdf_device import PageTooLargeError, read_ink
    from report_gen.reading.pdf_guard import check_page
    from report_gen.reading.pdf_lines import PageMarks
    from report_gen.reading.pdf_links import find_anchors, visible_box
    from report_gen.reading.pdf_rotated import straighten
    from report_gen.reading.pdf_segments import make_segments
    from report_gen.reading.pdf_visible import sort_visible

    check_page(page)
    try:
        ink = read_ink(page, manager, number)
    except PageTooLargeError:
        raise refuse(
            "too_large", name, f"{limits.active().page_characters:,} characters on a page"
        ) from None
    seen = sort_visible(ink, visible_box(page, ink))
    upright, aside, shapes = straighten(seen, ink)
    marks = PageMarks(number, ink.width, shapes, find_anchors(page, ink))
    read = _Page(
        make_segments(upright), make_segments(aside) if aside else [], marks, ink.height,
        seen.invisible, _is_picture(ink),
    )  # fmt: skip
    return read, bool(ink.shapes)


def _is_picture(ink: PageInk) -> bool:
    most = 0.5 * max(1.0, ink.width * ink.height)
    return any(s.image and (s.x1 - s.x0) * (s.bottom - s.top) > most for s in ink.shapes)


def _assemble(pages: list[_Page], name: str) -> Document:
    """All pages' segments -> the Document."""
    from report_gen.reading.joining import join_addresses
    from report_gen.reading.pdf_chips import split_chips
    from report_gen.reading.pdf_columns import split_pages
    from report_gen.reading.pdf_flow import order_pages
    from report_gen.reading.pdf_furniture import drop_running
    from report_gen.reading.pdf_segments import split_cells
    from report_gen.reading.pdf_stacks import lift_over_pages

    chips = [split_chips(page.segments, list(page.marks.shapes)) for page in pages]
    cells = split_cells(chips)
    kept, dropped = drop_running(cells, [page.height for page in pages])
    laid_out = split_pages(kept, [list(page.marks.shapes) for page in pages])
    lines: list[Line] = []
    columns: dict[tuple[str, ...], int] = {(): 0}
    for placed in order_pages(laid_out):
        column = columns.setdefault(tuple(placed.piece.path), len(columns))
        lines += _piece_lines(placed.piece.segments, pages[placed.page - 1].marks, column, lines)
    for page in pages:
        lines += _piece_lines(page.aside, page.marks, _ROTATED_COLUMN, lines)
    lines = _number(join_addresses(lift_over_pages(lines)))
    if not lines:
        raise refuse("image_only", name)
    links = [link for page in pages for link in _links(page.marks, lines)]
    return Document(
        kind="pdf", name=name, pages=len(pages), lines=tuple(lines), links=tuple(links),
        notes=tuple(_notes(pages, dropped)),
    )  # fmt: skip


def _piece_lines(segments: list[Segment], marks: PageMarks, column: int, before: list[Line]) -> list[Line]:  # fmt: skip
    """The lines of one piece, each with the white space above it."""
    from report_gen.reading.pdf_lines import make_line
    from report_gen.reading.pdf_rows import read_rows

    lines: list[Line] = []
    for row in read_rows(segments):
        line = make_line(row, marks, column)
        if line is None:
            continue
        previous = lines[-1] if lines else before[-1] if before else None
        gap = 0.0
        if previous is not None and previous.column == column and previous.page == line.page:
            gap = (line.top - previous.bottom) / max(line.size, 1.0)
            if line.top < previous.bottom - 0.5 * line.size:  # beside the line before it
                gap = 0.6
        elif previous is not None and previous.column != column:
            gap = 2.0
        lines.append(replace(line, gap=round(max(0.0, gap), 2)))
    return lines


def _number(lines: list[Line]) -> list[Line]:
    """Lines with their numbers and blocks: a block ends where white space or a column does."""
    gaps = [line.gap for line in lines if 0 < line.gap < 1.5]
    usual = median(gaps) if gaps else 0.2
    numbered: list[Line] = []
    block = 0
    for number, line in enumerate(lines, 1):
        last = numbered[-1] if numbered else None
        if last is not None and (line.column != last.column or line.gap > max(0.45, 1.5 * usual)):
            block += 1
        numbered.append(replace(line, number=number, block=block))
    return numbered


def _links(marks: PageMarks, lines: list[Line]) -> list[Link]:
    """The page's links with the words under them; parts of one link are joined."""
    found: dict[str, list[str]] = {anchor.url: [] for anchor in marks.anchors}
    for line in lines:
        if line.page == marks.number:
            for span in line.spans:
                if span.href in found:
                    found[span.href].append(span.text)
    return [Link(url=url, text=" ".join(words), page=marks.number) for url, words in found.items()]


def _notes(pages: list[_Page], dropped: int) -> list[Note]:
    notes: list[Note] = []
    for page in pages:
        if page.picture and not (page.segments or page.aside):
            notes.append(Note(code="picture_page", message="This page is a picture; its text was not read.", where=f"page {page.marks.number}"))  # fmt: skip
        if page.invisible >= 3:
            notes.append(Note(code="invisible_text", message=f"{page.invisible} letters that no reader can see (hidden, off the page, tiny, or in the background's colour) were left out.", where=f"page {page.marks.number}"))  # fmt: skip
        if page.aside:
            notes.append(Note(code="rotated_text", message="Turned text was put at the end.", where=f"page {page.marks.number}"))  # fmt: skip
    if dropped:
        notes.append(Note(code="running_text", message=f"{dropped} running headers, footers or page numbers were left out."))  # fmt: skip
    return notes

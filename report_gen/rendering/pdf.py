"""Report -> tagged PDF through WeasyPrint, fed with nothing but our own files."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from report_gen.containment.second import begin
from report_gen.rendering.brand import PLAIN, Brand
from report_gen.rendering.engine import own_files, read_page
from report_gen.rendering.fonts import FACES, check_fonts, font_css, lost_font
from report_gen.rendering.halves import Half, Work, books_of, print_style, second_half, spans_of
from report_gen.rendering.html import load_templates, make_print_page
from report_gen.rendering.joining import join, receive, settle, summarise
from report_gen.rendering.models import Rendered
from report_gen.rendering.noticed import names_lost_font
from report_gen.rendering.writing import File
from report_gen.report.models import Report


def make_pdf(report: Report, paper: str, brand: Brand = PLAIN) -> Rendered:
    """PDF/UA-1, the same bytes for the same report. Warnings of the engine are returned; raises
    CannotWriteError (``font_missing``) where a font of ours can't be loaded.

    In a child of the containment with two processors, the second half is made beside the first.
    """
    check_fonts()
    with _no_cyclic_collection():
        works = _works(report, paper, brand)
        beside = begin(second_half, works[1]) if len(works) > 1 else None
        first = Half(works[0])
        laid = [first.lay_out()]
        if beside:
            laid.append(beside.hear())
        if any(names_lost_font(half.warnings) for half in laid):
            raise lost_font(FACES["regular"][1])
        books = books_of(laid)
        if beside:
            beside.tell(books[1])
        first.number(books[0])
        pdf = first.draw()
        piece = None
        if beside:
            beside.tell(receive(pdf, beside.hear()))
        file = File(pdf)
        if beside:
            piece = beside.hear()
            join(pdf, piece)
        data = file.write(piece)
    later = (*first.warnings, *(piece.warnings if piece else ()))
    warnings = dict.fromkeys((*(line for half in laid for line in half.warnings), *later))
    return Rendered(data=data, pages=books[0].pages, warnings=tuple(warnings))


def _works(report: Report, paper: str, brand: Brand) -> list[Work]:
    html = make_print_page(report, paper, brand)
    spans = spans_of(html, brand)
    return [Work(html=html, span=span, paper=paper, brand=brand) for span in spans]


def warm_up() -> None:
    """Load the engine, the templates and the style sheet, and lay out one word, so that processes
    copied from this one need not."""
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

    fetcher, fonts = own_files(), FontConfiguration()
    style = CSS(string=font_css(), font_config=fonts, url_fetcher=fetcher, base_url="reportgen:")
    page = read_page("<html><p style='font-family: Report'>x</p></html>", fetcher)
    page.write_pdf(stylesheets=[style, print_style(PLAIN)], font_config=fonts)
    load_templates()


class Layout:
    """The pages of a report as boxes, before they are drawn."""

    def __init__(self, halves: Sequence[Half]) -> None:
        self.halves = halves
        self.pages = [page for half in halves for page in half.document.pages]


def lay_out(report: Report, paper: str, brand: Brand = PLAIN) -> Layout:
    """The pages as boxes, their numbers filled in: what ``make pages`` looks at."""
    halves = [Half(work) for work in _works(report, paper, brand)]
    laid = [half.lay_out() for half in halves]
    for half, book in zip(halves, books_of(laid), strict=True):
        half.number(book)
    return Layout(halves)


def draw(layout: Layout) -> bytes:
    """Laid-out pages -> the bytes that ``make_pdf`` makes."""
    first, *others = [half.draw() for half in layout.halves]
    if not others:
        return File(first).write()
    numbers = receive(first, summarise(others[0]))
    file, piece = File(first), settle(others[0], numbers)
    join(first, piece)
    return file.write(piece)


@contextmanager
def _no_cyclic_collection() -> Iterator[None]:
    """A layout makes millions of linked boxes that live to its end: scanning them again and
    again for garbage costs 8 to 9 percent of the time and frees nothing."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()

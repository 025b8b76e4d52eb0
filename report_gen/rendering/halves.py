"""A long report as two halves that are laid out and drawn apart, and joined in one file.

The parts of a report begin on pages of their own and know of each other by page numbers and links
alone. Where it is cut follows from the page alone: the file is the same whether two processes make the
halves or one makes both.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple
from xml.etree import ElementTree

from report_gen.rendering.boxes import is_only_room
from report_gen.rendering.brand import Brand, print_rules
from report_gen.rendering.engine import own_files, read_page
from report_gen.rendering.fonts import font_css
from report_gen.rendering.html import read_asset
from report_gen.rendering.joining import Numbers, Piece, settle, summarise
from report_gen.rendering.noticed import engine_warnings
from report_gen.rendering.numbers import fill_numbers, pages_of
from report_gen.rendering.tagging import finish, words_of_links

if TYPE_CHECKING:
    from weasyprint import Document

Span = tuple[int, int | None]
"""The first part of a half and the one after its last (None: to the end)."""

MOST_ELEMENTS = 2_000
"""A page of fewer elements is made in one go: about 25 pages."""

# Letter is 18 mm shorter than A4 and 6 mm wider: its margins give some of that back, and the
# columns keep their width.
_PAPER_CSS = {
    "a4": "@page { size: A4 }",
    "letter": "@page { size: letter; margin: 21mm 22.95mm 15mm } @page cover { margin: 0 }"
    ".cover { height: 231.4mm }",
}


class Laid(NamedTuple):
    """What a half tells when it is laid out: its pages, and where each id stands among them."""

    pages: int
    places: Mapping[str, int]
    warnings: tuple[str, ...]


class Book(NamedTuple):
    """What a half is told of the whole: the pages before it and in all, and where each id stands."""

    before: int
    pages: int
    places: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A half to make: the whole page, which parts of it, and how they are dressed."""

    html: str
    span: Span
    paper: str
    brand: Brand


def spans_of(html: str, brand: Brand) -> list[Span]:
    """One span or two, of about as many elements each. Only our own templates are known to begin
    each part with a heading on a new page."""
    if brand.templates:
        return [(0, None)]
    parts = _body(ElementTree.fromstring(html))
    sizes = [sum(1 for _ in part.iter()) for part in parts]
    places = [n for n, part in enumerate(parts) if n and _begins_anew(part)]
    if sum(sizes) < MOST_ELEMENTS or not places:
        return [(0, None)]
    before = [0, *accumulate(sizes)]
    cut = min(places, key=lambda n: abs(2 * before[n] - before[-1]))
    return [(0, cut), (cut, None)]


def _body(root: Any) -> Any:
    return root.find("body")


def _begins_anew(part: Any) -> bool:
    return len(part) > 0 and part[0].get("class") == "opener"


class Half:
    """One half (or all) of a report. Its steps are called once each, in this order."""

    def __init__(self, work: Work) -> None:
        self.work = work
        self.document: Document
        self.book: Book

    def lay_out(self) -> Laid:
        """The pages as boxes; raises what the engine raises."""
        from weasyprint import CSS
        from weasyprint.text.fonts import FontConfiguration

        brand = self.work.brand
        with engine_warnings() as warnings:
            root = ElementTree.fromstring(self.work.html)
            self.words = words_of_links(root)
            body = _body(root)
            first, end = self.work.span
            body[:] = body[first:end]
            fetcher = own_files(brand)
            fonts = FontConfiguration()
            styles = [
                CSS(
                    string=font_css(brand),
                    font_config=fonts,
                    url_fetcher=fetcher,
                    base_url="reportgen:",
                ),
                print_style(brand),
                CSS(string=print_rules(brand) + _PAPER_CSS[self.work.paper]),
            ]
            self.document = read_page(root, fetcher).render(
                stylesheets=styles, font_config=fonts, pdf_variant="pdf/ua-1", pdf_forms=True
            )
            pages = self.document.pages
            pages[:] = [page for page in pages if not is_only_room(page)]
        return Laid(len(pages), pages_of(self.document), tuple(warnings))

    def number(self, book: Book) -> None:
        """Page numbers are written, and the ids of the other half are known as places of links."""
        self.book = book
        pages = self.document.pages
        fill_numbers(self.document, book.places, book.pages, book.before)
        own = {name for page in pages for name in page.anchors}
        self.elsewhere = {name for name in book.places if name not in own}
        pages[0].anchors.update(dict.fromkeys(self.elsewhere, (0, 0, 0, 0)))

    def draw(self) -> Any:
        """The pages as the objects of a PDF (pydyf's)."""
        drawn: list[Any] = []

        def keep(document: Any, pdf: Any) -> None:
            finish(pdf, self.words)
            _forget_names(pdf, self.elsewhere)
            pdf.write = lambda *_: None
            drawn.append(pdf)

        with engine_warnings() as warnings:
            self.document.write_pdf(finisher=keep, pdf_variant="pdf/ua-1", pdf_forms=True)
        self.warnings = tuple(warnings)
        return drawn[0]


def _forget_names(pdf: Any, elsewhere: set[str]) -> None:
    """Places that stand in the other half."""
    places = pdf.catalog.get("Names", {}).get("Dests", {}).get("Names")
    if places and elsewhere:
        pairs = zip(places[::2], places[1::2], strict=True)
        places[:] = [part for pair in pairs if pair[0].string not in elsewhere for part in pair]


def print_style(brand: Brand) -> Any:
    """The style sheet of the PDF in the brand's colours, parsed once in a process."""
    return _parsed(read_asset("print.css", brand))


@lru_cache(maxsize=2)
def _parsed(sheet: str) -> Any:
    from weasyprint import CSS

    return CSS(string=sheet)


def books_of(laid: Sequence[Laid]) -> list[Book]:
    """What each half is told when all are laid out."""
    places: dict[str, int] = {}
    starts: list[int] = []
    total = 0
    for half in laid:
        starts.append(total)
        for name, number in half.places.items():
            places.setdefault(name, total + number)
        total += half.pages
    return [Book(start, total, places) for start in starts]


def second_half(work: Work) -> Generator[Any, Any, None]:
    """The second half in three answers: Laid; for a Book, its Summary; for Numbers, its Piece."""
    half = Half(work)
    book: Book = yield half.lay_out()
    half.number(book)
    pdf = half.draw()
    numbers: Numbers = yield summarise(pdf)
    piece: Piece = settle(pdf, numbers, half.warnings)
    yield piece

"""Report -> tagged PDF through WeasyPrint, fed with nothing but our own files."""

from __future__ import annotations

import gc
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from report_gen.rendering.boxes import is_only_room
from report_gen.rendering.brand import LOGO, PLAIN, Brand, print_rules
from report_gen.rendering.fonts import FACES, check_fonts, font_bytes, font_css, lost_font
from report_gen.rendering.html import make_print_page, read_asset
from report_gen.rendering.models import Rendered
from report_gen.rendering.numbers import fill_numbers, pages_of
from report_gen.report.models import Report

if TYPE_CHECKING:
    from weasyprint import Document


def make_pdf(report: Report, paper: str, brand: Brand = PLAIN) -> Rendered:
    """PDF/UA-1, the same bytes for the same report. Warnings of the engine are returned; raises
    CannotWriteError (``font_missing``) where a font of ours can't be loaded."""
    check_fonts()
    with engine_warnings() as warnings, _no_cyclic_collection():
        document = lay_out(report, paper, brand)
        if any(_LOST_FONT.match(warning) for warning in warnings):
            raise lost_font(FACES["regular"][1])
        data = draw(document)
    return Rendered(data=data, pages=len(document.pages), warnings=tuple(warnings))


def warm_up() -> None:
    """Load the engine and lay out one word, so that a process copied from this one need not."""
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

    from report_gen.rendering.engine import read_page

    fetcher, fonts = _fetcher()(), FontConfiguration()
    style = CSS(string=font_css(), font_config=fonts, url_fetcher=fetcher, base_url="reportgen:")
    page = read_page("<html><p style='font-family: Report'>x</p></html>", fetcher)
    page.write_pdf(stylesheets=[style], font_config=fonts)


def lay_out(report: Report, paper: str, brand: Brand = PLAIN) -> Document:
    """The pages as boxes, before they are drawn (also what ``make pages`` looks at)."""
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

    from report_gen.rendering.engine import read_page

    fetcher = _fetcher()()
    fetcher.brand = brand
    fonts = FontConfiguration()
    parts = (font_css(brand), read_asset("print.css", brand), print_rules(brand), _PAPER_CSS[paper])
    sheet = "\n".join(parts)
    style = CSS(string=sheet, font_config=fonts, url_fetcher=fetcher, base_url="reportgen:")
    page = read_page(make_print_page(report, paper, brand), fetcher)
    document = page.render(
        stylesheets=[style], font_config=fonts, pdf_variant="pdf/ua-1", pdf_forms=True
    )
    document.pages[:] = [page for page in document.pages if not is_only_room(page)]
    fill_numbers(document, pages_of(document), len(document.pages))
    return document


# Letter is 18 mm shorter than A4 and 6 mm wider: its margins give some of that back, and the
# columns keep their width.
_PAPER_CSS = {
    "a4": "@page { size: A4 }",
    "letter": "@page { size: letter; margin: 21mm 22.95mm 15mm } @page cover { margin: 0 }"
    "@page opener { margin: 0 } .cover { height: 239.4mm } .opener { height: 245.4mm }",
}


def draw(document: Document) -> bytes:
    """Laid-out pages -> the bytes of a tagged PDF with its fields."""
    from report_gen.rendering.tagging import finish

    data: bytes = document.write_pdf(finisher=finish, pdf_variant="pdf/ua-1", pdf_forms=True)
    return data


@lru_cache(maxsize=1)
def _fetcher() -> type[Any]:
    """A fetcher that serves the report's fonts and the brand's logo, and refuses all else.

    A class, because WeasyPrint 70 crashes on a plain function that raises; made here, because
    importing WeasyPrint takes most of a second that no other command should pay for.
    """
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class OwnFilesOnly(URLFetcher):  # type: ignore[misc]
        brand = PLAIN

        def fetch(self, url: str, headers: Any = None) -> Any:
            if url == LOGO and self.brand.logo:
                return URLFetcherResponse(
                    url, self.brand.logo, {"Content-Type": self.brand.media_type}
                )
            return URLFetcherResponse(
                url, font_bytes(url, self.brand), {"Content-Type": "font/ttf"}
            )

    return OwnFilesOnly


# WeasyPrint's advice to install a faster library; it says nothing about the document.
_ABOUT_ITSELF = "instead of HarfBuzz-Subset"


_LOST_FONT = re.compile(r"Font-face .* cannot be loaded")
_NO_GLYPH = re.compile(r"notdef glyph.*\((U\+[0-9A-F]+)\)")


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        line = record.getMessage()
        if _ABOUT_ITSELF in line:
            return
        box = _NO_GLYPH.search(line)
        if box is not None:
            line = f"No font here can show the character {box[1]}: the report prints a box for it."
        if line not in self.lines:
            self.lines.append(line)


@contextmanager
def engine_warnings() -> Iterator[list[str]]:
    """What WeasyPrint warns of inside the block: each once, missing glyphs in plain words."""
    logger = logging.getLogger("weasyprint")
    collector = _Collector()
    level, propagate = logger.level, logger.propagate
    logger.addHandler(collector)
    logger.setLevel(logging.WARNING)
    logger.propagate = False
    try:
        yield collector.lines
    finally:
        logger.removeHandler(collector)
        logger.setLevel(level)
        logger.propagate = propagate


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

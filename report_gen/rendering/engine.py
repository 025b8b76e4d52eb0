"""WeasyPrint as we use it: well-formed pages of our own, and no style but ours."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

from report_gen.rendering.brand import LOGO, PLAIN, Brand
from report_gen.rendering.fonts import font_bytes
from report_gen.rendering.html import read_asset

if TYPE_CHECKING:
    from weasyprint import HTML


def read_page(page: str | ElementTree.Element, fetcher: Any) -> HTML:
    """Our HTML, which is well-formed XML too, as a page of the engine.

    The C parser reads it in a tenth of the time of the engine's parser in Python, and refuses
    what a slip in a template would have made of it. Raises ElementTree.ParseError.
    """
    root = ElementTree.fromstring(page) if isinstance(page, str) else page
    return _page_class()(root, fetcher)


def own_files(brand: Brand = PLAIN) -> Any:
    """A fetcher that serves the report's fonts and the brand's logo, and refuses all else."""
    return _fetcher_class()(brand)


@lru_cache(maxsize=1)
def _fetcher_class() -> type[Any]:
    """A class, because WeasyPrint 70 crashes on a plain function that raises."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class OwnFilesOnly(URLFetcher):  # type: ignore[misc]
        def __init__(self, brand: Brand) -> None:
            super().__init__()
            self.brand = brand

        def fetch(self, url: str, headers: Any = None) -> Any:
            if url == LOGO and self.brand.logo:
                return URLFetcherResponse(
                    url, self.brand.logo, {"Content-Type": self.brand.media_type}
                )
            return URLFetcherResponse(
                url, font_bytes(url, self.brand), {"Content-Type": "font/ttf"}
            )

    return OwnFilesOnly


@lru_cache(maxsize=1)
def _page_class() -> type[Any]:
    """Made here because importing WeasyPrint takes most of a second that no other command should
    pay for."""
    import cssselect2
    from weasyprint import CSS, HTML

    from report_gen.rendering.mends import mend_engine

    mend_engine()
    base = CSS(string=read_asset("base.css"))

    class Page(HTML):  # type: ignore[misc]
        def __init__(self, root: Any, fetcher: Any) -> None:
            self.base_url = "reportgen:"
            self.url_fetcher = fetcher
            self.media_type = "print"
            self.wrapper_element = cssselect2.ElementWrapper.from_html_root(
                root, content_language=None
            )
            self.etree_element = self.wrapper_element.etree_element

        def _ua_stylesheets(self, forms: bool = False) -> list[Any]:
            return [base]

    return Page

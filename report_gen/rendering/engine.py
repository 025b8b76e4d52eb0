"""WeasyPrint as we use it: well-formed pages of our own, and no style but ours."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

from report_gen.rendering.html import read_asset

if TYPE_CHECKING:
    from weasyprint import HTML


def read_page(html: str, fetcher: Any) -> HTML:
    """Our HTML, which is well-formed XML too, as a page of the engine.

    The C parser reads it in a tenth of the time of the engine's parser in Python, and refuses
    what a slip in a template would have made of it. Raises ElementTree.ParseError.
    """
    return _page_class()(html, fetcher)


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
        def __init__(self, html: str, fetcher: Any) -> None:
            root = ElementTree.fromstring(html)
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

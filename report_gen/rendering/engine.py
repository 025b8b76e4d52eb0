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

    _mend_line_breaks()
    _mend_writing()
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


def _mend_line_breaks() -> None:
    """Text that fits a line but for the space at its end: the engine breaks it behind its first
    word, even on an empty line. Here it is laid out without that space, which is not seen anyway."""
    from weasyprint.layout import inline

    split = inline.split_first_line

    def split_first_line(
        text: str, style: Any, context: Any, max_width: float | None, *rest: Any, **more: Any
    ) -> Any:
        found = split(text, style, context, max_width, *rest, **more)
        _, _, resume, width, *_ = found
        if max_width is None or resume is None or text[-1:] != " " or 2 * width > max_width:
            return found
        bare = split(text.rstrip(" "), style, context, max_width, *rest, **more)
        return bare if bare[2] is None and bare[3] <= max_width else found

    inline.split_first_line = split_first_line


def _mend_writing() -> None:
    """Two costs of writing the file. The list of all pages is made anew for each tag, which grows
    with the square of the pages: here it is kept until there are more. And streams are compressed
    at level 9, which takes a tenth of the drawing and saves 3% of the bytes over level 6."""
    import zlib
    from types import SimpleNamespace

    import pydyf

    read = pydyf.PDF.page_references.fget

    def page_references(pdf: Any) -> Any:
        known = len(pdf.pages["Kids"])
        kept = pdf.__dict__.get("kept_references")
        if kept is None or kept[0] != known:
            kept = pdf.__dict__["kept_references"] = (known, read(pdf))
        return kept[1]

    pydyf.PDF.page_references = property(page_references)
    pydyf.zlib = SimpleNamespace(
        compress=zlib.compress, compressobj=lambda level=9: zlib.compressobj(min(level, 6))
    )

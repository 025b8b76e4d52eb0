"""Page numbers, written into the pages once all of them are laid out.

CSS can do it (``target-counter``), at the price of laying out again every page that names one.
Here the style sheet prints a placeholder of the widest number, and the laid-out text is changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

PLACEHOLDER = "000"


def pages_of(document: Any, before: int = 0) -> dict[str, int]:
    """Where each id stands in a laid-out document, counted from ``before`` + 1."""
    found: dict[str, int] = {}
    for number, page in enumerate(document.pages, before + 1):
        for anchor in page.anchors:
            found.setdefault(anchor, number)
    return found


def fill_numbers(document: Any, places: Mapping[str, int], total: int, before: int = 0) -> None:
    """Writes the numbers into running heads ("12 of 85") and beside links; ``places`` maps ids to
    pages. A link to an id that has no page loses its placeholder."""
    for number, page in enumerate(document.pages, before + 1):
        for box, text in _placeholders(page._page_box, ()):
            if " of " in box.text:
                _write(box, f"{number} of {total}", keep_right=True)
                continue
            target = (text.get("href") or "")[1:] if text is not None else ""
            value = str(places.get(target, ""))
            _write(box, box.text.replace(PLACEHOLDER, value), keep_right=False)


def _placeholders(box: Any, owner: Any) -> Iterator[tuple[Any, Any]]:
    """Text boxes that hold a placeholder made by the style sheet, with the element they belong to.

    Words of people are never touched: theirs stand in no pseudo-element and no page margin."""
    name = type(box).__name__
    if name == "TextBox":
        if owner != () and PLACEHOLDER in box.text:
            yield box, owner
        return
    if name == "MarginBox":
        owner = None
    elif box.element_tag in ("a::before", "a::after"):
        owner = box.element
    for child in getattr(box, "children", ()):
        yield from _placeholders(getattr(child, "_box", child), owner)


def _write(box: Any, text: str, *, keep_right: bool) -> None:
    from weasyprint.text.line_break import create_layout, line_size

    layout = create_layout(text, box.style, None, None, 0)
    line, _ = layout.get_first_line()
    width, _ = line_size(line, box.style)
    if keep_right:
        box.position_x += box.width - width
    box.width = width
    box.text = text
    box.pango_layout = layout
    layout.deactivate()

"""What is wrong with the pages as the engine laid them out: read from the boxes, not from a picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from report_gen.rendering.breaks import bad_breaks

MOST_EMPTY = 0.40
"""A page may be empty by this share of its text area; the cover and last page aside."""
MOST_INTRODUCTION = 70
"""px of words under a heading that may not stand alone with it at the foot of a page."""
_OPEN_PAGES = frozenset({"cover"})
_WHOLE = frozenset({"card", "xray", "turn", "question", "req", "step", "first"})
_BLOCK_TAGS = frozenset({"div", "tr", "tbody"})
_WRITTEN = frozenset({"lines"})
"""Ruled lines to write on count as content."""
_HEADINGS = frozenset({"h1", "h2", "h3", "h4"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """``page`` counts from 1. ``kind``: empty, orphan_heading, stranded (with its
    introduction), outside (the page), margin (in it),
    overflow (of its block), split, broken_word or short_line."""

    page: int
    kind: str
    detail: str


def find_violations(document: Any) -> list[Violation]:
    """WeasyPrint's laid-out document -> what breaks the rules of the layout, page by page."""
    found: list[Violation] = []
    seen: dict[int, int] = {}
    pages = document.pages
    before: tuple[Any, list[tuple[Any, Any]]] | None = None
    for number, page in enumerate(pages, 1):
        box = page._page_box
        open_page = str(box.page_type.name or "") in _OPEN_PAGES
        leaves = list(_leaves(box))
        if not open_page and number < len(pages):
            found += _emptiness(number, box, leaves)
        found += _headings(number, leaves)
        if before is not None and leaves:
            found += _stranded(number - 1, *before, leaves)
        before = (box, leaves)
        found += _edges(number, box, leaves)
        found += _splits(number, box, seen)
        found += [Violation(page=number, kind=k, detail=words) for k, words in bad_breaks(box)]
    return found


def is_only_room(page: Any) -> bool:
    """Whether nothing but room to write in stands on a page: ruled lines are to fill a page that
    words began, never to be one."""

    def has_words(box: Any) -> bool:
        if type(box).__name__.startswith("Margin"):
            return False
        if box.element is not None and box.element.get("class") == "room":
            return False
        if type(box).__name__ in ("TextBox", "InlineReplacedBox", "BlockReplacedBox"):
            return True
        return any(has_words(getattr(c, "_box", c)) for c in getattr(box, "children", ()))

    return str(page._page_box.page_type.name or "") not in _OPEN_PAGES and not has_words(
        page._page_box
    )


def _emptiness(number: int, page: Any, leaves: list[tuple[Any, Any]]) -> Iterator[Violation]:
    top, height = page.content_box_y(), page.height
    bottom = max((leaf.position_y + leaf.height for leaf, _ in leaves), default=top)
    share = 1 - (bottom - top) / height
    if share > MOST_EMPTY:
        yield Violation(page=number, kind="empty", detail=f"{share:.0%} of the page is empty")


def _headings(number: int, leaves: list[tuple[Any, Any]]) -> Iterator[Violation]:
    if not leaves:
        return
    lowest, block = max(leaves, key=lambda pair: pair[0].position_y + pair[0].height)
    if block is not None and block.element_tag in _HEADINGS and lowest.position_y > 500:
        yield Violation(page=number, kind="orphan_heading", detail=_words(lowest))


def _stranded(
    number: int, page: Any, leaves: list[tuple[Any, Any]], after: list[tuple[Any, Any]]
) -> Iterator[Violation]:
    """A heading that closes a page with a short introduction, while what it introduces begins the
    next: no orphan by the rule above, and read as one all the same."""
    tags = [_tag(block) for _, block in leaves]
    last = max((k for k, tag in enumerate(tags) if tag in _HEADINGS), default=-1)
    below = leaves[last + 1 :]
    if last < 0 or not below or set(tags[last + 1 :]) != {"p"} or _tag(after[0][1]) in _HEADINGS:
        return
    tall = max(b.position_y + b.height for b, _ in below) - min(b.position_y for b, _ in below)
    half = page.content_box_y() + page.height / 2
    if tall <= MOST_INTRODUCTION and leaves[last][0].position_y > half:
        yield Violation(page=number, kind="stranded", detail=_words(leaves[last][0]))


def _tag(block: Any) -> str:
    return str(block.element_tag or "") if block is not None else ""


def _edges(number: int, page: Any, leaves: list[tuple[Any, Any]]) -> Iterator[Violation]:
    right, bottom = page.margin_width(), page.margin_height()
    margin = page.content_box_x() + page.width
    for leaf, block in leaves:
        x, y = _corner(leaf)
        if x < -1 or y < -1 or x + leaf.width > right + 1 or y + leaf.height > bottom + 1:
            yield Violation(page=number, kind="outside", detail=_words(leaf))
        elif block is not None and x + leaf.width > margin + 1:
            yield Violation(page=number, kind="margin", detail=_words(leaf))
        elif block is not None and x + leaf.width > block.content_box_x() + block.width + 2.5:
            yield Violation(page=number, kind="overflow", detail=_words(leaf))


def _corner(leaf: Any) -> tuple[float, float]:
    """Where a leaf begins to be seen: the engine's position of a block is outside its margins."""
    if type(leaf).__name__ == "TextBox":
        return leaf.position_x, leaf.position_y
    return leaf.border_box_x(), leaf.border_box_y()


def _splits(number: int, page: Any, seen: dict[int, int]) -> Iterator[Violation]:
    for box in _blocks(page):
        if box.element is None or box.element_tag not in _BLOCK_TAGS:
            continue
        names = set((box.element.get("class") or "").split())
        if not names & _WHOLE:
            continue
        key = id(box.element)
        first = seen.setdefault(key, number)
        if first != number and box.height < 0.9 * page.height:
            yield Violation(
                page=number, kind="split", detail=f"{sorted(names)[0]} begun on page {first}"
            )


def _blocks(box: Any) -> Iterator[Any]:
    yield box
    for child in getattr(box, "children", ()):
        if not type(child).__name__.startswith("Margin"):
            yield from _blocks(getattr(child, "_box", child))


def _leaves(page: Any) -> Iterator[tuple[Any, Any]]:
    """Text and pictures of a page, each with the block it stands in; page margins aside."""

    def walk(box: Any, block: Any) -> Iterator[tuple[Any, Any]]:
        name = type(box).__name__
        if name.startswith("Margin"):
            return
        if box.element is not None and box.element.get("class") in _WRITTEN:
            yield box, None
            return
        if name == "TextBox":
            if box.text.strip():
                yield box, block
            return
        if not hasattr(box, "children"):
            yield box, block
            return
        inner = block if name in ("LineBox", "InlineBox") else box
        if "Replaced" in name:
            yield box, block
        for child in box.children:
            yield from walk(getattr(child, "_box", child), inner)

    yield from walk(page, None)


def _words(box: Any) -> str:
    return str(getattr(box, "text", type(box).__name__))[:60]

"""The words of a page in reading order, and how many of them come back from its PDF in that order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree

import pypdfium2

BLOCKS = frozenset(("p", "li", "h1", "h2", "h3", "th", "td", "summary"))
_INSIDE = BLOCKS | {"ul", "ol", "table", "thead", "tbody", "tr", "div", "section", "details"}
_NUMBER = re.compile(r"\sp\.\s\d+")
"""The page beside a link is printed by the style sheet and stands in no HTML: left out on both sides."""
_WINDOW = 4_000
"""Characters that may stand between one block and the next: a table's row, a running head."""
_LEAST = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """How many blocks came back whole and in order, and how many did not, with examples."""

    found: int
    lost: int
    examples: tuple[str, ...]


def blocks(html: str) -> list[str]:
    """The text of each paragraph, item, heading and cell, as ``plain`` makes it."""
    body = ElementTree.fromstring(html).find("body")
    assert body is not None
    return [words for block in _blocks(body) if len(words := plain(block)) >= _LEAST]


def plain(text: str) -> str:
    """Words with one space between them: extraction puts line ends where it likes."""
    return " ".join(re.findall(r"\w+", _NUMBER.sub(" ", text)))


def page_texts(data: bytes) -> list[str]:
    """What pdfium reads on each page."""
    return [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(data)]


def in_order(said: Sequence[str], text: str) -> Order:
    """Each block is looked for behind the one before it; where the text ends, so does the search."""
    flow = plain(text).replace(" ", "")
    at = found = 0
    lost: list[str] = []
    for block in said:
        words = block.replace(" ", "")
        if at + len(words) > len(flow):
            break
        place = flow.find(words, at, at + _WINDOW)
        if place < 0:
            lost.append(block)
        else:
            found += 1
            at = place + len(words)
    return Order(found=found, lost=len(lost), examples=tuple(lost[:5]))


def _blocks(element: ElementTree.Element) -> Iterator[str]:
    """Text that no block inside this one claims, then theirs, as they are read."""
    text: list[str] = [element.text or ""]
    for child in element:
        if "room" in child.get("class", "").split():
            pass  # paper for notes, which is printed where a page has room for it
        elif child.tag in _INSIDE:
            yield from _said(element, text)
            text = []
            yield from _blocks(child)
        elif child.tag == "br":
            text.append(" ")
        elif not child.tag.endswith("svg"):
            text.append("".join(child.itertext()))
        text.append(child.tail or "")
    yield from _said(element, text)


def _said(element: ElementTree.Element, text: list[str]) -> Iterator[str]:
    whole = "".join(text)
    if whole.strip() and (element.tag in BLOCKS or element.tag == "div"):
        yield whole

"""HTML -> lines: what a reader of the page sees, headings, lists and tables kept apart."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from typing import TYPE_CHECKING, Any

from report_gen import limits
from report_gen.notes import Note
from report_gen.reading.drafts import Drafts, plain_span, tidy
from report_gen.reading.job_posting import find_job_posting
from report_gen.reading.markers import split_marker
from report_gen.reading.models import Document, Kind, Line, Link, Span
from report_gen.reading.plain import read_text
from report_gen.reading.refusals import refuse

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

_DROPPED = frozenset(
    [
        "head",
        "script",
        "style",
        "noscript",
        "template",
        "nav",
        "form",
        "button",
        "svg",
        "iframe",
        "select",
        "input",
        "textarea",
        "object",
        "embed",
        "canvas",
        "audio",
        "video",
        "map",
        "dialog",
        "option",
        "math",
        "picture",
        "source",
        "track",
    ]
)
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "caption",
    ]
)
_SPACED = frozenset(
    [
        "p",
        "ul",
        "ol",
        "dl",
        "table",
        "section",
        "article",
        "blockquote",
        "pre",
        "hr",
        "header",
        "main",
        "figure",
    ]
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*[01](?:px|pt|em|rem|%)?\s*(?:;|$)"
    r"|opacity\s*:\s*0(?:\.0+)?\s*(?:;|$)|(?:left|top|text-indent)\s*:\s*-\d{4,}px",
    re.I,
)
_WHITE_STYLE = re.compile(r"(?<![-\w])color\s*:\s*(?:#fff(?:fff)?\b|white\b|transparent\b)", re.I)
_HIDDEN_CLASS = frozenset(["sr-only", "visually-hidden", "hidden", "d-none", "screen-reader-text"])
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.I)
_TAGS = re.compile(r"<\s*/?\s*(?:p|br|li|ul|div|h[1-6]|strong|b)\b", re.I)


def read_html(text: str, name: str, kind: Kind = "html") -> Document:
    """HTML -> Document; a schema.org JobPosting in it becomes ``data``, and its description the
    lines when it says at least as much as the page itself."""
    most = 10 * limits.active().characters
    if len(text) > most:
        raise refuse("too_large", name, f"{most:,} characters of HTML")
    soup = _soup(text)
    posting = find_job_posting([str(script.string or "") for script in soup.find_all("script", type="application/ld+json")])  # fmt: skip
    page = _Walker(name)
    try:
        page.walk_all(soup)
    except RecursionError:  # elements nested a thousand deep: the text is all that matters
        return replace(read_text(soup.get_text("\n"), name), kind=kind)
    if posting is not None:
        described = _posting_lines(posting, name)
        if described.drafts.characters >= 0.5 * page.drafts.characters:
            page = described
    if not page.drafts.lines and posting is None:
        raise refuse("no_text", name)
    return Document(
        kind=kind, name=name, lines=tuple(page.drafts.lines), links=tuple(page.links),
        data=posting, notes=tuple(page.notes),
    )  # fmt: skip


def read_posting(posting: dict[str, Any], name: str) -> Document:
    """A JobPosting saved by itself: its description is the lines, as on a page."""
    page = _posting_lines(posting, name)
    if not page.drafts.lines:
        raise refuse("no_text", name)
    return Document(
        kind="html", name=name, lines=tuple(page.drafts.lines), links=tuple(page.links),
        data=posting, notes=tuple(page.notes),
    )  # fmt: skip


def _soup(text: str) -> BeautifulSoup:
    from bs4 import BeautifulSoup

    text = re.sub(r"\A\s*<\?xml[^>]*>", "", text.replace("\x00", ""))
    return BeautifulSoup(f"<!DOCTYPE html>{text}", "lxml")


def _posting_lines(posting: dict[str, Any], name: str) -> _Walker:
    walker = _Walker(name)
    title = tidy(str(posting.get("title") or ""))
    if title:
        walker.drafts.add(Line(text=title, number=0, heading=1))
        walker.gap = 1.0
    description = str(posting.get("description") or "")
    if "&lt;" in description and not _TAGS.search(description):
        description = unescape(description)
    if not _TAGS.search(description):
        description = re.sub(r"\r\n|\r|\n", "<br>", description)
    walker.walk_all(_soup(description))
    return walker


class _Walker:
    """Walks a tree once; inline text gathers in ``parts`` until a block boundary ends the line."""

    def __init__(self, name: str) -> None:
        self.drafts = Drafts(name)
        self.links: list[Link] = []
        self.notes: list[Note] = []
        self.parts: list[Span] = []
        self.gap = 0.0
        self.block = 0
        self.marker = ""
        self.depth = 0
        self.heading = 0
        self.level = 0

    def walk_all(self, soup: BeautifulSoup) -> None:
        for child in soup.children:
            self.visit(child, False, False, "")
        self.flush()

    def visit(self, node: Any, bold: bool, italic: bool, href: str) -> None:
        from bs4.element import NavigableString, PreformattedString, Tag

        if isinstance(node, Tag):
            if self._skipped(node):
                return
            self.level += 1
            if self.level > limits.active().depth:
                self._add_text(node.get_text(" "), bold, italic, href, None)
            else:
                self._visit_tag(node, bold, italic, href)
            self.level -= 1
        elif isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
            self._add_text(str(node), bold, italic, href, node.parent)

    def _visit_tag(self, tag: Tag, bold: bool, italic: bool, href: str) -> None:
        name = tag.name.lower()
        style = str(tag.get("style") or "")
        bold = bold or name in {"b", "strong", "th", "dt"} or bool(_BOLD_STYLE.search(style))
        italic = italic or name in {"i", "em", "cite"}
        if name == "br":
            if not self.parts:
                self.gap = max(self.gap, 1.0)
            self.flush()
        elif name == "a":
            self._visit_link(tag, bold, italic)
        elif name == "tr":
            self._visit_row(tag, bold, italic, href)
        elif name in {"ul", "ol", "menu"}:
            self._visit_list(tag, bold, italic, href)
        elif name in _HEADINGS:
            self._open(2.0)
            self.heading = _HEADINGS[name]
            self._children(tag, bold, italic, href)
            self._close(0.5)
            self.heading = 0
        elif name in _BLOCKS:
            space = 1.0 if name in _SPACED else 0.0
            self._open(space)
            self._children(tag, bold, italic, href)
            self._close(space)
        else:
            if self.parts and (_is_chip(tag) or _is_apart(tag)):
                self.parts.append(plain_span("\t"))
            self._children(tag, bold, italic, href)

    def _children(self, tag: Tag, bold: bool, italic: bool, href: str) -> None:
        for child in tag.children:
            self.visit(child, bold, italic, href)

    def _open(self, space: float) -> None:
        self.flush()
        self.gap = max(self.gap, space)
        if space:
            self.block += 1

    def _close(self, space: float) -> None:
        self.flush()
        self.gap = max(self.gap, space)
        if space:
            self.block += 1

    def _visit_link(self, tag: Tag, bold: bool, italic: bool) -> None:
        target = str(tag.get("href") or "").strip()
        target = target if re.match(r"(?:https?://|mailto:|tel:|www\.)", target, re.I) else ""
        words = tidy(tag.get_text(" "))
        self._children(tag, bold, italic, target)
        if target:
            self.links.append(Link(url=target, text=words))

    def _visit_list(self, tag: Tag, bold: bool, italic: bool, href: str) -> None:
        nested = any(parent.name in {"ul", "ol", "menu"} for parent in tag.parents)
        nested = nested and self.depth >= 0  # items of an entry that is itself an item
        self._open(0.0 if nested else 0.6)
        outer_depth = self.depth
        self.depth = outer_depth + 1 if nested else 0
        number = 0
        for child in tag.children:
            if getattr(child, "name", None) == "li":
                number += 1
                self.flush()
                holder = _holds_entry(child)
                self.depth = -1 if holder else outer_depth + 1 if nested else 0
                self.marker = "" if holder else f"{number}." if tag.name == "ol" else "•"
                self.visit(child, bold, italic, href)
                self.flush()
                self.marker = ""
            else:
                self.visit(child, bold, italic, href)
        self.flush()
        self.depth = outer_depth
        self.gap = max(self.gap, 0.0 if nested else 0.6)

    def _visit_row(self, tag: Tag, bold: bool, italic: bool, href: str) -> None:
        self.flush()
        cells = list(tag.find_all(["td", "th"], recursive=False))
        if any(cell.find(["p", "ul", "ol", "table", "br", "h1", "h2", "h3", "h4", "div", "li"]) for cell in cells):  # fmt: skip
            for cell in cells:  # a layout table: each cell is a little column
                self._open(0.6)
                self._children(cell, bold, italic, href)
                self._close(0.6)
            return
        for cell in cells:
            if self.parts:
                self.parts.append(plain_span("\t"))
            self._children(cell, bold or cell.name == "th", italic, href)
        self.flush()

    def _add_text(self, text: str, bold: bool, italic: bool, href: str, parent: Any) -> None:
        if parent is not None and any(up.name == "pre" for up in [parent, *parent.parents][:4]):
            rows = text.split("\n")
            for position, row in enumerate(rows):
                self.parts.append(plain_span(row, bold=bold, italic=italic, href=href))
                if position < len(rows) - 1:
                    self.flush()
            return
        text = re.sub(r"[ \t\r\n\f]+", " ", text)
        if text.strip() or (text and self.parts):
            self.parts.append(plain_span(text, bold=bold, italic=italic, href=href))

    def flush(self) -> None:
        """End the current line, if it has text."""
        parts, self.parts = self.parts, []
        text = tidy("".join(part.text for part in parts))
        if not text:
            return
        seen = [part for part in parts if part.text.strip()]
        marker, depth = self.marker, self.depth if self.marker else 0
        if not marker and not self.heading:
            marker, text = split_marker(text)
        if not text:
            return
        self.drafts.add(
            Line(
                text=text,
                number=0,
                bold=all(part.bold for part in seen),
                italic=all(part.italic for part in seen),
                marker=marker,
                depth=depth,
                heading=self.heading,
                block=self.block,
                gap=self.gap if self.drafts.lines else 0.0,
                spans=tuple(seen),
            )
        )
        self.marker, self.gap = "", 0.0

    def _skipped(self, tag: Tag) -> bool:
        name = tag.name.lower()
        if name in _DROPPED or (name == "footer" and tag.find_parent(["main", "article"]) is None and self.drafts.lines and tag.find_previous(["main", "article"]) is not None):  # fmt: skip
            return True
        if tag.has_attr("hidden") or str(tag.get("aria-hidden")).lower() == "true":
            return True
        if str(tag.get("role") or "").lower() in {"navigation", "search", "dialog"}:
            return True
        style = str(tag.get("style") or "")
        classes = set(tag.get("class") or [])
        white = bool(_WHITE_STYLE.search(style)) and not _has_background(tag)
        if _HIDDEN_STYLE.search(style) or white:
            if tag.get_text(strip=True) and not self.notes:
                self.notes.append(Note(code="invisible_text", message="Text that no reader of the page can see was left out."))  # fmt: skip
            return True
        return bool(classes & _HIDDEN_CLASS)


_CHIPS = 3
"""Elements of one kind side by side, with no text between, that make a row of chips."""


def _is_chip(tag: Tag) -> bool:
    """Is this inline element one of several alike, with nothing but white space between them?"""
    if tag.parent is None or not tag.get("class") or len(tag.get_text(strip=True)) < 2:
        return False
    from bs4.element import Tag as Element

    around = [node for node in tag.parent.children if str(node).strip()]
    elements = [node for node in around if isinstance(node, Element)]
    if len(elements) < len(around):
        return False  # words of a sentence
    alike = [n for n in elements if n.name == tag.name and n.get("class") == tag.get("class")]
    return len(alike) >= _CHIPS


def _is_apart(tag: Tag) -> bool:
    """Does a number begin right where another element's number ends ("2022" and "2 years")?"""
    before = tag.previous_sibling
    if before is None or getattr(before, "name", None) is None or not tag.get("class"):
        return False
    one, two = before.get_text().strip()[-1:], tag.get_text().strip()[:1]
    return one.isdigit() and two.isdigit()


def _holds_entry(item: Any) -> bool:
    """Is a list's item a whole entry: one with a heading, or several blocks and a list of its own?"""
    if item.find(list(_HEADINGS)) is not None:
        return True
    blocks = [
        node
        for node in item.find_all(list(_BLOCKS))
        if node.get_text(strip=True)
        and node.find_parent(["ul", "ol"]) is item.parent
        and node.name not in {"ul", "ol", "li"}
    ]
    return len(blocks) >= (2 if item.find(["ul", "ol"]) is not None else 3)


def _has_background(tag: Tag) -> bool:
    """Does the element or one around it set a background in its own style?"""
    around = [tag, *tag.parents]
    return any("background" in str(up.get("style") or "") for up in around if up.attrs)

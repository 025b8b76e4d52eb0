"""What reading gives: lines in reading order, with boxes and looks, whatever the file was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from report_gen.notes import Note

Kind = Literal["pdf", "docx", "html", "md", "text", "json"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A run of words on one line that look the same. Positions in points from the top left."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    font: str = ""
    size: float = 0.0
    bold: bool = False
    italic: bool = False
    color: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of text as the reader's eye sees it.

    ``number`` counts from 1 through the whole document in reading order. ``marker`` is the
    bullet sign or number that was taken off ``text`` ("" if none); ``depth`` is the nesting of
    lists or heading level where the format says so. ``block`` and ``column`` group lines that
    belong together; ``gap`` is the white space above, in units of the line's height.
    ``heading``: 0, or the heading level the file itself declares (DOCX style, HTML h1-h6, #).
    ``ruled``: a horizontal rule is drawn right under the line or beside it, as under headings.
    White space too wide for a word space (a date at the right margin, a table cell) is one tab
    in ``text``.
    """

    text: str
    number: int
    page: int = 1
    x0: float = 0.0
    x1: float = 0.0
    top: float = 0.0
    bottom: float = 0.0
    size: float = 0.0
    bold: bool = False
    italic: bool = False
    color: str = ""
    marker: str = ""
    depth: int = 0
    heading: int = 0
    block: int = 0
    column: int = 0
    gap: float = 0.0
    ruled: bool = False
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link annotation or anchor: where it points, the words under it, the page."""

    url: str
    text: str = ""
    page: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file that was read. ``data`` holds the parsed value of a JSON file (JSON Resume) or of a
    schema.org JobPosting found inside HTML; ``lines`` is empty for plain JSON."""

    kind: Kind
    name: str = ""
    pages: int = 1
    lines: tuple[Line, ...] = ()
    links: tuple[Link, ...] = ()
    data: Mapping[str, Any] | None = None
    notes: tuple[Note, ...] = field(default=())

    @property
    def text(self) -> str:
        """All lines with their markers, one a row, blank rows where white space stood."""
        rows: list[str] = []
        for line in self.lines:
            if line.gap >= 1.0 and rows:
                rows.append("")
            rows.append(f"{line.marker} {line.text}".strip())
        return "\n".join(rows)

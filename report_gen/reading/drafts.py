"""Lines of formats that have no positions (text, HTML, DOCX), collected and then numbered."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from report_gen.reading.cleaning import clean_text
from report_gen.reading.models import Line, Span
from report_gen.reading.refusals import check_characters

_LEADER = re.compile(r"(?<=[\w.,)]) *([-.·_])\1{5,} *(?=\w)")
"""Dots or dashes that lead the eye across the line, as in a table of contents."""
_WIDE = re.compile(r" *\t[ \t]*| {3,}")


def tidy(text: str) -> str:
    """Cleaned text with single spaces; what was set apart by tabs or spaces keeps one tab."""
    text = clean_text(text).replace("\r", " ").replace("\n", " ")
    text = _WIDE.sub("\t", _LEADER.sub("\t", text))
    return re.sub(r" {2,}", " ", text).strip(" \t")


@dataclass(slots=True)
class Drafts:
    """Collects lines in order; refuses a document beyond the character limit as it grows."""

    name: str
    lines: list[Line] = field(default_factory=list)
    characters: int = 0

    def add(self, line: Line) -> None:
        """Append a line; its number is its place in the list."""
        self.characters += len(line.text) + 1
        check_characters(self.characters, self.name)
        self.lines.append(replace(line, number=len(self.lines) + 1))


def plain_span(
    text: str,
    *,
    bold: bool = False,
    italic: bool = False,
    href: str = "",
    size: float = 0.0,
    color: str = "",
) -> Span:
    """A span of a format without positions."""
    return Span(
        text=text, x0=0.0, x1=0.0, top=0.0, bottom=0.0,
        bold=bold, italic=italic, href=href, size=size, color=color,
    )  # fmt: skip

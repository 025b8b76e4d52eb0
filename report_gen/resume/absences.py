"""Time away that a resume accounts for: parental leave, a career break, compulsory service."""

from __future__ import annotations

import re
from dataclasses import replace

from report_gen.resume.folding import fold
from report_gen.resume.positions import Position
from report_gen.resume.rows import Row
from report_gen.resume.segments import trim
from report_gen.resume.words import ResumeWords


def is_absence(position: Position, words: ResumeWords) -> bool:
    """Does the head begin by saying so, rather than name what one worked as?

    Service of which deeds are told in bullets is kept as the position it is written as.
    """
    for row in _rows(position, "head"):
        text = _undated(row, "|")
        pieces = [
            p
            for p in re.split(r"[|\t,;:()/&[\]]|\.\s|\s(?:[–—-]|and|und|et|y|e|og|och)\s", text)
            if re.search(r"\w", p)
        ]
        if pieces:
            first = fold(pieces[0])
            if first in words.services:
                return not position.highlights
            away = [p for p in pieces if fold(p) in words.absences]
            rest = [p for p in pieces if p not in away]
            return first in words.absences or (
                bool(away) and not any(words.title_score(p) >= 1.0 for p in rest)
                and not any(words.company_score(p) >= 0.9 for p in rest)
            )  # fmt: skip
    return False


def as_absence(position: Position) -> Position:
    """The same as time alone: neither title nor employer, and what it was as its summary."""
    head = _rows(position, "head")
    named = ", ".join(filter(None, (_undated(row, " ") for row in head)))
    named = re.sub(r"\s+", " ", named)
    summary = f"{named}: {position.summary}" if position.summary else named
    rows = tuple((name, found) for name, found in position.rows if name != "summary")
    return replace(
        position, title="", organisation="", place="", summary=summary,
        rows=(*rows, ("summary", (*head, *_rows(position, "summary")))),
    )  # fmt: skip


def _rows(position: Position, name: str) -> tuple[Row, ...]:
    return next((rows for named, rows in position.rows if named == name), ())


def _undated(row: Row, sign: str) -> str:
    """The row's text with a sign where its dates stand."""
    text = row.text
    for found in sorted(row.dates, key=lambda d: -d.at):
        text = text[: found.at] + sign + text[found.to :]
    return text if sign == "|" else trim(text.replace("\t", " "))

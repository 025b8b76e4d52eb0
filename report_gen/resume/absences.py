"""Time away that a resume accounts for: parental leave, a career break, compulsory service."""

from __future__ import annotations

import re
from dataclasses import replace

from report_gen.resume.folding import fold
from report_gen.resume.positions import Position
from report_gen.resume.words import ResumeWords


def is_absence(position: Position, words: ResumeWords) -> bool:
    """Does the head begin by saying so, rather than name what one worked as?

    Service of which deeds are told in bullets is kept as the position it is written as.
    """
    if position.highlights:
        return False
    rows = next((rows for name, rows in position.rows if name == "head"), ())
    for row in rows:
        text = row.text
        for found in sorted(row.dates, key=lambda d: -d.at):
            text = text[: found.at] + "|" + text[found.to :]
        pieces = [
            p
            for p in re.split(r"[|\t,;:()/&[\]]|\s(?:[–—-]|and|und|et|y|e|og|och)\s", text)
            if re.search(r"\w", p)
        ]
        if pieces:
            return fold(pieces[0]) in words.absences
    return False


def as_absence(position: Position) -> Position:
    """The same as time alone: neither title nor employer, and what it was as its summary."""
    named = position.title or position.organisation
    summary = f"{named}: {position.summary}" if position.summary else named
    rows = tuple((name, found) for name, found in position.rows if name != "summary")
    head = next((found for name, found in rows if name == "head"), ())
    told = next((found for name, found in position.rows if name == "summary"), ())
    return replace(
        position, title="", organisation="", place="", summary=summary,
        rows=(*rows, ("summary", (*head, *told))),
    )  # fmt: skip

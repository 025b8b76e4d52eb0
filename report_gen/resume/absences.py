"""Time away that a resume accounts for: parental leave, a career break, compulsory service."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from report_gen.resume.folding import fold
from report_gen.resume.paragraphs import Item
from report_gen.resume.positions import Position
from report_gen.resume.rows import Row, merge_rows
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
            return _opens_away(pieces[0], words) or (
                bool(away) and not any(words.title_score(p) >= 1.0 for p in rest)
                and not any(words.company_score(p) >= 0.9 for p in rest)
            )  # fmt: skip
    return False


_LEADING = re.compile(
    r"(?:(?:i|we|a|an|my|some|took|on|full|short|long|planned|unpaid|[a-z]+ months?|\d+ months?) )*"
)
_GOES_ON = re.compile(
    r"(?:to|for|after|with|because|due|while|then|when|in|across|through|around|as|at) "
)
_TOLD = re.compile(r"\s*(?:[:,.|\t–—-]|\Z)\s*")


def _opens_away(text: str, words: ResumeWords) -> bool:
    """``career break to look after my father``, ``a year off``: time away, and what for."""
    if fold(text) in words.absences:
        return True
    said = re.split(r"[,.;:(–—]", text)[0]
    named = fold(said)
    named = named[_LEADING.match(named).end() :]  # type: ignore[union-attr]
    tokens = named.split()
    for n in range(min(5, len(tokens)), 0, -1):
        if " ".join(tokens[:n]) in words.absences:
            rest = " ".join(tokens[n:])
            return not rest or _GOES_ON.match(rest) is not None
    return False


def part_away(items: Sequence[Item], words: ResumeWords) -> tuple[list[Position], list[Item]]:
    """Lines of a section of work that tell of time away in a sentence behind its dates
    (``May 2022: nothing, deliberately.``) as positions without title and employer; and the rest.

    What has a paragraph of its own below it is left for the heads of entries to tell.
    """
    away: list[Position] = []
    kept: list[Item] = []
    for item, below in pairwise([*items, None]):
        told = _told_away(item, words) if item and (below is None or below.kind == "head") else None
        if told is not None:
            away.append(told)
        elif item is not None:
            kept.append(item)
    return away, kept


def _told_away(item: Item, words: ResumeWords) -> Position | None:
    if item.kind == "bullet" or len(item.text.split()) > 40:
        return None
    row = merge_rows(item.rows, words)
    found = row.dates[0] if row.dates else None
    sign = (
        _TOLD.match(row.text, found.to)
        if found is not None and not row.text[: found.at].strip("(*_ ")
        else None
    )
    if found is None or sign is None or not _opens_away(row.text[sign.end() :], words):
        return None
    said = row.text[sign.end() :].replace("\t", " ").strip()
    return Position(
        start=found.start, end="" if found.current else found.end, summary=said,
        rows=(("head", item.rows), ("summary", item.rows)), confidence=0.8,
    )  # fmt: skip


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

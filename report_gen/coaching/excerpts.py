"""A piece of a line short enough for a table, ending where a phrase ends."""

from __future__ import annotations

import re

from report_gen.coaching.language.numbers import has_change
from report_gen.matching.cuts import may_end, words_that_end

MOST_WORDS = 16
MOST_CHARACTERS = 88
_LEAST = 3
_STOP = re.compile(r"[,;:](?=\s)|\s(?=[(–—])|(?<=\))(?=\s)")
_JOINT = re.compile(
    r"\s(?=(?:and|or|but|of|for|with|in|on|at|by|from|to|as|than|over|under|through|using|after|before|while|when|where|"
    r"which|who|that|because|since|once|so|alongside|below|above|behind|beyond|including|without|between|per|against|into|via|during)\s)",
    re.I,
)


def excerpt(text: str) -> str:
    """The text, else its part that tells a change, else as much of its beginning as ends at a
    comma or bracket, else before a joint; always words of the text in their order."""
    text = text.strip(" ,;")
    if _fits(text):
        return text
    told = [p for p in re.split(r"(?:, |; |: )(?=\S)", text) if has_change(p) and _fits(p)]
    if told and len(told[0].split()) >= _LEAST + 1:
        return _closed(told[0])
    for joint in (_STOP, _JOINT):
        good = [e for e in _ends(text, joint) if _fits(e) and len(e.split()) >= _LEAST]
        if good:
            return good[-1]
    room = len(text[:MOST_CHARACTERS].rsplit(" ", 1)[0].split())
    words = text.split()
    return " ".join(words[: words_that_end(" ".join(words), min(MOST_WORDS, room), _LEAST)])


def _fits(text: str) -> bool:
    return len(text.split()) <= MOST_WORDS and len(text) <= MOST_CHARACTERS


def _closed(text: str) -> str:
    """The text up to a bracket that is not closed in it."""
    opened = text.count("(") > text.count(")")
    return text[: text.rindex("(")].rstrip(" ,;") if opened else text


OPENING_WORDS = 9
_CLAUSE = re.compile(r"; |: |\. (?=\S)| \(| – | - ")


def opening(text: str, clause: str = "") -> str:
    """The first words of a line (or of the ``clause`` of it), to be quoted in a question: cut where
    a phrase ends; "" where that would be the whole line or nothing that stands alone."""
    plain = text.strip().rstrip(".; ")
    whole = clause.strip() or plain
    ends = [m.start() for m in _CLAUSE.finditer(whole) if may_end(whole, m.start())]
    first = whole[: ends[0] if ends else len(whole)].rstrip(" ,.;")
    if len(first.split()) > OPENING_WORDS:
        first = _ended(first, _STOP, _LEAST + 1) or _ended(first, _JOINT, _LEAST)
    return "" if first == plain or len(first.split()) < _LEAST else first


def clauses(text: str) -> list[str]:
    """The clauses of a line, as written."""
    return _CLAUSE.split(text.strip().rstrip(".; "))


def _ended(text: str, joint: re.Pattern[str], least: int) -> str:
    good = [e for e in _ends(text, joint) if least <= len(e.split()) <= OPENING_WORDS]
    return max(good, key=len, default="")


def _ends(text: str, joint: re.Pattern[str]) -> list[str]:
    """The beginnings of a text that end at a joint and may stand for it."""
    return [
        text[: m.start()].rstrip(" ,;:") for m in joint.finditer(text) if may_end(text, m.start())
    ]

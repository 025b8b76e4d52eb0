"""Sentences of a paragraph, in the paragraph's own characters."""

from __future__ import annotations

import re
from functools import lru_cache

_ABBREVIATIONS = frozenset(
    {
        "approx",
        "b.a",
        "b.s",
        "b.sc",
        "b.tech",
        "bzw",
        "ca",
        "co",
        "corp",
        "d.h",
        "dept",
        "dr",
        "e.g",
        "est",
        "etc",
        "i.e",
        "inc",
        "incl",
        "jr",
        "llc",
        "ltd",
        "m.a",
        "m.s",
        "m.sc",
        "m.tech",
        "max",
        "min",
        "mr",
        "mrs",
        "ms",
        "no",
        "nr",
        "p.a",
        "ph.d",
        "prof",
        "sr",
        "st",
        "u.a",
        "u.k",
        "u.s",
        "vs",
        "yrs",
        "z.b",
    }
)
_NUMBERED = frozenset({"no", "nr"})
"""Short for "number" before a figure only: "No. We hire from everywhere." """
_END = re.compile(
    r"[.!?…]+[\"'”’)\]]*(?=\s)|\s+(?:[•▪●►]\s)|(?<=[a-z)])\.(?!(?:Net|Com|Org|Boot|Io)\b)(?=[A-Z](?:[a-z]{2,}[ ,]|[a-z]+-[a-z]))"
)
"""The last: two sentences that a copied page has glued together ("requirements.Support the ledger")."""
_LOWER_VOICE = 0.012
"""Below this share of capitals a text is written in lower case throughout."""


@lru_cache(maxsize=1024)
def split_sentences(text: str) -> tuple[str, ...]:
    """Each sentence verbatim; abbreviations and initials don't end one."""
    letters = sum(map(str.isalpha, text))
    capitals = sum(map(str.isupper, text))
    lower_voice = letters > 20 and capitals <= max(1.0, _LOWER_VOICE * letters)
    sentences: list[str] = []
    start = 0
    for match in _END.finditer(text):
        rest = text[match.end() :].lstrip()
        if not rest or not _ends(text[start : match.end()], rest, lower_voice):
            continue
        sentences.append(text[start : match.end()].strip())
        start = match.end()
    sentences.append(text[start:].strip())
    return tuple(sentence for sentence in sentences if sentence)


def _ends(sentence: str, rest: str, lower_voice: bool) -> bool:
    last = sentence.split()[-1] if sentence.split() else ""
    word = last.rstrip(".!?…\"'”’)]").lstrip("(\"'“").lower()
    if last.endswith("."):
        if word in _NUMBERED and rest[:1].isalpha():
            return True
        if word in _ABBREVIATIONS:
            return word == "etc" and rest[:1].isupper()
        if len(word) == 1 and word.isalpha() and word != "r":
            return False
    return not rest[0].islower() or lower_voice

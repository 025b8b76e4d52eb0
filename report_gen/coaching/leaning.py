"""Lines that lean on the one before: "Got it tested in Hamburg", "It now runs in four shops"."""

from __future__ import annotations

import re

_POINTS = re.compile(
    r"(?:It|They|This|That|These|Those)(?:'s|'ve)? (?:now |later |since |then |also |still |has |have |had |is |are |was |were |will |[a-z]+(?:ed|es|s) )"
)
_FOLLOWS = re.compile(
    r"(?:(?:now|still|today|later|since then|meanwhile),? (?:used|adopted|deployed|rolled out|picked up|taken over|taken up|copied|reused|extended|released|live)"
    r"(?: (?:daily|weekly))? (?:by|in|across|to|at|on|since|for|with)\b"
    r"|(?:used|adopted|picked up|taken over|taken up|copied|reused)(?: (?:later|since|now|daily))? by\b"
    r"|(?:(?:now|still|today|later),? )?(?:live|in use|in production|in daily use) (?:in|at|since|across)\b)(?! to\b)",
    re.I,
)
_DEED_ON_IT = re.compile(
    r"(?:(?:I|We|then|later|also|every \w+|each \w+),? ){0,3}[a-z-]+ (?:it|them)\b"
    r"(?!self| (?:possible|easy|easier|hard|harder|clear|to the)\b)",
    re.I,
)
"""A deed done to what the line before made: "Validated it on ...", "Every October I retrain it"."""


def points_back(text: str) -> bool:
    """Whether a line says by its first words that it goes on about the line before."""
    return any(p.match(text) for p in (_POINTS, _FOLLOWS, _DEED_ON_IT))

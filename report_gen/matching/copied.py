"""Lines taken from the posting: they name what is asked, but tell of no deed of one's own."""

from __future__ import annotations

import re
from dataclasses import replace

from report_gen.matching.asks import Ask
from report_gen.matching.lines import Line

SAME_WORDS = 0.9
"""Of a requirement's words, from here on a line repeats it."""
LEAST_WORDS = 6
"""Shorter requirements are repeated by chance."""
OWN_WORDS = 3
"""A line with more telling words of its own tells more than the posting."""


def without_copies(lines: tuple[Line, ...], asks: tuple[Ask, ...]) -> tuple[Line, ...]:
    """The lines, those that repeat a requirement word for word held to "named" (level 1);
    their words count for nothing beside it."""
    return tuple(
        replace(line, reading=replace(line.reading, level=1), stems=frozenset(), pairs=frozenset())
        if line.reading.level > 1 and any(_repeats(line, ask) for ask in asks)
        else line
        for line in lines
    )


def _repeats(line: Line, ask: Ask) -> bool:
    if not ask.stems or len(line.stems - ask.stems) > OWN_WORDS:
        return False
    if len(ask.stems & line.stems) < SAME_WORDS * len(ask.stems):
        return False
    asked, own = _words(ask.requirement.text), _words(line.reading.text)
    if len(asked) < LEAST_WORDS or len(asked & own) < SAME_WORDS * len(asked):
        return False
    return not any(word[0].isdigit() for word in own - asked)


def _words(text: str) -> set[str]:
    return set(re.findall(r"[a-z]+|\d+(?:[.,]\d+)*", text.casefold()))

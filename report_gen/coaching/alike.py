"""Whether two questions ask the same, and the stems of what a text speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

SAME = 0.6
_WORDS = re.compile(r"[a-z]{3,}")
_COMMON = frozenset(
    [
        "the",
        "and",
        "for",
        "you",
        "your",
        "what",
        "how",
        "that",
        "with",
        "are",
        "did",
        "was",
        "does",
        "this",
        "from",
        "have",
    ]
)


def alike(a: str, b: str) -> bool:
    """Whether two questions ask the same thing in nearly the same words."""
    return alike_any(a, (b,))


def alike_any(text: str, others: Iterable[str]) -> bool:
    """Whether a question asks the same as any of the others."""
    own = _content(text)
    for other in others:
        content = _content(other)
        shared = len(own & content)
        if shared and shared / (len(own) + len(content) - shared) >= SAME:
            return True
        if not (own and content) and text == other:
            return True
    return False


@lru_cache(maxsize=2048)
def _content(text: str) -> frozenset[str]:
    return frozenset(w for w in _WORDS.findall(text.lower()) if w not in _COMMON)


@lru_cache(maxsize=2048)
def stems(text: str) -> frozenset[str]:
    """The first letters of the words of a text that say something."""
    return frozenset(w[:6] for w in _content(text) if len(w) > 3)


DOING = 0.5
"""From this share of the shorter one's words on, two tasks are the same work."""


def same_work(a: str, b: str) -> bool:
    """Whether two tasks have one do the same, whatever stands around it."""
    first, second = stems(a), stems(b)
    shorter = min(len(first), len(second))
    return shorter > 2 and len(first & second) / shorter >= DOING

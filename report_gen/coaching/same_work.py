"""Whether a line names what another line is about."""

from __future__ import annotations

import re

_GENERAL = frozenset(
    [
        "team",
        "teams",
        "data",
        "model",
        "models",
        "system",
        "systems",
        "user",
        "users",
        "customer",
        "customers",
        "product",
        "products",
        "project",
        "projects",
        "service",
        "services",
        "pipeline",
        "platform",
        "new",
        "online",
        "production",
        "quality",
        "report",
        "reports",
        "process",
        "company",
        "engineers",
        "people",
        "work",
        "tool",
        "tools",
        "time",
        "three",
        "two",
        "four",
        "five",
        "six",
        "first",
        "main",
        "small",
        "large",
    ]
)


_BEFORE_A_NAME = frozenset(
    [
        "the",
        "a",
        "an",
        "our",
        "my",
        "its",
        "this",
        "that",
        "of",
        "for",
        "on",
        "to",
        "with",
        "in",
        "behind",
        "from",
        "by",
        "and",
        "into",
    ]
)


def names_topic(topic: str, text: str) -> bool:
    """Whether the text names a topic by its last words (two or three), at least one of them its
    own, without another word before that makes it another thing ("merchant risk model")."""
    core = _head(topic)[-3:]
    if (
        len(core) < 2
        or all(w in _GENERAL for w in core)
        or any(not w.replace("-", "").isalpha() for w in core)
    ):
        return False
    phrase, low = " ".join(core), text.lower()
    at = low.find(phrase)
    while at >= 0:
        before, after = low[:at].split(), low[at + len(phrase) :].removeprefix("s")
        whole = not after[:1].isalnum() and (at == 0 or low[at - 1] == " ")
        if whole and (len(before) < 2 or before[-1] in _BEFORE_A_NAME):
            return True
        at = low.find(phrase, at + 1)
    return False


def head_of(topic: str) -> str:
    """The noun a topic turns on: "model" of "30-day readmission risk model for heart failure"."""
    words = _head(topic)
    return words[-1] if words and words[-1].isalpha() else ""


def _head(topic: str) -> list[str]:
    return re.split(r" (?:of|for|on|in|with|and|from|to|by|across) ", topic.lower())[0].split()

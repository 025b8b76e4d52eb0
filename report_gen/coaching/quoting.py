"""Quote marks inside sentences of ours."""

from __future__ import annotations

import re

_MARKS = re.compile(r"[“”\"]")


def in_quotes(name: str) -> str:
    """A title or a question as it stands inside a sentence of ours: in quote marks, its own marks
    single ones (“Splitting the plan into a ‘sure’ and a ‘late’ track”)."""
    return f"“{_MARKS.sub('’', inner_marks(name))}”"


def inner_marks(name: str) -> str:
    """Words to be quoted, their own quote marks single ones."""
    return re.sub(r"(?:“|(?<!\S)\")([^“”\"]*)[”\"]", r"‘\1’", name)

"""Lines that end where no reader expects it: inside a word that fits a line, or long before the
edge. The engine does both in corners of its line breaking."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from math import inf
from typing import Any

_SLACK = 12.0
"""px: a space, and what the width of a word read off its share of a text may be wrong by."""
_BREAK = re.compile(r" (?![.!?;:/)\]([])|(?<![\"”’']) (?=[(\[])")
"""Where a line may break: the engine keeps closing marks with the word before them, and a bracket
with a quotation mark before it, over a space too."""
_LAST_ALPHABET = 0x590
"""Latin, Greek and Cyrillic come before it; what comes after may break anywhere."""


def bad_breaks(box: Any) -> Iterator[tuple[str, str]]:
    """Boxes of a page -> ("broken_word" or "short_line", words around the break)."""
    children = [getattr(child, "_box", child) for child in getattr(box, "children", ())]
    lines = [child for child in children if type(child).__name__ == "LineBox"]
    for line, following in pairwise(lines):
        yield from _between(box, line, following)
    for child in children:
        if type(child).__name__ not in ("LineBox", "MarginBox"):
            yield from bad_breaks(child)


def _between(block: Any, line: Any, following: Any) -> Iterator[tuple[str, str]]:
    before, after = list(_leaves(line)), list(_leaves(following))
    if not before or not after or not all(hasattr(b, "text") for b in (before[-1], after[0])):
        return
    left, right = before[-1].text.split(" "), _BREAK.split(after[0].text)
    if not left[-1] or not right[0] or _has_break(line):
        return
    where = f"{' '.join(left[-4:])} / {' '.join(right[:4])}"
    if max(map(ord, left[-1] + right[0])) >= _LAST_ALPHABET:
        return
    word = _broken_word(before[-1], after[0], left[-1], right[0])
    if word:
        width = float(before[-1].width) / len(before[-1].text) * len(word)
        if (len(before) > 1 or len(left) > 1) and width < 0.9 * block.width:
            yield "broken_word", where
        return
    end = max(b.position_x + b.width for b in before)
    free = block.content_box_x() + block.width - end
    if free > _first_width(after) + _SLACK:
        yield "short_line", where


def _has_break(box: Any) -> bool:
    return str(box.element_tag) == "br" or any(
        _has_break(getattr(child, "_box", child)) for child in getattr(box, "children", ())
    )


def _broken_word(box: Any, following: Any, left: str, right: str) -> str:
    """The word of which one line has the beginning and the next the rest; "" if there is none."""
    if box.element is not following.element or not (left[-1].isalnum() and right[0].isalnum()):
        return ""
    words = "".join(box.element.itertext()).split()
    if any(pair == (left, right) for pair in pairwise(words)):
        return ""
    return next((word for word in words if left + right in word), "")


def _first_width(leaves: list[Any]) -> float:
    """px up to the first place where a line may break; unknown widths count as endless."""
    total = 0.0
    for leaf in leaves:
        text = getattr(leaf, "text", None)
        if text is None or (total and text.startswith(" ")):
            return total or inf
        word = _BREAK.split(text)[0]
        if leaf.style["white_space"] != "nowrap" and word != text:
            return total + float(leaf.width) * 1.15 * len(word) / len(text)
        total += float(leaf.width)
    return total


def _leaves(box: Any) -> Iterator[Any]:
    children = getattr(box, "children", None)
    if children is None or type(box).__name__ not in ("LineBox", "InlineBox"):
        yield box
        return
    for child in children:
        yield from _leaves(getattr(child, "_box", child))

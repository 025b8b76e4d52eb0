"""How many lines a text takes: the advance widths of the report's own fonts, and greedy breaking.

The report is set without kerning and ligatures, so the sum of the advances is the width the engine
finds too; where words may break inside (hyphens, slashes), it is off by a line now and then.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from math import ceil
from typing import NamedTuple
from unicodedata import east_asian_width

from report_gen.rendering.fonts import FACES, font_dir


class Run(NamedTuple):
    """A text in one face (a name of ``FACES``) and size (pt)."""

    text: str
    face: str
    size: float


def count_lines(runs: Iterable[Run], width: float) -> int:
    """Lines of a paragraph of runs, one after the other, in a column ``width`` pt wide; 0 if none
    of them says anything."""
    lines, free = 0, 0.0
    for text, face, size in runs:
        space = _word(" ", face) * size
        for word in text.split():
            wide = _word(word, face) * size
            if lines and wide <= free:
                free -= wide + space
                continue
            rows = max(1, ceil(wide / width))
            lines += rows
            free = rows * width - wide - space
    return lines


@lru_cache(maxsize=20_000)
def _word(word: str, face: str) -> float:
    """Width of a word in em."""
    known = _advances(face)
    return sum(known.get(c) or _foreign(c) for c in word)


def _foreign(character: str) -> float:
    return 1.0 if east_asian_width(character) in "WF" else 0.6


@lru_cache(maxsize=len(FACES))
def _advances(face: str) -> dict[str, float]:
    from fontTools.ttLib import TTFont

    _, package, file, _, _ = FACES[face]
    with TTFont(font_dir(package) / file, lazy=True) as font:
        em, metrics = font["head"].unitsPerEm, font["hmtx"].metrics
        return {chr(code): metrics[name][0] / em for code, name in font.getBestCmap().items()}

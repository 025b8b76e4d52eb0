"""A posting copied as one long line ("Overview: ... Responsibilities: ... Requirements: ...") -> its
labelled texts as lines of their own."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from report_gen.job.headings import name_section
from report_gen.job.words import JobWords
from report_gen.reading.models import Line

_LONG_LINE = 150
_FEWEST = 2
_LABEL = re.compile(r"(?:^|(?<=[.!?;)])\s+)([A-Z][\w'’/&-]*(?: [\w'’/&-]+){0,4}):\s+(?=\S)")


def part_labels(lines: list[Line], words: JobWords) -> list[Line]:
    """The lines, each long one that holds labels of two sections at least parted at them."""
    return [piece for line in lines for piece in _part(line, words)]


def _part(line: Line, words: JobWords) -> list[Line]:
    if line.marker or len(line.text) < _LONG_LINE:
        return [line]
    known = [m for m in _LABEL.finditer(line.text) if name_section(m[1], words)]
    if len({name_section(m[1], words) for m in known}) < _FEWEST:
        return [line]
    starts = [m.start(1) for m in known]
    cuts = [0, *(s for s in starts if s), len(line.text)]
    texts = (line.text[a:b].strip() for a, b in pairwise(cuts))
    return [replace(line, text=text, gap=0.0 if n else line.gap) for n, text in enumerate(texts)]

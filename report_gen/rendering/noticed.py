"""What the engine warns of, in words for the person who made the report."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

# WeasyPrint's advice to install a faster library; it says nothing about the document.
_ABOUT_ITSELF = "instead of HarfBuzz-Subset"
_LOST_FONT = re.compile(r"Font-face .* cannot be loaded")
_NO_GLYPH = re.compile(r"notdef glyph.*\((U\+[0-9A-F]+)\)")


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        line = record.getMessage()
        if _ABOUT_ITSELF in line:
            return
        box = _NO_GLYPH.search(line)
        if box is not None:
            line = f"No font here can show the character {box[1]}: the report prints a box for it."
        if line not in self.lines:
            self.lines.append(line)


@contextmanager
def engine_warnings() -> Iterator[list[str]]:
    """What WeasyPrint warns of inside the block: each once, missing glyphs in plain words."""
    logger = logging.getLogger("weasyprint")
    collector = _Collector()
    level, propagate = logger.level, logger.propagate
    logger.addHandler(collector)
    logger.setLevel(logging.WARNING)
    logger.propagate = False
    try:
        yield collector.lines
    finally:
        logger.removeHandler(collector)
        logger.setLevel(level)
        logger.propagate = propagate


def names_lost_font(warnings: Iterable[str]) -> bool:
    """Whether a font of ours was there and could not be loaded."""
    return any(_LOST_FONT.match(warning) for warning in warnings)

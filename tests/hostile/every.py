"""All hostile files in one list."""

from __future__ import annotations

from collections.abc import Iterator

from tests.hostile.model import Hostile
from tests.hostile.pdf_files import pdf_files
from tests.hostile.text_files import text_files
from tests.hostile.word_files import word_files


def hostile_files(canary: str, address: str) -> Iterator[Hostile]:
    """Every kind. ``canary`` is a file and ``address`` a listener that must never be reached."""
    yield from pdf_files()
    yield from word_files(canary, address)
    yield from text_files(canary, address)

"""Lists that no one would read to their end, and that the layout would take minutes for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from report_gen import limits
from report_gen.report.models import Chapter, Report


def cut_long_lists(report: Report) -> Report:
    """No list in any chapter has more items than the limit; ``Chapter.cut`` says how many went."""
    most = limits.active().list_items
    return replace(report, chapters=tuple(_cut(chapter, most) for chapter in report.chapters))


def _cut(chapter: Chapter, most: int) -> Chapter:
    gone = 0

    def shorten(value: Any) -> Any:
        nonlocal gone
        if isinstance(value, Mapping):
            return {key: shorten(item) for key, item in value.items()}
        if isinstance(value, list | tuple):
            gone += max(0, len(value) - most)
            return [shorten(item) for item in value[:most]]
        return value

    if not _is_long(chapter.data, most):
        return chapter
    return replace(chapter, data=shorten(chapter.data), cut=gone)


def _is_long(value: Any, most: int) -> bool:
    if isinstance(value, Mapping):
        return any(_is_long(item, most) for item in value.values())
    if isinstance(value, list | tuple):
        return len(value) > most or any(_is_long(item, most) for item in value)
    return False

"""What the report says: parts and chapters of plain values, no looks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """One chapter. ``template`` names a file in ``templates/chapters``; ``data`` holds plain
    values (text, numbers, lists, mappings) that the template prints and charts draw."""

    id: str
    part: str
    title: str
    template: str
    data: Mapping[str, Any] = field(default_factory=dict)
    cut: int = 0
    """Items of over-long lists that were left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """``edition``: full, standard or brief. ``date``: ISO date printed on the cover."""

    title: str
    candidate: str
    role: str
    company: str
    date: str
    edition: str
    chapters: tuple[Chapter, ...]
    language: str = "en"

"""Deeds of the same kind as what a gap asks (kindred.yaml)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from pydantic import Field

from report_gen.taxonomy.entries import PackModel, Pattern


class Kindred(PackModel):
    """A kind of deed. ``asks``, ``skills``: by which words of its name, or which skills, a gap asks for
    it; ``deed``: the words by which a line tells one, ``unless``: words that make it none; ``shares``:
    the line must share a telling word with what is asked; ``papers``: papers and talks count as lines;
    ``joints``: what is said behind the line. ``asked``, ``tells``, ``but_not``: names of gaps that ask
    for it, lines that tell it, lines that only sound like it."""

    id: str
    asks: Pattern
    skills: tuple[str, ...] = ()
    deed: Pattern
    unless: Pattern = ""
    shares: bool = False
    papers: bool = False
    joints: tuple[str, ...] = Field(min_length=2)
    asked: tuple[str, ...] = Field(min_length=1)
    tells: tuple[str, ...] = Field(min_length=1)
    but_not: tuple[str, ...] = Field(min_length=1)

    @cached_property
    def _patterns(self) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str] | None]:
        unless = re.compile(self.unless, re.I) if self.unless else None
        return re.compile(self.asks, re.I), re.compile(self.deed, re.I), unless

    def is_asked(self, name: str, skills: Iterable[str]) -> bool:
        """Whether a gap of this name, in these skills, asks for such a deed."""
        return bool(self._patterns[0].search(name)) or not set(self.skills).isdisjoint(skills)

    def is_told(self, text: str) -> bool:
        """Whether a text tells such a deed."""
        _, deed, unless = self._patterns
        return deed.search(text) is not None and not (unless and unless.search(text))

"""Concepts behind words: small patterns over stemmed tokens, kept in the packs.

cut|reduce|lower .. latency|p99      a word of each group, in order; ``..`` is up to six words
mentor #? engineer|developer         ``?`` may be missing; ``#`` is any number, also "three"
hand|roll it? out                    words are compared by stem: "handed", "rolling" match
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from report_gen.taxonomy.tokens import Token, stem, tokenize

GAP = 6
_NUMBERS = frozenset(
    {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}
    | {"eleven", "twelve", "several", "dozen"}
)


class PatternError(ValueError):
    """The pattern can't be used; the message says what to change."""


@dataclass(frozen=True, slots=True)
class _Element:
    stems: frozenset[str]
    optional: bool = False
    number: bool = False
    gap: bool = False

    def accepts(self, token: Token) -> bool:
        if self.number:
            return token.plain[:1].isdigit() or token.plain in _NUMBERS
        return token.stem in self.stems


@dataclass(frozen=True, slots=True)
class Pattern:
    elements: tuple[_Element, ...]

    @property
    def first(self) -> frozenset[str]:
        """Stems one of which must stand at the start: the index under which it is filed."""
        return self.elements[0].stems

    def match(self, tokens: Sequence[Token], at: int) -> int | None:
        """The end (exclusive) of the shortest match that starts at token ``at``."""
        return next(self._ends(tokens, at, 0), None)

    def _ends(self, tokens: Sequence[Token], at: int, k: int) -> Iterator[int]:
        if k == len(self.elements):
            yield at
            return
        element = self.elements[k]
        if element.gap:
            for skip in range(GAP + 1):
                yield from self._ends(tokens, at + skip, k + 1)
            return
        if at < len(tokens) and element.accepts(tokens[at]):
            yield from self._ends(tokens, at + 1, k + 1)
        if element.optional:
            yield from self._ends(tokens, at, k + 1)


def parse_pattern(text: str) -> Pattern:
    """Raises PatternError where the notation is wrong."""
    elements: list[_Element] = []
    for word in text.split():
        if word == "..":
            elements.append(_Element(frozenset(), gap=True))
            continue
        optional = word.endswith("?")
        body = word.removesuffix("?")
        if body == "#":
            elements.append(_Element(frozenset(), optional, number=True))
            continue
        stems: set[str] = set()
        for choice in body.split("|"):
            tokens = tokenize(choice)
            if len(tokens) != 1:
                raise PatternError(f'"{choice}" in "{text}" must be one word')
            stems.add(stem(tokens[0].plain))
        elements.append(_Element(frozenset(stems), optional))
    if len(elements) < 2:
        raise PatternError(f'"{text}" has fewer than two words; write an alias instead')
    if elements[0].gap or elements[0].optional or elements[0].number:
        raise PatternError(f'"{text}" must start with a word')
    if elements[-1].gap:
        raise PatternError(f'"{text}" must not end with ..')
    return Pattern(tuple(elements))

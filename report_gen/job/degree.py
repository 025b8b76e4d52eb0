"""The degree a posting asks: the lowest that will do, whether it must be, whether work counts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from report_gen.job.models import Degree
from report_gen.job.words import Matcher, fold, whole_words
from report_gen.taxonomy.vocabulary_job import DegreeWords

Level = Literal["bachelor", "master", "phd"]
_RANK: dict[Level, int] = {"bachelor": 1, "master": 2, "phd": 3}


_WISHED = re.compile(r"\([^)]*\b(?:advantag\w*|prefer\w*|a plus|desirable|ideal\w*|nice)\b[^)]*\)")


_YEARS_OR = re.compile(
    r"^(?P<years>[^;]*?\b(?:years?|yrs?|yoe)\b[^;]*?)(?:,|;)? or (?=[^;]*?\b(?:years?|yrs?|yoe)\b)"
)
"""Two ways in, each with its own count of years."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rules:
    levels: tuple[tuple[Level, Matcher], ...]
    traps: Matcher
    equivalent: Matcher
    none: Matcher
    generic: Matcher


def read_degree(required: Iterable[str], preferred: Iterable[str], words: DegreeWords) -> Degree:
    """The lowest degree named in required lines, else in preferred ones, else none."""
    rules = _rules(words)
    for lines, must in ((list(required), True), (list(preferred), False)):
        named = [(line, degrees) for line in lines if (degrees := _find(line, rules))]
        if not named:
            continue
        level = min((level for _, degrees in named for level in degrees), key=_RANK.__getitem__)
        soft = any(
            (level in _find(line, rules) or line.lower().startswith("or "))
            and rules.equivalent.search(fold(line))
            for line in lines
        )
        return Degree(level=level, required=must, or_equivalent=soft)
    return Degree()


def find_degrees(text: str, words: DegreeWords) -> list[Level]:
    """The degrees a text names, lowest first; "scrum master" and "degree of ownership" don't."""
    return _find(text, _rules(words))


def _find(text: str, rules: _Rules) -> list[Level]:
    folded = rules.traps.sub(" ", fold(text))
    if rules.generic.search(_WISHED.sub(" ", folded)):
        folded = _WISHED.sub(" ", folded)  # "a degree (Master's preferred)" asks a degree
    if rules.none.search(folded):
        return []
    ways = _YEARS_OR.match(folded)
    if ways and not any(m.search(ways["years"]) for _, m in rules.levels):
        return []  # "5 years, or 3 with a PhD" is open to those who have no degree
    found: list[Level] = []
    for level, matcher in rules.levels:
        if matcher.search(folded):
            found.append(level)
            folded = re.sub(r"(?<=\x00) degrees?", " ", matcher.sub("\x00", folded))
    if not found and rules.generic.search(folded):
        return ["bachelor"]
    return sorted(found, key=_RANK.__getitem__)


@lru_cache(maxsize=8)
def _rules(words: DegreeWords) -> _Rules:
    return _Rules(
        levels=(
            ("phd", whole_words(words.phd)),
            ("master", whole_words(words.master)),
            ("bachelor", whole_words(words.bachelor)),
        ),
        traps=whole_words(words.traps),
        equivalent=whole_words(words.equivalent),
        none=whole_words(words.none),
        generic=whole_words(words.generic),
    )

"""The degree a posting asks: the lowest that will do, whether it must be, whether work counts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, get_args

from report_gen.job.models import Degree
from report_gen.job.words import Matcher, fold, whole_words
from report_gen.taxonomy.vocabulary_job import DegreeWords

Level = Literal["school", "vocational", "associate", "bachelor", "postgraduate", "master", "phd"]
LEVELS: tuple[Level, ...] = get_args(Level)
"""Lowest first."""
_TOLD: dict[Level, Literal["bachelor", "master", "phd"]] = {
    "bachelor": "bachelor", "postgraduate": "master", "master": "master", "phd": "phd",
}  # fmt: skip
"""What the facts of a job call a level; those below a first degree are none."""
_NAMED_FIRST: tuple[Level, ...] = (
    "phd", "postgraduate", "master", "school", "associate", "bachelor", "vocational",
)  # fmt: skip
"""A longer name before the one it holds ("postgraduate diploma", "high school diploma")."""

_WISHED = re.compile(r"\([^)]*\b(?:advantag\w*|prefer\w*|a plus|desirable|ideal\w*|nice)\b[^)]*\)")


_YEARS_OR = re.compile(
    r"^(?P<years>[^;]*?\b(?:years?|yrs?|yoe)\b[^;]*?)(?:,|;)? or (?=[^;]*?\b(?:years?|yrs?|yoe)\b)"
)
"""Two ways in, each with its own count of years."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Rules:
    levels: tuple[tuple[Level, Matcher], ...]
    named: Matcher
    """A degree of any level."""
    beside: Matcher
    traps: Matcher
    equivalent: Matcher
    none: Matcher
    generic: Matcher


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A degree that a text names: its level, and where in the text (folded) its name begins."""

    level: Level
    start: int


def read_degree(required: Iterable[str], preferred: Iterable[str], words: DegreeWords) -> Degree:
    """The lowest degree named in required lines, else in preferred ones, else none."""
    rules = _rules(words)
    for lines, must in ((list(required), True), (list(preferred), False)):
        told = {line: _told(_levels(line, rules)) for line in lines}
        level = min((one for found in told.values() for one in found), key=_rank, default=None)
        if level is None:
            continue
        soft = any(
            (level in told[line] or line.lower().startswith("or "))
            and rules.equivalent.search(fold(line))
            for line in lines
        )
        return Degree(level=level, required=must, or_equivalent=soft)
    return Degree()


def _told(levels: list[Level]) -> list[Literal["bachelor", "master", "phd"]]:
    """The degrees a line asks; none where leaving school is enough."""
    return [] if "school" in levels else [_TOLD[level] for level in levels if level in _TOLD]


def find_degrees(text: str, words: DegreeWords) -> list[Level]:
    """The degrees a text names, lowest first; "scrum master" and "degree of ownership" don't."""
    return _levels(text, _rules(words))


def name_degrees(text: str, words: DegreeWords) -> tuple[Named, ...]:
    """The same with their places in the folded text, in its order."""
    return _find(text, _rules(words))


def takes_equivalent(text: str, words: DegreeWords) -> bool:
    """Whether something else than a degree will do ("or equivalent experience")."""
    return _rules(words).equivalent.search(fold(text)) is not None


def _rank(level: Level) -> int:
    return LEVELS.index(level)


def _levels(text: str, rules: _Rules) -> list[Level]:
    return sorted({named.level for named in _find(text, rules)}, key=_rank)


@lru_cache(maxsize=4096)
def _find(text: str, rules: _Rules) -> tuple[Named, ...]:
    folded = rules.traps.sub(_blank, fold(text))
    if rules.generic.search(_WISHED.sub(_blank, folded)):
        folded = _WISHED.sub(_blank, folded)  # "a degree (Master's preferred)" asks a degree
    if rules.none.search(folded):
        return ()
    ways = _YEARS_OR.match(folded)
    if ways and not any(m.search(ways["years"]) for _, m in rules.levels):
        return ()  # "5 years, or 3 with a PhD" is open to those who have no degree
    found: list[Named] = []
    for level, matcher in rules.levels if rules.named.search(folded) else ():
        found += [Named(level=level, start=m.start()) for m in matcher.finditer(folded)]
        folded = re.sub(r"(?<=\x00) degrees?", _blank, matcher.sub(_mark, folded))
    generic = rules.generic.search(folded)
    if generic and not any(_rank(named.level) >= _rank("bachelor") for named in found):
        found.append(Named(level="bachelor", start=generic.start()))
    beside = rules.beside.search(folded)
    if found and beside:
        found.append(Named(level="vocational", start=beside.start()))
    return tuple(sorted(found, key=lambda named: named.start))


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())


def _mark(found: re.Match[str]) -> str:
    """Signs in place of a name, as long as it was."""
    return "\x00" * len(found.group())


@lru_cache(maxsize=8)
def _rules(words: DegreeWords) -> _Rules:
    return _Rules(
        levels=tuple((level, whole_words(getattr(words, level))) for level in _NAMED_FIRST),
        named=whole_words(p for level in _NAMED_FIRST for p in getattr(words, level)),
        beside=whole_words(words.beside),
        traps=whole_words(words.traps),
        equivalent=whole_words(words.equivalent),
        none=whole_words(words.none),
        generic=whole_words(words.generic),
    )

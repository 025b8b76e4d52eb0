"""Questions about a line as people write them (digging.yaml): by its own words, by the kind of
deed, by what it leaves out."""

from __future__ import annotations

import re
from functools import cached_property

from pydantic import Field, ValidationInfo, field_validator

from report_gen.taxonomy.entries import PackModel, Pattern

_NAMES = re.compile(r"\{(\w+)\}")
_DERIVED = re.compile(r"^(?:the|low)_")


class Pointed(PackModel):
    """Questions made of a line's own words: the groups of ``pattern`` are the names in them
    ({who}; {the_who} with an article; {low_what} without a sentence's capital). ``asks``: what is
    asked for; ``kinds``: kinds of deed it is for ('' where none is told), all if empty."""

    asks: str
    pattern: Pattern
    questions: tuple[str, ...] = Field(min_length=1)
    kinds: tuple[str, ...] = ()
    unless: Pattern = ""

    @field_validator("questions")
    @classmethod
    def _names_are_groups(cls, questions: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        if info.context:
            return questions
        pattern = info.data.get("pattern", "")
        groups = set(re.compile(pattern, re.I).groupindex) if pattern else set()
        for question in questions:
            unknown = {n for n in _NAMES.findall(question) if _DERIVED.sub("", n) not in groups}
            if unknown:
                raise ValueError(f"{{{min(unknown)}}} is no group of the pattern. Name one there.")
        return questions

    @cached_property
    def found_by(self) -> re.Pattern[str]:
        """The pattern, any case."""
        return re.compile(self.pattern, re.I)

    @cached_property
    def hindered_by(self) -> re.Pattern[str] | None:
        """What in the line answers the question already; None for nothing."""
        return re.compile(self.unless, re.I) if self.unless else None


class KindQuestion(PackModel):
    """A question of one kind of deed. ``live``: only where others used what was made; ``when``:
    only where the line holds these words. The one name it may hold is {it}."""

    asks: str
    question: str
    live: bool = False
    when: Pattern = ""

    @field_validator("question")
    @classmethod
    def _only_it(cls, question: str) -> str:
        if set(_NAMES.findall(question)) - {"it"}:
            raise ValueError("may only name {it}.")
        return question

    @cached_property
    def found_by(self) -> re.Pattern[str] | None:
        """What the line must hold, any case; None for nothing."""
        return re.compile(self.when, re.I) if self.when else None


class DeedKind(PackModel):
    """A kind of deed: told by how a line ``opens``, by its ``verbs`` (base form) or by the last
    word of what was made (``nouns``)."""

    opens: Pattern = ""
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    tail: str = ""
    """The blank (``language.yaml``) that asks for what came of it, at the end of a line."""
    questions: tuple[KindQuestion, ...] = Field(min_length=3)

    @cached_property
    def opening(self) -> re.Pattern[str] | None:
        """How its lines begin; None where that tells nothing."""
        return re.compile(self.opens, re.I) if self.opens else None

    @cached_property
    def noun(self) -> re.Pattern[str] | None:
        """One of its nouns as a whole word."""
        words = "|".join(re.escape(n) for n in sorted(self.nouns, key=len, reverse=True))
        return re.compile(rf"\b(?:{words})\b", re.I) if words else None

    @cached_property
    def named(self) -> re.Pattern[str] | None:
        """One of its nouns where it is the thing itself, and no part of another's name."""
        end = r"(?=[,.;:)]|['’]s\b| (?:for|of|in|on|with|to|from|by|and|was|is)\b|$)"
        return re.compile(self.noun.pattern + end, re.I) if self.noun else None


class Digging(PackModel):
    """digging.yaml."""

    pointed: tuple[Pointed, ...] = ()
    kinds: dict[str, DeedKind] = Field(default_factory=dict)
    weak: tuple[str, ...] = ()
    silent: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    any: tuple[KindQuestion, ...] = ()
    award: tuple[str, ...] = ()
    no_deed: tuple[str, ...] = ()

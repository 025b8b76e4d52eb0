"""Ways to work a posting asks for ("own things", "work well with others"): few resumes claim
them, the deeds tell of them. A recruiter takes one such deed as part of an answer, several as met.
"""

from __future__ import annotations

from collections.abc import Iterable

from report_gen.matching.asks import Ask
from report_gen.matching.lexicon import Lexicon
from report_gen.matching.lines import Line
from report_gen.taxonomy.vocabulary_evidence import Trait

SOME, MANY = 0.5, 0.72
PARTIAL_FROM, MET_FROM = 1.0, 3.0
INDIRECT = 0.6
"""A deed of one's own that others rely on, for a trait that any deed shows a little of."""


def asked_traits(ask: Ask, lex: Lexicon) -> tuple[Trait, ...]:
    """The traits an ask is about; none where it names anything else to be shown."""
    traits = lex.taxonomy.evidence_words.traits
    found = []
    for term in ask.terms:
        trait = next((t for t in traits if term in t.terms), None)
        if trait is None and not lex.manner(term):
            return ()
        if trait is not None and trait not in found:
            found.append(trait)
    return tuple(found)


def shows(line: Line, trait: Trait) -> float:
    """How far a line shows a trait: 1 by what it is about, less by being an own deed at all."""
    if line.reading.level < 2:
        return 0.0
    if not line.terms.isdisjoint({*trait.terms, *trait.signs}):
        return 1.0
    if trait.deeds and line.reading.own and line.reading.level >= 3:
        return INDIRECT
    return 0.0


def trait_score(traits: tuple[Trait, ...], lines: Iterable[Line]) -> float:
    """0..1 over all traits asked for: each by the lines that show it, never lowered by a line."""
    rows = tuple(lines)
    return sum(_of_one(t, rows) for t in traits) / len(traits) if traits else 0.0


def _of_one(trait: Trait, lines: tuple[Line, ...]) -> float:
    total = sum(shows(line, trait) for line in lines)
    return MANY if total >= MET_FROM else SOME if total >= PARTIAL_FROM else 0.0

"""What of a line of the posting the resume shows after all, by work of the same kind: no gap."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from report_gen.matching.asks import Ask
from report_gen.matching.lexicon import Lexicon
from report_gen.matching.models import LineReading, RequirementMatch
from report_gen.matching.unsaid import has_one_name
from report_gen.matching.words import stems

_DEED, _OWNED = 2, 3
_OTHER_WAY = re.compile(
    r",?\s+or\s+(?:(?:equivalent|hands-on|practical|prior|some)\s+)?"
    r"(?:experience|expertise|knowledge|familiarity|background)\s+(?:with|in|of)\b",
    re.I,
)
"""Opens the second half of "experience with this, or experience with that"."""


def without_shown(
    ask: Ask, verdict: RequirementMatch, lines: Sequence[LineReading], lex: Lexicon
) -> RequirementMatch | None:
    """The verdict without parts that are no gap: of a line that is met as a whole what deeds show a
    member of, and the other half of a line whose one half is shown; None where
    nothing is left of it."""
    lacking = {*verdict.missing_skills, *verdict.weak}
    if not lacking:
        return verdict
    half = _other_half(ask, verdict, lacking)
    closed = set(half)
    owned = [line for line in lines if line.level >= _OWNED]
    closed |= {t for t in lacking if _is_owned(t, ask, owned, lex)}
    if verdict.status == "met":
        deeds = frozenset(s for line in lines if line.level >= _DEED for s in line.skills)
        closed |= {t for t in lacking if _of_a_kind(t, ask, deeds, lex)}
    if not closed:
        return verdict
    if closed == lacking == half and verdict.status == "partial" and not ask.years:
        return None
    return replace(
        verdict,
        missing_skills=tuple(t for t in verdict.missing_skills if t not in closed),
        weak=tuple(t for t in verdict.weak if t not in closed),
        unshown=tuple(t for t in verdict.unshown if t not in closed),
    )


def _of_a_kind(term: str, ask: Ask, deeds: frozenset[str], lex: Lexicon) -> bool:
    """Whether deeds show a member of what a term names. A product is shown by its name alone."""
    if has_one_name(term, dict(ask.said), ask.requirement.text, lex):
        return False
    return any(lex.kin(term).get(own) == "child" for own in deeds)


def _is_owned(term: str, ask: Ask, owned: Sequence[LineReading], lex: Lexicon) -> bool:
    """Whether a term is the name of a whole competency, and several things owned are of it: who runs
    services, queues and replicas has designed systems, in whatever words."""
    dimension = lex.taxonomy.dimensions.get(lex.dimension(term))
    if dimension is None or has_one_name(term, dict(ask.said), ask.requirement.text, lex):
        return False
    whole = dimension.name.partition("(")[0]
    if not set(stems(lex.name(term))) <= set(stems(whole)):
        return False
    return sum(dimension.id in line.dimensions for line in owned) >= MANY


MANY = 3


def _other_half(ask: Ask, verdict: RequirementMatch, lacking: set[str]) -> set[str]:
    """What is lacking in one half of a choice whose other half some deed shows."""
    text, said = ask.requirement.text, dict(ask.said)
    cut = _OTHER_WAY.search(text)
    if cut is None:
        return set()
    shown = {s for e in verdict.evidence if e.strength >= _DEED for s in e.skills} - lacking
    before = {t: text.find(said[t]) < cut.start() for t in {*shown, *lacking} if said.get(t)}
    halves = {before[t] for t in shown if t in before}
    if len(halves) != 1:
        return set()
    own = halves.pop()
    return {t for t in lacking if t in before and before[t] is not own}

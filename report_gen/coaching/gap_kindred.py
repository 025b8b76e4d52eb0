"""The deed of the same kind that a gap's script builds on where no line is about the gap itself:
a package that others use for design documents, a committee won over for influence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from report_gen.coaching.case import Case
from report_gen.coaching.gap_kinds import (
    is_career,
    is_degree,
    is_paper,
    is_public,
    is_tongue,
    is_years,
    main_skills,
)
from report_gen.coaching.gap_words import spoken_topic
from report_gen.coaching.models import Draft, Part, Quote
from report_gen.coaching.nearness import APPLIED, Nearness
from report_gen.coaching.own_questions import rank_lines
from report_gen.coaching.speech import say_line
from report_gen.coaching.ties import HARDLY, SHARED, content
from report_gen.matching.models import LineReading
from report_gen.scoring.models import Gap
from report_gen.taxonomy.kindred_entries import Kindred

_OFTEN = 1.0
"""What a line told on another page is worn by: it leads one page only."""
_LIKE = 3.0
"""Among deeds of one kind: the one whose words keep the company of what is asked ..."""
_ORDER = 0.04
"""... before the one that says more for itself ..."""
_WORN = 1.5
"""... and the one not told yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kin:
    """A line, the kind of deed it shares with a gap, and the words that tell it."""

    line: LineReading
    kind: Kindred
    told: tuple[Part, ...]


def kin_of(gap: Gap, case: Case, told: Mapping[str, float]) -> Kin | None:
    """The own deed that is of the same kind as what the gap asks, the best of the first kind that
    finds one; None where there is none, and for what no deed of another field answers: a degree, years,
    a language, a paper."""
    if gap.usual or is_career(gap) or is_years(gap) or is_degree(gap) or is_paper(gap):
        return None
    if is_public(gap) or is_tongue(gap, case):
        return None
    for kind in _kinds(gap, case):
        line = _best(kind, gap, case, told)
        if line is not None:
            return Kin(line=line, kind=kind, told=_told(line, kind, case))
    return None


def _kinds(gap: Gap, case: Case) -> list[Kindred]:
    """The kinds of deed a gap asks for: those its topic is about first, then what else its name says."""
    skills = [s.id for s in main_skills(gap, case)[:2]]
    topic = spoken_topic(gap, case)
    asked = [k for k in case.taxonomy.kindred.values() if k.is_asked(gap.name, skills)]
    about = [k for k in case.taxonomy.kindred.values() if k.is_asked(topic, skills)]
    return [*about, *(k for k in asked if k not in about)]


def _best(kind: Kindred, gap: Gap, case: Case, told: Mapping[str, float]) -> LineReading | None:
    """The line that tells a deed of the kind: not worn, in the company of what is asked, strong."""
    order = {line.ref: n for n, line in enumerate(rank_lines(case))}
    near = case.once(Nearness)
    found = []
    for line in _lines(kind, case):
        worn, like = told.get(line.ref, 0), near.likeness(gap, line)
        if worn >= _OFTEN or not kind.is_told(line.text):
            continue
        if kind.shares and not _shares(gap, line, like, case):
            continue
        rank = order.get(line.ref, len(order))
        found.append((_WORN * worn + _ORDER * rank - _LIKE * like, line))
    return min(found, key=lambda f: f[0])[1] if found else None


def _lines(kind: Kindred, case: Case) -> tuple[LineReading, ...]:
    """Deeds, and where they count papers and talks."""
    deeds = tuple(line for line in case.deeds if line.level >= APPLIED)
    if not kind.papers:
        return deeds
    papers = (line for line in case.matches.lines if line.ref.startswith("publications"))
    return (*papers, *deeds)


def _shares(gap: Gap, line: LineReading, like: float, case: Case) -> bool:
    """Whether a line speaks of what is asked: a telling word of the gap's name, or two of the posting's
    line, in its company."""
    own = content(line.text, case.taxonomy)
    named = own & content(gap.name, case.taxonomy)
    lines = (case.requirements[r].text for r in gap.requirements[:1] if r in case.requirements)
    told = own & {s for text in lines for s in content(text, case.taxonomy)}
    return like >= HARDLY and (bool(named) or len(told) >= SHARED)


def _told(line: LineReading, kind: Kindred, case: Case) -> tuple[Part, ...]:
    """The line as it is said, or as it is written where what is said of it leaves the deed out."""
    if line.ref.startswith("publications"):
        return (Quote(quote=line.text.strip(), ref=line.ref),)
    said = tuple(say_line(line, case))
    if kind.is_told(Draft(parts=said).plain):
        return said
    return (Quote(quote=line.text.strip(), ref=line.ref, marked=True),)

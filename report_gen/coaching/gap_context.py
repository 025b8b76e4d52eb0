"""Which gaps get a script, what of the resume comes nearest, and why each one matters here."""

from __future__ import annotations

from collections.abc import Mapping

from report_gen.coaching.case import Case, shorten, soft_lower
from report_gen.coaching.gap_bridge import public_lines, strongest_lines, taught_lines
from report_gen.coaching.gap_kinds import (
    is_career,
    is_degree,
    is_paper,
    is_permit,
    is_public,
    is_tongue,
    is_years,
    main_skills,
)
from report_gen.coaching.gap_shown import is_shown
from report_gen.coaching.gap_words import has_subject
from report_gen.coaching.nearness import APPLIED, Nearness
from report_gen.coaching.round_list import comes_up, rounds_of
from report_gen.coaching.steps import guide_of
from report_gen.coaching.ties import ALIKE, WHOLLY
from report_gen.matching.lexicon import lexicon
from report_gen.matching.models import LineReading
from report_gen.scoring.models import Gap

LEAST, MOST = 5, 8
WORTH = 0.17


def chosen_gaps(case: Case) -> tuple[Gap, ...]:
    """By priority; none a script of another already serves, none without a subject to speak of,
    small ones only to reach five."""
    kept: list[Gap] = []
    for gap in case.gaps:
        if len(kept) >= MOST or (len(kept) >= LEAST and gap.priority < WORTH):
            break
        if (gap.kind == "stale" and is_degree(gap)) or is_permit(gap):
            continue
        if not has_subject(gap, case):
            continue
        if is_shown(gap, case):
            continue
        if is_public(gap) and any(is_public(k) for k in kept):
            continue
        if any(same_ground(gap, k, case) for k in kept):
            continue
        kept.append(gap)
    return tuple(kept)


def same_ground(gap: Gap, other: Gap, case: Case) -> bool:
    """Whether one script serves two gaps: the same skills, or skills of one category asked for
    in one line of the posting."""
    named = {s.id for s in main_skills(other, case)[:2]}
    if gap.skills and (set(gap.skills) == set(other.skills) or set(gap.skills) <= named):
        return True
    first = {s.parent for s in main_skills(gap, case)[:2]}
    second = {s.parent for s in main_skills(other, case)[:2]}
    return bool(set(gap.requirements) & set(other.requirements)) and bool(first & second)


def nearest_lines(
    gap: Gap, case: Case, told: Mapping[str, float], most: int = 2
) -> tuple[LineReading, ...]:
    """The closest own evidence that tells of something done (see ``nearness``); a line told for
    another gap counts less. A line that only touches the gap is no bridge."""
    if is_career(gap) or is_years(gap) or is_degree(gap) or is_paper(gap):
        found = _most_alike(gap, strongest_lines(case, 6), case)[:3]
        if is_career(gap):
            return found[:most]
        return tuple(sorted(found, key=lambda line: told.get(line.ref, 0)))[:most]
    if is_tongue(gap, case):
        return ()
    deeds = {line.ref for line in case.deeds}
    if is_public(gap):
        return public_lines(case, gap, most) or taught_lines(case, most)
    if gap.usual:
        return _of_competency(gap, case, told, most)
    near = [n for n in case.once(Nearness).of(gap) if n.line.ref in deeds]
    worn = {n.line.ref: told.get(n.line.ref, 0) for n in near}
    close = (
        [n for n in near if n.fits and worn[n.line.ref] < (TWICE if n.sure else HALF)]
        or [n for n in near if n.about and n.like >= ALIKE and worn[n.line.ref] < TWICE]
        or [n for n in near if n.fits and worn[n.line.ref] < (TWICE if n.like >= WHOLLY else 1)]
    )
    if not close and _wants_a_case(gap, case):
        close = [n for n in near if _PEOPLE in n.line.dimensions]
    if not close and _wants_a_case(gap, case):
        return tuple(sorted(strongest_lines(case, 3), key=lambda li: told.get(li.ref, 0))[:most])
    order = {line.ref: n for n, line in enumerate(case.deeds)}
    close.sort(key=lambda n: (-(n.worth - WORN * worn[n.line.ref]), order[n.line.ref]))
    return tuple(n.line for n in close[:most])


WORN = 2.5
"""What each earlier use takes off a line's worth: other gaps have other lines, where there are any. A
line that only shows what else is asked serves once."""


HALF, TWICE = 0.5, 2
"""How often a line is told: as the first of a gap once, as its second half."""


def _of_competency(
    gap: Gap, case: Case, told: Mapping[str, float], most: int
) -> tuple[LineReading, ...]:
    """For what the role always tests: deeds that set its competency, or name a skill of it."""
    if gap.dimension == _PEOPLE:
        return tuple(sorted(strongest_lines(case, 3), key=lambda li: told.get(li.ref, 0))[:most])
    known = case.taxonomy.skills
    found = [
        line
        for line in case.deeds
        if gap.dimension in line.dimensions
        and line.level >= APPLIED
        and (
            line.ref in gap.nearest
            or any(s in known and known[s].dimension == gap.dimension for s in line.skills)
        )
    ]
    found.sort(key=lambda line: WORN * told.get(line.ref, 0) - line.level)
    return tuple(found[:most])


def _most_alike(gap: Gap, lines: tuple[LineReading, ...], case: Case) -> tuple[LineReading, ...]:
    """Strong lines in the order in which their words keep the company of the gap's: a field in
    common is no nearness of work."""
    lex = lexicon(case.taxonomy)
    wanted = lex.about(gap.name)
    return tuple(sorted(lines, key=lambda line: -lex.about(line.text).likeness(wanted)))


_PEOPLE = "behavioral_leadership"


def is_soft(gap: Gap, case: Case) -> bool:
    """Whether the gap is about a way to work and nothing one can be tested on."""
    skills = main_skills(gap, case)
    return bool(skills) and all(s.kind == "common" for s in skills)


def _wants_a_case(gap: Gap, case: Case) -> bool:
    """Whether any strong piece of work is a case for it: a trait shows in all one does, mentoring does
    not."""
    skills = main_skills(gap, case)
    return is_soft(gap, case) and all(s.parent == "soft_skill" for s in skills)


def rounds_for(gap: Gap, case: Case) -> tuple[str, ...]:
    """Ids of the rounds this gap comes up in: first those that test its dimension first."""
    return case.once_of(gap, _rounds_for)


def _rounds_for(gap: Gap, case: Case) -> tuple[str, ...]:
    testing = [r for r in rounds_of(case) if comes_up(gap, r, case) or _reviews(r.id, gap, case)]
    testing.sort(
        key=lambda r: (
            screens(r.id),
            not _reviews(r.id, gap, case),
            r.tests.index(gap.dimension) if gap.dimension in r.tests else 9,
        )
    )
    return (
        tuple(r.id for r in testing[:2])
        or tuple(
            r.id for r in rounds_of(case) if "behavioral" in r.id or r.id == "technical_screen"
        )[:2]
    )


def _reviews(round_id: str, gap: Gap, case: Case) -> bool:
    """Whether the round's guide names one of the gap's skills."""
    guide = guide_of(round_id, case)
    wanted = frozenset(gap.skills)
    return guide is not None and any(not wanted.isdisjoint(t.skills) for t in guide.topics)


def screens(round_id: str) -> bool:
    """Whether the round only decides about the next one."""
    return round_id.endswith(("_screen", "_assessment"))


def why_it_matters(gap: Gap, case: Case) -> str:
    """The posting's line, the company's emphasis, the round it comes up in."""
    parts = []
    lines = [case.requirements[r] for r in gap.requirements if r in case.requirements]
    if lines:
        lead = {
            "required": "The posting asks for it as a must",
            "preferred": "The posting names it as a plus",
            "responsibility": "It is part of the daily work",
        }[lines[0].kind]
        parts.append(f'{lead}: "{shorten(lines[0].text, 34)}".')
        if len(lines) > 1:
            parts.append(f'It comes back in a second line: "{shorten(lines[1].text, 20)}".')
    elif is_career(gap):
        parts.append(f"It is the first thing a reader of your resume asks. {gap.why}".strip())
    elif gap.usual:
        parts.append(
            f"The posting does not mention it, but interviews for {case.a_role} test it all the same."
        )
    emphasis = case.company.emphasis_by_dimension.get(gap.dimension, 1.0)
    if case.company_known and emphasis >= 1.25:
        parts.append(f"{case.company.name} gives this more weight than most companies do.")
    named = {r.id: r.name for r in rounds_of(case)}
    names = [
        soft_lower(named.get(r) or (guide.name if guide else r.replace("_", " ")))
        for r in rounds_for(gap, case)
        for guide in (guide_of(r, case),)
    ]
    if names:
        parts.append(f"Expect it in: {', '.join(names)}.")
    return " ".join(parts)

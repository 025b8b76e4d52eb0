"""Gaps: what the job asks and the resume does not show, one per theme, most worth study first."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from report_gen.job.models import Job
from report_gen.matching.asks import Ask, read_asks
from report_gen.matching.degrees import asks_degree
from report_gen.matching.lexicon import Lexicon
from report_gen.matching.models import Evidence, LineReading, Matches, RequirementMatch
from report_gen.matching.titles import Spell, near_titles
from report_gen.matching.unsaid import unsaid
from report_gen.matching.words import stems
from report_gen.options import Options
from report_gen.scoring.career import as_career, career_gaps, field_gap, told_by_career
from report_gen.scoring.fit import Standing
from report_gen.scoring.models import DimensionScore, Gap, GapKind, Severity
from report_gen.scoring.naming import Unit, named_with_field, slug, units
from report_gen.scoring.partly import (
    has_other_words,
    hinted_line,
    is_likely,
    line_about,
    sounding_line,
    told_in_doubt,
    told_in_part,
    touching_line,
    without_doubt,
)
from report_gen.scoring.priority import Draft, priority
from report_gen.scoring.refuted import without_shown
from report_gen.scoring.trade import telling, without_own

_STALE_MONTHS = 60.0
_APPLIED, _OWNED = 2, 3
_OF_KIND = {"required": 1.0, "responsibility": 0.85, "preferred": 0.85}
"""A wish that is not met is the first thing left to ask of a strong candidate, so it weighs like a
duty; the must-haves come first."""
_SHORT = {"missing": 1.0, "partial": 0.55, "met": 0.2}
"""How much of a requirement is still to be shown."""
_BY_PLACE = 0.4
"""Postings name first what matters most: the last requirement weighs so much less."""
_HEART = 1.2
"""A gap in what the title names and the lines come back to."""
_GRANTED = 0.5
"""What the posting itself gives time or help for is asked of nobody on the first day."""
_LATER = re.compile(
    r"\bafter (?:your |the )?(?:first )?[\w-]+ (?:weeks|months)\b|\bwith a (?:buddy|mentor)\b"
    r"|\bwe(?:['’]ll| will) (?:teach|train|show) you\b|\btraining (?:is |will be )?(?:provided|given)\b"
    r"|\bcan be learned\b|\blearn(?:ed)? on the job\b",
    re.I,
)
_NEAR = 0.9
"""Where something near is shown, less is to be learned."""


def find_gaps(
    matches: Matches,
    job: Job,
    dimensions: dict[str, DimensionScore],
    weights: Mapping[str, float],
    where: Standing,
    held: Sequence[Spell],
    lex: Lexicon,
    options: Options,
) -> tuple[Gap, ...]:
    """Every gap, ids stable, sorted by priority; those the posting is silent on come after."""
    asks = {a.requirement.id: a for a in read_asks(job, lex)}
    view = _View(
        matches=matches,
        dimensions=dimensions,
        ages={line.ref: line.months_ago for line in matches.lines},
        own=tuple(frozenset(stems(line.text)) for line in matches.lines if line.level >= _APPLIED),
        heart=frozenset(matches.focus_terms) - frozenset(matches.focus_shown),
        held=held,
        lex=lex,
        options=options,
    )
    career = career_gaps(matches, job, where, held, lex, options)
    drafts = []
    for n, verdict in enumerate(matches.requirements):
        place = 1.05 - _BY_PLACE * n / max(1, len(job.requirements))
        ask = asks[verdict.id]
        found = _from_requirement(ask, verdict, weights[verdict.id] * place, view)
        told = [d for d in found if told_by_career(d, ask, career, where, lex)]
        drafts += [as_career(d, career[0]) if d in told else d for d in found]
        career = [] if told else career
    drafts += field_gap(matches, job, lex, options)
    merged = _asked_for(_merge([*career, *drafts]))
    merged.sort(key=lambda d: (-d.gap.priority, d.gap.requirements, d.gap.name))
    usual = _usual(merged, dimensions, matches, lex)
    return _unique([*(d.gap for d in merged), *usual])


@dataclass(frozen=True, slots=True, kw_only=True)
class _View:
    """What every requirement of a pair is looked at with. ``ages``: months since a line; ``own``: the
    words of each deed; ``heart``: what the posting comes back to and the lines don't show."""

    matches: Matches
    dimensions: dict[str, DimensionScore]
    ages: Mapping[str, float | None]
    own: tuple[frozenset[str], ...]
    heart: frozenset[str]
    held: Sequence[Spell]
    lex: Lexicon
    options: Options


def _from_requirement(
    ask: Ask, verdict: RequirementMatch, weight: float, view: _View
) -> list[Draft]:
    """The gaps of one requirement: what is missing as one, what is only lacking beside the rest
    each for itself, and alternatives the job names beyond what is shown."""
    named = {t for line in view.matches.lines for t in line.skills}
    left = without_own(ask, verdict, view.held, named, view.lex)
    if left is not None:
        left = without_shown(ask, left, view.matches.lines, view.lex)
    if left is None:
        return []
    verdict = left
    weight *= _OF_KIND[ask.requirement.kind]
    near = near_titles(ask, view.held, view.lex) if ask.years else None
    timely = near is not None and near.years >= (ask.years or 0) and verdict.status == "partial"
    out = []
    for unit in units(ask, verdict, view.lex, timely=timely):
        kind: GapKind | None = _kind(ask, verdict, view, timely) if unit.main else "adjacent"
        if kind == "absent":
            kind = _shade(unit.terms, verdict)
        if unit.terms and _CONDITIONS.issuperset(unit.terms):
            continue
        if kind is None or (verdict.status == "met" and _in_own_words(unit, ask, view.own)):
            continue
        if verdict.status == "met" and not unit.main and ask.requirement.any_of:
            if not set(unit.terms) <= set(verdict.weak):
                continue  # one of several was enough
            unit = replace(unit, beside=True)
        why = _why(verdict, unit, ask, view)
        held = _held_against(unit, ask, verdict, why, view) if kind == "absent" else None
        shortfall = _SHORT[verdict.status] * unit.share
        shortfall *= _HEART if view.heart.intersection(unit.terms) else 1.0
        shortfall *= _NEAR if kind == "adjacent" else 1.0
        shortfall *= _GRANTED if _LATER.search(ask.requirement.text) else 1.0
        if held is not None:
            shortfall *= held.worth
            kind, why = held.kind, held.why
            verdict = replace(verdict, evidence=(*held.evidence, *verdict.evidence))
        out.append(_draft(unit, ask, verdict, kind, weight * shortfall, why, view))
    return out


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    """What is left of an absence after all lines were held against it. ``worth``: how much there is
    still to be shown; ``evidence``: the line a script may start from."""

    kind: GapKind
    why: str
    worth: float = 1.0
    evidence: tuple[Evidence, ...] = ()


def _held_against(unit: Unit, ask: Ask, verdict: RequirementMatch, why: str, view: _View) -> _Held:
    """The one place where an absence is held against every line: by its name and family, by everyday
    words that point to it, by the company its words keep."""
    lines, lex = view.matches.lines, view.lex
    touched = touching_line(unit.terms, dict(ask.said), lines, lex)
    if touched:
        told = told_in_part(why, touched[0], named=touched[1])
        return _Held(kind=_by_line(*touched), why=told, worth=_SOFTER)
    hinted = hinted_line(unit.terms, lines, lex)
    if hinted is not None:
        shown = Evidence(ref=hinted.ref, strength=hinted.level, relevance=_POINTED)
        told = told_in_part(why, hinted, named=False)
        return _Held(kind="adjacent", why=told, worth=_SOFTER, evidence=(shown,))
    text = ask.requirement.text
    other = has_other_words(unit.terms, dict(ask.said), text, lex)
    sounds = sounding_line(text, lines, lex) if other else None
    if sounds is None:
        return _Held(kind="absent", why=without_doubt(why))
    told = told_in_doubt(why, sounds[0])
    if is_likely(sounds[1], verdict.score):
        return _Held(kind="adjacent", why=told, worth=_LESS)
    return _Held(kind="absent", why=told)


def _by_line(line: LineReading, named: bool) -> GapKind:
    return "listed_not_shown" if named and line.level < _APPLIED else "adjacent"


def _draft(
    unit: Unit,
    ask: Ask,
    verdict: RequirementMatch,
    kind: GapKind,
    importance: float,
    why: str,
    view: _View,
) -> Draft:
    lex = view.lex
    worth: Severity = (
        "critical" if importance >= _DECIDES else "major" if importance >= 0.4 else "minor"
    )
    decides = kind == "absent" and _must(unit, ask, view)
    severity: Severity = "major" if worth == "critical" and not decides else worth
    about = unit.terms or tuple(t for t in ask.terms if telling(t, lex))
    dimension = next((d for t in about if (d := lex.dimension(t))), "") or next(
        iter(ask.requirement.dimensions), ""
    )
    likely = view.dimensions.get(dimension)
    gap = Gap(
        id="",
        name=named_with_field(unit, ask, verdict, lex),
        kind=kind,
        severity=severity,
        priority=round(
            priority(worth, importance, kind, likely, view.options) * _turn(unit, ask, view), 3
        ),
        requirements=(verdict.id,),
        dimension=dimension,
        why=why,
        nearest=_nearest(verdict),
        skills=tuple(t for t in about if t in lex.taxonomy.skills),
    )
    return Draft(gap=gap, theme=frozenset(unit.terms), importance=importance, beside=unit.beside)


_TURN = {"required": 1.0, "responsibility": 0.75, "preferred": 0.85}
_FORWARD = 1.1
"""Of gaps of like worth people name what is a must first, then what the posting comes back to and what
is called by a name of its own; fitted on the judged halves for working, confirmed on the held ones."""


def _turn(unit: Unit, ask: Ask, view: _View) -> float:
    """By how much a gap's turn to be prepared comes later than its worth alone says."""
    heart = bool(set(view.matches.focus_terms).intersection(unit.terms))
    return _TURN[ask.requirement.kind] * _FORWARD ** (heart + bool(_OWN_NAME.search(unit.name)))


_OWN_NAME = re.compile(r"(?<=.)\b[A-Z]")
_DECIDES = 0.8
"""From this importance on a gap may decide on its own."""


def _must(unit: Unit, ask: Ask, view: _View) -> bool:
    """Whether the posting can't do without it: a must-have, or a duty in what the title names and
    the lines come back to. One duty of eight is learned on the job."""
    if ask.requirement.kind == "required":
        return True
    return ask.requirement.kind == "responsibility" and bool(view.heart.intersection(unit.terms))


_FEW = 5


def _asked_for(drafts: list[Draft]) -> list[Draft]:
    """The gaps without alternatives beside what is shown, as long as there is enough to prepare:
    the posting is content without them."""
    asked = [d for d in drafts if not d.beside]
    beside = [d for d in drafts if d.beside]
    beside.sort(key=lambda d: -d.gap.priority)
    return asked + beside[: max(0, _FEW - len(asked))]


_SOFTER, _LESS = 0.6, 0.75
"""Where a line has it by another name, there is less to be learned than to be said; where one only
sounds like it, somewhat less."""
_POINTED = 0.3
"""The relevance of a line that only everyday words tie to what is asked."""
_NAMED_BY = 0.12
"""A line below this relevance only sounds like what is missing: no script stands on it."""


def _nearest(verdict: RequirementMatch) -> tuple[str, ...]:
    """The lines a script may start from."""
    if verdict.status != "missing":
        return tuple(e.ref for e in verdict.evidence[:3])
    return tuple(e.ref for e in verdict.evidence[:1] if e.relevance > _NAMED_BY)


def _in_own_words(unit: Unit, ask: Ask, own: tuple[frozenset[str], ...]) -> bool:
    """Whether a deed says all the posting's words for a part lacking beside what is met: who
    labelled transfers does not lack "labels", whatever the topic is called."""
    said = dict(ask.said)
    asked = [frozenset(stems(said[t])) for t in unit.terms if said.get(t)]
    return not unit.main and bool(asked) and all(any(a <= line for line in own) for a in asked)


def _kind(ask: Ask, verdict: RequirementMatch, view: _View, timely: bool) -> GapKind | None:
    if verdict.status == "met":
        return "stale" if not asks_degree(ask, view.lex) and _is_stale(ask, verdict, view) else None
    if verdict.listed_only:
        return "listed_not_shown"
    if ask.years and verdict.status == "partial" and not timely:
        return "fewer_years"
    if verdict.missing_skills and all(view.lex.is_domain(t) for t in verdict.missing_skills):
        return "domain"
    return "adjacent" if verdict.status == "partial" and verdict.adjacent else "absent"


def _is_stale(ask: Ask, verdict: RequirementMatch, view: _View) -> bool:
    """Whether all that shows it is old, and neither a list nor newer work of the same family names it
    or something next to it."""
    known = [
        view.ages.get(e.ref) for e in verdict.evidence if e.strength >= 2 and e.ref in view.ages
    ]
    dated = [a for a in known if a is not None]
    if not dated or len(dated) < len(known) or min(dated) <= _STALE_MONTHS:
        return False
    skills = view.lex.taxonomy.skills
    own = [skills[t] for t in ask.terms if t in skills]
    near = {r for s in own for r in (s.id, s.family, *s.related) if r}
    return not any(
        near & {r for t in line.skills if t in skills for r in (t, skills[t].family)}
        and (line.ref.startswith("skills") or (line.months_ago or 0.0) <= _STALE_MONTHS)
        for line in view.matches.lines
        if line.ref not in {e.ref for e in verdict.evidence if e.strength >= 2}
    )


def _why(verdict: RequirementMatch, unit: Unit, ask: Ask, view: _View) -> str:
    """The verdict's reason; where nothing asked is lacking, that the setting is what is small."""
    nothing_lacks = verdict.status == "partial" and not (verdict.missing_skills or verdict.weak)
    formal = asks_degree(ask, view.lex)
    if (
        unit.main
        and not formal
        and nothing_lacks
        and all(e.strength <= 2 for e in verdict.evidence)
        and any(e.ref.startswith(("work", "projects", "volunteer")) for e in verdict.evidence)
    ):
        return (
            f"{verdict.why} It is shown, but on bounded tasks only (study, internship, own"
            " project or no word of production)."
        )
    lacking = [t for t in unit.terms if t in verdict.missing_skills]
    if verdict.status != "missing" or not lacking or len(lacking) == len(verdict.missing_skills):
        return verdict.why
    lex, lines, cited = view.lex, view.matches.lines, {e.ref for e in verdict.evidence}
    quoted = [line for line in lines if line.ref in cited]
    denied = unsaid(lacking, quoted, lines, lex, said=dict(ask.said), text=ask.requirement.text)
    if not denied:
        return verdict.why
    names = dict.fromkeys(lex.name(t) for t in denied)
    return f"No line of your resume names {' and '.join(names)}."


def _shade(terms: tuple[str, ...], verdict: RequirementMatch) -> GapKind:
    """What is named somewhere, or shown by something near, is not absent."""
    if terms and set(terms) <= set(verdict.weak):
        deeds = any(e.strength >= 2 and set(terms) & set(e.skills) for e in verdict.evidence)
        return "adjacent" if deeds else "listed_not_shown"
    near = {*verdict.weak, *(s for e in verdict.evidence for s in e.skills)}
    if verdict.status == "partial":
        near |= {*verdict.adjacent}
        if not terms:
            return "adjacent"
    return "adjacent" if near & set(terms) else "absent"


def _merge(drafts: list[Draft]) -> list[Draft]:
    """One gap per theme: requirements that lack the same thing are one gap."""
    out: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: -d.gap.priority):
        twin = next((k for k, d in enumerate(out) if _same_theme(d, draft)), None)
        if twin is None:
            out.append(draft)
            continue
        first = out[twin]
        gap = replace(
            first.gap,
            requirements=tuple(dict.fromkeys((*first.gap.requirements, *draft.gap.requirements))),
            nearest=tuple(dict.fromkeys((*first.gap.nearest, *draft.gap.nearest)))[:4],
            priority=round(min(1.0, first.gap.priority + 0.05), 3),
        )
        beside = first.beside and draft.beside
        out[twin] = replace(first, gap=gap, beside=beside)
    return out


def _same_theme(a: Draft, b: Draft) -> bool:
    if a.gap.name.casefold() == b.gap.name.casefold():
        return True
    shared = a.theme & b.theme
    return bool(shared) and 2 * len(shared) >= max(len(a.theme), len(b.theme))


_USUAL = {
    "coding": "live coding",
    "ml_system_design": "machine learning system design",
    "ml_theory_math": "machine learning fundamentals",
    "general_system_design": "system design",
    "stats_experimentation": "statistics and experiment design",
    "product_sense": "product sense",
    "program_management": "program planning",
    "behavioral_leadership": "behavioural stories",
}


def _usual(
    found: list[Draft], dimensions: dict[str, DimensionScore], matches: Matches, lex: Lexicon
) -> list[Gap]:
    """What the role always tests and the resume is below the bar in, where no gap says so yet."""
    covered = {d.gap.dimension for d in found}
    by_ref = {line.ref: line for line in matches.lines}
    least = min((d.gap.priority for d in found), default=0.5)
    out = []
    for d in sorted(dimensions.values(), key=lambda d: (-d.weight, d.id)):
        if d.id in _USUAL and d.id not in covered and d.weight >= 8 and _is_short(d, by_ref):
            line = line_about(d.id, _USUAL[d.id], matches.lines, lex) if d.rating == 0 else None
            shown = told_in_part("", line).strip() if line else d.why
            out.append(
                Gap(
                    id="",
                    name=_USUAL[d.id],
                    kind="absent" if d.rating == 0 and line is None else "adjacent",
                    severity="major" if d.bar - d.rating >= 2 else "minor",
                    priority=round(max(0.01, least * (0.5 + d.weight / 200)), 3),
                    dimension=d.id,
                    why=f"The posting does not name it, but interviews for this role test it ({d.weight:g} percent of the weight). {shown}",
                    nearest=d.evidence[:3],
                    usual=True,
                )
            )
    return out


_CONDITIONS = frozenset({"travel_willing", "work_authorization"})
"""What one only has to have an answer to is no gap, wherever a posting puts it."""
_SEVERAL = 3
"""So many deeds in a competency, one with measured impact, are no gap under any bar."""


def _is_short(score: DimensionScore, by_ref: Mapping[str, LineReading]) -> bool:
    """Whether a competency is below its bar, and not shown by several deeds all the same."""
    shown = [by_ref[ref].level for ref in score.evidence if ref in by_ref]
    settled = max(shown, default=0) >= _OWNED and sum(v >= _APPLIED for v in shown) >= _SEVERAL
    return score.rating < score.bar and not settled


def _unique(gaps: list[Gap]) -> tuple[Gap, ...]:
    """Ids from names, numbered where two agree: the same inputs give the same ids."""
    seen: dict[str, int] = {}
    out = []
    for gap in gaps:
        base = slug(gap.name)
        seen[base] = seen.get(base, 0) + 1
        out.append(replace(gap, id=base if seen[base] == 1 else f"{base}-{seen[base]}"))
    return tuple(out)

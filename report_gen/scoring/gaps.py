"""Gaps: what the job asks and the resume does not show, one per theme, most worth study first."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from report_gen.job.models import Job
from report_gen.matching.asks import Ask, read_asks
from report_gen.matching.lexicon import Lexicon
from report_gen.matching.models import Matches, RequirementMatch
from report_gen.options import Options
from report_gen.scoring.models import DimensionScore, Gap, GapKind, Severity
from report_gen.scoring.naming import gap_name, slug
from report_gen.scoring.weights import requirement_weights

_SEVERITY_VALUE = {"critical": 1.0, "major": 0.7, "minor": 0.4}
_STALE_MONTHS = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draft:
    gap: Gap
    theme: frozenset[str]
    importance: float


def find_gaps(
    matches: Matches, job: Job, dimensions: dict[str, DimensionScore], lex: Lexicon, options: Options
) -> tuple[Gap, ...]:
    """Every gap, ids stable, sorted by priority; those the posting is silent on come after."""
    asks = {a.requirement.id: a for a in read_asks(job, lex)}
    weights = requirement_weights(job, lex)
    ages = {line.ref: line.months_ago for line in matches.lines}
    drafts = [
        draft
        for n, verdict in enumerate(matches.requirements)
        if (draft := _from_requirement(n, asks[verdict.id], verdict, weights[verdict.id], job, dimensions, ages, lex, options))
    ]
    merged = _merge(drafts)
    merged.sort(key=lambda d: (-d.gap.priority, d.gap.requirements, d.gap.name))
    usual = _usual(merged, dimensions)
    return _unique([*(d.gap for d in merged), *usual])


def _from_requirement(
    n: int,
    ask: Ask,
    verdict: RequirementMatch,
    stress: float,
    job: Job,
    dimensions: dict[str, DimensionScore],
    ages: dict[str, float | None],
    lex: Lexicon,
    options: Options,
) -> _Draft | None:
    kind = _kind(ask, verdict, ages, lex)
    if kind is None:
        return None
    requirement = ask.requirement
    weight = stress * {"required": 1.0, "responsibility": 0.85, "preferred": 0.55}[requirement.kind]
    shortfall = {"missing": 1.0, "partial": 0.6, "met": 0.3}[verdict.status]
    importance = weight * shortfall * (1.05 - 0.2 * n / max(1, len(job.requirements)))
    severity: Severity = "critical" if importance >= 0.8 else "major" if importance >= 0.4 else "minor"
    missing = verdict.missing_skills or (() if verdict.status == "met" else ask.terms)
    dimension = next(iter(requirement.dimensions), "") or next((d for t in missing if (d := lex.dimension(t))), "")
    gap = Gap(
        id="",
        name=gap_name(ask, missing, kind, lex),
        kind=kind,
        severity=severity,
        priority=round(_priority(severity, importance, kind, dimensions.get(dimension), options), 3),
        requirements=(requirement.id,),
        dimension=dimension,
        why=verdict.why,
        nearest=tuple(e.ref for e in verdict.evidence[:3]),
        skills=tuple(t for t in missing if t in lex.taxonomy.skills),
    )
    return _Draft(gap=gap, theme=frozenset(missing), importance=importance)


def _kind(ask: Ask, verdict: RequirementMatch, ages: dict[str, float | None], lex: Lexicon) -> GapKind | None:
    if verdict.status == "met":
        known = [ages.get(e.ref) for e in verdict.evidence if e.strength >= 2 and e.ref in ages]
        dated = [a for a in known if a is not None]
        return "stale" if dated and len(dated) == len(known) and min(dated) > _STALE_MONTHS else None
    if verdict.listed_only:
        return "listed_not_shown"
    if ask.years and verdict.status == "partial":
        return "fewer_years"
    if verdict.missing_skills and all(lex.is_domain(t) for t in verdict.missing_skills):
        return "domain"
    return "adjacent" if verdict.status == "partial" and verdict.adjacent else "absent"


def _priority(
    severity: Severity, importance: float, kind: GapKind, dimension: DimensionScore | None, options: Options
) -> float:
    """Severity x how likely a round asks it x what can be closed in the time left."""
    likely = 0.75 + min(0.25, (dimension.weight if dimension else 3.0) / 60)
    closable = {"fewer_years": 0.75, "level": 0.7, "domain": 0.9, "stale": 0.8}.get(kind, 1.0)
    hours = _hours_left(options)
    if kind == "absent" and hours < 15:
        closable *= 0.85
    return min(1.0, 0.5 * (_SEVERITY_VALUE[severity] + min(1.0, importance)) * likely * closable)


def _hours_left(options: Options) -> float:
    if options.interview_date is None:
        return options.hours_per_week * 8
    days = max(1, (options.interview_date - options.today).days)
    return options.hours_per_week * days / 7


def _merge(drafts: list[_Draft]) -> list[_Draft]:
    """One gap per theme: requirements that lack the same thing are one gap."""
    out: list[_Draft] = []
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
        out[twin] = _Draft(gap=gap, theme=first.theme, importance=first.importance)
    return out


def _same_theme(a: _Draft, b: _Draft) -> bool:
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


def _usual(found: list[_Draft], dimensions: dict[str, DimensionScore]) -> list[Gap]:
    """What the role always tests and the resume is below the bar in, where no gap says so yet."""
    covered = {d.gap.dimension for d in found}
    least = min((d.gap.priority for d in found), default=0.5)
    out = []
    for d in sorted(dimensions.values(), key=lambda d: (-d.weight, d.id)):
        if d.id in _USUAL and d.id not in covered and d.weight >= 8 and d.rating < d.bar:
            out.append(
                Gap(
                    id="",
                    name=_USUAL[d.id],
                    kind="absent" if d.rating == 0 else "adjacent",
                    severity="major" if d.bar - d.rating >= 2 else "minor",
                    priority=round(max(0.01, least * (0.5 + d.weight / 200)), 3),
                    dimension=d.id,
                    why=f"The posting does not name it, but interviews for this role test it ({d.weight:g} percent of the weight). {d.why}",
                    nearest=d.evidence[:3],
                    usual=True,
                )
            )
    return out


def _unique(gaps: list[Gap]) -> tuple[Gap, ...]:
    """Ids from names, numbered where two agree: the same inputs give the same ids."""
    seen: dict[str, int] = {}
    out = []
    for gap in gaps:
        base = slug(gap.name)
        seen[base] = seen.get(base, 0) + 1
        out.append(replace(gap, id=base if seen[base] == 1 else f"{base}-{seen[base]}"))
    return tuple(out)


__all__ = ["find_gaps", "re"]

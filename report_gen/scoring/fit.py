"""The fit: points per part, rounded to a tenth so that the printed sum is the score."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from report_gen.job.models import Job
from report_gen.matching.lexicon import Lexicon
from report_gen.matching.models import Matches, RequirementMatch, Status
from report_gen.matching.professions import (
    LEVELS,
    OTHER_FIELD,
    closeness,
    job_level,
    job_professions,
)
from report_gen.scoring.models import Band, Component
from report_gen.scoring.weights import (
    LABELS,
    PART_OF_KIND,
    TYPICAL_YEARS,
    bars,
    dimension_weights,
    maxima,
)

STATUS_VALUE = {"met": 1.0, "partial": 0.5, "missing": 0.0}
GRADES = ((0.0, 0.0), (42.0, 0.0), (54.0, 1.0), (69.0, 2.0), (78.0, 3.0), (88.0, 4.0), (100.0, 4.0))
"""Score -> grade 0..4, linear between: 54 weak, 69 plausible, 78 good, 88 excellent; checked on
the people and jobs judged by hand (``make judged``) and on other graded pairs."""
BANDS: tuple[tuple[float, Band], ...] = (
    (78.0, "strong"),
    (66.0, "good"),
    (50.0, "possible"),
    (0.0, "stretch"),
)
_LEVEL_VALUE = {-4: 0.0, -3: 0.0, -2: 0.1, -1: 0.6, 0: 1.0, 1: 1.0, 2: 0.85, 3: 0.7, 4: 0.6, 5: 0.6}


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What of the fit does not depend on single requirements: profession, level, years."""

    wanted: tuple[str, ...]
    profession: float
    profession_why: str
    level: float
    level_why: str
    years: float
    years_why: str
    hands_on: bool = True
    full_time_years: float = 0.0


def standing(
    matches: Matches,
    job: Job,
    own: tuple[tuple[str, float], ...],
    full_time_years: float,
    lex: Lexicon,
) -> Standing:
    """``own``: the professions held with a share 0..1 each, the resume's own first."""
    wanted = job_professions(job, lex, own[0][0] if own else "")
    near = max((closeness(p, wanted, lex) * share for p, share in own), default=0.0)
    name = (
        lex.professions[own[0][0]].name if own and own[0][0] in lex.professions else "another field"
    )
    want = " / ".join(lex.professions[w].name for w in wanted) or "this kind of work"
    kind = f"in {want}" if OTHER_FIELD in wanted else want
    level, level_why = _level(matches, job, lex)
    years, years_why = _years(matches, job, lex)
    return Standing(
        wanted=wanted,
        profession=near,
        profession_why=f"Your titles speak of {name}; the job is {kind}. {_carry(near)}",
        level=level,
        level_why=level_why,
        years=years,
        years_why=years_why,
        hands_on=not own or own[0][0] not in lex.professions or lex.professions[own[0][0]].hands_on,
        full_time_years=full_time_years,
    )


def _carry(near: float) -> str:
    if near >= 0.95:
        return "It is the same kind of work."
    return f"About {round(100 * near)} percent of it carries over by our table of professions."


def _level(matches: Matches, job: Job, lex: Lexicon) -> tuple[float, str]:
    wanted = job_level(job, lex)
    wanted = "staff" if wanted == "manager" else wanted
    if wanted is None:
        return 1.0, "The posting states no level."
    have = matches.level or "intern"
    distance = LEVELS.index(have) - LEVELS.index(wanted)
    value = _LEVEL_VALUE.get(distance, 0.0)
    if distance == 0:
        return value, f"Your titles and years speak of {have}, as the job does."
    side = "below" if distance < 0 else "above"
    return (
        value,
        f"Your titles and years speak of {have}; the job is {wanted}: {abs(distance)} {side}.",
    )


_DOCTORATE = re.compile(r"\bph\.?\s?d\b|\bdoctora", re.I)
_OR = re.compile(r"\bor\b", re.I)


def degree_for_years(matches: Matches, job: Job) -> bool:
    """Whether the line that asks the job's years takes a doctorate in their place ("PhD, or a
    master's and four years"), and the resume's degree meets it."""
    lines = {r.id: r.text for r in job.requirements if r.years == job.min_years}
    return job.min_years is not None and any(
        m.status == "met"
        and _DOCTORATE.search(lines[m.id])
        and _OR.search(lines[m.id])
        and any(e.ref.startswith("education") for e in m.evidence)
        for m in matches.requirements
        if m.id in lines
    )


def _years(matches: Matches, job: Job, lex: Lexicon) -> tuple[float, str]:
    level = job_level(job, lex)
    wanted = job.min_years if job.min_years is not None else TYPICAL_YEARS.get(level or "", 0.0)
    source = "The job asks for" if job.min_years is not None else "Usual for the level are"
    have = matches.role_years
    if have < wanted and degree_for_years(matches, job):
        return 1.0, f"The job takes your degree in place of the {wanted:g} years it asks."
    if not wanted:
        return 1.0, f"No number of years is asked for; your dates show {have:g} in this field."
    return min(
        1.0, have / wanted
    ), f"{source} {wanted:g} years; your dates show {have:g} in this field or near it."


def components(
    verdicts: Mapping[str, RequirementMatch],
    matches: Matches,
    job: Job,
    where: Standing,
    shown: tuple[float, str],
    weights: Mapping[str, float],
    lex: Lexicon,
) -> tuple[Component, ...]:
    """The eight parts, each with its reason; ``shown``: how far the competencies reach (see below),
    which no verdict changes."""
    most = maxima(job, weights)
    out = [
        _requirement_part(part, most[part], verdicts, job, weights)
        for part in PART_OF_KIND.values()
    ]
    share, why = shown
    rest = (
        ("focus", matches.focus, _focus_why(matches, lex)),
        ("competencies", share, why),
        ("years", where.years, where.years_why),
        ("level", where.level, where.level_why),
        ("profession", where.profession, where.profession_why),
    )
    for part, value, reason in rest:
        out.append(
            Component(
                id=part,
                label=LABELS[part],
                points=round(value * most[part], 1),
                max=most[part],
                why=reason,
            )
        )
    return tuple(out)


def _focus_why(matches: Matches, lex: Lexicon) -> str:
    if not matches.focus_terms:
        return "No subject we have a name for stands in the title or comes back in the lines, so this part is set to the middle."
    heart = ", ".join(lex.name(t) for t in matches.focus_terms[:4])
    shown = ", ".join(lex.name(t) for t in matches.focus_shown[:4])
    return f"The title and the lines come back to {heart}; your lines show {shown or 'none of it in full'}."


def value_of(verdict: RequirementMatch) -> float:
    """A requirement's share of its points: half its status, half the finer score behind it."""
    return 0.5 * STATUS_VALUE[verdict.status] + 0.5 * verdict.score


def _requirement_part(
    part: str,
    most: float,
    verdicts: Mapping[str, RequirementMatch],
    job: Job,
    weights: Mapping[str, float],
) -> Component:
    rows = [
        (weights[r.id], verdicts[r.id]) for r in job.requirements if PART_OF_KIND[r.kind] == part
    ]
    total = sum(w for w, _ in rows)
    share = sum(w * value_of(v) for w, v in rows) / total if total else 0.0
    counts = {s: sum(1 for _, v in rows if v.status == s) for s in STATUS_VALUE}
    why = (
        f"{counts['met']} of {len(rows)} met, {counts['partial']} in part, {counts['missing']} not shown."
        if rows
        else "The posting lists none."
    )
    return Component(id=part, label=LABELS[part], points=round(share * most, 1), max=most, why=why)


def competencies(matches: Matches, job: Job, lex: Lexicon) -> tuple[float, str]:
    """Ratings against the bar, weighted by what the interviews test, and why."""
    level = job_level(job, lex)
    weights = dimension_weights(job, matches, lex)
    bar = bars(weights, level)
    reached, share = 0, 0.0
    for d, w in weights.items():
        rating = matches.dimensions.get(d)
        score = rating.score if rating else 0.0
        reached += bool(rating and rating.rating >= bar[d])
        share += w * min(1.0, score / bar[d])
    total = sum(weights.values()) or 1.0
    return (
        share / total,
        f"{reached} of {len(weights)} competencies reach what is usual at this level.",
    )


def total(parts: tuple[Component, ...]) -> float:
    """The sum a reader gets by adding the printed points."""
    return round(sum(p.points for p in parts), 1)


def grade(score: float) -> float:
    """The recruiters' scale 0..4: linear between the points of ``GRADES``."""
    for (x0, y0), (x1, y1) in itertools.pairwise(GRADES):
        if score <= x1:
            return round(y0 + (y1 - y0) * (score - x0) / (x1 - x0), 2)
    return GRADES[-1][1]


def band(score: float) -> Band:
    return next(name for least, name in BANDS if score >= least)


def shifted(
    verdicts: Mapping[str, RequirementMatch], step: int, unsure: float = 0.7
) -> dict[str, RequirementMatch]:
    """The uncertain verdicts moved by one status: how the other reading would look."""
    order: tuple[Status, ...] = ("missing", "partial", "met")
    out = {}
    for key, v in verdicts.items():
        place = order.index(v.status) + step
        if v.confidence >= unsure or not 0 <= place <= 2:
            out[key] = v
        else:
            score = min(1.0, max(0.0, v.score + 0.2 * step))
            out[key] = replace(v, status=order[place], score=score)
    return out

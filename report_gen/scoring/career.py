"""Gaps of the career as a whole: another profession, fewer years, no full-time work yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from report_gen.job.models import Job
from report_gen.matching.asks import Ask
from report_gen.matching.lexicon import Lexicon
from report_gen.matching.models import Matches
from report_gen.matching.professions import OTHER_FIELD, job_level
from report_gen.matching.titles import Spell
from report_gen.matching.words import stems, words
from report_gen.options import Options
from report_gen.scoring.fit import Standing, degree_for_years
from report_gen.scoring.models import Gap, GapKind, Severity
from report_gen.scoring.priority import Draft, priority
from report_gen.scoring.trade import welcomes
from report_gen.scoring.weights import TYPICAL_YEARS

OFTEN = 2
"""Times a posting names its field of business before it counts as one; once may be a customer."""
FIELD_WEIGHT = 0.2
FAR, DECIDES = 0.6, 0.45
"""Below the first nearness the profession itself is a gap; below the second, where more than half is
to be learned anew, it can decide on its own."""


def career_gaps(
    matches: Matches,
    job: Job,
    where: Standing,
    held: Sequence[Spell],
    lex: Lexicon,
    options: Options,
) -> list[Draft]:
    """At most one: the widest of profession, full-time work, and years. A profession the posting
    welcomes beside others is none."""
    wanted = where.wanted
    if not wanted:
        return []
    name = lex.professions[wanted[0]].name
    years = (
        job.min_years
        if job.min_years is not None
        else TYPICAL_YEARS.get(job_level(job, lex) or "", 0.0)
    )
    if where.profession < FAR and not welcomes(job, matches, held, lex):
        hands_on = lex.professions[wanted[0]].hands_on and not where.hands_on
        title = f"hands-on {name}" if hands_on else f"{name} experience"
        title = "experience in this line of work" if wanted[0] == OTHER_FIELD else title
        draft = _draft(
            title, "domain", 1.15 - 0.5 * where.profession, where.profession_why, options
        )
        decides = where.profession < DECIDES
        return [draft if decides else replace(draft, gap=replace(draft.gap, severity="major"))]
    if degree_for_years(matches, job):
        return []
    if where.full_time_years < 1 and years >= 1:
        draft = _draft("full-time experience", "fewer_years", 1.1, where.years_why, options)
        decides = _asks_years(job)
        return [draft if decides else replace(draft, gap=replace(draft.gap, severity="major"))]
    if years and where.years < 0.8:
        work = "in this line of work" if wanted[0] == OTHER_FIELD else f"of {name}"
        return [
            _draft(
                f"{years:g} years {work}",
                "fewer_years",
                1.2 * (1 - where.years),
                where.years_why,
                options,
            )
        ]
    return []


def _asks_years(job: Job) -> bool:
    """Whether a must-have asks for years, and not as the other way beside a degree."""
    return any(
        r.kind == "required" and r.years and not any(s.startswith("degree") for s in r.skills)
        for r in job.requirements
    )


def told_by_career(
    draft: Draft, ask: Ask, career: Sequence[Draft], where: Standing, lex: Lexicon
) -> bool:
    """Whether a gap in years says no more than that of the profession: the line names the same
    trade and nothing beside it."""
    if not ask.years or not set(ask.fields) & set(where.wanted):
        return False
    trade = {s[:_BEGINNING] for w in where.wanted for s in stems(lex.professions[w].name)}
    beside = [
        t
        for t in draft.theme
        if not (lex.broad(t) or trade & {s[:_BEGINNING] for s in stems(lex.name(t))})
    ]
    return any(c.gap.kind == "domain" for c in career) and not beside


def as_career(draft: Draft, career: Draft) -> Draft:
    """The gap in years as that of the profession, in the posting's words."""
    first, second = draft.gap, career.gap
    gap = replace(
        first,
        kind=second.kind,
        severity=second.severity,
        priority=max(first.priority, second.priority),
        why=second.why,
        skills=(),
    )
    return replace(draft, gap=gap, importance=max(draft.importance, career.importance))


_BEGINNING = 5


def field_gap(matches: Matches, job: Job, lex: Lexicon, options: Options) -> list[Draft]:
    """The employer's field of business, where it comes back in the posting and no line of the
    resume touches it: what a recruiter asks about although no requirement says so. The title or
    what the firm tells of itself must name it: a partner team ("Ads") is no field of the employer,
    nor is travel to a customer."""
    told = [job.title, *(i.text for i in job.ignored if i.why == "company")]
    asked = [r.text for r in job.requirements if not any(s.startswith("degree") for s in r.skills)]
    counts: dict[str, int] = {}
    for text in (*told, *asked):
        for term in _fields(text, lex):
            counts[term] = counts.get(term, 0) + 1
    own = {t for text in told for t in _fields(text, lex)}
    wanted = sorted((t for t in own if counts[t] >= OFTEN), key=lambda t: (-counts[t], t))
    if not wanted:
        return []
    field = wanted[0]
    if any(
        field in _fields(f"{line.employer} {line.title} {line.text}", lex) for line in matches.lines
    ):
        return []
    name = lex.name(field)
    name = name[:1].lower() + name[1:] if name[1:2].islower() else name
    title = name if name.endswith("domain") else f"{name} as a field"
    why = f"The posting comes back to {name}; no line of your resume touches it."
    out = _draft(title, "domain", FIELD_WEIGHT, why, options)
    known = (field,) if field in lex.taxonomy.skills else ()
    return [replace(out, gap=replace(out.gap, skills=known), theme=frozenset({field}))]


def _fields(text: str, lex: Lexicon) -> set[str]:
    found = {m.id for m in lex.taxonomy.find_skills(text)}
    found |= {h.key for h in lex.topics_in(words(text), asked=False)}
    return {
        t
        for t in found
        if lex.is_domain(t) and t not in lex.taxonomy.evidence_words.everybodys_fields
    }


def _draft(name: str, kind: GapKind, importance: float, why: str, options: Options) -> Draft:
    severity: Severity = "critical" if importance >= 0.7 else "major"
    if importance <= FIELD_WEIGHT:
        severity = "minor"
    value = priority(severity, importance, kind, None, options)
    gap = Gap(
        id="",
        name=name,
        kind=kind,
        severity=severity,
        priority=round(value, 3),
        dimension="behavioral_leadership",
        why=why,
    )
    return Draft(gap=gap, theme=frozenset({f"career:{name}"}), importance=importance)

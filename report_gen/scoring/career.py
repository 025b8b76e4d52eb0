"""Gaps of the career as a whole: another profession, fewer years, no full-time work yet."""

from __future__ import annotations

from report_gen.job.models import Job
from report_gen.matching.lexicon import Lexicon
from report_gen.matching.models import Matches
from report_gen.matching.professions import job_level, job_professions
from report_gen.options import Options
from report_gen.scoring.fit import Standing
from report_gen.scoring.models import Gap, GapKind
from report_gen.scoring.priority import Draft, priority
from report_gen.scoring.weights import TYPICAL_YEARS

FAR = 0.6
"""Below this nearness the profession itself is a gap."""


def career_gaps(
    matches: Matches, job: Job, where: Standing, lex: Lexicon, options: Options
) -> list[Draft]:
    """At most one: the widest of profession, full-time work, and years."""
    wanted = job_professions(job, lex)
    if not wanted:
        return []
    name = lex.professions[wanted[0]].name
    years = (
        job.min_years
        if job.min_years is not None
        else TYPICAL_YEARS.get(job_level(job, lex) or "", 0.0)
    )
    if where.profession < FAR:
        hands_on = lex.professions[wanted[0]].hands_on and not where.hands_on
        title = f"hands-on {name}" if hands_on else f"{name} experience"
        return [
            _draft(title, "domain", 1.15 - 0.5 * where.profession, where.profession_why, options)
        ]
    if where.full_time_years < 1 and years >= 1:
        return [_draft("full-time experience", "fewer_years", 1.1, where.years_why, options)]
    if years and where.years < 0.8:
        return [
            _draft(
                f"{years:g} years of {name}",
                "fewer_years",
                1.2 * (1 - where.years),
                where.years_why,
                options,
            )
        ]
    return []


def _draft(name: str, kind: GapKind, importance: float, why: str, options: Options) -> Draft:
    severity = "critical" if importance >= 0.7 else "major"
    value = priority("critical" if importance >= 0.7 else "major", importance, kind, None, options)
    gap = Gap(
        id="",
        name=name,
        kind=kind,
        severity=severity,  # type: ignore[arg-type]
        priority=round(value, 3),
        dimension="behavioral_leadership",
        why=why,
    )
    return Draft(gap=gap, theme=frozenset({f"career:{name}"}), importance=importance)

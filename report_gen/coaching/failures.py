"""How candidates for this role fail, with this person's own risk and the evidence for it."""

from __future__ import annotations

from report_gen.coaching.case import Case, has_any, soft_lower
from report_gen.coaching.models import FailureRisk
from report_gen.matching.models import LineReading
from report_gen.taxonomy.interview import FailureMode

HIGH, MEDIUM = 0.55, 0.28
_APPLIED = 2
_NUMBERS = {2: "Two", 3: "Three", 4: "Four", 5: "Five", 6: "Six"}
_ORDER = ("high", "medium", "low")


def assess_failures(case: Case) -> tuple[FailureRisk, ...]:
    """The universal failure modes and the role's own, the likeliest for this person first."""
    modes = [
        m
        for m in case.taxonomy.failures.values()
        if (m.universal and not m.roles) or case.is_for(m.roles)
    ]
    risks = [assess(mode, case) for mode in modes]
    return tuple(sorted(risks, key=lambda r: _ORDER.index(r.risk)))


def assess(mode: FailureMode, case: Case) -> FailureRisk:
    """Risk from how far the dimensions fall short of the bar, and from the lines of the resume."""
    against = speaks_against(mode, case)
    signs = [line for line in case.deeds if has_any(line.text.lower(), mode.raises)]
    value = {"shortfall": shortfall, "spread": spread, "field": distance}[mode.measure](
        mode.dimensions, case
    )
    value -= 0.12 * min(3, len(against))
    value += 0.25 * (len(signs) / len(case.deeds)) if case.deeds else 0.0
    risk = "high" if value >= HIGH else "medium" if value >= MEDIUM else "low"
    below = mode.measure == "shortfall" and any(
        s.score < s.bar for d in mode.dimensions if (s := case.dimensions.get(d)) and s.weight > 0
    )
    if risk == "low" and ((mode.lowers and not against) or below):
        risk = "medium"  # nobody is called safe below the bar
    evidence = tuple(line.ref for line in (against if risk != "high" else signs or against)[:2])
    if risk == "low" and not evidence:
        shown = (
            r for d in mode.dimensions if d in case.dimensions for r in case.dimensions[d].evidence
        )
        evidence = tuple(dict.fromkeys(shown))[:2]
    return FailureRisk(
        id=mode.id,
        name=mode.name,
        risk=risk,  # type: ignore[arg-type]
        does=mode.does,
        fails_because=mode.fails_because,
        instead=mode.instead,
        why=_why(mode, risk, against, _in_field(mode, case), case),
        evidence=evidence,
    )


def shortfall(dimensions: tuple[str, ...], case: Case) -> float:
    """0 where the bar is reached everywhere, 1 where there is no evidence at all."""
    scores = [case.dimensions[d] for d in dimensions if d in case.dimensions]
    scores = [s for s in scores if s.weight > 0] or scores  # no role is judged on another's rounds
    if not scores:
        return 0.4
    missing = [max(0.0, 1 - s.score / s.bar) if s.bar else 0.0 for s in scores]
    return sum(missing) / len(missing)


def spread(dimensions: tuple[str, ...], case: Case) -> float:
    """How uneven the evidence is over the dimensions that weigh: 0 even, 1 all or nothing."""
    parts = [
        min(1.0, s.score / s.bar)
        for d in dimensions
        if (s := case.dimensions.get(d)) and s.bar and s.weight >= 4
    ]
    return max(parts) - min(parts) if len(parts) > 1 else 0.3


def distance(dimensions: tuple[str, ...], case: Case) -> float:
    """How far the resume is from the heart of the posting, as the score's own part on it says;
    without one from the domains both name."""
    for part in case.assessment.fit.components:
        if part.id == "focus" and part.max and case.matches.focus_terms:
            return 0.6 * (1 - part.points / part.max)
    skills = case.taxonomy.skills
    asked = {s for s in case.job_skills if s in skills and skills[s].kind == "domain"}
    shown = {s for s in case.resume_skills if s in skills and skills[s].kind == "domain"}
    if asked & shown:
        return 0.2
    return 0.4


def speaks_against(mode: FailureMode, case: Case) -> list[LineReading]:
    """Own lines that show the opposite of the failure, the strongest first: deeds, and what was
    studied or published."""
    learned = [li for li in case.matches.lines if li.ref.startswith(("education", "publications"))]
    hits = [line for line in (*case.deeds, *learned) if _speaks(line, mode.lowers)]
    return sorted(hits, key=lambda line: (-line.level, line.months_ago or 0.0))


_IN_FIELD = {
    "high": "Your lines lie in this field without settling it, so an interviewer will ask.",
    "medium": "Your lines leave it open whether this would happen to you, so an interviewer will ask.",
}


def _in_field(mode: FailureMode, case: Case) -> bool:
    """Whether there are deeds of the fields a mode is about: then nobody is told that there is
    nothing (modes that are measured otherwise say nothing of lines)."""
    fields = set(mode.dimensions)
    return mode.measure == "shortfall" and any(
        line.level >= _APPLIED and fields.intersection(line.dimensions) for line in case.deeds
    )


def _speaks(line: LineReading, cues: tuple[str, ...]) -> bool:
    if "{scale}" in cues and any(c.isdigit() for s in line.scale for c in s):
        return True
    if "{business}" in cues and any(m.kind == "business" for m in line.metrics):
        return True
    return has_any(line.text.lower(), cues)


def _why(
    mode: FailureMode, risk: str, against: list[LineReading], in_field: bool, case: Case
) -> str:
    words = {"high": mode.high, "medium": mode.medium, "low": mode.low}[risk]
    if in_field and not against and risk != "low":
        words = _IN_FIELD[risk]
    elif risk == "medium" and not against and mode.measure == "shortfall":
        words = "Your resume neither shows this nor rules it out."
    if against and risk == "high":
        place = against[0].employer or against[0].title
        where = f" at {place.rstrip('.')}" if place else ""
        lines = "One line" if len(against) == 1 else f"{_NUMBERS.get(len(against), 'Some')} lines"
        verb = "speaks" if len(against) == 1 else "speak"
        best = f",{' the strongest' if len(against) > 1 else ''}{where}" if where else ""
        return f"{lines} of your resume {verb} against it{best}. Build on that, it is too little to rely on."
    if against:
        return words
    weak = [
        case.dimensions[d]
        for d in mode.dimensions
        if d in case.dimensions and case.dimensions[d].score < case.dimensions[d].bar
    ]
    if weak and risk != "low" and mode.measure == "shortfall":
        name = soft_lower(weak[0].name.split(" (")[0])
        return f"{words} On {name}, your resume stays below what this level is expected to show."
    return words

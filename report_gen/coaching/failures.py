"""How candidates for this role fail, with this person's own risk and the evidence for it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from report_gen.coaching.case import Case, has_any, soft_lower
from report_gen.coaching.models import FailureRisk
from report_gen.coaching.own_names import clause
from report_gen.coaching.proof import answered, worth
from report_gen.matching.models import LineReading
from report_gen.matching.numerals import spelled
from report_gen.scoring.models import DimensionScore
from report_gen.taxonomy.interview import FailureMode

HIGH, MEDIUM = 0.55, 0.28
_APPLIED = 2
TESTED = 1.0
"""Percent of the interviews below which a competency is in truth not tested."""
_ORDER = ("high", "medium", "low")


def assess_failures(case: Case) -> tuple[FailureRisk, ...]:
    """The universal failure modes and the role's own, the likeliest for this person first."""
    modes = [
        m
        for m in case.taxonomy.failures.values()
        if ((m.universal and not m.roles) or not case.role.fails_as.isdisjoint(m.roles))
        and _tested(m, case)
    ]
    told = Counter[str]()
    risks = [assess(mode, case, told) for mode in modes]
    return tuple(sorted(risks, key=lambda r: _ORDER.index(r.risk)))


def _tested(mode: FailureMode, case: Case) -> bool:
    """Whether these interviews test what the failure is about; nothing is known without scores."""
    known = [case.dimensions[d] for d in mode.dimensions if d in case.dimensions]
    return mode.measure != "shortfall" or not known or any(s.weight >= TESTED for s in known)


def assess(mode: FailureMode, case: Case, told: Counter[str]) -> FailureRisk:
    """Risk from how far the dimensions fall short of the bar, and from the lines of the resume.
    ``told`` counts the wordings used for the failures before, and is added to."""
    against = speaks_against(mode, case)
    signs = [line for line in case.deeds if has_any(line.text.lower(), mode.raises)]
    shown_in = [line for line in signs if not _speaks(line, mode)]
    value = {"shortfall": shortfall, "spread": spread, "field": distance}[mode.measure](
        mode.dimensions, case
    )
    value -= 0.12 * min(3, len(against))
    value += 0.25 * (len(signs) / len(case.deeds)) if case.deeds else 0.0
    risk = "high" if value >= HIGH else "medium" if value >= MEDIUM else "low"
    if mode.measure == "shortfall":
        if _below(mode, case):
            risk = "medium" if risk == "low" else risk  # nobody is called safe below the bar
        elif against or (not signs and _weighs(mode, case)):
            risk = "low"  # nor in danger of what every page says is at the bar
        if risk == "high" and len(against) >= SETTLED:
            risk = "medium"  # two lines that say the opposite are no high risk
    bare = risk == "high" and not against and not _in_field(mode, case)
    return FailureRisk(
        id=mode.id,
        name=mode.name,
        risk=risk,  # type: ignore[arg-type]
        does=mode.does,
        fails_because=mode.fails_because,
        instead=mode.instead,
        why=_why(mode, risk, against, _in_field(mode, case), case, told),
        evidence=_evidence(mode, risk, against, case),
        signs=tuple(line.ref for line in shown_in[:1]) if risk == "medium" or bare else (),
    )


SHOWN = 2
"""Lines that are quoted with a failure."""


def _evidence(
    mode: FailureMode,
    risk: str,
    against: list[LineReading],
    case: Case,
) -> tuple[str, ...]:
    """The lines that show the opposite of the risk, and no others; for nearness to the field those
    that prove most of what is asked."""
    if mode.measure == "field":
        deeds = {line.ref for line in case.deeds}
        proven = answered(case.matches.requirements, case.job.requirements)
        ranked = sorted(deeds & set(proven), key=lambda ref: (-worth(proven[ref]), ref))
        return tuple(ranked[:1]) if risk == "low" else ()
    return tuple(line.ref for line in against[:SHOWN])


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
    return max(parts) - min(parts) if len(parts) > 1 else 0.0


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
    studied or published. Where the words are everybody's ("customers", "cost"), a line of another
    field only shares one: customers served at a counter are no effect of a model."""
    learned = [li for li in case.matches.lines if li.ref.startswith(("education", "publications"))]
    narrow = set(mode.dimensions) if set(mode.dimensions) <= NARROW else None

    def speaking(lines: Iterable[LineReading]) -> list[LineReading]:
        hits = [
            line
            for line in lines
            if _speaks(line, mode)
            and (narrow is None or not line.dimensions or not narrow.isdisjoint(line.dimensions))
        ]
        return sorted(hits, key=lambda line: (-line.level, line.months_ago or 0.0))

    found = speaking(case.deeds)
    return [*found, *speaking(learned)] if THEORY in mode.dimensions or not found else found


NARROW = frozenset(
    {
        "behavioral_leadership", "business_metrics", "coding", "constraints", "ml_theory_math",
        "stats_experimentation",
    }
)  # fmt: skip
THEORY = "ml_theory_math"


def _nearest_deed(mode: FailureMode, case: Case, told: Counter[str]) -> str:
    """For a field there are deeds of that do not settle it: the strongest, to be asked about."""
    fields = set(mode.dimensions)
    lines = [d for d in case.deeds if d.level >= _APPLIED and fields.intersection(d.dimensions)]
    best = max(lines, key=lambda d: d.level)
    said = f"“{clause(best.text, _OPENING).removesuffix(' ...')} …”"
    return _say("open", told, said) + (f" In the room: {mode.hold}" if mode.hold else "")


def _in_field(mode: FailureMode, case: Case) -> bool:
    """Whether there are deeds of the fields a mode is about: then nobody is told that there is
    nothing (modes that are measured otherwise say nothing of lines)."""
    fields = set(mode.dimensions)
    return mode.measure == "shortfall" and any(
        line.level >= _APPLIED and fields.intersection(line.dimensions) for line in case.deeds
    )


def _speaks(line: LineReading, mode: FailureMode) -> bool:
    cues, text = mode.lowers, line.text.lower()
    if has_any(text, mode.unless):
        return False
    if "{scale}" in cues and any(_is_load(s) for s in line.scale):
        return True
    if "{business}" in cues and any(m.kind == "business" for m in line.metrics):
        return True
    return has_any(text, cues)


_NUMBER = re.compile(
    r"(\d[\d,. ]*)\s?(k|thousand|m|mm|million|b|bn|billion|tb|pb|tps|rps|qps)?\b", re.I
)
LOAD = 1000
"""From so many of anything on, a size says something of load; a team of five doesn't."""


def _is_load(size: str) -> bool:
    """Whether a size is one that machines feel: "60K QPS", "12 TB", "2,100 retailers"."""
    return any(
        unit or float(digits) >= LOAD
        for number, unit in _NUMBER.findall(size)
        if (digits := re.sub(r"[^\d]", "", number.split(".")[0]))
    )


_WAYS = {
    "below": (
        "On {it}, your resume stays below what this level is expected to show.",
        "On {it}, the bar of this level is higher than what your lines show so far.",
        "On {it}, your lines fall short of this level.",
        "On {it}, this level asks for more than your lines tell.",
    ),
    "ready": (
        "Have one example ready that shows the opposite.",
        "Choose the line that comes nearest, and tell what it leaves out.",
        "One case told in full would answer it.",
        "Decide before the day which piece of work you would point to.",
    ),
    "reached": (
        "On {it}, your resume reaches what this level is expected to show. Say it aloud in this round as well.",
        "On {it}, your lines are at the bar; it counts once you say it yourself.",
        "On {it}, your resume leaves little open. Begin with the line that settles it.",
        "On {it}, nothing points to this. Keep one line at hand that proves it.",
    ),
    "one": (
        "One line of yours shows the opposite{it}, and the risk stays high because it stands alone. Lead with it, and have a second case ready.",
        "Only one line is on your side here{it}. Begin with it, and think of another case before the day.",
        "The opposite is shown once{it}, and one case is soon asked through. Find a further one.",
    ),
    "several": (
        " lines of yours show the opposite, the strongest first{it}; the rest of the resume does not follow them yet. Lead with these.",
        " lines are on your side here{it}, and more is left open than they settle. Begin with them.",
    ),
    "open": (
        "They will begin with your nearest line, {it}.",
        "{it} comes nearest, and the questions start there.",
        "Your nearest line is {it}, and it leaves room for doubt.",
    ),
}
"""One thing said of several failures, each time in other words."""


def _say(way: str, told: Counter[str], it: str = "") -> str:
    ways = _WAYS[way]
    said = ways[told[way] % len(ways)]
    told[way] += 1
    return said.replace("{it}", it)


def _why(
    mode: FailureMode,
    risk: str,
    against: list[LineReading],
    in_field: bool,
    case: Case,
    told: Counter[str],
) -> str:
    words = {"high": mode.high, "medium": mode.medium, "low": mode.low}[risk]
    measured = mode.measure == "shortfall"
    if measured and not against and mode.lowers and risk != "high":
        found = "" if in_field else " We found no line of yours on it."
        # the pack's words speak of lines, and there are none
        return _on_dimensions(mode, case, told) + found
    if in_field and not against and risk == "high":
        words = _nearest_deed(mode, case, told)
    if against and risk == "high":
        return _with_little(against, told)
    if mode.measure == "spread":
        return _uneven(mode, risk, case)
    if against or risk == "low" or not measured:
        return words
    weak = _below(mode, case)
    if weak:
        return f"{words} {_say('below', told, _field(weak[0]))}"
    return words


def _with_little(against: list[LineReading], told: Counter[str]) -> str:
    """The word on a high risk beside lines that show the opposite: they are where to begin."""
    place = against[0].employer or against[0].title
    where = f" ({place.rstrip('.')})" if place else ""
    if len(against) == 1:
        return _say("one", told, where)
    return f"{spelled(len(against)).capitalize()}{_say('several', told, where)}"


def _uneven(mode: FailureMode, risk: str, case: Case) -> str:
    """Where the evidence is strongest and where weakest, by name, with the pack's word on it."""
    weighed = [
        s for d in mode.dimensions if (s := case.dimensions.get(d)) and s.bar and s.weight >= HEAVY
    ]
    words = {"high": mode.high, "medium": mode.medium, "low": mode.low}[risk]
    if len(weighed) < 2 or risk == "low":
        return words
    best, least = (f(weighed, key=lambda s: s.score / s.bar) for f in (max, min))
    held = "reaches the bar" if best.score >= best.bar else "comes nearer to the bar"
    return f"In {_field(best)} your evidence {held}; in {_field(least)} it stays below. {words}"


def _on_dimensions(mode: FailureMode, case: Case, told: Counter[str]) -> str:
    """Where the person stands in what the failure is about, with what is left to do."""
    weighed = [s for d in mode.dimensions if (s := case.dimensions.get(d)) and s.weight > 0]
    weak = _below(mode, case)
    if weak:
        return f"{_say('below', told, _field(weak[0]))} {_say('ready', told)}"
    if weighed:
        return _say("reached", told, " and ".join(_field(s) for s in weighed[:2]))
    return "Your resume neither shows this nor rules it out."


_OPENING = 9
SETTLED = 2
"""So many own lines that say the opposite of a failure make it no high risk."""
HEAVY = 4.0
"""Percent of the interviews from which a bar is that of the level and not a lower one."""


def _weighs(mode: FailureMode, case: Case) -> bool:
    found = (case.dimensions[d].weight for d in mode.dimensions if d in case.dimensions)
    return max(found, default=0.0) >= HEAVY


def _below(mode: FailureMode, case: Case) -> list[DimensionScore]:
    found = [case.dimensions[d] for d in mode.dimensions if d in case.dimensions]
    found = [s for s in found if s.weight > 0] or found
    return [s for s in found if s.score < s.bar]


def _field(score: DimensionScore) -> str:
    return soft_lower(score.name.split(" (")[0])

"""How far what the report cites reaches what a round tests: lines, degrees, stories, what is met.

The number orders rounds and hours; a reader gets words and what was counted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from report_gen.coaching.case import Case, has_any, soft_lower
from report_gen.resume.models import Education
from report_gen.taxonomy.interview import RoleRound, RoundGuide

PEOPLE = "behavioral_leadership"
FIRST_CALL = "recruiter_screen"
POSITION = (1.0, 0.6, 0.4, 0.3, 0.3)
"""What the first, second, ... dimension of a round counts."""
STUDIED = 2.0
"""A degree in the very field is worth an applied level: years of exercises and of being examined."""
RUN = 0.75
"""The share of what somebody keeps in production that carries over to drawing a system."""
LEAST_RUN = 2.5
"""The score from which something is kept running rather than touched."""
_DRAWN_FROM: Mapping[str, tuple[str, ...]] = {
    "general_system_design": ("production_ownership", "mlops_infrastructure", "data_engineering", "ml_system_design"),
}  # fmt: skip
"""Rounds on systems start from systems one has built, whatever they are called there."""
LEAST_TOLD = 3
"""From so many kinds of story on, a round is one of stories."""
NAMED_HOLES = 2
_WORDS = (
    (85.0, "shown"),
    (60.0, "mostly shown"),
    (35.0, "partly shown"),
    (1.0, "little shown"),
    (0.0, "not shown yet"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """``value`` 0..100; ``counted``: what beside the levels of the lines went into it, in sentences."""

    value: float
    counted: tuple[str, ...] = ()


def ready_words(value: float) -> str:
    """The number as words: it is no measure of a person to one in a hundred."""
    return next(words for least, words in _WORDS if value >= least)


def prepared(guide: RoundGuide, r: RoleRound, case: Case) -> Readiness:
    """A first call goes by what is asked and met; a round of stories half by the kinds of story
    told; every other one by the level shown against the bar."""
    if r.id == FIRST_CALL:
        return _by_what_is_met(case)
    value, counted = _by_levels(r.tests, case)
    known = {c.id: c.name for c in case.taxonomy.language_words.competencies}
    wanted = [c for c in guide.competencies if c in known]
    if r.tests[:1] != (PEOPLE,) or len(wanted) < LEAST_TOLD:
        return Readiness(value=round(value), counted=counted)
    told = {c for s in case.stories for c in s.competencies}
    holes = [soft_lower(known[c]) for c in wanted if c not in told]
    share = 1 - len(holes) / len(wanted)
    said = f"Of the {len(wanted)} kinds of story asked for here, your lines tell {len(wanted) - len(holes)}"
    if holes and len(holes) < len(wanted):
        more = len(holes) - NAMED_HOLES
        said += f"; none tells of {' or of '.join(holes[:NAMED_HOLES])}"
        said += f", and {more} more {'is' if more == 1 else 'are'} missing" if more > 0 else ""
    said += "."
    return Readiness(value=round(0.5 * value + 50 * share), counted=(*counted, said))


def _by_what_is_met(case: Case) -> Readiness:
    verdicts = case.matches.requirements
    if not verdicts:
        return Readiness(value=0.0)
    met = sum(m.status == "met" for m in verdicts)
    half = sum(m.status == "partial" for m in verdicts)
    said = (
        f"A first call goes through what the posting asks: your resume meets {met} of its "
        f"{len(verdicts)} points" + (f" and {half} in part." if half else ".")
    )
    return Readiness(value=round(100 * (met + half / 2) / len(verdicts)), counted=(said,))


def _by_levels(dimensions: tuple[str, ...], case: Case) -> tuple[float, tuple[str, ...]]:
    total = reached = 0.0
    counted = []
    for n, name in enumerate(dimensions):
        score = case.dimensions.get(name)
        if score is None or not score.bar:
            continue
        level, why = _level(name, case)
        if why and n < 2:
            counted.append(why)
        part = POSITION[min(n, 4)]
        total += part
        reached += part * min(1.0, level / score.bar)
    return (100 * reached / total if total else 0.0), tuple(dict.fromkeys(counted))


def _level(name: str, case: Case) -> tuple[float, str]:
    """The level of a dimension by its lines, or by a degree or by what is run, where that says
    more; then with the sentence that says so."""
    score = case.dimensions[name]
    level, why = score.score, ""
    short = soft_lower(score.name.split(" (")[0])
    degree = _degree_in(name, case)
    if degree is not None and level < STUDIED:
        level = STUDIED
        why = f"Your degree ({_named(degree)}) counts for {short} as well."
    run = max((case.dimensions[d].score for d in _DRAWN_FROM.get(name, ()) if d in case.dimensions), default=0.0)  # fmt: skip
    if run >= LEAST_RUN and RUN * run > level:
        level = RUN * run
        why = f"What you have built and kept running counts for {short} as well: begin from it."
    return level, why


def _degree_in(name: str, case: Case) -> Education | None:
    """The degree in the field of a dimension, where there is one."""
    dimension = case.taxonomy.dimensions.get(name)
    words = dimension.studied if dimension is not None else ()
    return next(
        (e for e in case.resume.education if e.area and has_any(e.area.lower(), words)), None
    )


def _named(degree: Education) -> str:
    return ", ".join(p for p in (degree.study_type.strip(), degree.area.strip()) if p)

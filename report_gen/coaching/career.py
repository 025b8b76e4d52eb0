"""The path of a career in a few steps, oldest first: degrees and courses, positions, a change of trade,
time off, and the months that nothing accounts for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from report_gen.coaching.case import Case
from report_gen.coaching.wording import an, month, spoken_employer, spoken_title
from report_gen.matching.lexicon import lexicon
from report_gen.matching.periods import period
from report_gen.matching.professions import OTHER_FIELD, position_profession, while_studying
from report_gen.resume.models import Education, Work

Kind = Literal["job", "degree", "course", "away", "between"]
MOST = 6
"""Steps that can be said in half a minute."""
LONG_GAP = 6
"""Months without a position from which somebody asks."""
_BESIDE = re.compile(
    r"\b(?:intern(?:ship)?|trainee|working student|teaching assistant|tutor|co-op|apprentice|student)\b",
    re.I,
)
_GAP = re.compile(r"from (\d{4}-\d{2}) to (\d{4}-\d{2}) \((\d+) months\)")
_COURSES = re.compile(
    r"\b(?:academy|bootcamp|boot camp|school of code|institute of coding)\b", re.I
)
_AREA_ENDS = re.compile(r"(?:\.\s|,\s|\s\(|;\s|\swith\s)")
_LETTERS = re.compile(r"[A-Z](?:\.|[A-Z])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step. ``name``: the title, the degree, the course or what the time off was for; ``place``:
    employer or school; ``changed``: with it a new trade began."""

    kind: Kind
    name: str
    place: str = ""
    start: str = ""
    end: str = ""
    changed: bool = False
    beside: bool = False
    first: bool = False
    """Whether it is the position with which the career began."""

    @property
    def at(self) -> str:
        """When it comes in the telling: a degree at its end, a position at its start."""
        learned = self.kind in ("degree", "course")
        when = self.end or self.start if learned else self.start
        return when if len(when) > 4 or not when else f"{when}-{'05' if learned else '06'}"


def steps(case: Case) -> tuple[Step, ...]:
    """The steps before the present one, oldest first, at most ``MOST``: those a listener would ask
    for (a new trade, a course, a break) before one more position of the same kind."""
    jobs = _jobs(case)
    found = [*jobs, *_studies(case), *_away(case), *_between(case)]
    told = sorted((s for s in found if s.at), key=lambda s: s.at)
    at = next((n for n, s in enumerate(told) if s.kind == "job" and not s.beside), None)
    told = [replace(s, first=n == at) for n, s in enumerate(told)]
    kept = sorted(told, key=lambda s: (-_weight(s), told.index(s)))[:MOST]
    return tuple(s for s in told if s in kept)


def _weight(step: Step) -> float:
    if step.changed or step.kind in ("away", "between"):
        return 5.0
    if step.kind in ("degree", "course"):
        return 4.0
    if step.first:
        return 3.0
    return 1.0 if step.beside else 2.0


def present(case: Case) -> Work | None:
    """The position held today, the newest where there are several; None for none."""
    return next((w for w in case.resume.work if not w.end_date and w.position), None)


def since(work: Work, case: Case) -> str:
    """When the person came to the employer of a position, by the positions without a break there."""
    start = work.start_date
    for other in case.resume.work:
        here = other is not work and other.name == work.name
        if (
            here
            and other.start_date
            and other.start_date < start
            and _goes_on(other.end_date, start)
        ):
            start = other.start_date
    return start


def _goes_on(end: str, start: str) -> bool:
    """Whether a position began when the one before ended, to a month or two."""
    return not end or _months(start) - _months(end) <= 2


def _months(date: str) -> int:
    pieces = [int(p) for p in date.split("-")[:2]]
    return pieces[0] * 12 + (pieces[1] if len(pieces) > 1 else 6)


def title_of(work: Work) -> str:
    """A title as one says it in passing: "a Registered Nurse" of "Registered Nurse, Step-Down Unit"."""
    position = re.sub(r"\s*\([^()]*\)", "", work.position) or work.position
    head = position.split(", ")[0]
    return spoken_title(head if len(head.split()) > 1 else position)


def _jobs(case: Case) -> list[Step]:
    lex = lexicon(case.taxonomy)
    today = present(case)
    held = [w for w in case.resume.work if w.position and w.name]
    trades = [position_profession(w.position, case.resume, lex) for w in held]
    out = []
    for n, work in enumerate(held):
        before = [
            (earlier, trade)
            for earlier, trade in zip(held[n + 1 :], trades[n + 1 :], strict=True)
            if not _is_beside(earlier)
        ]
        elsewhere = all(trade in ("", OTHER_FIELD) for _, trade in before)
        lived = any(not _paid_the_rent(earlier, case) for earlier, _ in before)
        changed = elsewhere and lived and trades[n] not in ("", OTHER_FIELD)
        rent = trades[n] == OTHER_FIELD and _paid_the_rent(work, case)
        if (work is today and not changed) or (rent and len(held) > 1):
            continue
        out.append(
            Step(
                kind="job", name=title_of(work), place=spoken_employer(work.name),
                start=work.start_date, end=work.end_date, changed=changed, beside=_is_beside(work),
            )
        )  # fmt: skip
    return out


def _paid_the_rent(work: Work, case: Case) -> bool:
    return while_studying(work, case.resume, case.options.today, assume=True)


def _is_beside(work: Work) -> bool:
    return _BESIDE.search(work.position) is not None


def _studies(case: Case) -> list[Step]:
    """The two latest degrees, and courses that are no degree."""
    found = sorted(case.resume.education, key=lambda e: e.end_date or e.start_date, reverse=True)
    degrees = [e for e in found if e.study_type and not _COURSES.search(e.institution)][:2]
    courses = [e for e in found if e.area and (not e.study_type or _COURSES.search(e.institution))]
    out = [
        Step(kind="degree", name=degree_of(e), place=_school(e), start=e.start_date, end=e.end_date)
        for e in degrees
    ]
    out += [
        Step(kind="course", name=_area(e), place=_school(e), start=e.start_date, end=e.end_date)
        for e in courses[:1]
    ]
    return [s for s in out if s.place]


def degree_of(education: Education) -> str:
    """ "a B.A. in Communication", "an MSc", "a Ph.D. in Computer Science"."""
    kind = re.sub(r"\s+candidate$", "", education.study_type.strip())
    initial = kind[:1].upper() in "AEFHILMNORSX" if _LETTERS.match(kind) else None
    article = an(kind) if initial is None else "an" if initial else "a"
    area = _area(education)
    said = kind.casefold()
    return (
        f"{article} {kind} in {area}"
        if area and area.casefold() not in said
        else f"{article} {kind}"
    )


def _area(education: Education) -> str:
    return _AREA_ENDS.split(education.area.strip())[0].strip(" .,")


def _school(education: Education) -> str:
    school = education.institution.split(", ")[0].strip()
    return (
        f"the {school}" if re.match(r"University of\b|Technical University\b", school) else school
    )


def _away(case: Case) -> list[Step]:
    return [
        Step(kind="away", name=_small(v.summary), start=v.start_date, end=v.end_date)
        for v in case.resume.volunteer
        if not v.organization and not v.position and v.summary and v.start_date and v.end_date
        and (away := period(v.start_date, v.end_date, case.options.today)) is not None
        and (away.months >= LEAST_AWAY or len(v.start_date) == 4)
    ]  # fmt: skip


LEAST_AWAY = 6
"""Months from which a time away is told; a shorter one nobody asks about."""


def _small(text: str) -> str:
    first = re.split(r"[.;]\s|, (?=\d)", text.strip())[0].rstrip(".")
    return first[:1].lower() + first[1:]


def _between(case: Case) -> list[Step]:
    """The months that neither a position nor studies nor a word of the resume accounts for."""
    out = []
    for risk in case.assessment.risks:
        found = _GAP.search(risk.text) if risk.kind == "employment_gap" else None
        if found and int(found[3]) >= LONG_GAP:
            out.append(Step(kind="between", name="", start=found[1], end=found[2]))
    return out


def year(date: str) -> str:
    """The year of a date; the month is for what is new."""
    return date.split("-")[0]


def grouped(told: Sequence[Step]) -> list[list[Step]]:
    """Steps with those that rose from one at the same employer: they are one sentence."""
    out: list[list[Step]] = []
    for step in told:
        before = out[-1][-1] if out else None
        rose = (
            before is not None and step.kind == before.kind == "job"
            and step.place == before.place and not step.changed
        )  # fmt: skip
        if rose:
            out[-1].append(step)
        else:
            out.append([step])
    return out


def when(step: Step) -> str:
    """When a step began, as it is said: with its month where a new trade began."""
    return month(step.start) if step.changed else year(step.start)

"""The rounds to expect for this role, level and company, and how ready this person is for each."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Literal

from report_gen.coaching.case import Case, shorten
from report_gen.coaching.held_round import HeldRound
from report_gen.coaching.models import FailureRisk, InterviewQuestion, Round
from report_gen.coaching.nearest import OwnLines
from report_gen.coaching.own_words import filled
from report_gen.coaching.questions_back import questions_back
from report_gen.coaching.readiness import FIRST_CALL, prepared
from report_gen.coaching.round_list import likely_times, rounds_of, weigh
from report_gen.coaching.round_sheet import lead_stories, sheet
from report_gen.coaching.round_topics import topics
from report_gen.coaching.steps import guide_of
from report_gen.job.conditions import is_agreed
from report_gen.taxonomy.interview import FailureMode, RoleRound, RoundGuide

MOST_CONDITIONS = 4


def draft_rounds(
    case: Case, questions: tuple[InterviewQuestion, ...], failures: tuple[FailureRisk, ...]
) -> tuple[Round, ...]:
    """Every round with its weight (sum 100), readiness, topics by gap, sheet and questions."""
    rounds = rounds_of(case)
    weights = weigh(rounds, case)
    risks = {f.id: f for f in failures}
    drafted = []
    own = OwnLines(case)
    told = _Told()
    for r, weight in zip(rounds, weights, strict=True):
        found = _with_own_lines(_draft(r, weight, case, questions, risks, own, told), own)
        told.reviewed.update(t.name for t in found.topics)
        if found.failure is not None:  # no line is quoted against or for the person twice
            fresh = tuple(e for e in found.failure.evidence if e not in told.quoted)
            told.quoted.update(fresh)
            told.warned.add(found.failure.id)
            found = replace(found, failure=replace(found.failure, evidence=fresh))
        drafted.append(found)
    return tuple(drafted)


@dataclass(frozen=True, slots=True)
class _Told:
    """What earlier rounds have given, so that none gives it again: lines quoted, questions to ask
    back, topics, and ways to fail."""

    quoted: set[str] = field(default_factory=set)
    drawn: set[str] = field(default_factory=set)
    reviewed: set[str] = field(default_factory=set)
    warned: set[str] = field(default_factory=set)


def _draft(
    r: HeldRound,
    weight: float,
    case: Case,
    questions: tuple[InterviewQuestion, ...],
    risks: dict[str, FailureRisk],
    lines: OwnLines,
    told: _Told,
) -> Round:
    guide = guide_of(r.id, case) or RoundGuide(
        id=r.id, name=r.id.replace("_", " ").capitalize(), tested=()
    )
    dims = [case.taxonomy.dimensions[d] for d in r.tests if d in case.taxonomy.dimensions]
    tested = guide.tested or tuple(t for d in dims for t in d.interviewers_test[:2])
    strong = guide.strong or tuple(t for d in dims for t in d.strong_looks_like[:2])
    own = tuple(q.id for q in questions if q.round == r.id)
    review, more = topics(guide, r, case, lines, told.reviewed)
    ready = prepared(guide, r, case)
    asks = questions_back(guide, r, case, told.drawn)
    return Round(
        id=r.id,
        name=r.name or guide.name,
        subject=guide.name if r.name else "",
        inside=r.inside,
        sure=r.sure,
        minutes=r.minutes,
        count=r.count,
        weight=weight,
        readiness=ready.value,
        counted=ready.counted,
        confidence=_confidence(r),
        dimensions=r.tests,
        tested=tested,
        strong=tuple(filled(s, case) for s in strong),
        failure=_failure(guide, r, risks, case, told.warned),
        topics=review,
        more_topics=more,
        questions=own,
        lead_stories=lead_stories(guide, r, case),
        asks=tuple(text for text, _ in asks),
        asks_from=tuple(ref for _, ref in asks),
        note=_note(r, case),
        sheet=sheet(guide, r, case),
    )


def _note(r: RoleRound, case: Case) -> str:
    """What is usual in the round; for the recruiter's also what they tick first: the place and
    the posting's conditions."""
    if FIRST_CALL not in (r.id, *r.takes):
        return r.note
    return ". ".join(part for part in (r.note, _place(case), _conditions(case)) if part)


def _place(case: Case) -> str:
    home, place = case.resume.basics.location.city.strip(), (case.job.location or "").strip()
    named = [place, *(i.text for i in case.job.ignored if i.why == "metadata")]  # several sites
    near = any(re.search(rf"\b{re.escape(home)}\b", text, re.I) for text in named)
    if not home or not place or case.job.remote == "remote" or near:
        return ""
    permit = "" if case.conditions else ", and on permission to work if you need one"
    return (
        f"Your resume says {home}, the posting {place}: have one sentence ready on when you could be "
        f"there{permit}"
    )


def _conditions(case: Case) -> str:
    open_ = [r for r in case.conditions if not is_agreed(r, case.taxonomy)]
    lines = [shorten(r.text, 14).rstrip(".") for r in open_[:MOST_CONDITIONS]]
    if not lines:
        return ""
    said = "; ".join(f"“{line}”" for line in lines)
    return (
        f"Have a plain answer to the posting's conditions, which count nothing in the score: {said}"
    )


def _with_own_lines(r: Round, own: OwnLines) -> Round:
    """Beside each thing to show the own line nearest to it."""
    return replace(r, shown_by=tuple(own.speaking_of(text) for text in r.strong))


def _confidence(r: RoleRound) -> Literal["high", "medium", "low"]:
    times = likely_times(r.count)
    return (
        "high" if times >= 1 and not r.count.startswith("0") else "medium" if times >= 1 else "low"
    )


def _is_of(mode: FailureMode, r: RoleRound) -> bool:
    """Whether the failure is about something the round tests."""
    return mode.measure != "shortfall" or not set(mode.dimensions).isdisjoint(r.tests)


def _failure(
    guide: RoundGuide, r: RoleRound, risks: dict[str, FailureRisk], case: Case, warned: set[str]
) -> FailureRisk | None:
    """Of the round's failure modes the one this person runs most, the first of equals; those that an
    earlier round has warned of only where there is no other."""
    found = [risks[f] for f in guide.failure_modes if f in risks]
    found = [f for f in found if f.id not in warned] or found
    about = [f for f in found if _is_of(case.taxonomy.failures[f.id], r)]
    found = about or found
    order = ("high", "medium", "low")
    return min(found, key=lambda f: order.index(f.risk)) if found else None

"""The rounds are the steps a posting names: each prepared as what it is, nothing put beside them.

Subjects the role is usually asked about come inside a step that leaves open what it is about; what
finds no such step is not prepared as a round, and named once as not named by the posting.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from report_gen.coaching.case import Case
from report_gen.coaching.held_round import STATED, HeldRound, dimension_weights, plain
from report_gen.coaching.readiness import PEOPLE
from report_gen.coaching.stated_process import (
    ALGORITHM_ROUNDS,
    HOME_ROUNDS,
    INSIDE,
    PRACTICAL_ROUND,
    ruled_out,
    stated_process,
)
from report_gen.coaching.stated_steps import SHORT, Step, stated_steps
from report_gen.taxonomy.employers import StepKind
from report_gen.taxonomy.interview import RoleRound

_NEVER_INSIDE = frozenset(
    {"recruiter_screen", "technical_screen", "research_screen", "online_assessment"}
) | HOME_ROUNDS | {"hiring_manager_team_match"}  # fmt: skip
_HOSTS = ("technical", "panel", "onsite", "team", "manager", "final", "executive")
"""Kinds of open steps inside which the craft is asked, best first."""
_OF_PEOPLE = (
    "values", "panel", "manager", "final", "executive", "team", "onsite", "trial", "past_work", "talk",
    "solution", "technical", "call", "practical", "case", "design", "ml_design", "social",
)  # fmt: skip
"""Kinds of steps in which stories of work with people are asked, best first."""
_SILENT = frozenset({"home", "exercise", "questionnaire", "aptitude", "references", "writing", "social"})  # fmt: skip
"""Kinds of steps in which nobody asks about the craft."""
_DIGS = frozenset({*_HOSTS, "past_work", "talk", "design", "ml_design", "case"})
"""Kinds of steps in which a subject of the craft comes up that the posting does not name."""
_AT_WORK = frozenset({"practical", "coding", "trial"})
_OF_CODE = frozenset({"practical", "coding", "home", "trial", "exercise"})
"""Kinds of steps in which code is written: no puzzle is put into a talk besides."""
_LONG = 75
_CRAFT = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedRounds:
    """``unnamed``: rounds usual for the role that the posting does not name and no step leaves room for."""

    rounds: tuple[HeldRound, ...]
    unnamed: tuple[RoleRound, ...]


def stated_rounds(rounds: tuple[RoleRound, ...], case: Case) -> StatedRounds | None:
    """The steps of the posting as rounds; None where it names none. ``rounds``: what is usual for
    the role, without what the posting rules out."""
    steps = stated_steps(case)
    if not steps:
        return None
    placed = _placed(steps, rounds, case)
    inside, unnamed = _shared_out(steps, placed, rounds, case)
    placed = _with_questions(steps, placed, inside, unnamed, case)
    out: list[HeldRound] = []
    for r in placed:
        out += [r, *(i for i in inside if i.inside == r.name)]
    return StatedRounds(
        rounds=tuple(out), unnamed=tuple(r for r in unnamed if not r.count.startswith("0"))
    )


def _placed(steps: tuple[Step, ...], rounds: tuple[RoleRound, ...], case: Case) -> list[HeldRound]:
    """Every step with the round it is prepared as. Steps of one name are numbered."""
    stated = stated_process(case)
    known = {r.id: r for r in case.role.rounds if r.minutes != INSIDE and not ruled_out(r, stated)}
    known |= {r.id: r for r in rounds}
    named: Counter[str] = Counter()
    taken: set[str] = set()
    placed = []
    for step in steps:
        id = _prepared_as(step.kind, known, taken, case)
        taken.add(id)
        named[step.name] += 1
        again = f" ({named[step.name]})" if named[step.name] > 1 else ""
        usual = known.get(id) or RoleRound(id=id, tests=_tests(step.kind, case))
        update = {
            "name": step.name + again, "minutes": step.minutes, "count": _times(step), "sure": STATED,
            "share": step.kind.share * _by_length(step), "takes": (*usual.takes, *step.kind.takes),
            "note": f"The posting says: “{', '.join(step.piece.rstrip('.').split(chr(9)))}”",
        }  # fmt: skip
        placed.append(plain(usual).model_copy(update=update))
    return placed


_TIMES = {"two": "2", "2": "2", "three": "3", "3": "3", "four": "4", "4": "4"}


def _times(step: Step) -> str:
    """How many talks the step is, where its name begins with a number: "Two design sessions"."""
    return _TIMES.get(step.name.split()[0].lower(), "1")


_BRIEF = re.compile(r"\b(?:short|quick|brief)\b", re.IGNORECASE)
_OF_BRIEF = 0.6


def _by_length(step: Step) -> float:
    """Less hangs on a talk of half an hour than on one of an hour."""
    last = step.minutes.split("-")[-1]
    brief = int(last) <= SHORT if last.isdigit() else _BRIEF.search(step.name) is not None
    return _OF_BRIEF if brief and step.kind.id != "call" else 1.0


def _prepared_as(kind: StepKind, known: dict[str, RoleRound], taken: set[str], case: Case) -> str:
    """Of the kind's rounds the first that the role has and no earlier step has taken; where all are
    taken, one of them again under a number."""
    guides = case.taxonomy.rounds
    own = [r for r in kind.rounds if r in known]
    fitting = own or [r for r in (kind.otherwise or kind.rounds) if r in guides]
    free = [r for r in fitting if r not in taken]
    if free:
        return free[0]
    return next(f"{fitting[0]}_{n}" for n in range(2, 99) if f"{fitting[0]}_{n}" not in taken)


def _tests(kind: StepKind, case: Case) -> tuple[str, ...]:
    """What the step tests: the role's own work where it is about that, and what is of its kind."""
    weights = dimension_weights(case)
    craft = sorted((d for d in weights if d != PEOPLE), key=lambda d: (-weights[d], d))[:_CRAFT]
    return tuple(dict.fromkeys([*(craft if kind.craft else []), *kind.tests]))


def _shared_out(
    steps: tuple[Step, ...], placed: list[HeldRound], rounds: tuple[RoleRound, ...], case: Case
) -> tuple[list[HeldRound], list[RoleRound]]:
    """The role's other rounds of the craft: those that find room inside an open step, and the rest."""
    weights = dimension_weights(case)
    taken = {r.id for r in placed} | {t for r in placed for t in r.takes}
    coded = any(s.kind.id in _OF_CODE for s in steps)
    left = [
        r
        for r in rounds
        if r.id not in taken | _NEVER_INSIDE
        and r.tests[:1] != (PEOPLE,)
        and not (coded and r.id in ALGORITHM_ROUNDS | {PRACTICAL_ROUND})
    ]
    left.sort(key=lambda r: (r.count.startswith("0"), -weights.get(r.tests[0], 0.0), r.id))
    room = _room(steps, placed)
    inside: list[HeldRound] = []
    unnamed: list[RoleRound] = []
    for r in left:
        host = next((name for name, free in room.items() if free), None)
        if host is None or r.count.startswith("0"):
            unnamed.append(r)
            continue
        room[host] -= 1
        inside.append(plain(r).model_copy(update={"inside": host}))
    return inside, unnamed


def _room(steps: tuple[Step, ...], placed: list[HeldRound]) -> dict[str, int]:
    """How many subjects each open step has time for, the likeliest step first."""
    crafted = any(s.kind.tests[0] != PEOPLE or (s.kind.craft and not s.kind.plain) for s in steps)
    room: dict[str, int] = {}
    for kind in _HOSTS:
        for step, r in zip(steps, placed, strict=True):
            if step.kind.id == kind and step.kind.open:
                talk = kind not in ("technical", "panel", "onsite") and not (
                    kind == "team" and _INTERVIEW.search(r.name)
                )
                room[r.name] = 0 if talk and crafted else _subjects(step.minutes)
    return room


_INTERVIEW = re.compile(r"\binterview\b", re.IGNORECASE)


def _subjects(minutes: str) -> int:
    """How many subjects a talk of this length has room for."""
    figures = [int(n) for n in re.findall(r"\d+", minutes)]
    if not figures:
        return 2 if not minutes else 3
    if not minutes.replace("-", "").isdigit():
        return 3  # hours or days
    return 1 if figures[-1] <= SHORT else 2 if figures[-1] < _LONG else 3


def _with_questions(
    steps: tuple[Step, ...],
    placed: list[HeldRound],
    inside: list[HeldRound],
    unnamed: list[RoleRound],
    case: Case,
) -> list[HeldRound]:
    """The rounds with ``takes`` such that the questions of every usual round find the step they
    belong to: those on people the talk on people, those on the craft a step that tests the same."""
    kinds = {r.id: s.kind.id for s, r in zip(steps, placed, strict=True)}
    have = {r.id for r in (*placed, *inside)} | {t for r in placed for t in r.takes}
    more: dict[str, list[str]] = {}
    people = min(
        placed, key=lambda r: _OF_PEOPLE.index(kinds[r.id]) if kinds[r.id] in _OF_PEOPLE else 99
    )
    for usual in case.role.rounds:
        if usual.id in have or usual.minutes == INSIDE:
            continue
        if usual.id == "recruiter_screen":
            host = placed[0].id if kinds[placed[0].id] not in _SILENT else people.id
        elif usual.tests[:1] == (PEOPLE,) or usual.id == "hiring_manager_team_match":
            host = people.id
        elif usual.id in ALGORITHM_ROUNDS:
            continue
        else:
            host = _nearest(usual, placed, kinds)
        if host:
            more.setdefault(host, []).append(usual.id)
    return [r.model_copy(update={"takes": (*r.takes, *more.get(r.id, ()))}) for r in placed]


def _nearest(usual: RoleRound, placed: list[HeldRound], kinds: dict[str, str]) -> str:
    """The step that asks about what a round tests first; "" for none. Code is asked where it is
    written, and not of who presents."""
    first = usual.tests[0]
    asking = _AT_WORK if first == "coding" else _DIGS
    fitting = [r for r in placed if first in r.tests and kinds[r.id] in asking]
    return min(fitting, key=lambda r: r.tests.index(first)).id if fitting else ""

"""The rounds as they are held here: the posting's own steps, else those usual for its kind of
employer; what the role is asked besides is asked inside one of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from report_gen.coaching.case import Case
from report_gen.coaching.employer import employer_of
from report_gen.coaching.held_round import HeldRound, kind_of_round, plain
from report_gen.coaching.models import Round
from report_gen.coaching.readiness import PEOPLE
from report_gen.coaching.stated_process import (
    HOME_ROUNDS,
    INSIDE,
    PRACTICAL_ROUND,
    ruled_out,
    stated_process,
)
from report_gen.coaching.stated_rounds import stated_rounds
from report_gen.scoring.models import Gap
from report_gen.taxonomy.employers import Employer, StepKind, UsualStep
from report_gen.taxonomy.interview import RoleRound, RoundGuide

_SCREENS = frozenset(
    {"recruiter_screen", "technical_screen", "research_screen", "online_assessment"}
)
_MANAGER = "hiring_manager_team_match"
"""Asked wherever the first talk on people is, where the manager has none of their own."""
_OF_CRAFT = ("technical", "practical", "design", "case", "panel", "home", "team")
"""Kinds of steps inside which the craft is asked, best first."""
_OF_PEOPLE = ("final", "team", "panel", "call")


OF_CODE = frozenset({"coding", "data_engineering"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    """A step that is held, whoever says so."""

    kind: StepKind
    name: str
    minutes: str
    count: str
    note: str
    sure: str


def held(rounds: tuple[RoleRound, ...], case: Case) -> tuple[HeldRound, ...]:
    """The rounds in the order of the steps, each followed by what is asked inside it; as usual for
    the role where neither the posting nor its kind of employer says otherwise."""
    stated = stated_rounds(rounds, case)
    if stated is not None:
        return stated.rounds
    employer = employer_of(case)
    steps = _as_usual(employer, case) if employer is not None else []
    if employer is None or not steps:
        return tuple(plain(r) for r in rounds)
    kept = tuple(r for r in rounds if r.id not in employer.drop)
    return _in_order(_placed(steps, rounds, frozenset(employer.drop), case), kept)


def _as_usual(employer: Employer, case: Case) -> list[_Held]:
    return [
        _Held(
            kind=case.taxonomy.steps[s.kind], name=s.name, minutes=s.minutes, count=s.count, note="",
            sure=f"usual for {a_kind(employer)}: ask",
        )
        for s in employer.steps
        if held_here(s, case)
    ]  # fmt: skip


def a_kind(employer: Employer) -> str:
    """Its kind with the article: "an established firm"."""
    return f"{'an' if employer.name[0] in 'aeiou' else 'a'} {employer.name}"


def codes(case: Case) -> bool:
    """Whether people of this role are usually asked to write code or queries."""
    return any(
        r.tests[0] in OF_CODE | {"deep_learning"}
        and not r.count.startswith("0")
        and r.id != PRACTICAL_ROUND
        for r in case.role.rounds
    )


def puzzle_free(case: Case) -> bool:
    """Whether algorithm puzzles are not to be expected: the posting rules them out, or its kind of
    employer hardly ever holds them and it names no other process."""
    if stated_process(case).no_puzzles:
        return True
    employer = employer_of(case)
    return employer is not None and "coding" in employer.drop


def guide_of(id: str, case: Case) -> RoundGuide | None:
    """The guide to a round: the role's own where there is one (``technical_screen.de``)."""
    guides, id = case.taxonomy.rounds, kind_of_round(id)
    own = (guides.get(f"{id}.{role}") for role in (case.role_id, *case.role.also))
    return next((g for g in own if g is not None), None) or guides.get(id)


def is_alone(r: Round, case: Case) -> bool:
    """Whether nobody sits there: one does it by oneself, and rehearses it so."""
    guide = guide_of(r.id, case)
    return guide is not None and guide.alone


def only_wished(gap: Gap, case: Case) -> bool:
    """A gap in writing code or queries that no must names, for somebody whose role writes none: one
    says where one stands, and drills nothing."""
    lines = [case.requirements[r] for r in gap.requirements if r in case.requirements]
    return (
        gap.dimension in OF_CODE
        and not codes(case)
        and not any(line.kind == "required" for line in lines)
    )


def held_here(step: UsualStep, case: Case) -> bool:
    """A usual piece of work in code is not held for who writes none, nor against the posting."""
    if step.kind not in ("practical", "home"):
        return True
    return codes(case) and not stated_process(case).no_take_home


def _placed(
    steps: list[_Held], rounds: tuple[RoleRound, ...], never: frozenset[str], case: Case
) -> list[tuple[_Held, HeldRound]]:
    """Every step with the round it is prepared as: one of its kind that no earlier step has taken,
    else what the role has left. Steps of one name are numbered, so that each is found."""
    stated = stated_process(case)
    known = {r.id: r for r in case.role.rounds if r.minutes != INSIDE and not ruled_out(r, stated)}
    known |= {r.id: r for r in rounds}
    named: Counter[str] = Counter()
    of_packs = {r.id: r.note for r in case.role.rounds}
    placed: list[tuple[_Held, HeldRound]] = []
    taken: set[str] = set()
    for step in steps:
        own = [r for r in step.kind.rounds if r not in taken | never]
        left = [
            r for r in (*known, *case.taxonomy.rounds) if "." not in r and r not in taken | never
        ]
        of_role = [r for r in own if r in known]
        id = (of_role or [r for r in own if r in case.taxonomy.rounds] or left)[0]
        named[step.name] += 1
        again = f" ({named[step.name]})" if named[step.name] > 1 else ""
        usual = known.get(id) or RoleRound(id=id, tests=step.kind.tests)
        taken.add(id)
        stated_note = usual.note if usual.note != of_packs.get(id, "") else ""
        note = (
            step.note or stated_note
        )  # what the posting says of a round; what is usual does not stay
        update = {"name": step.name + again, "minutes": step.minutes, "count": step.count, "note": note,
                  "sure": step.sure}  # fmt: skip
        placed.append((step, plain(usual).model_copy(update=update)))
    return placed


def _in_order(
    placed: list[tuple[_Held, HeldRound]], rounds: tuple[RoleRound, ...]
) -> tuple[HeldRound, ...]:
    taken = {r.id for _, r in placed}
    missed = _SCREENS - {"online_assessment"} - taken
    hosts = {step.kind.id: r.name for step, r in reversed(placed)}
    last = placed[-1][1].name
    craft = next((hosts[k] for k in _OF_CRAFT if k in hosts), last)
    people = next((hosts[k] for k in _OF_PEOPLE if k in hosts), last)
    inside: dict[str, list[HeldRound]] = {}
    for r in rounds:
        if r.id in taken | _SCREENS | HOME_ROUNDS | {_MANAGER}:
            continue
        host = people if r.tests[:1] == (PEOPLE,) else craft
        inside.setdefault(host, []).append(plain(r).model_copy(update={"inside": host}))
    takes: dict[str, set[str]] = {}
    for id in sorted((missed | {_MANAGER}) - taken):
        host = {"recruiter_screen": placed[0][1].name, _MANAGER: people}.get(id, craft)
        takes.setdefault(host, set()).add(id)
    out: list[HeldRound] = []
    for _, r in placed:
        more = tuple(sorted(takes.get(r.name, ())))
        out += [r.model_copy(update={"takes": (*r.takes, *more)}), *inside.get(r.name, ())]
    return tuple(out)

"""Which rounds to expect, and what each weighs."""

from __future__ import annotations

from report_gen.coaching.case import Case, has_any
from report_gen.coaching.held_round import STATED, HeldRound, dimension_weights
from report_gen.coaching.readiness import PEOPLE, POSITION
from report_gen.coaching.stated_process import (
    ALGORITHM_ROUNDS,
    UNLIKELY,
    StatedProcess,
    ruled_out,
    stated_process,
    with_stated,
)
from report_gen.coaching.stated_rounds import stated_rounds
from report_gen.coaching.steps import guide_of, held
from report_gen.scoring.models import Gap
from report_gen.taxonomy.interview import LEVEL_STANDS_FOR, RoleRound

_AMONG_PEOPLE = frozenset({"leadership_cat", "soft_skill", "software_practice", "program_mgmt"})
"""Categories of skills one is asked about in conversation and not while writing code."""
_AT_THE_BOARD = ALGORITHM_ROUNDS | {"technical_screen", "coding_data", "sql", "sql_coding"}
GENAI_ROUND = "genai_system_design"


def rounds_of(case: Case) -> tuple[HeldRound, ...]:
    """The rounds usual for the role at this level; those known from one company only there;
    a GenAI design round where the posting asks for GenAI, whatever the level; without what the
    posting itself rules out, with what it names; in the steps of its own process or of its kind of
    employer."""
    return case.once(_rounds)


def unnamed_rounds(case: Case) -> tuple[RoleRound, ...]:
    """Rounds usual for the role that a posting which states its process does not name."""
    stated = stated_rounds(_of_the_role(case), case)
    return stated.unnamed if stated is not None else ()


def _rounds(case: Case) -> tuple[HeldRound, ...]:
    rounds = _of_the_role(case)
    return held(rounds if stated_rounds(rounds, case) is not None else _merged(rounds, case), case)


def _merged(rounds: tuple[RoleRound, ...], case: Case) -> tuple[RoleRound, ...]:
    """Without the rounds that test nearly what another does; that one takes their questions and
    what else they test, and says that they may be held beside it."""
    there = {r.id for r in rounds}
    gone = [r for r in rounds if r.within in there and r.count.startswith("0")]
    kept = [r for r in rounds if r not in gone]
    out = []
    for r in kept:
        mine = [g for g in gone if g.within == r.id]
        if not mine:
            out.append(r)
            continue
        tests = tuple(dict.fromkeys([*r.tests, *(t for g in mine for t in g.tests)]))
        takes = tuple(dict.fromkeys([*r.takes, *(i for g in mine for i in (g.id, *g.takes))]))
        names = " and ".join(
            guide.name.lower() if guide.name[1:2].islower() else guide.name
            for g in mine
            if (guide := guide_of(g.id, case)) is not None
        )
        also = f"Some employers hold a round of its own on this as well: {names}" if names else ""
        note = ". ".join(part for part in (r.note.rstrip("."), also) if part)
        out.append(r.model_copy(update={"tests": tests, "takes": takes, "note": note}))
    return tuple(out)


def _of_the_role(case: Case) -> tuple[RoleRound, ...]:
    """What is usual for the role at this level, with what the posting rules out or names."""
    like = LEVEL_STANDS_FOR.get(case.level or "senior", "senior")
    kept = []
    for r in case.role.rounds:
        if r.only_if and case.company.id not in r.only_if:
            continue
        if r.id == GENAI_ROUND:
            if asks_genai(case):
                kept.append(r)
            continue
        if not r.levels or like in r.levels:
            kept.append(_as_named(r, case))
    return with_stated(tuple(kept), stated_process(case))


def _as_named(r: RoleRound, case: Case) -> RoleRound:
    """A round that hangs on words of the posting is one that may come where it has none."""
    if not r.named_by or has_any(case.job_text, r.named_by):
        return r
    return r.model_copy(update={"count": "0-1"})


def asks_genai(case: Case) -> bool:
    """Whether the posting itself speaks of GenAI or LLM work."""
    return any("genai_llm" in r.dimensions for r in case.job.requirements if not r.negated) or any(
        case.taxonomy.skills[s].dimension == "genai_llm"
        for s in case.job_skills
        if s in case.taxonomy.skills
    )


def comes_up(gap: Gap, r: RoleRound, case: Case) -> bool:
    """Whether a gap may be touched in a round: it tests the gap's dimension; how one coaches or
    reviews is not asked while code is written, but where stories are."""
    known = case.taxonomy.skills
    parents = {known[s].parent for s in gap.skills if s in known}
    if parents and parents <= _AMONG_PEOPLE:
        told = r.tests[:1] == (PEOPLE,)
        return told or (gap.dimension in r.tests and r.id not in _AT_THE_BOARD)
    return gap.dimension in r.tests


def likely_times(count: str) -> float:
    """ "0-1" -> 0.5, "2" -> 2: how many of this round to expect."""
    numbers = [float(n) for n in count.replace("–", "-").split("-") if n.strip().isdigit()]
    return sum(numbers) / len(numbers) if numbers else 1.0


def weigh(rounds: tuple[HeldRound, ...], case: Case) -> tuple[float, ...]:
    """Each dimension's weight shared out over the rounds that test it; whole percents, sum 100."""
    by_dimension = dimension_weights(case)
    stated = stated_process(case)
    raw = [0.0] * len(rounds)
    for dimension, weight in sorted(by_dimension.items()):
        shares = [
            POSITION[min(r.tests.index(dimension), 4)] * likely_times(r.count) * _screen(r, stated)
            if dimension in r.tests
            else 0.0
            for r in rounds
        ]
        total = sum(shares)
        for n, share in enumerate(shares):
            raw[n] += weight * share / total if total else 0.0
    if any(r.sure == STATED for r in rounds):
        raw = _evened(raw, [_screen(r, stated) for r in rounds])
    return round_to_hundred(raw)


def _evened(raw: list[float], shares: list[float]) -> list[float]:
    """Half by what is tested, half by the step itself: an employer that names a step lets something
    hang on it, whatever else tests the same."""
    total, all_shares = sum(raw) or 1.0, sum(shares) or 1.0
    return [w / total + s / all_shares for w, s in zip(raw, shares, strict=True)]


def round_to_hundred(raw: list[float]) -> tuple[float, ...]:
    """Whole percents that add up to 100, the largest remainders rounded up."""
    total = sum(raw)
    if not raw:
        return ()
    scaled = [100 * r / total for r in raw] if total else [100 / len(raw)] * len(raw)
    floors = [float(int(s)) for s in scaled]
    short = round(100 - sum(floors))
    order = sorted(range(len(raw)), key=lambda n: (floors[n] - scaled[n], n))
    for n in order[:short]:
        floors[n] += 1
    return tuple(floors)


_SCREENS = {"recruiter_screen": 0.3, "technical_screen": 0.6, "online_assessment": 0.5}


def _screen(r: HeldRound, stated: StatedProcess) -> float:
    """Screens decide whether there is a next round, but little is measured in them; less still
    in a round the posting speaks against. A technical talk the posting names is no mere screen."""
    if r.sure == STATED:
        return r.share * (_SCREENS["recruiter_screen"] if r.id == "recruiter_screen" else 1.0)
    if ruled_out(r, stated):
        return UNLIKELY
    return _SCREENS.get(r.id, 1.0)

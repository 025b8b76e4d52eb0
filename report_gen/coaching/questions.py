"""The questions to expect: from the bank by gap, posting and round, and from own claims."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from report_gen.coaching.alike import alike_any
from report_gen.coaching.case import BROAD, Case, has_any, shorten
from report_gen.coaching.conduct import stories_for
from report_gen.coaching.fields import speaks_of
from report_gen.coaching.ground import is_strange
from report_gen.coaching.held_round import STATED, homes, kind_of_round
from report_gen.coaching.models import InterviewQuestion
from report_gen.coaching.nearest import LEAST_WORDS
from report_gen.coaching.own_questions import own_questions
from report_gen.coaching.own_words import filled
from report_gen.coaching.round_list import likely_times, rounds_of, weigh
from report_gen.coaching.scenes import is_beside, is_foreign
from report_gen.coaching.stated_process import ALGORITHM_ROUNDS, HOME_ROUNDS, INSIDE
from report_gen.coaching.steps import puzzle_free
from report_gen.coaching.wording import USUAL
from report_gen.job.models import Requirement
from report_gen.matching.models import LineReading
from report_gen.taxonomy import Taxonomy
from report_gen.taxonomy.interview import LEVEL_STANDS_FOR, Question, Role

BANK, OWN, LEAST = 38, 30, 62
"""Questions from the bank and from own lines; where there are few of these, more of those."""
OWN_SHARE = 0.8
WIDE = frozenset({"behavioral_leadership", "coding"})
"""Dimensions so wide that a line of the posting does not explain a question on them."""
PER_ROUND_LEAST, PER_ROUND_MOST = 5, 9
ENOUGH_SHARED = 2
IN_A_ROUND, WANTED = 3, 60
"""Questions of a round, and of the report, up to which what is far from this job is asked after all."""
SAME_REASON = 3
"""A line of the posting is not given as the reason for more questions of one round."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A question of the bank with where it would be asked, how much it is worth, and why."""

    question: Question
    round: str
    value: float
    reason: Requirement | LineReading | None
    """The line of the posting that asks for it, else the own line that gives a reason."""
    named: bool
    """The posting or the resume itself speaks of it."""
    titled: bool = False
    """The title of the posting is of its field."""
    foreign: bool = False
    """It plays in a trade neither of them speaks of: asked only where too little else is."""
    beside: bool = False
    """It plays in a trade only the resume speaks of: it stands behind what the posting speaks of."""
    strange: bool = False
    """It is about a field or technique neither of them speaks of: the same."""

    @property
    def far(self) -> bool:
        """Whether it stands behind whatever is of this job."""
        return self.foreign or self.strange

    @property
    def ref(self) -> str:
        """The reference of the line it is asked because of, "" for none."""
        if self.reason is None:
            return ""
        return self.reason.id if isinstance(self.reason, Requirement) else self.reason.ref


def draft_questions(case: Case) -> tuple[InterviewQuestion, ...]:
    """60 to 100 questions without doubles, grouped by round in the order of the interviews."""
    rounds = rounds_of(case)
    order = [r.id for r in rounds]
    own = own_questions(case, rounds)[:OWN]
    spent: Counter[str] = Counter()
    shares = dict(zip(order, weigh(rounds, case), strict=True))
    known = _of_role(case.role, case.taxonomy)
    found = [c for c in (_weigh(q, case, shares) for q in known) if c]
    found.sort(key=lambda c: (c.far, c.beside, -c.value, c.question.id))
    most = max(BANK, LEAST - len(own))
    times = {r.id: likely_times(r.count) for r in rounds}
    room = {
        name: max(
            PER_ROUND_LEAST if times[name] >= 0.5 else 3,
            min(PER_ROUND_MOST, round(most * shares[name] / 100)),
        )
        for name in order
    }
    least = max(round(WANTED / (1 + OWN_SHARE)) + 1, WANTED - len(own))
    bank = _fill(found, room, [q.question for q in own], most, least)
    own = own[: max(12, round(OWN_SHARE * len(bank)))]
    drafted = [_draft(c, case, spent) for c in bank] + list(own)
    drafted.sort(
        key=lambda q: (order.index(q.round), q.own, ("high", "medium", "low").index(q.likelihood))
    )
    return tuple(drafted)


@lru_cache(maxsize=32)
def _of_role(role: Role, taxonomy: Taxonomy) -> tuple[Question, ...]:
    """The questions of the bank that serve a role."""
    return tuple(q for q in taxonomy.questions.values() if not role.served_by.isdisjoint(q.roles))


def _fill(
    found: list[Candidate], room: dict[str, int], taken: list[str], most: int, least: int
) -> list[Candidate]:
    """The best of each round within its room, no two alike; then the best of the rest; what is far
    from this job only where a round, or the whole, would have too few."""
    kept: list[Candidate] = []
    chosen: set[int] = set()
    """By identity: to compare two candidates whole takes long."""
    held: Counter[str] = Counter()
    texts = list(taken)
    left = dict(room)

    def add(c: Candidate) -> bool:
        if alike_any(c.question.question, texts):
            return False
        kept.append(c)
        chosen.add(id(c))
        held[c.round] += 1
        texts.append(c.question.question)
        return True

    later = []
    told: Counter[tuple[str, str]] = Counter()
    for c in found:
        if c.far:
            later.append(c)
        elif left[c.round] > 0 and not (c.ref and told[c.round, c.ref] >= SAME_REASON):
            added = add(c)
            left[c.round] -= added
            told[c.round, c.ref] += added
        else:
            later.append(c)
    usual = max(PER_ROUND_MOST + 3, most // len(room) + 4)
    near, far = [c for c in later if not c.far], [c for c in later if c.far]
    passes = ((near, most, usual), (near, least, usual + IN_A_ROUND), (far, least, usual))
    for group, enough, in_round in passes:
        for c in group:
            if id(c) in chosen or len(kept) >= enough:
                continue
            if held[c.round] < in_round:
                add(c)
    for c in far:
        if id(c) not in chosen and held[c.round] < IN_A_ROUND:
            add(c)
    return kept


def _weigh(q: Question, case: Case, shares: dict[str, float]) -> Candidate | None:
    """How much the question is worth to this person for this job; None if it isn't asked here."""
    homes_of = case.once(_homes_of)
    if q.rounds not in homes_of:
        homes_of[q.rounds] = homes(q.rounds, rounds_of(case))
    place = next(iter(homes_of[q.rounds]), None) or _elsewhere(q, case, shares)
    if place is None:
        return None
    if q.rounds[0] in ALGORITHM_ROUNDS - {place} and puzzle_free(case):
        return None  # a posting without puzzles does not get them in another round
    if q.rounds[0] in HOME_ROUNDS - {place} and place.endswith("_screen"):
        return None  # what takes hours at home is not asked in a first call
    value = 1.0
    skills = set(q.skills) - BROAD
    asked_by = case.of_posting(_asked_by)
    if q.id not in asked_by:
        asked_by[q.id] = _asked(q, case)
    asked = asked_by[q.id]
    shown = skills & case.resume_skills
    foreign = is_foreign(q.question, case)
    titled = asked is None and has_any(case.job.title.lower(), q.cues)
    if q.only_with_cue and (
        foreign or not (asked or shown or titled) or not speaks_of(q.family, case)
    ):
        return None
    for gap in case.gaps:
        if skills & set(gap.skills):
            value += 3.0 * max(0.3, gap.priority)
            break
        if gap.dimension and gap.dimension == q.dimensions[0]:
            value += 1.2 * max(0.3, gap.priority)
            break
    if asked is not None:
        value += 2.2 if asked.kind == "required" else 1.8
    elif titled:
        value += 2.0
    if shown:
        value += 0.8
    value += min(MOST_NEAR, NEAR * len(named_in(q, case.taxonomy) & case.once(_done)))
    if case.company.id in q.companies or q.id in case.company.question_cues:
        value += 1.5
    like = LEVEL_STANDS_FOR.get(case.level or "senior", "senior")
    if like not in q.levels:
        value -= 2.0
    value += min(1.5, shares[place] * 0.08)
    if kind_of_round(place) == q.rounds[0] and case.once(_stated).get(place):
        value += OF_THE_STAGE
    named = asked is not None or bool(shown) or titled
    return Candidate(
        question=q, round=place, value=value, reason=_reason(q, None if foreign else asked, case),
        named=named, titled=titled, foreign=foreign,
        beside=is_beside(q.question, case),
        strange=not named and is_strange(q.skills, q.dimensions[0], case),
    )  # fmt: skip


def _stated(case: Case) -> dict[str, bool]:
    return {r.id: r.sure == STATED for r in rounds_of(case)}


OF_THE_STAGE = 1.5
"""What it adds that a question is written for the very stage the posting names."""
NEAR, MOST_NEAR = 0.3, 0.9
"""What each thing a question or its answer names adds that the person's own deeds show: of equals
they are asked what their own work bears on."""


@lru_cache(maxsize=2048)
def named_in(q: Question, taxonomy: Taxonomy) -> frozenset[str]:
    """The skills a question, what follows it and its answer name, the widest left out."""
    said = " ".join((q.question, *q.follow_ups, q.strong_answer))
    return frozenset(m.id for m in taxonomy.find_skills(said)) - BROAD


def _done(case: Case) -> frozenset[str]:
    return frozenset(s for line in case.deeds for s in line.skills)


def _elsewhere(q: Question, case: Case, shares: dict[str, float]) -> str | None:
    """Where a question comes up whose own round is only asked inside others: in the heaviest
    round that tests its first dimension."""
    inside = {r.id for r in case.role.rounds if r.minutes == INSIDE}
    if not inside & set(q.rounds):
        return None
    tests = {r.id: r.tests for r in rounds_of(case)}
    fitting = [
        r for r in shares if q.dimensions[0] in tests[r] or set(q.dimensions) & set(tests[r])
    ]
    return min(
        fitting, key=lambda r: (q.dimensions[0] not in tests[r], -shares[r], r), default=None
    )


def _homes_of(case: Case) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Where questions of the same rounds are asked, as far as it was looked for."""
    return {}


def _asked_by(case: Case) -> dict[str, Requirement | None]:
    """Per question what ``_asked`` finds, as far as it was looked for."""
    return {}


def _asked(q: Question, case: Case) -> Requirement | None:
    """The line of the posting that makes the question likely."""
    known = case.taxonomy.skills
    skills = tuple(s for s in q.skills if s not in BROAD)
    if q.dimensions[0] == "coding":  # a task in code is not what a line on statistics asks for
        skills = tuple(s for s in skills if known[s].dimension in q.dimensions[:1])
    fields = _fields(case.taxonomy)
    if skills and skills[0] not in fields:  # a whole field explains only a question on the field
        skills = tuple(s for s in skills if s not in fields)
    if not skills and not q.cues:
        return None
    asked = case.requirement_with(skills=skills, cues=q.cues)
    if asked is None or has_any(asked.text.lower(), q.cues):
        return asked
    shared = set(skills) & set(asked.skills)  # what a question is about is named first
    enough = len(shared) >= min(ENOUGH_SHARED, len(skills) - 1)
    return asked if shared and (enough or skills[0] in shared) else None


@lru_cache(maxsize=4)
def _fields(taxonomy: Taxonomy) -> frozenset[str]:
    """Skills that stand for a whole field: others are of their family."""
    return frozenset(s.family for s in taxonomy.skills.values() if s.family)


def _reason(q: Question, asked: Requirement | None, case: Case) -> Requirement | LineReading | None:
    if asked is not None or q.dimensions[0] in WIDE:
        return asked
    first = next((s for s in q.skills if s not in BROAD), "")
    return case.once(_shown_by).get(first)


def _shown_by(case: Case) -> dict[str, LineReading]:
    """Per skill, the own line that shows it best, as ``evidence_for`` finds it."""
    shown: dict[str, LineReading] = {}
    for line in case.deeds:
        for s in line.skills if len(line.text.split()) >= LEAST_WORDS else ():
            if s not in shown or line.level > shown[s].level:
                shown[s] = line
    return shown


def _because(c: Candidate, case: Case) -> str:
    if isinstance(c.reason, Requirement):
        lead = {
            "required": "The posting asks for it",
            "preferred": "The posting would like it",
        }.get(c.reason.kind, "It is part of the work")
        return f'{lead}: "{shorten(c.reason.text, 22)}"'
    if c.reason is not None:
        return f'You wrote: "{shorten(c.reason.text, 22)}"'
    if c.titled:
        return f"It is the field of the title, {case.job.title}"
    return f"{USUAL} {case.a_role}"


SHOWN = 2
"""The evidence level from which a line shows what was done."""


def evidence_for(
    skills: tuple[str, ...],
    dimensions: tuple[str, ...],
    case: Case,
    most: int = 2,
    spent: Counter[str] | None = None,
) -> tuple[str, ...]:
    """Own lines to answer with: those that show what it is about (the first of the skills, one of
    its kind, or several of them), else the dimension; strongest first, those already named for
    other questions (``spent``) later."""
    wanted, first = set(skills), skills[:1]
    known = case.taxonomy.skills
    used = spent if spent is not None else Counter()
    ranked = []
    for n, line in enumerate(case.deeds):
        shared = len(wanted & set(line.skills))
        about = any(s in first or (s in known and known[s].family in first) for s in line.skills)
        if shared < ENOUGH_SHARED and not about:
            shared = 0  # a line on something beside it
        dims = bool(dimensions) and dimensions[0] in line.dimensions
        if not shared and line.level < SHOWN:
            continue  # what is only named answers no question of its wide field
        if len(line.text.split()) >= LEAST_WORDS and (shared or about or dims):
            ranked.append((-(3 * shared + line.level + dims - 0.7 * used[line.ref]), n, line.ref))
    found = tuple(ref for _, _, ref in sorted(ranked)[:most])
    used.update(found)
    return found


def _draft(c: Candidate, case: Case, spent: Counter[str]) -> InterviewQuestion:
    q = c.question
    likelihood: Literal["high", "medium", "low"] = (
        "low" if c.far or c.beside or c.value < 2.2 else "high" if c.value >= 4.0 else "medium"
    )
    return InterviewQuestion(
        id=q.id,
        round=c.round,
        question=q.question,
        because=_because(c, case),
        ref=c.ref,
        likelihood=likelihood,
        follow_ups=q.follow_ups,
        strong_answer=filled(q.strong_answer, case),
        red_flags=q.red_flags,
        evidence=_to_answer_with(c, case, spent),
        dimensions=q.dimensions,
    )


def _to_answer_with(c: Candidate, case: Case, spent: Counter[str]) -> tuple[str, ...]:
    """Own lines for the answer, where they fit: lines that show a skill the question is about
    (a line of the same wide field alone answers nothing), or for a question about people and conduct a story of the same competency. None where a
    recruiter asks about wishes and plans, or where a problem is to be solved on the spot."""
    q = c.question
    if c.round == "recruiter_screen" or q.dimensions[0] == "coding":
        return ()
    skills = tuple(s for s in q.skills if s not in BROAD)
    if q.dimensions[0] == "behavioral_leadership":
        return stories_for(q, case)
    return evidence_for(skills, (), case, spent=spent) if skills else ()

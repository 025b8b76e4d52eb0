"""What could be done: tasks of the roadmap and of this person's gaps and stories, each valued."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from report_gen.coaching.alike import same_work
from report_gen.coaching.case import Case, has_cue, shorten, soft_lower
from report_gen.coaching.gap_kinds import is_degree, is_public, is_years
from report_gen.coaching.gap_words import gap_label
from report_gen.coaching.held_round import kind_of_round, round_name
from report_gen.coaching.models import GapScript, InterviewQuestion, Round
from report_gen.coaching.own_names import called
from report_gen.coaching.own_questions import rank_lines
from report_gen.coaching.own_words import filled
from report_gen.coaching.stakes import by_stake
from report_gen.coaching.stated_process import ALGORITHM_ROUNDS, BY_POSTING
from report_gen.coaching.steps import is_alone, only_wished, puzzle_free
from report_gen.coaching.wording import in_quotes
from report_gen.scoring.models import Gap
from report_gen.taxonomy.interview import RoadmapTask

PHASES = ("foundation", "deep_practice", "polish")
GAP_TASKS = 6
MUST_GAPS = 3
COVERED = 5
HEAVY, READY = 10, 95
STAKES = 2
"""Rounds whose review is always planned."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A task before it has a place. ``must``: 1 first, 2 next, 0 by value; ``lead``: before all
    others. ``least``: with at least these hours a shorter version (``short_title``) is worth
    doing; 0 for all or nothing."""

    id: str
    phase: str
    title: str
    hours: float
    serves: str
    serves_name: str
    proof: str
    value: float
    least: float = 0.0
    short_title: str = ""
    prerequisites: tuple[str, ...] = ()
    resources: tuple[str, ...] = ()
    must: int = 0
    lead: bool = False
    kind: str = "study"
    skills: tuple[str, ...] = ()
    dimensions: tuple[str, ...] = ()
    draws: tuple[str, ...] = ()
    """Ids of the round and the gap whose hours it takes."""


def menu(
    case: Case,
    rounds: tuple[Round, ...],
    scripts: Mapping[str, GapScript],
    questions: tuple[InterviewQuestion, ...] = (),
) -> tuple[Item, ...]:
    """Every task that serves this person's gaps and rounds, in the order of the packs."""
    coming = _coming(case, rounds)
    items = [item for t in case.taxonomy.roadmap.tasks if (item := _from_roadmap(t, case, coming))]
    scripted = [g for g in case.gaps if g.id in scripts][:GAP_TASKS]
    made = [
        item
        for n, gap in enumerate(scripted)
        for item in _from_gap(gap, scripts[gap.id], case, rounds, place=n)
    ]
    items = [i for i in items if not any(same_work(i.title, m.title) for m in made)]
    items += made
    items += [*_from_lead(case), *_from_lines(case)]
    items += _from_stakes(rounds)
    items += _checks(tuple(r for r in rounds if not is_alone(r, case)), questions)
    known = {item.id for item in items}
    items = [_without_unknown(item, known) for item in items]
    return tuple(_cover_rounds(items, case, rounds))


def _cover_rounds(items: list[Item], case: Case, rounds: tuple[Round, ...]) -> list[Item]:
    """For each heavy round the task worth most per hour becomes a must, two where much hangs on
    it and the evidence is short of the bar, so that no plan leaves a heavy round untouched."""
    by_id = {t.id: t for t in case.taxonomy.roadmap.tasks}
    musts: set[str] = set()
    for r in sorted(rounds, key=lambda r: (-r.weight * (120 - r.readiness), r.id))[:COVERED]:
        fitting = [i for i in items if i.id in by_id and kind_of_round(r.id) in by_id[i.id].rounds]
        fitting.sort(key=lambda i: (-i.value / i.hours**0.7, i.id))
        wanted = 2 if r.weight >= HEAVY and r.readiness < READY else 1
        there = sum(bool(i.must) or i.id in musts for i in fitting)
        free = [i.id for i in fitting if not i.must and i.id not in musts]
        musts.update(free[: max(0, wanted - there)])
    return [replace(i, must=3) if i.id in musts else i for i in items]


def _without_unknown(item: Item, known: set[str]) -> Item:
    if known.issuperset(item.prerequisites):
        return item
    return replace(item, prerequisites=tuple(p for p in item.prerequisites if p in known))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Coming:
    """The rounds in their order and by weight, and of those with another person the one most hangs
    on (of all where there is none)."""

    rounds: tuple[Round, ...]
    by_weight: tuple[Round, ...]
    main: Round | None


def _coming(case: Case, rounds: tuple[Round, ...]) -> _Coming:
    staked = by_stake(rounds)
    return _Coming(
        rounds=rounds,
        by_weight=tuple(sorted(rounds, key=lambda r: (-r.weight, r.id))),
        main=next((r for r in staked if not is_alone(r, case)), next(iter(staked), None)),
    )


def _from_roadmap(task: RoadmapTask, case: Case, coming: _Coming) -> Item | None:
    rounds = coming.rounds
    if (task.roles and not case.is_for(task.roles)) or _for_nothing(task, case, rounds):
        return None
    if task.only_with_cue and not any(
        has_cue(f"{case.job_text} {case.company.id}", cue) for cue in task.only_with_cue
    ):
        return None
    home, gap = _home(task, coming.by_weight), _closes(task, case)
    if task.kind == "mock" and not task.rounds and rounds:
        home = coming.main
    served = ("all", "every round")
    if gap is not None:
        served = (gap.id, _named(gap, case))
    elif home is not None:
        served = (home.id, home.name)
    hardest = round_name(coming.main) if coming.main else "the one you fear most"

    def fill(text: str) -> str:
        return filled(text.replace("{round}", hardest), case)

    return Item(
        id=task.id,
        phase=task.phase,
        title=fill(task.title),
        short_title=fill(task.short_title),
        hours=task.hours,
        least=task.least_hours,
        serves=served[0],
        serves_name=served[1],
        proof=fill(task.done_when),
        value=_value(task, case) * _pull(task, rounds) * _own_share(task, case),
        prerequisites=task.prerequisites,
        resources=task.resources,
        must=task.must,
        kind=task.kind,
        skills=task.skills,
        dimensions=task.dimensions,
        draws=tuple(x.id for x in (home, gap) if x is not None),
    )


WHOLE_DAY = 5.0
"""Hours from which on a mock rehearses a whole day of interviews, which few employers hold."""


def _for_nothing(task: RoadmapTask, case: Case, rounds: tuple[Round, ...]) -> bool:
    """Whether a task trains only for rounds that do not take place here: the posting's own words
    decide between puzzles, work on real code and work at home, and what no round asks first is
    worth an hour only where it closes a gap."""
    held = {kind_of_round(r.id) for r in rounds}
    if task.kind == "mock" and task.hours >= WHOLE_DAY and any(r.sure for r in rounds):
        return True
    if puzzle_free(case) and task.rounds[:1] and task.rounds[0] in ALGORITHM_ROUNDS:
        return task.rounds[0] not in held
    if not task.rounds or held.intersection(task.rounds):
        return False
    asked = {d for r in rounds for d in r.dimensions[:2]}
    usual = {r.id for role in case.taxonomy.roles.values() for r in role.rounds} - BY_POSTING
    return usual.isdisjoint(task.rounds) or (
        task.dimensions[0] not in asked and _closes(task, case) is None
    )


BORROWED = 0.5
"""What a task of a neighbouring role is worth where the role has one of its own for the round."""


def _own_share(task: RoadmapTask, case: Case) -> float:
    if not task.roles or case.role_id in task.roles:
        return 1.0
    own = case.once(_own_rounds)
    return BORROWED if own.intersection(task.rounds) else 1.0


def _own_rounds(case: Case) -> frozenset[str]:
    """Rounds that tasks written for this role train."""
    tasks = case.taxonomy.roadmap.tasks
    return frozenset(r for t in tasks if t.roles == (case.role_id,) for r in t.rounds)


def _value(task: RoadmapTask, case: Case) -> float:
    """What the task is worth: open distance in its dimensions times their weight, and gaps."""
    value = 0.0
    for n, name in enumerate(task.dimensions):
        score = case.dimensions.get(name)
        if score is None:
            continue
        open_part = max(0.0, 1 - score.score / score.bar) if score.bar else 0.0
        value += score.weight / 100 * (0.25 + open_part) / (n + 1)
    skills = frozenset(task.skills)
    for gap in case.gaps:
        if not skills.isdisjoint(gap.skills):
            value += 0.5 * gap.priority
        elif gap.dimension in task.dimensions[:1]:
            value += 0.12 * gap.priority
    if not skills.isdisjoint(case.job_skills):
        value += 0.1
    return value


def _pull(task: RoadmapTask, rounds: tuple[Round, ...]) -> float:
    """How strongly the rounds the task trains for draw hours: their weight times what is still
    missing there, so that time goes where the interview is decided."""
    trained = [r for r in rounds if kind_of_round(r.id) in task.rounds]
    if not trained:
        trained = [r for r in rounds if set(task.dimensions[:1]) & set(r.dimensions[:1])]
    open_part = sum(r.weight / 100 * (0.2 + 1 - r.readiness / 100) for r in trained)
    return 0.6 + 6 * open_part


def _home(task: RoadmapTask, ranked: tuple[Round, ...]) -> Round | None:
    """The heaviest round the task trains for, or else the heaviest that tests what it trains."""
    for r in ranked:
        if kind_of_round(r.id) in task.rounds:
            return r
    for name in task.dimensions:
        for r in ranked:
            if name in r.dimensions[:2]:
                return r
    return next((r for r in ranked if set(task.dimensions) & set(r.dimensions)), None)


def _closes(task: RoadmapTask, case: Case) -> Gap | None:
    skills = frozenset(task.skills)
    return next((g for g in case.gaps if not skills.isdisjoint(g.skills)), None)


def _from_gap(
    gap: Gap, script: GapScript, case: Case, rounds: tuple[Round, ...], place: int
) -> list[Item]:
    """Two sizes of work on one gap, from its script: reading and talking, then making."""
    coming = [r for r in rounds if r.id in script.rounds]
    heaviest = max(coming, key=lambda r: r.weight, default=None)
    draws = (gap.id, heaviest.id) if heaviest else (gap.id,)
    weight = (
        case.dimensions[gap.dimension].weight / 100 if gap.dimension in case.dimensions else 0.05
    )
    base = gap.priority * (0.5 + 2 * weight)
    label = _named(gap, case)
    items = []
    wished = only_wished(gap, case)
    said = f"{label}: say the short answer until you need no paper"
    if script.two_hours:
        items.append(
            Item(
                id=f"gap_{gap.id}_hours", phase="foundation", hours=1.0 if wished else 2.0, lead=place == 0,
                must=1 if place == 0 else 2 if place < MUST_GAPS else 0, least=0.5 if place == 0 else 0.0,
                title=said if wished else f"{label}: {_lower(script.two_hours)}",
                short_title=said, serves=gap.id, serves_name=label,
                proof="its script comes without paper", value=base, kind="gap", draws=draws,
            )
        )  # fmt: skip
    drilled = not (is_public(gap) or is_degree(gap) or is_years(gap) or wished)
    if script.two_days and drilled:
        items.append(
            Item(
                id=f"gap_{gap.id}_days", phase="deep_practice", hours=8.0, least=4.0,
                title=f"{label}: {_lower(script.two_days)}", serves=gap.id, serves_name=label,
                proof=script.deliverable or "something you can show on screen",
                value=(3.0 if place < MUST_GAPS else 1.6) * base, kind="gap", draws=draws,
                prerequisites=(f"gap_{gap.id}_hours",) if script.two_hours else (),
            )
        )  # fmt: skip
    return items


def _named(gap: Gap, case: Case) -> str:
    label = gap_label(gap, case)
    return label[:1].upper() + label[1:]


def _lower(text: str) -> str:
    first = text.split(" ", 1)[0]
    return text if first[1:] != first[1:].lower() or first == "I" else text[:1].lower() + text[1:]


def _from_stakes(rounds: tuple[Round, ...]) -> list[Item]:
    """A review of the topics of the two rounds most hangs on: what page 2 says to prepare most has
    hours of its own, however few there are."""
    items = []
    for n, r in enumerate(by_stake(rounds)[:STAKES]):
        topics = "; ".join(soft_lower(t.name.split(":")[0].split(",")[0]) for t in r.topics[:2])
        items.append(
            Item(
                id=f"review_{r.id}", phase="foundation", hours=2.0, least=1.0, must=n + 1,
                title=f"Work through the review list of {round_name(r)}"
                + (f", beginning with: {topics}" if topics else ""),
                short_title=f"Explain aloud for {round_name(r)}, a minute each: {topics or 'the topics on its page'}",
                draws=(r.id,), serves=r.id, serves_name=r.name, value=0.2 - 0.02 * n,
                proof="each topic takes a minute, with one case where it fails",
            )
        )  # fmt: skip
    return items


CHECKED = 12.0
"""Percent of the decision from which on a round gets an hour however well it is shown: what was
once known by heart still fails under a clock."""


def _checks(rounds: tuple[Round, ...], questions: tuple[InterviewQuestion, ...]) -> list[Item]:
    """For each heavy round that has no review a check-up: one likely question, timed."""
    items = []
    for r in rounds:
        asked = next((q for q in questions if q.round == r.id and not q.own), None)
        if r.weight < CHECKED or r in by_stake(rounds)[:STAKES] or asked is None:
            continue
        items.append(
            Item(
                id=f"check_{r.id}", phase="deep_practice", hours=1.0, must=2, kind="practice",
                title=f"Check-up for {round_name(r)}, under the clock: {in_quotes(shorten(asked.question, 30))}",
                draws=(r.id,), serves=r.id, serves_name=r.name, value=0.1,
                proof="compared with what its page calls strong; what was missing is on paper",
            )
        )  # fmt: skip
    return items


def _from_lead(case: Case) -> list[Item]:
    """The story that every round may ask for, first among the stories."""
    if not case.stories:
        return []
    return [
        Item(
            id="lead_story", phase="foundation", hours=1.0, least=0.5, must=1, kind="stories",
            title=f"Say your lead story aloud until it takes two minutes, and write what its blanks ask: {in_quotes(case.stories[0].title)}",
            serves="all", serves_name="every round", value=LEAD_STORY,
            proof="it ends inside two minutes, with what came of it and what you learned",
        )
    ]  # fmt: skip


LEAD_STORY = 9.0
"""Before every other task but the first gap's."""


def _from_lines(case: Case) -> list[Item]:
    """Rehearsals of own lines: the story to lead with, then what interviewers dig into first."""
    items = []
    lead = [case.lines[s.ref] for s in case.stories[:1] if s.ref in case.lines]
    lines = [*lead, *(line for line in rank_lines(case) if line not in lead)]
    for n, line in enumerate(lines[:3]):
        place = line.employer or line.title
        where = f" ({place})" if place else ""
        told = (in_quotes(s.title) for s in case.stories if s.ref == line.ref)
        name = next(told, called(line, case))
        items.append(
            Item(
                id=f"dive_{n + 1}", phase="polish", hours=1.5, least=1.0, kind="stories",
                title=f"Deep dive aloud: {name}{where}",
                short_title=f"Deep dive aloud, once: {name}{where}",
                serves="project", serves_name="Project deep dive",
                proof="fifteen minutes of why-questions answered with a number or a reason each",
                value=0.10 - 0.01 * n, must=2 if n == 0 else 0,
            )
        )  # fmt: skip
    return items

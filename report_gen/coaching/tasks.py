"""What could be done: tasks of the roadmap and of this person's gaps and stories, each valued."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from report_gen.coaching.alike import same_work
from report_gen.coaching.case import Case, has_cue
from report_gen.coaching.gap_kinds import is_degree, is_public
from report_gen.coaching.gap_words import gap_label
from report_gen.coaching.held_round import kind_of_round, round_name
from report_gen.coaching.items import EVERY, EVERY_NAME, Item
from report_gen.coaching.models import GapScript, InterviewQuestion, Round
from report_gen.coaching.own_names import called
from report_gen.coaching.own_questions import rank_lines
from report_gen.coaching.own_words import filled
from report_gen.coaching.readiness import PEOPLE
from report_gen.coaching.round_tasks import of_rounds
from report_gen.coaching.stakes import by_stake
from report_gen.coaching.stated_process import ALGORITHM_ROUNDS, BY_POSTING
from report_gen.coaching.stated_steps import stated_steps
from report_gen.coaching.steps import is_alone, only_wished, puzzle_free
from report_gen.coaching.wording import in_quotes
from report_gen.scoring.models import Gap
from report_gen.taxonomy.interview import RoadmapTask

GAP_TASKS = 6


def menu(
    case: Case,
    rounds: tuple[Round, ...],
    scripts: Mapping[str, GapScript],
    questions: tuple[InterviewQuestion, ...] = (),
) -> tuple[Item, ...]:
    """Every task that serves this person's gaps and rounds, in the order of the packs."""
    coming = _coming(case, rounds)
    items = [item for t in case.taxonomy.roadmap.tasks if (item := _from_roadmap(t, case, coming))]
    scripted = scripted_gaps(case, scripts)
    made = [
        item
        for n, gap in enumerate(scripted)
        for item in _from_gap(gap, scripts[gap.id], case, rounds, place=n)
    ]
    items = [i for i in items if not any(same_work(i.title, m.title) for m in made)]
    items += made
    items += [*_from_lead(case), *_from_lines(case, coming.ranked)]
    items += of_rounds(rounds, questions, case)
    known = {item.id for item in items}
    return tuple(_without_unknown(item, known) for item in items)


def scripted_gaps(case: Case, scripts: Mapping[str, GapScript]) -> list[Gap]:
    """The gaps that have tasks of their own, by priority."""
    return [g for g in case.gaps if g.id in scripts][:GAP_TASKS]


def _without_unknown(item: Item, known: set[str]) -> Item:
    if known.issuperset(item.prerequisites):
        return item
    return replace(item, prerequisites=tuple(p for p in item.prerequisites if p in known))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Coming:
    """The rounds in their order and by what hangs on them, and of those with another person the one
    most hangs on (of all where there is none)."""

    rounds: tuple[Round, ...]
    ranked: tuple[Round, ...]
    main: Round | None


def _coming(case: Case, rounds: tuple[Round, ...]) -> _Coming:
    staked = by_stake(rounds)
    return _Coming(
        rounds=rounds,
        ranked=staked,
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
    gap = _closes(task, case)
    home = _home(task, gap, coming.ranked)
    if task.kind == "mock" and not task.rounds and rounds:
        home = coming.main
    if home is None and gap is None and task.kind not in UNTIED:
        return None
    if task.id == ASKS_ROUNDS and stated_steps(case):
        return None
    served = (EVERY, EVERY_NAME)
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
        round=home.id if home else "",
        gap=gap.id if gap else "",
    )


ASKS_ROUNDS = "set01"
"""The task that asks which rounds there are: nothing to ask where the posting says it."""
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


def _home(task: RoadmapTask, gap: Gap | None, ranked: tuple[Round, ...]) -> Round | None:
    """The round most hangs on of those the task is written for, else of those that test first what
    it trains; None where there is none, or it serves every round: stories are told in each, and are
    one round's own only where they are written for it."""
    if task.kind == "stories" and len(task.rounds) > COMMON and gap is None:
        return None
    written = next((r for r in ranked if kind_of_round(r.id) in task.rounds), None)
    if written is not None or (task.kind in UNTIED and gap is None):
        return written
    return next((r for r in ranked if task.dimensions[:1] == r.dimensions[:1]), None)


COMMON = 4
"""Work on stories written for more kinds of round than these serves every round."""
UNTIED = frozenset({"stories", "logistics", "mock"})


def _closes(task: RoadmapTask, case: Case) -> Gap | None:
    skills = frozenset(task.skills)
    return next((g for g in case.gaps if not skills.isdisjoint(g.skills)), None)


def _from_gap(
    gap: Gap, script: GapScript, case: Case, rounds: tuple[Round, ...], place: int
) -> list[Item]:
    """Three sizes of work on one gap, from its script: reading and talking, then making, then more
    of it where there are hours."""
    at = _asked_in(gap, script, by_stake(rounds))
    label = _named(gap, case)
    wished = only_wished(gap, case)
    said = f"{label}: say the short answer until you need no paper"
    first = f"gap_{gap.id}_hours"
    common = Item(
        id=first, phase="foundation", title=said, hours=1.0, serves=gap.id, serves_name=label,
        proof="", value=GAPS_FIRST / 3 - 0.1 * place, kind="gap", round=at, gap=gap.id,
        prerequisites=(first,) if script.two_hours else (),
    )  # fmt: skip
    items = []
    if script.two_hours:
        items.append(
            replace(
                common, hours=1.0 if wished else 2.0, lead=place == 0, prerequisites=(),
                must=1 if place == 0 else 0, least=0.5 if place == 0 else 0.0,
                title=said if wished else f"{label}: {_lower(script.two_hours)}",
                short_title=said, proof="half a page of notes, and the short answer without looking at them",
            )
        )  # fmt: skip
    if is_said_only(gap, case):
        return items
    if script.two_days:
        items.append(
            replace(
                common, id=f"gap_{gap.id}_days", phase="deep_practice", hours=8.0, least=3.0,
                title=f"{label}: {_lower(script.two_days)}",
                proof=script.deliverable or "something you can show on screen", value=GAPS_FIRST - 0.1 * place,
            )
        )  # fmt: skip
    if script.two_days and script.two_weeks:
        items.append(
            replace(
                common, id=f"gap_{gap.id}_weeks", phase="deep_practice", hours=10.0, least=4.0,
                title=f"{label}: {_lower(script.two_weeks)}", value=GAPS_FIRST / 2 - 0.1 * place,
                proof="what you would show of it fits on one page",
                prerequisites=(f"gap_{gap.id}_days",),
            )
        )  # fmt: skip
    return items


GAPS_FIRST = 4.0
"""What making something for a gap is worth: before other practice, by priority."""


def is_said_only(gap: Gap, case: Case) -> bool:
    """A gap no week of work closes, or that nobody has to close: one says where one stands."""
    return is_public(gap) or is_degree(gap) or only_wished(gap, case)


def _asked_in(gap: Gap, script: GapScript, ranked: tuple[Round, ...]) -> str:
    """The id of the round most hangs on of those the gap comes up in and that test what it is
    about, else of those that test it, else of those it comes up in and that are about work; ""
    where there is none."""
    named = [r for r in ranked if r.id in script.rounds]
    fitting = [r for r in named if gap.dimension in r.dimensions]
    fitting += [r for r in ranked if gap.dimension in r.dimensions[:2]]
    fitting += [r for r in named if r.dimensions[:1] != (PEOPLE,)]
    return next((r.id for r in fitting), "")


def _named(gap: Gap, case: Case) -> str:
    label = gap_label(gap, case)
    return label[:1].upper() + label[1:]


def _lower(text: str) -> str:
    first = text.split(" ", 1)[0]
    return text if first[1:] != first[1:].lower() or first == "I" else text[:1].lower() + text[1:]


def _from_lead(case: Case) -> list[Item]:
    """The story that every round may ask for, first among the stories."""
    if not case.stories:
        return []
    return [
        Item(
            id="lead_story", phase="foundation", hours=1.0, least=0.5, must=1, kind="stories",
            title=f"Say your lead story aloud until it takes two minutes, and write what its blanks ask: {in_quotes(case.stories[0].title)}",
            serves=EVERY, serves_name=EVERY_NAME, value=LEAD_STORY,
            proof="it ends inside two minutes, with what came of it and what you learned",
        )
    ]  # fmt: skip


LEAD_STORY = 9.0
"""Before every other task but the first gap's."""


DUG = frozenset(
    {"ml_depth_project", "past_work", "paper_deep_dive", "research_screen", "team_talk"}
)
"""Rounds in which deeds are dug into; elsewhere every round may."""


def _from_lines(case: Case, ranked: tuple[Round, ...]) -> list[Item]:
    """Rehearsals of own lines: the story to lead with, then what interviewers dig into first; each
    begins where the one before left off."""
    at = next((r for r in ranked if kind_of_round(r.id) in DUG), None)
    lead = [case.lines[s.ref] for s in case.stories[:1] if s.ref in case.lines]
    lines = [*lead, *(line for line in rank_lines(case) if line not in lead)]
    items = []
    for n, line in enumerate(lines[: len(DUG_FOR)]):
        place = line.employer or line.title
        where = f" ({place})" if place else ""
        told = (in_quotes(s.title) for s in case.stories if s.ref == line.ref)
        name = next(told, called(line, case))
        asks, proof = DUG_FOR[n]
        items.append(
            Item(
                id=f"dive_{n + 1}", phase="polish", hours=1.5, least=1.0, kind="stories",
                title=f"Deep dive aloud, {name}{where}: {asks}",
                short_title=f"Deep dive aloud, once: {name}{where}",
                serves=at.id if at else EVERY, serves_name=at.name if at else EVERY_NAME,
                proof=proof, value=3.0 if n == 0 else 0.30 - 0.05 * n, must=2 if n == 0 else 0,
                round=at.id if at else "",
            )
        )  # fmt: skip
    return items


DUG_FOR = (
    ("fifteen minutes of why", "each why is answered with a number or a reason"),
    ("what else you could have done, and what it would have cost", "two ways not taken are named, each with its price"),
    ("what broke, who noticed, and what you changed", "the worst day of it is told without excuses"),
)  # fmt: skip
"""What each rehearsal asks, and its proof."""

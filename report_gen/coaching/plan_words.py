"""The words around the plan: what to do in an hour, the day before, the day of, with what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from report_gen.coaching.case import Case, shorten, soft_lower
from report_gen.coaching.gap_words import gap_label
from report_gen.coaching.held_round import round_name
from report_gen.coaching.models import (
    FailureRisk,
    GapScript,
    InterviewQuestion,
    PlanTask,
    Round,
    Topic,
)
from report_gen.coaching.own_names import called
from report_gen.coaching.own_questions import rank_lines
from report_gen.coaching.stakes import by_stake
from report_gen.coaching.steps import codes, is_alone, puzzle_free
from report_gen.coaching.wording import in_quotes
from report_gen.taxonomy.interview import Resource

RESOURCES, FOR_ONE = 6, 2
LIGHT = 4.0
"""Percent of the interviews below which nothing is worth a book."""


def focus(tasks: Sequence[PlanTask]) -> str:
    """What the week is about: the two things most of its hours serve."""
    hours: dict[str, float] = {}
    for task in tasks:
        hours[task.serves_name] = hours.get(task.serves_name, 0.0) + task.hours
    names = sorted(hours, key=lambda n: (-hours[n], n))[:2]
    return " and ".join(names)


def quick(
    case: Case,
    rounds: tuple[Round, ...],
    scripts: Mapping[str, GapScript],
    questions: tuple[InterviewQuestion, ...],
) -> dict[str, tuple[str, ...]]:
    """The best use of an hour, an evening, a weekend: most valuable first, each adds to the last."""
    gaps = [g for g in case.gaps if g.id in scripts]
    story = case.stories[0].title if case.stories else ""
    lines = rank_lines(case)
    heavy = by_stake(rounds)
    own = [q for q in questions if q.own]
    hour = []
    if story:
        hour.append(
            f"Say your lead story aloud, with your own words in the blanks, twice: {in_quotes(story)}."
        )
    if gaps:
        hour.append(
            f"Learn the short answer for your first gap ({gap_label(gaps[0], case)}) until you need no paper."
        )
    if heavy:
        hour.append(
            f"Read the day sheet for {round_name(heavy[0])}: it is where most is decided for you."
        )
    evening = []
    if gaps[1:]:
        names = " and ".join(gap_label(g, case) for g in gaps[1:3])
        evening.append(
            f"Say the scripts for {names} aloud, and fill in what you have finished yourself."
        )
    if lines:
        name = next(
            (in_quotes(s.title) for s in case.stories if s.ref == lines[0].ref),
            called(lines[0], case),
        )
        evening.append(
            f"Answer three why-questions on {name} without notes; write down the one that hurt."
        )
    if own:
        evening.append(
            f"Answer aloud the question your resume invites: {in_quotes(shorten(own[0].question, 32))}"
        )
    weekend = []
    for gap in gaps[:2]:
        step = scripts[gap.id].two_days
        if step:
            weekend.append(f"{gap_label(gap, case)}: {step[:1].lower()}{step[1:]}")
    if heavy:
        with_whom = "" if is_alone(heavy[0], case) else " with a person"
        weekend.append(
            f"Do one timed {'run' if not with_whom else 'mock'} of {round_name(heavy[0])}{with_whom}, and write the review within the hour."
        )
    weekend.append(
        "Fill in the blanks of your stories (what came before, how it was measured, your own part); with the answers this report can be made again, and stronger."
    )
    return {"hour": tuple(hour), "evening": tuple(evening), "weekend": tuple(weekend)}


def day_before(case: Case, rounds: tuple[Round, ...]) -> tuple[str, ...]:
    """The pack's list, with this person's first gap and lead story in it."""
    lines = list(case.taxonomy.roadmap.day_before)
    if case.gaps:
        lines.insert(0, f"Say the answer for {gap_label(case.gaps[0], case)} once, then leave it.")
    if case.stories:
        lines.insert(0, f"Say your lead story once: {in_quotes(case.stories[0].title)}.")
    return tuple(lines)


def day_of(case: Case, rounds: tuple[Round, ...]) -> tuple[str, ...]:
    """The pack's list, with the sheet of the heaviest round first."""
    lines = list(case.taxonomy.roadmap.day_of)
    if rounds:
        heavy = by_stake(rounds)[0]
        lines.insert(
            0, f"Read one sheet only before each round; the one for {round_name(heavy)} twice."
        )
    return tuple(lines)


def keep_calm(
    case: Case, rounds: tuple[Round, ...], failures: Sequence[FailureRisk]
) -> tuple[str, ...]:
    """What to hold on to, from this person's own standing: what is met, the failure they are
    nearest to, the round most hangs on; then the pack's word."""
    matches = case.matches.requirements
    met = sum(m.status == "met" for m in matches)
    lines = []
    if matches and met >= ENOUGH_MET * len(matches):
        lines.append(
            f"On paper you meet {met} of the {len(matches)} things this posting asks. "
            "The rest they can read in your resume as well."
        )
    risk = next((f for f in failures if f.risk != "low"), None)
    hold = case.taxonomy.failures[risk.id].hold if risk is not None else ""
    if risk is not None and hold:
        lines.append(
            f"Your own risk is “{soft_lower(risk.name)}”. In the room, hold on to this: {hold}"
        )
    if rounds:
        lines.append(
            f"Stuck in {round_name(by_stake(rounds)[0])}? Say what you know, what you would look up "
            "and what you would try first. That is an answer too."
        )
    return (*lines, *case.taxonomy.roadmap.mindset[:1])


ENOUGH_MET = 0.4
"""From this share of what is asked on, what is met is worth holding on to."""


def resources(case: Case) -> tuple[Topic, ...]:
    """The few things to learn from: by gap first, then for what weighs and is below the bar."""
    chosen: list[Topic] = []
    for gap in case.gaps:
        for r in case.taxonomy.roadmap.resources:
            near = set(r.skills) & set(gap.skills) or (gap.usual and gap.dimension in r.dimensions)
            if near and _fits(r, case):
                _keep(chosen, r, f"Gap: {gap_label(gap, case)}")
    weak = [d for d in case.dimensions.values() if d.score < d.bar and d.weight >= LIGHT]
    for score in sorted(weak, key=lambda d: (d.weight * (d.score - d.bar), d.id)):
        for r in case.taxonomy.roadmap.resources:
            if _fits(r, case) and score.id in r.dimensions[:1]:
                _keep(chosen, r, f"For {soft_lower(score.name.split(' (')[0])}")
    return tuple(chosen[:RESOURCES])


def _fits(resource: Resource, case: Case) -> bool:
    puzzles = resource.kind == "platform" and resource.dimensions[:1] == ("coding",)
    if puzzles and puzzle_free(case):
        return False
    if resource.kind == "platform" and not codes(case):
        return False
    return not resource.roles or case.is_for(resource.roles)


def _keep(chosen: list[Topic], resource: Resource, because: str) -> None:
    same = sum(t.because.startswith(because) for t in chosen)
    if same >= FOR_ONE or any(t.name == resource.name for t in chosen):
        return
    words = f"{because}. {resource.use}" if resource.use else because
    chosen.append(Topic(name=resource.name, because=words))

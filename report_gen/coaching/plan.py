"""The dated plan: what fits into the hours there are, in an order that can be followed.

Tasks are chosen by worth per hour (what must be done first), prerequisites with them, within the
budget; what does not fit is named. Mocks and speaking practice come every week; the last two days
stay light.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from report_gen.coaching.calendar import (
    LONGEST_WEEKS,
    SHORTEST_OPEN_WEEKS,
    Week,
    half_hours,
    lay_out,
)
from report_gen.coaching.case import Case, shorten
from report_gen.coaching.held_round import STATED, round_name
from report_gen.coaching.models import (
    FailureRisk,
    GapScript,
    InterviewQuestion,
    PlanTask,
    PlanWeek,
    Round,
    StudyPlan,
)
from report_gen.coaching.plan_lines import on_own_lines
from report_gen.coaching.plan_words import (
    day_before,
    day_of,
    focus,
    keep_calm,
    quick,
    resources,
)
from report_gen.coaching.selection import in_order, select
from report_gen.coaching.shares import allowances
from report_gen.coaching.stakes import by_stake
from report_gen.coaching.stated_dates import horizon
from report_gen.coaching.steps import is_alone
from report_gen.coaching.tasks import PHASES, Item, menu
from report_gen.coaching.wording import in_quotes

LEAST = 0.5
RESERVE = 0.1
"""The share of the hours that is not planned."""
REMINDER = 7
"""Words by which a task that goes on is known again."""
WHOLE = 2.5
"""Tasks of at most so many hours are not torn apart."""
MOCK_HOURS, SPEAK_HOURS = 1.5, 0.5
_SPOKEN = (
    "you listened to it once and noted one change",
    "each fits into two minutes without a rush",
    "the first sentence of each comes without a false start",
    "somebody outside your field could repeat the result",
    "no figure is said without its start",
)
_MOCKED = (
    "a written review within the hour: two faults, one to fix next week",
    "the fault of the last mock did not come back, or you know why it did",
    "the other person says where they lost you",
    "you finished in time, with one question of your own asked",
)
"""What a week's practice ends with: another each week, since the same one is soon not read."""
LEAST_SPOKEN = 8
"""Percent of the decision from which on a round is rehearsed with a person."""
_OF_KIND = {
    "gap": "foundation", "stories": "foundation", "logistics": "foundation",
    "study": "deep_practice", "practice": "deep_practice", "build": "deep_practice",
}  # fmt: skip
"""What a week is called by: finding words and reading, or doing it; the rest are full runs."""


@dataclass(slots=True)
class _Filling:
    """One week while it is being filled."""

    week: Week
    left: float
    tasks: list[PlanTask] = field(default_factory=list)
    phases: dict[str, float] = field(default_factory=dict)
    used: float = 0.0


def draft_study_plan(
    case: Case,
    rounds: tuple[Round, ...],
    scripts: Mapping[str, GapScript],
    questions: tuple[InterviewQuestion, ...],
    failures: tuple[FailureRisk, ...] = (),
) -> StudyPlan:
    """From today to the interview, or 8 to 12 weeks by how much there is to do."""
    items = menu(case, rounds, scripts, questions)
    options = case.options
    until = horizon(case)
    weeks = lay_out(
        options.today,
        until.day,
        options.hours_per_week,
        _open_weeks(items, case, rounds),
    )
    fillings = [_Filling(week=w, left=w.hours - _reserve(w)) for w in weeks]
    _light_tasks(fillings, case, rounds)
    _weekly_tasks(fillings, case, rounds)
    hours = sum(f.left for f in fillings)
    chosen, rest = select(items, hours, allowances(rounds, case.gaps, hours / (1 - RESERVE)))
    homeless = _place(in_order(chosen), fillings)
    budget = half_hours(sum(w.hours for w in weeks))
    plan_weeks = tuple(_finish(f, case, rounds) for f in fillings if f.tasks)
    plan_weeks = on_own_lines(plan_weeks, items, case)
    return StudyPlan(
        start=weeks[0].start if weeks else options.today,
        interview=options.interview_date,
        until=until.because,
        leads_to=until.day,
        weeks=plan_weeks,
        budget=budget,
        planned=sum(w.hours for w in plan_weeks),
        left_out=tuple(_task(i, i.title, i.hours) for i in [*homeless, *rest]),
        day_before=day_before(case, rounds),
        day_of=day_of(case, rounds),
        mindset=keep_calm(case, rounds, failures),
        resources=resources(case),
        quick=quick(case, rounds, scripts, questions),
    )


def _reserve(week: Week) -> float:
    """What of a week's hours is left free for what goes wrong in it: about a tenth."""
    return half_hours(week.hours * RESERVE)


def _open_weeks(items: tuple[Item, ...], case: Case, rounds: tuple[Round, ...]) -> int:
    """Without a date: as long as the useful work lasts, 8 to 12 weeks."""
    most = LONGEST_WEEKS * case.options.hours_per_week * (1 - RESERVE)
    chosen, _ = select(items, most, allowances(rounds, case.gaps, most / (1 - RESERVE)))
    useful = sum(i.hours for i in chosen if i.must or i.value > 0.05)
    weekly = case.options.hours_per_week * (1 - RESERVE) - MOCK_HOURS - SPEAK_HOURS
    weekly = max(1.0, weekly)
    return max(SHORTEST_OPEN_WEEKS, min(LONGEST_WEEKS, round(useful / weekly)))


def _place(order: list[Item], fillings: list[_Filling]) -> list[Item]:
    """Into the weeks from the first on; where there is more time than work, evenly; a long task
    that does not fit into what is left of a week is continued in the next. Gives back what found
    no room."""
    total, work = sum(f.left for f in fillings), sum(i.hours for i in order)
    share = min(1.0, work / total) if total else 0.0
    room = [min(half_hours(f.left), half_hours(f.left * share + 0.49)) for f in fillings]
    homeless: list[Item] = []
    at = 0
    for item in order:
        left, part = item.hours, 0
        while left > 1e-9:
            while at < len(fillings) and room[at] < LEAST:
                at += 1
            if at >= len(fillings):
                break
            filling, last = fillings[at], at == len(fillings) - 1
            take = min(left, half_hours(filling.left) if last else room[at])
            if take < left and (item.hours <= WHOLE or take < 1.0):
                if last:
                    break
                at += 1
                continue
            part += 1
            done = take >= left or last
            filling.tasks.append(
                _task(
                    item,
                    _part_title(item, part, done, take < left),
                    take,
                    whole=take >= left,
                    part=part,
                )
            )
            filling.left -= take
            filling.used += take
            room[at] = max(0.0, room[at] - take)
            _count(
                filling,
                "polish" if item.phase == "polish" else _OF_KIND.get(item.kind, "polish"),
                take,
            )
            left -= take
            if last and left > 1e-9:
                break
        if part == 0:
            homeless.append(item)
    return homeless


def _part_title(item: Item, part: int, done: bool, cut: bool) -> str:
    if part == 1:
        return (
            (item.short_title or item.title)
            if cut and done
            else item.title
            if done
            else f"{item.title} (begin)"
        )
    ended = "as far as you get" if cut and done else "to its end" if done else "go on"
    title = _HANGING.sub("", shorten(item.title, REMINDER).rstrip(" ."))
    return f"{title} ({ended})"


_HANGING = re.compile(
    r"(?:,?\s(?:and|or|by|of|for|to|with|the|a|an|in|on|from|at|as|into|per|one|two|own))+$"
)
"""Words a title cut short must not end in."""


def _task(item: Item, title: str, hours: float, *, whole: bool = True, part: int = 1) -> PlanTask:
    return PlanTask(
        id=item.id if part == 1 else f"{item.id}_{part}",
        title=title,
        hours=hours,
        serves=item.serves,
        serves_name=item.serves_name,
        proof=item.proof if whole else "",
        resources=item.resources,
    )


def _light_tasks(fillings: list[_Filling], case: Case, rounds: tuple[Round, ...]) -> None:
    """The last two days: sheets, one story aloud, logistics; nothing new."""
    heavy = by_stake(rounds)[0] if rounds else None
    lead = case.stories[0].title if case.stories else ""
    days = [(f, d) for f in fillings for d in f.week.light_days]
    todo = [
        (
            "Read the day sheets of all rounds, and say the opening of each aloud",
            f"the sheet for {round_name(heavy)} can be said without looking"
            if heavy
            else "read once",
        ),
        (
            f"Say your lead story once, {in_quotes(lead)}; check link, camera, route and papers"
            if lead
            else "Say your introduction once; check link, camera, route and papers",
            "everything is laid out, nothing new was opened",
        ),
    ]
    for filling in fillings:
        if not filling.week.study_days:
            filling.left = min(filling.left, sum(d.hours for d in filling.week.light_days))
    for n, (filling, day) in enumerate(days[-2:]):
        hours = half_hours(min(day.hours, filling.left, 1.0))
        if hours < LEAST:
            continue
        title, proof = todo[n + 2 - len(days[-2:])]
        _add(filling, f"light_{n + 1}", title, hours, "all", "every round", proof, day.date)
    for filling in fillings:
        if not filling.week.study_days:
            filling.left = 0.0


def _weekly_tasks(fillings: list[_Filling], case: Case, rounds: tuple[Round, ...]) -> None:
    """A mock a week once there is something to practise, and two stories aloud from week two."""
    count = len(fillings)
    spoken = [
        r
        for r in rounds
        if r.weight >= LEAST_SPOKEN
        and "recruiter" not in r.id
        and not is_alone(r, case)
        and (r.sure == STATED or "screen" not in r.id)
    ]
    spoken = sorted(spoken, key=lambda r: (r.readiness - 2.5 * r.weight, r.id)) or list(rounds)
    first = 0 if count <= 2 else 2 if count <= 6 else 3
    mock = 0
    for n, filling in enumerate(fillings):
        if n >= 1 and filling.left >= 4 and case.stories:
            pair = [case.stories[(2 * n + k) % len(case.stories)].title for k in (0, 1)]
            pair = list(dict.fromkeys(pair))
            quoted = " and ".join(in_quotes(t) for t in pair)
            _add(filling, f"speak_{n + 1}", f"Say two minutes each, recorded: {quoted}", SPEAK_HOURS,
                 "all", "every round", _SPOKEN[n % len(_SPOKEN)], None)  # fmt: skip
        if n >= first and spoken and filling.left >= 4 and len(filling.week.study_days) >= 2:
            r = spoken[mock % len(spoken)]
            mock += 1
            _add(filling, f"mock_{n + 1}", _mock(r, mock, case), MOCK_HOURS,
                 r.id, r.name, _MOCKED[(mock - 1) % len(_MOCKED)], None)  # fmt: skip


def _mock(r: Round, number: int, case: Case) -> str:
    """A mock that begins with a story of the person's that fits the round, another each time."""
    titles = {s.id: s.title for s in case.stories}
    fitting = [titles[s] for s in r.lead_stories if s in titles]
    begin = f", beginning with {in_quotes(fitting[(number - 1) % len(fitting)])}" if fitting else ""
    return f"Mock interview{begin}: {round_name(r)}, with a person"


def _add(
    filling: _Filling,
    id: str,
    title: str,
    hours: float,
    serves: str,
    name: str,
    proof: str,
    day: date | None,
) -> None:
    filling.tasks.append(
        PlanTask(
            id=id, title=title, hours=hours, serves=serves, serves_name=name, proof=proof, day=day
        )
    )
    filling.left -= hours
    filling.used += hours
    _count(filling, "polish", hours)


def _count(filling: _Filling, phase: str, hours: float) -> None:
    filling.phases[phase] = filling.phases.get(phase, 0.0) + hours


def _finish(filling: _Filling, case: Case, rounds: tuple[Round, ...]) -> PlanWeek:
    """The week with a day for each task: study in order, mocks at its end, light days last."""
    fixed = [t for t in filling.tasks if t.day is not None]
    ends = [t for t in filling.tasks if t.day is None and t.id.startswith(("mock_", "speak_"))]
    study = [t for t in filling.tasks if t.day is None and t not in ends]
    dated = _give_days([*study, *ends], filling.week)
    tasks = (*dated, *sorted(fixed, key=lambda t: t.day or date.max))
    phase = max(
        filling.phases, key=lambda p: (filling.phases[p], -PHASES.index(p)), default="polish"
    )
    return PlanWeek(
        number=filling.week.number,
        start=filling.week.start,
        end=filling.week.end,
        phase=next((p.name for p in case.taxonomy.roadmap.phases if p.id == phase), phase),
        focus=focus(study or list(tasks)),
        hours=filling.used,
        tasks=tasks,
    )


def _give_days(tasks: list[PlanTask], week: Week) -> list[PlanTask]:
    """Each task the study day on which the hours up to its end are spent."""
    days = week.study_days or week.days
    planned = sum(t.hours for t in tasks)
    room = sum(d.hours for d in days) or 1.0
    scale = max(1.0, planned / room)
    out, spent = [], 0.0
    for task in tasks:
        spent += task.hours
        reach = 0.0
        chosen = days[-1]
        for d in days:
            reach += d.hours * scale
            if spent <= reach + 1e-6:
                chosen = d
                break
        out.append(replace(task, day=chosen.date))
    return out

"""The dated plan: what fits into the hours there are, in an order that can be followed.

Tasks are chosen by worth per hour (what must be done first), prerequisites with them, within the
budget; what does not fit is named. Mocks and speaking practice come every week; the last two days
stay light.
"""

from __future__ import annotations

import re
from collections import Counter
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
from report_gen.coaching.items import EVERY, EVERY_NAME, PHASES, Item
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
from report_gen.coaching.shares import Shares, share_out
from report_gen.coaching.stakes import by_stake, stake
from report_gen.coaching.stated_dates import horizon
from report_gen.coaching.steps import is_alone
from report_gen.coaching.tasks import is_said_only, menu, scripted_gaps
from report_gen.coaching.wording import in_quotes

LEAST = 0.5
RESERVE = 0.1
"""The share of the hours that is not planned."""
RUNS = 0.4
"""From this share of its other work on, a week is one of full runs."""
CLAUSE, REMINDER = 16, 10
"""Words by which a task that goes on is known again: its first clause if it is no longer, else the
first few."""
WHOLE, PARTS = 4.0, 2.0
"""Tasks of at most so many hours are not torn apart, and no others into less than so many."""
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
        _open_weeks(items, case, rounds, scripts),
    )
    fillings = [_Filling(week=w, left=w.hours - _reserve(w)) for w in weeks]
    _light_tasks(fillings, case, rounds)
    shares = _shares(sum(f.left for f in fillings), case, rounds, scripts)
    spent = _weekly_tasks(fillings, case, rounds, shares)
    chosen, rest = select(items, sum(f.left for f in fillings), shares, spent)
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


def _shares(
    hours: float, case: Case, rounds: tuple[Round, ...], scripts: Mapping[str, GapScript]
) -> Shares:
    """Who may take how much of the hours; a gap that is only answered for takes no part in it."""
    worked = [g for g in scripted_gaps(case, scripts) if not is_said_only(g, case)]
    return share_out(rounds, worked, hours)


def _open_weeks(
    items: tuple[Item, ...], case: Case, rounds: tuple[Round, ...], scripts: Mapping[str, GapScript]
) -> int:
    """Without a date: as long as the useful work lasts, 8 to 12 weeks."""
    most = LONGEST_WEEKS * case.options.hours_per_week * (1 - RESERVE)
    chosen, _ = select(items, most, _shares(most, case, rounds, scripts))
    useful = sum(i.hours for i in chosen if i.must or i.value > 0.05)
    weekly = case.options.hours_per_week * (1 - RESERVE) - MOCK_HOURS - SPEAK_HOURS
    weekly = max(1.0, weekly)
    return max(SHORTEST_OPEN_WEEKS, min(LONGEST_WEEKS, round(useful / weekly)))


def _place(order: list[Item], fillings: list[_Filling]) -> list[Item]:
    """Into the weeks from the first on; where there is more time than work, evenly. A task that does
    not fit into what is left of a week lets the next few pass; what fits into no week whole is
    continued in the next one. Gives back what found no room."""
    total, work = sum(f.left for f in fillings), sum(i.hours for i in order)
    share = min(1.0, work / total) if total else 0.0
    room = [min(half_hours(f.left), half_hours(f.left * share + 0.49)) for f in fillings]
    at: dict[str, int] = {}
    ids = {i.id for i in order}
    last = _last_runs(order, fillings, room, at)
    waiting = [_Waiting(item=i, left=i.hours) for i in order if i.id not in last]
    for n, filling in enumerate(fillings):
        while room[n] >= LEAST and (found := _fitting(waiting, room[n], at, ids)) is not None:
            take = found.left if found.left <= room[n] + 1e-9 else min(room[n], found.left - 1.0)
            found.left -= take
            found.part += 1
            title = found.title()
            _put(found.item, filling, take, title, found.part)
            room[n] -= take
            if found.left <= 1e-9:
                at[found.item.id] = n
                waiting.remove(found)
            else:
                room[n] = 0.0
    homeless = [w.item for w in waiting if not _squeezed(w, fillings, at, ids)]
    rank = {i.id: n for n, i in enumerate(order)}
    for filling in fillings:
        filling.tasks.sort(key=lambda t: rank.get(_PART.sub("", t.id), len(rank)))
    return homeless


def _last_runs(
    order: list[Item], fillings: list[_Filling], room: list[float], at: dict[str, int]
) -> set[str]:
    """Places full runs from the end on, so that no other work pushes them out of the last weeks."""
    free = [n for n in range(len(fillings) - 1, -1, -1) if room[n] >= 1.0]
    weeks = free[: max(1, len(fillings) // 4)]
    for item in reversed([i for i in order if i.phase == "polish"]):
        n = next((n for n in weeks if item.hours <= room[n] + 1e-9), None)
        if n is not None:
            _put(item, fillings[n], item.hours, item.title)
            room[n] -= item.hours
            at[item.id] = n
    return set(at)


@dataclass(slots=True)
class _Waiting:
    """A task on its way into the weeks: the hours of it that have no place yet."""

    item: Item
    left: float
    part: int = 0

    def title(self) -> str:
        """How the part is called that was cut off last."""
        return _part_title(self.item, self.part, self.left <= 1e-9)


def _fitting(
    waiting: list[_Waiting], room: float, at: Mapping[str, int], ids: set[str]
) -> _Waiting | None:
    """The next task that fits into the room, of the first few, or that is long enough to be begun in
    it and continued."""
    for w in waiting[:PASSING]:
        if w.item.phase == "polish" != waiting[0].item.phase:
            break
        ready = all(p in at or p not in ids for p in w.item.prerequisites)
        if ready and (w.left <= room + 1e-9 or (room >= PARTS and w.item.hours > WHOLE)):
            return w
    return None


PASSING = 6
"""So many tasks are looked at for one that fits into what is left of a week."""
_PART = re.compile(r"~\d+$")
"""What follows the id of a task that is continued."""


def _put(item: Item, filling: _Filling, hours: float, title: str, part: int = 1) -> None:
    filling.tasks.append(
        _task(item, title, hours, whole=not title.endswith(("(begin)", "(go on)")), part=part)
    )
    filling.left -= hours
    filling.used += hours
    begun = item.phase == "foundation" and item.kind in ("practice", "build")
    phase = "deep_practice" if begun else item.phase
    filling.phases[phase] = filling.phases.get(phase, 0.0) + hours


def _squeezed(w: _Waiting, fillings: list[_Filling], at: dict[str, int], ids: set[str]) -> bool:
    """Places what is left of a task, or its short form, in what is left of a week after those of
    what it needs; False where nothing of it has a place."""
    item = w.item
    if any(p in ids and p not in at for p in item.prerequisites):
        return w.part > 0
    first = max((at[p] for p in item.prerequisites if p in ids), default=0)
    least = min(w.left, item.least or w.left) if w.part == 0 else 1.0
    weeks = range(first, len(fillings))
    for n in reversed(weeks) if item.phase == "polish" else weeks:
        free = half_hours(fillings[n].left)
        if free >= least and free >= LEAST:
            hours = min(w.left, free)
            w.part += 1
            cut = hours < w.left - 1e-9
            title = (
                item.short_title or item.title
                if cut and w.part == 1
                else _part_title(item, w.part, True, cut)
            )
            _put(item, fillings[n], hours, title, w.part)
            at[item.id] = n
            return True
    return w.part > 0


def _part_title(item: Item, part: int, done: bool, cut: bool = False) -> str:
    if part == 1:
        return item.title if done else f"{item.title} (begin)"
    ended = "as far as you get" if cut else "to its end" if done else "go on"
    label = f"{item.serves_name}: " if item.kind == "gap" else ""
    rest = item.title.removeprefix(label)
    clause = re.split(r"[:;,] ", rest, maxsplit=1)[0]
    known = clause if 1 < len(clause.split()) <= CLAUSE else shorten(rest, REMINDER).rstrip(" .")
    title = label + _HANGING.sub("", known)
    return f"{title} ({ended})"


_HANGING = re.compile(
    r"(?:,?\s(?:and|or|by|of|for|to|with|the|a|an|in|on|from|at|as|into|per|one|two|own))+$"
)
"""Words a title cut short must not end in."""


def _task(item: Item, title: str, hours: float, *, whole: bool = True, part: int = 1) -> PlanTask:
    return PlanTask(
        id=item.id if part == 1 else f"{item.id}~{part}",
        title=title,
        hours=hours,
        serves=item.serves,
        serves_name=item.serves_name,
        proof=item.proof if whole else "",
        resources=item.resources,
        round=item.round,
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
        _add(filling, f"light_{n + 1}", title, hours, EVERY, EVERY_NAME, proof, day.date)
    for filling in fillings:
        if not filling.week.study_days:
            filling.left = 0.0


def _weekly_tasks(
    fillings: list[_Filling], case: Case, rounds: tuple[Round, ...], shares: Shares
) -> Mapping[str, float]:
    """A mock a week once there is something to practise, and two stories aloud from week two until
    each was told; gives back the hours of mocks by round."""
    count = len(fillings)
    spoken = [
        r
        for r in rounds
        if r.weight >= LEAST_SPOKEN
        and "recruiter" not in r.id
        and not is_alone(r, case)
        and (r.sure == STATED or "screen" not in r.id)
    ]
    first = 0 if count <= 2 else 2 if count <= 6 else 3
    mocks: Counter[str] = Counter()
    told = 1
    for n, filling in enumerate(fillings):
        if n >= 1 and filling.left >= 4 and told < len(case.stories):
            pair = case.stories[told : told + 2]
            numbers = " and ".join(str(told + k + 1) for k in range(len(pair)))
            quoted = " and ".join(in_quotes(s.title) for s in pair)
            _add(filling, f"speak_{n + 1}", f"{'Stories' if len(pair) > 1 else 'Story'} {numbers} in two minutes{' each' if len(pair) > 1 else ''}, recorded: {quoted}",
                 SPEAK_HOURS, EVERY, EVERY_NAME, _SPOKEN[n % len(_SPOKEN)], None)  # fmt: skip
            told += 2
        if n >= first and filling.left >= 4 and len(filling.week.study_days) >= 2:
            r = _next_mocked(spoken, mocks, shares)
            if r is None:
                continue
            mocks[r.id] += 1
            _add(filling, f"mock_{n + 1}", _mock(r, mocks[r.id], case), MOCK_HOURS,
                 r.id, r.name, _MOCKED[(sum(mocks.values()) - 1) % len(_MOCKED)], None, r.id)  # fmt: skip
    told_for = sum(t.hours for f in fillings for t in f.tasks if not t.round)
    return {id: n * MOCK_HOURS for id, n in mocks.items()} | {EVERY: told_for}


MOCKED, MOST_MOCKS = 0.45, 3
"""Of a round's share, what mocks may take, and how many there are at most."""


def _for_mocks(share: float) -> float:
    return max(min(MOCK_HOURS, share), MOCKED * share)


def _next_mocked(spoken: list[Round], mocks: Counter[str], shares: Shares) -> Round | None:
    """The round that had fewest mocks for what hangs on it, while its share leaves room for one."""
    free = [
        r
        for r in spoken
        if mocks[r.id] < MOST_MOCKS
        and (mocks[r.id] + 1) * MOCK_HOURS <= _for_mocks(shares.rounds.get(r.id, 0.0))
    ]
    return min(free, key=lambda r: ((mocks[r.id] + 1) / (stake(r) or 0.1), r.id), default=None)


def _mock(r: Round, number: int, case: Case) -> str:
    """A mock that begins with a story of the person's that fits the round, another each time."""
    titles = {s.id: s.title for s in case.stories}
    fitting = [titles[s] for s in r.lead_stories if s in titles][number - 1 : number]
    begin = f", beginning with {in_quotes(fitting[0])}" if fitting else ""
    which = ("First", "Second", "Third")[number - 1]
    return f"{which} mock of {round_name(r)}, with a person{begin}"


def _add(
    filling: _Filling,
    id: str,
    title: str,
    hours: float,
    serves: str,
    name: str,
    proof: str,
    day: date | None,
    round: str = "",
) -> None:
    filling.tasks.append(
        PlanTask(
            id=id, title=title, hours=hours, serves=serves, serves_name=name, proof=proof, day=day,
            round=round,
        )
    )  # fmt: skip
    filling.left -= hours
    filling.used += hours


def _finish(filling: _Filling, case: Case, rounds: tuple[Round, ...]) -> PlanWeek:
    """The week with a day for each task: study in order, mocks at its end, light days last."""
    fixed = [t for t in filling.tasks if t.day is not None]
    ends = [t for t in filling.tasks if t.day is None and t.id.startswith(("mock_", "speak_"))]
    study = [t for t in filling.tasks if t.day is None and t not in ends]
    dated = _give_days([*study, *ends], filling.week)
    tasks = (*dated, *sorted(fixed, key=lambda t: t.day or date.max))
    practised = {p: n for p, n in filling.phases.items() if p != "polish"}
    runs = filling.phases.get("polish", 0.0) >= RUNS * sum(practised.values())
    phase = "polish" if runs else max(practised, key=lambda p: (practised[p], -PHASES.index(p)))
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

"""Part VII: the dated plan, the failure modes, what to ask, and the last two days."""

from __future__ import annotations

from collections import Counter
from itertools import zip_longest
from typing import Any

from report_gen.coaching.language.numbers import sayable
from report_gen.coaching.models import PlanTask, PlanWeek, StudyPlan
from report_gen.coaching.readiness import ready_words
from report_gen.coaching.stakes import by_stake, stake
from report_gen.report.context import Context
from report_gen.report.first_words import own_first
from report_gen.report.interview import failure
from report_gen.report.models import Chapter
from report_gen.report.round_questions import shown_rounds
from report_gen.report.words import (
    capital,
    count,
    hours,
    listing,
    number,
    say_day,
    say_full_day,
    sentence,
    short_hours,
)


def _chapter(id: str, title: str, data: dict[str, Any]) -> Chapter:
    return Chapter(id=id, part="VII", title=title, template=f"{id}.html.j2", data=data)


def overview(context: Context) -> list[Chapter]:
    """The weeks as a picture, and what the plan does and leaves out."""
    plan = context.analysis.coaching.plan
    if plan is None or not plan.weeks:
        return []
    until = (
        f"The interview is on {say_full_day(plan.interview)}."
        if plan.interview
        else plan.until or "No interview date was given; move the weeks as soon as you have one."
    )
    data = {
        "text": f"{count(len(plan.weeks), 'week').capitalize()} from {say_full_day(plan.start)}. {until} {_hours(plan)} "
        "Keep a steady rhythm, with one free day a week.",
        "weeks": [
            {
                "number": w.number,
                "phase": w.phase,
                "hours": sum(t.hours for t in w.tasks),
                "start": say_day(w.start),
            }
            for w in plan.weeks
        ],
        "budget": plan.budget / max(1, len(plan.weeks)),
        "rounds": _by_round(context, plan) if context.edition == "full" else [],
        "gaps": _by_gap(context, plan) if context.edition == "full" else [],
        "left_out": [
            {"title": capital(t.title), "hours": hours(t.hours), "skim": _skim(context, t)}
            for t in plan.left_out[:SKIMMED]
        ],
        "more_left_out": max(0, len(plan.left_out) - SKIMMED),
    }
    return [_chapter("plan", "The plan in one picture", data)]


def _tasks(plan: StudyPlan) -> list[PlanTask]:
    return [task for week in plan.weeks for task in week.tasks]


def _by_round(context: Context, plan: StudyPlan) -> list[dict[str, Any]]:
    """The hours of each round in the order of what hangs on it, with why; then those for all."""
    spent: Counter[str] = Counter()
    for task in _tasks(plan):
        spent[task.round] += task.hours  # type: ignore[assignment]
    rows = [
        {
            "name": r.name,
            "id": f"round-{r.id}",
            "why": f"{number(r.weight)}%, {ready_words(r.readiness)}",
            "hours": short_hours(spent[r.id]),
        }
        for r in sorted(context.rounds, key=lambda r: (-round(stake(r), 1), -spent[r.id], r.id))
        if spent[r.id]
    ]
    if spent[""]:
        why = "stories, introduction, scripts, what any of them may ask"
        rows.append({"name": "Every round", "id": "", "why": why, "hours": short_hours(spent[""])})
    return rows


def _by_gap(context: Context, plan: StudyPlan) -> list[dict[str, Any]]:
    """The hours that go to each printed gap, by priority; they are part of those of the rounds."""
    spent: Counter[str] = Counter()
    named: dict[str, str] = {}
    for task in _tasks(plan):
        spent[task.serves] += task.hours  # type: ignore[assignment]
        named[task.serves] = task.serves_name
    return [
        {
            "name": f"Gap {n}: {capital(named[gap.id])}",
            "id": f"gap-{n}",
            "why": gap.severity,
            "hours": short_hours(spent[gap.id]),
        }
        for n, gap in enumerate(context.gaps, 1)
        if spent[gap.id]
    ]


def _hours(plan: StudyPlan) -> str:
    """What of the hours is planned, and what the others are for."""
    said = f"{number(plan.planned)} of {number(plan.budget)} hours are planned"
    free = plan.budget - plan.planned
    if free < 0.05 * plan.budget:
        return f"{said}: if a day is lost, leave out what comes last in its week."
    return f"{said}; the other {number(free)} stay free for days that go wrong."


SKIMMED = 4
"""So many tasks that did not fit are named, those worth most first."""


def _skim(context: Context, task: PlanTask) -> dict[str, str]:
    """What to read in place of the task: the script of its gap, else the page of its round."""
    gap = next((n for n, g in enumerate(context.gaps, 1) if g.id == task.serves), 0)
    if gap:
        return {"id": f"gap-{gap}", "what": "read the script", "title": f"Gap {gap}"}
    shown = {r.id: r.name for r in shown_rounds(context)}
    if task.serves in shown:
        name = shown[task.serves]
        return {"id": f"round-{task.serves}", "what": "read the page of the round", "title": name}
    first = by_stake(shown_rounds(context))[:1]
    if not first:
        return {}
    return {
        "id": f"round-{first[0].id}",
        "what": "read the page of the round",
        "title": first[0].name,
    }


def weeks(context: Context) -> list[Chapter]:
    """Every week with its tasks as a check list."""
    plan = context.analysis.coaching.plan
    if plan is None or not plan.weeks:
        return []
    weeks, told = [_week(context, w) for w in plan.weeks], set[str]()
    for task in (t for w in weeks for t in w["tasks"]):
        if task["proof"] in told:
            task["proof"] = ""  # said where it came first
        told.add(task["proof"])
    return [_chapter("weeks", "Week by week", {"weeks": weeks})]


def _week(context: Context, week: PlanWeek) -> dict[str, Any]:
    return {
        "id": f"week-{week.number}",
        "number": week.number,
        "phase": capital(week.phase),
        "dates": f"{say_day(week.start)} to {say_day(week.end)}",
        "hours": hours(sum(t.hours for t in week.tasks)),
        "tasks": [_task(context, t) for t in week.tasks],
    }


def _task(context: Context, task: PlanTask) -> dict[str, Any]:
    gap = next((n for n, g in enumerate(context.gaps, 1) if g.id == task.serves), 0)
    label = f"{task.serves_name}: "
    rounds = {r.id: r.name for r in context.rounds}
    return {
        "id": task.id,
        "title": sentence(task.title.removeprefix(label) if gap else task.title),
        "hours": short_hours(task.hours),
        "gap": {"id": f"gap-{gap}", "name": f"Gap {gap}"} if gap else {},
        "round": rounds.get(task.round, "" if gap else capital(task.serves_name)),
        "proof": sentence(task.proof),
        "own": context.own(task.ref),
        "day": say_day(task.day) if task.day else "",
    }


def failures(context: Context) -> list[Chapter]:
    """The universal failure modes with this person's own risk of each: what is likely in full, what
    is unlikely for this person in one line."""
    rank = {"high": 0, "medium": 1, "low": 2}
    rows = [failure(context, f) for f in context.analysis.coaching.failures]
    if not rows:
        return []
    rows.sort(key=lambda r: rank[str(r["risk"])])
    high = [f"“{r['name']}”" for r in rows if r["risk"] == "high"]
    text = (
        f"In these ways prepared people fail. Your own risk is high in {listing(high)}."
        if high
        else "In these ways prepared people fail. None is a high risk for you, going by your resume."
    )
    data = {
        "rows": [r for r in rows if r["risk"] != "low"],
        "low": [r for r in rows if r["risk"] == "low"],
        "text": text,
    }
    return [_chapter("failures", "How people fail, and your own risk", data)]


ASKED = 2
"""Questions back for each round: there is time for two, and the first come from own work."""


def questions_to_ask(context: Context) -> list[Chapter]:
    """Questions for the interviewers, per round, drawn from the posting."""
    groups = [
        {
            "round": r.name,
            "id": f"round-{r.id}",
            "asks": [
                {"text": text, "own": context.own(ref)}
                for text, ref in zip_longest(r.asks[:ASKED], r.asks_from[:ASKED], fillvalue="")
            ],
        }
        for r in context.rounds
        if r.asks
    ]
    if not groups:
        return []
    return [_chapter("questions-to-ask", "Questions to ask them", {"groups": groups})]


FIRST = 30
"""Words of a first sentence on the last day: the start of an answer one knows by then."""


def last_days(context: Context) -> list[Chapter]:
    """Day before, day of, and keeping calm."""
    plan = context.analysis.coaching.plan
    if plan is None:
        return []
    lists = [
        {"title": "The day before", "items": list(plan.day_before)},
        {"title": "The day itself", "items": list(plan.day_of)},
    ]
    data = {
        "lists": [part for part in lists if part["items"]],
        "mindset": list(plan.mindset),
        "cards": [
            {"title": s.title, "id": f"story-{n}", "metrics": list(sayable(s.metrics)[:2])}
            for n, s in enumerate(context.stories[:5], 1)
        ],
        "gaps": [
            {
                "name": capital(g.name),
                "id": f"gap-{n}",
                "parts": context.cite.speech(
                    own_first(context.analysis.coaching.scripts[g.id], FIRST)
                ),
            }
            for n, g in enumerate(context.gaps[:3], 1)
        ],
    }
    return [_chapter("last-days", "The last two days", data)]

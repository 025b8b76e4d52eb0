"""The plan as a calendar that can be imported again, and the questions as cards."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date, timedelta

from icalendar import Calendar

from report_gen import Analysis
from report_gen.rendering.calendar import plan_calendar
from report_gen.rendering.cards import question_cards

PERSON = "mira-okafor"


def events(data: bytes) -> dict[str, tuple[date, str]]:
    found = list(Calendar.from_ical(data).walk("VEVENT"))
    read = {str(e["uid"]): (e["dtstart"].dt, str(e["summary"])) for e in found}
    assert len(read) == len(found), "two events of one UID: the second would replace the first"
    return read


def test_every_task_and_the_interview_come_back(analyses: dict[str, Analysis]) -> None:
    for analysis in analyses.values():
        plan = analysis.coaching.plan
        assert plan is not None
        tasks = [t for w in plan.weeks for t in w.tasks]
        read = events(plan_calendar(analysis))
        assert len(read) == len(tasks) + 1
        days = sorted((t.day, t.title) for t in tasks if t.day)
        assert set(days) <= set(read.values())
        assert plan.interview in {day for day, _ in read.values()}


def moved(analysis: Analysis) -> Analysis:
    """The same plan, every task a day later and in other words."""
    plan = analysis.coaching.plan
    assert plan is not None
    weeks = tuple(
        replace(
            w,
            tasks=tuple(
                replace(t, day=(t.day or w.end) + timedelta(days=1), title=f"{t.title}, again")
                for t in w.tasks
            ),
        )
        for w in plan.weeks
    )
    return replace(analysis, coaching=replace(analysis.coaching, plan=replace(plan, weeks=weeks)))


def test_a_task_that_moves_stays_the_same_event(analyses: dict[str, Analysis]) -> None:
    before = events(plan_calendar(analyses[PERSON]))
    after = events(plan_calendar(moved(analyses[PERSON])))
    assert before.keys() == after.keys()
    assert before != after


def test_another_posting_s_plan_is_other_events(analyses: dict[str, Analysis]) -> None:
    analysis = analyses[PERSON]
    other = replace(analysis, job=replace(analysis.job, company="Another Employer"))
    assert not events(plan_calendar(analysis)).keys() & events(plan_calendar(other)).keys()


def test_cards_are_read_back_whole(analyses: dict[str, Analysis]) -> None:
    for analysis in analyses.values():
        data = question_cards(analysis)
        rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
        assert [r["front"] for r in rows] == [q.question for q in analysis.coaching.questions]
        assert all(r["back"].strip() and r["tags"].strip() for r in rows)
        assert all(len(r) == 3 and None not in r.values() for r in rows)

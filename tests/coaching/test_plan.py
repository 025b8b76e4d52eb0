"""The plan keeps its promises whatever the dates and hours: budget, days, order, light end."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import report_gen
from report_gen import pipeline
from report_gen.coaching.alike import same_work
from report_gen.coaching.calendar import lay_out
from report_gen.coaching.case import Case
from report_gen.coaching.items import Item
from report_gen.coaching.models import StudyPlan
from report_gen.coaching.plan import draft_study_plan
from report_gen.coaching.preparation import Preparation, prepare
from report_gen.coaching.selection import in_order, select
from report_gen.coaching.shares import Shares
from report_gen.coaching.stakes import by_stake
from report_gen.coaching.tasks import is_said_only, menu, scripted_gaps
from report_gen.options import Options
from tests.conftest import JOBS, PEOPLE, TODAY
from tests.judged.corpus import read_corpus

ROADMAP = {t.id: t for t in pipeline.load_packs().roadmap.tasks}


@lru_cache(maxsize=2)
def prepared(
    person: str = "hanneke-de-wit", job: str = "data-platform"
) -> tuple[Case, Preparation]:
    analysis = report_gen.analyze(
        report_gen.parse_resume(PEOPLE / f"{person}.json", today=TODAY),
        report_gen.parse_job(Path(JOBS / f"{job}.txt")),
        today=TODAY,
    )
    case = Case(
        assessment=analysis.assessment,
        matches=analysis.matches,
        resume=analysis.resume,
        job=analysis.job,
        taxonomy=pipeline.load_packs(),
        options=Options(today=TODAY),
        stories=analysis.coaching.stories,
    )
    preparation = prepare(
        case.assessment,
        case.matches,
        case.resume,
        case.job,
        case.taxonomy,
        case.options,
        case.stories,
    )
    return case, preparation


def plan_for(interview: date | None, hours: float, today: date = TODAY) -> StudyPlan:
    case, done = prepared()
    case = Case(
        assessment=case.assessment, matches=case.matches, resume=case.resume, job=case.job,
        taxonomy=case.taxonomy, stories=case.stories,
        options=Options(today=today, interview_date=interview, hours_per_week=hours),
    )  # fmt: skip
    return draft_study_plan(case, done.rounds, done.scripts, done.questions)


@given(days=st.integers(-5, 150), hours=st.integers(1, 60), start=st.integers(0, 400))
@example(days=3, hours=10, start=0)
@example(days=1, hours=1, start=0)
@example(days=84, hours=80, start=3)
def test_never_over_budget_and_never_outside_the_days(days: int, hours: int, start: int) -> None:
    today = TODAY + timedelta(days=start)
    interview = today + timedelta(days=days)
    plan = plan_for(interview, float(hours), today)
    assert plan.planned <= plan.budget + 1e-9
    assert plan.budget <= hours * max(0, days) / 7 + 1e-9
    for week in plan.weeks:
        length = (week.end - week.start).days + 1
        assert sum(t.hours for t in week.tasks) <= hours * length / 7 + 1e-9
        assert abs(sum(t.hours for t in week.tasks) - week.hours) < 1e-9
        for task in week.tasks:
            assert task.hours > 0
            assert task.day is not None
            assert week.start <= task.day <= week.end
            assert today <= task.day < interview


@given(days=st.integers(3, 100), hours=st.integers(3, 40))
def test_what_a_task_needs_comes_before_it(days: int, hours: int) -> None:
    plan = plan_for(TODAY + timedelta(days=days), float(hours))
    first: dict[str, tuple[date, int]] = {}
    number = 0
    for week in plan.weeks:
        for task in week.tasks:
            number += 1
            assert task.day is not None
            first.setdefault(task.id, (task.day, number))
    for id, (day, place) in first.items():
        for needed in ROADMAP[id].prerequisites if id in ROADMAP else ():
            if needed in first:
                assert first[needed][0] <= day, (needed, id)
                assert first[needed][1] < place, (needed, id)


@given(days=st.integers(3, 84), hours=st.integers(1, 40))
def test_what_does_not_fit_is_named_and_nothing_is_lost(days: int, hours: int) -> None:
    case, done = prepared()
    plan = plan_for(TODAY + timedelta(days=days), float(hours))
    planned = {t.id for w in plan.weeks for t in w.tasks}
    left = [t.id for t in plan.left_out]
    assert len(left) == len(set(left))
    assert not planned & set(left)
    assert {i.id for i in menu(case, done.rounds, done.scripts)} <= planned | set(left)


@given(days=st.integers(3, 90), hours=st.integers(4, 30))
def test_the_last_two_days_are_light(days: int, hours: int) -> None:
    interview = TODAY + timedelta(days=days)
    plan = plan_for(interview, float(hours))
    last = {interview - timedelta(days=1)}  # of three or four days one more is needed
    if days >= 5:
        last.add(interview - timedelta(days=2))
    tasks = [t for w in plan.weeks for t in w.tasks if t.day in last]
    assert sum(t.hours for t in tasks) <= 2.0
    assert all(t.id.startswith("light_") for t in tasks)


def test_three_days_are_enough_for_a_plan_and_none_without_days() -> None:
    plan = plan_for(TODAY + timedelta(days=3), 14.0)
    assert len(plan.weeks) >= 1
    assert 3.0 <= plan.planned <= 6.0
    assert plan.left_out
    nothing = plan_for(TODAY, 10.0)
    assert nothing.weeks == ()
    assert nothing.planned == 0
    assert nothing.day_of


def test_without_a_date_eight_to_twelve_weeks_with_mocks_and_phases() -> None:
    plan = plan_for(None, 10.0)
    assert 8 <= len(plan.weeks) <= 12
    assert plan.planned >= 0.8 * plan.budget
    titles = [t.title for w in plan.weeks for t in w.tasks]
    assert sum(" mock of " in t for t in titles) >= 5
    phases = [w.phase for w in plan.weeks]
    assert phases[0] == "Words and basics"
    assert phases[-1] == "Full runs"
    assert len(set(phases)) >= 2
    assert set(plan.quick) == {"hour", "evening", "weekend"}
    assert all(plan.quick.values())


def test_a_later_interview_starts_at_most_twelve_weeks_before() -> None:
    weeks = lay_out(TODAY, TODAY + timedelta(days=200), 10.0)
    assert len(weeks) == 12
    assert weeks[0].start == TODAY + timedelta(days=200 - 84)


def test_a_rest_day_in_every_whole_week() -> None:
    for week in lay_out(TODAY, TODAY + timedelta(days=30), 10.0):
        if len(week.days) == 7:
            assert any(d.hours == 0 for d in week.days)


def test_tasks_of_a_plan_name_this_persons_gaps() -> None:
    case, _ = prepared()
    plan = plan_for(None, 12.0)
    serves = {t.serves for w in plan.weeks for t in w.tasks}
    assert serves & {g.id for g in case.gaps[:3]}


def item(
    id: str, hours: float, value: float, *needs: str, must: int = 0, least: float = 0.0
) -> Item:
    return Item(
        id=id, phase="foundation", title=id, hours=hours, serves="x", serves_name="x", proof="p",
        value=value, prerequisites=needs, must=must, least=least, short_title=f"{id} in short",
    )  # fmt: skip


def test_musts_before_worth_and_prerequisites_with_their_task() -> None:
    items = (
        item("dear", 5, 9.0, "base"),
        item("base", 2, 0.0),
        item("must", 2, 0.0, must=1),
        item("poor", 4, 0.1),
    )
    chosen, rest = select(items, 9)
    assert [i.id for i in chosen] == ["dear", "base", "must"]
    assert [i.id for i in rest] == ["poor"]
    assert [i.id for i in in_order(chosen)] == ["must", "base", "dear"]


def test_a_task_too_long_is_taken_in_its_short_form() -> None:
    chosen, rest = select((item("long", 12, 5.0, least=4.0),), 6)
    assert chosen[0].hours == 6
    assert chosen[0].title == "long in short"
    assert not rest


def test_a_task_that_goes_on_is_named_by_words_that_stand_alone(
    analyses: dict[str, report_gen.Analysis],
) -> None:
    for analysis in analyses.values():
        assert analysis.coaching.plan is not None
        for week in analysis.coaching.plan.weeks:
            for task in week.tasks:
                begun = re.sub(r" \((?:go on|to its end|as far as you get)\)$", "", task.title)
                if begun != task.title:
                    assert not re.search(r" (?:and|or|by|of|for|to|with|the|a|in|on|from)$", begun)


@given(days=st.integers(10, 60), hours=st.integers(6, 20))
def test_the_round_page_2_says_to_prepare_most_has_hours(days: int, hours: int) -> None:
    _, done = prepared()
    first = next(r for r in by_stake(done.rounds) if len(r.topics) > 1)
    plan = plan_for(TODAY + timedelta(days=days), hours)
    assert any(t.round == first.id for week in plan.weeks for t in week.tasks)


def test_a_purpose_draws_no_more_than_it_may_and_a_must_is_taken_all_the_same() -> None:
    items = tuple(
        replace(item(name, 4, 5.0 - n, must=must), round="small")
        for n, (name, must) in enumerate((("a", 0), ("b", 0), ("c", 0), ("first", 1)))
    )
    chosen, rest = select(items, 40, Shares(rounds={"small": 4.0}))
    assert [i.id for i in chosen] == ["a", "first"]
    assert [i.id for i in rest] == ["b", "c"]


PAIRS = (
    ("lidar_perception", "perception"),
    ("sre_platform", "mlops"),
    ("pricing_actuary", "pricing"),
    ("llm_apps", "llmapp"),
    ("dc_program", "dctpm"),
    ("genome_physicist", "genomeml"),
)


@lru_cache(maxsize=8)
def planned(person: str, job: str) -> report_gen.Analysis:
    corpus = read_corpus("third")
    resume = report_gen.parse_resume(
        json.dumps(corpus.people[person]).encode(), filename="resume.json", today=TODAY
    )
    return report_gen.analyze(resume, report_gen.parse_job(text=corpus.jobs[job].text), today=TODAY)


ROUGH = 3.0, 0.1
"""Hours, or the share of them, by which whole tasks may miss the order."""
LATER = [None, TODAY + timedelta(days=17), TODAY + timedelta(days=44)]


@lru_cache(maxsize=16)
def case_of(person: str, job: str) -> tuple[Case, Preparation]:
    analysis = planned(person, job)
    packs = pipeline.load_packs()
    case = Case(
        assessment=analysis.assessment, matches=analysis.matches, resume=analysis.resume,
        job=analysis.job, taxonomy=packs, options=Options(today=TODAY),
        stories=analysis.coaching.stories,
    )  # fmt: skip
    return case, prepare(case.assessment, case.matches, case.resume, case.job, packs, case.options)


@given(pair=st.sampled_from(PAIRS), interview=st.sampled_from(LATER), hours=st.integers(5, 25))
def test_hours_added_up_stand_in_the_order_of_the_reports_own_priorities(
    pair: tuple[str, str], interview: date | None, hours: int
) -> None:
    case, done = case_of(*pair)
    case = replace(
        case, options=Options(today=TODAY, interview_date=interview, hours_per_week=float(hours))
    )
    plan = draft_study_plan(case, done.rounds, done.scripts, done.questions)
    by_round: Counter[str] = Counter()
    by_gap: Counter[str] = Counter()
    for task in (t for w in plan.weeks for t in w.tasks):
        by_round[task.round] += task.hours  # type: ignore[assignment]
        by_gap[task.serves] += task.hours  # type: ignore[assignment]
        assert task.round in {"", *(r.id for r in done.rounds)}
    worked = [g for g in scripted_gaps(case, done.scripts) if not is_said_only(g, case)]
    for ids, spent in (
        ([r.id for r in by_stake(done.rounds)], by_round),
        ([g.id for g in worked], by_gap),
    ):
        found = [spent[id] for id in ids]
        assert all(b <= a + max(ROUGH[0], ROUGH[1] * a) for a, b in pairwise(found)), list(
            zip(ids, found, strict=True)
        )


@pytest.mark.parametrize("pair", PAIRS)
def test_no_work_is_planned_twice_under_two_names(pair: tuple[str, str]) -> None:
    plan = planned(*pair).coaching.plan
    assert plan is not None
    names = {t.serves_name for w in plan.weeks for t in w.tasks}
    assert len(names) == len({n.lower() for n in names})
    for week in plan.weeks:
        focus = week.focus.lower().split(" and ")
        assert len(focus) == len(set(focus)) or len(focus) > 2, week.focus
    gaps = [
        t for w in plan.weeks for t in w.tasks if t.id.startswith("gap_") and t.id.endswith("_days")
    ]
    roadmap = [t for w in plan.weeks for t in w.tasks if t.id in ROADMAP]
    for mine in gaps:
        assert not any(same_work(mine.title, t.title) for t in roadmap), mine.title


def test_the_same_work_is_told_by_its_words() -> None:
    lab = "Skew lab: two feature paths, find the planted difference"
    own = "Feature stores: build one feature with both paths and plant a difference for a check to find"
    assert same_work(lab, own)
    assert not same_work(lab, "Monitoring: alarms for data, model and business; simulate drift")


def test_first_the_gap_then_the_lead_story_and_a_heavy_round_is_never_left_alone() -> None:
    case, done = prepared()
    plan = plan_for(TODAY + timedelta(days=21), 10.0)
    first = [t.id for t in plan.weeks[0].tasks]
    assert first[0].startswith("gap_")
    assert first[1] == "lead_story"
    served = {t.round for w in plan.weeks for t in w.tasks}
    assert {r.id for r in done.rounds if r.weight >= 12} <= served
    light = [r.id for r in done.rounds if r.weight < 3]
    assert not [t for t in plan.weeks[0].tasks if t.serves in light]
    assert case.stories[0].title in plan.weeks[0].tasks[1].title


def test_a_gap_is_worked_on_for_a_round_that_tests_it_and_never_for_a_talk_on_values() -> None:
    for pair in PAIRS:
        case, done = case_of(*pair)
        people = {r.id for r in done.rounds if r.dimensions[0] == "behavioral_leadership"}
        about = {r.id: r.dimensions for r in done.rounds}
        trade = {g.id: g.dimension for g in case.gaps if g.dimension != "behavioral_leadership"}
        for item in menu(case, done.rounds, done.scripts, done.questions):
            if item.kind == "gap" and item.gap in trade and item.round in people:
                assert trade[item.gap] in about[item.round], item.title

"""The next three things to do, each naming this person's own material."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from report_gen.coaching.case import Case, shorten
from report_gen.coaching.gap_words import gap_label
from report_gen.coaching.held_round import round_name
from report_gen.coaching.models import GapScript, PlanTask, Round, StudyPlan
from report_gen.coaching.stakes import by_stake
from report_gen.coaching.stated_applying import to_apply
from report_gen.coaching.stated_steps import stated_steps
from report_gen.coaching.steps import is_alone
from report_gen.coaching.wording import MONTHS, NO_RESULT, in_quotes
from report_gen.matching.numerals import spelled

SILENT = {
    "task": "what the problem was",
    "result": NO_RESULT,
    "metric": "a figure that shows it",
    "baseline": "the figure before",
    "how_measured": "how it was measured",
    "own_part": "your own part",
}
"""What a line leaves out, as one says it to the reader."""


def next_actions(
    case: Case, rounds: tuple[Round, ...], scripts: Mapping[str, GapScript], plan: StudyPlan
) -> tuple[str, ...]:
    """Three actions for the next days: what the posting asks one to send, as long as no interview
    is fixed; what the plan begins with, with its day; the lead story; the round at most risk."""
    actions = [a for a in (_apply(case), _begin(case, scripts, plan)) if a]
    if case.stories:
        story = case.stories[0]
        silent = " and ".join(SILENT[m] for m in story.missing if m in SILENT)
        silent = " and ".join(silent.split(" and ")[:2])
        rest = f", and fill in what the resume leaves out ({silent})" if silent else ""
        actions.append(f"Say your lead story aloud, {in_quotes(story.title)}{rest}.")
    if not stated_steps(case) and (not case.options.interview_date or not case.company_known):
        actions.append(
            "Ask whoever invites you for the list of rounds, with whom each is, and what it decides."
        )
    risky = by_stake(rounds)
    if risky and len(actions) < 3:
        how = "Rehearse" if is_alone(risky[0], case) else "Book one mock of"
        clock = " once, under the clock" if is_alone(risky[0], case) else ""
        actions.append(f"{how} {round_name(risky[0])}{clock}: most hangs on it for you.")
    return tuple(actions[:3])


_MOST_QUOTED = 40
"""Words of an instruction that an action repeats; the company's page has all of it."""


def _apply(case: Case) -> str:
    """What to send with the application, in the posting's words; "" once an interview is fixed."""
    asked = to_apply(case)
    if not asked or case.options.interview_date is not None:
        return ""
    longest = max(asked, key=lambda s: len(s.split()))
    return f"If you have not applied yet, do what the posting asks: {in_quotes(shorten(longest.rstrip(':'), _MOST_QUOTED))}."


def _begin(case: Case, scripts: Mapping[str, GapScript], plan: StudyPlan) -> str:
    """The plan's first task as a sentence; without a plan, the first gap."""
    first = next((t for w in plan.weeks for t in w.tasks), None)
    gap = next((g for g in case.gaps if g.id in scripts), None)
    if first is None:
        return (
            f"Say the short answer for {gap_label(gap, case)} until you need no paper."
            if gap
            else ""
        )
    if gap is None or first.serves != gap.id:
        return f"{_time(first, case.options.today)} on what the plan begins with: {first.title}."
    step = first.title.split(": ", 1)[-1]
    return f"{_time(first, case.options.today)} on your first gap, {gap_label(gap, case)}: {step}."


def _time(task: PlanTask, today: date) -> str:
    """How long to spend, and by when: what is due today has no date to work towards."""
    minutes = round(task.hours * 60)
    spend = (
        f"{minutes} minutes"
        if minutes < 60
        else "one hour"
        if minutes == 60
        else f"{spelled(int(task.hours)) if task.hours.is_integer() else f'{task.hours:g}'} hours"
    )
    if task.day is None:
        return f"Spend {spend}"
    if task.day <= today:
        return f"Today, spend {spend}"
    return f"By {task.day.day} {MONTHS[task.day.month - 1]}, spend {spend}"

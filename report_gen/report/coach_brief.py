"""The coach's brief: two to four pages to read before the first session.

In the order a coach needs them: who this is, what may be misread, what to ask about, what to ask
first, what there is to work with, what to work on, how to use the hour, and what to promise.
"""

from __future__ import annotations

import re
from typing import Any

from report_gen.coaching.readiness import ready_words
from report_gen.coaching.stakes import by_stake
from report_gen.coaching.wording import in_quotes
from report_gen.report import front, requirement_pages, standing
from report_gen.report.context import GAP_KINDS, Context
from report_gen.report.models import Chapter
from report_gen.report.words import capital, clip, count, listing, number, say_full_day, sentence

_UNREAD, _NOTES, _RISKS, _STORIES, _GAPS = 4, 6, 6, 8, 6
SESSION_MINUTES = 60


def chapters(context: Context) -> list[Chapter]:
    """One chapter that flows over two to four pages."""
    coaching = context.analysis.coaching
    data = {
        "cover": front.chapters(context, [])[0].data,
        "summary": standing.summary(context)[0].data,
        "facts": _facts(context),
        "open": [r for r in requirement_pages.requirement_rows(context) if r["status"] != "met"][
            :12
        ],
        "unsure": _unsure(context),
        "risks": [
            {"text": sentence(r.text), "advice": sentence(r.advice)}
            for r in context.analysis.assessment.risks[:_RISKS]
        ],
        "intake": [
            {"question": q.question, "changes": sentence(q.changes)} for q in coaching.intake
        ],
        "stories": [
            {
                "title": s.title,
                "cite": context.cite.short(s.ref),
                "strength": round(s.strength * 100),
                "serves": listing([c.replace("_", " ") for c in s.competencies[:2]]),
                "missing": listing([m.replace("_", " ") for m in s.missing]) or "nothing",
            }
            for s in coaching.stories[:_STORIES]
        ],
        "gaps": _gaps(context),
        "session": session(context),
        "consent": getattr(context.taxonomy.session, "consent", ""),
    }
    return [
        Chapter(
            id="brief", part="front", title="Coach's brief", template="brief.html.j2", data=data
        )
    ]


def _facts(context: Context) -> list[dict[str, str]]:
    """The snapshot: time, experience, what is met, where it is decided."""
    analysis = context.analysis
    options, matches, plan = analysis.options, analysis.matches, analysis.coaching.plan
    states = [m.status for m in context.matches.values()]
    heavy = next(iter(by_stake(context.rounds)), None)
    until = "not known yet"
    if options.interview_date:
        days = (options.interview_date - options.today).days
        until = f"{say_full_day(options.interview_date)}, in {count(days, 'day')}"
    rows = [
        ("Interview", until),
        ("Time", f"{number(options.hours_per_week)} hours a week"
         + (f", {number(plan.planned)} planned" if plan else "")),
        ("Experience", f"{number(analysis.resume.total_years)} years"
         + (f", {number(matches.role_years)} of them in the profession" if matches.role_years else "")
         + (f"; reads as {matches.level}" if matches.level else "")),
        ("Asked for", f"{analysis.job.level or 'level not stated'}"
         + (f", {number(analysis.job.min_years)} years or more" if analysis.job.min_years else "")),
        ("Requirements", f"{states.count('met')} met, {states.count('partial')} partly, "
         f"{states.count('missing')} missing, of {len(states)}"),
        ("Decided in", f"{heavy.name}: {number(heavy.weight)}% of the weight; what it tests is "
         f"{ready_words(heavy.readiness)}" if heavy else ""),
    ]  # fmt: skip
    return [{"name": name, "value": value} for name, value in rows if value]


def _unsure(context: Context) -> list[str]:
    """What may be misread: lines without a place, notes of the readers, a low coverage."""
    resume, job = context.analysis.resume, context.analysis.job
    told = [
        f"Of the resume's lines {round(resume.coverage * 100)}% were used, of the posting's "
        f"{round(job.coverage * 100)}%."
    ]
    told += [f"Not placed: “{clip(line, 90)}”" for line in resume.unread_lines[:_UNREAD]]
    more = len(resume.unread_lines) - _UNREAD
    if more > 0:
        told.append(
            f"{count(more, 'more line').capitalize()} could not be placed; the analysis lists them."
        )
    notes = [*resume.notes, *job.notes, *context.analysis.notes]
    told += list(dict.fromkeys(sentence(n.message) for n in notes if n.message.strip()))[:_NOTES]
    unsure = [m for m in context.matches.values() if m.confidence < 0.6]
    if unsure:
        labels = listing([context.cite.label(m.id) for m in unsure[:6]])
        told.append(f"These verdicts could be read otherwise: {labels}.")
    return told


def _gaps(context: Context) -> list[dict[str, Any]]:
    """In coaching order: by priority, with the first thing to do about each."""
    coaching = context.analysis.coaching
    scripted = [g for g in context.analysis.assessment.gaps if g.id in coaching.scripts]
    ranked = sorted(scripted, key=lambda g: (-g.priority, g.id))[:_GAPS]
    return [
        {
            "name": capital(g.name),
            "severity": g.severity,
            "kind": GAP_KINDS[g.kind],
            "nearest": context.cite.short(g.nearest[0]) if g.nearest else "",
            "first": sentence(coaching.scripts[g.id].two_hours),
        }
        for g in ranked
    ]


def session(context: Context) -> list[dict[str, Any]]:
    """The hour in steps, each with this person's own material; steps that have none are left
    out, and their minutes go to the step before (to the next at the beginning)."""
    words = getattr(context.taxonomy.session, "session", ())
    values = _values(context)
    steps: list[dict[str, Any]] = []
    spare = 0
    for item in words:
        needed = re.findall(r"\{(\w+)\}", item.text)
        if any(not values.get(name) for name in needed):
            if steps:
                steps[-1]["minutes"] += item.minutes
            else:
                spare += item.minutes
            continue
        text = item.text
        for name in needed:
            text = text.replace("{" + name + "}", values[name])
        steps.append({"minutes": item.minutes + spare, "title": item.title, "text": text})
        spare = 0
    at = 0
    for step in steps:
        step["span"] = f"{at}-{at + step['minutes']}"
        at += step["minutes"]
    return steps


def _values(context: Context) -> dict[str, str]:
    coaching = context.analysis.coaching
    story = coaching.stories[0] if coaching.stories else None
    scripted = [g for g in context.analysis.assessment.gaps if g.id in coaching.scripts]
    first = min(scripted, key=lambda g: (-g.priority, g.id), default=None)
    heavy = next(iter(by_stake(context.rounds)), None)
    asked = [q for q in coaching.questions if heavy and q.round == heavy.id]
    return {
        "story": in_quotes(story.title) if story else "",
        "probe": story.probes[0] if story and story.probes else "",
        "gap_question": coaching.scripts[first.id].question if first else "",
        "round": heavy.name if heavy else "",
        "weight": number(heavy.weight) if heavy else "",
        "readiness": ready_words(heavy.readiness) if heavy else "",
        "round_question": asked[0].question if asked else "",
        "action": sentence(coaching.next_actions[0]) if coaching.next_actions else "",
    }

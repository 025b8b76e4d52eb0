"""Cover, "If you only have ..." and the contents."""

from __future__ import annotations

from typing import Any

from report_gen.report.context import PARTS, Context
from report_gen.report.models import Chapter
from report_gen.report.round_questions import printed_questions
from report_gen.report.words import capital, clip, count, say_full_day

_BANDS = {
    "stretch": "a stretch today",
    "possible": "possible, with work",
    "good": "a good match",
    "strong": "a strong match",
}


def chapters(context: Context, body: list[Chapter]) -> list[Chapter]:
    """The pages before Part I, which need to know what follows."""
    out = [_cover(context)]
    quick = _quick(context, body)
    if quick["times"]:
        out.append(_front("quick", "If you only have...", "quick.html.j2", quick))
    out.append(
        _front("contents", "Contents", "contents.html.j2", {"columns": in_columns(contents(body))})
    )
    return out


def contents(body: list[Chapter]) -> list[dict[str, Any]]:
    """Parts with their chapters: what the contents page and the openers list."""
    parts: list[dict[str, Any]] = []
    for chapter in body:
        if not parts or parts[-1]["id"] != chapter.part:
            parts.append({"id": chapter.part, "title": PARTS[chapter.part], "chapters": []})
        if chapter.template != "opener.html.j2":
            parts[-1]["chapters"].append({"id": chapter.id, "title": clip(chapter.title, 46)})
    return parts


def in_columns(parts: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """The contents in two columns of about one length; a part may go on in the second."""
    room = sum(len(p["chapters"]) + 2 for p in parts) / 2
    left: list[dict[str, Any]] = []
    right: list[dict[str, Any]] = []
    used = 0
    for part in parts:
        here = max(0, min(len(part["chapters"]), round(room - used) - 2))
        here = (
            0 if here < 2 else len(part["chapters"]) if len(part["chapters"]) - here < 2 else here
        )
        if right:
            here = 0
        if here:
            left.append({**part, "chapters": part["chapters"][:here]})
        if here < len(part["chapters"]):
            title = "" if here else part["title"]
            right.append({**part, "title": title, "chapters": part["chapters"][here:]})
        used += here + 2
    return [left, right]


def _front(id: str, title: str, template: str, data: dict[str, Any]) -> Chapter:
    return Chapter(id=id, part="front", title=title, template=template, data=data)


def _cover(context: Context) -> Chapter:
    analysis, job = context.analysis, context.analysis.job
    fit = analysis.assessment.fit
    interview = analysis.options.interview_date
    facts = [
        count(len(context.requirements), "requirement")
        + " of this posting, each checked against your resume",
        count(len(context.stories), "story", "stories") + " drafted from your own lines",
        count(len(context.gaps), "gap") + " with words to say and a way to close them",
        count(len(context.rounds), "round")
        + " with "
        + count(printed_questions(context), "likely question"),
    ]
    data = {
        "candidate": clip(analysis.resume.basics.name, 80),
        "role": clip(job.title, 140) or "The role",
        "company": clip(job.company or "", 120),
        "place": clip(job.location or "", 120),
        "date": say_full_day(analysis.options.today),
        "interview": say_full_day(interview) if interview else "",
        "edition": context.edition,
        "score": fit.score,
        "band": _BANDS[fit.band],
        "facts": [f[:1].upper() + f[1:] for f in facts if not f.startswith("no ")],
    }
    return _front("cover", "Cover", "cover.html.j2", data)


def _quick(context: Context, body: list[Chapter]) -> dict[str, Any]:
    plan = context.analysis.coaching.plan
    if plan is None:
        return {"times": []}
    made = {c.id: c.title for c in body}
    times = []
    for key, title, ids in (
        ("hour", "One hour", ("summary", "story-1", "gap-1")),
        ("evening", "One evening", ("flags", "story-2", "gap-2", "weights")),
        (
            "weekend",
            "One weekend",
            ("coverage", "bullets", "design-1", "dive-1", "questions-to-ask"),
        ),
    ):
        actions = [capital(a) for a in plan.quick.get(key, ()) if a.strip()]
        if actions:
            pages = [{"id": id, "title": made[id]} for id in ids if id in made]
            times.append({"title": title, "actions": actions, "pages": pages})
    whole = [{"id": id, "title": made[id]} for id in ("plan", "weeks", "last-days") if id in made]
    weeks = len(plan.weeks)
    until = f"until {say_full_day(plan.interview)}" if plan.interview else "at your own pace"
    return {
        "times": times,
        "whole": whole,
        "whole_text": f"{count(weeks, 'week').capitalize()} {until}, {plan.planned:.0f} planned hours."
        if weeks
        else "",
        "lead": _lead(context),
    }


def _lead(context: Context) -> str:
    gaps, stories = context.gaps, context.stories
    if gaps and stories:
        return (
            f"Whatever time you have, it goes first to two things: being able to tell "
            f"“{stories[0].title}” without notes, and having words ready for {gaps[0].name}."
        )
    return ""

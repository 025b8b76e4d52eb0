"""Cover, the page that says it in short, and the contents."""

from __future__ import annotations

from typing import Any

from report_gen.report import in_short
from report_gen.report.context import BANDS, PARTS, Context
from report_gen.report.models import Chapter
from report_gen.report.round_questions import printed_questions
from report_gen.report.words import clip, count, say_full_day


def chapters(context: Context, body: list[Chapter]) -> list[Chapter]:
    """The pages before Part I, which need to know what follows."""
    listed = {"parts": contents(body)}
    return [
        _cover(context),
        *in_short.chapters(context, body),
        _front("contents", "Contents", "contents.html.j2", listed),
    ]


def contents(body: list[Chapter]) -> list[dict[str, Any]]:
    """Parts with their chapters: what the contents page and the openers list."""
    parts: list[dict[str, Any]] = []
    for chapter in body:
        if not parts or parts[-1]["id"] != chapter.part:
            parts.append({"id": chapter.part, "title": PARTS[chapter.part], "chapters": []})
        if chapter.template != "opener.html.j2":
            parts[-1]["chapters"].append({"id": chapter.id, "title": clip(chapter.title, 72)})
    return parts


def _front(id: str, title: str, template: str, data: dict[str, Any]) -> Chapter:
    return Chapter(id=id, part="front", title=title, template=template, data=data)


def _cover(context: Context) -> Chapter:
    analysis, job = context.analysis, context.analysis.job
    fit = analysis.assessment.fit
    interview = analysis.options.interview_date
    facts = [
        count(len(context.matches), "requirement")
        + " of this posting, each checked against your resume",
        count(len(context.stories), "story", "stories") + " drafted from your own lines",
        count(len(context.gaps), "gap") + " with words to say and a way to close them",
        count(sum(not r.inside for r in context.rounds), "round")
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
        "band": BANDS[fit.band],
        "facts": [f[:1].upper() + f[1:] for f in facts if not f.startswith("no ")],
    }
    return _front("cover", "Cover", "cover.html.j2", data)

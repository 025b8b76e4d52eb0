"""Analysis -> Report: which chapters, in which order, for which edition."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from report_gen.analysis import Analysis
from report_gen.errors import UsageError
from report_gen.job.conditions import conditions as find_conditions
from report_gen.report import (
    appendix,
    coach_brief,
    company_page,
    dives,
    front,
    in_short,
    interview,
    introduction,
    openers,
    quick,
    requirement_pages,
    resume_view,
    schedule,
    scripts,
    standing,
    story_pages,
)
from report_gen.report.citing import KNOWN, Citer
from report_gen.report.context import Context
from report_gen.report.cutting import cut_long_lists
from report_gen.report.models import Chapter, Report
from report_gen.report.words import say_full_day
from report_gen.taxonomy import Taxonomy

EDITIONS = ("full", "standard", "brief")
_STORIES = {"full": 12, "standard": 3, "brief": 2}
_GAPS = {"full": 8, "standard": 3, "brief": 3}

Builder = Callable[[Context], list[Chapter]]
_PARTS: dict[str, tuple[Builder, ...]] = {
    "I": (standing.summary, standing.score, standing.profile, requirement_pages.requirements),
    "II": (
        resume_view.timeline,
        resume_view.bullets,
        resume_view.rewrites,
        resume_view.flags,
        resume_view.keywords,
    ),
    "III": (scripts.overview, scripts.pages),
    "IV": (story_pages.coverage, introduction.page, story_pages.pages, story_pages.blanks),
    "V": (company_page.company, interview.weights, interview.rounds, interview.designs),
    "VI": (dives.pages,),
    "VII": (
        quick.pages,
        schedule.overview,
        schedule.weeks,
        schedule.failures,
        schedule.questions_to_ask,
        schedule.last_days,
    ),
    "A": (
        appendix.reading,
        appendix.ignored,
        appendix.method,
        appendix.ledger,
        appendix.resources,
        appendix.glossary,
        appendix.packs,
    ),
}
_STANDARD: dict[str, tuple[Builder, ...]] = {
    "I": (standing.summary, standing.score, requirement_pages.requirement_list),
    "II": (resume_view.flags,),
    "III": (scripts.overview, scripts.pages),
    "IV": (introduction.page, story_pages.pages),
    "V": (interview.weights, interview.rounds),
    "VII": (quick.pages, schedule.overview, schedule.last_days),
    "A": (appendix.reading, appendix.packs),
}


def compose_report(analysis: Analysis, taxonomy: Taxonomy, edition: str = "full") -> Report:
    """What the report says, as chapters of plain values. Raises UsageError for a wrong edition.

    full: everything. standard: about 20 pages, the most important of each kind. brief: two to
    four pages for the coach. A chapter that has nothing to say is left out, or says why.
    """
    if edition not in EDITIONS:
        raise UsageError(
            "unknown_edition",
            f"The edition {edition!r} is not known.",
            f"Use one of {', '.join(EDITIONS)}.",
        )
    context = _context(analysis, taxonomy, edition)
    if edition == "brief":
        chapters = coach_brief.chapters(context)
    else:
        chapters = _chapters(context, _PARTS if edition == "full" else _STANDARD)
    job = analysis.job
    report = Report(
        title=f"Interview report: {job.title or 'your next role'}"
        + (f", {job.company}" if job.company else ""),
        candidate=analysis.resume.basics.name,
        role=job.title,
        company=job.company or "",
        date=say_full_day(analysis.options.today),
        edition=edition,
        chapters=tuple(chapters),
    )
    return cut_long_lists(report)


def _chapters(context: Context, parts: dict[str, tuple[Builder, ...]]) -> list[Chapter]:
    body: list[Chapter] = []
    for part, builders in parts.items():
        made = [chapter for build in builders for chapter in build(context)]
        if not made:
            continue
        if context.edition == "full":
            body.append(openers.opener(context, part))
        body += made
    titles = {c.id: c.title for c in body} | {"in-short": in_short.TITLE}
    body = [quick.link(c, titles) if c.id == "quick" else c for c in body]
    return [*front.chapters(context, body), *(_cited_once(context, c) for c in body)]


def _cited_once(context: Context, chapter: Chapter) -> Chapter:
    """Each place in the resume is named in full once in the chapters that judge it, and briefly
    after that, as in all others: each cite is a link."""
    named = set() if chapter.id in _JUDGING else {KNOWN, *context.cite.entries}
    return replace(chapter, data=_brief(context, chapter.data, named))


_JUDGING = ("summary", "requirements", "bullets", "brief", "ledger")


def _brief(context: Context, value: Any, named: set[str]) -> Any:
    if isinstance(value, Mapping):
        return {
            key: context.cite.again(v, named)
            if key == "cite" and isinstance(v, str)
            else _brief(context, v, named)
            for key, v in value.items()
        }
    if isinstance(value, (list, tuple)):
        return [_brief(context, v, named) for v in value]
    return value


def _context(analysis: Analysis, taxonomy: Taxonomy, edition: str) -> Context:
    coaching = analysis.coaching
    conditions = find_conditions(analysis.job, taxonomy)
    set_apart = {r.id for r in conditions}
    return Context(
        analysis=analysis,
        taxonomy=taxonomy,
        edition=edition,
        cite=Citer(analysis.resume, analysis.job),
        requirements={r.id: r for r in analysis.job.requirements},
        matches={m.id: m for m in analysis.matches.requirements if m.id not in set_apart},
        conditions=conditions,
        lines={line.ref: line for line in analysis.matches.lines},
        gaps=tuple(g for g in analysis.assessment.gaps if g.id in coaching.scripts)[
            : _GAPS[edition]
        ],
        # Thin lines are cards: they come after the stories that fill a page of their own.
        stories=tuple(sorted(coaching.stories[: _STORIES[edition]], key=story_pages.is_card)),
        rounds=coaching.rounds,
        questions={q.id: q for q in coaching.questions},
    )

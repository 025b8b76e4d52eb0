"""Part VI: the projects an interviewer will dig into."""

from __future__ import annotations

from report_gen.report.context import Context
from report_gen.report.models import Chapter
from report_gen.report.words import capital, clip

_SECTIONS = {
    "problem": "The problem",
    "data": "The data",
    "approach": "The approach",
    "results": "The results",
    "trade_offs": "The trade-offs",
    "differently": "What I'd do differently",
}


def pages(context: Context) -> list[Chapter]:
    """One page a project: the talk, filled from the resume, and the questions that dig."""
    out = []
    for n, dive in enumerate(context.analysis.coaching.deep_dives, 1):
        order = [*_SECTIONS, *sorted(k for k in dive.sections if k not in _SECTIONS)]
        sections = [
            {
                "name": _SECTIONS.get(key, capital(key.replace("_", " "))),
                "parts": context.cite.speech(dive.sections[key]),
            }
            for key in order
            if key in dive.sections and dive.sections[key].parts
        ]
        data = {
            "title": dive.title,
            "quote": context.cite.quote(dive.ref, 400),
            "related": context.cite.quotes([r for r in dive.related if r != dive.ref][:4], 220),
            "sections": sections,
            "questions": list(dive.questions),
        }
        title = f"Project {n}: {clip(dive.title, 80)}"
        out.append(
            Chapter(id=f"dive-{n}", part="VI", title=title, template="dive.html.j2", data=data)
        )
    return out

"""The brief edition: two to four pages a coach reads before the first session."""

from __future__ import annotations

from report_gen.report import front, requirement_pages, standing
from report_gen.report.context import GAP_KINDS, Context
from report_gen.report.models import Chapter
from report_gen.report.words import capital, listing, number, sentence


def chapters(context: Context) -> list[Chapter]:
    """One chapter that flows over two to four pages."""
    analysis = context.analysis
    fit = analysis.assessment.fit
    data = {
        "cover": front.chapters(context, [])[0].data,
        "summary": standing.summary(context)[0].data,
        "components": [
            {"label": c.label, "points": number(c.points), "max": number(c.max)}
            for c in fit.components
        ],
        "requirements": requirement_pages.requirement_rows(context),
        "gaps": [
            {
                "name": capital(g.name),
                "severity": g.severity,
                "kind": GAP_KINDS[g.kind],
                "why": sentence(g.why),
                "nearest": context.cite.quotes(g.nearest[:1], 180),
            }
            for g in context.gaps
        ],
        "risks": [
            {"text": sentence(r.text), "advice": sentence(r.advice)}
            for r in analysis.assessment.risks[:6]
        ],
        "stories": [
            {
                "title": s.title,
                "cite": context.cite.label(s.ref),
                "strength": round(s.strength * 100),
                "missing": listing([m.replace("_", " ") for m in s.missing]),
            }
            for s in analysis.coaching.stories[:8]
        ],
        "ask": [b.question for b in analysis.coaching.blanks[:10]],
        "holes": [sentence(h.prompt) for h in analysis.coaching.holes[:4]],
        "rounds": [
            {"name": r.name, "weight": r.weight, "readiness": r.readiness} for r in context.rounds
        ],
    }
    return [
        Chapter(
            id="brief", part="front", title="Coach's brief", template="brief.html.j2", data=data
        )
    ]

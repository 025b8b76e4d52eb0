"""Part I: the summary, the score as a sum, and the profile."""

from __future__ import annotations

import re
from typing import Any

from report_gen.coaching.lead import SERVED, effect
from report_gen.coaching.next_actions import SILENT
from report_gen.coaching.proof import answered, worth
from report_gen.coaching.short_form import first_clause
from report_gen.matching.wording import level_in
from report_gen.report.context import GAP_KINDS, LEVELS, Context
from report_gen.report.models import Chapter
from report_gen.report.words import capital, clip, listing, number, sentence

_BAND = {
    "stretch": "a stretch: on paper other candidates will stand closer to what is asked",
    "possible": "possible: enough is there to be invited, with real gaps to answer for",
    "good": "good: on paper you stand among those invited, and the gaps can be prepared for",
    "strong": "strong: you meet most of what is asked and can show it",
}


def _chapter(id: str, title: str, data: dict[str, Any]) -> Chapter:
    return Chapter(id=id, part="I", title=title, template=f"{id}.html.j2", data=data)


def summary(context: Context) -> list[Chapter]:
    """Score, strongest cards, gaps by priority, the story to lead with, the next actions."""
    fit = context.analysis.assessment.fit
    data = {
        "score": fit.score,
        "low": fit.low,
        "high": fit.high,
        "band": fit.band,
        "verdict": f"Your fit is {_BAND[fit.band]}.{_but(context)}",
        "confidence": _confidence(fit.low, fit.high),
        "drivers": sentence(drivers(context)),
        "cards": cards(context),
        "gaps": [
            {
                "number": n,
                "name": capital(g.name),
                "id": f"gap-{n}",
                "severity": g.severity,
                "kind": GAP_KINDS[g.kind],
                "asked": [context.own(r) for r in g.requirements[:1]],
                "nearest": context.own(next(iter(g.nearest), "")),
            }
            for n, g in enumerate(context.gaps[:5], 1)
        ],
        "story": _lead_story(context),
        "actions": list(context.analysis.coaching.next_actions[:3]),
    }
    return [_chapter("summary", "Summary", data)]


def _but(context: Context) -> str:
    """What can decide against an invitation all the same."""
    critical = next((g for g in context.gaps if g.severity == "critical"), None)
    if critical is None or context.analysis.assessment.fit.band in ("stretch", "possible"):
        return ""
    return f" One gap can still decide against an invitation: {critical.name}."


def _confidence(low: float, high: float) -> str:
    width = high - low
    word = "high" if width <= 8 else "fair" if width <= 18 else "low"
    return (
        f"The reading is uncertain by {number(width)} points ({number(low)} to {number(high)}), so our confidence is "
        f"{word}."
    )


def drivers(context: Context) -> str:
    """What the score comes from and what it lacks, as the end of a sentence; "" without parts. The
    heart of the job, where it could not be read and stands in the middle, says nothing of either."""
    heart = bool(context.analysis.matches.focus_terms)
    parts = context.analysis.assessment.fit.components
    components = [c for c in parts if heart or c.id != "focus"]
    if not components:
        return ""
    gain = max(components, key=lambda c: (c.points, c.id))
    loss = max(components, key=lambda c: (c.max - c.points, c.id))
    won = f"{gain.label.lower()} ({number(gain.points)} of {number(gain.max)})"
    if gain.id == loss.id:
        return f"the part that gives most, {won}, is also where most is lost."
    lost = f"{loss.label.lower()} ({number(loss.points)} of {number(loss.max)})"
    return f"most of it comes from {won}; most is lost in {lost}."


def cards(context: Context) -> list[dict[str, Any]]:
    """The three strongest facts: lines that prove what is asked and met, those first that prove
    most of it and tell it best (deeds before titles and degrees), each with the requirement it answers best; the
    line of the story to lead with comes first where it proves anything."""
    proven = answered(context.matches.values(), context.requirements.values())
    lead = context.stories[0].ref if context.stories else ""
    strong = {s.ref: s.strength for s in context.stories}
    found = [
        ((ref != lead, not _is_deed(ref), -worth(rows) * _told(strong.get(ref)), ref), ref)
        for ref, rows in proven.items()
        if len(context.cite.text(ref).split()) >= LEAST_WORDS and ref not in _BARE
    ]
    cards: list[dict[str, Any]] = []
    for _, ref in sorted(found)[:3]:
        id = _answer(context, proven[ref], {c["for_id"] for c in cards})
        requirement, story = context.requirements[id], context.story_of(ref)
        best = next(e for e in context.matches[id].evidence if e.ref == ref)
        cards.append(
            {
                **context.own(ref),
                "figure": _figure(context, ref),
                "ref": ref,
                "level": LEVELS[best.strength],
                "strength": best.strength,
                "for": first_clause(requirement.text, 14),
                "for_cite": context.cite.label(requirement.id),
                "for_id": f"req-{requirement.id}",
                "also": [
                    {"label": context.cite.label(r), "id": f"req-{r}"}
                    for _, r in proven[ref][:4]
                    if r != id
                ],
                "story": context.story_number(story.id) if story else 0,
            }
        )
    return cards


def _told(strength: float | None) -> float:
    """How far a line carries as a card: half for what it answers, half for how well it tells it
    (the strength 0..1 of its story; a line too thin for one tells little)."""
    return 0.5 + 0.5 * (UNTOLD if strength is None else strength)


def _answer(context: Context, rows: list[tuple[float, str]], named: set[str]) -> str:
    """The requirement to name on a card: of those the line answers about as well as any a must,
    and one no card before has named."""
    near = [id for value, id in rows if value >= ABOUT * rows[0][0]]
    return min(
        near,
        key=lambda id: (
            f"req-{id}" in named,
            context.requirements[id].kind != "required",
            near.index(id),
        ),
    )


ABOUT = 0.6
UNTOLD = 0.2
LEAST_WORDS = 5
_BARE = frozenset({"basics.label"})


def _is_deed(ref: str) -> bool:
    return re.search(r"\.(highlights|description|summary)", ref) is not None


def _figure(context: Context, ref: str) -> str:
    """The figure that says what came of a line, where its short form leaves it out; ""."""
    rank, figure = effect(context.cite.text(ref))
    return figure if rank >= SERVED and figure not in str(context.own(ref).get("text")) else ""


def _lead_story(context: Context) -> dict[str, Any]:
    """Which story to lead with, and why: what it answers, what came of it, what it leaves open."""
    if not context.stories:
        return {}
    story = context.stories[0]
    proven = answered(context.matches.values(), context.requirements.values()).get(story.ref, [])
    rank, figure = effect(context.cite.text(story.ref))
    return {
        "id": "story-1",
        "title": story.title,
        "question": story.question,
        "strength": round(story.strength * 100),
        "figure": figure if rank >= SERVED else "",
        "silent": listing([silent for m in story.missing if (silent := SILENT.get(m))][:2]),
        "answers": [{"label": context.cite.label(r), "id": f"req-{r}"} for _, r in proven[:4]],
        "cite": context.cite.label(story.ref),
    }


def score(context: Context) -> list[Chapter]:
    """The waterfall, each part with its reason, and what would raise the score most."""
    fit = context.analysis.assessment.fit
    gap_ids = {g.id: f"gap-{n}" for n, g in enumerate(context.gaps, 1)}
    data = {
        "score": fit.score,
        "low": fit.low,
        "high": fit.high,
        "band": fit.band,
        "grade": number(fit.grade),
        "components": [
            {"label": c.label, "points": c.points, "max": c.max, "why": sentence(c.why)}
            for c in fit.components
        ],
        "movers": [
            {"change": sentence(m.change), "points": number(m.points), "id": gap_ids.get(m.gap, "")}
            for m in fit.movers
        ],
        "facts": _facts(context),
    }
    return [_chapter("score", "Your score, explained", data)]


def _facts(context: Context) -> list[dict[str, str]]:
    """Seniority, years and degree: what is asked beside what the resume says."""
    job, matches, resume = context.analysis.job, context.analysis.matches, context.analysis.resume
    rows = []
    if job.level or matches.level:
        rows.append(("Level", job.level or "not stated", matches.level or "not stated"))
    asked = f"{number(job.min_years)} or more" if job.min_years else "not stated"
    have = f"{number(resume.total_years)} in all"
    if matches.role_years:
        have += f", {number(matches.role_years)} in this kind of role"
    rows.append(("Years", asked, have))
    if job.degree.level != "none":
        degree = job.degree.level + (" or equivalent" if job.degree.or_equivalent else "")
        own = listing(
            [clip(e.study_type or e.area or e.institution, 50) for e in resume.education[:2]]
        )
        rows.append(
            ("Degree", degree + ("" if job.degree.required else ", preferred"), own or "none found")
        )
    return [{"what": what, "asked": asked, "yours": yours} for what, asked, yours in rows]


_STRONGEST = re.compile(
    r"; the strongest is your .+ \([^()]*\)(?=[;.])|(?<=to set a level): your [^:]+(?=\.$)"
)
"""The place of a line that is quoted below."""
TESTED = 1.0
"""Percent of the interviews from which on a competency is printed: what they hardly test says little."""


def profile(context: Context) -> list[Chapter]:
    """The radar and, for every dimension, the evidence that sets its level."""
    scores = sorted(
        context.analysis.assessment.dimensions.values(), key=lambda d: (-d.weight, d.id)
    )
    seen: set[str] = set()
    rows = [
        {
            "name": d.name or context.dimension(d.id),
            "label": context.dimension_label(d.id),
            "rating": d.rating,
            "score": d.score,
            "level": level_in(max(0, min(4, d.rating)), d.id, next(iter(d.evidence), ""), LEVELS),
            "bar": d.bar,
            "bar_level": level_in(max(0, min(4, d.bar)), d.id, "", LEVELS),
            "weight": d.weight,
            "emphasis": d.emphasis,
            "why": _STRONGEST.sub("", sentence(d.why)),
            **_own_quotes(context, d.evidence, seen),
            "gap": d.bar - d.rating,
        }
        for d in scores
        if d.weight >= TESTED
    ]
    if not rows:
        return []
    short = [r["name"] for r in rows if r["gap"] > 0 and r["weight"] >= 5]
    over = [r["name"] for r in rows if r["gap"] <= 0 and r["rating"] >= 3 and r["weight"] >= 5]
    known = context.analysis.coaching.company
    data = {
        "rows": rows,
        "over": listing(over[:3]),
        "short": listing(short[:3]),
        "company": known.name if known and known.known else "",
    }
    return [_chapter("profile", "Your competency profile", data)]


def _own_quotes(context: Context, refs: tuple[str, ...], seen: set[str]) -> dict[str, Any]:
    """Two quotes that were not shown yet; those that were are named by their place only."""
    fresh = [ref for ref in refs[:6] if ref not in seen][:2]
    old = [ref for ref in refs[:3] if ref in seen]
    seen.update(fresh)
    return {
        "quotes": context.named(fresh),
        "seen": context.named(old[: 2 if fresh else 3]),
    }

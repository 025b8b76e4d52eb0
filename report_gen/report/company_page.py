"""The company's page: its process, what it stresses, and what this posting asks most of."""

from __future__ import annotations

from typing import Any

from report_gen.coaching.company import ESTIMATE
from report_gen.coaching.held_round import STATED
from report_gen.coaching.models import Claim
from report_gen.matching.wording import level_in
from report_gen.report.context import LEVELS, Context
from report_gen.report.models import Chapter
from report_gen.report.words import capital, clip, sentence

_SURE = {
    "high": "well documented",
    "medium": "reported",
    "low": "candidates report",
}
_STATED = "The posting says"


def company(context: Context) -> list[Chapter]:
    """The process as the company pack knows it, each statement with how sure we are."""
    view = context.analysis.coaching.company
    if view is None:
        return []
    name = view.name if view.known else context.company
    stated = any(r.sure == STATED for r in context.rounds)
    asks = _asks(context)
    data = {
        "name": name,
        "known": view.known,
        "summary": sentence(view.summary),
        "stated": [_stated(c) for c in view.process if c.text.startswith(_STATED)],
        "applying": [sentence(line) for line in view.applying],
        "process": [_claim(c) for c in view.process if not c.text.startswith(_STATED)],
        "emphasis": [_claim(c) for c in view.emphasis if c.source != "the posting" or not asks],
        "principles": [capital(p.replace("_", " ")) for p in view.principles],
        "study": [sentence(s) for s in view.study],
        "unsure": [sentence(u) for u in view.unsure],
        "asks": asks,
        "follows": stated,
        "exercise": {
            "title": "Ask the person who invites you, and note the answers",
            "text": "What the posting leaves open: who sits there, what you may bring or show, and when "
            "you will hear."
            if stated
            else "Which rounds, in which order, how long and with whom; what you may bring or show; "
            "what each round decides, and when you will hear.",
        }
        if context.edition == "full"
        else {},
        "sources": bool(sources(context)),
    }
    title = (
        f"How {name} interviews" if view.known else f"How {clip(name, 60)} is likely to interview"
    )
    return [Chapter(id="company", part="V", title=title, template="company.html.j2", data=data)]


def sources(context: Context) -> list[str]:
    """What the statements on the company's process rest on, each once; printed in the appendix."""
    view = context.analysis.coaching.company
    if view is None:
        return []
    named = (part.strip() for c in (*view.process, *view.emphasis) for part in c.source.split(";"))
    return [name for name in dict.fromkeys(named) if name and name != "the posting"]


def _stated(claim: Claim) -> str:
    """The posting's own words about its interviews, without the words that introduce them."""
    return sentence(claim.text.removeprefix(_STATED).lstrip(": ").strip('"“”'))


def _claim(claim: Claim) -> dict[str, str]:
    text = sentence(claim.text)
    said = text.lower()
    if claim.confidence == "low" and not (
        said.startswith("candidates report") or "(reported)" in said
    ):
        text = f"Candidates report: {text}"
    return {
        "text": text,
        "sure": ESTIMATE if claim.source.startswith(ESTIMATE) else _SURE[claim.confidence],
        "confidence": claim.confidence,
    }


def _asks(context: Context) -> list[dict[str, Any]]:
    """What this posting itself stresses: dimensions by the number of its lines that ask for them."""
    tally: dict[str, list[str]] = {}
    for r in context.requirements.values():
        for d in r.dimensions:
            tally.setdefault(d, []).append(r.id)
    order = sorted(tally, key=lambda d: (-len(tally[d]), d))
    return [
        {
            "name": context.dimension(d),
            "count": len(tally[d]),
            "stand": _reached(context, d),
            "lines": [context.own(i) for i in tally[d][:2]],
        }
        for d in order[:5]
    ]


def _reached(context: Context, dimension: str) -> dict[str, Any]:
    """The level the resume reaches in a dimension and the first line that shows it."""
    score = context.analysis.assessment.dimensions.get(dimension)
    if score is None:
        return {}
    refs = [ref for ref in score.evidence if context.cite.text(ref)]
    level = level_in(score.rating, dimension, next(iter(refs), ""), LEVELS)
    return {"level": level, "own": context.own(refs[0]) if refs else {}}

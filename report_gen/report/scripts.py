"""Part III: one page a gap, with words to say."""

from __future__ import annotations

from typing import Any

from report_gen.coaching.models import Draft, GapScript, Part, Quote, ScriptTurn
from report_gen.report.context import GAP_KINDS, Context, plain_name
from report_gen.report.models import Chapter
from report_gen.report.weight_words import weighs
from report_gen.report.words import capital, clip, sentence
from report_gen.scoring.models import Gap
from report_gen.scoring.partly import without_question

MORE = 40
"""Words of the longer answer that a page prints below the shorter one; the rest is in the JSON."""
_TURNS = {
    "direct": "Asked directly",
    "probe": "When they probe",
    "push_back": "When they push back",
}


def overview(context: Context) -> list[Chapter]:
    """The gaps in order of what preparation can win, in one table."""
    assessment = context.analysis.assessment
    if not context.gaps:
        text = (
            "We found no requirement of this posting that your resume leaves open. "
            "Use the time for your stories and the rounds."
        )
        data: dict[str, Any] = {"rows": [], "others": [], "text": text, "exercise": {}}
        return [
            Chapter(id="gaps", part="III", title="Your gaps", template="gaps.html.j2", data=data)
        ]
    shown = {g.id for g in context.gaps}
    others = [
        {
            "name": capital(g.name),
            "severity": g.severity,
            "kind": GAP_KINDS[g.kind],
            "why": sentence(g.why),
        }
        for g in assessment.gaps
        if g.id not in shown
    ]
    rows = [
        {
            "number": n,
            "id": f"gap-{n}",
            "name": capital(g.name),
            "kind": GAP_KINDS[g.kind],
            "severity": g.severity,
            "priority": g.priority,
            "where": _where(context, g),
            "rounds": [
                _round_name(context, r) for r in context.analysis.coaching.scripts[g.id].rounds[:1]
            ],
        }
        for n, g in enumerate(context.gaps, 1)
    ]
    text = (
        "Severity looks from the job: how much the absence weighs. The order looks from you: "
        "what preparation can still change before the interview."
    )
    data = {"rows": rows, "others": others[:10], "text": text, "exercise": _exercise(context)}
    return [
        Chapter(
            id="gaps", part="III", title="Your gaps in order", template="gaps.html.j2", data=data
        )
    ]


def _exercise(context: Context) -> dict[str, str]:
    if context.edition != "full":
        return {}
    gap = context.gaps[0]
    question = context.analysis.coaching.scripts[gap.id].question
    return {
        "title": "Before you turn the page",
        "text": f"The first gap is {gap.name}. Write down what you would say today if they asked: "
        f"“{question}” Then compare it with the script.",
    }


def _where(context: Context, gap: Gap) -> str:
    if gap.requirements:
        return ", ".join(context.cite.label(r) for r in gap.requirements[:4])
    return "usual for the role" if gap.usual else context.dimension(gap.dimension)


def _round_name(context: Context, id: str) -> str:
    return next((r.name for r in context.rounds if id in (r.id, r.name)), plain_name(id))


def _lines(context: Context, gap: Gap, told: str) -> list[dict[str, str]]:
    """The posting's lines behind a gap; in short where the text beside them quotes them anyway."""
    lines = []
    for id in gap.requirements[:2]:
        quote = context.cite.quote(id, 240)
        shown = quote["text"].rstrip(".…") in told
        lines.append({**quote, "text": "" if shown else quote["text"], "req_id": f"req-{id}"})
    return lines


def pages(context: Context) -> list[Chapter]:
    """A page for each gap: why it matters, the four moves, what not to say, how to close it."""
    out = []
    for n, gap in enumerate(context.gaps, 1):
        script = context.analysis.coaching.scripts[gap.id]
        title = f"Gap {n}: {clip(capital(gap.name), 90)}"
        out.append(
            Chapter(
                id=f"gap-{n}",
                part="III",
                title=title,
                template="gap.html.j2",
                data=_page(context, gap, script),
            )
        )
    return out


def _rest(turn: ScriptTurn) -> Draft:
    """What the longer answer adds to the shorter one it begins with, empty if it does not."""
    n = len(turn.short.parts)
    begins = n and turn.full.parts[:n] == turn.short.parts
    rest = turn.full.parts[n:] if begins else ()
    kept = [p for k, p in enumerate(rest) if sum(_words(q) for q in rest[: k + 1]) <= MORE]
    if kept and len(kept) < len(rest) and isinstance(rest[len(kept)], Quote):
        kept.pop()  # it introduces a quote that had no room
    return Draft(parts=tuple(kept))


def _words(part: Part) -> int:
    return len(Draft(parts=(part,)).plain.split())


def _beside(context: Context, gap: Gap) -> dict[str, Any]:
    """The own line the plan sets beside the work on this gap; {} for none."""
    plan = context.analysis.coaching.plan
    tasks = [t for w in plan.weeks for t in w.tasks] if plan else []
    return context.own(next((t.ref for t in tasks if t.serves == gap.id and t.ref), ""))


def _why(gap: Gap, script: GapScript) -> str:
    """Why it is a gap, where the reason to prepare for it does not say so; the nearest line is asked about
    only where the bridge is built on it."""
    if gap.why and gap.why in script.why_it_matters:
        return ""
    elsewhere = script.near and gap.nearest and gap.nearest[0] not in script.near
    return sentence(without_question(gap.why) if elsewhere else gap.why)


def _page(context: Context, gap: Gap, script: GapScript) -> dict[str, Any]:
    say = context.cite.speech
    moves = [
        ("Acknowledge", say(script.acknowledge)),
        ("Bridge", say(script.bridge)),
        ("Reason", say(script.reasoning)),
        ("Plan", say(script.plan)),
    ]
    plan = [
        ("2 hours", script.two_hours),
        ("2 days", script.two_days),
        ("2 weeks", script.two_weeks),
    ]
    first = gap is context.gaps[0]
    beside = _beside(context, gap)
    asked_by_turn = {t.question for t in script.turns}
    return {
        "first": first,
        "name": gap.name,
        "severity": gap.severity,
        "severity_text": capital(weighs(gap, context.requirements)),
        "kind": GAP_KINDS[gap.kind],
        "why": _why(gap, script),
        "matters": sentence(script.why_it_matters),
        "rounds": [_round_name(context, r) for r in script.rounds],
        "lines": _lines(context, gap, script.why_it_matters),
        "usual": gap.usual,
        "nearest": context.cite.quotes(script.near[:2], 260),
        "question": script.question,
        "brief": any(t.kind == "direct" and t.short.parts for t in script.turns),
        "moves": [{"name": name, "parts": parts} for name, parts in moves if parts],
        "turns": [
            {
                "kind": _TURNS[t.kind],
                "question": t.question,
                "parts": say(t.short if t.short.parts else t.full),
                "more": say(_rest(t)),
            }
            for t in script.turns
            if (t.short.parts or t.full.parts)
            and not (t.kind == "direct" and t.question == script.question)
        ],
        "avoid": list(script.avoid),
        "plan": [
            {"time": time, "text": sentence(text), "own": beside if time == "2 days" else {}}
            for time, text in plan
            if text.strip()
        ],
        "deliverable": sentence(script.deliverable),
        "follow_ups": [f for f in script.follow_ups if f not in asked_by_turn],
    }

"""Every requirement of the posting: its status, the best evidence, what to say, what lifts it."""

from __future__ import annotations

import re
from typing import Any

from report_gen.matching.models import RequirementMatch
from report_gen.report.context import KINDS, LEVELS, QUOTED, STATUS, Context
from report_gen.report.models import Chapter
from report_gen.report.words import clip, count, listing, sentence


def requirements(context: Context) -> list[Chapter]:
    """Every requirement of the posting: status, best evidence, one line to say, what lifts it."""
    groups = []
    strip = []
    for kind, words in KINDS.items():
        rows = [_row(context, id, m) for id, m in context.matches.items() if _is(context, id, kind)]
        if rows:
            groups.append({"kind": words, "rows": rows})
            strip += [{"id": r["label"], "status": r["status"], "kind": words} for r in rows]
    if not groups:
        return []
    states = [s["status"] for s in strip]
    text = (
        f"Of {count(len(states), 'requirement')}, {states.count('met') or 'none'} met, "
        f"{states.count('partial') or 'none'} met in part, {states.count('missing') or 'none'} missing."
    )
    data = {"groups": groups, "strip": strip, "text": text}
    return [
        Chapter(
            id="requirements",
            part="I",
            title="Requirement by requirement",
            template="requirements.html.j2",
            data=data,
        )
    ]


def requirement_list(context: Context) -> list[Chapter]:
    """The same in one table: a line a requirement, for the shorter editions."""
    rows = requirement_rows(context)
    if not rows:
        return []
    return [
        Chapter(
            id="requirements",
            part="I",
            title="Requirement by requirement",
            template="requirement-list.html.j2",
            data={"rows": rows},
        )
    ]


def requirement_rows(context: Context) -> list[dict[str, Any]]:
    """Label, words, status and the place of the best evidence of every requirement."""
    return [
        {
            "id": f"req-{id}",
            "label": id.upper(),
            "text": clip(context.requirements[id].text, 150),
            "status": m.status,
            "status_text": STATUS[m.status],
            "kind": KINDS[context.requirements[id].kind],
            "cite": context.cite.label(m.evidence[0].ref) if m.evidence else "",
        }
        for id, m in context.matches.items()
        if id in context.requirements
    ]


def _is(context: Context, id: str, kind: str) -> bool:
    requirement = context.requirements.get(id)
    return requirement is not None and requirement.kind == kind


def _row(context: Context, id: str, match: RequirementMatch) -> dict[str, Any]:
    requirement = context.requirements[id]
    quotes = context.cite.quotes([e.ref for e in match.evidence[:QUOTED]], 240)
    gap = context.gap_of(id)
    story = next((s for e in match.evidence if (s := context.story_of(e.ref))), None)
    return {
        "id": f"req-{id}",
        "label": id.upper(),
        "text": requirement.text,
        "status": match.status,
        "status_text": STATUS[match.status],
        "negated": requirement.negated,
        "why": _agreeing(sentence(match.why)),
        "quotes": quotes[:1],
        "also": quotes[1:4],
        "level": LEVELS[match.evidence[0].strength] if match.evidence else "",
        "say": _say(context, match),
        "lift": _lift(context, match),
        "gap": {"id": f"gap-{context.gaps.index(gap) + 1}", "name": gap.name} if gap else {},
        "story": {
            "id": f"story-{context.story_number(story.id)}",
            "title": f"In full: story {context.story_number(story.id)}",
        }
        if story
        else {},
    }


_MANY = re.compile(
    r"\b(your (?:publications|certificates|awards|languages)) (shows|names|uses|is)\b", re.I
)
_AGREE = {"shows": "show", "names": "name", "uses": "use", "is": "are"}


def _agreeing(text: str) -> str:
    """A section of several entries takes the plural: "your publications show"."""
    return _MANY.sub(lambda m: f"{m[1]} {_AGREE[m[2].lower()]}", text)


def _say(context: Context, match: RequirementMatch) -> list[dict[str, Any]]:
    """What you did, and what came of it, in the words of the story behind the best evidence."""
    for evidence in match.evidence if match.status != "missing" else ():
        story = context.story_of(evidence.ref)
        if story is None:
            continue
        did, became = (
            _first_sentence(context.cite.speech(draft)) for draft in (story.action, story.result)
        )
        quoted = str(did[0]["text"]).startswith("My resume") if did else False
        if did and not quoted and not any(p["kind"] == "blank" for p in did):
            known = became and not any(p["kind"] == "blank" for p in became)
            return [*did, {**became[0], "glue": False}, *became[1:]] if known else did
    return []


def _is_deed(ref: str) -> bool:
    """Whether a reference points to work done, rather than a degree, a list or a language."""
    return ref.startswith(("work", "projects", "volunteer", "basics"))


def _first_sentence(parts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    out = []
    for part in parts:
        text = str(part["text"])
        end = min((text.find(e) for e in (". ", "? ") if e in text), default=-1)
        if part["kind"] == "text" and end >= 0:
            out.append({**part, "text": text[: end + 1]})
            break
        out.append(part)
        if part["kind"] != "blank" and text.rstrip().endswith((".", "?")):
            break
    return out


def _lift(context: Context, match: RequirementMatch) -> str:
    missing = listing(_unsaid(context, match, match.missing_skills)[:3])
    if match.status == "met" and not any(_is_deed(e.ref) for e in match.evidence):
        return "Nothing to add: it is met as it stands."
    if match.status == "missing" or not match.evidence:
        if missing:
            return f"One finished piece of work that shows {missing}, with a result you can name."
        return "A line that shows it, if you have done it; else the words to say when it comes up."
    if match.listed_only:
        return "You list it but no line shows it in use. Add one line: where, for what, with what result."
    if missing:
        return f"Evidence for {missing}, which the posting names beside what you have."
    lacks = _lacks(context, match)
    if lacks:
        return f"Say {listing(lacks)}, if you can."
    beside = listing(_unsaid(context, match, match.unshown)[:3], "or")
    if beside:
        return (
            f"Your line carries it. The posting also names {beside}: say so if you have done that."
        )
    if match.status == "met":
        return "Nothing is missing. Bring it up yourself, early."
    return "The line is complete as it stands; have a second example ready."


def _lacks(context: Context, match: RequirementMatch) -> list[str]:
    """What the best line leaves out, of what makes evidence strong. Never what it already says."""
    line = context.lines.get(match.evidence[0].ref)
    if line is None or match.evidence[0].strength >= 4 or line.level >= 4:
        return []
    lacks = []
    if match.evidence[0].strength <= 1 and not line.own:
        lacks.append("what you did with it yourself")
    elif not line.owned and line.level < 3:
        lacks.append("which part of it was yours to decide")
    if not line.production and line.level < 3:
        lacks.append("whether it ran in production and for whom")
    if not line.metrics:
        lacks.append("what changed, from what to what and over which time")
    return lacks


def _unsaid(context: Context, match: RequirementMatch, skills: tuple[str, ...]) -> list[str]:
    """Of those skills, the ones that no quoted line names: asking for the others would read badly."""
    said = " ".join(context.cite.text(e.ref) for e in match.evidence[:4]).casefold()
    return [name for name in context.skills(skills) if name.casefold() not in said]

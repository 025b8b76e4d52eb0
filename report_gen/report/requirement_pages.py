"""Every requirement of the posting: its status, the best evidence, what to say, what lifts it."""

from __future__ import annotations

import re
from typing import Any

from report_gen.coaching.short_form import whole_clauses
from report_gen.job.conditions import is_agreed
from report_gen.matching.lexicon import lexicon
from report_gen.matching.models import RequirementMatch
from report_gen.matching.unsaid import unsaid
from report_gen.report.citing import anchor
from report_gen.report.context import KINDS, LEVELS, QUOTED, STATUS, Context
from report_gen.report.models import Chapter
from report_gen.report.words import clip, count, listing, ordinal, sentence


def requirements(context: Context) -> list[Chapter]:
    """Every requirement of the posting: status, best evidence, one line to say, what lifts it."""
    groups = []
    strip = []
    shown: dict[str, str] = {}
    for kind, words in KINDS.items():
        rows = [
            _row(context, id, m, shown)
            for id, m in context.matches.items()
            if _is(context, id, kind)
        ]
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
    data = {"groups": groups, "strip": strip, "text": text, "conditions": _conditions(context)}
    return [
        Chapter(
            id="requirements",
            part="I",
            title="Requirement by requirement",
            template="requirements.html.j2",
            data=data,
        )
    ]


def _conditions(context: Context) -> list[dict[str, Any]]:
    """The posting's conditions: named so that each has its answer, and weighed nowhere."""
    return [
        {
            "id": f"req-{r.id}",
            "label": r.id.upper(),
            "text": r.text,
            "agreed": is_agreed(r, context.taxonomy),
        }
        for r in context.conditions
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
            data={"rows": rows, "conditions": _conditions(context)},
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


def _row(
    context: Context, id: str, match: RequirementMatch, shown: dict[str, str]
) -> dict[str, Any]:
    """One requirement. ``shown``: own lines quoted in full before, with the requirement whose row
    holds them; a line that speaks for a second one is named there in few words."""
    requirement = context.requirements[id]
    refs = [e.ref for e in match.evidence[:QUOTED] if context.cite.text(e.ref)]
    quotes = _judged(context, refs[:1], id, shown)
    also = _places(context, list(dict.fromkeys(refs))[1:]) if match.status != "missing" else []
    gap = context.gap_of(id)
    reply = _reply(context, id, shown)
    story = context.story_of(reply["ref"]) if reply else None
    return {
        "id": f"req-{id}",
        "label": id.upper(),
        "text": requirement.text,
        "status": match.status,
        "status_text": STATUS[match.status],
        "negated": requirement.negated,
        "why": _agreeing(_compact(sentence(match.why), match, bool(also))),
        "quotes": quotes,
        "also": also,
        "level": LEVELS[match.evidence[0].strength] if match.evidence else "",
        "reply": reply,
        **_next(context, match, shown),
        "gap": {"id": f"gap-{context.gaps.index(gap) + 1}", "name": gap.name} if gap else {},
        "story": {
            "id": f"story-{context.story_number(story.id)}",
            "title": f"In full: story {context.story_number(story.id)}",
        }
        if story
        else {},
    }


JUDGED = 28
"""Words of a line under judgement: what bullet by bullet holds whole is not printed whole twice."""


def _judged(
    context: Context, refs: list[str], id: str, shown: dict[str, str]
) -> list[dict[str, Any]]:
    """The line under judgement: in full the first time, then by its first words and the
    requirement that quotes it in full."""
    out: list[dict[str, Any]] = []
    for ref in refs:
        own = context.own(ref)
        if ref in shown and own["text"].endswith("…"):
            out.append({**own, "full": {"id": f"req-{shown[ref]}", "label": shown[ref].upper()}})
        else:
            out.append(
                context.cite.quote(ref) | {"text": whole_clauses(context.cite.text(ref), JUDGED)}
            )
            shown.setdefault(ref, id)
    return [{"full": {}} | q for q in out]


def _places(context: Context, refs: list[str]) -> list[dict[str, Any]]:
    """The places of further lines; of one entry the later ones by their number alone."""
    out: list[dict[str, Any]] = []
    before = ""
    for ref in sorted(refs, key=lambda r: (refs.index(_first_of(r, refs)), refs.index(r))):
        entry, _, item = ref.partition(".highlights[")
        cite = context.cite.label(ref)
        again = bool(item) and entry == before
        if again:
            cite = ordinal(int(item.rstrip("]")) + 1)
        out.append({"cite": cite, "href": anchor(ref), "again": again})
        before = entry if item else ""
    return out


def _first_of(ref: str, refs: list[str]) -> str:
    """The first line of the same entry, so that lines of one entry stand together."""
    entry = ref.partition(".highlights[")[0]
    return next(r for r in refs if r.partition(".highlights[")[0] == entry)


_PLACED = re.compile(r"^Your .+ (?P<verb>shows|names) (?P<what>.+ \([^()]*\)\.)$")
_NEAR = re.compile(r"^Your .+? (?P<verb>sounds|is near|uses|is one of) (?P<what>.+)$")
_COUNT = re.compile(r" (?:[Tt]wo|[Tt]hree|\d+) of your lines speak for it\.")


def _compact(why: str, match: RequirementMatch, listed: bool) -> str:
    """The reason without the place of the line that is quoted above it, and without a count of
    lines where they are listed beside it."""
    first = match.evidence[0].why if match.evidence else ""
    placed = (_PLACED.match(sentence(first)) or _NEAR.match(sentence(first))) if first else None
    if placed is not None:
        why = why.replace(sentence(first), f"It {placed['verb']} {placed['what']}")
    return _COUNT.sub("", why) if listed else why


_MANY = re.compile(
    r"\b(your (?:publications|certificates|awards|languages)) (shows|names|uses|is)\b", re.I
)
_AGREE = {"shows": "show", "names": "name", "uses": "use", "is": "are"}


def _agreeing(text: str) -> str:
    """A section of several entries takes the plural: "your publications show"."""
    return _MANY.sub(lambda m: f"{m[1]} {_AGREE[m[2].lower()]}", text)


def _reply(context: Context, id: str, shown: dict[str, str]) -> dict[str, Any]:
    """The words drafted for a requirement, and the place of the line they are from; {} for none.
    Words that stand in an earlier row are not printed twice: ``same`` leads to it."""
    reply = next((r for r in context.analysis.coaching.replies if r.id == id), None)
    if reply is None or not reply.say.parts:
        return {}
    place = {"cite": context.cite.label(reply.ref), "href": anchor(reply.ref)}
    say = context.cite.speech(reply.say)
    words = " ".join(str(part["text"]) for part in say)
    first = shown.setdefault(f"say {words}", id)
    same = {"id": f"req-{first}", "label": first.upper()} if first != id else {}
    return {"say": say, "ref": reply.ref, "place": place, "same": same}


def _is_deed(ref: str) -> bool:
    """Whether a reference points to work done, rather than a degree, a list or a language."""
    return ref.startswith(("work", "projects", "volunteer", "basics"))


def _next(context: Context, match: RequirementMatch, shown: dict[str, str]) -> dict[str, str]:
    """What would lift the requirement; where nothing is lacking, what its line will draw, once for
    each line; or nothing."""
    lift = _lift(context, match)
    if lift:
        return {"next": "What lifts it", "advice": lift}
    ref = match.evidence[0].ref if match.evidence else ""
    reading = next((x for x in context.analysis.coaching.xray if x.ref == ref), None)
    if reading is not None and reading.invites and f"asked {ref}" not in shown:
        shown[f"asked {ref}"] = match.id
        return {"next": "Be ready for", "advice": reading.invites[0]}
    return {"next": "", "advice": ""}


def _lift(context: Context, match: RequirementMatch) -> str:
    missing = listing(_unsaid(context, match, match.missing_skills)[:3])
    if match.status == "met" and not any(_is_deed(e.ref) for e in match.evidence):
        return ""
    if match.status == "missing" or not match.evidence:
        if missing:
            return f"One finished piece of work that shows {missing}, with a result you can name."
        return "A line that shows it, if you have done it; else the words to say when it comes up."
    if match.listed_only and any(_is_deed(e.ref) and e.strength >= 2 for e in match.evidence):
        return "You list it. Say in the line that comes nearest where you used it, and with what result."
    if match.listed_only:
        return "You list it but no line shows it in use. Add one line: where, for what, with what result."
    if missing:
        return f"Evidence for {missing}, which the posting names beside what you have."
    lacks = _lacks(context, match)
    if lacks:
        return sentence(listing(lacks))
    beside = listing(_unsaid(context, match, match.unshown)[:3], "or")
    if beside and match.status != "met":
        return f"The posting also names {beside}: say so if you have done that."
    return ""


_BUILT = frozenset(
    ["coding", "ml_system_design", "production_ownership", "constraints", "deep_learning",
     "genai_llm", "data_engineering", "mlops_infrastructure", "general_system_design"]
)  # fmt: skip
"""What can run in production; mentoring and plans can't."""


def _lacks(context: Context, match: RequirementMatch) -> list[str]:
    """What the best line leaves out, of what makes evidence strong. Never what it already says,
    and never production of what is no system."""
    best = match.evidence[0]
    line = context.lines.get(best.ref)
    if line is None or best.strength >= 4 or line.level >= 4:
        return []
    built = bool(_BUILT.intersection(context.requirements[match.id].dimensions))
    lacks = []
    if best.strength <= 1 and not line.own:
        lacks.append("what you did with it yourself")
    elif not line.owned and line.level < 3 and (built or best.strength <= 1):
        lacks.append("which part of it was yours to decide")
    if built and not line.production and line.level < 3:
        lacks.append("whether it ran in production and for whom")
    if not line.metrics:
        changed = "what changed, from what to what and over which time"
        lacks.append(changed if built else "what was different afterwards, and for whom")
    return lacks


def _unsaid(context: Context, match: RequirementMatch, skills: tuple[str, ...]) -> list[str]:
    """Of those skills, the ones that may be asked for without denying what stands beside it; nor how
    a thing is done ("scalability") where the thing itself is shown."""
    lex = lexicon(context.taxonomy)
    quoted = [context.lines[e.ref] for e in match.evidence[:4] if e.ref in context.lines]
    open_ = unsaid(skills, quoted, tuple(context.lines.values()), lex)
    return [context.skill(t) for t in open_ if not (match.status == "met" and lex.manner(t))]

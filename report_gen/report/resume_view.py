"""Part II: the resume as an interviewer reads it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from report_gen.coaching.models import Blank, Draft, Quote
from report_gen.report.citing import anchor
from report_gen.report.context import LEVELS, QUOTED, Context
from report_gen.report.models import Chapter
from report_gen.report.words import capital, clip, count, listing, number, say_span, sentence

AS_OFTEN = 2
"""How many lines may draw the same question in the same words."""
SAME_BLANK = 3
"""How many patterns that end in the same blank are shown: the fourth teaches nothing new."""
MOST_TURNED = 28
"""Words of the longest line that is shown in another order: of a longer one nobody sees the gain."""
KEPT = 4
"""About how many words of a line are repeated before what is added to its end."""
_PHRASE = frozenset(
    [
        "and",
        "or",
        "of",
        "for",
        "with",
        "in",
        "on",
        "at",
        "by",
        "from",
        "to",
        "as",
        "than",
        "over",
        "into",
        "through",
        "using",
        "which",
        "that",
        "who",
        "after",
        "before",
        "while",
        "when",
    ]
)
_MOST_ASKS = 3
_ASPECTS = (
    ("ownership", "Ownership"),
    ("scale", "Scale"),
    ("metric", "Metric"),
    ("outcome", "Outcome"),
)


def _chapter(id: str, title: str, data: dict[str, Any]) -> Chapter:
    return Chapter(id=id, part="II", title=title, template=f"{id}.html.j2", data=data)


def timeline(context: Context) -> list[Chapter]:
    """Positions and studies as bars in time, with overlaps and gaps named."""
    resume, today = context.analysis.resume, context.analysis.options.today
    bars = []
    for n, w in enumerate(resume.work):
        bars.append(
            _bar(f"work[{n}]", w.position or w.name, w.name, w.start_date, w.end_date, today, True)
        )
    for n, e in enumerate(resume.education):
        title = e.study_type or e.area or "Studies"
        bars.append(
            _bar(f"education[{n}]", title, e.institution, e.start_date, e.end_date, today, False)
        )
    dated = [b for b in bars if b["start"] is not None][:14]
    if not dated:
        return []
    undated = [b["title"] for b in bars if b["start"] is None]
    risks = [
        {"text": sentence(r.text), "advice": sentence(r.advice)}
        for r in context.analysis.assessment.risks
        if r.kind in ("employment_gap", "overlap", "short_stay", "years_mismatch", "title_drop")
    ]
    data = {
        "bars": dated,
        "undated": listing([clip(u, 60) for u in undated]),
        "now": _month(today.isoformat(), end=True),
        "years": number(resume.total_years),
        "positions": count(len(resume.work), "position"),
        "risks": risks,
    }
    return [_chapter("timeline", "Your career on one line", data)]


def _bar(
    ref: str, title: str, place: str, start: str, end: str, today: date, work: bool
) -> dict[str, Any]:
    first = _month(start, end=False)
    last = _month(end, end=True) if end else (_month(today.isoformat(), end=True) if work else None)
    if first is None and last is not None and not work:
        first = last - 1
    elif first is not None and last is None:
        first = None if work else first
        last = first + 1 if first is not None else None
    if first is not None and last is not None and last < first:
        last = first + 0.1
    return {
        "id": anchor(ref),
        "title": title,
        "place": place,
        "span": say_span(start, end),
        "start": first if last is not None else None,
        "end": last,
        "open": work and not end,
        "work": work,
    }


def _month(value: str, end: bool) -> float | None:
    """A date as a year with a fraction; a bare year stands for its beginning or its end."""
    pieces = value.split("-")
    if not pieces[0].isdigit():
        return None
    if len(pieces) == 1:
        return float(pieces[0]) + (1.0 if end else 0.0)
    month = int(pieces[1]) if pieces[1].isdigit() else 1
    return int(pieces[0]) + (month - (0 if end else 1)) / 12


def bullets(context: Context) -> list[Chapter]:
    """Every line: what shows ownership, scale, metric and outcome, and what it invites."""
    groups: list[dict[str, Any]] = []
    asked: Counter[str] = Counter()
    speaks_for = _requirements_by_line(context)
    for x in context.analysis.coaching.xray:
        line = context.lines.get(x.ref)
        owner = line.owner if line and line.owner else x.ref.split(".")[0]
        if not groups or groups[-1]["owner"] != owner:
            groups.append({"owner": owner, "title": _owner_title(context, owner), "rows": []})
        story = context.story_of(x.ref)
        groups[-1]["rows"].append(
            {
                "id": anchor(x.ref),
                "text": context.cite.text(x.ref),
                "cite": context.cite.label(x.ref),
                "level": LEVELS[max(0, min(4, x.level))],
                "strength": x.level,
                "aspects": [
                    {"name": name, "words": clip(str(getattr(x, id)), 90)} for id, name in _ASPECTS
                ],
                "invites": _fresh(x.invites, asked),
                "story": context.story_number(story.id) if story else 0,
                "asks": speaks_for.get(x.ref, [])[:_MOST_ASKS],
            }
        )
    if not groups:
        return []
    rows = [r for g in groups for r in g["rows"]]
    missing = {
        name: sum(1 for r in rows for a in r["aspects"] if a["name"] == name and not a["words"])
        for _, name in _ASPECTS
    }
    worst = max(missing, key=lambda name: (missing[name], name))
    text = f"{count(len(rows), 'line').capitalize()} read. "
    if missing[worst]:
        text += (
            f"What is absent most often is {worst.lower()}: {count(missing[worst], 'line')} "
            f"{'says' if missing[worst] == 1 else 'say'} nothing about it. "
        )
    strong = sum(r["strength"] >= 3 for r in rows)
    if strong:
        text += f"{capital(count(strong, 'line'))} {'shows' if strong == 1 else 'show'} work you owned in production."
    else:
        text += (
            "None says in so many words that what you made was in use and yours to keep running."
        )
    data = {"groups": groups, "text": text, "levels": [r["strength"] for r in rows]}
    return [_chapter("bullets", "Bullet by bullet", data)]


def _fresh(questions: Sequence[str], asked: Counter[str]) -> list[str]:
    """Up to three of a line's questions, without those that two lines before it drew already;
    the first where that leaves none."""
    kept = [q for q in questions if asked[q] < AS_OFTEN][:3] or list(questions[:1])
    asked.update(kept)
    return kept


def _requirements_by_line(context: Context) -> dict[str, list[dict[str, str]]]:
    """Line -> the requirements whose page quotes it, those it speaks for most strongly first."""
    found: dict[str, list[tuple[int, str]]] = {}
    for match in context.matches.values():
        for evidence in match.evidence[:QUOTED]:
            found.setdefault(evidence.ref, []).append((-evidence.strength, match.id))
    order = {id_: n for n, id_ in enumerate(context.requirements)}
    return {
        ref: [
            {"id": f"req-{id_}", "label": id_.upper()}
            for _, id_ in sorted(asks, key=lambda a: (a[0], order.get(a[1], 0)))
            if id_ in order
        ]
        for ref, asks in found.items()
    }


def _owner_title(context: Context, owner: str) -> str:
    text = context.cite.text(owner)
    return (
        text
        if text and owner.startswith(("work", "projects"))
        else capital(context.cite.short(owner))
    )


def rewrites(context: Context) -> list[Chapter]:
    """The lines that gain most by another wording: each once, and what changes in it; never a
    number of ours."""
    rows, asked = [], Counter[str]()
    left = 0
    for x in context.analysis.coaching.xray:
        blanks = [p.blank for p in x.rewrite.parts if isinstance(p, Blank)]
        line = context.cite.text(x.ref)
        turned = len(line.split()) <= MOST_TURNED and _is_turned(x.rewrite, line)
        if not (x.missing and blanks) and not turned:
            continue  # the line would stand there twice
        asked[blanks[-1] if blanks else ""] += 1
        if asked[blanks[-1] if blanks else ""] > SAME_BLANK:
            left += 1  # the pattern has been shown
            continue
        shown = x.rewrite if turned else _changed_end(x.rewrite)
        missing = [m for m in x.missing if blanks]
        rows.append(
            {
                "text": context.cite.text(x.ref),
                "cite": context.cite.label(x.ref),
                "href": anchor(x.ref),
                "note": _note(missing, turned),
                "rewrite": context.cite.speech(shown),
                "strength": x.level,
            }
        )
    if not rows:
        return []
    return [
        _chapter(
            "rewrites",
            "Lines to rewrite",
            {"rows": rows[:10], "more": left + max(0, len(rows) - 10)},
        )
    ]


def _note(missing: Sequence[str], turned: bool) -> str:
    said = ["What came of it stands first."] if turned else []
    said += [f"Missing: {listing(list(missing))}."] if missing else []
    return " ".join(said)


def _is_turned(draft: Draft, line: str) -> bool:
    """Whether the pattern puts the line's parts in another order: result first."""
    quotes = [p.quote for p in draft.parts if isinstance(p, Quote)]
    places = [line.find(q) for q in quotes]
    return len(quotes) > 1 and places != sorted(places)


def _changed_end(draft: Draft) -> Draft:
    """The pattern without what stays as it is: of a long quote that a blank follows, its last words."""
    parts = list(draft.parts)
    blank = next((n for n, p in enumerate(parts) if isinstance(p, Blank)), 0)
    quote = parts[0]
    if blank == 0 or not isinstance(quote, Quote) or len(quote.quote.split()) <= KEPT + 2:
        return draft
    return Draft(parts=(Quote(quote="… " + _last_words(quote.quote), ref=quote.ref), *parts[1:]))


def _last_words(text: str) -> str:
    """The last words of a line, from where a phrase begins."""
    words = text.split()
    for n in range(len(words) - KEPT, max(0, len(words) - 2 * KEPT), -1):
        if words[n].lower() in _PHRASE or words[n - 1][-1] in ",;:.":
            return " ".join(words[n:])
    return " ".join(words[-KEPT:])


def flags(context: Context) -> list[Chapter]:
    """What may be raised as a doubt, stated neutrally, with what to say."""
    rows = [
        {
            "text": sentence(r.text),
            "severity": r.severity,
            "kind": capital(r.kind.replace("_", " ")),
            "advice": sentence(r.advice),
            "quotes": context.named(r.refs[:2]),
        }
        for r in context.analysis.assessment.risks
    ]
    if not rows:
        text = "We found no gap, overlap or claim in your resume that an interviewer would stop at."
        return [_chapter("flags", "Red flags", {"rows": [], "text": text})]
    text = (
        "One point an interviewer may stop at. It is no reproach: it has a short, true answer, and "
        "having that ready is what counts."
        if len(rows) == 1
        else f"{count(len(rows), 'point').capitalize()} an interviewer may stop at. They are no "
        "reproach: each has a short, true answer, and having it ready is what counts."
    )
    return [_chapter("flags", "Red flags, and what to say", {"rows": rows, "text": text})]


def keywords(context: Context) -> list[Chapter]:
    """Words of the posting that the resume lacks although the evidence is there."""
    rows = [
        {
            "keyword": k.keyword,
            "requirement": clip(context.cite.text(k.requirement), 200),
            "label": context.cite.label(k.requirement) if k.requirement else "",
            "req_id": f"req-{k.requirement}",
            "quotes": context.named(k.refs[:1]),
            "advice": sentence(k.advice),
        }
        for k in context.analysis.coaching.keywords
    ]
    if not rows:
        return []
    return [_chapter("keywords", "Their words, your evidence", {"rows": rows})]

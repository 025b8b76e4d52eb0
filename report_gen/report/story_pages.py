"""Part IV: the stories against what behavioural rounds ask, one page each, and the blanks."""

from __future__ import annotations

import re
from typing import Any

from report_gen.coaching.answers import ANSWERED
from report_gen.coaching.language.numbers import has_baseline, has_change
from report_gen.coaching.models import (
    Blank,
    BlankQuestion,
    Draft,
    Part,
    Quote,
    Story,
    StrengthPart,
    Text,
)
from report_gen.coaching.story_choice import LITTLE
from report_gen.coaching.wording import in_quotes
from report_gen.report.context import Context
from report_gen.report.models import Chapter
from report_gen.report.words import capital, clip, count, listing, sentence

COMPETENCIES = {
    "ownership": "Ownership",
    "conflict": "Conflict",
    "ambiguity": "Ambiguity",
    "failure_and_learning": "Failure and learning",
    "influence": "Influence",
    "customer": "Customer",
    "mentoring": "Mentoring",
    "problem_solving": "Problem solving",
}
_MOVES = (
    ("situation", "S", "Situation"),
    ("task", "T", "Task"),
    ("action", "A", "Action"),
    ("result", "R", "Result"),
    ("reflection", "L", "What I learned"),
    ("tie", "", "Why this one"),
)
EXAMPLES = 2
"""Questions of a card beside which an example stands."""
_METERS = {
    "ownership": "Ownership",
    "difficulty": "Difficulty",
    "scale": "Scale",
    "outcome": "Outcome",
}


def competency(id: str) -> str:
    """The printed name of a behavioural competency or principle."""
    return COMPETENCIES.get(id, capital(id.replace("_", " ")))


def coverage(context: Context) -> list[Chapter]:
    """The matrix stories x competencies; holes are named with a prompt to find a story."""
    holes = [
        {"name": competency(h.competency), "prompt": sentence(h.prompt)}
        for h in context.analysis.coaching.holes
    ]
    if not context.stories and not holes:
        return []
    used = [c for s in context.stories for c in s.competencies]
    extra = [c for c in dict.fromkeys(used) if c not in COMPETENCIES]
    columns = [*COMPETENCIES, *extra[:4]]
    rows = [
        {
            "id": f"story-{n}",
            "number": n,
            "title": s.title,
            "marks": [c in s.competencies for c in columns],
            "strength": round(s.strength * 100),
        }
        for n, s in enumerate(context.stories, 1)
    ]
    data = {
        "columns": [competency(c) for c in columns],
        "rows": rows,
        "holes": holes,
        "leads": _leads(context),
        "text": _coverage_text(context, len(rows)),
        "order": _order(context),
        "exercise": _exercise(context),
    }
    return [
        Chapter(
            id="coverage",
            part="IV",
            title="What your stories cover",
            template="coverage.html.j2",
            data=data,
        )
    ]


def _leads(context: Context) -> list[dict[str, str]]:
    """For each competency and principle the story to tell first and the one in reserve."""
    places = {s.id: (f"story-{n}", s.title) for n, s in enumerate(context.stories, 1)}
    rows = []
    for c in context.analysis.coaching.coverage:
        if c.lead not in places:
            continue
        lead, backup = places[c.lead], places.get(c.backup, ("", ""))
        rows.append(
            {
                "name": c.name,
                "lead": lead[0],
                "lead_title": clip(lead[1], 60),
                "backup": backup[0],
                "backup_title": clip(backup[1], 60),
            }
        )
    return rows


def _coverage_text(context: Context, n: int) -> str:
    if n == 0:
        return (
            "Your resume holds no line that carries a story as it stands. The prompts below help you "
            "find some; each takes a quarter of an hour."
        )
    text = f"{count(n, 'story', 'stories').capitalize()} from {count(len({s.ref.split('.')[0] for s in context.stories}), 'position or project', 'positions and projects')}. "
    if n < 8:
        text += (
            "Eight or more are usual; your resume does not carry more without inventing, "
            "so the holes below matter to you. "
        )
    cards = sum(is_card(s) for s in context.stories)
    if cards:
        text += (
            f"{count(cards, 'of them is', 'of them are').capitalize()} a beginning: the line says too little to be told, "
            "so a card with four questions stands for the page. "
        )
    return text + "A filled mark means the story answers that kind of question."


def _exercise(context: Context) -> dict[str, str]:
    if not context.stories or context.edition != "full":
        return {}
    story = context.stories[0]
    return {
        "title": "Before you turn the page",
        "text": f"Tell {in_quotes(clip(story.title, 100))} once, aloud, in two minutes. Note what the resume leaves "
        "out: who else was there, what you decided yourself, what you gave up, and what changed.",
    }


def _order(context: Context) -> str:
    strong = [s.title for s in context.stories if s.strength >= 0.6]
    if len(strong) < 2:
        return ""
    return f"Learn first, because they are strongest: {listing([in_quotes(clip(t, 70)) for t in strong[:3]])}."


def pages(context: Context) -> list[Chapter]:
    """One page a story; a card where the line says too little to be told yet. What somebody else
    wrote stands beside a question once in a report."""
    shown: set[str] = set()
    return [
        Chapter(
            id=f"story-{n}",
            part="IV",
            title=f"Story {n}: {clip(story.title, 90)}",
            template="story_card.html.j2" if is_card(story) else "story.html.j2",
            data=_page(context, story, shown),
        )
        for n, story in enumerate(context.stories, 1)
    ]


def is_card(story: Story) -> bool:
    """Whether the line says neither why nor what came of it, and little of what was done: a page
    of blanks is worth less than four questions. Answers turn a card into a page."""
    if not (_is_asked(story.task) and _is_asked(story.result)):
        return False
    said = sum(len(words_of(p).split()) for p in story.action.parts)
    asked = sum(
        isinstance(p, Blank) for p in story.action.parts
    )  # with the words that lead to them
    return said - 8 * asked < LITTLE


def _is_asked(draft: Draft) -> bool:
    """Whether a part is a blank and the words that lead to it, and tells nothing itself."""
    blank = any(isinstance(p, Blank) for p in draft.parts)
    return blank and not re.search(r"[.!?] ", words_of(draft.parts[0]) + " ")


def words_of(part: Part) -> str:
    """What a part says already: a text or a quote; "" for a blank."""
    return part.text if isinstance(part, Text) else part.quote if isinstance(part, Quote) else ""


def _page(context: Context, story: Story, shown: set[str]) -> dict[str, Any]:
    say = context.cite.speech
    asked = blanks_of(context, story)
    return {
        "first": story is context.stories[0],
        "last": story is context.stories[-1],
        "title": story.title,
        "question": story.question,
        "quote": context.cite.quote(story.ref, 420),
        "related": context.cite.quotes([r for r in story.related if r != story.ref][:2], 200),
        "competencies": [competency(c) for c in story.competencies],
        "principles": [capital(p.replace("_", " ")) for p in story.principles],
        "with": _told_with(context, story),
        "moves": [
            {"letter": letter, "name": name, "parts": parts}
            for id, letter, name in _rows(story)
            if (parts := say(getattr(story, id)))
        ],
        "metrics": list(story.metrics),
        "missing": [m.replace("_", " ") for m in story.missing],
        "strength": round(story.strength * 100),
        "meters": [
            {
                "name": _METERS.get(p.id, capital(p.id)),
                "value": p.value,
                "why": _reason(context, story, p),
            }
            for p in story.strength_parts
        ],
        "short": say(story.short),
        "short_words": counted(story.short),
        "whole_words": counted(story.long),
        "probes": list(story.probes[:4]),
        "blanks": [
            {
                "id": b.id,
                "question": b.question,
                "why": sentence(b.why),
                "example": _once(b.example, shown) if n < EXAMPLES and is_card(story) else "",
                "answer": b.answer,
            }
            for n, b in enumerate(asked)
        ],
    }


def _told_with(context: Context, story: Story) -> str:
    """Where the other lines of a story stand: "the 2nd and 3rd bullet of the same entry"."""
    places = [context.cite.short(ref).rsplit(", ", 1)[-1] for ref in story.lines[1:]]
    if not places:
        return ""
    if all(p.endswith(" bullet") for p in places):
        places = [p.removesuffix(" bullet") for p in places]
        return f"the {listing(places)} bullet of the same entry"
    return f"{listing(places)} of the same entry"


def _rows(story: Story) -> tuple[tuple[str, str, str], ...]:
    """The parts of the whole story with their letters and names. A deed that is its own effect ("I
    cut the bill by 27%. That covered ...") is said once, in a row for both."""
    if story.result.parts and story.action.plain.startswith(story.result.plain):
        both = ("action", "A", "Action and result")
        return tuple(both if m[0] == "action" else m for m in _MOVES if m[0] != "result")
    return _MOVES


def _once(example: str, shown: set[str]) -> str:
    """The example if no card before had it (``shown`` is added to)."""
    if example in shown:
        return ""
    shown.add(example)
    return example


def blanks_of(context: Context, story: Story) -> list[BlankQuestion]:
    """Up to four blanks of a story in the order in which it is told: those of its parts, then
    what else would make it longer."""
    parts = (story.situation, story.task, story.action, story.long, story.result, story.reflection)
    ids = dict.fromkeys(p.id for d in parts for p in d.parts if isinstance(p, Blank))
    by_id = {b.id: b for b in context.analysis.coaching.blanks}
    more = (b.id for b in by_id.values() if b.ref == story.ref and story.id in b.where)
    found = [by_id[id] for id in dict.fromkeys((*ids, *more)) if id in by_id]
    return found[:4]


_SAYS = {
    "ownership": ("{} says it was yours.", "{} is your own deed: add whose idea it was.", "{} hides your part: say what you did yourself."),
    "scale": ("{} says how large it was.", "{} says how large it was.", "{} is a size: say what it is a part of."),
    "outcome": ("{} says what came of it.", "{} is what came of it: add how it was before.", "{} is a start: add what it changed."),
}  # fmt: skip
"""What a meter's own words say, by how high it stands."""
HIGH, MIDDLE = 0.9, 0.4


def _reason(context: Context, story: Story, part: StrengthPart) -> str:
    """Why a meter stands where it does, by the line's own words where they say it, and else what to
    add."""
    said = _own_words(context, story, part.id)
    if not said or part.why == ANSWERED:
        return sentence(part.why)
    full = part.value >= HIGH or (part.id == "outcome" and has_baseline(said))
    level = 0 if full else 1 if part.value >= MIDDLE else 2
    return _SAYS[part.id][level].format(f"“{clip(said, 60)}”")


def _own_words(context: Context, story: Story, meter: str) -> str:
    """The words that move a meter, of the first of the story's lines that has any; of outcomes one
    that tells a change."""
    found = []
    for ref in story.lines or (story.ref,):
        x = next((x for x in context.analysis.coaching.xray if x.ref == ref), None)
        if x is not None and meter in _SAYS:
            found.append(
                {"ownership": x.ownership, "scale": x.scale}.get(meter, x.metric or x.outcome)
            )
    told = [words for words in found if words]
    changed = [words for words in told if meter == "outcome" and has_change(words)]
    return next(iter(changed or told), "")


def counted(draft: Draft) -> str:
    """How long a version is when it is said: "about 75 words aloud, 30 of them in 2 blanks"."""
    blanks = [p for p in draft.parts if isinstance(p, Blank)]
    text = f"about {draft.aloud} words aloud"
    if not blanks:
        return text
    return f"{text}, {sum(b.room for b in blanks)} of them yours to fill in ({count(len(blanks), 'blank')})"


def blanks(context: Context) -> list[Chapter]:
    """The blanks that stand outside the stories, as one list to be answered in one sitting."""
    printed = {b.id for s in context.stories for b in blanks_of(context, s)}
    intro = context.analysis.coaching.introduction
    printed |= {p.id for p in intro.spoken.parts if isinstance(p, Blank)} if intro else set()
    rows = [
        {
            "id": b.id,
            "question": b.question,
            "cite": context.cite.label(b.ref) if b.ref else "",
            "why": sentence(b.why),
            "answer": b.answer,
        }
        for b in context.analysis.coaching.blanks
        if b.id not in printed
    ]
    if not rows:
        return []
    data = {"rows": rows[:28], "more": max(0, len(rows) - 28)}
    return [
        Chapter(
            id="blanks",
            part="IV",
            title="The other blanks, as one list",
            template="blanks.html.j2",
            data=data,
        )
    ]

"""Part IV begins with the first question of every round: who one is, and why one is here."""

from __future__ import annotations

from report_gen.coaching.models import Blank
from report_gen.report.context import Context
from report_gen.report.models import Chapter
from report_gen.report.story_pages import counted
from report_gen.report.words import sentence

TITLE = "Tell me about yourself"
_MOVES = (("now", "Now"), ("path", "The path"), ("proof", "What you do"), ("why", "Why this job"))
_A_SECOND = 2.3
"""Words said in a second by somebody who is listened to."""


def page(context: Context) -> list[Chapter]:
    """One page; nothing where there is no introduction, as in an analysis of an earlier version."""
    intro = context.analysis.coaching.introduction
    if intro is None or not intro.spoken.parts:
        return []
    spoken = intro.spoken
    ids = {p.id for p in spoken.parts if isinstance(p, Blank)}
    words = context.taxonomy.language_words.introduction
    seconds = 5 * round(spoken.aloud / _A_SECOND / 5)
    data = {
        "question": intro.question,
        "length": f"{counted(spoken)}: {seconds} seconds",
        "moves": [
            {"name": name, "parts": parts}
            for key, name in _MOVES
            if (parts := context.cite.speech(getattr(intro, key)))
        ],
        "advice": list(words.advice),
        "leave_out": list(words.leave_out),
        "follow_ups": list(intro.follow_ups),
        "blanks": [
            {"id": b.id, "question": b.question, "why": sentence(b.why), "answer": b.answer}
            for b in context.analysis.coaching.blanks
            if b.id in ids
        ],
    }
    return [
        Chapter(
            id="introduction",
            part="IV",
            title=TITLE,
            template="introduction.html.j2",
            data=data,
        )
    ]

"""The three turns about a gap: the direct question, the probe, the push-back, each with an answer
that belongs to it, in about twenty seconds and in up to a minute.

The longer answer begins with the shorter one, so that a candidate learns one and goes on where
the interviewer listens.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from report_gen.coaching.chooser import Chooser
from report_gen.coaching.models import Draft, ScriptTurn, Text
from report_gen.taxonomy.interview import ScriptEntry, ScriptWords

GENERAL = "any"


@dataclass(frozen=True, kw_only=True)
class Frame:
    """Where the wording of one gap comes from. ``kinds``: names in ``ScriptWords.kinds``, the
    narrowest first; ``fill`` puts the gap's name into a wording."""

    words: ScriptWords
    kinds: tuple[str, ...]
    chooser: Chooser
    fill: Callable[[str], str]
    key: str

    def options(self, slot: str) -> tuple[str, ...]:
        """The wordings of the narrowest kind that has any."""
        for kind in (*self.kinds, GENERAL):
            found = self.words.kinds.get(kind, {}).get(slot, ())
            if found:
                return found
        return ()

    def word(self, slot: str) -> str:
        return self.fill(self.chooser.one(self.options(slot), self.key, slot))

    def own(self, slot: str) -> str:
        """A wording of this kind of gap alone, "" where only the general ones would do."""
        for kind in self.kinds:
            found = self.words.kinds.get(kind, {}).get(slot, ())
            if found:
                return self.fill(self.chooser.one(found, self.key, slot, "own"))
        return ""

    def exchange(
        self, slot: str, answers: str, own: tuple[str, ...], own_answers: tuple[str, ...]
    ) -> tuple[str, str]:
        """A question and the answer that belongs to it: the entry's own first, once per report;
        then one of the kind's pairs."""
        pairs = dict(zip(own, own_answers, strict=False))
        fresh = tuple(q for q in pairs if self.chooser.is_fresh(q))
        if not fresh:
            for kind in (*self.kinds, GENERAL):
                table = self.words.kinds.get(kind, {})
                if table.get(slot) and table.get(answers):
                    pairs = dict(zip(table[slot], table[answers], strict=True))
                    break
            fresh = tuple(pairs)
        question = self.chooser.one(fresh, self.key, slot)
        answer = pairs[question]
        self.chooser.mark((answer,))
        return self.fill(question), self.fill(answer)


@dataclass(frozen=True, kw_only=True)
class Moves:
    """The four moves of the answer to the direct question, and a second piece of own work."""

    question: str
    acknowledge: Draft
    bridge: Draft
    short_bridge: Draft
    reasons: tuple[str, ...]
    plan: Draft
    second: Draft
    """The next line of the resume that is near, empty if there is none."""


def ladder(frame: Frame, entry: ScriptEntry, moves: Moves) -> tuple[ScriptTurn, ...]:
    """Direct question, probe into the reasoning, push-back on the missing practice."""
    return (
        ScriptTurn(
            kind="direct",
            question=moves.question,
            short=join(moves.acknowledge, moves.short_bridge, said(moves.reasons[0])),
            full=join(
                moves.acknowledge, moves.bridge, said(" ".join(moves.reasons[:4])), moves.plan
            ),
        ),
        _probe(frame, entry, moves),
        _push_back(frame, entry, moves),
    )


def _probe(frame: Frame, entry: ScriptEntry, moves: Moves) -> ScriptTurn:
    deeper = " ".join(entry.deeper)
    question, answer = frame.exchange("probe", "probe_answer", entry.probe[:1], (deeper,))
    short, rest = halves(answer)
    return ScriptTurn(
        kind="probe",
        question=question,
        short=said(short),
        full=join(said(short), said(rest), moves.second, said(frame.word("limits"))),
    )


def _push_back(frame: Frame, entry: ScriptEntry, moves: Moves) -> ScriptTurn:
    question, answer = frame.exchange(
        "push_back", "push_answer", entry.push_back, entry.push_answer
    )
    tasks = tuple(t for t in entry.first_task if frame.chooser.is_fresh(t))
    if not tasks:
        general = frame.words.kinds.get("fallback", {}).get("first_task", ())
        tasks = (frame.chooser.one(general, frame.key, "first_task"),)
    frame.chooser.mark(tasks)
    short = join(said(answer), said(frame.fill(tasks[0])))
    return ScriptTurn(
        kind="push_back",
        question=question,
        short=short,
        full=join(
            short,
            said(frame.fill(" ".join(tasks[1:]))),
            said(frame.own("push_answer")),
            said(frame.word("close")),
        ),
    )


def halves(text: str) -> tuple[str, str]:
    """The first two sentences, which fit into twenty seconds, and the rest."""
    sentences = text.split(". ")
    if len(sentences) <= 2:
        return text, ""
    return ". ".join(sentences[:2]) + ".", ". ".join(sentences[2:])


def said(text: str) -> Draft:
    """Our words as a draft, empty for no words."""
    return Draft(parts=(Text(text=text),)) if text else Draft()


def join(*drafts: Draft) -> Draft:
    """Drafts one after the other."""
    return Draft(
        parts=tuple(p for d in drafts for p in d.parts if not (isinstance(p, Text) and not p.text))
    )

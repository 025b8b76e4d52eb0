"""Eight to twelve lines for stories, and which question each of them answers.

Strength chooses the lines, near-duplicates aside; an assignment then spreads them over the
behavioural competencies, so that one kind of question never meets the same story every time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from report_gen.coaching.assignment import assign
from report_gen.coaching.language.numbers import has_change
from report_gen.coaching.lead import CHANGE, effect, lead_first
from report_gen.coaching.story_lines import Candidate
from report_gen.coaching.story_questions import question_for
from report_gen.taxonomy.vocabulary_language import Competency

MOST = 12
LEAST_STRENGTH = 0.25
_SAME = 0.6
_COMMON = ("ownership", "problem_solving")


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """A line, the competency it leads with and the others it also serves."""

    candidate: Candidate
    lead: str
    also: tuple[str, ...]
    question: str


def choose(
    candidates: Sequence[Candidate], competencies: Sequence[Competency]
) -> tuple[Chosen, ...]:
    """The lines for stories, best first, each with its question."""
    lines = _distinct(candidates)
    picked = lines[:MOST]
    picked = _cover(picked, lines[MOST:], competencies)
    if len(picked) > 8:
        picked = [c for n, c in enumerate(picked) if n < 8 or c.strength >= LEAST_STRENGTH]
    picked.sort(key=_says_little)  # stable: what can be told today comes first
    told = sum(not _says_little(c) for c in picked)
    picked = [*lead_first(picked[:told]), *picked[told:]]
    leads = _assign(picked, competencies)
    names = {c.id: c for c in competencies}
    asked: set[str] = set()
    out = []
    for candidate, lead in zip(picked, leads, strict=True):
        also = [
            c for c, hits in sorted(candidate.competencies.items(), key=lambda h: (-h[1], h[0]))
            if c != lead and c in names and hits >= 1
        ]  # fmt: skip
        best = candidate is max(picked, key=lambda c: (c.strength, c.score))
        question = _question(candidate, names[lead], asked, best)
        out.append(Chosen(candidate=candidate, lead=lead, also=tuple(also[:2]), question=question))
    return tuple(out)


LITTLE = 22
"""Spoken words below which a line without reason and outcome is a beginning and no story."""


def tells_little(candidate: Candidate) -> bool:
    """Whether a line says neither why nor what came of it, and little of what was done."""
    speech = candidate.speech
    if speech.goal or speech.context or speech.of("result"):
        return False
    said = [s.text for s in speech.sentences] or [candidate.line.text]
    return sum(len(t.split()) for t in said) < LITTLE


def _says_little(candidate: Candidate) -> bool:
    return tells_little(candidate) and effect(candidate.line.text, candidate.figures)[0] < CHANGE


def _question(
    candidate: Candidate, competency: Competency, asked: set[str], strongest: bool
) -> str:
    """One the line gives a reason to ask; about a change only where there is a change."""
    changed = has_change(" ".join(candidate.figures))
    return question_for(
        candidate.line.text, competency.id, asked, strongest=strongest,
        changes=competency.change_questions if changed else (),
    )  # fmt: skip


def _distinct(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Without lines that tell the same deed twice."""
    kept: list[Candidate] = []
    for candidate in candidates:
        if not any(_alike(candidate, other) for other in kept):
            kept.append(candidate)
    return kept


def _alike(a: Candidate, b: Candidate) -> bool:
    if not a.stems or not b.stems:
        return a.line.text == b.line.text
    return len(a.stems & b.stems) / min(len(a.stems), len(b.stems)) >= _SAME


def _cover(
    picked: list[Candidate], rest: Sequence[Candidate], competencies: Sequence[Competency]
) -> list[Candidate]:
    """A competency nobody serves gets a seat if a line outside clearly speaks of it."""
    for competency in competencies:
        if any(c.competencies.get(competency.id, 0) >= 1 for c in picked):
            continue
        better = next(
            (c for c in rest if c.competencies.get(competency.id, 0) >= 2 and c not in picked), None
        )
        if better is None or len(picked) < MOST:
            continue
        at = next((n for n in reversed(range(len(picked))) if _spared(picked, n)), None)
        if at is not None:
            picked = [*picked[:at], *picked[at + 1 :], better]
    return picked


def _spared(picked: Sequence[Candidate], at: int) -> bool:
    """Whether every competency that this line speaks of is served by another one as well."""
    others = [c for n, c in enumerate(picked) if n != at]
    return all(
        any(c.competencies.get(id, 0) >= 1 for c in others)
        for id, hits in picked[at].competencies.items()
        if hits >= 1
    )


def _assign(picked: Sequence[Candidate], competencies: Sequence[Competency]) -> list[str]:
    """A lead competency for each line; each competency leads at most its share of the lines."""
    if not picked:
        return []
    # Every story shows ownership or problem solving; the rarer competencies have fewer seats.
    share = {c.id: max(2, -(-len(picked) // (2 if c.id in _COMMON else 4))) for c in competencies}
    places = [(c.id, k) for c in competencies for k in range(share[c.id])]
    seats = [id for id, _ in places]
    cost = []
    for candidate in picked:
        row = []
        for j, (seat, k) in enumerate(places):
            hits = candidate.competencies.get(seat, 0.0)
            fit = 0.3 * min(hits, 2.0) if seat in _COMMON else 0.5 * min(hits, 3.0)
            base = 0.4 if seat in _COMMON else 0.35 if hits else -9.0
            # The second and third seat of a competency are worth a little less: variety.
            row.append(-(fit + base) + 0.08 * k + 1e-6 * j)
        cost.append(row)
    return [seats[column] for column in assign(cost)]

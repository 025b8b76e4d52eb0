"""Eight to twelve lines for stories, and which question each of them answers.

Strength chooses the lines, near-duplicates aside; an assignment then spreads them over the
behavioural competencies, so that one kind of question never meets the same story every time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from report_gen.coaching.assignment import assign
from report_gen.coaching.clusters import Cluster, clusters
from report_gen.coaching.language.numbers import has_change
from report_gen.coaching.lead import CHANGE
from report_gen.coaching.story_lines import Candidate
from report_gen.coaching.story_questions import question_for
from report_gen.taxonomy.vocabulary_language import Competency

MOST = 12
LEAST_STRENGTH = 0.25
_SAME, _SAME_FEW, _FEW = 0.6, 0.8, 4
"""Share of common words from which two lines tell the same deed, and that of lines of few words:
"Built the fare model" and "Built the demand model" are two."""
_COMMON = ("ownership", "problem_solving")


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """A line with those told with it, the competency it leads with and the others it also serves."""

    cluster: Cluster
    lead: str
    also: tuple[str, ...]
    question: str

    @property
    def candidate(self) -> Candidate:
        return self.cluster.lead


def choose(
    candidates: Sequence[Candidate], competencies: Sequence[Competency]
) -> tuple[Chosen, ...]:
    """The lines for stories, best first, each with its question."""
    lines = _apart(candidates)
    picked = lines[:MOST]
    picked = _cover(picked, lines[MOST:], competencies)
    if len(picked) > ENOUGH:
        picked = [c for n, c in enumerate(picked) if n < ENOUGH or c.strength >= LEAST_STRENGTH]
    picked.sort(key=_says_little)  # stable: what can be told today comes first
    told = sum(not _says_little(c) for c in picked)
    picked = [*_lead_first(picked[:told]), *picked[told:]]
    leads = _assign(picked, competencies)
    names = {c.id: c for c in competencies}
    asked: set[str] = set()
    out = []
    for cluster, lead in zip(picked, leads, strict=True):
        also = [
            c for c, hits in sorted(cluster.competencies.items(), key=lambda h: (-h[1], h[0]))
            if c != lead and c in names and hits >= ALSO
        ]  # fmt: skip
        best = cluster is max(picked, key=lambda c: (c.strength, c.score))
        question = _question(cluster, names[lead], asked, best)
        out.append(Chosen(cluster=cluster, lead=lead, also=tuple(also[:2]), question=question))
    return tuple(out)


ALSO = 0.5
"""Hits from which a story also serves a competency."""
ENOUGH = 8
"""With so many stories a line that another one tells needs none of its own."""


def _apart(candidates: Sequence[Candidate]) -> list[Cluster]:
    """The stories there are, best first, none of which tells what another does. Where they are few,
    a line told with another comes after them with a story of its own."""
    found = clusters(candidates)
    inside = {b.candidate.line.ref for c in found.values() for b in c.bound}
    best = _distinct(sorted(found.values(), key=lambda c: (-c.score, c.lead.line.ref)))
    apart = [c for c in best if c.lead.line.ref not in inside]
    again = [c for c in best if c.lead.line.ref in inside]
    return [*apart, *again[: max(0, ENOUGH - len(apart))]]


CLOSE = 0.8
"""A story may lead if it is so near to the strongest one."""
FIGURE, ASKED = 0.15, 0.5
"""What a step of ``effect`` counts for the lead, and the nearness to what is asked, against strength."""


def _lead_first(picked: Sequence[Cluster]) -> list[Cluster]:
    """The stories with the one to lead with first: of those near the strongest the one that is the
    best all in all, by how it is told, by what its figure says of what came of it, and by how
    much of what is asked and met it proves."""
    if not picked:
        return []
    fresh = [c for c in picked if not c.lead.stale] or list(picked)
    most = max(c.strength for c in fresh)
    near = [c for c in fresh if c.strength >= CLOSE * most]
    lead = max(near, key=lambda c: c.strength + FIGURE * c.effect + ASKED * c.answers)
    return [lead, *(c for c in picked if c is not lead)]


LITTLE = 22
"""Spoken words below which a line without reason and outcome is a beginning and no story."""


def tells_little(candidate: Candidate) -> bool:
    """Whether a line says neither why nor what came of it, and little of what was done."""
    speech = candidate.speech
    if speech.goal or speech.context or speech.of("result"):
        return False
    said = [s.text for s in speech.sentences] or [candidate.line.text]
    return sum(len(t.split()) for t in said) < LITTLE


def _says_little(cluster: Cluster) -> bool:
    return all(tells_little(c) for c in cluster.lines) and cluster.effect < CHANGE


def _question(cluster: Cluster, competency: Competency, asked: set[str], strongest: bool) -> str:
    """One the line gives a reason to ask; about a change only where there is a change."""
    changed = has_change(" ".join(cluster.figures))
    return question_for(
        cluster.text, competency.id, asked, strongest=strongest,
        changes=competency.change_questions if changed else (), told=cluster.turns,
    )  # fmt: skip


def _distinct(found: Sequence[Cluster]) -> list[Cluster]:
    """Without those whose lead line tells the deed of another one."""
    kept: list[Cluster] = []
    for cluster in found:
        if not any(_alike(cluster.lead, other.lead) for other in kept):
            kept.append(cluster)
    return kept


def _alike(a: Candidate, b: Candidate) -> bool:
    if not a.stems or not b.stems:
        return a.line.text == b.line.text
    fewest = min(len(a.stems), len(b.stems))
    return len(a.stems & b.stems) / fewest >= (_SAME if fewest > _FEW else _SAME_FEW)


def _cover(
    picked: list[Cluster], rest: Sequence[Cluster], competencies: Sequence[Competency]
) -> list[Cluster]:
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


def _spared(picked: Sequence[Cluster], at: int) -> bool:
    """Whether every competency that this line speaks of is served by another one as well."""
    others = [c for n, c in enumerate(picked) if n != at]
    return all(
        any(c.competencies.get(id, 0) >= 1 for c in others)
        for id, hits in picked[at].competencies.items()
        if hits >= 1
    )


def _assign(picked: Sequence[Cluster], competencies: Sequence[Competency]) -> list[str]:
    """A lead competency for each line; each competency leads at most its share of the lines."""
    if not picked:
        return []
    # Every story shows ownership or problem solving; the rarer competencies have fewer seats.
    share = {c.id: max(2, -(-len(picked) // (2 if c.id in _COMMON else 4))) for c in competencies}
    places = [(c.id, k) for c in competencies for k in range(share[c.id])]
    seats = [id for id, _ in places]
    cost = []
    for cluster in picked:
        row = []
        for j, (seat, k) in enumerate(places):
            hits = cluster.lead.competencies.get(seat, 0.0)
            fit = 0.3 * min(hits, 2.0) if seat in _COMMON else 0.5 * min(hits, 3.0)
            base = 0.4 if seat in _COMMON else 0.35 if hits else -9.0
            # The second and third seat of a competency are worth a little less: variety.
            row.append(-(fit + base) + 0.08 * k + 1e-6 * j)
        cost.append(row)
    return [seats[column] for column in assign(cost)]

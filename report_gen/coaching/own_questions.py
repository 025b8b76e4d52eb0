"""Questions an interviewer makes out of the candidate's own lines: about a third of the report's.

What a line claims (a figure, a scale, a tool, a release) and what it leaves out (a baseline, an
own part, an outcome) decide which probes of ``probes.yaml`` it draws.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from report_gen.coaching.case import Case
from report_gen.coaching.held_round import HeldRound, homes
from report_gen.coaching.models import InterviewQuestion
from report_gen.coaching.own_deeds import hard_questions
from report_gen.coaching.own_probes import endings, fresh_template, probe_kinds
from report_gen.matching.models import LineReading
from report_gen.taxonomy.probe_entries import Probe

MOST = 32
PER_LINE = 3
PER_ROUND = 6
SURE = 12
HARDEST = "hardest"
"""The probe of a difficulty, which is asked in the words of the deed where its kind is told."""
RECENT = 60
"""Months after which a line makes no question sure."""


def own_questions(case: Case, rounds: Sequence[HeldRound]) -> tuple[InterviewQuestion, ...]:
    """Up to ``MOST`` questions, the lines that matter to this job first, kinds well mixed."""
    used: Counter[str] = Counter()
    asked_so: Counter[str] = Counter()
    made: list[InterviewQuestion] = []
    per_line: Counter[str] = Counter()
    ranked = rank_lines(case)
    drawn = {line.ref: probe_kinds(line, case) for line in ranked}
    for turn in range(PER_LINE):
        for line in ranked:
            if len(made) >= MOST:
                return tuple(made)
            kinds = [k for k in drawn[line.ref] if not _asked(made, line.ref, k)]
            if per_line[line.ref] > turn or not kinds:
                continue
            taken = Counter(q.round for q in made)
            for kind in sorted(kinds, key=lambda k: (used[k], kinds.index(k))):
                question = _ask(kind, line, case, rounds, taken, asked_so)
                if question is None:
                    continue  # the line gives no name to ask about in this way
                used[kind] += 1
                per_line[line.ref] += 1
                made.append(question)
                break
    return tuple(made)


def rank_lines(case: Case) -> list[LineReading]:
    """Lines by how much an interviewer for this job would dig there; stable for equals."""
    return list(case.once(_ranked))


def _ranked(case: Case) -> list[LineReading]:
    wanted = case.job_skills
    dims = {d.id: d.weight for d in case.dimensions.values()}

    def worth(item: tuple[int, LineReading]) -> tuple[float, int]:
        n, line = item
        value = 1.5 * len(wanted & set(line.skills)) + line.level
        value += max((dims.get(d, 0.0) / 20 for d in line.dimensions), default=0.0)
        value += 0.5 * bool(line.metrics) + 0.3 * bool(line.scale)
        value -= min(3.0, (line.months_ago if line.months_ago is not None else 36) / 24)
        return (-value, n)

    return [
        line for _, line in sorted(enumerate(case.deeds), key=worth) if len(line.text.split()) >= 5
    ]


def _asked(made: list[InterviewQuestion], ref: str, kind: str) -> bool:
    return any(q.ref == ref and q.id.startswith(f"own_{kind}_") for q in made)


def _ask(
    kind: str,
    line: LineReading,
    case: Case,
    rounds: Sequence[HeldRound],
    taken: Counter[str],
    asked_so: Counter[str],
) -> InterviewQuestion | None:
    probe: Probe = case.taxonomy.probes[kind]
    asked = homes(probe.rounds, rounds) or (rounds[-1].id,)
    place = next((r for r in asked if taken[r] < PER_ROUND), min(asked, key=lambda r: taken[r]))
    kept = not endings(line.text, case.taxonomy)  # else its kind of deed is not what was hard
    own = hard_questions(line, case) if kind == HARDEST and kept else ()
    template = fresh_template(own, kind, line, case, asked_so) or fresh_template(
        probe.questions, kind, line, case, asked_so
    )
    if template is None:
        return None
    return InterviewQuestion(
        id=f"own_{kind}_{_slug(line.ref)}",
        round=place,
        question=template,
        because=f'Your own line: "{line.text.strip()}"',
        ref=line.ref,
        likelihood="high" if taken.total() < SURE and _recent(line) else "medium",
        follow_ups=probe.follow_ups,
        strong_answer=probe.strong_answer,
        red_flags=probe.red_flags,
        evidence=(line.ref, *_neighbours(line, case)),
        dimensions=probe.dimensions or line.dimensions[:2],
        own=True,
    )


def _recent(line: LineReading) -> bool:
    """Whether a line is of the last years: an old one comes up, and not surely."""
    return line.months_ago is None or line.months_ago <= RECENT


def _slug(ref: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", ref.lower()).strip("_")


def _neighbours(line: LineReading, case: Case) -> tuple[str, ...]:
    """One more line of the same position that shares a skill, to answer with."""
    for other in case.deeds:
        if (
            other.ref != line.ref
            and other.owner == line.owner
            and set(other.skills) & set(line.skills)
        ):
            return (other.ref,)
    return ()

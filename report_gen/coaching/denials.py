"""The gate for denials: what says that there is nothing may be said only where there is nothing.

A sentence in candidate voice that denies own work is false as soon as the weakest reading
(``nearness``) finds a line: it may then deny no more than the very thing that is lacking, by its
name. As with the claim ledger such a sentence is an error of ours, refused when an analysis is
built; drafting takes it out before, so that one careless word in a pack costs nobody a report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from report_gen.coaching.case import Case
from report_gen.coaching.gap_kinds import (
    is_career,
    is_degree,
    is_paper,
    is_patent,
    is_public,
    is_tongue,
    is_years,
)
from report_gen.coaching.gap_words import spoken_topic
from report_gen.coaching.models import Draft, GapScript, Part, ScriptTurn, Text
from report_gen.coaching.nearness import APPLIED, SHOWS, Nearness
from report_gen.coaching.ties import content
from report_gen.scoring.models import Gap

_SENTENCE = re.compile(r"(?<=[.!?])\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class FalseDenial:
    """A denial the resume refutes. ``ref``: the nearest line that does."""

    text: str
    gap: str
    ref: str


def false_denials(case: Case, scripts: Mapping[str, GapScript]) -> tuple[FalseDenial, ...]:
    """Every denial in the scripts that a line of the resume refutes."""
    gaps = {gap.id: gap for gap in case.assessment.gaps}
    found = []
    for id, script in scripts.items():
        for draft in _drafts(script):
            for part in draft.parts:
                if isinstance(part, Text) and id in gaps:
                    found += [
                        FalseDenial(text=sentence, gap=id, ref=ref)
                        for sentence in denials(part.text, case)
                        if (ref := refuted_by(sentence, gaps[id], case))
                    ]
    return tuple(found)


def without_false_denials(script: GapScript, gap: Gap, case: Case) -> GapScript:
    """The script without sentences its own resume refutes."""

    def clean(draft: Draft) -> Draft:
        parts = [_part(part, gap, case) for part in draft.parts]
        kept = tuple(part for part in parts if part is not None)
        return draft if kept == draft.parts else Draft(parts=kept)

    def turned(turn: ScriptTurn) -> ScriptTurn:
        short, full = clean(turn.short), clean(turn.full)
        same = short is turn.short and full is turn.full
        return turn if same else replace(turn, short=short, full=full)

    return replace(
        script,
        acknowledge=clean(script.acknowledge),
        bridge=clean(script.bridge),
        reasoning=clean(script.reasoning),
        plan=clean(script.plan),
        turns=tuple(turned(t) for t in script.turns),
    )


def _part(part: Part, gap: Gap, case: Case) -> Part | None:
    if not isinstance(part, Text):
        return part
    false = [s for s in denials(part.text, case) if refuted_by(s, gap, case)]
    if not false:
        return part
    kept = [s for s in _SENTENCE.split(part.text) if s not in false]
    return Text(text=" ".join(kept)) if kept else None


def denials(text: str, case: Case) -> tuple[str, ...]:
    """The sentences of a text that deny own work, knowledge or evidence."""
    return _denials(text, case.taxonomy.language_words.denials)


@lru_cache(maxsize=4096)
def _denials(text: str, phrases: tuple[str, ...]) -> tuple[str, ...]:
    """Drafting and the gate ask about the same texts."""
    pattern = _pattern(phrases)
    if pattern.search(text) is None:
        return ()
    return tuple(s for s in _SENTENCE.split(text) if pattern.search(s))


def refuted_by(sentence: str, gap: Gap, case: Case) -> str:
    """The reference of the line that makes a denial about this gap untrue, "" where it stands. One
    that names what is lacking is refuted by a line that shows it, any other by a line that has
    anything to do with the gap."""
    if is_career(gap) or is_years(gap) or is_degree(gap) or is_paper(gap):
        return ""  # about dates and papers, which the resume's own data decide
    if gap.kind in ("level", "stale", "fewer_years"):
        return ""
    near = case.once(Nearness).of(gap)
    topic = content(spoken_topic(gap, case), case.taxonomy) or content(gap.name, case.taxonomy)
    if is_tongue(gap, case):
        return next((n.line.ref for n in near if n.grade >= SHOWS), "")
    named = topic and topic <= content(sentence, case.taxonomy)
    if case.once(Nearness).blind(gap):
        named = False
    if named or is_patent(gap) or gap.kind == "domain":
        shown = (n.line for n in near if n.line.level >= APPLIED)
        return next(
            (
                line.ref
                for line in shown
                if set(gap.skills) & set(line.skills)
                or (topic and topic <= content(line.text, case.taxonomy))
            ),
            "",
        )
    if is_public(gap):
        papers = (line.ref for line in case.matches.lines if line.ref.startswith("publications"))
        return next(papers, "")
    if near:
        return near[0].line.ref
    # where nothing could be read, nothing can be denied
    deeds = case.deeds if case.once(Nearness).blind(gap) else ()
    return next((line.ref for line in deeds), "")


def _drafts(script: GapScript) -> Iterator[Draft]:
    yield from (script.acknowledge, script.bridge, script.reasoning, script.plan)
    for turn in script.turns:
        yield from (turn.short, turn.full)


@lru_cache(maxsize=4)
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(rf"(?<!\w){phrase}(?!\w)" for phrase in phrases) or r"(?!)", re.I)

"""What is said of a story's lines, in the order it is told: the deed, what followed from it, what was
found out later, and last the outcome that says most."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from report_gen.coaching.clusters import Bound, Cluster
from report_gen.coaching.language.numbers import has_baseline, has_change, word_change
from report_gen.coaching.language.topics import the
from report_gen.coaching.lead import effect
from report_gen.coaching.story_lines import Candidate
from report_gen.coaching.wording import NAME_ALONE, Wording

_DEED = re.compile(r"I (?!am\b|was\b|have\b|had\b|also\b|'|did\b)[a-z]")
_LEANS = re.compile(
    r"(?:It|That|This|They|These|Those|The figures?|The results?|Of (?:it|them|these|those)|Both|Two of them)\b"
)
"""How a sentence begins that means nothing without the one before it."""
_IT = re.compile(r"It (?=(?:reached|got|runs|ran|serves|served|has|handles|improved|beat|won)\b)")
_FINDING = re.compile(r"I (?:found|discovered|noticed|uncovered|saw) ")
LONGEST_NAME = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """``deeds``: what was done and what followed from it. ``results``: what came of it in the end, ()
    where no line says it. ``carrier``: the line that the results are of. ``beside``: deeds of other
    lines told among ``deeds``."""

    deeds: tuple[str, ...]
    results: tuple[str, ...]
    carrier: Candidate
    beside: int = 0
    setting: tuple[str, ...] = ()
    """What an earlier line of the same work says, told before the deed."""


def tell(cluster: Cluster, wording: Wording) -> Telling:
    """A story's sentences, each as its line says it, and each line's own in their order."""
    lead = cluster.lead
    deeds, results = list(deeds_of(lead)), list(results_of(lead))
    if is_effect(lead) and deeds:
        results = []  # "I cut the bill by 27%. That covered ...": the deed has told it
    before, units = _units(cluster, wording)
    setting = tuple(before)
    glued = [u for u in units if u.glued and u.of is lead]
    results += [s for u in glued for s in u.sentences]
    rest = [u for u in units if u not in glued]
    own = is_effect(lead) or (not results and bool(deeds) and _rank(lead) > 0)
    carrier = _strongest(lead, bool(results) or own, rest)
    told = [*deeds]
    if carrier is not None:
        others = [s for u in rest if u is not carrier for s in u.sentences]
        head, tail = carrier.halves
        return Telling(
            deeds=(*told, *results, *others, *head), results=tuple(tail), carrier=carrier.of,
            beside=len(others) + len(head), setting=setting,
        )  # fmt: skip
    acted = [u for u in rest if u.deed]
    if results and acted and _LEANS.match(results[0]):
        named = _by_name(results[0], lead)
        if not named:
            rest_said = [s for u in rest for s in u.sentences]
            return Telling(
                deeds=tuple(told), results=(*results, *rest_said), carrier=lead, setting=setting
            )
        results[0] = named
    told += [s for u in acted for s in u.sentences]
    results += [s for u in rest if u not in acted for s in u.sentences]
    beside = len(told) - len(deeds)
    return Telling(
        deeds=tuple(told), results=tuple(results), carrier=lead, beside=beside, setting=setting
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Unit:
    """The sentences of one bound line. ``deed``: it tells of something done."""

    of: Candidate
    sentences: tuple[str, ...]
    came: int
    """Where the outcome begins: the index of the first sentence of it."""
    deed: bool
    glued: bool = False

    @property
    def halves(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        return self.sentences[: self.came], self.sentences[self.came :]


def _units(cluster: Cluster, wording: Wording) -> tuple[list[str], list[_Unit]]:
    """What stands before the lead line, and the lines after it."""
    before: list[str] = []
    units: list[_Unit] = []
    last = cluster.lead
    for bound in cluster.bound:
        unit = _unit(bound, last, wording)
        if not bound.after:  # how things were, told before the deed
            before += [t.text for t in bound.candidate.speech.sentences]
            continue
        units.append(unit)
        last = bound.candidate
    return before, units


def _unit(bound: Bound, last: Candidate, wording: Wording) -> _Unit:
    line = bound.candidate
    said = line.speech.sentences
    sentences = [s.text for s in said]
    if bound.how == "named" and _DEED.match(sentences[0]):
        lead_in = wording.variant(wording.words.story.related, f"related{line.line.ref}")
        sentences[0] = wording.fill(lead_in, deed=sentences[0].removeprefix("I "))
    came = next((n for n, s in enumerate(said) if s.kind == "result"), len(said))
    glued = bound.how == "told_on" and bool(_LEANS.match(sentences[0]))
    return _Unit(
        of=last if glued else line, sentences=tuple(sentences), came=came,
        deed=any(s.kind in ("action", "method") for s in said), glued=glued,
    )  # fmt: skip


def _strongest(lead: Candidate, told: bool, units: Sequence[_Unit]) -> _Unit | None:
    """The bound line whose outcome says more than the lead line's; None where the lead's own does.
    One that the next line leans on stays where it is."""
    best: _Unit | None = None
    least = _rank(lead) if told else -1
    for n, unit in enumerate(units):
        leaned_on = n + 1 < len(units) and units[n + 1].glued
        if (
            unit.came < len(unit.sentences)
            and not leaned_on
            and not unit.glued
            and _rank(unit.of) > least
        ):
            best, least = unit, _rank(unit.of)
    return best


def _rank(candidate: Candidate) -> int:
    return effect(candidate.line.text, candidate.figures)[0]


def _by_name(sentence: str, candidate: Candidate) -> str:
    """ "It reached 88%." with the thing in its place; "" where "it" is no such thing."""
    topic = candidate.speech.topic
    fits = 0 < len(topic.split()) <= LONGEST_NAME and not topic.endswith("s")
    if not fits or not _IT.match(sentence):
        return ""
    name = topic if NAME_ALONE.fullmatch(topic) else the(topic)
    return f"{name[:1].upper()}{name[1:]} {sentence.removeprefix('It ')}"


def leans(sentences: Sequence[str]) -> bool:
    """Whether the first of them means nothing without what was said before it."""
    return bool(sentences) and _LEANS.match(sentences[0]) is not None


def said_by(candidate: Candidate) -> tuple[str, ...]:
    """What a line says before its first outcome."""
    said = candidate.speech.sentences
    came = next((n for n, s in enumerate(said) if s.kind == "result"), len(said))
    return tuple(s.text for s in said[:came])


def is_effect(candidate: Candidate) -> bool:
    """Whether the first sentence tells what came of it and not what was done: "I cut the bill by
    27%", "I finished in the top 6%"."""
    sentences = candidate.speech.sentences
    results = candidate.speech.of("result")
    if not sentences or not sentences[0].own:
        return False
    told = candidate.effect and bool(candidate.headline)
    whole = not results and (told or has_baseline(sentences[0].text))
    return whole or (sentences[0].kind == "result" and len(results) == 1)


def _what_was_done(candidate: Candidate) -> str:
    """What a line tells was done about a finding: "Found double bookings, wrote the check" has its
    answer in it; "" for others."""
    speech = candidate.speech
    own = [s.text for s in speech.sentences if s.kind == "action" and s.own]
    found = bool(own) and _FINDING.match(own[0]) is not None
    return own[-1] if found and len(own) > 1 and not speech.of("result") else ""


def deeds_of(candidate: Candidate) -> tuple[str, ...]:
    """What was done. Details that come after the first outcome belong to the outcome."""
    out: list[str] = []
    ended = False
    sentences = candidate.speech.sentences
    turn = _last_of_turn(candidate)
    if turn:
        return tuple(s.text for s in sentences[:turn] if s.kind not in _BEFORE)
    if is_effect(candidate):
        rest = [s.text for s in sentences[1:] if s.kind in ("action", "method", "detail")]
        changed = candidate.effect or word_change(sentences[0].text)
        made = sentences[0].kind == "action" and not changed
        return (sentences[0].text, *rest) if rest or made else ()
    for s in sentences:
        ended = ended or s.kind == "result"
        if s.text == _what_was_done(candidate):
            continue
        if s.kind in ("action", "method") or (s.kind == "detail" and out and not ended):
            out.append(s.text)
    if not out and tells_only_outcome(candidate):
        return ()  # "Lead time went from 31 to 12 days": what was done for it is to be told
    if not out:
        out = [s.text for s in sentences if s.kind in ("detail", "result")][:1]
    return tuple(out)


_BEFORE = ("goal", "context")
"""Sentences that are told with the task."""


def _last_of_turn(candidate: Candidate) -> int:
    """How many sentences of a line that tells a setback or a change of plan go up to its last deed:
    they are told in the line's own order, what went wrong before what was done about it; 0 for others."""
    sentences = candidate.speech.sentences
    deeds = [n for n, s in enumerate(sentences, 1) if s.kind in ("action", "method")]
    came = [n for n, s in enumerate(sentences, 1) if s.kind == "result"]
    turned = candidate.turns and deeds and came and min(came) < max(deeds)
    return max(deeds) if turned else 0


def tells_only_outcome(candidate: Candidate) -> bool:
    """Whether a line says how far a thing got and nothing that somebody did."""
    sentences = candidate.speech.sentences
    came = bool(sentences) and all(s.kind == "result" and not s.own for s in sentences)
    return came and has_change(" ".join((*candidate.figures, candidate.line.text)))


def results_of(candidate: Candidate) -> tuple[str, ...]:
    """What came of it, with the details told after the first outcome."""
    sentences = candidate.speech.sentences
    turn = _last_of_turn(candidate)
    if turn:
        return tuple(s.text for s in sentences[turn:] if s.kind not in _BEFORE)
    if is_effect(candidate):
        return (sentences[0].text,)
    done = _what_was_done(candidate)
    if done:
        return (done,)
    used = set(deeds_of(candidate))
    found = any(s.kind == "result" for s in sentences)
    kinds = ("result", "detail") if found else ("result",)
    return tuple(s.text for s in sentences if s.kind in kinds and s.text not in used)

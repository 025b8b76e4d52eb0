"""The words of one story: S, T, A, R, the lesson, and the two versions to say aloud."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from report_gen.coaching.language.numbers import has_baseline, has_change, lacks_baseline
from report_gen.coaching.models import Blank, Draft, Part, Quote
from report_gen.coaching.said import says_how_measured, says_own_part
from report_gen.coaching.story_choice import Chosen
from report_gen.coaching.story_lines import Candidate
from report_gen.coaching.wording import (
    Wording,
    draft,
    month,
    quoted,
    said,
    spoken_employer,
    spoken_title,
)

SHORT_MOST = 92
LEAST_ROOM = 24
"""Words of blanks that a story may always hold, however little its line says."""
_WAYS = frozenset({"making", "moving", "saving", "study", "data", ""})
"""Kinds of deeds that could have been done in another way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What surrounds the line: the position's summary (with its reference), what another line
    tells of the same piece of work, and the line of the posting it answers (its reference and
    words)."""

    summary: str = ""
    summary_ref: str = ""
    related: str = ""
    asked_ref: str = ""
    asked: str = ""


Moved = tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moves:
    """The moves of one story, each as parts; () where there is nothing to say."""

    place: Moved
    background: Moved
    task: Moved
    action: Moved
    own: Moved
    related: Moved
    result: Moved
    lesson: Moved
    tie: Moved


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryParts:
    situation: Draft
    task: Draft
    action: Draft
    result: Draft
    reflection: Draft
    short: Draft
    long: Draft


def write_parts(chosen: Chosen, scene: Scene, wording: Wording) -> StoryParts:
    """Every part of a story from its line, its scene and blanks for what neither says."""
    candidate = chosen.candidate
    words = wording.words.story
    place = said(place_sentence(candidate, wording))
    lesson = wording.ask(words.lesson_blank, "lesson")
    moves = Moves(
        place=place,
        background=_background(scene, wording),
        task=_task(candidate, wording),
        action=_action(candidate, wording),
        own=wording.ask(words.own_part_blank, "own_part") if _unclear_part(candidate) else (),
        related=_related(scene, wording),
        result=_result(candidate, wording),
        lesson=lesson,
        tie=_tie(scene, wording),
    )
    return StoryParts(
        situation=draft(place, moves.background),
        task=draft(moves.task),
        action=draft(moves.action, moves.own),
        result=draft(moves.result),
        reflection=draft(lesson),
        short=_short(candidate, moves, wording),
        long=_long(candidate, moves, wording),
    )


def place_sentence(candidate: Candidate, wording: Wording) -> str:
    """Where and when: employer, title and dates as the resume gives them."""
    line, words = candidate.line, wording.words.story
    start, end = month(candidate.start), month(candidate.end)
    when = (
        f" from {start} to {end}"
        if start and end and start != end
        else f" in {start or end}"
        if start or end
        else ""
    )
    since = f" since {start}" if start else ""
    project = line.owner.startswith("projects")
    if project:
        when = (
            f", {start} to {end}"
            if start and end and start != end
            else f", {start or end}"
            if end
            else ""
        )
        return wording.fill(
            wording.variant(words.in_project, "place"), title=line.title or "my own", when=when
        )
    if line.owner.startswith("volunteer") and line.employer:
        return wording.fill(
            wording.variant(words.as_volunteer, "place"),
            employer=spoken_employer(line.employer),
            when=since if candidate.current else when,
        )
    if line.employer.lower() in (
        "freelance",
        "freelancer",
        "self-employed",
        "self employed",
        "independent",
        "various clients",
    ):
        verb = "I work for myself" if candidate.current else "I was working for myself"
        return f"{verb}{f', as {spoken_title(line.title)}' if line.title else ''}{since if candidate.current else when}."
    if line.employer and line.title:
        variants = words.at_employer_current if candidate.current else words.at_employer
        if not start:
            variants = tuple(v for v in variants if "since_only}" not in v)
        text = wording.fill(
            wording.variant(variants, "place"),
            employer=spoken_employer(line.employer),
            title=spoken_title(line.title),
            when=when,
            since=since,
            since_only=since.strip(),
            Since_only=since.strip().replace("since", "Since", 1),
        )
        return text.replace("..", ".")
    if line.employer or line.title:
        name = spoken_employer(line.employer) or spoken_title(line.title)
        opening = "This was at" if line.employer else "I was working as"
        return f"{opening} {name}{when}."
    return "This comes from my own work."


def _background(scene: Scene, wording: Wording) -> Moved:
    if not scene.summary:
        return ()
    template = wording.variant(wording.words.story.summary_quote, "summary")
    return said(wording.fill(template, summary=scene.summary))


def _related(scene: Scene, wording: Wording) -> Moved:
    """What another line tells of the same piece of work."""
    if not scene.related:
        return ()
    template = wording.variant(wording.words.story.related, "related")
    return said(wording.fill(template, deed=scene.related.removeprefix("I ")))


def _tie(scene: Scene, wording: Wording) -> tuple[Part, ...]:
    """The line of the posting this story answers, quoted; () where there is none."""
    if not scene.asked:
        return ()
    template = wording.variant(wording.words.story.tie, "tie")
    quote = Quote(quote=scene.asked, ref=scene.asked_ref)
    return wording.parts(template, {"quote": quote})


def _task(candidate: Candidate, wording: Wording) -> tuple[Part, ...]:
    speech, words = candidate.speech, wording.words.story
    if speech.goal:
        return said(speech.goal)
    if speech.context.startswith("That was "):
        lead = wording.variant(words.task_from_context, "context")
        return said(wording.fill(lead, context=speech.context.removeprefix("That was ")))
    if speech.context:
        return said(speech.context)
    return wording.ask(words.task_blank, "task")


def _action(candidate: Candidate, wording: Wording) -> Moved:
    speech = candidate.speech
    if speech.quoted:
        opening = wording.variant(wording.words.story.quote_opening, "quote")
        return quoted(opening, candidate.line.text, candidate.line.ref)
    sentences = list(deeds_of(candidate))
    if speech.context and speech.goal:
        sentences.append(speech.context)
    return said(*sentences) or wording.ask(wording.words.story.how_blank, "how")


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


_FINDING = re.compile(r"I (?:found|discovered|noticed|uncovered|saw) ")


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
    if is_effect(candidate):
        rest = [s.text for s in sentences[1:] if s.kind in ("action", "method", "detail")]
        return (sentences[0].text, *rest) if rest else ()
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


def tells_only_outcome(candidate: Candidate) -> bool:
    """Whether a line says how far a thing got and nothing that somebody did."""
    sentences = candidate.speech.sentences
    came = bool(sentences) and all(s.kind == "result" and not s.own for s in sentences)
    return came and has_change(" ".join((*candidate.figures, candidate.line.text)))


def results_of(candidate: Candidate) -> tuple[str, ...]:
    """What came of it, with the details told after the first outcome."""
    sentences = candidate.speech.sentences
    if is_effect(candidate):
        return (sentences[0].text,)
    done = _what_was_done(candidate)
    if done:
        return (done,)
    used = set(deeds_of(candidate))
    found = any(s.kind == "result" for s in sentences)
    kinds = ("result", "detail") if found else ("result",)
    return tuple(s.text for s in sentences if s.kind in kinds and s.text not in used)


def _result(candidate: Candidate, wording: Wording) -> Moved:
    results = results_of(candidate)
    return said(*results) or wording.ask(wording.words.story.result_blank, "result")


def _unclear_part(candidate: Candidate) -> bool:
    shared = candidate.speech.team or not candidate.line.own or bool(candidate.speech.collaborators)
    return shared and not says_own_part(candidate.line.text)


def _short(candidate: Candidate, moves: Moves, wording: Wording) -> Draft:
    """Half a minute aloud (75 words or fewer): place, problem, deed, outcome; the lesson if it fits."""
    deeds = list(deeds_of(candidate)) if not candidate.speech.quoted else []
    told_with_deed = is_effect(candidate) and len(deeds) > 0
    found = [] if told_with_deed else list(results_of(candidate))
    action, result = moves.action, () if told_with_deed else moves.result
    action = said(candidate.speech.first) or action
    full = draft(moves.place, moves.task, action, result)
    while full.aloud > SHORT_MOST and (len(deeds) > 1 or len(found) > 1):
        if len(deeds) > 1:
            deeds.pop()
            action = said(*deeds)
        else:
            found.pop()
            result = said(*found)
        full = draft(moves.place, moves.task, action, result)
    if full.aloud > SHORT_MOST and _blanks(draft(moves.task)):
        full = draft(moves.place, action, result)
    more = draft(full.parts, moves.lesson)
    room = wording.room(more.parts)
    fits = more.aloud <= SHORT_MOST and room * 3 <= more.aloud
    return more if fits and not wording.is_open(result) else full


LESSON = 11
"""Where the lesson stands in the whole story, before the line of the posting."""


def _long(candidate: Candidate, moves: Moves, wording: Wording) -> Draft:
    """The whole story, up to two minutes with what the candidate adds: own words first, and of
    the blanks the most telling ones, at most a third of it and never two in a row. What has been
    answered counts as own words, so that a story grows with its answers."""
    words, speech = wording.words.story, candidate.speech
    kit = (
        said(wording.fill(wording.variant(words.tools, "tools"), tools=_and(speech.tools)))
        if speech.tools
        else ()
    )
    own, result = moves.own, moves.result
    if is_effect(candidate) and deeds_of(candidate):
        result = ()  # "I cut the bill by 27%. That covered ...": the deed has told it
    if wording.is_open(own) and not (kit or moves.related) and wording.is_open(result):
        result = ()  # whose deed it was comes first; what came of it is asked beside the text
    told: list[Moved] = [
        moves.place, moves.background, moves.task, moves.action, own, moves.related, kit, (),
        (), result, (), (), moves.tie,
    ]  # fmt: skip
    wanted = [(n, wording.ask(variants, slot)) for n, slot, variants in _wanted(candidate, wording)]
    for n, asked in (*wanted, (LESSON, moves.lesson)):
        here = draft(*told, asked)
        fits = wording.room(here.parts) <= max(LEAST_ROOM, here.aloud // 3)
        beside = wording.is_open(asked) and _beside_a_blank(told, n, wording)
        if fits and not beside and not told[n]:
            told[n] = asked
    if not told[LESSON] and moves.tie:
        more = draft(*told, moves.lesson)  # the posting's line keeps two blanks apart
        return more if wording.room(more.parts) * 3 <= more.aloud else draft(*told)
    return draft(*told)


def _wanted(candidate: Candidate, wording: Wording) -> list[tuple[int, str, Sequence[str]]]:
    """Blanks worth having besides the problem and the outcome: (place in the story, slot, words)."""
    words = wording.words.story
    way = ("choice", words.choice_blank)
    ways = [("hard", words.hard_blank)]
    if wording.deed in _WAYS and candidate.speech.verb:
        ways.insert(wording.turn % 2, way)
    out: list[tuple[int, str, Sequence[str]]] = [
        (7 + n, slot, variants) for n, (slot, variants) in enumerate(ways)
    ]
    if candidate.headline:
        bare = lacks_baseline(candidate.line.text)
        slot = "baseline" if bare else "measured"
        if not bare and says_how_measured(candidate.line.text):
            return out
        out.insert(0, (10, slot, words.baseline_blank if bare else words.measured_blank))
    return out


def _beside_a_blank(told: Sequence[Moved], place: int, wording: Wording) -> bool:
    """Whether what stands before or after a place of the story holds a blank."""
    before = next((m for m in reversed(told[:place]) if m), ())
    after = next((m for m in told[place + 1 :] if m), ())
    return wording.is_open(before) or wording.is_open(after)


def _blanks(node: Draft) -> int:
    return sum(isinstance(p, Blank) for p in node.parts)


def _and(items: Sequence[str]) -> str:
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"

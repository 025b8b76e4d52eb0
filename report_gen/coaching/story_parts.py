"""The words of one story: S, T, A, R, the lesson, and the two versions to say aloud."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from report_gen.coaching.language.numbers import has_baseline
from report_gen.coaching.models import Blank, Draft, Part, Quote
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

SHORT_WORDS = 75
SHORT_MOST = 92
SHORT_BLANKS = 3
LONG_WORDS = 265
LONG_BLANKS = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What surrounds the line: the position's summary (with its reference), its neighbours, and
    the line of the posting it answers (its reference and words)."""

    summary: str = ""
    summary_ref: str = ""
    neighbours: tuple[str, ...] = ()
    asked_ref: str = ""
    asked: str = ""


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
    task = _task(candidate, wording)
    action = _action(candidate, wording)
    own = wording.ask(words.own_part_blank, "own_part") if _unclear_part(candidate) else ()
    result = _result(candidate, wording)
    lesson = wording.ask(words.lesson_blank, "lesson")
    background = _background(candidate, scene, wording)
    return StoryParts(
        situation=draft(place, background),
        task=draft(task),
        action=draft(action, own),
        result=draft(result),
        reflection=draft(lesson),
        short=_short(candidate, place, task, action, result, wording),
        long=_long(
            candidate, place, background, task, action, own, result, lesson, _tie(scene, wording),
            wording,
        ),
    )  # fmt: skip


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
        text = wording.fill(
            wording.variant(variants, "place"),
            employer=spoken_employer(line.employer),
            title=spoken_title(line.title),
            when=when,
            since=since,
        )
        return text.replace("..", ".")
    if line.employer or line.title:
        name = spoken_employer(line.employer) or spoken_title(line.title)
        opening = "This was at" if line.employer else "I was working as"
        return f"{opening} {name}{when}."
    return "This comes from my own work."


def _background(candidate: Candidate, scene: Scene, wording: Wording) -> tuple[Part, ...]:
    out: tuple[Part, ...] = ()
    if scene.summary:
        template = wording.variant(wording.words.story.summary_quote, "summary")
        out = said(wording.fill(template, summary=scene.summary))
    story = wording.words.story
    for n, deed in enumerate(scene.neighbours[:1]):
        variants = story.neighbour_current if candidate.current else story.neighbour
        template = wording.variant(variants, f"neighbour{n}")
        out += said(wording.fill(template, deed=deed.removeprefix("I ")))
    return out


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


def _action(candidate: Candidate, wording: Wording) -> tuple[Part, ...]:
    speech = candidate.speech
    if speech.quoted:
        opening = wording.variant(wording.words.story.quote_opening, "quote")
        return quoted(opening, candidate.line.text, candidate.line.ref)
    sentences = list(_deeds(candidate))
    if speech.context and speech.goal:
        sentences.append(speech.context)
    return said(*sentences)


def _deeds(candidate: Candidate) -> tuple[str, ...]:
    """What was done. Details that come after the first outcome belong to the outcome."""
    out: list[str] = []
    ended = False
    for s in candidate.speech.sentences:
        ended = ended or s.kind == "result"
        if s.kind in ("action", "method") or (s.kind == "detail" and out and not ended):
            out.append(s.text)
    if not out:
        out = [s.text for s in candidate.speech.sentences if s.kind in ("detail", "result")][:1]
    return tuple(out)


def _results(candidate: Candidate) -> tuple[str, ...]:
    """What came of it, with the details told after the first outcome."""
    used = set(_deeds(candidate))
    found = any(s.kind == "result" for s in candidate.speech.sentences)
    kinds = ("result", "detail") if found else ("result",)
    return tuple(
        s.text for s in candidate.speech.sentences if s.kind in kinds and s.text not in used
    )


def _result(candidate: Candidate, wording: Wording) -> tuple[Part, ...]:
    words = wording.words.story
    results = _results(candidate)
    if results:
        return said(*results)
    if candidate.headline:
        return wording.ask(words.outcome_blank, "outcome")
    return (*wording.ask(words.result_blank, "result"), *wording.ask(words.metric_blank, "metric"))


def _unclear_part(candidate: Candidate) -> bool:
    return candidate.speech.team or not candidate.line.own or bool(candidate.speech.collaborators)


def _short(
    candidate: Candidate, place: Sequence[Part], task: Sequence[Part], action: Sequence[Part],
    result: Sequence[Part], wording: Wording,
) -> Draft:  # fmt: skip
    """About seventy-five words aloud: place, deed, outcome; the problem and the lesson if they fit."""
    words = wording.words.story
    deeds = list(_deeds(candidate)) if not candidate.speech.quoted else []
    results: Sequence[Part] = result
    said_action: Sequence[Part] = action
    full = draft(place, task, said_action, results)
    while full.aloud > SHORT_MOST and len(deeds) > 1:
        deeds.pop()
        said_action = said(*deeds)
        full = draft(place, task, said_action, results)
    found = list(_results(candidate))
    while full.aloud > SHORT_MOST and len(found) > 1:
        found.pop()
        results = said(*found)
        full = draft(place, task, said_action, results)
    if full.aloud > SHORT_MOST and _blanks(draft(task)):
        full = draft(place, said_action, results)
    fillers = [("hard", words.hard_blank), ("lesson", words.lesson_blank)]
    if candidate.headline:
        fillers.insert(0, ("measured", words.measured_blank))
    chosen: list[Sequence[Part]] = []
    for slot, variants in reversed(fillers):
        if _blanks(draft(full.parts, *chosen)) >= SHORT_BLANKS:
            break
        asked = wording.ask(variants, slot)
        if draft(full.parts, *chosen, asked).aloud <= SHORT_MOST - 4:
            chosen.insert(0, asked)
    return draft(full.parts, *chosen)


def _long(
    candidate: Candidate, place: Sequence[Part], background: Sequence[Part], task: Sequence[Part],
    action: Sequence[Part], own: Sequence[Part], result: Sequence[Part], lesson: Sequence[Part],
    tie: Sequence[Part], wording: Wording,
) -> Draft:  # fmt: skip
    """About two minutes (280 words aloud): the same story with its reasons, as many of the most
    telling blanks as its length and the reader's patience allow."""
    words, speech = wording.words.story, candidate.speech
    tools = speech.tools
    kit = (
        said(wording.fill(wording.variant(words.tools, "tools"), tools=_and(tools)))
        if tools
        else ()
    )
    told = draft(place, background, task, action, own, result, kit, lesson, tie)
    blanks, length = _blanks(told), told.aloud
    effect = bool(candidate.headline)
    wanted = [
        ("choice", words.choice_blank, True),
        ("hard", words.hard_blank, True),
        ("measured", words.measured_blank, effect),
        ("baseline", words.baseline_blank, effect and not has_baseline(candidate.line.text)),
        ("task", words.task_blank, not _blanks(draft(task)) and not speech.context),
        ("outcome", words.outcome_blank, not _blanks(draft(result))),
        ("first_step", words.first_step_blank, True),
        ("since", words.since_blank, True),
        ("stakes", words.stakes_blank, True),
    ]
    kept: dict[str, Sequence[Part]] = {}
    for slot, variants, fits in wanted:
        if not fits or blanks >= LONG_BLANKS or length >= LONG_WORDS:
            continue
        kept[slot] = wording.ask(variants, slot, because="because" if slot == "choice" else "")
        blanks, length = blanks + 1, length + draft(kept[slot]).aloud
    return draft(
        place, background, kept.get("task", ()), task, kept.get("stakes", ()),
        kept.get("first_step", ()), action, own, kit, kept.get("choice", ()), kept.get("hard", ()),
        result, kept.get("baseline", ()), kept.get("measured", ()), kept.get("outcome", ()), lesson,
        kept.get("since", ()), tie,
    )  # fmt: skip


def _blanks(node: Draft) -> int:
    return sum(isinstance(p, Blank) for p in node.parts)


def _and(items: Sequence[str]) -> str:
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"

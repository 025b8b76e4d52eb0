"""The words of one story: S, T, A, R and the lesson, which are the whole of it, and half a minute."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from report_gen.coaching.clusters import Cluster
from report_gen.coaching.language.numbers import lacks_baseline
from report_gen.coaching.models import Draft, Part, Quote, Text
from report_gen.coaching.project_names import place_of, project_of
from report_gen.coaching.said import says_how_measured, says_own_part
from report_gen.coaching.story_choice import Chosen
from report_gen.coaching.story_lines import Candidate
from report_gen.coaching.story_telling import (
    Telling,
    deeds_of,
    is_effect,
    leans,
    results_of,
    said_by,
    tell,
)
from report_gen.coaching.turns import turns_in
from report_gen.coaching.wording import (
    ON_ONES_OWN,
    Wording,
    draft,
    month,
    quoted,
    said,
    spoken_employer,
    spoken_title,
)
from report_gen.taxonomy.turn_entries import Turn

SHORT_MOST = 84
LEAST_ROOM = 44
"""Words of blanks that a story may always hold, however little its lines say: the reason, how one
knows, the lesson."""
USUAL = 3
"""Blanks among which the lesson always stands."""
_WAYS = frozenset({"making", "moving", "saving", "study", "data", ""})
"""Kinds of deeds that could have been done in another way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What surrounds the lines: the position's summary (with its reference), and the line of the
    posting the story answers (its reference and words)."""

    summary: str = ""
    summary_ref: str = ""
    asked_ref: str = ""
    asked: str = ""


Moved = tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moves:
    """The moves of one story that its lines tell, each as parts; () where there is nothing to say."""

    place: Moved
    background: Moved
    task: Moved
    action: Moved
    own: Moved
    kit: Moved
    result: Moved
    tie: Moved


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryParts:
    """``long`` is situation, task, action, result, reflection and tie, one after the other."""

    situation: Draft
    task: Draft
    action: Draft
    result: Draft
    reflection: Draft
    tie: Draft
    short: Draft
    long: Draft


def write_parts(chosen: Chosen, scene: Scene, wording: Wording) -> StoryParts:
    """Every part of a story from its lines, its scene and blanks for what neither says."""
    cluster, words = chosen.cluster, wording.words.story
    candidate = cluster.lead
    telling = tell(cluster, wording)
    moves = Moves(
        place=said(place_sentence(candidate, wording)),
        background=(*_background(scene, wording), *said(*telling.setting)),
        task=_task(candidate, wording),
        action=_action(candidate, telling, wording),
        own=wording.ask(words.own_part_blank, "own_part") if _unclear_part(cluster) else (),
        kit=_kit(candidate, wording),
        result=said(*telling.results)
        or (() if _told_whole(candidate) else wording.ask(words.result_blank, "result")),
        tie=_tie(scene, wording),
    )
    rows = _rows(cluster, telling, moves, wording)
    result = draft(*rows.result) if any(rows.result) else draft(said(*results_of(candidate)))
    return StoryParts(
        situation=draft(*rows.situation),
        task=draft(rows.task),
        action=draft(*rows.action),
        result=result,
        reflection=draft(rows.lesson),
        tie=draft(moves.tie),
        short=_short(cluster, telling, moves, wording),
        long=draft(*rows.situation, rows.task, *rows.action, *rows.result, rows.lesson, moves.tie),
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
        name = spoken_employer(project_of(line))
        if not name or name.split()[0].lower() in wording.words.role_nouns:
            return f"This one comes from {place_of(line)}{when}."
        return wording.fill(wording.variant(words.in_project, "place"), title=name, when=when)
    if line.owner.startswith("volunteer") and line.employer:
        held = candidate.current and since
        return wording.fill(
            wording.variant(words.as_volunteer_current if held else words.as_volunteer, "place"),
            employer=spoken_employer(line.employer),
            when=since if held else when,
        )
    if line.employer.lower() in ON_ONES_OWN:
        begun = "I've been working" if since else "I work"
        verb = begun if candidate.current else "I was working"
        title = f", as {spoken_title(line.title)}" if line.title else ""
        return f"{verb} for myself{since if candidate.current else when}{title}."
    if line.employer and line.title:
        variants = words.at_employer_current if candidate.current else words.at_employer
        if candidate.current and not start:
            variants = words.at_employer_undated
        text = wording.fill(
            wording.variant(variants, "place"),
            employer=spoken_employer(line.employer),
            title=spoken_title(line.title),
            when=when,
            since=since,
            Since=since.strip().replace("since", "Since", 1),
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


def _action(candidate: Candidate, telling: Telling, wording: Wording) -> Moved:
    speech = candidate.speech
    if speech.quoted:
        opening = wording.variant(wording.words.story.quote_opening, "quote")
        quote = quoted(opening, candidate.line.text, candidate.line.ref)
        return (*quote, *said(*telling.deeds))
    sentences = list(telling.deeds)
    if speech.context and speech.goal:
        sentences.insert(len(sentences) - telling.beside, speech.context)
    asked = () if deeds_of(candidate) else wording.ask(wording.words.story.how_blank, "how")
    return (*asked, *said(*sentences))


def _told_whole(candidate: Candidate) -> bool:
    """Whether the deed has told its outcome: "I cut the bill by 27%. That covered ..."."""
    return is_effect(candidate) and bool(deeds_of(candidate))


def _kit(candidate: Candidate, wording: Wording) -> Moved:
    tools = candidate.speech.tools
    if not tools:
        return ()
    template = wording.variant(wording.words.story.tools, "tools")
    return said(wording.fill(template, tools=_and(tools)))


def _unclear_part(cluster: Cluster) -> bool:
    lead = cluster.lead
    shared = lead.speech.team or not lead.line.own or bool(lead.speech.collaborators)
    return shared and not says_own_part(cluster.text)


FEW = 30
"""Own words from which on half a minute needs no blank to be said."""


def _short(cluster: Cluster, telling: Telling, moves: Moves, wording: Wording) -> Draft:
    """Half a minute aloud (75 words or so): place, problem where it is told, deed, and the outcome
    that says most of all its lines. It can be said today: a blank stands only where little else does."""
    candidate = cluster.lead
    deeds = list(deeds_of(candidate)) if not candidate.speech.quoted else []
    own = list(results_of(candidate)) if telling.carrier is candidate else [*telling.results]
    found = [] if _told_whole(candidate) and telling.carrier is candidate else own
    if telling.carrier is not candidate and leans(found):
        found = [*said_by(telling.carrier), *found]
    action = said(candidate.speech.first) or said(*deeds) or moves.action
    spoken = " ".join(p.text for p in action if isinstance(p, Text))
    already = [f for f in found if f in spoken]  # a quoted lead's action tells the others' deeds
    found = [f for f in found if f not in already]
    result = said(*found) or (() if already else moves.result)
    half = _Half(moves.place, moves.task, wording)
    while half.told(action, result).aloud > SHORT_MOST and (
        (at := _spared(deeds, candidate.turns)) or len(found) > 1
    ):
        if at:
            deeds.pop(at)
            action = said(*deeds)
        else:
            found.pop()
            result = said(*found)
    return half.told(action, result)


@dataclass(frozen=True, slots=True)
class _Half:
    """Half a minute: its first and second move, the second only where it is told or little else is."""

    place: Moved
    task: Moved
    wording: Wording

    def told(self, action: Moved, result: Moved) -> Draft:
        bare = draft(self.place, action, result)
        full = draft(self.place, self.task, action, result)
        enough = bare.aloud - self.wording.room(bare.parts) >= FEW
        asks = self.wording.is_open(self.task)
        return bare if asks and (enough or full.aloud > SHORT_MOST) else full


def _spared(deeds: Sequence[str], told: Sequence[Turn]) -> int:
    """The place of the deed that half a minute can do without: the last but the first that tells no
    turn of the story; 0 for none."""
    spare = [n for n, deed in enumerate(deeds) if n and not turns_in(deed, told)]
    if told and spare == [len(deeds) - 1] and turns_in(" ".join(deeds[:-1]), told):
        return 0  # what was done about it
    return spare[-1] if spare else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rows:
    situation: tuple[Moved, ...]
    task: Moved
    action: tuple[Moved, ...]
    result: tuple[Moved, ...]
    lesson: Moved


_ACTION, _KIT, RESULT, LESSON = 3, 5, 8, 10
"""Where these stand among a story's moves."""


def _rows(cluster: Cluster, telling: Telling, moves: Moves, wording: Wording) -> _Rows:
    """The rows of the whole story, up to two minutes with what the candidate adds: own words first,
    and of the blanks the most telling ones, at most a third of it and none beside another in a row. What has
    been answered counts as own words, so that a story grows with its answers."""
    told: list[Moved] = [
        moves.place, moves.background, moves.task, moves.action, moves.own, moves.kit, (), (),
        moves.result, (), (), moves.tie,
    ]  # fmt: skip
    wanted = [
        (n, wording.ask(variants, slot)) for n, slot, variants in _wanted(cluster, telling, wording)
    ]
    lesson = (LESSON, wording.ask(wording.words.story.lesson_blank, "lesson"))
    first = [
        w for w in wanted if w[0] in (_KIT, RESULT + 1)
    ]  # how one knows, before other ways and obstacles
    for n, asked in (*first, lesson, *(w for w in wanted if w not in first)):
        here = draft(*told, asked)
        few = n == LESSON and sum(wording.is_open((p,)) for p in here.parts) <= USUAL
        fits = few or wording.room(here.parts) <= max(LEAST_ROOM, here.aloud // 3)
        beside = wording.is_open(asked) and _beside_a_blank(told, n, wording)
        if fits and not beside and not told[n]:
            told[n] = asked
    return _Rows(
        situation=(told[0], told[1]),
        task=told[2],
        action=tuple(told[_ACTION:RESULT]),
        result=(told[RESULT], told[RESULT + 1]),
        lesson=told[LESSON],
    )


def _wanted(
    cluster: Cluster, telling: Telling, wording: Wording
) -> list[tuple[int, str, Sequence[str]]]:
    """Blanks worth having besides the problem and the outcome: (place in the story, slot, words).
    What one of the lines answers is not asked."""
    words = wording.words.story
    ways = [] if any(b.how == "found" for b in cluster.bound) else [("hard", words.hard_blank)]
    if wording.deed in _WAYS and cluster.lead.speech.verb:
        ways.insert(wording.turn % 2, ("choice", words.choice_blank))
    out: list[tuple[int, str, Sequence[str]]] = [
        (6 + n, slot, variants) for n, (slot, variants) in enumerate(ways)
    ]
    carrier = telling.carrier
    if carrier.headline:
        bare = lacks_baseline(carrier.line.text)
        slot = "baseline" if bare else "measured"
        if not bare and says_how_measured(cluster.text):
            return out
        place = _KIT if _told_whole(cluster.lead) else RESULT + 1
        out.insert(0, (place, slot, words.baseline_blank if bare else words.measured_blank))
    return out


def _beside_a_blank(told: Sequence[Moved], place: int, wording: Wording) -> bool:
    """Whether what stands before or after a place, in the same row of the story, holds a blank."""
    row = range(RESULT, LESSON) if place >= RESULT else range(_ACTION, RESULT)
    before = next((told[n] for n in reversed(row) if n < place and told[n]), ())
    after = next((told[n] for n in row if n > place and told[n]), ())
    return place != LESSON and (wording.is_open(before) or wording.is_open(after))


def _and(items: Sequence[str]) -> str:
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"

"""Three projects to talk about in depth, filled from the lines there are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from report_gen.coaching.blanks import BlankBook
from report_gen.coaching.clusters import clusters
from report_gen.coaching.deed_kinds import deed_of
from report_gen.coaching.language.line_titles import plain_title
from report_gen.coaching.models import DeepDive, Draft, Part
from report_gen.coaching.project_names import kind_of, project_of
from report_gen.coaching.said import says_how_measured
from report_gen.coaching.story_lines import Candidate
from report_gen.coaching.story_telling import is_effect, results_of
from report_gen.coaching.wording import Wording, draft, quoted, said
from report_gen.resume import Resume, lookup
from report_gen.taxonomy import Taxonomy

_DATA = (
    "data",
    "dataset",
    "rows",
    "records",
    "images",
    "logs",
    "events",
    "labels",
    "corpus",
    "survey",
    "samples",
    "feed",
    "interviews",
    "TB",
    "GB",
)
_PRICE = ("without", "instead of", "against", "versus", "despite", "although", "rather than")
_NO_PROJECT = frozenset(
    {"growing", "talk", "duty", "text", "gathering", "hiring", "review", "leading"}
)


def draft_deep_dives(
    candidates: Sequence[Candidate], resume: Resume, taxonomy: Taxonomy, book: BlankBook
) -> tuple[DeepDive, ...]:
    """Three dives (fewer if the resume carries fewer), each from another position or project
    where there are enough of them."""
    out = []
    groups = _groups(candidates)
    for n, group in enumerate(groups):
        out.append(_dive(n, group, resume, taxonomy, book, groups[0][0].line.text))
    return tuple(out)


def _groups(candidates: Sequence[Candidate]) -> list[list[Candidate]]:
    """The best line of each of three owners, with its nearest neighbours; then more of the same."""
    leads: list[Candidate] = []
    # A class taught or a duty held is no project: those come where there is nothing else.
    candidates = sorted(
        candidates, key=lambda c: deed_of(c.line.text) in _NO_PROJECT and not c.headline
    )
    told = clusters(candidates)
    home = {
        b.candidate.line.ref: cluster.lead
        for cluster in told.values()
        for b in cluster.bound
        if b.how == "told_on"
    }
    # Another position is worth a dive where its line has something to tell.
    for fresh, telling in ((True, True), (False, True), (True, False), (False, False)):
        for c in candidates:
            if len(leads) == 3:
                break
            c = home.get(c.line.ref, c)  # "Got it tested ..." is told with what it was
            known = c in leads or (fresh and any(c.line.owner == o.line.owner for o in leads))
            mute = telling and not _tells(c)
            if not known and not mute and len(c.line.text.split()) >= 6:
                leads.append(c)
    return [[lead, *(c for c in told[lead.line.ref].lines[1:] if c not in leads)] for lead in leads]


def _tells(candidate: Candidate) -> bool:
    """Whether the line tells more than that there was work: what came of it, or two deeds."""
    speech = candidate.speech
    deeds = [s for s in speech.sentences if s.kind in ("action", "method")]
    came = bool(speech.of("result") or candidate.headline)
    long = len(candidate.line.text.split()) >= 12
    told = came and (bool(deeds) or long)  # a place won alone tells nothing of the way there
    return not speech.quoted and (told or len(deeds) > 1 or bool(speech.goal))


def _dive(
    n: int, group: Sequence[Candidate], resume: Resume, taxonomy: Taxonomy, book: BlankBook,
    seed: str,
) -> DeepDive:  # fmt: skip
    lead = group[0]
    line = lead.line
    where = f"d{n + 1}"
    wording = Wording(
        taxonomy.language_words, book, text=line.text, ref=line.ref, topic=lead.speech.topic,
        where=where, turn=n, seed=seed, verb=lead.speech.verb, title=lead.speech.title, thing=project_of(line), opening=lead.speech.opening,
    )  # fmt: skip
    named = line.owner.startswith("projects") and line.title and kind_of(line.title) is None
    name = line.title if named else lead.speech.title
    return DeepDive(
        ref=line.ref,
        title=name or plain_title(line.text),
        sections=_sections(group, resume, wording),
        questions=_questions(lead, wording),
        related=tuple(c.line.ref for c in group[1:]),
    )


def _sections(group: Sequence[Candidate], resume: Resume, wording: Wording) -> dict[str, Draft]:
    lead = group[0]
    opening = ""
    if lead.line.owner.startswith("projects"):
        opening = lookup(resume, f"{lead.line.owner}.description")
    problem: tuple[Part, ...] = said(lead.speech.goal, lead.speech.context)
    if len(opening.split()) >= 5 and opening != lead.line.text and not _FRAME.search(opening):
        problem = (*quoted("It is this:", opening, f"{lead.line.owner}.description"), *problem)
    data = tuple(
        s for s in _sentences_with(group, _DATA) if deed_of(s.removeprefix("I ")) == "data"
    )
    price = tuple(s for s in _sentences_with(group, _PRICE) if s not in data)
    approach: tuple[Part, ...] = ()
    results: tuple[Part, ...] = ()
    for c in group:
        if c.speech.quoted:
            approach += quoted("My resume says it like this:", c.line.text, c.line.ref)
            continue
        effect = is_effect(c)
        deeds = (
            [s.text for s in c.speech.sentences[1:] if s.kind in ("action", "method", "detail")]
            if effect
            else c.speech.of("action", "method", "detail")
        )
        approach += said(*(s for s in deeds if s not in data and s not in price))
        results += said(*results_of(c)[:1]) if effect else said(*c.speech.of("result"))
    tools = tuple(dict.fromkeys(t for c in group for t in c.speech.tools))
    if tools:
        approach += said(
            f"I used {', '.join(tools[:-1]) + ' and ' if len(tools) > 1 else ''}{tools[-1]}."
        )
    proved = any(says_how_measured(c.line.text) for c in group)
    unproved = results and any(c.headline for c in group) and not proved
    measured: tuple[Part, ...] = (
        (*said("How I know:"), wording.blank("measured")) if unproved else ()
    )
    inputs = said(*data) or said(_amount(group))
    if not inputs and any(_ON_DATA.search(c.line.text) for c in group):
        inputs = (wording.blank("data"),)  # a tool or a class taught had no inputs to speak of
    return {
        "problem": draft(problem, () if lead.speech.goal else (wording.blank("problem"),)),
        "data": draft(inputs),
        "approach": draft(approach, said("What I weighed it against:"), (wording.blank("choice"),)),
        "results": draft(results or (wording.blank("result"),), measured),
        # What it was weighed against is asked above: its price is told there, if the line is mute.
        "trade_offs": draft(said(*price[:2])),
        "differently": draft((wording.blank("differently"),)),
    }


_AMOUNT = re.compile(
    r"\d[\d,.]*\s?(?:k|M|million|TB|GB)?(?: of)? (?:(?!of\b|in\b|on\b|and\b|to\b|with\b)[\w-]+ ){0,2}"
    r"(?:photos|images|tickets|titles|records|rows|events|transfers|recordings|documents|pages|PDFs|frames|clips|"
    r"samples|results|reviews|logs|messages|labels|articles|invoices|claims|scans|contracts|sentences|utterances|orders)\b(?!/)"
    r"(?: a (?:day|week|month|year))?"
)
"""Data with their size, as a line names them."""
_ON_DATA = re.compile(
    r"\b(?:data\w*|models?|train(?:ed|ing)|classif\w+|predict\w*|forecast\w*|regress\w+|neural|transformer|survey\w*|"
    r"analy[sz]\w+|stud(?:y|ies)|experiments?|dashboards?|reports?|labels?|logs|records|rows|evaluat\w+|retrieval|search)\b",
    re.I,
)
"""Words of lines whose work began with data."""
_FRAME = re.compile(r"\b(?:project|capstone|course(?:work)?|thesis|assignment|team of)\b", re.I)
"""Descriptions that say what a project was done for, and not what it is."""


def _amount(group: Sequence[Candidate]) -> str:
    """ "I had 22k labelled tickets to work with."; "" where no line names data and their size."""
    found = next((m for c in group if (m := _AMOUNT.search(c.line.text))), None)
    return f"I had {found.group()} to work with." if found else ""


def _sentences_with(group: Sequence[Candidate], cues: Sequence[str]) -> tuple[str, ...]:
    found = []
    for c in group:
        for s in c.speech.sentences:
            if (
                any(f" {cue.strip()}" in f" {s.text.rstrip('.')} " for cue in cues)
                and s.kind != "result"
            ):
                found.append(s.text)
    return tuple(dict.fromkeys(found))


def _questions(lead: Candidate, wording: Wording) -> tuple[str, ...]:
    """What every project is asked, in the order of a talk about it."""
    people = "alone" if lead.line.owner.startswith("projects") else "people"
    kinds = ("problem", "approach", "results", "simple", "failure", people, "next", "data")
    bank = wording.words.deep_dive
    return tuple(wording.variant(bank[kind], kind) for kind in kinds)

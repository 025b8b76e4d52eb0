"""What an interviewer asks after a story and about a project: what the line's x-ray did not ask."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from report_gen.coaching.digging import dig
from report_gen.coaching.dug_lines import dug_line
from report_gen.coaching.language.numbers import lacks_baseline
from report_gen.coaching.models import BulletXray, DeepDive, Story
from report_gen.coaching.project_names import project_of
from report_gen.coaching.story_lines import Candidate, missing_in
from report_gen.coaching.wording import name_work
from report_gen.taxonomy import Taxonomy

AFTER_A_STORY = 4
ABOUT_A_PROJECT = 8
MOST_OTHERS = 1
"""How many of a story's further lines are asked about."""
OF_THE_LINE = 5
"""How many of a project's questions are of its own line; the rest go through any project."""


def ask_after(
    stories: Sequence[Story], candidates: Sequence[Candidate], xray: Sequence[BulletXray],
    taxonomy: Taxonomy,
) -> tuple[Story, ...]:  # fmt: skip
    """The stories with their follow-ups: the likeliest question about the line, then such as
    the x-ray left out."""
    lines = {c.line.ref: c for c in candidates}
    read = {x.ref: x.invites for x in xray}
    spent: Counter[str] = Counter()
    out = []
    for story in stories:
        known = read.get(story.ref, ())
        others = [read[ref][0] for ref in story.lines if ref != story.ref and read.get(ref)]
        first = [*known[:1], *others[:MOST_OTHERS]]
        asked = _asked(lines[story.ref], taxonomy, spent, max(2, AFTER_A_STORY - len(first)), known)
        probes = dict.fromkeys([*first, *asked])  # neighbours may draw the same
        out.append(replace(story, probes=tuple(probes)))
    return tuple(out)


def ask_about(
    dives: Sequence[DeepDive], candidates: Sequence[Candidate], taxonomy: Taxonomy
) -> tuple[DeepDive, ...]:
    """The projects with eight questions each: of their own lines, then those every project meets."""
    lines = {c.line.ref: c for c in candidates}
    spent: Counter[str] = Counter()
    out = []
    for dive in dives:
        asked = _asked(lines[dive.ref], taxonomy, spent, OF_THE_LINE, dive.questions)
        general = dive.questions[: ABOUT_A_PROJECT - len(asked)]
        out.append(replace(dive, questions=(*general[:2], *asked, *general[2:])))
    return tuple(out)


def _asked(
    candidate: Candidate, taxonomy: Taxonomy, spent: Counter[str], most: int, but: Sequence[str]
) -> tuple[str, ...]:
    line, speech = candidate.line, candidate.speech
    name = name_work(
        speech.topic, speech.verb, speech.title, project_of(line), speech.opening,
        taxonomy.language_words, line.text,
    )  # fmt: skip
    silent = {"result": "outcome", "how_measured": "measured"}
    missing = [silent.get(m, m) for m in missing_in(candidate)]
    if not lacks_baseline(line.text):  # "86% accuracy" is a level and started nowhere
        missing = [m for m in missing if m != "baseline"]
    dug = dug_line(
        line.text, speech, taxonomy, ref=line.ref, name=name, metric=candidate.headline,
        missing=missing,
    )  # fmt: skip
    return dig(dug, taxonomy.digging, spent, most, but)

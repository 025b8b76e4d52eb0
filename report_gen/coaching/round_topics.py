"""What to review for a round: gaps, the posting's words, what is short of the bar; each with its reason."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from report_gen.coaching.case import BROAD, Case, has_any, names_degree, shorten, soft_lower
from report_gen.coaching.gap_context import rounds_for
from report_gen.coaching.gap_kinds import is_career, is_degree, is_public, is_tongue, is_years
from report_gen.coaching.gap_words import gap_label
from report_gen.coaching.ground import is_strange
from report_gen.coaching.held_round import STATED, HeldRound
from report_gen.coaching.models import Topic
from report_gen.coaching.nearest import OwnLines
from report_gen.coaching.own_words import filled
from report_gen.coaching.readiness import PEOPLE
from report_gen.coaching.round_list import rounds_of
from report_gen.coaching.scenes import is_foreign
from report_gen.coaching.stated_process import ALGORITHM_ROUNDS
from report_gen.coaching.steps import guide_of, only_wished, puzzle_free
from report_gen.coaching.wording import inner_marks
from report_gen.job.models import Requirement
from report_gen.taxonomy.interview import RoleRound, RoundGuide, RoundTopic

TOPICS, GAP_TOPICS = 7, 4
ENOUGH_TOPICS = 4
"""Topics of this job from which a round needs none of another field."""
FROM_POSTING = 2
"""Topics a round gets from words of the posting that no list of topics has."""
FULL, LIGHT, IN_PASSING = 8.0, 4.0, 0.2
"""Percent of the interviews from which what is missing counts in full, and below which a topic
that nobody named is worth no hour."""
METHODS = frozenset(
    ["classical_ml", "statistics", "mathematics", "deep_learning_topic", "vision", "nlp_speech", "genai_technique",
     "search_recsys", "experimentation", "model_compression", "responsible_ai_cat", "privacy", "streaming", "data_modelling"]
)  # fmt: skip
"""Categories of skills one is asked to explain; a tool is asked for by using it."""
NAMED = 2.0
"""Worth of a topic that a gap or the posting itself names."""
CLOSE = 0.9
"""Evidence this near to the bar is not called below it."""


Ranked = tuple[float, int, Topic]
"""Less for what is worth more, its place among equals, the topic."""


def topics(
    guide: RoundGuide, r: HeldRound, case: Case, lines: OwnLines, told: Collection[str] = ()
) -> tuple[tuple[Topic, ...], tuple[str, ...]]:
    """What to review for the round: gaps first, then the posting's words, then weak dimensions;
    and by name what else may come up. ``told``: names of topics an earlier round has; they are not
    given twice. Of a field that is not of this job nothing is given where enough else is."""
    ranked = [*_of_guide(guide, r, case), *_of_gaps(guide, r, case)]
    ranked += [(-NAMED, 50 + n, topic) for n, topic in enumerate(_from_posting(r, case))]
    ranked.sort(key=lambda item: item[:2])
    chosen: list[Topic] = []
    passing: list[Topic] = []
    seen = {name.lower() for name in told}
    for value, _, found in ranked:
        if found.name.lower() not in seen:
            seen.add(found.name.lower())
            (passing if -value <= IN_PASSING else chosen).append(found)
    if not chosen and r.sure == STATED:  # a stage that is held is prepared, whatever it weighs
        chosen, passing = passing, []
    if len(chosen) >= ENOUGH_TOPICS:
        passing = []
    first = [_on_own_line(t, guide, case, lines) for t in chosen[:TOPICS]]
    return tuple(first), tuple(t.name for t in (*chosen[TOPICS:], *passing))


def _of_guide(guide: RoundGuide, r: HeldRound, case: Case) -> list[Ranked]:
    ranked = []
    no_puzzles = puzzle_free(case)
    for n, topic in enumerate(guide.topics):
        if topic.roles and not case.is_for(topic.roles):
            continue  # a guide serves several roles
        if "data_structures" in topic.skills and no_puzzles and r.id not in ALGORITHM_ROUNDS:
            continue
        if is_foreign(topic.name, case):
            continue
        value, because = _worth(topic, case)
        if value < NAMED:
            stated = r.sure == STATED
            if topic.only_with_cue or not (stated or weighs(topic.dimension, case)):
                continue
            if topic.cues or is_strange(topic.skills, topic.dimension, case):
                value = IN_PASSING  # of a field this posting is not in
        name = filled(topic.name, case)
        ranked.append((-value, n, Topic(name=name, because=because, minutes=topic.minutes)))
    return ranked


def _of_gaps(guide: RoundGuide, r: HeldRound, case: Case) -> list[Ranked]:
    """The first gaps, each in the one round that asks for it most."""
    ranked = []
    for n, gap in enumerate(case.gaps[:GAP_TOPICS]):
        if is_degree(gap) or is_public(gap) or is_career(gap) or is_years(gap):
            continue
        if is_tongue(gap, case) or r.id == "recruiter_screen" or only_wished(gap, case):
            continue
        listed = any(set(gap.skills) & set(t.skills) for t in guide.topics)
        if rounds_for(gap, case)[:1] == (r.id,) and not listed:
            because = _gap_because(gap.id, case)
            name = capital(gap_label(gap, case))
            ranked.append((-(2.5 + gap.priority), n, Topic(name=name, because=because, minutes=60)))
    return ranked


def _from_posting(r: RoleRound, case: Case) -> list[Topic]:
    """What the posting names and no round has among its topics, in the round that first asks for
    knowledge of its kind."""
    return [topic for place, topic in case.once(_unlisted) if place == r.id][:FROM_POSTING]


def _unlisted(case: Case) -> list[tuple[str, Topic]]:
    guided = [(r, guide) for r in rounds_of(case) if (guide := guide_of(r.id, case))]
    rounds, guides = [r for r, _ in guided], [guide for _, guide in guided]
    skills = case.taxonomy.skills
    listed = {s for guide in guides for topic in guide.topics for s in topic.skills}
    listed |= {s for gap in case.gaps for s in gap.skills} | BROAD
    listed |= {s.family for s in skills.values()}  # a whole field is no topic of an hour
    listed.discard("")
    listed |= {skills[s].family for s in listed if s in skills and skills[s].family}
    found = []
    for requirement in case.job.requirements:
        if requirement.negated or names_degree(requirement.text, case.taxonomy):
            continue
        for s in requirement.skills:
            skill = skills.get(s)
            if skill is None or skill.parent not in METHODS or {s, skill.family} & listed:
                continue
            place = next(
                (
                    r.id
                    for r, guide in zip(rounds, guides, strict=True)
                    if skill.dimension in r.tests[:2]
                    and any(t.dimension == skill.dimension for t in guide.topics)
                    and not r.id.endswith(("_screen", "_talk"))
                ),
                None,
            )
            if place is not None:
                listed.add(s)
                because = f'The posting asks: "{inner_marks(shorten(requirement.text, 16))}"'
                found.append(
                    (
                        place,
                        Topic(
                            name=f"{capital(skill.name)}: what it is, when you would use it, where it fails",
                            because=because,
                            minutes=45,
                        ),
                    )
                )
    return found


def _on_own_line(topic: Topic, guide: RoundGuide, case: Case, lines: OwnLines) -> Topic:
    """The topic with an own line to try it on, where one shows it. Puzzles have none."""
    listed = next((t for t in guide.topics if filled(t.name, case) == topic.name), None)
    if listed is None:
        return replace(topic, ref=lines.speaking_of(topic.name))
    if listed.competency:
        return replace(topic, ref=lines.of(_stories_of(listed.competency, case)))
    if listed.dimension == "coding":
        return topic
    return replace(topic, ref=lines.nearest(listed.skills) or lines.speaking_of(topic.name))


def _stories_of(competency: str, case: Case) -> list[str]:
    """The lines behind the stories that serve a competency, the strongest first."""
    return [s.ref for s in case.stories if competency in s.competencies]


def weighs(dimension: str, case: Case) -> bool:
    """Whether interviews for this role and level test the dimension at all."""
    score = case.dimensions.get(dimension)
    return score is None or score.weight > 0


def _worth(topic: RoundTopic, case: Case) -> tuple[float, str]:
    for gap in case.gaps:
        if set(topic.skills) & set(gap.skills):
            return 3.0 + gap.priority, _gap_because(gap.id, case)
    for requirement, small in case.once(_of_no_degree):
        if not set(topic.skills).isdisjoint(requirement.skills) or has_any(small, topic.cues):
            return 2.0, f'The posting asks: "{inner_marks(shorten(requirement.text, 16))}"'
    score = case.dimensions.get(topic.dimension)
    if topic.dimension == PEOPLE and not topic.skills and not topic.competency:
        return 0.5, "Usual for this round"  # what one prepares whatever one has done
    if score is not None and score.weight and score.bar and score.score < CLOSE * score.bar:
        short = (1 - score.score / score.bar) * min(1.0, score.weight / FULL)
        return (
            1.0 + short if score.weight >= LIGHT else IN_PASSING,
            f"Below the bar on your resume: {_short(score.name)}",
        )
    light = score is not None and score.weight < LIGHT
    return IN_PASSING if light else 0.5, "Usual for this round"


def _of_no_degree(case: Case) -> list[tuple[Requirement, str]]:
    """The posting's lines that ask something else than a degree, with their text in lower case."""
    return [
        (r, r.text.lower())
        for r in case.job.requirements
        if not names_degree(r.text, case.taxonomy)
    ]


def _gap_because(gap_id: str, case: Case) -> str:
    gap = next(g for g in case.gaps if g.id == gap_id)
    return f"Gap: {gap_label(gap, case)}"


def _short(name: str) -> str:
    return soft_lower(name.split(" (")[0])


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]

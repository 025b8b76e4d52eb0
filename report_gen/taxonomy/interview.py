"""Interview knowledge as people write it: roles, companies, questions, rounds, designs, roadmap.

Read from ``roles/``, ``companies/``, ``questions/``, ``designs/``, ``expertise/`` (lists of entries), ``rounds.yaml``,
``failures.yaml`` (one list each), ``roadmap.yaml`` and ``scripts.yaml`` (documents). Texts are ours;
what a company does is a claim with its confidence, source and date.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any, Literal

from pydantic import Field, model_validator

from report_gen.taxonomy.entries import PackModel

Confidence = Literal["high", "medium", "low"]

LEVEL_STANDS_FOR = {
    "intern": "mid",
    "junior": "mid",
    "mid": "mid",
    "senior": "senior",
    "staff": "staff",
    "principal": "staff",
    "manager": "staff",
}
"""Role packs are written for mid, senior and staff; the other levels take the nearest of these."""


class RoleRound(PackModel):
    """A round of a role. Empty ``levels``: usual at every level. ``count``: "0-1", "2" ..."""

    id: str
    count: str = "1"
    minutes: str = "45-60"
    tests: tuple[str, ...]
    levels: tuple[str, ...] = ()
    note: str = ""
    only_if: tuple[str, ...] = ()
    """Companies this round is known from; elsewhere it is mentioned with low confidence."""
    named_by: tuple[str, ...] = ()
    """Words of a posting that make the round usual; without any of them it is one that may come."""
    takes: tuple[str, ...] = ()
    """Rounds of other roles whose questions are asked in this one."""
    within: str = ""
    """A round that tests nearly the same: where the posting does not state its stages, this one is
    prepared as part of it."""


class Choice(PackModel):
    """Which postings are interviewed by a pack rather than by that of the role they state."""

    in_place_of: tuple[str, ...] = Field(min_length=1)
    """Roles a posting states (``job.role``)."""
    professions: tuple[str, ...] = Field(min_length=1)
    """Professions of vocabulary/evidence.yaml, as the title names them."""
    by_title: float = Field(default=2.0, ge=0, le=20)
    """As how many lines of the posting the title counts; more where it leaves little doubt."""
    least_lines: int = Field(default=0, ge=0, le=20)
    """Lines of the posting that must have a sign of it, for the pack of a field inside a profession:
    where they do, and no fewer than speak of the wider pack alone, it goes before that."""


class Role(PackModel):
    """One profession: its rounds and what each dimension weighs (percent, sum 100 per level)."""

    id: str
    name: str
    one_line: str = ""
    title_variants: tuple[str, ...] = ()
    differs_from: dict[str, str] = Field(default_factory=dict)
    rounds: tuple[RoleRound, ...]
    weights: dict[str, dict[str, float]]
    weights_confidence: Confidence = "low"
    question_types: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    chosen_for: Choice | None = None
    """None: the pack of a role that postings state."""
    also: tuple[str, ...] = ()
    """Roles whose questions, designs, tasks and failures serve here as well."""
    signs: tuple[str, ...] = ()
    """Words of a posting's lines that speak of this work, where several packs could be meant; a
    trailing * leaves the end open."""

    @cached_property
    def served_by(self) -> frozenset[str]:
        """The ids of the roles whose material serves."""
        return frozenset((self.id, *self.also))

    @property
    def fails_as(self) -> frozenset[str]:
        """The ids of the roles whose ways to fail are this one's: its own and its nearest's."""
        return frozenset((self.id, *self.also[:1]))

    @model_validator(mode="before")
    @classmethod
    def _fill_levels(cls, raw: Any) -> Any:
        """Every level has weights: those not written take the nearest written one."""
        if not isinstance(raw, dict) or not isinstance(raw.get("weights"), dict):
            return raw
        given = raw["weights"]
        filled = dict(given)
        for level, like in LEVEL_STANDS_FOR.items():
            for source in (level, like, "senior", "mid", "staff"):
                if source in given:
                    filled[level] = given[source]
                    break
        return {**raw, "weights": filled}

    def weights_for(self, level: str | None) -> dict[str, float]:
        """The weights at a level; an unknown level counts as senior, the usual posting."""
        return self.weights.get(level or "senior", self.weights["senior"])

    def rounds_for(self, level: str | None) -> tuple[RoleRound, ...]:
        """The rounds usual at a level."""
        like = LEVEL_STANDS_FOR.get(level or "senior", "senior")
        return tuple(r for r in self.rounds if not r.levels or like in r.levels)


class SourcedText(PackModel):
    """One claim about a company. ``date``: the newest year its sources speak of, "" if undated."""

    text: str
    confidence: Confidence
    sources: tuple[str, ...] = ()
    date: str = ""
    roles: tuple[str, ...] = ()
    """Only for these roles; empty for all."""


class Stage(PackModel):
    """One stage of a company's process."""

    stage: str
    detail: str = ""
    count: str = ""
    minutes: str = ""
    confidence: Confidence
    sources: tuple[str, ...] = ()
    date: str = ""
    roles: tuple[str, ...] = ()


class Principle(PackModel):
    """A company value and the story it asks for; ``competency`` is one of the story competencies."""

    id: str
    name: str
    asks: str = ""


class Values(PackModel):
    name: str
    confidence: Confidence
    sources: tuple[str, ...] = ()
    date: str = ""
    note: str = ""
    items: tuple[Principle, ...] = ()
    items_confidence: Confidence | None = None


class Company(PackModel):
    """One company. ``emphasis_by_dimension`` multiplies a role's weights (1.0 = as usual; our
    estimate from the emphasis claims); ``problem_areas`` are what its teams work on."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    checked: str = ""
    summary: SourcedText
    emphasis_by_dimension: dict[str, float] = Field(default_factory=dict)
    tracks: tuple[SourcedText, ...] = ()
    process: tuple[Stage, ...] = ()
    duration: SourcedText | None = None
    role_notes: dict[str, SourcedText] = Field(default_factory=dict)
    emphasis: tuple[SourcedText, ...] = ()
    values: Values | None = None
    problem_areas: tuple[str, ...] = ()
    study: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    ask_the_recruiter: tuple[str, ...] = ()
    question_cues: tuple[str, ...] = ()
    """Ids of questions this company is reported to ask more often than others."""
    source_names: dict[str, str] = Field(default_factory=dict)


class Question(PackModel):
    """A question archetype in our words.

    ``rounds``: round ids in order of preference; the first one the role has is where it is asked.
    ``cues``: words of a job description that make it likely. ``family``: a design family's id.
    """

    id: str
    rounds: tuple[str, ...] = Field(min_length=1)
    dimensions: tuple[str, ...] = Field(min_length=1)
    skills: tuple[str, ...] = ()
    levels: tuple[str, ...] = ("mid", "senior", "staff")
    roles: tuple[str, ...] = Field(min_length=1)
    question: str = Field(min_length=10)
    follow_ups: tuple[str, ...] = ()
    strong_answer: str
    red_flags: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    companies: tuple[str, ...] = ()
    family: str = ""
    only_with_cue: bool = False
    """True: asked only where the JD or the resume speaks of it (a cue or a skill)."""


class RoadmapTask(PackModel):
    """One task of the menu. ``skills``: worth more when a gap is about one of them."""

    id: str
    phase: Literal["foundation", "deep_practice", "polish"]
    title: str
    hours: float = Field(gt=0, le=40)
    prerequisites: tuple[str, ...] = ()
    dimensions: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    rounds: tuple[str, ...] = ()
    done_when: str
    roles: tuple[str, ...] = ()
    resources: tuple[str, ...] = ()
    only_with_cue: tuple[str, ...] = ()
    kind: Literal["study", "practice", "build", "mock", "stories", "logistics"] = "study"
    must: int = 0
    """1: done in every plan however short; 2: next; 0: by its value per hour."""
    short_title: str = ""
    """How the task reads when only a part of it fits."""
    least_hours: float = 0
    """With at least this many hours the task is still worth doing; 0: all or nothing."""


class Phase(PackModel):
    id: Literal["foundation", "deep_practice", "polish"]
    name: str
    focus: str = ""


class Resource(PackModel):
    name: str
    kind: str = ""
    dimensions: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    use: str = ""


class Roadmap(PackModel):
    """roadmap.yaml: the menu of tasks, resources, and words for the days around the interview."""

    phases: tuple[Phase, ...] = ()
    tasks: tuple[RoadmapTask, ...] = ()
    resources: tuple[Resource, ...] = ()
    day_before: tuple[str, ...] = ()
    day_of: tuple[str, ...] = ()
    mindset: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()


class SessionItem(PackModel):
    minutes: int = Field(gt=0, le=60)
    title: str
    text: str


class Session(PackModel):
    """session.yaml: the coach's intake questions and the first hour. ``gaps`` by kind of gap,
    ``notes`` by code of a parser's note, ``risks`` by kind of red flag, ``case`` and ``changes``
    by name."""

    gaps: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)
    notes: Mapping[str, str] = Field(default_factory=dict)
    risks: Mapping[str, str] = Field(default_factory=dict)
    case: Mapping[str, str] = Field(default_factory=dict)
    changes: Mapping[str, str] = Field(default_factory=dict)
    session: tuple[SessionItem, ...] = ()
    consent: str = ""


class DesignConstraint(PackModel):
    """``cues``: words of a JD that imply it; a constraint with a cue in the JD comes first."""

    name: str
    why: str
    cues: tuple[str, ...] = ()
    always: bool = False


class DesignStep(PackModel):
    title: str
    points: tuple[str, ...] = Field(min_length=1)


class DesignFamily(PackModel):
    """A worked outline. Numbers in it are engineering common knowledge and say so."""

    id: str
    name: str
    title: str
    roles: tuple[str, ...] = Field(min_length=1)
    cues: tuple[str, ...] = ()
    weak_cues: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    """Words of which the posting must have one, whatever else it speaks of."""
    prompt: str
    sum: str = ""
    """The estimate to work through aloud before anything is drawn."""
    constraints: tuple[DesignConstraint, ...] = Field(min_length=2)
    steps: tuple[DesignStep, ...] = Field(min_length=4)
    metrics: tuple[str, ...] = Field(min_length=2)
    default_for: tuple[str, ...] = ()


class FailureMode(PackModel):
    """How candidates fail. Evidence in ``dimensions`` lowers the risk, its absence raises it."""

    id: str
    name: str
    roles: tuple[str, ...] = ()
    universal: bool = False
    does: str
    fails_because: str
    instead: str
    hold: str = ""
    """What to hold on to in the room itself, after a colon."""
    dimensions: tuple[str, ...] = ()
    lowers: tuple[str, ...] = ()
    """Phrases in resume lines that speak against the risk."""
    raises: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    """Phrases by which a line of ``lowers`` speaks of another thing: "semi-supervised" leads nobody."""
    measure: Literal["shortfall", "spread", "field"] = "shortfall"
    """What the risk is read from: distance to the bar, unevenness, or nearness of the field.
    In ``lowers`` {scale} and {business} stand for lines with a size or a business figure."""
    high: str
    medium: str
    low: str
    """One sentence on this person's risk at each level; no figures of its own."""


class RoundTopic(PackModel):
    """``competency``: one told by a story; the person's own for it is put beside the topic."""

    name: str
    competency: str = ""
    roles: tuple[str, ...] = ()
    dimension: str = ""
    skills: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    minutes: int = 60
    only_with_cue: bool = False
    """True: a topic of one field, for postings and gaps that speak of it."""


class RoundGuide(PackModel):
    """What a round tests, whatever the company. ``failure_modes``: ids, most typical first."""

    id: str
    name: str
    tested: tuple[str, ...]
    strong: tuple[str, ...] = ()
    failure: str = ""
    failure_modes: tuple[str, ...] = ()
    topics: tuple[RoundTopic, ...] = ()
    sheet: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    competencies: tuple[str, ...] = ()
    alone: bool = False
    """True: done without an interviewer, so that there is no mock of it with a person."""


class ScriptEntry(PackModel):
    """Words for gaps in one dimension or skill category; ``{topic}`` stands for the gap's name.

    ``reasoning``: what a person who has it would do, first person, no digits, no claim of having
    done it. ``deeper`` answers the first ``probe`` in the same voice; ``first_task`` answers a
    push-back with the first piece of work and how it would be judged.
    """

    reasoning: tuple[str, ...] = Field(min_length=2)
    deeper: tuple[str, ...] = ()
    first_task: tuple[str, ...] = ()
    question: tuple[str, ...] = ()
    probe: tuple[str, ...] = ()
    push_back: tuple[str, ...] = ()
    push_answer: tuple[str, ...] = ()
    """One for each of ``push_back``."""
    avoid: tuple[str, ...] = ()
    two_hours: str = ""
    two_days: str = ""
    two_weeks: str = ""
    deliverable: str = ""
    follow_ups: tuple[str, ...] = ()


class Expertise(ScriptEntry):
    """``expertise/``: one way of thinking, chosen by what a line of the posting asks.

    ``skills``: those it speaks for (each belongs to one entry). ``cues``: words of a posting that
    ask for it, in any inflection, ``*`` for up to three words between; they are asked before the
    skills. ``near``: words by which a resume shows it or work next to it: where a line has one,
    no script says that there is none. An entry has skills, cues or both. ``narrows``: skills with
    words of their own for which this entry stands in where its cues are said, and only for those
    ("language models" of DNA, inside a support desk).
    """

    id: str
    skills: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    narrows: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _is_found_by_something(self) -> Expertise:
        if not (self.skills or self.cues):
            raise ValueError("nothing chooses it. Give it skills, cues or both.")
        return self


class Form(ScriptEntry):
    """Wording for a gap no entry is about. ``verbs``: what the posting's line has one do, base
    forms; the form without any serves the rest."""

    verbs: tuple[str, ...] = ()


class Decider(ScriptEntry):
    """Wording for what other people build, to one of ``roles`` who decides on it: for gaps in one of
    ``dimensions`` whose line has nobody do it by hand (``by_hand``: base forms)."""

    roles: tuple[str, ...]
    dimensions: tuple[str, ...]
    by_hand: tuple[str, ...] = ()


class ScriptWords(PackModel):
    """scripts.yaml: wording by skill, skill category and dimension; the most specific one wins."""

    skills: dict[str, ScriptEntry] = Field(default_factory=dict)
    categories: dict[str, ScriptEntry] = Field(default_factory=dict)
    dimensions: dict[str, ScriptEntry] = Field(default_factory=dict)
    careers: dict[str, ScriptEntry] = Field(default_factory=dict)
    """For gaps of the career as a whole, by kind of gap (domain: another profession)."""
    loose_categories: tuple[str, ...] = ()
    """Skill categories whose members do not stand for one another: testing is no design review."""
    forms: tuple[Form, ...] = ()
    decider: Decider | None = None
    subjects: dict[str, Expertise] = Field(default_factory=dict)
    """The entries of ``expertise/`` with cues or near words, by id."""
    kinds: dict[str, dict[str, tuple[str, ...]]] = Field(default_factory=dict)

"""The words of vocabulary/evidence.yaml (overlays append to its lists).

Phrases are written as plain words in any inflection: the reader compares stems, so "mentoring"
also finds "mentored". A ``*`` stands for up to three words between.
"""

from __future__ import annotations

from pydantic import Field

from report_gen.taxonomy.entries import PackModel

Phrases = tuple[str, ...]


class Topic(PackModel):
    """Something a job may ask for that is no tool: a practice, a scope, a way to work.

    ``id`` may be the id of a skill: then the phrases are further wordings of that skill.
    ``words`` count on both sides, ``asks`` in job descriptions only, ``shows`` in resumes only
    (the deed behind the ask). ``near``: topics or skills that are partial evidence for it.
    ``manner``: it says how something is done (in production, at scale), not what.
    ``broad``: its words stand in many lines, so that finding them proves little.
    """

    id: str
    name: str
    dimension: str = ""
    words: Phrases = ()
    asks: Phrases = ()
    shows: Phrases = ()
    near: Phrases = ()
    members: Phrases = ()
    """Categories of skills (skills/*.yaml: parent) each of which speaks for the topic."""
    manner: bool = False
    soft: bool = False
    broad: bool = False


class Trait(PackModel):
    """A way to work that most deeds show a little of. ``terms``: what postings ask for; ``signs``:
    skills and topics whose lines show it; ``deeds``: any own deed is a sign of it, too."""

    id: str
    terms: Phrases
    signs: Phrases = ()
    deeds: bool = False


class Profession(PackModel):
    """A kind of job. ``titles``: phrases of its titles; ``role``: the nearest role pack.
    ``near``: how much of it another profession's practice carries over (0..1)."""

    id: str
    name: str
    role: str
    titles: Phrases
    fields: Phrases = ()
    near: dict[str, float] = Field(default_factory=dict)
    hands_on: bool = True


class WideField(PackModel):
    """Words for several families of subjects at once ("a quantitative field")."""

    words: Phrases
    families: Phrases


class StudyFields(PackModel):
    """Subjects one takes a degree in, as families of patterns. ``kin``: pairs of families that are
    near where "a related field" will do; ``related`` and ``any``: how a line says so."""

    families: dict[str, Phrases] = Field(default_factory=dict)
    wide: tuple[WideField, ...] = ()
    kin: tuple[tuple[str, str], ...] = ()
    related: Phrases = ()
    any: Phrases = ()


class TongueFamily(PackModel):
    """Words for any of several languages ("a Scandinavian language")."""

    words: Phrases
    members: Phrases


class Tongues(PackModel):
    """Languages people speak, as patterns. ``names``: the English name and how else it is written;
    ``levels``: 1 (A1) to 6 (C2) and 7 (native) with the words for each; ``asking``: what says that
    a language is asked for; ``plain``: words that say nothing besides."""

    names: dict[str, Phrases] = Field(default_factory=dict)
    families: tuple[TongueFamily, ...] = ()
    levels: dict[int, Phrases] = Field(default_factory=dict)
    asking: Phrases = ()
    plain: Phrases = ()


class VerbGroups(PackModel):
    """Verbs by what they say of the own part, strongest first (resume_patterns, section 4)."""

    ownership: Phrases = ()
    creation: Phrases = ()
    improvement: Phrases = ()
    analysis: Phrases = ()
    support: Phrases = ()


class EvidenceVocabulary(PackModel):
    """One field per key of vocabulary/evidence.yaml, each with a default."""

    verbs: VerbGroups = VerbGroups()
    weak_openers: Phrases = ()
    own_part: Phrases = ()
    production: Phrases = ()
    bounded: Phrases = ()
    real_use: Phrases = ()
    metric_words: dict[str, Phrases] = Field(default_factory=dict)
    scale_words: Phrases = ()
    people_words: Phrases = ()
    up_words: Phrases = ()
    down_words: Phrases = ()
    share_words: Phrases = ()
    plain_words: Phrases = ()
    substitutes: Phrases = ()
    examples: Phrases = ()
    optional: Phrases = ()
    waived: Phrases = ()
    bounded_titles: Phrases = ()
    minor_publications: Phrases = ()
    level_titles: dict[str, Phrases] = Field(default_factory=dict)
    level_scope: dict[str, Phrases] = Field(default_factory=dict)
    study_fields: StudyFields = StudyFields()
    tongues: Tongues = Tongues()
    heads: Phrases = ()
    """Head nouns of titles: "Product Manager, ML Platform" is a manager."""
    broad_skills: Phrases = ()
    """Skills whose words stand in many lines, so that finding them proves little."""
    leading: Phrases = ()
    """Skills and topics that show leadership, of which some stand in a leadership line."""
    cues: dict[str, Phrases] = Field(default_factory=dict)
    """Per skill or topic, words that point to it without naming it: two in a line say it."""
    signs: dict[str, Phrases] = Field(default_factory=dict)
    """Per skill or topic, words so telling that one of them says as much as two cues."""
    traits: tuple[Trait, ...] = ()
    people_nouns: Phrases = ()
    """Kinds of people and departments: "with design and sales" names who, not what."""
    on_models: Phrases = ()
    """Skills, topics and dimensions that make a researcher's line one on machine learning."""
    everybodys_fields: Phrases = ()
    """Fields of business so wide that a posting that speaks of them names no field."""
    theory_categories: Phrases = ()
    """Categories of skills that are theory; a library that was used is none."""
    sinks: Phrases = ()
    """Phrases whose words must not be read apart: a data model is no trained model."""
    other_senses: Phrases = ()
    """Phrases with a word of ours in another sense; only a field of business is heard in them."""
    addressed: Phrases = ()
    """Openings of sentences that speak to a reader or a program; what follows is no evidence."""
    topics: tuple[Topic, ...] = ()
    professions: tuple[Profession, ...] = ()

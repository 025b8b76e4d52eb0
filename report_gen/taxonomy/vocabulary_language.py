"""The words of vocabulary/language.yaml (overlays append to its lists)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from pydantic import AfterValidator, Field

from report_gen.taxonomy.entries import PackModel


class _WordList(tuple[str, ...]):
    """Words in the order of the packs; whether one is among them is told without going through all."""

    _known: frozenset[str]

    def __new__(cls, words: Iterable[str]) -> _WordList:
        made = super().__new__(cls, words)
        made._known = frozenset(made)
        return made

    def __contains__(self, word: object) -> bool:
        return word in self._known


Words = Annotated[tuple[str, ...], AfterValidator(_WordList)]


class BlankPrompt(PackModel):
    """A blank's text in the draft, and the question that fills it.

    ``example`` is what another person wrote. ``number``: the answer should hold a figure.
    ``{it}`` stands for the line's own noun, ``{this}`` for the same where it is short.
    """

    label: str
    question: str
    why: str
    example: str
    number: bool = False
    least_words: int = 4
    deed: str = ""
    """The kind of deed (``deed_kinds``) this prompt is for; "" serves all."""
    lead: Words = ()
    """Sentences with {blank} in them that fit this prompt better than the slot's own."""


class StoryWords(PackModel):
    """Variants for the joints of a story; ``{...}`` slots are filled from the resume."""

    at_employer: Words = ()
    at_employer_current: Words = ()
    at_employer_undated: Words = ()
    in_project: Words = ()
    as_volunteer: Words = ()
    as_volunteer_current: Words = ()
    summary_quote: Words = ()
    related: Words = ()
    """Joins what another line tells of the same piece of work: {deed}."""
    tie: Words = ()
    """Ends a story at the line of the posting it answers."""
    tools: Words = ()
    task_from_context: Words = ()
    task_blank: Words = ()
    choice_blank: Words = ()
    hard_blank: Words = ()
    how_blank: Words = ()
    """What was done, where the line tells the effect alone."""
    own_part_blank: Words = ()
    result_blank: Words = ()
    baseline_blank: Words = ()
    measured_blank: Words = ()
    lesson_blank: Words = ()
    quote_opening: Words = ()


class IntroductionWords(PackModel):
    """Sentences of "Tell me about yourself"; ``{...}`` slots are filled from resume and posting."""

    asked: str = ""
    now: str = ""
    now_undated: str = ""
    now_alone: str = ""
    now_studying: str = ""
    was: str = ""
    was_undated: str = ""
    studied: str = ""
    studied_undated: str = ""
    studying: str = ""
    course: str = ""
    course_undated: str = ""
    began: str = ""
    went_on: str = ""
    rose: str = ""
    beside: str = ""
    interned: str = ""
    changed: str = ""
    away: str = ""
    between: str = ""
    proof: str = ""
    proofs: str = ""
    at_place: str = ""
    at_same: str = ""
    in_project: str = ""
    in_own: str = ""
    why: str = ""
    choose: str = ""
    follow_ups: Words = ()
    leave_out: Words = ()
    advice: Words = ()


class Competency(PackModel):
    """A behavioural competency. ``cues``: phrases in any inflection that show it in a line;
    ``principle_words``: word beginnings by which a company's principle is recognised;
    ``prompt`` finds a story where there is none; ``lesson``: what its reflection is about."""

    id: str
    name: str
    questions: Words
    change_questions: Words = ()
    """Asked where the line tells a before and an after."""
    cues: Words
    principle_words: Words = ()
    prompt: str
    lesson: str = ""


class LanguageVocabulary(PackModel):
    """One field per key of vocabulary/language.yaml, each with a default.

    ``irregular_verbs``: base form -> [past, participle]; everything else is inflected by rule.
    """

    irregular_verbs: dict[str, tuple[str, str]] = Field(default={})
    verbs: Words = ()
    doubling: Words = ()
    noun_verbs: Words = ()
    """Base forms that are nouns as well: a verb only before a determiner, a number or a list."""
    duty_verbs: Words = ()
    """Verbs that are nouns as well and open a duty before a word of ``describing``."""
    describing: Words = ()
    """Words that only say what something is like: no noun makes one thing with them."""
    past_nouns: Words = ()
    """Past forms that are nouns or adjectives as well ("led" is not, "cut" and "set" are)."""
    making_verbs: Words = ()
    """Their object is the work itself: "the rota tool" and not "the work on waiting times"."""
    deed_nouns: dict[str, str] = Field(default={})
    """Verbs whose deed has a noun: migrate -> "migration of"."""
    nominal_deeds: dict[str, str] = Field(default={})
    """Nouns that hide a deed -> its verb: development -> develop, collaboration -> "collaborate with"."""
    adjectives: Words = ()
    """Participles that begin noun phrases: "Certified accounting software"."""
    two_word_verbs: Words = ()
    change_verbs: Words = ()
    result_verbs: Words = ()
    active_verbs: Words = ()
    """Verbs without a passive: ", worked with sales" is still the candidate."""
    no_goal_verbs: Words = ()
    states: Words = ()
    passive_openers: Words = ()
    workplaces: Words = ()
    """What one works at, and not for: "Head chef at a bistro"."""
    third_duties: Words = ()
    """Verbs that are nouns as well, and open lines in the third person: "Reviews contracts"."""
    third_with: dict[str, Words] = Field(default={})
    """The same before a preposition of their own: partner -> with."""
    third_off: Words = ()
    """The same before "off", "up", "out": "signs off releases"."""
    passive_deeds: Words = ()
    """Verbs of making and finding out: "a method was developed" tells the writer's own deed."""
    passive_care: Words = ()
    """The same with people: "two students are supervised"."""
    role_nouns: Words = ()
    own_steps: Words = ()
    """Nouns of steps one takes oneself: "after a trial", as against "after an outage"."""
    adoption_nouns: Words = ()
    adverbs: Words = ()
    plain: dict[str, str] = Field(default={})
    """Resume-speak -> what a person says; past forms, lower case."""
    expansions: dict[str, str] = Field(default={})
    abbreviations: Words = ()
    tool_labels: Words = ()
    result_labels: Words = ()
    plain_labels: Words = ()
    trait_labels: Words = ()
    """Last words of labels that name a quality: "Cross-team collaboration: worked with ..."."""
    level_words: Words = ()
    """How well something is known: "Fluent: ..."."""
    work_labels: Words = ()
    """Labels before a title: "Thesis: ..."."""
    count_nouns: Words = ()
    own_things: Words = ()
    noun_pairs: Words = ()
    """Nouns that want an article when they stand alone: "joint project"."""
    duty_nouns: Words = ()
    """Nouns of what one does again and again: "My work included code reviews"."""
    context_openers: Words = ()
    metric_nouns: Words = ()
    blanks: dict[str, BlankPrompt] = Field(default={})
    introduction: IntroductionWords = IntroductionWords()
    story: StoryWords = StoryWords()
    deep_dive: dict[str, Words] = Field(default={})
    strength: dict[str, str] = Field(default={})
    competencies: tuple[Competency, ...] = ()
    vague: Words = Field(default=())
    """Answers that say nothing: "a lot", "better", "various"."""
    denials: Words = Field(default=())
    """Patterns of what denies own work ("I have not", "nothing of mine"): such a sentence in
    candidate voice stands only where no line of the resume refutes it."""

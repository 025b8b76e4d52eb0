"""The words of vocabulary/job.yaml (overlays append to its lists)."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from report_gen.taxonomy.entries import PackModel, Patterns

Section = Literal[
    "duties",
    "must",
    "nice",
    "stack",
    "company",
    "team",
    "role",
    "benefits",
    "pay",
    "process",
    "legal",
    "refusal",
    "metadata",
]
"""The kinds of section a posting has."""


class AskWords(PackModel):
    """How a sentence says that something is asked, wished for, or not needed."""

    duty: Patterns = ()
    not_duty: Patterns = ()
    must: Patterns = ()
    not_must: Patterns = ()
    nice: Patterns = ()
    cancel: Patterns = ()
    invitation: Patterns = ()
    prompt_like: Patterns = ()
    definition: Patterns = ()


class MoodWords(PackModel):
    """What a heading in words of its own says by its grammar, unless it also says something else."""

    section: Section
    words: Patterns = ()
    unless: Patterns = ()


class TitleWords(PackModel):
    """What makes a line a job title, what labels it, what is stripped from it. ``field_nouns``:
    those of the nouns that name a field or department as well as a job."""

    nouns: Patterns = ()
    field_nouns: Patterns = ()
    labels: Patterns = ()
    gender_tags: Patterns = ()
    employment: Patterns = ()
    noise: Patterns = ()


class RoleWords(PackModel):
    role: Literal["mle", "swe", "ds", "de", "pm", "tpm"]
    words: Patterns = ()


class LevelWords(PackModel):
    level: Literal["intern", "junior", "mid", "senior", "staff", "principal", "manager"]
    words: Patterns = ()


class YearsLevel(PackModel):
    years: float
    level: str


class CompanyWords(PackModel):
    labels: Patterns = ()
    not_names: tuple[str, ...] = ()
    suffixes: Patterns = ()
    agency: Patterns = ()
    also_products: tuple[str, ...] = ()


class PlaceWords(PackModel):
    labels: Patterns = ()
    icons: Patterns = ()
    state_codes: tuple[str, ...] = ()
    countries: Patterns = ()
    states: Patterns = ()
    cities: Patterns = ()


class RemoteWords(PackModel):
    hybrid: Patterns = ()
    remote: Patterns = ()
    onsite: Patterns = ()
    not_mode: Patterns = ()


class PayWords(PackModel):
    near: Patterns = ()
    away: Patterns = ()
    currencies: dict[str, str] = Field(default_factory=dict)
    home_currency: dict[str, str] = Field(default_factory=dict)
    year: Patterns = ()
    hour: Patterns = ()
    month: Patterns = ()
    other_period: Patterns = ()


class DegreeWords(PackModel):
    """Names of degrees by level, highest first. ``generic``: of no said level. ``beside``: ways in
    that are one only beside a degree (a bootcamp)."""

    phd: Patterns = ()
    master: Patterns = ()
    postgraduate: Patterns = ()
    bachelor: Patterns = ()
    associate: Patterns = ()
    vocational: Patterns = ()
    beside: Patterns = ()
    school: Patterns = ()
    traps: Patterns = ()
    equivalent: Patterns = ()
    none: Patterns = ()
    generic: Patterns = ()


class DimensionCues(PackModel):
    """``strong``: one hit names the dimension; ``weak``: needs company."""

    strong: Patterns = ()
    weak: Patterns = ()


class AsideWords(PackModel):
    """Lines among what is asked that ask nothing. ``arriving``: what one does in the first days;
    ``given``: what one is given then; ``remarks``: jokes and small talk; ``daily``: words of an office's
    day that make a line a remark where nothing else speaks of them; ``years``: asks all the same."""

    arriving: Patterns = ()
    given: Patterns = ()
    remarks: Patterns = ()
    daily: Patterns = ()
    years: Patterns = ()


class ApplyingWords(PackModel):
    """What a posting tells its reader to send or do. ``verbs`` begin such a sentence, behind
    ``leads``; ``things`` are particular to this posting; ``papers`` begin what is told of them;
    ``signs`` stand in what is about applying."""

    leads: Patterns = ()
    signs: Patterns = ()
    verbs: Patterns = ()
    things: Patterns = ()
    papers: Patterns = ()


class ConditionWords(PackModel):
    """``cues``: wordings of a condition; ``agreed``: those of them that one agrees to with the
    contract and is never asked about; ``skills``: those a line of conditions may name;
    ``attitudes``: openings that ask how one feels about a thing: the thing may be any field of
    business, and nobody's resume shows a feeling."""

    cues: Patterns = ()
    agreed: Patterns = ()
    attitudes: Patterns = ()
    unless: Patterns = ()
    skills: tuple[str, ...] = ()


class JobVocabulary(PackModel):
    """One field per key of vocabulary/job.yaml, each with a default."""

    headings: dict[Section, Patterns] = Field(default_factory=dict)
    heading_stems: dict[Section, Patterns] = Field(default_factory=dict)
    heading_moods: tuple[MoodWords, ...] = ()
    lead_ins: dict[Section, Patterns] = Field(default_factory=dict)
    asks: AskWords = AskWords()
    duty_verbs: tuple[str, ...] = ()
    ignore_strong: dict[str, Patterns] = Field(default_factory=dict)
    ignore_weak: dict[str, Patterns] = Field(default_factory=dict)
    title: TitleWords = TitleWords()
    roles: tuple[RoleWords, ...] = ()
    levels: tuple[LevelWords, ...] = ()
    fact_labels: Patterns = ()
    level_labels: Patterns = ()
    level_untrusted: Patterns = ()
    level_body: dict[str, Patterns] = Field(default_factory=dict)
    level_by_years: tuple[YearsLevel, ...] = ()
    company: CompanyWords = CompanyWords()
    location: PlaceWords = PlaceWords()
    remote: RemoteWords = RemoteWords()
    pay: PayWords = PayWords()
    numbers: dict[str, float] = Field(default_factory=dict)
    year_words: Patterns = ()
    years_trap: Patterns = ()
    years_trap_before: Patterns = ()
    degree: DegreeWords = DegreeWords()
    visa: dict[Literal["no", "yes"], Patterns] = Field(default_factory=dict)
    clearance: Patterns = ()
    dimension_cues: dict[str, DimensionCues] = Field(default_factory=dict)
    role_dimensions: dict[str, dict[str, Patterns]] = Field(default_factory=dict)
    degree_dimension: str = ""
    no_dimension: Patterns = ()
    conditions: ConditionWords = ConditionWords()
    asides: AsideWords = AsideWords()
    applying: ApplyingWords = ApplyingWords()
    languages: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    resume_headings: Patterns = ()
    job_signals: Patterns = ()

"""What the data packs become: skills, dimensions, words and interview knowledge in one object.

``Taxonomy`` is handed to every stage and is never changed. Entries people write in YAML are
validated by pydantic models (``entries.py``, ``vocabulary_*.py``, ``interview.py``); what the
stages touch in hot loops are the frozen dataclasses below.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from report_gen.taxonomy.vectors import NO_VECTORS, WordVectors

if TYPE_CHECKING:
    from report_gen.taxonomy.employers import Employer, StepKind
    from report_gen.taxonomy.finder import SkillFinder
    from report_gen.taxonomy.interview import (
        Company,
        DesignFamily,
        FailureMode,
        Question,
        Role,
        RoundGuide,
    )
    from report_gen.taxonomy.kindred_entries import Kindred
    from report_gen.taxonomy.probe_entries import Probe
    from report_gen.taxonomy.scenes import Scene
    from report_gen.taxonomy.turn_entries import Turn
    from report_gen.taxonomy.vocabulary_evidence import EvidenceVocabulary
    from report_gen.taxonomy.vocabulary_job import JobVocabulary
    from report_gen.taxonomy.vocabulary_language import LanguageVocabulary
    from report_gen.taxonomy.vocabulary_resume import ResumeVocabulary

Relation = Literal["same", "child", "parent", "adjacent", ""]

LEVELS = ("mentioned", "applied", "owned_in_production", "owned_with_measured_impact")
"""Names of the evidence levels 1..4 (0 is no evidence)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceWords:
    """Words that speak for one evidence level of a dimension."""

    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    metrics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dimension:
    """One thing interviewers score. ``evidence`` is keyed by the names in ``LEVELS``.

    ``core`` is True for the eleven every role has, False for those role packs add.
    """

    id: str
    name: str
    short: str = ""
    interviewers_test: tuple[str, ...] = ()
    strong_looks_like: tuple[str, ...] = ()
    failure_signals: tuple[str, ...] = ()
    evidence: Mapping[str, EvidenceWords] = field(default_factory=dict)
    typical_rounds: tuple[str, ...] = ()
    core: bool = True
    categories: tuple[str, ...] = ()
    """Categories of skills that speak for it beside the skills' own dimension."""
    studied: tuple[str, ...] = ()
    """Words of a degree's field by which it was studied."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelScope:
    """How far a story must reach to count for a level, and the words that show it."""

    scope: str
    signals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Examples:
    """Sentences in which the skill is found (``yes``) and is not (``no``)."""

    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill:
    """A named skill or concept.

    ``parent`` is the category (a bare word such as ``ml_framework``), ``family`` the id of the
    broader skill ("" for none): a member is weaker evidence for its family, never for its
    siblings. ``kind``: specialised, common (soft skills, collaboration), certification, domain,
    credential or language (spoken). ``ambiguous``: the bare name needs one of ``context_cues`` near it.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    dimension: str
    parent: str
    family: str = ""
    related: tuple[str, ...] = ()
    kind: str = "specialised"
    ambiguous: bool = False
    ambiguous_aliases: tuple[str, ...] = ()
    case_sensitive: bool = False
    context_cues: tuple[str, ...] = ()
    negative_cues: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    examples: Examples = Examples()


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillMention:
    """A skill found in a text: ``text[start:end]`` is what was read as the skill."""

    id: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, weakref_slot=True)
class Taxonomy:
    """All data packs, overlays applied. Build it with ``load_taxonomy`` only.

    ``digest`` is stable for the same pack contents, wherever the folders lie. Compared and hashed
    by identity, so that it can be a key of a cache.
    """

    digest: str
    dimensions: Mapping[str, Dimension]
    metric_types: Mapping[str, tuple[str, ...]]
    level_scope: Mapping[str, LevelScope]
    skills: Mapping[str, Skill]
    categories: Mapping[str, str]
    finder: SkillFinder
    resume_words: ResumeVocabulary
    job_words: JobVocabulary
    evidence_words: EvidenceVocabulary
    language_words: LanguageVocabulary
    # From taxonomy/interview.py:
    roles: Mapping[str, Role] = field(default_factory=dict)
    companies: Mapping[str, Company] = field(default_factory=dict)
    questions: Mapping[str, Question] = field(default_factory=dict)
    roadmap: Any = None  # interview.Roadmap
    designs: Mapping[str, DesignFamily] = field(default_factory=dict)
    failures: Mapping[str, FailureMode] = field(default_factory=dict)
    rounds: Mapping[str, RoundGuide] = field(default_factory=dict)
    probes: Mapping[str, Probe] = field(default_factory=dict)
    scenes: Mapping[str, Scene] = field(default_factory=dict)
    turns: Mapping[str, Turn] = field(default_factory=dict)
    kindred: Mapping[str, Kindred] = field(default_factory=dict)
    employers: Mapping[str, Employer] = field(default_factory=dict)
    steps: Mapping[str, StepKind] = field(default_factory=dict)
    digging: Any = None  # digging_entries.Digging
    scripts: Any = None  # interview.ScriptWords
    session: Any = None  # interview.Session
    vectors: WordVectors = NO_VECTORS

    def skill_id(self, name: str) -> str | None:
        """The id of a skill by its id, name or alias, spelling variants included."""
        return self.finder.skill_id(name)

    def find_skills(
        self, text: str, listed: bool = False, context: str = ""
    ) -> tuple[SkillMention, ...]:
        """Skills named in ``text``, in order of their place, the longest match first.

        ``listed``: the text is a list of skills, so that bare names such as Go, R or C count.
        ``context``: neighbouring text (heading, other lines) searched for context cues only.
        A wish or a negation ("no experience with ...") is not looked at here.
        """
        return self.finder.find(text, listed, context)

    def relation(self, a: str, b: str) -> Relation:
        """How skill ``a`` speaks for skill ``b``.

        ``child``: a is a member of b's family (a speaks for b, weaker). ``parent``: b is a
        member of a's family. ``adjacent``: near substitutes. Unknown ids give "".
        """
        return self.finder.relation(a, b)

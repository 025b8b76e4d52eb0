"""skills/*.yaml and dimensions.yaml as people write them, and the checks across entries."""

from __future__ import annotations

from pydantic import Field

from report_gen.taxonomy.entries import PackModel
from report_gen.taxonomy.models import Dimension, EvidenceWords, Examples, LevelScope, Skill


class ExamplesEntry(PackModel):
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


class SkillEntry(PackModel):
    """One skill in skills/<family>.yaml (README, "Skills")."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    name: str = Field(min_length=1)
    aliases: tuple[str, ...] = ()
    dimension: str
    parent: str
    family: str = ""
    related: tuple[str, ...] = ()
    kind: str = Field(
        default="specialised",
        pattern="^(specialised|common|certification|domain|credential|language)$",
    )
    ambiguous: tuple[str, ...] = ()
    case_sensitive: bool = False
    context_cues: tuple[str, ...] = ()
    negative_cues: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    examples: ExamplesEntry = ExamplesEntry()

    def to_skill(self) -> Skill:
        return Skill(
            id=self.id,
            name=self.name,
            aliases=self.aliases,
            dimension=self.dimension,
            parent=self.parent,
            family=self.family,
            related=self.related,
            kind=self.kind,
            ambiguous=bool(self.ambiguous),
            ambiguous_aliases=self.ambiguous,
            case_sensitive=self.case_sensitive,
            context_cues=self.context_cues,
            negative_cues=self.negative_cues,
            patterns=self.patterns,
            examples=Examples(yes=self.examples.yes, no=self.examples.no),
        )


class EvidenceEntry(PackModel):
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    metrics: tuple[str, ...] = ()


class DimensionEntry(PackModel):
    """One dimension in dimensions.yaml."""

    id: str
    name: str
    short: str = ""
    interviewers_test: tuple[str, ...] = ()
    strong_looks_like: tuple[str, ...] = ()
    failure_signals: tuple[str, ...] = ()
    evidence: dict[str, EvidenceEntry] = Field(default_factory=dict)
    typical_rounds: tuple[str, ...] = ()
    core: bool = True
    categories: tuple[str, ...] = ()
    studied: tuple[str, ...] = ()

    def to_dimension(self) -> Dimension:
        fields = {
            name: getattr(self, name) for name in type(self).model_fields if name != "evidence"
        }
        words = {
            level: EvidenceWords(verbs=e.verbs, nouns=e.nouns, metrics=e.metrics)
            for level, e in self.evidence.items()
        }
        return Dimension(**fields, evidence=words)


class LevelScopeEntry(PackModel):
    scope: str
    signals: tuple[str, ...] = ()

    def to_scope(self) -> LevelScope:
        return LevelScope(scope=self.scope, signals=self.signals)


class DimensionsDocument(PackModel):
    """dimensions.yaml: the dimensions, metric words by type, level scope, skill categories."""

    dimensions: tuple[DimensionEntry, ...] = ()
    metric_types: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    level_scope: dict[str, LevelScopeEntry] = Field(default_factory=dict)
    categories: dict[str, str] = Field(default_factory=dict)

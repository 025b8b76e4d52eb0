"""What every chapter builder needs: the analysis, the packs, and names for ids."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from report_gen.analysis import Analysis
from report_gen.coaching.models import InterviewQuestion, Round, Story
from report_gen.coaching.short_form import first_clause
from report_gen.job.models import Requirement
from report_gen.matching.models import LineReading, RequirementMatch
from report_gen.report.citing import Citer
from report_gen.report.words import capital, clip
from report_gen.scoring.models import Gap
from report_gen.taxonomy import Taxonomy

PARTS = {
    "front": "",
    "I": "Where you stand",
    "II": "Your resume through the interviewer's eyes",
    "III": "Gap scripts",
    "IV": "Your stories",
    "V": "The interview, round by round",
    "VI": "Project deep dives",
    "VII": "Your plan",
    "A": "Appendix",
}
BANDS = {
    "stretch": "a stretch today",
    "possible": "possible, with work",
    "good": "a good match",
    "strong": "a strong match",
}
QUOTED = 4
"""Lines that a requirement's page quotes as its evidence."""
LEVELS = (
    "no evidence",
    "mentioned",
    "applied",
    "owned in production",
    "owned with measured impact",
)
KINDS = {"required": "must have", "preferred": "nice to have", "responsibility": "the work itself"}
STATUS = {"met": "met", "partial": "partly met", "missing": "missing"}
GAP_KINDS = {
    "absent": "not named",
    "adjacent": "comes near",
    "listed_not_shown": "listed, not shown",
    "stale": "some time ago",
    "fewer_years": "fewer years than asked",
    "level": "a level above",
    "domain": "another field",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    analysis: Analysis
    taxonomy: Taxonomy
    edition: str
    cite: Citer
    requirements: Mapping[str, Requirement] = field(default_factory=dict)
    matches: Mapping[str, RequirementMatch] = field(default_factory=dict)
    conditions: tuple[Requirement, ...] = ()
    """Lines of the posting that are no part of ``matches``: nothing about them is scored."""
    lines: Mapping[str, LineReading] = field(default_factory=dict)
    gaps: tuple[Gap, ...] = ()
    stories: tuple[Story, ...] = ()
    rounds: tuple[Round, ...] = ()
    questions: Mapping[str, InterviewQuestion] = field(default_factory=dict)

    @property
    def company(self) -> str:
        """The employer's name, or words that stand for it inside a sentence."""
        return self.analysis.job.company or "this company"

    def skill(self, id: str) -> str:
        """The printed name of a taxonomy skill."""
        skill = self.taxonomy.skills.get(id)
        return skill.name if skill is not None else plain_name(id)

    def skills(self, ids: Iterable[str]) -> list[str]:
        return [self.skill(id) for id in dict.fromkeys(ids)]

    def dimension(self, id: str) -> str:
        score = self.analysis.assessment.dimensions.get(id)
        if score is not None and score.name:
            return score.name
        found = self.taxonomy.dimensions.get(id)
        return found.name if found is not None else plain_name(id)

    def dimension_label(self, id: str) -> str:
        """A name short enough for an axis."""
        found = self.taxonomy.dimensions.get(id)
        return (found.short if found is not None else "") or self.dimension(id)

    def story_number(self, id: str) -> int:
        """1, 2, ... in the order they are printed; 0 if the story is not."""
        return next((n for n, s in enumerate(self.stories, 1) if s.id == id), 0)

    def story_of(self, ref: str) -> Story | None:
        """The printed story drafted from that line, else one that tells it; None if there is none."""
        own = next((s for s in self.stories if s.ref == ref), None)
        return own or next((s for s in self.stories if ref in s.lines), None)

    def own(self, ref: str) -> dict[str, Any]:
        """A line in few words, with its place; {} for none."""
        found = self.cite.quote(ref) if ref else {}
        if not found.get("text"):
            return {}
        href = f"req-{ref}" if ref in self.requirements else found["href"]
        return {**found, "text": clip(first_clause(self.cite.text(ref)), 120), "href": href}

    def named(self, refs: Iterable[str]) -> list[dict[str, Any]]:
        """Several lines in few words each, those that lead somewhere, each once."""
        return [own for ref in dict.fromkeys(refs) if (own := self.own(ref))]

    def gap_of(self, requirement: str) -> Gap | None:
        """The printed gap that stands behind a requirement, if there is one."""
        return next((g for g in self.gaps if requirement in g.requirements), None)


def plain_name(id: str) -> str:
    """An id as words: ``ml_system_design`` -> ``ML system design``."""
    words = [_UPPER.get(word, word) for word in id.replace("-", "_").split("_")]
    return capital(" ".join(words))


_UPPER = {
    w: w.upper()
    for w in ["ml", "ai", "nlp", "llm", "sql", "api", "ab", "gpu", "ci", "cd", "etl", "sre", "ux"]
} | {
    "genai": "GenAI",
    "mlops": "MLOps",
}

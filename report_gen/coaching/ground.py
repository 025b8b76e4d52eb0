"""Whether what would be asked belongs to a field or technique this interview is not about."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from report_gen.coaching.case import BROAD, Case
from report_gen.taxonomy import Taxonomy

LIGHT = 4.0
"""Percent of a role's interviews below which a competency is asked about only where it is named."""
OF_ONE_FIELD = frozenset(
    ["vision", "nlp_speech", "search_recsys", "robotics", "genai_technique", "llm_model", "llm_serving", "llm_tool",
     "vector_db", "model_compression", "gpu_hpc", "edge", "inference_runtime", "training_systems", "streaming",
     "experimentation", "mobile", "frontend", "privacy", "responsible_ai_cat", "deep_learning_topic", "ml_framework"]
)  # fmt: skip
"""Categories of skills that are asked about where the work is of their field, and not of everybody."""
_NETWORKS = frozenset(
    ["deep_learning_topic", "ml_framework", "training_systems", "vision", "nlp_speech"]
)
"""Categories whose skills of deep learning speak for its common ground: who names one is asked it."""


def is_strange(skills: Sequence[str], dimension: str, case: Case) -> bool:
    """Whether ``skills`` are of a field or technique that neither the posting, its title nor the
    resume speaks of. What is no matter of a single field is never strange."""
    about = [s for s in skills if s in case.taxonomy.skills and s not in BROAD]
    if not skills:
        return _is_no_part(dimension, case)
    fields = [s for s in about if _of_one_field(s, dimension, case)]
    if not fields or fields[0] != about[0]:  # what it is about is named first
        return False
    return not any({s, *_kin(s, case.taxonomy)} & case.once(_spoken_of) for s in fields)


def _is_no_part(dimension: str, case: Case) -> bool:
    """Whether interviews for the role hardly test a competency that no line of the posting asks for."""
    asked = {d for r in case.job.requirements if not r.negated for d in r.dimensions}
    weight = case.role.weights_for(case.level).get(dimension, 0.0)
    return weight < LIGHT / 2 and dimension not in asked and dimension in case.taxonomy.dimensions


def _of_one_field(skill: str, dimension: str, case: Case) -> bool:
    known = case.taxonomy.skills[skill]
    light = case.role.weights_for(case.level).get(dimension, 0.0) < LIGHT
    return known.parent in OF_ONE_FIELD or light


def _spoken_of(case: Case) -> frozenset[str]:
    """Skills the posting, its title or the resume names, with the fields they are part of."""
    titled = frozenset(m.id for m in case.taxonomy.find_skills(case.job.title))
    named = case.job_skills | titled | case.resume_skills
    return named | {kin for s in named for kin in _kin(s, case.taxonomy)}


@lru_cache(maxsize=4096)
def _kin(skill: str, taxonomy: Taxonomy) -> frozenset[str]:
    """The field a skill is part of, and networks as a whole where it is one of their techniques."""
    known = taxonomy.skills.get(skill)
    if known is None:
        return frozenset()
    network = known.dimension == "deep_learning" and known.parent in _NETWORKS
    found = {known.family, "deep_learning" if network else ""}
    return frozenset(found - {""})

"""Conditions of a job (the right to work, a place, travel, shifts): facts one has an answer to, and
nothing one has learned, so that they are asked on the first call and weigh nothing in the fit."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from report_gen.job.models import Job, Requirement
from report_gen.job.words import Matcher, fold, whole_words
from report_gen.taxonomy.models import Taxonomy

_LONGEST, _LONGEST_FELT = 24, 40
"""Words up to which a line that names a condition is about nothing else; one that opens with what
somebody is or feels may go on."""


def is_condition(requirement: Requirement, taxonomy: Taxonomy) -> bool:
    """Whether a line asks for a condition only: beside it, no skill is named."""
    length = len(requirement.text.split())
    if requirement.years is not None or length > _LONGEST_FELT:
        return False
    words = taxonomy.job_words.conditions
    text = fold(requirement.text)
    felt = bool(words.attitudes) and _matcher(words.attitudes).search(text) is not None
    if length > _LONGEST and not felt:
        return False
    of_a_field = felt and any(_is_a(s, "domain", taxonomy) for s in requirement.skills)
    of_character = felt and all(_is_a(s, "soft_skill", taxonomy) for s in requirement.skills)
    return (
        (of_a_field or of_character or set(requirement.skills) <= set(words.skills))
        and (felt or _matcher(words.cues).search(text) is not None)
        and _matcher(words.unless).search(text) is None
    )


def _is_a(skill: str, kind: str, taxonomy: Taxonomy) -> bool:
    known = taxonomy.skills.get(skill)
    return known is not None and kind in (known.kind, known.parent)


def is_agreed(requirement: Requirement, taxonomy: Taxonomy) -> bool:
    """Whether a condition is agreed to with the contract ("other duties as assigned") and needs no
    answer, unlike a permit, a place, travel or shifts."""
    return _matcher(taxonomy.job_words.conditions.agreed).search(fold(requirement.text)) is not None


@lru_cache(maxsize=8)
def _matcher(cues: tuple[str, ...]) -> Matcher:
    return whole_words(cues)


def conditions(job: Job, taxonomy: Taxonomy) -> tuple[Requirement, ...]:
    """The lines of the posting that are conditions, in its order."""
    return tuple(r for r in job.requirements if is_condition(r, taxonomy))


def asks_only(job: Job, taxonomy: Taxonomy) -> Job:
    """The job without its conditions: what is scored and prepared."""
    asked = tuple(r for r in job.requirements if not is_condition(r, taxonomy))
    return replace(job, requirements=asked) if len(asked) < len(job.requirements) else job

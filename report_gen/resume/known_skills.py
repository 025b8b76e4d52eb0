"""What the packs call a skill, asked where a resume's own words leave it open what a list is of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from report_gen.taxonomy.models import Skill, Taxonomy

_PRODUCTS = frozenset(
    {
        "programming_language", "database", "warehouse", "streaming", "orchestration", "ml_framework",
        "python_data_stack", "container_orchestration", "version_control", "operating_system",
    }
)  # fmt: skip
"""Categories whose one-word names are those of products and languages, not of ideas."""
_NO_LISTS = frozenset({"language", "credential", "certification"})


_GRADE = re.compile(r"[\w)] (?:Associate|Practitioner|Specialty|Expert|Foundations?)\b(?! [a-z])")
"""How far an exam about a product goes ("Azure Data Scientist Associate")."""


class KnownSkills:
    """The skills of one taxonomy; never changed once built."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._taxonomy = taxonomy

    def named_in(self, text: str) -> bool:
        """Does the text of a list name a skill, other than a spoken language or a degree?"""
        found = self._taxonomy.find_skills(text, listed=True)
        return any(self._taxonomy.skills[m.id].kind not in _NO_LISTS for m in found)

    def names_certificate(self, text: str) -> bool:
        """Does the text name an exam or licence that the packs know (``CKA``)?"""
        found = self._taxonomy.find_skills(text, listed=True)
        if any(self._taxonomy.skills[m.id].kind == "certification" for m in found):
            return True
        return bool(found) and len(text.split()) <= 8 and _GRADE.search(text) is not None

    def is_whole(self, text: str) -> bool:
        """Is the text a skill's name and nothing else?"""
        return self._whole(text) is not None

    def is_product(self, text: str) -> bool:
        """Is the text the proper name of a product or language (``Python``, ``AWS``)?"""
        skill = self._whole(text)
        if skill is None or text[:1].islower():
            return False
        words = skill.name.split()
        if len(words) == 1:
            return skill.parent in _PRODUCTS
        return all(w[:1].isupper() for w in words)

    def _whole(self, text: str) -> Skill | None:
        text = text.strip()
        for found in self._taxonomy.find_skills(text, listed=True):
            skill = self._taxonomy.skills[found.id]
            if found.start == 0 and found.end == len(text) and skill.kind not in _NO_LISTS:
                return skill
        return None

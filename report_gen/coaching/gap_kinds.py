"""What kind of gap it is (a degree, a paper, a language, years, the career), its skills, and dates in
words."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from report_gen.coaching.case import Case
from report_gen.coaching.wording import MONTHS
from report_gen.scoring.models import Gap
from report_gen.taxonomy.models import Skill, Taxonomy

_ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "twenty-first",
    "twenty-second",
    "twenty-third",
    "twenty-fourth",
    "twenty-fifth",
    "twenty-sixth",
    "twenty-seventh",
    "twenty-eighth",
    "twenty-ninth",
    "thirtieth",
    "thirty-first",
]
_DEGREE = re.compile(
    r"\b(?:degree|bachelor|master|phd|ph\.d|doctora\w+|diploma|bsc|msc|mba\b)", re.IGNORECASE
)
_CERTIFICATE = re.compile(r"\bcertifi(?:cat|ed)", re.IGNORECASE)
_PUBLIC = re.compile(r"\b(?:publi(?!c\b)|paper|patent|conference|open.source)", re.IGNORECASE)
PUBLIC_SKILLS = frozenset({"research_publication", "patents"})
YEARS_OF = re.compile(r"^(?:[\d.,]+\+? )?years of ", re.IGNORECASE)
_ORDER = {"specialised": 0, "domain": 1, "certification": 1, "credential": 2, "common": 3}


def day_in_words(day: date) -> str:
    """2026-12-05 -> "the fifth of December"."""
    return f"the {_ORDINALS[day.day - 1]} of {MONTHS[day.month - 1]}"


def is_degree(gap: Gap) -> bool:
    """Whether the gap is about a formal degree: answered in a sentence, not trained for."""
    return _names_degree(gap.name)


@lru_cache(maxsize=512)
def _names_degree(name: str) -> bool:
    return _DEGREE.search(name) is not None


def is_paper(gap: Gap) -> bool:
    """Whether the gap is about something one holds or has not: a certificate."""
    return _CERTIFICATE.search(gap.name) is not None


def is_permit(gap: Gap) -> bool:
    """Whether the gap is about the right to work: a fact for one line, nothing to prepare."""
    return gap.skills[:1] == ("work_authorization",)


def is_public(gap: Gap) -> bool:
    """Whether the gap is about papers, talks or open code."""
    return _names_public(gap.name)


@lru_cache(maxsize=512)
def _names_public(name: str) -> bool:
    return _PUBLIC.search(name) is not None


def is_patent(gap: Gap) -> bool:
    """Whether the gap is about patents and nothing else that is public."""
    return "patents" in gap.skills and "research_publication" not in gap.skills


def is_tongue(gap: Gap, case: Case) -> bool:
    """Whether the gap is about a language people speak."""
    return case.once_of(gap, _is_tongue)


def _is_tongue(gap: Gap, case: Case) -> bool:
    known = case.taxonomy.skills
    if gap.skills:
        return all(s in known and known[s].parent == "spoken_language" for s in gap.skills)
    return not _tongues(case.taxonomy).isdisjoint(re.findall(r"[a-z]+", gap.name.lower()))


@lru_cache(maxsize=4)
def _tongues(taxonomy: Taxonomy) -> frozenset[str]:
    skills = taxonomy.skills.values()
    return frozenset(s.name.lower() for s in skills if s.parent == "spoken_language")


def is_years(gap: Gap) -> bool:
    """Whether the gap is about time in a trade: "years of machine learning in production"."""
    return bool(YEARS_OF.match(gap.name))


def is_career(gap: Gap) -> bool:
    """Whether the gap is about the career as a whole: no line of the posting stands behind it, or
    only one that asks for years in another profession."""
    if gap.usual or gap.skills:
        return False
    return not gap.requirements or (gap.kind == "domain" and is_years(gap))


def main_skills(gap: Gap, case: Case) -> tuple[Skill, ...]:
    """The gap's skills, those one can be tested on before soft ones, in the posting's order."""
    return case.once_of(gap, _main_skills)


def _main_skills(gap: Gap, case: Case) -> tuple[Skill, ...]:
    if is_years(gap):
        return ()
    known = [
        case.taxonomy.skills[s]
        for s in gap.skills
        if s in case.taxonomy.skills
        and (case.taxonomy.skills[s].kind != "credential" or s in PUBLIC_SKILLS)
    ]
    return tuple(sorted(known, key=lambda s: _ORDER.get(s.kind, 2)))

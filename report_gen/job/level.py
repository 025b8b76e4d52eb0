"""Role and level: the title first, then what the body says, then the years."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from report_gen.job.words import Matcher, fold, whole_words
from report_gen.taxonomy.vocabulary_job import JobVocabulary

_DIMENSION_ROLE = {
    "data_engineering": "de",
    "genai_llm": "mle",
    "deep_learning": "mle",
    "ml_system_design": "mle",
    "mlops_infrastructure": "mle",
    "coding": "swe",
    "general_system_design": "swe",
    "stats_experimentation": "ds",
    "product_sense": "pm",
    "program_management": "tpm",
}
_MACHINE_LEARNING = re.compile(r"\b(?:machine[- ]learning|ml|ai|deep[- ]learning|llm|nlp)\b")
_SOFTWARE = re.compile(
    r"\b(?:software (?:development )?(?:engineer|developer)|swe|sde|sre|devops"
    r"|(?:back[- ]?end|front[- ]?end|full[- ]?stack|mobile|ios|android) (?:[\w&/+]+ ){0,3}?(?:engineer|developer))\b"
)
_ML_BEFORE_NOUN = re.compile(r"(?<!and )\b(?:machine[- ]learning|ml|deep[- ]learning)\b")


_GRADE = re.compile(r"\b(?:[a-z]{1,3}\d{1,2}|i{1,3}|iv|vi{0,2}|\d)\b")
"""A grade's number means another level with each employer; a level in words is preferred."""


def is_level_name(text: str, vocabulary: JobVocabulary) -> bool:
    """Is the whole text a level ("Mid", "Entry level", "Senior")?"""
    bare = re.sub(r"\s*\blevel$", "", fold(text).strip(" .,"))
    if not bare or any(sign.isdigit() for sign in bare):
        return False
    return any(matcher.fullmatch(bare) for _, matcher in _level_matchers(vocabulary))


def find_role(title: str, dimensions: Iterable[str], vocabulary: JobVocabulary) -> str:
    """mle, swe, ds, de, pm, tpm or other. The title's own noun decides: a "Software Engineer,
    Machine Learning" is hired as a software engineer, a "Mobile ML Engineer" is not. Without one,
    the duties decide."""
    folded = fold(title)
    software, learning = _SOFTWARE.search(folded), _MACHINE_LEARNING.search(folded)
    between = _ML_BEFORE_NOUN.search(software.group()) if software else None
    if software and not between and not (learning and learning.start() < software.start()):
        return "swe"
    for role, matcher in _role_matchers(vocabulary):
        if matcher.search(folded):
            return role
    counts = Counter(_DIMENSION_ROLE[d] for d in dimensions if d in _DIMENSION_ROLE)
    if not counts:
        return "other"
    role, hits = min(counts.items(), key=lambda item: (-item[1], item[0]))
    return role if hits >= 3 else "other"


def find_title_levels(title: str, vocabulary: JobVocabulary) -> list[str]:
    """The levels a title names, in the title's order ("Senior/Staff" names two)."""
    graded = _BANK_GRADE.sub(lambda m: m["who"] + ("mid" if m["less"] else "senior"), fold(title))
    folded = " ".join(re.sub(r"[()\[\],/|–—-]", " ", graded).split())
    folded = re.sub(
        r"(?<!group )\b(?:product|program(?:me)?|project) managers?\b", "pm_title", folded
    )
    found: list[tuple[int, str]] = []
    for level, matcher in _level_matchers(vocabulary):
        for match in matcher.finditer(folded):
            found.append((match.start(), level))
            folded = folded[: match.start()] + " " * len(match.group()) + folded[match.end() :]
    return list(dict.fromkeys(level for _, level in sorted(found)))


_BANK_GRADE = re.compile(
    r"(?P<who>\b(?:engineer|scientist|analyst|developer|researcher|architect|modell?er|strat|quant|validator|programmer|specialist|auditor)s?\b[^,()–—-]*"
    r"[,()–—-]+\s*)(?P<less>assistant |associate |a(?=vp\b))?(?:vice president|vp)\b(?! of\b)"
)
"""In a bank "Engineer, Vice President" is a grade of those who build, and leads nobody."""
_MANAGES = re.compile(
    r"(?:(?:senior|sr\.?|group|associate|regional|global|area|country|general) )*managers?"
    r"(?: (?:i{1,3}|iv|[1-4]))?(?:,| [-–—]| of\b| \(|$)"
)
"""A title whose first noun is the manager ("Senior Manager, Field Engineering")."""


def find_level(
    title: str, labelled: Sequence[str], body: str, years: float | None, vocabulary: JobVocabulary
) -> str | None:
    """The level by the title's words, a label ("Experience level: Mid"), telling words of the
    body, and last by the years asked."""
    if _MANAGES.match(fold(title)):
        return "manager"
    named = find_title_levels(title, vocabulary)
    stated = [level for text in labelled for level in find_title_levels(text, vocabulary)]
    graded = named and not find_title_levels(_GRADE.sub(" ", fold(title)), vocabulary)
    if named and not (graded and stated):
        return "manager" if "manager" in named else named[0]
    untrusted = whole_words(vocabulary.level_untrusted)
    for text in labelled:
        if not untrusted.search(fold(text)):
            found = find_title_levels(text, vocabulary)
            if found:
                return found[0]
    folded = fold(body)
    for level, patterns in vocabulary.level_body.items():
        if whole_words(patterns).search(folded) and not (years and years >= 2 and level in ("intern", "junior")):  # fmt: skip
            return level
    return level_of_years(years, vocabulary)


def level_of_years(years: float | None, vocabulary: JobVocabulary) -> str | None:
    """The usual level for so many years; None without a count."""
    if years is None:
        return None
    rows = sorted(vocabulary.level_by_years, key=lambda row: -row.years)
    return next((row.level for row in rows if years >= row.years), None)


def _role_matchers(vocabulary: JobVocabulary) -> tuple[tuple[str, Matcher], ...]:
    return _compile(tuple((entry.role, entry.words) for entry in vocabulary.roles))


def _level_matchers(vocabulary: JobVocabulary) -> tuple[tuple[str, Matcher], ...]:
    return _compile(tuple((entry.level, entry.words) for entry in vocabulary.levels))


@lru_cache(maxsize=16)
def _compile(table: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[tuple[str, Matcher], ...]:
    return tuple((name, whole_words(words)) for name, words in table)

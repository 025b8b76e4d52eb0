"""How a gap is called aloud, which wording fits it, and dates without figures."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from report_gen.coaching.case import BROAD, Case
from report_gen.coaching.wording import MONTHS
from report_gen.scoring.models import Gap
from report_gen.taxonomy.interview import ScriptEntry, ScriptWords
from report_gen.taxonomy.models import Skill

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
_ON_CALL = re.compile(r"^on[- ]?call$", re.IGNORECASE)
"""A name that begins with a preposition can't follow one: "depends on on-call"."""
_TOPICS = {
    "coding": "this kind of coding work",
    "ml_system_design": "machine learning system design",
    "production_ownership": "production ownership",
    "constraints": "design under tight limits",
    "business_metrics": "business metrics",
    "ml_theory_math": "the theory behind the models",
    "deep_learning": "deep learning",
    "genai_llm": "large language models",
    "data_engineering": "data engineering",
    "mlops_infrastructure": "infrastructure and deployment",
    "behavioral_leadership": "leading work across people",
    "general_system_design": "system design",
    "product_sense": "product sense",
    "program_management": "program management",
    "stats_experimentation": "experiments and statistics",
}
_PLAIN_NAME = re.compile(r"^[A-Z]?[a-z-]+(?: [a-z-]+)*$")
_DEGREE = re.compile(
    r"\b(?:degree|bachelor|master|phd|ph\.d|doctora\w+|diploma|bsc|msc)", re.IGNORECASE
)
_CERTIFICATE = re.compile(r"\bcertifi(?:cat|ed)", re.IGNORECASE)
_PUBLIC = re.compile(r"\b(?:publi|paper|patent|conference|open.source)", re.IGNORECASE)
_PUBLIC_SKILLS = frozenset({"research_publication", "patents"})
TOOL_CATEGORIES = frozenset(
    [
        "programming_language",
        "database",
        "warehouse",
        "streaming",
        "orchestration",
        "ml_framework",
        "web_mobile",
        "llm_tool",
        "vector_db",
        "cloud",
        "devops_cat",
        "ml_systems",
        "llm_model",
        "llm_serving",
        "python_data_stack",
        "reliability",
        "data_processing",
        "product_analytics",
        "program_mgmt",
        "performance",
    ]
)
"""Categories that hold products: a one-word name there is written as the posting writes it."""
_PROPER_KINDS = frozenset(["language", "certification"])
_PROPER_CATEGORIES = frozenset(
    ["container_orchestration", "iac", "frontend", "cloud_aws", "cloud_gcp", "cloud_azure"]
)
"""Categories of names whose capital stays."""
_YEARS = re.compile(r"^(?:[\d.,]+\+? )?years of ", re.IGNORECASE)
_NO_POWER = re.compile(r"without (?:\w+ )?(?:authority|power|reporting)", re.IGNORECASE)
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


def is_public(gap: Gap) -> bool:
    """Whether the gap is about papers, talks or open code."""
    return bool(_PUBLIC.search(gap.name))


def is_tongue(gap: Gap, case: Case) -> bool:
    """Whether the gap is about a language people speak."""
    known = case.taxonomy.skills
    if gap.skills:
        return all(s in known and known[s].parent == "spoken_language" for s in gap.skills)
    names = {s.name.lower() for s in known.values() if s.parent == "spoken_language"}
    return bool(names & set(re.findall(r"[a-z]+", gap.name.lower())))


def is_years(gap: Gap) -> bool:
    """Whether the gap is about time in a trade: "years of machine learning in production"."""
    return bool(_YEARS.match(gap.name))


def is_career(gap: Gap) -> bool:
    """Whether the gap is about the career as a whole: no line of the posting stands behind it."""
    return not gap.requirements and not gap.usual and not gap.skills


def main_skills(gap: Gap, case: Case) -> tuple[Skill, ...]:
    """The gap's skills, those one can be tested on before soft ones, in the posting's order."""
    if is_years(gap):
        return ()
    known = [
        case.taxonomy.skills[s]
        for s in gap.skills
        if s in case.taxonomy.skills
        and (case.taxonomy.skills[s].kind != "credential" or s in _PUBLIC_SKILLS)
    ]
    return tuple(sorted(known, key=lambda s: _ORDER.get(s.kind, 2)))


def spoken_topic(gap: Gap, case: Case) -> str:
    """The gap as it is named aloud: one or two things, in plain words or as the posting writes
    them, so that nothing is named that the posting does not name; else the dimension."""
    if gap.usual or is_tongue(gap, case):
        return gap.name
    if is_career(gap):
        return re.sub(r"^(?:[\d.,]+\+? years of|hands-on) | experience$", "", gap.name)
    if is_years(gap):
        rest = _as_written(_YEARS.sub("", gap.name), gap, case)
        kept = re.split(r" (?:for|in|with|across|on|at|within) ", rest)[0]
        found = next((t for t in (rest, kept) if len(t.split()) <= 6), "")
        return found or _TOPICS.get(gap.dimension, "this work")
    names: list[str] = []
    for skill in main_skills(gap, case):
        name = _ON_CALL.sub("the on-call rota", _said(skill, gap, case))
        if names and (" and " in name or " or " in name):
            continue
        if name and all(
            name.lower() not in n.lower() and n.lower() not in name.lower() for n in names
        ):
            names.append(name)
        if len(names) == 2 or any(" and " in n or " or " in n for n in names):
            break
    if names:
        return (" or " if " or " in gap.name else " and ").join(names)
    if is_degree(gap):
        return "the degree you ask for"
    if is_public(gap):
        return "publications"
    if _CERTIFICATE.search(gap.name):
        return "the certificate you name"
    return _TOPICS.get(gap.dimension, "this part of the role")


def gap_label(gap: Gap, case: Case) -> str:
    """A short name of the gap for tasks and checklists."""
    if len(gap.name) <= 48:
        return gap.name
    topic = spoken_topic(gap, case)
    return topic[:1].upper() + topic[1:]


def _as_written(text: str, gap: Gap, case: Case) -> str:
    """The words with the capitals the posting gives them: "Python and C++"."""
    for ref in gap.requirements:
        line = case.requirements.get(ref)
        found = re.search(re.escape(text), line.text, re.IGNORECASE) if line else None
        if found:
            return _softly(found.group())
    return text


def _of_years(gap: Gap, case: Case) -> tuple[Skill, ...]:
    """What the years are to have been spent on, as far as it is one thing: "years of Python"."""
    found = [m.id for m in case.taxonomy.find_skills(_YEARS.sub("", gap.name))]
    skills = [case.taxonomy.skills[s] for s in dict.fromkeys(found)]
    return tuple(s for s in skills if s.kind == "specialised" and s.id not in BROAD)[:2]


def _said(skill: Skill, gap: Gap, case: Case) -> str:
    """An idea in plain words, a name only as the posting writes it."""
    if skill.id in _PUBLIC_SKILLS:
        return "publications"
    plain = ""
    if skill.kind in _PROPER_KINDS or skill.parent in _PROPER_CATEGORIES:
        plain = skill.name if _PLAIN_NAME.match(skill.name) else ""
    elif _PLAIN_NAME.match(skill.name):
        plain = skill.name[:1].lower() + skill.name[1:]
    for ref in gap.requirements:
        requirement = case.requirements.get(ref)
        for mention in case.taxonomy.find_skills(requirement.text) if requirement else ():
            if mention.id != skill.id or len(mention.text) < 2:
                continue
            tool = skill.parent in TOOL_CATEGORIES and mention.text.lower() in skill.name.lower()
            named = mention.text != mention.text.lower() and (mention.start > 0 or tool)
            if len(mention.text.split()) <= 3 and (named or not plain):
                return mention.text
            if _says_less(mention.text, skill):
                return _softly(mention.text)
            break
    return plain


def _says_less(mention: str, skill: Skill) -> bool:
    """Whether the posting's words are a noun that claims less than the skill's name: a field by
    its own name ("life sciences" for drug discovery), half of a double name."""
    if skill.kind == "domain":
        return True
    return (
        " and " in skill.name and " and " not in mention and mention.lower() in skill.name.lower()
    )


def _softly(text: str) -> str:
    """Without the capital a heading or the beginning of a line gave it."""
    first = text.split()[0]
    return text[:1].lower() + text[1:] if first[1:] == first[1:].lower() else text


def entry_for(gap: Gap, case: Case) -> tuple[ScriptEntry, bool]:
    """The wording by skill, else by its category, else by dimension; empty slots are filled from
    the next broader one, and its reasoning follows. The flag: questions speak of the gap itself
    (a skill's or category's, not the whole dimension's)."""
    words: ScriptWords = case.taxonomy.scripts
    if is_career(gap) and gap.kind in words.careers:
        return words.careers[gap.kind], True
    found: list[ScriptEntry] = []
    if is_tongue(gap, case) and "spoken_language" in words.categories:
        found.append(words.categories["spoken_language"])
    skills = main_skills(gap, case)[:2] or (_of_years(gap, case) if is_years(gap) else ())
    if _NO_POWER.search(gap.name) and "influence" in words.skills:
        found.append(
            words.skills["influence"]
        )  # who has no say over people is not asked whom they hired
    for skill in skills:
        if skill.id in words.skills:
            found.append(words.skills[skill.id])
        elif skill.family in words.skills:
            found.append(words.skills[skill.family])
        elif skill.parent in words.categories:
            found.append(words.categories[skill.parent])
    if not skills and is_degree(gap) and "credential" in words.categories:
        found.append(words.categories["credential"])
    if not skills and _PUBLIC.search(gap.name) and "community" in words.categories:
        found.append(words.categories["community"])
    if not skills and _CERTIFICATE.search(gap.name) and "certification" in words.categories:
        found.append(words.categories["certification"])
    specific = bool(found)
    for dimension in (gap.dimension, "behavioral_leadership"):
        if dimension in words.dimensions:
            found.append(words.dimensions[dimension])
            break
    if not found:
        raise KeyError(f"scripts.yaml has no wording for dimension {gap.dimension!r}")
    spoken = (
        "question", "probe", "deeper", "push_back", "push_answer", "first_task", "avoid", "follow_ups",
    )  # fmt: skip
    merged = {
        name: next(
            (
                v
                for e in (found[:-1] if specific and name in spoken else found)
                if (v := getattr(e, name))
            ),
            type(getattr(found[0], name))(),
        )
        for name in ScriptEntry.model_fields
        if name != "reasoning"
    }
    formal = is_degree(gap) or is_public(gap)
    kept = found[:-1] if specific and (formal or len(found[0].reasoning) > 2) else found
    reasoning = tuple(dict.fromkeys(r for e in kept for r in e.reasoning))
    return ScriptEntry(reasoning=reasoning, **merged), specific

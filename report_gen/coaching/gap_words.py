"""How a gap is called aloud, which wording fits it, and dates without figures."""

from __future__ import annotations

from datetime import date

from report_gen.coaching.case import Case
from report_gen.scoring.models import Gap
from report_gen.taxonomy.interview import ScriptEntry, ScriptWords

_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first "
    "twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh "
    "twenty-eighth twenty-ninth thirtieth thirty-first"
).split()
_MONTHS = (
    "January February March April May June July August September October November December"
).split()
_TOPICS = {
    "coding": "coding interviews at this level",
    "ml_system_design": "designing machine learning systems end to end",
    "production_ownership": "running systems in production",
    "constraints": "designing under tight constraints",
    "business_metrics": "tying the work to business metrics",
    "ml_theory_math": "the theory behind the models",
    "deep_learning": "deep learning",
    "genai_llm": "working with large language models",
    "data_engineering": "data engineering",
    "mlops_infrastructure": "infrastructure and deployment",
    "behavioral_leadership": "leading work across people",
    "general_system_design": "system design",
    "product_sense": "product sense",
    "program_management": "program management",
    "stats_experimentation": "statistics and experiments",
}


def day_in_words(day: date) -> str:
    """2026-12-05 -> "the fifth of December"."""
    return f"the {_ORDINALS[day.day - 1]} of {_MONTHS[day.month - 1]}"


def spoken_topic(gap: Gap, case: Case) -> str:
    """The gap as it is named aloud: in the posting's own words, so that nothing is claimed that
    the posting does not say; else the dimension in plain words."""
    texts = [case.requirements[r].text for r in gap.requirements if r in case.requirements]
    for text in texts:
        named = [m for m in case.taxonomy.find_skills(text) if m.id in gap.skills]
        if named:
            distinct = list(dict.fromkeys(m.text for m in named))[:2]
            return " and ".join(distinct)
    wanted = gap.name.strip()
    if wanted and any(wanted.lower() in text.lower() for text in texts):
        at = next(t for t in texts if wanted.lower() in t.lower())
        start = at.lower().index(wanted.lower())
        return at[start : start + len(wanted)]
    return _TOPICS.get(gap.dimension, "this part of the role")


def entry_for(gap: Gap, case: Case) -> ScriptEntry:
    """The wording by skill, else by its category, else by dimension; empty slots are filled from
    the next broader one, and its reasoning follows."""
    words: ScriptWords = case.taxonomy.scripts
    found: list[ScriptEntry] = []
    for skill in gap.skills:
        if skill in words.skills:
            found.append(words.skills[skill])
    for skill in gap.skills:
        known = case.taxonomy.skills.get(skill)
        if known and known.family in words.skills:
            found.append(words.skills[known.family])
        if known and known.parent in words.categories:
            found.append(words.categories[known.parent])
    for dimension in (gap.dimension, "behavioral_leadership"):
        if dimension in words.dimensions:
            found.append(words.dimensions[dimension])
            break
    if not found:
        return ScriptEntry(reasoning=("I would start from the goal.", "I would ask who knows it best."))
    merged = {
        name: next((v for e in found if (v := getattr(e, name))), type(getattr(found[0], name))())
        for name in ScriptEntry.model_fields
        if name != "reasoning"
    }
    reasoning = tuple(dict.fromkeys(r for e in found for r in e.reasoning))
    return ScriptEntry(reasoning=reasoning, **merged)

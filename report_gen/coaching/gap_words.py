"""How a gap is called aloud, which wording fits it, and dates without figures."""

from __future__ import annotations

import re

from report_gen.coaching.case import BROAD, Case
from report_gen.coaching.gap_kinds import (
    PUBLIC_SKILLS,
    YEARS_OF,
    is_career,
    is_degree,
    is_paper,
    is_patent,
    is_public,
    is_tongue,
    is_years,
    main_skills,
)
from report_gen.coaching.ledger import claims_in
from report_gen.matching.words import stems
from report_gen.scoring.models import Gap
from report_gen.taxonomy.models import Skill

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
PROPER_CATEGORIES = frozenset(
    ["container_orchestration", "iac", "frontend", "cloud_aws", "cloud_gcp", "cloud_azure"]
)
"""Categories of names whose capital stays."""


AT_WORK = " at work"
_NO_SUBJECT = "this part of the role"


def spoken_topic(gap: Gap, case: Case) -> str:
    """The gap as it is named aloud: one or two things, in plain words or as the posting writes
    them, so that nothing is named that the posting does not name; else the dimension."""
    return case.once_of(gap, _spoken_topic)


def _spoken_topic(gap: Gap, case: Case) -> str:
    if gap.usual and gap.dimension == "behavioral_leadership":
        return "work with others"
    if gap.usual or is_tongue(gap, case):
        return gap.name
    if is_degree(gap):
        return "the degree you ask for"
    if is_career(gap):
        return re.sub(
            r"^(?:(?:[\d.,]+\+? )?years of|hands-on) | experience$| as a field$", "", gap.name
        )
    if is_years(gap):
        rest = _as_written(YEARS_OF.sub("", gap.name), gap, case)
        rest = _DANGLING.sub("", rest)
        kept = re.split(r" (?:for|in|with|across|on|at|within) ", rest)[0]
        found = next((t for t in (rest, kept) if len(t.split()) <= 6), "")
        return found or _TOPICS.get(gap.dimension, "this work")
    if is_public(gap):
        return "patents" if is_patent(gap) else "publications"
    if is_paper(gap):
        return "the certificate you name"
    if gap.name.endswith(AT_WORK):  # done in own time, and in no position
        return _as_written(gap.name.removesuffix(AT_WORK), gap, case) + AT_WORK
    told = skills_aloud(gap, case)
    found = [r for r in gap.requirements if r in case.requirement_matches]
    partly = any(case.requirement_matches[r].status != "missing" for r in found[:1])
    if told and all(s.kind == "common" for s in main_skills(gap, case)):
        return told
    if partly and told:  # its skills are what is lacking, its name is the whole line
        return told
    alone = named_by_itself(gap, case)
    if told and not _is_noun(alone, case):
        return told
    return alone or told or _TOPICS.get(gap.dimension, _NO_SUBJECT)


def has_subject(gap: Gap, case: Case) -> bool:
    """Whether there is anything to speak of: a closing phrase ("You hold it together") has none."""
    return spoken_topic(gap, case) != _NO_SUBJECT


def _is_noun(name: str, case: Case) -> bool:
    """Whether a name is surely no deed and no list: "designing experiments" and "check datasets"
    are said by the skills they are about, where there are any."""
    first = name.split(" ", 1)[0].lower()
    deed = first.endswith("ing") or first in case.taxonomy.language_words.verbs
    return bool(name) and "," not in name and not deed


def skills_aloud(gap: Gap, case: Case) -> str:
    """One or two of the gap's skills as they are said, "" for none."""
    return case.once_of(gap, _skills_aloud)


def _skills_aloud(gap: Gap, case: Case) -> str:
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
    return (" or " if " or " in gap.name else " and ").join(names)


def named_by_itself(gap: Gap, case: Case) -> str:
    """The gap's own name where it can stand in a sentence as a noun: short, and no order to do
    something ("Own reliability"), no clause and no list with a colon; else ""."""
    name = _KNOWING.sub("", _BRACKET.sub("", gap.name).strip(" ,"))
    first = name.split(" ", 1)[0].lower() if name else ""
    if not name or len(name.split()) > _MOST_SPOKEN or first in _NO_NOUN:
        return ""
    if first in case.deed_verbs or _CLAUSE.search(name) or _CUT_CLAUSE.search(name):
        return ""
    if _is_cut(name, gap, case) or name.split()[-1].lower() in _NO_LAST:
        return ""
    written = _as_written(name, gap, case)
    return _ON_CALL.sub("the on-call rota", written)


def _is_cut(name: str, gap: Gap, case: Case) -> bool:
    """Whether the posting goes on where the name stops, in the middle of a phrase: "experiments
    and draw sound" (conclusions)."""
    for ref in gap.requirements[:1]:
        line = case.requirements.get(ref)
        found = (
            re.search(re.escape(name) + r"([\w-]*)(?: ([\w-]+))?", line.text, re.I)
            if line
            else None
        )
        if found and (found[1] or (found[2] and found[2].lower() not in _GOES_ON)):
            return True
    return False


_GOES_ON = frozenset(
    ["of", "in", "on", "for", "with", "to", "from", "by", "at", "and", "or", "across",
     "behind", "into", "over", "under", "as", "about", "near", "within", "that", "which",
     "who", "when", "where", "so", "because", "such", "including", "e.g", "is", "are", "was",
     "were", "would", "will", "can", "helps", "or-similar", "preferred", "required", "per",
     "between", "through", "without", "while", "than", "using"]
)  # fmt: skip
"""Words a phrase may end before."""
_BRACKET = re.compile(r"\s*\([^)]*\)?")
_MOST_SPOKEN = 7
_CLAUSE = re.compile(
    r"[:;&]|\b(?:is|are|was|were|has|have|does|doesn't|don't|do|can|can't|you|we|they|them|it|he|she|your|our|their|my)\b",
    re.IGNORECASE,
)
_CUT_CLAUSE = re.compile(
    r"\b(?!(?:of|in|on|for|with|to|from|by|at|and|or|across|behind|into|over|under|as|about|near|\w+ing)\b)\w+ (?:the|our|your)\b",
    re.IGNORECASE,
)
"""A noun before "the": what follows is a clause that was cut ("metrics the team steers")."""
_NO_LAST = frozenset(["up", "down", "out", "fast", "well", "more", "sound", "together", "closely"])
_NO_NOUN = frozenset(
    ["a", "an", "the", "to", "what", "how", "when", "that", "them", "some", "preferably", "and",
     "or", "using", "enough", "very", "own", "not", "be", "being", "proactive", "comfortable", "in",
     "at", "on", "with", "for", "from", "no", "any", "proven", "trained", "spending", "several",
     "internship", "internships", "things", "outside", "outstanding", "software", "years", "experience", "proficiency", "strong"]
)  # fmt: skip
_HOW_WELL = re.compile(
    r"^(?:advanced|strong|solid|excellent|deep|good|basic|expert|modern|sound) ", re.IGNORECASE
)
_KNOWING = re.compile(
    r"^(?:a )?(?:grasp|command|knowledge|understanding|familiarity|sense) (?:of|with) (?:how )?",
    re.IGNORECASE,
)
_DANGLING = re.compile(r" (?:or|and)(?: (?:in|with|of))?(?: an?)?(?: \w+ related \w+)?$")


def gap_label(gap: Gap, case: Case) -> str:
    """A short name of the gap for tasks and checklists."""
    if len(gap.name) <= 48:
        return gap.name
    if is_degree(gap) or is_paper(gap):  # aloud it is "the degree you ask for": "you" is another
        return "the degree asked for" if is_degree(gap) else "the certificate asked for"
    topic = spoken_topic(gap, case)
    return topic[:1].upper() + topic[1:]


def _as_written(text: str, gap: Gap, case: Case) -> str:
    """The words with the capitals the posting gives them: "Python and C++"."""
    for ref in gap.requirements:
        line = case.requirements.get(ref)
        found = re.search(re.escape(text), line.text, re.IGNORECASE) if line else None
        if found:
            return _softly(found.group(), case)
    return text


def years_skills(gap: Gap, case: Case) -> tuple[Skill, ...]:
    """What the years are to have been spent on, as far as it is one thing: "years of Python"."""
    found = [m.id for m in case.taxonomy.find_skills(YEARS_OF.sub("", gap.name))]
    skills = [case.taxonomy.skills[s] for s in dict.fromkeys(found)]
    return tuple(s for s in skills if s.kind == "specialised" and s.id not in BROAD)[:2]


def _said(skill: Skill, gap: Gap, case: Case) -> str:
    """An idea in plain words, a name only as the posting writes it."""
    if skill.id in PUBLIC_SKILLS:
        return "patents" if is_patent(gap) else "publications"
    plain = ""
    if skill.kind in _PROPER_KINDS or skill.parent in PROPER_CATEGORIES:
        plain = _softly(skill.name, case) if _PLAIN_NAME.match(skill.name) else ""
    elif _PLAIN_NAME.match(skill.name):
        plain = _softly(skill.name, case).removesuffix(" domain")
    for ref in gap.requirements:
        requirement = case.requirements.get(ref)
        for mention in case.taxonomy.find_skills(requirement.text) if requirement else ():
            if mention.id == skill.id and mention.text == skill.name:
                return _softly(skill.name, case)
            if mention.id != skill.id or len(mention.text) < 2:
                continue
            if head := _shared_head(mention.text, skill):
                return head
            tool = skill.parent in TOOL_CATEGORIES and mention.text.lower() in skill.name.lower()
            named = mention.text != mention.text.lower() and (mention.start > 0 or tool)
            if not (plain or named) and _names_a_sign(mention.text, skill):
                return skill.name
            if not named and f"{mention.text}s".lower() == skill.name.lower().split()[-1]:
                return f"{mention.text}s"
            if len(mention.text.split()) <= 3 and (named or not plain):
                return _softly(_HOW_WELL.sub("", mention.text), case)
            if _says_less(mention.text, skill):
                return _softly(mention.text, case)
            break
    return plain


def _names_a_sign(mention: str, skill: Skill) -> bool:
    """Whether the posting's word is a sign of the skill and no name for it ("hallucination" for
    LLM evaluation), and the skill's own name is no product's."""
    shared = set(stems(mention)) & set(stems(skill.name))
    return not shared and not list(claims_in(skill.name, ""))


def _shared_head(mention: str, skill: Skill) -> str:
    """The head of a double name where the posting says no more than that: "cost" for "reduce
    cost", and not "compute and cloud cost"; "" where it says more, or another thing."""
    name, said = skill.name.lower().split(), mention.lower().split()
    if "and" not in name or name[-1] not in said or set(name[:-1]) & set(said):
        return ""
    return name[-1]


def _says_less(mention: str, skill: Skill) -> bool:
    """Whether the posting's words are a noun that claims less than the skill's name: a field by
    its own name ("life sciences" for drug discovery), half of a double name."""
    if skill.kind == "domain":
        return not (mention.endswith("al") and " " not in mention)  # "clinical" is no noun
    words = skill.name.lower().split()
    return (
        " and " in skill.name
        and " and " not in mention
        and mention.lower() in skill.name.lower()
        and set(mention.lower().split()) <= set(words)
    )


def _softly(text: str, case: Case) -> str:
    """Without the capital a heading or the beginning of a line gave it; a product keeps its own."""
    first, *rest = text.split()
    if first[1:] != first[1:].lower() or (rest and rest[0][:1].isupper()):
        return text
    if _is_product(first.strip(","), case, alone=not _IDEA.match(text)):
        return text
    return text[:1].lower() + text[1:]


_IDEA = re.compile(r"[A-Z][a-z]+(?: (?!and\b|or\b)[a-z-]+)+$")
"""A capital and more words without one: "Scaling laws"."""


def _is_product(word: str, case: Case, alone: bool) -> bool:
    """``alone``: the word stands as a name of its own, so that an alias names it too."""
    id = case.taxonomy.skill_id(word)
    skill = case.taxonomy.skills.get(id) if id else None
    if skill is None or skill.kind not in ("specialised", "language", "certification"):
        return False
    if not word[:1].isupper() or word.lower() in IDEAS or word.endswith("ing"):
        return False
    # the packs write "Apache Kafka", and "Dashboards" only where a name begins with it
    names = (skill.name, *skill.name.split()[1:], *skill.aliases) if alone else (skill.name,)
    return word in names


IDEAS = frozenset(
    ["accessibility", "adaptability", "agents", "alerting", "algorithms", "auctions", "autoencoders", "automation",
     "backend", "backfills", "blockchain", "caching", "calculus", "cloud", "clustering", "collaboration",
     "communication", "compilers", "consulting", "containers", "cross-validation", "cryptography", "data",
     "databases", "deployment", "documentation", "embeddings", "encryption", "entrepreneurship", "explainability",
     "fine-tuning", "forecasting", "frontend", "go-to-market", "growth", "infrastructure", "insurance",
     "internationalisation", "lakehouse", "latency", "leadership", "logging", "logistics", "machine", "mathematics",
     "microservices", "model", "models", "monetisation", "monitoring", "networking", "observability", "on-call",
     "orchestration", "patents", "payments", "personalisation", "pretraining", "prioritisation", "profiling",
     "programming", "prototyping", "publications", "quantisation", "quantization", "quasi-experiments", "re-ranking",
     "reconciliation", "regression", "regularisation", "relevance", "research", "roadmaps", "robotics",
     "scalability", "serverless", "serving", "statistics", "strategy", "streaming", "teaching", "throughput",
     "writing", "deep", "learning", "natural", "language", "computer", "public", "open", "large", "distributed",
     "real", "product", "project", "program", "technical", "system", "systems", "software", "business", "customer",
     "user", "risk"]
)  # fmt: skip
"""Skills and beginnings of skills of one word that are no product's name."""

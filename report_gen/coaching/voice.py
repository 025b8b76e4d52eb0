"""The candidate's voice: a Speaker that knows the names in this resume and this job."""

from __future__ import annotations

import re
from collections.abc import Sequence

from report_gen.coaching.language.english import is_english
from report_gen.coaching.language.names import Names
from report_gen.coaching.language.speech import Speaker
from report_gen.job import Job
from report_gen.resume import Resume, statements
from report_gen.taxonomy import Taxonomy
from report_gen.taxonomy.verbs import verb_table

_PRODUCTS = frozenset(
    ["bi_viz", "cloud", "collab_tool", "container_orchestration", "data_platform", "data_processing", "database",
     "devops_cat", "distributed_compute", "experiment_tracking", "frontend", "gpu_hpc", "iac", "llm_model", "llm_serving",
     "llm_tool", "ml_framework", "ml_platform", "mobile", "observability_cat", "operating_system", "orchestration",
     "programming_language", "python_data_stack", "query_engine", "software_practice", "streaming", "transformation",
     "vector_db", "version_control", "warehouse", "web_backend", "web_mobile"]
)  # fmt: skip
"""Families of skills whose names are names of products, and not ideas ("Regression")."""
_IDEA = re.compile(r"(?:ing|ity|tion|less|ers|house|bases|fills)$")


def speaker_for(resume: Resume, job: Job, taxonomy: Taxonomy) -> Speaker:
    """A Speaker whose names are the resume's employers, skills and products."""
    texts = [
        s.text
        for s in statements(resume)
        if s.kind
        in ("summary", "highlight", "description", "project", "volunteer", "absence", "publication")
    ]
    named = [keyword for group in resume.skills for keyword in group.keywords]
    named += [w.name for w in resume.work] + [p.name for p in resume.projects]
    named += [v.organization for v in resume.volunteer] + [p.entity for p in resume.projects]
    named += [resume.basics.name]
    for text in texts:
        named += _tools_in(text, taxonomy)
    prose = [*texts, *(r.text for r in job.requirements)]
    foreign = not is_english(" ".join(texts))
    names = Names([*named, *_spelled(texts, taxonomy).values()], prose, _spelled(texts, taxonomy))
    return Speaker(taxonomy.language_words, names, verb_table(taxonomy), foreign=foreign)


def _spelled(texts: Sequence[str], taxonomy: Taxonomy) -> dict[str, str]:
    """Names of tools that the texts write small, as the taxonomy spells them."""
    out: dict[str, str] = {}
    for text in texts:
        for mention in taxonomy.find_skills(text):
            word = mention.text
            skill = taxonomy.skills[mention.id]
            named = all(w[:1].isupper() for w in skill.name.split())
            tool = named and skill.parent in _PRODUCTS and not _IDEA.search(skill.name)
            if tool and word.islower() and skill.name.lower() == word != skill.name:
                out[word] = skill.name
    return out


def _tools_in(text: str, taxonomy: Taxonomy) -> list[str]:
    """Names of skills in a text; at its very start only those always written with a capital."""
    found = []
    for mention in taxonomy.find_skills(text):
        if not mention.text[:1].isupper():
            continue
        skill = taxonomy.skills[mention.id]
        usual = (skill.name, *skill.aliases)
        second = mention.text.partition(" ")[2][:1]
        if (
            mention.start > 0
            or second.isupper()
            or (
                skill.parent in _PRODUCTS
                and not _IDEA.search(skill.name)
                and mention.text in usual
                and mention.text.lower() not in usual
                and not second
            )
        ):
            found.append(mention.text)
    return found

"""Skills as the person lists them: in their own words, and only those an interviewer would stop at."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from report_gen.matching.models import LineReading
from report_gen.taxonomy import Taxonomy

_EVERYDAY = frozenset({
    "version_control", "collab_tool", "operating_system", "soft_skill", "spoken_language", "certification", "credential",
    "domain", "community", "python_data_stack",
})  # fmt: skip
"""Families of which nobody asks where one has used them: Git, Jira, Linux; or that are no skill
one lists: a field, a language one speaks, a certificate."""
_PRODUCTS = frozenset({
    "programming_language", "database", "warehouse", "streaming", "orchestration", "ml_framework", "bi_viz",
    "observability_cat", "iac", "container_orchestration", "frontend", "web_mobile", "web_backend", "mobile", "cloud",
    "cloud_aws", "cloud_azure", "cloud_gcp", "lakehouse_format", "query_engine", "vector_db", "ml_platform",
    "experiment_tracking", "distributed_compute", "transformation", "devops_cat", "llm_tool", "llm_serving",
    "data_processing", "security", "domain_tech",
})  # fmt: skip
"""Families of products, of which the version one knows grows old; an idea does not."""


def as_listed(
    skills: Iterable[str], lines: Sequence[LineReading], taxonomy: Taxonomy
) -> dict[str, str]:
    """Skill -> how the skills section writes it. What it only implies ("Insurance", of "claims") or
    what another line says in the same word is left out, and so are everyday tools."""
    wanted = {s for s in skills if taxonomy.skills[s].parent not in _EVERYDAY}
    section = [line for line in lines if line.ref.startswith("skills")]
    told = " ".join(line.text for line in lines if not line.ref.startswith("skills")).lower()
    out: dict[str, str] = {}
    for line in section:
        for mention in taxonomy.find_skills(line.text):
            written = mention.text
            if mention.id in wanted and written in line.text and not _says(written, told):
                out.setdefault(mention.id, written)
    return out


def ageing(
    skills: Iterable[str], lines: Sequence[LineReading], taxonomy: Taxonomy
) -> dict[str, str]:
    """Skill -> how the skills section writes it, for products only."""
    wanted = {s for s in skills if taxonomy.skills[s].parent in _PRODUCTS}
    out: dict[str, str] = {}
    for line in lines:
        if line.ref.startswith("skills"):
            for mention in taxonomy.find_skills(line.text):
                if mention.id in wanted and mention.text in line.text:
                    out.setdefault(mention.id, mention.text)
    return out


def _says(written: str, told: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(written.lower())}(?!\w)", told) is not None

"""As what the job is interviewed: the packs whose rounds and weights fit, by title and own words.

A posting states a role ("ds"), and that role's interviews may still not be those of the job: an
applied scientist for speech is asked about models and papers, not for SQL. A pack may say which
professions take it in place of a stated role; the lines of the posting then weigh both.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from report_gen.job.models import Job
from report_gen.matching.lexicon import Lexicon
from report_gen.matching.professions import profession

FALLBACK = "swe"


def interviewed_as(
    job: Job, lex: Lexicon, stated: str | None = None, own: str = ""
) -> dict[str, float]:
    """Role packs with their shares (sum 1), the one whose rounds are given first.

    ``stated``: the role a person gave; it is taken as it is. ``own``: the resume's role, for a
    posting of no known role. {} where there are no packs.
    """
    roles = lex.taxonomy.roles
    if stated in roles:
        return {str(stated): 1.0}
    base = next((r for r in (job.role, own, FALLBACK) if r in roles), None)
    if base is None:
        return {}
    named = profession(job.title, lex)
    for role in roles.values():
        choice = role.chosen_for
        if choice and base in choice.in_place_of and named in choice.professions:
            special = choice.by_title + _lines(job, role.signs)
            usual = float(_lines(job, roles[base].signs))
            share = round(special / (special + usual), 2)
            found = {role.id: share, base: round(1 - share, 2)}
            return {r: s for r, s in sorted(found.items(), key=lambda f: -f[1]) if s}
    return {base: 1.0}


def blended(shares: Mapping[str, float], level: str | None, lex: Lexicon) -> dict[str, float]:
    """Percent per dimension of the packs by their shares (sum 100); {} without packs."""
    out: dict[str, float] = {}
    for name, share in shares.items():
        for dimension, weight in lex.taxonomy.roles[name].weights_for(level).items():
            out[dimension] = out.get(dimension, 0.0) + share * weight
    return out


def _lines(job: Job, signs: tuple[str, ...]) -> int:
    """How many of the lines the posting asks with speak of it."""
    if not signs:
        return 0
    pattern = _pattern(signs)
    return sum(
        pattern.search(r.text.lower()) is not None for r in job.requirements if not r.negated
    )


@lru_cache(maxsize=64)
def _pattern(signs: tuple[str, ...]) -> re.Pattern[str]:
    words = (re.escape(s.rstrip("*").lower()) + (r"\w*" if s.endswith("*") else "") for s in signs)
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?:s|es)?(?!\w)")

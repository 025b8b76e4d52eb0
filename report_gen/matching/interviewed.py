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
from report_gen.taxonomy.interview import Role

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
    role = _chosen(base, profession(job.title, lex), job, lex)
    if role is None or role.chosen_for is None:
        return {base: 1.0}
    special = role.chosen_for.by_title + _lines(job, role.signs)
    usual = float(_lines(job, roles[base].signs, role.signs if role.chosen_for.least_lines else ()))
    share = round(special / (special + usual), 2)
    found = {role.id: share, base: round(1 - share, 2)}
    return {r: s for r, s in sorted(found.items(), key=lambda f: -f[1]) if s}


def _chosen(base: str, named: str, job: Job, lex: Lexicon) -> Role | None:
    """The pack that takes the postings of a profession in place of a stated role: that of a field
    where enough lines speak of the field, else that of the whole profession."""
    wide: Role | None = None
    fields: list[Role] = []
    for role in lex.taxonomy.roles.values():
        choice = role.chosen_for
        if choice and base in choice.in_place_of and named in choice.professions:
            if choice.least_lines:
                fields.append(role)
            else:
                wide = wide or role
    for role in sorted(fields, key=lambda r: -_lines(job, r.signs)):
        lines = _lines(job, role.signs)
        rival = _lines(job, wide.signs, role.signs) if wide else 0
        if role.chosen_for and lines >= role.chosen_for.least_lines and lines >= rival:
            return role
    return wide


def blended(shares: Mapping[str, float], level: str | None, lex: Lexicon) -> dict[str, float]:
    """Percent per dimension of the packs by their shares (sum 100); {} without packs."""
    out: dict[str, float] = {}
    for name, share in shares.items():
        for dimension, weight in lex.taxonomy.roles[name].weights_for(level).items():
            out[dimension] = out.get(dimension, 0.0) + share * weight
    return out


def _lines(job: Job, signs: tuple[str, ...], but: tuple[str, ...] = ()) -> int:
    """How many of the lines the posting asks with speak of it, those with a sign of ``but`` left out."""
    if not signs:
        return 0
    pattern, other = _pattern(signs), _pattern(but) if but else None
    said = (r.text.lower() for r in job.requirements if not r.negated)
    return sum(
        pattern.search(text) is not None and not (other and other.search(text)) for text in said
    )


@lru_cache(maxsize=64)
def _pattern(signs: tuple[str, ...]) -> re.Pattern[str]:
    words = (re.escape(s.rstrip("*").lower()) + (r"\w*" if s.endswith("*") else "") for s in signs)
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?:s|es)?(?!\w)")

"""What the fit is made of: how much each part can give, and what each requirement weighs.

All numbers here are ours and printed in the report. They were chosen beforehand; of ``MAXIMA``, which
sums to 100, two points were moved from the heart of the job to the wishes after a look at how pairs
judged by hand are ordered (``make judged``), which is nearly flat around these values.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from report_gen.job.models import Job
from report_gen.matching.asks import Ask, read_asks
from report_gen.matching.degrees import asks_degree, beside_degree
from report_gen.matching.interviewed import blended, interviewed_as
from report_gen.matching.lexicon import Lexicon
from report_gen.matching.models import Matches
from report_gen.taxonomy.models import Taxonomy

MAXIMA: Mapping[str, float] = {
    "must_haves": 27.0,
    "duties": 16.0,
    "nice_to_haves": 8.0,
    "focus": 12.0,
    "competencies": 7.0,
    "years": 4.0,
    "level": 8.0,
    "profession": 18.0,
}
LABELS: Mapping[str, str] = {
    "must_haves": "Must-haves",
    "duties": "Duties",
    "nice_to_haves": "Nice-to-haves",
    "focus": "The heart of the job",
    "competencies": "Competencies for the interviews",
    "years": "Years in the field",
    "level": "Level",
    "profession": "Profession",
}
PART_OF_KIND: Mapping[str, str] = {
    "required": "must_haves",
    "responsibility": "duties",
    "preferred": "nice_to_haves",
}
CAP = 8.0
"""No single requirement moves the score by more points than this."""

TYPICAL_YEARS: Mapping[str, float] = {
    "intern": 0.0, "junior": 0.0, "mid": 2.0, "senior": 5.0, "staff": 8.0, "principal": 10.0, "manager": 6.0,
}  # fmt: skip
"""role packs: typical years of a level, taken where the posting names none."""

_EMPHASIS = re.compile(
    r"\b(?:must|required|essential|above all|strong|very strong|deep|expert|proven|extensive|track record|minimum|firm grip)\b",
    re.I,
)
_SOFT_WORDS = re.compile(
    r"\b(?:familiarity|exposure|interest in|awareness|basic|a plus|bonus|ideally|helps)\b", re.I
)


def requirement_weights(job: Job, lex: Lexicon) -> dict[str, float]:
    """By requirement id: 1, more where the job stresses it, less where it only wishes; less, too,
    for what most who apply have and what therefore tells little (a first degree, a programming
    language, soft skills)."""
    return {ask.requirement.id: _weight(ask, lex) for ask in read_asks(job, lex)}


def _weight(ask: Ask, lex: Lexicon) -> float:
    text = ask.requirement.text
    stress = 0.75 if _SOFT_WORDS.search(text) else 1.25 if _EMPHASIS.search(text) else 1.0
    if asks_degree(ask, lex) and not beside_degree(text, lex):
        return 0.5 * stress
    telling = [
        t
        for g, is_subject in zip(ask.groups, ask.subjects, strict=True)
        if is_subject
        for t in g.terms
    ]
    telling = [t for t in telling if not lex.broad(t)]
    if not telling:
        return 0.6 * stress
    if all(
        t in lex.taxonomy.skills and lex.taxonomy.skills[t].parent == "programming_language"
        for t in telling
    ):
        return 0.7 * stress
    return stress


def maxima(job: Job, weights: Mapping[str, float]) -> dict[str, float]:
    """The greatest points of each part for this job. What a part can't carry (few requirements
    of its kind, each capped) goes to the other kinds of requirement, then to competencies."""
    out = dict(MAXIMA)
    by_part = {
        part: [r for r in job.requirements if PART_OF_KIND[r.kind] == part]
        for part in PART_OF_KIND.values()
    }
    room = {part: _room([weights[r.id] for r in rs]) for part, rs in by_part.items()}
    spare = 0.0
    for part in by_part:
        spare += max(0.0, out[part] - room[part])
        out[part] = min(out[part], room[part])
    for part in ("must_haves", "duties"):
        take = min(spare, max(0.0, room[part] - out[part])) if by_part[part] else 0.0
        out[part] += take
        spare -= take
    out["competencies"] += spare
    return {part: round(value, 1) for part, value in out.items()}


def _room(weights: list[float]) -> float:
    """What a part may carry so that its heaviest requirement stays under the cap."""
    return CAP * sum(weights) / max(weights) if weights else 0.0


POSTING = 0.3
"""The posting's own lines decide this much of the weights, the usual interviews the rest."""
UNNAMED = 0.5
"""What is left of a usual weight where no line of the posting speaks of the dimension."""
UNUSUAL = 0.15
"""A dimension these interviews do not test is added where so much of the posting is about it."""
CODE, PEOPLE = "coding", "behavioral_leadership"


def dimension_weights(job: Job, matches: Matches, lex: Lexicon) -> dict[str, float]:
    """Percent per dimension for this job and company (sum 100): what interviews of its kind
    usually weigh, moved towards what the posting itself asks for."""
    base = blended(matches.interviewed_as or interviewed_as(job, lex), job.level, lex)
    if not base:
        base = dict.fromkeys((d for d, v in lex.taxonomy.dimensions.items() if v.core), 1.0)
    emphasis = company_emphasis(job, lex.taxonomy)
    usual = {d: w * emphasis.get(d, 1.0) for d, w in base.items()}
    weighted = followed(usual, job, lex.taxonomy)
    total = sum(weighted.values()) or 1.0
    return {d: round(100 * w / total, 1) for d, w in sorted(weighted.items())}


def followed(usual: Mapping[str, float], job: Job, taxonomy: Taxonomy) -> dict[str, float]:
    """The usual weights moved towards the posting; their sum stays. Halved is what none of its
    lines speaks of; a share goes by how many lines do. Code and people are tested whatever the
    lines say: people keep their weight (every posting has words on them), code never loses."""
    named = _named(job, taxonomy)
    lines = sum(named.values())
    named = {d: n for d, n in named.items() if usual.get(d) or n >= UNUSUAL * lines}
    lines = sum(named.values())
    everything = sum(usual.values())
    kept = {d: usual[d] for d in (CODE, PEOPLE) if d in usual}
    if not lines or everything <= sum(kept.values()):
        return dict(usual)
    if CODE in named:
        room = everything - kept.get(PEOPLE, 0.0)
        asked = (1 - POSTING) * kept.get(CODE, 0.0) + POSTING * room * named[CODE] / lines
        kept[CODE] = max(kept.get(CODE, 0.0), asked)
    room = everything - sum(kept.values())
    rest = {
        d: w * (UNNAMED if d not in named and taxonomy.dimensions[d].core else 1)
        for d, w in usual.items()
        if d not in kept
    }
    asked_of = {d: n for d, n in named.items() if d not in kept}
    share = POSTING if asked_of else 0.0
    scale = (1 - share) * room / sum(rest.values())
    out = {d: w * scale for d, w in rest.items()}
    for d, n in asked_of.items():
        out[d] = out.get(d, 0.0) + share * room * n / sum(asked_of.values())
    return out | kept


def _named(job: Job, taxonomy: Taxonomy) -> dict[str, float]:
    """How many lines of the posting speak of each dimension: in full of their first, by half of
    others; wishes by half. Those that only some roles are tested on are told by the skills."""
    out: dict[str, float] = {}
    for r in job.requirements:
        if r.negated:
            continue
        line = 0.5 if r.kind == "preferred" else 1.0
        own = {taxonomy.skills[s].dimension for s in r.skills if s in taxonomy.skills}
        special = sorted(d for d in own - set(r.dimensions) if not taxonomy.dimensions[d].core)
        for n, d in enumerate((*special, *r.dimensions)):
            if d != PEOPLE:
                out[d] = out.get(d, 0.0) + line * (1.0 if n == 0 else 0.5)
    return out


def company_emphasis(job: Job, taxonomy: Taxonomy) -> dict[str, float]:
    """The company pack's multipliers; none where the company has no pack."""
    name = (job.company or "").casefold()
    key = _named_companies(taxonomy).get(name) if name else None
    return {} if key is None else dict(taxonomy.companies[key].emphasis_by_dimension)


@lru_cache(maxsize=4)
def _named_companies(taxonomy: Taxonomy) -> dict[str, str]:
    """The packs' ids by every name of the company; of two that share one the first."""
    out: dict[str, str] = {}
    for key in sorted(taxonomy.companies):
        pack = taxonomy.companies[key]
        for name in (key, pack.name, *pack.aliases):
            out.setdefault(name.casefold(), key)
    return out


def bars(weights: Mapping[str, float], level: str | None) -> dict[str, int]:
    """The rating usually expected: by level, one more where much of the loop tests it, one less
    where hardly any does."""
    base = {
        "intern": 1,
        "junior": 2,
        "mid": 2,
        "senior": 3,
        "staff": 3,
        "principal": 4,
        "manager": 3,
    }.get(level or "mid", 2)
    return {d: max(1, min(4, base + (w >= 15 and base >= 3) - (w < 4))) for d, w in weights.items()}

"""Which field a posting plays in: the families of problems its words point to, the best first."""

from __future__ import annotations

from report_gen.coaching.case import Case, has_any, has_cue
from report_gen.coaching.scenes import is_foreign
from report_gen.taxonomy.interview import DesignFamily

ENOUGH = 2.0
SECOND = 0.5
_OWN, _MOST_OWN = 0.2, 0.8
"""What each own line of the field adds, so that of two that fit the person's own comes first."""


def speaks_of(family: str, case: Case) -> bool:
    """Whether the posting plays in a field: one stray word is none. No field is spoken of always."""
    if not family:
        return True
    return case.of_posting(_fits).get(family, 0.0) >= ENOUGH


def _fits(case: Case) -> dict[str, float]:
    return {f.id: fit(f, case) for f in case.taxonomy.designs.values() if _may_be(f, case)}


def _may_be(family: DesignFamily, case: Case) -> bool:
    return not family.needs or has_any(case.job_text, family.needs)


def families(case: Case) -> tuple[tuple[DesignFamily, float], ...]:
    """One or two families for this posting with how strongly it speaks of each; () if the role has
    none."""
    return case.once(_families)


def _families(case: Case) -> tuple[tuple[DesignFamily, float], ...]:
    known = [f for f in case.taxonomy.designs.values() if case.is_for(f.roles)]
    known = [f for f in known if _may_be(f, case)]
    # What plays in a trade nobody here speaks of is drawn only if there is nothing else.
    known = [f for f in known if not is_foreign(f"{f.title} {f.prompt}", case)] or known
    if not known:
        return ()
    fits = case.of_posting(_fits)
    near = {f.id: fits[f.id] + (_own(f, case) if fits[f.id] >= ENOUGH else 0.0) for f in known}
    ranked = sorted(known, key=lambda f: (-near[f.id], not case.is_for(f.default_for), f.id))
    default = next((f for f in known if case.is_for(f.default_for)), ranked[0])
    best = ranked[0]
    if fits[best.id] < ENOUGH:
        return ((default, fits[default.id]),)
    second = [f for f in ranked[1:] if fits[f.id] >= max(ENOUGH, SECOND * fits[best.id])][:1]
    if not second and default is not best and fits[default.id] >= 1:
        second = [default]
    return tuple((f, fits[f.id]) for f in (best, *second))


def _own(family: DesignFamily, case: Case) -> float:
    lines = sum(has_any(line.text.lower(), family.cues) for line in case.deeds)
    return min(_MOST_OWN, _OWN * lines)


SKILL, OF_ONE_LINE = 1.2, 0.25
"""What a skill of the family counts, and what each further one of the same line does beside it."""
AGAIN = 0.6
"""What a line's second word of a field counts beside its first."""
WISHED = 0.4
"""What a line counts that only wishes for something, beside one that asks for it."""


def fit(family: DesignFamily, case: Case) -> float:
    """How strongly the posting speaks of the family: title first, then what is asked for and what
    the work is, then what is wished for, then the company."""
    value, seen = 0.0, set[str]()
    for r in sorted(case.job.requirements, key=lambda r: r.kind == "preferred"):
        new = set(family.skills) & set(r.skills) - seen
        seen |= new
        if new:  # one line that lists several ways of one thing speaks of it once
            weight = WISHED if r.kind == "preferred" else 1.0
            value += SKILL * weight * (1 + OF_ONE_LINE * (len(new) - 1))
    title = case.job.title.lower()
    whole = case.whole_text
    if not has_any(whole, (*family.cues, *family.weak_cues)):
        return value
    for r in case.job.requirements:
        hits = 0 if r.negated else sum(has_cue(r.text.lower(), cue) for cue in family.cues)
        if hits:
            weight = WISHED if r.kind == "preferred" else 1.0
            value += weight * (1 + AGAIN * (hits - 1))
    for cue in family.cues:
        if has_cue(title, cue):
            value += 3.0
        if has_cue(case.company_text, cue):
            value += 0.7
    for cue in family.weak_cues:
        if has_cue(whole, cue):
            value += 0.4
    return value

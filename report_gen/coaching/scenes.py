"""Whether what would be asked plays in a trade neither the posting nor the resume speaks of."""

from __future__ import annotations

from functools import lru_cache

from report_gen.coaching.case import Case, has_any
from report_gen.taxonomy import Taxonomy


def is_foreign(text: str, case: Case) -> bool:
    """Whether the text has a mark of a scene that nothing in the two documents is a sign of."""
    return not placed(text, case.taxonomy) <= case.once(_spoken_of)


@lru_cache(maxsize=2048)
def placed(text: str, taxonomy: Taxonomy) -> frozenset[str]:
    """Ids of the scenes the text plays in; most questions play in none."""
    said = text.lower()
    return frozenset(s.id for s in taxonomy.scenes.values() if has_any(said, s.marks))


def _spoken_of(case: Case) -> frozenset[str]:
    about = [i.text for i in case.job.ignored if i.why in ("company", "not_understood")]
    whole = " ".join([case.job_text, *about, *(line.text for line in case.matches.lines)]).lower()
    return frozenset(s.id for s in case.taxonomy.scenes.values() if has_any(whole, s.signs))

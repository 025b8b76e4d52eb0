"""Whether what would be asked plays in a trade neither the posting nor the resume speaks of."""

from __future__ import annotations

from functools import lru_cache

from report_gen.coaching.case import Case, has_any
from report_gen.taxonomy import Taxonomy


def is_foreign(text: str, case: Case) -> bool:
    """Whether the text has a mark of a scene that nothing in the two documents is a sign of."""
    return not placed(text, case.taxonomy) <= case.once(_spoken_of)


_TELLING = 6
"""Lines from which a posting says where its work plays; a shorter one leaves that to the resume."""


def is_beside(text: str, case: Case) -> bool:
    """Whether the text plays in a trade that only the resume speaks of, and not the posting."""
    if len(case.job.requirements) < _TELLING:
        return False
    return not placed(text, case.taxonomy) <= case.of_posting(_of_posting)


@lru_cache(maxsize=2048)
def placed(text: str, taxonomy: Taxonomy) -> frozenset[str]:
    """Ids of the scenes the text plays in; most questions play in none."""
    said = text.lower()
    return frozenset(s.id for s in taxonomy.scenes.values() if has_any(said, s.marks))


def _spoken_of(case: Case) -> frozenset[str]:
    own = " ".join(line.text for line in case.matches.lines).lower()
    return case.of_posting(_of_posting) | _signed(own, case)


def _of_posting(case: Case) -> frozenset[str]:
    about = [i.text for i in case.job.ignored if i.why in ("company", "not_understood")]
    return _signed(" ".join([case.job_text, *about]).lower(), case)


def _signed(said: str, case: Case) -> frozenset[str]:
    return frozenset(s.id for s in case.taxonomy.scenes.values() if has_any(said, s.signs))

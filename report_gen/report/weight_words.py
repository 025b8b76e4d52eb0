"""How much a gap weighs, in words: a wish of the posting is never said like a must."""

from __future__ import annotations

from collections.abc import Mapping

from report_gen.job.models import Requirement
from report_gen.scoring.models import Gap

_ASKED = {
    "critical": "it can decide against you on its own",
    "major": "it will be asked, and it weighs",
    "minor": "it is worth one good sentence",
}
_WISHED = {
    "critical": "it is a wish, and the first one they will ask about",
    "major": "it is a wish, and a good answer sets you apart",
    "minor": "it is a wish, and worth one good sentence",
}


def weighs(gap: Gap, requirements: Mapping[str, Requirement]) -> str:
    """A clause by severity and by what the posting calls it (a must or a duty, or a wish)."""
    asked = [requirements[r].kind for r in gap.requirements if r in requirements]
    wish = bool(asked) and all(kind == "preferred" for kind in asked)
    return (_WISHED if wish else _ASKED)[gap.severity]

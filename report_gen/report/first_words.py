"""What to say first about a gap, as short as a page wants it."""

from __future__ import annotations

import re

from report_gen.coaching.models import Draft, GapScript, Part, Text

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
MOST = 45
"""Words of a first sentence one learns by heart with its fact: about twenty seconds."""


def first_words(drafts: tuple[Draft, ...], most: int) -> Draft:
    """Whole sentences and quotes from the beginning of some drafts, at most ``most`` words."""
    kept: list[Part] = []
    for part in (p for draft in drafts for p in draft.parts):
        sentences = _SENTENCE.split(part.text) if isinstance(part, Text) else []
        pieces: list[Part] = [Text(text=t) for t in sentences]
        for piece in pieces or [part]:
            if Draft(parts=(*kept, piece)).words > most:
                return Draft(parts=tuple(kept) or drafts[0].parts)
            kept.append(piece)
    return Draft(parts=tuple(kept))


def own_first(script: GapScript, most: int = MOST) -> Draft:
    """The own work first where there is any near, else the opening and what one brings to it."""
    if script.near:
        return first_words((script.bridge,), most)
    return first_words((script.acknowledge, script.bridge), most)

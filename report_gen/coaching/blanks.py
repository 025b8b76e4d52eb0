"""Blanks: what only the candidate knows, each with an id that stays the same from run to run.

The id comes from the line's own words and the slot, not from its place: a bullet that moves keeps
its answers, and a bullet that is rewritten asks again instead of taking a wrong answer.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass, field, replace
from functools import lru_cache

from report_gen.coaching.models import Blank, BlankQuestion


def blank_id(text: str, slot: str) -> str:
    """``b-`` and ten hex digits for a slot of a line (its folded words)."""
    return "b-" + hashlib.sha256(f"{_folded(text)}|{slot}".encode()).hexdigest()[:10]


@lru_cache(maxsize=512)
def _folded(text: str) -> str:
    letters = unicodedata.normalize("NFKC", text).casefold()
    return re.sub(r"[\W_]+", " ", letters).strip()


@dataclass(slots=True)
class BlankBook:
    """Collects the blanks of one drafting run; each id is asked once, wherever it is used.

    ``answered``: ids that the candidate has answered. They count as words that are there.
    """

    answered: frozenset[str] = frozenset()
    _asked: dict[str, BlankQuestion] = field(default_factory=dict)
    _kinds: dict[str, str] = field(default_factory=dict)

    def ask(
        self, text: str, slot: str, label: str, question: str, *, ref: str = "", where: str = "",
        why: str = "", example: str = "", kind: str = "", room: int = 12,
    ) -> Blank:  # fmt: skip
        """The Blank to put into a draft; its question is registered (or gains a place)."""
        id = blank_id(text, slot)
        old = self._asked.get(id)
        if old is None:
            places = (where,) if where else ()
            self._asked[id] = BlankQuestion(
                id=id, question=question, ref=ref, where=places, why=why, example=example
            )
            self._kinds[id] = kind
        elif where and where not in old.where:
            self._asked[id] = replace(old, where=(*old.where, where))
        return Blank(blank=label, id=id, room=room)

    def questions(self) -> tuple[BlankQuestion, ...]:
        """Every blank asked for, in the order they came up."""
        return tuple(self._asked.values())

    def kind(self, id: str) -> str:
        """The kind of blank (a key of ``blanks`` in language.yaml), "" if unknown."""
        return self._kinds.get(id, "")

"""Which wording comes next: by hash, and none again while there is another."""

from __future__ import annotations

from collections.abc import Iterable

from report_gen.coaching.case import choose


class Chooser:
    """Remembers what one report has said. What must be said again is what was said longest ago,
    so that two pages that face each other never share a sentence while there is a choice."""

    def __init__(self) -> None:
        self._said: dict[str, None] = {}

    def is_fresh(self, text: str) -> bool:
        """Whether the report has not said it yet."""
        return text not in self._said

    def mark(self, texts: Iterable[str]) -> None:
        """Notes texts as said now."""
        for text in texts:
            self._said.pop(text, None)
            self._said[text] = None

    def one(self, options: tuple[str, ...], *key: str) -> str:
        """One of the options, "" if there are none."""
        if not options:
            return ""
        fresh = [o for o in options if self.is_fresh(o)]
        if fresh:
            picked = choose(fresh, *key)
        else:
            picked = next(o for o in self._said if o in options)
        self.mark((picked,))
        return picked

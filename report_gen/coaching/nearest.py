"""Which own line to take along: for a topic to review, a thing to show, a task, a question."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from report_gen.coaching.case import BROAD, Case

LEAST_WORDS = 4
WORN = 0.8
"""What each earlier use takes off a line's worth, so that a report does not lean on one line."""


@dataclass(slots=True)
class OwnLines:
    """Hands out own lines, each as seldom as the others allow. The same calls in the same order
    give the same lines."""

    case: Case
    used: Counter[str] = field(default_factory=Counter)

    def nearest(self, skills: Sequence[str] = ()) -> str:
        """The reference of the own line that shows one of the skills; "" where there is none: a
        line of the same wide field beside a question it does not answer helps nobody."""
        wanted = frozenset(skills) - BROAD
        found = self._best(wanted) if wanted else ""
        self.used.update([found] if found else [])
        return found

    def speaking_of(self, text: str) -> str:
        """The own line that shows something the text names; "" where there is none."""
        return self.nearest([m.id for m in self.case.taxonomy.find_skills(text)])

    def of(self, refs: Sequence[str]) -> str:
        """The least worn of some references, the first of equals; "" for none."""
        found = min(refs, key=lambda ref: self.used[ref], default="")
        self.used.update([found] if found else [])
        return found

    def _best(self, skills: frozenset[str]) -> str:
        ranked = []
        for n, line in enumerate(self.case.deeds):
            shared = len(skills & set(line.skills))
            if not shared:
                continue
            if len(line.text.split()) < LEAST_WORDS or (
                line.level < 2 and ".highlights[" not in line.ref
            ):
                continue  # "Recommendations team of six" tells where, and no deed
            worth = 2 * shared + 0.5 * line.level - WORN * self.used[line.ref]
            ranked.append((-worth, n, line.ref))
        return min(ranked)[2] if ranked else ""

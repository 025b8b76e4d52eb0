"""Whom one works with: "with design, sales and legal" names people, not things to be shown."""

from __future__ import annotations

import re

Span = tuple[int, int, str]
TOGETHER = frozenset({"cross_functional", "stakeholder_management", "collaboration"})
"""Of these one stands for everybody named."""


_DEPARTMENTS = frozenset({"analytics", "operations", "ops", "sales", "business", "stakeholders"})
_OF = "the|our|your|other|senior|internal|external|business|non-technical"
_BODY = "teams?|partners?|groups?|leaders?|leadership|experts?|staff|colleagues"
_VERBS = (
    r"(?:(?:work|partner|collaborat|cooperat|team|pair|align|coordinat|engag|interact|communicat"
    r"|share|connect|liais|interfac|negotiat)\w*(?: \w+){0,3}? (?:with|across|to)"
    r"|together with|alongside|hand in hand with|closely with)"
)


def collaborators(nouns: tuple[str, ...]) -> re.Pattern[str]:
    """Finds ``who`` or ``listed``: whoever follows a verb of working together; several after
    "between" or "across"; and several kinds of people ("designers and engineers") after "with".
    "Experience with sales and marketing" is about these."""
    persons = tuple(n for n in nouns if n.endswith("s") and n not in _DEPARTMENTS)
    anyone, person = _one(nouns), _one(persons)
    joint = r"(?:, | and |, and | or |/| & )"
    return re.compile(
        rf"\b(?:{_VERBS} (?P<who>{anyone}(?:{joint}{anyone})*)"
        rf"|(?P<listed>(?:align|between|across) {anyone}(?:{joint}{anyone})+"
        rf"|with {person}(?:{joint}{person})+))(?=[\s,.;:)]|$)",
        re.I,
    )


def _one(nouns: tuple[str, ...]) -> str:
    noun = "|".join(re.escape(n) for n in sorted(nouns, key=len, reverse=True))
    return rf"(?:(?:{_OF}) )?(?:{noun})(?: (?:{_BODY}))?"


def without_people(text: str, spans: list[Span], people: re.Pattern[str]) -> list[Span]:
    """The things asked for without those that only say who takes part; the work across teams
    itself is asked for instead."""
    found = people.search(text)
    if found is None:
        return spans
    a, b = found.span("who" if found["who"] else "listed")
    kept = [s for s in spans if not (a <= s[0] and s[1] <= b and s[1] > s[0])]
    if len(kept) == len(spans) or any(s[2] in TOGETHER for s in kept):
        return kept
    return [*kept, (a, b, "cross_functional")]

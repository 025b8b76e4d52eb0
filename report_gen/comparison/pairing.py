"""Which line, which requirement of the earlier analysis is which of the later one.

References count lines, so one bullet put on top shifts them all: what belongs together is found
by its words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

ALIKE = 0.5
"""Share of words two lines have in common, of all that either has, from which one is taken for a
new wording of the other: half, so that a bullet given a number or a result is still itself."""
GROWN = 0.6
"""Share of the shorter line that must stand in the longer one for the same: a bullet that was
written out, or cut down, has little in common with itself by the first measure. A word counts the
less the more lines have it, so that "and" makes no two lines alike."""
_LEAST_SHARED = 3

_WORD = re.compile(r"\w+")


def pair(then: Mapping[str, str], now: Mapping[str, str]) -> dict[str, str]:
    """Key -> words on both sides; returns key then -> key now. The same words first, under the
    same key where there are several; then the most alike, each used once."""
    found: dict[str, str] = {}
    by_words: dict[str, list[str]] = {}
    for key, text in now.items():
        by_words.setdefault(_plain(text), []).append(key)
    for key, text in then.items():
        same = by_words.get(_plain(text))
        if same:
            other = key if key in same else same[0]
            same.remove(other)
            found[key] = other
    left = {k: _words(t) for k, t in then.items() if k not in found}
    right = {k: _words(t) for k, t in now.items() if k not in set(found.values())}
    lines = Counter(word for said in (*left.values(), *right.values()) for word in said)
    near = [
        (-likeness, a, b)
        for a, said in left.items()
        for b, says in right.items()
        if (likeness := _likeness(said, says, lines))
    ]
    taken: set[str] = set()
    for _, a, b in sorted(near):
        if a not in found and b not in taken:
            found[a] = b
            taken.add(b)
    return found


def same_words(one: str, other: str) -> bool:
    """Whether two lines differ in letter case, spaces and punctuation at most."""
    return _plain(one) == _plain(other)


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def _words(text: str) -> frozenset[str]:
    """A plural is its singular."""
    return frozenset(word.rstrip("s") or word for word in _WORD.findall(text.casefold()))


def _likeness(one: frozenset[str], other: frozenset[str], lines: Mapping[str, int]) -> float:
    """0 for two different lines, else higher for those more alike."""
    share = _share(one, other)
    if share >= ALIKE:
        return 1 + share
    shared, shorter = one & other, min(one, other, key=len)
    if len(shared) < _LEAST_SHARED:
        return 0.0
    kept = sum(1 / lines[word] for word in shared) / sum(1 / lines[word] for word in shorter)
    return kept if kept >= GROWN else 0.0


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one or other else 0.0

"""Which capital letters belong to a name and stay when a word moves into a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from report_gen.coaching.language.shapes import COMPOUNDING

_WORD = re.compile(r"[^\W\d_][\w+#.&'’/-]*")


_WHICH = frozenset(
    ["year", "phase", "level", "grade", "tier", "type", "class", "part", "section", "article", "step", "stage", "series",
     "form", "band", "group"]
)  # fmt: skip
_COMMON = [
    "data",
    "science",
    "analytics",
    "team",
    "group",
    "systems",
    "services",
    "solutions",
    "health",
    "care",
    "research",
    "institute",
    "school",
    "university",
    "college",
    "design",
    "software",
    "engineering",
    "labs",
    "media",
    "bank",
    "insurance",
    "network",
    "of",
    "the",
    "and",
    "model",
    "models",
    "machine",
    "learning",
    "deep",
    "product",
    "platform",
    "engine",
    "search",
    "project",
    "projects",
    "code",
]


_PLAIN = frozenset(
    [
        "internal",
        "external",
        "joint",
        "new",
        "small",
        "large",
        "various",
        "data",
        "first",
        "second",
        "daily",
        "monthly",
        "customer",
        "client",
        "research",
        "full",
        "online",
    ]
)

_WORK = frozenset(
    ["deployment", "automation", "administration", "orchestration", "integration", "migration", "optimization", "optimisation",
     "collaboration", "communication", "documentation", "leadership", "management", "facilitation", "negotiation", "compliance",
     "responsible", "analytics", "experimentation", "visualization", "visualisation", "implementation", "development"]
)  # fmt: skip
"""Fields of work: skills with a name of their own, and plain nouns before other words."""
_JOINTS = frozenset(
    ["and", "of", "the", "for", "in", "to", "with", "on", "a", "an", "by", "at", "from"]
)
_INSIDE = re.compile(r"[\w,]\s")
"""What stands before a word in the middle of a sentence."""


class Names:
    """Words to keep as written. ``known``: names from skills, employers and products."""

    def __init__(
        self,
        known: Iterable[str] = (),
        texts: Iterable[str] = (),
        spelled: Mapping[str, str] | None = None,
    ) -> None:
        """``texts``: running text; a word seen in lower case there is no name, a word seen
        capitalised in mid-sentence only is one. ``spelled``: names that the resume writes small,
        as they are written ("kubernetes": "Kubernetes")."""
        self._spelled = dict(spelled or {})
        keys = "|".join(re.escape(k) for k in sorted(self._spelled, key=len, reverse=True))
        self._small = re.compile(rf"(?<![\w.@:-])(?:{keys})(?![\w@:]|[.-]\w)") if keys else None
        lower: set[str] = set()
        middle: set[str] = set()
        for text in texts:
            for match in _WORD.finditer(text):
                word = match.group().rstrip(".'’-/&")
                if word[:1].islower():
                    lower.add(word)
                elif _INSIDE.fullmatch(text, max(0, match.start() - 2), match.start()):
                    middle.add(word)
        named: set[str] = set()
        sure: set[str] = set()
        for name in known:
            parts = [w for w in _WORD.findall(name) if w[:1].isalpha()]
            if len(parts) > 1 and all(w[:1].isupper() for w in parts):
                sure.update(parts)
            elif len(parts) == 1 and parts[0][:1].isupper():
                named.add(parts[0])
            else:
                named.update(w for w in parts[1:] if w[:1].isupper())
        self._single = frozenset(w for w in named if w.lower() not in lower)
        common = frozenset(_COMMON)
        self._keep = frozenset(
            w for w in named | middle | sure if w.lower() not in lower
        ) | frozenset(w for w in sure if w.lower() not in common)
        self._keep |= {w for name in self._spelled.values() for w in name.split()}

    def spelled(self, text: str) -> str:
        """The text with the names in it written as names are."""
        if self._small is None:
            return text
        return self._small.sub(lambda m: self._spelled[m.group()], text)

    def keeps(self, word: str) -> bool:
        """True if the word is written with its capital anywhere in a sentence."""
        core = word.strip("\"'“”‘’(),.;:")
        core = re.sub(r"['’]s$", "", core)
        if not core[:1].isupper():
            return True
        if core == "I" or core.startswith(("I'", "I’")):
            return True
        rest = core[1:]
        if any(c.isupper() or c.isdigit() for c in rest):
            return not _shouted(core)
        if len(core) == 1:
            return core not in "A"
        return core in self._keep or core.split("-")[0].split("/")[0] in self._keep

    def small(self, label: str) -> str:
        """A heading as it reads inside a sentence: "Room Sharing" -> "room sharing"; names, and
        what has capitals or figures of its own, stay."""
        words = label.split()
        shown = all(w[:1].isupper() or w.lower() in _JOINTS or not w[:1].isalpha() for w in words)
        if len(words) < 2 or not shown:
            return self.lower_first(label)
        return " ".join(
            w.lower() if w[1:].islower() and w not in self._single and not w[:1].isdigit() else w
            for w in (part if "-" not in part else _small_parts(part) for part in words)
        )

    def lower_first(self, text: str) -> str:
        """The text as it reads inside a sentence."""
        first, _, rest = text.partition(" ")
        if first.lower() in _PLAIN and rest[:1].islower():
            return first.lower() + f" {rest}"
        if first.lower() in COMPOUNDING | _WORK and rest[:1].islower():
            return first.lower() + f" {rest}"
        if rest[:1].isdigit() and first.lower() in _WHICH:
            return text  # "Year 6", "Phase 2" name which one
        if self.keeps(first) or (first.endswith(("'s", "’s")) and first[:1].isupper()):
            return text  # "Chekhov's" is somebody's; a common noun seldom opens a line so
        return (first[:1].lower() + first[1:]) + (f" {rest}" if rest else "")


def _small_parts(word: str) -> str:
    """ "Cross-Team" -> "cross-team"; "A/B-Test" and "C-suite" stay."""
    plain = all(p[1:].islower() for p in word.split("-"))
    return word.lower() if plain else word


def article(text: str) -> str:
    """ "a " or "an " by the first sound: "an RTOS port", "a user study"."""
    first = text.split(" ", 1)[0].split("-")[0]
    if re.match(r"S[CKNPTW][AEIOU][A-Z]+$", first):
        return "a "  # "a STEM club": said as a word
    if first.isupper() and 1 < len(first) <= 5 and not re.search(r"[AEIOU]", first[1:2]):
        return "an " if first[0] in "AEFHILMNORSX" else "a "
    return "an " if re.match(r"(?:[aeio]|8|11\b|18\b|u(?!ni|s[ei]|x|k\b))", first, re.I) else "a "


def capital(text: str) -> str:
    """The text as it reads at the start of a sentence; odd spellings ("p99", "iOS") stay."""
    first = text.split(" ", 1)[0]
    plain = first.islower() and first.isalpha()
    if not plain and any(c.isupper() or c.isdigit() for c in first):
        return text
    return text[:1].upper() + text[1:]


def _shouted(word: str) -> bool:
    """Hyphenated sentence case such as ``Re-Wrote`` is no name; ``A/B`` and ``ICLR`` are."""
    parts = word.split("-")
    return (
        len(parts) > 1
        and all(p[:1].isupper() and p[1:].islower() for p in parts)
        and (parts[0].lower() in ("re", "co", "pre", "de", "cross", "multi"))
    )

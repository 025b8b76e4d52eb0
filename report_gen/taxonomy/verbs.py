"""Verb forms: which form of which verb a word is, and the other forms of that verb.

The irregular ones and the list of known verbs are data (vocabulary/language.yaml); the rest of
English inflection is four spelling rules.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from report_gen.taxonomy.models import Taxonomy
from report_gen.taxonomy.vocabulary_language import LanguageVocabulary

Form = Literal["base", "third", "past", "participle", "gerund"]

_VOWELS = "aeiou"
_REMEMBERED = 20_000
_AUXILIARIES = frozenset(
    [
        "am",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "have",
        "has",
        "had",
        "do",
        "does",
        "did",
        "can",
        "could",
        "will",
        "would",
        "shall",
        "should",
        "may",
        "might",
        "must",
        "isn't",
        "aren't",
        "wasn't",
        "weren't",
        "hasn't",
        "haven't",
        "hadn't",
        "don't",
        "doesn't",
        "didn't",
        "can't",
        "cannot",
        "couldn't",
        "won't",
        "wouldn't",
    ]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A word as a verb: its base form and which form it is."""

    base: str
    form: Form


class VerbTable:
    """Built from the vocabulary; answers for words in any case, hyphenated ones included."""

    def __init__(self, words: LanguageVocabulary) -> None:
        self.words = words
        self._irregular = words.irregular_verbs
        self._doubling = frozenset(words.doubling)
        self._forms: dict[str, list[Reading]] = {}
        self._read: dict[str, tuple[Reading, ...]] = {}
        for base in sorted({*words.verbs, *words.irregular_verbs}):
            self._add(base)
        self._nouns = frozenset(words.noun_verbs)
        self._result = frozenset(words.result_verbs)
        self._change = frozenset(words.change_verbs)
        self._active = frozenset(words.active_verbs)
        self._adjectives = frozenset(words.adjectives)

    def _add(self, base: str) -> None:
        seen: set[tuple[str, str]] = set()
        pairs: list[tuple[str, Form]] = [
            (base, "base"),
            (third(base), "third"),
            (self.past(base), "past"),
            (self.participle(base), "participle"),
            (self.gerund(base), "gerund"),
        ]
        if base[-1] in "lmpt" and base not in self._irregular:  # travelled and traveled
            twin = base + base[-1]
            pairs += [(twin + "ed", "past"), (twin + "ed", "participle"), (twin + "ing", "gerund")]
        for word, form in pairs:
            if (word, form) not in seen:
                seen.add((word, form))
                self._forms.setdefault(word, []).append(Reading(base=base, form=form))

    def readings(self, word: str) -> tuple[Reading, ...]:
        """Every way the word can be a verb form; the known verbs first, then by its ending."""
        found = self._read.get(word)
        if found is None:
            if len(self._read) >= _REMEMBERED:
                self._read.clear()
            found = self._read[word] = self._readings(word)
        return found

    def _readings(self, word: str) -> tuple[Reading, ...]:
        low = word.lower().strip("’'")
        known = self._forms.get(low)
        if known:
            return tuple(known)
        if "-" in low:
            prefix, _, last = low.rpartition("-")
            return tuple(
                Reading(base=f"{prefix}-{r.base}", form=r.form) for r in self._forms.get(last, ())
            )
        for prefix in ("re", "co", "over", "under", "out", "pre", "de", "un", "up", "mis", "dis"):
            rest = low[len(prefix) :]
            if low.startswith(prefix) and rest in self._forms and len(rest) > 3:
                return tuple(Reading(base=prefix + r.base, form=r.form) for r in self._forms[rest])
        return _by_ending(low)

    def known(self, word: str) -> tuple[Reading, ...]:
        """Readings of a word that stands in the table as it is."""
        return tuple(self._forms.get(word.lower(), ()))

    def is_form(self, word: str, *forms: Form) -> bool:
        return any(r.form in forms for r in self.readings(word))

    def is_known(self, word: str) -> bool:
        """In the table, not guessed by its ending."""
        low = word.lower()
        return low in self._forms or low.rpartition("-")[2] in self._forms

    def base(self, word: str, *forms: Form) -> str:
        """The base form of a word read as one of ``forms`` (any if none is given); "" if none."""
        for r in self.readings(word):
            if not forms or r.form in forms:
                return r.base
        return ""

    def past(self, base: str) -> str:
        if base in self._irregular:
            return self._irregular[base][0]
        head, dash, last = base.rpartition("-")
        if dash and last in self._irregular:
            return f"{head}-{self._irregular[last][0]}"
        for prefix in ("re", "over", "under", "out", "mis", "un"):
            if base.startswith(prefix) and base[len(prefix) :] in self._irregular:
                return prefix + self._irregular[base[len(prefix) :]][0]
        return _regular(base, "ed", base in self._doubling)

    def participle(self, base: str) -> str:
        return self._irregular[base][1] if base in self._irregular else self.past(base)

    def gerund(self, base: str) -> str:
        if base.endswith("ie"):
            return base[:-2] + "ying"
        if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) and base != "be":
            return base[:-1] + "ing"
        return (base + base[-1] if _doubles(base, base in self._doubling) else base) + "ing"

    def doing(self, word: str) -> str:
        """The gerund of a verb in whatever form it stands: "built" -> "building"."""
        known = self.known(word)
        if any(r.form == "base" for r in known):
            return self.gerund(word.lower())
        return self.gerund(next((r.base for r in known), word.lower()))

    def also_noun(self, base: str) -> bool:
        return base in self._nouns

    def is_result(self, base: str) -> bool:
        return base in self._result or base.rpartition("-")[2] in self._result

    def is_change(self, base: str) -> bool:
        return base in self._change

    def is_active(self, base: str) -> bool:
        """Has no passive: "worked with sales" can only be somebody working."""
        return base in self._active

    def is_adjective(self, word: str) -> bool:
        return word.lower() in self._adjectives


@lru_cache(maxsize=4)
def verb_table(taxonomy: Taxonomy) -> VerbTable:
    """The one table of these packs."""
    return VerbTable(taxonomy.language_words)


def is_auxiliary(word: str) -> bool:
    return word.lower().replace("’", "'") in _AUXILIARIES


def third(base: str) -> str:
    """``own`` -> ``owns``, ``push`` -> ``pushes``, ``carry`` -> ``carries``."""
    if base == "have":
        return "has"
    if base == "be":
        return "is"
    if re.search(r"(?:s|x|z|ch|sh|o)$", base):
        return base + "es"
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ies"
    return base + "s"


def _regular(base: str, ending: str, listed: bool) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ied"
    return (base + base[-1] if _doubles(base, listed) else base) + ending


@lru_cache(maxsize=4000)
def _doubles(base: str, listed: bool) -> bool:
    """One syllable ending consonant-vowel-consonant doubles (plan, ship), others if listed."""
    if listed:
        return base[-1] not in _VOWELS and base[-1] not in "wxy"
    last = base.rpartition("-")[2]
    if not re.fullmatch(r"[^aeiou]*[aeiouy][^aeiouwxy]", last):
        return False
    return len(last) >= 3


def _by_ending(low: str) -> tuple[Reading, ...]:
    """Unknown words: "-ed" and "-ing" and "-ise" are verb forms often enough to be asked about."""
    if not low.isalpha() or len(low) < 5:
        return ()
    if low.endswith("ied"):
        base = low[:-3] + "y"
        return (Reading(base=base, form="past"), Reading(base=base, form="participle"))
    if low.endswith("ed") and not low.endswith("eed"):
        base = _strip(low[:-2])
        return (Reading(base=base, form="past"), Reading(base=base, form="participle"))
    if low.endswith("ing") and len(low) > 6 and re.search(r"[aeiouy]", low[:-3]):
        return (Reading(base=_strip(low[:-3]), form="gerund"),)
    if low.endswith(("ise", "ize", "ify")) and len(low) > 6:
        return (Reading(base=low, form="base"),)
    return ()


def _strip(root: str) -> str:
    if len(root) > 2 and root[-1] == root[-2] and root[-1] not in "lsz":
        return root[:-1]
    if re.search(
        r"(?:[^aeiou]|^)[aeiouy][^aeiouwxy]$|(?:at|iz|is|ur|uc|ag|ut|iv|rs|dg|rg|nc|rc|v|u)$", root
    ):
        return root + "e"
    return root

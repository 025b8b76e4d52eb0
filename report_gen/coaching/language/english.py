"""Is a line English? The frames speak English only; a line of another language is quoted whole."""

from __future__ import annotations

import re
from functools import lru_cache

_ENGLISH = frozenset(
    [
        "the",
        "a",
        "an",
        "and",
        "of",
        "to",
        "in",
        "for",
        "with",
        "by",
        "on",
        "from",
        "at",
        "as",
        "into",
        "that",
        "which",
        "while",
        "across",
        "over",
        "than",
        "our",
        "their",
        "its",
        "this",
        "is",
        "are",
        "was",
        "were",
        "per",
    ]
)
# Small words of other languages of resumes that are no English words.
_OTHER = frozenset(
    [
        "der",
        "die",
        "das",
        "und",
        "von",
        "für",
        "mit",
        "bei",
        "im",
        "zur",
        "zum",
        "einer",
        "eines",
        "einem",
        "auf",
        "aus",
        "als",
        "durch",
        "des",
        "les",
        "la",
        "le",
        "du",
        "et",
        "pour",
        "avec",
        "dans",
        "sur",
        "une",
        "aux",
        "par",
        "en",
        "el",
        "los",
        "las",
        "y",
        "del",
        "con",
        "para",
        "por",
        "una",
        "que",
        "sobre",
        "il",
        "di",
        "della",
        "delle",
        "e",
        "con",
        "gli",
        "nel",
        "dei",
        "het",
        "een",
        "van",
        "voor",
        "met",
        "op",
        "bij",
        "och",
        "av",
        "för",
        "till",
        "på",
        "med",
        "i",
        "og",
        "til",
        "w",
        "z",
        "na",
        "do",
        "oraz",
        "dla",
        "os",
        "da",
        "dos",
        "com",
        "ao",
        "uma",
        "ve",
        "ile",
        "için",
        "bir",
    ]
) - {"a", "i", "do", "on", "an", "in", "to"}
_WORD = re.compile(r"[^\W\d_]+")
_OTHER_SCRIPT = re.compile(r"[\u0370-\u1fff\u2e80-\ud7ff]")


@lru_cache(maxsize=1024)
def is_english(text: str) -> bool:
    """True unless the small words or the script of a line speak for another language.

    A line without any small word is taken as English: "Reduced latency 40%".
    """
    words = [w.casefold() for w in _WORD.findall(text)]
    if len(_OTHER_SCRIPT.findall(text)) * 3 > sum(map(len, words)):
        return False
    english = sum(w in _ENGLISH for w in words)
    other = sum(w in _OTHER for w in words)
    accents = sum(not w.isascii() for w in words)
    return other + min(accents, 2) < 2 or english >= other + min(accents, 1)

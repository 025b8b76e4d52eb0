"""Text folded for comparison: lower case, no accents, and either the same length or no signs."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_SIGNS = re.compile(r"[^\w+#]+")


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    lower = character.lower()
    if len(lower) != 1:  # Turkish capital dotted I gives two code points
        lower = lower[0]
    if "\uac00" <= lower <= "\ud7a3":  # a Hangul syllable would fall apart into letters
        return lower
    base = unicodedata.normalize("NFD", lower)[0]
    return {"ø": "o", "ł": "l", "ı": "i", "đ": "d", "’": "'", "‘": "'", "´": "'", "`": "'"}.get(
        base, base
    )


def fold_in_place(text: str) -> str:
    """Lower case without accents, every character at its old place."""
    if text.isascii():
        return text.lower()
    return "".join(map(_fold_character, text))


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Lower case words without accents and signs, one space between them."""
    return _SIGNS.sub(" ", fold_in_place(unicodedata.normalize("NFC", text))).strip()

"""Characters as people mean them: ligatures, odd spaces, invisible signs, private-use glyphs."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

LIGATURES = {
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "ﬅ": "st",
    "ﬆ": "st",
}
_SPACES = dict.fromkeys([0x00A0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], " ")
_GONE = dict.fromkeys(
    [
        *range(0x09),
        *range(0x0E, 0x20),
        *range(0x7F, 0xA0),
        0x034F,
        0x061C,
        0x180E,
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2070),
        0xFEFF,
        *range(0xFFF9, 0xFFFE),
        *range(0xFE00, 0xFE10),
        *range(0xE0000, 0xE0080),
        0xFFFF,
    ]
)
_TABLE: dict[int, str | None] = {
    **{ord(sign): letters for sign, letters in LIGATURES.items()},
    **_SPACES,
    **_GONE,
    0x2010: "-",
    0x2011: "-",
    0x2028: " ",
    0x2029: " ",
    0x0B: " ",
    0x0C: " ",
    0x85: " ",
}
_PLAIN = re.compile(r"[\t\n\x20-\x7e]*\Z")
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]")
_COMPATIBLE = re.compile("[\uff01-\uff5e\U0001d400-\U0001d7ff]")


def is_private(character: str) -> bool:
    """Is it a private-use code point, that is, an icon or a symbol font's bullet?"""
    return _PRIVATE.match(character) is not None


@lru_cache(maxsize=4096)
def clean_character(character: str) -> str:
    """One glyph's text, cleaned; "" for signs nobody sees."""
    return _clean(character).replace("\u00ad", "")


def clean_text(text: str) -> str:
    """NFC text without invisible signs; ligatures resolved, every space a plain one.

    A soft hyphen disappears inside a line and becomes a hyphen at its end, where it was visible.
    """
    if _PLAIN.match(text):
        return text
    text = re.sub("\u00ad(?=\\s*\\Z)", "-", text).replace("\u00ad", "")
    return _PRIVATE.sub("", _clean(text))


def _clean(text: str) -> str:
    text = text.translate(_TABLE)
    if _COMPATIBLE.search(text):  # full-width Latin and "fancy" mathematical letters
        text = _COMPATIBLE.sub(lambda match: unicodedata.normalize("NFKC", match.group()), text)
    return unicodedata.normalize("NFC", text)

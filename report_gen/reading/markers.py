"""Bullets: which signs at the start of a line mark a list item rather than belong to its text."""

from __future__ import annotations

import re
import unicodedata

BULLETS = frozenset("•‣▪◦·–—*➤➢➔➜➞✓✔✗✘►▶▷▸▹■□▢●○◆◇❖❑❒§→⇒⁃∙⚫⚪★☆✦✧✪✱✲✴✶»›-−‐+~◉◎◘⦿⦾⬤⮚⯈¤")
"""Signs met in resumes; the small letter o (Word's second level) is handled by its spacing."""

SYMBOL_BULLETS = frozenset("§Øvqünlwo·¨oü")
"""What bullets of Wingdings and Symbol become when the font's encoding is lost."""

_NOT_BULLETS = frozenset("©®™°№℠¦")
_NUMBER = re.compile(r"(\(?\d{1,2}[.)]|\(?[a-hA-H]\)|\(?[ivx]{1,4}\))\s+(?=\S)")
_DASHES = frozenset("-–—−~‐")
_RANGE_END = re.compile(
    r"(?:[^\W\d]{3,10}\.?\s+|\d{1,2}[./])?(?:19|20)\d\d\b|present\b|current\b|now\b|today\b|ongoing\b",
    re.I,
)


def is_bullet(character: str) -> bool:
    """May this one sign stand for a list bullet?"""
    if character in BULLETS:
        return True
    category = unicodedata.category(character)
    return category == "So" and character not in _NOT_BULLETS


def split_marker(text: str) -> tuple[str, str]:
    """``"• Built it"`` -> ``("•", "Built it")``; ``("", text)`` when there is no marker.

    A dash before the second half of a date range is no marker, nor is a sign glued to its word
    (except for true bullets: ``•Built``). A number needs its point or bracket and a space.
    """
    stripped = text.lstrip()
    if not stripped:
        return "", ""
    first, rest = stripped[0], stripped[1:]
    if first == "\\" and rest[:1] in ("*", "-", "+"):  # escaped in Markdown pasted as text
        first, rest = rest[0], rest[1:]
    body = rest.lstrip(" \t\ufe0f")
    spaced = rest[:1] in ("", " ", "\t", "\ufe0f")
    if first == "o" and spaced and body[:1].isupper():
        return "o", body
    if is_bullet(first):
        if not body:
            return (first, "") if first not in _DASHES | {"+", "*"} else ("", stripped)
        if first in _DASHES | {"+", "*", "★", "☆", "→", "~"}:
            if not spaced or (first in _DASHES and _RANGE_END.match(body)):
                return "", stripped
            return first, body
        if spaced or body[:1].isalnum() or body[:1] in "\"'(“‘":
            return first, body
        return "", stripped
    number = _NUMBER.match(stripped)
    if number and not stripped[number.end() :].isdigit():
        return number.group(1), stripped[number.end() :]
    return "", stripped

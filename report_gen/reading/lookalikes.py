"""Letters of other alphabets that pose as Latin ones inside a Latin word ("Pythоn" with a Cyrillic o).

Words wholly of another alphabet stay as they are, and so do words in which a letter has no Latin
twin (a Russian word with one wrong key, "TNFα", "µm"). The pairs are those of Unicode's table of
confusable characters (UTS 39) that look the same in common fonts.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from report_gen.notes import Note
from report_gen.reading.models import Document

_POSING = "асԁеһіјӏорԛѕԝхуАВСЕНІЈКМОРЅТХУΑΒΕΖΗΙΚΜΝΟΡΤΥΧο"
_MEANT = "acdehijlopqswxyABCEHIJKMOPSTXYABEZHIKMNOPTYXo"
_TWINS = dict(zip(_POSING, _MEANT, strict=True))
_TABLE = str.maketrans(_TWINS)
_ANY = re.compile(f"[{_POSING}]")
_WORD = re.compile(r"[^\W\d_]+")
_OTHER = re.compile("[\u0370-\u03ff\u0400-\u052f]")
_LATIN = re.compile("[A-Za-z]")


def plain_letters(text: str) -> str:
    """The text with such words spelt in Latin letters; as long as it was."""
    return _WORD.sub(_spelt, text) if _ANY.search(text) else text


def without_lookalikes(document: Document) -> Document:
    """The document so spelt, with a note if that changed anything."""
    lines = tuple(
        replace(
            line,
            text=plain_letters(line.text),
            spans=tuple(replace(s, text=plain_letters(s.text)) for s in line.spans),
        )
        if _ANY.search(line.text)
        else line
        for line in document.lines
    )
    data = _walk(document.data) if document.data is not None else None
    if lines == document.lines and data == document.data:
        return document
    note = Note(
        code="lookalike_letters",
        message="Letters of another alphabet inside Latin words were read as the Latin ones.",
    )
    return replace(document, lines=lines, data=data, notes=(*document.notes, note))


def _spelt(match: re.Match[str]) -> str:
    word = match.group()
    if not _ANY.search(word) or 3 * len(_LATIN.findall(word)) < len(word):
        return word
    spelt = word.translate(_TABLE)
    return word if _OTHER.search(spelt) else spelt


def _walk(value: Any) -> Any:
    if isinstance(value, str):
        return plain_letters(value)
    if isinstance(value, list):
        return [_walk(item) for item in value]
    if isinstance(value, dict):
        return {key: _walk(item) for key, item in value.items()}
    return value

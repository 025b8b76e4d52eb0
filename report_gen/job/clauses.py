"""A sentence that is a list by its signs -> its parts, verbatim; other sentences stay whole."""

from __future__ import annotations

import re

from report_gen.job.asks import read_wording, starts_with_duty, starts_with_third_person
from report_gen.job.words import JobWords, fold

_ENUMERATED = re.compile(r"(?:^|(?<=\s))\(?(?:[a-h]|[1-9]|[ivx]{1,4})\)\s+")
_JOINT = re.compile(r"^(?:and|as well as|plus|und)\s+")
_LEAST = 3
"""Two things joined are said in one breath; from three on they are a list."""
_SHORT_WISH = 8
_TURN = re.compile(r",\s+(?:and|but|though|while)\s+(?=\S)|;\s+(?=\S)")


def split_clauses(sentence: str, words: JobWords) -> tuple[str, ...]:
    """The parts of "(a) ...; (b) ...; (c) ..." and of "prepares ...; maintains ...; advises ...".
    What commas join stays one sentence, and so does a list of things behind one verb, but a
    wish behind a must is parted from it ("You know Python, and Go is a plus.")."""
    enumerated = split_enumeration(sentence)
    if enumerated:
        return enumerated
    pieces = _cut(sentence)
    if len(pieces) < _LEAST or not all(_has_verb(piece, words) for piece in pieces[1:]):
        return _part_wish(sentence, words)
    return tuple(_JOINT.sub("", piece) for piece in pieces)


def split_enumeration(text: str) -> tuple[str, ...]:
    """What stands behind "(a)", "(b)" and "(c)", or () where nothing is counted out."""
    signs = list(_ENUMERATED.finditer(text))
    pieces = _between(text, signs) if signs else ()
    return pieces if len(pieces) >= _LEAST else ()


def _part_wish(sentence: str, words: JobWords) -> tuple[str, ...]:
    for turn in _TURN.finditer(sentence):
        before, after = sentence[: turn.start()], sentence[turn.end() :]
        must = read_wording(before, words, entry=False)
        wish = read_wording(after, words, entry=False)
        most = _SHORT_WISH if turn.group().startswith(";") else len(after.split())
        alone = wish.wish and not wish.why and 3 <= len(after.split()) <= most
        if alone and must.ask == "must" and not must.why and "(" not in before:
            return before, after
    return (sentence,)


def _has_verb(piece: str, words: JobWords) -> bool:
    """Does it begin with "you", or with a verb of work ("maintain", "maintains")?"""
    folded = _JOINT.sub("", fold(piece))
    known = starts_with_duty(folded, words) or starts_with_third_person(folded, words)
    return known or folded.startswith("you ")


def _between(sentence: str, signs: list[re.Match[str]]) -> tuple[str, ...]:
    ends = [*(sign.start() for sign in signs[1:]), len(sentence)]
    pieces = (
        sentence[sign.end() : end].strip(" ;,") for sign, end in zip(signs, ends, strict=True)
    )
    return tuple(piece for piece in pieces if piece)


def _cut(text: str) -> list[str]:
    """The text at its semicolons, those in brackets left alone."""
    pieces, depth = [""], 0
    for letter in text:
        depth += (letter in "([") - (letter in ")]")
        if letter == ";" and depth <= 0:
            pieces.append("")
        else:
            pieces[-1] += letter
    return [piece.strip() for piece in pieces if piece.strip()]

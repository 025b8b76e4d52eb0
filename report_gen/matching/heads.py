"""The head of a line of a posting: what is to be done to what, without examples and stuff."""

from __future__ import annotations

import re

from report_gen.matching.lexicon import Lexicon, distinct
from report_gen.matching.words import words

_SOURCE = re.compile(
    r"\W*(?:develop|build|train|creat|design|deriv|estimat|construct|mak|produc|generat)\w*\s[^.;:]*?\s(from)\s(?!(?:scratch|zero|the ground|concept|design|idea|prototype|research|start|end)\b)",
    re.I,
)
"""What follows is the stuff a thing is made from, not the thing."""
_BRACKETED = re.compile(
    r"\s*\((?:for (?:example|instance)|e\.? ?g\.?|such as|like|including|incl\.)\b[^()]*\)", re.I
)
_SUCH_AS = re.compile(r",?\s(?:such as|for example|for instance|e\.g\.)\s[^.;]*", re.I)
_LEAST = 2
"""Telling words."""


def core_of(text: str, named: tuple[str, ...], lex: Lexicon) -> str:
    """The deed and what it is done to: a line without its examples and what it is made from, where
    that says enough by itself: two telling words, or a thing ``named`` there."""
    core = _SUCH_AS.sub("", _BRACKETED.sub("", text))
    if source := _SOURCE.match(core):
        core = core[: source.start(1)].rstrip()
    enough = len(distinct(words(core), lex.plain)) >= _LEAST or any(n in core for n in named if n)
    return core if enough else text


def made_from(text: str, start: int, spans: list[tuple[int, int, str]]) -> bool:
    """ "Develop predictive models from claims and laboratory data": the claims."""
    source = _SOURCE.match(text)
    if source is None or source.end() > start or re.search(r"[.;]", text[source.end() : start]):
        return False
    return any(end <= source.start(1) for _, end, _ in spans)

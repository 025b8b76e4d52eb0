"""What keeps a requirement from being met, whatever else its line is answered by, and what does not."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from report_gen.matching.asks import Ask
from report_gen.matching.lexicon import Lexicon
from report_gen.matching.lines import Line
from report_gen.matching.relevance import Bearing
from report_gen.matching.words import stem

MET, PARTIAL = 0.7, 0.36
SHOWN = 0.35
"""From this value of a group on a line shows it, or something close."""
NAMED, LEAST_SHARE = 0.5, 0.5
"""From this value on a line shows the thing itself, not a neighbour of it; and the share of what
is asked, by weight, that must be shown so for the whole to be met."""

_SETTING = re.compile(r"\b(?:in|for|within|on|across|of)\b", re.I)
"""After a list of alternatives: what follows says where they are wanted, not what."""


def alternatives_cap(ask: Ask, bearings: tuple[Bearing, ...]) -> float:
    """Of "X, Y or Z" none is shown: what else the line names cannot meet it. Where the rest only
    says where they are wanted ("fairness or abuse in ranking"), the line is not answered at all."""
    said = dict(ask.said)
    text = ask.requirement.text
    for n, group in enumerate(ask.groups):
        value = max((b.groups[n] for b in bearings), default=0.0)
        named = len(group.terms) > 1 and group.any and not group.similar and group.weight >= 0.8
        if not named or value >= SHOWN:
            continue
        places = [text.find(said[t]) + len(said[t]) for t in group.terms if said.get(t)]
        setting = bool(places) and bool(_SETTING.search(text[max(places) :]))
        return PARTIAL - 0.03 if n == 0 and setting and not value else MET - 0.02
    return 1.0


_NAME = re.compile(r"(?<![\w/-])[A-Z][A-Z0-9]{2,}(?![\w/-])")
"""A name in capitals."""


def unheard_cap(ask: Ask, lines: Sequence[Line], lex: Lexicon) -> float:
    """ "Knowledge of HEDIS and Stars measures": where a line of the posting asks for something we
    have no word for but its name, and the resume says no such name, broad words do not meet it."""
    text = ask.requirement.text
    telling = any(not (lex.broad(t) or lex.manner(t) or lex.soft(t)) for t in ask.terms)
    if telling or text.isupper():
        return 1.0
    heard = " ".join(said for _, said in ask.said)
    names = {m.group() for m in _NAME.finditer(text) if m.group() not in heard}
    names = {n for n in names if stem(n) not in lex.plain}
    said = any(stem(n) in line.stems for n in names for line in lines)
    return MET - 0.02 if names and not said else 1.0


def share_cap(ask: Ask, bearings: tuple[Bearing, ...], lex: Lexicon) -> float:
    """Of what a line asks for, less than half is shown itself: neighbours do not make it met
    ("training on many GPUs and faster inference" to who retrains)."""
    rows = [
        (group.weight, max((b.groups[n] for b in bearings), default=0.0))
        for n, group in enumerate(ask.groups)
        if ask.subjects[n] and not all(_is_tongue(t, lex) for t in group.terms)
    ]
    if not rows:
        return 1.0
    shown = sum(weight for weight, value in rows if value >= NAMED)
    return 1.0 if shown >= LEAST_SHARE * sum(weight for weight, _ in rows) else MET - 0.02


def _is_tongue(term: str, lex: Lexicon) -> bool:
    """A human language is known, and shown by no line on work."""
    known = lex.taxonomy.skills.get(term)
    return known is not None and known.kind == "language"


def of_its_field(n: int, ask: Ask, bearings: tuple[Bearing, ...], lex: Lexicon) -> bool:
    """Whether a deed is of the field a listed tool is for, where the job names the field with the tool
    ("a deep learning framework such as PyTorch" to who lists it and trained a graph network)."""
    listed = {t for b in bearings if b.line.reading.level == 1 for t in b.same}
    listed &= set(ask.groups[n].terms)
    fields = {t for t in ask.terms if t in lex.topics and listed & set(lex.topics[t].near)}
    return any(b.line.reading.level >= 2 and fields.intersection(b.same) for b in bearings)


def spared_by(ask: Ask, named: Collection[str]) -> frozenset[str]:
    """The alternatives beside one that a line names ("Power BI or Tableau" to who lists Power BI):
    they are no longer asked for. Two readings of the same words are no alternatives."""
    at = {t: _place(ask.requirement.text, said) for t, said in ask.said if said}
    spared = set[str]()
    for group in ask.groups:
        chosen = [at[t] for t in group.terms if t in named and t in at] if group.any else []
        for term in group.terms if chosen else ():
            if term in at and all(_apart(at[term], place) for place in chosen):
                spared.add(term)
    asked = {t for g in ask.groups if not g.any for t in g.terms}
    return frozenset(spared) - asked - frozenset(named)


def _place(text: str, said: str) -> tuple[int, int]:
    start = text.find(said)
    return start, start + len(said)


def _apart(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return a[1] <= b[0] or b[1] <= a[0]

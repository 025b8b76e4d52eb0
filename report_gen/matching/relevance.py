"""How far a line of the resume speaks for what is asked: by skills and topics, and by words.

Every value depends on the line and the ask alone, never on the rest of the resume. So a line
that is added can only add, and the order of lines or skills changes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from report_gen.matching.asks import Ask, Group, pairs_of
from report_gen.matching.lexicon import Lexicon
from report_gen.matching.lines import Line
from report_gen.matching.words import words

SAME, MEMBER, NEAR, FAMILY = 1.0, 0.95, 0.5, 0.45
"""What a line's skill is worth for an asked one: itself, a member of it, a near substitute,
the broader family."""

BY_LEVEL = (0.0, 0.5, 0.85, 1.0, 1.0)
"""What a line's evidence level is worth: named, applied, owned in production, with impact."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearing:
    """What a line gives for an ask. ``cover``: share of the asked groups it speaks for;
    ``groups``: value per group; ``lexical``: share of the telling words it has."""

    line: Line
    groups: tuple[float, ...]
    same: tuple[str, ...]
    near: tuple[str, ...]
    cover: float
    lexical: float
    value: float


def bear(line: Line, ask: Ask, lex: Lexicon) -> Bearing:
    """The bearing of one line on one ask."""
    values, same, near = [], list[str](), list[str]()
    for group in ask.groups:
        best = 0.0
        for term in group.terms:
            relation = relation_value(line, term, group, lex)
            if relation >= MEMBER:
                same.append(term)
            elif relation > 0:
                near.append(term)
            best = max(best, relation)
        values.append(best)
    weight = sum(g.weight for g in ask.groups)
    cover = sum(g.weight * v for g, v in zip(ask.groups, values, strict=True)) / weight if weight else 0.0
    lexical = _lexical(line, ask, lex)
    mixed = max(cover, 0.8 * cover + 0.4 * lexical) if ask.groups else lexical
    return Bearing(
        line=line,
        groups=tuple(values),
        same=tuple(dict.fromkeys(same)),
        near=tuple(dict.fromkeys(near)),
        cover=cover,
        lexical=lexical,
        value=min(1.0, mixed) * BY_LEVEL[line.reading.level],
    )


def relation_value(line: Line, term: str, group: Group, lex: Lexicon) -> float:
    """How a line speaks for one asked term, whatever its level."""
    if term in line.terms:
        return SAME
    best = 0.0
    topic = lex.topics.get(term)
    near = set(topic.near) if topic else set()
    for own in line.terms:
        relation = lex.taxonomy.relation(own, term)
        own_topic = lex.topics.get(own)
        if relation == "child":
            best = max(best, MEMBER)
        elif relation == "adjacent" or own in near or (own_topic and term in own_topic.near):
            best = max(best, 0.85 if group.similar and relation == "adjacent" else NEAR)
        elif relation == "parent":
            best = max(best, FAMILY)
    return best


def _lexical(line: Line, ask: Ask, lex: Lexicon) -> float:
    """Share of the ask's telling words (and word pairs) that stand in the line."""
    if not ask.stems:
        return 0.0
    shared = len(ask.stems & line.stems) / max(3, len(ask.stems))
    pairs = len(ask.pairs & pairs_of(words(line.reading.text), lex)) / max(4, len(ask.pairs))
    return min(1.0, 0.75 * shared + 0.5 * pairs)

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

SAME, MEMBER, SUBSTITUTE, ADJACENT, FAMILY, NEAR = 1.0, 0.95, 0.8, 0.45, 0.4, 0.35
"""What a line's skill is worth for an asked one: itself, a member of it, a near substitute where
the job welcomes one or not, the broader family, a neighbouring topic."""
BROAD = 0.65
"""A broad term's words prove this much of it."""
BY_LEVEL = (0.0, 0.5, 0.85, 1.0, 1.0)
BY_LEVEL_STRONG = (0.0, 0.35, 0.7, 1.0, 1.0)
"""What a line's evidence level is worth (named, applied, owned, with impact), and for an ask that
says strong, proven, in production, own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearing:
    """What a line gives for an ask. ``groups``: value per group, the line's level in it;
    ``cover``: weighted share of the groups it speaks for; ``lexical``: share of telling words."""

    line: Line
    groups: tuple[float, ...]
    same: tuple[str, ...]
    near: tuple[str, ...]
    cover: float
    lexical: float
    level: float
    value: float


def bear(line: Line, ask: Ask, lex: Lexicon) -> Bearing:
    """The bearing of one line on one ask."""
    values, same, near = [], list[str](), list[str]()
    for group in ask.groups:
        best = 0.0
        for term in group.terms:
            relation = relation_value(line, term, group, lex)
            if relation >= MEMBER or (relation >= BROAD and lex.broad(term)):
                same.append(term)
            elif relation > 0:
                near.append(term)
            best = max(best, relation)
        values.append(best)
    cover = _cover(values, ask, lex)
    lexical = _lexical(line, ask, lex)
    level = (BY_LEVEL_STRONG if ask.strong else BY_LEVEL)[line.reading.level]
    mixed = cover + (1 - cover) * 0.6 * lexical if ask.groups else lexical
    return Bearing(
        line=line,
        groups=tuple(values),
        same=tuple(dict.fromkeys(same)),
        near=tuple(dict.fromkeys(near)),
        cover=cover,
        lexical=lexical,
        level=level,
        value=min(1.0, mixed) * level,
    )


def is_manner(group: Group, lex: Lexicon) -> bool:
    """True for a group that says how, not what."""
    return all(lex.manner(t) for t in group.terms)


def _cover(values: list[float], ask: Ask, lex: Lexicon) -> float:
    """Weighted share of the groups; how a thing was done counts only as far as the line is about
    the thing."""
    subject = [(g.weight, v) for g, v in zip(ask.groups, values, strict=True) if not is_manner(g, lex)]
    manner = [(g.weight, v) for g, v in zip(ask.groups, values, strict=True) if is_manner(g, lex)]
    if not subject:
        weight = sum(w for w, _ in manner)
        return sum(w * v for w, v in manner) / weight if weight else 0.0
    what = sum(w * v for w, v in subject) / sum(w for w, _ in subject)
    weight = sum(w for w, _ in subject) + sum(w for w, _ in manner)
    how = sum(w * min(v, 1.5 * what) for w, v in manner)
    return (sum(w for w, _ in subject) * what + how) / weight


def relation_value(line: Line, term: str, group: Group, lex: Lexicon) -> float:
    """How a line speaks for one asked term, whatever its level."""
    top = BROAD if lex.broad(term) else SAME
    if term in line.terms:
        return top
    best = 0.0
    topic = lex.topics.get(term)
    near = set(topic.near) if topic else set()
    for own in line.terms:
        relation = lex.taxonomy.relation(own, term)
        if relation == "child":
            best = max(best, MEMBER)
        elif relation == "adjacent":
            best = max(best, SUBSTITUTE if group.similar else ADJACENT)
        elif relation == "parent":
            best = max(best, FAMILY)
        elif own in near:
            best = max(best, NEAR)
    return min(top, best)


def _lexical(line: Line, ask: Ask, lex: Lexicon) -> float:
    """Share of the ask's telling words (and word pairs) that stand in the line."""
    if not ask.stems:
        return 0.0
    shared = len(ask.stems & line.stems) / max(3, len(ask.stems))
    pairs = len(ask.pairs & pairs_of(words(line.reading.text), lex)) / max(4, len(ask.pairs))
    return min(1.0, 0.75 * shared + 0.5 * pairs)

"""How far a line of the resume speaks for what is asked: by skills and topics, and by words.

Every value depends on the line and the ask alone, never on the rest of the resume. So a line
that is added can only add, and the order of lines or skills changes nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from report_gen.matching.asks import Ask, Group
from report_gen.matching.lexicon import Lexicon, distinct
from report_gen.matching.lines import Line
from report_gen.matching.words import words

SAME, MEMBER, EXAMPLE, SUBSTITUTE, ADJACENT, FAMILY, NEAR = 1.0, 0.95, 0.85, 0.6, 0.36, 0.4, 0.3
"""What a line's skill is worth for an asked one: itself, a member of it, the like of an
example, a near substitute where the job welcomes one or not, the broader family, a neighbouring topic."""
BOUNDED = 0.62
"""An applied deed in an internship, a study or a project of one's own."""
CONTEXT, PROJECT_CONTEXT = 0.7, 0.9
"""A term that stands in the heading of the position or project, not in the line itself."""
BROAD, SOFT = 0.7, 0.85
"""A broad term's words, and those of a way to work, prove this much of it."""
HINTED = (0.5, 0.5, 0.5, 0.65, 0.8)
"""What is not named, but is what so many of a line's words point to."""
BY_LEVEL = (0.0, 0.5, 0.85, 1.0, 1.0)
BY_LEVEL_STRONG = (0.0, 0.4, 0.75, 1.0, 1.0)
BY_LEVEL_KNOWING = (0.0, 0.6, 0.95, 1.0, 1.0)
"""What a line's evidence level is worth (named, applied, owned, with impact), for an ask that
says strong, proven, in production, own, and for one that wants knowledge or familiarity."""

ENOUGH = (1.0, 1.0, 1.0, 0.85, 0.72, 0.62)
"""Of a long list few show every item: the share that is enough, by the number of items."""


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
    names: frozenset[str] = frozenset()
    """Names in capitals that both write."""
    likeness: float = 0.0
    """How near its words are to the ask's by the company they keep, 0..1."""


def bear(line: Line, ask: Ask, lex: Lexicon) -> Bearing:
    """The bearing of one line on one ask."""
    values, same, near = [], list[str](), list[str]()
    for group in ask.groups:
        best = 0.0
        for term in group.terms:
            relation = relation_value(line, term, group, lex)
            if BROAD <= relation < SAME and _in_the_jobs_words(line, term, ask, lex):
                relation = SAME
            if relation >= MEMBER or (relation >= BROAD and (lex.broad(term) or lex.soft(term))):
                same.append(term)
            elif relation > 0:
                near.append(term)
            best = max(best, relation)
        values.append(best)
    cover = together(tuple(values), ask)
    lexical = _lexical(line, ask, lex)
    scale = BY_LEVEL_KNOWING if ask.knowing else BY_LEVEL_STRONG if ask.strong else BY_LEVEL
    level = scale[line.reading.level]
    if (
        line.reading.level >= 2
        and any(lex.soft(t) for t in same)
        and not any(not lex.soft(t) and not lex.broad(t) for t in ask.terms)
    ):
        level = 1.0
    if line.reading.level == 2 and line.signals.bounded and not (ask.knowing or ask.early):
        level = min(level, BOUNDED)
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
        names=names_in(ask.requirement.text) & names_in(line.reading.text),
        likeness=line.direction.likeness(ask.direction),
    )


_NAME = re.compile(r"(?<![\w/])[A-Z][A-Z0-9]{2,}(?![\w/])")


@lru_cache(maxsize=4000)
def names_in(text: str) -> frozenset[str]:
    """Names in capitals ("DRG", "ICD"); none of a text that is all in capitals."""
    return frozenset() if text.isupper() else frozenset(_NAME.findall(text))


def together(values: tuple[float, ...], ask: Ask, alone: float = 1.0) -> float:
    """Groups as one value; ``alone``: what manner is worth where no subject is named."""
    if not any(values):
        return 0.0
    rows = list(zip(ask.groups, values, ask.subjects, strict=True))
    what = [(g.weight, v) for g, v, is_subject in rows if is_subject]
    how = [(g.weight, v) for g, v, is_subject in rows if not is_subject]
    if not what:
        return alone * sum(w * v for w, v in how) / sum(w for w, _ in how) if how else 0.0
    subject = min(
        1.0, sum(w * v for w, v in what) / sum(w for w, _ in what) / ENOUGH[min(len(what), 5)]
    )
    whole = sum(w for w, _ in what) * subject + sum(w * min(v, 1.4 * subject) for w, v in how)
    return whole / sum(w for w, _ in what + how)


def relation_value(line: Line, term: str, group: Group, lex: Lexicon) -> float:
    """How a line speaks for one asked term, whatever its level."""
    if line.subjects.isdisjoint(lex.reach.get(term) or (term,)):
        return 0.0
    top = BROAD if lex.broad(term) else SOFT if lex.soft(term) else SAME
    if term in line.terms:
        return top
    best = _from_heading(line, term, lex) * top
    if not line.terms.isdisjoint(lex.members.get(term, frozenset())):
        best = max(best, min(top, MEMBER))
    if term in line.hints:
        best = max(best, min(top, HINTED[min(line.hints[term], len(HINTED) - 1)]))
    topic = lex.topics.get(term)
    if topic and not line.terms.isdisjoint(topic.near):
        best = max(best, NEAR)
    around = line.terms | line.context if line.reading.ref.startswith("projects") else line.terms
    kin = lex.kin(term)
    for own in around.intersection(kin):
        if kin[own] == "child":
            best = max(best, MEMBER)
        elif kin[own] == "adjacent":
            like = SUBSTITUTE if group.similar else ADJACENT
            best = max(best, EXAMPLE if group.example else like)
        else:
            best = max(best, FAMILY)
    return min(top, best)


def _in_the_jobs_words(line: Line, term: str, ask: Ask, lex: Lexicon) -> bool:
    """A broad word is weak evidence, unless the line says it as the job does ("own the roadmap")."""
    said = distinct(words(dict(ask.said).get(term, "")), lex.plain)
    return bool(said) and said <= line.stems


def _from_heading(line: Line, term: str, lex: Lexicon) -> float:
    if term not in line.context:
        return 0.0
    if lex.is_domain(term):
        return SAME
    return PROJECT_CONTEXT if line.reading.ref.startswith("projects") else CONTEXT


def _lexical(line: Line, ask: Ask, lex: Lexicon) -> float:
    """Share of the ask's telling words (and word pairs) that stand in the line."""
    if not ask.stems:
        return 0.0
    shared = len(ask.stems & line.stems) / max(3, len(ask.stems))
    pairs = len(ask.pairs & line.pairs) / max(4, len(ask.pairs))
    return min(1.0, 0.75 * shared + 0.5 * pairs)

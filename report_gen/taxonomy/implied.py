"""Skills a text names without spelling them in one piece, found after the plain names.

- a name inside a longer one: "Spark tuning" names Spark (its family), "GPU utilisation" GPU;
- a pair that shares a word: "unit and integration tests", "data quality and governance";
- a pattern of the packs: "cut p99 from 310 ms to 95 ms" is latency work.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from report_gen.taxonomy.names import Form, Names
from report_gen.taxonomy.patterns import Pattern
from report_gen.taxonomy.support import Hit
from report_gen.taxonomy.tokens import Token

_COORDINATION = frozenset(("and", "or", "/"))
_ACRONYM = re.compile(r"[A-Z][A-Z0-9]{2,}s?")

Span = tuple[str, int, int]
"""A skill's id and the tokens first:last it was read from."""


def nested(
    names: Names,
    tokens: Sequence[Token],
    hits: Sequence[Hit],
    ancestors: Callable[[str], list[str]],
) -> list[Span]:
    """Names inside longer ones: of the skill's families, and acronyms ("LLM evaluation").

    Not any shorter name: "React Native" is no evidence for React.
    """
    spans: list[Span] = []
    for hit in hits:
        if hit.form is None or hit.last - hit.first < 2:
            continue
        families = ancestors(hit.form.skill.id)
        for at in range(hit.first, hit.last):
            acronym = _ACRONYM.fullmatch(tokens[at].raw) is not None
            if not (acronym or families):
                continue
            for end, forms in names.at(tokens, at):
                inner = _inner(forms, hit.form, families, acronym and end == at + 1)
                if inner is not None and end <= hit.last:
                    spans.append((inner, at, end))
    return spans


def _inner(
    forms: Sequence[Form], outer: Form, families: Sequence[str], acronym: bool
) -> str | None:
    for form in forms:
        inner = form.skill
        if inner.id == outer.skill.id:
            return None
        if inner.id in families or (acronym and not form.ambiguous):
            return inner.id
    return None


def coordinated(names: Names, tokens: Sequence[Token], hits: Sequence[Hit]) -> list[Span]:
    """Two-word names read across "and", "or" or a slash: the shared word goes with both."""
    inside = {k for h in hits if h.form is not None for k in range(h.first, h.last)}
    spans: list[Span] = []
    for at in range(1, len(tokens) - 1):
        if tokens[at].plain not in _COORDINATION:
            continue
        if not (tokens[at].joined and tokens[at + 1].joined):
            continue
        shares_head = at + 2 < len(tokens) and tokens[at + 2].joined and at - 1 not in inside
        if shares_head and (found := _pair(names, tokens[at - 1], tokens[at + 2])):
            spans.append((found, at - 1, at))
        shares_start = at >= 2 and tokens[at - 1].joined and at + 1 not in inside
        if shares_start and (found := _pair(names, tokens[at - 2], tokens[at + 1])):
            spans.append((found, at + 1, at + 2))
    return spans


def _pair(names: Names, first: Token, second: Token) -> str | None:
    pair = (first, second._replace(joined=True, glued=False))
    for end, forms in names.at(pair, 0):
        if end == 2 and not forms[0].ambiguous:
            return forms[0].skill.id
    return None


def patterned(
    patterns: Mapping[str, Sequence[tuple[Pattern, str]]],
    tokens: Sequence[Token],
    text: str,
    seen: set[str],
) -> list[Span]:
    """Each concept at its first place; ids in ``seen`` were named outright and are left out."""
    spans: list[Span] = []
    done = set(seen)
    for at, token in enumerate(tokens):
        for pattern, skill_id in patterns.get(token.stem, ()):
            if skill_id in done:
                continue
            end = pattern.match(tokens, at)
            if end is not None and not _crosses(tokens, at, end, text):
                spans.append((skill_id, at, end))
                done.add(skill_id)
    return spans


def _crosses(tokens: Sequence[Token], first: int, last: int, text: str) -> bool:
    """A comma or the end of a sentence stands between."""
    inside = text[tokens[first].start : tokens[last - 1].end]
    return re.search(r"[.!?;,]\s|\n\s*\n", inside) is not None

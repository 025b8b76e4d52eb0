"""Clauses that lean on another one: "When the pump failed, ..." has no end before its main clause."""

from __future__ import annotations

import re

from report_gen.coaching.language.finite import FiniteReader
from report_gen.coaching.language.models import Token
from report_gen.coaching.language.segments import tokens
from report_gen.coaching.language.shapes import PREPOSITIONS, PRONOUNS, start_of
from report_gen.taxonomy.verbs import VerbTable, is_auxiliary

LEANING = frozenset(
    ["when", "whenever", "after", "before", "because", "since", "while", "whereas", "although", "though", "if", "unless",
     "once", "until", "as", "where", "whether", "now"]
)  # fmt: skip
"""Words that open a clause which cannot stand alone."""
_ALONE = re.compile(
    r"(?:When|Whenever|Because(?! of\b)|While|Whereas|Although|Though|If|Unless|Once(?! (?:a|an|every|per|in)\b)) [^,]*[.]$"
)
_CHECKED = re.compile(
    r"(?:measured|checked|tested|verified|validated|confirmed|counted|assessed|evaluated|benchmarked|trialled|piloted|audited)"
    r" (?:on|over|against|in|with|across|by|at|for|during|through) "
)
""" ", measured on 26 weeks": how a result is known, and no deed besides it."""


def is_checked(ts: tuple[Token, ...], at: int) -> bool:
    """Whether a participle at ``at`` says how the result before it was measured."""
    return _CHECKED.match(" ".join(t.low for t in ts[at : at + 3])) is not None


def in_scene(ts: tuple[Token, ...], n: int, start: int, reader: FiniteReader) -> bool:
    """Whether "and" at ``n`` stands between two things under one preposition that opens a clause:
    "..., and at 4 s and 3 cents per answer it could not ship", "In May and June sales rose"."""
    if ts[n].low not in ("and", "or") or ts[n - 1].comma:
        return False
    opening = max(start_of(ts, n), start)
    led = opening == 0 or ts[opening].low in ("and", "but", "so")
    opening += ts[opening].low in ("and", "but", "so")
    if not led or opening >= n or ts[opening].low not in PREPOSITIONS:
        return False
    told = reader.finite(ts[opening:n]) is not None
    own = any(t.low in ("i", "we") for t in ts[opening:n])
    return not told and not own


def main_at(ts: tuple[Token, ...], reader: FiniteReader) -> int:
    """Where the main clause begins in a segment that opens with a leaning clause; 0 where it does
    not open so, or where no main clause is found."""
    having = (
        len(ts) > 1 and ts[0].low == "having" and reader.table.is_form(ts[1].core, "participle")
    )
    if not ts or not (having or (ts[0].low in LEANING and _has_verb(ts, reader))):
        return 0
    for n in range(2, len(ts) - 1):
        if not ts[n - 1].comma or ts[n].low in ("and", "or", "but"):
            continue
        end = next((k + 1 for k in range(n, len(ts)) if ts[k].comma), len(ts))
        own = ts[n].low in PRONOUNS and n + 1 < end
        if own or reader.finite(ts[n:end]) is not None:
            return n
    return 0


def _has_verb(ts: tuple[Token, ...], reader: FiniteReader) -> bool:
    """Whether the words up to the first comma hold a subject and its verb."""
    end = next((k + 1 for k in range(1, len(ts)) if ts[k].comma), len(ts))
    return reader.finite(ts[:end]) is not None or any(
        t.low in PRONOUNS and k + 1 < end for k, t in enumerate(ts[1:end], 1)
    )


def leans(text: str) -> bool:
    """Whether a segment opens with a leaning clause or a time ("If a mould is cracked, the line
    stops")."""
    ts = tokens(text)
    return bool(ts) and ts[0].low in LEANING and any(t.comma for t in ts)


def stands_alone(sentence: str, table: VerbTable) -> bool:
    """False for a leaning clause without its main clause: "When the model was wrong."."""
    if _ALONE.match(sentence) is None:
        return True
    verbs, last = 0, -3
    for n, token in enumerate(tokens(sentence)):
        if is_auxiliary(token.low) or table.is_form(token.core, "past"):
            verbs += n - last > 2  # "had flooded", "was not sold" are one
            last = n
    return verbs > 1


def was_put(base: str, ts: tuple[Token, ...], at: int) -> bool:
    """ "turned down for lack of money", "called off in May": it was, with no object of its own."""
    parted = {t.low for t in ts[at + 1 : at + 2]} & {"down", "off", "up", "over", "out"}
    goes_on = at + 2 >= len(ts) or ts[at + 2].low in _PUT_BY
    return bool(parted) and goes_on and base in _PUT


_PUT = frozenset({"turn", "call", "vote", "shut", "switch", "take", "roll", "pick"})
_PUT_BY = frozenset({"for", "by", "because", "after", "in", "due"})

"""Which kinds of deed a line tells of, so that it is asked what one asks of such a deed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from report_gen.coaching.language.models import Speech
from report_gen.taxonomy.digging_entries import DeedKind, Digging
from report_gen.taxonomy.verbs import VerbTable

WEAK = re.compile(
    r"^(?:responsible for|helped(?: to)?(?: with)?|assisted(?: with| in)?|supported|participated in|involved in|"
    r"worked (?:closely )?(?:on|with)|tasked with|duties included|in charge of|exposure to|contributed to|took part in)\s+",
    re.I,
)  # fmt: skip
"""Openings by which a reader can't see whose deed it was."""
_CLAUSE = re.compile(r"; |: |\. (?=[A-Z])")
_HEAD = re.compile(
    r" (?:of|for|on|in|with|to|from|by|at|over|that|which|against|using|across|behind|after|before|under|between|per|out|around|without|through|via)\b.*"
)
_MADE = frozenset({
    "build", "create", "design", "develop", "write", "implement", "set", "make", "establish", "add", "put",
    "introduce", "launch", "ship", "deploy", "release", "own", "manage", "maintain", "run", "train", "propose",
    "architect", "prototype", "produce", "deliver", "rework", "extend", "take", "do", "generate", "prepare", "define",
    "construct", "assemble", "publish", "start", "found", "pilot", "program", "code", "configure", "work", "help",
    "lead", "operate", "keep", "install", "get", "plan", "engineer",
})  # fmt: skip
"""Verbs that say little without what was made: its last word tells the kind of deed."""
_TELLS = frozenset({"launch", "ship", "release"})
"""Verbs whose kind comes before that of the thing: it is the launch one asks about."""
_OF_THE_FIRST = re.compile(r"\b(?:it|them|these|those|this)\b", re.I)
"""A clause that goes on with the first one's thing: "retired 25 of them"."""
_OF_PEOPLE = re.compile(
    r"\b(?:engineers|people|staff|teams?|analysts|nurses|colleagues|house|home|city|abroad|to [A-Z]\w+$)\b"
)
_SUBJECT = re.compile(r"^(?:I|we|and|then|also|successfully)\s+", re.I)
MOST = 3


def dig_kinds(text: str, speech: Speech, digging: Digging, table: VerbTable) -> tuple[str, ...]:
    """Up to ``MOST`` kinds (keys of ``digging.kinds``), the surest first; () if none is told."""
    return _kinds_of(text, speech.opening, speech.verb, speech.topic, digging, table)


@lru_cache(maxsize=2048)
def _kinds_of(
    text: str, opening: str, verb: str, topic: str, digging: Digging, table: VerbTable
) -> tuple[str, ...]:
    """Several stages ask for the kinds of the same lines: the last are remembered."""
    kinds = digging.kinds
    whole = _opened(text, kinds)
    if whole:
        return _more(whole, text, kinds, table)
    weak = WEAK.match(text)
    core = text[weak.end() :] if weak else text
    clauses = _CLAUSE.split(core)
    own = not weak and opening not in ("role", "noun", "quantity", "oncall")
    last = verb.split()[-1] if own and verb else ""
    found = _of_clause(clauses[0], last, topic if own else "", kinds, table)
    if not found and opening == "role":
        found = ["role"]
    return _more(found, core, kinds, table)


def _more(
    found: list[str], text: str, kinds: Mapping[str, DeedKind], table: VerbTable
) -> tuple[str, ...]:
    """The kinds with those of later clauses that begin with a deed."""
    out = list(found)
    for clause in _CLAUSE.split(text)[1:3]:
        opening = _SUBJECT.sub("", clause).split()
        if _OF_THE_FIRST.search(" ".join(opening[:6])):
            continue
        deed = bool(opening) and table.is_form(opening[0].lower(), "past")
        if (deed or _opened(clause, kinds)) and not _OF_PEOPLE.search(" ".join(opening[1:5])):
            out += _of_clause(clause, "", "", kinds, table)
    return tuple(dict.fromkeys(out))[:MOST]


def _opened(clause: str, kinds: Mapping[str, DeedKind]) -> list[str]:
    return [k for k, kind in kinds.items() if kind.opening and kind.opening.match(clause)][:1]


def _of_clause(
    clause: str, verb: str, topic: str, kinds: Mapping[str, DeedKind], table: VerbTable
) -> list[str]:
    opened = _opened(clause, kinds)
    if opened:
        return opened
    opening = _SUBJECT.sub("", clause).split()
    if not verb and opening and table.is_form(opening[0].lower(), "past"):
        verb, topic = table.base(opening[0].lower(), "past"), " ".join(opening[1:9])
    base = verb.rpartition("-")[2] if verb.startswith(("co-", "re-")) else verb
    by_verb = [k for k, kind in kinds.items() if verb in kind.verbs or base in kind.verbs][:1]
    if verb and base not in _MADE and by_verb:
        return by_verb
    made = _of_thing(topic, kinds) or _of_thing(clause, kinds)
    if not verb and not made:
        made = _named_in(clause, kinds)
    return [*by_verb, *made] if base in _TELLS else [*made, *by_verb]


def _of_thing(thing: str, kinds: Mapping[str, DeedKind]) -> list[str]:
    """By the last words of the thing named: "readmission risk model" is a model, a "model card"
    a text."""
    head = _HEAD.sub("", thing.split(",")[0].split("(")[0]).strip(" ,.:;()").split()
    for n in (2, 1):
        place = " ".join(head[-n:])
        for name, kind in kinds.items():
            if place and kind.noun and kind.noun.fullmatch(place):
                return [name]
    return []


def _named_in(clause: str, kinds: Mapping[str, DeedKind]) -> list[str]:
    """By the first of its opening words that is a thing and names no other: "the model's list"."""
    opening = " ".join(clause.split()[:9])
    found = [
        (m.start(), name)
        for name, kind in kinds.items()
        if kind.named and (m := kind.named.search(opening))
    ]
    return [min(found)[1]] if found else []


def tail_of(kinds: Sequence[str], digging: Digging) -> str:
    """The blank that asks for what came of such a deed; "" where a line of it needs none."""
    if not kinds:
        return "effect"
    tail: str = digging.kinds[kinds[0]].tail
    return tail

"""What an interviewer asks about one line: first of its own words, then of its kind of deed, then of
what it leaves out. A skeleton comes a third time in a
report only where there is hardly another, and a line is asked for each thing once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from report_gen.taxonomy.digging_entries import Digging, KindQuestion, Pointed

AS_OFTEN = 2
"""How many lines of a report are asked the same skeleton."""
LEAST = 2
MOST_POINTED = 2
"""How many questions of a line's own words stand together: a third question asks what was done."""
_LONGEST = 9
_SAYING = 6
"""Letters of the shortest name of something measured."""
_NAME = re.compile(r"\{(\w+)\}")
_OWNED = re.compile(r"(?:the|our|my|his|her|its|their|these|those|both|[A-Z][\w&-]*[’']s)\b")
_TRAILING = re.compile(
    r"(?: (?:and|or|of|for|to|with|the|an?|in|on|by|from|at|as|its|our|that|so))+$", re.I
)
_SEVERAL = re.compile(
    r"(?:[a-rt-z]s|team|staff|people|department|group|office|unit|board|committee|council|leadership|children|ministry|"
    r"operations|legal|finance|marketing|sales|product|design|security|compliance|quality|research|engineering|support|"
    r"procurement|logistics|purchasing|nursing|pharmacy|safety|science|clinical|risk|of \d+|IT|HR)$",
    re.I,
)
"""Names of people, as several or as a body: "the 5 nurses", "the filings team"."""
_APPROXIMATELY = re.compile(r"^(?:about|around|some|over|more than|roughly) ", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dug:
    """A line to be asked about. ``it``: its short name with an article, "" if none; ``metric``: its
    figure of an effect in quotation marks; ``silent``: what it leaves out (keys of the pack);
    ``names``: words that keep their capital; ``live``: others used what was made; ``weak``: it hides whose deed it was."""

    text: str
    kinds: tuple[str, ...] = ()
    it: str = ""
    metric: str = ""
    silent: Collection[str] = ()
    names: frozenset[str] = frozenset()
    live: bool = True
    weak: bool = False
    ended: bool = False
    """It was given up, lost or stopped: nobody asks who took it up, or how they were won for it."""


_OF_WHAT_STAYED = frozenset(
    {"people", "hand", "audience", "outcome", "plan_b", "users", "adoption"}
)
"""What is asked for only where the work was kept."""


def dig(
    line: Dug, digging: Digging, spent: Counter[str], most: int, but: Collection[str] = ()
) -> tuple[str, ...]:
    """Up to ``most`` questions, the likeliest first; ``spent`` counts the skeletons used; those in
    ``but`` were asked already."""
    out: list[str] = []
    asked = set(_asked_in(but, line, digging))
    order = list(_in_order(line, digging, spent))
    fresh = [q for q in order if spent[q[1]] < AS_OFTEN]
    worn = [q for q in order if spent[q[1]] >= AS_OFTEN]
    for asks, template, words in [*fresh, *worn]:
        few = len(out) < LEAST  # rather a skeleton once more than a line without questions
        if len(out) >= most:
            break
        if asks in asked or (spent[template] >= AS_OFTEN and not few):
            continue
        said = _fill(template, words)
        said = said[:1].upper() + said[1:]
        asked.add(asks)
        spent[template] += 1
        out.append(said)
    return tuple(out)


def _asked_in(known: Collection[str], line: Dug, digging: Digging) -> Iterator[str]:
    """What the ``known`` questions ask for already."""
    if not known:
        return
    for entry, words in _fitting(line.text, line.kinds, line.names, digging):
        said = {_fill(t, words) for t in entry.questions}
        if _raised(said) & set(known):
            yield entry.asks
    for kind in line.kinds:
        for q in digging.kinds[kind].questions:
            if _raised({_fill(q.question, {"it": line.it})}) & set(known):
                yield q.asks
    for asks, templates in {
        **digging.silent,
        "own_part": (*digging.weak, *digging.silent.get("own_part", ())),
    }.items():
        said = {_fill(t, {"metric": line.metric}) for t in templates}
        if _raised(said) & set(known):
            yield "moved" if asks in ("baseline", "measured") else asks
    yield from (q.asks for q in digging.any if q.question in known)


def _raised(questions: Collection[str]) -> set[str]:
    return {q[:1].upper() + q[1:] for q in questions}


_Asked = tuple[str, str, Mapping[str, str]]


def _in_order(line: Dug, digging: Digging, spent: Counter[str]) -> Iterator[_Asked]:
    if line.weak:
        yield from _of(digging.weak, "own_part", spent)
    if "effect" in line.silent and line.kinds[:1] == ("saving",):
        yield from _of(digging.silent.get("effect", ()), "moved", spent)
    pointed = list(_pointed(line, digging, spent))
    yield from pointed[:MOST_POINTED]
    if "baseline" in line.silent and line.metric:
        yield from _of(digging.silent.get("baseline", ()), "moved", spent, metric=line.metric)
    banks = [list(_of_kind(line, digging.kinds[k].questions, spent)) for k in line.kinds]
    for bank in banks:
        yield from bank[:2]
    yield from pointed[MOST_POINTED:]
    if "own_part" in line.silent:
        yield from _of(digging.silent.get("own_part", ()), "own_part", spent)
    if line.metric and "measured" in line.silent:
        yield from _of(digging.silent.get("measured", ()), "moved", spent, metric=line.metric)
    for bank in banks:
        yield from bank[2:]
    if "outcome" in line.silent:
        yield from _of(digging.silent.get("outcome", ()), "outcome", spent)
    yield from _of_kind(line, digging.any, spent)


def _of(
    templates: Collection[str], asks: str, spent: Counter[str], **words: str
) -> Iterator[_Asked]:
    for template in sorted(templates, key=lambda t: spent[t]):
        yield asks, template, words


def _of_kind(
    line: Dug, questions: Collection[KindQuestion], spent: Counter[str]
) -> Iterator[_Asked]:
    fits = [
        q
        for q in questions
        if (line.live or not q.live)
        and not (line.ended and q.asks in _OF_WHAT_STAYED)
        and (line.it or "{it}" not in q.question)
        and not (q.asks == "outcome" and "outcome" not in line.silent)
        and (q.found_by is None or q.found_by.search(line.text))
    ]
    fits.sort(key=lambda q: (spent[q.question], q.asks != "outcome"))
    for q in fits:
        yield q.asks, q.question, {"it": line.it}


def _pointed(line: Dug, digging: Digging, spent: Counter[str]) -> Iterator[_Asked]:
    seen: set[str] = set()
    for entry, words in _fitting(line.text, line.kinds, line.names, digging):
        if entry.asks in seen:
            continue
        seen.add(entry.asks)
        template = min(entry.questions, key=lambda t: spent[t])
        yield entry.asks, template, words


@lru_cache(maxsize=1024)
def _fitting(
    text: str, kinds: tuple[str, ...], names: frozenset[str], digging: Digging
) -> tuple[tuple[Pointed, Mapping[str, str]], ...]:
    """The entries that fit a line, with the names it gives their questions. X-rays, stories and
    dives ask about the same lines."""
    of_kind = (e for e in digging.pointed if not e.kinds or set(e.kinds) & set(kinds or ("",)))
    read = ((entry, _words(entry, text, names)) for entry in of_kind)
    return tuple((entry, words) for entry, words in read if words is not None)


def _words(entry: Pointed, text: str, names: frozenset[str]) -> dict[str, str] | None:
    """The names the line gives the entry's questions; None where it does not fit the line."""
    found = entry.found_by.search(text)
    if found is None or (entry.hindered_by and entry.hindered_by.search(text)):
        return None
    words = {n: _TRAILING.sub("", v.strip(" ,;.:")) for n, v in found.groupdict().items() if v}
    if "who" in words and not _SEVERAL.search(words["who"]):
        return None  # "used by the mobile app": nobody one could ask about
    if len(words.get("what", "figure")) < _SAYING:
        return None  # "rates fell": of what, the line alone tells
    if any(len(w.split()) > _LONGEST or w.count("(") != w.count(")") for w in words.values()):
        return None
    lowered = {f"low_{n}": _lowered(v, names) for n, v in words.items()}
    return {**words, **lowered, **{f"the_{n}": with_article(v) for n, v in words.items()}}


def _fill(template: str, words: Mapping[str, str]) -> str:
    return _NAME.sub(lambda m: words[m[1]], template)


def with_article(name: str) -> str:
    """ "5 nurses" -> "the 5 nurses", "a team" -> "the team", "our clients" -> "your clients"."""
    plain = re.sub(r"^(?:an?) ", "", _APPROXIMATELY.sub("", name), flags=re.I)
    if re.match(r"(?:our|my)\b", plain, re.I):
        return "your" + plain[plain.index(" ") :] if " " in plain else "yours"
    if _OWNED.match(plain) or plain.lower().startswith("all "):
        return plain
    return f"the {plain}"


def _lowered(name: str, names: Collection[str]) -> str:
    """Without the capital of a sentence's first word: "Activation" -> "activation"; ``names``,
    abbreviations and words with a capital inside stay."""
    first = name.split()[0]
    keeps = first in names or any(c.isupper() for c in first[1:])
    return name if keeps else name[:1].lower() + name[1:]

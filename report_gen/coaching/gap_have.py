"""What of a gap's line one has already, by name: so that an opening says it instead of "part of that"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from report_gen.coaching.case import Case
from report_gen.matching.asks import read_asks
from report_gen.matching.lexicon import Lexicon, lexicon
from report_gen.matching.words import stems
from report_gen.scoring.models import Gap
from report_gen.scoring.sound import opens_with_deed
from report_gen.taxonomy.verbs import verb_table

_APPLIED = 2
_MOST, _WORDS = 2, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Have:
    """Names in the posting's words: ``done`` in some deed, ``listed`` and in no deed, and ``left``:
    the skills of the gap that are neither."""

    done: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


def held_of(gap: Gap, topic: str, case: Case) -> Have:
    """What the first line behind the gap asks and the resume has, beside the gap's own topic."""
    wanted = next((case.requirements[r] for r in gap.requirements if r in case.requirements), None)
    match = case.requirement_matches.get(wanted.id) if wanted else None
    if wanted is None or match is None:
        return Have()
    lex = lexicon(case.taxonomy)
    said = {t: _name(t, words, lex) for t, words in case.once(_said)[wanted.id]}
    deeds = {s for e in match.evidence if e.strength >= _APPLIED for s in e.skills}
    lists = {s for e in match.evidence if e.strength < _APPLIED for s in e.skills}
    shown = {s for line in case.matches.lines if line.level >= _APPLIED for s in line.skills}
    done = [n for t, n in said.items() if n and t in deeds and t not in gap.skills]
    listed = [n for t, n in said.items() if n and t in lists - deeds - shown]
    left = tuple(s for s in gap.skills if s not in lists - deeds - shown)
    return Have(done=_apart(done, topic), listed=_apart(listed, ""), left=left)


def _said(case: Case) -> dict[str, tuple[tuple[str, str], ...]]:
    """Per line of the posting, its own words for each term in it."""
    asks = read_asks(case.job, lexicon(case.taxonomy))
    return {ask.requirement.id: ask.said for ask in asks}


def _name(term: str, words: str, lex: Lexicon) -> str:
    """The posting's words for a term where they are a noun to say aloud, else its own name; "" for a
    way to be or a word of every line."""
    if lex.soft(term) or lex.broad(term):
        return ""
    if _is_noun(words, term, lex):
        return words
    own = lex.name(term)
    own = own if own.isupper() else own[:1].lower() + own[1:]
    return own if own == own.lower() and len(own.split()) <= _WORDS else ""


def _is_noun(words: str, term: str, lex: Lexicon) -> bool:
    short = 0 < len(words.split()) <= _WORDS and not re.search(r"[(),;:]", words)
    if not short or opens_with_deed(words, lex):
        return False
    first = words.split()[0]
    opens = first[:1].isupper() and first[1:].islower() and first not in lex.name(term).split()
    table = verb_table(lex.taxonomy)
    low = first.casefold()
    verb = (
        table.is_known(low)
        and not table.is_form(low, "gerund")
        and not (table.is_form(low, "base") and table.also_noun(low))
    )
    return not (opens or (verb and low not in lex.name(term).casefold().split()))


def _apart(names: list[str], topic: str) -> tuple[str, ...]:
    """Names that say other things than the topic and one another."""
    out: list[str] = []
    told = set(stems(topic))
    for name in dict.fromkeys(names):
        own = set(stems(name))
        if own & told:
            continue
        told |= own
        out.append(name)
    return tuple(out[:_MOST])

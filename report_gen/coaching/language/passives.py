"""Passives that name nobody: "A method was developed and tested on 11 cores".

A new thing that was made, and people one looks after, were so by the person whose line it is:
"I developed a method and tested it on 11 cores". What became of a thing already there ("The pilot
was extended", "Costs were reduced") may be others' doing too: it stays, and only its title is the
deed ("Extending the pilot").
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from report_gen.coaching.language.models import Token
from report_gen.coaching.language.names import Names, capital
from report_gen.coaching.language.reading import Reader
from report_gen.coaching.language.segments import tokens
from report_gen.coaching.language.shapes import (
    ARTICLES_AND_COUNTS,
    CLAUSE_STOPS,
    COUNTS,
    DETERMINERS,
    HOW_OFTEN,
    NUMBER,
    PERSONS,
    PREPOSITIONS,
    PRONOUNS,
    is_plural,
    stops,
)
from report_gen.taxonomy.verbs import VerbTable, is_auxiliary
from report_gen.taxonomy.vocabulary_language import LanguageVocabulary

_BE = frozenset({"is", "are", "was", "were", "been"})
_MANY = frozenset({"are", "were", "have"})
_LONG = 6
"""Words of a thing behind which its last verb is told apart: "... and tested it on 11 cores"."""
_WITH_VERB = frozenset({"up", "out", "off", "down"})
_SHARED = re.compile(r"\b(?:we|our|ours|us|my|me|i|team|jointly|together)\b", re.I)
_BY = re.compile(
    r"\bby (?!\w+ing\b|hand\b|means\b|[$€£~]?\d|half\b|an? (?:third|quarter|half|tenth)\b|about \d)",
    re.I,
)
_OPENS = frozenset(
    {
        "a",
        "an",
        "several",
        "multiple",
        "various",
        "numerous",
        "many",
        "some",
        "over",
        "about",
        "more",
        "another",
    }
)
_NOT_ONE_S_OWN = frozenset(
    {"found", "own", "start", "do", "make", "publish", "return", "gain", "win", "achieve", "reach"}
)
""" "The company was founded", "two papers were published": not by one alone."""


_OF_OTHERS = frozenset(
    ["adopt", "accept", "approve", "use", "award", "cite", "download", "endorse", "fund", "license", "select", "shortlist", "reuse",
     "recognise", "recognize", "honour", "honor"]
)  # fmt: skip
"""What becomes of a thing in other hands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Done:
    """One participle with the adverbs before and the words after it."""

    base: str
    lead: str
    rest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Passive:
    """``after``: a clause behind it that has a subject of its own, with its "and"."""

    subject: tuple[Token, ...]
    be: str
    done: tuple[_Done, ...]
    after: str = ""


class Passives:
    """Puts passives as deeds, with one vocabulary and the names of one resume."""

    def __init__(
        self, words: LanguageVocabulary, names: Names, table: VerbTable, reader: Reader
    ) -> None:
        self.names = names
        self.table = table
        self.reader = reader
        self._made = frozenset(words.passive_deeds)
        self._cared = frozenset(words.passive_care)
        self._roles = frozenset(words.role_nouns)
        self._named = (
            self._made | {*words.making_verbs, *words.deed_nouns, *words.result_verbs}
        ) - _NOT_ONE_S_OWN  # fmt: skip

    def told(self, text: str) -> str:
        """The text as one's own deed where it is one, else as it is."""
        passive = None if _SHARED.search(text) else self._read(text)
        if passive is None or not self._is_own(passive):
            return text
        passive = self._without_others(passive)
        said = self._active(passive)
        head = self.reader.head(said)
        if head.kind not in ("past", "base") or head.base != passive.done[0].base:
            return text
        return said + self._told_after(passive.after)

    def _without_others(self, passive: _Passive) -> _Passive:
        """What others did with the thing ("drafted, and adopted in five clinics") told apart."""
        at = next((n for n, d in enumerate(passive.done) if n and d.base in _OF_OTHERS), 0)
        if not at or passive.after:
            return passive
        again = "they" if passive.be in _MANY else "it"
        be = (
            "have been"
            if passive.be == "have"
            else "has been"
            if passive.be == "has"
            else passive.be
        )
        late = [
            f"{d.lead.lower()} {self.table.participle(d.base)} {d.rest}" for d in passive.done[at:]
        ]
        told = " ".join(f"and {again} {be} {' and '.join(late)}".split())
        return replace(passive, done=passive.done[:at], after=told)

    def as_deed(self, text: str) -> str:
        """The text as the deed that it names, for its title; "" where it names none."""
        passive = self._read(text)
        if passive is None or any(d.base not in self._named for d in passive.done[:1]):
            return ""
        said = self._active(passive, past=True)
        return said if self.reader.head(said).kind == "past" else ""

    # -- reading ------------------------------------------------------------------------------

    def _read(self, text: str) -> _Passive | None:
        ts = tokens(text)
        at = next((n for n, t in enumerate(ts) if is_auxiliary(t.low)), 0)
        subject = ts[:at]
        if not 1 <= at <= 14 or not self._is_subject(subject):
            return None
        first = at + 1 + (at + 1 < len(ts) and ts[at + 1].low == "been")
        if ts[first - 1].low not in _BE:
            return None
        found = self._done(ts, first)
        if found is None:
            return None
        done, end = found
        if _BY.search(" ".join(d.rest for d in done)):
            return None
        after = " ".join(t.raw for t in ts[end:])
        if after and end + 1 >= len(ts):
            return None
        if after and is_auxiliary(ts[end + 1].low):  # the thing goes on as the subject
            again = "they" if ts[at].low in _MANY else "it"
            after = " ".join((ts[end].raw, again, *(t.raw for t in ts[end + 1 :])))
        return _Passive(subject=subject, be=ts[at].low, done=done, after=after)

    def _is_subject(self, subject: tuple[Token, ...]) -> bool:
        lows = {t.low for t in subject}
        if lows & (PRONOUNS | CLAUSE_STOPS | {"who", "which", "not", "none", "neither"}):
            return False
        if subject[0].low in PREPOSITIONS - {"over", "about", "around"} or subject[0].low == "no":
            return False
        if self.reader.finite(subject) is not None:
            return False
        return not any(stops(t) for t in subject) or self._are_people(subject)

    def _done(self, ts: tuple[Token, ...], first: int) -> tuple[tuple[_Done, ...], int] | None:
        """The participles from ``first`` on, and where another clause begins."""
        out: list[_Done] = []
        n = first
        while n < len(ts):
            verb = self._participle_at(ts, n)
            if verb is None:
                break
            start = verb + 1
            end = next((k for k in range(start, len(ts)) if self._breaks(ts, k)), len(ts))
            rest = ts[start : end - (ts[end - 1].low == "and" and end > start)]
            out.append(
                _Done(
                    base=self.table.base(ts[verb].core, "participle"),
                    lead=" ".join(t.raw for t in ts[n:verb]),
                    rest="" if stops(ts[verb]) else " ".join(t.raw for t in rest).strip(" ,"),
                )
            )
            n = end
            if end < len(ts) and ts[end].low in ("and", "but", "while"):
                break
        return (tuple(out), n) if out and (n >= len(ts) or ts[n].low in ("and", "but")) else None

    def _participle_at(self, ts: tuple[Token, ...], n: int) -> int | None:
        """Where the participle stands at ``n``, behind its adverbs; None where none does."""
        while n < len(ts) and (ts[n].low.endswith("ly") or ts[n].low in ("then", "also", "later")):
            n += 1
        if n >= len(ts):
            return None
        word, follows = ts[n].core, ts[n + 1].low if n + 1 < len(ts) else ""
        participle = self.table.is_form(word, "participle") and self.table.is_known(word)
        base = self.table.base(word, "participle")
        alone = self.table.is_active(base) and base not in self._named
        if not participle or self.table.is_adjective(word) or alone:
            return None
        free = stops(ts[n]) or not follows or follows.endswith("ly")
        goes_on = follows in PREPOSITIONS | HOW_OFTEN | _WITH_VERB | {
            "and",
            "so",
            "together",
            "twice",
            "once",
            "using",
        }
        return n if free or goes_on or follows in CLAUSE_STOPS else None

    def _breaks(self, ts: tuple[Token, ...], k: int) -> bool:
        """Whether at ``k`` another participle of the run begins, or another clause."""
        linked = ts[k - 1].low == "and" or stops(ts[k - 1])
        if linked and self._participle_at(ts, k) is not None:
            return True
        if ts[k].low not in ("and", "but", "while") or self._participle_at(ts, k + 1) is not None:
            return False
        end = next((n + 1 for n in range(k + 1, len(ts)) if stops(ts[n])), len(ts))
        clause = ts[k + 1 : end]
        return bool(clause) and (
            is_auxiliary(clause[0].low) or self.reader.finite(clause) is not None
        )

    # -- whose deed it is ----------------------------------------------------------------------

    def _is_own(self, passive: _Passive) -> bool:
        base = passive.done[0].base
        if self._are_people(passive.subject):
            return base in self._cared
        first = passive.subject[0]
        bare = first.low not in ARTICLES_AND_COUNTS | DETERMINERS
        some = (
            first.low in _OPENS | COUNTS - {"all", "both", "most", "half", "no"}
            or NUMBER.match(first.raw) is not None
        )
        of_them = len(passive.subject) > 2 and passive.subject[1].low == "of"
        return base in self._made and (bare or (some and not of_them))

    def _are_people(self, subject: tuple[Token, ...]) -> bool:
        """ "One student and two junior nurses", "The trainees of three wards"."""
        text = " ".join(t.raw for t in subject)
        items = [p for p in re.split(r",? and |, ", text) if p]
        return bool(items) and all(self._is_person(p) for p in items)

    def _is_person(self, item: str) -> bool:
        words = [t.low for t in tokens(item)]
        end = next((n for n, w in enumerate(words) if n and w in PREPOSITIONS), len(words))
        noun = words[end - 1]
        return noun in PERSONS or noun in self._roles or (
            is_plural(noun) and noun[:-1] in self._roles
        )  # fmt: skip

    # -- saying it -----------------------------------------------------------------------------

    def _active(self, passive: _Passive, past: bool = False) -> str:
        present = passive.be in ("is", "are") and not past
        thing = " ".join(t.raw for t in passive.subject)
        counted = passive.subject[0].low in ARTICLES_AND_COUNTS
        thing = thing[:1].lower() + thing[1:] if counted else self.names.lower_first(thing)
        again = "them" if passive.be in _MANY else "it"
        shared = all(not d.rest for d in passive.done[:-1])
        *most, last = passive.done
        if shared and most and last.rest and len(passive.subject) >= _LONG:
            first = self._active(replace(passive, done=tuple(most)), past)
            verb = last.base if present else self.table.past(last.base)
            link = " and " if len(most) == 1 or len(last.rest.split()) < 3 else ", and "
            return f"{first}{link}{' '.join(f'{last.lead.lower()} {verb} {again} {last.rest}'.split())}"
        said = []
        for n, deed in enumerate(passive.done):
            verb = deed.base if present else self.table.past(deed.base)
            first, _, rest = deed.rest.partition(" ")
            particle = f" {first}" if first.lower() in _WITH_VERB else ""
            rest = rest if particle else deed.rest
            what = (
                thing if n == (len(passive.done) - 1 if shared else 0) else "" if shared else again
            )
            said.append(" ".join(f"{deed.lead.lower()} {verb}{particle} {what} {rest}".split()))
        listed = f"{', '.join(said[:-1])} and {said[-1]}" if len(said) > 1 else said[0]
        return capital(listed)

    def _told_after(self, after: str) -> str:
        link, _, clause = after.partition(" ")
        if not after:
            return ""
        told = self.told(clause)
        if link == "and" and told != clause:
            return f" and {told[:1].lower()}{told[1:]}"
        return f", {after}"

"""The title of a line: a phrase that stands alone, in the line's own words.

A deed becomes a doing with its whole object ("Putting checks before every load"), a thing stays a
thing, and a line that is a sentence keeps it up to a joint. A title never ends in the middle of a
phrase, a list or a question word's clause.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from report_gen.coaching.language.measures import WENT, measure_name
from report_gen.coaching.language.models import Token
from report_gen.coaching.language.names import capital
from report_gen.coaching.language.naming import GOES_ON
from report_gen.coaching.language.reading import Reader
from report_gen.coaching.language.segments import tokens
from report_gen.coaching.language.shapes import (
    COUNTS,
    DETERMINERS,
    NUMBER,
    PARTICLES,
    PREPOSITIONS,
    Head,
)
from report_gen.coaching.language.topics import (
    after_intro,
    after_state,
    after_verbs,
    deed_follows,
    own_verb,
    role_after,
)
from report_gen.taxonomy.verbs import VerbTable, is_auxiliary

USUAL, MOST = 9, 13
"""Words of a title; the longest where only so many make it whole."""
_CLAUSES = frozenset(
    ["which", "who", "that", "so", "because", "while", "when", "where", "if", "once", "until", "but", "unless",
     "resulting", "leading", "nobody", "everybody", "everyone", "i", "we", "they", "myself", "thereby", "thus"]
)  # fmt: skip
"""Words with which another statement begins: the title has ended."""
_ASIDE = frozenset(
    ["from", "by", "with", "as", "via", "using", "including", "across", "through", "without", "under", "over", "after",
     "before", "than", "plus", "thanks", "every", "each", "together", "despite", "per"]
)  # fmt: skip
"""Words with which a circumstance begins: a title that is whole may end there."""
_QUESTION = frozenset(["how", "what", "why", "whether", "where", "when"])
_COMPLETED = frozenset(
    ["put", "keep", "bring", "get", "set", "turn", "hold", "leave", "show", "teach", "tell", "let", "have", "give", "persuade",
     "convince", "help", "explain", "make", "send", "place", "take", "split", "divide", "translate", "match", "tie", "link", "connect",
     "compare", "combine", "pair", "add", "convert", "enable", "allow", "replace", "limit", "free", "prevent", "stop"]
)  # fmt: skip
"""Verbs whose object alone is half of what was done: "keeping the squads" says nothing."""
_SENTENCES = frozenset({"full", "first", "we", "other_person", "relative", "intro"})
_FACTS = frozenset(
    {"notice", "discover", "find", "show", "prove", "learn", "realise", "realize", "see"}
)
_LOOSE = PREPOSITIONS | GOES_ON | frozenset(
    ["and", "or", "but", "which", "who", "that", "so", "the", "a", "an", "our", "my", "their", "its", "his", "her", "this",
     "these", "those", "all", "various", "several", "some", "new", "than", "because", "when", "while", "where", "every", "each",
     "i", "we", "they", "plus", "together", "myself", "how", "what", "why", "whether", "also", "then", "thanks"]
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class _Joint:
    """A place where a title can end: before the word at ``at`` of ``words``. ``clause``: another
    statement begins there."""

    at: int
    clause: bool


def title_of(text: str, head: Head, reader: Reader) -> str:
    """A phrase of the line's own words, the first verb as "-ing"; "" where none is whole."""
    ts = tokens(text)
    if head.kind in ("first", "we"):
        own = own_verb(text, head, reader)
        if own is not None:
            rest = " ".join(t.raw for t in ts[own[0] :])
            return title_of(rest, Head(kind="past", base=own[1]), reader)
    if head.kind == "intro":  # "Using drones, mapped 340 km of dykes": the deed is the title
        deed = after_intro(ts, reader)
        if deed is not None:
            return title_of(deed[0], deed[1], reader)
    if head.kind == "state" or head.base == "be":
        duty = after_state(text, reader)
        if duty is not None:
            return title_of(duty[0], duty[1], reader)
    if head.base == "have" and [t.low for t in ts[head.at + 1 : head.at + 2]] == ["been"]:
        rest = " ".join(t.raw for t in ts[head.at + 2 :])
        going_on = reader.head(rest)
        if going_on.kind == "gerund":  # "Have been handling payroll"
            return title_of(rest, going_on, reader)
    went = head.kind == "full" and WENT.match(text) is not None
    if head.kind == "metric" or (went and measure_name(text, head)):
        return measure_name(text, head)
    if head.kind == "noun" and ts[head.at].low in PREPOSITIONS:
        for n, token in enumerate(ts[:-2]):
            there = " ".join(t.raw for t in ts[n + 1 :])
            if token.comma and (found := reader.head(there)).kind in ("full", "metric"):
                return title_of(there, found, reader)
    project = _AND_YEARS.match(text) if head.kind == "noun" else None
    if project is not None:
        return capital(project["what"])
    role = role_after(text, head, reader)
    if role:
        return role
    return _Titler(ts, head, reader, reader.table).title()


_AND_YEARS = re.compile(
    r"(?P<what>[\w'’-]+(?: [\w'’-]+){1,5}?),? and (?:then )?[\w.]+ (?:years?|months?|weeks?|terms?|semesters?|summers?) as "
)
""" "Bachelor project and then two years as ...": the title is what was made."""


class _Titler:
    """One line's title."""

    def __init__(self, ts: tuple[Token, ...], head: Head, reader: Reader, table: VerbTable) -> None:
        self.ts = ts
        self.head = head
        self.reader = reader
        self.table = table
        self.deed = bool(head.base) and head.base != "be"
        asked = ts[head.at].low in _QUESTION if head.at < len(ts) else False
        self.sentence = not self.deed and (head.kind in _SENTENCES or asked)
        self.words: list[str] = []
        self.of: list[int] = []
        """Words of the title to be, and the places in the line they come from."""

    def title(self) -> str:
        start = self._take_verbs()
        lead = len(self.words)
        for n in range(start, len(self.ts)):
            self.words.append(self.ts[n].raw)
            self.of.append(n)
        if self.deed and lead == len(self.words) and lead > 1:
            return self._finish(self.words)
        end = self._end(lead)
        if not end or end < min(self._fact_told(lead), len(self.words)):
            return self._whole_fact(lead)
        by = self.words[end].lower() == "by" if end < len(self.words) else False
        return self._finish(self.words[:end], cut=end < len(self.words), by=by)

    def _take_verbs(self) -> int:
        """The verbs as doings; where the rest begins."""
        ts, at = self.ts, self.head.at
        if not self.deed:
            return at + (1 if self.head.base == "be" else 0)
        parts = self.head.base.split()
        self.words = [self.table.gerund(parts[-1])]
        if len(parts) > 1:
            self.words.insert(0, ts[at].raw if "/" in ts[at].raw else parts[0])
        if self.head.kind == "gerund":
            self.words = [t.raw for t in ts[at : at + len(parts)]]
        n = at + len(parts)
        self.of = list(range(at, n))
        if ts[n - 1].comma and not self.words[-1].endswith(","):
            self.words[-1] += ","
        shared = after_verbs(ts, n, self.reader)
        for k in range(n, shared):
            verb = self.table.base(ts[k].core, "past", "participle") or self.table.base(ts[k].core)
            small = (
                ts[k].low in PARTICLES | PREPOSITIONS | {"and", "on", "then"}
                or self.head.kind == "gerund"
            )
            self.words.append(
                ts[k].raw if small else self.table.gerund(verb) + ("," if ts[k].comma else "")
            )
            self.of.append(k)
        return shared

    # -- where it ends --------------------------------------------------------------------------

    def _end(self, lead: int) -> int:
        joints = self._joints(lead)
        last = next((j.at for j in joints if j.clause), len(self.words))
        usual = MOST if self.sentence else USUAL
        asides = [j.at for j in joints if j.at < last and self._is_whole(j.at, lead)]
        asks = self.deed and any(w.lower() in _QUESTION for w in self.words[lead : lead + 2])
        early = next(
            (
                n
                for n in asides
                if n >= 4 and not asks and (self.words[n].lower() in _ASIDE or self._is_doing(n))
            ),
            None,
        )
        if early is not None and not self.sentence and early <= usual:
            return early
        if last <= usual:
            return last
        fitting = [n for n in asides if 3 <= n <= usual]
        if last <= MOST and (not fitting or (fitting[-1] < 5 and self._needs_more())):
            return last
        if fitting:
            return fitting[-1]
        return last if last <= MOST else 0

    def _fact_told(self, lead: int) -> int:
        """Where what was found is told with its verb: "Finding that half of the no-shows" is no
        title; 0 where no fact is told."""
        if self.head.base not in _FACTS or self.words[lead : lead + 1] != ["that"]:
            return 0
        found = self.reader.finite(self.ts[self.of[lead] + 1 :])
        return len(self.words) if found is None else lead + 3 + found

    def _whole_fact(self, lead: int) -> str:
        """ "Discovering that the feed dropped every tunnel": up to the first stop, where it is short."""
        stop = next(
            (n + 1 for n, w in enumerate(self.words) if w.endswith((",", ";"))), len(self.words)
        )
        told = self._fact_told(lead) and lead + 2 < stop <= USUAL
        return self._finish(self.words[:stop]) if told else ""

    def _needs_more(self) -> bool:
        return self.deed and self.head.base in _COMPLETED

    def _joints(self, lead: int) -> list[_Joint]:
        out: list[_Joint] = []
        n = max(lead, 1)
        while n < len(self.words):
            after_list = self._list_end(n)
            if after_list > n:
                if len(self.words[:after_list]) > MOST and n >= lead + 1:
                    out.append(_Joint(at=n, clause=True))
                n = after_list
                continue
            low = self.words[n].lower().strip(",;:")
            stopped = n >= 2 and self.words[n - 1].endswith((",", ";", ":"))
            stopped = stopped and not self._begins_a_clause() and not self._in_series(n, low, lead)
            if stopped or self._clause_at(n, low, lead):
                out.append(_Joint(at=n, clause=True))
            elif self._aside_at(n, low):
                out.append(_Joint(at=n, clause=False))
            n += 1
        return out

    def _begins_a_clause(self) -> bool:
        """ "What it does not know, it leaves to the teacher": the comma is not the end."""
        return self.sentence and self.words[0].lower() in _QUESTION | {"if", "since"}

    def _aside_at(self, n: int, low: str) -> bool:
        if low in PREPOSITIONS and self.words[n - 1].lower() == "thanks":
            return False
        if self._in_pair(n) or self.words[n][:1].isupper():
            return False  # "both the mill and the barn", "Software As A Service"
        place = low in PREPOSITIONS and low not in ("of", "up", "out", "off", "down")
        return self._goes_on_doing(n) or (
            (place or low in _ASIDE | GOES_ON) and not (low == "to" and self._spans(n))
        )

    def _goes_on_doing(self, n: int) -> bool:
        """ "an event bus handling 40k messages": what the thing does."""
        follows = self.words[n + 1] if n + 1 < len(self.words) else ""
        counted = NUMBER.match(follows) is not None or follows.lower() in DETERMINERS
        return n >= 3 and counted and self._is_doing(n)

    def _is_doing(self, n: int) -> bool:
        before = self.words[n - 1].lower()
        return (
            self.table.is_form(self.words[n], "gerund")
            and before not in PREPOSITIONS | {"and", "or", "to", "when", "while"}
            and not self.words[n - 1].endswith(",")
        )

    def _spans(self, n: int) -> bool:
        """Whether "to" is the second half of "from ... to ..." or of "up to"."""
        before = [w.lower() for w in self.words[max(0, n - 6) : n]]
        return "from" in before or before[-1:] in (["up"], ["down"], ["due"])

    def _clause_at(self, n: int, low: str, lead: int) -> bool:
        at = self.of[n]
        nxt = self.words[n + 1] if n + 1 < len(self.words) else ""
        before = self.words[n - 1].lower()
        if low == "and":
            done = self.head.kind == "past" and self.table.is_form(nxt.lower(), "past")
            if self._asked_before(n, lead) and not done:
                return False
            enough = n >= 3 or (n == 2 and n > lead and (done or self._with_object(at + 1)))
            same = self.sentence and is_auxiliary(nxt)
            return (
                enough
                and not same
                and at + 1 < len(self.ts)
                and (
                    (self.deed and n >= 3 and is_auxiliary(nxt))
                    or deed_follows(self.ts, at + 1, self.reader)
                )
            )
        if low == "by":
            return n >= 3 and self.table.is_form(nxt.strip(",").lower(), "gerund")
        if (
            before in _QUESTION | {"that"}
            or (low in ("i", "we") and before == "and")
            or low in _QUESTION - {"when", "where"}
        ):
            return False
        fact = self.table.base(before) in _FACTS or self.head.base in _FACTS
        if (low == "that" and fact) or (low in _QUESTION and (n == lead or self._needs_more())):
            return False
        return low in _CLAUSES and n >= 3

    def _asked_before(self, n: int, lead: int) -> bool:
        """Whether a "how" or "whether" before ``n`` has not come to its verb yet: "how rain and"."""
        if not self.deed:
            return False
        words = [w.lower().strip(",;:") for w in self.words[:n]]
        at = next((k for k in range(lead, n) if words[k] in _QUESTION), None)
        if at is None:
            return False
        return not any(
            is_auxiliary(w) or self.table.is_form(w, "base", "third", "past")
            for w in words[at + 2 :]
        )

    def _with_object(self, n: int) -> bool:
        return n + 1 < len(self.ts) and (
            self.ts[n + 1].low in DETERMINERS or NUMBER.match(self.ts[n + 1].raw) is not None
        )

    def _list_end(self, n: int) -> int:
        """Where the list ends whose second item begins at ``n``; ``n`` if there is none."""
        if not self.words[n - 1].endswith(",") or self.sentence:
            return n
        items, item = 0, 0
        for k in range(n, len(self.words)):
            word = self.words[k]
            low = word.lower().strip(",;:")
            if low in ("and", "or", "&") and k + 1 < len(self.words):
                return n if self._deed_listed(self.of[k] + 1) else self._item_end(k + 1)
            if (
                NUMBER.match(word)
                or is_auxiliary(low)
                or low in _CLAUSES
                or low in ("with", "by", "from", "resulting", "including", "such")
            ):
                return n
            if (
                item == 0
                and self.deed
                and self.head.kind != "gerund"
                and self.table.is_form(low, "past", "gerund")
            ):
                return n
            item += 1
            if item > 4:
                return n
            if word.endswith(","):
                items, item = items + 1, 0
        # "quotes, invoices, payroll" to the end of the line
        return (
            len(self.words)
            if items and item and (not self.deed or self.head.kind == "gerund")
            else n
        )

    def _deed_listed(self, at: int) -> bool:
        """After "and": another deed, and no last thing of the list ("and commission for 85")."""
        if not self.deed or not deed_follows(self.ts, at, self.reader):
            return False
        follows = self.ts[at + 1].low if at + 1 < len(self.ts) else ""
        return self.table.is_form(self.ts[at].core, "past") or follows not in PREPOSITIONS | {""}

    def _item_end(self, n: int) -> int:
        for k in range(n + 1, len(self.words)):
            low = self.words[k].lower().strip(",;:")
            if self.words[k - 1].endswith((",", ";", ":")) or low in PREPOSITIONS | _CLAUSES | {
                "and"
            }:
                return k
        return len(self.words)

    def _is_whole(self, n: int, lead: int) -> bool:
        """Whether what stands before ``n`` says all that its verb needs."""
        words = [w.lower().strip(",;:") for w in self.words[:n]]
        loose = _LOOSE - GOES_ON | {"now", "still"} if self.sentence else _LOOSE
        if n <= lead or words[-1] in loose or self._hangs(words):
            return False
        if self.deed and self.head.base in _COMPLETED and not self._completed(words[lead:]):
            return False
        if self.sentence:
            found = self.reader.finite(self.ts)
            return found is not None and n > found - self.head.at + 1
        asked = any(w in _QUESTION for w in words[lead:])
        return not asked or (n - lead > 4 and not self._asked_before(n, lead))

    def _hangs(self, words: Sequence[str]) -> bool:
        """ "partners to agree": what is agreed on is still to come."""
        verb = words[-1]
        return (
            len(words) > 3
            and words[-2] == "to"
            and self.table.is_form(verb, "base")
            and not self.table.also_noun(verb)
        )

    def _completed(self, words: Sequence[str]) -> bool:
        return any(
            w in PARTICLES or (n and w in (PREPOSITIONS | _QUESTION) - {"of"})
            for n, w in enumerate(words)
        ) or any(self.table.is_form(w, "gerund") for w in words[1:])

    # -- the last touch -------------------------------------------------------------------------

    def _finish(self, words: Sequence[str], cut: bool = False, by: bool = False) -> str:
        out = list(words)
        loose = _LOOSE - GOES_ON if self.sentence else _LOOSE
        while len(out) > 1 and (
            (out[-1].strip(",;:").lower() in loose and not self._particle(len(out) - 1))
            or (is_auxiliary(out[-1].lower()) and out[-1] != "May")
            or (cut and out[-1].lower() in COUNTS and out[-2].lower() in DETERMINERS)
        ):
            out.pop()
            cut = True
        if cut and self._hangs([w.lower() for w in out]):
            out = out[:-2]
        out = self._whole(out, by) if cut else out
        title = " ".join(out).strip(" ,.;:-–—")
        if title.count("(") != title.count(")"):
            title = title.split("(")[0].strip()
        first, _, rest = title.partition(" ")
        if "/" in first:
            return title
        return capital(first) + (f" {rest}" if rest else "")

    def _whole(self, words: list[str], by: bool) -> list[str]:
        """Without a last word whose own circumstance was cut off: "a desk powered", "a kit for
        testing", "a timber based"."""
        out = list(words)
        while len(out) > 3:
            low, before = out[-1].lower().strip(",;:"), out[-2].lower()
            said_of = self.table.is_form(low, "participle") and (
                by or not self.table.also_noun(self.table.base(low, "participle"))
            )
            by = False
            doing = (
                out[-1].islower()
                and self.table.is_form(low, "gerund")
                and before in ("for", "by", "of", "while", "and")
            )
            if not doing and not (said_of and before not in DETERMINERS | PREPOSITIONS):
                break
            out.pop()
            while len(out) > 2 and out[-1].lower().strip(",;:") in _LOOSE:
                out.pop()
        return out if len(out) > 2 else words

    def _in_series(self, n: int, low: str, lead: int) -> bool:
        """ "a paper based, yearly count": two words for what a thing is like, and no end."""
        before = self.words[n - 1].strip(",").lower()
        like = before in self.reader._describing or (
            n > lead + 1
            and ("-" in before or self.table.is_form(before, "participle"))
            and self.words[n - 1].endswith(",")
            and not self.table.also_noun(self.table.base(before, "participle"))
        )
        goes_on = low in _CLAUSES | _ASIDE | {"and", "or"} or self.table.is_form(
            low, "past", "gerund"
        )
        listed = self.words[n].endswith(",") or any(c.isdigit() for c in before)
        return like and not goes_on and not listed

    def _in_pair(self, n: int) -> bool:
        """Between "both" and its "and" a title does not end."""
        before = [w.lower().strip(",") for w in self.words[max(0, n - 8) : n]]
        return "both" in before and "and" not in before[before.index("both") :]

    def _particle(self, n: int) -> bool:
        """ "rolling out", "won back": the particle of the verb before it, at the line's end."""
        return n + 1 >= len(self.words) and self.words[n].lower() in PARTICLES and n > 0

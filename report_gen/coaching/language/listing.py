"""What only looks like another deed: things in a list, and what says which thing is meant."""

from __future__ import annotations

import re
from itertools import pairwise

from report_gen.coaching.language.heads import HeadReader
from report_gen.coaching.language.models import Token
from report_gen.coaching.language.shapes import (
    ADVERBS_OF_STATE,
    COUNTS,
    DETERMINERS,
    HOW_OFTEN,
    NUMBER,
    PREPOSITIONS,
    Head,
    start_of,
    stops,
)

_RULES = frozenset(
    ["guidelines", "guideline", "rules", "rule", "standards", "standard", "procedures", "procedure", "policies", "policy",
     "practices", "protocol", "protocols", "specifications", "specification", "instructions", "regulations", "conventions",
     "workflow", "methodology", "methodologies", "principles", "requirements", "approach", "recipe", "recipes", "checklist"]
)  # fmt: skip
"""What one follows, as against what one comes after."""
_OF_THE_THING = frozenset(
    ["focused", "based", "located", "specialised", "specialized", "dedicated", "devoted", "known", "founded", "headquartered"]
)  # fmt: skip
"""After the name of an employer: "a startup, focused on robots"."""


_ASKING = frozenset(
    ["predict", "decide", "determine", "identify", "choose", "show", "tell", "see", "know", "learn", "check", "find", "ask",
     "forecast", "estimate", "understand", "define", "select", "suggest", "explain", "test", "measure", "model", "guess"]
)  # fmt: skip


_TIMES = re.compile(
    r"(?:other|second|third|few|two|three|four|six|\d+|hour|day|night|morning|evening|shift|week|fortnight|month|quarter|term|"
    r"semester|season|spring|summer|autumn|winter|year|time|sprint|release|[a-z]+day)s?$"
)


class ListReader(HeadReader):
    """Reads lists and remarks about things with one vocabulary."""

    def is_listed_thing(
        self, ts: tuple[Token, ...], n: int, at: int, bare: int, start: int, head: Head
    ) -> bool:
        """Whether the past form at ``at`` says of which kind a thing in a list is: "through shared
        desks, fixed hours, and flexible rotas", "the live, fully staffed desk", or belongs to the
        employer a role names."""
        if not self.table.is_form(ts[at].core, "participle"):
            return False
        if at > bare and ts[at - 1].low in ADVERBS_OF_STATE and not self._takes_object(ts, at):
            return True
        after_comma = ts[n - 1].comma
        if head.kind == "role" and after_comma and bare == n and ts[at].low in _OF_THE_THING:
            return True
        if bare > n and not after_comma:
            return self._ends_the_list(ts, at, start)
        return after_comma and bare == n and self._before_the_last(ts, at)

    def _before_the_last(self, ts: tuple[Token, ...], at: int) -> bool:
        """A bare item, and behind its comma "and" with a thing that is no deed."""
        stops_at = [k for k in range(at + 1, min(at + 16, len(ts) - 2)) if ts[k].comma]
        end = next((k for k in stops_at if ts[k + 1].low in ("and", "or")), None)
        if end is None or stops_at[0] > at + 5:
            return False
        others = [ts[a + 1 : b + 1] for a, b in pairwise(stops_at[: stops_at.index(end) + 1])]
        if any(len(o) > 4 or self.table.is_form(o[0].core, "past") for o in others):
            return False
        item, last = ts[at + 1 : stops_at[0] + 1], ts[end + 2]
        if any(
            t.low in DETERMINERS | {"to", "by", "up", "out"} or NUMBER.match(t.raw) for t in item
        ):
            return False
        n = end + 2
        while n < len(ts) and (ts[n].low.endswith("ly") or ts[n].low in self._adverbs):
            n += 1
        deed = n < len(ts) and self.table.is_form(ts[n].core, "past", "base", "third")
        thing = last.low not in DETERMINERS | PREPOSITIONS | {"i", "we"}
        closes = any(stops(t) for t in ts[end + 2 : -1])
        return thing and not (deed and not self._noun_there(ts, n)) and not closes

    def _noun_there(self, ts: tuple[Token, ...], n: int) -> bool:
        """Whether the word is a noun as well and has no object: "alert triage", "log review"."""
        base = self.table.base(ts[n].core, "base", "third")
        follows = ts[n + 1].low if n + 1 < len(ts) else ""
        return bool(base) and self.table.also_noun(base) and follows not in DETERMINERS

    def _ends_the_list(self, ts: tuple[Token, ...], at: int, start: int) -> bool:
        """ "through open days and guided walks": a bare thing to the end behind "through"."""
        item = ts[at + 1 :]
        if not 1 <= len(item) <= 2 or any(
            t.low in DETERMINERS | PREPOSITIONS or NUMBER.match(t.raw) or stops(t)
            for t in item[:-1]
        ):
            return False
        before = ts[max(start, start_of(ts, at)) : at - 1]
        return any(t.low in ("through", "via", "using", "by") for t in before[-5:])

    def is_listed_doing(self, ts: tuple[Token, ...], at: int, start: int) -> bool:
        """ "cleaning data, naming parts, and drawing charts": the last of several doings."""
        if ts[at - 1].low != "and" or not self.table.is_form(ts[at].core, "gerund"):
            return False
        opening = start_of(ts, at - 1)
        return opening > start and self.table.is_form(ts[opening].core, "gerund")

    def says_which(self, ts: tuple[Token, ...], n: int, start: int) -> bool:
        """ "..., a method which spares paint": the clause belongs to the remark before it; "predict
        which leads convert" asks which of them."""
        if self.table.base(ts[n - 1].core) in _ASKING and not ts[n - 1].comma:
            return True
        opening = start_of(ts, n)
        return (
            not ts[n - 1].comma
            and opening > start
            and n - opening <= 4
            and ts[opening].low in ("a", "an")
        )

    def obeys(self, ts: tuple[Token, ...], n: int) -> bool:
        """Whether "following" at ``n`` says by what rules, or is part of another phrase."""
        if ts[n - 1].low in DETERMINERS | {"while", "when", "by", "and"}:
            return True
        return any(t.low in _RULES for t in ts[n + 1 : n + 8])

    def _listed_in_relative(self, ts: tuple[Token, ...], at: int, start: int) -> bool:
        """Whether a participle stands before a bare plural in the list of what a thing does in
        the present: "a board that counts visits, missed calls and returns"."""
        told = any(
            ts[k].low in ("that", "which", "who") and self.table.is_form(ts[k + 1].core, "third")
            for k in range(start, at - 1)
        )
        end = next((k for k in range(at + 1, min(at + 4, len(ts))) if ts[k].low == "and"), None)
        if not told or end is None or end + 1 >= len(ts) or end < at + 2:
            return False
        item = ts[at + 1 : end]
        bare = all(t.low not in DETERMINERS | PREPOSITIONS and not stops(t) for t in item)
        another_deed = self.table.is_form(ts[end + 1].core, "past")
        participle = self.table.is_form(ts[at].core, "participle")
        return participle and bare and item[-1].low.endswith("s") and not another_deed

    def _thing_does(self, ts: tuple[Token, ...], at: int) -> bool:
        follows = ts[at + 1].low if at + 1 < len(ts) and not stops(ts[at]) else ""
        return follows in PREPOSITIONS and ts[at].low in (
            "runs",
            "works",
            "serves",
            "feeds",
            "scales",
        )

    def tells_how_often(self, ts: tuple[Token, ...], at: int) -> bool:
        """ "weekly", "each quarter", and not "each one"."""
        follows = ts[at + 1].low if at + 1 < len(ts) else ""
        of_time = ts[at].low not in ("each", "every") or _TIMES.match(follows) is not None
        return ts[at].low in HOW_OFTEN and of_time

    def surely_changed(self, ts: tuple[Token, ...], at: int | None) -> bool:
        """ "double bookings fell from 22 to 3": a first word that is a verb as well opens the
        subject of a change."""
        if at is None or not 2 <= at <= 4 or at + 1 >= len(ts):
            return False
        change = self.table.is_change(self.table.base(ts[at].core, "past"))
        return change and ts[at + 1].low in ("from", "to", "by")

    def finite_of_pronoun(self, ts: tuple[Token, ...]) -> int | None:
        """The verb of "we still opened on 1 May", which needs no object behind a pronoun."""
        at = self._skip(ts, 1)
        known = at < len(ts) and self.table.is_known(ts[at].core)
        return at if known and self.table.is_form(ts[at].core, "past") else None

    def _in_time(self, ts: tuple[Token, ...], at: int) -> bool:
        """A participle and how early or late: said of the thing."""
        rest = [t.low for t in ts[at + 1 : at + 5]]
        timed = bool(rest) and (
            NUMBER.match(rest[0]) is not None or rest[0] in COUNTS | {"a", "on"}
        )
        when = {"early", "late", "ahead", "before", "time", "schedule"} & set(rest)
        return self.table.is_form(ts[at].core, "participle") and timed and bool(when)

    def _both_done(self, ts: tuple[Token, ...], at: int) -> bool:
        """Two participles without an object: done to the thing, and by whom is not said."""
        if at + 2 >= len(ts) or ts[at + 1].low != "and":
            return False
        after = ts[at + 3].low if at + 3 < len(ts) else ""
        pair = all(self.table.is_form(ts[k].core, "participle") for k in (at, at + 2))
        return pair and (not after or after in HOW_OFTEN or after in ("by", "in", "with", "for"))

    def _measure_of(self, ts: tuple[Token, ...], at: int) -> bool:
        """ ", normalised entropy down 1.9%": a measure with its change, where the past form says
        of which kind it is."""
        end = next((k + 1 for k in range(at, len(ts)) if ts[k].comma), len(ts))
        way = next((k for k in range(at, end) if ts[k].low in ("up", "down")), None)
        if way is None or not 2 <= way - at <= 4 or way + 1 >= end:
            return False
        between = ts[at + 1 : way]
        plain = all(t.low not in DETERMINERS | PREPOSITIONS and not stops(t) for t in between)
        moved = self.table.is_result(self.table.base(ts[at].core, "past"))
        return plain and not moved and NUMBER.match(ts[way + 1].raw) is not None

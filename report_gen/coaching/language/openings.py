"""First words that are verbs as well as nouns, and nouns that are persons as well as machines."""

from __future__ import annotations

import re

from report_gen.coaching.language.finite import FiniteReader
from report_gen.coaching.language.models import Token
from report_gen.coaching.language.shapes import (
    DETERMINERS,
    HOW_OFTEN,
    NOT_ADVERBS,
    NUMBER,
    PARTICLES,
    PREPOSITIONS,
    metric_shape,
    stops,
)

_A_PROGRAM = re.compile(
    r"^(?:[\w-]+ ){0,4}(?:agent|driver|server|editor|operator|controller|planner|scheduler|assistant|guide|translator|"
    r"interpreter|tester|player|trader|writer|reader|clerk|scout|runner|recorder|reviewer|coach|tutor) "
    r"(?:(?:written |built )?(?:in|with|on) (?:python|go|golang|rust|c|c\+\+|c#|java|javascript|typescript|kotlin|swift|scala|ruby|php|"
    r"bash|matlab|r|julia|haskell|vhdl|verilog|node\.js|react|langchain|gpt\S*|an? llm|llama\S*|llms|pytorch|rasa)\b|"
    r"(?:that|which) (?:runs|answers|serves|writes|reads)\b)"
    r"|^(?:[\w-]+ ){0,2}(?:kubernetes|k8s|helm|terraform|linux|windows|kernel|device|gpu|usb|package|plugin|password|memory|"
    r"session|browser|voice|chat|llm|ai) (?:operator|driver|manager|agent|assistant|controller|client|provider|scheduler|"
    r"runner|player|reader|recorder)s?\b"
)
"""A program with a name that persons bear too: "metrics agent in Go", "assistant with an LLM", "Kubernetes
operator", "Linux driver"."""
_SERVED = frozenset(
    ["head", "lead", "senior", "food", "banquet", "restaurant", "bar", "cocktail", "lunch", "dinner", "breakfast", "beverage",
     "catering", "wine", "fine", "full-time", "part-time", "restaurant", "dining", "weekend", "evening"]
)  # fmt: skip
"""What stands before a server who is a person; "file server", "web server" are machines."""
_OF_FACTS = frozenset(
    {
        "ensure",
        "verify",
        "confirm",
        "check",
        "know",
        "guarantee",
        "prove",
        "show",
        "assure",
        "decide",
        "see",
    }
)
"""Verbs whose object is a statement: "ensuring tests are run"."""
_OPENS_A_SUBJECT = frozenset({"the", "our", "my", "their", "a", "an", "each", "every"})
_GRADES = ("i", "ii", "iii", "iv")


class OpeningReader(FiniteReader):
    """Tells what a doubtful first word is by what stands beside it."""

    def opens_as_verb(self, ts: tuple[Token, ...], at: int, base: str) -> bool:
        """Whether a first word that is a noun as well has an object: a word that only says what
        something is like follows ("Design clinical trials"), or "Increase" stands without its
        "in" ("Increase test coverage")."""
        nxt = ts[at + 1] if at + 1 < len(ts) and not stops(ts[at]) else None
        if nxt is None or not nxt.core[:1].islower() or self._is_role(ts, at):
            return False
        if base in ("increase", "decrease"):
            return nxt.low not in PREPOSITIONS | {"and", "or"}
        return base in self._duties and nxt.low in self._describing

    def opens_in_third(self, ts: tuple[Token, ...], at: int, base: str, opening: bool) -> bool:
        """Whether a third person that may be a plural noun is the verb: "Sets direction for three
        teams", "Partners with buyers", "Signs off releases"; not "Plans for three teams",
        "Contracts manager"."""
        nxt = ts[at + 1] if at + 1 < len(ts) and not stops(ts[at]) else None
        if nxt is None:
            return False
        if nxt.low in PARTICLES and base in self._with_particle:
            return True
        goes_with = self._goes_with.get(base, ())
        after = ts[at + 2].low if at + 2 < len(ts) else ""
        often = nxt.low in HOW_OFTEN or (nxt.low.endswith("ly") and nxt.low not in NOT_ADVERBS)
        if nxt.low in goes_with or (often and after in goes_with):
            return True
        if not nxt.core[:1].islower() or nxt.low in PREPOSITIONS or self._noun_after(nxt.low):
            return False
        verb = self.table.base(nxt.core, "base")
        if verb and self.table.is_known(nxt.core) and not self.table.also_noun(verb):
            return False  # "Labels arrive late": the plural has its verb behind it
        sure = base in self._third and (opening or nxt.low in self._describing)
        return sure or (opening and self._another_in_third(ts, at + 2))

    def _another_in_third(self, ts: tuple[Token, ...], at: int) -> bool:
        """ "... and writes the forecast": a second verb in the third person, and surely a verb."""
        for n in range(at, len(ts) - 1):
            linked = ts[n - 1].low == "and" or ts[n - 1].comma
            base = self.table.base(ts[n].core, "third")
            if linked and base and self.table.is_known(ts[n].core):
                sure = not self.table.also_noun(base) or ts[n + 1].low in DETERMINERS
                return sure and not stops(ts[n])
        return False

    def _noun_after(self, follows: str) -> bool:
        """ "Contracts manager", "Plans execution": the word before is a noun."""
        return (
            follows in self._roles
            or follows in ("and", "or")
            or bool(re.search(r"(?:tion|ment|ing|sis|ance)$", follows))
        )

    def opens_as_run(self, ts: tuple[Token, ...], at: int) -> bool:
        """ "Architect, design, and deliver ...": verbs in a row, the last with its object."""
        if not stops(ts[at]):
            return False
        n = at + 1
        while n < len(ts) and (ts[n].low == "and" or self.table.is_form(ts[n].core, "base")):
            known = ts[n].low == "and" or self.table.is_known(ts[n].core)
            if not known:
                return False
            if ts[n].low == "and":
                last = ts[n + 1] if n + 1 < len(ts) else None
                follows = ts[n + 2].low if n + 2 < len(ts) else ""
                return (
                    last is not None
                    and self.table.is_form(last.core, "base")
                    and self.table.is_known(last.core)
                    and not stops(last)
                    and bool(follows)
                    and follows not in PREPOSITIONS | {"and", "or"}
                )
            if not stops(ts[n]) and (n + 1 >= len(ts) or ts[n + 1].low != "and"):
                return False
            n += 1
        return False

    def _of_its_object(self, ts: tuple[Token, ...], at: int, n: int) -> bool:
        """Whether the verb at ``n`` belongs to the object of the doing at ``at``: "Ensuring spare
        parts are in place", "raising the share of repairs the team is able to do"."""
        doing = self.table.is_form(ts[at].core, "gerund")
        if doing and any(self.table.base(t.core) in _OF_FACTS for t in ts[at:n]):
            return True
        if not doing and ts[at].low in PREPOSITIONS | _OPENS_A_SUBJECT:
            return False
        opens = next((k for k in range(n - 1, at, -1) if ts[k].low in _OPENS_A_SUBJECT), at)
        before = ts[opens - 1]
        linked = before.low in PREPOSITIONS | {"and", "or", "that"} or stops(before)
        verb = self.table.base(before.core)
        linked = linked or (self.table.is_known(before.core) and not self.table.also_noun(verb))
        return opens > at + 1 and not linked and not self.table.is_form(before.core, "gerund")

    def _names_a_thing(self, ts: tuple[Token, ...], at: int, verb: tuple[str, str] | None) -> bool:
        """ "Code reviews", "Experiments platform", "Own benchmark": things, whose first word could
        be a verb."""
        low = ts[at].low
        follows = ts[at + 1].low if at + 1 < len(ts) else ""
        label = verb is not None and verb[0] == "third" and len(ts) <= 3
        return (
            f"{low} {follows}" in self._noun_pairs
            or (label and follows in self._count_nouns)
            or (low == "own" and self._of_one_s_own(ts, at))
        )

    def _of_one_s_own(self, ts: tuple[Token, ...], at: int) -> bool:
        """ "Own benchmark of four libraries": a thing one made, where "Own the roadmap" is a duty."""
        end = next(
            (n for n in range(at + 1, len(ts)) if ts[n].low in PREPOSITIONS or stops(ts[n])),
            len(ts),
        )
        noun = ts[end].low if end < len(ts) and stops(ts[end]) else ts[end - 1].low
        return (
            ts[at + 1 : at + 2] != ()
            and ts[at + 1].low not in DETERMINERS
            and noun in self._own_things
        )

    def _counted_noun(self, ts: tuple[Token, ...], at: int) -> bool:
        """A plural that could be a verb, with a figure before and after."""
        base = self.table.base(ts[at].core, "third")
        rest = " ".join(t.raw for t in ts[at:])
        on = (
            at + 1 + (at + 1 < len(ts) and ts[at + 1].low in ("down", "up"))
        )  # "visits down from 9 to 4"
        on += on > at + 1 and on < len(ts) and ts[on].low == "from"
        figure = on < len(ts) and NUMBER.match(ts[on].raw) is not None
        return figure and metric_shape(rest) and (base == "fall" or self.table.also_noun(base))

    def _measured_noun(self, ts: tuple[Token, ...], at: int, base: str) -> bool:
        """Two or three nouns, the first a verb as well, and at once a change with both its ends."""
        if not self.table.also_noun(base) or self.table.is_result(base):
            return False
        start = next((n for n in range(at + 1, min(at + 4, len(ts))) if ts[n].low == "from"), None)
        if start is None or start < at + 2 or start + 1 >= len(ts):
            return False
        plain = not any(t.low in DETERMINERS or stops(t) for t in ts[at + 1 : start])
        changed = NUMBER.match(ts[start + 1].raw) is not None
        return plain and changed and metric_shape(" ".join(t.raw for t in ts[at:]))

    def _person_noun(self, word: str) -> bool:
        """ "analyst", "scientist/analyst", "co-organizer"."""
        last = word.rpartition("/")[2]
        return last in self._roles or last.removeprefix("co-") in self._roles

    def _is_role(self, ts: tuple[Token, ...], at: int) -> bool:
        words = [t.low for t in ts]
        if _A_PROGRAM.search(" ".join(words[at:])):
            return False
        if (
            words[at] in ("primary", "sole", "principal", "acting", "deputy", "chief")
            and len(words) > at + 1
        ):
            return words[at + 1] not in PREPOSITIONS and not self.table.is_form(
                words[at + 1], "past"
            )
        for n in range(at, min(len(ts), at + 6)):
            if words[n] in PREPOSITIONS or words[n] in ("and", "since") or NUMBER.match(words[n]):
                graded = n > at + 1 and words[n - 1] in _GRADES
                return n > at and self._is_person_at(words, n - 2 if graded else n - 1, at)
            if stops(ts[n]) or n == len(ts) - 1:
                return self._is_person_at(words, n, at)
        return False

    def _is_person_at(self, words: list[str], n: int, at: int) -> bool:
        if words[n] == "server":
            return n == at or words[n - 1] in _SERVED
        return self._person_noun(words[n])

    def _takes_object(self, ts: tuple[Token, ...], at: int) -> bool:
        nxt = ts[at + 1] if at + 1 < len(ts) else None
        return nxt is not None and (nxt.low in DETERMINERS or NUMBER.match(nxt.raw) is not None)

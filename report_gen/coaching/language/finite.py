"""Where a clause says what happened: the finite verb behind its subject, and what became of a thing."""

from __future__ import annotations

import re
from collections.abc import Iterable

from report_gen.coaching.language.models import Token
from report_gen.coaching.language.segments import tokens
from report_gen.coaching.language.shapes import (
    CLAUSE_STOPS,
    COUNTS,
    DETERMINERS,
    MOVES_BY_ITSELF,
    NOT_ADVERBS,
    NUMBER,
    OF_THINGS,
    OF_THINGS_LATER,
    PARTICLES,
    PERSONS,
    PREPOSITIONS,
    PRONOUNS,
    WANTING,
    Head,
    metric_shape,
    stops,
)
from report_gen.taxonomy.verbs import VerbTable, is_auxiliary

SCENES = PREPOSITIONS | {
    "together",
    "alongside",
    "besides",
    "despite",
    "throughout",
    "since",
    "until",
}
RELATIVES = frozenset({"which", "who", "that", "where", "whose", "when", "while", "if", "because"})
JUDGED = re.compile(
    r"(?:rated|ranked|graded) (?:(?:at|as|the|an?|number|no\.?|in the|among the) )*"
    r"(?:[\d.,]+ ?(?:/ ?\d+|(?:st|nd|rd|th)\b|%?(?=$| (?:by|out of|of \d|on|in|among)\b)|stars?\b)|[a-d][+-]?(?=$| by\b)|one of the|top (?:\d|of\b|in\b)|"
    r"(?:first|second|third|best|highest|excellent|outstanding)(?=$|,| (?:of|in|out|among|by|for|at)\b))|voted (?:(?:as|the|an?) )*(?:best|most|top|favou?rite|[\w ]+ of the)\b",
    re.I,
)
""" "rated 4.7/5", "ranked 3rd of 120": what others thought of somebody or something."""
ROLE_OF_TWO = re.compile(
    r"(?:[\w-]+ )?(?:scrum master|(?:key|power|super) user)(?= (?:for|of|in|on|at|from|since)\b|,|$)"
)
FAILED = frozenset(
    ["failed", "missed", "delayed", "rejected", "returned", "reported", "declined", "lost", "broken", "abandoned", "refused",
     "cancelled", "canceled", "repeated", "blocked", "landed", "booked", "deferred", "invoiced", "recorded"]
)  # fmt: skip
"""Participles that say which things were counted: "missed visits down from 9 to 2"."""
_WITH_OF = frozenset({"consist", "dispose", "approve", "think", "speak", "know", "hear", "learn"})
"""Verbs that go on with "of": "disposes of chemicals"."""
_WITH_PEOPLE = frozenset(
    ["assist", "support", "help", "shadow", "mentor", "coach", "advise", "brief", "interview", "accompany", "tutor", "onboard",
     "replace", "represent", "relieve"]
)  # fmt: skip
"""Verbs whose past form is seldom said of a person: "a trained nurse", but nobody's "an assisted chef"."""


def opens_once(ts: tuple[Token, ...], at: int) -> bool:
    """Whether "once" opens a clause ("Once the oven was in") and tells no number of times."""
    follows = ts[at + 1].low if at + 1 < len(ts) else ""
    return ts[at].low == "once" and follows in {"the", "our", "my", "their", "its"} | PRONOUNS


class FiniteReader:
    """Finds the verb of a clause with one vocabulary."""

    def __init__(self, table: VerbTable) -> None:
        self.words = words = table.words
        self.table = table
        self._states = _by_first_word(words.states)
        self._passive = _by_first_word(words.passive_openers)
        self._adverbs = frozenset(words.adverbs)
        self._roles = frozenset(words.role_nouns)
        self._past_nouns = frozenset(words.past_nouns)
        self._two = _by_first_word(words.two_word_verbs)
        self._adoption = frozenset(words.adoption_nouns)
        self._measures = frozenset(words.metric_nouns)
        measures = "|".join(map(re.escape, words.metric_nouns)) or "(?!)"
        self.measured = re.compile(rf"\b(?:{measures})s?\b")
        self._count_nouns = frozenset(words.count_nouns)
        self._own_things = frozenset(words.own_things)
        self._noun_pairs = frozenset(words.noun_pairs)
        self._making = frozenset(words.making_verbs)
        self._own_steps = frozenset(words.own_steps)
        self._duties = frozenset(words.duty_verbs)
        self._describing = frozenset(words.describing)
        self._third = frozenset(words.third_duties)
        self._goes_with = words.third_with
        self._with_particle = frozenset(words.third_off)
        self._contexts = {
            first: tuple(tuple(c.split()) for c in phrases)
            for first, phrases in _by_first_word(words.context_openers).items()
        }
        self._heads: dict[str, Head] = {}

    def finite(self, ts: tuple[Token, ...], at: int = 0) -> int | None:
        """Index of the verb of a clause with a subject of its own, or None."""
        for n in range(at + 1, len(ts)):
            low = ts[n].low
            this = low == "that" and ts[n - 1].low in PREPOSITIONS  # "of that branch"
            if low in ("which", "that", "who") and not this and self._small_before(ts, at, n):
                return self._after_relative(ts, n)
            if low in CLAUSE_STOPS and not this:
                return None
            if is_auxiliary(low) and low not in ("be", "been", "being") and ts[n].core != "May":
                return n
            if low in ("include", "includes") and ts[n - 1].low not in ("to", "and", ","):
                return n
            if low in ("got", "gets") and self._done_to(ts, n + 1):
                return n
            forms = {r.form: r.base for r in self.table.readings(low)}
            nxt = ts[n + 1] if n + 1 < len(ts) else None
            objectful = (
                nxt is not None
                and not stops(ts[n])
                and (
                    nxt.low in DETERMINERS
                    or bool(NUMBER.match(nxt.raw))
                    or nxt.low in ("me", "us", "them", "it", "they")
                )
            )
            if "past" in forms and "-" not in low and not stops(ts[n - 1]):
                base = forms["past"]
                moves = (
                    nxt is not None and nxt.low in ("from", "to", "by")
                    and n + 2 < len(ts) and bool(NUMBER.match(ts[n + 2].raw))
                )  # fmt: skip
                if low in self._past_nouns and not objectful and not moves:
                    continue
                if self.table.is_adjective(low) and not objectful:
                    continue
                if low == "cost" and nxt is not None and ("%" in nxt.raw or nxt.low == "from"):
                    continue  # "food cost 27%" is a measure
                if ts[n - 1].low == "as":
                    continue
                if ts[n - 1].low == "to" and "base" in forms:
                    continue  # "how to read the numbers"
                signed = nxt is not None and nxt.low in ("off", "up") and self._is_person(ts[n - 1])
                if signed and not any(t.low in PREPOSITIONS for t in ts[:n]):
                    return n  # "auditors signed off"
                if "participle" not in forms:
                    return n
                if (
                    nxt is not None
                    and nxt.low == "to"
                    and base in WANTING
                    and n + 2 < len(ts)
                    and self.table.is_form(ts[n + 2].core, "base")
                ):
                    return n
                if nxt is not None and nxt.low == "by":
                    share = " ".join(t.low for t in ts[n + 2 : n + 4])
                    if re.match(
                        r"(?:[$€£]\d|\d[\d.,]*%|half\b|an? (?:third|quarter|fifth|tenth)\b)", share
                    ):
                        return n
                    if (
                        n + 3 < len(ts)
                        and NUMBER.match(ts[n + 2].raw)
                        and ts[n + 3].low
                        in ("points", "percent", "hours", "days", "weeks", "minutes", "pp")
                    ):
                        return n
                    continue
                if self.table.is_change(base) or objectful:
                    return n
            elif (
                "third" in forms and "-" not in low and self.table.is_known(low) and not stops(ts[n - 1])
                and not NUMBER.match(ts[n - 1].raw) and ts[n - 1].low not in PREPOSITIONS
            ):  # fmt: skip
                base = forms["third"]
                if nxt is not None and nxt.low in ("up", "down") and base in MOVES_BY_ITSELF:
                    continue  # "patient falls down from 11 to 4": a noun and its change
                plain = (
                    nxt is not None
                    and not stops(ts[n])
                    and nxt.low not in PREPOSITIONS | {"and", "or", "&"}
                )
                close = nxt is not None and nxt.low in ("me", "us", "them", "it", "the", "a", "an")
                if (objectful and (close or not self.table.also_noun(base))) or (
                    plain
                    and not self.table.also_noun(base)
                    and not self.table.is_form(nxt.low if nxt else "", "past")
                ):
                    return n
        return None

    def is_plural_of(self, ts: tuple[Token, ...], at: int, base: str) -> bool:
        """ "Deploys of that site went ...": a plural with "of", and no verb in the present."""
        return at + 1 < len(ts) and ts[at + 1].low == "of" and base not in _WITH_OF

    def is_what_changed(
        self, ts: tuple[Token, ...], at: int, n: int, verb: tuple[str, str]
    ) -> bool:
        """Whether the form of a verb at ``at`` begins the subject of the verb at ``n``."""
        if verb[0] == "third":
            return self.is_plural_of(ts, at, verb[1])
        return verb[0] == "past" and self.of_which_kind(ts, at, n)

    def of_which_kind(self, ts: tuple[Token, ...], at: int, n: int) -> bool:
        """Whether the word at ``at`` says which things they are that changed at ``n``: "escaped
        defects per release fell by half"."""
        if not 3 <= n - at <= 6 or not self.table.is_form(ts[at].core, "participle"):
            return False
        things, link = ts[at + 1].low, ts[at + 2].low
        plain = not any(
            t.low in DETERMINERS | {"and", "or", "to"} or stops(t) for t in ts[at + 1 : n]
        )
        follows = ts[n + 1].low if n + 1 < len(ts) else ""
        moved = self.table.base(ts[n].core, "past") in MOVES_BY_ITSELF
        return (
            plain and moved and follows in ("by", "from", "to") and link in PREPOSITIONS
            and things.endswith("s") and not things.endswith("ss")
        )  # fmt: skip

    def _goes_on_doing(self, ts: tuple[Token, ...], at: int) -> bool:
        """Whether "and" brings another verb in its base form, with its object."""
        return any(
            ts[n].low == "and"
            and n + 2 < len(ts)
            and self.table.is_form(ts[n + 1].core, "base")
            and ts[n + 1].core.islower()
            and ts[n + 2].low in ("the", "a", "an", "our", "their", "my")
            for n in range(at, len(ts))
        )

    def _done_to(self, ts: tuple[Token, ...], n: int) -> bool:
        """ "got reduced", "got quickly fixed": something was done to the subject."""
        while n < len(ts) and (ts[n].low.endswith("ly") or ts[n].low in self._adverbs):
            n += 1
        return n < len(ts) and self.table.is_form(ts[n].core, "participle")

    def _small_before(self, ts: tuple[Token, ...], at: int, n: int) -> bool:
        """Whether the thing before a relative clause is of at most three plain words, or so many of
        them ("9 of the 12 targets that ...")."""
        before = ts[at:n]
        some = len(before) > 2 and before[1].low == "of" and NUMBER.match(before[0].raw) is not None
        return len(before) <= (6 if some else 3) and not any(stops(t) for t in before)

    def _after_relative(self, ts: tuple[Token, ...], n: int) -> int | None:
        """ "Queries which were taking 40 seconds are now taking 2": the verb after the relative
        clause, which has a verb of its own."""
        if n + 1 >= len(ts) or not is_auxiliary(ts[n + 1].low):
            return None
        for k in range(n + 3, len(ts)):
            if ts[k].low in CLAUSE_STOPS or ts[k - 1].low in ("and", "but", "or"):
                return None
            if is_auxiliary(ts[k].low) and ts[k].low not in ("be", "been", "being"):
                return k if ts[k].low in ("is", "are", "was", "were") else None
        return None

    def _things_do(self, ts: tuple[Token, ...], at: int) -> bool:
        """ "Labels arrive 45 to 90 days late": a plural noun with its verb in the present."""
        if self._people_do(ts, at):
            return True
        for n in range(at + 1, min(at + 3, len(ts) - 1)):
            base = self.table.base(ts[n].core, "base")
            plural = ts[n - 1].low.endswith("s") and not stops(ts[n - 1])
            sure = ts[n + 1].low in ("after", "when", "within", "every", "if", "because", "before")
            if (
                plural
                and base
                and self.table.is_change(base)
                and (sure or not self.table.also_noun(base))
            ):
                return ts[n + 1].low not in ("of", "and")
        return False

    def _people_do(self, ts: tuple[Token, ...], at: int) -> bool:
        """ "6 teams publish on it": so many people, with what they do."""
        if not (NUMBER.match(ts[at].raw) or ts[at].low in COUNTS):
            return False
        for n in range(at + 2, min(at + 4, len(ts) - 1)):
            base = self.table.base(ts[n].core, "base")
            if base and not self.table.also_noun(base) and self.table.is_known(ts[n].core):
                who = ts[n - 1]
                many = who.low.endswith("s") or who.low in PERSONS
                goes_on = ts[n + 1].low in DETERMINERS | PREPOSITIONS
                return many and goes_on and not stops(who)
        return False

    def is_measure(self, ts: tuple[Token, ...], at: int) -> bool:
        """ "Recall 0.92 on ...": a measure that is a verb as well, with its level."""
        figure = ts[at + 1].raw if at + 1 < len(ts) else ""
        level = re.match(r"[~<>]?\d[\d,]*(?:\.\d|\s?%)", figure) is not None
        verb = self.table.is_form(ts[at].core, "base", "third")
        ranged = metric_shape(" ".join(t.raw for t in ts[at:]).split(",")[0])
        return level and verb and not ranged and ts[at].low in self._measures

    def changed_at_once(self, ts: tuple[Token, ...], at: int) -> bool:
        """Whether one to three words after ``at`` comes a change without a verb of its own."""
        ends = (
            n for n in range(at + 1, len(ts))
            if ts[n].low in ("up", "down", "from") or NUMBER.match(ts[n].raw)
        )  # fmt: skip
        end = next(ends, at)
        plain = not any(
            (self.table.is_form(t.core, "past") and t.low not in self._measures) or stops(t)
            for t in ts[at + 1 : end]
        )
        changed = metric_shape(" ".join(t.raw for t in ts[at:]).split(",")[0])
        return 2 <= end - at <= 4 and plain and changed

    def may_say_which(self, ts: tuple[Token, ...], n: int, at: int, base: str, head: Head) -> bool:
        """Whether a participle may say of which kind a thing is that stands beside the thing
        before: "wallets and saved cards", "..., rented studio as overflow". Such words stay
        together, which is right either way."""
        if not self.table.is_form(ts[at].core, "participle") or at + 1 >= len(ts):
            return False
        end = next(
            (k for k in range(at + 1, len(ts)) if ts[k].low in PREPOSITIONS or stops(ts[k])),
            len(ts),
        )
        item = ts[at + 1 : min(end + (end < len(ts) and stops(ts[end])), len(ts))]
        if not item or any(
            t.low in DETERMINERS or NUMBER.match(t.raw) or t.low in PARTICLES for t in item
        ):
            return False
        noun = item[-1]
        if ts[n].low == "and" and not ts[n - 1].comma:
            rest = " ".join(t.raw for t in ts[at:])
            moved = self.table.is_result(base) and re.search(r"[%$€£]|\b(?:by|from) \S*\d", rest)
            beside = ts[n - 1].low.endswith("s") and not stops(ts[n - 1])
            return beside and noun.low.endswith("s") and len(item) <= 2 and not moved
        listed = sum(t.comma for t in ts[:n]) >= 2 and head.kind == "noun"
        one = noun.low in self.words.count_nouns or (noun.core.isupper() and len(noun.core) > 1)
        kinds = self.table.is_form(ts[0].low.rpartition("-")[2], "participle")
        if head.kind == "noun" and ts[n - 1].comma and kinds and noun.low.endswith("s"):
            return True  # "Sun-dried figs, salted lemons"
        return listed and (one or any(t.low in ("a", "an", "the") for t in ts[:n]))

    def _skip(self, ts: tuple[Token, ...], at: int) -> int:
        while at < len(ts) and (
            ts[at].low in ("and", "but", "or")
            or (ts[at].low in self._adverbs and not opens_once(ts, at))
            or (
                ts[at].low.endswith("ly")
                and len(ts[at].low) > 4
                and "-" not in ts[at].low
                and ts[at].low not in NOT_ADVERBS
            )
        ):
            at += 1
        return at

    def own_after_scene(self, ts: tuple[Token, ...], at: int) -> int | None:
        """Where "I" or "we" stands in "Together with the ward I added beds"; None in "for the tool
        I wrote in 2019", where it belongs to the thing before."""
        if ts[at].low not in SCENES | {"working", "using", "partnering", "collaborating"}:
            return None
        own = next((n for n in range(at + 1, min(len(ts), at + 12)) if ts[n].low in ("i", "we")), 0)
        n = self._skip(ts, own + 1)
        if not own or n + 1 >= len(ts) or ts[own - 1].low in RELATIVES | {"and", "or"}:
            return None
        verb, before = ts[n].core, ts[own - 1]
        known = self.table.is_known(verb) or self.table.is_form(verb, "past")
        ends = ts[n + 1].low in PREPOSITIONS | {"and", "or", "but", "was", "were", "is", "are"}
        goes = before.comma or self.table.is_active(self.table.base(verb, "past", "base"))
        told = self.table.is_form(verb, "past", "base") and known and not stops(ts[n])
        return own if told and (goes or not ends) else None

    def with_a_person(self, ts: tuple[Token, ...], at: int) -> bool:
        """ "Assisted senior planner with ...": a deed for one person, and no title."""
        if self.table.base(ts[at].core, "past", "gerund") not in _WITH_PEOPLE or stops(ts[at]):
            return False
        ends = PREPOSITIONS | {"and", "or"}
        end = next((n for n in range(at + 1, len(ts)) if ts[n].low in ends), len(ts))
        person = ts[at + 1 : end]
        return 0 < len(person) <= 4 and person[-1].low in self._roles and not any(
            stops(t) or t.core[:1].isupper() for t in person
        )  # fmt: skip

    def _is_person(self, token: Token) -> bool:
        """ "auditors", "two customers": people in the plural, who do things themselves."""
        return token.low in PERSONS or (token.low.endswith("s") and token.low[:-1] in self._roles)

    def one_compound(self, ts: tuple[Token, ...], at: int) -> bool:
        """ "stock and waste report": both words before one thing that can be counted."""
        before = ts[at - 1].low
        if before in self.words.count_nouns or before.endswith("s") or ts[at - 1].comma:
            return False
        end = at + 1
        while end < len(ts) and ts[end].low not in PREPOSITIONS | {"that", "which", "and"}:
            if ts[end].comma or end == len(ts) - 1:
                end += 1
                break
            end += 1
        thing = ts[end - 1].low
        named = {thing, thing.removesuffix("s")} & set(self.words.count_nouns)
        return 3 <= end - at <= 4 and bool(named)

    def became(self, token: Token, ts: tuple[Token, ...], n: int) -> bool:
        """Whether a past participle stands there and says what was done with the noun before."""
        follows = ts[n + 1].low if n + 1 < len(ts) else ""
        if n >= 2 and token.low in ("fresh", "ready", "live", "available", "complete", "vacant"):
            return not follows or follows in OF_THINGS | OF_THINGS_LATER
        return (
            self.table.is_form(token.core, "participle")
            and token.core[:1].islower() and "-" not in token.core
            and not self.table.is_adjective(token.low)
            and token.low not in self._past_nouns
            and (self.table.is_known(token.core) or token.low == "needed")
            and not self.table.is_active(self.table.base(token.core, "participle"))
            and (not follows or follows in OF_THINGS | OF_THINGS_LATER | {"up", "off", "out"})
        )  # fmt: skip

    def is_share(self, ts: tuple[Token, ...]) -> bool:
        """ "hit rate 40%": one or two nouns and at once their figure."""
        at = next((n for n, t in enumerate(ts[:4]) if NUMBER.match(t.raw)), 0)
        if any(t.low in PREPOSITIONS for t in ts[:at]):
            return False  # "cut costs by 12%"
        return at in (2, 3) and "%" in ts[at].raw and (at + 1 == len(ts) or ts[at].comma)

    def is_level(self, ts: tuple[Token, ...]) -> bool:
        """ "86% accuracy", "0.91 AUC on the test set": a figure with the measure it is of."""
        return (
            len(ts) >= 2
            and NUMBER.match(ts[0].raw) is not None
            and not stops(ts[0])
            and ("%" in ts[0].raw or "." in ts[0].core)
            and any(
                ts[n].low in self._measures and (len(ts) == n + 1 or ts[n + 1].low in PREPOSITIONS)
                for n in (1, 2)[: len(ts) - 1]
            )
        )

    def fate_at(self, ts: tuple[Token, ...]) -> int | None:
        """Where the past participle stands in "12 differences found and fixed", "licence of
        140,000 dollars a year cancelled": a thing and its fate, without a verb that could be said
        of it; None for anything else."""
        last = len(ts) - 1
        if last < 1 or any(is_auxiliary(t.low) or t.low in CLAUSE_STOPS for t in ts):
            return None
        paired = (
            last >= 3 and ts[last - 1].low == "and" and self.table.is_form(ts[last - 2].core, "participle")
        )  # fmt: skip
        at = last - 2 if paired else next(
            (n for n in range(1, len(ts)) if self.became(ts[n], ts, n)), None
        )  # fmt: skip
        if at is None or at < 1 or any(stops(t) for t in ts[:at]):
            return None
        base = self.table.base(ts[at].core, "participle")
        before = ts[at - 1].low
        if not paired and any(
            self.table.is_form(t.core, "past") and self.table.is_known(t.core) for t in ts[at + 1 :]
        ):
            return None  # "11 features shipped in 2021 came out of it" has its verb later
        intransitive = self.table.is_change(base) and base in MOVES_BY_ITSELF
        if intransitive or before in PREPOSITIONS or before in DETERMINERS or before == "and":
            return None
        return at

    def is_adoption(self, text: str) -> bool:
        """ "About 70 members, ...": how far something is used."""
        return any(t.low in self._adoption for t in tokens(text)[:6])


def _by_first_word(phrases: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Phrases by their first word, the longest first: a line begins with few of some hundred."""
    found: dict[str, list[str]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        found.setdefault(phrase.split()[0], []).append(phrase)
    return {first: tuple(those) for first, those in found.items()}

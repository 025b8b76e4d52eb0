"""How a segment begins, and where its verb stands."""

from __future__ import annotations

import re

from report_gen.coaching.language.clauses import main_at
from report_gen.coaching.language.finite import FAILED, JUDGED, ROLE_OF_TWO
from report_gen.coaching.language.happenings import happened
from report_gen.coaching.language.measures import WENT
from report_gen.coaching.language.models import Token
from report_gen.coaching.language.naming import WHICH_ONE
from report_gen.coaching.language.numbers import word_change
from report_gen.coaching.language.openings import OpeningReader
from report_gen.coaching.language.segments import tokens
from report_gen.coaching.language.shapes import (
    ADVERBS_OF_STATE,
    BASE_DUTIES,
    COMPOUNDED,
    COMPOUNDING,
    DETERMINERS,
    LEADING,
    NUMBER,
    OF_PEOPLE,
    PERSONS,
    PREPOSITIONS,
    PRONOUNS,
    VERB_PREFIXES,
    Head,
    HeadKind,
    begins,
    in_capitals,
    is_plural,
    metric_shape,
    possessive,
    stops,
)
from report_gen.taxonomy.verbs import is_auxiliary

_NO_VERB = re.compile(
    r"(?:ground truth|stored procedures?|split tests?|broken links|known issues|lost items)\b"
)
""" "Ground truth for a map": a thing whose name begins like something done."""
_A_VERSION = re.compile(
    r"(?:the |a |our )?(?:first|second|old|new|last|next) (?:version|attempt|try|draft|release|model|design|prototype)"
    r" (?P<does>[a-z-]+)\b"
)
_TEAM = re.compile(r"(?:the )?(?:team|group|squad|lab|crew)(?: of (?:\d+|[a-z]+))?(?= )")
_TAUGHT = frozenset({"training", "coaching", "tutoring", "teaching", "mentoring", "counselling"})
_SAID_OF_THINGS = frozenset(
    ["learning", "car", "cars", "fine-tuning", "by", "in", "inside", "within", "across", "throughout", "for", "at", "as", "on"]
)  # fmt: skip
""" "supervised learning", "used by": what a thing is, and not what was done."""
_HOW_IT_IS = frozenset(
    ["based", "driven", "led", "oriented", "focused", "related", "powered", "owned", "built", "facing"]
)  # fmt: skip
_GROUPS = frozenset({"team", "squad", "group", "choir", "department", "crew", "unit", "class"})
"""Things that are counted and can be taught."""
_QUALITIES = frozenset({"self", "semi", "non", "well", "multi", "cross", "single"})


_SOME_OF_THEM = frozenset(
    ["one", "two", "three", "four", "five", "both", "some", "others", "most", "all", "each", "none"]
)


_REMEMBERED = 4000


class HeadReader(OpeningReader):
    """Reads the beginnings of segments with one vocabulary."""

    def head(self, text: str) -> Head:
        """The kind of beginning. Adverbs and "and", "then" at the front are passed over."""
        found = self._heads.get(text)
        if found is None:
            if len(self._heads) >= _REMEMBERED:
                self._heads.clear()
            found = self._heads[text] = self._head(text)
        return found

    def _head(self, text: str) -> Head:
        ts = tokens(text)
        at = self._skip(ts, 0)
        if at >= len(ts):
            return Head(kind="unsure")
        low = ts[at].low
        rest = " ".join(t.low for t in ts[at:])
        if at and ts[at - 1].low in ADVERBS_OF_STATE and not self._takes_object(ts, at):
            return Head(kind="noun", at=0)  # "Publicly funded institute": what it is like
        if low in ("i", "i'm", "i've", "i'd", "my", "me", "myself"):
            return Head(kind="first", at=at)
        if low in ("we", "we've", "we're", "our", "us"):
            return Head(kind="we", at=at)
        if _NO_VERB.match(rest):
            return Head(kind="noun", at=at)
        version = _A_VERSION.match(rest)
        if version and self.table.is_form(version["does"], "past"):
            return Head(kind="full", at=at)  # "The first version preferred ..."
        if self._team_acts(ts, at, rest):
            return Head(kind="we", at=at)
        if happened(" ".join(t.raw for t in ts[at:]), self.table):
            return Head(kind="full", at=at)
        if low in _SOME_OF_THEM and at + 1 < len(ts) and is_auxiliary(ts[at + 1].low):
            return Head(kind="full", at=at)  # "one is a co-author of a paper"
        if low in ("he", "she", "his", "her"):
            return Head(kind="other_person", at=at)
        if low in ("who", "which", "where", "whose", "whom"):
            return Head(kind="relative", at=at)
        if re.match(
            r"(?:(?:24/7|rotating|primary|secondary|weekly|first-line|shared|regular) )?(?:on-call|on call|oncall)\b",
            rest,
        ):
            if self._on_call_role(ts, at):
                return Head(kind="role", at=at)
            return Head(kind="oncall", at=at)
        if any(begins(rest, phrase) for phrase in self._passive.get(low, ())):
            return Head(kind="passive", at=at)
        if any(begins(rest, phrase) for phrase in self._states.get(low, ())):
            return Head(kind="state", at=at)
        if JUDGED.match(rest):
            return Head(kind="passive", at=at)
        if WENT.match(rest):
            return Head(kind="full", at=at)  # "Claims older than 60 days went from 340 to 45"
        if ROLE_OF_TWO.match(rest):
            return Head(kind="role", at=at)
        if self.is_measure(ts, at):
            return Head(kind="noun", at=at)  # "Recall 0.92 on the ward's data"
        if low in FAILED and self.changed_at_once(ts, at):
            return Head(kind="metric", at=at)  # "failed deploys down from 6 to 1 a month"
        if low == "awarded" and at + 1 < len(ts) and ts[at + 1].core[:1].isupper():
            return Head(kind="passive", at=at)
        if re.match(r"go[ -]to (?:person|engineer|contact|expert|developer|designer)\b", rest):
            return Head(kind="role", at=at)
        if (
            low == "lead"
            and ts[at + 1 :]
            and ts[at + 1].low not in DETERMINERS
            and self._is_role(ts, at)
        ):
            return Head(kind="role", at=at)  # "Lead iOS engineer for ..." is a title
        numbered = low in WHICH_ONE and at + 2 < len(ts) and ts[at + 1].core.isdigit()
        if numbered and self._is_role(ts, at + 2):
            return Head(kind="role", at=at)  # "Grade 3 class teacher"
        verb = self.verb_at(ts, at, opening=True)
        if (
            verb is not None
            and verb[0] in ("gerund", "base")
            and at + 1 < len(ts)
            and (
                ts[at + 1].low in self._roles
                or (verb[0] == "base" and in_capitals(" ".join(t.raw for t in ts[at:])))
            )
            and self._is_role(ts, at)
        ):
            return Head(kind="role", at=at)
        follows = ts[at + 1].low if at + 1 < len(ts) else ""
        if low in _TAUGHT and follows == "for":
            return Head(kind="noun", at=at)  # "Training for supervisors" is held, not had
        if self._names_a_thing(ts, at, verb):
            return Head(kind="noun", at=at)
        if (
            verb is not None
            and verb[0] in ("third", "gerund")
            and word_change(rest).startswith("from ")
            and follows == "from"
        ):
            return Head(kind="metric", at=at)  # "Deploys from weekly to daily"
        if low in COMPOUNDING and follows in self._count_nouns:
            return Head(kind="noun", at=at)  # "Pricing model for boats", "Training programme"
        if low in _TAUGHT and follows.endswith("s") and follows[:-1] in self._count_nouns - _GROUPS:
            return Head(kind="noun", at=at)  # "Training courses on safety"
        if low == "working" and follows in ("knowledge", "experience", "understanding"):
            return Head(kind="noun", at=at)  # "Working knowledge of X" is had
        if low == "driving" and follows in ("licence", "license", "test", "school"):
            return Head(kind="noun", at=at)
        if low in ("including", "excluding", "regarding"):
            return Head(kind="unsure", at=at)
        if low == "invited" and follows in ("talk", "talks", "lecture", "paper", "seminar"):
            return Head(kind="noun", at=at)
        if verb is not None and verb[0] == "third" and self._counted_noun(ts, at):
            return Head(kind="metric", at=at)  # "falls 9 to 4 a quarter"
        if verb is not None and verb[0] == "gerund" and self._gerund_intro(ts, at):
            return Head(kind="intro", at=at)
        if verb is not None and verb[0] == "base" and self._measured_noun(ts, at, verb[1]):
            return Head(kind="metric", at=at)  # "Staff turnover from 80% to 25%"
        if verb is not None and not self._has_own_subject(ts, at, verb):
            return Head(kind=verb[0], at=at, base=verb[1])
        if (
            low in PRONOUNS
            or low in ("it's", "that's", "there's", "they're")
            or re.match(r"(?:\w+ of (?:them|those|these)|both of)\b", rest)
        ):
            return Head(kind="full", at=at)
        if self._is_intro(ts, at):
            return Head(kind="intro", at=at)
        own = self.own_after_scene(ts, at)
        if own is not None:
            return Head(kind="first" if ts[own].low == "i" else "we", at=own)
        if at == 0 and main_at(ts, self):
            return Head(kind="full", at=at)  # "If a parcel cannot be read, it goes to a person"
        if re.match(r"(?:first|only|youngest|oldest|sole) [\w-]+(?: [\w-]+)? to [a-z]+\b", rest):
            return Head(kind="role", at=at)
        if self._is_role(ts, at):
            return Head(kind="role", at=at)
        stop = next((k for k in range(at, len(ts)) if ts[k].comma), len(ts) - 1)
        if self.finite(ts[: stop + 1], at) is not None:
            return Head(kind="full", at=at)
        if self._things_do(ts, at):
            return Head(kind="full", at=at)
        if metric_shape(" ".join(t.raw for t in ts[at : stop + 1])):
            return Head(kind="metric", at=at)
        if NUMBER.match(ts[at].raw.lstrip("(\"'")) or low in (
            "about",
            "around",
            "over",
            "roughly",
            "nearly",
            "almost",
        ):
            return Head(kind="quantity", at=at)
        return Head(kind="noun", at=at)

    def _team_acts(self, ts: tuple[Token, ...], at: int, rest: str) -> bool:
        """ "Team of 4 built the app", "The group showed that ...": the team's deed, not one's own."""
        found = _TEAM.match(rest)
        if found is None:
            return False
        n = at + len(found.group().split())
        return (
            n < len(ts)
            and self.table.is_form(ts[n].core, "past")
            and self.table.is_known(ts[n].core)
        )

    def _on_call_role(self, ts: tuple[Token, ...], at: int) -> bool:
        """ "On-call lead for 14 services" names a role, "on-call for 14 services" a duty."""
        follows = next((t.low for t in ts[at + 1 : at + 3] if t.low not in ("call", "on-call")), "")
        return follows in self._roles

    def _gerund_intro(self, ts: tuple[Token, ...], at: int) -> bool:
        """ "Reporting to the dean, prepare ..." before the deed itself."""
        stop = next((k for k in range(at, len(ts)) if ts[k].comma), None)
        if stop is None or stop < at + 2 or stop + 1 >= len(ts):
            return False
        if self.finite(ts[at : stop + 1]) is not None:
            return False  # "Moving it took 3 weeks, measured on ...": the doing is the subject
        verb = (
            self.verb_at(ts, self._skip(ts, stop + 1))
            if self._skip(ts, stop + 1) < len(ts)
            else None
        )
        return verb is not None and verb[0] in ("past", "base") and ts[stop + 1].low != "and"

    def _has_own_subject(self, ts: tuple[Token, ...], at: int, verb: tuple[HeadKind, str]) -> bool:
        """ "Stock turnover fell ...", "Fixing the roof was ...": the verb is in the subject."""
        stop = next((k for k in range(at, len(ts)) if ts[k].comma), len(ts) - 1)
        found = self.finite(ts[at : stop + 1])
        if found is None:
            return verb[0] == "third" and self.is_plural_of(ts, at, verb[1])
        if self.is_what_changed(ts, at, at + found, verb):
            return True
        if verb[0] == "past":
            between = {t.low for t in ts[at : at + found]}
            if "and" in between or between & DETERMINERS:
                return False
            verb_there = ts[at + found].low
            sure = is_auxiliary(verb_there) or (
                verb_there not in self._past_nouns
                and self.table.is_change(self.table.base(verb_there, "past"))
            )
            return (ts[at].low in self._past_nouns and 1 < found <= 3) or (found == 2 and sure)
        if verb[0] == "gerund":
            if self._of_its_object(ts, at, at + found):
                return False
            if self.table.is_result(verb[1]) and ts[at + found].low in self._past_nouns:
                return False  # "Reducing training cost by 45%": the cost is what was reduced
            return not any(
                t.low in ("and", "or")
                and self.table.is_form(ts[min(k + at + 1, len(ts) - 1)].core, "past")
                for k, t in enumerate(ts[at : at + found])
            )
        if verb[0] == "third":  # "deploys went from 2 a week to 40 a day"
            between = {t.low for t in ts[at + 1 : at + found]}
            word = ts[at + found].low
            moved = is_auxiliary(word) or self.table.is_change(self.table.base(word, "past"))
            return found <= 3 and moved and not between & (DETERMINERS | {"and", "or"})
        if verb[0] != "base":
            return False
        between = {t.low for t in ts[at + 1 : at + found]}
        plain = not between & (DETERMINERS | PREPOSITIONS | {"and", "or"})
        if found <= 3 and plain and is_auxiliary(ts[at + found].low):
            return True  # "Prototype was handed to ..."
        changes = self.table.is_change(self.table.base(ts[at + found].low, "past"))
        # "mean absolute error fell by 17%": a verb that says how something moved needs a subject
        moved = changes and found <= 4 and not between & (DETERMINERS | {"and", "or"})
        return moved or self.table.also_noun(verb[1])

    def verb_at(
        self, ts: tuple[Token, ...], at: int, opening: bool = False
    ) -> tuple[HeadKind, str] | None:
        """("past" | "base" | "third" | "gerund", base form) if a subjectless verb stands there."""
        word = ts[at].core
        low = word.lower()
        nxt = ts[at + 1] if at + 1 < len(ts) and not stops(ts[at]) else None
        follows = nxt.low if nxt else ""
        if not low:
            return None
        for two in self._two.get(low, ()):
            last = two.split()[1]
            if self.table.base(follows) == last:
                kind = next(
                    (r.form for r in self.table.readings(follows) if r.base == last), "base"
                )
                if kind == "base" and self.table.also_noun(last):
                    continue
                return ("past" if kind in ("past", "participle") else kind, two)  # type: ignore[return-value]
        if NUMBER.match(low) or ("/" in low and low != "a/b-tested"):
            return None
        if opening and word[1:].lower() != word[1:] and "-" not in word:
            return None
        object_follows = nxt is not None and (
            follows in DETERMINERS or bool(NUMBER.match(nxt.raw.lstrip("(\"'"))) or possessive(nxt)
        )
        if low.partition("-")[0] in _QUALITIES and "-" in low:
            return None  # "self-supervised adaptation": how it is, and not what was done
        if "-" in low and not self._verb_prefix(low):
            verb = self.table.known(low.rpartition("-")[2])
            if not object_follows or not any(r.form == "past" for r in verb):
                return None
        forms = {r.form: r.base for r in self.table.readings(low)}
        if "past" in forms:
            if self.table.is_adjective(low) and not object_follows:
                return None
            titled = opening and not object_follows and follows in self._roles
            if (
                titled
                and self.table.is_form(low, "participle")
                and self._is_role(ts, at)
                and not self.with_a_person(ts, at)
            ):
                return None  # "Licensed electrician", and not somebody who licensed one
            if low in ("supervised", "used") and follows in _SAID_OF_THINGS:
                return None
            run = ts[at].comma and at + 1 < len(ts) and self.table.known(ts[at + 1].core)
            if (
                low in self._past_nouns
                and not (run and run[0].form == "past")
                and (follows in ("of", "for", "") or (low == "cost" and not object_follows))
            ):
                return None
            return "past", forms["past"]
        if "gerund" in forms:
            if not self.table.is_known(low) and not object_follows:
                return None
            return "gerund", forms["gerund"]
        if "base" in forms:
            base = forms["base"]
            if follows == "of":  # "Co-author of the guideline"
                return None
            made = low.endswith(("ize", "ify")) and nxt is not None and follows not in PREPOSITIONS
            if not self.table.is_known(low) and not object_follows and not (opening and made):
                return None
            if opening and (self.opens_as_verb(ts, at, base) or self.opens_as_run(ts, at)):
                return "base", base
            if (
                not self.table.also_noun(base)
                or object_follows
                or (
                    follows in ("and", "or")
                    and self._base_after(ts, at + 2)
                    and not (at + 3 < len(ts) and ts[at + 3].low == "of")  # "Design and build of"
                )
            ):
                return "base", base
            if low in ("work", "report", "partner", "volunteer", "help") and follows in (
                "with",
                "on",
                "to",
                "closely",
                "as",
                "directly",
            ):
                return "base", base
            if opening and low in OF_PEOPLE and follows in PERSONS:
                return "base", base  # "Interview candidates for data roles"
            if opening and base in BASE_DUTIES and nxt is not None and self._many_things(nxt):
                return "base", base  # "Build dashboards on bed occupancy"
            if opening and follows.endswith("s") and self._goes_on_doing(ts, at + 2):
                return "base", base  # "Review designs across teams and run the forum"
            onward = {t.low for t in ts[at + 2 : at + 5]} & {"to", "at"}
            if low == "present" and (follows in ("at", "to", "in") or (opening and onward)):
                return "base", base  # "Present findings to the director"
            if (
                low in LEADING
                and not (low == "lead" and follows in ("time", "times", "generation"))
                and not (
                    low == "load"
                    and follows.startswith(("test", "balanc", "time", "shed", "profil"))
                )
                and nxt is not None
                and nxt.core[:1].islower()
                and follows not in PREPOSITIONS | {"and", "or"}
                and not stops(ts[at])
            ):
                return "base", base
            return None
        if "third" in forms:
            base = forms["third"]
            if (
                follows == "and"
                and at + 2 < len(ts)
                and self.table.is_form(ts[at + 2].core, "third")
                and self.table.is_known(low)
            ):
                return "third", base
            if self.table.is_known(low) and (not self.table.also_noun(base) or object_follows):
                return "third", base
            run = ts[at].comma and at + 1 < len(ts) and self.table.known(ts[at + 1].core)
            if run and any(r.form == "third" and not self.table.also_noun(r.base) for r in run):
                return "third", base  # "Plans, cooks and serves lunch"
            if self.table.is_known(low) and self.opens_in_third(ts, at, base, opening):
                return "third", base
        return None

    def _many_things(self, token: Token) -> bool:
        """A plain plural, and no "build servers"."""
        low = token.low
        plural = is_plural(low) and low.isalpha()
        return plural and token.core.islower() and low not in COMPOUNDED

    def _verb_prefix(self, low: str) -> bool:
        prefix, _, last = low.partition("-")
        if last in _HOW_IT_IS:
            return prefix in ("re", "co")
        return prefix in VERB_PREFIXES or any(
            r.base.count("-") and "-" not in r.base[:1] for r in self.table.known(low)
        )

    def _base_after(self, ts: tuple[Token, ...], at: int) -> bool:
        return at < len(ts) and self.table.is_form(ts[at].core, "base")

    def _is_intro(self, ts: tuple[Token, ...], at: int) -> bool:
        """A phrase before its verb: "As lead engineer, designed ...", "Using X, built ..."."""
        if (
            at + 1 < len(ts)
            and ts[at].low in ("about", "over", "around")
            and NUMBER.match(ts[at + 1].raw)
            and not (at + 2 < len(ts) and ts[at + 2].low in ("years", "months", "weeks", "days"))
        ):
            return False
        if ts[at].low not in PREPOSITIONS and ts[at].low not in (
            "together",
            "while",
            "when",
            "once",
            "despite",
            "throughout",
            "given",
            "amid",
            "every",
            "each",
            "since",
            "until",
            "because",
            "although",
            "though",
        ):
            return False
        for n in range(at + 1, min(len(ts) - 1, at + 14)):
            if ts[n].comma:
                nxt = self._skip(ts, n + 1)
                if nxt < len(ts) and (
                    ts[nxt].low in ("i", "we") or self.verb_at(ts, nxt) is not None
                ):
                    return True
        return False

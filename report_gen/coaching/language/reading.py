"""Words of a segment -> how it begins, and where it can be parted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from report_gen.coaching.language.models import Token
from report_gen.coaching.language.segments import tokens
from report_gen.coaching.language.verbs import VerbTable, is_auxiliary
from report_gen.taxonomy.vocabulary_language import LanguageVocabulary

HeadKind = Literal[
    "past", "base", "third", "gerund", "state", "passive", "first", "we", "full", "metric",
    "role", "oncall", "quantity", "noun", "intro", "relative", "other_person", "unsure",
]  # fmt: skip
JointKind = Literal[
    "start", "comma", "past", "base", "third", "participle", "by", "gerund", "which", "so",
    "including", "with", "goal", "context", "clause", "metric", "while", "range",
]  # fmt: skip

DETERMINERS = frozenset(
    ["the", "a", "an", "our", "my", "their", "its", "his", "her", "your", "this", "that", "these", "those", "all", "both", "each", "every", "several", "many", "more", "most", "some", "any", "no", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "over", "about", "around", "nearly", "almost", "another", "other", "own", "multiple", "various", "new", "it", "them", "him", "us", "me", "half", "up", "approximately", "roughly", "numerous", "daily", "weekly", "monthly", "quarterly", "annual", "internal", "external", "complex", "existing", "key", "large", "small", "high", "full", "major", "critical", "cross-functional", "end-to-end"]
)
PREPOSITIONS = frozenset(
    ["of", "for", "on", "in", "to", "at", "with", "by", "from", "into", "onto", "over", "across", "through", "under", "between", "among", "during", "against", "without", "within", "via", "using", "as", "about", "around", "after", "before", "per", "towards", "toward", "upon", "including", "ahead", "off", "out", "along", "behind", "beyond"]
)
_PRONOUNS = frozenset(["i", "we", "you", "he", "she", "it", "they", "this", "that", "these", "those", "there", "everyone", "nobody"])
_NUMBER = re.compile(r"^[~<>≤≥≈+\-−±]?[$€£¥₹]?\d")
_RANGE = re.compile(
    r"(?<![\w@.,/])(?P<a>[~<>+\-−]?[$€£]?\d[\w.,/%+]*(?: (?!to\b|and\b|or\b|in\b|of\b|with\b|for\b|at\b|was\b)[\w/%.²]+){0,2}?) "
    r"(?:down |up )?to (?:(?:under|over|about|below|above|just|only|around|less than|more than) )?(?P<b>[~<>+\-−]?[$€£]?\d)"
)
_CHANGE = re.compile(
    r"(?:^|\s)(?:(?P<signed>[+−-]\d[\d.,]*\s?(?:%|pp|pts?|points?|x)?(?=\s|$))"
    r"|(?P<way>up|down|higher|lower|less|more|faster|better) (?:by )?(?=[~<>]?[$€£]?\d|about \d))"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """How a segment begins: its kind, and the verb (index, base form) if it begins with one."""

    kind: HeadKind
    at: int = 0
    base: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of a segment; ``joint`` says how it hangs on what stands before."""

    joint: JointKind
    words: tuple[Token, ...]
    comma: bool = False
    link: str = ""
    """The connecting words that were taken off (", and", "by", "which")."""

    @property
    def text(self) -> str:
        return " ".join(t.raw for t in self.words).strip(" ,")


class Reader:
    """Reads segments with one vocabulary."""

    def __init__(self, words: LanguageVocabulary, table: VerbTable) -> None:
        self.words = words
        self.table = table
        self._states = tuple(sorted(words.states, key=len, reverse=True))
        self._passive = tuple(sorted(words.passive_openers, key=len, reverse=True))
        self._adverbs = frozenset(words.adverbs)
        self._roles = frozenset(words.role_nouns)
        self._past_nouns = frozenset(words.past_nouns)
        self._two = frozenset(words.two_word_verbs)
        self._adoption = frozenset(words.adoption_nouns)
        self._contexts = tuple(
            tuple(c.split()) for c in sorted(words.context_openers, key=len, reverse=True)
        )

    # -- how a segment begins -------------------------------------------------------------

    def head(self, text: str) -> Head:
        """The kind of beginning. Adverbs and "and", "then" at the front are passed over."""
        ts = tokens(text)
        at = self._skip(ts, 0)
        if at >= len(ts):
            return Head(kind="unsure")
        low = ts[at].low
        rest = " ".join(t.low for t in ts[at:])
        if low in ("i", "i'm", "i've", "i'd", "my", "me", "myself"):
            return Head(kind="first", at=at)
        if low in ("we", "we've", "we're", "our", "us"):
            return Head(kind="we", at=at)
        if low in ("he", "she", "his", "her"):
            return Head(kind="other_person", at=at)
        if low in ("who", "which", "where", "whose", "whom"):
            return Head(kind="relative", at=at)
        if re.match(r"(?:(?:rotating|primary|secondary|weekly|first-line|shared|regular) )?(?:on-call|on call|oncall)\b", rest):
            return Head(kind="oncall", at=at)
        for phrase in self._passive:
            if _begins(rest, phrase):
                return Head(kind="passive", at=at)
        for phrase in self._states:
            if _begins(rest, phrase):
                return Head(kind="state", at=at)
        if low == "awarded" and at + 1 < len(ts) and ts[at + 1].core[:1].isupper():
            return Head(kind="passive", at=at)
        if re.match(r"go[ -]to (?:person|engineer|contact|expert|developer|designer)\b", rest):
            return Head(kind="role", at=at)
        verb = self.verb_at(ts, at, opening=True)
        if verb is not None and verb[0] in ("gerund", "base") and at + 1 < len(ts) and ts[at + 1].low in self._roles and self._is_role(ts, at):
            return Head(kind="role", at=at)
        if verb is not None and not self._has_own_subject(ts, at, verb):
            return Head(kind=verb[0], at=at, base=verb[1])
        if low in _PRONOUNS:
            return Head(kind="full", at=at)
        if self._is_intro(ts, at):
            return Head(kind="intro", at=at)
        if self._is_role(ts, at):
            return Head(kind="role", at=at)
        if self.finite(ts, at) is not None:
            return Head(kind="full", at=at)
        stop = next((k for k in range(at, len(ts)) if ts[k].comma), len(ts) - 1)
        if metric_shape(" ".join(t.raw for t in ts[at : stop + 1])):
            return Head(kind="metric", at=at)
        if _NUMBER.match(ts[at].raw.lstrip("(\"'")) or low in ("about", "around", "over", "roughly", "nearly", "almost"):
            return Head(kind="quantity", at=at)
        return Head(kind="noun", at=at)

    def _has_own_subject(
        self, ts: tuple[Token, ...], at: int, verb: tuple[HeadKind, str]
    ) -> bool:
        """"Model staleness went ...", "Fixing tone marks was ...": the verb is in the subject."""
        stop = next((k for k in range(at, len(ts)) if ts[k].comma), len(ts) - 1)
        found = self.finite(ts[at : stop + 1])
        if found is None:
            return False
        if verb[0] == "past":
            between = {t.low for t in ts[at : at + found]}
            return ts[at].low in self._past_nouns and 1 < found <= 3 and "and" not in between
        if verb[0] == "gerund":
            return not any(t.low in ("and", "or") and self.table.is_form(ts[min(k + at + 1, len(ts) - 1)].core, "past") for k, t in enumerate(ts[at : at + found]))
        return verb[0] == "base" and self.table.also_noun(verb[1])

    def _skip(self, ts: tuple[Token, ...], at: int) -> int:
        while at < len(ts) and (
            ts[at].low in ("and", "but", "or")
            or ts[at].low in self._adverbs
            or (ts[at].low.endswith("ly") and len(ts[at].low) > 4 and ts[at].low not in _NOT_ADVERBS)
        ):
            at += 1
        return at

    def verb_at(
        self, ts: tuple[Token, ...], at: int, opening: bool = False
    ) -> tuple[HeadKind, str] | None:
        """("past" | "base" | "third" | "gerund", base form) if a subjectless verb stands there."""
        word = ts[at].core
        low = word.lower()
        nxt = ts[at + 1] if at + 1 < len(ts) and not _stops(ts[at]) else None
        follows = nxt.low if nxt else ""
        if not low:
            return None
        for two in self._two:
            first, last = two.split()
            if low == first and self.table.base(follows) == last:
                kind = next((r.form for r in self.table.readings(follows) if r.base == last), "base")
                if kind == "base" and self.table.also_noun(last):
                    continue
                return ("past" if kind in ("past", "participle") else kind, two)  # type: ignore[return-value]
        if _NUMBER.match(low) or ("/" in low and low != "a/b-tested"):
            return None
        if opening and word[1:].lower() != word[1:] and "-" not in word:
            return None
        object_follows = nxt is not None and (
            follows in DETERMINERS or bool(_NUMBER.match(nxt.raw.lstrip("(\"'"))) or _possessive(nxt)
        )
        if "-" in low and not self._verb_prefix(low):
            if not (object_follows and any(r.form == "past" for r in self.table.known(low.rpartition("-")[2]))):
                return None
        forms = {r.form: r.base for r in self.table.readings(low)}
        if "past" in forms:
            if self.table.is_adjective(low) and not object_follows:
                return None
            if low in ("supervised", "used") and follows in ("learning", "car", "cars", "fine-tuning", "by", "in", "inside", "within", "across", "throughout", "for", "at", "as", "on"):
                return None
            if low in self._past_nouns and (follows in ("of", "for", "") or (low == "cost" and not object_follows)):
                return None
            return "past", forms["past"]
        if "gerund" in forms:
            if not self.table.is_known(low) and not object_follows:
                return None
            return "gerund", forms["gerund"]
        if "base" in forms:
            base = forms["base"]
            if not self.table.is_known(low) and not object_follows:
                return None
            if not self.table.also_noun(base) or object_follows or (follows in ("and", "or") and self._base_after(ts, at + 2)):
                return "base", base
            if low in ("work", "report", "partner", "volunteer", "help") and follows in ("with", "on", "to", "closely", "as", "directly"):
                return "base", base
            if low in _LEADING and nxt is not None and nxt.core[:1].islower() and follows not in PREPOSITIONS and not _stops(ts[at]):
                return "base", base
            return None
        if "third" in forms:
            base = forms["third"]
            if follows == "and" and at + 2 < len(ts) and self.table.is_form(ts[at + 2].core, "third") and self.table.is_known(low):
                return "third", base
            if self.table.is_known(low) and (not self.table.also_noun(base) or object_follows):
                return "third", base
        return None

    def _verb_prefix(self, low: str) -> bool:
        prefix, _, last = low.partition("-")
        if last in ("based", "driven", "led", "oriented", "focused", "related", "powered", "owned", "built", "facing"):
            return prefix in ("re", "co")
        return prefix in _VERB_PREFIXES or any(r.base.count("-") and "-" not in r.base[:1] for r in self.table.known(low))

    def _base_after(self, ts: tuple[Token, ...], at: int) -> bool:
        return at < len(ts) and self.table.is_form(ts[at].core, "base")

    def _is_intro(self, ts: tuple[Token, ...], at: int) -> bool:
        """A phrase before its verb: "As lead engineer, designed ...", "Using X, built ..."."""
        if at + 1 < len(ts) and ts[at].low in ("about", "over", "around") and _NUMBER.match(ts[at + 1].raw):
            return False
        if ts[at].low not in PREPOSITIONS and ts[at].low not in ("together", "while", "when", "once", "despite", "throughout", "given", "amid"):
            return False
        for n in range(at + 1, min(len(ts) - 1, at + 14)):
            if ts[n].comma:
                nxt = self._skip(ts, n + 1)
                if nxt < len(ts) and (ts[nxt].low in ("i", "we") or self.verb_at(ts, nxt) is not None):
                    return True
        return False

    def _is_role(self, ts: tuple[Token, ...], at: int) -> bool:
        words = [t.low for t in ts]
        if words[at] in ("primary", "sole", "principal", "acting", "deputy", "chief") and len(words) > at + 1:
            return words[at + 1] not in PREPOSITIONS and not self.table.is_form(words[at + 1], "past")
        for n in range(at, min(len(ts), at + 6)):
            if words[n] in PREPOSITIONS or words[n] == "and" or _NUMBER.match(words[n]):
                return n > at and words[n - 1] in self._roles
            if _stops(ts[n]) or n == len(ts) - 1:
                return words[n] in self._roles
        return False

    def finite(self, ts: tuple[Token, ...], at: int = 0) -> int | None:
        """Index of the verb of a clause with a subject of its own, or None."""
        for n in range(at + 1, len(ts)):
            low = ts[n].low
            if low in _CLAUSE_STOPS:
                return None
            if is_auxiliary(low) and low not in ("be", "been", "being"):
                return n
            forms = {r.form: r.base for r in self.table.readings(low)}
            nxt = ts[n + 1] if n + 1 < len(ts) else None
            objectful = nxt is not None and not _stops(ts[n]) and (
                nxt.low in DETERMINERS or bool(_NUMBER.match(nxt.raw)) or nxt.low in ("me", "us", "them", "it")
            )
            if "past" in forms and "-" not in low and not _stops(ts[n - 1]):
                base = forms["past"]
                if low in self._past_nouns and not objectful and (nxt is None or nxt.low not in ("from", "to", "by")):
                    continue
                if self.table.is_adjective(low) and not objectful:
                    continue
                if ts[n - 1].low == "as":
                    continue
                if "participle" not in forms:
                    return n
                if nxt is not None and nxt.low == "to" and base in _WANTING and n + 2 < len(ts) and self.table.is_form(ts[n + 2].core, "base"):
                    return n
                if nxt is not None and nxt.low == "by":
                    if n + 2 < len(ts) and re.match(r"(?:[$€£]\d|\d[\d.,]*%)", ts[n + 2].raw):
                        return n
                    if n + 3 < len(ts) and _NUMBER.match(ts[n + 2].raw) and ts[n + 3].low in ("points", "percent", "hours", "days", "weeks", "minutes", "pp"):
                        return n
                    continue
                if self.table.is_change(base) or objectful:
                    return n
            elif "third" in forms and self.table.is_known(low) and not _stops(ts[n - 1]):
                base = forms["third"]
                plain = nxt is not None and not _stops(ts[n]) and nxt.low not in PREPOSITIONS | {"and", "or", "&"}
                close = nxt is not None and nxt.low in ("me", "us", "them", "it", "the", "a", "an")
                if (objectful and (close or not self.table.also_noun(base))) or (plain and not self.table.also_noun(base) and not self.table.is_form(nxt.low if nxt else "", "past")):
                    return n
        return None

    # -- where it can be parted -----------------------------------------------------------

    def pieces(self, text: str, head: Head) -> tuple[Piece, ...]:
        """The segment cut at its joints; the first piece holds the head."""
        ts = tokens(text)
        out: list[Piece] = []
        kind: JointKind = "start"
        link, comma, start, n = "", False, 0, head.at + 1
        while n < len(ts):
            found = self._joint(ts, n, start, head, out)
            if found is None or n - start < 1:
                n += 1
                continue
            joint, width, used = found
            if kind == "clause" and joint not in ("context", "which", "so") and self.finite(ts[start:n]) is None:
                n += 1
                continue
            out.append(Piece(joint=kind, words=ts[start:n], comma=comma, link=link))
            kind, link = joint, used
            comma = ts[n - 1].comma
            start = n + width
            n = start + 1
        out.append(Piece(joint=kind, words=ts[start:], comma=comma, link=link))
        return tuple(p for p in out if p.words)

    def _joint(
        self, ts: tuple[Token, ...], n: int, start: int, head: Head, before: list[Piece]
    ) -> tuple[JointKind, int, str] | None:
        """(kind, words to drop, the words dropped) if a new piece begins at ``n``."""
        low, after_comma = ts[n].low, ts[n - 1].comma
        nxt = ts[n + 1].low if n + 1 < len(ts) else ""
        if low == "by" and nxt and self.table.is_form(nxt, "gerund") and not nxt.endswith("thing"):
            return "by", 0, "by"
        if low in ("resulting", "leading") and nxt in ("in", "to"):
            return "gerund", 0, ""
        if low == "so" and (nxt == "that" or after_comma or self._clause_from(ts, n + 1)):
            return "so", 2 if nxt == "that" else 1, "so"
        if low == "which" and (after_comma or n > start + 3):
            return "which", 1, "which"
        if low == "in" and nxt == "order" and n + 2 < len(ts) and ts[n + 2].low == "to":
            return "goal", 3, "to"
        if low == "to" and self._is_goal(ts, n, start):
            return "goal", 1, "to"
        context = self._context_at(ts, n)
        if context and n > start + 2:
            return "context", 0, ""
        if not after_comma and low not in ("and", "but", "then", "plus"):
            return None
        bare = n + 1 if low in ("and", "but", "then", "plus") else n
        at = self._skip(ts, bare)
        if at >= len(ts):
            return None
        if after_comma:
            if ts[n].low == "including" or (low == "such" and nxt == "as"):
                return "including", 1 if low == "including" else 2, "including"
            if ts[n].low == "with":
                return "with", 0, ""
            if low == "from" and _NUMBER.match(ts[n + 1].raw if n + 1 < len(ts) else "") and range_in(" ".join(t.raw for t in ts[n:])):
                return "range", 0, ""
            if ts[n].low in ("while", "whereas"):
                return "while", 0, ""
            verb = self.table.readings(ts[at].core)
            if any(r.form == "gerund" for r in verb) and self._has_own_subject(ts, at, ("gerund", "")):
                return "clause", at - n, ""
            if any(r.form == "gerund" for r in verb) and self._gerund_clause(ts, at):
                return "gerund", at - n if low in ("and", "thus", "thereby") else 0, ""
            if low in ("thus", "thereby", "hence") and self.table.is_form(nxt, "gerund"):
                return "gerund", 1, ""
        return self._coordinated(ts, n, at, bare, start, head, after_comma)

    def _coordinated(
        self, ts: tuple[Token, ...], n: int, at: int, bare: int, start: int, head: Head, after_comma: bool
    ) -> tuple[JointKind, int, str] | None:
        width = bare - n
        used = " ".join(t.raw for t in ts[n:bare])
        if is_auxiliary(ts[at].low):
            return None
        past = self.table.is_form(ts[at].core, "past")
        if ts[bare].low in ("who", "whose", "where", "which", "whom"):
            return None
        alone = n - start_of(ts, n) <= 1 or ts[n - 1].low in PREPOSITIONS
        shared = ts[n - 1].comma and n - start <= 1
        if shared or (alone and past):
            return None
        if past and self._verb_prefix_ok(ts[at].low) and not self.table.is_adjective(ts[at].low):
            following = ts[at + 1] if at + 1 < len(ts) else None
            base = self.table.base(ts[at].core, "past")
            passive = (
                self.table.is_form(ts[at].core, "participle")
                and (following is None or following.low.endswith("wide") or (following.low in PREPOSITIONS and following.low not in _PARTICLES))
                and not self.table.is_active(base)
            )
            if ts[at].low in self._past_nouns and following is not None and following.low == "of":
                return None
            if _stops(ts[at]) and at + 1 < len(ts):
                # "built, trained and deployed": the verbs share their object
                return None
            if passive:
                return ("participle", width, used) if after_comma and following is not None else None
            return "past", width, used
        verb = self.verb_at(ts, at)
        if verb is not None and verb[0] == "base" and head.kind == "base":
            return "base", width, used
        if verb is not None and verb[0] == "third" and head.kind == "third":
            return "third", width, used
        if after_comma or ts[n].low in ("and", "but"):
            stop = next((k for k in range(at, len(ts)) if ts[k].comma), len(ts) - 1)
            stretch = ts[bare : stop + 1]
            own = self.finite(stretch)
            if own is not None and (not after_comma or ts[bare].low in ("a", "an")) and not self._surely_finite(stretch, own):
                own = None
            if verb is not None and verb[0] == "base":
                own = None
            if own is not None and ts[at].low not in PREPOSITIONS:
                return "clause", width, used
            if len(stretch) > 1 and not self.table.is_form(ts[bare].core, "gerund") and metric_shape(" ".join(t.raw for t in stretch)) and ts[at].low not in PREPOSITIONS:
                return "metric", width, used
        return None

    def _surely_finite(self, ts: tuple[Token, ...], at: int) -> bool:
        low = ts[at].low
        if is_auxiliary(low):
            return True
        forms = {r.form: r.base for r in self.table.readings(low)}
        return at <= 7 and "past" in forms and self.table.is_change(forms["past"])

    def _verb_prefix_ok(self, low: str) -> bool:
        return "-" not in low or self._verb_prefix(low)

    def _gerund_clause(self, ts: tuple[Token, ...], at: int) -> bool:
        """", cutting reindex time" and not ", machine learning, testing and ..."."""
        if _stops(ts[at]) or at + 1 >= len(ts):
            return False
        nxt = ts[at + 1].low
        base = self.table.base(ts[at].core, "gerund")
        if nxt in ("of", "and", "or"):
            return False
        return self.table.is_known(ts[at].core) and (
            self.table.is_result(base) or nxt in DETERMINERS or bool(_NUMBER.match(nxt))
            or nxt in PREPOSITIONS or base in ("use", "serve", "work", "support", "cover", "handle", "build", "run", "feed", "manage", "process", "provide", "include", "replace")
        )

    def _clause_from(self, ts: tuple[Token, ...], at: int) -> bool:
        return at < len(ts) and self.finite(ts[at : at + 12]) is not None

    def _is_goal(self, ts: tuple[Token, ...], n: int, start: int) -> bool:
        """"to" + a verb, where the words before it make a deed that can stand alone."""
        if n + 1 >= len(ts) or n - start < 2:
            return False
        word = ts[n + 1].low
        forms = {r.form for r in self.table.readings(word)}
        if "base" not in forms or not self.table.is_known(word) or not ts[n + 1].core[:1].islower():
            return False
        nxt = ts[n + 2] if n + 2 < len(ts) else None
        if self.table.also_noun(word) and (
            nxt is None or _stops(ts[n + 1])
            or not (nxt.low in DETERMINERS or _NUMBER.match(nxt.raw) or nxt.core[:1].isupper())
        ):
            return False
        stopped = frozenset(self.words.no_goal_verbs)
        for k in range(start, n):
            low = ts[k].low
            if any(r.base in stopped for r in self.table.readings(low)) and (k == start or n - k < 6):
                return False
            if low in ("able", "due", "how", "what", "when", "from", "chance", "first", "way", "need", "ability", "time", "option", "want", "nobody", "is", "was", "were", "are", "easier", "hard", "easy", "right", "plan", "decision"):
                return False
        return True

    def _context_at(self, ts: tuple[Token, ...], n: int) -> bool:
        for phrase in self._contexts:
            if tuple(t.low for t in ts[n : n + len(phrase)]) == phrase:
                follows = ts[n + len(phrase)].low if n + len(phrase) < len(ts) else ""
                if not follows or self.table.is_form(follows, "participle"):
                    return False
                if follows in ("schedule", "time", "plan", "deadline"):
                    return False
                if (_NUMBER.match(follows) or follows in DETERMINERS) and n + len(phrase) + 1 < len(ts) and ts[n + len(phrase) + 1].low in ("month", "months", "week", "weeks", "days", "year", "years", "hours", "minutes"):
                    return False
                return phrase[0] not in ("before", "during", "when", "since") or ts[n - 1].comma
        return False

    def is_adoption(self, text: str) -> bool:
        """"About 900 stars, ...": how far something is used."""
        return any(t.low in self._adoption for t in tokens(text)[:6])


def metric_shape(text: str) -> bool:
    """A noun with its numbers and no verb: "recall from 61% to 78%", "tickets down 11%"."""
    return bool(_RANGE.search(text) or _CHANGE.search(text))


def range_in(text: str) -> re.Match[str] | None:
    return _RANGE.search(text)


def change_in(text: str) -> re.Match[str] | None:
    return _CHANGE.search(text)


def _begins(rest: str, phrase: str) -> bool:
    return rest == phrase or rest.startswith(phrase + " ")


def _possessive(token: Token) -> bool:
    return token.core.endswith(("'s", "’s", "s'", "s’"))


def _stops(token: Token) -> bool:
    return token.raw.endswith((",", ";", ":"))


def start_of(ts: tuple[Token, ...], n: int) -> int:
    """Index after the last comma before ``n``."""
    return next((k + 1 for k in range(n - 2, -1, -1) if ts[k].comma), 0)


_WANTING = frozenset(["want", "decide", "agree", "refuse", "try", "plan", "hope", "expect", "need", "start", "begin", "fail", "manage", "choose", "promise", "threaten", "ask", "volunteer"])
_CLAUSE_STOPS = frozenset(["which", "who", "that", "where", "whose", "because", "when", "while", "so", "if", "after", "before", "following", "once", "until", "unless", "than"])
_PARTICLES = frozenset(["up", "out", "off", "down", "back", "away", "together", "through", "over"])
_NOT_ADVERBS = frozenset(
    ["nightly", "fortnightly", "biweekly", "bimonthly", "timely", "assembly", "family", "supply", "apply", "reply", "rely", "ally", "early", "daily", "weekly", "monthly", "quarterly", "yearly", "hourly", "anomaly", "only", "italy", "july", "likely", "friendly", "multiply", "comply", "imply", "fly"]
)
_VERB_PREFIXES = frozenset(
    ["de", "re", "co", "pre", "over", "under", "out", "fine", "load", "stress", "hand", "cross", "beta", "hot", "a/b", "unit", "live", "pair", "mass", "self", "white", "back", "side", "cold", "battle", "field", "test", "double", "quality", "reverse", "peer", "lift", "soft", "fast", "jump"]
)
_LEADING = frozenset(["lead", "support", "design", "coach", "mentor", "train", "guide", "help", "direct", "supply", "drive", "staff", "host"])

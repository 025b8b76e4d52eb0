"""Words of a segment -> the pieces it can be parted into."""

from __future__ import annotations

import re
from functools import lru_cache

from report_gen.coaching.language.clauses import in_scene, is_checked, main_at, was_put
from report_gen.coaching.language.finite import JUDGED
from report_gen.coaching.language.listing import ListReader
from report_gen.coaching.language.models import Token
from report_gen.coaching.language.segments import tokens
from report_gen.coaching.language.shapes import (
    COUNTS,
    DETERMINERS,
    NUMBER,
    PARTICLES,
    PREPOSITIONS,
    SPAN,
    Head,
    JointKind,
    Piece,
    metric_shape,
    range_in,
    start_of,
    stops,
)
from report_gen.taxonomy.verbs import VerbTable, is_auxiliary

_SUBJECTS = frozenset({"i", "we", "they", "it", "he", "she", "you", "nobody", "everyone"})
_NUMBERED = re.compile(r"(?:\d[\d.,]*|two|three|four|five|six|seven|eight|nine|ten)$", re.I)


@lru_cache(maxsize=4)
def reader_of(table: VerbTable) -> Reader:
    """The one reader of a vocabulary."""
    return Reader(table)


class Reader(ListReader):
    """Reads segments with one vocabulary."""

    def pieces(self, text: str, head: Head) -> tuple[Piece, ...]:
        """The segment cut at its joints; the first piece holds the head."""
        ts = tokens(text)
        out: list[Piece] = []
        kind: JointKind = "start"
        link, comma, start, n = "", False, 0, max(head.at, main_at(ts, self)) + 1
        while n < len(ts):
            found = self._joint(ts, n, start, head, out)
            if found is None or n - start < 1:
                n += 1
                continue
            joint, width, used = found
            if (
                kind in ("clause", "so")
                and joint not in ("context", "which", "so")
                and self.finite(ts[start:n]) is None
            ):
                n += 1
                continue
            out.append(Piece(joint=kind, words=ts[start:n], comma=comma, link=link))
            kind, link = joint, used
            comma = ts[n - 1].comma
            start = n + width
            n = start + 1
        out.append(Piece(joint=kind, words=ts[start:], comma=comma, link=link))
        return tuple(p for p in out if p.words)

    def joined_verbs(self, text: str, head: Head) -> tuple[int, ...]:
        """Indices of the verbs that share the head's subject: "Plan menus and order stock"."""
        ts = tokens(text)
        out = []
        n = head.at + 1
        while n < len(ts):  # "plan, cook and serve"
            if ts[n].low == "and":
                n += 1
                continue
            linked = ts[n - 1].low == "and" or ts[n - 1].comma
            if not linked or not self.table.is_form(ts[n].core, head.kind):  # type: ignore[arg-type]
                break
            if not self.table.is_known(ts[n].core):
                break
            out.append(n)
            n += 1
        place = 0
        for piece in self.pieces(text, head):
            if piece.joint in ("base", "third"):
                first = piece.words[0]
                place = next(
                    (k for k in range(place, len(ts)) if ts[k] is first or ts[k] == first), place
                )
                out.append(place)
        return tuple(dict.fromkeys(out))

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
        if low == "which" and (after_comma or n > start + 3) and not self.says_which(ts, n, start):
            return "which", 1, "which"
        if (
            low == "that"
            and n > start + 2
            and head.base in self._making
            and self._that_cut(ts, n + 1)
        ):
            return "which", 1, "that"
        if low == "in" and nxt == "order" and n + 2 < len(ts) and ts[n + 2].low == "to":
            return "goal", 3, "to"
        if low == "to" and self._is_goal(ts, n, start):
            return "goal", 1, "to"
        if low == "with" and n > start + 1 and re.match(r"[~<>]?\d[\d.,]*%", nxt):
            return "with", 0, ""  # "to 40M with 6% relative loss": what it came with is its outcome
        context = self._context_at(ts, n)
        if context and n > start + 2:
            return "context", 0, ""
        if not after_comma and low not in ("and", "but", "then", "plus"):
            return None
        if low == "then" and not after_comma and n - start <= 4 and ts[start].low in DETERMINERS:
            return None  # "The dataset then served as ..."
        bare = n + 1 if low in ("and", "but", "then", "plus") else n
        at = self._skip(ts, bare)
        if at >= len(ts):
            return None
        if after_comma:
            if self._is_fate(ts, n):
                return "fate", 0, ""
            if ts[n].low == "including" or (low == "such" and nxt == "as"):
                return "including", 1 if low == "including" else 2, "including"
            if ts[n].low == "with":
                return "with", 0, ""
            if NUMBER.match(ts[n].raw) and SPAN.match(" ".join(t.raw for t in ts[n:])):
                return "range", 0, ""
            if (
                low == "from"
                and NUMBER.match(ts[n + 1].raw if n + 1 < len(ts) else "")
                and range_in(" ".join(t.raw for t in ts[n:]))
            ):
                return "range", 0, ""
            if ts[n].low in ("while", "whereas"):
                return "while", 0, ""
            verb = self.table.readings(ts[at].core)
            if any(r.form == "gerund" for r in verb) and self._has_own_subject(
                ts, at, ("gerund", "")
            ):
                return "clause", at - n, ""
            if self.is_listed_doing(ts, at, start):
                return None
            if any(r.form == "gerund" for r in verb) and self._gerund_clause(ts, at):
                return "gerund", at - n if low in ("and", "thus", "thereby") else 0, ""
            if low in ("thus", "thereby", "hence") and self.table.is_form(nxt, "gerund"):
                return "gerund", 1, ""
        return self._coordinated(ts, n, at, bare, start, head, after_comma)

    def _coordinated(
        self,
        ts: tuple[Token, ...],
        n: int,
        at: int,
        bare: int,
        start: int,
        head: Head,
        after_comma: bool,
    ) -> tuple[JointKind, int, str] | None:
        width = bare - n
        used = " ".join(t.raw for t in ts[n:bare])
        if is_auxiliary(ts[at].low) or JUDGED.match(" ".join(t.low for t in ts[at:])):
            return None
        if after_comma and head.kind == "noun" and self._thing_does(ts, at):
            return "which", width, used  # "..., runs on a phone"
        if at + 1 < len(ts) and ts[at + 1].low in ("included", "excluded") and at + 2 >= len(ts):
            return None  # ", nights included" stays with what it is about
        past = self.table.is_form(ts[at].core, "past")
        if past and self.is_listed_thing(ts, n, at, bare, start, head):
            return None
        if past and ts[at].low in self._past_nouns and self.is_share(ts[at:]):
            return None  # ", hit rate 40%"
        if past and after_comma and bare == n and self._listed_in_relative(ts, at, start):
            return None  # "that shows logins, finished tasks and tickets"
        if past and after_comma and head.kind == "noun" and self._in_time(ts, at):
            return "participle", width, used  # "..., delivered 2 weeks early"
        if past and after_comma and head.kind == "noun" and self._both_done(ts, at):
            return "participle", width, used  # "..., validated and loaded hourly"
        if past and after_comma and self._measure_of(ts, at):
            return "metric", width, used
        if ts[bare].low in ("who", "whose", "where", "which", "whom"):
            return None
        alone = n - start_of(ts, n) <= 1 or ts[n - 1].low in PREPOSITIONS
        shared = ts[n - 1].comma and (
            n - start <= 1 or (n - start == 2 and ts[n - 1].low in PARTICLES)
        )
        if shared or (alone and past):
            return None
        if past and self._verb_prefix_ok(ts[at].low) and not self.table.is_adjective(ts[at].low):
            following = ts[at + 1] if at + 1 < len(ts) else None
            base = self.table.base(ts[at].core, "past")
            if after_comma and was_put(base, ts, at):
                return "participle", width, used
            passive = (
                self.table.is_form(ts[at].core, "participle")
                and (
                    following is None
                    or following.low.endswith("wide")
                    or (ts[n - 1].comma and not used and self.tells_how_often(ts, at + 1))
                    or (following.low in PREPOSITIONS and following.low not in PARTICLES)
                )
                and not self.table.is_active(base)
            )
            if ts[at].low in self._past_nouns and following is not None and following.low == "of":
                return None
            if after_comma and bare == n and is_checked(ts, at):
                return "participle", width, used  # "..., checked over two months"
            if self.may_say_which(ts, n, at, base, head):
                return None
            if after_comma and self._has_own_subject(ts, at, ("past", base)):
                return "clause", width, used  # ", expired medicines decreased by 4%"
            if stops(ts[at]) and at + 1 < len(ts):
                # "built, trained and deployed": the verbs share their object
                return None
            if passive:
                return (
                    ("participle", width, used) if after_comma and following is not None else None
                )
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
            if own is not None and any(t.low in _SUBJECTS for t in stretch[1:own]):
                own = None  # "and users I have never met", "and 3 cents per answer it was dear"
            if own is not None and in_scene(ts, n, start, self):
                own = None
            if (
                own is not None
                and (not after_comma or ts[bare].low in ("a", "an"))
                and not self._surely_finite(stretch, own)
            ):
                own = None
            if verb is not None and verb[0] == "base" and not self.surely_changed(stretch, own):
                own = None
            told = any(self.table.is_form(t.core, "past") for t in ts[start:n])
            if own is None and ts[bare].low in _SUBJECTS and told and not after_comma:
                own = self.finite_of_pronoun(stretch)
            if own is not None and self._of_its_object(ts, at, bare + own):
                own = None  # "and ensuring that rooms are warm"
            if own is not None and bare + own <= at:
                own = None  # "that shows tides and automatically plays a song"
            if own is not None and any(t.low in ("because", "although") for t in ts[start:n]):
                own = None  # "because I had no desk and feedback came late": one reason
            if own is not None and ts[at].low not in PREPOSITIONS:
                return "clause", width, used
            if (
                len(stretch) > 1
                and not self.table.is_form(ts[bare].core, "gerund")
                and metric_shape(" ".join(t.raw for t in stretch))
                and ts[at].low not in PREPOSITIONS
                and not self._one_change(ts, n, start, head)
            ):
                return "metric", width, used
        return None

    def _one_change(self, ts: tuple[Token, ...], n: int, start: int, head: Head) -> bool:
        """ "Raised unit and load test coverage from 41% to 83%": what changed has "and" in it."""
        before = ts[start + 1 : n]
        plain = not any(t.low in DETERMINERS | PREPOSITIONS or stops(t) for t in before)
        first = start <= head.at and 1 <= len(before) <= 2
        deed = head.kind in ("past", "base", "third") and self.table.is_result(head.base)
        return deed and first and plain and not any(c.isdigit() for t in before for c in t.raw)

    def _surely_finite(self, ts: tuple[Token, ...], at: int) -> bool:
        low = ts[at].low
        if is_auxiliary(low):
            return True
        forms = {r.form: r.base for r in self.table.readings(low)}
        follows = ts[at + 1].low if at + 1 < len(ts) else ""
        agreed = forms.get("participle") == "agree" and follows in PREPOSITIONS
        if agreed and not self._is_person(ts[at - 1]):
            return False  # "naming rules agreed with the clerks"
        return at <= 7 and "past" in forms and self.table.is_change(forms["past"])

    def _verb_prefix_ok(self, low: str) -> bool:
        return "-" not in low or self._verb_prefix(low)

    def _gerund_clause(self, ts: tuple[Token, ...], at: int) -> bool:
        """ ", cutting waiting time" and not ", machine learning, testing and ..."."""
        if stops(ts[at]) or at + 1 >= len(ts):
            return False
        nxt = ts[at + 1].low
        base = self.table.base(ts[at].core, "gerund")
        if nxt in ("of", "and", "or") or (ts[at].low == "programming" and nxt in PREPOSITIONS):
            return False
        return self.table.is_known(ts[at].core) and (
            self.table.is_result(base)
            or nxt in DETERMINERS
            or bool(NUMBER.match(nxt))
            or nxt in PREPOSITIONS
            or base
            in (
                "use",
                "serve",
                "work",
                "support",
                "cover",
                "handle",
                "build",
                "run",
                "feed",
                "manage",
                "process",
                "provide",
                "include",
                "replace",
            )
        )

    def _that_cut(self, ts: tuple[Token, ...], at: int) -> bool:
        """ "an objective that cut annotation by 60%": what the thing did, with its figure."""
        if at >= len(ts) or not self.table.is_form(ts[at].core, "past"):
            return False
        end = next((k + 1 for k in range(at, len(ts)) if ts[k].comma), len(ts))
        moved = self.table.is_result(self.table.base(ts[at].core, "past"))
        return moved and any("%" in t.raw or NUMBER.match(t.raw) for t in ts[at + 1 : end])

    def _is_fate(self, ts: tuple[Token, ...], n: int) -> bool:
        """ ", 12 differences found and fixed": counted things and what became of them."""
        if not (NUMBER.match(ts[n].raw) or ts[n].low in COUNTS):
            return False
        end = next((k + 1 for k in range(n, len(ts)) if ts[k].comma), len(ts))
        return self.is_level(ts[n:end]) or self.fate_at(ts[n:end]) is not None

    def _own_step(self, ts: tuple[Token, ...], at: int) -> bool:
        """ "after a two month parallel run", "after comparing five offers": a step of the work
        itself, and nothing that happened and set it off."""
        if self.table.is_form(ts[at].core, "gerund") and not ts[at].low.endswith("thing"):
            return True
        for n in range(at, min(at + 8, len(ts))):
            if ts[n].low in PREPOSITIONS and ts[n].low not in ("of", "with", "in", "on"):
                return False
            if ts[n].low in self._own_steps:
                return True
            if stops(ts[n]):
                return False
        return False

    def _clause_from(self, ts: tuple[Token, ...], at: int) -> bool:
        return at < len(ts) and self.finite(ts[at : at + 12]) is not None

    def _is_goal(self, ts: tuple[Token, ...], n: int, start: int) -> bool:
        """ "to" + a verb, where the words before it make a deed that can stand alone."""
        if n + 1 >= len(ts) or n - start < 2:
            return False
        word = ts[n + 1].low
        forms = {r.form for r in self.table.readings(word)}
        if "base" not in forms or not self.table.is_known(word) or not ts[n + 1].core[:1].islower():
            return False
        nxt = ts[n + 2] if n + 2 < len(ts) else None
        if word == "be" or any(
            t.low in ("that", "which", "who", "where") for t in ts[start + 1 : n]
        ):
            return False  # "a tool that reads logs to find faults": the tool's aim, not one's own
        if self.table.also_noun(word) and (
            nxt is None
            or stops(ts[n + 1])
            or not (nxt.low in DETERMINERS or NUMBER.match(nxt.raw) or nxt.core[:1].isupper())
        ):
            return False
        stopped = self.words.no_goal_verbs
        for k in range(start, n):
            low = ts[k].low
            if any(r.base in stopped for r in self.table.readings(low)) and (
                k == start or n - k < 6
            ):
                return False
            if low in (
                "able",
                "due",
                "how",
                "what",
                "when",
                "from",
                "chance",
                "first",
                "way",
                "need",
                "ability",
                "time",
                "option",
                "want",
                "nobody",
                "is",
                "was",
                "were",
                "are",
                "easier",
                "hard",
                "easy",
                "right",
                "plan",
                "decision",
            ):
                return False
        return True

    def _context_at(self, ts: tuple[Token, ...], n: int) -> bool:
        for phrase in self._contexts.get(ts[n].low, ()):
            if tuple(t.low for t in ts[n : n + len(phrase)]) == phrase:
                follows = ts[n + len(phrase)].low if n + len(phrase) < len(ts) else ""
                if not follows or self.table.is_form(follows, "participle"):
                    return False
                if phrase == ("following",) and self.obeys(ts, n):
                    return False  # "the following year", "following the house rules"
                if phrase == ("as", "part", "of") and ts[n - 1].low.endswith("s"):
                    return False  # "clusters as part of a network": what they are
                if phrase[0] in ("after", "following") and self._own_step(ts, n + len(phrase)):
                    return False
                if phrase[-1] == "of" and follows in ("it", "this", "that", "them"):
                    return False  # "two features went because of it": the reason is the line's own
                if follows in ("schedule", "time", "plan", "deadline"):
                    return False
                if phrase == ("ahead", "of") and _NUMBERED.match(ts[n - 2].raw if n > 1 else ""):
                    return False  # "6 days ahead of the date" says by how much
                if phrase == ("since",) and follows in ("i", "we", "it", "they", "nobody"):
                    return False  # a reason, and no time
                if (
                    (NUMBER.match(follows) or follows in DETERMINERS)
                    and n + len(phrase) + 1 < len(ts)
                    and ts[n + len(phrase) + 1].low
                    in (
                        "month",
                        "months",
                        "week",
                        "weeks",
                        "days",
                        "year",
                        "years",
                        "hours",
                        "minutes",
                        "quarters",
                        "seasons",
                        "winters",
                        "summers",
                        "attempts",
                        "tries",
                    )
                ):
                    return False
                return phrase[0] not in ("before", "during", "when", "since") or ts[n - 1].comma
        return False

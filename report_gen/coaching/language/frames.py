"""Sentence frames: each kind of beginning, with what is said for it."""

from __future__ import annotations

import re
from dataclasses import replace

from report_gen.coaching.language.clauses import LEANING, main_at, was_put
from report_gen.coaching.language.fates import OF_PERSONS, PEOPLE_DO, said_of_a_thing
from report_gen.coaching.language.finite import JUDGED
from report_gen.coaching.language.joining import (
    DIGIT,
    and_last,
    full_stop,
    rest_from,
    say_list,
    standing,
    with_be,
)
from report_gen.coaching.language.labels import Labels
from report_gen.coaching.language.models import SentenceKind, Spoken
from report_gen.coaching.language.names import article, capital
from report_gen.coaching.language.numbers import word_change
from report_gen.coaching.language.segments import tokens
from report_gen.coaching.language.shapes import (
    ADOPTED,
    COUNTS,
    DETERMINERS,
    NUMBER,
    OF_THINGS,
    PREPOSITIONS,
    Head,
    HeadKind,
    metric_shape,
)
from report_gen.coaching.language.things import CHANGED_BY, IN_OTHER_FORM, metric_parts
from report_gen.taxonomy.verbs import is_auxiliary

ON_CALL = r"^(?:(?:24/7|rotating|primary|secondary|weekly|first-line|shared|regular) )?(?:on-call|on call|oncall)\b(?: (?:rotation|rota|duty)\b)?"
_NUMERIC_ASIDE = re.compile(
    r"^(?:about |around |over |roughly |nearly |up to |more than )?[$€£+]?\d"
)
_THAN = re.compile(
    r"(?P<what>(?!.*\b(?:is|was|are|were|ran|runs|got|became|be|now)\b.*\d)[A-Za-z][A-Za-z -]{2,40}) (?P<how>(?:about )?\d[\d.,]*\s?(?:%|points?|pp|x|times)? ?"
    r"(?:lower|higher|faster|slower|better|smaller|cheaper|less|shorter|larger)\b.*)"
)
_WITHOUT = re.compile(
    r"(?<=\w), (zero|no) (?![\w -]+ (?:allowed|permitted|needed|required)\b)(?=[a-z][a-z-]+(?: [a-z-]+)?(?: (?:on|in|at|for|over) [^,]*)?$)"
)
""" "migrated 40 services, zero downtime": with how little harm."""
_NOT_ONE = re.compile(
    r"(?:no|not one|zero) (?:missed|failed|lost|late|open|delayed|reported|recorded|unplanned|rejected|repeat|serious)"
    r"(?: [\w-]+){1,4}\.?",
    re.I,
)
""" "No missed monthly run": what did not happen."""
_A_YEAR = re.compile(
    r"(?:about |over |nearly )?\d[\d.,]*\s?(?:million|billion|thousand|k|M)? [a-z]+s (?:a|per) (?:day|night|week|month|quarter|year)\.?$"
)


_STOOD_BEFORE = re.compile(
    r", (?:was|were|previously|formerly|before:?) (?P<what>(?:about |over |almost )?(?:[~<>]?[$€£]?\d|two |three |four |"
    r"five |six |seven |eight |nine |ten |a (?:day|week|month)\b|half a )[^,;]{1,30})$"
)
"""How things stood: "..., was 4 days"."""
_OWN_WORK = frozenset(
    ["duties", "responsibilities", "tasks", "achievements", "accomplishments", "role", "work"]
)  # fmt: skip
_ONE_OF_ALL = frozenset(
    ["biggest", "largest", "main", "only", "greatest", "hardest", "best", "most", "same", "first", "last"]
)  # fmt: skip
_NO_LEVEL = frozenset(
    ["by", "down", "up", "fewer", "than", "more", "about", "less", "to", "of",
     "from", "in", "at", "since", "until", "before", "after"]
)  # fmt: skip
""" "fewer than 5", "since 2019": the number is no level of what stands before it."""


_OF_ONESELF = frozenset({"role", "state", "oncall", "passive"})
"""Beginnings that speak of the person: what was rated after them is the person."""


class Frames(Labels):
    """Turns one segment into spoken sentences."""

    def say(
        self,
        text: str,
        current: bool,
        project: bool,
        later: bool = False,
        opened: HeadKind = "noun",
    ) -> list[Spoken] | None:
        """The sentences of a segment; None where nothing safe can be said.

        ``later``: it is not the line's first segment, so that its subject may be a thing;
        ``opened`` is how the line began.
        """
        text = re.sub(r"\b[Ss]uccessfully ", "", text)
        text = _WITHOUT.sub(r" with \1 ", text)
        head = self.reader.head(text)
        if (
            later
            and head.kind == "base"
            and (
                opened not in ("base", "third", "state", "oncall", "role")
                or (opened == "role" and "," in text and self.table.also_noun(head.base))
            )
            and not self.has_object(text, head)
        ):
            kind: HeadKind = "metric" if metric_shape(text.split(",")[0]) else "noun"
            if self.reader.finite(tokens(text.split(",")[0])) is not None:
                head = Head(kind="full", at=head.at)
            elif kind == "metric" or self.table.also_noun(head.base):
                head = Head(kind=kind, at=head.at)
        if later and head.kind == "gerund" and metric_shape(text.split(",")[0]):
            first = tokens(text)[head.at + 1 :]
            if first and first[0].low not in DETERMINERS and not NUMBER.match(first[0].raw):
                head = Head(kind="metric", at=head.at)  # "training time from 3 days to 20 hours"
        if later and head.kind == "third" and self._is_plural_done(text, head):
            head = Head(
                kind="noun", at=head.at
            )  # "answers judged faithful": things, and their fate
        guessed = head.kind == "past" and not self.table.is_known(text.split(" ", 1)[0])
        if project and guessed and self.object_article(rest_from(text, 1)) != rest_from(text, 1):
            head = Head(kind="noun", at=head.at)  # "Faceted counting library": what it is like
        opens = text.split(" ", 1)[0].lower()
        if head.kind == "noun" and opens in ("while", "when", "although", "though", "if", "once"):
            return None  # "While the others slept I baked"
        scene = self._scene(text)
        if scene is not None:
            return scene
        if later and _NOT_ONE.fullmatch(text):
            were = "were" if re.search(r"[^s]s\.?$", text) else "was"
            told = f"There {were} {text[:1].lower()}{text[1:]}"
            return [Spoken(kind="result", text=full_stop(told), own=False)]
        if later and re.match(r"(?:everything|all) (?:in|on|under|behind) ", text, re.I):
            all_of_it, _, where = text.partition(" ")
            told = f"{capital(all_of_it)} is {where}"
            return [Spoken(kind="result", text=full_stop(told), own=False)]
        if project and head.kind == "gerund" and re.match(r"\w+ (?:[\w-]+ ){1,2}of\b", text):
            head = Head(kind="noun", at=head.at)
        now = re.match(r"(?:now|still|currently) (?!\w+ed\b(?! (?:in|by|at|on)\b))", text, re.I)
        if later and now and head.kind in ("noun", "unsure", "past"):
            return self._assemble(
                standing(text),
                self.names.lower_first(text),
                Head(kind="full"),
                text,
                "result",
                own=False,
            )
        thing = self._of_a_thing(text, head, project, later and opened not in ("third", "base"))
        if thing is not None:
            said = self.names.lower_first(rest_from(text, head.at))
            effect = self.table.is_result(head.base) and DIGIT.search(text) is not None
            kind_of: SentenceKind = "result" if effect or head.base in ADOPTED else "detail"
            return self._assemble(f"It {thing}", said, Head(kind="full"), text, kind_of, own=False)
        if head.kind in ("gerund", "noun", "metric", "base", "unsure"):
            level = re.fullmatch(
                r"([A-Za-z][A-Za-z@ -]{2,40}) ((?:about )?[~<>]?[$€£]?\d[\d.,]*(?:\s?%|/\d+| (?:out )?of \d+)?)",
                text,
            )
            if (
                level
                and len(level.group(1).split()) <= 4
                and level.group(1).split()[-1] not in _NO_LEVEL
                and (later or "%" in text or "/" in text or re.search(r"[$€£]", text))
            ):
                said = f"{self.names.lower_first(level.group(1))} was {level.group(2)}"
                return [Spoken(kind="result", text=full_stop(capital(said)), own=False)]
        if (
            later
            and re.match(r"(?:zero|no) \S+ \S", text, re.I)
            and head.kind in ("noun", "quantity")
        ):
            return self._noun(text, head, project)
        if later and re.match(r"(?:the|our) [\w-]+ (?:now|still|today) [a-z]+s\b", text):
            return self._assemble("", capital(text), Head(kind="full"), text, "result", own=False)
        compared = _THAN.fullmatch(text) if later else None
        if compared is not None:
            noun = self.names.lower_first(compared["what"])
            said = f"{noun} {'were' if noun.endswith('s') and not noun.endswith('ss') else 'was'} {compared['how']}"
            return [Spoken(kind="result", text=full_stop(capital(said)), own=False)]
        if PEOPLE_DO.match(text) and (later or project):
            return self._assemble("", capital(text), Head(kind="full"), text, "result", own=False)
        before = _STOOD_BEFORE.search(text)
        if before is not None and head.kind not in ("full", "first", "we"):
            stood = self.say(text[: before.start()], current, project, later, opened)
            was = f"Before, it was {before['what'].rstrip('.')}."
            return [*stood, Spoken(kind="context", text=was, own=False)] if stood else None
        if later and IN_OTHER_FORM.match(text):
            return self._quantity(text, Head(kind="quantity"), project, later)
        share = self._share(text) if later else None
        if share is not None:
            return share
        counted = NUMBER.match(text) or text.split(" ", 1)[0].lower() in COUNTS
        if later and (
            head.kind in ("noun", "unsure", "quantity") or (head.kind == "full" and counted)
        ):
            fate = self._fate(text)
            if fate is not None and ", " not in text:
                return [replace(fate, text=full_stop(fate.text))]
        if later and head.kind in ("noun", "unsure", "quantity") and not project:
            became = self._what_became(text, head)
            if became is not None:
                return became
        if head.kind == "noun" and not later and not project:
            became = self._done_with(text)
            if became is not None:
                return became
        if later and head.kind in ("noun", "unsure") and not project:
            return self._remark(text, head)
        match head.kind:
            case "past" | "base" | "third":
                return self._deed(text, head, later)
            case "gerund":
                return self._gerund(text, head, current)
            case "state" | "passive":
                said = rest_from(text, head.at)
                said = said[:1].lower() + said[1:]
                verb = "I'm" if current and head.kind == "state" else "I was"
                of_a_thing = project or (later and opened not in _OF_ONESELF)
                if of_a_thing and opened == "noun" and said.startswith("part of "):
                    return self._assemble("It was ", said, head, text, "detail", own=False)
                if of_a_thing and JUDGED.match(said):
                    return self._assemble("It was ", said, head, text, "result", own=False)
                return self._assemble(f"{verb} ", said, head, text)
            case "oncall":
                rest = re.sub(ON_CALL, "on call", rest_from(text, head.at), flags=re.I)
                rest = re.sub(r"^on call (?=\d)", "on call for ", rest)
                return self._assemble("I'm " if current else "I was ", rest, head, text)
            case "role":
                return self._role(text, head, current)
            case "first":
                said = re.sub(r"^(?:i)\b", "I", capital(text))
                return self._plain(said, head, "action")
            case "we":
                bare = re.match(r"(?:team|group|squad|lab|crew)\b", text, re.I)
                told = f"The {self.names.lower_first(text)}" if bare else capital(text)
                return [replace(s, own=False) for s in self._plain(told, head, "action")]
            case "full" if later and _A_YEAR.match(text):
                return self._assemble(
                    "That came to ", text, Head(kind="quantity"), text, "detail", own=False
                )
            case "full" if self._counted_deed(text):
                return self._assemble(
                    "It came to ", text, Head(kind="quantity"), text, "result", own=False
                )
            case "full":
                return self._full(text, head, later)
            case "metric":
                if re.match(
                    r"(?:increase|decrease|reduction|improvement|growth|rise|drop|savings?|gain)\b",
                    text,
                    re.I,
                ):
                    return self._noun(text, head, project)
                return self._after_own_deed(text) or self._metrics(text)
            case "quantity":
                return self._quantity(text, head, project, later)
            case "noun":
                return self._noun(text, head, project)
            case "intro":
                return self._intro(text)
            case _:
                return None

    def _is_plural_done(self, text: str, head: Head) -> bool:
        """ "answers judged faithful", "reports checked twice": a plural noun and what was done to it."""
        ts = tokens(text)
        if not self.table.also_noun(head.base) or head.at + 2 >= len(ts):
            return False
        after = ts[head.at + 1]
        return self.table.is_form(after.core, "participle") and self.table.is_known(after.core)

    def _of_a_thing(self, text: str, head: Head, project: bool, later: bool) -> str | None:
        """What stands before the verb if its unnamed subject is the thing made; else None."""
        ts = tokens(text)
        follows = ts[head.at + 1].low if head.at + 1 < len(ts) else ""
        if head.kind == "third":
            return "" if project or later else None
        if (
            head.kind == "noun"
            and ts[head.at].low == "used"
            and follows
            in ("by", "in", "inside", "within", "across", "throughout", "for", "at", "as", "on")
        ):
            return "was "
        if head.kind != "past":
            return None
        if head.base in ("take", "need", "require", "cost") and (later or project):
            return ""
        passive = (
            self.table.is_form(ts[head.at].core, "participle")
            and head.base not in OF_PERSONS
            and (
                not self.table.is_active(head.base)
                or _runs_somewhere(head.base, follows)
                or was_put(head.base, ts, head.at)
            )
            and (
                follows in OF_THINGS
                or was_put(head.base, ts, head.at)
                or (later and said_of_a_thing(rest_from(text, head.at + 1)))
            )
        )
        return "was " if passive and (later or project or follows == "by") else None

    def _counted_deed(self, text: str) -> bool:
        """ "€1.2m won in 2 years", "30+ weddings photographed a year": a figure and what was done."""
        ts = tokens(text)
        if not ts or not NUMBER.match(ts[0].raw):
            return False
        at = self.reader.finite(ts)
        if at is None or is_auxiliary(ts[at].low):
            return False
        nxt = ts[at + 1].low if at + 1 < len(ts) else ""
        active = self.table.is_active(self.table.base(ts[at].core, "past"))
        rel = any(t.low in ("who", "that", "which") for t in ts[:at])
        shrunk = nxt in ("by", "from", "to") or self.table.base(ts[at].core, "past") in (
            "fall",
            "rise",
            "grow",
        )
        return (
            self.table.is_form(ts[at].core, "participle") and at <= 4 and not active and not rel
            and not shrunk and (not nxt or nxt in PREPOSITIONS or nxt in ("a", "an", "per"))
        )  # fmt: skip

    # -- other subjects -----------------------------------------------------------------------

    def _full(self, text: str, head: Head, later: bool) -> list[Spoken] | None:
        after = self._after_own_deed(text)
        if after is not None:
            return after
        said = capital(re.sub(r"^(?:and|but)\s+", "", text, flags=re.I))
        opens = said.split(" ", 1)[0].lower()
        said = said if opens in LEANING else self._the_thing(said)
        low = said.split(" ", 1)[0].lower()
        if low in _OWN_WORK:
            said = f"My {self.names.lower_first(said)}"
        if low in _ONE_OF_ALL and not self._some_did(tokens(said)):
            said = f"The {self.names.lower_first(said)}"
        outcome = later and not re.search(
            r"\b(?:theirs|mine|not|never|part)\b|^the (?:[\w']+ )?(?:capstone|thesis|dissertation|topic|paper|talk) was\b|^(?:an?|my|another) (?:friend|colleague|senior|partner|classmate|"
            r"team-?mate|contractor|designer|flatmate|brother|sister)\b",
            text,
            re.I,
        )
        kind: SentenceKind = (
            "result" if outcome or DIGIT.search(text) or word_change(text) else "detail"
        )
        if low in ("it", "this", "that", "these", "those", "they"):
            return [replace(s, own=False) for s in self._plain(said, head, kind)]
        if low in LEANING and "," not in said:
            return [Spoken(kind="detail", text=full_stop(said), own=False)]
        main = main_at(tokens(said), self.reader)
        who = tokens(said)[main].core if main else ""
        if who in ("I", "we"):  # "Having lost it twice, we asked ..."
            return [replace(s, own=who == "I" and s.own) for s in self._plain(said, head, "action")]
        said = with_be(said, self.reader, self.table)
        return [
            replace(s, own=n > 0 and s.own and s.text.startswith("I "))
            for n, s in enumerate(self._plain(said, head, kind))
        ]

    def _intro(self, text: str) -> list[Spoken] | None:
        ts = tokens(text)
        for n in range(1, min(len(ts) - 1, 15)):
            if not ts[n].comma:
                continue
            tail = " ".join(t.raw for t in ts[n + 1 :])
            head = self.reader.head(tail)
            if head.kind in ("past", "base", "third"):
                intro = " ".join(t.raw for t in ts[: n + 1])
                said = self._deed(tail, head)
                if not said:
                    return None
                first = said[0]
                if not first.text.startswith("I ") or len((intro + first.text).split()) > 28:
                    return None
                return [replace(first, text=f"{capital(intro)} {first.text}"), *said[1:]]
            if head.kind in ("first", "we"):
                if len(ts) <= 28:
                    return [
                        Spoken(
                            kind="action", text=full_stop(capital(text)), own=head.kind == "first"
                        )
                    ]
                mine = head.kind == "first"
                return [
                    replace(s, own=s.own and mine)
                    for s in self._plain(capital(text), head, "action")
                ]
        return None

    # -- around the segments ------------------------------------------------------------------

    def apposition(self, text: str) -> list[Spoken] | None:
        """What stands after a colon: a thing, or what it consists of."""
        if re.match(r"[$€£]?\d[\d.,]*\s?%", text):
            return self._quantity(text, Head(kind="quantity"), False, False)
        if re.match(r"[+−-]\d[\d.,]*\s?(?:%|pp\b|points?\b)? [A-Za-z]", text):
            return self._metrics(text)  # "+4% orders a day": what it brought
        said = self.names.lower_first(text)
        head = Head(kind="noun")
        first = said.split(" ", 1)[0]
        if metric_shape(text) and len(metric_parts(text)) >= 1 + text.count(", "):
            return self._metrics(text)
        if first in ("a", "an", "the") and said.count(",") < 2:
            return self._assemble("It was ", said, head, text, "detail")
        said = self._with_article(said)
        if any(
            self.reader.finite(tokens(p)) is not None
            or metric_shape(p)
            or self.reader.fate_at(tokens(p)) is not None
            or self.reader.head(p).kind == "past"
            for p in text.split(", ")[1:]
        ):
            return self._assemble("That covered ", said, head, text, "detail")
        return say_list("That covered", said)

    def aside(self, aside: str, before: Spoken | None) -> tuple[tuple[str, ...], list[Spoken]]:
        """(tools, sentences) of a bracketed remark; names of tools, or a figure; others are left."""
        listed = self.tool_list(aside)
        if listed:
            return listed, []
        text = self.names.lower_first(aside)
        before_it = re.match(
            r"(?:was|were|previously|formerly|before:|before (?=[^,]*\d)(?!we\b|i\b|it\b|they\b|the\b)) ?(?=\S+ \S)(?P<what>.*)",
            text,
            re.I,
        )
        if before_it is not None and before is not None and len(text.split()) <= 14:
            said = f"Before, it was {before_it['what'].rstrip('.')}."
            return (), [Spoken(kind="context", text=said, own=False)]
        parts = text.split(", ")
        telling = len(parts) >= 3 or (len(parts) == 2 and all(" " in p for p in parts))
        if telling and all(self._is_plain_thing(p) for p in parts):
            return (), [
                Spoken(
                    kind="detail",
                    text=full_stop(
                        f"That covered {and_last(text) if len(parts) > 2 else ' and '.join(parts)}"
                    ),
                    own=False,
                )
            ]
        if some := self.some_of_them(text, before):
            return (), some
        if (
            _NUMERIC_ASIDE.match(text)
            and len(text.split()) <= 9
            and not metric_shape(text)
            and "," not in text
        ):
            if (
                re.match(r"^(?:19|20)\d\d\b|^\d+:\d+$", text)
                or self.reader.finite(tokens(text)) is not None
            ):
                return (), []
            kind: SentenceKind = (
                "result" if before is not None and before.kind == "result" else "detail"
            )
            span = re.fullmatch(
                r"(?:about |over )?\d+ (?:years?|months?|weeks?|days?|hours?)", text
            )
            so_far = before is not None and before.text.endswith(" since.")
            lasted = span and not so_far and not text.startswith("over")
            opening = "That was over" if lasted else "That's now" if so_far else "That's"
            its = article(text) if CHANGED_BY.match(text) else ""
            return (), [Spoken(kind=kind, text=f"{opening} {its}{text.rstrip('.')}.", own=False)]
        return (), []


def _runs_somewhere(base: str, follows: str) -> bool:
    """ "served in Java via a runtime": the thing is served; "served as treasurer" is a person."""
    return base == "serve" and follows in ("from", "in", "via", "with", "by")

"""Sentence frames: each kind of beginning, with what is said for it."""

from __future__ import annotations

import re
from dataclasses import replace

from report_gen.coaching.language.deeds import Deeds
from report_gen.coaching.language.joining import (
    DIGIT,
    and_last,
    full_stop,
    rest_from,
    say_list,
    with_be,
)
from report_gen.coaching.language.metrics import say_metric
from report_gen.coaching.language.models import SentenceKind, Spoken
from report_gen.coaching.language.names import capital
from report_gen.coaching.language.segments import tokens
from report_gen.coaching.language.shapes import (
    NUMBER,
    PREPOSITIONS,
    Head,
    HeadKind,
    metric_shape,
)

ON_CALL = r"^(?:(?:rotating|primary|secondary|weekly|first-line|shared|regular) )?(?:on-call|on call|oncall)\b"
_PRAISE = re.compile(
    r"\b(?:\w+ skills?$|team player|self-starter|attention to detail|references|on request|work ethic|detail.oriented)\b",
    re.I,
)
_FIXED = frozenset(
    [
        "the",
        "a",
        "an",
        "our",
        "my",
        "their",
        "its",
        "his",
        "her",
        "your",
        "this",
        "that",
        "these",
        "those",
        "all",
        "both",
        "each",
        "every",
        "several",
        "many",
        "more",
        "most",
        "some",
        "any",
        "no",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "various",
        "multiple",
        "numerous",
    ]
)
_NUMERIC_ASIDE = re.compile(
    r"^(?:about |around |over |roughly |nearly |up to |more than )?[$€£+]?\d"
)


class Frames(Deeds):
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
        head = self.reader.head(text)
        if (
            later
            and head.kind == "base"
            and opened not in ("base", "third", "state", "oncall", "role")
        ):
            kind: HeadKind = "metric" if metric_shape(text.split(",")[0]) else "noun"
            if self.reader.finite(tokens(text.split(",")[0])) is not None:
                head = Head(kind="full", at=head.at)
            elif kind == "metric" or self.table.also_noun(head.base):
                head = Head(kind=kind, at=head.at)
        if project and head.kind == "gerund" and re.match(r"\w+ (?:[\w-]+ ){1,2}of\b", text):
            head = Head(kind="noun", at=head.at)
        now = re.match(r"(?:now|still|currently) (?!\w+ed\b(?! (?:in|by|at|on)\b))", text, re.I)
        if later and now and head.kind in ("noun", "unsure", "past"):
            return self._assemble(
                "It's ", self.names.lower_first(text), Head(kind="full"), text, "result", own=False
            )
        thing = self._of_a_thing(text, head, project, later)
        if thing is not None:
            said = self.names.lower_first(rest_from(text, head.at))
            effect = self.table.is_result(head.base) and DIGIT.search(text) is not None
            kind_of: SentenceKind = "result" if effect else "detail"
            return self._assemble(f"It {thing}", said, Head(kind="full"), text, kind_of, own=False)
        if head.kind in ("gerund", "noun", "metric", "base", "unsure"):
            level = re.fullmatch(
                r"([A-Za-z][A-Za-z@ -]{2,40}) ((?:about )?[~<>]?[$€£]?\d[\d.,]*(?:\s?%|/\d+| (?:out )?of \d+)?)",
                text,
            )
            if (
                level
                and len(level.group(1).split()) <= 4
                and level.group(1).split()[-1]
                not in (
                    "by",
                    "down",
                    "up",
                    "fewer",
                    "than",
                    "more",
                    "about",
                    "less",
                    "to",
                    "of",
                    "from",
                    "in",
                    "at",
                )
                and (later or "%" in text or "/" in text)
            ):
                said = f"{self.names.lower_first(level.group(1))} was {level.group(2)}"
                return [Spoken(kind="result", text=full_stop(capital(said)), own=False)]
        if later and head.kind in ("noun", "unsure") and not project:
            measured = self._measured(text)
            if measured is not None:
                return measured
            return self._assemble(
                "That included ",
                self._with_article(self.names.lower_first(text)),
                head,
                text,
                "detail",
                own=False,
            )
        match head.kind:
            case "past" | "base" | "third":
                return self._deed(text, head, later)
            case "gerund":
                return self._gerund(text, head, current)
            case "state" | "passive":
                said = self.names.lower_first(rest_from(text, head.at))
                verb = "I'm" if current and head.kind == "state" else "I was"
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
                return [replace(s, own=False) for s in self._plain(capital(text), head, "action")]
            case "full":
                return self._full(text, head, later)
            case "metric":
                if re.match(
                    r"(?:increase|decrease|reduction|improvement|growth|rise|drop|savings?|gain)\b",
                    text,
                    re.I,
                ):
                    return self._noun(text, head, project)
                return self._metrics(text)
            case "quantity":
                return self._quantity(text, head, project, later)
            case "noun":
                return self._noun(text, head, project)
            case "intro":
                return self._intro(text)
            case _:
                return None

    def _measured(self, text: str) -> list[Spoken] | None:
        """ "Availability 99.98% in 2024, one outage" -> "Availability was 99.98% in 2024 ..."."""
        match = re.match(
            r"([A-Za-z][A-Za-z@ -]{1,40}?) ((?:about )?[~<>]?[$€£]?\d[\d.,]*\s?%?)(?=[ ,.]|$)", text
        )
        if match is None or match.group(1).split()[-1].lower() not in self.words.metric_nouns:
            return None
        rest = text[match.end() :].split(",")[0]
        said = f"{self.names.lower_first(match.group(1))} was {match.group(2)}{rest}"
        return [Spoken(kind="result", text=full_stop(capital(said)), own=False)]

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
            and not self.table.is_active(head.base)
            and follows in ("by", "on", "in", "with", "at", "from", "as", "via")
        )
        return "was " if passive and (later or project or follows == "by") else None

    # -- other subjects -----------------------------------------------------------------------

    def _full(self, text: str, head: Head, later: bool) -> list[Spoken] | None:
        after = re.match(
            r"(?P<what>.{8,}?),? after (?P<who>I|we) (?P<deed>\w+ed\b.+|\w+ .+)$", text
        )
        if after is not None and self.table.is_form(after.group("deed").split()[0], "past"):
            who = after.group("who")
            return [
                Spoken(
                    kind="action",
                    text=full_stop(capital(f"{who} {after.group('deed')}")),
                    own=who == "I",
                ),
                Spoken(kind="result", text=full_stop(capital(after.group("what"))), own=False),
            ]
        said = capital(re.sub(r"^(?:and|but)\s+", "", text, flags=re.I))
        low = said.split(" ", 1)[0].lower()
        if low in (
            "duties",
            "responsibilities",
            "tasks",
            "achievements",
            "accomplishments",
            "role",
            "work",
        ):
            said = f"My {self.names.lower_first(said)}"
        if low in (
            "biggest",
            "largest",
            "main",
            "only",
            "greatest",
            "hardest",
            "best",
            "most",
            "same",
        ):
            said = f"The {self.names.lower_first(said)}"
        outcome = later and not re.search(r"\b(?:theirs|mine|not|never|part)\b", text)
        kind: SentenceKind = "result" if outcome or DIGIT.search(text) else "detail"
        if low in ("it", "this", "that", "these", "those", "they"):
            return [replace(s, own=False) for s in self._plain(said, head, kind)]
        said = with_be(said, self.reader, self.table)
        return [replace(s, own=False) for s in self._plain(said, head, kind)]

    def _metrics(self, text: str) -> list[Spoken] | None:
        out: list[Spoken] = []
        for part in _metric_parts(text):
            ts = tokens(part)
            relative = any(t.low in ("that", "which", "who") for t in ts)
            if self.reader.finite(ts) is not None or (
                relative and any(self.table.is_form(t.core, "past") for t in ts)
            ):
                out.append(Spoken(kind="result", text=full_stop(capital(part)), own=False))
                continue
            said = say_metric(self.names.lower_first(part), self.reader)
            if said is None and re.match(r"[$€£]?\d", part):
                said = f"the figure was {part}"
            if said is None:
                return None
            out.append(Spoken(kind="result", text=full_stop(capital(said)), own=False))
        return out

    def _quantity(self, text: str, head: Head, project: bool, later: bool) -> list[Spoken] | None:
        said = self.names.lower_first(text)
        if self.reader.is_adoption(text):
            return self._assemble(
                "It has " if project else "That meant ",
                and_last(said),
                head,
                text,
                "result",
                own=False,
            )
        opening = text.split(" ", 1)[0]
        if re.search(r"\byears? (?:of|in)\b|\bdirect reports?\b", text):
            return self._assemble("I had ", said, head, text)
        if opening[:1] in "$€£":
            return self._assemble("It came to ", said, head, text, "result", own=False)
        if (
            "%" in opening
            or re.match(r"[$€£]?[\d.,]+\s?(?:ms|s|sec|kg|hours?|x|pp|points?)\b", text)
            or any(t.low in self.words.metric_nouns for t in tokens(text)[:4])
        ):
            return self._assemble("The figure was ", said, head, text, "result", own=False)
        if not project and later:
            opening = (
                "That came to "
                if re.search(r"\b(?:per|a) (?:day|week|month|year)|/", text)
                else "That included "
            )
            return self._assemble(opening, said, head, text, "detail", own=False)
        if project:
            return self._assemble("It comes to ", said, head, text, "detail", own=False)
        return self._assemble("I worked on ", said, head, text)

    def _noun(self, text: str, head: Head, project: bool) -> list[Spoken] | None:
        said = self.names.lower_first(re.sub(r"^(?:and|but)\s+", "", text, flags=re.I))
        words = said.split()
        if len(words) < 2 or _PRAISE.search(said) or self.tool_list(text):
            return None
        held = re.match(
            r"(?:(?!of\b|for\b|and\b)[\w&-]+ ){0,3}(?:ownership|responsibility|accountability|oversight|exposure)\b",
            said,
        )
        if held:
            return self._assemble("I had ", said, head, text)
        first = tokens(said)[0].low
        if first in ("zero", "no") and len(words) > 2:
            return self._assemble(
                "There were " if words[1].endswith("s") or words[2].endswith("s") else "There was ",
                said,
                head,
                text,
                "result",
                own=False,
            )
        if first in (
            "not",
            "yes",
            "see",
            "etc",
            "helped",
            "because",
            "if",
            "how",
            "why",
            "what",
            "now",
            "then",
            "since",
        ):
            return None
        if project and self.reader.is_adoption(text):
            return self._assemble("It has ", said, head, text, "result", own=False)
        measured = self._measured(text)
        if measured is not None:
            return measured
        tail = re.match(r"^([A-Za-z][^\d,]{2,50}?) ([~<>]?[$€£]?\d[\d.,]*\s?%?)$", said)
        if tail and "%" in tail.group(2):
            return [
                Spoken(
                    kind="result",
                    text=full_stop(capital(f"{tail.group(1)} was {tail.group(2)}")),
                    own=False,
                )
            ]
        if first in (
            "increase",
            "decrease",
            "reduction",
            "improvement",
            "growth",
            "rise",
            "drop",
            "saving",
            "savings",
            "gain",
        ):
            article = (
                "" if first in ("growth", "savings") else "an " if first[0] in "aeiou" else "a "
            )
            return self._assemble(
                "The result was ", article + said, head, text, "result", own=False
            )
        if (
            first in ("winner", "bronze", "silver", "gold", "first", "second", "third")
            and "medal" in said.lower()
        ):
            article = "a " if first in ("bronze", "silver", "gold") else ""
            return self._assemble("I won ", article + said, head, text, "result")
        if re.match(r"top (?:\d|ten|five|three)", said):
            return self._assemble("I finished in the ", said, head, text, "result")
        return self._assemble("I worked on ", self._with_article(and_last(said)), head, text)

    def _with_article(self, said: str) -> str:
        """ "joint project with ..." -> "a joint project with ..."; other nouns go without."""
        ts = tokens(said)
        if (
            not ts
            or ts[0].low in _FIXED
            or NUMBER.match(ts[0].raw)
            or ts[0].core.endswith(("'s", "’s"))
        ):
            return said
        for n, t in enumerate(ts[:7]):
            last = (
                n == len(ts) - 1
                or t.comma
                or ts[n + 1].low in PREPOSITIONS | {"that", "which", "and", "plus"}
                or any(
                    r.form == "participle" and r.base != ts[n + 1].low
                    for r in self.table.readings(ts[n + 1].core)
                )
            )
            if last:
                if t.low in self.words.count_nouns and ts[0].low not in ("a", "an", "the"):
                    return ("an " if ts[0].low[:1] in "aeio" else "a ") + said
                return said
            if t.low in PREPOSITIONS:
                return said
        return said

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
                return self._plain(capital(text), head, "action")
        return None

    # -- around the segments ------------------------------------------------------------------

    def apposition(self, text: str) -> list[Spoken] | None:
        """What stands after a colon: a thing, or what it consists of."""
        if re.match(r"[$€£]?\d[\d.,]*\s?%", text):
            return self._quantity(text, Head(kind="quantity"), False, False)
        said = self.names.lower_first(text)
        head = Head(kind="noun")
        first = said.split(" ", 1)[0]
        if metric_shape(text) and len(_metric_parts(text)) >= 1 + text.count(","):
            return self._metrics(text)
        if first in ("a", "an", "the") and said.count(",") < 2:
            return self._assemble("It was ", said, head, text, "detail")
        if any(
            self.reader.finite(tokens(p)) is not None or metric_shape(p)
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
            return (), [Spoken(kind=kind, text=f"That's {text.rstrip('.')}.", own=False)]
        return (), []

    def tool_list(self, text: str) -> tuple[str, ...]:
        """The names in a list of names ("Excel, SAP, Figma"); () if it is anything else."""
        if re.search(r"\b(?:19|20)\d\d\b|(?:^|\s)[$€£]?\d", text) or DIGIT.search(
            re.sub(r"\b[A-Za-z+#.-]*\d[\w.]*", "", text)
        ):
            return ()
        parts = [
            p.strip(" .") for p in re.split(r",|/|\+(?=\s)|;|\band\b|\bthen\b|\blater\b", text)
        ]
        parts = [p for p in parts if p]
        if any(p[:1] in "$€£+-~" or p[:1].isdigit() for p in parts):
            return ()
        named = [
            p
            for p in parts
            if len(p.split()) <= 3 and self.names.keeps(p.split()[0]) and not p[:1].isdigit()
        ]
        odd = [
            p for p in named
            if any(c.isupper() for c in p.split()[0]) or (len(p.split()) == 1 and any(c.isupper() for c in p))
        ]  # fmt: skip
        return tuple(odd) if parts and len(odd) == len(parts) else ()

    def with_label(self, label: str, said: list[Spoken]) -> list[Spoken]:
        """ "Billing: rewrote ..." -> "On billing, I rewrote ..."."""
        low = label.lower()
        if low in self.words.work_labels and said:
            return said
        if not said or low in self.words.plain_labels:
            return said
        first = said[0]
        if low in self.words.result_labels and first.text.startswith("I worked on "):
            listed = first.text.removeprefix("I worked on ").rstrip(".")
            verb = "The results were" if "," in listed or " and " in listed else "The result was"
            parts = listed.split(", ")
            listed = (
                f"{', '.join(parts[:-1])} and {parts[-1]}"
                if len(parts) > 1 and " and " not in listed
                else listed
            )
            return [replace(first, kind="result", text=f"{verb} {listed}."), *said[1:]]
        if low in self.words.result_labels:
            return [replace(first, kind="result"), *said[1:]]
        if not first.text.startswith(("I ", "I'm ", "My ", "We ")):
            return said
        lead = f"On {self.names.lower_first(label)}, {first.text}"
        return [replace(first, text=lead), *said[1:]] if len(lead.split()) <= 28 else said


def _metric_parts(text: str) -> list[str]:
    """ "yield 81% to 88% and -3% scrap": one part per figure, if each is a metric itself."""
    parts = re.split(r",\s+(?:and\s+)?|\s+and\s+(?=[+−-]\d|[A-Za-z@-]+ )", text)
    good = all(metric_shape(p) or re.match(r"[$€£]?\d\S* [A-Za-z]", p) for p in parts)
    return parts if len(parts) > 1 and good else [text]

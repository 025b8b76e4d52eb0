"""Sentence frames: each kind of beginning and each joint, with what is said instead."""

from __future__ import annotations

import re
from dataclasses import replace

from report_gen.coaching.language.metrics import say_metric
from report_gen.coaching.language.models import SentenceKind, Spoken, Token
from report_gen.coaching.language.names import Names, capital
from report_gen.coaching.language.reading import (
    DETERMINERS,
    PREPOSITIONS,
    Head,
    HeadKind,
    Piece,
    Reader,
    metric_shape,
)
from report_gen.coaching.language.segments import tokens
from report_gen.coaching.language.verbs import VerbTable, is_auxiliary
from report_gen.taxonomy.vocabulary_language import LanguageVocabulary

SOFT = 22
ON_CALL = r"^(?:(?:rotating|primary|secondary|weekly|first-line|shared|regular) )?(?:on-call|on call|oncall)\b"
_DIGIT = re.compile(r"\d")
_PRAISE = re.compile(
    r"\b(?:\w+ skills?$|team player|self-starter|attention to detail|references|on request|work ethic|detail.oriented)\b", re.I
)
_NUMERIC_ASIDE = re.compile(r"^(?:about |around |over |roughly |nearly |up to |more than )?[$€£+]?\d")


class Frames:
    """Turns one segment into spoken sentences."""

    def __init__(
        self, words: LanguageVocabulary, names: Names, table: VerbTable, reader: Reader
    ) -> None:
        self.words = words
        self.names = names
        self.table = table
        self.reader = reader

    def say(
        self, text: str, current: bool, project: bool, later: bool = False, opened: HeadKind = "noun"
    ) -> list[Spoken] | None:
        """The sentences of a segment; None where nothing safe can be said.

        ``later``: it is not the line's first segment, so that its subject may be a thing;
        ``opened`` is how the line began.
        """
        text = re.sub(r"\b[Ss]uccessfully ", "", text)
        head = self.reader.head(text)
        if later and head.kind == "base" and opened not in ("base", "third", "state", "oncall", "role"):
            kind: HeadKind = "metric" if metric_shape(text.split(",")[0]) else "noun"
            if kind == "metric" or self.table.also_noun(head.base):
                head = Head(kind=kind, at=head.at)
        if project and head.kind == "gerund" and re.match(r"\w+ (?:[\w-]+ ){1,2}of\b", text):
            head = Head(kind="noun", at=head.at)
        now = re.match(r"(?:now|still|currently) (?!\w+ed\b(?! (?:in|by|at|on)\b))", text, re.I)
        if later and now and head.kind in ("noun", "unsure", "past"):
            return self._assemble("It's ", self.names.lower_first(text), Head(kind="full"), text, "result", own=False)
        thing = self._of_a_thing(text, head, project, later)
        if thing is not None:
            said = self.names.lower_first(_from(text, head.at))
            return self._assemble(f"It {thing}", said, Head(kind="full"), text, "detail", own=False)
        if head.kind in ("gerund", "noun", "metric", "base", "unsure"):
            level = re.fullmatch(r"([A-Za-z][A-Za-z@ -]{2,40}) ((?:about )?[~<>]?[$€£]?\d[\d.,]*(?:\s?%|/\d+)?)", text)
            if level and len(level.group(1).split()) <= 4 and level.group(1).split()[-1] not in ("by", "down", "up", "fewer", "than", "more", "about", "less", "to", "of", "from", "in", "at") and (later or "%" in text or "/" in text):
                said = f"{self.names.lower_first(level.group(1))} was {level.group(2)}"
                return [Spoken(kind="result", text=_stop(capital(said)), own=False)]
        if later and head.kind in ("noun", "unsure") and not project:
            measured = self._measured(text)
            if measured is not None:
                return measured
            return self._assemble("That included ", self._with_article(self.names.lower_first(text)), head, text, "detail", own=False)
        match head.kind:
            case "past" | "base" | "third":
                return self._deed(text, head, later)
            case "gerund":
                return self._gerund(text, head, current)
            case "state" | "passive":
                said = self.names.lower_first(_from(text, head.at))
                verb = "I'm" if current and head.kind == "state" else "I was"
                return self._assemble(f"{verb} ", said, head, text)
            case "oncall":
                rest = re.sub(ON_CALL, "on call", _from(text, head.at), flags=re.I)
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
                if re.match(r"(?:increase|decrease|reduction|improvement|growth|rise|drop|savings?|gain)\b", text, re.I):
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

    # -- deeds ------------------------------------------------------------------------------

    def _measured(self, text: str) -> list[Spoken] | None:
        """"Availability 99.98% in 2024, one outage" -> "Availability was 99.98% in 2024 ..."."""
        match = re.match(r"([A-Za-z][A-Za-z@ -]{1,40}?) ((?:about )?[~<>]?[$€£]?\d[\d.,]*\s?%?)(?=[ ,.]|$)", text)
        if match is None or match.group(1).split()[-1].lower() not in self.words.metric_nouns:
            return None
        rest = text[match.end() :].split(",")[0]
        said = f"{self.names.lower_first(match.group(1))} was {match.group(2)}{rest}"
        return [Spoken(kind="result", text=_stop(capital(said)), own=False)]

    def _of_a_thing(self, text: str, head: Head, project: bool, later: bool) -> str | None:
        """What stands before the verb if its unnamed subject is the thing made; else None."""
        ts = tokens(text)
        follows = ts[head.at + 1].low if head.at + 1 < len(ts) else ""
        if head.kind == "third":
            return "" if project or later else None
        if head.kind == "noun" and ts[head.at].low == "used" and follows in ("by", "in", "inside", "within", "across", "throughout", "for", "at", "as", "on"):
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

    def _deed(self, text: str, head: Head, later: bool = False) -> list[Spoken] | None:
        ts = tokens(text)
        lead = " ".join(t.raw.strip(",") for t in ts[: head.at])
        lead = re.sub(r"^(?:and|but|or)\b\s*", "", lead, flags=re.I)
        lead = self.names.lower_first(lead) + " " if lead else ""
        verb = self._verb(ts[head.at], head)
        if head.kind == "third":
            ts = self._base_run(ts, head.at + 1)
        rest = " ".join(t.raw for t in ts[head.at + 1 :])
        flipped = self._flip(text, head)
        if flipped is not None:
            return flipped
        said = f"{lead}{verb} {rest}".strip()
        moved = tokens(said)
        at = len(tokens(lead))
        outcome = later and head.kind == "past" and self.table.is_result(head.base) and bool(_DIGIT.search(said))
        kind: SentenceKind = "result" if outcome else "action"
        return self._assemble("I ", said, replace(head, at=min(at, len(moved) - 1)), said, kind)

    def _base_run(self, ts: tuple[Token, ...], at: int) -> tuple[Token, ...]:
        """"designs and maintains", "writes, edits and publishes": all of them after "I"."""
        out = list(ts)
        n = at
        while n < len(ts):
            if ts[n].low == "and":
                n += 1
                continue
            linked = ts[n - 1].low == "and" or ts[n - 1].comma
            base = self.table.base(ts[n].core, "third")
            if not linked or not base or not self.table.is_known(ts[n].core):
                break
            out[n] = Token(raw=base + ts[n].raw[len(ts[n].core) :], core=base)
            n += 1
        return tuple(out)

    def _verb(self, token: Token, head: Head) -> str:
        """The first verb as said after "I"."""
        if head.kind == "third":
            word = self.table.base(token.core, "third")
        else:
            plainly = (token.core[1:].islower() or "-" in token.core) and "/" not in token.core
            word = token.core[:1].lower() + token.core[1:] if plainly else token.core
            word = word if not word.isupper() or "/" in word else word.lower()
        plain = self.words.plain.get(word.lower(), word)
        tail = token.raw[len(token.raw.rstrip(",;:")) :]
        return plain + tail

    def _flip(self, text: str, head: Head) -> list[Spoken] | None:
        """"Cut X by doing Y" -> "I did Y. That cut X.": what was done before what came of it."""
        if head.kind != "past" or not self.table.is_result(head.base) or head.at > 0:
            return None
        parts = self.reader.pieces(text, head)
        if len(parts) < 2 or parts[1].joint != "by":
            return None
        if not _DIGIT.search(parts[0].text) and len(parts[0].text.split()) < 4:
            return None
        method = self._past_of_gerunds(parts[1].text.removeprefix("by ").strip())
        if method is None:
            return None
        first = tokens(parts[0].text)
        outcome = f"That {self._verb(first[0], head)} " + " ".join(t.raw for t in first[1:])
        out = self._split_long("action", f"I {method}")
        if out is None:
            return None
        rest = self._join(Spoken(kind="result", text=outcome.rstrip(" ,")), parts[2:], head)
        return [*out, *rest]

    def _past_of_gerunds(self, phrase: str) -> str | None:
        """"co-locating the cache and quantizing the tower" -> the same in the past."""
        ts = list(tokens(phrase))
        out: list[str] = []
        for n, t in enumerate(ts):
            opens = n == 0 or ts[n - 1].low in ("and", "then") or (n > 0 and ts[n - 1].comma)
            is_gerund = self.table.is_form(t.core, "gerund") and (self.table.is_known(t.core) or (n > 0 and len(t.core) > 6))
            nxt = ts[n + 1].low if n + 1 < len(ts) else ""
            if opens and is_gerund and nxt not in ("of", "") and (n == 0 or not t.comma):
                base = self.table.base(t.core, "gerund")
                past = self.table.past(base)
                tail = t.raw[len(t.raw.rstrip(",;")) :]
                out.append(self.words.plain.get(past, past) + tail)
            elif n == 0:
                return None
            else:
                out.append(t.raw)
        return " ".join(out)

    def _gerund(self, text: str, head: Head, current: bool) -> list[Spoken] | None:
        ts = tokens(text)
        later = [
            n for n, t in enumerate(ts)
            if n > head.at and self.table.is_form(t.core, "gerund") and self.table.is_known(t.core)
            and (ts[n - 1].low == "and" or ts[n - 1].comma)
        ]  # fmt: skip
        nxt = ts[head.at + 1].low if head.at + 1 < len(ts) else ""
        said = _from(text, head.at)
        if "/" not in said.split(" ", 1)[0]:
            said = said[:1].lower() + said[1:]
        if later or ts[head.at].comma or nxt in ("of", "and", "") or not self.table.is_known(ts[head.at].core):
            return self._assemble("My job includes " if current else "My job included ", _and_last(said), head, text)
        base = self.table.base(ts[head.at].core, "gerund")
        verb = base if current else self.table.past(base)
        rest = " ".join(t.raw for t in ts[head.at + 1 :])
        said = f"{self.words.plain.get(verb, verb)} {rest}"
        head = Head(kind="base" if current else "past", at=0, base=base)
        return self._assemble("I ", said, head, said)

    def _role(self, text: str, head: Head, current: bool) -> list[Spoken] | None:
        said = self.names.lower_first(_from(text, head.at))
        opening = said.split(" ", 1)[0]
        if opening.lower() in self.words.role_nouns and not opening.isupper():
            said = opening.lower() + said[len(opening) :]
        said = re.sub(r"^go to person", "the go-to person", said, flags=re.I)
        if re.match(r"^go-to (?:person|engineer|contact|expert)", said):
            said = f"the {said}"
        first = said.split(" ", 1)[0].lower()
        if first in ("first", "only", "second"):
            said, first = f"the {said}", "the"
        noun = re.split(r"\b(?:for|of|on|in|at|to|with|and)\b|,", said, maxsplit=1)[0].split()
        plural = bool(noun) and noun[-1].endswith("s") and not noun[-1].endswith("ss")
        bare = first in ("the", "a", "an", "one", "part", "lead", "principal", "chief", "co-lead", "co-chair", "head", "employee", "primary", "president", "captain", "chair", "treasurer", "secretary", "vice-president", "line", "founding", "sole", "acting", "interim", "area")
        article = "" if bare or plural else ("an " if first[:1] in "aeiou" else "a ")
        return self._assemble("I'm " if current else "I was ", article + said, Head(kind="role", at=0), text)

    # -- other subjects -----------------------------------------------------------------------

    def _full(self, text: str, head: Head, later: bool) -> list[Spoken] | None:
        after = re.match(r"(?P<what>.{8,}?),? after (?P<who>I|we) (?P<deed>\w+ed\b.+|\w+ .+)$", text)
        if after is not None and self.table.is_form(after.group("deed").split()[0], "past"):
            who = after.group("who")
            return [
                Spoken(kind="action", text=_stop(capital(f"{who} {after.group('deed')}")), own=who == "I"),
                Spoken(kind="result", text=_stop(capital(after.group("what"))), own=False),
            ]
        said = capital(re.sub(r"^(?:and|but)\s+", "", text, flags=re.I))
        low = said.split(" ", 1)[0].lower()
        if low in ("duties", "responsibilities", "tasks", "achievements", "accomplishments", "role", "work"):
            said = f"My {self.names.lower_first(said)}"
        if low in ("biggest", "largest", "main", "only", "greatest", "hardest", "best", "most", "same"):
            said = f"The {self.names.lower_first(said)}"
        outcome = later and not re.search(r"\b(?:theirs|mine|not|never|part)\b", text)
        kind: SentenceKind = "result" if outcome or _DIGIT.search(text) else "detail"
        if low in ("it", "this", "that", "these", "those", "they"):
            return [replace(s, own=False) for s in self._plain(said, head, kind)]
        said = _with_be(said, self.reader, self.table)
        return [replace(s, own=False) for s in self._plain(said, head, kind)]

    def _metrics(self, text: str) -> list[Spoken] | None:
        out: list[Spoken] = []
        for part in _metric_parts(text):
            ts = tokens(part)
            if any(t.low in ("that", "which", "who") for t in ts) and any(self.table.is_form(t.core, "past") for t in ts):
                out.append(Spoken(kind="result", text=_stop(capital(part)), own=False))
                continue
            said = say_metric(self.names.lower_first(part), self.reader)
            if said is None and re.match(r"[$€£]?\d", part):
                said = f"the figure was {part}"
            if said is None:
                return None
            out.append(Spoken(kind="result", text=_stop(capital(said)), own=False))
        return out

    def _quantity(self, text: str, head: Head, project: bool, later: bool) -> list[Spoken] | None:
        said = self.names.lower_first(text)
        if self.reader.is_adoption(text):
            return self._assemble("It has " if project else "That meant ", _and_last(said), head, text, "result", own=False)
        opening = text.split(" ", 1)[0]
        if re.search(r"\byears? (?:of|in)\b|\bdirect reports?\b", text):
            return self._assemble("I had ", said, head, text)
        if opening[:1] in "$€£":
            return self._assemble("It came to ", said, head, text, "result", own=False)
        if "%" in opening or re.match(r"[$€£]?[\d.,]+\s?(?:ms|s|sec|kg|hours?|x|pp|points?)\b", text) or any(
            t.low in self.words.metric_nouns for t in tokens(text)[:4]
        ):
            return self._assemble("The figure was ", said, head, text, "result", own=False)
        if not project and later:
            opening = "That came to " if re.search(r"\b(?:per|a) (?:day|week|month|year)|/", text) else "That included "
            return self._assemble(opening, said, head, text, "detail", own=False)
        if project:
            return self._assemble("It comes to ", said, head, text, "detail", own=False)
        return self._assemble("I worked on ", said, head, text)

    def _noun(self, text: str, head: Head, project: bool) -> list[Spoken] | None:
        said = self.names.lower_first(re.sub(r"^(?:and|but)\s+", "", text, flags=re.I))
        words = said.split()
        if len(words) < 2 or _PRAISE.search(said) or self.tool_list(text):
            return None
        held = re.match(r"(?:full |sole |overall |end-to-end )?(?:ownership|responsibility|accountability|oversight|exposure)\b", said)
        if held:
            return self._assemble("I had ", said, head, text)
        first = tokens(said)[0].low
        if first in ("zero", "no") and len(words) > 2:
            return self._assemble("There were " if words[1].endswith("s") or words[2].endswith("s") else "There was ", said, head, text, "result", own=False)
        if first in ("not", "yes", "see", "etc", "helped", "because", "if", "how", "why", "what", "now", "then", "since"):
            return None
        if project and self.reader.is_adoption(text):
            return self._assemble("It has ", said, head, text, "result", own=False)
        measured = self._measured(text)
        if measured is not None:
            return measured
        tail = re.match(r"^([A-Za-z][^\d,]{2,50}?) ([~<>]?[$€£]?\d[\d.,]*\s?%?)$", said)
        if tail and "%" in tail.group(2):
            return [Spoken(kind="result", text=_stop(capital(f"{tail.group(1)} was {tail.group(2)}")), own=False)]
        if first in ("increase", "decrease", "reduction", "improvement", "growth", "rise", "drop", "saving", "savings", "gain"):
            article = "" if first in ("growth", "savings") else "an " if first[0] in "aeiou" else "a "
            return self._assemble("The result was ", article + said, head, text, "result", own=False)
        if first in ("winner", "bronze", "silver", "gold", "first", "second", "third") and "medal" in said.lower():
            article = "a " if first in ("bronze", "silver", "gold") else ""
            return self._assemble("I won ", article + said, head, text, "result")
        if re.match(r"top (?:\d|ten|five|three)", said):
            return self._assemble("I finished in the ", said, head, text, "result")
        return self._assemble("I worked on ", self._with_article(_and_last(said)), head, text)

    def _with_article(self, said: str) -> str:
        """"joint project with ..." -> "a joint project with ..."; other nouns go without."""
        ts = tokens(said)
        if not ts or ts[0].low in DETERMINERS - {"new", "joint", "internal", "external", "small", "large", "daily", "weekly", "monthly", "key", "complex"} or ts[0].core.endswith(("'s", "’s")):
            return said
        for n, t in enumerate(ts[:7]):
            last = n == len(ts) - 1 or t.comma or ts[n + 1].low in PREPOSITIONS | {"that", "which", "and", "plus"} or any(r.form == "participle" and r.base != ts[n + 1].low for r in self.table.readings(ts[n + 1].core))
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
        return _listed("That covered", said)

    def aside(self, aside: str, before: Spoken | None) -> tuple[tuple[str, ...], list[Spoken]]:
        """(tools, sentences) of a bracketed remark; names of tools, or a figure; others are left."""
        listed = self.tool_list(aside)
        if listed:
            return listed, []
        text = self.names.lower_first(aside)
        if _NUMERIC_ASIDE.match(text) and len(text.split()) <= 9 and not metric_shape(text) and "," not in text:
            if re.match(r"^(?:19|20)\d\d\b|^\d+:\d+$", text) or self.reader.finite(tokens(text)) is not None:
                return (), []
            kind: SentenceKind = "result" if before is not None and before.kind == "result" else "detail"
            return (), [Spoken(kind=kind, text=f"That's {text.rstrip('.')}.", own=False)]
        return (), []

    def tool_list(self, text: str) -> tuple[str, ...]:
        """The names in a list of names ("Go, gRPC, Postgres"); () if it is anything else."""
        if re.search(r"\b(?:19|20)\d\d\b|(?:^|\s)[$€£]?\d", text) or _DIGIT.search(re.sub(r"\b[A-Za-z+#.-]*\d[\w.]*", "", text)):
            return ()
        parts = [p.strip(" .") for p in re.split(r",|/|\+(?=\s)|;|\band\b|\bthen\b|\blater\b", text)]
        parts = [p for p in parts if p]
        if any(p[:1] in "$€£+-~" or p[:1].isdigit() for p in parts):
            return ()
        named = [p for p in parts if len(p.split()) <= 3 and self.names.keeps(p.split()[0]) and not p[:1].isdigit()]
        odd = [
            p for p in named
            if any(c.isupper() for c in p.split()[0]) or (len(p.split()) == 1 and any(c.isupper() for c in p))
        ]  # fmt: skip
        return tuple(odd) if parts and len(odd) == len(parts) else ()

    def with_label(self, label: str, said: list[Spoken]) -> list[Spoken]:
        """"Ranking: rebuilt ..." -> "On ranking, I rebuilt ..."."""
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
            listed = f"{', '.join(parts[:-1])} and {parts[-1]}" if len(parts) > 1 and " and " not in listed else listed
            return [replace(first, kind="result", text=f"{verb} {listed}."), *said[1:]]
        if low in self.words.result_labels:
            return [replace(first, kind="result"), *said[1:]]
        if not first.text.startswith(("I ", "I'm ", "My ", "We ")):
            return said
        lead = f"On {self.names.lower_first(label)}, {first.text}"
        return [replace(first, text=lead), *said[1:]] if len(lead.split()) <= 28 else said

    # -- joints -------------------------------------------------------------------------------

    def _plain(self, text: str, head: Head, kind: SentenceKind) -> list[Spoken]:
        """A sentence that already has its subject, parted at its joints."""
        parts = self.reader.pieces(text, replace(head, at=max(head.at, 1)))
        return self._join(Spoken(kind=kind, text=parts[0].text if parts else text), parts[1:], head)

    def _assemble(
        self, opening: str, said: str, head: Head, text: str,
        kind: SentenceKind = "action", own: bool = True,
    ) -> list[Spoken] | None:  # fmt: skip
        parts = self.reader.pieces(said, head)
        if not parts:
            return None
        first = Spoken(kind=kind, text=f"{opening}{parts[0].text}", own=own)
        return self._join(first, parts[1:], head)

    def _join(self, first: Spoken, parts: tuple[Piece, ...], head: Head) -> list[Spoken]:
        out: list[Spoken] = [first]
        for n, piece in enumerate(parts):
            last = out[-1]
            more = n + 1 < len(parts) and parts[n + 1].joint == piece.joint and "and" in parts[n + 1].link
            size = len(last.text.split()) + len(piece.words) + 2
            apart = self._apart(piece, head, last)
            if apart is None or (size <= SOFT and not _prefers_apart(piece, apart, last)):
                if piece.joint == "third":
                    piece = self._in_base(piece)
                out[-1] = replace(last, text=_attach(last.text, piece, head, more))
            else:
                out.append(apart)
        return [replace(s, text=_stop(capital(s.text))) for s in out]

    def _in_base(self, piece: Piece) -> Piece:
        """"and reviews the code" -> "and review the code"."""
        first = piece.words[0]
        base = self.table.base(first.core, "third")
        return replace(piece, words=(Token(raw=base, core=base), *piece.words[1:]))

    def _apart(self, piece: Piece, head: Head, last: Spoken) -> Spoken | None:
        """The piece as a sentence of its own; None if it can't be one."""
        text = piece.text
        mine = last.text.startswith(("I ", "I'm ", "On ", "My ")) and last.kind in ("action", "method")
        table = self.table
        ts = piece.words
        result: SentenceKind = "result"
        kind: SentenceKind
        match piece.joint:
            case "past":
                if not (mine or (last.kind in ("goal", "context", "detail", "result") and head.kind in ("past", "base", "third", "noun", "oncall", "role", "gerund", "state", "passive"))):
                    return None
                at = self.reader._skip(ts, 0)
                word = self.words.plain.get(ts[at].core.lower(), ts[at].raw) if at < len(ts) else ""
                moved = [*(t.raw for t in ts[:at]), word, *(t.raw for t in ts[at + 1 :])]
                base = table.base(ts[at].core, "past") if at < len(ts) else ""
                if head.kind == "full":
                    return None
                kind = result if table.is_result(base) and _DIGIT.search(text) else "action"
                return Spoken(kind=kind, text=f"I {' '.join(moved)}".strip(" ,"))
            case "base":
                return Spoken(kind="action", text=f"I {text}")
            case "third":
                base = table.base(ts[0].core, "third")
                return Spoken(kind="action", text=" ".join(["I", base, *(t.raw for t in ts[1:])]).strip(" ,"))
            case "by":
                opening = "I did that" if mine else "That came from"
                return Spoken(kind="method", text=f"{opening} {text if mine else text.removeprefix('by ')}")
            case "gerund":
                return self._gerund_apart(piece)
            case "which":
                return self._which_apart(piece)
            case "so":
                if self.reader.finite(ts) is None:
                    return None
                return Spoken(kind=result, text=f"As a result, {self.names.lower_first(text)}", own=False)
            case "including":
                return Spoken(kind="detail", text=f"That included {text}", own=False)
            case "goal":
                if _DIGIT.search(text) and "%" in text:
                    return None
                return Spoken(kind="goal", text=f"The goal was to {text}", own=False)
            case "context":
                if ts[0].low == "because" and len(ts) > 1 and ts[1].low != "of":
                    return None
                if any(is_auxiliary(t.low) for n, t in enumerate(ts) if n and ts[n - 1].low == "and"):
                    return None
                kind = "result" if last.kind == "result" else "context"
                return Spoken(kind=kind, text=f"That was {self.names.lower_first(text)}", own=False)
            case "with":
                return None if len(ts) < 4 else Spoken(kind="detail", text=f"That was {text}", own=False)
            case "participle":
                return Spoken(kind="detail", text=f"It was {text}", own=False)
            case "clause":
                return Spoken(kind=result, text=_with_be(text, self.reader, table), own=False)
            case "range":
                return Spoken(kind=result, text=f"It went {text}", own=False)
            case "metric":
                said = say_metric(self.names.lower_first(text), self.reader)
                return Spoken(kind=result, text=said, own=False) if said else None
            case _:
                return None

    def _gerund_apart(self, piece: Piece) -> Spoken | None:
        ts = piece.words
        base = self.table.base(ts[0].core, "gerund")
        rest = " ".join(t.raw for t in ts[1:]).strip(" ,")
        if not base or not rest:
            return None
        if base in ("use", "work", "collaborate", "partner", "report"):
            verb = self.table.past(base)
            return Spoken(kind="method", text=f"I {verb} {rest}")
        if self.table.is_result(base) and (base != "lead" or ts[1].low == "to"):
            past = self.table.past(base)
            later = self._past_of_gerunds(f"{ts[0].raw} {rest}")
            return Spoken(kind="result", text=f"That {later or f'{past} {rest}'}", own=False)
        return Spoken(kind="detail", text=f"That meant {ts[0].raw} {rest}", own=False)

    def _which_apart(self, piece: Piece) -> Spoken | None:
        ts = piece.words
        low = ts[0].low
        rest = " ".join(t.raw for t in ts[1:])
        if is_auxiliary(low):
            subject = "Those" if low in ("are", "were", "have") else "That"
            return Spoken(kind="detail", text=f"{subject} {low} {rest}".strip(), own=False)
        readings = self.table.readings(low)
        at = 1 if low.endswith("ly") and len(ts) > 1 else 0
        if at:
            readings = self.table.readings(ts[1].low)
        forms = {r.form for r in readings}
        if not forms & {"past", "third"}:
            return None
        base = readings[0].base
        result = self.table.is_result(base) or self.table.is_change(base) or bool(_DIGIT.search(rest))
        return Spoken(kind="result" if result else "detail", text=f"That {piece.text}", own=False)

    def _split_long(self, kind: SentenceKind, text: str) -> list[Spoken] | None:
        head = self.reader.head(text)
        out = self._plain(text, head, kind)
        return out


def _prefers_apart(piece: Piece, apart: Spoken, last: Spoken) -> bool:
    """Outcomes and reasons make better sentences of their own, unless they are tiny."""
    if piece.joint == "goal":
        return len(last.text.split()) >= 4 and len(piece.words) >= 5
    if piece.joint == "context":
        return len(last.text.split()) >= 4 and len(piece.words) >= 3
    if piece.joint in ("clause", "metric", "so", "range"):
        return True
    if piece.joint in ("gerund", "which"):
        return apart.kind == "result" and len(piece.words) >= 3
    if piece.joint == "past":
        if last.text.startswith("That included"):
            return True
        return apart.kind == "result" or (not piece.link and len(piece.words) > 5)
    return False


def _attach(text: str, piece: Piece, head: Head, more: bool) -> str:
    mark = "," if piece.comma and not text.endswith(",") else ""
    said = piece.text
    if more and piece.joint in ("past", "base", "third") and piece.comma and not piece.link:
        return f"{text}{mark} {said}"
    if piece.joint == "past" and piece.comma and not piece.link and head.kind != "full":
        return f"{text}, and {said}" if text.startswith("I ") else f"{text}, and I {said}"
    if piece.joint in ("base", "third") and piece.comma and not piece.link:
        return f"{text}, and {said}"
    link = f" {piece.link}" if piece.link and piece.joint not in ("by",) else ""
    if piece.joint == "goal":
        link = " to"
    return f"{text}{mark}{link} {said}"


def _with_be(text: str, reader: Reader, table: VerbTable) -> str:
    """"Licence cost reduced by 4%" -> "Licence cost was reduced by 4%"."""
    ts = tokens(text)
    at = reader.finite(ts)
    if at is None:
        return text
    low = ts[at].low
    forms = {r.form: r.base for r in table.readings(low)}
    nxt = ts[at + 1].low if at + 1 < len(ts) else ""
    if (
        not is_auxiliary(low) and "participle" in forms and (nxt in ("by", "from", "to") or not nxt)
        and forms["participle"] in ("reduce", "cut", "lower", "shorten", "raise", "lift", "boost", "eliminate", "replace", "halve", "save", "adopt", "keep", "show")
    ):
        be = "were" if ts[at - 1].low.endswith("s") and not ts[at - 1].low.endswith("ss") else "was"
        return " ".join([*(t.raw for t in ts[:at]), be, *(t.raw for t in ts[at:])])
    return text


def _metric_parts(text: str) -> list[str]:
    """"AUC 0.78 to 0.79 and +4% revenue": one part per figure, if each is a metric itself."""
    parts = re.split(r",\s+(?:and\s+)?|\s+and\s+(?=[+−-]\d|[A-Za-z@-]+ )", text)
    good = all(metric_shape(p) or re.match(r"[$€£]?\d\S* [A-Za-z]", p) for p in parts)
    return parts if len(parts) > 1 and good else [text]


def _listed(opening: str, said: str) -> list[Spoken]:
    """A list in one sentence, or in two where it is long."""
    said = said.strip(" ,.;")
    parts = said.split(", ")
    if len(said.split()) + 2 <= 24 or len(parts) < 3:
        return [Spoken(kind="detail", text=_stop(f"{opening} {_and_last(said)}"), own=False)]
    middle = (len(parts) + 1) // 2
    places = sorted(range(1, len(parts)), key=lambda n: (abs(n - middle), n))
    half = next((n for n in places if not re.search(r"\b(?:between|among|such as)\b", parts[n - 1])), middle)
    first, last = _and_last(", ".join(parts[:half])), ", ".join(parts[half:]).removeprefix("and ")
    return [
        Spoken(kind="detail", text=_stop(f"{opening} {first}"), own=False),
        Spoken(kind="detail", text=_stop(f"It also covered {last}"), own=False),
    ]


def _and_last(text: str) -> str:
    """"EMR, Glue, IAM" -> "EMR, Glue and IAM"."""
    parts = text.split(", ")
    if re.match(r"(?:still|now|not|also|then|later|\w+ed)\b", parts[-1]):
        return text
    if len(parts) < 3 or re.search(r"\b(?:and|plus|or)\b", text) or any(len(p.split()) > 4 for p in parts[1:]):
        return text
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def _from(text: str, at: int) -> str:
    """The text from token ``at`` on."""
    return " ".join(t.raw for t in tokens(text)[at:])


def _stop(text: str) -> str:
    text = text.strip(" ,;:–—-")
    text = re.sub(r"([.?])([\"”’'])$", r"\2", text)
    return text if text.endswith((".", "!", "?")) else f"{text}."


__all__ = ["DETERMINERS", "Frames"]

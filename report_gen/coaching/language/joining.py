"""Joints: what hangs on a clause stays with it, or becomes a sentence of its own."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile

from report_gen.coaching.language.clauses import is_checked
from report_gen.coaching.language.metrics import say_metric
from report_gen.coaching.language.models import SentenceKind, Spoken, Token
from report_gen.coaching.language.names import Names, capital
from report_gen.coaching.language.nouns import DUTY, TOOLS, WORK, subject_of
from report_gen.coaching.language.numbers import has_change
from report_gen.coaching.language.reading import Reader
from report_gen.coaching.language.segments import Segment, tokens
from report_gen.coaching.language.shapes import ADOPTED, Head, Piece
from report_gen.taxonomy.verbs import VerbTable, is_auxiliary
from report_gen.taxonomy.vocabulary_language import LanguageVocabulary

SOFT, LONGER = 22, 28
COLON_WORDS = 22
_CATCHES = frozenset(
    {"catch", "flag", "block", "detect", "find", "spare", "warn", "expose", "reveal"}
)
"""What a thing made does, besides the verbs of results: "a backtest which caught a drift"."""
DIGIT = re.compile(r"\d")
_AT_THE_END = re.compile(r"\b(?:when|until|as) (?:I|we) (?:left|moved|finished|handed)\b")
_OURS = re.compile(r"We |[^.]*, we [a-z]")
""" "When it failed, we turned it off": what follows is the team's as well."""
_STATES = frozenset({"fresh", "ready", "live", "available", "complete", "vacant"})


class Joiner:
    """Puts a clause and its pieces into sentences of a length one can say."""

    def __init__(
        self, words: LanguageVocabulary, names: Names, table: VerbTable, reader: Reader
    ) -> None:
        self.words = words
        self.names = names
        self.table = table
        self.reader = reader

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
            run = takewhile(lambda later: later.joint == piece.joint, parts[n + 1 :])  # noqa: B023
            more = any("and" in later.link for later in run)
            size = len(last.text.split()) + len(piece.words) + 2
            apart = self._apart(piece, head, last)
            most = LONGER if piece.joint == "participle" and is_checked(piece.words, 0) else SOFT
            if apart is None or (size <= most and not _prefers_apart(piece, apart, last)):
                if piece.joint == "third":
                    piece = self._in_base(piece)
                bare = piece.joint in ("base", "third") and not piece.link
                after = parts[n + 1].joint if n + 1 < len(parts) else ""
                listed = bare and ", " in last.text and " and " not in last.text
                more = more or (bare and after == piece.joint)
                told = _attach(last.text, piece, head, more, listed)
                out[-1] = replace(last, text=told)
            else:
                if "and" in piece.link and n and parts[n - 1].joint == piece.joint == "past":
                    # "led the huddles, solved conflicts" has lost its "and" to the next sentence
                    before = f", {parts[n - 1].text}"
                    if last.text.endswith(before):
                        out[-1] = replace(
                            last, text=f"{last.text.removesuffix(before)} and {parts[n - 1].text}"
                        )
                out.append(apart)
        return [replace(s, text=full_stop(capital(s.text))) for s in out]

    def _in_base(self, piece: Piece) -> Piece:
        """ "and reviews the code" -> "and review the code"."""
        first = piece.words[0]
        base = self.table.base(first.core, "third")
        return replace(piece, words=(Token.of(base, base), *piece.words[1:]))

    def _apart(self, piece: Piece, head: Head, last: Spoken) -> Spoken | None:
        """The piece as a sentence of its own; None if it can't be one."""
        text = piece.text
        mine = last.text.startswith(("I ", "I'm ", "On ", "My ")) and last.kind in (
            "action",
            "method",
        )
        table = self.table
        ts = piece.words
        result: SentenceKind = "result"
        kind: SentenceKind
        match piece.joint:
            case "past" if _OURS.match(last.text) and head.kind == "we" and not piece.link:
                return Spoken(kind="action", text=f"We {text}", own=False)
            case "past":
                if not (
                    mine
                    or (
                        last.kind in ("goal", "context", "detail", "result")
                        and head.kind
                        in (
                            "past",
                            "base",
                            "third",
                            "noun",
                            "oncall",
                            "role",
                            "gerund",
                            "state",
                            "passive",
                        )
                    )
                ):
                    return None
                at = self.reader._skip(ts, 0)
                word = self.words.plain.get(ts[at].core.lower(), ts[at].raw) if at < len(ts) else ""
                moved = [*(t.raw for t in ts[:at]), word, *(t.raw for t in ts[at + 1 :])]
                base = table.base(ts[at].core, "past") if at < len(ts) else ""
                if head.kind == "full":
                    return None
                kind = result if table.is_result(base) and DIGIT.search(text) else "action"
                return Spoken(kind=kind, text=f"I {' '.join(moved)}".strip(" ,"))
            case "base":
                return Spoken(kind="action", text=f"I {text}")
            case "third":
                base = table.base(ts[0].core, "third")
                return Spoken(
                    kind="action", text=" ".join(["I", base, *(t.raw for t in ts[1:])]).strip(" ,")
                )
            case "by":
                opening = "I did that" if mine else "That came from"
                return Spoken(
                    kind="method", text=f"{opening} {text if mine else text.removeprefix('by ')}"
                )
            case "gerund":
                return self._gerund_apart(piece)
            case "which":
                return self._which_apart(piece)
            case "so":
                if self.reader.finite(ts) is None:
                    return None
                return Spoken(
                    kind=result, text=f"As a result, {self.names.lower_first(text)}", own=False
                )
            case "including":
                return Spoken(kind="detail", text=f"That included {text}", own=False)
            case "goal":
                if DIGIT.search(text) and "%" in text:
                    return None
                return Spoken(kind="goal", text=f"The goal was to {text}", own=False)
            case "context":
                if ts[0].low == "because" and len(ts) > 1 and ts[1].low != "of":
                    return None
                if any(
                    is_auxiliary(t.low) for n, t in enumerate(ts) if n and ts[n - 1].low == "and"
                ):
                    return None
                kind = "result" if last.kind == "result" else "context"
                return Spoken(kind=kind, text=f"That was {self.names.lower_first(text)}", own=False)
            case "with" if len(ts) > 2 and re.match(r"[~<>]?\d[\d.,]*%", ts[1].raw):
                return Spoken(kind=result, text=f"That came {text}", own=False)
            case "with":
                return (
                    None
                    if len(ts) < 4
                    else Spoken(kind="detail", text=f"That was {text}", own=False)
                )
            case "participle":
                base = table.base(ts[0].core, "participle")
                going_on = ts[0].low in ("now", "still")
                subject = subject_of(last.text)
                if head.kind in ("base", "third") and last.kind == "action":
                    subject = subject.replace(" were", " are").replace(" was", " is")
                told = f"{standing(text)}{text}" if going_on else f"{subject} {text}"
                return Spoken(kind=result if base in ADOPTED else "detail", text=told, own=False)
            case "clause" if ts[0].core == "I":
                return Spoken(kind="action", text=text)
            case "clause":
                return Spoken(kind=result, text=with_be(text, self.reader, table), own=False)
            case "range":
                span = text if text.startswith("from ") else f"from {text}"
                return Spoken(kind=result, text=f"It went {span}", own=False)
            case "fate":
                return self._fate(text)
            case "metric":
                said = say_metric(self.names.lower_first(text), self.reader)
                return Spoken(kind=result, text=said, own=False) if said else None
            case _:
                return None

    def _fate(self, text: str) -> Spoken | None:
        """What became of a thing, as a sentence; see ``Fates``."""
        return None

    def _past_of_gerunds(self, phrase: str) -> str | None:
        """ "moving the desk and painting the floor" -> the same in the past."""
        ts = list(tokens(phrase))
        out: list[str] = []
        for n, t in enumerate(ts):
            m = n - 1 if n > 1 and ts[n - 1].low.endswith("ly") else n
            opens = m == 0 or ts[m - 1].low in ("and", "then") or ts[m - 1].comma
            is_gerund = self.table.is_form(t.core, "gerund") and (
                self.table.is_known(t.core) or (n > 0 and len(t.core) > 6)
            )
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
        result = (
            self.table.is_result(base) or self.table.is_change(base) or bool(DIGIT.search(rest))
            or base in _CATCHES
        )  # fmt: skip
        return Spoken(kind="result" if result else "detail", text=f"That {piece.text}", own=False)

    def _split_long(self, kind: SentenceKind, text: str) -> list[Spoken] | None:
        head = self.reader.head(text)
        return self._plain(text, head, kind)


def _prefers_apart(piece: Piece, apart: Spoken, last: Spoken) -> bool:
    """Outcomes and reasons make better sentences of their own, unless they are tiny."""
    if piece.joint == "goal":
        return len(last.text.split()) >= 4 and len(piece.words) >= 5
    if piece.joint == "context":
        return len(last.text.split()) >= 4 and len(piece.words) >= 3
    if piece.joint == "with":
        return apart.kind == "result" and (
            last.text.startswith("I ") or len(last.text.split()) + len(piece.words) > 9
        )
    if piece.joint in ("clause", "metric", "so", "range", "fate"):
        return True
    if piece.joint == "participle" and is_checked(piece.words, 0):
        return False
    if piece.joint == "participle":
        return len(last.text.split()) >= 7 and len(piece.words) >= 4
    if piece.joint in ("gerund", "which"):
        return apart.kind == "result" and len(piece.words) >= 3
    if piece.joint == "past":
        if last.text.startswith(("The goal was", "That included", "That was ", DUTY, TOOLS, WORK)):
            return True
        return apart.kind == "result" or (not piece.link and len(piece.words) > 5)
    return False


_TWO_DEEDS = re.compile(r"I [^,]+, and [a-z]+ (?!I\b)[^,]+$")


def _attach(text: str, piece: Piece, head: Head, more: bool, listed: bool = False) -> str:
    mark = "," if piece.comma and not text.endswith(",") else ""
    said = piece.text
    if more and piece.joint in ("past", "base", "third") and piece.comma and not piece.link:
        return f"{text}{mark} {said}"
    if piece.joint == "past" and piece.comma and not piece.link and head.kind != "full":
        if _TWO_DEEDS.match(text):  # "I led shifts, and handled ..., and trained": one list
            text = text.replace(", and ", ", ", 1)
        same = text.startswith("I ") or _OURS.match(text)
        return f"{text}, and {said}" if same else f"{text}, and I {said}"
    if piece.joint in ("base", "third") and piece.comma and not piece.link:
        if more:
            return f"{text}, {said}"
        return f"{text} and {said}" if listed else f"{text}, and {said}"
    link = f" {piece.link}" if piece.link and piece.joint not in ("by",) else ""
    if piece.joint == "goal":
        link = " to"
    return f"{text}{mark}{link} {said}"


def standing(text: str) -> str:
    """What stands before "still used by ...": the past where it was so "when I left"."""
    return "It was " if _AT_THE_END.search(text) else "It's "


_HAS_BE = re.compile(r"\d[\d.,]*\s?% of [\w-]+ (?:was|were|is|are) ")


def with_be(text: str, reader: Reader, table: VerbTable) -> str:
    """ "Waste reduced by 4%" -> "Waste was reduced by 4%"."""
    if _HAS_BE.match(text):
        return text
    ts = tokens(text)
    state = next((n for n, t in enumerate(ts) if n > 1 and t.low in _STATES), None)
    if state is not None and "%" in ts[0].raw and reader.became(ts[state], ts, state):
        return " ".join([*(t.raw for t in ts[:state]), "were", *(t.raw for t in ts[state:])])
    at = reader.finite(ts)
    if at is None:
        return text
    low = ts[at].low
    forms = {r.form: r.base for r in table.readings(low)}
    nxt = ts[at + 1].low if at + 1 < len(ts) else ""
    if (
        not is_auxiliary(low)
        and low not in ("got", "gets")
        and "participle" in forms
        and (nxt in ("by", "from", "to", "without", "within", "after", "on") or not nxt)
        and forms["participle"]
        in (
            "reduce",
            "cut",
            "lower",
            "shorten",
            "raise",
            "lift",
            "boost",
            "eliminate",
            "replace",
            "halve",
            "save",
            "adopt",
            "keep",
            "show",
            "reach",
            "sign",
            "settle",
            "resolve",
            "complete",
        )
    ):
        be = "were" if ts[at - 1].low.endswith("s") and not ts[at - 1].low.endswith("ss") else "was"
        return " ".join([*(t.raw for t in ts[:at]), be, *(t.raw for t in ts[at:])])
    return text


def say_list(opening: str, said: str) -> list[Spoken]:
    """A list in one sentence, or in two where it is long."""
    said = said.strip(" ,.;")
    parts = said.split(", ")
    if len(said.split()) + 2 <= 24 or len(parts) < 3:
        return [Spoken(kind="detail", text=full_stop(f"{opening} {and_last(said)}"), own=False)]
    middle = (len(parts) + 1) // 2
    places = sorted(range(1, len(parts)), key=lambda n: (abs(n - middle), n))
    half = next(
        (n for n in places if not re.search(r"\b(?:between|among|such as)\b", parts[n - 1])), middle
    )
    first, last = and_last(", ".join(parts[:half])), ", ".join(parts[half:]).removeprefix("and ")
    return [
        Spoken(kind="detail", text=full_stop(f"{opening} {first}"), own=False),
        Spoken(kind="detail", text=full_stop(f"It also covered {last}"), own=False),
    ]


def and_last(text: str) -> str:
    """ "flour, salt, yeast" -> "flour, salt and yeast"."""
    parts = text.split(", ")
    if re.match(r"(?:still|now|not|also|then|later|\w+ed)\b", parts[-1]):
        return text
    if (
        len(parts) < 3
        or re.search(r"\b(?:and|plus|or)\b", text)
        or any(len(p.split()) > 4 for p in parts[1:])
    ):
        return text
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def rest_from(text: str, at: int) -> str:
    """The text from token ``at`` on."""
    return " ".join(t.raw for t in tokens(text)[at:])


def full_stop(text: str) -> str:
    text = text.strip(" ,;:–—-")
    text = re.sub(r"([.?])([\"”’'])$", r"\2", text)
    return text if text.endswith((".", "!", "?")) else f"{text}."


def joined(last: Spoken, segment: Segment) -> Spoken | None:
    """A bare thing behind a dash, or behind another bare thing, stays in its sentence: "I led the
    tender: 5 vendors, 3 months"; None where that is no breath, or would be taken for something
    else."""
    counted = last.text.startswith(("I was ", "I'm ", "I've been ")) and segment.text[:1].isdigit()
    bare = segment.joint == "dash" or last.text.startswith((WORK, DUTY)) or counted
    short = len(last.text.split()) + len(segment.text.split()) <= COLON_WORDS
    if not bare or not short or ":" in last.text:
        return None
    return replace(last, text=full_stop(f"{last.text.rstrip('.')}: {segment.text}"))


def across_colon(last: Spoken, said: list[Spoken]) -> tuple[list[Spoken], list[Spoken]]:
    """What stands after a colon stays in its sentence if that can still be said in one breath."""
    for opening in ("That covered ", "It was "):
        listed = said[0].text.removeprefix(opening)
        short = len(last.text.split()) + len(listed.split()) <= COLON_WORDS
        if listed != said[0].text and short and ":" not in last.text:
            came = not last.own and last.kind == "detail" and has_change(listed)
            kind = "result" if came else last.kind
            return [replace(last, kind=kind, text=f"{last.text.rstrip('.')}: {listed}")], said[1:]
    return [last], said

"""Notes in few words: "11 months, team of 3", "Leak rate: under 200 ppm", "rewrote it: 6 h to 40 min".

Such a piece has no verb; it is put as the clause a person would say before the frames read it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from report_gen.coaching.language.finite import FAILED
from report_gen.coaching.language.frames import Frames
from report_gen.coaching.language.joining import standing
from report_gen.coaching.language.models import Token
from report_gen.coaching.language.names import capital
from report_gen.coaching.language.recast import Recaster
from report_gen.coaching.language.segments import Segment, tokens
from report_gen.coaching.language.shapes import (
    DETERMINERS,
    PREPOSITIONS,
    TROUBLE,
    is_plural,
    range_in,
)

_COUNT = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve)"
_LONG = rf"(?:about |almost |nearly |roughly )?(?:{_COUNT}|an?|one|half an?) (?:working )?(?:day|week|month|quarter|year)s?"
_CREW = rf"(?:in )?(?:an? )?(?P<kind>team|crew|group) of (?P<crew>(?:about )?{_COUNT})"
_LASTED = re.compile(rf"(?P<long>{_LONG})(?:,? (?:with )?{_CREW})?\.?", re.I)
_MANNED = re.compile(rf"{_CREW}(?:, (?P<long>{_LONG}))\.?", re.I)
_FIGURE = r"(?:(?:now )?(?:under|over|below|above|about|around|almost|nearly|up to|at least|at most|less than|more than) )?[~<>≤≥]?(?:[$€£]|(?:EUR|USD|GBP|CHF) )?\d[\d.,]*"
_UNIT = r"(?:\s?(?:%|percent|ppm|ppb|pp|ms|s|sec|seconds|min|minutes|h|hours|days|weeks|[kKM]|bn|EUR|USD|GBP|dB|mm|µm|°C|kWh|kW|/\d+|out of \d+))"
_LEVEL = re.compile(rf"{_FIGURE}{_UNIT}\.?(?: (?:per|a|an|in|on|at|across|over) [\w -]{{1,30}})?")
_PART = re.compile(r"\d[\d.,]*\s?%|\d\s?pp[mb]\b|\d/\d")
_AGAINST = re.compile(
    r"(?P<what>[A-Za-z][\w@/ -]{1,40}?) (?:was |of )?(?P<level>[~<>]?\d[\d.,]*(?:\s?%)?) (?:vs\.?|versus|against|compared (?:with|to)) "
    r"(?P<other>[~<>]?\d[\d.,]*(?:\s?%)?(?: (?:for|with|from|in|of|by|on|the|last) .+)?)"
)
_FROM_TO = re.compile(
    r"(?:from )?[~<>]?[$€£]?\d[\w.,/%]*(?: [\w%]+){0,2} to [~<>]?[$€£]?\d[\w.,/%]*(?: [\w%/' -]{1,40})?\.?"
)
_MY_PART = re.compile(r"my (?:own |main )?(?:part|role|job|task|share|contribution)", re.I)
_NOW = re.compile(
    rf"(?P<what>(?:[A-Za-z][a-z-]* ){{0,3}})now (?P<level>{_FIGURE}(?:{_UNIT})?(?: [a-z]+){{0,3}})\.?",
    re.I,
)
_GONE = re.compile(r"(?P<what>[a-z-]+(?: [a-z-]+)?) gone\.?", re.I)
_IN_USE = re.compile(r"(?:still|now) (?:used|in use|live|running|going|in production)\b(?!,)")
_GOES = re.compile(r"(?:runs|works) (?:without|on|in|with|for|at|every|by)\b[^,]*$")
_SINCE = re.compile(r", (?P<what>(?:none|nothing|not one) since)\.?$")
_ENDS = frozenset(
    ["migrate", "replace", "move", "split", "rewrite", "rebuild", "redesign", "implement", "introduce", "launch", "build", "rewire",
     "install", "deliver", "set", "write", "develop", "renovate", "convert", "port", "roll", "redo", "restore", "create", "design",
     "construct", "translate", "refactor", "upgrade", "consolidate", "merge", "integrate", "digitise", "digitize", "automate"]
)  # fmt: skip
"""Deeds that come to an end: they take so many months, where a duty only lasts as long."""


class Terse:
    """Puts pieces without a verb into clauses, with one reader."""

    def __init__(self, frames: Frames, recaster: Recaster) -> None:
        self.frames = frames
        self.reader = frames.reader
        self.names = frames.names
        self.recaster = recaster

    def told(self, segments: tuple[Segment, ...]) -> tuple[Segment, ...]:
        """The segments, with spans, teams, levels and changes told in full clauses; others as
        they are. No figure is added or left out."""
        out: list[Segment] = []
        for segment in (
            p for s in segments for t in self._own_deed_apart(s) for p in self._timed(t)
        ):
            before = out[-1] if out else None
            text = None
            if before is not None and segment.joint == "colon" and not before.asides:
                if moved := self._moved(before.text, segment.text, before.joint == "start"):
                    out[-1] = replace(segment, text=moved, joint=before.joint)
                    continue
                if level := self._level(before.text, segment.text):
                    out[-1] = replace(segment, text=level, joint=before.joint)
                    continue
                if changed := self._changed(before.text, segment.text):
                    out.append(replace(segment, text=changed, joint="sentence"))
                    continue
                if _MY_PART.fullmatch(before.text):
                    told = f"{capital(before.text)} was {self.frames.as_told(segment.text)}"
                    out[-1] = replace(segment, text=told, joint=before.joint)
                    continue
            if before is not None and segment.joint in ("semicolon", "sentence", "dash"):
                text = self._lasted(segment.text, out[0].text) or self._stands(segment.text)
            text = text or self._against(segment.text) or self._behind_comma(segment.text)
            out.append(replace(segment, text=text) if text else segment)
        return tuple(out)

    def _lasted(self, text: str, deed: str) -> str | None:
        """ "11 months, team of 3" -> "It took 11 months, with a team of 3"."""
        found = _LASTED.fullmatch(text) or _MANNED.fullmatch(text)
        if found is None:
            return None
        crew = f", with a {found['kind'].lower()} of {found['crew']}" if found["crew"] else ""
        deed = self.recaster.recast(deed)
        head = self.reader.head(deed)
        ends = head.kind in ("past", "we") and bool(self._ended(deed))
        opening = "It took" if ends else "That was for"
        return f"{opening} {found['long'].lower()}{crew}"

    def _ended(self, deed: str) -> str:
        """The verb of a deed that comes to an end, among the first words of its line; ""."""
        for token in tokens(deed)[:3]:
            base = self.reader.table.base(token.core, "past")
            if base in _ENDS:
                return base
        return ""

    def _timed(self, segment: Segment) -> tuple[Segment, ...]:
        """ "moved the job to the new host, 6 weeks" -> the deed, and how long it took; what else
        stands behind the deed stays with it. "..., none since" is a statement of its own."""
        since = _SINCE.search(segment.text)
        if since is not None:
            return (
                replace(segment, text=segment.text[: since.start()]),
                Segment(text=since["what"], joint="semicolon"),
            )
        parts = segment.text.split(", ")
        at = next((n for n, p in enumerate(parts) if n and _LASTED.fullmatch(p)), None)
        if at is None or any(re.search(r"\d", p) for n, p in enumerate(parts) if n not in (0, at)):
            return (segment,)
        if self.reader.head(parts[0]).kind != "past" or not self._ended(parts[0]):
            return (segment,)
        deed = ", ".join(p for n, p in enumerate(parts) if n != at)
        return replace(segment, text=deed), Segment(text=parts[at], joint="semicolon")

    def _stands(self, text: str) -> str | None:
        """ "late share now below 4%" -> "Late share is now below 4%"; "now 130 covers" -> "It's now
        130 covers"; "drift gone" -> "The drift was gone"."""
        if _IN_USE.match(text):
            return f"{standing(text)}{text}"
        if _GOES.match(text):
            return f"It {text}"
        now = _NOW.fullmatch(text)
        if now is not None and self.reader.finite(tokens(text)) is None:
            what = (now["what"] or "").strip()
            if what and self.reader.head(what).kind not in ("noun", "unsure"):
                return None
            be = "are" if what and is_plural(what.split()[-1].lower()) else "is"
            return (
                f"{capital(what)} {be} now {now['level']}" if what else f"It's now {now['level']}"
            )
        gone = _GONE.fullmatch(text)
        if gone is None or self.reader.head(gone["what"]).kind not in ("noun", "unsure"):
            return None
        be = "were" if is_plural(gone["what"].split()[-1].lower()) else "was"
        return f"The {self.names.lower_first(gone['what'])} {be} gone"

    def _own_deed_apart(self, segment: Segment) -> tuple[Segment, ...]:
        """ "Pipeline crashed on empty files, wrote a validator" -> the trouble, and the deed: a thing
        that fails does nothing about it."""
        head = self.reader.head(segment.text)
        pieces = self.reader.pieces(segment.text, head) if head.kind == "full" else ()
        if len(pieces) < 2 or pieces[1].joint != "past" or pieces[1].link or not pieces[1].comma:
            return (segment,)
        first, words = pieces[0].words, pieces[1].words
        at = self.reader.finite(first)
        trouble = at is not None and self.reader.table.base(first[at].core, "past") in TROUBLE
        objectful = len(words) > 1 and (words[1].low in DETERMINERS or words[1].raw[:1].isdigit())
        if not trouble or not objectful:
            return (segment,)
        where = segment.text.find(f"{words[0].raw} {words[1].raw}")
        return (
            replace(segment, text=segment.text[:where].rstrip(" ,")),
            Segment(text=segment.text[where:], joint="sentence"),
        )

    def _level(self, name: str, text: str) -> str | None:
        """ "Leak rate at MP", "under 200 ppm" -> "Leak rate at MP was under 200 ppm"; None where
        the name is no measure ("Python: 5 years")."""
        words = tokens(name)
        if not 1 <= len(words) <= 6 or _LEVEL.fullmatch(text) is None:
            return None
        if self.reader.head(name).kind not in ("noun", "unsure", "base") or _digit(name):
            return None
        low = name.lower()
        known = self.reader.measured.search(low) is not None
        if not known and not _PART.search(text) and not _OF_MEASURES.search(low):
            return None
        be = (
            "were"
            if is_plural(re.split(r" (?:of|in|for|from|per|at)\b", low)[0].split()[-1])
            else "was"
        )
        return f"{capital(name)} {be} {text.rstrip('.')}"

    def _moved(self, name: str, text: str, opens: bool) -> str | None:
        """ "Time to first route", "11 days to 2" -> "Time to first route went from 11 days to 2"; None
        where the name is a deed ("Cut boot time") or a time."""
        if _FROM_TO.fullmatch(text) is None or not 1 <= len(name.split()) <= 8 or "," in name:
            return None
        ts = tokens(name)
        if ts[0].low in PREPOSITIONS or re.match(
            r"(?:since|until|result|impact|outcome)s?\b", name, re.I
        ):
            return None
        head = self.reader.head(name)
        plain = opens and not text.startswith("from ")
        if plain and head.kind in ("noun", "unsure") and not re.search(r"(?:^|\s)\d", name):
            return None  # a line of its own: the frames of metrics tell it
        shares = text.count("%") == 2 or ts[0].low in FAILED
        shares = shares and self._are_counted(ts)
        noun = head.kind in ("noun", "unsure", "quantity") and not name[:1].isdigit()
        if not noun and not shares and not self._is_compound(ts, head.kind):
            return None
        share = shares and ts[1].low in PREPOSITIONS  # "Answered on first call"
        what = f"The share {name[:1].lower()}{name[1:]}" if share else capital(name)
        return f"{what} went from {text.removeprefix('from ').rstrip('.')}"

    def _behind_comma(self, text: str) -> str | None:
        """ "Typing errors per page, 4.1 to 1.3, counted twice" -> "Typing errors per page went from 4.1
        to 1.3, counted twice"; None where it is no measure with its two ends."""
        name, comma, rest = text.partition(", ")
        ends, more, last = rest.partition(", ")
        ts = tokens(name)
        if not comma or _FROM_TO.fullmatch(ends) is None or not 1 < len(ts) <= 6:
            return None
        said = (self.reader.head(name).kind, self.reader.finite(ts), re.search(r"\d", name))
        thing = re.split(r" (?:of|in|for|from|per|at|on)\b", name.lower())[0]
        counts = is_plural(thing) or _OF_MEASURES.search(thing) is not None
        if said != ("noun", None, None) or "," in last or not counts:
            return None
        return f"{capital(name)} went from {ends.removeprefix('from ')}{more}{last}"

    def _are_counted(self, ts: tuple[Token, ...]) -> bool:
        """ "Reopened tickets", "Calls answered within 20 seconds": which of them, and no deed."""
        table = self.reader.table
        first = table.base(ts[0].core, "participle")
        done = bool(first) and first not in _ENDS and not table.is_result(first)
        kind = len(ts) == 2 and (done or ts[0].low in FAILED) and is_plural(ts[1].low)
        kind = kind or (done and len(ts) > 2 and ts[1].low in PREPOSITIONS)
        fate = len(ts) > 1 and is_plural(ts[0].low) and table.is_form(ts[1].core, "participle")
        return kind or fate

    def _is_compound(self, ts: tuple[Token, ...], kind: str) -> bool:
        """ "Staff turnover", "Order cycle time": two or three bare nouns, the last of them a measure."""
        low = " ".join(t.low for t in ts)
        measure = _OF_MEASURES.search(ts[-1].low) or ts[-1].low in self.reader.words.metric_nouns
        bare = not any(t.low in DETERMINERS | PREPOSITIONS for t in ts)
        return kind == "base" and 2 <= len(ts) <= 3 and bare and bool(measure) and low != ""

    def _changed(self, deed: str, text: str) -> str | None:
        """What stands behind the colon of a deed: "6 hours to 40 min" -> "It went from 6 hours to
        40 min"; "dwell time 31h to 26h, which ..." -> "Dwell time went from 31h to 26h, which ..."."""
        if self.reader.head(deed).kind not in ("past", "we", "first"):
            return None
        ranged = range_in(text)
        if ranged is None:
            return None
        what = text[: ranged.start()].strip(" ,").removesuffix("from").strip()
        if not what and not self.reader.table.is_result(self.reader.head(deed).base):
            return f"It went from {text[ranged.start() :]}"
        words = tokens(what)
        if not words:
            return None  # "Reduced boot time: 4.2 s to 1.1 s" is one statement
        bare = all(t.core.isalnum() or "@" in t.core or "-" in t.core for t in words)
        if len(words) > 5 or not bare or words[0].low in DETERMINERS:
            return None
        if self.reader.finite(words) is not None or self.reader.head(what).kind == "past":
            return None
        return f"{capital(self.names.lower_first(what))} went from {text[ranged.start() :]}"

    def _against(self, text: str) -> str | None:
        """ "HR@10 0.21 versus 0.13 for popularity" -> "HR@10 was 0.21, against 0.13 for ..."."""
        found = _AGAINST.fullmatch(text)
        if found is None or len(found["what"].split()) > 4:
            return None
        words = tokens(found["what"])
        if self.reader.finite(words) is not None or self.reader.head(found["what"]).kind not in (
            "noun",
            "unsure",
        ):
            return None
        return f"{found['what']} was {found['level']}, against {found['other']}"


_OF_MEASURES = re.compile(
    r"\b(?:rate|share|ratio|time|level|variance|score|index|yield|waste|delay|deviation|error|loss|speed|volume|price|fee|"
    r"bill|saving|overtime|downtime|attendance|occupancy|utili[sz]ation|efficiency|consumption)s?\b"
)


def _digit(text: str) -> bool:
    return re.search(r"(?<![\w@])\d", text) is not None

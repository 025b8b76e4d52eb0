"""The title of one segment of a line: the deed it names, what changed, or what a thing came to do.

A statement is no title: "Nine of the depots now plan their shifts" becomes what they do, "Nine of the depots
planning their shifts"; a passive the deed it names, or its thing.
"""

from __future__ import annotations

import re

from report_gen.coaching.language.clauses import main_at
from report_gen.coaching.language.hidden import is_statement
from report_gen.coaching.language.models import Token
from report_gen.coaching.language.names import capital
from report_gen.coaching.language.numbers import word_change
from report_gen.coaching.language.passives import Passives
from report_gen.coaching.language.reading import Reader
from report_gen.coaching.language.segments import tokens
from report_gen.coaching.language.shapes import (
    CLAUSE_STOPS,
    DETERMINERS,
    NUMBER,
    PREPOSITIONS,
    Head,
)
from report_gen.coaching.language.titles import title_of
from report_gen.taxonomy.verbs import is_auxiliary

LONGEST = 9
_STILL = frozenset({"now", "still", "today", "also", "already", "then", "later", "finally"})
_BE = frozenset({"is", "are", "was", "were"})
_ENDS = PREPOSITIONS | {"and", "or", "so", "when", "while", "before", "after", "without"}
_COMMON = frozenset(
    ["model", "tool", "system", "app", "application", "script", "service", "job", "dashboard", "pipeline", "platform", "program",
     "programme", "website", "site", "bot", "library", "method", "framework", "engine", "process", "report", "feature", "plugin"]
)  # fmt: skip
_ASKED = re.compile(
    r"(?:(?:I|we) )?(?:was|were|been)? ?(?:asked|tasked|hired|chosen|invited|brought in|called in|appointed|selected) (?:\w+ )?to (?P<deed>[a-z]+ .*)",
    re.I,
)


class LineTitles:
    """Titles of segments, with one reader."""

    def __init__(self, reader: Reader, passives: Passives) -> None:
        self.reader = reader
        self.table = reader.table
        self.passives = passives

    def title(self, text: str, head: Head) -> str:
        """The title of a segment; a passive is called by the deed it names."""
        deed = self.passives.as_deed(text) if head.kind == "full" else ""
        if deed and (named := title_of(deed, self.reader.head(deed), self.reader)):
            return named
        asked = _ASKED.match(text)
        if asked and self.table.is_form(asked["deed"].split()[0], "base"):
            told = Head(kind="base", at=0, base=asked["deed"].split()[0].lower())
            if named := title_of(asked["deed"], told, self.reader):
                return named
        main = main_at(tokens(text), self.reader)
        if main:  # "When the pump failed, we ...": the clause before is no name
            text = " ".join(t.raw for t in tokens(text)[main:])
            head = self.reader.head(text)
        acts = bool(head.base) or head.kind in ("first", "we")
        pieces = self.reader.pieces(text, _from(head)) if acts else ()
        if any(p.joint == "clause" and p.link for p in pieces):
            kept = next(n for n, p in enumerate(pieces) if p.joint == "clause")
            end = sum(len(p.words) for p in pieces[:kept]) + sum(
                len(p.link.split()) for p in pieces[1:kept]
            )
            text = " ".join(t.raw for t in tokens(text)[:end]).strip(" ,")
        changed = self._changed(text) if not acts else ""
        states = head.kind in ("full", "quantity") or (not acts and is_statement(text, self.reader))
        told_of = self._doing(text) if states and not main else ""
        return (
            changed or told_of or self._with_what_it_does(title_of(text, head, self.reader), text)
        )

    def _with_what_it_does(self, title: str, text: str) -> str:
        """ "Building a small model" -> "Building a small model that predicts crowding": a thing of a
        common name is told apart by what it does."""
        words = title.split()
        if not words or len(words) > 5 or words[-1].lower() not in _COMMON:
            return title
        found = re.search(rf"\b{re.escape(words[-1])} (?P<does>that [a-z]+ [^,;:()]+)", text)
        if found is None or not self.table.is_form(found["does"].split()[1], "third", "past"):
            return title
        does = re.split(r"[,;:.]\s", found["does"].rstrip(". "))[0].split()
        while len(words) + len(does) > LONGEST:
            cut = max((n for n, w in enumerate(does) if n > 2 and w.lower() in _ENDS), default=0)
            if not cut:
                return title
            does = does[:cut]
        return f"{title} {' '.join(does)}"

    def _changed(self, text: str) -> str:
        """ "Retraining went from weekly to daily" -> "Retraining from weekly to daily"."""
        found = word_change(text)
        what = (
            re.sub(
                r"[\s,:]*(?:went|moved|fell|rose|dropped)?[\s,:]*$", "", text[: text.find(found)]
            )
            if found
            else ""
        )
        if not what or len(what.split()) > 6 or "," in what:
            return ""
        return capital(f"{what} {found}")

    def _doing(self, text: str) -> str:
        """A statement about a thing or about others as what it does; "" for one that names a measure,
        or whose verb is not found for sure."""
        first = re.split(r"[,;:]\s", text)[0].rstrip(". ")
        ts = tokens(first)
        at = self._verb(ts)
        if at is None:
            return ""
        end = at
        while end > 1 and ts[end - 1].low in _STILL:
            end -= 1
        subject = " ".join(t.raw for t in ts[:end])
        if is_auxiliary(ts[at].low):
            passive = at + 1 < len(ts) and self.table.is_form(ts[at + 1].core, "participle")
            bare = re.sub(r"^(?:the|a|an) ", "", subject, flags=re.I)
            told = ts[at].low in _BE and passive and 2 <= len(bare.split()) <= LONGEST
            return capital(subject) if told and not bare[:1].isdigit() else ""
        base = self.table.base(ts[at].core)
        if not base or re.search(r"\d", " ".join(t.raw for t in ts[at:])):
            return ""
        rest = [t.raw for t in ts[at + 1 :]]
        before = len(subject.split()) + 1
        while rest and before + len(rest) > LONGEST:
            cut = max(
                (n for n, w in enumerate(rest) if n > 1 and w.lower() in PREPOSITIONS), default=0
            )
            if not cut:
                return ""
            rest = rest[:cut]
        return (
            capital(f"{subject} {self.table.gerund(base)} {' '.join(rest)}".strip()) if rest else ""
        )

    def _verb(self, ts: tuple[Token, ...]) -> int | None:
        """Where the verb of a statement with its own subject stands."""
        found = self.reader.finite(ts)
        if found is not None:
            return found
        for n in range(2, len(ts) - 1):
            if ts[n].low in CLAUSE_STOPS:
                return None
            base = self.table.is_form(ts[n].core, "base") and self.table.is_known(ts[n].core)
            objectful = ts[n + 1].low in DETERMINERS or NUMBER.match(ts[n + 1].raw) is not None
            many = ts[n - 1].low in _STILL or (ts[n - 1].low.endswith("s") and not ts[n - 1].comma)
            if base and objectful and many:
                return n
        return None


def _from(head: Head) -> Head:
    return Head(kind=head.kind, at=max(head.at, 1), base=head.base)


def plain_title(text: str) -> str:
    """A line whose title nothing gave: its own first words up to a stop, whole at its end; "" if there
    are too many."""
    words = re.split(r"[;:,(.]\s|\s[-–—]+\s", f"{text} ")[0].strip(" .,;:").split()
    while len(words) > LONGEST or (
        len(words) > 1
        and words[-1].lower() in PREPOSITIONS | DETERMINERS | {"and", "or", "that", "which"}
    ):
        words.pop()
    return " ".join(words)

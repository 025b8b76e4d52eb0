"""What became of a thing: "code used by three groups", "downloaded about 2,000 times"."""

from __future__ import annotations

import re

from report_gen.coaching.language.joining import full_stop, rest_from
from report_gen.coaching.language.models import SentenceKind, Spoken
from report_gen.coaching.language.names import capital
from report_gen.coaching.language.numbers import word_change
from report_gen.coaching.language.segments import tokens
from report_gen.coaching.language.shapes import (
    ADOPTED,
    ARTICLES_AND_COUNTS,
    COUNTS,
    DETERMINERS,
    HOW_OFTEN,
    MOVES_BY_ITSELF,
    NUMBER,
    OF_THINGS_LATER,
    PREPOSITIONS,
    STILL,
    Head,
    is_plural,
    metric_shape,
)
from report_gen.coaching.language.things import Things

OF_PERSONS = frozenset(
    {"promote", "elect", "appoint", "admit", "hire", "invite", "select", "award", "assign",
     "nominate", "second", "certify", "move", "transfer", "relocate", "return", "present",
     "report", "participate", "apply", "subscribe", "contribute"}
)  # fmt: skip
"""Verbs whose unnamed subject is the person: "promoted to team lead", "presented to the board"."""
_OF_SO_MANY = re.compile(
    r"(?P<who>(?:\d+|two|three|four|five|six|seven|eight|nine|ten|all|most) (?:out )?of (?:the |our |my )?(?:\d+|them)) "
    r"(?P<verb>[a-z]+)(?P<rest>(?: [^,]*)?)"
)
_SO_MANY = re.compile(
    r"(?P<n>\d+|one|two|three|four|five|six|seven|eight|nine|ten) "
    r"(?P<rest>(?P<verb>[a-z]+)(?: (?:on|by|in|after|for|within|without) [^,]+)?)"
)
_TIMES = re.compile(r"(?:about |over |nearly |almost )?[\d.,]+k? times\b")
_QUALITY = re.compile(r"[a-z]+-(?:driven|based|free|ready|safe|aware|native|compatible|tolerant)$")
PEOPLE_DO = re.compile(
    r"(?:(?:about |over |nearly )?\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|twelve|"
    r"twenty|many|most|both|all|other) (?:[\w-]+ ){0,3}?(?:[\w-]+s|people|staff) (?:now |still |already )?"
    r"(?:use|rely on|depend on|run on|work with|read|attend|follow|share|come to|ask for)\b",
    re.I,
)
"""Those who use the thing, with what they do: "five colleagues use it"."""


_OF_ITS_MAKING = frozenset(
    {
        "base",
        "build",
        "write",
        "make",
        "run",
        "host",
        "hold",
        "know",
        "call",
        "design",
        "create",
        "develop",
        "produce",
        "need",
        "train",
    }
)
_ENDED_AS = frozenset({"", "as", "into", "from", "after", "within", "across", "to"})


def said_of_a_thing(rest: str) -> bool:
    """Whether what follows a past form can only be said of a thing: no object, a place or how
    often ("to TFLite", "nightly with dbt", "about 2,000 times")."""
    first, _, after = rest.lower().partition(" ")
    follows = after.split(" ", 1)[0].strip(",;")
    if first in HOW_OFTEN and follows and follows not in PREPOSITIONS | {"and", "since"}:
        return False  # "held weekly office hours": the hours were held, and by the person
    first = first.strip(",;")
    return first in OF_THINGS_LATER or _TIMES.match(rest) is not None


class Fates(Things):
    """Says what became of the things a line names."""

    def has_object(self, text: str, head: Head) -> bool:
        """ "run the weekly meeting" after "Set ...": a duty that goes on."""
        ts = tokens(text)
        return head.at + 1 < len(ts) and ts[head.at + 1].low in DETERMINERS

    def _after_own_deed(self, text: str) -> list[Spoken] | None:
        """ "Falls went down after we changed the beds": the deed first, then what came of it."""
        after = re.match(
            r"(?P<what>.{8,}?),? (?:after|once|when) (?P<who>I|we) (?P<deed>\w+ .+)$", text
        )
        if after is None or not self.table.is_form(after["deed"].split()[0], "past"):
            return None
        deed = f"{after['who']} {after['deed']}"
        metric = metric_shape(after["what"]) and self.reader.finite(tokens(after["what"])) is None
        came = self._metrics(after["what"]) if metric else None
        plain = Spoken(kind="result", text=full_stop(capital(after["what"])), own=False)
        mine = after["who"] == "I"
        return [Spoken(kind="action", text=full_stop(capital(deed)), own=mine), *(came or [plain])]

    def _share(self, text: str) -> list[Spoken] | None:
        """ "9 of 11 passed", "4 of 7 funded": how many of them did it, or had it done."""
        pieces = [_SO_MANY.fullmatch(p) for p in re.split(r", (?:and )?| and ", text.rstrip("."))]
        told_of = [p for p in pieces if p and self.table.is_form(p["verb"], "participle")]
        if told_of and len(told_of) == len(pieces):
            said = [
                f"{p['n']} {'was' if p['n'] in ('1', 'one') else 'were'} {p['rest']}"
                for p in told_of
            ]
            listed = f"{', '.join(said[:-1])} and {said[-1]}" if len(said) > 1 else said[0]
            return [Spoken(kind="result", text=full_stop(capital(listed)), own=False)]
        found = _OF_SO_MANY.match(text)
        if found is None or not self.table.is_form(found["verb"], "past"):
            return None
        base = self.table.base(found["verb"], "past")
        alone = base in MOVES_BY_ITSELF | {"get"} or not self.table.is_form(
            found["verb"], "participle"
        )
        follows = found["rest"].strip().split(" ")[0].strip(",")
        passive = not alone and (not follows or follows in PREPOSITIONS)
        told = f"{found['who']} were {text[found.end('who') :].strip()}" if passive else text
        return [Spoken(kind="result", text=full_stop(capital(told)), own=False)]

    def _outcome_of(self, text: str) -> list[Spoken] | None:
        """ "Uptime 99.95%", "poster prize at the fair", "release from monthly to daily"."""
        found = self._measured(text) or self._prize(
            self.names.lower_first(text), Head(kind="noun"), text
        )
        if re.fullmatch(r"(?:a )?team of (?:\d+|[a-z]+)", text, re.I):
            team = text.lower().removeprefix("a ")
            return [Spoken(kind="detail", text=f"It was a {team}.", own=False)]
        shifted = word_change(text)
        what = text[: text.find(shifted)].strip(" ,") if shifted else ""
        if found is not None or not what or len(what.split()) > 5:
            return found
        said = f"{capital(what)} went {text[text.find(shifted) :]}"
        return [Spoken(kind="result", text=full_stop(said), own=False)]

    def _what_became(self, text: str, head: Head) -> list[Spoken] | None:
        """ "code used by three groups" -> "The code was used by three groups."; "event-driven with
        Kafka" -> "It was event-driven with Kafka."; None for anything else."""
        ts = tokens(text)
        follows = ts[head.at + 1].low if head.at + 1 < len(ts) else ""
        if _QUALITY.match(ts[head.at].low) and follows in PREPOSITIONS:
            return self._assemble("It was ", text, Head(kind="full"), text, "detail", own=False)
        at = next((n for n, t in enumerate(ts) if n and self.reader.became(t, ts, n)), None)
        first = ts[head.at].low
        if head.at == 0 and first in ("taken", "given", "shown", "written", "chosen", "known"):
            return self._assemble("It was ", text, Head(kind="full"), text, "result", own=False)
        if at is None or any(t.comma for t in ts[:at]) or ts[at - 1].low in PREPOSITIONS:
            return None
        subject = " ".join(t.raw for t in ts[:at])
        counted = re.sub(r"^\S*(?:%|percent) of ", "", subject)
        noun = re.split(r" (?:of|in|for|from|per|a|an)\b", counted)[0].split()[-1].lower()
        plural = is_plural(noun) or first in COUNTS or (noun.isdigit() and noun != "1")
        named = first in ARTICLES_AND_COUNTS or bool(NUMBER.match(ts[0].raw)) or plural
        said = subject if named else f"the {self.names.lower_first(subject)}"
        be = "were" if plural else "was"
        base = self.table.base(ts[at].core, "participle")
        kind: SentenceKind = "result" if base in ADOPTED or "%" in subject else "detail"
        told = f"{said} {be} {rest_from(text, at)}"
        return self._assemble("", capital(told), Head(kind="full"), text, kind, own=False)

    def _done_with(self, text: str) -> list[Spoken] | None:
        """ "Handover notes rewritten as one page" -> "Handover notes were rewritten as one page.";
        None where the participle may say what the thing is like ("scripts used by four teams")."""
        ts = tokens(text)
        at = next((n for n, t in enumerate(ts[:6]) if n and self.reader.became(t, ts, n)), None)
        if at is None or any(t.comma or t.low in PREPOSITIONS for t in ts[:at]):
            return None
        if ts[0].low in ("zero", "no") or NUMBER.match(ts[0].raw):
            return None
        follows = ts[at + 1].low if at + 1 < len(ts) else ""
        base = self.table.base(ts[at].core, "participle")
        if base in ADOPTED | _OF_ITS_MAKING or follows not in _ENDED_AS:
            return None
        return self._what_became(text, Head(kind="noun"))

    def _fate(self, text: str) -> Spoken | None:
        """ "two positions no longer needed" -> "Two positions are no longer needed."; None where
        the text tells no fate of a thing."""
        ts = tokens(text)
        if self.reader.is_level(ts):  # "86% accuracy"
            return Spoken(kind="result", text=f"It reached {text.strip(' ,')}", own=False)
        at = self.reader.fate_at(ts)
        if at is None:
            return None
        when = at
        while when > 1 and ts[when - 1].low in STILL:
            when -= 1
        denied = when == at and at > 1 and ts[at - 1].low in ("not", "never")
        when -= denied
        subject = " ".join(t.raw for t in ts[:when])
        counted = re.sub(r"^\S*(?:%|percent) of ", "", subject)
        noun = re.split(r" (?:of|in|for|from|per|a|an)\b", counted)[0].split()[-1].lower()
        plural = is_plural(noun)
        several = re.match(
            r"(?!1\b)\d[\d,.]*(?: |$)|(?:two|three|four|five|six|seven|eight|nine|ten|both)(?: |$)",
            subject,
            re.I,
        )
        many = plural or several is not None
        named = ts[0].low in ARTICLES_AND_COUNTS or bool(NUMBER.match(ts[0].raw)) or plural
        said = subject if named else f"the {self.names.lower_first(subject)}"
        stands = when < at and not denied  # "no longer needed" is so now; "not renewed" was then
        be = ("are" if many else "is") if stands else ("were" if many else "was")
        told = " ".join([said, be, *(t.raw for t in ts[when:])])
        base = self.table.base(ts[at].core, "participle")
        came = when < at or "%" in subject or base in ADOPTED or self.table.is_result(base)
        return Spoken(kind="result" if came else "detail", text=capital(told), own=False)

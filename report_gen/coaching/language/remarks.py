"""Remarks: later parts of a line that are sentences of their own, or name what a deed was made of."""

from __future__ import annotations

import re
from dataclasses import replace

from report_gen.coaching.language.fates import Fates
from report_gen.coaching.language.finite import RELATIVES, SCENES
from report_gen.coaching.language.hidden import denied, is_statement
from report_gen.coaching.language.joining import DIGIT, full_stop
from report_gen.coaching.language.models import Spoken, Token
from report_gen.coaching.language.names import capital
from report_gen.coaching.language.segments import Segment, tokens
from report_gen.coaching.language.shapes import (
    ARTICLES_AND_COUNTS,
    DETERMINERS,
    MOVES_BY_ITSELF,
    NUMBER,
    PREPOSITIONS,
    TROUBLE,
    Head,
    is_plural,
    stops,
)
from report_gen.coaching.language.topics import the
from report_gen.matching.numerals import spelled
from report_gen.taxonomy.verbs import is_auxiliary

_CLAUSE_OPENER = re.compile(
    r"(?:before|after|when(?:ever)?|if|while|until|since|now|then|it|there|this|that|which|because|though|although|nobody|everyone|excluding|regarding)\b",
    re.I,
)  # fmt: skip
_WENT_ON = re.compile(
    r"(?:the|this|that|these|those) [a-z-]+(?: [a-z-]+)? (?:then|later|also|since|thus) [a-z]+(?:ed|ew|ent|ame|ave)\b",
    re.I,
)
"""\"The dataset then served as a test bed": what a thing did afterwards."""
_ONE_RESULT = ("outcome", "impact", "effect", "benefit")
_DOES = frozenset(
    ["differs", "depends", "consists", "belongs", "contains", "correlates", "exists", "tells", "says", "lets", "gives", "keeps"]
)  # fmt: skip
"""What a thing does, besides the verbs of deeds."""


_NEVER_AGAIN = re.compile(r"(?:none|not one|no (?:more|others?)|nothing) since\.?", re.I)
""" "None since": of what went wrong before."""
_SHARE = re.compile(r"(?:about |over |around )?\d[\d.,]*\s?%\.?")
_SO_MANY_DID = re.compile(
    r"(?P<number>[1-9]) (?:now |later )?(?P<fate>(?:promoted|hired|certified|licensed)\b.*)"
)
_AT_HOME = re.compile(
    r"(?:home|garage) (?:lab|laboratory|workshop|studio|brewery|kitchen|garden|bakery)s?"
)
"""Labels that say where it was done."""


def scene_of(label: str) -> str:
    """How a label opens a sentence: "On billing", "In my home lab"."""
    return f"In my {label}" if _AT_HOME.fullmatch(label) else f"On {label}"


class Remarks(Fates):
    """Says what stands behind the first deed of a line without a deed of one's own."""

    def _remark(self, text: str, head: Head) -> list[Spoken] | None:
        """A later segment that begins with a thing: as written where it has subject and verb,
        else as a part of what was done; None where it is neither."""
        measured = self._outcome_of(text)
        if measured is not None:
            return measured
        ts = tokens(text)
        acts = self._some_did(ts)
        if acts is None:
            return None
        if none := denied(text):
            return [Spoken(kind="detail", text=full_stop(none), own=False)]
        if acts or _WENT_ON.match(text) or is_statement(text, self.reader):
            return [Spoken(kind="result", text=full_stop(capital(text)), own=False)]
        if _NEVER_AGAIN.fullmatch(text):
            return [Spoken(kind="result", text="There have been none since.", own=False)]
        if _CLAUSE_OPENER.match(text) or tokens(text)[0].low in SCENES:
            return None  # a remark, nothing that could be included
        if self._only_reason(text):
            return []
        last = ts[-1].core
        remade = self.table.is_form(last, "participle") and not self.table.is_adjective(last)
        if remade and 2 <= len(ts) <= 4 and not any(t.comma or t.low in PREPOSITIONS for t in ts):
            be = "were" if is_plural(ts[-2].low) else "was"
            thing = " ".join(t.raw for t in ts[:-1])
            told = (
                f"{the(self.names.lower_first(thing)) if be == 'was' else thing} {be} {ts[-1].raw}"
            )
            return [Spoken(kind="detail", text=full_stop(capital(told)), own=False)]
        said = self._things(text) or self._with_article(self.names.lower_first(text))
        return self._assemble("That included ", said, head, text, "detail", own=False)

    def _things(self, text: str) -> str:
        """ "Two-tower encoder, index over 2 million offers" -> "a two-tower encoder and an index
        over 2 million offers"; "" where a part is no thing, or the list has its own "and"."""
        parts = text.rstrip(". ").split(", ")
        if len(parts) < 2 or re.search(r"\b(?:and|or|plus|but|not|so|then)\b", text):
            return ""
        if any(len(p.split()) > 6 or not self._is_thing(p) for p in parts):
            return ""
        named = all(p[:1].isupper() and p[1:].islower() for p in parts[1:])  # "Dari, Pashto"
        said = [p if named else self._with_article(self.names.lower_first(p)) for p in parts]
        return f"{', '.join(said[:-1])} and {said[-1]}"

    def _is_thing(self, text: str) -> bool:
        """Whether the text only names a thing or counts things."""
        ts = tokens(text)
        kind = self.reader.head(text).kind
        change = kind == "quantity" and "%" in text
        if kind not in ("noun", "quantity") or change or ts[0].low in PREPOSITIONS | RELATIVES:
            return False
        if self.reader._thing_does(ts, 0) or any(t.low in self.words.adverbs for t in ts):
            return False  # "runs in two places", "a new one later"
        return self.reader.finite(ts) is None and not any(
            n and self.reader.became(t, ts, n) for n, t in enumerate(ts)
        )

    def _only_reason(self, text: str) -> bool:
        """ "GMP site, so double checks and logs": a thing and what came of it, neither a clause."""
        _, so, came = text.partition(", so ")
        return bool(so) and self.reader.finite(tokens(came)) is None

    def some_of_them(self, aside: str, before: Spoken | None) -> list[Spoken]:
        """ "(2 promoted to nurse)" -> "Two of them were promoted to nurse." behind a sentence that
        counts people; none where it is anything else."""
        found = _SO_MANY_DID.match(aside.rstrip("."))
        if (
            found is None
            or before is None
            or not re.search(r" \d+ (?:[a-z-]+ )?[a-z]+s\b", before.text)
        ):
            return []
        number = int(found["number"])
        who = f"{capital(spelled(number))} of them {'was' if number == 1 else 'were'}"
        return [Spoken(kind="detail", text=f"{who} {found['fate']}.", own=False)]

    def _is_plain_thing(self, text: str) -> bool:
        """ "review minute": a thing in one to three small words, neither a name nor a deed."""
        ts = tokens(text)
        return (
            1 <= len(ts) <= 3
            and all(t.core.isalpha() and t.core.islower() for t in ts)
            and (
                (verb := self.reader.verb_at(ts, 0)) is None
                or (verb[0] in ("past", "gerund") and len(ts) > 1)
            )
            and not any(t.low in PREPOSITIONS for t in ts)
        )

    def results_told(self, segments: tuple[Segment, ...]) -> tuple[Segment, ...]:
        """The segments, with "Result:" and a thing behind a first sentence put as "The result was
        no difference in visits"; a label of a work ("Capstone:") the same. Behind the label of a
        deed or a clause stands that alone."""
        out: list[Segment] = []
        for n, segment in enumerate(segments):
            label = out[-1].text.lower() if n > 1 and not out[-1].asides else ""
            work = label in self.words.work_labels
            if segment.joint != "colon" or not (work or label in self.words.result_labels):
                out.append(segment)
                continue
            text = segment.text
            if self.reader.head(text).kind in ("noun", "quantity", "unsure", "role", "gerund"):
                name = label if work else next((w for w in _ONE_RESULT if w in label), "result")
                text = f"The {name} was {self.as_told(text)}"
            out[-1] = replace(segment, text=text, joint=out[-1].joint)
        return tuple(out)

    def shares_told(self, segments: tuple[Segment, ...]) -> tuple[Segment, ...]:
        """The segments, with "answers judged faithful: 91%" put as "91% of answers were judged
        faithful"."""
        out: list[Segment] = []
        for segment in segments:
            ts = tokens(out[-1].text) if out else ()
            done = len(ts) > 1 and ts[0].low.endswith("s") and not stops(ts[0])
            done = done and self.table.is_form(ts[1].core, "participle")
            if segment.joint == "colon" and done and _SHARE.fullmatch(segment.text):
                said = self.names.lower_first(out[-1].text)
                noun, _, fate = said.partition(" ")
                share = segment.text.rstrip(".")
                out[-1] = replace(out[-1], text=f"{share} of {noun} were {fate}")
                continue
            out.append(segment)
        return tuple(out)

    def as_told(self, text: str) -> str:
        """A thing inside a sentence; a name in capitals in quotation marks."""
        named = [w for w in text.split()[1:] if w[:1].isupper() and w[1:].islower()]
        if len(named) > 1 or text[:1] in '"“':
            return f"“{text.strip(chr(34) + '“”')}”"
        said = self._with_article(self.names.lower_first(text))
        first, comma, last = said.rpartition(", ")
        listed = comma and " and " not in said and not DIGIT.search(said)
        return f"{first} and {last}" if listed else said

    def _some_did(self, ts: tuple[Token, ...]) -> bool | None:
        """ "none left in two years", "most came back": how many of them did it."""
        if len(ts) < 2 or ts[0].low not in ("none", "neither", "most", "some", "many", "few"):
            return self._acts(ts)
        base = self.table.base(ts[1].core, "past")
        return bool(base) and (
            base in MOVES_BY_ITSELF | {"survive", "remain", "stay", "arrive"}
            or not self.table.is_form(ts[1].core, "participle")
        )

    def _acts(self, ts: tuple[Token, ...]) -> bool | None:
        """ "the resulting chart agrees with divers in 8 of 10 bays": one thing and what it does.
        None where a word could be that verb or a plural ("its second edition covers ...")."""
        if ts[0].low not in (
            "the",
            "a",
            "an",
            "our",
            "my",
            "its",
            "their",
            "this",
            "each",
            "every",
        ):
            return False
        for n in range(2, min(len(ts) - 1, 7)):
            low = ts[n].low
            if low in RELATIVES | PREPOSITIONS or stops(ts[n - 1]):
                return False
            if low in _DOES:
                return not ts[n - 1].low.endswith("s")
            base = self.table.base(low, "third")
            if base and self.table.is_known(low) and not stops(ts[n]):
                if ts[n - 1].low.endswith("s"):
                    return False
                sure = ts[0].low in ("each", "every", "this") or not self.table.also_noun(base)
                goes_on = ts[n + 1].low not in PREPOSITIONS | {"and", "or"}
                return True if sure else None if goes_on else False
        return False

    def _scene(self, text: str) -> list[Spoken] | None:
        """ "Among patients who were called, readmissions fell from 27% to 22%": where it holds and
        what happened there are one statement."""
        ts = tokens(text)
        held = ts[0].low == "compared" and len(ts) > 2 and ts[1].low in ("with", "to")
        if len(ts) > 30 or not (held or ts[0].low in SCENES):
            return None
        for n in range(1, len(ts) - 2):
            after = ts[n + 1 :]
            no_clause = RELATIVES | PREPOSITIONS | {"and", "or", "i", "we"}
            if not ts[n].comma or after[0].low in no_clause:
                continue
            at = self.reader.finite(after)
            verb = self.reader.verb_at(after, 0)
            doing = verb is not None and verb[0] == "gerund" and at is not None and at <= 2
            if at is not None and (verb is None or doing):
                return [Spoken(kind="result", text=full_stop(capital(text)), own=False)]
        return None

    def _is_plan(self, ts: tuple[Token, ...]) -> bool:
        """ "recommendation to close the depot": one thing in a word, with what it was to do."""
        one = ts[0].low in self.words.count_nouns or ts[0].low.endswith(
            ("tion", "sion", "ment", "al")
        )
        return one and ts[1].low == "to" and self.table.is_form(ts[2].core, "base")

    def _broke(self, ts: tuple[Token, ...], at: int) -> bool:
        """ "Sensor drifted after 200 hours": one thing that can be counted, and what went wrong."""
        wrong = self.table.base(ts[at].core, "past") in TROUBLE
        return wrong and ts[at - 1].low in self.words.count_nouns

    def _the_thing(self, said: str) -> str:
        """ "Prototype was handed over" -> "The prototype was handed over"; others as they stand."""
        ts = tokens(said)
        at = self.reader.finite(ts)
        if at is not None and at > 3 and is_auxiliary(ts[at].low) and self._is_plan(ts):
            return f"The {said[:1].lower()}{said[1:]}"
        if at is None or not 1 <= at <= 3 or not (is_auxiliary(ts[at].low) or self._broke(ts, at)):
            return said
        words = ts[:at]
        first, last = words[0], words[-1]
        plain = all(t.core[1:].islower() and not stops(t) for t in words) and all(
            t.core[:1].islower() for t in words[1:]
        )
        named = self.names.keeps(first.core) and first.low not in self.words.count_nouns
        inner = {t.low for t in words} & (DETERMINERS | PREPOSITIONS | {"and", "or"})
        one = last.low in self.words.count_nouns or self.table.is_form(last.core, "base")
        if not plain or inner or not one or NUMBER.match(first.raw) or named:
            return said
        if first.low in ARTICLES_AND_COUNTS or last.low.endswith("s"):
            return said
        return f"The {said[:1].lower()}{said[1:]}"

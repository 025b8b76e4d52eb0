"""Frames for lines that begin with a thing: a figure, a quantity, a noun, a list of tools."""

from __future__ import annotations

import re
from dataclasses import replace

from report_gen.coaching.language.deeds import Deeds
from report_gen.coaching.language.finite import FAILED
from report_gen.coaching.language.joining import (
    DIGIT,
    and_last,
    full_stop,
)
from report_gen.coaching.language.metrics import say_metric
from report_gen.coaching.language.models import Spoken, Token
from report_gen.coaching.language.names import article, capital
from report_gen.coaching.language.nouns import PLACE, opening_of, with_size
from report_gen.coaching.language.segments import tokens
from report_gen.coaching.language.shapes import (
    ARTICLES_AND_COUNTS,
    NUMBER,
    PREPOSITIONS,
    SPAN,
    Head,
    is_plural,
    metric_shape,
)

_PRAISE = re.compile(
    r"\b(?:\w+ skills?$|^(?:passionate|motivated|enthusiastic|dynamic|results?.driven|hard.?working|reliable|ambitious|committed)\b|^dean'?s list\b|\b(?:licen[cs]e|permit|visa)(?: for [A-Z]\w+)?$|\bpending\b|team player|self-starter|attention to detail|references|on request|work ethic|detail.oriented)\b",
    re.I,
)


CHANGED_BY = re.compile(
    r"(?:about |over |nearly )?[\d.,]+\+?\s?(?:%|x|pp|percent|per cent|points?)(?: (?!of\b|in\b|to\b)[a-z-]+){0,3}? "
    r"(?:increase|decrease|reduction|improvement|rise|drop|saving|gain|boost|uplift|decline|cut|jump|fall)\b(?! of \d)"
)
""" "61% increase in ...": a change with how much, and one thing."""
_EXPERIENCE = re.compile(
    r"(?:(?:more than|over|about|nearly|almost|around|some) )?[\w-]+\+? years?['’]? (?:of )?[^,.;]*\bexperience\b|"
    r"(?:an? )?(?:considerable|great|large|good|fair|significant|vast|huge) (?:amount|deal) of (?:experience|knowledge)\b",
    re.I,
)
_WHOSE = re.compile(r"(?:customers?|clients?|employers?|companies|company) (?=[A-Z])")
_PRIZE = re.compile(
    r"(?:[^,]{2,60}?) (?:award|prize|medal|trophy|scholarship|bursary|honou?r)(?= (?:from|for|at|in|of)\b|,|$)"
)
_PRIZE_TITLE = re.compile(r"\bof the (?:day|week|month|quarter|season|year)\b", re.I)
_ONE_OF_ITS_KIND = re.compile(
    r"(?:first|only|largest)(?! (?:line|aid|class|year|level|semester|half|party|response|name)\b) [a-z][\w-]*"
)
_AGAINST_PLAN = re.compile(
    r"\b(?:ahead of|under|below|over|above|behind) (?:the )?(?:schedule|budget|target|plan)\b"
)
_HAD = re.compile(
    r"(?:[\w-]+ ){0,2}(?:fellowship|internship|placement|semester|residency|apprenticeship|secondment|"
    r"traineeship|sabbatical|co-op|budget|portfolio|caseload) (?:at|in|of|with|on)\b|(?:[\w-]+ )?access to\b"
)


_YEARS_AS = re.compile(
    r"(?:^|\band (?:then )?|\bthen )[\w.]+ (?:years?|months?|weeks?|terms?|semesters?|summers?|winters?|seasons?) as (?:an? |the )?[a-z]"
)
""" "a bachelor project and then two years as research assistant": a time, and no thing made."""
_SHIFTS = re.compile(
    r"(?:full-time|part-time|rotating|permanent|regular|alternate) (?:nights?|days|evenings?|weekends?|mornings?|afternoons?|shifts|remote(?:ly)?)\b"
)
_YIELD = re.compile(
    r"(?P<what>(?:about |over |nearly )?[\d,.]+k? (?!(?:hours?|days?|weeks?|months?|years?|minutes?)\b)(?:[a-z][a-z-]* ){0,2}?[a-z][a-z-]*s) "
    r"(?P<when>in (?:the|its|their) first (?:\w+ )?(?:night|day|week|month|quarter|half|term|season|winter|summer|spring|autumn|year)s?)"
)
""" "22 integrations in the first year": what came of a thing, and no part of it."""
_HELD_AGAINST = re.compile(
    r"(?: (?!to\b|from\b|and\b)[^,;]{1,60})?, (?:against|versus|vs\.?|compared (?:to|with)|up from|down from) [^,;]*\d[^,;]*$"
)
""" "0.74 on next year's cases, against 0.66 for the old score": a level and what it is held against."""
_IN_CURRENCY = re.compile(r"(?:EUR|USD|GBP|CHF|INR|CAD|AUD|PLN|Rs\.?|[A-Z]{1,2}\$) ?\d")
_LEVEL = r"[~<>]?[$€£]?\d[\d.,]*\s?(?:%|/ ?\d+|points?|pp)? (?:in|of|at|on|for) [\w' ]{1,20}?"
_LEVELS = re.compile(
    rf"(?P<what>[A-Za-z][A-Za-z@ -]{{2,40}}?) (?P<first>{_LEVEL})(?P<rest>,? (?:and )?{_LEVEL})"
)
""" "Attainment 104% in one year, 111% in the next": one measure at two times."""
_SPELLED = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half an?|\d+)"
_UNITS = r"(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?)"
_WORD_SPAN = re.compile(rf"{_SPELLED} {_UNITS} to {_SPELLED} {_UNITS}\b", re.I)
IN_OTHER_FORM = re.compile(f"{_WORD_SPAN.pattern}|{_IN_CURRENCY.pattern}", re.I)
"""A quantity that does not begin with its figure or its sign."""


def _names_many(ts: tuple[Token, ...], at: int) -> bool:
    """Whether the thing after "and" is in the plural: "Python and Bash tools"."""
    stops_at = PREPOSITIONS | {"that", "which", "who"}
    words = [t.low for t in ts[at + 1 :]]
    noun = next((n for n, low in enumerate(words) if low in stops_at), len(words))
    return noun > 0 and words[noun - 1].endswith("s")


class Things(Deeds):
    """Says segments that name a thing, not a deed."""

    def _measured(self, text: str) -> list[Spoken] | None:
        """ "Uptime 99.95% last winter, no page" -> "Uptime was 99.95% last winter ..."."""
        match = re.match(
            r"([A-Za-z][A-Za-z@ -]{1,40}?(?:@\d+)?) ((?:about )?[~<>]?[$€£]?\d[\d.,]*\s?%?)(?=[ ,.]|$)",
            text,
        )
        if match is None:
            return None
        held = _HELD_AGAINST.match(text[match.end() :])
        measure = match.group(1).split()[-1].lower().split("@")[0] in self.words.metric_nouns
        if not measure and (held is None or NUMBER.match(text[match.end() :].strip())):
            return None
        rest = held.group() if held else text[match.end() :].split(",")[0]
        said = f"{self.names.lower_first(match.group(1))} was {match.group(2)}{rest}"
        return [Spoken(kind="result", text=full_stop(capital(said)), own=False)]

    def _metrics(self, text: str) -> list[Spoken] | None:
        out: list[Spoken] = []
        for part in metric_parts(text):
            ts = tokens(part)
            fate = self._fate(part)
            if fate is not None and DIGIT.match(part):
                out.append(Spoken(kind="result", text=full_stop(fate.text), own=False))
                continue
            signed = re.match(r"[+−-]\d", part) is not None
            relative = any(t.low in ("that", "which", "who") for t in ts)
            told = self.reader.finite(ts) is not None and ts[0].low not in FAILED
            if (told and not signed) or (
                relative and any(self.table.is_form(t.core, "past") for t in ts)
            ):
                out.append(Spoken(kind="result", text=full_stop(capital(part)), own=False))
                continue
            said = say_metric(self.names.lower_first(part), self.reader)
            if said is None and re.match(r"[$€£]?\d", part):
                figure = "it came to" if " instead of " in part else "the figure was"
                said = f"it went from {part}" if SPAN.match(part) else f"{figure} {part}"
            if said is None:
                return None
            out.append(Spoken(kind="result", text=full_stop(capital(said)), own=False))
        return out

    def _quantity(self, text: str, head: Head, project: bool, later: bool) -> list[Spoken] | None:
        said = self.names.lower_first(text)
        if re.match(r"\d+ ?[x×] [a-z]", text) and _PRIZE_TITLE.search(text):
            return None
        if re.match(r"(?:1st|2nd|3rd|\d+th) (?:prize|place)\b", text):
            return self._assemble("I won ", said, head, text, "result")
        if _AGAINST_PLAN.search(text):
            return self._assemble("It was ", said, head, text, "result", own=False)
        came = _YIELD.fullmatch(text.rstrip(". ")) if later and not project else None
        if came is not None:
            told = f"{capital(came['when'])} there were {came['what']}"
            return [Spoken(kind="result", text=full_stop(told), own=False)]
        roles = None if later or project else self._with_roles(text, head)
        if roles is not None:
            return roles
        if self.reader.is_adoption(text):
            return self._assemble(
                "It has " if project else "That meant ",
                and_last(said),
                head,
                text,
                "result",
                own=False,
            )
        if re.match(r"\d+-", text) and _HAD.match(text):  # "8-month co-op on the search team"
            return self._assemble("I had ", article(said) + said, head, text)
        if _WORD_SPAN.match(text):
            return self._assemble("It went from ", said, head, text, "result", own=False)
        opening = text.split(" ", 1)[0]
        if re.search(r"\byears? (?:of|in)\b|\bdirect reports?\b", text):
            return self._assemble("I had ", said, head, text)
        if SPAN.match(text):
            return self._assemble("It went from ", said, head, text, "result", own=False)
        money = re.match(
            r"[\d.,]+k? (?:thousand |million |billion )?(?:dollars|euros|pounds)\b", text
        )
        if opening[:1] in "$€£" or (money and later) or (later and _IN_CURRENCY.match(text)):
            return self._assemble("It came to ", said, head, text, "result", own=False)
        if CHANGED_BY.match(said) and not project:
            return self._assemble(
                "The result was ", article(said) + said, head, text, "result", own=False
            )
        if (
            "%" in opening
            or re.match(r"[$€£]?[\d.,]+\s?(?:ms|s|sec|kg|hours?|x|pp|points?)\b", text)
            or any(t.low in self.words.metric_nouns for t in tokens(text)[:4])
        ):
            return self._assemble("The figure was ", said, head, text, "result", own=False)
        if later and re.search(r"\d [a-z]+ instead of \d", text):
            return self._assemble("It came to ", said, head, text, "result", own=False)
        if not project and later:
            opening = (
                "That came to "
                if re.search(r"\b(?:per|a) (?:day|week|month|year)|/", text)
                else "That included "
            )
            return self._assemble(opening, said, head, text, "detail", own=False)
        if project:
            return self._assemble("It comes to ", said, head, text, "detail", own=False)
        return self._assemble("My work included ", said, head, text)

    def _with_roles(self, text: str, head: Head) -> list[Spoken] | None:
        """ "4 to 5 patients a shift, charge nurse from 2018": what one had, then what one was."""
        first, *parts = text.rstrip(". ").split(", ")
        if not parts or any(self.reader.head(p).kind != "role" for p in parts):
            return None
        roles = [self.names.lower_first(p) for p in parts]
        listed = f"{', '.join(roles[:-1])} and {roles[-1]}" if len(roles) > 1 else roles[0]
        was = "I've been" if re.search(r"\bsince (?:19|20)\d\d\b", listed) else "I was"
        had = self._assemble("My work included ", self.names.lower_first(first), head, first)
        return [*had, Spoken(kind="action", text=full_stop(f"{was} {listed}"))] if had else None

    def _noun(self, text: str, head: Head, project: bool) -> list[Spoken] | None:
        said = self.names.lower_first(re.sub(r"^(?:and|but)\s+", "", text, flags=re.I))
        said = f"my {said}" if said.startswith("own ") else said
        words = said.split()
        if len(words) < 2 or _PRAISE.search(said) or self.tool_list(text) or _WHOSE.match(said):
            return None
        if _EXPERIENCE.match(said):
            its = article(said) if re.match(r"[a-z]+ (?:amount|deal) of", said) else ""
            return self._assemble("I had ", its + said, head, text)
        if words[0] in PREPOSITIONS or IN_OTHER_FORM.match(text):
            return None  # "from zero to 12 courses": of what is not said
        levels = _LEVELS.fullmatch(text.strip(" ."))
        if levels is not None:
            what = self.names.lower_first(levels["what"])
            be = "were" if is_plural(what) else "was"
            listed = f"{levels['first']} and {levels['rest'].lstrip(', ').removeprefix('and ')}"
            return [
                Spoken(kind="result", text=full_stop(capital(f"{what} {be} {listed}")), own=False)
            ]
        held = re.match(
            r"(?:(?!of\b|for\b|and\b)[\w&-]+ ){0,3}(?:ownership|responsibility|accountability|oversight|exposure|knowledge|experience|command|understanding)(?= (?:of|for|to|in|with|over|on)\b|,|$)",
            said,
        )
        if held:
            return self._assemble("I had ", said, head, text)
        if _YEARS_AS.search(said):
            counted = words[0].lower() in ARTICLES_AND_COUNTS | {"one"}
            return self._assemble(
                "I spent " if counted else "I did ", self._with_article(said), head, text
            )
        if _HAD.match(said) and words[0] not in ARTICLES_AND_COUNTS:
            its = "" if "access to" in said else article(said)
            return self._assemble("I had ", its + said, head, text)
        if re.match(r"team of (?:\d|\w+\b)", said):
            return self._assemble("It was ", f"a {said}", head, text, "detail", own=False)
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
            "responsible",
            "were",
            "fluent",
            "native",
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
            "given",
            "taken",
            "known",
            "seen",
            "born",
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
            its = "" if first in ("growth", "savings") else "an " if first[0] in "aeiou" else "a "
            return self._assemble("The result was ", its + said, head, text, "result", own=False)
        won = self._prize(said, head, text)
        if won is not None:
            return won
        if re.match(r"top (?:\d|ten|five|three)", said):
            return self._assemble("I finished in the ", said, head, text, "result")
        if _ONE_OF_ITS_KIND.match(said) and not project:
            # one of its kind: it has its article, and more of one's own than "worked on" says
            return self._assemble("This was the ", said, head, text)
        if re.match(r"(?:[\w'’-]+ )?(?:thesis|dissertation)(?= (?:on|about|in|at)\b|,|$)", said):
            return self._assemble("I wrote ", self._with_article(said), head, text)
        if re.match(r"(?:[\w'’&-]+ ){0,4}(?:team|squad|group)(?=,|\.|;|$| of| in)", said):
            return self._assemble("I worked in ", self._with_article(said), head, text)
        said = re.sub(r", (?:a )?team of (?=\d|\w+$)", " in a team of ", said)
        opening = "I worked " if _SHIFTS.match(said) else opening_of(said, self.words.duty_nouns)
        if not opening:
            return None
        listed = said if DIGIT.search(said.split(", ")[-1]) else and_last(said)
        if opening == PLACE:
            if project:
                return None
            named = (
                listed if tokens(listed)[0].low in ARTICLES_AND_COUNTS else article(listed) + listed
            )
            return self._assemble(opening, named, head, text, "detail", own=False)
        told = self._assemble(opening, self._with_article(listed), head, text)
        return [replace(told[0], text=with_size(told[0].text)), *told[1:]] if told else told

    def _prize(self, said: str, head: Head, text: str) -> list[Spoken] | None:
        """ "Poster prize at the spring meeting" -> "I won the poster prize ..."."""
        first = tokens(said)[0].low
        if (
            first in ("winner", "bronze", "silver", "gold", "first", "second", "third")
            and "medal" in said.lower()
        ):
            its = "a " if first in ("bronze", "silver", "gold") else ""
            return self._assemble("I won ", its + said, head, text, "result")
        if _PRIZE.match(said):
            its = "" if first in ARTICLES_AND_COUNTS else "the "
            return self._assemble("I won ", its + said, head, text, "result")
        return None

    def _with_article(self, said: str) -> str:
        """ "joint project with ..." -> "a joint project with ..."; other nouns go without."""
        ts = tokens(said)
        if (
            not ts
            or ts[0].low in ARTICLES_AND_COUNTS
            or NUMBER.match(ts[0].raw)
            or ts[0].core.endswith(("'s", "’s"))
        ):
            return said
        for n, t in enumerate(ts[:7]):
            if n and t.low == "and" and self.reader.one_compound(ts, n):
                return said if _names_many(ts, n) else article(said) + said
            if n + 1 < len(ts) and ts[n + 1].low == "and" and self._in_mass(ts, n + 2):
                return said  # "unit and contract test coverage"
            if n + 1 < len(ts) and ts[n + 1].low == "and" and self.reader.one_compound(ts, n + 1):
                continue
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
                    return article(said) + said
                return said
            if t.low in PREPOSITIONS:
                return said
        return said

    def _in_mass(self, ts: tuple[Token, ...], at: int) -> bool:
        """Whether two or three bare words up to a preposition end in a thing that isn't counted."""
        end = next((n for n in range(at, len(ts)) if ts[n].low in PREPOSITIONS), at)
        words = [t.low for t in ts[at:end]]
        if not 2 <= len(words) <= 3 or any(t.comma for t in ts[at:end]):
            return False
        if words[0] == "then" or self.table.is_form(words[0], "past"):
            return False
        counted = words[-1] in self.words.count_nouns or words[-1].endswith("s")
        return not counted and not set(words) & (ARTICLES_AND_COUNTS | {"and"})

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


def metric_parts(text: str) -> list[str]:
    """ "yield 81% to 88% and -3% scrap": one part per figure, if each is a metric itself."""
    parts = re.split(r",\s+(?:and\s+)?|\s+and\s+(?=[+−-]\d|[A-Za-z@-]+ )", text)
    good = all(metric_shape(p) or re.match(r"[$€£]?\d\S* [A-Za-z]", p) for p in parts)
    return parts if len(parts) > 1 and good else [text]

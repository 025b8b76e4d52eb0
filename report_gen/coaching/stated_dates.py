"""The days a posting names: until when one applies, when the interviews are, when the work begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from report_gen.coaching.case import Case
from report_gen.coaching.wording import MONTHS

AFTER_CLOSING = timedelta(days=14)
"""From a closing date to the first talks, where the posting names no day for them; our guess, and
called one where it is printed."""
BEFORE_START = timedelta(days=28)
"""So long before the first day of work the talks are over: notice is given, papers are signed."""
_LONGEST = timedelta(days=366)
"""What lies further off is a year of something else."""
_SENTENCES = re.compile(r"(?<=[.!?;])\s+(?=[A-Z“\"])|\n")
_MONTH = "|".join(sorted({m for name in MONTHS for m in (name, name[:3], name[:4])}, key=len, reverse=True))  # fmt: skip
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|\.)?"
_YEAR = r"(?:,?\s(?P<year>(?:19|20)\d\d)\b)?"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"\b(?P<year>20\d\d)-(?P<number>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])\b",
        r"\b(?P<day>0?[1-9]|[12]\d|3[01])\.\s?(?P<number>0?[1-9]|1[0-2])\.\s?(?P<year>20\d\d)\b",
        rf"\b{_DAY}(?:\s?(?:-|–|and|to|or|&)\s?\d{{1,2}}(?:st|nd|rd|th|\.)?)?\s(?:of\s)?(?P<month>{_MONTH})\b\.?{_YEAR}",
        rf"\b(?P<month>{_MONTH})\.?\s{_DAY}(?!\d|:){_YEAR}",
        rf"\b(?P<ordinal>first|second|third|fourth|last)\s(?:full\s)?week\s(?:of|in)\s(?P<month>{_MONTH})\b{_YEAR}",
        rf"\b(?P<ordinal>early|mid|late|beginning of|middle of|end of)[\s-](?P<month>{_MONTH})\b{_YEAR}",
    )
)
_FROM = {
    "first": 1, "second": 8, "third": 15, "fourth": 22, "last": 22, "early": 1, "mid": 11, "late": 20,
    "beginning of": 1, "middle of": 11, "end of": 22,
}  # fmt: skip
"""The earliest day such words can mean."""
_INTERVIEW = re.compile(
    r"\b(?:interview\w*|conversations?|first (?:talks?|calls?)|assessment (?:day|cent)\w*|panel|"
    r"selection (?:day|event)s?|trial days?)\b",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"\b(?:clos(?:es|ing)(?: date)?|deadline|apply|applications?|applicants|send|submit\w*|your (?:cv|documents))\b",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"\b(?:by|until|before|till|clos(?:es?|ing)|deadline|no later than|due)\b", re.I
)
_START = re.compile(
    r"\bstart(?:ing|s)?(?: date| day)?\b|\bas of\b|\bbegin(?:s|ning)?\b|\b(?:available|vacant|filled) (?:from|as of|by)\b|"
    r"\bto be filled\b|\bfrom (?=\d|the \d)",
    re.IGNORECASE,
)
_OF_THE_JOB = re.compile(
    r"\b(?:start(?:ing)? (?:date|day)|you (?:will )?(?:start|begin)|(?:position|role|job|post|contract|work|"
    r"employment)\b[^.]{0,60}\b(?:start|begin|filled|available|vacant|from|as of)|to start|starting|to be filled)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A day and the sentence of the posting that names it."""

    day: date
    line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedDates:
    """What the posting names of each; None where it names none. ``interviews``: the first day."""

    interviews: Named | None = None
    closing: Named | None = None
    start: Named | None = None


def stated_dates(case: Case) -> StatedDates:
    """Read from the lines of the posting that ask for nothing."""
    return case.once(_read)


def _read(case: Case) -> StatedDates:
    today, found = case.options.today, StatedDates()
    for item in case.job.ignored:
        for sentence in _SENTENCES.split(item.text.strip()):
            day = first_day(sentence, today)
            if day is None:
                continue
            named = Named(day=day, line=sentence.strip())
            until = _CLOSING.search(sentence) and _UNTIL.search(sentence)
            if _INTERVIEW.search(sentence) and not (until and _closes(sentence)):
                found = found if found.interviews else replace(found, interviews=named)
            elif until:
                found = found if found.closing else replace(found, closing=named)
            elif _START.search(sentence) and _OF_THE_JOB.search(sentence):
                found = found if found.start else replace(found, start=named)
    return found


def _closes(sentence: str) -> bool:
    """A sentence that names both: the day belongs to the words that stand before it first."""
    first = min((m.start() for m in _days(sentence)), default=0)
    return _INTERVIEW.search(sentence[:first]) is None


def _days(text: str) -> Iterator[re.Match[str]]:
    return (m for form in _FORMS for m in form.finditer(text))


def first_day(text: str, today: date) -> date | None:
    """The first day that ``text`` names; one without a year is the next of that name. None for
    what is no day or lies more than a year off."""
    for match in sorted(_days(text), key=lambda m: (m.start(), -m.end())):
        parts = match.groupdict()
        month = int(parts["number"]) if parts.get("number") else _month(parts["month"])
        day = int(parts["day"]) if parts.get("day") else _FROM[parts["ordinal"].lower()]
        for year in [int(parts["year"])] if parts.get("year") else [today.year, today.year + 1]:
            try:
                found = date(year, month, day)
            except ValueError:
                continue
            if parts.get("year") and abs(found - today) <= _LONGEST:
                return found
            if not parts.get("year") and found >= today - timedelta(days=60):
                return found
    return None


def _month(name: str) -> int:
    return next(n for n, m in enumerate(MONTHS, 1) if m.lower().startswith(name.lower()[:3]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Horizon:
    """The day the plan leads up to, and why it is that one; no day: the plan is open."""

    day: date | None
    because: str = ""


def horizon(case: Case) -> Horizon:
    """The candidate's own date before everything; else what the posting names, each with its
    sentence; what is only inferred is said to be."""
    today, named = case.options.today, stated_dates(case)
    if case.options.interview_date is not None:
        return Horizon(day=case.options.interview_date)
    closed = ""
    if named.closing is not None and named.closing.day < today:
        closed = (
            f"The closing date has passed (“{_bare(named.closing.line)}”): ask whether they still read "
            "applications. "
        )
    if named.interviews is not None and named.interviews.day > today:
        return Horizon(
            day=named.interviews.day,
            because=f"{closed}The posting says: “{_bare(named.interviews.line)}” The plan ends the day "
            "before; move it as soon as you have your own date.",
        )
    if named.closing is not None and named.closing.day >= today:
        return Horizon(
            day=named.closing.day + AFTER_CLOSING,
            because=f"The posting says: “{_bare(named.closing.line)}” It names no day for the interviews; "
            "the plan reckons with two weeks after that one, which is a guess: move it as soon as "
            "you have a date.",
        )
    if named.start is not None and named.start.day - BEFORE_START > today + timedelta(days=7):
        return Horizon(
            day=named.start.day - BEFORE_START,
            because=f"{closed}The posting says: “{_bare(named.start.line)}” The talks have to be over some "
            "weeks before that; the plan reckons with four, which is a guess: move it as soon as "
            "you have a date.",
        )
    open_end = "No interview date was given; move the weeks as soon as you have one."
    return Horizon(day=None, because=f"{closed}{open_end}" if closed else "")


def _bare(line: str) -> str:
    return line if line[-1:] in ".!?" else f"{line}."


def interview_day(case: Case) -> date | None:
    """The candidate's date, else one that the posting names for the interviews and that is ahead."""
    if case.options.interview_date is not None:
        return case.options.interview_date
    named = stated_dates(case).interviews
    return named.day if named is not None and named.day > case.options.today else None

"""Prizes: a line that names one tells of no work, and is no story by itself."""

from __future__ import annotations

import re

_GOT = r"(?:(?:was |been |twice )*(?:named|voted|awarded|honou?red|nominated|shortlisted|won|received|earned|elected|crowned|recipient of|winner of|finalist (?:of|in|for)|recogni[sz]ed (?:as|with)|selected as)\b(?: with| as)? ?)"
_NOUN = (
    r"(?:awards?|prizes?|medals?|trophy|trophies|scholarships?|bursary|honou?rs?|distinctions?|nominations?|accolades?|"
    r"winners?|finalists?|runners?-up|laureate|hall of fame|dean['’]?s list)"
)
_AWARD = re.compile(
    rf"{_GOT}?(?:(?:the|an?|my|our|their|two|three|several) )?(?:[\w&'’.-]+ ){{0,5}}?{_NOUN}(?=$|[ ,.;:(–])"
    r"(?! (?:committee|ceremony|process|scheme|programme|program|system|database|platform|pages?|board|night|dinner|applications?)\b)",
    re.I,
)
_OF_THE_TIME = re.compile(
    rf"{_GOT}?(?:(?:the|an?) )?(?:[\w&'’-]+ ){{0,4}}?[\w-]+ of the (?:day|week|month|quarter|season|term|year)\b(?! (?:before|after|was|is)\b)",
    re.I,
)
_BEGINS = re.compile(_GOT, re.I)
_PLACED = re.compile(
    rf"{_GOT}?(?:1st|2nd|3rd|first|second|third|\d+th|gold|silver|bronze|top) (?:place|prize|medal)\b",
    re.I,
)
_BEST = re.compile(
    rf"{_GOT}?(?:the )?[Bb]est (?:[\w&'’-]+ ){{1,5}}?(?:(?:19|20)\d\d|award|prize|in show)\b"
)
_CLUB = re.compile(
    rf"{_GOT}?(?:[A-Z][\w.-]*['’]s|[A-Z]\w+s['’]) (?:Club|List|Circle|Award|Medal|Prize|Cup)\b"
)
_GIVEN = re.compile(
    r"(?:was |been )?(?:awarded|honou?red|crowned|voted|shortlisted|nominated)\b(?! (?:an? |the )?(?:[\w$€£.-]+ ){0,3}(?:contracts?|tenders?|projects?|orders?)\b)",
    re.I,
)
_DEED_FIRST = re.compile(r"[a-z]+(?:ed|ing)\b", re.I)
_WORK_BEHIND = re.compile(r"\b(?:for|after|with|by)\b (?P<work>.+)$")
_LEAST_TOLD = 6


def is_award(text: str) -> bool:
    """Whether a line opens with a prize, a title of honour or a place won."""
    plain = text.strip().lstrip("•*-– ")
    opening = plain.split(" ", 1)[0].strip(",").lower()
    got = _BEGINS.match(plain) is not None
    if not got and _DEED_FIRST.fullmatch(opening):
        return False  # "Organised the award night", "Judging the science prize"
    return any(
        p.match(plain) is not None for p in (_AWARD, _OF_THE_TIME, _PLACED, _BEST, _CLUB, _GIVEN)
    ) and (got or not _is_made(plain))


_MADE_VERB = re.compile(
    r"(?:built|wrote|led|ran|set|made|drew|gave|taught|founded|build|write|lead|run|design|judge|sponsor|chair|host)\b",
    re.I,
)


def _is_made(plain: str) -> bool:
    return _MADE_VERB.match(plain) is not None


def tells_work(text: str) -> bool:
    """Whether a line about a prize tells of the work it was given for, in so many words that it
    could be a story: "... for a pump that cut water loss by a fifth"."""
    found = _WORK_BEHIND.search(text)
    return found is not None and len(found["work"].split()) >= _LEAST_TOLD

"""Spans: "16 to 64 GPUs", "45 to 90 days late" say how far something reaches, and tell no before
and after. A change has its "from", its arrow, its fall ("40 to 15 minutes") or a verb of change."""

from __future__ import annotations

import re
from functools import lru_cache

_SPAN = re.compile(
    r"(?<![\w.,/:$€£-])(?P<low>\d[\d,.]*) to (?P<high>\d[\d,.]*)(?!:\d)(?P<share>\s?%)?"
)
_COUNTED = re.compile(
    r"[ -](?:(?!of\b|in\b|and\b|or\b|on\b)[A-Za-z][\w-]* ){0,2}?(?:[A-Za-z]\w*[A-Ra-rT-Zt-z0-9]s|people|staff|children)\b"
)
_TIME = re.compile(r"[ -](?:second|minute|hour|day|week|month|year)s?\b")
_NO_COUNT = re.compile(r" (?:points|times|ms|percent)\b")
_CHANGES = re.compile(
    r"\b(?:grew|grow(?:n|ing|s)?|rais(?:e|ed|es|ing)|rose|ris(?:e|en|ing)|increas\w*|improv\w*|lift\w*|boost\w*|"
    r"expand\w*|extend\w*|scal(?:ed|ing)|went|going|doubl\w*|tripl\w*|moved|took .* from|up|down|reduc\w*|cut\w*|"
    r"shorten\w*|lengthen\w*|brought|drop\w*|fell|fall\w*)\b(?! to \d)",
    re.I,
)
_REACHING = re.compile(
    r"(?:^|\b(?:on|with|for|of|across|over|in|about|after|within|every|between|by|at|through|per|"
    r"and|takes?|took|taking|lasts?|lasted|arriv\w+|\w+ed|\w+ing|lead|led|manage|run|ran|teach|taught|hold|held) )$",
    re.I,
)
_GRADES = re.compile(
    r"\b(?:age[ds]?|grades?|levels?|steps?|phases?|stages?|pages?|chapters?|rooms?|lines?|classes|"
    r"years?|forms?|weeks?|floors?|routes?|tiers?|bands?|ranks?) $",
    re.I,
)


@lru_cache(maxsize=2048)
def spans_in(text: str) -> tuple[tuple[int, int], ...]:
    """The stretches (start, end) of the text that are spans and no changes, in order."""
    found = []
    for m in _SPAN.finditer(text):
        end = _end_of(text, m)
        if end:
            found.append((m.start(), end))
    return tuple(found)


def in_span(text: str, start: int) -> bool:
    """Whether the character stands inside a span of the text."""
    return any(a <= start < b for a, b in spans_in(text))


def without_spans(text: str) -> str:
    """The text without its spans."""
    for a, b in reversed(spans_in(text)):
        text = text[:a] + text[b:]
    return text


def _end_of(text: str, m: re.Match[str]) -> int:
    """Where the span ends, with the noun it counts; 0 if it is none."""
    if _value(m["low"]) >= _value(m["high"]):
        return 0
    before, after = text[: m.start()], m.end()
    if _GRADES.search(before):
        return after
    clause = re.split(r"[;:]|\. ", before)[-1]
    if re.search(r"\bfrom (?:about |around |only )?$", before, re.I) or _CHANGES.search(clause):
        return 0
    time = _TIME.match(text, after)
    if time is not None:  # "waiting 40 to 90 days" has its metric before it
        late = text.startswith((" late", " each", " apiece"), time.end())
        return time.end() if late or _REACHING.search(before) else 0
    if m["share"]:
        share = re.search(r"\b(?:of|in|at|by|between|with) $", before, re.I)
        return after if share else 0
    counted = None if _NO_COUNT.match(text, after) else _COUNTED.match(text, after)
    return counted.end() if counted is not None and _REACHING.search(before) else 0


def _value(number: str) -> float:
    try:
        return float(number.strip(".,").replace(",", ""))
    except ValueError:
        return 0.0

"""The time a duty is told with ("By day 30 you'll have shipped ...", "Month 2: agree the goals"), and
the duty without it."""

from __future__ import annotations

import re

_NUMBER = r"(?:\d{1,3}|one|two|three|four|five|six|nine|twelve|thirty|sixty|ninety)"
_UNIT = r"(?:days?|weeks?|months?|quarters?|years?)"
_SPAN = (
    rf"(?:(?:the |your |our )?(?:end of )?(?:the |your )?(?:first|second|third|fourth|next|last) (?:(?:{_NUMBER}|few|couple of) )?{_UNIT}(?: (?:here|with us|in the (?:job|role)))?"
    rf"|{_UNIT} {_NUMBER}|(?:the )?(?:end of )?(?:{_UNIT} {_NUMBER}|q[1-4]|the (?:first|second) half|(?:your |the )?probation(?:ary period)?|(?:the |next )?(?:spring|summer|autumn|winter|christmas|year))"
    rf"|(?:about |around )?(?:an? |{_NUMBER} |half an? |the first ){_UNIT}(?: (?:in|on|from now|here|with us))?)"
)
_LEAD = re.compile(
    rf"^(?:(?:with)?in|by|after|over|during|before|from|until|around)(?: about| around)? {_SPAN}(?:,\s*|\s+(?=(?:you|we|our|i|the|nobody|everyone|every)\b))",
    re.IGNORECASE,
)
_LABEL = re.compile(
    rf"^(?:(?:in |on |by |your |the |after )*(?:{_SPAN}|{_UNIT} {_NUMBER}(?:\s?(?:-|–|to)\s?{_NUMBER})?|{_NUMBER}(?:\s?(?:-|–|to)\s?{_NUMBER})? {_UNIT}))\s*(?::|\s[-–—]\s|→)\s*",
    re.IGNORECASE,
)
FIRST_DAYS = re.compile(
    r"^(?:(?:in|on|during|over) )?(?:(?:your|the) )?(?:day (?:1|one)|(?:week|month) (?:1|one)|first (?:(?:few|couple of|30|thirty|14|ten|10) )?(?:days?|weeks?|month)|days? (?:1|one) ?(?:-|–|to) ?\d+)\b",
    re.IGNORECASE,
)
"""How a line begins that tells of arriving."""
_AHEAD = re.compile(
    r"\byou(?:['’]ll| will| would|['’]d)(?: also| already| then)? have (?:[a-z]+ly )?(?P<done>[a-z]+)\b",
    re.IGNORECASE,
)
_TO_HAVE = frozenset(["a", "an", "the", "at", "some", "any", "no", "to", "several", "two", "three", "four", "five", "strong", "solid", "good", "proven", "experience", "knowledge", "access"])  # fmt: skip


def without_time(text: str) -> str:
    """The line without the time it begins with: "By day 30 you'll have shipped X" -> "you'll have
    shipped X"; every other line as it is."""
    bare = text.strip()
    for form in (_LABEL, _LEAD):
        found = form.match(bare)
        if found and len(bare[found.end() :].split()) >= 2:
            return bare[found.end() :]
    return bare


def is_ahead(text: str) -> bool:
    """Whether a line tells of what will have been done: it has a time before it, or says "you will
    have moved" (and not "you will have a budget")."""
    if without_time(text) != text.strip():
        return True
    found = _AHEAD.search(text)
    return found is not None and found["done"].lower() not in _TO_HAVE

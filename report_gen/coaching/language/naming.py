"""Where the name of a thing ends: at a noun, and never at a function word, a figure or half a clause."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from report_gen.coaching.language.models import Token
from report_gen.coaching.language.shapes import NUMBER, PREPOSITIONS
from report_gen.taxonomy.verbs import is_auxiliary

GOES_ON = frozenset(
    ["according", "leveraging", "using", "including", "covering", "serving", "containing", "allowing", "enabling",
     "ensuring", "involving", "resulting", "leading", "requiring", "depending", "showing", "supporting", "so-called",
     "instead", "rather", "together", "except", "like", "producing", "powering", "feeding", "used", "called", "aimed", "intended", "such", "not", "no", "zero"]
)  # fmt: skip
"""Words with which something is said about the thing: its name has ended."""
_TAILS = frozenset(
    ["back", "down", "up", "away", "out", "off", "in", "on", "again", "live", "now", "later", "next", "too", "also",
     "only", "well", "running", "working", "going", "more", "less", "once", "twice", "daily", "nightly", "myself", "since", "until"]
)  # fmt: skip
_WITH_PARTICLE = frozenset(
    [
        "clean",
        "follow",
        "set",
        "back",
        "start",
        "build",
        "warm",
        "catch",
        "sign",
        "roll",
        "hand",
        "stand",
        "cut",
        "shut",
        "buy",
        "spin",
        "log",
        "check",
        "wash",
        "look",
        "time",
        "change",
        "switch",
        "take",
    ]
)
""" "clean up", "sign off": nouns made of two words."""
_NO_NAME = frozenset(
    ["mine", "theirs", "ours", "yours", "me", "us", "them", "it", "time", "cost", "costs", "use", "number", "most", "part",
     "half", "share", "lot", "next", "rest", "rate", "amount", "work", "way", "everything", "something", "things"]
)  # fmt: skip
WHICH_ONE = frozenset(
    ["level", "phase", "tier", "stage", "grade", "year", "version", "type", "step", "cell", "line", "unit", "room", "ward",
     "site", "part", "zone", "floor", "lane", "bay", "block", "gate", "form", "class", "section", "module", "batch", "lot",
     "reactor", "plant", "chapter", "group", "area", "sprint", "round", "shift", "building", "store", "route",
     "press", "machine", "pump", "boiler", "furnace", "turbine", "hall", "dock", "terminal", "runway", "kitchen", "studio"]
)  # fmt: skip
"""Nouns with a number that says which one: "step 3", "ward 7"."""
_PARTS = re.compile(
    r"(?:most|some|all|many|several|one|two|three|four|both|each|half|a number|a lot|parts?|the rest|the bulk) of "
    r"(?:the |our |their |its |my )?",
    re.I,
)
_COUNTS_NOTHING = re.compile(r"(?:zero |no |top \d|(?:first|second|third) place\b)", re.I)
_OF_PEOPLE = re.compile(
    r"(?:(?:\d+[\w-]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|own|small|large|junior|senior|"
    r"new|other) )*(?P<who>[\w-]+)(?: (?:and|of|in|across|from|at) .*)?$",
    re.I,
)


def whole_name(text: str) -> str:
    """The name without what hangs on its end or counts a share of it; "" if nothing can be named."""
    if _COUNTS_NOTHING.match(text) or re.match(r"(?:not|never|just|only|mainly) ", text, re.I):
        return ""
    text = _PARTS.sub("", text, count=1) if _PARTS.match(text) else text
    words = text.split()
    while words and _hangs(words[-1], words[:-1]):
        words.pop()
    name = " ".join(words).strip(" ,.;:")
    return "" if name.lower() in _NO_NAME else name


def _hangs(word: str, before: Sequence[str]) -> bool:
    low = word.lower().strip(",.;:")
    if low in ("up", "out", "off", "over") and before and before[-1].lower() in _WITH_PARTICLE:
        return False
    if not low or low in PREPOSITIONS | _TAILS | GOES_ON or is_auxiliary(low):
        return bool(before) or low in PREPOSITIONS | GOES_ON
    if low in ("the", "a", "an", "and", "or", "but", "my", "our", "their", "its", "every", "each"):
        return True
    # "the cut in no-shows 18%": a figure stands behind the name; "iPhone 15" and "Year 6" are names
    named = bool(before) and before[-1][:1].isupper()
    counted = bool(before) and before[-1].lower() == "of"  # "team of 4"
    numbered = low.isdigit() and bool(before) and before[-1].lower() in WHICH_ONE
    return (
        bool(NUMBER.match(word) and before)
        and not (counted or numbered)
        and not (named and low.isdigit())
    )


def ends_a_name(token: Token, after: Token | None) -> bool:
    """Whether something is said about the thing from this word on."""
    low = token.low
    if low in GOES_ON:
        return True
    follows = after.raw[:1] if after is not None else ""
    said = follows.isupper() or follows.isdigit() or follows in "$€£~"
    return low.endswith("ing") and bool(follows) and said and not token.comma


_OF_PLACE = re.compile(
    r"(?:[\w'’-]+ ){0,3}?(?P<where>ward|restaurant|kitchen|shop|store|branch|clinic|office|department|unit|floor|site|plant|depot|region|"
    r"district|territory|warehouse|hotel|school|laboratory|lab|practice|pharmacy|studio|garage|farm|fleet|desk|club|theatre|canteen)s?"
    r"(?: (?:of|in|with|at|for|across) .*)?$",
    re.I,
)


def is_of_place(name: str) -> bool:
    """ "ward of 22 beds", "90-seat restaurant": where one is in charge, and nothing one made."""
    return _OF_PLACE.match(name) is not None


def is_of_people(name: str, roles: Container[str]) -> bool:
    """ "nine engineers", "team of 4", "junior nurses": people, who are led and not made."""
    found = _OF_PEOPLE.match(name)
    who = found["who"].lower() if found else ""
    people = who in (
        "team", "teams", "staff", "people", "crew", "colleagues", "employees", "volunteers", "students",
        "interns", "juniors", "trainees", "graduates", "apprentices", "starters", "hires", "members", "nurses", "sailors", "children", "pupils",
    )  # fmt: skip
    return people or (who.endswith("s") and who[:-1] in roles)

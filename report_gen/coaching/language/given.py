"""The part a figure plays in its line: what came of the work, or only what was given.

"Cut losses from 1.2 % to .8 % at a 1 % review rate": the rate is a condition, and no result. Given are the
conditions of the work ("under a 4 % limit", "on a budget of $900"), whom it was tried on, what it is held
against ("against 21 %", "per 1,000 days") and what was the reason for it ("when only 3 % renewed").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

_NEARLY = r"(?:(?:about|around|roughly|some|only|just|less than|more than|up to|the same|equal)\s)*"
_BOUND = r"(?:budget|limit|cap|quota|margin|floor|ceiling|threshold|rate|target|deadline|price|load|cost)"
_CONDITION = re.compile(
    rf"(?<!\bto )(?<!\bby )\b(?:"
    rf"at (?:(?:an?|the|our|its) )?{_NEARLY}"
    rf"|(?:under|within|below|with|inside|despite) (?:an?|the|our|its) {_NEARLY}"
    rf"|(?:with|if|when|where|beyond) (?:more|less|fewer) than (?:an? )?"
    rf"|(?:on|under|within|with|at|for) (?:an?|the|our) (?:[\w-]+ ){{0,2}}{_BOUND} of {_NEARLY}"
    rf"|(?:against|vs\.?|versus|compared (?:to|with)|(?:up|down) from|per) (?:(?:an?|the) )?{_NEARLY}"
    rf")$",
    re.I,
)
_LEVEL = re.compile(r"\bat (?:about |around |only )?$", re.I)
_MEASURES = re.compile(
    r"[%$€£×]|\b(?:to|EUR|USD|GBP|CHF)\b|->|→|\d\s?(?:ms|s|h|min|pp|x|hours?|days?|weeks?|months?|minutes?|points?|ppm|bps|dB|kg|t|km)\b"
)
_BUDGET = re.compile(rf"\b(?:an?|the|our) (?:[\w-]+ ){{0,2}}{_BOUND} of {_NEARLY}$", re.I)
_MOVED = re.compile(
    r"\s?(?:relative |absolute )?(?:fewer|less|lower|higher|more|faster|cheaper|shorter|smaller|better|longer|"
    r"increase|decrease|reduction|improvement|rise|drop|gain|uplift|savings?)\b",
    re.I,
)
_SOME_OF = re.compile(r"\bwith (?:just |only |about )?$", re.I)
_TRIED_ON = re.compile(
    r"\b(?:on|to|for|over|across|with|at|covering|serving) (?:just |only |about |the (?:first|last) )?$",
    re.I,
)
_SHARE_OF = re.compile(
    r"\s?(?:of (?:the |all |our |live |total |daily |eligible )*)?(?:[a-z-]+ )?(?:traffic|users|requests|sessions|customers|"
    r"members|visitors|accounts|queries|orders|stores|shops|sites|devices|patients|calls|tickets|sample|population|holdout|"
    r"merchants|families|households|clients|schools|students|pupils|drivers|sellers|branches|farms|subscribers)\b",
    re.I,
)
_TESTED_ON = re.compile(
    r"\b(?:tested|tried|trialled|piloted|measured|validated)\b[^.;,]* (?:on|with|in|at|over) $",
    re.I,
)
_REASON = re.compile(
    r"\b(?:after|because|when|although|though|since)\b(?! (?:\w+ing|launch|that|the (?:launch|change|move))\b)[^,;:.]*$"
    r"|\bshow(?:ed|ing) that\b[^,;.]*$",
    re.I,
)


@lru_cache(maxsize=2048)
def is_given(text: str, figure: str) -> bool:
    """Whether a figure of the text says under what the work was done, or why, and not what came of it."""
    at = text.find(figure)
    if at < 0:
        return False
    before, after = text[:at], text[at + len(figure) :]
    if _BUDGET.search(before):
        return True
    if _MOVED.match(after) or re.match(r"[Ff]rom\b", figure):
        return False
    if _CONDITION.search(before) or _REASON.search(before) or is_tried_on(text, figure):
        return True
    return _SOME_OF.search(before) is not None and after.startswith(" of ")


def is_tried_on(text: str, figure: str) -> bool:
    """Whether a share or a number says on whom something was tried ("a test on 10% of traffic")."""
    at = text.find(figure)
    if at < 0 or re.match(r"[Ff]rom\b", figure):
        return False
    if _TESTED_ON.search(text[:at]):
        return True
    tried = "%" in figure and _TRIED_ON.search(text[:at]) is not None
    return tried and _SHARE_OF.match(text[at + len(figure) :]) is not None


def not_given(figures: Sequence[str], text: str) -> tuple[str, ...]:
    """The figures that tell what came of the work; where none of them measures anything, also a level
    it was done at ("sorted letters at 99.5 % accuracy")."""
    told = tuple(f for f in figures if not is_given(text, f))
    if any(_MEASURES.search(f) for f in told):
        return told
    levels = (f for f in figures if "%" in f and _LEVEL.search(text[: max(0, text.find(f))]))
    return (*told, *(f for f in levels if f not in told))

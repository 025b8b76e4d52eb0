"""What a line says it was aimed at, and not reached: "quality bar: 80 % of ETAs within 10 minutes".

A target, a threshold, a promise or a sum that was planned is no result of anybody: no figure of it may
be told as one. A target that the line says was met is a result, and stays.
"""

from __future__ import annotations

import re
from functools import lru_cache

NUMBER = r"(?:(?:about|around|at least|at most|over|under|below|above|max\.?|less than|more than|up to) )*[~<>≤≥=+−-]*\s?(?:[A-Z]{3}\s)?[$€£]?(?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|twelve)\b)"
BOUND = (
    r"(?:(?:[\w-]+ )?(?:goal|target|aim|objective|ambition)s?|slas?|slos?|quality bar|"
    r"(?:[a-z-]+ )?(?:error|latency|time|memory|power|carbon|noise|response|load|performance) budget|"
    r"(?:[a-z-]+ )?(?:alarm|alert|warning) (?:threshold|level|limit)|threshold|budget(?= \d)|(?:[a-z-]+ )?alarm(?= at )|deadline|ceiling|pass mark|plan(?=,? (?:was|is|were|of)\b|[:=])|acceptance (?:criterion|limit|level))"
)
_NAMED = re.compile(
    rf"(?<![\w-])(?P<name>(?:the |our |a |an )?{BOUND}(?: (?:for|in|on) (?!\d\d?\b)[\w’'-]+(?: [a-z]\w*)?)??)"
    rf"(?P<is>\s?(?:[:=]|,? (?:of|was|is|were|at|being|set to|set at))?\s){NUMBER}[^;,.()]*(?:[.,]\d[^;,.()]*)*",
    re.I,
)
""" "target was 10 %", "SLA of 07:00", "latency budget 30 min"."""
_MEANT = re.compile(
    r"(?:,\s|\b)(?:with|to|towards?|against) (?:the|a|an|our) (?:[a-z-]+ )?(?:aim|goal|target|objective|intention|ambition|intent)s? "
    r"(?:of|to|that|being)\b[^;.()]*(?:\.\d[^;.()]*)*",
    re.I,
)
""" "with the goal of a 99.5 % on-time table"."""
_LABEL = re.compile(
    rf"(?:^|(?<=[;.] ))(?:{BOUND})(?: (?:for|in) [\w ]{{1,25}})?:\s(?=[a-z])[^;.()]*(?:\.\d[^;.()]*)*",
    re.I,
)
""" "Objective for 2024: cut failed payments by half"."""
_PLANNED = re.compile(
    r"(?<![\w-])(?:(?:aim(?:s|ed|ing)? (?:for|at|to)|target(?:ed|s|ing)|budgeted|hop(?:ed|ing) (?:for|to)|"
    r"intended to|supposed to|meant to|committed to)(?: (?!and\b|but\b)[\w'’/-]+){0,3}?|"
    r"(?:the|an?|our) (?:planned|promised|agreed|contracted|allowed|permitted|budgeted)) "
    rf"{NUMBER}(?:[^;,.\s()]|[.,]\d)*(?:\s?%)?(?: (?!and\b|but\b|in\b|the\b|spent\b)[a-z]+)?",
    re.I,
)
_REACHED = re.compile(
    r"\b(?:met|meet|meets|meeting|kept|keep\w*|hit|hits|hitting|held|hold\w*|beat\w*|exceed\w*|achiev\w*|reach\w*|surpass\w*|"
    r"maintain\w*|deliver\w*|stay\w*|within|inside|above|ahead|under|over|on|against|fulfil\w*|attain\w*|outperform\w*|"
    r"cut|reduc\w*|rais\w*|improv\w*|tighten\w*|lower\w*|from)(?: (?:the|our|its|an?|all|every|my))?(?: [\w-]+){0,2}\s*$",
    re.I,
)
_THEN_MET = re.compile(
    r"[\s,;–-]*(?:(?:and|which|it|all|was|were|has been|been) ){0,3}(?:always |consistently |never missed|never breached)?"
    r"(?:kept|met|held|reached|hit|beaten|exceeded|achieved|fulfilled|attained|never missed|never breached)\b",
    re.I,
)
_LEVEL_HELD = re.compile(r"(?:[\w-]+ )*sl[ao]s?:? \d[\d.,]*\s?%\s*", re.I)
""" "Freshness SLA 99.5%": of a service that is run, its share is the level it is run at."""
_CHANGES = re.compile(r"\d\S*(?:\s?[\w%]+)?\s?(?:->|→|=>|\bto)\s?[$€£]?\d")


@lru_cache(maxsize=4096)
def aims_in(text: str) -> tuple[tuple[int, int], ...]:
    """Where a line states what was aimed at, in order; () where it states nothing of the kind."""
    found: list[tuple[int, int]] = []
    for pattern in (_MEANT, _LABEL, _NAMED, _PLANNED):
        for match in pattern.finditer(text):
            start, end = match.span()
            if any(a < end and start < b for a, b in found):
                continue
            if pattern not in (_MEANT, _PLANNED) and _was_reached(text, start, end):
                continue
            if _LEVEL_HELD.fullmatch(match.group()):
                continue
            if re.search(r"\d", match.group()) or pattern is _LABEL:
                found.append((start, end))
    return tuple(sorted(found))


def _was_reached(text: str, start: int, end: int) -> bool:
    """Whether the words around say that the level was met, or that it moved itself."""
    clause = re.split(r"[;.:,] ", text[:start])[-1]
    met = _REACHED.search(clause) is not None or _THEN_MET.match(text[end:]) is not None
    return met or _CHANGES.search(text[start:end]) is not None


def is_aim(text: str, figure: str) -> bool:
    """Whether a figure of the text stands there as a target only."""
    at = text.find(figure)
    return at >= 0 and any(a <= at < b for a, b in aims_in(text))


def without_aims(text: str) -> str:
    """The text with what was only aimed at blanked out, each sign by a space."""
    for a, b in aims_in(text):
        text = text[:a] + " " * (b - a) + text[b:]
    return text

"""Measures told in words or as a part of a whole: "9 of the 12", "4.6/5", "one in three", "twice as fast"."""

from __future__ import annotations

import re

from report_gen.matching.aims import without_aims

_N = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,4})"
_TIME = (
    r"(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|quarters?|years?|terms?|seasons?)"
)
_PATTERNS = tuple(
    re.compile(p, re.I)
    for p in (
        rf"(?<![\w.,/-]){_N} (?:out )?of (?:the |our |its |all |every )?(?:\d{{1,5}}|{_N})\b(?!\s?%|[.,/]\d)(?: (?!(?:and|or|to|in|of|with|for|from|by|on|at|now)\b)[a-z][\w-]*s\b)?",
        r"(?<![\d.,/])\d(?:[.,]\d)? ?(?:/ ?|out of )(?:5|10)\b(?! ?\d|/)(?: stars)?",
        r"(?<![\w.,])\d[\d.,]*k?\+? (?:github )?(?:stars|downloads|installs|citations|forks|subscribers|followers)\b",
        rf"\b{_N} in (?:every )?{_N}\b(?! {_TIME})(?: (?!(?:and|or|to|in|of|with|for|from|by|on|at|now)\b)[a-z]+s\b)?",
        r"\b(?:twice|three times|four times|five times|ten times|\d+ times|half) (?:as|the) (?:fast|many|much|long|cheap|often|quick|large|speed|number|price|cost|time)\b",
        r"\b(?:doubled|tripled|quadrupled|halved)(?: (?!(?:and|by|which|that|to|for|from|with|in|on|at|of|after)\b)[\w-]+){1,4}",
        r"\bby (?:half|a (?:third|quarter|fifth|half)|two[- ]thirds|three[- ]quarters)\b",
        r"\btop \d+(?:[.,]\d+)? ?(?:%|percent)",
    )
)


def told_measure(text: str) -> str:
    """The first measure a line tells so, as written; "" where it tells none. A target is none."""
    found = (p.search(without_aims(text)) for p in _PATTERNS)
    spans = sorted(m.span() for m in found if m is not None)
    return text[spans[0][0] : spans[0][1]].strip(" ,.;") if spans else ""

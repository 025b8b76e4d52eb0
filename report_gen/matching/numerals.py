"""Numbers in words, both ways: the one list of them."""

from __future__ import annotations

import re

_UP_TO_TWENTY = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"]  # fmt: skip
NUMBERS = {name: n for n, name in enumerate(_UP_TO_TWENTY, 1)}
"""One to twenty by their names."""
ROUND_NUMBERS = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "eighty": 80, "hundred": 100}
_WRITTEN = 12
"""Up to here a sentence writes a number in words."""


def spelled(n: int) -> str:
    """``3`` -> "three"; digits above twelve and below one."""
    return _UP_TO_TWENTY[n - 1] if 0 < n <= _WRITTEN else str(n)


SPELLED = NUMBERS | {"three-ish": 3, "several": 3}
YEARS = re.compile(
    r"\b(\d+(?:\.\d+)?|"
    + "|".join(SPELLED)
    + r")\s*(?:\+|-ish|ish)?(?:\s*(?:-|–|to|or)\s*(?:\d+|more))?\s*\+?\s*(?:years?|yrs?)\b",
    re.I,
)


def years_in(text: str) -> float | None:
    """The least number of years a line asks for."""
    found = [
        float(SPELLED.get(m[1].lower(), 0) or m[1]) if not m[1][0].isdigit() else float(m[1])
        for m in YEARS.finditer(text)
    ]
    found = [y for y in found if 0 < y <= 30]
    return found[0] if found else None

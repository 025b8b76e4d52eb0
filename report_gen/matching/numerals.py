"""Numbers in words, both ways: the one list of them."""

from __future__ import annotations

_UP_TO_TWENTY = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"]  # fmt: skip
NUMBERS = {name: n for n, name in enumerate(_UP_TO_TWENTY, 1)}
"""One to twenty by their names."""
ROUND_NUMBERS = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "eighty": 80, "hundred": 100}
_WRITTEN = 12
"""Up to here a sentence writes a number in words."""


def spelled(n: int) -> str:
    """``3`` -> "three"; digits above twelve and below one."""
    return _UP_TO_TWENTY[n - 1] if 0 < n <= _WRITTEN else str(n)

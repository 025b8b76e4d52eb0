"""Dates of a resume as months, periods of work, and their union (overlaps counted once)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

_DATE = re.compile(r"^(\d{4})(?:-(\d{1,2}))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Months since year 0, the end not included."""

    start: int
    end: int

    @property
    def months(self) -> int:
        return max(0, self.end - self.start)


@lru_cache(maxsize=1024)
def month(value: str, *, end: bool = False) -> int | None:
    """``2021-03`` -> a month number; an end date's month is counted, a bare end year runs to
    its January (the cautious reading of "2019 - 2021")."""
    found = _DATE.match(value.strip())
    if not found:
        return None
    number = int(found[1]) * 12 + (int(found[2]) - 1 if found[2] else 0)
    return number + (1 if end and found[2] else 0)


def this_month(today: date) -> int:
    return today.year * 12 + today.month


def period(start: str, finish: str, today: date) -> Period | None:
    """The period of an entry; an empty end is today, an undated entry None."""
    first = month(start)
    if first is None:
        return None
    last = month(finish, end=True) if finish else this_month(today)
    last = min(last if last is not None else first, this_month(today))
    return Period(start=first, end=max(last, first))


def widest(start: str, finish: str, today: date) -> Period | None:
    """The longest period the dates allow, for what they may not be held against: a bare end year
    runs to its December ("2017 - 2019" and a position from July 2019 leave nothing open)."""
    read = period(start, finish, today)
    bare = re.fullmatch(r"\d{4}", finish.strip())
    if read is None or not bare:
        return read
    return Period(start=read.start, end=min(read.end + 12, max(read.start, this_month(today))))


def union_years(periods: Iterable[Period]) -> float:
    """Years covered by at least one of the periods, to a tenth."""
    total, reach = 0, -1
    for p in sorted(periods, key=lambda p: (p.start, p.end)):
        total += max(0, p.end - max(p.start, reach))
        reach = max(reach, p.end)
    return round(total / 12, 1)


def months_ago(finish: str, start: str, today: date) -> float | None:
    """Months since the entry ended: 0 for a current one, None when undated."""
    if not finish:
        return 0.0 if start else None
    last = month(finish, end=True)
    return None if last is None else float(max(0, this_month(today) - last))

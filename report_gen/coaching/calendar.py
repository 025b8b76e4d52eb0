"""The days between today and the interview: weeks, study days, rest days, light days, hours."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

LONGEST_WEEKS = 12
SHORTEST_OPEN_WEEKS = 8
LIGHT_HOURS = 1.5
_SHARES = (1.0, 1.0, 1.0, 1.0, 0.7, 2.0, 0.0)
"""Monday to Sunday: evenings, a short Friday, a long Saturday, Sunday free."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    date: date
    hours: float
    light: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """Up to seven days from the plan's first day on; ``hours`` is what may be planned in it."""

    number: int
    days: tuple[Day, ...]
    hours: float

    @property
    def start(self) -> date:
        return self.days[0].date

    @property
    def end(self) -> date:
        return self.days[-1].date

    @property
    def study_days(self) -> tuple[Day, ...]:
        return tuple(d for d in self.days if d.hours > 0 and not d.light)

    @property
    def light_days(self) -> tuple[Day, ...]:
        return tuple(d for d in self.days if d.light)


def lay_out(
    today: date, interview: date | None, hours_per_week: float, open_weeks: int = LONGEST_WEEKS
) -> tuple[Week, ...]:
    """The weeks from today (at most 12 before the interview) to the day before it.

    Without a date ``open_weeks`` whole weeks from today. An interview today or in the past
    leaves no days.
    """
    if interview is None:
        start, count = today, 7 * open_weeks
    else:
        start = max(today, interview - timedelta(weeks=LONGEST_WEEKS))
        count = max(0, (interview - start).days)
    light = (0 if interview is None else 2) if count >= 5 else 1 if count >= 2 else 0
    dates = [start + timedelta(days=n) for n in range(count)]
    weeks = []
    for number in range(0, len(dates), 7):
        chunk = dates[number : number + 7]
        last = [d for d in chunk if dates.index(d) >= count - light]
        weeks.append(_week(number // 7 + 1, chunk, last, hours_per_week))
    return tuple(weeks)


def _week(number: int, chunk: list[date], light: list[date], hours_per_week: float) -> Week:
    hours = half_hours(hours_per_week * len(chunk) / 7)
    shares = {d: _SHARES[d.weekday()] for d in chunk}
    if len(chunk) < 4:  # too short for a free day
        shares = {d: max(0.7, shares[d]) for d in chunk}
    light_hours = {d: min(LIGHT_HOURS, hours / len(chunk)) for d in light}
    left = max(0.0, hours - sum(light_hours.values()))
    total = sum(share for d, share in shares.items() if d not in light_hours)
    days = tuple(
        Day(date=d, hours=light_hours[d], light=True)
        if d in light_hours
        else Day(date=d, hours=left * shares[d] / total if total else 0.0)
        for d in chunk
    )
    return Week(number=number, days=days, hours=hours)


def half_hours(hours: float) -> float:
    """Rounded down to half an hour, so that no plan ever promises more time than there is."""
    return int(hours * 2 + 1e-9) / 2

"""Small words: dates, hours, counts and lists as a person writes them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from report_gen.coaching.wording import MONTHS
from report_gen.matching.cuts import words_that_end
from report_gen.matching.numerals import spelled


def say_date(value: str) -> str:
    """``2021-03`` -> ``Mar 2021``; ``2021-03-04`` -> ``4 Mar 2021``; a year stays; "" -> ""."""
    pieces = value.split("-")
    if not value or not all(p.isdigit() for p in pieces) or len(pieces) == 1:
        return value
    month = MONTHS[int(pieces[1]) - 1][:3] if 1 <= int(pieces[1]) <= 12 else ""
    day = f"{int(pieces[2])} " if len(pieces) > 2 else ""
    return f"{day}{month} {pieces[0]}".strip()


def say_span(start: str, end: str) -> str:
    """The dates of a position: ``Mar 2021 to Aug 2023``, ``since Mar 2021``, or ""."""
    if start and end:
        return f"{say_date(start)} to {say_date(end)}" if start != end else say_date(start)
    return f"since {say_date(start)}" if start else (f"until {say_date(end)}" if end else "")


def say_day(day: date) -> str:
    """``Mon 3 Feb``: the day of a plan, without its year."""
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1][:3]}"


def say_full_day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def number(value: float) -> str:
    """Up to one decimal place, none where it is zero."""
    text = f"{value:.1f}"
    return text[:-2] if text.endswith(".0") else text


def hours(value: float) -> str:
    """``45 min``, ``1 hour``, ``2.5 hours``."""
    if 0 < value < 1:
        return f"{round(value * 60)} min"
    return "1 hour" if number(value) == "1" else f"{number(value)} hours"


def short_hours(value: float) -> str:
    """``45 min``, ``1 h``, ``2.5 h``: for columns."""
    return f"{round(value * 60)} min" if 0 < value < 1 else f"{number(value)} h"


def count(n: int, noun: str, plural: str = "") -> str:
    """``1 gap``, ``3 gaps``, ``no gaps``."""
    words = noun if n == 1 else plural or f"{noun}s"
    return f"{spelled(n) if n else 'no'} {words}"


def listing(items: Sequence[str], last: str = "and") -> str:
    """``a, b and c``."""
    items = [item for item in items if item]
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def ordinal(n: int) -> str:
    """1 -> 1st, 12 -> 12th, 23 -> 23rd."""
    tail = {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th") if n % 100 not in (11, 12, 13) else "th"
    return f"{n}{tail}"


def capital(text: str) -> str:
    """The first letter in upper case; the rest stays as it is, and so do names that begin small
    ("vLLM", "dbt" is given its capital)."""
    first = text.split(" ", 1)[0]
    if first[:1].islower() and any(c.isupper() for c in first[1:]):
        return text
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """With a capital and a full stop; "" stays ""."""
    text = capital(text.strip())
    return text if not text or text[-1] in ".?!:…" else f"{text}."


def clip(text: str, limit: int) -> str:
    """At most ``limit`` characters, cut at a word, with an ellipsis that says so."""
    text = " ".join(text.split())
    if len(text) <= limit:
        return text
    cut = text[: limit - 1].rsplit(" ", 1)[0]
    whole = " ".join(text.split()[: words_that_end(text, len(cut.split()))])
    if limit // 2 <= len(whole) <= len(cut):
        cut = whole
    elif len(cut) < limit // 2:
        cut = text[: limit - 1]
    return cut.rstrip(" ,;:-") + "…"


_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")

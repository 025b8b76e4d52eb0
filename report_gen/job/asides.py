"""Lines among what is asked that ask nothing: jokes, small talk, what the first days will be like."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from report_gen.job.asks import starts_with_duty
from report_gen.job.requirements import Unit
from report_gen.job.times import FIRST_DAYS, without_time
from report_gen.job.words import JobWords, fold

ASIDE = "aside"
_LONGEST = 26
"""Words up to which a line is a remark."""
_WORD = re.compile(r"[a-z][a-z-]+")
_OFTEN = 2
"""A thing that so many other lines speak of is what the employer deals in, and no joke."""


def set_asides_apart(
    units: Sequence[Unit], words: JobWords, count_skills: Callable[[str], int]
) -> list[Unit]:
    """The units with remarks left out, each with its reason; no line that names a skill or years."""
    spoken = Counter(w for u in units for w in set(_WORD.findall(fold(u.text))))
    return [
        replace(u, kind=None, why=why)
        if u.kind and (why := _reason(u, words, count_skills, spoken))
        else u
        for u in units
    ]


def _reason(
    unit: Unit, words: JobWords, count_skills: Callable[[str], int], spoken: Counter[str]
) -> str:
    text = unit.text
    rest = fold(without_time(text))
    if FIRST_DAYS.match(text):
        if words.asides.arriving.match(rest):
            return "company"
        if words.asides.given.match(rest):
            return "benefits"
    if len(text.split()) > _LONGEST or count_skills(text) or words.asides.years.search(fold(text)):
        return ""
    if words.asides.remarks.search(fold(text)):
        return ASIDE
    daily = words.asides.daily.findall(fold(text))
    rare = bool(daily) and all(spoken[w] + spoken[f"{w}s"] <= _OFTEN for w in daily)
    return ASIDE if rare and not starts_with_duty(rest, words) else ""

"""Years of experience that a text asks for, in digits and words of several languages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from report_gen.job.words import Matcher, fold, whole_words
from report_gen.taxonomy.vocabulary_job import JobVocabulary

_MOST = 25.0
_WISHED = re.compile(r"^[\w\s]{0,20}\b(?:preferred|is a plus|a plus|desired|nice to have|ideal)\b")
_MONTHS = re.compile(
    r"(?<![\w-])(\d{1,2}|[a-zà-ž]+)(?: ?(?:-|–|to) ?(?:\d{1,2}|[a-zà-ž]+))?(?: ?\+| or more)? (?:months?|monate|mois|maanden)\b"
)
_UP_TO_YEARS = re.compile(r"(months?) ?(?:-|–|—|to) ?(?:\d{1,2}|[a-z]+) (?:years?|yrs?)\b")
""""Six months to two years": the years are the upper end."""
_EXPERIENCE = re.compile(r"experien|erfahrung|expérien|ervaring|esperienza|\byoe\b|track record")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rules:
    amount: Matcher
    after: Matcher
    before: Matcher
    numbers: Mapping[str, float]


_SPELLED = (
    (re.compile(r"\bhalf a decade\b"), "5 years"),
    (re.compile(r"\b(?:a|one) (?:full |whole )?decade\b"), "10 years"),
    (re.compile(r"\ba couple of years\b"), "2 years"),
    (re.compile(r"\b(\w+) or so years\b"), r"\1 years"),
    (re.compile(r"\bbetween (\w+) and (\w+) (?=years?\b|yrs\b)"), r"\1 to \2 "),
    (_UP_TO_YEARS, r"\1"),
    (re.compile(r"\byears of (?:[\w-]+ ){0,3}experience\s*[:=]\s*(\d{1,2})\b"), r"\1 years experience"),
)  # fmt: skip


def _count_out(folded: str) -> str:
    """Counts of years in other words ("a decade", "years of experience: 7") as a number."""
    for pattern, plain in _SPELLED:
        folded = pattern.sub(plain, folded)
    return folded


def find_years(text: str, vocabulary: JobVocabulary) -> list[float]:
    """Lower bounds of every "N+ years" in the text that is about experience, in order.

    "3-5 years" gives 3; ages, contract lengths, "the last 5 years" and the like give nothing.
    """
    rules = _rules(
        tuple(vocabulary.numbers.items()),
        vocabulary.year_words,
        vocabulary.years_trap,
        vocabulary.years_trap_before,
    )
    folded = _count_out(fold(text))
    found: list[float] = []
    for match in rules.amount.finditer(folded):
        value = _value(match.group("low") or match.group("high"), rules.numbers)
        if value is None or not 0 < value <= _MOST:
            continue
        rest, lead = folded[match.end() :], folded[: match.start()].rstrip()
        about = _EXPERIENCE.search(rest[:40])
        if rules.after.match(rest.lstrip(" '’s,")) and not about:
            continue
        if rules.before.search(lead[-24:]) and not about:
            continue
        if not _WISHED.match(rest):
            found.append(value)
    return found or _find_months(folded, rules.numbers)


def _find_months(folded: str, numbers: Mapping[str, float]) -> list[float]:
    """ "6+ months of experience", where no years are named."""
    if not _EXPERIENCE.search(folded):
        return []
    counts = (_value(match.group(1), numbers) for match in _MONTHS.finditer(folded))
    return [round(count / 12, 2) for count in counts if count and count <= 36]


def asked_years(text: str, vocabulary: JobVocabulary) -> float | None:
    """The years one requirement asks: the longest of its counts ("7 years, 3 of them leading";
    "a master's and 4 years, or a PhD" asks 4 of those without the PhD)."""
    return max(find_years(text, vocabulary), default=None)


@lru_cache(maxsize=8)
def _rules(
    numbers: tuple[tuple[str, float], ...],
    units: tuple[str, ...],
    after: tuple[str, ...],
    before: tuple[str, ...],
) -> _Rules:
    words = "|".join(sorted((word for word, _ in numbers), key=len, reverse=True))
    number = rf"(?:\d{{1,2}}(?:[.,]5)?|{words})"
    return _Rules(
        amount=re.compile(
            rf"(?<![\w.,/$€£])(?:(?P<low>{number}) ?\+?(?: years?| yrs?)? ?(?:-|–|—|to|bis|à|a|tot|or) ?)?"
            rf"(?P<high>{number})(?:[- ]?ish)?(?: ?\(\d+\))? ?(?:-plus|\+(?: (?!years|yrs)[a-z][\w-]*){{0,2}}|plus|or more|or above|and above|oder mehr|ou plus)?"
            rf" ?\+?(?: (?:full|solid|whole|good|relevant|professional|industry|overall|total|combined|direct|recent|hands-on|progressive|consecutive|full-time))? ?(?:{'|'.join(units)})(?!\w)\+?"
        ),
        after=whole_words(after),
        before=re.compile(rf"(?<!\w)(?:{'|'.join(before)}|the (?:last|past|next|first))$"),
        numbers=dict(numbers),
    )


def _value(text: str, numbers: Mapping[str, float]) -> float | None:
    if text in numbers:
        return float(numbers[text])
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return None

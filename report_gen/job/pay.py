"""Pay in all its forms -> Compensation. Nothing is stated that the posting does not contain."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from report_gen.job.models import Compensation
from report_gen.job.words import Matcher, anywhere, fold, whole_words
from report_gen.taxonomy.vocabulary_job import PayWords

Period = Literal["year", "hour", "month"]
_PLAUSIBLE: dict[Period, tuple[float, float]] = {
    "year": (12_000.0, 3_000_000.0),
    "month": (400.0, 60_000.0),
    "hour": (5.0, 600.0),
}
_RUPEES_YEAR = (100_000.0, 100_000_000.0)


_BASE = (
    "base(?: pay| salary| compensation)?", "salary", "salaries", "gehalt", "pay range", "jahresgehalt",
    "gross", "brutto", "market range", "compensation", "pay",
)  # fmt: skip
_OTHER = (
    "bonus", "ote", "equity", "rsus?", "stock", "sign-on", "signing", "total compensation", "budget",
    "allowance", "stipend",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A pay range found in a text, and how sure it is that it is this job's base pay."""

    pay: Compensation
    weight: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rules:
    amount: Matcher
    near: Matcher
    away: Matcher
    base: Matcher
    other: Matcher
    periods: tuple[tuple[Period, Matcher], ...]
    other_period: Matcher
    symbols: Mapping[str, str]

    def period_of(self, period: Period, text: str) -> bool:
        """Does the text begin by naming this period ("/year")?"""
        matcher = next(found for name, found in self.periods if name == period)
        return matcher.match(text.lstrip()) is not None


def find_pay(
    texts: Iterable[tuple[str, int]], words: PayWords, home: str, location: str = ""
) -> list[Offer]:
    """Offers in texts, the surest first (earlier ones first among equals). Of several ranges in
    one text that for the job's own place comes first.

    Each text comes with a weight of its place (2: a pay section or the header, 0: elsewhere,
    -1: benefits). ``home`` is the currency of the place, for amounts that name none.
    """
    rules = _rules(
        words.near, words.away, tuple(words.currencies.items()), words.year, words.hour,
        words.month, words.other_period,
    )  # fmt: skip
    found: list[Offer] = []
    for text, place in texts:
        if any(sign.isdigit() for sign in text):
            found += _read_text(
                fold(text).replace("~", ""), place, rules, home, _names_of(location)
            )
    return sorted(found, key=lambda offer: -offer.weight)


_NAME_BREAK = re.compile(r"[,;/|()]|\b(?:or|and|remote|hybrid|usa?|united states)\b")


def _names_of(location: str) -> tuple[str, ...]:
    names = (part.strip(" .") for part in _NAME_BREAK.split(fold(location)))
    return tuple(name for name in names if len(name) >= 4)


def _prefer_place(
    text: str, found: list[tuple[int, int, Offer]], names: tuple[str, ...]
) -> list[Offer]:
    """Of several ranges in one text, the nearest to the job's own place weighs most."""
    near: set[int] = set()
    ranges = all(None not in (o.pay.min, o.pay.max) and o.pay.min != o.pay.max for *_, o in found)
    for name in names if len(found) > 1 and ranges else ():
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            apart = [_distance(text, match.span(), (start, end)) for start, end, _ in found]
            near.add(apart.index(min(apart)))
    offers = [offer for *_, offer in found]
    if len(near) == 1:
        own = near.pop()
        most = max(offer.weight for offer in offers)
        offers[own] = replace(offers[own], weight=most + 1)
    return offers


def _distance(text: str, name: tuple[int, int], amount: tuple[int, int]) -> int:
    """Signs between a name and an amount; the end of a sentence counts as many."""
    before, after = sorted((name, amount))
    between = text[before[1] : after[0]]
    return len(between) + 60 * len(re.findall(r"[.;](?:\s|$)", between))


def _read_text(
    text: str, place: int, rules: _Rules, home: str, names: tuple[str, ...]
) -> list[Offer]:
    found: list[tuple[int, int, Offer]] = []
    hits = list(rules.amount.finditer(text))
    at = 0
    while at < len(hits):
        first = hits[at]
        second = hits[at + 1] if at + 1 < len(hits) else None
        gap = text[first.end() : second.start()] if second else ""
        paired = second is not None and _joins(gap)
        if paired and second is not None and _mixes_periods(text, second, gap, rules):
            at += 1 if rules.period_of("year", text[second.end() : second.end() + 12]) else 0
            paired, first, second = False, hits[at], None
        last = second if paired else None
        offer = _to_offer(text, first, last, place, rules, home)
        if offer is not None:
            found.append((first.start(), (last or first).end(), offer))
        at += 2 if paired else 1
    return _prefer_place(text, found, names)


def _mixes_periods(text: str, second: re.Match[str], gap: str, rules: _Rules) -> bool:
    """ "$70/hour to $208,000/year" is no range: the yearly amount is taken by itself."""
    after = text[second.end() : second.end() + 12]
    return (rules.period_of("hour", gap) and rules.period_of("year", after)) or (
        rules.period_of("year", gap) and rules.period_of("hour", after)
    )


_JOIN = re.compile(
    r"\s*(?:(?:/ ?|per |a |an )?(?:year|yr|annum|hour|hr|month|mo|annually)\.?|gross|brutto|base)?\s*"
    r"(?:-|–|—|to|and|und|bis|à|et|a|tot|en|up to|until|through|y|e)\s*"
    r"|[^.;]{0,60}\b(?:up to|to a maximum of|and goes up to|rising to|bis zu)\s*",
    re.I,
)


def _joins(gap: str) -> bool:
    return bool(_JOIN.fullmatch(gap))


def _to_offer(
    text: str,
    first: re.Match[str],
    last: re.Match[str] | None,
    place: int,
    rules: _Rules,
    home: str,
) -> Offer | None:
    high_match = last or first
    scale = _scale(high_match) if last is not None and not _scale(first) else _scale(first)
    low = _number(first, scale or _scale(high_match))
    high = _number(high_match, _scale(high_match) or scale) if last is not None else low
    if low is None or high is None:
        return None
    currency = _currency((first, high_match), rules, home)
    around = text[max(0, first.start() - 90) : high_match.end() + 60]
    after = text[high_match.end() : high_match.end() + 45]
    period = _period(low, high, f"{text[first.end() : high_match.start()]} {after}", around, rules)
    if period is None:
        return None
    weight = _weigh(text, first.start(), high_match.end(), currency, last is not None, place, rules)
    if weight <= 0:
        return None
    if high < low and last is not None:
        return None
    bounds = _bounds(text, first, last, low, high)
    return Offer(
        pay=Compensation(min=bounds[0], max=bounds[1], currency=currency or home, period=period),
        weight=weight,
    )


def _bounds(
    text: str, first: re.Match[str], last: re.Match[str] | None, low: float, high: float
) -> tuple[float | None, float | None]:
    if last is not None:
        return low, high
    before, after = (
        text[max(0, first.start() - 18) : first.start()],
        text[first.end() : first.end() + 4],
    )
    if re.search(r"\b(?:up to|bis zu|bis|max\.?|maximum(?: of)?|jusqu'à|tot|hasta)\s*$", before):
        return None, low
    if re.search(r"\b(?:from|starting at|starts at|at least|minimum(?: of)?|min\.?|ab|mindestens|à partir de|vanaf|desde)\s*$", before) or after.strip().startswith("+"):  # fmt: skip
        return low, None
    return low, low


def _weigh(
    text: str, start: int, end: int, currency: str, ranged: bool, place: int, rules: _Rules
) -> int:
    """Points for and against a range being this job's base pay."""
    sentence = _sentence_around(text, start, end)
    near = text[max(0, start - 60) : end + 40]
    weight = place + (2 if ranged else 0) + (1 if currency else -1)
    said = rules.near.search(sentence) is not None
    if not said and place < 2 and rules.away.search(near):
        return 0
    weight += 2 if said else 0
    weight += 2 if rules.base.search(near) else 0
    weight -= 3 if rules.other.search(text[max(0, start - 30) : start]) else 0
    hits = len({hit.lower() for hit in rules.away.findall(near)})
    weight -= 2 * min(hits, 2) if not ranged else min(hits, 1)
    if not ranged and not currency:
        weight -= 2
    return weight - (1 if not ranged else 0)


def _sentence_around(text: str, start: int, end: int) -> str:
    left = max(text.rfind(". ", 0, start), text.rfind("; ", 0, start))
    right = text.find(". ", end)
    return text[left + 1 : right if right >= 0 else len(text)]


def _scale(match: re.Match[str]) -> str:
    return (match.group("scale") or "").lower()


def _number(match: re.Match[str], scale: str) -> float | None:
    digits = re.sub(r"[ '’\u202f]", "", match.group("number"))
    if re.fullmatch(r"\d{1,2}(?:,\d{2})+,\d{3}", digits):  # 30,00,000: counted in lakhs
        value = float(digits.replace(",", ""))
    elif re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+(?:[.,]\d{1,2})?", digits):
        head = re.sub(r"[.,]\d{1,2}$", "", digits) if re.search(r"[.,]\d{1,2}$", digits) else digits
        tail = digits[len(head) + 1 :]
        value = float(re.sub(r"[.,]", "", head) + (f".{tail}" if tail else ""))
    else:
        try:
            value = float(digits.replace(",", "."))
        except ValueError:
            return None
    if scale in ("k", "tsd", "tsd.", "thousand", "tausend"):
        return value * 1000 if value < 5000 else value
    if scale in ("lpa", "lakh", "lakhs", "lac", "lacs", "l"):
        return value * 100_000
    return value


_SHARED = {"$": ("USD", "CAD", "AUD", "NZD", "SGD", "HKD"), "kr": ("SEK", "NOK", "DKK")}
"""Signs that several countries use: a code beside them, or the place, says which."""


def _currency(matches: Iterable[re.Match[str]], rules: _Rules, home: str) -> str:
    """The currency the amounts name, a code before a shared sign; "" if they name none."""
    signs: list[str] = []
    scales: set[str] = set()
    for match in matches:
        scales.add(_scale(match))
        for group in ("before", "after"):
            written = (match.group(group) or "").strip().lower()
            signs += [written] if written in rules.symbols else re.findall(r"[^\s$]+|\$", written)
    known = [sign for sign in signs if sign in rules.symbols]
    named = next((sign for sign in known if sign not in _SHARED), "")
    if named:
        return rules.symbols[named]
    if known:
        return home if home in _SHARED[known[0]] else rules.symbols[known[0]]
    return "INR" if scales & {"lpa", "lakh", "lakhs", "lac", "lacs"} else ""


def _period(low: float, high: float, after: str, around: str, rules: _Rules) -> Period | None:
    """The period the words name, if the amounts are plausible for it; else the one that fits."""
    if rules.other_period.search(after[:40]):
        return None
    behind = _GROSS.sub("", after)
    named = [period for period, matcher in rules.periods if matcher.match(behind)]
    if named and high >= _PLAUSIBLE[named[0]][0]:
        return named[0]  # said right behind the amount: true in any currency
    for text in (after, around):
        for period, matcher in rules.periods:
            if matcher.search(text) and _fits(low, high, period):
                return period
    return "year" if _fits(low, high, "year") else None


_GROSS = re.compile(r"^[ ,\-–—]*(?:(?:gross|brutto|bruto|net|netto|base|hrubého)\b[ ,\-–—]*)*")


def _fits(low: float, high: float, period: Period) -> bool:
    least, most = _PLAUSIBLE[period]
    if period == "year" and _RUPEES_YEAR[0] <= low <= _RUPEES_YEAR[1]:
        most = _RUPEES_YEAR[1]
    return least <= low and high <= most


@lru_cache(maxsize=8)
def _rules(
    near: tuple[str, ...],
    away: tuple[str, ...],
    currencies: tuple[tuple[str, str], ...],
    year: tuple[str, ...],
    hour: tuple[str, ...],
    month: tuple[str, ...],
    other_period: tuple[str, ...],
) -> _Rules:
    signs = "|".join(re.escape(s) for s, _ in sorted(currencies, key=lambda c: -len(c[0])))
    number = r"\d{1,2}(?:,\d{2})+,\d{3}(?!\d)|\d{1,3}(?:[.,'’ \u202f]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d{1,2})?(?!\d)"
    return _Rules(
        amount=re.compile(
            rf"(?<![\w.,#])(?P<before>(?:(?:{signs})\s?){{1,2}})?\s?(?P<number>{number})(?![%+]?\d)\s?(?P<scale>k|tsd\.?|thousand|tausend|lpa|lakhs?|lacs?)?(?![\w%])"
            rf"(?:\s?(?P<after>(?:{signs})(?!\w)))?(?! ?(?:%|years?(?!ly)|yrs|days?|hours? (?:a|per)|weeks?|million|billion|bn|mn|people|employees|countries))",
            re.I,
        ),
        near=whole_words(near),
        away=whole_words(away),
        base=whole_words(_BASE),
        other=whole_words(_OTHER),
        periods=(("hour", anywhere(hour)), ("month", anywhere(month)), ("year", anywhere(year))),
        other_period=anywhere(other_period),
        symbols=dict(currencies),
    )

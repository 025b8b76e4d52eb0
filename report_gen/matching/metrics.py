"""Numbers that measure something, in every form resumes write them (resume_patterns, section 5).

Versions, dates, marks, course codes and "24/7" measure nothing and are passed over.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from report_gen.matching.aims import aims_in
from report_gen.matching.lexicon import Lexicon
from report_gen.matching.models import Metric
from report_gen.matching.named_numbers import MASK, without_names
from report_gen.matching.words import words

_DIGIT = re.compile(r"\d")
_N = r"\d+(?:(?::\d{1,2}(?![\d.,]\d))+|(?:[.,]\d+)*)"
_BIG = r"(?:\s?(?:k|K|m|M|B|bn|mln|mio|million|billion|thousand|lakh|crore))?(?![A-Za-z0-9])"
_TIME = r"(?:ms|µs|us|s|sec|secs|seconds?|min|mins|minutes?|h|hrs?|hours?|days?|weeks?|months?|milliseconds?)"
_UNIT = rf"(?:%|pp|percent(?:age points?)?|x|×|{_TIME}|[KMGTP]B(?:/\w+)?|FPS|Hz|GPUs?)"
_SUM = rf"(?:(?:US|CAD|A|C|EUR|USD|GBP|PLN|CHF|INR|SEK)?\s?[$€£₹]|(?:EUR|USD|GBP|CAD|PLN|CHF|INR|AUD)\s)\s?{_N}{_BIG}|{_N}{_BIG}\s(?:dollars|euros|pounds)\b"
_NEARLY = r"(?:~|≈|ca\.?\s|(?:about|approx\.?|roughly|around|nearly|almost|some|under|over|below|less than|more than)\s)?"
_Q = rf"{_NEARLY}(?:{_SUM}|[+\-−]?{_N}{_BIG})\s?-?(?:{_UNIT}(?![A-Za-z]))?"
_CHANGE = re.compile(
    rf"(?:from\s+)?(?P<a>{_Q})\s*(?:by\s\w+\s)?(?:->|-->|→|=>|⇒|to|down to|up to)\s*(?P<b>{_Q})",
    re.I,
)
_AGAINST = re.compile(
    rf"(?P<b>{_Q})(?!\s*(?:%|[A-Za-z]*\s?-))(?P<gap>[^.;:()\d]{{0,60}}?)"
    rf"\b(?:against|versus|vs\.?|compared (?:with|to)|instead of|rather than|(?:up|down) from)\s"
    rf"(?:an?\s|the\s|earlier\s|previously\s)?(?P<a>{_Q})",
    re.I,
)
"""A figure and what it is held against: "0.74, against 0.66 for the rule"."""
_MAY_CHANGE = re.compile(r"(?:->|→|=>|⇒|to)\D{0,30}\d", re.I)
_MAY_COMPARE = re.compile(r"against|vs|versus|compared|instead|rather|from", re.I)
"""What a text must hold for any of those to be found in it: far cheaper to look for."""
_SINGLE = re.compile(
    rf"(?P<money>{_SUM}\+?)"
    rf"|(?P<percent>[+\-−]?\s?{_N}\s?(?:-\s?{_N}\s?)?(?:%|pp\b|percent\b|percentage points?\b)|[+\-−]\s?{_N}\s?(?:points?|pts|bps|basis points)\b)"
    rf"|(?P<times>\b{_N}\s?[x×](?![\w]))"
    rf"|(?P<rate>\b{_N}\s?[kKM]?\+?\s?(?:QPS|RPS|TPS|(?:\w+\s)?(?:requests?|reqs?|msgs?|messages|events|rows|scorings|records|transactions)\s?(?:/|per)\s?\w+))"
    rf"|(?P<speed>\b(?:p\d\d\s?[<=:]?\s?)?{_N}\s?(?:ms|µs|milliseconds|FPS|Hz)\b)"
    rf"|(?P<saved>\b{_N}\+?\s(?:hours|days|minutes)\s(?:an?|per|every|each)\s(?:day|week|month|quarter|year))"
    rf"|(?P<bytes>\b{_N}\s?[KMGTP]B(?:\s?/\s?\w+)?\b)"
    rf"|(?P<count>\b{_N}{_BIG}\+?(?=\s[A-Za-z]))"
    rf"|(?P<model>\b0?\.\d{{2,}}\b)",
)
_VERSIONS = re.compile(r"\b(?:upgrad\w+|version|v)\s(?:\S+\s){0,3}(?:from\s)?$", re.I)
_RATED = re.compile(r"\d+(?:\.\d+)?\s?/\s?(?:4|4\.0+|5|10|20|100)(?![\d%])|24/7")
_YEAR = re.compile(r"^(?:19|20)\d\d$")
_BEFORE = re.compile(r"([A-Za-z][\w+#.]*)[-\s]?$")
MONEY = frozenset({"$", "€", "£", "₹", "dollars", "euros", "pounds"})
_COUNTED = frozenset({"scale", "people", "business", "delivery", "cost"})


def read_metrics(text: str, lex: Lexicon) -> tuple[Metric, ...]:
    """Every measure in ``text``, in its order, with its baseline where one is given."""
    written, text = text, without_names(text)
    if _DIGIT.search(text) is None:
        return ()
    taken = [*((m.start(), m.end()) for m in _RATED.finditer(text)), *aims_in(written)]
    found: list[tuple[int, Metric]] = []
    for change in _CHANGE.finditer(text) if _MAY_CHANGE.search(text) else ():
        if _VERSIONS.search(text[: change.start()]) and not _unit(change["b"]):
            taken.append(change.span())
        elif _free(change.span(), taken) and _measures(change["a"], change["b"]):
            taken.append(change.span())
            found.append((change.start(), _changed(text, change, lex)))
    for against in _AGAINST.finditer(text) if _MAY_COMPARE.search(text) else ():
        if _free(against.span(), taken) and _alike(against["a"], against["b"]):
            taken.append(against.span())
            found.append((against.start("b"), _compared(text, against, lex)))
    for single in _SINGLE.finditer(text):
        if _free(single.span(), taken) and (metric := _single(text, single, lex)):
            taken.append(single.span())
            found.append((single.start(), metric))
    return tuple(_as_written(m, written, at) for at, m in sorted(found, key=lambda f: f[0]))


def _as_written(metric: Metric, written: str, at: int) -> Metric:
    """A name that stands inside the measure ("40 HTTP/2 requests per second") with its digits."""
    if MASK not in metric.text:
        return metric
    text = written[at:].lstrip()[: len(metric.text)]
    return replace(metric, text=text, value=text if MASK in metric.value else metric.value)


def _free(span: tuple[int, int], taken: list[tuple[int, int]]) -> bool:
    return all(span[1] <= a or span[0] >= b for a, b in taken)


def _measures(a: str, b: str) -> bool:
    bare = [re.sub(r"[^\d]", "", q) for q in (a, b)]
    if all(_YEAR.match(q) for q in bare):
        return False
    return bool(
        _unit(a)
        or _unit(b)
        or "." in a + b
        or (len(bare[0]) > 1 and len(bare[1]) > 0)
        or bare[0] != bare[1]
    )


def _unit(quantity: str) -> str:
    found = re.search(r"[%×€$£₹]|pp|percent|[A-Za-zµ/]+$", quantity.strip().removesuffix("+"))
    return "" if found is None else "%" if found.group() == "percent" else found.group()


def _number(quantity: str) -> float:
    digits = re.search(_N, quantity)
    if digits is None:
        return 0.0
    raw = digits.group()
    if ":" in raw:  # "4:10 minutes"
        return sum(float(p) * 60.0**n for n, p in enumerate(reversed(raw.split(":"))))
    raw = raw.replace(",", "") if re.search(r",\d{3}\b", raw) else raw.replace(",", ".")
    try:
        return float(raw)
    except ValueError:
        return 0.0


def _alike(a: str, b: str) -> bool:
    """Two figures of one kind: shares, sums, times in one unit, or decimals."""
    return (_unit(a) == _unit(b) != "") or (not _unit(a) + _unit(b) and "." in a and "." in b)


def _compared(text: str, against: re.Match[str], lex: Lexicon) -> Metric:
    """A figure with what it is held against as its baseline."""
    a, b = against["a"].strip(), against["b"].strip()
    return Metric(
        text=b,
        value=b,
        unit=_unit(b),
        baseline=a,
        direction="up" if _number(b) > _number(a) else "down",
        kind=_kind(text, against.span("b"), _unit(b), lex),
    )


_MOVING = re.compile(
    r"\b(?:went|moved?|moving|took|taken|brought|bringing|changed?|improv\w+|shifted|climbed|jumped|scaled?|to go)\s(?:\S+\s){0,4}$",
    re.I,
)


def _is_range(text: str, change: re.Match[str], kind: str, lex: Lexicon) -> bool:
    """ "4 to 5 patients per shift", "companies from 60 to 2,500 people": between two sizes, and
    nothing is said to have moved. What goes down, or is measured as a share or a time, has moved."""
    a, b = _number(change["a"]), _number(change["b"])
    said = change.group()
    if b <= a or _unit(change["b"]) in ("%", "ms", "x", "×") or re.search(r"[-=]+>|→|⇒", said):
        return False
    if kind in ("model_quality", "serving", "business") or "." in change["a"]:
        return False
    before = text[max(0, change.start() - 50) : change.start()]
    moved = _MOVING.search(before) or any(
        h.key in ("up", "down") for h in lex.line_book.find(words(before))
    )
    return not moved


def _changed(text: str, change: re.Match[str], lex: Lexicon) -> Metric:
    a, b = change["a"].strip(), change["b"].strip()
    unit = _unit(b) or _unit(a)
    kind = _kind(text, change.span(), unit, lex)
    if _is_range(text, change, kind, lex):
        return Metric(text=change.group().strip(), value=f"{a} to {b}", unit=unit, kind=kind)
    direction: Literal["up", "down", ""] = "up" if _number(b) > _number(a) else "down"
    if _unit(a) and _unit(b) and _unit(a) != _unit(b):
        direction = _direction(text, change.span(), lex)
    return Metric(
        text=change.group().strip(),
        value=b,
        unit=unit,
        baseline=a,
        direction=direction,
        kind=kind,
    )


def _single(text: str, found: re.Match[str], lex: Lexicon) -> Metric | None:
    form, value = found.lastgroup or "", found.group().strip()
    kind = _kind(text, found.span(), _unit(value), lex)
    if form == "count":
        near = _near_kind(text, found.span(), lex, after_only=True)
        if _YEAR.match(value) or near not in _COUNTED or _is_version(text[: found.start()], lex):
            return None
        kind = near
    if form == "saved" and _direction(text, found.span(), lex) != "down":
        return None
    if form == "model" and kind != "model_quality":
        return None
    if form == "rate":
        kind = "scale"
    if form == "speed":
        kind = "serving"
    if form == "saved":
        return Metric(text=value, value=value, unit="hours", direction="down", kind="delivery")
    return Metric(
        text=value,
        value=value,
        unit=_unit(value),
        direction=_direction(text, found.span(), lex),
        kind=kind or ("scale" if form == "bytes" else ""),
    )


def _is_version(before: str, lex: Lexicon) -> bool:
    """ "Python 3 services", "version 2 users": the number belongs to the name before it."""
    word = _BEFORE.search(before)
    return word is not None and (
        word[1].lower() in ("v", "version")
        or (word[1][0].isupper() and lex.taxonomy.skill_id(word[1]) is not None)
    )


def _near_kind(text: str, span: tuple[int, int], lex: Lexicon, after_only: bool = False) -> str:
    """The kind whose word stands nearest to the number, what follows it first."""
    best, best_distance = "", 10_000
    start, end = max(0, span[0] - (0 if after_only else 60)), span[1] + (28 if after_only else 45)
    start = span[1] if after_only else start
    for hit in lex.metric_book.find(words(text[start:end])):
        a, b = start + hit.start, start + hit.end
        distance = a - span[1] if a >= span[1] else (span[0] - b if b <= span[0] else 0)
        parted = re.search(r"[;.]\s|\sand\s", text[min(b, span[0]) : max(a, span[1])])
        distance += 40 if parted else 0
        if distance < best_distance:
            best, best_distance = hit.key, distance
    return best


def _kind(text: str, span: tuple[int, int], unit: str, lex: Lexicon) -> str:
    kind = _near_kind(text, span, lex)
    if kind in ("scale", "people", "") and unit in ("ms", "µs", "FPS", "Hz"):
        return "serving"
    if unit in MONEY and kind not in ("business", "cost"):
        return "cost" if lex_down(text, span, lex) else "business"
    return kind


def lex_down(text: str, span: tuple[int, int], lex: Lexicon) -> bool:
    """True if the words around a number speak of less."""
    return _direction(text, span, lex) == "down"


def _direction(text: str, span: tuple[int, int], lex: Lexicon) -> Literal["up", "down", ""]:
    value = text[span[0] : span[1]].strip()
    if value[:1] in "+":
        return "up"
    if value[:1] in "-−":
        return "down"
    start = max(0, span[0] - 50)
    best: Literal["up", "down", ""] = ""
    distance = 10_000
    for hit in lex.line_book.find(words(text[start : span[1] + 20])):
        if hit.key not in ("up", "down"):
            continue
        a, b = start + hit.start, start + hit.end
        away = a - span[1] if a >= span[1] else max(0, span[0] - b)
        if away < distance:
            best, distance = ("up" if hit.key == "up" else "down"), away
    return best

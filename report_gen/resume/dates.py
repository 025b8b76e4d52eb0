"""Dates as resumes write them: thirty forms in many languages, and arithmetic in months.

Forms: section 2 of the project's notes on resumes (month names, numbers, quarters, seasons, two
digits, "since", "to date", expected). A date has the precision the page gives: ``2020`` or
``2020-03``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from report_gen.resume.folding import fold_in_place

if TYPE_CHECKING:
    from report_gen.taxonomy.vocabulary_resume import ResumeVocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRange:
    """``text[at:to]`` is what was read. ``current``: it still goes on, ``end`` is then "".

    ``single``: one date, not a range (start and end are then the same, or cover a season).
    ``expected``: announced, not yet reached.
    """

    start: str = ""
    end: str = ""
    current: bool = False
    single: bool = False
    expected: bool = False
    at: int = 0
    to: int = 0


_SPELT = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen"
_GLUED = re.compile(r"(?<=[-–—] )(?:Current|Present|Now|Today)(?=[A-Z][a-z])[A-Z]")
"""A title that has run into the date: "2016 - CurrentWarehouse Lead"."""


@dataclass(frozen=True, slots=True)
class _Point:
    first: str  # as a start
    last: str  # as an end
    present: bool = False
    month_only: int = 0


class DateWords:
    """The vocabulary's date words as regular expressions. Build it once per vocabulary."""

    def __init__(self, words: ResumeVocabulary) -> None:
        self._month: dict[str, int] = {}
        for number, names in words.months.items():
            for name in names:
                self._month.setdefault(_plain(name), int(number))
        self._season: dict[str, int] = {}
        for first, names in words.seasons.items():
            for name in names:
                self._season.setdefault(_plain(name), int(first))
        self._month_name = re.compile(rf"(?<![^\W\d_])({_any(self._month)})(?![^\W\d_])")
        self._season_name = re.compile(rf"({_any(self._season)})")
        month = rf"(?:{_any(self._month)})(?![^\W\d_])\.?"
        season = rf"(?:{_any(self._season)})(?![^\W\d_])"
        present = rf"(?:{_any(map(_plain, words.present))})(?![^\W\d_])"
        of = r"(?:\s*,\s*|\s*/\s*|[\s.]+(?:(?:de|of|del|d')\s+)?|[-–](?=\s?(?:19|20)\d\d)|['’`´]\s?(?=(?:19|20)\d\d)|(?=[12]\d{3}|['’`´]))"
        year = r"(?:19[4-9]\d|20[0-4]\d)(?!\d)"
        short = r"['’`´]\s?\d\d(?!\d)"
        day = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er|\.|º|°)?"
        number = r"(?:0?[1-9]|1[0-2])"
        forms = [
            rf"(?P<ymd>{year}[-/.]{number}[-/.](?:0?[1-9]|[12]\d|3[01])(?![\d]))",
            rf"(?P<dmy>(?:0?[1-9]|[12]\d|3[01])[./-](?:0?[1-9]|[12]\d|3[01])[./-]{year})",
            rf"(?P<ym>{year}\s?[-/.]\s?(?:0[1-9]|1[0-2]|[1-9](?=\D|$))(?!\d|[-/.]\d))",
            rf"(?P<my>(?<![\d/.]){number}\s?[-/.]\s?{year})",
            rf"(?P<cjk>{year}\s?(?:年|년)\s?(?:{number}\s?(?:月|월)?)?)",
            rf"(?P<named>(?<![^\W\d_])(?:{day}\s?(?:de\s+|of\s+)?)?{month}(?:\s?{day}\s?,(?=\s?{year}))?(?:\s{day}(?=\s{year}))?{of}(?:{year}|{short}|\d\d(?![\d%.,:/]|[-–]\d\d?(?!\d)|\s?(?:%|\+))))",
            rf"(?P<yearmonth>{year}(?:[\s.,]+|[-/]){month}(?!\s?,?\s?{year}))",
            rf"(?P<quarter>(?<![^\W\d_])[qhtst][1-4][\s,'’/-]*(?:{year}|\d\d(?!\d))|{year}[\s/-]?[qh][1-4]|[1-4]\s?\.\s?quartal\s{year})",
            rf"(?P<season>(?<![^\W\d_]){season}(?:\s+(?:of|de|semester|term))?[\s,]*(?:{year}(?:/\d\d(?:\d\d)?)?|{short})|(?<![^\W_])(?:ws|ss|wise|sose)\s?{year}(?:/\d\d)?)",
            rf"(?P<year>(?<![\d$€£#.,])(?<![^\W\d]-)(?<!\d[:/]){year}(?![\d%]|[.,]\d)|(?<!\w){short}(?![^\W_]))",
            rf"(?P<present>(?<![^\W_])(?:{present}))",
            rf"(?P<month>(?<![^\W\d_]){month}(?!\w))",
            rf"(?P<short_my>(?<![\d/.]){number}/\d\d(?![\d/])|(?<![\w/.-]){number}-\d\d(?=\s+[-–—]\s+(?:{number}-\d\d(?![\d-])|(?:{present})))|(?<=\d [-–—] ){number}-\d\d(?![\d/-]))",
        ]
        self._form = re.compile("|".join(forms))
        until = _any(_plain(w) for w in words.until)
        self._between = re.compile(
            rf"\s*(?:[-–—−‐~～→➔>]+|/|[-–—]?\s*(?<![^\W_])(?:{until})(?![^\W_]))\s*(?:(?:the|le|la|el|il|o)\s+)?"
        )
        self._open = re.compile(r"\s*[-–—−~→]+\s*(?=$|[)\]|·•,\t])")
        since = _any(_plain(w) for w in words.since)
        self._since = re.compile(rf"(?<![^\W_])(?:{since})\.?:?\s+$")
        expected = _any(_plain(w) for w in words.expected)
        self._expected = re.compile(
            rf"[(\[]?\s*(?<![^\W_])(?:{expected})(?![^\W_])\s*(?:in|on|by)?\s*:?\s*[(\[]?\s*$"
        )
        self._expected_after = re.compile(rf"\s*[,;]?\s*[(\[]?\s*(?:{expected})(?![^\W_])\s*[)\]]?")
        self._future = re.compile(
            r"expected|anticipated|graduating|estimated|projected|planned|voraussichtlich|prev|verwacht|forvent|planowan"
        )
        unit = _any(_plain(w) for w in words.duration_units)
        amount = rf"(?:(?:about|ca\.?|~)\s?)?(?:\d{{1,2}}(?:[.,]\d)?\+?\s?|(?:an?|{_SPELT})\s)(?:{unit})(?![^\W\d_])\.?"
        self._duration = re.compile(
            rf"\s*[·•|,;:–-]?\s*[(\[]?\s*{amount}(?:\s*(?:,|and|und|et|y|e|&)?\s*{amount})?\s*[)\]]?(?=$|[\s|·,;)\t])"
        )

    def duration_after(self, folded: str, at: int) -> int:
        """The end of a duration (``· 2 yrs 3 mos``) that starts at ``at``, or ``at``."""
        match = self._duration.match(folded, at)
        return match.end() if match else at

    def find(self, text: str) -> tuple[DateRange, ...]:
        """Every date and range in ``text``, in order."""
        if not text or not _MAY_HOLD_DATE.search(text):
            return ()
        folded = fold_in_place(_GLUED.sub(lambda m: m.group()[:-1] + " ", text))
        points = list(self._points(folded))
        found: list[DateRange] = []
        k = 0
        while k < len(points):
            one = self._range_at(folded, points, k)
            if one is None:
                k += 1
                continue
            made, used = one
            found.append(self._widen(folded, made))
            k += used
        return tuple(found)

    def _points(self, folded: str) -> Iterable[tuple[int, int, _Point]]:
        for match in self._form.finditer(folded):
            kind = match.lastgroup or ""
            point = self._point(kind, match.group())
            if point is not None:
                yield match.start(), match.end(), point

    def _range_at(
        self, folded: str, points: list[tuple[int, int, _Point]], k: int
    ) -> tuple[DateRange, int] | None:
        at, to, first = points[k]
        if k + 1 < len(points):
            at2, to2, last = points[k + 1]
            gap = self._between.fullmatch(folded, to, at2)
            glued = last.present and not folded[to:at2].strip() and to < at2  # "2019 to date"
            if (gap or glued) and not first.present:
                start = first.first
                if first.month_only and last.last:
                    start = f"{last.last[:4]}-{first.month_only:02d}"
                if start and not last.month_only:
                    end = "" if last.present else last.last
                    return DateRange(start=start, end=end, current=last.present, at=at, to=to2), 2
                if start and last.month_only and len(start) == 7:
                    end = f"{start[:4]}-{last.month_only:02d}"
                    return DateRange(start=start, end=end, at=at, to=to2), 2
        if first.present or first.month_only:
            return None
        if len(first.first) == 4:
            pair = re.compile(r"\s?[-–—−/]\s?['’]?(\d\d)(?![\d.:%]|[-/]\d)").match(folded, to)
            if pair and first.first[2:] <= pair.group(1):
                end = first.first[:2] + pair.group(1)
                return DateRange(start=first.first, end=end, at=at, to=pair.end()), 1
        since = self._since.search(folded, 0, at)
        if since and not re.search(r"[^\s|·•,(\[\t:–-]", folded[: since.start()][-1:]):
            return DateRange(start=first.first, current=True, at=since.start(), to=to), 1
        hanging = self._open.match(folded, to)
        if hanging:
            return DateRange(start=first.first, current=True, at=at, to=hanging.end()), 1
        return DateRange(start=first.first, end=first.last, single=True, at=at, to=to), 1

    def _widen(self, folded: str, found: DateRange) -> DateRange:
        """Take in "expected", brackets and a duration that belong to the date."""
        at, to, expected = found.at, found.to, False
        before = self._expected.search(folded, 0, at)
        if before:
            expected = bool(self._future.search(before.group()))
            at = before.start()
        elif (
            re.search(
                r"(?<!\w)(?:from|von|du|de|desde|dal|vom|od|between|c|ca|circa)\.?\s+$", folded[:at]
            )
            and not found.single
        ):
            at = re.search(r"\w+\.?\s+$", folded[:at]).start()  # type: ignore[union-attr]
        after = self._expected_after.match(folded, to)
        if after:
            expected = expected or bool(self._future.search(after.group()))
            to = after.end()
        to = self.duration_after(folded, to)
        opened = re.search(r"[(\[]\s*$", folded[:at])
        closed = re.match(r"\s*[)\]]", folded[to:])
        if opened and closed:
            at, to = opened.start(), to + closed.end()
        elif closed and folded[at:to].count("(") > folded[at:to].count(")"):
            to += closed.end()
        elif opened and folded[at:to].count(")") > folded[at:to].count("("):
            at = opened.start()
        return DateRange(
            start=found.start, end=found.end, current=found.current, single=found.single,
            expected=expected, at=at, to=to,
        )  # fmt: skip

    def _point(self, kind: str, text: str) -> _Point | None:
        if kind == "present":
            return _Point("", "", present=True)
        year = _year_in(text)
        if kind == "month":
            number = self._month.get(text.rstrip("."))
            return _Point("", "", month_only=number) if number else None
        if year is None:
            return None
        if kind == "year":
            return _Point(str(year), str(year))
        if kind in ("named", "yearmonth"):
            name = self._month_name.search(text)
            return _month_point(year, self._month[name.group(1)]) if name else None
        if kind == "season":
            name = self._season_name.search(text)
            first = self._season[name.group(1)] if name else (10 if text[0] == "w" else 4)
            if first == 12 and "/" not in text:  # January or December? The page doesn't say
                return _Point(str(year), str(year))
            return _span_point(year, first, 3)
        if kind == "quarter":
            part = re.search(r"[qhtst]([1-4])", text) or re.search(r"([1-4])\s?\.", text)
            if part is None:
                return None
            months = 6 if "h" in text.split(part.group(1))[0][-1:] else 3
            return _span_point(year, (int(part.group(1)) - 1) * months + 1, months)
        return _numeric_point(kind, text, year)


_MAY_HOLD_DATE = re.compile(r"\d\d")


def _numeric_point(kind: str, text: str, year: int) -> _Point | None:
    numbers = [int(n) for n in re.findall(r"\d+", text)]
    if kind == "cjk":
        return _month_point(year, numbers[1]) if len(numbers) > 1 else _Point(str(year), str(year))
    if kind in ("ymd", "ym"):
        return _month_point(year, numbers[1])
    if kind in ("my", "short_my"):
        return _month_point(year, numbers[0])
    if kind == "dmy":
        first, second = numbers[0], numbers[1]
        month_first = second > 12 or (
            first <= 12 and "/" in text and first != second and second > 12
        )
        month = first if month_first else second
        return _month_point(year, month) if month <= 12 else None
    return None


def _month_point(year: int, month: int) -> _Point | None:
    if not 1 <= month <= 12:
        return None
    text = f"{year:04d}-{month:02d}"
    return _Point(text, text)


def _span_point(year: int, first: int, months: int) -> _Point:
    last = first + months - 1
    end_year = year + (last - 1) // 12
    return _Point(f"{year:04d}-{first:02d}", f"{end_year:04d}-{(last - 1) % 12 + 1:02d}")


def _year_in(text: str) -> int | None:
    full = re.search(r"(?:19[4-9]\d|20[0-4]\d)", text)
    if full:
        return int(full.group())
    short = re.search(r"['’`´]\s?(\d\d)$|(?<!\d)(\d\d)$", text)
    if short is None:
        return None
    value = int(short.group(1) or short.group(2))
    return 2000 + value if value < 45 else 1900 + value


def _plain(word: str) -> str:
    return fold_in_place(word).strip()


def _any(words: Iterable[str]) -> str:
    """Alternatives, the longest first; spaces match white space and apostrophes (aujourd'hui)."""
    ordered = sorted({w for w in words if w}, key=lambda w: (-len(w), w))
    return "|".join(re.escape(w).replace(r"\ ", r"[\s']+") for w in ordered)


@lru_cache(maxsize=4)
def _words_by_id(key: int, holder: _Holder) -> DateWords:
    return DateWords(holder.words)


class _Holder:
    """Lets a cache be keyed by a vocabulary's identity: its mappings can't be hashed."""

    def __init__(self, words: ResumeVocabulary) -> None:
        self.words = words

    def __hash__(self) -> int:
        return id(self.words)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Holder) and other.words is self.words


def date_words(words: ResumeVocabulary) -> DateWords:
    """The compiled date words of a vocabulary (cached)."""
    return _words_by_id(id(words), _Holder(words))


def parse_date_range(text: str, words: ResumeVocabulary) -> DateRange | None:
    """The first date range in ``text`` (a single date if there is no range), or None."""
    found = date_words(words).find(text)
    ranges = [r for r in found if not r.single]
    return ranges[0] if ranges else found[0] if found else None


def month_number(text: str, *, end: bool = False) -> int | None:
    """Months since year 0 of ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; None if it is none.

    A bare year stands for its middle (July as a start, June as an end), so that ``2016 - 2018``
    and ``2018 - 2020`` make two years each and join without a gap.
    """
    match = re.match(r"\s*(\d{4})(?:-(\d{1,2}))?", text or "")
    if match is None:
        return None
    month = int(match.group(2)) if match.group(2) else (6 if end else 7)
    return int(match.group(1)) * 12 + min(max(month, 1), 12) - 1


def months_between(start: str, end: str, today: date | None = None) -> int:
    """Months from ``start`` to ``end``, both counted; "" as end means ``today``. Never negative.

    ``2020-01`` to ``2020-03`` is 3. Without a readable start (or end and today) it is 0.
    """
    first = month_number(start)
    last = month_number(end, end=True) if end else _month_of(today)
    if first is None or last is None:
        return 0
    if len(start) == 4 and end == start:
        return 6  # within one year: half of it
    return max(0, last - first + 1)


def interval_years(intervals: Iterable[tuple[str, str]], today: date) -> float:
    """The union of (start, end) intervals in years; overlaps count once, "" as end is today."""
    spans: list[tuple[int, int]] = []
    now = _month_of(today) or 0
    for start, end in intervals:
        first = month_number(start)
        last = month_number(end, end=True) if end else now
        if first is None or last is None:
            continue
        if len(start) == 4 and end == start:
            first, last = first - 3, last + 3
        last = min(last, now)
        if last >= first:
            spans.append((first, last))
    total, reached = 0, -1
    for first, last in sorted(spans):
        first = max(first, reached + 1)
        if last >= first:
            total += last - first + 1
            reached = last
    return total / 12


def _month_of(day: date | None) -> int | None:
    return day.year * 12 + day.month - 1 if day else None

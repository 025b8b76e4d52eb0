"""Rows -> items: whole bullets, whole paragraphs of prose, and single short rows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from report_gen.reading.joining import join_wrapped
from report_gen.resume.folding import fold
from report_gen.resume.guessing import MADE
from report_gen.resume.rows import Row, same_look
from report_gen.resume.words import ResumeWords

ItemKind = Literal["bullet", "prose", "head"]
_ENDS = (".", "!", "?", ";", "。", "．")
_SHORTENED = re.compile(r"\b(?:pp|vol|nos?|proc|int|conf|trans|al|ed|eds|vs|e\.g|i\.e|incl|approx|dept|univ|st|dr|prof)\.\Z", re.I)  # fmt: skip
_OPEN_END = re.compile(
    r"(?:[,–—/&+(-]|\b(?:and|or|of|the|a|an|to|in|for|with|on|by|from|as|at|und|der|die|et|de|y|e|i))\Z",
    re.I,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing said: ``text`` is whole, de-hyphenated. ``depth`` 1 for a bullet under a bullet."""

    kind: ItemKind
    rows: tuple[Row, ...]
    text: str
    depth: int = 0


class Margins:
    """What is usual among some rows: their right edge, and the white space inside paragraphs."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._widest_text = max((len(r.text) for r in rows if len(r.cells) == 1), default=0)
        self._right: dict[int, float] = {}
        for row in rows:
            self._right[row.line.column] = max(self._right.get(row.line.column, 0.0), row.line.x1)
        self.head_x = {
            round(r.line.x0)
            for r in rows
            if not r.bullet
            and not r.flat
            and _date_at_edge(r)
            and (len(r.cells) > 1 or any(not d.single for d in r.dates))
        }
        gaps: Counter[float] = Counter()
        for above, row in pairwise(rows):
            if (
                not row.bullet
                and row.line.page == above.line.page
                and same_look(above.look, row.look)
            ):
                gaps[round(row.line.gap, 1)] += 1 + 2 * above.bullet
        self.usual_gap = max(sorted(gaps), key=lambda g: gaps[g]) if gaps else 0.0
        inner = sorted(
            row.line.gap
            for above, row in pairwise(rows)
            if not row.bullet
            and row.line.page == above.line.page
            and same_look(above.look, row.look)
            and (row.text[:1].islower() or _OPEN_END.search(above.text))
            and abs(row.line.x0 - above.line.x0) < 40
        )
        marked = [
            row.line.gap for above, row in pairwise(rows)
            if row.bullet and row.line.page == above.line.page
        ]  # fmt: skip
        self.over_bullet = min(marked, default=0.0) if len(marked) > 1 else 0.0
        """The least white space over a marker that has text above it."""
        self.unwrapped = _each_its_own(rows)
        """Does every row of a text without geometry stand for itself?"""
        self.widest_inner = inner[int(len(inner) * 0.85)] if len(inner) >= 3 else None
        """White space above rows that surely go on: more than this begins something new."""
        self.gap_tells = (
            self.widest_inner is not None
            and sum(
                self.widest_inner + 0.07 < row.line.gap < self.widest_inner + 1.0
                for above, row in pairwise(rows)
                if same_look(above.look, row.look) and abs(row.line.x0 - above.line.x0) < 3
            )
            >= 2
        )

    def breaks(self, above: Row, below: Row, second: bool) -> bool:
        """Is the white space between the rows more than inside a paragraph?"""
        gap = below.line.gap
        if self.widest_inner is not None:
            return gap > self.widest_inner + 0.07
        return gap > (self.usual_gap if second else above.line.gap) + 0.28 and gap > 0.3

    def would_fit(self, above: Row, below: Row) -> bool:
        """Would the first word of ``below`` have fitted at the end of ``above``?"""
        first = below.text.split()[0] if below.text.split() else ""
        if above.flat:
            widest = self._widest_text
            return widest <= 58 or len(above.text) + 1 + len(first) <= widest * 0.93
        width = max(_letter_width(above), _letter_width(below))
        room = self._right.get(above.line.column, above.line.x1) - above.line.x1
        return width * (len(first) + 1.0) < room - max(2.0, width * 2)


def _each_its_own(rows: Sequence[Row]) -> bool:
    """Long rows without markers of which none goes on in small letters: nobody wrapped them."""
    plain = [(a, b) for a, b in pairwise(rows) if b.flat and not b.bullet and b.line.gap < 1.0 and len(a.text) > 50]  # fmt: skip
    return len(plain) > 1 and not any(
        b.text[:1].islower() or _OPEN_END.search(a.text.rstrip()) for a, b in plain
    )


def continues(above: Row, below: Row, first: Row, margins: Margins, words: ResumeWords) -> bool:
    """Is ``below`` the rest of the paragraph or bullet that began with ``first``?"""
    if below.bullet or below.line.heading:
        return False
    if above.flat and below.line.gap >= 1.0:
        return False
    if _splits_range(above, below):
        return True
    if re.fullmatch(r"(?:19|20)\d\d", below.text.strip()) and _splits_date(above, below, words):
        return True  # "Jul 2013 - Oct" over "2016"
    if not same_look(above.look, below.look) and not _mixed(above, below):
        return False
    cut = (
        above.text.rstrip().endswith(("–", "—", "-", "(", ",")) and not _goes_on_today(above, below)
    ) or _splits_date(above, below, words)
    if below.dates and (
        len(below.cells) > 1 or (_date_at_edge(below) and not below.text[:1].islower() and not cut)
    ):
        return False
    if is_bullet_label(below.text, words) or is_bullet_label(above.text, words):
        return False
    label = re.match(r"([^:：]{3,40})[:：]\s", below.text)
    if label and words.is_label(label.group(1)):
        return False
    if (
        not first.bullet
        and _begins_listed(below, words)
        and not above.text.rstrip().endswith((",", "-"))
    ):
        return False  # "Patent application filed 2021: ..." under a talk
    if not first.bullet and _opens_bold(first) and _opens_bold(below):
        return False  # paragraphs that each begin with a name in bold
    if (
        not first.bullet
        and above.words <= 9
        and not (_lists_on(above) or _in_brackets(below))
        and _stands_alone(above, below, words)
    ):
        return False
    score = 0.0
    text = above.text.rstrip()
    start = below.text.lstrip()[:1]
    paged = below.line.page != above.line.page
    if (
        start.islower()
        or start in ",;.)%&"
        or (start == "(" and (not below.dates or _in_brackets(below)))
    ):
        score += 1.2
    if text.endswith(_ENDS) and not _SHORTENED.search(text):
        listed = not first.bullet and not margins.gap_tells and not start.islower()
        score -= 2.0 if listed and text.endswith(".") else 0.5  # a list without markers
    elif _OPEN_END.search(text) or text.count("(") > text.count(")"):
        score += 1.5
    alone = margins.unwrapped and not first.bullet
    score += -2.2 if alone or margins.would_fit(above, below) else 1.0
    if not paged and not above.flat:
        score += -2.0 if margins.breaks(above, below, above is first) else 0.3
        score += 0.3 if below.line.block == above.line.block else -0.5
        score += 0.8 if first.bullet and below.line.gap < margins.over_bullet - 0.1 else 0.0
    if not below.flat:
        score += _indent_score(above, below, first, margins)
    elif first.bullet:
        indent = below.line.x0 - first.line.x0
        score += 0.8 if indent > 0 or below.line.block == first.line.block else 0.0
    if below.dates and below.words <= 8 and not start.islower():
        score -= 0.8
    return score > 0.4


def _begins_listed(row: Row, words: ResumeWords) -> bool:
    """Does the row say what kind of entry of a list it is, before a colon?"""
    label = re.match(r"([A-Z][^:：.,;()]{2,40})[:：]\s", row.text)
    named = fold(label.group(1)).split() if label else []
    return any(
        " ".join(named[:n]) in words.listing_labels for n in range(1, min(4, len(named)) + 1)
    )


def _lists_on(row: Row) -> bool:
    """Does a list go on behind the row's last date (``Core (2022); Cloud``), or is a bracket open?"""
    if len(row.cells) != 1:
        return False
    if row.text.count("(") > row.text.count(")"):
        return True
    return bool(row.dates) and bool(re.search(r";\s+\w", row.text[row.dates[-1].to :]))


def _in_brackets(row: Row) -> bool:
    """``(2021)`` or ``(CSPO), 2019`` in a row of its own, as a narrow column leaves it."""
    text = row.text.strip()
    return re.fullmatch(r"\([^()\s]{2,12}\)(?:,? (?:19|20)\d\d)?[.;]?", text) is not None


def _opens_bold(row: Row) -> bool:
    """Does the row begin with bold words that a sign sets off from the rest?"""
    runs = row.cells[0].runs if row.cells else ()
    if len(runs) < 2 or not runs[0][1][0] or runs[1][1][0]:
        return False
    return runs[0][0].rstrip().endswith((":", "：")) or bool(
        re.match(r"\s*(?:[:：–—(]|-\s)", runs[1][0])
    )


_DUTIES_TO_COME = re.compile(
    r"(?:[\w-]+ ){0,4}(?:responsibilit(?:y|ies)|duties|tasks|achievements|accomplishments|contributions|highlights)"
    r"(?: (?:of mine|include[ds]?|were|are|performed include[ds]?))?\s*[:：]",
    re.I,
)
""" "Summary of responsibilities:", "Some of my duties included:": a label over bullets."""


def is_bullet_label(text: str, words: ResumeWords) -> bool:
    """``Responsibilities:``, ``Achievements/Tasks``."""
    parts = re.split(r"\s*[/&]\s*|\s+and\s+", text.rstrip(":： "))
    if len(text) < 48 and _DUTIES_TO_COME.fullmatch(text.strip()):
        return True
    return len(text) < 40 and (
        fold(text) in words.bullet_labels or all(fold(p) in words.bullet_labels for p in parts)
    )


def _letter_width(row: Row) -> float:
    return (row.line.x1 - row.line.x0) / max(1, len(row.text))


def _stands_alone(above: Row, below: Row, words: ResumeWords) -> bool:
    """Short rows of an entry's head: a place, title, degree or organisation of its own."""
    if _OPEN_END.search(above.text.rstrip()) or below.text[:1].islower() or below.text[:1] in "&,)":
        return False
    if words.place_score(below.text) >= 1.0 or (below.dates and below.words <= 8):
        return True
    if words.place_score(above.text) >= 1.0 or above.line.heading:
        return True
    last = fold(above.text.split()[-1]) if above.text.split() else ""
    if (last in words.level_words and len(last) > 3) or last == "then":
        return False
    title = words.title_score(below.text) >= 1.2
    if title and (words.title_score(above.text) >= 1.2 or words.company_score(above.text) >= 0.6):
        return True
    degree = bool(words.degree_in(below.text))
    school = words.institution_score(below.text) > 0.8
    short = above.words <= 6 and below.words <= 6 and "(" not in above.text
    if short and not school:
        if words.is_subject(below.text) and words.institution_score(above.text) > 0.8:
            return True
        if degree and words.is_subject(above.text) and not words.degree_in(above.text):
            return True
    return (degree and words.institution_score(above.text) > 0.8) or (
        school and bool(words.degree_in(above.text))
    )


def _indent_score(above: Row, below: Row, first: Row, margins: Margins) -> float:
    if below.line.column != above.line.column and below.line.page == above.line.page:
        return -3.0
    shift = below.line.x0 - above.line.x0
    if above is not first:
        return (0.6 if abs(shift) < 3 else -2.5) + (
            1.2 if first.bullet and _own_indent(below, margins) and abs(shift) < 3 else 0.0
        )
    if not first.bullet:
        return 0.4 if abs(shift) < 3 else -1.5
    text_x0 = first.line.spans[0].x0 if first.line.spans else first.line.x0
    if abs(below.line.x0 - text_x0) < 3.5:
        return 2.2 if _own_indent(below, margins) else 1.0
    if first.line.size and -1.6 * first.line.size < shift < -3.5:
        return -0.8  # under a typed hyphen rather than under the text after it
    return 0.7 if 0 < shift < 40 else -0.8 if abs(shift) <= 3.5 else -2.5


def _own_indent(row: Row, margins: Margins) -> bool:
    """Does no head of an entry begin at this indent?"""
    return bool(margins.head_x) and all(abs(row.line.x0 - x) > 3 for x in margins.head_x)


def _mixed(above: Row, below: Row) -> bool:
    """A paragraph with bold words in it: any run of one row looks like a run of the other."""
    looks = [lk for c in above.cells for _, lk in c.runs or ((c.text, c.look),)]
    others = [lk for c in below.cells for _, lk in c.runs or ((c.text, c.look),)]
    return (len(looks) > 1 or len(others) > 1) and any(
        same_look(a, b) for a in looks for b in others
    )


def make_items(rows: Sequence[Row], words: ResumeWords) -> list[Item]:
    """Consecutive rows of a section joined where they belong to one bullet or paragraph."""
    margins = Margins(rows)
    groups: list[list[Row]] = []
    for row in rows:
        closed = (
            bool(groups)
            and (_closed(groups[-1], row) or _both_made(groups[-1][0], row))
            and not _splits_date(groups[-1][-1], row, words)
        )
        if groups and not closed and continues(groups[-1][-1], row, groups[-1][0], margins, words):
            groups[-1].append(row)
        else:
            groups.append([row])
    indents = sorted({round(g[0].line.x0) for g in groups if g[0].bullet and not g[0].flat})
    items = [_item(group, indents, words) for group in groups]
    return [
        replace(item, kind="head") if _heads(item, below, words) else item
        for item, below in pairwise([*items, None])
        if item
    ]


def _heads(item: Item, below: Item | None, words: ResumeWords) -> bool:
    """A title and what the employer does, wrapped like prose, right over a row of dates alone."""
    if item.kind != "prose" or below is None or below.kind != "head" or len(below.rows) > 1:
        return False
    first = re.split(r"\s[|·•–—@-]\s|,\s", item.text)[0]
    if item.text.rstrip().endswith(".") or len(item.rows) > 3 or words.title_score(first) < 1.0:
        return False
    return len(first.split()) <= 7 and first != item.text and _only_dates(below.rows[0], words)


def _both_made(first: Row, row: Row) -> bool:
    """Two things with their years, one under the other, in a text without markers."""
    return not row.bullet and bool(MADE.match(first.text) and MADE.match(row.text))


def _closed(group: list[Row], row: Row) -> bool:
    """A row that stands for itself: it ends with a date in a cell of its own, and no marker."""
    last = group[-1]
    if (
        group[0].bullet
        or not last.dates
        or row.text[:1].islower()
        or (last.text.rstrip().endswith(("–", "—", "-", "(")) and not _goes_on_today(last, row))
    ):
        return False
    if _lists_on(last) or (row.text[:1] == "(" and not row.dates):
        return False
    if len(last.cells) == 1:
        return last.words <= 12 or _date_at_edge(last)
    begin = len(last.text) - len(last.cells[-1].text)
    return any(d.at >= begin - 1 for d in last.dates)


def _goes_on_today(row: Row, below: Row) -> bool:
    """Does a row end with an open range (``2022-05 —``) that the next row does not close?"""
    last = row.dates[-1] if row.dates else None
    open_range = last is not None and last.current and last.to >= len(row.text.rstrip())
    return open_range and not re.match(
        r"\W*(?:\d|present|now|current|today|heute)", below.text, re.I
    )


def _item(group: list[Row], indents: list[int], words: ResumeWords) -> Item:
    first = group[0]
    text = join_wrapped([r.text for r in group])
    depth = 0
    if first.bullet and not (len(group) == 1 and _only_dates(first, words)):
        depth = first.line.depth
        if not first.flat and indents and first.line.x0 > indents[0] + 8:
            depth = max(depth, 1)
        return Item(kind="bullet", rows=tuple(group), text=text, depth=depth)
    if not first.line.heading and is_prose(text, len(group), _date_at_edge(first)):
        return Item(kind="prose", rows=tuple(group), text=text)
    return Item(kind="head", rows=tuple(group), text=text)


def _only_dates(row: Row, words: ResumeWords) -> bool:
    """A date range, perhaps with a place: what stands before it was an icon, not a bullet."""
    if not any(not d.single for d in row.dates):
        return False
    text = row.text
    for found in reversed(row.dates):
        text = f"{text[: found.at]}\t{text[found.to :]}"
    rest = [p for p in re.split(r"[\t|•·]", re.sub(r"[()\[\]]", "", text)) if re.search(r"\w", p)]
    return all(words.place_score(p) >= 0.7 or len(p.split()) <= 1 for p in rest)


def _splits_date(above: Row, below: Row, words: ResumeWords) -> bool:
    """Does a line end between a month and its year?"""
    if _splits_range(above, below):
        return True
    month, year = above.text.split()[-1:], below.text.split()[:1]
    if not month or not year or not re.match(r"(?:19|20)\d\d\b", year[0]) or month[0][-1].isdigit():
        return False
    found = words.dates.find(f"{month[0]} {year[0]}")
    return bool(found) and found[0].at == 0 and len(found[0].start) == 7


def _splits_range(above: Row, below: Row) -> bool:
    """Does a line end between the two ends of a range (``Jan 2017`` over ``– Jul 2019``)?"""
    if not above.dates or not below.dates:
        return False
    last = above.dates[-1]
    if (
        re.search(r"\s[-–—]\Z", above.text.rstrip()) and last.current
    ):  # "Sep 2020 –" over "June 2021"
        return below.dates[0].single and below.dates[0].at == 0 and below.words <= 3
    if not re.match(r"[-–—]\s", below.text):
        return False
    return last.single and last.to >= len(above.text.rstrip()) and below.dates[0].at <= 2


def _date_at_edge(row: Row) -> bool:
    """A date in a cell of its own, or a range that begins or ends the row."""
    if not row.dates:
        return False
    if len(row.cells) > 1:
        return True
    if row.words >= 8 and row.text.endswith("."):
        return False
    first, last = row.dates[0], row.dates[-1]
    if not first.single and re.search(r"[|·•]\s*\Z", row.text[: first.at]):
        return len(row.text[last.to :].split()) <= 6  # "... | 2019 - 2021, 8 h a week"
    return (not first.single and not re.search(r"\w", row.text[: first.at])) or (
        not last.single and not re.search(r"\w", row.text[last.to :])
    )


def is_prose(text: str, rows: int, dated: bool) -> bool:
    """Running text rather than a name, title, place or date."""
    count = len(text.split())
    if dated and count < 28:
        return False
    if re.search(r"\b(?:[A-ZÀ-Ž]\.){1,4}$|\s(?:[A-Za-z]\.){2,4}$|\bz o\.o\.$", text) and count < 16:
        return False  # B.V., S.A., s.r.o., Sp. z o.o.
    if "\t" in text and count < 12:
        return False
    lower = sum(w[:1].islower() for w in text.split())
    if (
        count >= 20
        or (count >= 12 and rows > 1 and lower >= 0.4 * count)
        or (count >= 16 and lower >= 0.3 * count)
    ):
        return True
    return (
        count >= 3
        and text.rstrip().endswith((".", "!", "?", "。"))
        and not re.search(r"\b(?:Inc|Ltd|Co|Corp|Sr|Jr|S\.A|e\.V|a\.s)\.$", text)
    )

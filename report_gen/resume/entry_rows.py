"""Rows of a head: those that only say what was used or for whom, and where one entry ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from report_gen.resume.folding import fold
from report_gen.resume.rows import Row, same_look
from report_gen.resume.words import ResumeWords


def is_tool_line(row: Row, words: ResumeWords) -> bool:
    """``Tech: Python, Kafka``: a label for tools, and what was used."""
    match = re.match(r"([^:：]{3,40})[:：]", row.text)
    return bool(match and fold(match.group(1)) in words.tool_labels)


def is_client_line(row: Row, words: ResumeWords) -> bool:
    """``Client: Havtorn AB (2019 - 2021)``: for whom, within a position."""
    match = re.match(r"([^:：]{3,40})[:：]\s*\S", row.text)
    named = fold(match.group(1)) if match else ""
    return words.entry_labels.get(named) == "other" and named not in (
        "project",
        "projekt",
        "proyecto",
    )


def split_run(rows: list[Row], words: ResumeWords) -> list[list[Row]]:
    """A run of head rows with several dates is several entries: promotions, or jobs without text."""
    if len(rows) > 1 and all(r.dates and r.bullet for r in rows):
        return [[r] for r in rows]
    if len(rows) > 1 and all(
        r.dates and not _in_passing(r) and r.words >= 4 and _is_whole(r, words) for r in rows
    ):
        return [[r] for r in rows]
    margin = [k for k, r in enumerate(rows) if _date_leads(r)]
    if len(margin) > 1 and margin[0] == 0:  # "Summer 2013 | Intern, ..." below "2014 - 2016 | ..."
        return [rows[a:b] for a, b in pairwise([*margin, len(rows)])]
    dated = [k for k, r in enumerate(rows) if any(not d.single for d in r.dates)]
    if len(whole := [k for k in dated if not _in_passing(rows[k])]) == 1:
        dated = whole
    if dated and all(_only_a_date(rows[k]) for k in dated):
        dated = [k for k, r in enumerate(rows) if _only_a_date(r)]  # "2013" among "2009 - 2011"
    if len(dated) < 2:
        singles = [k for k, r in enumerate(rows) if r.dates]
        if len(singles) < 2 or (len(dated) == 1 and not _repeats(rows, singles)):
            return [rows]
        dated = singles
    chunks: list[list[Row]] = []
    start = 0
    lead = dated[0]
    for k in range(1, len(dated)):
        cut = _cut(rows, dated[k - 1], dated[k], lead)
        chunks.append(rows[start:cut])
        start = cut
    chunks.append(rows[start:])
    return chunks


def _in_passing(row: Row) -> bool:
    """``Teacher, head of department from 2017``: a date of the words, and not the entry's."""
    return all(
        d.current
        and row.text[d.at : d.to][:1].isalpha()
        and re.search(r",\s[^,]*\w\s+\Z", row.text[: d.at])
        for d in row.dates
    )


def _is_whole(row: Row, words: ResumeWords) -> bool:
    """Does a dated row begin with a title, or name a school and the degree?"""
    lead = re.split(r"[,|\t]", row.text)[0]
    school = any(words.institution_score(p) > 0.8 for p in re.split(r"[,|\t]|\.\s", row.text))
    return words.title_score(lead) >= 1.0 or (school and bool(words.degree_in(row.text)))


def _date_leads(row: Row) -> bool:
    """Is a date all that stands in the first of several cells?"""
    if len(row.cells) < 2 or not row.dates:
        return False
    first, found = row.cells[0].text, row.dates[0]
    return found.at <= 1 and found.to >= len(first) - 1


def _only_a_date(row: Row) -> bool:
    """Is a date all that stands in the row?"""
    if len(row.dates) != 1:
        return False
    found = row.dates[0]
    return not re.search(r"\w", row.text[: found.at] + row.text[found.to :])


def _repeats(rows: Sequence[Row], dated: Sequence[int]) -> bool:
    """Do dated rows recur at one distance, below rows of a look of their own?"""
    lead, first = dated[0], rows[0]
    return lead > 0 and all(
        k == n * (lead + 1) + lead
        and same_look(rows[k].look, rows[lead].look)
        and same_look(rows[k - lead].look, first.look)
        and not same_look(rows[k].look, first.look)
        for n, k in enumerate(dated)
    )


def _cut(rows: Sequence[Row], before: int, after: int, lead: int) -> int:
    """Where between two dated rows the next entry begins."""
    options = range(before + 1, after + 1)

    def score(k: int) -> float:
        value = 0.0
        if same_look(rows[k].look, rows[0].look):
            value += 1.0
        if same_look(rows[k].look, rows[max(0, lead - (after - k))].look):
            value += 0.5
        gaps = [rows[j].line.gap for j in options]
        if rows[k].line.gap >= max(gaps) and max(gaps) > min(gaps) + 0.2:
            value += 1.2
        if after - k == lead:
            value += 0.8
        return value

    return max(options, key=lambda k: (score(k), k))

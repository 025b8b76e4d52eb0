"""Tables as sections: a row of column names that tells what stands below, and labelled rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from report_gen.resume.folding import fold
from report_gen.resume.rows import Cell, Row
from report_gen.resume.words import ResumeWords


def table_kind(row: Row, below: Row | None, words: ResumeWords) -> str:
    """The section a row of column names opens (``Year | Degree | Institution``); "" if it is none.

    Every cell names a column, one of them the dates (in bold one of three may do so in words of
    one's own: ``What I did``), and what follows has cells too.
    """
    if len(row.cells) < 2 or row.bullet or row.dates or below is None or below.bullet:
        return ""
    if len(below.cells) < 2 and not below.dates and not row.look[0]:
        return ""
    roles = [_role(cell.text, words) for cell in row.cells]
    known = sum(map(bool, roles))
    own = 1 if len(roles) > 2 and row.look[0] and not below.look[0] else 0
    if "dates" not in roles or known < max(2, len(roles) - own):
        return ""
    named = next((role for role in roles if role.startswith("section ")), "")
    if named:
        return named.removeprefix("section ")
    texts = " ".join(fold(cell.text) for cell in row.cells).split()
    if any(w in words.institution_words or words.degree_in(w) for w in texts):
        return "education"
    return "work" if {"organisation", "title"} & set(roles) else ""


def _role(text: str, words: ResumeWords) -> str:
    """What a column's name says it holds; a section's name as ``section education``."""
    if len(text.split()) > 4:
        return ""
    if fold(text) not in words.entry_labels and (kind := words.heading_kind(text)):
        return f"section {kind}"
    for part in (text, *re.split(r"\s*[/&,]\s*|\s+and\s+", text)):
        if role := words.entry_labels.get(fold(part), ""):
            return role
        if fold(part) in words.bullet_labels or fold(part) in words.score_labels:
            return "other"
    return ""


def row_label(row: Row, words: ResumeWords) -> tuple[str, int]:
    """The name a row begins with (``Languages: ...``, or in a cell of its own) and the place in
    the text where the rest begins; ("", 0) if it has none."""
    colon = re.match(r"([^:：\t]{3,40}?)\s*[:：]\s*(?=\S)", row.text)
    if colon:
        return colon.group(1), colon.end()
    if len(row.cells) == 2 and not row.bullet and not words.dates.find(row.cells[0].text):
        at = row.text.find("\t") + 1
        return (row.cells[0].text, at) if 0 < at <= 41 else ("", 0)
    return "", 0


def label_kind(label: str, words: ResumeWords) -> str:
    """The section kind such a name stands for, or ""."""
    return words.listing_labels.get(fold(label)) or words.heading_kind(label)


def labelled_runs(rows: Sequence[Row], words: ResumeWords) -> list[tuple[str, str, int, list[Row]]]:
    """Rows under the name the first of them begins with: kind, name, where the rest of the first
    row begins, rows. What stands under the second cell of a table goes on with it."""
    runs: list[tuple[str, str, int, list[Row]]] = []
    for row in rows:
        label, at = row_label(row, words)
        kind = label_kind(label, words) if label else ""
        first = runs[-1][3][0] if runs else None
        if (
            not kind
            and first is not None
            and runs[-1][0]
            and (_under(row, first) or _goes_on(runs[-1][3], row))
        ):
            runs[-1][3].append(row)
        else:
            runs.append((kind, label, at, [row]))
    return runs


def _goes_on(run: Sequence[Row], row: Row) -> bool:
    """Is a quote or bracket of the rows above still open, which this row closes?"""
    text = " ".join(r.text for r in run)
    if row.bullet or len(row.cells) > 1 or len(run) > 2:
        return False
    quoted = text.count('"') % 2 == 1 and row.text.count('"') == 1
    quoted = quoted or (text.count("“") > text.count("”") and "”" in row.text)
    return quoted or (text.count("(") > text.count(")") and ")" in row.text)


def _under(row: Row, first: Row) -> bool:
    return (
        len(row.cells) == 1 and not row.flat and len(first.cells) == 2
        and row.line.x0 > first.cells[1].x0 - 6 and row.line.x0 > first.line.x0 + 20
    )  # fmt: skip


def told_by_labels(rows: Sequence[Row], words: ResumeWords) -> list[Row]:
    """Rows of a form, whose first cell says what the second holds (``Employer<tab>Havtorn AB``), as
    ``Employer: Havtorn AB``; what stands beside ``Main tasks`` and under it as bullets."""
    labelled = [r for r in rows if len(r.cells) == 2 and words.is_label(r.cells[0].text)]
    if len(labelled) < 4 or any(r.flat for r in labelled):
        return list(rows)
    out: list[Row] = []
    tasks = False
    for row in rows:
        label = row.cells[0].text if row.cells else ""
        if row in labelled:
            tasks = fold(label) in words.bullet_labels
            if tasks:
                out.append(_bulleted(row, row.cells[1], words))
            else:
                text = f"{label.rstrip(':')}: {row.cells[1].text}"
                cell = replace(row.cells[1], text=text, runs=())
                out.append(replace(row, text=text, cells=(cell,), dates=words.dates.find(text)))
        elif tasks and len(row.cells) == 1 and not row.bullet and out[-1].text.endswith((".", ";")):
            out.append(_bulleted(row, row.cells[0], words))
        else:
            tasks = tasks and len(row.cells) == 1
            out.append(row)
    return out


def _bulleted(row: Row, cell: Cell, words: ResumeWords) -> Row:
    line = replace(row.line, marker="•", x0=cell.x0 or row.line.x0)
    return replace(row, line=line, text=cell.text, cells=(cell,), dates=words.dates.find(cell.text))

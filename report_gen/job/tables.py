"""Tables in pasted text: rows between bars, and columns that are headed like sections."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from report_gen.job.headings import guess_section, name_section
from report_gen.job.words import JobWords
from report_gen.reading.models import Line

_ROW = re.compile(r"\|(.+)\|")
_RULE = re.compile(r"[\s|:=+-]+")
_CELL = "▪"
"""The bullet that a cell is given: it is an entry of its column."""
_EMPTY = ("none", "n/a", "-", "–", "—", "not applicable")
_ASKING = ("duties", "must", "nice")


def part_tables(lines: Sequence[Line], words: JobWords) -> list[Line]:
    """Rows "| a | b |" as cells with tabs, and a table whose columns are headed "Your task" and
    "What it takes" column by column, each as a heading with its entries."""
    rows = [_to_cells(line) for line in lines if not _is_rule(line)]
    out: list[Line] = []
    place = 0
    while place < len(rows):
        end = _table_end(rows, place, words)
        if end > place + 1:
            out += _by_column(rows[place:end], words)
            place = end
        else:
            out.append(rows[place])
            place += 1
    return out


def _is_rule(line: Line) -> bool:
    return "|" in line.text and _RULE.fullmatch(line.text) is not None


def _to_cells(line: Line) -> Line:
    match = _ROW.fullmatch(line.text.strip())
    if match is None or line.marker:
        return line
    cells = [cell.strip() for cell in match[1].split("|")]
    return replace(line, text="\t".join(cells) if any(cells[1:]) else cells[0])


def _sections(head: str, words: JobWords) -> list[str]:
    return [name_section(cell, words) or guess_section(cell, words) for cell in head.split("\t")]


def _table_end(rows: Sequence[Line], place: int, words: JobWords) -> int:
    """The place behind a table whose header stands at ``place``; ``place`` where none does."""
    head = rows[place]
    columns = head.text.count("\t")
    if not columns or head.marker:
        return place
    sections = _sections(head.text, words)
    if len({section for section in sections if section in _ASKING}) < 2:
        return place
    width = columns + _is_labelled(rows, place)
    end = place + 1
    while end < len(rows) and rows[end].text.count("\t") == width and not rows[end].marker:
        end += 1
    return end


def _is_labelled(rows: Sequence[Line], place: int) -> bool:
    """Whether the rows below a header have one cell more, which says what they are about: the
    header's own first cell is empty and was dropped."""
    below = rows[place + 1].text if place + 1 < len(rows) else ""
    return below.count("\t") == rows[place].text.count("\t") + 1


def _by_column(table: Sequence[Line], words: JobWords) -> list[Line]:
    head, *rows = table
    out: list[Line] = []
    titles = head.text.split("\t")
    labels = rows[0].text.count("\t") - head.text.count("\t")
    for column, section in enumerate(_sections(head.text, words)):
        if section not in _ASKING:
            continue
        out.append(replace(head, text=titles[column], gap=1.0))
        cells = [(row, row.text.split("\t")[column + labels].strip()) for row in rows]
        out += [
            replace(row, text=cell, marker=_CELL, gap=0.0)
            for row, cell in cells
            if cell and cell.casefold() not in _EMPTY
        ]
    return out

"""Headings that share a row with what they stand over, or take two."""

from __future__ import annotations

from dataclasses import replace

from report_gen.resume.rows import Cell, Look, Row, Sheet, merge_rows, same_look
from report_gen.resume.words import ResumeWords


def separate_labels(sheet: Sheet, words: ResumeWords) -> list[Row]:
    """Margin headings: ``Work<tab>Havtorn AB`` becomes two rows where the first cell is a heading
    that looks unlike the rest or recurs as such in the document."""
    rows: list[Row] = []
    for row in sheet.rows:
        if len(row.cells) < 2 or row.bullet:
            rows.append(row)
            continue
        spots = [
            k for k in (0, len(row.cells) - 1) if words.heading_kind(row.cells[k].text.rstrip(":"))
        ]
        spot = next((k for k in spots if _is_margin_label(row, k, sheet.body)), None)
        if spot is None:
            rows.append(row)
            continue
        label = row.cells[spot]
        others = tuple(c for k, c in enumerate(row.cells) if k != spot)
        rows.append(_of_cells(row, (label,), words))
        rows.append(_of_cells(row, others, words))
    return rows


def _is_margin_label(row: Row, spot: int, body: Look) -> bool:
    cell = row.cells[spot]
    rest = [c for k, c in enumerate(row.cells) if k != spot]
    if spot and row.flat:
        return False
    bold, _, size, color = cell.look
    if row.line.heading or (size > body[2] + 0.9 and all(size > c.look[2] + 0.6 for c in rest)):
        return True
    differs = any(c.look != cell.look for c in rest)
    if is_caps(cell.text) and not all(is_caps(c.text) for c in rest):
        return True
    return differs and (bold and not body[0]) and size >= body[2] and color != body[3]


def _of_cells(row: Row, cells: tuple[Cell, ...], words: ResumeWords) -> Row:
    text = "\t".join(c.text for c in cells)
    return replace(row, text=text, cells=cells, dates=words.dates.find(text))


def is_caps(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 2 and all(c.isupper() for c in letters)


def whole_headings(rows: list[Row], body: Look, words: ResumeWords) -> list[Row]:
    """The rows, with headings that a line's end cut in two made whole: the first has an open
    bracket, or only both together are known."""
    out: list[Row] = []
    for row in rows:
        above = out[-1] if out else None
        if above is not None and _is_cut_heading(above, row, body, words):
            out[-1] = merge_rows([above, row], words)
        else:
            out.append(row)
    return out


def _is_cut_heading(above: Row, row: Row, body: Look, words: ResumeWords) -> bool:
    if above.bullet or row.bullet or len(above.cells) != 1 or len(row.cells) != 1 or row.flat:
        return False
    dressed = above.look != body or is_caps(above.text)
    if not dressed or not same_look(above.look, row.look) or row.line.gap > 0.6 or row.words > 5:
        return False
    joined = f"{above.text} {row.text}"
    opened = above.text.count("(") > above.text.count(")")
    if not opened and words.heading_kind(above.text):
        return False
    return bool(words.heading_kind(joined)) and (opened or not words.heading_kind(row.text))

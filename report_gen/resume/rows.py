"""Lines as the resume room sees them: cells, looks, dates; and which lines say nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from report_gen.reading.joining import join_wrapped
from report_gen.resume.dates import DateRange
from report_gen.resume.folding import fold
from report_gen.resume.words import ResumeWords

if TYPE_CHECKING:
    from report_gen.reading.models import Line, Span

Look = tuple[bool, bool, float, str]
"""Bold, italic, size (rounded to half points), colour."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What stands between two wide gaps of a line. ``runs`` are its parts of one look each."""

    text: str
    look: Look
    runs: tuple[tuple[str, Look], ...] = ()
    x0: float = 0.0
    x1: float = 0.0
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line with its cells and the dates in it. ``flat``: the file has no geometry."""

    line: Line
    text: str
    cells: tuple[Cell, ...]
    dates: tuple[DateRange, ...] = ()
    flat: bool = False
    also: tuple[int, ...] = ()
    """Numbers of further lines that were merged into this row."""
    apart: bool = False
    """More white space stands above it than inside the texts of its look in its column."""
    edge: float = 0.0
    """How far to the right text of one cell reaches in its column."""

    @property
    def number(self) -> int:
        return self.line.number

    @property
    def bullet(self) -> bool:
        return bool(self.line.marker)

    @property
    def look(self) -> Look:
        return self.cells[0].look if self.cells else (False, False, 0.0, "")

    @property
    def words(self) -> int:
        return len(self.text.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """All rows of a document with what is usual in it."""

    rows: tuple[Row, ...]
    body: Look
    furniture: tuple[Row, ...] = field(default=())


_GLUE = frozenset(["", "in", "of", "and", "at", "the", "for", "&", "with", "on"])
"""Words in a look of their own that still belong to the words before them."""


def make_sheet(lines: Sequence[Line], words: ResumeWords) -> Sheet:
    """Rows in reading order; page numbers and the like are set aside as furniture."""
    flat = not any(line.x1 > line.x0 for line in lines)
    rows: list[Row] = []
    aside: list[Row] = []
    paged = len({line.text.strip() for line in lines if words.is_of_page(line.text, True)}) > 2
    for line in lines:
        if not line.text.strip():
            continue
        row = make_row(_without_buttons(line) if paged else line, words, flat)
        nobodys = words.is_furniture(line.text) or (paged and words.is_of_page(line.text, False))
        (aside if nobodys else rows).append(row)
    signed = next(
        (n for n, row in enumerate(rows) if _is_signature(row, aside, len(rows) - n)), len(rows)
    )
    aside += rows[signed:]
    rows = _join_dates(
        [_unmarked(row, rows[k - 1] if k else None) for k, row in enumerate(rows[:signed])], words
    )
    rows = _set_apart(rows)
    return Sheet(rows=tuple(rows), body=_body_look(rows), furniture=tuple(aside))


_BUTTON = re.compile(
    r"(?<=\w)[,\s]*[·•|]\s*(?:contact info|\+?\d+ (?:more )?skills?|see (?:more|translation))\s*\Z",
    re.I,
)


def _without_buttons(line: Line) -> Line:
    """The line of a profile page without what is to be clicked at its end (``· Contact info``)."""
    found = _BUTTON.search(line.text)
    return (
        replace(line, text=line.text[: found.start()], spans=())
        if found and len(line.spans) < 2
        else line
    )


def _set_apart(rows: Sequence[Row]) -> list[Row]:
    """The rows, marked where they stand apart; rows that surely go on tell how close those are."""
    inner: dict[tuple[int, Look], float] = {}
    for above, row in pairwise(rows):
        wrapped = row.text[:1].islower() or re.search(r"[,(]\Z", above.text) is not None
        if wrapped and not row.bullet and not row.flat and same_look(above.look, row.look):
            key = (row.line.column, row.look)
            inner[key] = min(inner.get(key, row.line.gap), row.line.gap)
    edges: dict[int, float] = {}
    for row in rows:
        if len(row.cells) == 1 and not row.flat:
            edges[row.line.column] = max(edges.get(row.line.column, 0.0), row.line.x1)
    return [
        replace(
            row,
            edge=edges.get(row.line.column, 0.0),
            apart=row.line.gap > inner.get((row.line.column, row.look), row.line.gap) + 0.2,
        )
        for row in rows
    ]


def _is_signature(row: Row, aside: Sequence[Row], left: int) -> bool:
    """A short last row right after the place and date of signing (``Ghent, le 3 mai 2025``)."""
    signed = aside[-1] if aside else None
    if signed is None or left > 1 or row.words > 5 or row.bullet:
        return False
    return signed.number == row.number - 1 and bool(signed.dates) and "," in signed.text


_ARROWS = "→➔⇒➜"


def _unmarked(row: Row, above: Row | None) -> Row:
    """An arrow that a wrapped line begins with, and has again, is no bullet (``MQTT`` / ``→ Kafka
    → Delta Lake``)."""
    line = row.line
    if (
        above is None
        or not line.marker
        or line.marker not in _ARROWS
        or line.marker not in row.text
    ):
        return row
    if above.line.marker in _ARROWS or re.search(r"[.;!?:]\Z", above.text) or row.flat:
        return row
    text = f"{line.marker} {row.text}"
    x0 = above.line.spans[0].x0 if above.line.spans else above.line.x0
    cells = (
        replace(row.cells[0], text=f"{line.marker} {row.cells[0].text}", runs=()),
        *row.cells[1:],
    )
    return replace(row, line=replace(line, marker="", text=text, x0=x0), text=text, cells=cells)


def merge_rows(rows: Sequence[Row], words: ResumeWords) -> Row:
    """Wrapped rows as one; further cells of the first row (a date at the right) stay cells."""
    first = rows[0]
    if len(rows) == 1:
        return first
    cells = list(first.cells)
    if len(cells) == 1:
        runs = _wrapped_runs([row.cells[0].runs for row in rows if row.cells])
        lead = join_wrapped([r.cells[0].text for r in rows if r.cells])
        rest = [c for r in rows[1:] for c in r.cells[1:]]
        cells = [replace(cells[0], text=lead, runs=_fold_runs(runs)), *rest]
    else:
        for row in rows[1:]:
            k = _cell_above(cells, row, words)
            runs = _wrapped_runs([cells[k].runs, tuple(r for c in row.cells for r in c.runs)])
            cells[k] = replace(cells[k], text=join_wrapped([cells[k].text, row.text]), runs=runs)
    joined = "\t".join(c.text for c in cells)
    return replace(
        first, text=joined, cells=tuple(cells), dates=_dates(joined, words),
        also=(*first.also, *(n for r in rows[1:] for n in (r.number, *r.also))),
    )  # fmt: skip


def _cell_above(cells: Sequence[Cell], row: Row, words: ResumeWords) -> int:
    """The cell that a wrapped row continues: the one it stands under, never a date."""
    texts = [k for k, c in enumerate(cells) if not words.dates.find(c.text)] or [0]
    if row.flat:
        return texts[0]
    return min(texts, key=lambda k: (abs(cells[k].x0 - row.line.x0), k))


def _wrapped_runs(parts: Sequence[tuple[tuple[str, Look], ...]]) -> tuple[tuple[str, Look], ...]:
    """Runs of wrapped rows in order; what a row's end cut in two keeps the look it began with."""
    out: list[tuple[str, Look]] = []
    for part in parts:
        for k, (text, look) in enumerate(part):
            if not k and out and not out[-1][0].rstrip().endswith((",", ";", "|", ":", "–", "—")):
                out[-1] = (join_wrapped([out[-1][0], text]), out[-1][1])
            else:
                out.append((text, look))
    return _fold_runs(out)


def _fold_runs(runs: Sequence[tuple[str, Look]]) -> tuple[tuple[str, Look], ...]:
    out: list[tuple[str, Look]] = []
    for text, look in runs:
        if out and out[-1][1] == look:
            out[-1] = (f"{out[-1][0]} {text}", look)
        else:
            out.append((text, look))
    return tuple(out)


def _join_dates(rows: list[Row], words: ResumeWords) -> list[Row]:
    """A range set over two rows (``2014`` above ``2016``, ``Apr 2021 -`` above ``Present``)."""
    out: list[Row] = []
    for row in rows:
        above = out[-1] if out else None
        if (
            above is not None
            and not row.bullet
            and _is_date_half(above)
            and _is_date_rest(row, words)
            and same_look(above.look, row.look)
            and row.line.column == above.line.column
            and row.line.gap < 1.0
        ):
            lead = above.text.rstrip(" –—-~")
            text = f"{lead} – {row.text.strip(' –—-~')}"
            dates = _dates(text, words)
            if dates and not dates[0].single and dates[0].at == 0:
                cell = replace(above.cells[0], text=text, runs=())
                out[-1] = replace(
                    above, text=text, cells=(cell,), dates=dates, also=(*above.also, row.number)
                )
                continue
        out.append(row)
    return out


def _is_date_half(row: Row) -> bool:
    if len(row.cells) != 1 or row.bullet or len(row.text) > 24 or not row.dates:
        return False
    found = row.dates[0]
    return (found.single or found.current) and not re.search(
        r"\w", row.text[: found.at] + row.text[found.to :]
    )


def _is_date_rest(row: Row, words: ResumeWords) -> bool:
    text = row.text.strip(" –—-~")
    if len(row.cells) != 1 or len(text) > 20:
        return False
    if row.dates:
        found = row.dates[0]
        return found.single and not re.search(
            r"\w", row.text[: found.at].strip(" –—-~") + row.text[found.to :]
        )
    return (
        bool(words.dates.find(f"2020 – {text}"))
        and words.dates.find(f"2020 – {text}")[0].current
        and len(text) > 2
    )


def make_row(line: Line, words: ResumeWords, flat: bool) -> Row:
    text = re.sub(r"\t+", "\t", line.text.strip())
    return Row(line=line, text=text, cells=_cells(line, text), dates=_dates(text, words), flat=flat)


def _dates(text: str, words: ResumeWords) -> tuple[DateRange, ...]:
    """The row's dates, but not when an employer was bought or founded (``(acquired 2021)``)."""
    found = words.dates.find(text)
    if not found or not re.search(r"[(\[]", text):
        return found
    return tuple(d for d in found if not _is_event(text, d, words))


def _is_event(text: str, found: DateRange, words: ResumeWords) -> bool:
    inside = re.search(r"[(\[]([^()\[\]]*)\Z", text[: found.at])
    if inside is None:
        return False
    said = f" {fold(inside.group(1))} "
    return any(f" {event} " in said for event in words.company_events)


def _line_look(line: Line) -> Look:
    return (line.bold, line.italic, round(line.size * 2) / 2, line.color)


def _span_look(span: Span) -> Look:
    return (span.bold, span.italic, round(span.size * 2) / 2, span.color)


def _cells(line: Line, text: str) -> tuple[Cell, ...]:
    spans = _place_spans(line, text)
    cells: list[Cell] = []
    at = 0
    for piece in text.split("\t"):
        start, end = at, at + len(piece)
        at = end + 1
        if not piece.strip():
            continue
        inside = [(s, a, b) for s, a, b in spans if a < end and b > start]
        runs: list[tuple[str, Look]] = []
        for k, (span, a, _b) in enumerate(inside):
            until = inside[k + 1][1] if k + 1 < len(inside) else end
            part = text[max(start, a) if k else start : min(end, until)]
            look = _span_look(span)
            if runs and (runs[-1][1] == look or part.strip(" ,.|–-·•()").lower() in _GLUE):
                runs[-1] = (runs[-1][0] + part, runs[-1][1])
            elif part:
                runs.append((part, look))
        look = max(runs, key=lambda r: len(r[0].strip()))[1] if runs else _line_look(line)
        cells.append(
            Cell(
                text=piece.strip(),
                look=look,
                runs=tuple((r.strip(), lk) for r, lk in runs if r.strip()),
                x0=inside[0][0].x0 if inside else line.x0,
                x1=inside[-1][0].x1 if inside else line.x1,
                href=next((s.href for s, _, _ in inside if s.href), ""),
            )
        )
    return tuple(cells)


def _place_spans(line: Line, text: str) -> list[tuple[Span, int, int]]:
    """Where each span's words stand in the line's text; spans that are not found are left out."""
    placed: list[tuple[Span, int, int]] = []
    at = 0
    for span in line.spans:
        part = span.text.strip()
        if not part:
            continue
        start = text.find(part, at)
        if start < 0:
            head = part.split()[0]
            start = text.find(head, at)
            if start < 0:
                continue
            part = head
        placed.append((span, start, start + len(part)))
        at = start + len(part)
    return placed


def _body_look(rows: Sequence[Row]) -> Look:
    """The look most letters have."""
    count: Counter[Look] = Counter()
    for row in rows:
        for cell in row.cells:
            count[cell.look] += len(cell.text)
    return max(sorted(count), key=lambda look: count[look]) if count else (False, False, 0.0, "")


def same_look(a: Look, b: Look) -> bool:
    """The same to the eye: weight and slope equal, sizes within half a point."""
    return a[0] == b[0] and a[1] == b[1] and abs(a[2] - b[2]) <= 0.6


def part_of(row: Row, start: int, end: int, words: ResumeWords) -> Row:
    """What stands between two places of the row's text, as a row of its own."""
    text = row.text[start:end].strip()
    cells: list[Cell] = []
    at = 0
    for cell in row.cells:
        begin = row.text.find(cell.text, at)
        at = begin + len(cell.text)
        kept = (
            row.text[max(begin, start) : min(at, end)].strip() if begin < end and at > start else ""
        )
        if kept:
            cells.append(cell if kept == cell.text else replace(cell, text=kept, runs=()))
    return replace(row, text=text, cells=tuple(cells), dates=words.dates.find(text))


_LEAST_FULL = 20
"""Letters; a shorter row of a list is hardly one that ran out of room."""


def gap_between(rows: Sequence[Row]) -> float:
    """The white space that parts the texts of a list from each other, where that between rows of one
    look is of two kinds and the lesser stands inside wrapped texts; 0.0 where it does not tell."""
    alike = [(above, row) for above, row in pairwise(rows) if same_look(above.look, row.look) and not row.bullet]  # fmt: skip
    gaps = [row.line.gap for _, row in alike]
    narrow, wide = min(gaps, default=0.0), max(gaps, default=0.0)
    middle = (narrow + wide) / 2
    if wide <= narrow + 0.2 or any(row.flat for _, row in alike):
        return 0.0
    full = [
        len(a.text) >= _LEAST_FULL or r.text[:1].islower() for a, r in alike if r.line.gap < middle
    ]
    return middle if all(full) else 0.0


def listed_texts(rows: Sequence[Row]) -> list[list[Row]]:
    """Rows of a list without separators, the wrapped ones together: by the white space, or by an open
    bracket, a comma or a hyphen that tells that a row goes on."""
    apart = gap_between(rows)
    out: list[list[Row]] = []
    for row in rows:
        above = out[-1][-1] if out else None
        said = " ".join(r.text for r in out[-1]) if out else ""
        goes_on = said.count("(") > said.count(")") or re.search(r"[,&/–-]\Z", said) is not None
        if (
            above is not None
            and not row.bullet
            and (goes_on or (row.line.gap < apart and not row.apart))
            and same_look(row.look, above.look)
        ):
            out[-1].append(row)
        else:
            out.append([row])
    return out

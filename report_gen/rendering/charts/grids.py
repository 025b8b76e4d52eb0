"""Grids: the requirements as a strip, the stories against the competencies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from report_gen.rendering.charts.svg import (
    ACCENT,
    INK,
    PALE,
    PAPER,
    RULE,
    SOFT,
    WIDTH,
    circle,
    figure,
    fit,
    line,
    path,
    rect,
    words,
    wrap,
)

_STATES = {"met": "met", "partial": "partly met", "missing": "missing"}


def heat_strip(cells: Sequence[Mapping[str, Any]]) -> Markup:
    """One field a requirement, in the posting's order: full, half or empty.

    Cells hold id, status and kind; fields of one kind stand together under its name.
    """
    left, size, gap = 128.5, 36.0, 2.0  # the margin of the page's grid
    per_row = int((WIDTH - left + gap) / (size + gap))
    shapes: list[str] = []
    y = 0.0
    for kind in dict.fromkeys(str(c["kind"]) for c in cells):
        shapes.append(words(0, y + size / 2 + 4, fit(kind, 11.5, left - 8), 11.5, SOFT))
        group = [c for c in cells if str(c["kind"]) == kind]
        for k, cell in enumerate(group):
            x, row = left + (size + gap) * (k % per_row), k // per_row
            shapes += _field(x, y + (size + gap) * row, size, str(cell["status"]), str(cell["id"]))
        y += (size + gap) * (1 + (len(group) - 1) // per_row) + 6
    for k, (state, name) in enumerate(_STATES.items()):
        x = left + 110 * k
        shapes += _field(x, y + 4, 14, state, "")
        shapes.append(words(x + 20, y + 15, name, 10.5, SOFT))
    alt = "Requirements by status: " + "; ".join(
        f"{c['id']} {_STATES.get(str(c['status']), str(c['status']))}" for c in cells
    )
    return figure(WIDTH, y + 22, alt, shapes, "strip")


def _field(x: float, y: float, size: float, status: str, label: str) -> list[str]:
    shapes = [rect(x + 0.5, y + 0.5, size - 1, size - 1, PAPER, SOFT)]
    color = INK
    if status == "met":
        shapes.append(rect(x + 0.5, y + 0.5, size - 1, size - 1, ACCENT))
        color = PAPER
    elif status == "partial":
        shapes.append(
            path(
                f"M{x + 0.5} {y + size - 0.5} L{x + size - 0.5} {y + size - 0.5} L{x + size - 0.5} {y + 0.5} Z",
                "#a9c6c9",
                "none",
            )
        )
    if label:
        text = fit(label, 10.5, size - 4)
        shapes.append(words(x + size / 2, y + size / 2 + 4, text, 10.5, color, "middle", 600))
    return shapes


def coverage_matrix(columns: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> Markup:
    """Stories down, competencies across; a dot where the story serves, a column's sum below.

    Rows hold number, title and marks (one truth value a column).
    """
    label, slant = 250.0, 56.0  # the slanted name of the last column leans this far to the right
    n = max(1, len(columns))
    step = (WIDTH - label - slant) / n
    head, line_height = 78.0, 12.5
    shapes = []
    for k, name in enumerate(columns):
        x = label + step * (k + 0.5)
        parts = _diagonal(name) if step >= 26 else [fit(name, 10, 88)]
        for j, part in enumerate(parts):
            across = 13.2 * (j - (len(parts) - 1) / 2)
            shapes.append(
                f'<g transform="translate({x + 4 + across:.1f} {head - 7:.1f}) rotate(-50)">'
                + words(0, 0, part, 10, INK)
                + "</g>"
            )
    y = head
    for k, r in enumerate(rows):
        title = wrap(f"{r['number']}  {r['title']}", 11, label - 10, 2)
        row = 8.5 + line_height * len(title)
        if k % 2 == 0:
            shapes.append(rect(0, y, WIDTH - slant, row, PALE))
        for n, part in enumerate(title):
            shapes.append(words(4, y + 14 + line_height * n, part, 11))
        for j, mark in enumerate(r["marks"]):
            x = label + step * (j + 0.5)
            shapes.append(
                circle(x, y + row / 2, 6, ACCENT) if mark else circle(x, y + row / 2, 2, RULE)
            )
        y += row
    foot = y
    shapes.append(line(0, foot, WIDTH - slant, foot, INK, 0.8))
    shapes.append(words(4, foot + 16, "Stories that answer", 11, SOFT))
    for j in range(len(columns)):
        total = sum(1 for r in rows if r["marks"][j])
        x = label + step * (j + 0.5)
        if total == 0:
            shapes.append(rect(x - 16, foot + 4, 32, 16, PAPER, INK, "3 2"))
        shapes.append(words(x, foot + 16, total or "hole", 11, INK, "middle", 600))
    alt = "Stories by competency: " + "; ".join(
        f"{name}: " + (", ".join(str(r["number"]) for r in rows if r["marks"][j]) or "no story")
        for j, name in enumerate(columns)
    )
    return figure(WIDTH, foot + 24, alt, shapes, "matrix")


def _diagonal(name: str) -> list[str]:
    return [fit(part, 10, 88) for part in wrap(name, 10, 70, 2)]

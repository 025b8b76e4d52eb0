"""Bars: the score as a waterfall, the weight of the rounds, the evidence ladder, a meter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from report_gen.rendering.charts.svg import (
    ACCENT,
    INK,
    MID,
    PALE,
    PAPER,
    SOFT,
    WIDTH,
    clamp,
    figure,
    line,
    plain,
    rect,
    words,
    wrap,
)


def waterfall(components: Sequence[Mapping[str, Any]], total: float) -> Markup:
    """From 0 to the score: each component's points begin where the one before ended.

    The outlined rest of a bar is what was possible and not reached; negative points go back.
    """
    label, figures, row = 212.0, 78.0, 27.0
    left, room = label + 8, WIDTH - label - figures - 16
    shapes, at = [], 0.0
    for k, c in enumerate(components):
        y = 6 + row * k
        points, most = float(c["points"]), float(c["max"])
        lines = wrap(str(c["label"]), 12, label, 2)
        for j, part in enumerate(lines):
            shapes.append(
                words(label, y + 14 - 6.5 * (len(lines) - 1) + 13 * j, part, 12, INK, "end")
            )
        x1, x2 = (left + room * clamp(v, 0, 100) / 100 for v in (at, at + points))
        x3 = left + room * clamp(at + max(points, most), 0, 100) / 100
        if x3 > max(x1, x2):
            shapes.append(rect(max(x1, x2), y, x3 - max(x1, x2), 18, PAPER, SOFT, "2 2"))
        shapes.append(
            rect(min(x1, x2), y, max(abs(x2 - x1), 0.8), 18, ACCENT if points >= 0 else INK)
        )
        shapes.append(line(x2, y, x2, y + row, INK, 0.8))
        shapes.append(words(WIDTH, y + 13, f"{plain(points)} of {plain(most)}", 12, INK, "end"))
        at += points
    y = 6 + row * len(components)
    shapes += [
        words(label, y + 14, "Your score", 12.5, INK, "end", 600),
        rect(left, y, room * clamp(total, 0, 100) / 100, 18, INK),
        words(WIDTH, y + 14, f"{plain(total)} of 100", 12.5, INK, "end", 600),
    ]
    base = y + 26
    shapes.append(line(left, base, left + room, base))
    for edge in (0, 25, 50, 75, 100):
        x = left + room * edge / 100
        shapes += [line(x, base, x, base + 4), words(x, base + 14, edge, 9, SOFT, "middle")]
    alt = f"The score of {plain(total)} as a sum: " + "; ".join(
        f"{c['label']} {plain(float(c['points']))} of {plain(float(c['max']))}" for c in components
    )
    return figure(WIDTH, base + 20, alt, shapes, "waterfall")


def round_weights(rows: Sequence[Mapping[str, Any]]) -> Markup:
    """Per round two bars: its weight (dark, percent) and how much of it is shown (pale, in words)."""
    label, row = 190.0, clamp(330 / max(1, len(rows)), 20, 30)
    half = (WIDTH - label - 12 - 46 - 138) / 2
    heaviest = max([float(r["weight"]) for r in rows] + [1.0])
    second = label + 12 + half + 46
    shapes = [
        words(label + 12, 12, "Weight, % of the decision", 10.5, SOFT),
        words(second, 12, "Shown on your resume", 10.5, SOFT),
    ]
    for k, r in enumerate(rows):
        y = 22 + row * k
        lines = wrap(str(r["name"]), 12, label, 2)
        for j, part in enumerate(lines):
            shapes.append(
                words(label, y + 14 - 6.5 * (len(lines) - 1) + 13 * j, part, 12, INK, "end")
            )
        weight, ready = clamp(float(r["weight"]), 0, 100), clamp(float(r["readiness"]), 0, 100)
        w1 = half * weight / heaviest
        shapes += [
            rect(label + 12, y, w1, 18, INK),
            words(label + 16 + w1, y + 13, f"{plain(weight)}%", 11),
            rect(second, y, half, 18, PALE),
            rect(second, y, half * ready / 100, 18, ACCENT),
            words(second + half + 6, y + 13, r["ready"], 10.5),
        ]
    alt = "Rounds: " + "; ".join(
        f"{r['name']} weight {plain(float(r['weight']))} percent, {r['ready']}" for r in rows
    )
    return figure(WIDTH, 22 + row * max(1, len(rows)), alt, shapes, "weights")


def ladder(levels: Sequence[int]) -> Markup:
    """How many lines stand on each rung: from mentioned up to owned with measured impact."""
    names = ("no evidence", "mentioned", "applied", "owned, no figure", "owned, measured impact")
    counts = [sum(1 for v in levels if int(clamp(v, 0, 4)) == n) for n in range(5)]
    most = max(*counts, 1)
    shapes = []
    for n in range(4, -1, -1):
        y = 4 + 24.0 * (4 - n)
        width = 300 * counts[n] / most
        fill = (PALE, PALE, MID, ACCENT, INK)[n]
        shapes += [
            words(168, y + 13, names[n], 12, INK, "end"),
            rect(178, y, max(width, 0.8), 17, fill, SOFT if n < 2 else "none"),
            words(186 + width, y + 13, counts[n], 12, INK, "start", 600),
        ]
    alt = "Lines of the resume by evidence level: " + "; ".join(
        f"{names[n]} {counts[n]}" for n in range(4, -1, -1)
    )
    return figure(520, 126, alt, shapes, "ladder")


def meter(value: float, name: str, most: float = 1.0, bar: float | None = None) -> Markup:
    """A small bar of five fields; ``bar`` is a mark for what is expected."""
    share = clamp(value / most if most else 0.0, 0, 1)
    shapes = [rect(0.5, 0.5, 89, 9, PAPER, SOFT), rect(0.5, 0.5, 89 * share, 9, ACCENT)]
    shapes += [line(18 * k, 0.5, 18 * k, 9.5, PAPER, 1) for k in range(1, 5) if 18 * k < 89 * share]
    alt = f"{name}: {plain(100 * share)} of 100"
    if bar is not None:
        x = 0.5 + 89 * clamp(bar / most if most else 0.0, 0, 1)
        shapes.append(line(x, 0, x, 10, INK, 2.4))
        alt = f"{name}: {plain(value)} of {plain(most)}, bar {plain(bar)}"
    return figure(91, 10, alt, shapes, "meter")

"""Round pictures: the fit as a gauge, the competencies as a radar."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from report_gen.rendering.charts.svg import (
    ACCENT,
    INK,
    MID,
    PALE,
    RULE,
    SOFT,
    circle,
    clamp,
    figure,
    line,
    num,
    path,
    plain,
    rect,
    words,
    wrap,
)


def gauge(score: float, low: float, high: float, band: str) -> Markup:
    """A half circle from 0 to 100: the score, and the range of the reading as a pale arc."""
    score, low, high = (clamp(v, 0, 100) for v in (score, low, high))
    cx, cy, r = 130.0, 122.0, 100.0
    shapes = [_arc(cx, cy, r, 0, 100, PALE, 20)]
    if high > low:
        shapes.append(_arc(cx, cy, r, low, high, MID, 20))
    shapes.append(_arc(cx, cy, r + 14, 0, max(score, 0.3), ACCENT, 4))
    for edge in (0, 25, 50, 75, 100):
        x, y = _at(cx, cy, r - 20, edge)
        shapes.append(words(x, y + 3, edge, 9, SOFT, "middle"))
    x1, y1 = _at(cx, cy, r - 11, score)
    x2, y2 = _at(cx, cy, r + 16, score)
    shapes += [line(x1, y1, x2, y2, INK, 3)]
    shapes += [words(cx, cy - 14, plain(score), 44, INK, "middle", 600)]
    shapes += [words(cx, cy + 8, f"of 100: {band}", 13, SOFT, "middle")]
    alt = f"Fit score {plain(score)} of 100, {band}; the reading lies between {plain(low)} and {plain(high)}."
    return figure(260, 138, alt, shapes, "gauge")


def radar(rows: Sequence[Mapping[str, Any]], company: str = "") -> Markup:
    """You (filled), the role's bar (dashed) and the weight of each dimension (dots on the rim).

    Rows hold label, score (0..4), bar (0..4), weight (percent). One or two rows are drawn as
    bars, because a radar needs three directions.
    """
    alt = "Competencies, you against the bar, from 0 to 4: " + "; ".join(
        f"{r['label']} {plain(float(r['score']))} (bar {plain(float(r['bar']))})" for r in rows
    )
    if len(rows) < 3:
        return _few(rows, alt)
    cx, cy, r = 320.0, 174.0, 120.0
    shapes = []
    n = len(rows)
    for ring in (1, 2, 3, 4):
        points = [_spoke(cx, cy, r * ring / 4, k, n) for k in range(n)]
        shapes.append(path(_closed(points), "none", RULE, 0.8))
        shapes.append(words(cx + 3, cy - r * ring / 4 + 9, ring, 8, SOFT))
    heaviest = max([float(row["weight"]) for row in rows] + [1.0])
    for k, row in enumerate(rows):
        x, y = _spoke(cx, cy, r, k, n)
        shapes.append(line(cx, cy, x, y, RULE, 0.8))
        size = 1.5 + 6.5 * math.sqrt(clamp(float(row["weight"]) / heaviest, 0, 1))
        wx, wy = _spoke(cx, cy, r + 12, k, n)
        shapes.append(circle(wx, wy, size, INK))
        shapes += _label(cx, cy, r + 26, k, n, str(row["label"]))
    bar = [
        _spoke(cx, cy, r * clamp(float(row["bar"]), 0, 4) / 4, k, n) for k, row in enumerate(rows)
    ]
    own = [
        _spoke(cx, cy, r * clamp(float(row["score"]), 0, 4) / 4, k, n) for k, row in enumerate(rows)
    ]
    shapes.append(
        f'<path d="{_closed(own)}" fill="{ACCENT}" fill-opacity="0.22" stroke="{ACCENT}" stroke-width="2"/>'
    )
    shapes += [circle(x, y, 3, ACCENT) for x, y in own]
    shapes.append(path(_closed(bar), "none", INK, 1.6, "5 3"))
    where = f", {company}" if company else ""
    shapes += [
        rect(12, 328, 16, 10, MID, ACCENT),
        words(34, 337, "You, as the resume shows you", 11, SOFT),
        line(222, 333, 246, 333, INK, 1.6, "5 3"),
        words(252, 337, "Bar usually expected", 11, SOFT),
        circle(398, 333, 5, INK),
        words(410, 337, f"Weight in the interviews{where}"[:60], 11, SOFT),
    ]
    return figure(640, 346, alt, shapes, "radar")


def _few(rows: Sequence[Mapping[str, Any]], alt: str) -> Markup:
    shapes = []
    for k, row in enumerate(rows):
        y = 14 + 34.0 * k
        room = 380.0
        shapes += [words(0, y + 13, wrap(str(row["label"]), 12, 200, 1)[0], 12)]
        shapes += [rect(220, y, room, 18, PALE)]
        shapes += [rect(220, y, room * clamp(float(row["score"]), 0, 4) / 4, 18, ACCENT)]
        x = 220 + room * clamp(float(row["bar"]), 0, 4) / 4
        shapes += [line(x, y - 4, x, y + 22, INK, 2, "4 2")]
    return figure(640, 24 + 34 * max(1, len(rows)), alt, shapes, "radar")


def _label(cx: float, cy: float, r: float, k: int, n: int, text: str) -> list[str]:
    x, y = _spoke(cx, cy, r, k, n)
    side = x - cx
    anchor = "middle" if abs(side) < 30 else "start" if side > 0 else "end"
    room = 2 * min(x, 640 - x) if anchor == "middle" else (640 - x if anchor == "start" else x)
    lines = wrap(text, 11.5, min(room, 170), 2)
    top = y + 4 - 6.5 * (len(lines) - 1)
    if anchor == "middle" and y < cy:
        top = y - 13.0 * (len(lines) - 1) + 2
    return [words(x, top + 13 * j, part, 11.5, INK, anchor) for j, part in enumerate(lines)]


def _spoke(cx: float, cy: float, r: float, k: int, n: int) -> tuple[float, float]:
    angle = 2 * math.pi * k / n - math.pi / 2
    return cx + r * math.cos(angle), cy + r * math.sin(angle)


def _closed(points: Sequence[tuple[float, float]]) -> str:
    return "M" + " L".join(f"{num(x)} {num(y)}" for x, y in points) + " Z"


def _at(cx: float, cy: float, r: float, value: float) -> tuple[float, float]:
    angle = math.pi * (1 - value / 100)
    return cx + r * math.cos(angle), cy - r * math.sin(angle)


def _arc(cx: float, cy: float, r: float, low: float, high: float, color: str, width: float) -> str:
    x1, y1 = _at(cx, cy, r, low)
    x2, y2 = _at(cx, cy, r, high)
    d = f"M{num(x1)} {num(y1)} A{num(r)} {num(r)} 0 0 1 {num(x2)} {num(y2)}"
    return path(d, "none", color, width)

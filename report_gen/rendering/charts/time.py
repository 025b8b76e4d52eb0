"""Time from left to right: the career, and the weeks of the plan."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from report_gen.rendering.charts.svg import (
    ACCENT,
    INK,
    MID,
    PAPER,
    SOFT,
    WIDTH,
    clamp,
    figure,
    fit,
    line,
    path,
    plain,
    rect,
    width_of,
    words,
)


def timeline(bars: Sequence[Mapping[str, Any]], now: float) -> Markup:
    """One bar a position (dark) or study (outlined); times without work are marked.

    Bars hold title, place, span, start and end as years with fractions, open and work.
    """
    bars = [b for b in bars if _is_year(b["start"]) and _is_year(b["end"])]
    if not bars:
        return figure(
            WIDTH, 20, "No dated position or study.", [words(0, 14, "No dates", 12, SOFT)]
        )
    first = math.floor(min(float(b["start"]) for b in bars))
    last = max(math.ceil(max(max(float(b["end"]) for b in bars), now)), first + 1)
    row, top = clamp(340 / len(bars), 24, 34), 22.0

    def at(year: float) -> float:
        return WIDTH * clamp((year - first) / (last - first), 0, 1)

    bottom = top + row * len(bars) + 4
    shapes = []
    step = max(1, math.ceil((last - first) / 12))
    for year in range(first, last + 1, step):
        x = at(year)
        anchor = "end" if x > WIDTH - 20 else "start" if x < 20 else "middle"
        shapes += [line(x, top - 6, x, bottom), words(x, 11, year, 10, SOFT, anchor)]
    holes = _holes([b for b in bars if b["work"]], now)
    for begin, end in holes:
        shapes.append(
            rect(at(begin), top - 6, at(end) - at(begin), bottom - top + 6, "none", INK, "3 3")
        )
    for k, b in enumerate(bars):
        y = top + row * k
        x1, x2 = at(float(b["start"])), at(float(b["end"]))
        wide = max(x2 - x1, 3)
        shapes.append(
            rect(x1, y + 14, wide, 9, ACCENT if b["work"] else PAPER, "none" if b["work"] else SOFT)
        )
        if b["open"]:
            shapes.append(path(f"M{x1 + wide:.1f} {y + 14:.1f} l5 4.5 l-5 4.5 Z", ACCENT, "none"))
        text = ", ".join(t for t in (str(b["title"]), str(b["place"])) if t)
        text = fit(f"{text}  ·  {b['span']}", 11.5, WIDTH - 8)
        x = min(x1, WIDTH - width_of(text, 11.5) - 2)
        shapes.append(words(max(0, x), y + 11, text, 11.5))
    alt = "Career: " + "; ".join(f"{b['title']}, {b['place']}, {b['span']}" for b in bars)
    if holes:
        alt += f". Times without a dated position: {len(holes)}."
    return figure(WIDTH, bottom + 4, alt, shapes, "timeline")


def _is_year(value: float | None) -> bool:
    return value is not None and 1900 <= value <= 2200


def _holes(bars: Sequence[Mapping[str, Any]], now: float) -> list[tuple[float, float]]:
    """Stretches of more than three months between positions."""
    spans = sorted((float(b["start"]), float(b["end"])) for b in bars)
    holes = []
    reached = spans[0][1] if spans else now
    for start, end in spans[1:]:
        if start - reached > 0.27:
            holes.append((reached, start))
        reached = max(reached, end)
    if spans and now - reached > 0.27:
        holes.append((reached, now))
    return holes


def plan_weeks(weeks: Sequence[Mapping[str, Any]], budget: float) -> Markup:
    """Hours planned a week as columns, shaded by phase, with the hours given as a line.

    Weeks hold number, phase, hours and start (a day in words).
    """
    n = max(1, len(weeks))
    step = WIDTH / n
    height, top = 120.0, 24.0
    most = max([float(w["hours"]) for w in weeks] + [budget, 0.5])
    phases = list(dict.fromkeys(str(w["phase"]) for w in weeks))
    fills = [MID, ACCENT, INK]
    shapes = []
    for k, w in enumerate(weeks):
        tall = height * clamp(float(w["hours"]) / most, 0, 1)
        x = step * k
        fill = fills[min(phases.index(str(w["phase"])), 2)]
        wide = min(step - 6, 70) if step > 8 else step * 0.7
        x += (step - wide) / 2
        shapes.append(rect(x, top + height - tall, wide, tall, fill))
        if step >= 24:
            shapes.append(
                words(
                    x + wide / 2,
                    top + height - tall - 4,
                    f"{plain(float(w['hours']))} h",
                    10,
                    INK,
                    "middle",
                )
            )
            shapes.append(
                words(x + wide / 2, top + height + 14, f"W{w['number']}", 11, INK, "middle", 600)
            )
        if step >= 46:
            shapes.append(
                words(
                    x + wide / 2,
                    top + height + 27,
                    fit(str(w["start"]), 9, step),
                    9,
                    SOFT,
                    "middle",
                )
            )
    y = top + height * (1 - clamp(budget / most, 0, 1))
    shapes.append(line(0, y, WIDTH, y, INK, 1.2, "5 3"))
    shapes += [
        line(WIDTH - 150, top + height + 43, WIDTH - 126, top + height + 43, INK, 1.2, "5 3"),
        words(WIDTH - 120, top + height + 47, f"{plain(budget)} hours a week", 11, SOFT),
    ]
    shapes.append(line(0, top + height, WIDTH, top + height, INK, 1))
    for k, phase in enumerate(phases[:3]):
        x = 150.0 * k
        shapes += [rect(x, top + height + 38, 12, 10, fills[min(k, 2)])]
        shapes += [words(x + 18, top + height + 47, fit(phase, 11, 126), 11, SOFT)]
    alt = f"Plan with {plain(budget)} hours a week: " + "; ".join(
        f"week {w['number']}, {w['phase']}, {plain(float(w['hours']))} hours" for w in weeks
    )
    return figure(WIDTH, top + height + 54, alt, shapes, "plan")

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
    words,
)


def timeline(bars: Sequence[Mapping[str, Any]], now: float) -> Markup:
    """One row a position (dark bar) or study (outlined); idle times are framed by dashes.

    Bars hold title, place, span, start and end as years with fractions, open and work.
    """
    bars = [b for b in bars if _is_year(b["start"]) and _is_year(b["end"])]
    if not bars:
        return figure(
            WIDTH, 20, "No dated position or study.", [words(0, 14, "No dates", 12, SOFT)]
        )
    first = math.floor(min(float(b["start"]) for b in bars))
    last = max(math.ceil(max(max(float(b["end"]) for b in bars), now)), first + 1)
    row, top, left = clamp(340 / len(bars), 26, 32), 20.0, 262.0

    def at(year: float) -> float:
        return left + (WIDTH - left) * clamp((year - first) / (last - first), 0, 1)

    bottom = top + row * len(bars) + 4
    shapes = []
    step = max(1, math.ceil((last - first) / 8))
    for year in range(first, last + 1, step):
        anchor = "end" if at(year) > WIDTH - 14 else "middle"
        shapes += [line(at(year), top - 6, at(year), bottom)]
        shapes += [words(at(year), 10, year, 9.5, SOFT, anchor)]
    holes = _holes(bars, now)
    for begin, end in holes:
        shapes.append(
            rect(at(begin), top - 6, at(end) - at(begin), bottom - top + 6, "none", INK, "3 3")
        )
    for k, b in enumerate(bars):
        shapes += _row(b, top + row * k, left, at(float(b["start"])), at(float(b["end"])))
    alt = "Career: " + "; ".join(f"{b['title']}, {b['place']}, {b['span']}" for b in bars)
    if holes:
        alt += f". Times without a dated position or study: {len(holes)}."
    return figure(WIDTH, bottom + 4, alt, shapes, "timeline")


def _row(b: Mapping[str, Any], y: float, room: float, x1: float, x2: float) -> list[str]:
    """A bar between two places, and its two lines of words at the left."""
    wide = max(x2 - x1, 3)
    about = " · ".join(t for t in (str(b["place"]), str(b["span"])) if t)
    shapes = [
        words(0, y + 10, fit(str(b["title"]), 11.5, room - 12), 11.5, INK, "start", 600),
        words(0, y + 21, fit(about, 9.5, room - 12), 9.5, SOFT),
        rect(x1, y + 5, wide, 12, ACCENT if b["work"] else PAPER, "none" if b["work"] else SOFT),
    ]
    if b["open"] and x1 + wide < WIDTH - 6:
        shapes.append(path(f"M{x1 + wide:.1f} {y + 5:.1f} l6 6 l-6 6 Z", ACCENT, "none"))
    return shapes


def _is_year(value: float | None) -> bool:
    return value is not None and 1900 <= value <= 2200


def _holes(bars: Sequence[Mapping[str, Any]], now: float) -> list[tuple[float, float]]:
    """Stretches of more than three months, after the first position, without work or study."""
    since = min((float(b["start"]) for b in bars if b["work"]), default=now)
    spans = sorted((float(b["start"]), float(b["end"])) for b in bars if float(b["end"]) > since)
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
    height, top = 120.0, 10.0
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
            # Under the axis: above its column the line of the budget would strike them through.
            hours = f"{plain(float(w['hours']))} h"
            shapes.append(words(x + wide / 2, top + height + 27, hours, 10, INK, "middle"))
            shapes.append(
                words(x + wide / 2, top + height + 14, f"W{w['number']}", 11, INK, "middle", 600)
            )
        if step >= 46:
            shapes.append(
                words(
                    x + wide / 2,
                    top + height + 39,
                    fit(str(w["start"]), 9, step),
                    9,
                    SOFT,
                    "middle",
                )
            )
    y = top + height * (1 - clamp(budget / most, 0, 1))
    shapes.append(line(0, y, WIDTH, y, INK, 1.2, "5 3"))
    shapes += [
        line(WIDTH - 150, top + height + 55, WIDTH - 126, top + height + 55, INK, 1.2, "5 3"),
        words(WIDTH - 120, top + height + 59, f"{plain(budget)} hours a week", 11, SOFT),
    ]
    shapes.append(line(0, top + height, WIDTH, top + height, INK, 1))
    for k, phase in enumerate(phases[:3]):
        x = 150.0 * k
        shapes += [rect(x, top + height + 50, 12, 10, fills[min(k, 2)])]
        shapes += [words(x + 18, top + height + 59, fit(phase, 11, 126), 11, SOFT)]
    alt = f"Plan with {plain(budget)} hours a week: " + "; ".join(
        f"week {w['number']}, {w['phase']}, {plain(float(w['hours']))} hours" for w in weeks
    )
    return figure(WIDTH, top + height + 66, alt, shapes, "plan")

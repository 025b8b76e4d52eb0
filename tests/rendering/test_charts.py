"""Every picture: well-formed, with words, inside its frame, for extreme values too."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_gen.rendering import charts
from report_gen.rendering.charts.svg import fit, width_of, wrap

LONG = "Donaudampfschifffahrtsgesellschaftskapitän und sehr viele weitere Wörter " * 4
ODD = "<b>\"&' \x00 نص عربي 東京都 " + "W" * 300


def components(n: int, name: str, points: float, most: float) -> list[dict[str, object]]:
    return [{"label": name, "points": points, "max": most} for _ in range(n)]


def dimensions(n: int, name: str, score: float) -> list[dict[str, object]]:
    return [{"label": name, "score": score, "bar": 4 - score, "weight": score} for _ in range(n)]


def rounds(n: int, name: str, value: float) -> list[dict[str, object]]:
    return [{"name": name, "weight": value, "readiness": value, "ready": name} for _ in range(n)]


def cells(n: int, name: str) -> list[dict[str, object]]:
    states = ("met", "partial", "missing")
    return [
        {"id": f"{name}{k}", "status": states[k % 3], "kind": f"kind {k % 2}"} for k in range(n)
    ]


def bars(n: int, name: str, length: float) -> list[dict[str, object]]:
    return [
        {"title": name, "place": name, "span": "x", "start": 1980.0 + k, "end": 1980.0 + k + length,
         "open": k == 0, "work": k % 2 == 0}
        for k in range(n)
    ]  # fmt: skip


def weeks(n: int, name: str, value: float) -> list[dict[str, object]]:
    return [
        {"number": k + 1, "phase": f"{name}{k % 5}", "hours": value, "start": name}
        for k in range(n)
    ]


def stories(n: int, name: str, columns: int) -> list[dict[str, object]]:
    return [
        {"number": k + 1, "title": name, "marks": [k % 3 == j % 3 for j in range(columns)]}
        for k in range(n)
    ]


CASES: dict[str, Callable[[int, str, float], object]] = {
    "gauge": lambda n, name, v: charts.gauge(v, v - n, v + n, name),
    "waterfall": lambda n, name, v: charts.waterfall(components(n, name, v, 10), v),
    "waterfall-back": lambda n, name, v: charts.waterfall(components(n, name, -v, 10), 0),
    "radar": lambda n, name, v: charts.radar(dimensions(n, name, min(v, 4)), name),
    "heat_strip": lambda n, name, v: charts.heat_strip(cells(n, name[:20])),
    "timeline": lambda n, name, v: charts.timeline(bars(n, name, v / 10), 2026.0),
    "matrix": lambda n, name, v: charts.coverage_matrix([name] * 8, stories(n, name, 8)),
    "round_weights": lambda n, name, v: charts.round_weights(rounds(n, name, v)),
    "plan_weeks": lambda n, name, v: charts.plan_weeks(weeks(n, name, v), v),
    "ladder": lambda n, name, v: charts.ladder([n % 5] * n),
    "meter": lambda n, name, v: charts.meter(v, name, 4, n),
}


def check(svg: str) -> None:
    root = ET.fromstring(svg)
    assert root.tag.endswith("svg")
    assert root.get("role") == "img"
    assert (root.get("aria-label") or "").strip()
    title = root.find("{http://www.w3.org/2000/svg}title")
    assert title is not None
    assert title.text
    assert "nan" not in re.sub(r">[^<]*<", "><", svg)
    width, height = float(root.get("width") or 0), float(root.get("height") or 0)
    assert width > 0
    assert height > 0
    for element in root.iter():
        for name, most in (("x", width), ("cx", width), ("y", height), ("cy", height)):
            if (value := element.get(name)) is not None and element.tag.split("}")[1] != "g":
                assert -1 <= float(value) <= most + 1, (element.tag, name, value)
        for name in ("width", "height", "r"):
            assert float(element.get(name) or 0) >= 0


@pytest.mark.parametrize("chart", sorted(CASES))
@pytest.mark.parametrize("n", [0, 1, 2, 3, 40])
def test_extremes(chart: str, n: int) -> None:
    for name in ("A", LONG, ODD, ""):
        for value in (0.0, 100.0, 1e9, float("nan")):
            check(str(CASES[chart](n, name, value)))


def test_the_alternative_says_the_values() -> None:
    svg = str(charts.waterfall(components(1, "Must-haves", 12.5, 20), 12.5))
    assert "Must-haves 12.5 of 20" in svg
    assert "JD" not in svg


def test_states_differ_without_colour() -> None:
    shapes = [
        re.sub(
            r"#[0-9a-f]{6}", "", str(charts.heat_strip([{"id": "R1", "status": s, "kind": "k"}]))
        )
        for s in ("met", "partial", "missing")
    ]
    assert len({s.split("R1")[0] for s in shapes} | set(shapes)) >= 3


@given(st.text(max_size=200), st.floats(5, 20), st.floats(10, 400))
def test_cut_text_fits(text: str, size: float, room: float) -> None:
    assert width_of(fit(text, size, room), size) <= room or len(fit(text, size, room)) <= 1
    lines = wrap(text, size, room, 3)
    assert 1 <= len(lines) <= 3

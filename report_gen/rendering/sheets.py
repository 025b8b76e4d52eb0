"""How large the words of a sheet may be, so that a script or a story keeps to its one page.

The rows of print.css are added up with the widths of the fonts: laying a sheet out to see whether
it fits would cost as much as the page itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from report_gen.rendering.widths import Run, count_lines
from report_gen.report.models import Chapter


class Size(NamedTuple):
    """A class of print.css, in pt: text and quote (font, line), padding of a row, question asked,
    title, what stands above and below the title."""

    name: str
    font: float
    lead: float
    own: tuple[float, float]
    pad: float
    asked: tuple[float, float]
    title: tuple[float, float]
    around_title: float
    beside: float
    """Above and below the words beside a row."""


SIZES = (
    Size("roomy", 10.4, 14.6, (11, 15), 5, (13.5, 17.5), (21, 25), 18.6, 5),
    Size("", 9.7, 13.3, (10.2, 13.8), 3.5, (13.5, 17.5), (21, 25), 18.6, 5),
    Size("tight", 9.2, 12.2, (9.6, 12.6), 2.4, (12.5, 16), (18, 21), 14.6, 4),
    Size("dense", 8.8, 11.4, (9.2, 12), 1.6, (12.5, 16), (18, 21), 14.6, 4),
)
ROOM = {"a4": 731.0, "letter": 690.0}
"""Height of the text of a page in pt."""
_SPARE = 10.0
"""pt kept free: the estimate is off by a line now and then."""
_MM = 72 / 25.4
_TEXT, _MARGIN, _PAGE = 136 * _MM, 30 * _MM, 170 * _MM
_TINTED = _TEXT - 8 * _MM - 2.4
"""Widths in pt: of a cell, of the words beside it, of both; of a cell with a tint."""
_HEAD = 16.3
"""A table's row of column names."""
_H3 = 37.0


def sheet_size(chapter: Chapter, paper: str) -> str:
    """The largest class whose estimated height keeps a gap script, a story or a project to one
    page of this paper. Where none does, the largest, so that the second page is worth turning to;
    "" for other chapters and the screen."""
    if chapter.template not in _HEIGHTS or paper not in ROOM:
        return ""
    room = ROOM[paper] - _SPARE
    return next((s.name for s in SIZES if height(chapter, s) <= room), SIZES[0].name)


def height(chapter: Chapter, size: Size) -> float:
    """pt that a sheet takes at a size."""
    font, lead = size.title
    title = size.around_title + lead * count_lines(
        [Run(chapter.title, "serif", 0.98 * font)], _PAGE
    )
    return title + _HEIGHTS[chapter.template](chapter.data, size)


def _gap(data: Mapping[str, Any], size: Size) -> float:
    kind = f"{data['severity_text']} · {data['kind']}"
    if data["rounds"]:
        kind += " · comes up in " + ", ".join(data["rounds"])
    rows = [_row(size, _plain(kind, size))]
    named = [line for line in data["lines"] if line["text"]]
    rows += [_own_row(size, line["text"], line["cite"]) for line in named]
    matters = f"{data['matters']} {data['why']}"
    if data["usual"]:
        matters += " This posting does not name it; the role usually tests it."
    matters += " ".join(line["cite"] for line in data["lines"] if not line["text"])
    rows += [_row(size, _plain(matters, size)), _asked(size, data["question"])]
    for move in data["moves"]:
        rows.append(_row(size, _plain(_said(move["parts"]), size), 10, _TINTED))
    if data["brief"]:
        said = "Say row 1 and the first sentence of each row below it."
        rows.append(_small(size, f"{said} All rows together take about a minute."))
    if data["nearest"]:
        rows.append(_small(size, "; ".join(q["cite"] for q in data["nearest"])))
    rows += [_turn(size, turn) for turn in data["turns"]]
    for n, step in enumerate(data["plan"]):
        runs = [*_plain(step["text"], size), *_mine(step["own"], "Set it beside", size)]
        rows.append(max(_row(size, runs), 24 + size.beside if n == 0 else 0) + 0.5)
    if data["plan"] and data["deliverable"]:
        rows.append(_row(size, _plain(data["deliverable"], size)) + 0.5)
    return sum(rows) + 6 + _columns([(data["avoid"], 9.4), (data["follow_ups"], 12)])


def _turn(size: Size, turn: Mapping[str, Any]) -> float:
    asked = 1.5 + 13.6 * count_lines([Run(turn["question"], "semibold", 10.2)], _TEXT)
    more = 0.0
    if turn["more"]:
        said = _plain("If they listen on " + _said(turn["more"]), size)
        more = 3.5 + size.lead * count_lines(said, _TEXT)
    return asked + _row(size, _plain(_said(turn["parts"]), size)) + more


def _columns(lists: Iterable[tuple[list[str], float]]) -> float:
    """Lists side by side, each with its indentation."""
    full = [(items, indent) for items, indent in lists if items]
    if not full:
        return 0
    wide = _TEXT / len(full) - 7 * _MM
    tallest = max(_list(items, 9.6, 13.3, wide - indent, 2.5) for items, indent in full)
    return _HEAD + 10 + tallest


def _story(data: Mapping[str, Any], size: Size) -> float:
    named = [*data["competencies"], *data["metrics"], *data["principles"]]
    rows = [_asked(size, data["question"])]
    own = _own_row(size, data["quote"]["text"], data["quote"]["cite"], " · ".join(named))
    beside = [Run("Told with it: " + data["with"], "regular", 8.4)]
    rows.append(own + (11.6 * count_lines(beside, _TEXT) if data["with"] else 0))
    rows.append(_small(size, data["whole_words"]))
    tall = 24.5 if size.font > 9.5 else 18.5
    for move in data["moves"]:
        rows.append(max(_row(size, _plain(_said(move["parts"]), size)), tall) + 0.5)
    if data["short"]:
        words = [Run(data["short_words"] or "", "regular", 8.4)]
        said = _row(size, _plain(_said(data["short"]), size), 12.0, _TINTED)
        rows.append(max(said, 17 + 11.6 * count_lines(words, _MARGIN)))
    if data["probes"]:
        between = 1.0 if size.name == "dense" else 2.5
        pads = _pads(size, 9.5)
        rows.append(pads + _list(data["probes"], size.font, size.lead, _TEXT - 12, between))
    return sum(rows) + 6 + _meters(data["meters"]) + _blanks(data["blanks"], size)


def _meters(meters: list[Mapping[str, Any]]) -> float:
    if not meters:
        return 0
    width = _TEXT / len(meters) - 4 * _MM
    why = max(count_lines([Run(m["why"] or "", "regular", 8.4)], width) for m in meters)
    return 13 + 7.5 + 11.6 * why


def _blanks(blanks: list[Mapping[str, Any]], size: Size) -> float:
    if not blanks:
        return 0
    small = size.font < 9.5
    font, lead, pad = (9.2, 11.6, 3.0) if small else (9.6, 12.6, 6.0)
    width = 98 * _MM
    rows = (
        max(13.0, lead * count_lines([Run(b["question"], "regular", font)], width)) + pad + 0.5
        for b in blanks
    )
    return _HEAD + sum(rows) + 5


def _dive(data: Mapping[str, Any], size: Size) -> float:
    rows = [_own_row(size, data["quote"]["text"], data["quote"]["cite"])]
    for section in data["sections"]:
        rows.append(_row(size, _plain(_said(section["parts"]), size), names=section["name"]) + 0.5)
    if data["related"]:
        rows.append(_H3 + 6)
    for quote in data["related"]:
        said = 13.3 * count_lines([Run(f"“{quote['text']}”", "serif", 10.2)], _TEXT)
        cite = 12 * count_lines([Run(quote["cite"], "regular", 8.4)], _MARGIN)
        rows.append(max(said, cite) + 6)
    if data["questions"]:
        rows += [_H3, _list(data["questions"], 10.2, 14.6, _TEXT - 12, 3.5)]
    return sum(rows) + 6


_HEIGHTS: dict[str, Callable[[Mapping[str, Any], Size], float]] = {
    "gap.html.j2": _gap,
    "story.html.j2": _story,
    "dive.html.j2": _dive,
}


def _row(
    size: Size, runs: list[Run], pads: float = 0, width: float = _TEXT, names: str = ""
) -> float:
    """A row of text; ``pads`` above and below together where its class has its own at the common
    size; ``names``: what stands beside it."""
    beside = 12 * max(1, count_lines([Run(names, "semibold", 9.2)], _MARGIN)) + size.beside
    said = size.lead * max(1, count_lines(runs, width))
    return max(said + _pads(size, pads), beside)


def _pads(size: Size, own: float) -> float:
    return own if own and not size.name else 2 * size.pad


def _own_row(size: Size, text: str, cite: str, below: str = "") -> float:
    font, lead = size.own
    said = lead * count_lines([Run(f"“{text}”", "serif", font)], _TEXT)
    under = 11.6 * count_lines([Run(below, "regular", 8.4)], _TEXT)
    beside = 12 * count_lines([Run(cite, "regular", 8.4)], _MARGIN) + size.beside
    return max(said + under + 2 * size.pad, beside)


def _small(size: Size, text: str) -> float:
    return max(
        11.6 * count_lines([Run(text, "regular", 8.4)], _TEXT) + _pads(size, 8.5), 12 + size.beside
    )


def _asked(size: Size, question: str) -> float:
    font, lead = size.asked
    return lead * max(1, count_lines([Run(question, "serif", font)], _TEXT)) + _pads(size, 12)


def _list(items: Iterable[str], font: float, lead: float, width: float, between: float) -> float:
    return sum(lead * count_lines([Run(i, "regular", font)], width) + between for i in items)


def _plain(text: str, size: Size) -> list[Run]:
    return [Run(text, "regular", size.font)]


def _mine(quote: Mapping[str, Any] | None, lead: str, size: Size) -> list[Run]:
    if not quote:
        return []
    own = Run(f"“{quote['text']}”", "serif", 1.04 * size.font)
    return [*_plain(lead, size), own, Run(quote["cite"], "regular", 8.4)]


def _said(parts: Iterable[Mapping[str, Any]]) -> str:
    return " ".join(f"[{p['text']}]" if p["kind"] == "blank" else str(p["text"]) for p in parts)

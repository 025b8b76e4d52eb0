"""How large the words of a sheet may be, so that a script or a story keeps to its one page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from math import ceil
from typing import Any, NamedTuple

from report_gen.report.models import Chapter


class Size(NamedTuple):
    """A class of print.css: font size, line height and padding of a row, in pt."""

    name: str
    font: float
    lead: float
    pad: float


SIZES = (
    Size("roomy", 10.4, 14.6, 5.0),
    Size("", 9.7, 13.3, 3.5),
    Size("tight", 9.2, 12.2, 2.4),
    Size("dense", 8.8, 11.4, 1.6),
)
ROOM = {"a4": 731.0, "letter": 690.0}
"""Height of the text of a page in pt."""
_SPARE = 8.0
"""pt kept free: the estimate is off by a line now and then."""
_WIDE, _OWN, _PADDED, _HALF = 94, 84, 87, 42
"""Characters a line holds at 9.7 pt: of our words, of quotes (a serif), of what stands in a tinted
box, of one of two columns."""


def sheet_size(chapter: Chapter, paper: str) -> str:
    """The largest class whose estimated height keeps a gap script, a story or a project to one
    page of this paper; the smallest where none does, "" for other chapters and the screen."""
    if chapter.template not in _HEIGHTS or paper not in ROOM:
        return ""
    room = ROOM[paper] - _SPARE
    return next((s.name for s in SIZES if height(chapter, s) <= room), SIZES[-1].name)


def height(chapter: Chapter, size: Size) -> float:
    """pt that a sheet takes at a size, estimated from the lengths of its texts."""
    small = size.font < SIZES[1].font
    title = 16 + 21 * _lines(chapter.title, 56) if small else 21 + 25 * _lines(chapter.title, 48)
    return title + _HEIGHTS[chapter.template](chapter.data, size)


def _gap(data: Mapping[str, Any], size: Size) -> float:
    kind = data["severity_text"] + data["kind"] + ", ".join(data["rounds"])
    named = [line["text"] for line in data["lines"] if line["text"]]
    rows = [_row(len(kind) + 20, size)] + [_row(text, size, _OWN) for text in named]
    rows.append(_row(data["matters"] + data["why"] + " " * 20, size) + _asked(data["question"]))
    rows += [
        _row(_said(move["parts"]), size, _PADDED) + 10 - 2 * size.pad for move in data["moves"]
    ]
    if data["brief"]:
        rows.append(11.6 * 2 + 2 * size.pad)
    if data["nearest"]:
        cites = "; ".join(q["cite"] for q in data["nearest"])
        rows.append(11.6 * _lines(cites, 105) + 2 * size.pad)
    for turn in data["turns"]:
        rows.append(13.6 * _lines(turn["question"], 84) + 4 + _row(_said(turn["parts"]), size))
        if turn["more"]:
            rows.append(_row("If they listen on " + _said(turn["more"]), size) - 2 * size.pad + 3)
    closing = [p["text"] for p in data["plan"]] + [data["deliverable"]] * bool(data["plan"])
    rows += [max(_row(text, size), 24 + 4 if n == 0 else 0) for n, text in enumerate(closing)]
    beside = max(_list(data["avoid"], _HALF, 13.3), _list(data["follow_ups"], _HALF, 13.3))
    return sum(rows) + (beside + 36 if beside else 0)


def _story(data: Mapping[str, Any], size: Size) -> float:
    rows = [_asked(data["question"]), _row(data["quote"]["text"], size, _OWN) + 12]
    rows += [max(_row(_said(move["parts"]), size), 18 + 2 * size.pad) for move in data["moves"]]
    rows.append(max(_row(_said(data["short"]), size, _PADDED) + 12 - 2 * size.pad, 55))
    rows.append(_row(_said(data["long"]), size) + 3 + 9)
    rows.append(_list(data["probes"], 84, size.lead, size.font))
    if data["meters"]:
        rows.append(38 + 11.6 * max(_lines(meter["why"], 24) for meter in data["meters"]))
    blanks = [12.6 * _lines(b["question"], 62) + 6 for b in data["blanks"]]
    return sum(rows) + (sum(blanks) + 32 if blanks else 0)


def _dive(data: Mapping[str, Any], size: Size) -> float:
    rows = [_row(data["quote"]["text"], size, _OWN)]
    rows += [_row(_said(section["parts"]), size) for section in data["sections"]]
    if data["related"]:
        rows += [37 + 12] + [13.3 * _lines(q["text"], _OWN) + 6 for q in data["related"]]
    if data["questions"]:
        rows += [37, _list(data["questions"], 80, 14.6) + 8]
    return sum(rows)


_HEIGHTS: dict[str, Callable[[Mapping[str, Any], Size], float]] = {
    "gap.html.j2": _gap,
    "story.html.j2": _story,
    "dive.html.j2": _dive,
}


def _row(text: str | int, size: Size, width: int = _WIDE) -> float:
    long = text if isinstance(text, int) else len(text)
    return max(1, ceil(long * size.font / (9.7 * width))) * size.lead + 2 * size.pad


def _asked(question: str) -> float:
    return 17.5 * _lines(question, 60) + 12


def _list(items: Iterable[str], width: int, lead: float, font: float = 9.7) -> float:
    return sum(lead * ceil(len(item) * font / (9.7 * width)) + 2.5 for item in items)


def _lines(text: str, width: int) -> int:
    return max(1, ceil(len(text) / width))


def _said(parts: Iterable[Mapping[str, Any]]) -> str:
    return " ".join(str(part["text"]) for part in parts)

"""How large the words of a sheet may be, so that a script or a story keeps to its one page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import ceil
from typing import Any

from report_gen.report.models import Chapter

_LINE = 100
"""Characters that a line of a sheet holds, about."""
_ROOMY, _TIGHT = 39.0, 50.5
"""Lines: a sheet of fewer is set larger, one of more smaller. Found by laying out the example
reports and the labelled ones: between them a sheet fills 70 to 100% of its page."""


def sheet_size(chapter: Chapter) -> str:
    """roomy, "" or tight, by the lines a gap script, a story or a project will take."""
    count = {"gap.html.j2": _gap, "story.html.j2": _story, "dive.html.j2": _dive}.get(
        chapter.template
    )
    if count is None:
        return ""
    lines = count(chapter.data)
    return "roomy" if lines < _ROOMY else "tight" if lines > _TIGHT else ""


def _gap(data: Mapping[str, Any]) -> float:
    rows = [data["severity_text"] + data["kind"] + " ".join(data["rounds"])]
    rows += [line["text"] for line in data["lines"] if line["text"]]
    rows += [data["matters"] + data["why"]]
    rows += [_said(move["parts"]) for move in data["moves"]]
    rows += [p["text"] for p in data["plan"]] + [data["deliverable"]]
    turns = [t["question"] for t in data["turns"]] + [_said(t["parts"]) for t in data["turns"]]
    asked = 1.6 * _lines([data["question"]], 68)
    beside = max(_lines(data["avoid"], 44), _lines(data["follow_ups"], 44))
    return _lines(rows) + 0.55 * len(rows) + _lines(turns) + 0.3 * len(turns) + asked + beside + 3


def _story(data: Mapping[str, Any]) -> float:
    rows = [data["quote"]["text"]] + [_said(move["parts"]) for move in data["moves"]]
    rows += [_said(data["short"]), _said(data["long"])]
    answers = [b["question"] for b in data["blanks"]]
    asked = 1.5 * _lines([data["question"]], 66)
    return (
        _lines(rows) + 0.55 * len(rows) + _lines(data["probes"]) + 0.2 * len(data["probes"]) + asked
        + _lines(answers, 66) + 0.5 * len(answers) + 5.5
    )  # fmt: skip


def _dive(data: Mapping[str, Any]) -> float:
    rows = [data["quote"]["text"]] + [_said(s["parts"]) for s in data["sections"]]
    rows += [q["text"] for q in data["related"]]
    return _lines(rows) + 0.55 * len(rows) + 1.3 * _lines(data["questions"]) + 4


def _said(parts: Iterable[Mapping[str, Any]]) -> str:
    return " ".join(str(part["text"]) for part in parts)


def _lines(texts: Iterable[str], width: int = _LINE) -> float:
    return float(sum(ceil(len(text) / width) for text in texts))

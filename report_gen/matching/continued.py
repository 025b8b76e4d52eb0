"""A line that goes on about what an earlier one made: "The model's list is used every morning"."""

from __future__ import annotations

import re
from dataclasses import replace

from report_gen.matching.levels import Setting, level_of
from report_gen.matching.lines import Line
from report_gen.matching.words import stem, words

_GOES_ON = re.compile(
    r"(?:The|This)\s(?:(?:new|resulting|final|same)\s)?([a-z][a-z-]{3,})(?:['’]s)?\b"
)
_PEOPLE = frozenset(
    stem(w)
    for w in ("team", "group", "company", "client", "customer", "department", "board", "office")
)
_FIRST = re.compile(r"[.;(]\s|\s\(")


def with_continuations(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines of positions, each thing made in production where a later line of the position
    says so of it ("The model's list is used by 5 nurses"). The nearest earlier line that made a
    thing of that name is meant; only ever adds."""
    out = list(lines)
    for n, line in enumerate(lines):
        goes_on = _GOES_ON.match(line.reading.text)
        if goes_on is None or not line.signals.production or line.signals.bounded:
            continue
        thing = stem(goes_on[1])
        if thing in _PEOPLE:
            continue
        made = next((k for k in range(n - 1, -1, -1) if _made(lines[k], line, thing)), None)
        if made is not None:
            out[made] = _in_production(out[made])
    return tuple(out)


def _made(earlier: Line, later: Line, thing: str) -> bool:
    """An earlier deed of the same position whose first clause makes a thing of that name."""
    first = _FIRST.split(earlier.reading.text)[0]
    return (
        earlier.reading.owner == later.reading.owner
        and earlier.reading.ref.startswith("work")
        and ".highlights" in earlier.reading.ref
        and "creation" in earlier.signals.verbs
        and earlier.signals.own
        and any(w.stem == thing for w in words(first))
    )


def _in_production(line: Line) -> Line:
    signals = replace(line.signals, production=True)
    level = level_of(signals, Setting(kind=line.statement.kind, bounded=signals.bounded))
    reading = replace(line.reading, production=True, level=max(level, line.reading.level))
    return replace(line, signals=signals, reading=reading)

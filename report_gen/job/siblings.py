"""Lines of a list whose own words say nothing, read by the lines that stand beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from report_gen.job.requirements import Unit
from report_gen.job.sections import Placed

_OPEN = ("", "role", "metadata")


def fill_lists(units: list[Unit], placed: Sequence[Placed]) -> list[Unit]:
    """The units, those of lists that are asked as a whole included."""
    return _fill_loose_lists(_fill_bare_lists(units, placed), placed)


_SHORT_LINE = 9
_ENOUGH_ASKED = 5


def _fill_bare_lists(units: list[Unit], placed: Sequence[Placed]) -> list[Unit]:
    """Lines of a list without bullets or heading whose other lines are asked ("Redshift, Glue",
    "Saga patterns", "Error handling"): what stands among them is asked like them."""
    bare = {
        p.line for p in placed if p.entry and not p.marked and not p.heading and p.section in _OPEN
    }
    runs: list[list[int]] = [[]]
    for n, unit in enumerate(units):
        short = len(unit.text.split()) <= _SHORT_LINE and not unit.text.endswith((".", "!", "?"))
        if unit.line in bare and short and (unit.kind == "required" or unit.why in ("", "process")):
            runs[-1].append(n)
        elif runs[-1]:
            runs.append([])
    out = list(units)
    for run in runs:
        asked = sum(units[n].kind == "required" for n in run)
        if asked >= max(_ENOUGH_ASKED, len(run) // 2):
            for n in run:
                out[n] = replace(units[n], kind="required", why="")
    return out


_LOOSE_SHARE = 0.6


def _fill_loose_lists(units: list[Unit], placed: Sequence[Placed]) -> list[Unit]:
    """Bullets under a heading nobody knows, of which most are asked in one way: the ones whose
    words say nothing stand among them in the same way ("Read crash dumps" between duties)."""
    loose = {p.line for p in placed if p.marked and p.entry and p.section in _OPEN and not p.why}
    out = list(units)
    start = 0
    for end in range(len(units) + 1):
        if end < len(units) and units[end].line in loose:
            continue
        run = units[start:end]
        kinds = [u.kind for u in run if u.kind in ("required", "responsibility")]
        usual = max(set(kinds), key=kinds.count, default=None)
        if usual and kinds.count(usual) >= max(2, _LOOSE_SHARE * len(run)):
            for n, unit in enumerate(run, start):
                if unit.kind is None and unit.why == "":
                    out[n] = replace(unit, kind=usual)
        start = end + 1
    return out

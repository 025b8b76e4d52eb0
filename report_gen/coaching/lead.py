"""The one figure to lead with, for the whole report, and how much a figure says.

A figure that shows a change comes before one that shows who was served, and that before one that
only says how good something was. How many classes, processors or annotators went in is a size of
the work and no result of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from report_gen.coaching.case import Case
from report_gen.coaching.language.given import is_given, not_given
from report_gen.coaching.language.numbers import (
    figures_in,
    has_baseline,
    is_few,
    is_size,
    sayable,
)

CHANGE, SERVED, QUALITY, NOTHING = 3, 2, 1, 0
_CHANGES = (
    r"cut|cuts|cutting|reduc\w+|lower\w*|rais\w+|increas\w+|improv\w+|fell|falls|rose|grew|"
    r"dropp\w+|sav\w+|lift\w+|shrank|shorten\w*|gain\w*|won|up|down|by"
)
_BEFORE = re.compile(rf"(?:\b(?:{_CHANGES})\b[^.;,\d]{{0,60}}|[+−])$", re.IGNORECASE)
_AFTER = re.compile(
    r"^\s?(?:relative\s|fewer\b|less\b|lower\b|higher\b|more\b|faster\b|cheaper\b|saved\b|of \w+ saved\b|"
    r"(?:improvement|reduction|increase|gain|drop|savings?)\b)",
    re.IGNORECASE,
)
_PRICE = re.compile(r"^(?:\s[\w-]+){0,3} loss(?:es)?\b", re.IGNORECASE)
"""What was given up for something else ("with 6% relative loss")."""
_FROM_NOTHING = re.compile(r"\bfrom (?:zero|nothing|none|scratch) to\s?$", re.IGNORECASE)
_TO = re.compile(r"[^.;\d]{1,60}\bto [~$€£]?\d")
_MEASURES = re.compile(
    r"[%$€£×]|\b(?:dollars|euros|pounds)\b|\d\s?(?:ms|s|h|min|pp|x|fps|hours?|days?|weeks?|months?|minutes?|points?)\b",
    re.IGNORECASE,
)
_PERSONS = (
    r"(?:users|customers|clients|people|supervisors|researchers|engineers|developers|teams|students|visitors|patients|"
    r"merchants|colleagues|analysts|readers|subscribers|shops|labs|hospitals|schools|drivers|nurses|teachers|sellers|"
    r"members|players|farmers|employees|agents|stores|groups|start-ups|companies|banks|households)"
)
_SERVED = re.compile(rf"^\s?(?:[\w-]+\s){{0,2}}{_PERSONS}\b", re.IGNORECASE)
_LED = re.compile(
    r"\b(?:teams?|groups?|squads?|staff|crews?|class|seminar|shifts?|departments?) (?:of|\()\s?$|\b(?:head|chair|director) of [\w ]+\($|"
    r"\b(?:led|lead|leads|manag\w+|supervis\w+|mentor\w*|hired|with|annotated by|from) (?:\w+ )?$",
    re.IGNORECASE,
)
"""Before a number of people: those one worked with, not those who use what was made."""


def effect(text: str, figures: Sequence[str] = ()) -> tuple[int, str]:
    """The figure of a line that says most of what came of it, with how much it says (``CHANGE``,
    ``SERVED``, ``QUALITY``); (``NOTHING``, "") where the line only counts."""
    told = not_given(figures or figures_in(text), text)
    ranked = [(_says(text, figure), has_baseline(figure), figure) for figure in told]
    best = max(ranked, key=lambda r: r[:2], default=(NOTHING, False, ""))  # the first of equals
    return (best[0], best[2]) if best[0] else (NOTHING, "")


def says(text: str, figure: str) -> int:
    """How much one figure of a line says of what came of it: ``CHANGE`` ... ``NOTHING``."""
    return NOTHING if is_given(text, figure) else _says(text, figure)


def by_weight(text: str, figures: Sequence[str]) -> tuple[str, ...]:
    """The figures of a line by what they say of what came of it, those that were only given last."""
    return tuple(sorted(figures, key=lambda f: (is_given(text, f), -says(text, f))))


@lru_cache(maxsize=2048)
def _says(text: str, figure: str) -> int:
    at = text.find(figure)
    if at < 0 or is_size(text, figure):
        return NOTHING
    before, after = text[:at], text[at + len(figure) :]
    if has_baseline(figure) or _FROM_NOTHING.search(before):
        return CHANGE
    if _TO.match(after) and before.rstrip().endswith("from"):
        return CHANGE  # "from 0.62 with the first index to 0.84"
    if _MEASURES.search(figure):
        if _PRICE.match(after):
            return NOTHING
        told = figure[0] in "+−" or _BEFORE.search(before) or _AFTER.search(after)
        return CHANGE if told else QUALITY if "%" in figure else NOTHING
    number = re.match(r"\D{0,3}[\d.,]+\s?(?:k|K|M|B|million|billion|thousand)?\+?", figure)
    counted = figure[number.end() :] + after if number else after
    return SERVED if _SERVED.match(counted) and not _LED.search(before) else NOTHING


def lead_figure(case: Case) -> str:
    """The figure to name when there is room for one, as it stands in the resume: a change, of the
    newest position if there are several, else what the best story says; "" if none tells a result, or
    only of a handful of people."""
    found: list[tuple[int, float, str]] = []
    told = [(story, ref) for story in case.stories for ref in (story.lines or (story.ref,))]
    for story, ref in told:
        line = case.lines.get(ref)
        figures = [f for f in sayable(story.metrics) if not is_few(f)]
        if line is not None and figures:
            rank, figure = effect(line.text, figures)
            at_work = line.ref.startswith("work") and line.months_ago is not None
            newest = -(line.months_ago or 0.0) if at_work else _UNDATED
            found.append((rank, newest, figure) if rank == CHANGE else (min(rank, 1), 0.0, figure))
    best = max(found, key=lambda f: f[:2], default=(NOTHING, 0.0, ""))  # the first of equals
    return best[2] if best[0] else ""


_UNDATED = -1200.0
"""A project, or a line without a date, comes after every position."""

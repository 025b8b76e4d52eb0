"""The name of a line that tells a figure and no deed."""

from __future__ import annotations

import re

from report_gen.coaching.language.names import capital
from report_gen.coaching.language.segments import tokens
from report_gen.coaching.language.shapes import NUMBER, Head, change_in, range_in

MOST_WORDS = 9
WENT = re.compile(
    r"(?!i |we |it |they )(?:[^,;]{3,70} went from [~<>]?[$€£]?\d"
    r"|[\w' -]{3,50} used to (?:be|take|need|require|run|fail|break|cost|come|go|stop|last)\b"
    r"|(?:the )?(?:model|service|job|pipeline|script|app|system|bot|suite|code) runs (?:in|on|every|nightly|daily|hourly|behind) "
    r"|(?!within |in |after |over |by |since |during |as |at |on |for |from )(?:(?!that |which |who |when |after |so |and )[\w'%/-]+ ){1,6}(?:fell|rose|dropped|grew|shrank|climbed|sank) (?:from|to|by) )",
    re.I,
)
""" "Calls answered within 20 seconds went from 61% to 88%": a measure with both ends told, also where its
name begins like a deed ("Rejected parcels fell to a third after ...")."""


def measure_name(text: str, head: Head) -> str:
    """ "Lead time 31 to 12 days by ..." -> "Lead time from 31 to 12 days"; a change without its two
    ends is named by what changed."""
    said = " ".join(t.raw for t in tokens(text)[head.at :])
    found = range_in(said)
    before = said[: found.start()].replace(" went from", "") if found is not None else ""
    if found is not None and len(before.split()) <= 7:
        name = re.sub(r"[\s:,]*(?:went|down|up)?(?: from)?[\s:,]*$", "", said[: found.start()])
        after = re.match(
            r"[\w%/]*(?:[.,][\w%/]+)*(?: [\w%/-]+){0,2}?(?=$|[,;]| (?:in|by|with|after|over|within|through|for|at|on|across|and)\b)",
            said[found.end() :],
        )
        span = said[found.start() : found.end()] + (after.group() if after else "")
        if name and after is not None:
            return capital(f"{name} from {span.strip(' ,;')}")
    changed = change_in(said)
    name = said[: changed.start()].strip(" ,:;") if changed else ""
    figure = _BY_HOW_MUCH.match(said[changed.start() :].strip()) if changed else None
    if figure is not None and 1 <= len(name.split()) <= 5 and not re.search(r"\d", name):
        return capital(f"{name} {figure.group()}")  # "Revenue up 18%"
    first = next((n for n, w in enumerate(name.split()) if NUMBER.match(w)), None)
    name = " ".join(name.split()[:first])
    return capital(name) if 1 <= len(name.split()) <= MOST_WORDS else ""


_BY_HOW_MUCH = re.compile(
    r"(?:up|down) (?:by )?(?:about )?[$€£]?\d[\d.,]*\s?(?:%|points?|pp|k|M)?(?=$|[ ,;.])"
)

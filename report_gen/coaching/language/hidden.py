"""A clause hidden in what was to be a thing: "My work included depots now plan their shifts".

Where something that was done is told as a part of the work, its words must name a thing. A verb with its own
subject among them, an adjective alone or a bare denial do not, and the line is better quoted.
"""

from __future__ import annotations

import re

from report_gen.coaching.language.nouns import DUTY, WORK
from report_gen.coaching.language.reading import Reader
from report_gen.coaching.language.segments import tokens
from report_gen.coaching.language.shapes import DETERMINERS, PREPOSITIONS

_LED = re.compile(
    rf"(?:{re.escape(DUTY)}|{re.escape(WORK)}|That included |That covered )(?P<what>.+)"
)
_NO_THING = re.compile(
    r"(?:an? )?(?:nothing|nobody|none|everything|anything|something|all of it|boring|dull|tedious|painful|hard|easy|fun|difficult)\b|.* only$",
    re.I,
)
_RELATIVE = frozenset(
    {
        "that",
        "which",
        "who",
        "whose",
        "where",
        "when",
        "how",
        "what",
        "why",
        "if",
        "whether",
        "because",
    }
)
_MOVED_BY = re.compile(r"\b(?P<verb>[a-z]+) (?:[\w-]+ ){1,4}(?:by|from) [~<>]?[$€£]?\d")
_DENIED = re.compile(
    r"(?P<no>nothing|nobody|no one) (?P<rest>(?:beyond|outside|larger|bigger|more|in|on|at|above|else|yet|so far)\b.*)",
    re.I,
)


def hides_a_clause(sentence: str, reader: Reader) -> bool:
    """Whether a sentence of the frame "My work included X" has no thing for X."""
    found = _LED.match(sentence)
    if found is None:
        return False
    what = found["what"].rstrip(".")
    return _NO_THING.match(what) is not None or is_statement(what, reader) or _done_to(what, reader)


def is_statement(text: str, reader: Reader) -> bool:
    """Whether a verb with its own subject stands in a text before any relative clause."""
    ts = tokens(text)
    table = reader.table
    for n in range(1, len(ts) - 1):
        low, before = ts[n].low, ts[n - 1]
        if low in _RELATIVE or before.low in DETERMINERS | PREPOSITIONS | {"and", "or", "to"}:
            if low in _RELATIVE:
                return False
            continue
        bare = table.is_form(low, "base") and table.is_known(low) and before.low.endswith("s")
        past = table.is_form(low, "past") and table.is_known(low) and not table.is_adjective(low)
        objectful = ts[n + 1].low in (DETERMINERS | {"it", "them", "us", "me"}) - {"all", "both"}
        if (
            objectful
            and not before.comma
            and (
                bare
                or past
                or (before.low in ("now", "still") and table.is_form(low, "base", "third"))
            )
        ):
            return True
        moved = _MOVED_BY.match(" ".join(t.low for t in ts[n:]))
        if moved and past and not before.comma and table.is_result(table.base(low, "past")):
            return True
    return False


def _done_to(text: str, reader: Reader) -> bool:
    """ "a feature store evaluated, rejected": a thing and what was done to it, no thing alone."""
    first, stopped, _ = text.partition(", ")
    words = first.split()
    last = words[-1].lower()
    form = reader.table.is_form(last, "participle") and reader.table.is_known(last)
    noun = reader.table.also_noun(reader.table.base(last, "participle")) and not last.endswith("ed")
    linked = len(words) < 3 or words[-2].lower() in {"and", "or"} | DETERMINERS | PREPOSITIONS
    return (
        bool(stopped or len(words) <= 5)
        and form
        and not noun
        and not linked
        and not reader.table.is_adjective(last)
    )


def denied(text: str) -> str:
    """ "nothing beyond one node so far" -> "There is nothing beyond one node so far"; "" for others."""
    found = _DENIED.fullmatch(text.rstrip(". "))
    return f"There is {found['no'].lower()} {found['rest']}" if found else ""

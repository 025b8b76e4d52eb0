"""Figures without a verb: "yield from 81% to 88%", "shop sales +5%", "returns down 9%"."""

from __future__ import annotations

import re

from report_gen.coaching.language.finite import FAILED
from report_gen.coaching.language.numbers import word_change
from report_gen.coaching.language.reading import Reader
from report_gen.coaching.language.segments import tokens
from report_gen.coaching.language.shapes import change_in, range_in

_MORE = re.compile(r"^\+(?P<n>\d[\d.,]*\s?(?:%|pp|pts?|points?)?)\s+(?P<what>[A-Za-z].*)$")
_LESS = re.compile(r"^[−-](?P<n>\d[\d.,]*\s?(?:%|pp|pts?|points?)?)\s+(?P<what>[A-Za-z].*)$")


def say_metric(text: str, reader: Reader) -> str | None:
    """The figure as a clause with a verb that agrees with any subject; None if unsure.

    "waiting time 40 min to 15 min" -> "waiting time went from 40 min to 15 min".
    """
    text = text.strip(" ,.;")
    for pattern, word in ((_MORE, "more"), (_LESS, "less")):
        match = pattern.match(text)
        if match:
            return f"it brought {match.group('n').strip()} {word} {match.group('what')}"
    ranged = range_in(text)
    if ranged:
        what = re.sub(
            r"\s*(?:(?:,|:|down from|up from|from|was|at|=)\s*)?(?:about)?\s*$",
            "",
            text[: ranged.start()],
        ).strip()
        ts = tokens(text)
        if reader.finite(ts) is not None and ts[0].low not in FAILED:
            return None
        if what and not re.search(r"(?:^|\s)[\d.,%$€£]+\s*$", what):
            return f"{what} went from {text[ranged.start() :]}"
        return None
    shifted = word_change(text)
    named = text[: text.find(shifted)].strip(" ,:") if shifted else ""
    goes_on = text[text.find(shifted) + len(shifted) :] if shifted else ""
    plain = "," not in named + goes_on and 1 <= len(named.split()) <= 6
    if shifted and plain:
        return f"{named} went {text[text.find(shifted) :]}"
    change = change_in(text)
    if change:
        what = text[: change.start()].strip(" ,:")
        rest = text[change.end() :].strip()
        if not what:
            return None
        if change.group("signed"):
            sign = change.group("signed")
            verb = "rose" if sign[0] == "+" else "fell"
            return f"{what} {verb} {sign[1:].strip()} {rest}".strip()
        way = change.group("way")
        by = "by " if re.search(rf"\b{way} by\b", text) else ""
        if way in ("up", "down"):
            return f"{what} went {way} {by}{rest}".strip()
        return f"{what} ended up {way} {by}{rest}".strip()
    return None

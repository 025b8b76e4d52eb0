"""What a line is not: a system that runs, a load, an effect of the work; so that nobody asks about it."""

from __future__ import annotations

import re

_FOR_STRANGERS = re.compile(
    r"\bopen[- ]source|\bpackage\b|\blibrary\b|\b(?:stars|forks|downloads)\b|\bpypi\b|\bcran\b|\bbioconductor\b|"
    r"\bcrates\.io\b|\bnpm\b",
    re.I,
)
_IS_RUN = re.compile(r"\b(?:service|in production|served|serves|on[- ]call|live|deploy\w*)\b", re.I)
_APPLAUSE = re.compile(r"\b(?:stars|forks|downloads|citations|followers)\b", re.I)
"""Sizes that are no load: nothing breaks on the way to six hundred stars."""
_LEADS_PEOPLE = re.compile(
    r"(?:led|lead|leading|ran|run|managed?|supervised?|headed|directed) (?:[\w-]+ ){0,3}(?:shifts?|teams?|crews?|squads?|"
    r"staff|nurses|engineers|analysts|scientists|people|volunteers|operators|technicians)\b",
    re.I,
)
_AND_MADE = re.compile(
    r"\b(?:who|that|which|to|and|building|delivering|shipping|developing)\b(?! (?:a|an|the|two|three|four|five|six)?\s?\d*\s?"
    r"(?:nurses|engineers|analysts|scientists|interns|contractors|designers|assistants|students))",
    re.I,
)
ENDED = frozenset(
    {
        "kill",
        "stop",
        "cancel",
        "end",
        "abandon",
        "halt",
        "shelve",
        "discontinue",
        "retire",
        "sunset",
    }
)
"""Verbs after which a figure is the reason, not what came of it."""
_PRICE = re.compile(
    r"\b(?:contract|quote|offer|licen[cs]e|invoice|tender|supplier|vendor)\w* (?:(?:had |has )?(?:hit|reached)|was|at|of|"
    r"worth|over|came to|rose to|asked|would cost|for) $",
    re.I,
)


_HARM = re.compile(
    r"\b(?:outage|incident|breach|failure|leak|accident|crash|downtime|fire|flood|strike|recall|mistake|loss)\b"
    r"(?:[^();,.]{0,20}\((?:[^()]*[ ,])?|(?:,? which)? (?:had )?cost(?:ing)? (?:us |the \w+ )?)[~<>]?$",
    re.I,
)
"""What a mishap cost, before its figure: "the outage (5h, ~£900k)"."""


def leads_people(text: str) -> bool:
    """Whether a line tells of leading people and of nothing they made."""
    told = re.split(r"[;.] ", text)[0]
    found = _LEADS_PEOPLE.match(told)
    return found is not None and not _AND_MADE.search(told[found.end() :])


def is_handed_out(text: str) -> bool:
    """Whether a line tells of software others install and run: no alarm of it ever rang here."""
    return _FOR_STRANGERS.search(text) is not None and not _IS_RUN.search(text)


def is_applause(size: str) -> bool:
    """Whether a size counts stars or downloads."""
    return _APPLAUSE.search(size) is not None


def is_price(text: str, figure: str) -> bool:
    """Whether the figure is what somebody else asked for, or what a mishap cost, and not what came
    of the work."""
    before = text.partition(figure)[0]
    return _PRICE.search(before) is not None or _HARM.search(before) is not None


_RELEASE = re.compile(
    r"\b(?:upgrad\w*|versions?|migrat\w*)\b[^.;]{0,30}? from v?\d+(?:\.\d+)+ to v?\d", re.I
)


def is_release(text: str) -> bool:
    """Whether the line's before and after are releases of a program, which measure nothing."""
    return _RELEASE.search(text) is not None


def is_place(text: str, figure: str) -> bool:
    """Whether the figure is a place in a field of others: "top 12%"."""
    return re.search(rf"\btop {re.escape(figure)}", text, re.I) is not None

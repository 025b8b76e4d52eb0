"""What cannot be said without the words before it, and things named with where they run."""

from __future__ import annotations

import re
from dataclasses import replace

from report_gen.coaching.language.models import Spoken

_RUNNING = re.compile(
    r"^((?:(?!(?:that|which|who|when|after|so|and|i|we|it|this) )[\w'/-]+ ){2,6})"
    r"(?<!test )(?<!dry )(?<!trial )(?<!training )runs (?=(?:in|on|every|nightly|daily|hourly|weekly|behind) \w)",
    re.I,
)


def with_where_it_runs(line: str) -> str:
    """ "Suite of prompts runs in CI": the thing is named with where it runs."""
    return _RUNNING.sub(r"\1that runs ", line)


_MEANS_IT = re.compile(
    r"\b(?:that one|those ones|the other one|for that|of that|because of it)\b", re.I
)
_DID_IT = re.compile(r"I (?!did\b)[a-z]+ it\b(?! to | that )")
""" "I found it, told finance": what was found stands before."""


def with_what_is_meant(sentences: tuple[Spoken, ...]) -> tuple[Spoken, ...]:
    """A deed that speaks of what was said before ("We went back to people for that one") is never
    told without it: the sentence before belongs to what was done."""
    out = list(sentences)
    for n, told in enumerate(sentences[1:], 1):
        before = out[n - 1]
        if told.kind != "action" or before.kind == "action":
            continue
        if (before.kind == "detail" and _MEANS_IT.search(told.text)) or _DID_IT.match(told.text):
            out[n - 1] = replace(before, kind="action")
    return tuple(out)

"""What cannot be said without the words before it: "We went back to people for that one"."""

from __future__ import annotations

import re
from dataclasses import replace

from report_gen.coaching.language.models import Spoken

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

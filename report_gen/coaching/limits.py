"""The limit a line sets to what it tells: "nothing beyond one node", "AWS only", "not rolled out".

A line that is used as proof of something is used with its limit, or not at all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

_LIMIT = re.compile(
    r"\bnothing (?:distributed|in production|on cloud|in the cloud|beyond|larger|bigger|more|outside|above)\b|\bno(?:thing)? more than that\b|"
    r"(?<=, )no (?:cloud|gpu|production|live|real)\b[\w ]*|\b(?:[\w+#.-]+ )only(?=$|[,.;:)]| in the first)|\bso far only\b|\bonly (?:on|in|for|as|with) (?:a |the )?[\w-]+|\bread[- ]only\b|"
    r"\b(?:a )?(?:small|minor|tiny|little) (?:part|share|role|patch(?:es)?|fix(?:es)?)\b|\bunder (?:the |close )*supervision\b|"
    r"\bnot (?:yet )?(?:rolled out|deployed|shipped|in production|released|launched|adopted|used|kept on|live)\b|"
    r"\bnever (?:shipped|deployed|released|used|rolled out|went live|in production|launched)\b|"
    r"\bdid(?: not|n['’]t) (?:build|design|own|write|lead|train|deploy)\b|\bnot (?:built|designed|written|led) by me\b|"
    r"\b(?:as )?second (?:supervisor|author|reader)\b|\b(?:no|without) (?:production|live) (?:use|traffic|users)\b|"
    r"\b(?:single|one) (?:node|machine|gpu|server|laptop)\b,? (?:nothing|no)\b|\bproof of concept\b|\bcoursework\b",
    re.I,
)


@lru_cache(maxsize=1024)
def limit_of(text: str) -> str:
    """The words of a line that say how far it went and no further; "" where it sets no limit."""
    found = _LIMIT.search(text)
    return found.group() if found else ""


def only_limits(text: str, opening: str) -> bool:
    """Whether a line says how far one got and tells no deed: "Single GPU, nothing distributed".
    ``opening``: how it begins ("noun")."""
    first = re.split(r"[;.:] ", text)[0]
    of_all = re.match(r"(?:everything|nothing|all of it|all this)\b", text, re.I) is not None
    no_deed = opening in ("noun", "full", "unsure", "quantity", "metric")
    return no_deed and (
        of_all or bool(limit_of(first) and not re.match(r"(?:a )?small", first, re.I))
    )


def carries(said: Sequence[str], text: str) -> bool:
    """Whether what is said of a line holds the limit that it sets, or it sets none."""
    limit = limit_of(text)
    return not limit or any(limit_of(s) for s in said)


def with_limit(said: Sequence[str], sentences: Sequence[str], text: str) -> tuple[str, ...] | None:
    """What is said with the sentence that sets the line's limit; None where no sentence tells it, so
    that the line can only be quoted."""
    if carries(said, text):
        return tuple(said)
    limits = [s for s in sentences if limit_of(s) and s not in said]
    if not limits:
        return None
    order = {s: n for n, s in enumerate(sentences)}
    return tuple(sorted((*said, limits[0]), key=lambda s: order.get(s, -1)))

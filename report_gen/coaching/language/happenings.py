"""Clauses that tell what happened, with a subject of their own: "the first version failed in the field",
"two departments wanted different forms", "a client pulled out two days before"."""

from __future__ import annotations

import re

from report_gen.taxonomy.verbs import VerbTable

_WHOSE = r"(?:(?:the|our|my|its|their|a|an|both|two|three|four|five|several|most|some|all|\d+) )"
_NOUNS = r"(?:(?!(?:that|which|who|whom|whose|and|or|by|to|of|for|with|in|on|at|from|after|before|when)\b)[\w'’-]+ ){1,4}?"
_ALONE = (
    r"failed|flopped|leaked|crashed|froze|collapsed|burst|cracked|flooded|overheated|slipped|stalled|sank|jammed|"
    r"quit|resigned|retired|died|withdrew|disagreed|complained|protested|objected|insisted|hesitated|vanished|"
    r"went (?:wrong|bankrupt|missing|under)|fell (?:through|short|apart|ill)|broke (?:down|off|up)|"
    r"(?:pulled|dropped|backed|walked|moved|ran|sold|timed) out|walked away|gave way|left (?=mid|early|at|in|after|during|for|without)"
)
_WANTED = r"wanted|needed|claimed|argued|demanded|feared|blamed|refused|asked for|expected"
_SUBJECT_DID = re.compile(
    rf"(?P<who>{_WHOSE}?{_NOUNS})(?P<verb>{_ALONE})(?= (?:in|on|at|after|before|because|during|when|under|twice|again|below|above|"
    rf"for|from|within|over|mid|early|by|with|out|the|a|an|\w+ (?:days|weeks|months|hours|times|years))\b|[.,;:]|$)"
    rf"|(?P<many>{_WHOSE}{_NOUNS})(?P<want>{_WANTED})(?= (?!by\b)[\w-]+)",
    re.I,
)
_THEN_DID = re.compile(
    r"(?:the|our|my|this|that) (?:[\w-]+ ){1,2}(?:then|later|also|soon) (?P<verb>[a-z]+(?:ed|ew|an|ook|ent)) (?:as|in|on|to|at|for|a|the)\b",
    re.I,
)
_LEANS_ON_THEM = re.compile(
    r"[A-Z]?[a-z]+ed (?:as|to|into|in|with|on|for) [^,;]{2,40}, (?:they|it|these|this) [a-z]+"
)
_STOPS_SOMETHING = re.compile(
    r"(?:(?:a|any|the) )?(?:failing|leaking|expired|incoming|late|missing) [\w-]+ (?P<verb>[a-z]+s) (?!of\b|and\b|or\b|in\b|to\b|for\b)[\w-]+",
    re.I,
)


def happened(text: str, table: VerbTable) -> bool:
    """Whether a clause has a subject of its own that something befell, or that wanted something: it is
    said as it stands, and is no deed of the candidate."""
    first = re.match(r"[\w'’-]+", text)
    if first is None:
        return False
    found = _SUBJECT_DID.match(text)
    if found is not None:
        named = re.match(_WHOSE, text, re.I) is not None
        told = table.is_form(first.group().lower(), "past") or table.is_form(
            first.group().lower(), "gerund"
        )
        return named or not told
    if _THEN_DID.match(text) or _LEANS_ON_THEM.match(text):
        return True
    stops = _STOPS_SOMETHING.match(text)
    return stops is not None and table.is_form(stops["verb"], "third")

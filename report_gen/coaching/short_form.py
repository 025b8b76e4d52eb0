"""A line in few words that still names it: its first clause, cut where one would pause.

A line stands in full where it is the evidence that is judged (requirements, bullet by bullet, its
story); everywhere else by this form and its place.
"""

from __future__ import annotations

import re

from report_gen.matching.cuts import may_end, words_that_end

MOST, LEAST, SLACK = 10, 4, 2
"""Words; a clause that ends just after the last one is kept whole."""
_ENDS = re.compile(
    r"[.;:!?]\s+|\s\(|\s[-–—]+\s|\s(?:→|->)\s|,?\s(?:which|while|thereby|resulting in|leading to|so that|"
    r"in order to)\s",
    re.IGNORECASE,
)
_PAUSE = frozenset(
    [
        "for",
        "with",
        "by",
        "in",
        "on",
        "at",
        "from",
        "to",
        "into",
        "across",
        "using",
        "via",
        "against",
        "under",
        "over",
        "after",
        "before",
        "while",
        "that",
        "which",
        "who",
        "when",
        "where",
        "during",
        "through",
        "between",
        "as",
    ]
)
"""Words before which a line may be cut without tearing a name apart."""
_QUOTED = re.compile(r'"(?P<said>[^"]{20,})"')


def first_clause(text: str, most: int = MOST) -> str:
    """At most about ``most`` words from the beginning, with an ellipsis where something is left
    out: "Built the fraud model for card payments, serving ..." -> "Built the fraud model for card
    payments …". A line that is as short already stays whole, without its full stop."""
    plain = " ".join(text.split()).lstrip("-*•– ").rstrip(" .;,:")
    kept = plain
    for found in _ENDS.finditer(plain) if len(plain.split()) > most else ():
        before = plain[: found.start()]
        if len(before.split()) >= LEAST and _ends_well(plain, found):
            kept = before
            break
    words = kept.split()
    if len(words) > most + SLACK:
        kept = " ".join(words[: _cut(words, most)])
    kept = _closed_part(kept.rstrip(" ,;:"))
    return kept if kept == plain else f"{kept} …"


def whole_clauses(text: str, most: int) -> str:
    """As many whole clauses as fit into so many words: a line under judgement keeps its result where
    there is room. One longer clause is cut as ``first_clause`` does."""
    plain = " ".join(text.split()).lstrip("-*•– ").rstrip(" .;,:")
    if len(plain.split()) <= most:
        return plain
    fitting = [
        before
        for found in _ENDS.finditer(plain)
        if LEAST <= len((before := plain[: found.start()]).split()) <= most
        and _ends_well(plain, found)
    ]
    return f"{fitting[-1].rstrip(' ,;:')} …" if fitting else first_clause(plain, most)


def quotes_shortened(text: str, most: int = MOST) -> str:
    """A sentence of ours with each quote in it cut to its first clause."""
    return _QUOTED.sub(
        lambda m: f"“{first_clause(m['said'].removesuffix(' ...').rstrip('.'), most)}”", text
    )


def _cut(words: list[str], most: int) -> int:
    """How many words to keep: up to the last pause within ``most``, else as many as may end."""
    text = " ".join(words)
    ends = [n for n in range(most, LEAST - 1, -1) if may_end(text, len(" ".join(words[:n])))]
    for pauses in (_PAUSE, frozenset({"and", "or"})):
        for n in ends:
            if words[n - 1][-1:] in ",;)" or words[n].lower() in pauses:
                return n
    return words_that_end(text, most, LEAST, SLACK)


def _ends_well(text: str, end: re.Match[str]) -> bool:
    """Whether a line may end where a clause does: nothing torn, and no full stop of a short form
    ("approx. 40", "Inc. in")."""
    before = text[: end.start()]
    last = before.rsplit(" ", 1)[-1]
    short = end[0].startswith(".") and (
        len(last) <= 3 or last.lower() in ("approx", "incl", "corp")
    )
    return may_end(text, end.start()) and not short


def _closed_part(text: str) -> str:
    """Without a bracket that is opened and not closed, where enough stands before it."""
    if text.count("(") <= text.count(")"):
        return text
    before = text[: text.rindex("(")].rstrip(" ,;")
    return before if len(before.split()) >= 3 else f"{text})"

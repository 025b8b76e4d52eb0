"""Text -> tokens a skill name can be compared by, with their places in the text.

Tokens know ``C++``, ``C#``, ``.NET`` and the slash of ``CI/CD``; ``plain`` makes spellings equal
(case, accents, plural, British and American), ``stem`` inflections as well. Both are applied to
names and texts alike, so that a rule that mangles a word ("enterprise") mangles it on both sides.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_TOKEN = re.compile(
    r"(?<![A-Za-z0-9])\.net(?![a-z])|[cg]\+\+(?:\d{2}(?!\d))?|notepad\+\+|\b[cfaj]#|[^\W_]+(?:['’]s\b)?|[/&]",
    re.IGNORECASE,
)
_SOFT = re.compile(r"[ \t\xa0]+|[-‐‑'’._]\s*\n\s*|[ \t\xa0]*[™®][ \t\xa0]*")
_WRAP = re.compile(r"[ \t\xa0]*\r?\n[ \t\xa0]*")
_VERSIONED = re.compile(r"^([a-z]{2,}?)v?\d+$")
_ACRONYMS = re.compile(r"^[A-Z][A-Z0-9]+s$")
_IRREGULAR = {
    "apis": "api", "kpis": "kpi", "gpus": "gpu", "cpus": "cpu", "tpus": "tpu", "npus": "npu",
    "skus": "sku", "llms": "llm", "okrs": "okr", "slis": "sli", "guis": "gui", "clis": "cli", "uis": "ui", "clv": "clv",
    "indices": "index", "matrices": "matrix", "vertices": "vertex", "analyses": "analysis",
    "hypotheses": "hypothesis", "theses": "thesis", "programme": "program",
    "programmes": "program", "catalogue": "catalog", "catalogues": "catalog",
    "licence": "license", "licences": "license", "defence": "defense", "centre": "center",
    "centres": "center", "fibre": "fiber", "artefact": "artifact", "artefacts": "artifact",
    "judgement": "judgment", "series": "series", "kubernetes": "kubernetes", "sales": "sales",
    "pandas": "pandas", "rails": "rails", "keras": "keras", "news": "news",
}  # fmt: skip
_PAST = {
    "built": "build", "ran": "run", "led": "lead", "kept": "keep", "wrote": "writ",
    "written": "writ", "taught": "teach", "brought": "bring", "grew": "grow", "drove": "driv",
    "driven": "driv", "held": "hold", "won": "win", "made": "mak", "took": "tak",
    "taken": "tak", "found": "find", "sped": "speed", "spoke": "speak", "gave": "giv",
    "given": "giv", "chose": "choos", "sold": "sell", "met": "meet", "dealt": "deal",
    "began": "begin", "cutting": "cut", "grown": "grow", "known": "know", "broke": "break",
    "halved": "halv", "paid": "pay", "spent": "spend", "sent": "send", "thought": "think", "rewrote": "rewrit",
    "rewritten": "rewrit", "shrank": "shrink", "shrunk": "shrink", "caught": "catch",
}  # fmt: skip


_CAPITALS = re.compile(r"^[A-Z0-9]{2,5}S$")


def is_name_in_s(raw: str) -> bool:
    """A name in capitals that ends in S ("CDPS"), which is no plural: that is written "CDPs". The
    few that people do write so ("APIS") are known."""
    return bool(_CAPITALS.match(raw)) and raw.lower() not in _IRREGULAR


class Token(NamedTuple):
    """``joined``: nothing but a soft gap (space, hyphen, one line break) stands before it;
    ``glued``: a hyphen, dot or nothing, no space."""

    plain: str
    stem: str
    start: int
    end: int
    joined: bool
    glued: bool
    raw: str


def tokenize(text: str, wrapped: bool = True) -> list[Token]:
    """The tokens of a text in order. ``wrapped``: one line break is a space (running text)."""
    tokens: list[Token] = []
    last = -1
    for match in _TOKEN.finditer(text):
        raw, (start, end) = match.group(), match.span()
        word = plain(raw)
        joined = glued = False
        if last >= 0:
            gap = text[last:start]
            glued = gap in _GLUE
            joined = glued or gap == " " or _SOFT.fullmatch(gap) is not None
            joined = joined or (wrapped and _WRAP.fullmatch(gap) is not None)
        tokens.append(Token(word, stem(word), start, end, joined, glued, raw))
        last = end
    return tokens


_GLUE = frozenset(("", "-", "‐", "‑", "–", ".", "_", "@", "'", "’"))


@lru_cache(maxsize=50_000)
def plain(raw: str) -> str:
    """One token without case, accents, plural and regional spelling."""
    word = raw.lower()
    if not word.isascii():
        kept = unicodedata.normalize("NFKD", word)
        word = "".join(c for c in kept if not unicodedata.combining(c)) or word
    if word == "&":
        return "and"
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith(("'s", "’s")):
        raw, word = raw[:-2], word[:-2]
    elif _ACRONYMS.match(raw):
        return word[:-1]
    return _singular(_american(word)) if len(word) > 3 and word.isalpha() else word


def _american(word: str) -> str:
    if len(word) > 6:
        word = re.sub(r"is(ation|ations|e|ed|es|er|ers|ing|able)$", r"iz\1", word)
        word = re.sub(r"ys(e|ed|es|er|ers|ing)$", r"yz\1", word)
    if len(word) > 5:
        word = re.sub(r"our(s|ed|ing|al|ite|ites)?$", r"or\1", word)
    return re.sub(r"ll(ed|ing|er|ers)$", r"l\1", word)


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses", "zzes")):
        return word[:-2]
    if word.endswith("che"):
        return word[:-1]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A ``plain`` word without the usual endings of verbs and nouns made from them."""
    if word in _PAST:
        return _PAST[word]
    if len(word) < 4 or not word.isalpha():
        return word
    for ending in ("ization", "izing", "ized", "izer", "ize"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word[: -len(ending)] + "iz"
    for ending in ("ing", "ed", "er", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            base = word[: -len(ending)]
            if not re.search(r"[aeiouy]", base):
                return word
            if len(base) > 3 and base[-1] == base[-2] and base[-1] not in "aeiosz":
                base = base[:-1]
            return base
    return word


def unversioned(word: str) -> str | None:
    """``python3`` -> ``python``; None where no version hangs on the word."""
    match = _VERSIONED.match(word)
    return match.group(1) if match else None

"""Capitalised phrases of a text: what a person's or an employer's name looks like anywhere.

Two lists are made for each order, and only compared as keyed digests (``gate``): the names the
order is about, and the phrases its report says that neither its own documents nor the product's
own words contain. A name of one order among the unexplained phrases of another is a leak.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

LONGEST = 5
"""Words of a phrase; a longer name is known by its first five."""

_TOKEN = re.compile(r"[\w+#]+")
_INNER = frozenset(
    [
        "of",
        "de",
        "la",
        "le",
        "du",
        "des",
        "da",
        "do",
        "dos",
        "das",
        "del",
        "di",
        "van",
        "von",
        "der",
        "den",
        "ter",
        "ten",
        "the",
        "and",
        "und",
        "et",
        "y",
        "e",
        "&",
        "for",
        "bin",
        "al",
    ]
)
_FORMS = frozenset(
    [
        "inc",
        "llc",
        "ltd",
        "limited",
        "gmbh",
        "ag",
        "se",
        "kg",
        "sa",
        "sas",
        "sarl",
        "bv",
        "nv",
        "plc",
        "corp",
        "corporation",
        "co",
        "company",
        "oy",
        "ab",
        "as",
        "spa",
        "srl",
        "pty",
    ]
)
Token = tuple[str, bool]
"""A word with case and accents folded, and whether it is written like a name."""


def tokens(text: str) -> list[Token]:
    """The words of a text in order. Scripts without case count as written like names."""
    out = []
    for match in _TOKEN.finditer(unicodedata.normalize("NFC", text)):
        word = match.group().strip("_")
        if word:
            out.append((_fold(word), word[0].isalpha() and not word[0].islower()))
    return out


@lru_cache(maxsize=65_536)
def _fold(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word).casefold()
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def capital_phrases(words: list[Token]) -> Iterator[str]:
    """Every run of up to five words that begins and ends with a capital."""
    for start, (first, capital) in enumerate(words):
        if not capital:
            continue
        yield first
        run = first
        for word, is_capital in words[start + 1 : start + LONGEST]:
            if not is_capital and word not in _INNER:
                break
            run = f"{run} {word}"
            if is_capital:
                yield run


class Corpus:
    """Texts to look phrases up in: a phrase counts as said if all its pairs of words are."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._words: set[str] = set()
        self._pairs: set[int] = set()
        for text in texts:
            previous = ""
            for word, _ in tokens(text):
                self._words.add(word)
                if previous:
                    self._pairs.add(hash((previous, word)))
                previous = word

    def says(self, phrase: str) -> bool:
        """Whether the phrase stands in the texts (never falsely denied)."""
        words = phrase.split(" ")
        if len(words) == 1:
            return words[0] in self._words
        return all(hash(pair) in self._pairs for pair in pairwise(words))


@lru_cache(maxsize=4)
def house(overlays: tuple[Path, ...] = ()) -> Corpus:
    """What the product says of itself: data packs, templates and the words in its code."""
    from report_gen.resources import taxonomy_dir, templates_dir

    package = Path(__file__).resolve().parent.parent
    files = [
        *sorted(package.rglob("*.py")),
        *sorted(templates_dir().rglob("*.j2")),
        *(p for folder in (taxonomy_dir(), *overlays) for p in sorted(folder.rglob("*.y*ml"))),
    ]
    return Corpus(path.read_text(encoding="utf-8", errors="replace") for path in files)


def unexplained(said: Iterable[str], own: Iterable[str], product: Corpus) -> list[str]:
    """The capitalised phrases of ``said`` that stand neither in ``own`` nor in the product."""
    mine = Corpus(own)
    found: set[str] = set()
    seen: set[str] = set()
    for text in said:
        for phrase in capital_phrases(tokens(text)):
            if phrase in seen:
                continue
            seen.add(phrase)
            if not mine.says(phrase) and not product.says(phrase):
                found.add(phrase)
    return sorted(found)


def names_of(person: str, employers: Iterable[str]) -> list[str]:
    """How a person and their employers may be named. A first name alone names nobody, and an
    employer of one word needs four letters: shorter ones are words of any text."""
    names = set()
    words = [word for word, _ in tokens(person)]
    if len(words) >= 2:
        # Second surnames and middle names are left out at will.
        names |= {" ".join(words[:LONGEST]), f"{words[0]} {words[1]}", f"{words[0]} {words[-1]}"}
    for employer in employers:
        words = [word for word, _ in tokens(employer)]
        bare = list(words)
        while len(bare) > 1 and bare[-1] in _FORMS:
            bare.pop()
        for name in (words, bare):
            if len(name) > 1 or (name and len(name[0]) >= 4):
                names.add(" ".join(name[:LONGEST]))
    return sorted(names)


def strings(node: Any) -> Iterator[str]:
    """Every text inside plain values, mappings and dataclasses."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, Mapping):
        for value in node.values():
            yield from strings(value)
    elif isinstance(node, list | tuple | set | frozenset):
        for value in node:
            yield from strings(value)
    elif is_dataclass(node) and not isinstance(node, type):
        for field in fields(node):
            yield from strings(getattr(node, field.name))

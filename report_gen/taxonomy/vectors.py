"""Which words go together: a whole-number vector per word, learned from the packs' own texts.

"Kept the scores honest after launch" shares no word with "model monitoring", and still is about
it. ``make vectors`` (scripts/vectors) learns the vectors from the packs and from lines written for
it, and writes ``vectors.json`` beside them; nothing is learned while a report is made. Whole
numbers throughout, so that every machine computes the same.
"""

from __future__ import annotations

import base64
import json
import math
from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from operator import mul
from pathlib import Path

from report_gen.errors import UsageError
from report_gen.inputs import read_bytes

FILE = "vectors.json"
ONE = 1024
"""The length a direction is brought to, in whole numbers: fine enough for two decimals."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Direction:
    """What a text is about: a vector of whole numbers of length ``ONE``, with the square of what its
    length came to; empty where no word of it is known."""

    values: tuple[float, ...] = ()
    squared: int = 0

    def likeness(self, other: Direction) -> float:
        """Cosine, 0..1: 0 for unlike or unknown texts, 1 for the same words."""
        if not self.values or not other.values:
            return 0.0
        # a.b by the law of cosines: the distance is one call in C, six times faster than a sum of
        # products, and near enough that the whole number is the same
        apart = math.dist(self.values, other.values)
        product = round((self.squared + other.squared - apart * apart) / 2)
        return min(1.0, max(0, product) / (ONE * ONE))


NOWHERE = Direction()


@dataclass(frozen=True, slots=True, kw_only=True)
class WordVectors:
    """``words``: per stem its vector, already weighted by how telling the word is."""

    size: int = 0
    words: Mapping[str, array[int]]

    def direction(self, stems: Iterable[str]) -> Direction:
        """The texts' direction: the sum of its words' vectors. Each stem counts once, in any
        order."""
        known = [self.words[s] for s in sorted(set(stems)) if s in self.words]
        if not known:
            return NOWHERE
        total = list(map(sum, zip(*known, strict=True)))
        length = math.isqrt(sum(map(mul, total, total)))
        if not length:
            return NOWHERE
        values = [v * ONE // length for v in total]
        return Direction(values=tuple(map(float, values)), squared=sum(map(mul, values, values)))


NO_VECTORS = WordVectors(words={})


def read_vectors(folder: Path) -> WordVectors:
    """The vectors beside the packs; none where the folder has no such file.

    Raises UsageError (``bad_pack``) for a file that was not written by ``make vectors``.
    """
    path = folder / FILE
    if not path.is_file():
        return NO_VECTORS
    try:
        data = json.loads(read_bytes(path))
        size = int(data["size"])
        words = {
            stem: array("b", base64.b64decode(row, validate=True))
            for stem, row in data["words"].items()
        }
        if any(len(row) != size for row in words.values()):
            raise ValueError("a row of another length")
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UsageError(
            "bad_pack", f"{path}: is no file of word vectors ({error}).", "Run make vectors."
        ) from None
    return WordVectors(size=size, words=words)

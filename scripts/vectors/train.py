"""Learns which words go together, from the packs and from lines written for it.

    python scripts/vectors/train.py [--size 120]

Reads every text of ``skill_taxonomy/``, of ``scripts/vectors/texts/`` (topics, each with lines
that say the same in other words) and of ``scripts/vectors/asks/`` (what a posting asks, and lines
that answer it, nearly answer it or don't; learned from are the first), and writes ``skill_taxonomy/vectors.json``. Words are counted
together in a line (full), in a topic (a part), and in what is asked and what answers it (more, for
that is what is looked up); positive pointwise mutual information, then a
truncated singular value decomposition (latent semantic analysis). No line of a judged or bench
corpus is read. The same texts give the same file.
"""

from __future__ import annotations

import argparse
import base64
import json
import math
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import combinations, product
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.decomposition import TruncatedSVD

from report_gen.matching.words import stems
from report_gen.pipeline import load_packs
from report_gen.taxonomy.files import parse_yaml
from report_gen.taxonomy.vectors import FILE

ROOT = Path(__file__).resolve().parents[2]
TEXTS = Path(__file__).parent / "texts"
ASKS = Path(__file__).parent / "asks"
LEAST = 2
"""A word in fewer texts says nothing of its company."""
TOPIC = 0.35
"""What two words of one topic but of different lines count, against one line."""
ANSWER = 2.5
"""What a word of an ask and one of its answer count: what a word stands for, not what it stands beside."""
FLATTENING = 0.7
"""The power of a singular value by which its direction is shrunk: at 0.5 what all lines share
outweighs what tells them apart, at 1 rare directions count as much as the first."""
SMOOTHING = 0.6
"""The power a word's count is taken to as company, so that rare words are no strong company
(context distribution smoothing; Levy, Goldberg and Dagan, 2015, use 0.75; 0.6 to 0.8 are alike here)."""


def main() -> None:
    """Train and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=120)
    size = parser.parse_args().size
    plain = plain_words()
    topics = [[words_of(text, plain) for text in topic] for topic in read_topics()]
    asks = [[words_of(text, plain) for text in ask] for ask in read_asks()]
    rows, weights = learn(topics, asks, size)
    whole = {w: quantised(row, weights[w]) for w, row in sorted(rows.items())}
    target = ROOT / "skill_taxonomy" / FILE
    data = {"size": size, "words": {w: base64.b64encode(r).decode() for w, r in whole.items()}}
    target.write_text(json.dumps(data, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    print(f"{len(topics)} topics, {sum(map(len, topics))} texts, {len(whole)} words")


def plain_words() -> frozenset[str]:
    from report_gen.matching.lexicon import lexicon

    return lexicon(load_packs()).plain


def read_topics() -> Iterator[list[str]]:
    """Texts that belong together: the lines of a topic, the strings of an entry of a pack."""
    for path in sorted(TEXTS.glob("*.yaml")):
        for topic in parse_yaml(path.read_bytes(), path.name)["topics"]:
            yield [str(topic["id"]).replace("_", " "), *map(str, topic["lines"])]
    yield from read_asks()
    for path in sorted((ROOT / "skill_taxonomy").rglob("*.yaml")):
        for entry in entries(parse_yaml(path.read_bytes(), path.name)):
            texts = [t for t in strings(entry) if len(t) > 2]
            if texts:
                yield texts


def read_asks() -> Iterator[list[str]]:
    """What is asked, before the lines that answer it."""
    for path in sorted(ASKS.glob("*.yaml")):
        for row in parse_yaml(path.read_bytes(), path.name)["asks"]:
            yield [row["ask"], *row["answers"]]


def entries(data: Any) -> Iterator[Any]:
    """The entries of a pack file, whatever they are kept under."""
    if isinstance(data, list):
        yield from data
    elif isinstance(data, dict):
        for value in data.values():
            yield from entries(value) if isinstance(value, list) else [value]


def strings(data: Any) -> Iterator[str]:
    """All texts of an entry; a list of single words is one text."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for value in data.values():
            yield from strings(value)
    elif isinstance(data, list):
        short = [v for v in data if isinstance(v, str) and v.count(" ") < 3]
        if short:
            yield " ".join(short)
        for value in data:
            if not isinstance(value, str) or value.count(" ") >= 3:
                yield from strings(value)


def words_of(text: str, plain: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted({s for s in stems(text) if s not in plain and len(s) > 1}))


def learn(
    topics: list[list[tuple[str, ...]]], asks: list[list[tuple[str, ...]]], size: int
) -> tuple[dict[str, np.ndarray], dict[str, float]]:
    """Word vectors of length one, and how telling each word is (inverse frequency over topics)."""
    spread = Counter(w for topic in topics for w in {w for text in topic for w in text})
    texts = Counter(w for topic in topics for text in topic for w in text)
    known = sorted(w for w in texts if texts[w] >= LEAST and not w.isdigit())
    place = {w: n for n, w in enumerate(known)}
    found = directions(company(topics, asks, place), len(known), size)
    telling = {w: math.log((1 + len(topics)) / (1 + spread[w])) for w in known}
    most = max(telling.values())
    return {w: found[place[w]] for w in known}, {w: t / most for w, t in telling.items()}


def company(
    topics: list[list[tuple[str, ...]]],
    asks: list[list[tuple[str, ...]]],
    place: Mapping[str, int],
) -> Counter[tuple[int, int]]:
    """How much each pair of words keeps company, the lower number first."""
    pairs: Counter[tuple[int, int]] = Counter()
    for topic in topics:
        for text in topic:
            ids = [place[w] for w in text if w in place][:40]
            for pair in combinations(ids, 2):
                pairs[pair] += 1.0 if len(ids) < 25 else 0.3
        whole = sorted({place[w] for text in topic for w in text if w in place})
        if len(topic) > 1 and len(whole) < 160:
            for pair in combinations(whole, 2):
                pairs[pair] += TOPIC
    for asked, *answers in asks:
        for a, b in product(asked, [w for answer in answers for w in answer]):
            if a != b and a in place and b in place:
                pairs[min(place[a], place[b]), max(place[a], place[b])] += ANSWER
    return pairs


def directions(pairs: Counter[tuple[int, int]], known: int, size: int) -> np.ndarray:
    """The words' rows, of length one: the strongest ``size`` directions of their shared company."""
    rows = [a for a, b in pairs] + [b for a, b in pairs]
    columns = [b for a, b in pairs] + [a for a, b in pairs]
    counts = list(pairs.values()) * 2
    matrix = csr_matrix((counts, (rows, columns)), shape=(known, known), dtype=float)
    total = np.asarray(matrix.sum(axis=1)).ravel()
    context = total**SMOOTHING / (total**SMOOTHING).sum()
    entry = matrix.tocoo()
    pmi = np.log(entry.data / total[entry.row] / context[entry.col])
    keep = pmi > 0
    positive = csr_matrix((pmi[keep], (entry.row[keep], entry.col[keep])), shape=matrix.shape)
    svd = TruncatedSVD(n_components=size, n_iter=12, random_state=7)
    found = svd.fit_transform(positive) / svd.singular_values_**FLATTENING
    lengths = np.linalg.norm(found, axis=1, keepdims=True)
    return np.asarray(found / np.where(lengths == 0, 1, lengths))


def quantised(row: np.ndarray, weight: float) -> bytes:
    """As signed bytes: the direction, as long as the word is telling."""
    scaled = np.clip(np.rint(row * weight * 320), -127, 127)
    return bytes(scaled.astype(np.int8).tobytes())


if __name__ == "__main__":
    main()

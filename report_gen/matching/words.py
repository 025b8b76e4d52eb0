"""Words as stems, and phrases as sequences of stems: "mentoring" and "mentored" are one word.

Own light stemmer: the vocabulary is written by people as whole words and both sides pass the
same function, so that it need only be consistent, not linguistic.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple, TypeVar

T = TypeVar("T")

_TOKEN = re.compile(
    r"[,;:!?](?=\s)|\.(?=\s+[A-Z])|[A-Za-z][A-Za-z0-9+#]*(?:['’][a-z]+)?|\d+(?:[.,]\d+)*[a-zA-Z%]*|%"
)
_COMPOUND = re.compile(r"(?<![A-Za-z-])(?!(?:re|co|pre|un|self|auto|over|cross)-)[A-Za-z]{3,}-$")
_GAP = "*"
_MAX_GAP = 3


class Word(NamedTuple):
    """A stem and where its word stands in the text. ``named``: the last part of a compound that
    names a thing by what it is for ("home-monitoring", "case-tracking"): nobody does it there."""

    stem: str
    start: int
    end: int
    named: bool = False


_OWN = (
    "production", "embedding embeddings", "embedded", "shipping", "trading", "regression",
    "experiment experiments experimental experimentation", "mining", "string", "pricing", "university", "department",
    "interest", "rating ratings", "engagement", "posting", "booking", "bookings", "trainer trainers", "accountant accountants", "cuped", "poster posters", "bucketing", "mille", "listing listings",
    "transformation transformations", "transformer transformers", "settlement settlements", "recommendations",
    "station", "nation", "national", "agent agents", "publisher publishers", "adapter adapters", "faster",
    "contributor contributors", "labs", "were", "conversation conversations", "billion billions", "mapping mappings maps mapped",
    "mape", "designer designers", "developer developers", "engine engines", "customer customers customer's", "stores store",
    "visitor visitors", "server servers", "shipment shipments", "shipper shippers", "maintainer maintainers",
    "international internationally", "local locally locals", "detector detectors", "framing", "segment segments segmented",
    "visual visually visuals", "visualization visualizations visualisation visualisations visualize visualise visualized visualised visualizing visualising",
    "container containers", "blocker blockers", "sequencing", "tooling", "grower growers", "seller sellers", "player players",
    "doctor doctors", "doctorate doctorates", "hosts", "founded founder founders founding", "foundation foundations", "investor investors",
    "interviewer interviewers", "tracing", "profile profiles", "quants quant", "promotion promotions promotional", "estimator estimators",
    "generalization generalisation generalize generalise generalizes generalises generalized generalised",
    "regularization regularisation regularized regularised regularize regularise", "packaging", "token tokens",
    "tokenizer tokenizers tokeniser tokenize tokenized tokenise", "tokenization tokenisation", "acquirer acquirers",
    "authorization authorizations authorisation authorisations", "recommending recommend recommends recommended", "recommender recommenders",
    "recommendation", "requirement requirements", "solver solvers", "activation activations", "programming programmer programmers programmed",
    "grounding grounded", "publication publications", "indexing", "contractor contractors", "ordering ordered", "returning returned",
    "reviewer reviewers", "shadow shadows", "shadowed shadowing", "logistic", "logistics", "teacher teachers", "junior", "juniors",
    "gpu gpus", "cpu cpus", "tpu tpus", "npu npus", "sku skus", "menu menus", "api apis", "kpi kpis", "ui uis", "gui guis",
    "nightly", "rose", "localization localisation localize localise localized localised", "personal personally", "personalization personalisation personalize personalise personalized personalised personalizing", "host hosted hosting", "computation computations computational", "reaction reactions", "reactor reactors", "reactive",
)  # fmt: skip
_AS_IS = {word: group.split()[0] for group in _OWN for word in group.split()} | {
    "training": "train", "experience": "experienc", "engaged": "engag", "mentored": "mentor",
}  # fmt: skip
"""Words whose stem would be another word: a product is no production, the public no publication,
programming no program, and what one found one has not founded. Those of a row are one word."""


@lru_cache(maxsize=20000)
def stem(word: str) -> str:
    """The part of a word that stays the same when it is inflected or made a noun."""
    w = word.lower().replace("’", "'")
    if w in _AS_IS:
        return _AS_IS[w]
    if w.endswith(("'s", "'d", "'ve", "'re", "'ll", "n't")) and "'" in w:
        w = w.split("'")[0] if not w.endswith("n't") else w
    if len(w) <= 3 or not w.isalpha():
        return w[:-1] if len(w) > 3 and w.endswith("s") and not w.endswith("ss") else w
    if w.endswith("ies") and len(w) > 4:
        w = w[:-3] + "y"
    elif w.endswith("s") and not w.endswith(("ss", "us", "is")):
        w = w[:-1]
    w = re.sub(r"is(ation|e|ed|ing|er)$", r"iz\1", w) if len(w) > 6 else w
    for suffix, least in (
        ("ization", 3), ("ation", 4), ("ating", 4), ("ated", 4), ("ate", 4), ("ator", 4),
        ("izing", 3), ("ized", 3), ("ize", 3), ("izer", 3), ("ment", 4), ("ing", 3), ("ion", 4),
        ("ed", 3), ("er", 4), ("or", 5), ("ly", 4),
    ):  # fmt: skip
        if w.endswith(suffix) and len(w) - len(suffix) >= least:
            w = w[: -len(suffix)]
            if suffix[0] in "aeio" and len(w) > 3 and w[-1] == w[-2] and w[-1] not in "lsz":
                w = w[:-1]
            break
    if w.endswith("ll") and len(w) > 4:
        w = w[:-1]
    if w.endswith("e") and len(w) > 3:
        w = w[:-1]
    if w.endswith("y") and len(w) > 4:
        w = w[:-1] + "i"
    return w


class Words(tuple[Word, ...]):
    """The words of a text, with what was found among them: several stages look for the same."""

    found: dict[Hashable, Any]

    def once(self, what: Hashable, find: Callable[[tuple[Word, ...]], T]) -> T:
        """What ``find`` gives for these words; it is looked for at the first call only."""
        if what not in self.found:
            self.found[what] = find(self)
        found: T = self.found[what]
        return found


@lru_cache(maxsize=4000)
def words(text: str) -> Words:
    """Every word of ``text`` with its stem; hyphens and slashes part words. Commas and the like
    are words of their own, so that no phrase is read across one. Several stages ask about the same
    lines: the last few thousand are remembered."""
    out = []
    for found in _TOKEN.finditer(text):
        raw, (start, end) = found.group(), found.span()
        joined = raw.endswith("ing") and text[start - 1 : start] in ("-", "\n")
        named = joined and _COMPOUND.search(text, 0, start) is not None
        out.append(Word(stem(raw), start, end, named))
    read = Words(out)
    read.found = {}
    return read


def stems(text: str) -> tuple[str, ...]:
    """The stems of ``text`` in order."""
    return words(text).once("stems", lambda read: tuple(w.stem for w in read))


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A phrase of ``key`` was found at ``text[start:end]``; ``loose``: with other words between."""

    key: str
    start: int
    end: int
    loose: bool = False


def within(start: int, end: int, hit: Hit) -> bool:
    """Whether a stretch of text is a part of what was hit, and not all of it."""
    return hit.start <= start and end <= hit.end and hit.end - hit.start > end - start


def longest(hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """The hits without those that stand inside a longer one; what stands in a gap stands alone."""
    return tuple(
        h
        for h in hits
        if not any(
            o.start <= h.start
            and h.end <= o.end
            and o.end - o.start > h.end - h.start
            and not o.loose
            for o in hits
        )
    )


_Phrases = list[tuple[tuple[str, ...], str]]


@dataclass(slots=True, eq=False)
class PhraseBook:
    """Phrases by the key they speak for; ``*`` stands for up to three words between. It is filled
    before the first look into it: what is found in a text is kept with the text."""

    _by_first: dict[str, _Phrases] = field(default_factory=dict)
    _by_two: dict[str, dict[str, _Phrases]] = field(default_factory=dict)
    """Phrases whose second word must follow at once, by both: nine of ten are never looked at."""

    def add(self, key: str, phrases: Iterable[str]) -> None:
        for phrase in phrases:
            parts = tuple(
                piece
                for token in phrase.split()
                for piece in ((_GAP,) if token == _GAP else stems(token))
            )
            if len(parts) > 1 and parts[1] != _GAP:
                second = self._by_two.setdefault(parts[0], {})
                second.setdefault(parts[1], []).append((parts[2:], key))
            elif parts:
                self._by_first.setdefault(parts[0], []).append((parts[1:], key))

    def find(self, text: tuple[Word, ...]) -> tuple[Hit, ...]:
        """Every hit, in the order of the text; one per key and place, the longest."""
        return text.once(self, self._find) if isinstance(text, Words) else self._find(text)

    def _find(self, text: tuple[Word, ...]) -> tuple[Hit, ...]:
        best: dict[tuple[str, int], tuple[int, bool]] = {}
        by_first, by_two, last = self._by_first, self._by_two, len(text) - 1
        for n, word in enumerate(text):
            for rest, key in by_first.get(word.stem, ()):
                self._keep(best, text, (n, n), rest, key)
            if n < last and (second := by_two.get(word.stem)) is not None:
                for rest, key in second.get(text[n + 1].stem, ()):
                    self._keep(best, text, (n, n + 1), rest, key)
        return tuple(
            Hit(key=key, start=start, end=end, loose=loose)
            for (key, start), (end, loose) in sorted(best.items(), key=lambda b: (b[0][1], b[0][0]))
        )

    def _keep(
        self,
        best: dict[tuple[str, int], tuple[int, bool]],
        text: tuple[Word, ...],
        span: tuple[int, int],
        rest: tuple[str, ...],
        key: str,
    ) -> None:
        first, found = span
        last = _follow(text, found, rest)
        if last >= 0:
            at = (key, text[first].start)
            loose = last - found > len(rest) - rest.count(_GAP)
            best[at] = max(best.get(at, (0, False)), (text[last].end, loose))


def _follow(text: tuple[Word, ...], n: int, rest: tuple[str, ...]) -> int:
    """Index of the last word when ``rest`` follows word ``n``, else -1."""
    gap = False
    for part in rest:
        if part == _GAP:
            gap = True
            continue
        reach = range(n + 1, min(len(text), n + 2 + (_MAX_GAP if gap else 0)))
        n = next((k for k in reach if text[k].stem == part), -1)
        if n < 0:
            return -1
        gap = False
    return n

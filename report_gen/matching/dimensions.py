"""What the resume proves per dimension: 0 nothing .. 4 owned with measured impact, repeatedly."""

from __future__ import annotations

from report_gen.matching.lexicon import Lexicon
from report_gen.matching.lines import Line
from report_gen.matching.models import DimensionRating
from report_gen.matching.words import words
from report_gen.matching.wording import LEVEL_WORDS, place


ABOUT = 0.8
"""From this weight of words on a line speaks of a dimension: one telling term, or two broad ones."""


def rate_dimensions(lines: tuple[Line, ...], lex: Lexicon) -> dict[str, DimensionRating]:
    """A rating for every dimension the packs know."""
    weighed = [(line, dimension_weights_of(line, lex)) for line in lines if line.reading.level]
    return {
        d: _rate(d, [line for line, weight in weighed if weight.get(d, 0.0) >= ABOUT])
        for d in sorted(lex.taxonomy.dimensions)
    }


def dimension_weights_of(line: Line, lex: Lexicon) -> dict[str, float]:
    """How much a line speaks of each dimension: a telling term 1, a broad one or one of manner
    half, a noun of the competency model at most a third; a business number is business."""
    out: dict[str, float] = {}
    for term in sorted(line.terms):
        d = lex.dimension(term)
        if d:
            out[d] = out.get(d, 0.0) + (0.5 if lex.broad(term) or lex.manner(term) else 1.0)
    nouns = sorted({(h.key.split(":")[0], h.key) for h in lex.noun_book.find(words(line.reading.text))})
    for d in dict.fromkeys(d for d, _ in nouns):
        out[d] = out.get(d, 0.0) + 0.3
    kinds = {m.kind for m in line.reading.metrics}
    if "business" in kinds:
        out["business_metrics"] = out.get("business_metrics", 0.0) + 0.6
    if "serving" in kinds or "cost" in kinds:
        out["constraints"] = out.get("constraints", 0.0) + 0.4
    return out


def _rate(dimension: str, about: list[Line]) -> DimensionRating:
    deeds = sorted(
        (line for line in about if line.reading.level >= 2),
        key=lambda line: (-line.reading.level, line.reading.ref),
    )
    counts = [sum(1 for line in deeds if line.reading.level == n) for n in range(5)]
    strong, owned, applied = counts[4], counts[4] + counts[3], len(deeds)
    if strong >= 2 and owned >= 4:
        rating = 4
    elif owned >= 2 or strong >= 1:
        rating = 3
    elif applied >= 1:
        rating = 2
    else:
        rating = 1 if about else 0
    score = min(4.0, rating - 0.4 + min(0.4, 0.1 * applied) + min(0.3, 0.1 * strong)) if rating else 0.0
    evidence = tuple(line.reading.ref for line in deeds[:4]) or tuple(line.reading.ref for line in about[:2])
    return DimensionRating(
        id=dimension, rating=rating, score=round(score, 2), evidence=evidence, why=_why(rating, deeds, about, counts)
    )


def _why(rating: int, deeds: list[Line], about: list[Line], counts: list[int]) -> str:
    if rating == 0:
        return "Nothing in the resume speaks of it."
    if rating == 1:
        return f"It is only named, in {place(about[0])}; no bullet shows it in use."
    best = deeds[0]
    many = f"{len(deeds)} lines show it" if len(deeds) > 1 else "One line shows it"
    return f"{many}; the strongest is {place(best)} ({LEVEL_WORDS[best.reading.level]}), {counts[4]} with measured impact."

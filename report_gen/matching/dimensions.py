"""What the resume proves per dimension: 0 nothing .. 4 owned with measured impact, repeatedly."""

from __future__ import annotations

from report_gen.matching.lexicon import Lexicon
from report_gen.matching.lines import Line
from report_gen.matching.models import DimensionRating
from report_gen.matching.wording import LEVEL_WORDS, place


def rate_dimensions(lines: tuple[Line, ...], lex: Lexicon) -> dict[str, DimensionRating]:
    """A rating for every dimension the packs know."""
    return {d: _rate(d, lines, lex) for d in sorted(lex.taxonomy.dimensions)}


def _rate(dimension: str, lines: tuple[Line, ...], lex: Lexicon) -> DimensionRating:
    about = [line for line in lines if dimension in line.reading.dimensions and line.reading.level]
    deeds = sorted(
        (line for line in about if line.reading.level >= 2),
        key=lambda line: (-line.reading.level, line.reading.ref),
    )
    counts = [sum(1 for line in deeds if line.reading.level == n) for n in range(5)]
    strong, owned, applied = counts[4], counts[4] + counts[3], len(deeds)
    if strong >= 2 and owned >= 3:
        rating = 4
    elif owned >= 1:
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

"""What the resume proves per dimension: 0 nothing .. 4 owned with measured impact, repeatedly."""

from __future__ import annotations

from report_gen.matching.lexicon import Lexicon
from report_gen.matching.lines import Line
from report_gen.matching.models import DimensionRating
from report_gen.matching.professions import profession
from report_gen.matching.wording import LEVEL_WORDS, level_in, place
from report_gen.matching.words import words

ABOUT = 0.8
"""From this weight of words on a line speaks of a dimension: one telling term, or two broad ones."""
_NO_DIMENSION = frozenset({"credential", "certification", "domain"})
_MADE = frozenset(
    {
        "coding",
        "ml_system_design",
        "ml_theory_math",
        "deep_learning",
        "data_engineering",
        "mlops_infrastructure",
        "genai_llm",
    }
)
"""Dimensions of what one makes with one's own hands."""
_ENGINEERS = frozenset({"mle", "swe", "de"})
_MODELS = frozenset({"deep_learning", "genai_llm", "ml_theory_math", "mlops_infrastructure"})
_RESEARCH = frozenset({"ml_theory_math", "deep_learning", "genai_llm", "stats_experimentation"})


def rate_dimensions(lines: tuple[Line, ...], lex: Lexicon) -> dict[str, DimensionRating]:
    """A rating for every dimension the packs know."""
    weighed = [(line, dimension_weights_of(line, lex)) for line in lines if line.reading.level]
    out = {}
    for d in sorted(lex.taxonomy.dimensions):
        about = [
            (line, _level(line, d, lex)) for line, weight in weighed if weight.get(d, 0.0) >= ABOUT
        ]
        out[d] = _rate(d, about)
    return out


def dimension_weights_of(line: Line, lex: Lexicon) -> dict[str, float]:
    """How much a line speaks of each dimension: a telling term 1, a broad one or one of manner
    half, a noun of the competency model at most a third; a business number is business."""
    out: dict[str, float] = {}
    for term in sorted(line.terms):
        d = lex.dimension(term)
        skill = lex.taxonomy.skills.get(term)
        if not d or (skill and (skill.kind in _NO_DIMENSION or skill.parent == "spoken_language")):
            continue
        weight = 0.5 if lex.broad(term) or lex.manner(term) else 1.0
        if (
            d == "ml_theory_math"
            and skill
            and term not in lex.topics
            and skill.parent not in lex.theory
        ):
            weight = 0.4
        if d == "behavioral_leadership" and term not in lex.leading:
            weight = 0.3
        out[d] = out.get(d, 0.0) + weight
        for special in lex.special_dimensions(skill.parent) if skill else ():
            # what only some roles are tested on is told by the skill beside its wider topic
            if special != d:
                out[special] = out.get(special, 0.0) + (0.5 if lex.broad(term) else 1.0)
    if line.statement.kind == "award":
        # a prize is no deed: its sum is no result, and who gave it is no subject
        return {d: min(w, 0.3) for d, w in out.items()}
    nouns = {h.key.split(":")[0] for h in lex.noun_book.find(words(line.reading.text))}
    for d in sorted(nouns - {"ml_theory_math", "behavioral_leadership"}):
        out[d] = out.get(d, 0.0) + 0.3
    _add_made(out, line, lex)
    _add_measured(out, line)
    _add_held(out, line, lex)
    return out


_HELD = {"tpm": ("program_management", ABOUT), "pm": ("product_sense", 0.6)}
"""What a position is for: a program manager's deeds run programs, whatever they are called; a product
manager's tell of the product where a word more says so."""


def _add_held(out: dict[str, float], line: Line, lex: Lexicon) -> None:
    if line.reading.level >= 2 and (held := _HELD.get(_role(line, lex))):
        out[held[0]] = out.get(held[0], 0.0) + held[1]


def _add_measured(out: dict[str, float], line: Line) -> None:
    """A measured result is evidence of what it measures; what one owns in production is
    evidence of ownership there."""
    kinds = {m.kind for m in line.reading.metrics}
    if "business" in kinds:
        out["business_metrics"] = out.get("business_metrics", 0.0) + ABOUT
    if "serving" in kinds or "cost" in kinds:
        out["constraints"] = out.get("constraints", 0.0) + ABOUT
    if line.reading.level >= 3 and line.reading.owned:
        out["production_ownership"] = out.get("production_ownership", 0.0) + ABOUT


def _add_made(out: dict[str, float], line: Line, lex: Lexicon) -> None:
    """Something built by an engineer is some evidence of coding; a model brought to production,
    to scale or under a latency budget is evidence of system design."""
    builds = "creation" in line.signals.verbs and makes(line, lex)
    if builds and line.reading.level >= 2:
        coded = _role(line, lex) in _ENGINEERS or _in_code(line, lex)
        out["coding"] = out.get("coding", 0.0) + (ABOUT if coded else 0.4)
    models = (
        any(out.get(d, 0.0) >= ABOUT for d in _MODELS)
        and "machine_learning" in line.terms | line.context
    )
    if models and line.reading.production and (builds or line.reading.owned):
        out["ml_system_design"] = out.get("ml_system_design", 0.0) + 0.8


_CODE = frozenset({"programming_language", "ml_framework", "gpu_hpc"})


def _in_code(line: Line, lex: Lexicon) -> bool:
    """What is built in a named language or framework is code, whoever built it."""
    skills = (lex.taxonomy.skills.get(t) for t in line.terms)
    return any(s is not None and s.parent in _CODE for s in skills)


def _role(line: Line, lex: Lexicon) -> str:
    kind = profession(line.reading.title, lex) if line.reading.ref.startswith("work") else ""
    return lex.professions[kind].role if kind in lex.professions else ""


def makes(line: Line, lex: Lexicon) -> bool:
    """True unless the position is one that leads or plans rather than makes."""
    kind = profession(line.reading.title, lex) if line.reading.ref.startswith("work") else ""
    return kind not in lex.professions or lex.professions[kind].hands_on


def _level(line: Line, dimension: str, lex: Lexicon) -> int:
    """The line's level in a dimension. A main publication is research someone owned; leading
    people needs no production; what analysts and planners put to use is kept up by engineers."""
    level = line.reading.level
    if dimension in _MADE and not makes(line, lex):
        return min(level, 2)
    if dimension in _RESEARCH and line.statement.kind == "publication":
        return 2 if lex.minor_book.find(words(line.reading.text)) else 3
    if dimension == "production_ownership" and _role(line, lex) not in ("", *_ENGINEERS):
        return min(level, 2)
    if dimension == "coding" and not any(lex.dimension(t) == "coding" for t in line.terms):
        return min(level, 3)
    if dimension == "behavioral_leadership" and level >= 2 and line.reading.own:
        ways = len(line.terms & lex.leading)
        owned = line.reading.owned and not line.signals.bounded
        return max(level, 4 if ways >= 3 and level >= 3 else 3) if owned else level
    return level


def _rate(dimension: str, about: list[tuple[Line, int]]) -> DimensionRating:
    deeds = sorted(
        (row for row in about if row[1] >= 2), key=lambda row: (-row[1], row[0].reading.ref)
    )
    counts = [sum(1 for _, level in deeds if level == n) for n in range(5)]
    strong, owned, applied = counts[4], counts[4] + counts[3], len(deeds)
    if (strong >= 2 and owned >= 4) or (dimension in _RESEARCH and owned >= 4):
        rating = 4
    elif owned >= 2:
        rating = 3
    elif applied >= 2:
        rating = 2
    else:
        rating = 1 if about else 0
    score = (
        min(4.0, rating - 0.4 + min(0.4, 0.1 * applied) + min(0.3, 0.1 * strong)) if rating else 0.0
    )
    evidence = tuple(line.reading.ref for line, _ in deeds[:4]) or tuple(
        line.reading.ref for line, _ in about[:2]
    )
    return DimensionRating(
        id=dimension,
        rating=rating,
        score=round(score, 2),
        evidence=evidence,
        why=_why(dimension, rating, deeds, about, counts),
    )


def _why(
    dimension: str,
    rating: int,
    deeds: list[tuple[Line, int]],
    about: list[tuple[Line, int]],
    counts: list[int],
) -> str:
    if rating == 0:
        return "Nothing in the resume speaks of it."
    if rating == 1 and deeds:
        line, held = deeds[0]
        told = level_in(held, dimension, line.reading.ref, LEVEL_WORDS)
        return f"One line alone shows it ({told}), and it takes two to set a level: {place(line)}."
    if rating == 1:
        return f"It is only named, in {place(about[0][0])}; no bullet shows it in use."
    best, level = deeds[0]
    many = f"{len(deeds)} lines show it" if len(deeds) > 1 else "One line shows it"
    told = level_in(level, dimension, best.reading.ref, LEVEL_WORDS)
    impact = f"; {counts[4]} with measured impact" if counts[4] else ""
    return f"{many}; the strongest is {place(best)} ({told}){impact}."

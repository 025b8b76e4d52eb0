"""The heart of the job: what its title names and its lines come back to, and how far the resume
shows it. Two people of one profession differ here (ranking ads, or running models on phones)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from report_gen.job.models import Job, Requirement
from report_gen.matching.asks import Ask, Group, read_ask
from report_gen.matching.lexicon import Lexicon
from report_gen.matching.lines import Line
from report_gen.matching.relevance import bear

IN_TITLE = 2.0
MOST = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Focus:
    """``value`` 0..1; the terms of the heart, heaviest first, those shown, and the best lines."""

    value: float
    terms: tuple[str, ...]
    shown: tuple[str, ...]
    refs: tuple[str, ...]


def find_focus(job: Job, asks: tuple[Ask, ...], lines: tuple[Line, ...], lex: Lexicon) -> Focus:
    """Terms of the title count double; terms of at least two lines count by how many."""
    title = read_ask(Requirement(id="title", text=job.title, kind="required"), lex)
    weights: Counter[str] = Counter()
    for ask in asks:
        for term in ask.terms:
            weights[term] += 1
    heart = {t: float(n) for t, n in weights.items() if n >= 2 and _tells(t, lex)}
    for term in title.terms:
        if _tells(term, lex):
            heart[term] = heart.get(term, 0.0) + IN_TITLE
    top = sorted(heart, key=lambda t: (-heart[t], t))[:MOST]
    if not top:
        return Focus(value=0.5, terms=(), shown=(), refs=())
    ask = _as_ask(tuple(top), heart, job)
    bearings = [bear(line, ask, lex) for line in lines]
    values = [max((b.groups[n] * b.level for b in bearings), default=0.0) for n in range(len(top))]
    total = sum(heart[t] for t in top)
    best = sorted(
        (b for b in bearings if b.value > 0.1), key=lambda b: (-b.value, b.line.reading.ref)
    )
    return Focus(
        value=round(sum(heart[t] * v for t, v in zip(top, values, strict=True)) / total, 3),
        terms=tuple(top),
        shown=tuple(t for t, v in zip(top, values, strict=True) if v >= 0.6),
        refs=tuple(b.line.reading.ref for b in best[:3]),
    )


def _tells(term: str, lex: Lexicon) -> bool:
    skill = lex.taxonomy.skills.get(term)
    language = skill is not None and skill.parent == "programming_language"
    credential = skill is not None and skill.kind in ("credential", "certification")
    return not (lex.broad(term) or lex.manner(term) or lex.soft(term) or language or credential)


def _as_ask(terms: tuple[str, ...], weights: dict[str, float], job: Job) -> Ask:
    return Ask(
        requirement=Requirement(id="focus", text=job.title, kind="required"),
        groups=tuple(Group(terms=(t,), weight=weights[t]) for t in terms),
        stems=frozenset(),
        pairs=frozenset(),
        years=None,
        fields=(),
        manner=frozenset(),
        subjects=(True,) * len(terms),
        strong=True,
    )

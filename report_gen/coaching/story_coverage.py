"""Which story leads for each competency and each principle of the company, and which is in reserve.

An assignment with caps, so that one strong story is not the answer to everything.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from report_gen.coaching.assignment import assign
from report_gen.coaching.models import Coverage, Story
from report_gen.taxonomy.interview import Company, Principle
from report_gen.taxonomy.vocabulary_language import Competency

CAP = 2
"""Competencies one story may lead, and as many it may be the reserve for."""
_WORTH = (1.0, 0.7, 0.5)
"""What a story is worth to its first, second and third competency."""


def cover(
    stories: Sequence[Story], competencies: Sequence[Competency], company: Company | None
) -> tuple[Coverage, ...]:
    """A row per competency, then per principle; lead or reserve "" where no story serves."""
    fits = {
        c.id: {s.id: _worth(s, {c.id: 1.0}) for s in stories if c.id in s.competencies}
        for c in competencies
    }
    rows = _rows("competency", {c.id: c.name for c in competencies}, fits, stories)
    if company is None or company.values is None:
        return rows
    principles = [p for p in company.values.items if p.asks]
    served: dict[str, dict[str, float]] = {}
    for p in principles:
        weight = {c.id: float(n) for c in competencies if (n := answers_principle(p, c))}
        served[p.id] = {s.id: w for s in stories if (w := _worth(s, weight)) > 0}
    names = {p.id: p.name for p in principles}
    return (*rows, *_rows("principle", names, served, stories))


def answers_principle(principle: Principle, competency: Competency) -> int:
    """How many of the competency's words begin a word of the principle ("responsib" in
    "broad responsibility")."""
    about = f" {principle.name} {principle.asks}".lower().replace("-", " ").replace("'", " ")
    return sum(f" {word}" in about for word in competency.principle_words)


def _worth(story: Story, weights: Mapping[str, float]) -> float:
    """How well a story answers for competencies of the given weights."""
    place = zip(story.competencies, _WORTH, strict=False)
    fit = sum(weights.get(id, 0.0) * worth for id, worth in place)
    return fit * (0.6 + story.strength) if fit else 0.0


def _rows(
    kind: str, names: Mapping[str, str], fits: Mapping[str, Mapping[str, float]],
    stories: Sequence[Story],
) -> tuple[Coverage, ...]:  # fmt: skip
    cap = max(CAP, -(-len(names) // max(1, len(stories))) + 1)
    leads = _assign(fits, cap)
    left = {
        id: {s: w for s, w in found.items() if s != leads.get(id)} for id, found in fits.items()
    }
    backups = _assign({id: w for id, w in left.items() if id in leads}, cap)
    return tuple(
        Coverage(kind=kind, id=id, name=name, lead=leads.get(id, ""), backup=backups.get(id, ""))  # type: ignore[arg-type]
        for id, name in names.items()
    )


def _assign(fits: Mapping[str, Mapping[str, float]], cap: int) -> dict[str, str]:
    """Row -> story, each story at most ``cap`` times, the sum of worths as high as it gets."""
    rows = [id for id, found in fits.items() if found]
    seats = sorted({s for found in fits.values() for s in found})
    if not rows or not seats:
        return {}
    columns = [s for s in seats for _ in range(cap)]
    columns += [""] * (len(rows) - len(columns))
    cost = [
        [-fits[id].get(seat, 0.0) + 1e-6 * j if seat else 0.0 for j, seat in enumerate(columns)]
        for id in rows
    ]
    taken = zip(rows, (columns[n] for n in assign(cost)), strict=True)
    return {id: seat for id, seat in taken if seat in fits[id]}

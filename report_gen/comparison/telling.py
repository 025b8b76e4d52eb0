"""A comparison as text for a terminal, no line wider than 100 columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import wrap

from report_gen.comparison.models import (
    Comparison,
    DimensionChange,
    EvidenceChange,
    GapChange,
    PartChange,
    RequirementChange,
)

WIDTH = 100
MOST_LINES = 3
"""Lines of evidence shown for a requirement; the JSON has them all."""
_EVIDENCE = {
    "new": "now shown by",
    "gone": "no longer shown by",
    "reworded": "in other words now,",
    "stronger": "read as stronger,",
    "weaker": "read as weaker,",
    "same": "still shown by",
}


def tell(c: Comparison) -> str:
    """What moved, the largest first, each with its reason."""
    rows: list[str] = []
    for warning in c.warnings:
        rows += _folded(f"Note: {warning}", 0)
    rows += [""] * bool(c.warnings)
    band = c.band_now if c.band_then == c.band_now else f"{c.band_then} -> {c.band_now}"
    low, high = (f"{a:.0f} to {b:.0f}" for a, b in (c.range_then, c.range_now))
    rows.append(f"Fit {c.score_then:.1f} -> {c.score_now:.1f} ({_signed(c.moved)}), {band}")
    rows.append(f"Likely {low} -> {high}" if low != high else f"Likely {low}, as before")
    moved = sorted((p for p in c.parts if p.moved or p.requirements), key=lambda p: -abs(p.moved))
    for part in moved:
        rows += ["", *_part(part)]
    still = [p.label for p in c.parts if not p.moved and not p.requirements]
    if still and moved:
        rows += ["", *_folded(f"Unchanged: {', '.join(still)}.", 0)]
    rows += _section("Competencies (0 to 4)", (_dimension(d) for d in c.dimensions))
    rows += _section("Gaps", (_gap(g) for g in c.gaps))
    rows += _section("Stories", (f"{s.change:7} {s.title} ({s.cite})" for s in c.stories))
    if not (moved or c.dimensions or c.gaps or c.stories):
        rows += ["", "Nothing moved."]
    return "\n".join(rows)


def _part(part: PartChange) -> Iterator[str]:
    most = f"{part.max_now:.1f}"
    if part.max_then != part.max_now:
        most = f"{part.max_then:.1f} -> {most}"
    yield f"{_signed(part.moved):>6}  {part.label}: {part.then:.1f} -> {part.now:.1f} of {most}"
    if part.why_then != part.why_now:
        yield from _folded(f"then: {part.why_then}", 8)
        yield from _folded(f"now:  {part.why_now}", 8)
    for requirement in part.requirements:
        yield from _requirement(requirement)


def _requirement(r: RequirementChange) -> Iterator[str]:
    words = f'"{r.text}"'
    if r.change == "gone":
        yield from _folded(f"{r.id_then.upper()} no longer asked for: {words}", 8)
        return
    if r.change == "new":
        yield from _folded(f"{r.id_now.upper()} asked for now only, {r.status_now}: {words}", 8)
    else:
        status = (
            r.status_now if r.status_then == r.status_now else f"{r.status_then} -> {r.status_now}"
        )
        score = f"{r.score_then or 0.0:.2f} -> {r.score_now or 0.0:.2f}"
        yield from _folded(f"{r.id_now.upper()} {status} ({score}): {words}", 8)
    for evidence in r.evidence[:MOST_LINES]:
        yield from _folded(_evidence(evidence), 12)
    if len(r.evidence) > MOST_LINES:
        more = len(r.evidence) - MOST_LINES
        yield f"{'':12}and {more} more line{'s' * (more > 1)} (--json)"
    if not r.evidence and r.why:
        yield from _folded(r.why, 12)


def _evidence(e: EvidenceChange) -> str:
    level = f" (level {e.then} -> {e.now})" if e.change in ("stronger", "weaker") else ""
    return f'{_EVIDENCE[e.change]} {e.cite}{level}: "{e.text}"'


def _dimension(d: DimensionChange) -> str:
    bar = f"bar {d.bar_now}" if d.bar_then == d.bar_now else f"bar {d.bar_then} -> {d.bar_now}"
    by = f"; {'now' if d.now >= d.then else 'was'} {d.cite}" if d.cite else ""
    return f"{d.name}: {d.then} -> {d.now} ({bar}{by})"


def _gap(g: GapChange) -> str:
    said = {"gone": f"was {g.then}", "new": g.now, "changed": f"{g.then} -> {g.now}"}
    name = {"gone": "closed", "new": "new", "changed": "changed"}[g.change]
    return f"{name:7} {g.name} ({said[g.change]})"


def _section(title: str, items: Iterable[str]) -> list[str]:
    rows = [row for item in items for row in _folded(item, 2)]
    return ["", f"{title}:", *rows] if rows else []


def _signed(points: float) -> str:
    return f"{points:+.1f}" if points else "0.0"


def _folded(text: str, indent: int) -> list[str]:
    return wrap(text, WIDTH, initial_indent=" " * indent, subsequent_indent=" " * (indent + 2))

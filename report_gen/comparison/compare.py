"""Two analyses -> what moved, and which line or requirement moved it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from report_gen.analysis.models import Analysis
from report_gen.comparison.comparable import warnings_of
from report_gen.comparison.models import (
    Comparison,
    DimensionChange,
    GapChange,
    PartChange,
    Presence,
    StoryChange,
)
from report_gen.comparison.pairing import pair
from report_gen.comparison.requirements import requirement_changes
from report_gen.comparison.sides import Side, side_of
from report_gen.scoring.models import Component, DimensionScore, Gap

T = TypeVar("T")


def compare(then: Analysis, now: Analysis) -> Comparison:
    """The earlier and the later analysis of one person for one job -> Comparison.

    Other people or jobs are compared all the same, with a warning. Pure.
    """
    old, new = side_of(then), side_of(now)
    lines = pair(old.lines, new.lines)
    asks = pair(old.asks, new.asks)
    fit, fit_now = then.assessment.fit, now.assessment.fit
    return Comparison(
        score_then=fit.score,
        score_now=fit_now.score,
        moved=round(fit_now.score - fit.score, 1),
        band_then=fit.band,
        band_now=fit_now.band,
        range_then=(fit.low, fit.high),
        range_now=(fit_now.low, fit_now.high),
        parts=_parts(old, new, lines, asks),
        dimensions=_dimensions(old, new, lines),
        gaps=_gaps(then.assessment.gaps, now.assessment.gaps),
        stories=_stories(old, new, lines),
        warnings=warnings_of(then, now, asks),
    )


def _parts(
    old: Side, new: Side, lines: Mapping[str, str], asks: Mapping[str, str]
) -> tuple[PartChange, ...]:
    changes = requirement_changes(old, new, lines, asks)
    out = []
    then = {c.id: c for c in old.analysis.assessment.fit.components}
    now = {c.id: c for c in new.analysis.assessment.fit.components}
    for id_ in _both(then, now):
        a, b = then.get(id_), now.get(id_)
        known = b or a
        assert known is not None
        out.append(
            PartChange(
                id=id_,
                label=known.label,
                then=_points(a),
                now=_points(b),
                moved=round(_points(b) - _points(a), 1),
                max_then=a.max if a else 0.0,
                max_now=b.max if b else 0.0,
                why_then=a.why if a else "",
                why_now=b.why if b else "",
                requirements=tuple(c for c in changes if c.part == id_),
            )
        )
    return tuple(out)


def _points(component: Component | None) -> float:
    return component.points if component else 0.0


def _both(then: Mapping[str, T], now: Mapping[str, T]) -> list[str]:
    return list(dict.fromkeys((*then, *now)))


def _dimensions(old: Side, new: Side, lines: Mapping[str, str]) -> tuple[DimensionChange, ...]:
    then, now = old.analysis.assessment.dimensions, new.analysis.assessment.dimensions
    out = []
    for id_ in _both(then, now):
        a, b = then.get(id_), now.get(id_)
        known = b or a
        rating, rating_now = (a.rating if a else 0), (b.rating if b else 0)
        bar, bar_now = (a.bar if a else 0), (b.bar if b else 0)
        if known is None or (rating, bar) == (rating_now, bar_now):
            continue
        side, ref = _decisive(a, b, old, new, lines)
        out.append(
            DimensionChange(
                id=id_,
                name=known.name,
                then=rating,
                now=rating_now,
                bar_then=bar,
                bar_now=bar_now,
                cite=side.citations.short(ref) if ref else "",
                text=side.citations.text(ref) if ref else "",
            )
        )
    return tuple(out)


def _decisive(
    a: DimensionScore | None,
    b: DimensionScore | None,
    old: Side,
    new: Side,
    lines: Mapping[str, str],
) -> tuple[Side, str]:
    """The line behind it: one that speaks only since, or no longer; else the first there is."""
    before, after = (a.evidence if a else ()), (b.evidence if b else ())
    if (b.rating if b else 0) < (a.rating if a else 0):
        lost = [ref for ref in before if lines.get(ref) not in after]
        return old, next(iter(lost or before), "")
    known = {lines.get(ref) for ref in before}
    fresh = [ref for ref in after if ref not in known]
    return new, next(iter(fresh or after), "")


def _gaps(then: tuple[Gap, ...], now: tuple[Gap, ...]) -> tuple[GapChange, ...]:
    before, after = {g.id: g for g in then}, {g.id: g for g in now}
    out = []
    for id_ in _both(before, after):
        a, b = before.get(id_), after.get(id_)
        was, is_ = _gap_words(a), _gap_words(b)
        known = b or a
        if was == is_ or known is None:
            continue
        change = _presence(a, b)
        out.append(GapChange(name=known.name, change=change, then=was, now=is_))
    return tuple(sorted(out, key=lambda gap: ("gone", "changed", "new").index(gap.change)))


def _gap_words(gap: Gap | None) -> str:
    return f"{gap.severity}, {gap.kind.replace('_', ' ')}" if gap else ""


def _stories(old: Side, new: Side, lines: Mapping[str, str]) -> tuple[StoryChange, ...]:
    """A story is its line: another title for the same line is no other story."""
    told = {lines.get(s.ref, "") for s in old.analysis.coaching.stories} - {""}
    kept = {s.ref for s in new.analysis.coaching.stories}
    gone = [
        StoryChange(title=s.title, change="gone", cite=old.citations.short(s.ref))
        for s in old.analysis.coaching.stories
        if lines.get(s.ref) not in kept
    ]
    fresh = [
        StoryChange(title=s.title, change="new", cite=new.citations.short(s.ref))
        for s in new.analysis.coaching.stories
        if s.ref not in told
    ]
    return (*gone, *fresh)


def _presence(a: object | None, b: object | None) -> Presence:
    return "new" if a is None else "gone" if b is None else "changed"

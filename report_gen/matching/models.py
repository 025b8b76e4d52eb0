"""What the resume proves: each line read as evidence, each requirement with its best lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Status = Literal["met", "partial", "missing"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric:
    """A number that measures something, as written. ``kind`` is one of the metric types of
    ``skill_taxonomy/dimensions.yaml`` (model_quality, serving, cost, delivery, business, scale,
    people) or "" where the line does not say what was measured."""

    text: str
    value: str
    unit: str = ""
    baseline: str = ""
    direction: Literal["up", "down", ""] = ""
    kind: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineReading:
    """One statement of the resume, read as evidence.

    ``level``: 0 nothing shown, 1 mentioned, 2 applied, 3 owned in production, 4 owned with
    measured impact (rules: cross_cutting_rules of dimensions.yaml). ``own`` is False for team
    voice without an own deliverable ("helped", "assisted"). ``months_ago``: since it ended
    (0 for current, None when undated); ``months``: how long the position lasted.
    """

    ref: str
    text: str
    owner: str = ""
    employer: str = ""
    title: str = ""
    level: int = 0
    skills: tuple[str, ...] = ()
    dimensions: tuple[str, ...] = ()
    metrics: tuple[Metric, ...] = ()
    scale: tuple[str, ...] = ()
    own: bool = True
    owned: bool = False
    production: bool = False
    months_ago: float | None = None
    months: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A line that speaks for a requirement. ``strength``: the line's level 1..4 as far as it
    bears on this requirement. ``relevance`` 0..1; ``why`` in words a reader can check."""

    ref: str
    strength: int
    relevance: float = 1.0
    skills: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequirementMatch:
    """``score`` 0..1. ``missing_skills``: asked for and not shown. ``adjacent``: near
    substitutes that gave partial credit. ``listed_only``: named in a skills list, never shown."""

    id: str
    status: Status
    score: float
    evidence: tuple[Evidence, ...] = ()
    why: str = ""
    missing_skills: tuple[str, ...] = ()
    adjacent: tuple[str, ...] = ()
    listed_only: bool = False
    weak: tuple[str, ...] = ()
    """Asked for and named by a line, but too lightly to count: in a list, or once in passing."""
    unshown: tuple[str, ...] = ()
    """Alternatives the job names beside what is shown ("auctions, bidding or pacing")."""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class DimensionRating:
    """``rating`` 0..4 on the evidence levels; ``score`` the finer value behind it (0..4)."""

    id: str
    rating: int
    score: float
    evidence: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matches:
    requirements: tuple[RequirementMatch, ...]
    lines: tuple[LineReading, ...]
    dimensions: Mapping[str, DimensionRating] = field(default_factory=dict)
    role: str = "other"
    role_years: float = 0.0
    level: str | None = None
    interviewed_as: Mapping[str, float] = field(default_factory=dict)
    """Role packs of the interviews with their shares, the one whose rounds are given first."""
    focus: float = 0.5
    focus_terms: tuple[str, ...] = ()
    focus_shown: tuple[str, ...] = ()
    focus_refs: tuple[str, ...] = ()
    """The heart of the job (title, what its lines come back to): how far it is shown, 0..1."""
    """The profession and level the resume itself speaks of, and the years in that profession."""

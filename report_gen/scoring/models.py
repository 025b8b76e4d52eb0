"""The fit as a sum that can be added up by hand, the gaps, and the risks in the resume."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Band = Literal["stretch", "possible", "good", "strong"]
GapKind = Literal[
    "absent", "adjacent", "listed_not_shown", "stale", "fewer_years", "level", "domain"
]
Severity = Literal["critical", "major", "minor"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """One summand. ``points`` <= ``max``; rounded to 0.1 so that the printed sum is exact."""

    id: str
    label: str
    points: float
    max: float
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mover:
    """A change the candidate can make, and the points it adds, found by scoring again."""

    change: str
    points: float
    gap: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """``score`` 0..100 is the sum of the components' points; ``low``/``high`` the band from the
    uncertain readings; ``grade`` the recruiters' scale 0..4."""

    score: float
    band: Band
    low: float
    high: float
    grade: float
    components: tuple[Component, ...]
    movers: tuple[Mover, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DimensionScore:
    """``weight``: share of the interviews in percent for this role, level and company (sum
    100). ``bar``: the rating 0..4 usually expected. ``emphasis``: the company's weight."""

    id: str
    name: str
    rating: int
    score: float
    weight: float
    bar: int
    evidence: tuple[str, ...] = ()
    why: str = ""
    emphasis: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """What the job asks and the resume does not show.

    ``severity`` looks from the job; ``priority`` (0..1) is for study: severity x likelihood in
    the rounds x what can be closed in the time left. ``nearest``: references to the candidate's
    closest own evidence, best first. ``usual``: True where this posting is silent but the role
    always tests it. ``skills``: taxonomy ids the gap is about.
    """

    id: str
    name: str
    kind: GapKind
    severity: Severity
    priority: float
    requirements: tuple[str, ...] = ()
    dimension: str = ""
    why: str = ""
    nearest: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    usual: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk:
    """A red flag in the resume an interviewer may raise, stated neutrally, with where it stands.

    ``kind``: employment_gap, overlap, short_stay, years_mismatch, title_drop, unquantified,
    own_part, claim_without_deed, stale_skills, ... ``say``: one honest sentence of advice.
    """

    id: str
    kind: str
    severity: Severity
    text: str
    refs: tuple[str, ...] = ()
    advice: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    fit: Fit
    dimensions: Mapping[str, DimensionScore] = field(default_factory=dict)
    gaps: tuple[Gap, ...] = ()
    risks: tuple[Risk, ...] = ()

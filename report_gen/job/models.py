"""A job description as data: what is asked, how strongly, in the posting's own words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from report_gen.notes import Note

Kind = Literal["required", "preferred", "responsibility"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Degree:
    level: Literal["none", "bachelor", "master", "phd"] = "none"
    required: bool = False
    or_equivalent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Compensation:
    """Amounts in units of ``currency`` (ISO 4217) per ``period``; max None when open."""

    min: float | None
    max: float | None
    currency: str
    period: Literal["year", "hour", "month"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """One atomic ask, verbatim. ``skills``: taxonomy ids; ``years``: asked for in this line."""

    id: str
    text: str
    kind: Kind
    skills: tuple[str, ...] = ()
    dimensions: tuple[str, ...] = ()
    years: float | None = None
    any_of: bool = False
    negated: bool = False
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Ignored:
    """A line that is not a requirement, and why (boilerplate, benefits, company, pay, ...)."""

    text: str
    why: str
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """``role``: mle|swe|ds|de|pm|tpm|other. ``level``: intern|junior|mid|senior|staff|principal|
    manager or None. ``coverage``: share (0..1) of lines used or ignored with a known reason."""

    title: str = ""
    company: str | None = None
    location: str | None = None
    remote: Literal["onsite", "hybrid", "remote"] | None = None
    role: str = "other"
    level: str | None = None
    min_years: float | None = None
    degree: Degree = Degree()
    compensation: Compensation | None = None
    requirements: tuple[Requirement, ...] = ()
    ignored: tuple[Ignored, ...] = ()
    coverage: float = 0.0
    notes: tuple[Note, ...] = ()
    visa: str | None = None
    clearance: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """The JSON of the contract (README, "The parsed job")."""
        from report_gen.job.serialise import to_dict

        return to_dict(self)

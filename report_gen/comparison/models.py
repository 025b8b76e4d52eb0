"""What moved between two analyses. ``then`` is the earlier one, ``now`` the later."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

from report_gen.matching.models import Status

Presence = Literal["new", "gone", "changed"]
LineChange = Literal["new", "gone", "reworded", "stronger", "weaker", "same"]


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceChange:
    """A line of the resume that speaks for a requirement. ``change``: it was not there before
    (``new``), speaks no longer (``gone``), says it in other words, or is read as stronger or
    weaker; ``same`` where nothing about it changed. ``cite`` says where it stands; ``strength``
    0..4 then and now, 0 where it does not speak."""

    change: LineChange
    cite: str
    text: str
    then: int
    now: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RequirementChange:
    """A requirement whose verdict moved, or that only one job has. ``part``: the component it
    belongs to. Status and score (0..1) are None on the side that does not ask for it."""

    part: str
    text: str
    change: Presence
    id_then: str = ""
    id_now: str = ""
    status_then: Status | None = None
    status_now: Status | None = None
    score_then: float | None = None
    score_now: float | None = None
    evidence: tuple[EvidenceChange, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartChange:
    """A component of the fit. ``moved`` = ``now`` - ``then``, in points rounded to a tenth."""

    id: str
    label: str
    then: float
    now: float
    moved: float
    max_then: float
    max_now: float
    why_then: str
    why_now: str
    requirements: tuple[RequirementChange, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DimensionChange:
    """A competency whose rating (0..4) or bar moved, with the line that sets it now, or no longer does."""

    id: str
    name: str
    then: int
    now: int
    bar_then: int
    bar_now: int
    cite: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GapChange:
    """``then``/``now``: kind and severity in words, "" where it was no gap."""

    name: str
    change: Presence
    then: str = ""
    now: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryChange:
    """A story drafted in one of the two only, with the line it comes from."""

    title: str
    change: Presence
    cite: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """``moved``: the parts' movements add up to it. ``warnings``: why the two may not be
    comparable (two people, two jobs, other data packs), in sentences."""

    score_then: float
    score_now: float
    moved: float
    band_then: str
    band_now: str
    range_then: tuple[float, float]
    range_now: tuple[float, float]
    parts: tuple[PartChange, ...]
    dimensions: tuple[DimensionChange, ...]
    gaps: tuple[GapChange, ...]
    stories: tuple[StoryChange, ...]
    warnings: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """Plain JSON values."""
        return asdict(self)

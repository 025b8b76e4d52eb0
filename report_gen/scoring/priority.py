"""What a gap is worth in study time."""

from __future__ import annotations

from dataclasses import dataclass

from report_gen.options import Options
from report_gen.scoring.models import DimensionScore, Gap, GapKind, Severity

_SEVERITY_VALUE = {"critical": 1.0, "major": 0.7, "minor": 0.4}


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A gap before merging, the terms it is about, and its importance to the job. ``beside``: an
    alternative of something shown."""

    gap: Gap
    theme: frozenset[str]
    importance: float
    beside: bool = False


def priority(
    severity: Severity,
    importance: float,
    kind: GapKind,
    dimension: DimensionScore | None,
    options: Options,
) -> float:
    """Severity x how likely a round asks it x what can be closed in the time left."""
    likely = 0.75 + min(0.25, (dimension.weight if dimension else 3.0) / 60)
    closable = {"fewer_years": 0.9, "level": 0.85, "domain": 0.95, "stale": 0.8}.get(kind, 1.0)
    hours = _hours_left(options)
    if kind == "absent" and hours < 15:
        closable *= 0.85
    return min(1.0, 0.5 * (_SEVERITY_VALUE[severity] + min(1.0, importance)) * likely * closable)


def _hours_left(options: Options) -> float:
    if options.interview_date is None:
        return options.hours_per_week * 8
    days = max(1, (options.interview_date - options.today).days)
    return options.hours_per_week * days / 7

"""What the user may state beside the two inputs. Passed in whole: no stage reads a clock."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Options of one analysis.

    ``today`` stands for the clock (current positions end here, plans start here).
    ``interview_date`` None means a plan of 8 to 12 weeks. ``hours_per_week`` is what the
    candidate can give to preparation, 1..80. ``company``, ``role`` (mle|swe|ds|de|pm|tpm) and
    ``level`` override what the job description says. ``answers`` maps blank ids to the
    candidate's own words.
    """

    today: date
    interview_date: date | None = None
    hours_per_week: float = 10.0
    company: str | None = None
    role: str | None = None
    level: str | None = None
    answers: Mapping[str, str] = field(default_factory=dict)

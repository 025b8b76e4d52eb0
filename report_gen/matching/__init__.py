"""Stage 4: Resume, Job, Taxonomy -> Matches (each requirement with its evidence)."""

from report_gen.matching.match import match_requirements
from report_gen.matching.models import (
    DimensionRating,
    Evidence,
    LineReading,
    Matches,
    Metric,
    RequirementMatch,
)

__all__ = [
    "DimensionRating",
    "Evidence",
    "LineReading",
    "Matches",
    "Metric",
    "RequirementMatch",
    "match_requirements",
]

"""Stage 5: Matches -> Assessment (fit as a sum, dimensions against the bar, gaps, risks)."""

from report_gen.scoring.models import (
    Assessment,
    Component,
    DimensionScore,
    Fit,
    Gap,
    Mover,
    Risk,
)
from report_gen.scoring.score import score_fit

__all__ = [
    "Assessment",
    "Component",
    "DimensionScore",
    "Fit",
    "Gap",
    "Mover",
    "Risk",
    "score_fit",
]

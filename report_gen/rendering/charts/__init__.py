"""Pictures as inline SVG, drawn from plain values; each has a text alternative."""

from report_gen.rendering.charts.bars import ladder, meter, round_weights, waterfall
from report_gen.rendering.charts.grids import coverage_matrix, heat_strip
from report_gen.rendering.charts.round import gauge, radar
from report_gen.rendering.charts.time import plan_weeks, timeline

__all__ = [
    "coverage_matrix",
    "gauge",
    "heat_strip",
    "ladder",
    "meter",
    "plan_weeks",
    "radar",
    "round_weights",
    "timeline",
    "waterfall",
]

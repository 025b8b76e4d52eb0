"""Stage 8: Analysis -> Report (what it says: chapters of plain values)."""

from report_gen.report.compose import compose_report
from report_gen.report.models import Chapter, Report

__all__ = ["Chapter", "Report", "compose_report"]

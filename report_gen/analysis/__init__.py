"""Stage 7: all results -> Analysis (every claim checked against its source; JSON both ways)."""

from report_gen.analysis.build import build_analysis
from report_gen.analysis.models import Analysis, ClaimRecord

__all__ = ["Analysis", "ClaimRecord", "build_analysis"]

"""Stage 7, twice: two analyses -> what moved between them, and why."""

from report_gen.comparison.compare import compare
from report_gen.comparison.models import Comparison

__all__ = ["Comparison", "compare"]

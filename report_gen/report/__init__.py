"""Stage 8: Analysis -> Report (what it says: chapters of plain values)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from report_gen.report.models import Chapter, Report

if TYPE_CHECKING:
    from report_gen.report.compose import compose_report

__all__ = ["Chapter", "Report", "compose_report"]


def __getattr__(name: str) -> Any:
    """Composing needs the types of all stages before it; who only draws a report needs its own."""
    if name != "compose_report":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from report_gen.report.compose import compose_report

    return compose_report

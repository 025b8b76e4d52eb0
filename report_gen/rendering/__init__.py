"""Stage 9: Report, templates -> bytes of a PDF, HTML, ... (how it looks)."""

from report_gen.rendering.models import Rendered
from report_gen.rendering.render import render_report

__all__ = ["Rendered", "render_report"]

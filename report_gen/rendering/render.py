"""One entry for all formats of a report."""

from __future__ import annotations

from report_gen.errors import UsageError
from report_gen.rendering.brand import PLAIN, Brand
from report_gen.rendering.models import PAPERS, Rendered
from report_gen.report.models import Report

FORMATS = ("pdf", "html", "docx")


def render_report(
    report: Report, paper: str = "a4", format: str = "pdf", brand: Brand = PLAIN
) -> Rendered:
    """Report -> Rendered. ``paper``: a4 or letter; ``format``: pdf, html or docx (stories and
    scripts for editing). Raises UsageError for any other word, and for a brand's template that
    fails. The same report and brand give the same bytes, whatever the folder, time zone, locale
    or hash seed."""
    if paper not in PAPERS:
        raise UsageError("unknown_paper", f"The paper {paper!r} is not known.", "Use a4 or letter.")
    if format == "html":
        from report_gen.rendering.html import make_page

        return Rendered(data=make_page(report, brand).encode("utf-8"))
    if format == "docx":
        from report_gen.rendering.docx import make_docx

        return Rendered(data=make_docx(report, paper, brand))
    if format == "pdf":
        from report_gen.rendering.pdf import make_pdf

        return make_pdf(report, paper, brand)
    raise UsageError(
        "unknown_format",
        f"The format {format!r} is not known.",
        f"Use one of {', '.join(FORMATS)}, or json.",
    )

"""Which stages touch what strangers wrote, and what their template process loads beforehand.

Names, not imports: this room stands below the stages, and a parent must not load their libraries.
"""

from __future__ import annotations

from typing import Literal

Role = Literal["parse", "render"]

CONTAINED: dict[str, Role] = {
    "read_document": "parse",
    "count_pages": "parse",
    "draw_page": "parse",
    "replace_pages": "parse",
    "parse_resume": "parse",
    "parse_job": "parse",
    "render_report": "render",
}
"""Name of a stage -> the budget it runs under. Other stages are called where the runner is."""

SHARED = frozenset({"render_report"})
"""Stages that can give a part of their work to a second process (see second.py)."""

_PDF = ("report_gen.reading.pdf", "report_gen.reading.pdf_device", "pdfplumber")
_DOCX = ("report_gen.reading.docx", "lxml.etree")
_HTML = ("report_gen.reading.html",)
_TEXT = ("report_gen.reading", "report_gen.resume", "report_gen.job", "pydantic.type_adapter")

PRELOADED: dict[Role, tuple[str, ...]] = {
    "parse": (*_TEXT, *_PDF, *_DOCX, *_HTML, "report_gen.reading.markdown", "pypdfium2"),
    "render": (
        "report_gen.rendering", "report_gen.rendering.pdf:warm_up", "report_gen.rendering.tagging",
        "jinja2", "pydantic.type_adapter",
    ),
}  # fmt: skip
"""Modules to import, or ``module:function`` to call, in the template process before the lock."""


def modules_for(*documents: bytes) -> tuple[str, ...]:
    """What reading just these takes: a command that is given text loads no PDF library."""
    found = list(_TEXT)
    for data in documents:
        if b"%PDF-" in data[:1024]:
            found += _PDF
        elif data.startswith(b"PK"):
            found += _DOCX
        elif data.lstrip()[:1] == b"<":
            found += _HTML
    return tuple(dict.fromkeys(found))

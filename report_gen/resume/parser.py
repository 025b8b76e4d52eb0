"""Document, Taxonomy -> Resume."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from report_gen.errors import NotUnderstoodError
from report_gen.resume.json_resume import from_json_resume
from report_gen.resume.models import Resume

if TYPE_CHECKING:
    from report_gen.reading.models import Document
    from report_gen.taxonomy.models import Taxonomy


def parse_resume(document: Document, taxonomy: Taxonomy, today: date) -> Resume:
    """What the document says, as data. Raises NotUnderstoodError if that is too little."""
    if document.kind == "json" and document.data is not None:
        return from_json_resume(document.data)
    raise NotUnderstoodError(
        "too_little_understood",
        "No work, education or projects were understood in the document.",
        "Give the resume as JSON Resume.",
    )

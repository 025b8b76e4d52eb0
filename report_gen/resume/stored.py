"""A Resume that came as JSON: what a document's parser knows is computed for it as well."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from report_gen.resume.checks import contradictions
from report_gen.resume.dates import interval_years
from report_gen.resume.models import Resume, Source
from report_gen.resume.references import references

if TYPE_CHECKING:
    from report_gen.reading.models import Document


def complete_stored(resume: Resume, document: Document, today: date) -> Resume:
    """Sources (the JSON path itself), years and notes; those of an earlier run are kept."""
    total = interval_years([(w.start_date, w.end_date) for w in resume.work if w.start_date], today)
    known = {(n.code, n.where) for n in resume.notes}
    fresh = tuple(
        n
        for n in (*document.notes, *contradictions(resume, total, today))
        if (n.code, n.where) not in known
    )
    sources = dict(resume.sources)
    for ref in references(resume):
        sources.setdefault(ref, Source())
    return replace(resume, total_years=round(total, 2), notes=resume.notes + fresh, sources=sources)

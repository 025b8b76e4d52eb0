"""A Resume that came as JSON: what a document's parser knows is computed for it as well."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from report_gen.resume.checks import contradictions
from report_gen.resume.dates import interval_years
from report_gen.resume.models import Resume, Source

if TYPE_CHECKING:
    from report_gen.reading.models import Document


def complete_stored(resume: Resume, document: Document, today: date) -> Resume:
    """Sources (the JSON path itself), years and notes; those of an earlier run are kept."""
    total = interval_years([(w.start_date, w.end_date) for w in resume.work if w.start_date], today)
    known = {(n.code, n.where) for n in resume.notes}
    fresh = tuple(
        n for n in (*document.notes, *contradictions(resume, total, today)) if (n.code, n.where) not in known
    )
    sources = dict(resume.sources)
    for ref in references(resume):
        sources.setdefault(ref, Source())
    return replace(resume, total_years=round(total, 2), notes=resume.notes + fresh, sources=sources)


def references(resume: Resume) -> list[str]:
    """References of every field that says something, in JSON Resume's names."""
    refs = [f"basics.{f}" for f in ("name", "label", "email", "phone", "url", "summary") if getattr(resume.basics, f)]
    for n, work in enumerate(resume.work):
        for field, value in (
            ("name", work.name), ("position", work.position), ("location", work.location),
            ("startDate", work.start_date), ("endDate", work.end_date), ("summary", work.summary),
        ):  # fmt: skip
            if value:
                refs.append(f"work[{n}].{field}")
        refs += [f"work[{n}].highlights[{k}]" for k in range(len(work.highlights))]
    for name in ("volunteer", "projects"):
        for n, entry in enumerate(getattr(resume, name)):
            refs.append(f"{name}[{n}]")
            refs += [f"{name}[{n}].highlights[{k}]" for k in range(len(entry.highlights))]
    for name in ("education", "skills", "publications", "certificates", "awards", "languages"):
        refs += [f"{name}[{n}]" for n in range(len(getattr(resume, name)))]
    return refs

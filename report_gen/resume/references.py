"""References of a resume's fields: JSON Resume paths such as ``work[0].highlights[2]``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from report_gen.resume.json_resume import RENAMED, SECTIONS
from report_gen.resume.models import Resume, Source


def references(resume: Resume) -> Iterator[str]:
    """Every field that says something, and every entry as a whole."""
    for name in ("name", "label", "email", "phone", "url", "summary"):
        if getattr(resume.basics, name):
            yield f"basics.{name}"
    if any(
        getattr(resume.basics.location, f)
        for f in ("address", "postal_code", "city", "region", "country_code")
    ):
        yield "basics.location"
    for n, _ in enumerate(resume.basics.profiles):
        yield f"basics.profiles[{n}]"
    for section in SECTIONS:
        for n, entry in enumerate(getattr(resume, section)):
            yield f"{section}[{n}]"
            for field in type(entry).__dataclass_fields__:
                value = getattr(entry, field)
                ref = f"{section}[{n}].{RENAMED.get(field, field)}"
                if value and field == "highlights":
                    yield from (f"{ref}[{k}]" for k in range(len(value)))
                elif value:
                    yield ref
    for n, _ in enumerate(resume.interests):
        yield f"interests[{n}]"


def complete_sources(resume: Resume, known: Mapping[str, Source]) -> dict[str, Source]:
    """A source for every reference: its own, else its entry's (the lines of its known fields)."""
    out = dict(known)
    for ref in references(resume):
        if ref in out:
            continue
        entry = ref.split(".")[0]
        near = [s for r, s in known.items() if r == entry or r.startswith(f"{entry}.")]
        if near:
            lines = tuple(sorted({n for s in near for n in s.lines}))
            out[ref] = Source(
                page=near[0].page, lines=lines, confidence=min(s.confidence for s in near)
            )
    return out

"""A resume longer than any reader's patience: the first entries and bullets count."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from report_gen import limits
from report_gen.notes import Note
from report_gen.resume.json_resume import SECTIONS
from report_gen.resume.models import Resume
from report_gen.resume.references import references

_LISTS = ("highlights", "keywords", "courses", "roles")


def bounded(resume: Resume) -> Resume:
    """The resume with no more bullets, skills and entries than the limit; a note if any go.

    Counted through the whole resume in its order: an honest one has a few hundred.
    """
    most = limits.active().highlights
    changes: dict[str, Any] = {}
    counts = dict.fromkeys((*_LISTS, "entries"), 0)
    left = 0
    for section in SECTIONS:
        kept = []
        for entry in getattr(resume, section):
            counts["entries"] += 1
            if counts["entries"] > most:
                left += 1
                continue
            lists = {}
            for name in _LISTS:
                items = getattr(entry, name, ())
                room = max(0, most - counts[name])
                counts[name] += len(items)
                if len(items) > room:
                    lists[name] = items[:room]
                    left += len(items) - room
            kept.append(replace(entry, **lists) if lists else entry)
        changes[section] = tuple(kept)
    if len(resume.interests) > most:
        left += len(resume.interests) - most
        changes["interests"] = resume.interests[:most]
    if not left:
        return resume
    note = Note(
        code="too_many_entries",
        message=f"{left:,} entries, bullets or skills beyond the first {most:,} were left out.",
    )
    cut = replace(resume, **changes, notes=(*resume.notes, note))
    known = set(references(cut))
    return replace(cut, sources={ref: s for ref, s in cut.sources.items() if ref in known})

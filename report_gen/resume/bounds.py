"""A resume longer than any reader's patience: the first entries and bullets count."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any

from report_gen import limits
from report_gen.notes import Note
from report_gen.resume.json_resume import SECTIONS
from report_gen.resume.models import Resume
from report_gen.resume.references import references

_LISTS = ("highlights", "keywords", "courses", "roles")


def bounded(resume: Resume) -> Resume:
    """The resume with no more bullets, skills and entries than the limit, and none of its texts
    longer than the limit; a note if any go.

    Counted through the whole resume in its order: an honest one has a few hundred.
    """
    most, entries = limits.active().highlights, limits.active().entries
    changes: dict[str, Any] = {}
    counts = dict.fromkeys((*_LISTS, "entries"), 0)
    left = 0
    for section in SECTIONS:
        kept = []
        for entry in getattr(resume, section):
            counts["entries"] += 1
            if counts["entries"] > entries:
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
    notes = []
    if left:
        message = f"{left:,} items beyond the first {entries:,} entries and {most:,} bullets and skills were left out."
        notes.append(Note(code="too_many_entries", message=message))
    cut, long = _shortened(replace(resume, **changes), limits.active().text)
    if long:
        most = limits.active().text
        message = f"Texts longer than {most:,} characters were cut there: {long:,} of them."
        notes.append(Note(code="text_too_long", message=message))
    if not notes:
        return resume
    cut = replace(cut, notes=(*resume.notes, *notes))
    known = set(references(cut))
    return replace(cut, sources={ref: s for ref, s in cut.sources.items() if ref in known})


def _shortened(resume: Resume, most: int) -> tuple[Resume, int]:
    """No text longer than ``most``, cut at a word; and how many were."""
    cut = 0

    def walk(node: Any) -> Any:
        nonlocal cut
        if isinstance(node, str):
            if len(node) <= most:
                return node
            cut += 1
            return (node[:most].rpartition(" ")[0] or node[:most]).rstrip()
        if isinstance(node, tuple):
            items = tuple(walk(item) for item in node)
            return items if any(a is not b for a, b in zip(items, node, strict=True)) else node
        if is_dataclass(node) and not isinstance(node, type):
            new = {f.name: walk(getattr(node, f.name)) for f in fields(node)}
            changed = {k: v for k, v in new.items() if v is not getattr(node, k)}
            return replace(node, **changed) if changed else node
        return node

    parts = {name: walk(getattr(resume, name)) for name in ("basics", "interests", *SECTIONS)}
    return replace(resume, **parts), cut

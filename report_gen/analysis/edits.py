"""What a coach has changed in an analysis file: found by its digests, marked with who and when."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, Literal

from report_gen.analysis.models import Edit
from report_gen.analysis.parts import about_of, digest, entries, lines_of, part_name
from report_gen.coaching.models import Coaching


def find_edits(
    data: Mapping[str, Any], marked: Iterable[Edit], editor: str, on: date | None
) -> tuple[Edit, ...]:
    """Every part that is not as it was drafted. Marks already made (``marked``) stay as long as
    the part is as it was when marked; new ones bear ``editor`` and ``on``.

    A file without digests (made by hand, or by an older version) has no edits to find.
    """
    drafted: Mapping[str, Mapping[str, str]] = data.get("drafted") or {}
    before = tuple(marked)
    if not drafted:
        return before
    # An edit set aside bears the name it had in its own file, which may be another part here.
    known = {e.part: e for e in before if e.state != "set_aside"}
    aside = tuple(e for e in before if e.state == "set_aside")
    there = dict(entries(data))
    lines = lines_of(data)
    found: list[Edit] = []

    def note(part: str, state: Literal["edited", "added"], value: Any, entry: str) -> None:
        now = digest(value)
        old = known.get(part)
        if old is not None and old.digest == now and old.state == state:
            found.append(old)
            return
        about = about_of(entry, there[entry], lines)
        found.append(
            Edit(
                part=part,
                state=state,
                by=editor,
                on=on if editor else None,
                about=about,
                digest=now,
            )
        )

    for entry, fields in there.items():
        if entry not in drafted:
            note(entry, "added", fields, entry)
            continue
        for field, was in drafted[entry].items():
            if field != "@" and was != digest(fields.get(field)):
                note(part_name(entry, field), "edited", fields.get(field), entry)
    for entry in drafted:
        if entry not in there:
            old = known.get(entry)
            keep = old is not None and old.state == "removed"
            found.append(
                old if old is not None and keep
                else Edit(
                    part=entry, state="removed", by=editor, on=on if editor else None,
                    digest=drafted[entry].get("@", ""),
                )
            )  # fmt: skip
    return (*found, *aside)


def vouching(edits: Iterable[Edit], coaching: Coaching) -> Callable[[str], str]:
    """place of a draft -> the name of who edited it, "" for nobody."""
    by = {e.part: e.by for e in edits if e.state in ("edited", "added")}

    def name(where: str) -> str:
        part, entry = part_of(where, coaching)
        return by.get(part) or by.get(entry) or ""

    return name


def part_of(where: str, coaching: Coaching) -> tuple[str, str]:
    """A draft's place inside the coaching -> (the part it belongs to, its entry)."""
    match = re.match(r"(\w+)\[([^\]]*(?:\[\d+\][^\]]*)*)\]\.?(\w*)", where)
    if match is None:
        return where, where
    section, index, field = match.groups()
    if section == "scripts":
        entry = f"gaps[{index}]"
        return f"{entry}.script.{field}", entry
    nodes = getattr(coaching, section, ())
    node = nodes[int(index)] if index.isdigit() and int(index) < len(nodes) else None
    id = getattr(node, "id", None) or getattr(node, "ref", index)
    entry = f"{section}[{id}]"
    return part_name(entry, field), entry

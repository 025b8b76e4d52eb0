"""The parts of an analysis file that a person may edit: their names and digests.

A part is one field of one entry, named as it is found in the file: ``stories[s2].action``,
``gaps[kubernetes].script.bridge``, ``plan.day_of``, ``next_actions``. Its digest, stored when
the file is made, tells later whether somebody has changed it.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

ENTRIES = {
    "stories": "id", "holes": "competency", "gaps": "id", "questions": "id", "risks": "id",
    "rounds": "id", "designs": "family", "failures": "id", "xray": "ref", "replies": "id", "keywords": "keyword",
    "deep_dives": "ref", "blanks": "id",
}  # fmt: skip
"""Lists of entries, and the key that tells one entry from another."""
SINGLE = ("plan", "company", "introduction")
WHOLE = ("next_actions", "intake", "resume", "job", "options", "fit", "dimensions", "requirements")
FOUND = frozenset({"resume", "job", "options", "fit", "dimensions", "requirements"})
"""What is read or computed, not drafted: an edit of it holds for this file only."""
DATED = frozenset({"plan.weeks", "plan.start", "plan.interview", "plan.budget", "plan.planned",
                   "plan.left_out", "plan.quick"})  # fmt: skip
"""What hangs on the days left: an edit is carried on only while the days are the same."""

Fields = dict[str, Any]


def entries(data: Mapping[str, Any]) -> Iterator[tuple[str, Fields]]:
    """(name, its fields) of every entry of the file, in its order."""
    for section, key in ENTRIES.items():
        for node in data.get(section) or ():
            yield f"{section}[{node.get(key, '')}]", fields_of(section, node)
    for section in SINGLE:
        if isinstance(data.get(section), Mapping):
            yield section, dict(data[section])
    for section in WHOLE:
        if section in data:
            yield section, {"": data[section]}


def fields_of(section: str, node: Mapping[str, Any]) -> Fields:
    """The editable fields of an entry; those of a gap's script one by one."""
    out = {k: v for k, v in node.items() if k != ENTRIES[section]}
    if section == "gaps":
        script = out.pop("script", None) or {}
        out.update({f"script.{k}": v for k, v in script.items()})
    return out


def part_name(entry: str, field: str) -> str:
    return f"{entry}.{field}" if field else entry


def part_split(part: str) -> tuple[str, str]:
    """``gaps[x].script.plan`` -> (``gaps[x]``, ``script.plan``); references within brackets
    (``xray[work[0].highlights[1]].rewrite``) stay whole."""
    if part.endswith("]"):
        return part, ""
    mark = "].script." if "].script." in part else "]."
    head, found, field = part.rpartition(mark)
    if found:
        return f"{head}]", mark[2:] + field
    head, _, field = part.partition(".")
    return head, field


def section_of(part: str) -> str:
    return part.partition("[")[0].partition(".")[0]


def digest(value: Any) -> str:
    """Eight hex digits of a JSON value; 4 and 4.0 are one number."""
    # Most of the two thousand parts are words: the short ways make it three times faster.
    if isinstance(value, str):
        text = f's"{value}"'
    elif isinstance(value, list) and all(type(item) is str for item in value):
        text = "l" + "\x1f".join(value)
    else:
        text = json.dumps(_even(value), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def digests(data: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """Entry -> field -> digest, for the whole file; ``@`` is what the entry is about."""
    lines = lines_of(data)
    return {
        name: {"@": digest(about_of(name, fields, lines))}
        | {field: digest(value) for field, value in fields.items()}
        for name, fields in entries(data)
    }


def lines_of(data: Mapping[str, Any]) -> dict[str, str]:
    """The resume's lines by their references, as the file holds them."""
    return {str(line.get("ref")): str(line.get("text", "")) for line in data.get("lines") or ()}


def about_of(entry: str, fields: Fields, lines: Mapping[str, str]) -> str:
    """What an entry is about, in words that hold for another resume too: the line a story is
    told from, the id of a gap. Ids such as ``s3`` and places such as ``work[1]`` do not."""
    section, _, rest = entry.partition("[")
    id = rest[:-1]
    if section in ("xray", "deep_dives"):
        return lines.get(id, id)
    ref = str(fields.get("ref", ""))
    if section == "stories":
        return lines.get(ref, ref)
    if section == "replies":
        return f"{id}: {lines.get(ref, ref)}"
    if section == "questions" and fields.get("own"):
        slug = re.sub(r"[^a-z0-9]+", "_", ref.lower()).strip("_")
        return f"{id.removesuffix('_' + slug)}: {lines.get(ref, ref)}"
    return id


def _even(value: Any) -> Any:
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    if isinstance(value, Mapping):
        return {key: _even(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_even(item) for item in value]
    return value

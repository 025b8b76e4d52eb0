"""A coach's edits carried into a new analysis: kept where they still apply, else set aside.

Nothing is lost: an edit whose line is gone, whose gap is closed, or which claims what the new
resume no longer says, stays in the new file as ``set_aside`` with its value and the reason, and
is tried again with the next analysis.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from report_gen.analysis.models import Analysis, Edit
from report_gen.analysis.parts import (
    DATED,
    ENTRIES,
    FOUND,
    about_of,
    digest,
    entries,
    lines_of,
    part_name,
    part_split,
    section_of,
)
from report_gen.analysis.serialise import from_dict, to_dict, unsourced

_GONE = "the line, gap or question it belongs to is not in the new analysis"
_COMPUTED = "this is read or computed anew: correct the resume, or answer the question instead"
_DATES = "the days left have changed, and the plan with them"
_CHANGED = "the draft underneath has changed; the edited words were kept"


def carry_edits(new: Analysis, old: Analysis) -> Analysis:
    """``new`` with the edits of ``old``; every edit is applied or set aside, with the reason."""
    data, before = to_dict(new), to_dict(old)
    target = _Target(data, before)
    edits = [target.apply(edit, _value(edit, before)) for edit in old.edits]
    data["edits"] = [_plain(e) for e in edits]
    for part, claims in unsourced(data):
        data = _set_aside(data, to_dict(new), part, f"it says what no source says: {claims}")
    data["warnings"] += [_warning(e) for e in data["edits"] if e["state"] == "set_aside"]
    return from_dict(data)


def _warning(edit: Mapping[str, Any]) -> dict[str, str]:
    who = edit["by"] or "a coach"
    about = " ".join(str(edit.get("about", "")).split()[:8])
    line = f" (on “{about} ...”)" if " " in about else ""
    return {
        "code": "edit_set_aside",
        "message": f"The edit of {edit['part']}{line} by {who} was not carried over: {edit['why']}. "
        "It is kept in the analysis file.",
        "where": edit["part"],
    }


class _Target:
    """The new file while edits are put into it."""

    def __init__(self, data: dict[str, Any], before: Mapping[str, Any]) -> None:
        self.data = data
        self.drafted = data["drafted"]
        self.old_drafted = before["drafted"]
        self.moved = _moved(before, data)
        lines = lines_of(data)
        self.known = {
            (section_of(name), about_of(name, fields, lines)): name
            for name, fields in entries(data)
        }  # fmt: skip
        self.by_digest = {
            (section, digest(about)): name for (section, about), name in self.known.items()
        }

    def apply(self, edit: Edit, value: Any) -> Edit:
        entry, field = part_split(edit.part)
        section = section_of(edit.part)
        if section in FOUND:
            return _aside(edit, value, _COMPUTED)
        state = _state(edit)
        if state == "added":
            return self._add(edit, section, entry, value)
        name = (
            self.by_digest.get((section, edit.digest))
            if state == "removed"
            else self.known.get((section, edit.about))
        )
        if name is None:
            return _aside(edit, value, _GONE)
        if state == "removed":
            self.data[section].remove(self._node(name))
            return replace(edit, part=name, state="removed", why="")
        return self._edit(edit, name, field, value)

    def _edit(self, edit: Edit, name: str, field: str, value: Any) -> Edit:
        part = part_name(name, field)
        entry, _ = part_split(edit.part)
        was = self.old_drafted.get(entry, {}).get(field)
        now = self.drafted[name].get(field)
        if now is None:  # a gap that has no script any more
            return _aside(edit, value, _GONE)
        same = was == now
        if part in DATED and not same:
            return _aside(edit, value, _DATES)
        value = _followed(value, self.moved)
        node = self._node(name)
        if not field:
            self.data[name] = value
        elif field.startswith("script."):
            node["script"][field.removeprefix("script.")] = value
        else:
            node[field] = value
        why = "" if same or edit.state == "set_aside" else _CHANGED
        return replace(edit, part=part, state="edited", digest=digest(value), why=why, value=None)

    def _add(self, edit: Edit, section: str, entry: str, value: Any) -> Edit:
        node = _followed(value, self.moved)
        key = ENTRIES.get(section)
        ref = str(node.get("ref", "")) if isinstance(node, Mapping) else ""
        if key is None or (section == "stories" and ref not in lines_of(self.data)):
            return _aside(edit, value, _GONE)
        if any(n[key] == node.get(key) for n in self.data[section]):
            return _aside(edit, value, "the new analysis has an entry of this name already")
        self.data[section].append(node)
        added = dict(entries({section: [node]}))[entry]
        return replace(edit, state="added", digest=digest(added), why="", value=None)

    def _node(self, name: str) -> dict[str, Any]:
        section = section_of(name)
        if section not in ENTRIES:
            found: dict[str, Any] = self.data[section]
            return found
        id = name.partition("[")[2][:-1]
        return next(n for n in self.data[section] if n[ENTRIES[section]] == id)


def _state(edit: Edit) -> str:
    """What an edit that was set aside was before."""
    if edit.state != "set_aside":
        return edit.state
    if edit.part.endswith("]"):
        return "removed" if edit.value is None else "added"
    return "edited"


def _value(edit: Edit, before: Mapping[str, Any]) -> Any:
    """The edited value: kept in the edit if it was set aside, else as it stands in the file."""
    if edit.state == "set_aside" or edit.state == "removed":
        return edit.value
    entry, field = part_split(edit.part)
    if edit.state == "added":
        section = section_of(edit.part)
        id = entry.partition("[")[2][:-1]
        return next(n for n in before[section] if n[ENTRIES[section]] == id)
    return dict(entries(before))[entry].get(field)


def _aside(edit: Edit, value: Any, why: str) -> Edit:
    return replace(edit, state="set_aside", value=value, why=why)


def _set_aside(
    data: dict[str, Any], fresh: Mapping[str, Any], part: str, why: str
) -> dict[str, Any]:
    """The edit of a part taken back: the draft as it was, the edit kept aside."""
    entry, field = part_split(part)
    section = section_of(part)
    drafted = dict(entries(fresh))
    marked = [e for e in data["edits"] if e["part"] == part]
    whole = next((e for e in data["edits"] if e["part"] == entry and e["state"] == "added"), None)
    target = _Target(data, fresh)
    if whole is not None:
        node = target._node(entry)
        data[section].remove(node)
        marked, value = [whole], node
    else:
        value = dict(entries(data))[entry][field]
        node = target._node(entry)
        if field.startswith("script."):
            node["script"][field.removeprefix("script.")] = drafted[entry][field]
        else:
            node[field] = drafted[entry][field]
    for mark in marked:
        mark.update(state="set_aside", why=why, value=value)
    return data


def _moved(before: Mapping[str, Any], data: Mapping[str, Any]) -> dict[str, str]:
    """Old reference -> new one, for lines whose words are the same."""
    places = {text: ref for ref, text in reversed(lines_of(data).items())}
    return {ref: places[text] for ref, text in lines_of(before).items() if text in places}


def _followed(value: Any, moved: Mapping[str, str]) -> Any:
    """The value with its references led to where the lines stand now."""
    if isinstance(value, str):
        return moved.get(value, value)
    if isinstance(value, Mapping):
        return {key: _followed(item, moved) for key, item in value.items()}
    if isinstance(value, list):
        return [_followed(item, moved) for item in value]
    return value


def _plain(edit: Edit) -> dict[str, Any]:
    return {
        "part": edit.part, "state": edit.state, "by": edit.by,
        "on": edit.on.isoformat() if edit.on else None,
        "about": edit.about, "digest": edit.digest, "why": edit.why, "value": edit.value,
    }  # fmt: skip

"""What people write in the packs, checked: unknown keys are refused, every mistake is named.

``collect_entries`` reads packs that are lists of entries with an ``id`` (skills, roles,
companies, questions ...), ``collect_document`` a pack that is one file (vocabularies, roadmap).
Overlay folders come last: an entry with a known id replaces the earlier one whole; a document's
keys are laid over, lists are appended to and mappings merged.
"""

from __future__ import annotations

import json
import re
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, ValidationError, ValidationInfo

from report_gen.taxonomy.files import PackFiles

M = TypeVar("M", bound=BaseModel)


class PackModel(BaseModel):
    """Base of everything written in YAML: unknown keys are mistakes, values stay as read.

    Hashed by identity, so that a pack can be a key of a cache without all its words being read:
    entries that are equal are two keys.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    def __hash__(self) -> int:
        return id(self)


def collect_entries(
    packs: PackFiles,
    where: str,
    key: str,
    model: type[M],
    problems: list[str],
    sources: dict[str, str] | None = None,
) -> dict[str, M]:
    """Entries by id from ``where`` (a folder such as ``roles/`` or one file ``rounds.yaml``).

    A file holds a list under ``key`` or is itself one entry (it has an ``id``). ``sources``, if
    given, takes the file of each entry, for messages of later checks.
    """
    found: dict[str, M] = {}
    for folder in packs.folders:
        here: dict[str, str] = {}
        for name, data in sorted(folder.files.items()):
            if not (name == where or (where.endswith("/") and name.startswith(where))):
                continue
            path = folder.path / name
            for number, raw in enumerate(_listed(data, key, str(path), problems)):
                label = (
                    str(raw.get("id", f"#{number + 1}"))
                    if isinstance(raw, dict)
                    else f"#{number + 1}"
                )
                entry = validate(model, raw, f"{path}: entry {label}", problems, packs.checked)
                if entry is None:
                    continue
                if label in here:
                    problems.append(
                        f"{path}: entry {label}: the id is also used in {here[label]}. "
                        "Give each entry its own id."
                    )
                    continue
                here[label] = name
                found[label] = entry
                if sources is not None:
                    sources[label] = str(path)
    return found


def collect_document(packs: PackFiles, name: str, model: type[M], problems: list[str]) -> M:
    """One file as a model; overlays' keys laid over. A missing file gives the model's defaults."""
    merged: dict[str, Any] = {}
    last = name
    for folder in packs.folders:
        data = folder.files.get(name)
        if data is None:
            continue
        last = str(folder.path / name)
        if not isinstance(data, dict):
            problems.append(f"{last}: must be a mapping of keys to values. See the README.")
            continue
        merged = _overlay(merged, data)
    entry = validate(model, merged, last, problems, packs.checked)
    return entry if entry is not None else model.model_construct()


def is_pattern(pattern: str, info: ValidationInfo) -> str:
    """The pattern, if it is a regular expression; ValueError with what is wrong else. Packs that
    were found good before are believed: to try all of theirs takes two thirds of the loading."""
    if not info.context:
        try:
            re.compile(pattern, re.I)
        except re.error as error:
            raise ValueError(f"is no regular expression ({error}): {pattern[:60]}") from None
    return pattern


Pattern = Annotated[str, AfterValidator(is_pattern)]
Patterns = tuple[Pattern, ...]


def validate(
    model: type[M], raw: Any, where: str, problems: list[str], checked: bool = False
) -> M | None:
    """The entry, or None with each mistake added to ``problems`` as place, key and remedy."""
    try:
        return model.model_validate(raw, context=checked)
    except ValidationError as error:
        for item in error.errors(include_url=False, include_input=False):
            spot = ".".join(str(part) for part in item["loc"]) or "entry"
            problems.append(f"{where}: key {spot}: {_remedy(item['type'], item['msg'], model)}")
        return None


def _remedy(kind: str, message: str, model: type[BaseModel]) -> str:
    if kind == "extra_forbidden":
        return f"unknown key. Remove it or use one of: {', '.join(sorted(model.model_fields))}."
    if kind == "missing":
        return "is missing. Add it."
    return f"{message}. Correct the value."


def _listed(data: Any, key: str, path: str, problems: list[str]) -> list[Any]:
    if data is None:
        return []
    if isinstance(data, dict) and "id" in data:
        return [data]
    if isinstance(data, dict) and isinstance(data.get(key), list):
        extra = sorted(str(k) for k in data if k not in (key, "meta"))
        if extra:
            problems.append(
                f"{path}: key {', '.join(extra)}: unknown key. Use only {key} (and meta)."
            )
        return list(data[key])
    problems.append(f'{path}: has no list "{key}". Start the file with "{key}:".')
    return []


def _overlay(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    merged = dict(base)
    for key, value in over.items():
        mine = merged.get(key)
        if isinstance(mine, dict) and isinstance(value, dict):
            merged[key] = _overlay(mine, value)
        elif isinstance(mine, list) and isinstance(value, list):
            known = {_key(v) for v in mine}
            merged[key] = mine + [v for v in value if _key(v) not in known]
        else:
            merged[key] = value
    return merged


def _key(value: Any) -> str:
    """The same for equal values; comparing each with each would take hours for a long list."""
    return json.dumps(value, sort_keys=True, default=repr)

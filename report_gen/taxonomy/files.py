"""Pack folders -> plain data per file, from a JSON cache when the files have not changed.

YAML is read in the 1.2 sense: only ``true`` and ``false`` are booleans (``yes``, ``no``, ``on``
and country code ``NO`` stay words) and dates stay strings, so that the data survives JSON.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import yaml

from report_gen import limits
from report_gen.errors import UnreadableError, UsageError
from report_gen.inputs import read_bytes
from report_gen.taxonomy.cache import load_cached, store_cached
from report_gen.taxonomy.vectors import FILE as VECTORS_FILE
from report_gen.written import read_yaml

CACHE_FORMAT = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class PackFolder:
    """The parsed files of one folder by their path inside it (``skills/cloud.yaml``)."""

    path: Path
    files: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class PackFiles:
    """The product's folder first, then overlays. ``problems`` holds files that aren't YAML;
    ``checked``: all of them were found good before, by this version of Python."""

    folders: tuple[PackFolder, ...]
    digest: str
    problems: tuple[str, ...] = ()
    checked: bool = False


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Safe YAML with 1.2 scalars that refuses a key written twice."""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        seen = set()
        for key_node, _ in getattr(node, "value", ()):
            key = getattr(key_node, "value", None)
            if isinstance(key, str):
                if key in seen:
                    raise yaml.constructor.ConstructorError(
                        None, None, f'the key "{key}" is written twice', key_node.start_mark
                    )
                seen.add(key)
        return super().construct_mapping(node, deep=deep)  # type: ignore[no-any-return]


_Loader.yaml_implicit_resolvers = {}
_Loader.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile(r"^(?:true|True|TRUE|false|False|FALSE)$"), list("tTfF")
)
_Loader.add_implicit_resolver(
    "tag:yaml.org,2002:int", re.compile(r"^[-+]?(?:0|[1-9][0-9]*)$"), list("-+0123456789")
)
_Loader.add_implicit_resolver(
    "tag:yaml.org,2002:float", re.compile(r"^[-+]?[0-9]+\.[0-9]+$"), list("-+0123456789")
)
_Loader.add_implicit_resolver(
    "tag:yaml.org,2002:null", re.compile(r"^(?:~|null|Null|NULL|)$"), ["~", "n", "N", ""]
)


def parse_yaml(data: bytes, name: str = "The pack") -> Any:
    """The data of one pack file. Raises what ``read_yaml`` raises."""
    return read_yaml(data, _Loader, name)


def read_packs(folders: tuple[Path, ...]) -> PackFiles:
    """Every ``*.yaml`` of the folders, parsed; files that can't be read become problems."""
    contents: list[list[tuple[str, bytes]]] = []
    problems: list[str] = []
    for folder in folders:
        if not folder.is_dir():
            problems.append(f"{folder}: there is no such folder. Give the folder of a pack.")
            contents.append([])
            continue
        contents.append(_contents(folder, problems))
    digest = _digest(contents, folders)
    parsed: Any = load_cached("packs", digest)
    if not isinstance(parsed, list) or len(parsed) != len(contents):
        parsed, bad = _parse(folders, contents)
        problems += bad
        if not problems:
            store_cached("packs", digest, parsed)
    return PackFiles(
        folders=tuple(PackFolder(path=f, files=d) for f, d in zip(folders, parsed, strict=True)),
        digest=digest,
        problems=tuple(problems),
    )


def _contents(folder: Path, problems: list[str]) -> list[tuple[str, bytes]]:
    """Path inside the folder and bytes of every pack file, in a fixed order."""
    found: list[tuple[str, bytes]] = []
    most = limits.active().pack_files
    paths = list(islice(folder.rglob("*"), 10 * most))
    if len(paths) == 10 * most or sum(p.suffix == ".yaml" for p in paths) > most:
        problems.append(f"{folder}: holds more files than a pack may (pack_files={most}).")
        return []
    for path in sorted(paths, key=lambda p: p.relative_to(folder).as_posix()):
        name = path.relative_to(folder).as_posix()
        if path.suffix == ".yml":
            problems.append(f"{path}: is not read. Give it the ending .yaml.")
        if path.suffix != ".yaml" or path.name.startswith("."):
            continue
        try:
            found.append((name, read_bytes(path)))
        except UnreadableError as error:
            if error.code == "empty_file":
                found.append((name, b""))
            else:
                problems.append(f"{error.message} {error.remedy}")
    return found


def _digest(contents: list[list[tuple[str, bytes]]], folders: tuple[Path, ...]) -> str:
    whole = hashlib.sha256(f"packs {CACHE_FORMAT}".encode())
    for files in contents:
        whole.update(b"\0folder\0")
        for name, data in files:
            whole.update(name.encode() + b"\0" + hashlib.sha256(data).digest())
    vectors = folders[0] / VECTORS_FILE if folders else None
    if vectors and vectors.is_file():
        whole.update(b"\0vectors\0" + hashlib.sha256(vectors.read_bytes()).digest())
    return whole.hexdigest()


def _parse(
    folders: tuple[Path, ...], contents: list[list[tuple[str, bytes]]]
) -> tuple[list[dict[str, Any]], list[str]]:
    parsed: list[dict[str, Any]] = []
    problems: list[str] = []
    for folder, files in zip(folders, contents, strict=True):
        here: dict[str, Any] = {}
        for name, data in files:
            try:
                here[name] = parse_yaml(data, str(folder / name))
            except UsageError as error:
                problems.append(f"{error.message} {error.remedy}")
            except UnicodeDecodeError:
                problems.append(f"{folder / name}: is not UTF-8 text. Save it as UTF-8.")
            except yaml.MarkedYAMLError as error:
                mark = error.problem_mark
                line = f" line {mark.line + 1}" if mark else ""
                problems.append(f"{folder / name}:{line} {error.problem}. Correct the YAML there.")
            except yaml.YAMLError:
                problems.append(f"{folder / name}: is not valid YAML. Correct it.")
        parsed.append(here)
    return parsed, problems

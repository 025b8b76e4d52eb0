"""A list of orders as people keep it (CSV, JSON Lines, a folder of folders) -> checked orders.

Everything is looked at before anything is done: all mistakes come at once, each with its line.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from report_gen.batch.fields import FIELDS, check_options, check_order_id
from report_gen.batch.models import Order
from report_gen.batch.themes import Themes
from report_gen.errors import UnreadableError, UsageError
from report_gen.inputs import read_bytes
from report_gen.rendering.brand import PLAIN, Brand
from report_gen.written import read_yaml

MOST_BYTES = 50_000_000
MOST_ORDERS = 100_000
"""A larger list is split by hand: one run reads its list whole and keeps it in memory."""

_SHOWN = 200
Row = tuple[str, Mapping[str, Any]]
"""Where the order stands, and its fields."""


def read_manifest(
    path: Path, stated: Mapping[str, Any] | None = None, brand: Brand = PLAIN
) -> list[Order]:
    """Every order of the list at ``path``; ``stated`` are options for orders that say none, and
    ``brand`` is worn by those that name no theme.

    Raises UsageError (``bad_manifest``) with all mistakes, or UnreadableError if the list
    itself can't be read. Paths in the list are relative to its folder.
    """
    problems: list[str] = []
    rows = list(_rows(path, problems))
    base = path if path.is_dir() else path.parent
    themes = Themes(base, brand)
    orders = [
        order
        for where, row in rows
        if (order := _order(where, row, base, stated or {}, themes, problems))
    ]
    _refuse_twins(rows, problems)
    if not rows and not problems:
        problems.append(f"{path} lists no order.")
    if len(rows) > MOST_ORDERS:
        problems.append(f"{len(rows)} orders are more than {MOST_ORDERS}: split the list.")
    if problems:
        shown = sorted(problems, key=_line)[:_SHOWN]
        if len(problems) > len(shown):
            shown.append(f"... and {len(problems) - len(shown)} more.")
        raise UsageError(
            "bad_manifest",
            f"{len(problems)} mistake(s) in {path}; nothing was started:\n" + "\n".join(shown),
            "Correct them and run again. The fields are explained in docs/operating.md.",
        )
    return orders


def _line(problem: str) -> int:
    """Mistakes are read in the list's order; those of a folder, or of all, keep theirs."""
    found = re.match(r"line (\d+):", problem)
    return int(found[1]) if found else 0


def _rows(path: Path, problems: list[str]) -> Iterator[Row]:
    with suppress(OSError):  # a name no system takes: reading it says so
        if path.is_dir():
            return _folder_rows(path, problems)
    text = _text(path)
    if path.suffix.lower() in (".jsonl", ".ndjson", ".json"):
        return _json_rows(text, problems)
    return _csv_rows(text, problems)


def _text(path: Path) -> str:
    try:
        return read_bytes(path, MOST_BYTES).decode("utf-8-sig")
    except UnreadableError as error:
        if error.code == "empty_file":
            return ""
        if error.code == "too_large":
            raise UnreadableError(error.code, error.message, "Split the list of orders.") from None
        raise
    except UnicodeDecodeError as error:
        raise UnreadableError(
            "not_utf8",
            f"{path} is not UTF-8 text (byte {error.start}).",
            'Save it as "CSV UTF-8".',
        ) from None


def _csv_rows(text: str, problems: list[str]) -> Iterator[Row]:
    """Comma, semicolon or tab, as spreadsheets of different countries write it."""
    head = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        names = [name.strip().lower() for name in next(reader, [])]
        if not _check_names(names, "line 1", problems):
            return
        for values in reader:
            where = f"line {reader.line_num}"
            if not any(value.strip() for value in values):
                continue
            if len(values) > len(names) and any(v.strip() for v in values[len(names) :]):
                problems.append(f"{where}: {len(values)} values for {len(names)} columns.")
                continue
            pairs = zip(names, values, strict=False)
            yield (
                where,
                {n: value.strip() for n, value in pairs if n in FIELDS and value.strip()},
            )
    except csv.Error as error:
        problems.append(f"line {reader.line_num}: not valid CSV ({error}).")


def _check_names(names: list[str], where: str, problems: list[str]) -> bool:
    """Whether the rows below can be looked at, too: those columns that must be there are."""
    for name in names:
        if name not in FIELDS:
            problems.append(f'{where}: no column is called "{name}".{_meant(name)}')
    for name in sorted({n for n in names if names.count(n) > 1}):
        problems.append(f'{where}: the column "{name}" stands twice.')
    missing = [name for name in ("order_id", "resume", "job") if name not in names]
    problems.extend(f'{where}: the column "{name}" is missing.' for name in missing)
    return not missing


def _json_rows(text: str, problems: list[str]) -> Iterator[Row]:
    for number, line in enumerate(text.splitlines(), 1):
        where = f"line {number}"
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except (ValueError, RecursionError):
            problems.append(f"{where}: not a JSON object on one line.")
            continue
        if not isinstance(value, dict):
            problems.append(f"{where}: not a JSON object.")
            continue
        unknown = [name for name in value if name not in FIELDS]
        for name in unknown:
            problems.append(f'{where}: no field is called "{name}".{_meant(name)}')
        yield where, {k: v for k, v in value.items() if k in FIELDS and v is not None and v != ""}


def _folder_rows(path: Path, problems: list[str]) -> Iterator[Row]:
    """Each folder is an order of its name: resume.*, job.*, perhaps answers.yml and order.yml."""
    import yaml

    for folder in sorted(p for p in path.iterdir() if p.is_dir() and not p.name.startswith(".")):
        where = f"folder {folder.name}"
        row: dict[str, Any] = {"order_id": folder.name}
        try:
            held = [p for p in sorted(folder.iterdir()) if p.is_file()]
        except OSError as error:
            problems.append(f"{where}: can't be opened ({error.strerror}).")
            continue
        for field in ("resume", "job"):
            found = [p for p in held if p.stem == field]
            if len(found) > 1:
                names = ", ".join(p.name for p in found)
                problems.append(f"{where}: {names} are more than one {field}.")
            if found:
                row[field] = f"{folder.name}/{found[0].name}"
        if (folder / "answers.yml").is_file():
            row["answers"] = f"{folder.name}/answers.yml"
        options = folder / "order.yml"
        if options.is_file():
            try:
                loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
                said = read_yaml(read_bytes(options), loader, "order.yml") or {}
                if not isinstance(said, dict):
                    raise ValueError("not a mapping")
            except UnreadableError as error:
                if error.code == "empty_file":
                    said = {}
                else:
                    problems.append(f"{where}: order.yml can't be read ({error.code}).")
                    continue
            except UsageError as error:
                problems.append(f"{where}: {error.message}")
                continue
            except (ValueError, OSError, yaml.YAMLError):
                problems.append(f"{where}: order.yml is not a list of field: value.")
                continue
            for name in said:
                if name not in FIELDS or name in row:
                    problems.append(f'{where}: order.yml can\'t set "{name}".{_meant(str(name))}')
            row |= {k: v for k, v in said.items() if k in FIELDS and k not in row}
        yield where, row


def _order(
    where: str,
    row: Mapping[str, Any],
    base: Path,
    stated: Mapping[str, Any],
    themes: Themes,
    problems: list[str],
) -> Order | None:
    before = len(problems)
    order_id = str(row.get("order_id", ""))
    check_order_id(order_id, where, problems)
    paths = {name: _path(name, row, base, where, problems) for name in ("resume", "job", "answers")}
    options = check_options({**stated, **row}, where, problems)
    brand = themes.of(row.get("theme"), where, problems)
    if len(problems) > before or paths["resume"] is None or paths["job"] is None:
        return None
    return Order(
        order_id=order_id,
        where=where,
        resume=paths["resume"],
        job=paths["job"],
        answers=paths["answers"],
        brand=brand,
        options=options,
    )


def _path(
    name: str, row: Mapping[str, Any], base: Path, where: str, problems: list[str]
) -> Path | None:
    value = row.get(name)
    if value is None:
        if name != "answers":
            problems.append(f"{where}: no {name} is given.")
        return None
    if not isinstance(value, str) or "\0" in value:
        problems.append(f"{where}: {name} is not a file's name.")
        return None
    path = base / value
    try:
        if path.is_file():
            return path
        why = "is not there, or is no file"
    except OSError as error:  # a folder on the way may not be entered, a name is too long
        why = f"can't be opened ({error.strerror or type(error).__name__})"
    problems.append(f"{where}: the {name} {_brief(value)} {why}.")
    return None


def _brief(value: str) -> str:
    return value if len(value) <= 200 else f"{value[:200]}..."


def _refuse_twins(rows: list[Row], problems: list[str]) -> None:
    """Two orders of one id: also where only case differs, since folders may not tell it."""
    first: dict[str, str] = {}
    for where, row in rows:
        order_id = str(row.get("order_id", ""))
        before = first.setdefault(order_id.casefold(), where)
        if order_id and before != where:
            problems.append(f"{where}: the order_id {order_id[:80]} stands already in {before}.")


def _meant(name: str) -> str:
    close = get_close_matches(name, FIELDS, n=1)
    return f' Did you mean "{close[0]}"?' if close else f" Known are {', '.join(FIELDS)}."

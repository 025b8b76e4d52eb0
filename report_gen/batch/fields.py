"""The fields of an order: what each may hold, and its value as the pipeline wants it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from report_gen.batch.models import EDITIONS, FORMATS, LEVELS, PAPERS, ROLES

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_RESERVED = frozenset(("held", "refused", "summary.csv", "summary.html"))
_DEVICES = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")
"""Names that Windows keeps for itself; a shared folder may be one of its."""


def check_order_id(order_id: str, where: str, problems: list[str]) -> None:
    """An order's id names its folder, so it must be a safe name on any system."""
    if not order_id:
        problems.append(f"{where}: no order_id is given.")
    elif not _ID.fullmatch(order_id) or order_id.endswith("."):
        problems.append(
            f"{where}: the order_id {order_id[:80]!r} names no folder: use up to 64 letters, "
            "digits, dots, dashes and underscores, a letter or digit first."
        )
    elif order_id.casefold() in _RESERVED or _DEVICES.fullmatch(order_id):
        problems.append(f'{where}: "{order_id}" is taken; choose another order_id.')


def check_options(row: Mapping[str, Any], where: str, problems: list[str]) -> dict[str, Any]:
    """The options of an order as plain JSON values; those not given are left out."""
    options: dict[str, Any] = {}
    for name, read in _READERS.items():
        value = row.get(name)
        if value is None or value == "":
            continue
        try:
            options[name] = read(value)
        except (ValueError, TypeError) as error:
            problems.append(f"{where}: {name}: {error}.")
    if "interview_date" in options:
        today = date.fromisoformat(options["today"]) if "today" in options else date.today()
        if date.fromisoformat(options["interview_date"]) <= today:
            problems.append(
                f"{where}: the interview_date {options['interview_date']} is not after {today}."
            )
    return options


def _day(value: Any) -> str:
    if isinstance(value, date):  # YAML reads dates by itself
        return value.isoformat()[:10]
    try:
        return date.fromisoformat(str(value)).isoformat()
    except ValueError:
        raise ValueError(f"{str(value)[:40]!r} is no date of the form 2026-12-31") from None


def _hours(value: Any) -> float:
    try:
        hours = float(value)
    except (ValueError, TypeError):
        hours = -1.0
    if isinstance(value, bool) or not 1 <= hours <= 80:
        raise ValueError("hours are a number from 1 to 80")
    return hours


def _text(value: Any) -> str:
    text = " ".join(str(value).split())
    if not isinstance(value, str) or len(text) > 200:
        raise ValueError("a text of at most 200 characters is expected")
    return text


def _choice(*names: str) -> Callable[[Any], str]:
    def read(value: Any) -> str:
        if value not in names:
            raise ValueError(f"{str(value)[:40]!r} is none of {', '.join(names)}")
        return str(value)

    return read


def _formats(value: Any) -> list[str]:
    """ "pdf docx", "pdf;docx" or a list; each once, in the order of ``FORMATS``."""
    names = [str(v).strip() for v in value] if isinstance(value, list) else _split(str(value))
    for name in names:
        _choice(*FORMATS)(name)
    return [name for name in FORMATS if name in names]


def _split(value: str) -> list[str]:
    return [name for name in re.split(r"[\s,;+|]+", value) if name]


_READERS: dict[str, Callable[[Any], Any]] = {
    "company": _text,
    "role": _choice(*ROLES),
    "level": _choice(*LEVELS),
    "interview_date": _day,
    "hours_per_week": _hours,
    "today": _day,
    "edition": _choice(*EDITIONS),
    "paper": _choice(*PAPERS),
    "formats": _formats,
}

FIELDS = ("order_id", "resume", "job", "answers", "theme", *_READERS, "note")
"""Every field of an order. ``note`` is the operator's own and changes nothing."""

"""YAML and JSON that people write or are sent (packs, answers, orders, analyses), read within
limits: a kilobyte of aliases can stand for gigabytes, and a line of brackets for any depth.
"""

from __future__ import annotations

import json
from typing import Any

from report_gen import limits
from report_gen.errors import UsageError

_REMEDY = "Start from a file the program wrote, or from one of the examples. The limit is {}."


def check_size(data: bytes, what: str) -> None:
    """Raises UsageError (``file_too_large``) if a written file is longer than ``written``."""
    most = limits.active().written
    if len(data) > most:
        raise UsageError(
            "file_too_large",
            f"{what} is larger than {most / 1_000_000:g} MB.",
            _REMEDY.format("written"),
        )


def read_yaml(data: bytes, loader: type[Any], what: str) -> Any:
    """The data of one YAML file; ``what`` names it in messages ("The answers file").

    Raises UnicodeDecodeError and yaml.YAMLError for what is not YAML, and UsageError with code
    ``file_too_large``, ``file_too_deep`` or ``file_too_many_values`` for what is too much; each
    alias counts with all that it stands for.
    """
    import yaml

    check_size(data, what)
    text = data.decode("utf-8-sig")
    try:
        _check_events(yaml.parse(text, Loader=loader), what)
        return yaml.load(text, Loader=loader)
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        # A tag such as !!int before a word, a number of thousands of digits, a lone surrogate.
        raise yaml.YAMLError(type(error).__name__) from None


def read_json(data: bytes, what: str) -> Any:
    """The data of one JSON file. Raises ValueError for what is not JSON, and UsageError as above
    or, for a number that is none to reckon with (``NaN``, 1e300), with code ``file_bad_number``.

    The file may be as large as an upload: an analysis holds a whole report.
    """
    _check_brackets(data, what)

    def number(word: str) -> int | float:
        value: int | float = float(word)
        if not abs(value) < _LARGEST:  # also true of NaN
            raise _bad_number(word, what)
        return int(word) if word.lstrip("-").isdigit() else value

    try:
        return json.loads(data, parse_float=number, parse_int=number, parse_constant=number)
    except RecursionError:
        raise _too_deep(what) from None


def _check_events(events: Any, what: str) -> None:
    """Depth and number of values, before anything is built."""
    import yaml

    bounds = limits.active()
    named: dict[str | None, int] = {}
    open_: list[tuple[str | None, int]] = []  # anchor, values before it
    count = 0
    for event in events:
        if isinstance(event, yaml.AliasEvent):
            # Of an anchor that is not yet closed (a loop), what it holds is not yet known.
            count += named.get(event.anchor, bounds.written_values + 1)
        elif isinstance(event, yaml.CollectionStartEvent):
            open_.append((event.anchor, count))
            count += 1
            if event.anchor:
                named.pop(event.anchor, None)
        elif isinstance(event, yaml.CollectionEndEvent):
            anchor, before = open_.pop()
            if anchor:
                named[anchor] = count - before
        elif isinstance(event, yaml.ScalarEvent):
            count += 1
            if event.anchor:
                named[event.anchor] = 1
        if len(open_) > bounds.written_depth:
            raise _too_deep(what)
        if count > bounds.written_values:
            raise _too_many(what)


def _check_brackets(data: bytes, what: str) -> None:
    """No more values than a report can have, counted from above by the signs between them."""
    most = limits.active().json_values
    if data.count(b",") + data.count(b"[") + data.count(b"{") > most:
        raise _too_many(what, "json_values")


_LARGEST = 1e15
"""Larger whole numbers are no longer exact as they are reckoned with, and no pay is that high."""


def _bad_number(word: str, what: str) -> UsageError:
    return UsageError(
        "file_bad_number",
        f"{what} holds the number {word[:20]}, with which nothing can be reckoned.",
        "Start from a file the program wrote, and correct that number.",
    )


def _too_deep(what: str) -> UsageError:
    return UsageError(
        "file_too_deep", f"{what} is nested too deeply.", _REMEDY.format("written_depth")
    )


def _too_many(what: str, limit: str = "written_values") -> UsageError:
    return UsageError(
        "file_too_many_values",
        f"{what} holds too many values, or aliases that stand for too many.",
        _REMEDY.format(limit),
    )

"""JSON -> Document.data, with odd values noted instead of crashing later stages."""

from __future__ import annotations

import json
from typing import Any

from report_gen.notes import Note
from report_gen.reading.models import Document
from report_gen.reading.refusals import refuse

MAX_DEPTH = 40


def read_json(text: str, name: str) -> Document:
    """JSON text -> Document of kind ``json``.

    Raises ``not_json`` or ``not_an_object``. NaN and infinities become null and duplicate keys
    keep the last value, each with a note. Strings keep no lone surrogates or NUL characters.
    """
    notes: list[Note] = []

    def constant(value: str) -> None:
        notes.append(Note(code="json_constant", message=f"{value} is no JSON value; read as null."))

    def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
        value = dict(items)
        if len(value) < len(items):
            notes.append(Note(code="json_duplicate_key", message="A field is given twice; the last one counts."))  # fmt: skip
        return value

    try:
        data = json.loads(text, parse_constant=constant, object_pairs_hook=pairs)
        data = _sanitise(data, 0)
    except RecursionError:
        raise refuse("not_json", name, "nested too deeply") from None
    except json.JSONDecodeError as error:
        raise refuse("not_json", name, f"line {error.lineno}, column {error.colno}: {error.msg}") from None  # fmt: skip
    except ValueError:  # a number of thousands of digits
        raise refuse("not_json", name, "a number is too long") from None
    if not isinstance(data, dict):
        raise refuse("not_an_object", name)
    return Document(kind="json", name=name, data=data, notes=tuple(dict.fromkeys(notes)))


def _sanitise(value: Any, depth: int) -> Any:
    """The value without characters that no output format can hold, and of bounded depth."""
    if depth > MAX_DEPTH:
        raise RecursionError
    if isinstance(value, str):
        return value.replace("\x00", "").encode("utf-8", errors="ignore").decode("utf-8")
    if isinstance(value, float) and (value != value or value in (float("inf"), float("-inf"))):
        return None
    if isinstance(value, dict):
        return {_sanitise(key, depth): _sanitise(item, depth + 1) for key, item in value.items()}
    if isinstance(value, list):
        return [_sanitise(item, depth + 1) for item in value]
    return value

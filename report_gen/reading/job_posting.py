"""The schema.org JobPosting that job pages carry for search engines."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

_MAX_NODES = 2_000


def find_job_posting(scripts: Iterable[str]) -> dict[str, Any] | None:
    """The first object of type JobPosting in the JSON-LD scripts of a page, or None.

    Scripts that are no JSON are skipped: pages break them often, and the visible text remains.
    """
    for script in scripts:
        try:
            value = json.loads(script.strip().rstrip(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        found = _search(value)
        if found is not None:
            return found
    return None


def _search(value: Any) -> dict[str, Any] | None:
    queue, seen = [value], 0
    while queue and seen < _MAX_NODES:
        node, seen = queue.pop(0), seen + 1
        if isinstance(node, dict):
            kind = node.get("@type")
            kinds = kind if isinstance(kind, list) else [kind]
            if any(str(item).rsplit("/", 1)[-1] == "JobPosting" for item in kinds):
                return node
            queue.extend(item for item in node.values() if isinstance(item, dict | list))
        elif isinstance(node, list):
            queue.extend(node)
    return None

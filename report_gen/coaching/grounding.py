"""The last step of drafting: a sentence of ours that claims what no source says is taken out.

The ledger (``build_analysis``) refuses such a sentence as an error. Here it is removed before,
and a note says so, so that one careless word in a data pack does not cost a customer the report.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import is_dataclass, replace
from functools import lru_cache
from typing import Any

from report_gen.coaching.ledger import Sources, drafted_fields
from report_gen.coaching.models import Coaching, Draft, Part, Text
from report_gen.job import Job
from report_gen.options import Options
from report_gen.resume import Resume

_SENTENCES = re.compile(r"(?<=[.!?])\s+(?=[\"'“‘(]?[A-Z0-9])")


def ground_drafts(coaching: Coaching, resume: Resume, job: Job, options: Options) -> Coaching:
    """The same coaching without ungrounded sentences in candidate voice."""
    grounded: Coaching = _grounded(coaching, Sources(resume, job, options))
    return grounded


def _grounded(node: Any, sources: Sources) -> Any:
    if isinstance(node, Draft):
        parts = [_part(part, sources) for part in node.parts]
        kept = tuple(part for part in parts if part is not None)
        return node if kept == node.parts else Draft(parts=kept)
    if is_dataclass(node) and not isinstance(node, type):
        changed = {}
        for name in drafted_fields(type(node)):
            old = getattr(node, name)
            new = _grounded(old, sources)
            if new is not old:
                changed[name] = new
        return replace(node, **changed) if changed else node
    if isinstance(node, Mapping):
        values = {key: _grounded(value, sources) for key, value in node.items()}
        return values if any(values[k] is not node[k] for k in node) else node
    if isinstance(node, tuple):
        items = tuple(_grounded(item, sources) for item in node)
        return items if any(a is not b for a, b in zip(items, node, strict=True)) else node
    return node


@lru_cache(maxsize=2048)
def _sentences(text: str) -> tuple[str, ...]:
    return tuple(_SENTENCES.split(text))


def _part(part: Part, sources: Sources) -> Part | None:
    if not isinstance(part, Text):
        return part
    sentences = _sentences(part.text)
    kept = [s for s in sentences if sources.carry(s)]
    if len(kept) == len(sentences):
        return part
    return Text(text=" ".join(kept)) if kept else None

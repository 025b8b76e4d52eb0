"""The figures of a line, as written: every number that measures something."""

from __future__ import annotations

import re
from collections.abc import Iterable

_NUM = r"[~<>≤≥≈+−-]?[$€£¥₹]?\d+(?:[.,]\d+)*(?:[kKMBx×]\b|bn\b|mln?\b)?\+?"
_UNIT = r"(?:\s?(?:%|percent\b|pp\b|pts?\b|points?\b|ms\b|s\b|sec\b|seconds?\b|min(?:ute)?s?\b|hours?\b|hrs?\b|h\b|days?\b|weeks?\b|months?\b|years?\b|quarters?\b|x\b|×|TB\b|GB\b|MB\b|PB\b|kg\b|km\b|req/s|rps\b|qps\b|tps\b|fps\b|Hz\b|million\b|billion\b|thousand\b|[a-z]+/[a-z]+\b))?"
_VALUE = rf"{_NUM}{_UNIT}(?:\d+)?"
_RANGE = re.compile(
    rf"(?:from )?{_VALUE}(?:\s?\([^)]*\))?(?: (?:in|of|at|per|an?) [\w ]{{1,20}}?)?\s?(?:->|=>|→|–|\bto(?: (?:just |only )?(?:under|over|about|below|above))?\b|\binstead of\b|\bdown from\b|\bup from\b)\s?{_VALUE}(?: in (?:[HQ]\d )?(?:19|20)\d\d)?"
)
_SINGLE = re.compile(rf"(?<![\w.@/-]){_VALUE}(?: (?!and\b|or\b|to\b|in\b|of\b|with\b|for\b|from\b|by\b|on\b|at\b|per\b|a\b|the\b)[A-Za-z][\w/-]*)?")
_CURRENCY = re.compile(r"\b(?:EUR|USD|GBP|CAD|AUD|CHF|INR|PLN)\s?\d[\d.,]*(?:[kKMB]\b)?(?:\s?(?:million|billion))?")
_NOT_METRIC = re.compile(r"^(?:(?:19|20)\d\d)\b(?!\s?(?:%|x\b))")


def figures_in(text: str, known: Iterable[str] = ()) -> tuple[str, ...]:
    """The figures of a line in order, ranges as one; ``known`` ones (the reader's) first.

    Years standing alone and versions glued to a name ("Llama3") measure nothing.
    """
    spans: list[tuple[int, int]] = []
    for pattern in (_RANGE, _CURRENCY, _SINGLE):
        for match in pattern.finditer(text):
            start, end = match.start(), match.end()
            if any(a < end and start < b for a, b in spans):
                continue
            found = text[start:end].strip()
            if _NOT_METRIC.match(found.removeprefix("from ")) and pattern is _SINGLE:
                continue
            if pattern is _SINGLE and re.search(r"(?:[A-Z][\w+#.]*|Python|Java|version|v|No\.|Art\.|Year|Grade|Level|Phase|CS|ISO|Tier|Sev|Web|Type)[ -]$", text[:start]) and re.fullmatch(r"\d{1,4}(?:\.\d+)*(?: \w+)?", found):
                digits = re.match(r"\d+", found)
                if digits and not re.search(r"%", found) and _versioned(text[:start]):
                    continue
            spans.append((start, end))
    own = [text[a:b].strip(" ,.;") for a, b in sorted(spans)]
    kept = [k for k in known if k and k in text]
    return tuple(dict.fromkeys([*kept, *(o for o in own if not any(o == k or o in k for k in kept))]))


def _versioned(before: str) -> bool:
    return bool(re.search(r"\b(?:Python|Java|version|v|No\.|Art\.|Year|Grade|Level|Phase|CS|ISO|Tier|Type|Windows|Angular|Vue|React|Llama|Office)[ -]$", before))


def has_change(text: str) -> bool:
    """True if the text tells a before and an after, or a relative change."""
    return bool(_RANGE.search(text) or re.search(r"\bfrom\b.*\d.*\bto\b.*\d|\d\s?%|\d\s?(?:pp|points?|x)\b|\b(?:doubled|tripled|halved)\b", text))


def has_baseline(text: str) -> bool:
    """True if a figure stands with the one before it."""
    return bool(_RANGE.search(text) or re.search(r"\bfrom\b.*?\d.*?\bto\b.*?\d", text))

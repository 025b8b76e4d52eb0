"""What a posting says twice: repeated lines, and whole postings given in two languages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from report_gen.job.requirements import Unit
from report_gen.job.words import fold
from report_gen.notes import Note

_LEAST_ASKS = 3
_LEAST_SHARE = 0.5


def drop_duplicates(
    units: Sequence[Unit], languages: Mapping[str, tuple[str, ...]]
) -> tuple[list[Unit], list[Note]]:
    """The units with what is asked twice left out (``duplicate``), and a note for each kind."""
    kept, repeated = _drop_repeated(units)
    kept, other = _drop_translation(kept, languages)
    notes: list[Note] = []
    if other:
        message = (
            "The posting is given in two languages; the requirements were taken from the "
            f"{_NAMES.get(other, other)} part once, and the translation left out."
        )
        notes.append(Note(code="two_languages", message=message))
    if repeated:
        message = f"{repeated} line(s) of the posting are repeated and were counted once."
        notes.append(Note(code="repeated_lines", message=message))
    return kept, notes


_NAMES = {"en": "English", "de": "German", "fr": "French", "es": "Spanish", "nl": "Dutch"}


def _drop_repeated(units: Sequence[Unit]) -> tuple[list[Unit], int]:
    seen: set[str] = set()
    kept: list[Unit] = []
    repeated = 0
    for unit in units:
        key = re.sub(r"\W+", " ", fold(unit.text)).strip()
        if unit.kind is not None and key in seen:
            repeated += 1
            unit = replace(unit, kind=None, why="duplicate")
        elif unit.kind is not None:
            seen.add(key)
        kept.append(unit)
    return kept, repeated


def _drop_translation(
    units: Sequence[Unit], languages: Mapping[str, tuple[str, ...]]
) -> tuple[list[Unit], str]:
    """Leave out the second language where both ask for duties and musts in similar number, one
    after the other; English is kept where it is one of them."""
    spoken = [find_language(unit.text, languages) if unit.kind else "" for unit in units]
    counts = Counter(language for language in spoken if language)
    if len(counts) < 2:
        return list(units), ""
    (first, many), (second, few) = counts.most_common(2)
    if few < _LEAST_ASKS or few < _LEAST_SHARE * many:
        return list(units), ""
    for language in (first, second):
        kinds = {unit.kind for unit, said in zip(units, spoken, strict=True) if said == language}
        if not {"responsibility", "required"} <= kinds:
            return list(units), ""
    spans = {
        language: [n for n, said in enumerate(spoken) if said == language]
        for language in (first, second)
    }
    apart = spans[first][-1] < spans[second][0] or spans[second][-1] < spans[first][0]
    if not apart:
        return list(units), ""
    keep = "en" if "en" in (first, second) else min((first, second), key=lambda name: spans[name])
    gone = second if keep == first else first
    low, high = spans[gone][0], spans[gone][-1]
    return [
        replace(unit, kind=None, why="duplicate") if unit.kind and low <= n <= high else unit
        for n, unit in enumerate(units)
    ], keep


def find_language(text: str, languages: Mapping[str, tuple[str, ...]]) -> str:
    """The language most of the small words belong to; "" if they don't say."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    counts = {name: sum(word in small for word in words) for name, small in languages.items()}
    best = max(counts.values(), default=0)
    leaders = [name for name, count in counts.items() if count == best]
    return leaders[0] if best >= 1 and len(leaders) == 1 else ""

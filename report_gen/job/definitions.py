"""What a posting means by a word of its own: "Significant experience is understood as two years"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from report_gen.job.words import JobWords, fold
from report_gen.job.years import asked_years


def read_definitions(texts: Iterable[str], words: JobWords) -> dict[str, float]:
    """Defined words, folded, with the years that they stand for."""
    found: dict[str, float] = {}
    for text in texts:
        match = words.definition.search(fold(text))
        years = asked_years(text, words.vocabulary) if match else None
        term = next((part for part in match.groups() if part), "") if match else ""
        if term and years is not None:
            found[term.strip(" '\"")] = years
    return found


def defined_years(text: str, defined: Mapping[str, float]) -> float | None:
    """The years a line asks by a word that the posting defines elsewhere."""
    folded = fold(text)
    return max((years for term, years in defined.items() if term in folded), default=None)

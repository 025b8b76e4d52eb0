"""Visa sponsorship and security clearance, as the posting words them."""

from __future__ import annotations

from collections.abc import Iterable

from report_gen.job.words import fold, whole_words
from report_gen.taxonomy.vocabulary_job import JobVocabulary


def find_visa(sentences: Iterable[str], vocabulary: JobVocabulary) -> str | None:
    """The sentence that says whether a visa is sponsored (a refusal before an offer)."""
    listed = list(sentences)
    for patterns in (vocabulary.visa.get("no", ()), vocabulary.visa.get("yes", ())):
        matcher = whole_words(patterns)
        for sentence in listed:
            if matcher.search(fold(sentence)):
                return sentence
    return None


def find_clearance(sentences: Iterable[str], vocabulary: JobVocabulary) -> str | None:
    """The sentence that asks for a security clearance, or None."""
    matcher = whole_words(vocabulary.clearance)
    return next((s for s in sentences if matcher.search(fold(s))), None)

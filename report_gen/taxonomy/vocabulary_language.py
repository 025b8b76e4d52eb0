"""The words of vocabulary/language.yaml (overlays append to its lists)."""

from __future__ import annotations

from report_gen.taxonomy.entries import PackModel


class LanguageVocabulary(PackModel):
    """One field per key of vocabulary/language.yaml, each with a default."""

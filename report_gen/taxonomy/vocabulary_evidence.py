"""The words of vocabulary/evidence.yaml (overlays append to its lists)."""

from __future__ import annotations

from report_gen.taxonomy.entries import PackModel


class EvidenceVocabulary(PackModel):
    """One field per key of vocabulary/evidence.yaml, each with a default."""

"""The words of vocabulary/job.yaml (overlays append to its lists)."""

from __future__ import annotations

from report_gen.taxonomy.entries import PackModel


class JobVocabulary(PackModel):
    """One field per key of vocabulary/job.yaml, each with a default."""

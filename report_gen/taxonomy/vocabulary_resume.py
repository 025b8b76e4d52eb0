"""The words of vocabulary/resume.yaml (overlays append to its lists)."""

from __future__ import annotations

from report_gen.taxonomy.entries import PackModel


class ResumeVocabulary(PackModel):
    """One field per key of vocabulary/resume.yaml, each with a default."""

"""Scenes: the trades in which interview questions play (``scenes.yaml``)."""

from __future__ import annotations

from pydantic import Field

from report_gen.taxonomy.entries import PackModel


class Scene(PackModel):
    """``marks``: words of a question that place it; ``signs``: words of a posting or a resume that
    speak of the trade. Lower case, whole words, a trailing * leaves the end open."""

    id: str
    name: str
    marks: tuple[str, ...] = Field(min_length=1)
    signs: tuple[str, ...] = Field(min_length=1)

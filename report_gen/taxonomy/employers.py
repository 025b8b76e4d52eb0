"""Kinds of employers and how each usually interviews (``employers.yaml``, ``steps.yaml``)."""

from __future__ import annotations

from pydantic import Field

from report_gen.taxonomy.entries import PackModel


class StepKind(PackModel):
    """A kind of step. ``cues``: words by which a posting names one. ``rounds``: what it is prepared
    as, best first; ``tests``: what it tests where the role has none of them."""

    id: str
    cues: tuple[str, ...] = Field(min_length=1)
    rounds: tuple[str, ...] = Field(min_length=1)
    tests: tuple[str, ...] = Field(min_length=1)


class UsualStep(PackModel):
    """A step usual at a kind of employer. ``kind``: the id of a ``StepKind``."""

    kind: str
    name: str
    minutes: str = ""
    count: str = "1"


class Employer(PackModel):
    """A kind of employer, the words it is known by, and what is usual there. ``drop``: rounds of a
    role that are not held there. Words: lower case, whole, a trailing * leaves the end open."""

    id: str
    name: str
    names: tuple[str, ...] = ()
    is_a: tuple[str, ...] = ()
    anywhere: tuple[str, ...] = ()
    smallest: int = 0
    largest: int = 0
    drop: tuple[str, ...] = ()
    steps: tuple[UsualStep, ...] = Field(min_length=1)
    note: str = ""

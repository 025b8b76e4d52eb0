"""Kinds of employers and how each usually interviews (``employers.yaml``, ``steps.yaml``)."""

from __future__ import annotations

from pydantic import Field

from report_gen.taxonomy.entries import PackModel


class StepKind(PackModel):
    """A kind of step. ``cues``: words by which a posting names one; ``who``: of those who sit there,
    which decide where the step is called by a word any talk has (``plain``). ``rounds``: what it is
    prepared as, best first, of those the role has; ``otherwise``: where it has none."""

    id: str
    cues: tuple[str, ...] = Field(min_length=1)
    who: tuple[str, ...] = ()
    rounds: tuple[str, ...] = Field(min_length=1)
    otherwise: tuple[str, ...] = ()
    tests: tuple[str, ...] = Field(min_length=1)
    """What it tests where the role has none of the rounds; ``craft``: the role's own work before it."""
    craft: bool = False
    takes: tuple[str, ...] = ()
    """Rounds whose questions are asked in it."""
    after: tuple[str, ...] = ()
    """Kinds one of which an earlier step must be of."""
    unless: tuple[str, ...] = ()
    """Words that say it is about something else."""
    first: bool = False
    """Only the first step is of this kind, unless who sits there says so."""
    plain: bool = False
    open: bool = False
    """Any subject of the role may be asked in it."""
    share: float = Field(default=1.0, gt=0, le=2)
    """How much hangs on it beside other steps that test the same."""


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

"""Which round most hangs on: asked in one place, so that every page names the same one."""

from __future__ import annotations

from collections.abc import Iterable

from report_gen.coaching.models import Round

_NEVER_SAFE = 140
"""Readiness is counted against this and not against 100: a round one is ready for can still be
lost, so a heavy one that is shown goes before a light one that is not. A choice of ours."""


def by_stake(rounds: Iterable[Round]) -> tuple[Round, ...]:
    """The rounds by what can be lost there: weight (percent) times what is missing of readiness, by
    half where the round may not take place at all ("0-1")."""
    return tuple(sorted(rounds, key=lambda r: (-stake(r), r.id)))


def stake(r: Round) -> float:
    """What can be lost in a round, as a figure to order and to share hours by."""
    return r.weight * missing(r) * _takes_place(r)


def _takes_place(r: Round) -> float:
    return 0.5 if r.count.startswith("0") else 1.0


def missing(r: Round) -> float:
    """What readiness still lacks, as a share; never quite nothing."""
    return (_NEVER_SAFE - r.readiness) / 100

"""Which round to prepare most for."""

from __future__ import annotations

from report_gen.coaching.models import Round
from report_gen.coaching.stakes import by_stake


def made(id: str, count: str, weight: float, readiness: float) -> Round:
    return Round(
        id=id,
        name=id,
        minutes="45",
        count=count,
        weight=weight,
        readiness=readiness,
        confidence="high",
        dimensions=(),
        tested=(),
        strong=(),
    )


def test_a_round_that_may_not_take_place_comes_after_one_that_does() -> None:
    sure, maybe = made("design", "1", 10, 50), made("models", "0-1", 12, 50)
    assert [r.id for r in by_stake([maybe, sure])] == ["design", "models"]


def test_what_is_shown_already_can_be_lost_less() -> None:
    shown, open_ = made("code", "1", 20, 95), made("people", "1", 12, 30)
    assert [r.id for r in by_stake([shown, open_])] == ["people", "code"]

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_gen.coaching.assignment import assign

matrices = st.integers(1, 4).flatmap(
    lambda rows: st.integers(rows, 5).flatmap(
        lambda columns: st.lists(
            st.lists(st.integers(-9, 9), min_size=columns, max_size=columns),
            min_size=rows,
            max_size=rows,
        )
    )
)


@given(matrices)
def test_no_other_assignment_costs_less(cost: list[list[int]]) -> None:
    seats = assign(cost)
    assert len(set(seats)) == len(cost)
    taken = sum(row[seat] for row, seat in zip(cost, seats, strict=True))
    every = permutations(range(len(cost[0])), len(cost))
    least = min(sum(row[seat] for row, seat in zip(cost, order, strict=True)) for order in every)
    assert taken == least


def test_large_assignments_cost_what_the_library_finds() -> None:
    from random import Random

    import numpy as np
    from scipy.optimize import linear_sum_assignment

    dice = Random(7)
    for _ in range(40):
        rows = dice.randint(10, 25)
        columns = rows + dice.randint(0, 9)
        cost = [[dice.random() - 0.5 for _ in range(columns)] for _ in range(rows)]
        taken = sum(row[seat] for row, seat in zip(cost, assign(cost), strict=True))
        assert taken == pytest.approx(np.array(cost)[linear_sum_assignment(cost)].sum())


@pytest.mark.parametrize("cost", [[[1.0], [2.0]], [[1.0, 2.0], [1.0]]])
def test_a_matrix_that_cannot_be_assigned_is_refused(cost: list[list[float]]) -> None:
    with pytest.raises(ValueError, match="as many columns as rows"):
        assign(cost)


def test_nobody_to_assign() -> None:
    assert assign([]) == []

"""The best assignment of rows to columns: exact, and small enough to need no library.

A library's search is loaded in a third of a second, which a single report would pay for two
matrices of a dozen rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf


def assign(cost: Sequence[Sequence[float]]) -> list[int]:
    """For each row its column, no column twice, the sum of costs as low as it gets.

    ``cost``: at least as many columns as rows; finite numbers. Raises ValueError otherwise. Rows
    are let in one after the other, each by the cheapest chain of changes among those before it
    (the Hungarian method with potentials); rows x rows x columns steps.
    """
    rows, columns = len(cost), len(cost[0]) if cost else 0
    if any(len(row) != columns for row in cost) or rows > columns:
        raise ValueError("a matrix of at least as many columns as rows is needed")
    of_row, of_column = [0.0] * rows, [0.0] * columns
    holder = [-1] * columns
    for newcomer in range(rows):
        _let_in(newcomer, cost, of_row, of_column, holder)
    seat = [-1] * rows
    for column, row in enumerate(holder):
        if row >= 0:
            seat[row] = column
    return seat


def _let_in(
    newcomer: int, cost: Sequence[Sequence[float]], of_row: list[float], of_column: list[float],
    holder: list[int],
) -> None:  # fmt: skip
    """One more row gets a column; the potentials keep every reduced cost at zero or above."""
    columns = len(holder)
    dearest = [inf] * columns  # the cheapest known way to each column
    came_from = [-1] * columns
    seen: list[int] = []
    row, last = newcomer, -1
    while True:
        for column in range(columns):
            if column not in seen:
                way = cost[row][column] - of_row[row] - of_column[column]
                if way < dearest[column]:
                    dearest[column], came_from[column] = way, last
        open_ones = [column for column in range(columns) if column not in seen]
        best = min(open_ones, key=dearest.__getitem__)
        step = dearest[best]
        of_row[newcomer] += step
        for column in seen:
            of_row[holder[column]] += step
            of_column[column] -= step
        for column in open_ones:
            dearest[column] -= step
        if holder[best] < 0:
            break
        seen.append(best)
        row, last = holder[best], best
    while best >= 0:
        before = came_from[best]
        holder[best] = newcomer if before < 0 else holder[before]
        best = before

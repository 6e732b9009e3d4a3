"""The best assignment of rows to columns, each row also free to stay alone.

Who belongs to whom on a page is one decision: a headline that fits two bodies goes where the whole
page fits best. This is the linear assignment problem with a null option for every row, solved by
shortest augmenting paths (Jonker and Volgenant, 1987).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["assign"]

_FORBIDDEN: Final = 1e9


def assign(gains: Sequence[Sequence[float | None]], alone: Sequence[float]) -> tuple[int | None, ...]:
    """Give each row at most one column so that the sum of gains is greatest.

    Args:
        gains: For each row the gain in each column, None where the pair is impossible.
        alone: For each row the gain of having no column.

    Returns:
        For each row its column, or None. No column is given twice. Time is at most quadratic in the
        number of rows or columns, whichever are fewer, times linear in the number of both.

    Examples:
        >>> assign([[3.0, 2.0], [2.5, None], [0.1, 0.2]], [0.0, 0.0, 1.0])
        (1, 0, None)
    """
    # what is no better than staying alone never belongs to a best assignment
    better = [
        [_FORBIDDEN if gain is None or gain <= rest else rest - gain for gain in row]
        for row, rest in zip(gains, alone, strict=True)
    ]
    found: list[int | None] = [None] * len(gains)
    for rows, columns in _parts(better):
        if len(rows) <= len(columns):
            pairs = _augment([[better[i][j] for j in columns] for i in rows])
        else:  # a body may have subheads by the thousand: place the few among the many
            pairs = [(i, j) for j, i in _augment([[better[i][j] for i in rows] for j in columns])]
        for row, column in pairs:
            found[rows[row]] = columns[column]
    return tuple(found)


def _parts(prices: Sequence[Sequence[float]]) -> Iterator[tuple[list[int], list[int]]]:
    """Rows and columns that compete with each other, ascending; each lot is an assignment of its own."""
    wanted = [[j for j, price in enumerate(row) if price < 0] for row in prices]
    rivals: dict[int, list[int]] = {}
    for row, columns in enumerate(wanted):
        for column in columns:
            rivals.setdefault(column, []).append(row)
    seen = [not columns for columns in wanted]
    for first in range(len(prices)):
        if seen[first]:
            continue
        seen[first] = True
        rows, lot = [first], set[int]()
        for row in rows:  # grows while it is walked through
            for column in wanted[row]:
                if column not in lot:
                    lot.add(column)
                    fresh = [other for other in rivals[column] if not seen[other]]
                    rows.extend(fresh)
                    for other in fresh:
                        seen[other] = True
        yield sorted(rows), sorted(lot)


def _augment(prices: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """The cheapest assignment, each row also having a column of its own that costs nothing."""
    rows = len(prices)
    width = len(prices[0]) if rows else 0
    columns = width + rows
    cost = [[*row, *(0.0 if j == i else _FORBIDDEN for j in range(rows))] for i, row in enumerate(prices)]
    # 1-based arrays; column 0 stands for the row being placed
    of_row = [0.0] * (rows + 1)
    of_column = [0.0] * (columns + 1)
    owner = [0] * (columns + 1)
    for row in range(1, rows + 1):
        owner[0] = row
        column = 0
        nearest = [float("inf")] * (columns + 1)
        came = [0] * (columns + 1)
        done = [False] * (columns + 1)
        while owner[column]:
            done[column] = True
            current = owner[column]
            step = float("inf")
            following = 0
            for j in range(1, columns + 1):
                if done[j]:
                    continue
                reduced = cost[current - 1][j - 1] - of_row[current] - of_column[j]
                if reduced < nearest[j]:
                    nearest[j] = reduced
                    came[j] = column
                if nearest[j] < step:
                    step = nearest[j]
                    following = j
            for j in range(columns + 1):
                if done[j]:
                    of_row[owner[j]] += step
                    of_column[j] -= step
                else:
                    nearest[j] -= step
            column = following
        while column:
            owner[column] = owner[came[column]]
            column = came[column]
    return [(owner[j] - 1, j - 1) for j in range(1, width + 1) if owner[j]]

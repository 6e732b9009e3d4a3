"""The best assignment of rows to columns, each row also free to stay alone.

Who belongs to whom on a page is one decision: a headline that fits two bodies goes where the whole
page fits best. This is the linear assignment problem with a null option for every row, solved by
shortest augmenting paths (Jonker and Volgenant, 1987).
"""

from __future__ import annotations

from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

__all__ = ["assign"]


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
        [0.0 if gain is None or gain <= rest else rest - gain for gain in row]
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
    """The cheapest assignment, each row also free to have no column, which costs nothing."""
    offers = [[(j, price) for j, price in enumerate(row) if price < 0] for row in prices]
    pairing = _Pairing(offers, width=len(prices[0]))
    for row in range(len(offers)):
        pairing.place(row)
    return [(row, column) for column, row in enumerate(pairing.owner) if row is not None]


class _Pairing:
    """The rows placed so far, at the least cost.

    Rows and columns have duals: no offer costs less than its two, every pair made costs just theirs, and
    a row that stays alone has none.
    """

    def __init__(self, offers: Sequence[Sequence[tuple[int, float]]], width: int) -> None:
        self.offers = offers
        self.of_row = [min(price for _, price in offer) for offer in offers]
        self.of_column = [0.0] * width
        self.owner: list[int | None] = [None] * width
        self.column: list[int | None] = [None] * len(offers)

    def place(self, row: int) -> None:
        """Place one more row, others making way for it, where the whole loses least."""
        came: dict[int, int] = {}
        away: dict[int, float] = {}
        free, last, loss = None, row, -self.of_row[row]
        ahead = self._steps(row, 0.0, loss)
        heapify(ahead)
        while ahead:
            distance, column, comer = heappop(ahead)
            if distance >= loss:
                break
            if column in came:
                continue
            came[column], away[column] = comer, distance
            holder = self.owner[column]
            if holder is None:
                free, loss = column, distance
                break
            if distance - self.of_row[holder] < loss:  # it would rather stay alone
                last, loss = holder, distance - self.of_row[holder]
            for step in self._steps(holder, distance, loss):
                heappush(ahead, step)
        self._reprice(row, away, loss)
        if free is None:
            free, self.column[last] = self.column[last], None
        while free is not None:
            comer = came[free]
            self.owner[free] = comer
            free, self.column[comer] = self.column[comer], free

    def _steps(self, row: int, base: float, loss: float) -> list[tuple[float, int, int]]:
        """How far the columns offered to a row are, each with the row; none as far as the loss known."""
        base -= self.of_row[row]
        steps = ((base + price - self.of_column[column], column, row) for column, price in self.offers[row])
        return [step for step in steps if step[0] < loss]

    def _reprice(self, row: int, away: Mapping[int, float], loss: float) -> None:
        """Let the duals bear the loss, so that pairs along the way cost just theirs."""
        self.of_row[row] += loss
        for column, distance in away.items():
            self.of_column[column] -= loss - distance
            holder = self.owner[column]
            if holder is not None:
                self.of_row[holder] += loss - distance

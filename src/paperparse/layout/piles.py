"""Where widths pile up: that is how wide a column is set.

Nothing here knows whose widths they are; :mod:`paperparse.layout.measure` asks window by window.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["NARROWEST", "SPREAD", "SUPPORT", "WIDEST", "Pile", "even_runs", "merge", "pile_of"]

SPREAD: Final = 1.5
"""Em by which full lines of one column differ: pushed-in stops, squeezed signs, blanks round digits."""
SUPPORT: Final = 3
"""Full lines it takes to see a column in a window."""
NARROWEST: Final = 6.0
"""No column of running text is set narrower, in em; two-line headlines often are."""
WIDEST: Final = 42.0
"""Nor wider; where a line is, lines are not wrapped."""


class Pile(NamedTuple):
    """Where widths pile up.

    Attributes:
        width: The width of the column, in em.
        tight: How many lines are within half an em of it.
    """

    width: float
    tight: int


def pile_of(widths: Sequence[float]) -> Pile | None:
    """Where sorted widths pile up, or None: the width that most lines are within SPREAD of.

    Lines at the end of a paragraph are shorter by any amount and first lines by two, so of two piles
    of one size the wider is the column. Where half as many lines are wider than that, it is none.
    """
    if widths[-1] > WIDEST:
        return None
    count = len(widths)
    most, first, last = SUPPORT, -1, -1
    before = 0.0
    for start in range(bisect_left(widths, NARROWEST), count):
        if count - start < most:
            break
        width = widths[start]
        if width == before:
            continue  # it can only hold fewer than the one before
        before = width
        end = bisect_right(widths, width + SPREAD, start)
        if end - start >= most and end - start >= 2 * (count - end):
            most, first, last = end - start, start, end
    if first < 0:
        return None
    middle = widths[(first + 2 * last) // 3]  # kinsoku leaves more lines short than it makes long
    return Pile(middle, bisect_right(widths, middle + 0.5) - bisect_left(widths, middle - 0.5))


def even_runs(widths: Sequence[float]) -> list[tuple[int, int, float]]:
    """Runs of SUPPORT neighbours and more within SPREAD: where they begin, where they end, how wide.

    A short article has too few lines to pile up in a window, but they follow each other.
    """
    found: list[tuple[int, int, float]] = []
    start = 0
    low = high = widths[0] if widths else 0.0
    for end in range(1, len(widths) + 1):
        if end < len(widths):
            width = widths[end]
            lower, upper = min(low, width), max(high, width)
            if upper - lower <= SPREAD:
                low, high = lower, upper
                continue
        if end - start >= SUPPORT and NARROWEST <= high <= WIDEST:
            found.append((start, end, sorted(widths[start:end])[(end - start) // 2]))
        start = end
        low = high = widths[min(end, len(widths) - 1)]
    return found


def merge(widths: Sequence[float]) -> tuple[float, ...]:
    """Widths that differ by less than SPREAD made one, by their mean."""
    groups: list[list[float]] = []
    for width in sorted(widths):
        if groups and width - groups[-1][0] <= SPREAD:
            groups[-1].append(width)
        else:
            groups.append([width])
    return tuple(sum(group) / len(group) for group in groups)

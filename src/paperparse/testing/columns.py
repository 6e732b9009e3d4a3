"""Columns as extractors give them: out of order, or two on one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paperparse.model import FurnitureKind
from paperparse.testing.forms import Columns
from paperparse.testing.leaves import LeafKind, blanks, printed
from paperparse.testing.wrap import em

if TYPE_CHECKING:
    from random import Random

    from paperparse.testing.leaves import Case, Line

__all__ = ["beside", "reordered"]

_SHORTEST = 8


def reordered(lines: list[Line], order: Columns, rng: Random) -> list[Line]:
    """An article's lines with its columns in the order an extractor took them.

    Args:
        lines: The lines of a body in reading order, blank lines among them.
        order: In which order the columns come out.
        rng: The source of chance.

    Returns:
        The same lines, a blank line between columns that do not follow each other.

    Examples:
        >>> import random
        >>> lines = [blanks(" " * at) for at in range(1, 21)]
        >>> [len(line) for line in reordered(lines, Columns.SECOND_FIRST, random.Random(1))][-1]
        10
    """
    if order is Columns.IN_ORDER or len(lines) < 2 * _SHORTEST:
        return lines
    if order is Columns.SECOND_FIRST:
        count = rng.choice((2, 2, 3))
        size = -(-len(lines) // count)
        columns = [lines[at : at + size] for at in range(0, len(lines), size)]
        return _with_gaps([*columns[1:], columns[0]])
    middle = len(lines) // 2
    left, right = lines[:middle], lines[middle:]
    cut = rng.randint(3, middle - 3)
    return _with_gaps([left[:cut], right[:cut], left[cut:], right[cut:]])


def _with_gaps(pieces: list[list[Line]]) -> list[Line]:
    """Pieces one after another with a blank line between each two."""
    lines: list[Line] = []
    for piece in pieces:
        if lines and piece:
            lines.append([])
        lines += piece
    return lines


def beside(left: list[Line], right: list[Line], gutter: str, case: Case) -> list[Line]:
    """Two columns set on the same lines.

    Args:
        left: The lines of the left column.
        right: Those of the right one.
        gutter: What stands between them; empty pads the left column to a fixed place, as extractors do
            that keep the layout. Signs in it are furniture.
        case: Where the leaves of such signs go.

    Returns:
        The lines; where one column has none the other stands alone.

    Examples:
        >>> from paperparse.testing.leaves import Case
        >>> one = Case()
        >>> left = [one.set(LeafKind.MAIN, 0, [("渡口", "")])]
        >>> printed(beside(left, [one.set(LeafKind.SUB, 0, [("重开", "")])], "", one)[0])
        '渡口    重开'
    """
    width = max((em(printed(line)) for line in left), default=0.0)
    lines: list[Line] = []
    for at in range(max(len(left), len(right))):
        one = left[at] if at < len(left) else []
        two = right[at] if at < len(right) else []
        if not two:
            lines.append(one)
        elif not gutter:
            lines.append(one + blanks(" " * (round((width - em(printed(one))) * 2) + 4)) + two)
        elif not one and not gutter.strip():
            lines.append(two)
        else:
            lines.append(one + _gutter(gutter, case) + two)
    return lines


def _gutter(gutter: str, case: Case) -> Line:
    """A gutter's cells, its sign a leaf of furniture."""
    sign = gutter.strip()
    if not sign:
        return blanks(gutter)
    low = gutter.index(sign)
    cells = case.set(LeafKind.FURNITURE, -1, [(sign, "")], FurnitureKind.UNKNOWN)
    return blanks(gutter[:low]) + cells + blanks(gutter[low + len(sign) :])

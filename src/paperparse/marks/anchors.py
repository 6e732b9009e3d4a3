"""A quick look over a whole page: which lines hold a word without which a kind of mark cannot stand there.

Most lines of a page carry no mark. One search finds them all; only where it sees something is a reader
worth calling.
"""

from __future__ import annotations

from bisect import bisect_right
from enum import IntEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paperparse.conventions import Tables

__all__ = ["Sight", "look"]


class Sight(IntEnum):
    """The families of marks, each one bit of a whole number, so that several are seen at once."""

    BYLINE = 1
    DATELINE = 2
    JUMP = 4
    CREDIT = 8
    FURNITURE = 16


_HEADED: Final = "furniture"
"""The family whose words only count at the beginning of a line."""
_EVERYWHERE: Final = tuple((sight, sight.name.lower()) for sight in Sight if sight is not Sight.FURNITURE)


def look(folded: str, lines: Sequence[tuple[int, int]], tables: Tables) -> tuple[int, ...]:
    r"""See what kinds of marks each line of a page may carry.

    Args:
        folded: The page folded.
        lines: Half-open ranges in it, not overlapping, in any order.
        tables: The conventions.

    Returns:
        For each line the sum of the families of which something stands in it; 0 for most lines.

    Examples:
        >>> from paperparse.conventions import load
        >>> page = "□记者 谭宁\n他说今天很好\n(上接第一版)"
        >>> seen = look(page, [(0, 6), (7, 13), (14, 21)], load(("mainland",)))
        >>> [bool(sight & Sight.BYLINE) for sight in seen], bool(seen[2] & Sight.JUMP)
        ([True, False, False], True)
    """
    seen = [0] * len(lines)
    order = sorted(range(len(lines)), key=lines.__getitem__)  # columns on the same rows are read out of order
    ends = [lines[index][1] for index in order]
    for sight, family in _EVERYWHERE:
        anchor = tables.anchors.get(family)
        for found in anchor.finditer(folded) if anchor is not None else ():
            place = bisect_right(ends, found.start())
            if place < len(order) and lines[order[place]][0] <= found.start():
                seen[order[place]] |= sight
    headed = tables.anchors.get(_HEADED)
    if headed is not None:
        for index, (start, end) in enumerate(lines):
            if headed.match(folded, start, end) is not None:
                seen[index] |= Sight.FURNITURE
    return tuple(seen)

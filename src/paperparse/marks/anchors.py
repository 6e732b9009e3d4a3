"""A quick look over a whole page: which lines hold a word without which a kind of mark cannot stand there.

Most lines of a page carry no mark. One search finds them all; only where it sees something is a reader
worth calling.
"""

from __future__ import annotations

from bisect import bisect_right
from enum import Flag, auto
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paperparse.conventions import Tables

__all__ = ["Sight", "look"]


class Sight(Flag):
    """The families of marks."""

    BYLINE = auto()
    DATELINE = auto()
    JUMP = auto()
    CREDIT = auto()
    FURNITURE = auto()


_HEADED: Final = "furniture"
"""The family whose words only count at the beginning of a line."""
_EVERYWHERE: Final = tuple(
    (sight, sight.name.lower()) for sight in Sight if sight.name and sight.name != "FURNITURE"
)


def look(folded: str, lines: Sequence[tuple[int, int]], tables: Tables) -> tuple[Sight, ...]:
    r"""See what kinds of marks each line of a page may carry.

    Args:
        folded: The page folded.
        lines: Half-open ranges in it, not overlapping, in any order.
        tables: The conventions.

    Returns:
        For each line the families of which something stands in it; most lines have none.

    Examples:
        >>> from paperparse.conventions import load
        >>> page = "□记者 谭宁\n他说今天很好\n(上接第一版)"
        >>> seen = look(page, [(0, 6), (7, 13), (14, 21)], load(("mainland",)))
        >>> [Sight.BYLINE in sight for sight in seen], Sight.JUMP in seen[2]
        ([True, False, False], True)
    """
    seen = [Sight(0)] * len(lines)
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

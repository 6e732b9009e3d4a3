"""What is seen where a part follows another and where a block ends, by the names it is weighed by."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from paperparse.layout.flow import Manner, Turn, Words, meeting, names_of

if TYPE_CHECKING:
    from paperparse.layout.flow import Names
    from paperparse.layout.strips import Strips

__all__ = ["in_manner", "is_turn", "link_evidence", "tail_evidence"]

SHARES: Final = ((0.15, "tenth"), (0.35, "third"), (0.6, "half"), (1.0, "one"))
"""How long the left column's rest is, seen from the rows that hold both."""
KINDS: Final = 64
"""Names of both manners that may be asked for; there are fewer."""
_LAST: Final = frozenset({Turn.EXIT, *Manner})
"""Where a part that holds columns itself is left by the last of them."""


def link_evidence(strips: Strips, how: str, one: Words, two: Words) -> tuple[Names, float]:
    """What two parts say for one being read after the other.

    Args:
        strips: The rows they stand in.
        how: A turn, or a manner where the second is the head of the right column.
        one: The part.
        two: What would be read after it.

    Returns:
        What is weighed of it, and how much what is around them shares.
    """
    if one.outer and how in _LAST:
        one = one.outer
    seam = meeting(one, two, strips.pairs, strips.triples)
    kin = 0.0 if how is Turn.TIGHT else strips.kin(one, two)
    names = names_of(
        how,
        one.close,
        one.shape,
        one.run,
        two.start,
        two.shape,
        two.close,
        two.run,
        two.lean,
        seam,
        strips.indents,
    )
    return names, kin


def is_turn(begin: int, left: Words | None) -> bool:
    """Whether what was read last stands in the left column of a block, whose right one is read after it."""
    return left is not None and left.row >= begin


def tail_evidence(
    strips: Strips, begin: int, left: Words | None, right: Words | None
) -> tuple[tuple[str, float], ...]:
    """What the rest of a left column says that goes on below the right one.

    Args:
        strips: The rows.
        begin: The row where their block begins.
        left: The last part of the left one.
        right: That of the right one.

    Returns:
        Names, to be told apart by manners, and how much is seen of each; none where the left one ends first.
    """
    if left is None or right is None or left.row <= right.row:
        return ()
    above, below = strips.tails[right.row + 1], strips.tails[left.row + 1]
    runs = below.runs - above.runs
    kin = below.kin - above.kin
    share = (left.row - right.row) / (right.row - begin + 1)
    found = (
        (f"share {next((name for most, name in SHARES if share <= most), 'more')}", 1.0),
        ("tail show", float(min(below.shows - above.shows, 2))),
        ("tail other", float(below.others > above.others)),
    )
    if not runs:
        return found
    more = (
        ("tail kin", kin / runs),
        ("tail kin runs", min(runs, 4) * kin / runs),
        ("tail runs", float(min(runs, 4))),
    )
    return found + more


@lru_cache(maxsize=KINDS)
def in_manner(manner: Manner, name: str) -> str:
    """The name of a weight that each manner has its own of."""
    return f"{manner} {name}"

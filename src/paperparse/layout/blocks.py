"""Where columns share their rows: the best-scoring blocks of rows that a river of white runs through.

One dynamic programme over the rows chooses for each row a river or none. What each row says for a river, and
what it takes to begin one, is weighed in :mod:`paperparse.layout.cuts`.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from paperparse.layout.cuts import WEIGHTS, Blanks, Part, weigh
from paperparse.layout.rivers import first_sign

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paperparse.layout.gutters import Gap, Views
    from paperparse.layout.rivers import River

__all__ = ["Block", "Cut", "find_blocks"]

PARTED: Final = 2
"""Rows of a block that must hold both parts: rows that only stand in are no column beside another."""
MARGIN: Final = 6
"""Rows above and below a river's that may belong to it: those that stand in, or hold but one part."""


class Cut(NamedTuple):
    """How a row of a block is parted.

    Attributes:
        part: What it holds.
        gap: Where it is parted, when it holds both or a sign.
        place: How far in, in em, the right column begins, on the river's scale; 0 where the text does
            not say.
    """

    part: Part
    gap: Gap | None
    place: float


class Block(NamedTuple):
    """Rows that a gutter runs through.

    Attributes:
        first: 0-based index of the first row.
        cuts: How each is parted.
        scale: The scale its places are measured on.
    """

    first: int
    cuts: tuple[Cut, ...]
    scale: int


def find_blocks(text: str, views: Views, rivers: Sequence[River]) -> tuple[Block, ...]:
    """Find the blocks of rows that hold two columns: the best way to give rows to rivers, or to none.

    Args:
        text: The page's text.
        views: Its rows, blank ones among them, or parts of them; those near no river are not looked at.
        rivers: The rivers that may part them.

    Returns:
        The blocks, in order. Time is linear in the number of rows.
    """
    begins: defaultdict[int, list[int]] = defaultdict(list)
    for number, river in enumerate(rivers):
        begins[max(river.rows[0] - MARGIN, 0)].append(number)
    blanks = Blanks(text, views)
    free = 0.0
    back: list[tuple[int | None, dict[int, bool]]] = []
    active: dict[int, tuple[float, int]] = {}
    for at in range(len(views.rows)):
        if not active and at not in begins:
            back.append((None, {}))
            continue
        view = views[at]
        entered: dict[int, bool] = {}
        reached: dict[int, tuple[float, int]] = {}
        for number in begins.get(at, ()):
            active[number] = (float("-inf"), 0)
        signed = any(rivers[number].kind == "sign" for number in active) and first_sign(view) is not None
        best, best_from = free + (WEIGHTS["unexplained"] if signed else 0.0), None
        for number, (score, seen) in active.items():
            river = rivers[number]
            opening = free + WEIGHTS[f"open:{river.kind}"]
            entered[number] = opening > score
            place, start = river.place(at, seen)
            total = max(opening, score) + weigh(view, river, place, at, blanks)[0]
            if at < river.rows[-1] + MARGIN:
                reached[number] = (total, start)
            if total > best:
                best, best_from = total, number
        back.append((best_from, entered))
        free = best
        active = reached
    return _trace(views, rivers, back, blanks)


def _trace(
    views: Views,
    rivers: Sequence[River],
    back: Sequence[tuple[int | None, dict[int, bool]]],
    blanks: Blanks,
) -> tuple[Block, ...]:
    """The blocks of the best path, read from its end."""
    found: list[Block] = []
    at = len(back) - 1
    while at >= 0:
        number = back[at][0]
        if number is None:
            at -= 1
            continue
        last = at
        while not back[at][1][number]:
            at -= 1
        river = rivers[number]
        cuts: list[Cut] = []
        start = 0
        for row in range(at, last + 1):
            place, start = river.place(row, start)
            _, part, gap, begins = weigh(views[row], river, place, row, blanks)
            cuts.append(Cut(part, gap, begins))
        if sum(cut.part is Part.BOTH for cut in cuts) >= PARTED:
            found.append(Block(at, tuple(cuts), river.scale))
        at -= 1
    return tuple(reversed(found))

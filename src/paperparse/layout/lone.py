"""Rows of which only one part is printed: whose is it?

Where nothing pads a row, a lone part may be the left column's or the right one's. That is settled by what the
columns held so far: a sentence that stands open wants to go on, a line is no wider than its column, a
paragraph that has begun is not left for nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from paperparse.layout.cuts import Part
from paperparse.layout.rivers import RAGGED
from paperparse.text.lines import Closing, closing_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paperparse.layout.blocks import Cut
    from paperparse.layout.gutters import View

__all__ = ["ENDS", "INDENT", "Column", "full_width", "give_lone_parts"]

WEIGHTS: Final = {
    "goes-on": 1.0,
    "begins": 0.5,
    "interrupts": -1.5,
    "out-of-the-blue": -0.5,
    "too-wide": -4.0,
    "leaves-open": -1.5,
    "still-left": -0.2,
}
"""Nats."""
INDENT: Final = 1.25
"""Em from which a line stands in."""
ENDS: Final = frozenset({Closing.STOP, Closing.LIVELY, Closing.ENCLOSED, Closing.CLOSER})


class Column(NamedTuple):
    """A column as far as it was read.

    Attributes:
        width: Em of its full lines.
        open: 1 where its last line stands open, -1 where a paragraph is over, 0 where that is not known.
    """

    width: float
    open: int = 0

    def after(self, words: str, width: float) -> Column:
        """The column with one more line."""
        if closing_of(words) not in ENDS:
            return self._replace(open=1)
        return self._replace(open=0 if width >= self.width - RAGGED else -1)


def full_width(widths: Sequence[float]) -> float:
    """Em of the full lines among some."""
    return sorted(widths)[len(widths) * 3 // 4] if widths else 0.0


def give_lone_parts(text: str, views: Sequence[View], cuts: Sequence[Cut], scale: int) -> list[Cut]:
    """Give every row that has one part to a column.

    Args:
        text: The page's text.
        views: The rows of a block.
        cuts: How each is parted.
        scale: The scale of its places.

    Returns:
        The cuts, with no part left that may be either's.
    """
    if not any(cut.part is Part.EITHER for cut in cuts):
        return list(cuts)
    both = [
        (view, cut.gap) for view, cut in zip(views, cuts, strict=True) if cut.part is Part.BOTH and cut.gap
    ]
    lefts = Column(full_width([gap.left[scale] for _, gap in both]))
    rights = Column(full_width([view.end[scale] - gap.right[scale] for view, gap in both]))
    # a path is a chain of pairs, so that no row copies those before it
    paths: dict[tuple[Column, Column, Part], tuple[float, object]] = {(lefts, rights, Part.BOTH): (0.0, ())}
    for view, cut in zip(views, cuts, strict=True):
        reached: dict[tuple[Column, Column, Part], tuple[float, object]] = {}
        for (left, right, last), (score, chain) in paths.items():
            for part, gain, state in _ways(text, view, cut, (left, right, last), scale):
                best = reached.get(state)
                if best is None or score + gain > best[0]:
                    reached[state] = (score + gain, (part, chain))
        paths = reached
    chain = max(paths.values(), key=lambda path: path[0])[1]
    parts: list[Part] = []
    while isinstance(chain, tuple) and chain:
        parts.append(chain[0])
        chain = chain[1]
    parts.reverse()
    return [cut._replace(part=part) for cut, part in zip(cuts, parts, strict=True)]


def _ways(
    text: str, view: View, cut: Cut, state: tuple[Column, Column, Part], scale: int
) -> list[tuple[Part, float, tuple[Column, Column, Part]]]:
    """The ways to give a row to columns: what it becomes, its worth, and how things stand after it."""
    left, right, last = state
    low, high = view.row.start, view.stop
    if cut.part is Part.BOTH and cut.gap is not None:
        one = text[low : cut.gap.start].strip()
        two = text[cut.gap.end : high].strip()
        left = left.after(one, cut.gap.left[scale]) if one else left
        right = right.after(two, view.end[scale] - cut.gap.right[scale]) if two else right
        return [(cut.part, 0.0, (left, right, Part.BOTH))]
    if cut.part is not Part.EITHER:
        return [(cut.part, 0.0, (left, right, last))]
    words = text[low:high].strip()
    width = view.end[scale]
    indent = view.indent.right[scale] if view.indent else 0.0
    found: list[tuple[Part, float, tuple[Column, Column, Part]]] = []
    for part, own, other in ((Part.LEFT, left, right), (Part.RIGHT, right, left)):
        after = own.after(words, width)
        gain = _suits(own, width, indent)
        if other.open > 0:
            gain += WEIGHTS["still-left" if last is part else "leaves-open"]
        found.append((part, gain, (after, right, part) if part is Part.LEFT else (left, after, part)))
    return found


def _suits(column: Column, width: float, indent: float) -> float:
    """How well a lone line suits a column."""
    worth = WEIGHTS["too-wide"] if width > column.width + RAGGED else 0.0
    if column.open > 0:
        worth += WEIGHTS["interrupts" if indent >= INDENT else "goes-on"]
    elif column.open < 0:
        worth += WEIGHTS["begins" if indent >= INDENT else "out-of-the-blue"]
    return worth

"""What the columns have of a row, by each of the ways to part it, and how wide the columns are there."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from attrs import frozen

from paperparse.layout.blocks import Cut
from paperparse.layout.cuts import Part
from paperparse.layout.flow import INDENT, full_width
from paperparse.layout.gutters import SCALES
from paperparse.text.lines import Opening, opening_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paperparse.layout.gutters import Gap, View

__all__ = ["Measure", "Piece", "Split", "inset", "measures_of", "splits_of", "whole_of"]

AROUND: Final = 12
"""Rows above and below that say how wide a column is: the next article may be set to another measure."""
SLACK: Final = 0.25
"""Em by which a padded part must stand in further to begin a paragraph: places are measured roughly."""
GAPS: Final = 4
"""Blanks in a row at which it may be parted at the most; one that has more is letter-spaced, or a list."""


@frozen
class Measure:
    """How wide the columns are around a row, in em.

    Attributes:
        left: The left one.
        right: The right one.
        gutter: The least white between the two.
    """

    left: float
    right: float
    gutter: float


@frozen
class Piece:
    """A part of a row.

    Attributes:
        row: The row.
        words: What it says, folded, without blanks at either end.
        width: How wide it is, in em.
        fresh: Whether it stands in.
        inner: What more white than a blank parts it into; nothing where there is none.
    """

    row: int
    words: str
    width: float
    fresh: bool
    inner: tuple[str, ...]


@frozen
class Split:
    """A way to part a row.

    Attributes:
        cut: How it is parted.
        left: What the left column has of it.
        right: What the right one has.
    """

    cut: Cut
    left: Piece | None
    right: Piece | None


def inset(view: View, scale: int) -> float:
    """Em by which a row stands in."""
    return view.indent.right[scale] if view.indent else 0.0


def measures_of(rows: Sequence[View], cuts: Sequence[Cut], scale: int) -> list[Measure]:
    """How wide the columns are around each row.

    Args:
        rows: Some rows.
        cuts: How each is parted by the river.
        scale: The scale of its places.

    Returns:
        A measure for each row.
    """
    both = [(at, cut.gap) for at, cut in enumerate(cuts) if cut.part is Part.BOTH and cut.gap is not None]
    lefts = [gap.left[scale] - inset(rows[at], scale) for at, gap in both]
    rights = [rows[at].end[scale] - gap.right[scale] for at, gap in both]
    gutters = [_white(gap) for _, gap in both]
    places = [at for at, _ in both]
    found: list[Measure] = []
    last = -1
    for at in range(len(rows)):
        near = bisect_left(places, at)
        if near == last:
            found.append(found[-1])
            continue
        last = near
        some = slice(max(near - AROUND, 0), near + AROUND)
        found.append(
            Measure(full_width(lefts[some]), full_width(rights[some]), min(gutters[some], default=0.0))
        )
    return found


def splits_of(  # noqa: PLR0913  # a row, how the river parts it, and how it is measured
    folded: str, at: int, view: View, cut: Cut, measure: Measure, *, scale: int, free: bool
) -> list[Split]:
    """The ways to part a row.

    Args:
        folded: The page, folded.
        at: The row's number.
        view: The row.
        cut: How the river parts it.
        measure: How wide the columns are around it.
        scale: The scale of its places.
        free: Whether it may be parted elsewhere too, or not at all.

    Returns:
        The ways, that of the river among them; none for a blank row.
    """
    if not view.end[0]:
        return []
    if free:
        gaps = _candidates(folded, view, cut)
    else:
        gaps = [cut.gap] if cut.gap is not None and cut.part in _PARTED else []
    found: list[Split] = []
    if free or not gaps:
        whole = whole_of(folded, at, view, scale)
        found.append(Split(Cut(Part.LEFT, None, cut.place), whole, None))
        if free or cut.part is Part.EITHER:
            found.append(Split(Cut(Part.RIGHT, None, cut.place), None, whole))
    for gap in gaps:
        part = Part.BOTH if free else cut.part
        left = _left(folded, at, view, gap.start, gap.left[scale] - inset(view, scale))
        right = _right(folded, at, view, gap, cut.place, measure.gutter, scale)
        held = left if part is Part.BOTH and left.words else None
        found.append(Split(Cut(part, gap, cut.place), held, right if right.words else None))
    return found


def _candidates(folded: str, view: View, cut: Cut) -> list[Gap]:
    """The gaps at which a row may be parted, where nothing but a blank parts the columns."""
    narrow = [gap for gap in view.gaps if gap.narrow and opening_of(folded[gap.end]) is not Opening.CANNOT]
    if len(narrow) <= GAPS:
        return narrow
    # a letter-spaced headline beside a line that is not: where single characters begin or end
    starts = [view.row.start, *(gap.end for gap in narrow)]
    ends = [*(gap.start for gap in narrow), view.stop]
    single = [end - start == 1 for start, end in zip(starts, ends, strict=True)]
    borders = [gap for gap, (one, two) in zip(narrow, pairwise(single), strict=True) if one != two]
    return [gap for gap in narrow if gap is cut.gap or (gap in borders and len(borders) <= GAPS)]


_PARTED: Final = frozenset({Part.BOTH, Part.RIGHT})


def whole_of(folded: str, at: int, view: View, scale: int) -> Piece:
    """A row that is not parted."""
    return _left(folded, at, view, view.stop, view.end[scale] - inset(view, scale))


def _left(folded: str, at: int, view: View, stop: int, width: float) -> Piece:
    """What stands in a row from its head on."""
    low = view.row.start
    return Piece(
        at, folded[low:stop].strip(), width, inset(view, 1) >= INDENT, _inner(folded, view, low, stop)
    )


def _right(  # noqa: PLR0913, PLR0917  # a row, where it is parted, and how it is measured
    folded: str, at: int, view: View, gap: Gap, place: float, gutter: float, scale: int
) -> Piece:
    """What stands in a row behind a gap."""
    right = gap.right[scale]
    stands = right - place - SLACK if place else _white(gap) - gutter
    words = folded[gap.end : view.stop].strip()
    fresh = stands >= INDENT or (gap.inset > 1 and gap is not view.indent)
    return Piece(at, words, view.end[scale] - right, fresh, _inner(folded, view, gap.end, view.stop))


def _inner(folded: str, view: View, low: int, high: int) -> tuple[str, ...]:
    """What more white than a blank leaves of a part; nothing where there is none."""
    found: list[str] = []
    for gap in view.gaps:
        if low < gap.start and gap.end < high and (gap.blanks > 1 or gap.sign >= 0):
            found.append(folded[low : gap.start].strip())
            low = gap.end
    return (*found, folded[low:high].strip()) if found else ()


def _white(gap: Gap) -> float:
    """Em of white in a gap, on a grid; of one with a sign what is behind that, wide blanks at the end."""
    if gap.sign < 0:
        return gap.right[1] - gap.left[1]
    return gap.inset + (gap.end - gap.sign - 1 - gap.inset) * SCALES[1][2]

"""The column width and the margin around each line.

Type is set to one width for as long as a column lasts, so the width of a column is where the widths
of neighbouring lines pile up. It is looked for in overlapping windows of lines, because articles of
one page are set to different widths and nothing says where one ends. A page whose lines do not pile
up anywhere is not wrapped: each line is a paragraph or a piece of one.

Where paragraphs are short every other line is a first line, and first lines pile up two em short of the
column. So it is settled first how a page sets them, from those that a full line follows; and what opens
a sentence counts for the column it would fill with its indent.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from enum import StrEnum
from itertools import accumulate
from typing import TYPE_CHECKING, Final, NamedTuple

from paperparse.layout.piles import WIDEST, Pile, even_runs, merge, pile_of
from paperparse.text.lines import Closing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paperparse.text.lines import Line

__all__ = ["Firsts", "Measure", "measure_lines"]

WINDOW: Final = 12
"""Lines looked at together: about two paragraphs of a column, so that one article fills a window."""
STEP: Final = 4
INDENT: Final = (1.25, 4.5)
"""Em by which a paragraph's first line stands in: two, set as two wide blanks or up to eight narrow."""
MARGIN_WINDOW: Final = 48
"""Lines that share a left margin; wider than WINDOW, for every line of a few paragraphs may stand in."""
MARGIN_STEP: Final = 16
LOST: Final = (1.4, 2.6)
"""Em by which a first line whose indent was dropped falls short of the next, both full."""
LEVEL: Final = 0.9
"""Em by which two full lines of a column differ."""
SET: Final = 2.0
"""Em of a first line's indent."""
FIRSTS: Final = 3
"""First lines it takes to see how a page sets them."""
MOST: Final = 0.65
"""Share of them that has to agree."""
SCALES: Final = ((1.0, 1.0), (0.5, 1.0), (0.5, 0.5))
"""Em of a quotation mark and of another sign: on a grid, with hanging quotes, squeezed."""
BESIDE: Final = 5
"""Lines on either side of one that tell which of several columns goes on there."""
JOINT: Final = 0.2
"""Em between a number or Latin word and a Han character, where any is set: an eighth to a quarter."""


class Firsts(StrEnum):
    """How a page sets the first lines of paragraphs, as far as no blanks tell."""

    UNKNOWN = "unknown"
    INSET = "inset"
    FLUSH = "flush"


class Measure(NamedTuple):
    """What holds around one line.

    Attributes:
        width: The line's width in em, on the scale of signs that makes the page's lines agree best.
        columns: Widths in em of the columns the line may belong to, on that scale; empty where lines
            are not wrapped.
        stands_in: Whether the line stands in from the margin like a first line.
        indents: Whether lines around it stand in at all, so that not standing in says something.
        firsts: How its page sets first lines.
        behind: Which of several columns the lines above fill, in em; None where they do not tell.
        ahead: Which of them the lines below fill.
    """

    width: float
    columns: tuple[float, ...]
    stands_in: bool
    indents: bool
    firsts: Firsts
    behind: float | None = None
    ahead: float | None = None


def measure_lines(lines: Sequence[Line]) -> tuple[Measure, ...]:
    """Measure around every line.

    Args:
        lines: The lines of a page, in order.

    Returns:
        One measure for each line.
    """
    count = len(lines)
    lows = range(0, max(count - WINDOW, 0) + STEP, STEP) if lines else range(0)
    margins = _margins(lines)
    inset = [INDENT[0] <= line.indent - margins[i] <= INDENT[1] for i, line in enumerate(lines)]
    counts = [(line.wide, line.quotes, line.signs, line.joints) for line in lines]
    page = _Page(counts, inset, lows, *_candidates(lines, inset))
    best = max((_weigh(page, quote, sign) for quote, sign in SCALES), key=_agreement)
    if any(line.joints for line in lines):
        best = max(best, _weigh(page, best.quote, best.sign, JOINT), key=_agreement)
    columns: list[list[float]] = [[] for _ in lines]
    for low, pile in zip(lows, best.piles, strict=False):
        if pile:
            for index in range(low, min(low + WINDOW, count)):
                columns[index].append(pile.width)
    for low, high, width in even_runs(best.extents):
        # lines of a large headline are as even, but without signs between clauses
        spoken = any(line.clauses for line in lines[low:high])
        if spoken and all(line.wide <= WIDEST for line in lines[max(low - WINDOW, 0) : high + WINDOW]):
            for index in range(max(low - 1, 0), min(high + 1, count)):
                columns[index].append(width)
    stands = [0, *accumulate(inset)]
    found: list[Measure] = []
    merged: dict[tuple[float, ...], tuple[float, ...]] = {}  # neighbours are in the same windows
    for i, width in enumerate(best.widths):
        held = tuple(columns[i])
        own = merged.get(held)
        if own is None:
            own = merged[held] = merge(held)
        several = len(own) > 1
        found.append(
            Measure(
                width,
                own,
                inset[i],
                stands[min(i + WINDOW + 1, count)] > stands[max(i - WINDOW, 0)],
                best.firsts,
                _filled(best.extents[max(i - BESIDE, 0) : i], own) if several else None,
                _filled(best.extents[i + 1 : i + 1 + BESIDE], own) if several else None,
            )
        )
    return tuple(found)


class _Page(NamedTuple):
    """What the lines of a page are on every scale.

    Attributes:
        counts: The width of each in full-width signs, its quotation marks, its other signs, its joints.
        inset: Whether each stands in.
        lows: Where the windows begin.
        leads: Indices of lines that begin a paragraph that goes on, as far as sentences tell.
        opens: Indices of lines that follow the end of a sentence and do not stand in.
    """

    counts: Sequence[tuple[float, int, int, int]]
    inset: Sequence[bool]
    lows: Sequence[int]
    leads: Sequence[int]
    opens: Sequence[int]


def _candidates(lines: Sequence[Line], inset: Sequence[bool]) -> tuple[list[int], list[int]]:
    """Lines that may be first lines whose indent was dropped: where a line goes on below, and all of them."""
    closings = [line.closing for line in lines]
    leads = [
        i
        for i in range(1, len(lines) - 1)
        if closings[i - 1] is Closing.STOP
        and closings[i] <= Closing.COMMA
        and closings[i + 1] <= Closing.COMMA
        and not inset[i]
    ]
    opens = [i for i in range(1, len(lines)) if closings[i - 1] >= Closing.LIVELY and not inset[i]]
    return leads, opens


class _Weighing(NamedTuple):
    """What the lines of a page measure on one scale."""

    quote: float
    sign: float
    widths: Sequence[float]
    extents: Sequence[float]
    piles: Sequence[Pile | None]
    firsts: Firsts


def _weigh(page: _Page, quote: float, sign: float, joint: float = 0.0) -> _Weighing:
    """Measure the lines with so many em for a quotation mark, another sign, and the white beside a number."""
    quote_less, sign_less = 1 - quote, 1 - sign
    widths = [
        wide - quotes * quote_less - signs * sign_less + joints * joint
        for wide, quotes, signs, joints in page.counts
    ]
    firsts = _firsts(widths, page.leads)
    # the widths of lines with their indents, those that were dropped as well
    extents = [width + SET * stands for width, stands in zip(widths, page.inset, strict=True)]
    if firsts is Firsts.INSET:
        for i in page.opens:
            extents[i] += SET
    piles = [pile_of(sorted(extents[low : low + WINDOW])) for low in page.lows]
    return _Weighing(quote, sign, widths, extents, piles, firsts)


def _agreement(weighing: _Weighing) -> int:
    """How many lines agree."""
    return sum(pile.tight for pile in weighing.piles if pile)


def _firsts(widths: Sequence[float], leads: Sequence[int]) -> Firsts:
    """How a page sets first lines: those that go on, beside the next line where that surely is full."""
    found = [widths[i + 1] - widths[i] for i in leads]
    short = sum(LOST[0] <= missing <= LOST[1] for missing in found)
    level = sum(abs(missing) <= LEVEL for missing in found)
    if short + level < FIRSTS:
        return Firsts.UNKNOWN
    share = short / (short + level)
    return Firsts.INSET if share >= MOST else Firsts.FLUSH if share <= 1 - MOST else Firsts.UNKNOWN


def _filled(extents: Sequence[float], columns: Sequence[float]) -> float | None:
    """Which of several columns a few lines fill: more of them than fill any other, and two at least."""
    if len(columns) < 2:  # noqa: PLR2004 - there is nothing to choose
        return None
    counts = [sum(abs(extent - column) <= LEVEL for extent in extents) for column in columns]
    most = max(counts)
    return columns[counts.index(most)] if most > 1 and counts.count(most) == 1 else None


def _margins(lines: Sequence[Line]) -> list[float]:
    """The left margin around each line, in em."""
    found = [float("inf")] * len(lines)
    for low in range(0, max(len(lines) - MARGIN_WINDOW, 0) + MARGIN_STEP, MARGIN_STEP):
        margin = _margin(lines[low : low + MARGIN_WINDOW])
        for index in range(low, min(low + MARGIN_WINDOW, len(lines))):
            found[index] = min(found[index], margin)
    return found


def _margin(window: Sequence[Line]) -> float:
    """The left margin of a window in em: the smallest indent that a tenth of the lines share."""
    indents = sorted(line.indent for line in window)
    return next(
        (
            indent
            for indent in indents
            if bisect_right(indents, indent + 0.5) - bisect_left(indents, indent) >= len(indents) / 10
        ),
        0.0,
    )

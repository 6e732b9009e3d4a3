"""Where a row of the page could be parted: the blanks and upright signs within it, and how far in they stand.

Columns that share their rows are padded by whoever wrote the text, and nobody pads alike: a blank may
be half as wide as a Han character or as wide as one, and one put between words may have been measured
as a quarter. So each place is measured on three scales, and those that line up say which was used.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paperparse.text.lines import Row

__all__ = ["FEW", "LONGEST", "SCALES", "Gap", "Place", "View", "Views", "look_at"]

LONGEST: Final = 600
"""Code points of a row that may be parted: six columns of 42 em with as many blanks between. A longer row is
a whole paragraph, whatever stands in it."""

Place: TypeAlias = tuple[float, float, float]
"""How far in, in em, on each scale."""

SCALES: Final = ((0.5, 0.25, 0.5), (0.5, 0.5, 0.5), (1.0, 1.0, 1.0))
"""Em of a narrow letter, of a blank between words, and of a blank of a run, on each scale; a Han character
and a wide blank are 1. First as type is justified, then as on a grid, then as characters are counted."""

_TAB: Final = 4  # blanks of a run that a tab stands for
_WIDE: Final = "\u2003\u3000"
_NARROW: Final = re.compile("[\x00-\u024f]")
_SIGNS: Final = "|｜│┃"
_GAP: Final = re.compile(rf"\s+(?:[{_SIGNS}]\s*)?|[{_SIGNS}]\s*")
_STOP: Final = re.compile("[，。、；：！？]")


FEW: Final = 2
"""Blanks of a gutter that pads nothing, at the most."""
STOOD: Final = 4
"""Blanks by which a part behind such a gutter may stand in."""


class Gap(NamedTuple):
    """Blanks within a row or before it, with the upright sign among them, if there is one.

    Attributes:
        start: First code point, in the page's text.
        end: One past the last: where the row goes on.
        sign: Where the sign stands, or -1.
        blanks: Number of blanks; a wide one counts twice and a tab as four.
        left: How far in the gap begins.
        right: How far in the row goes on.
        margin: The same, an indent of wide blanks at the gap's end left out.
        inset: Number of those wide blanks; 0 where nothing but wide blanks stands in it, which may pad.
        narrow: Whether it may be a gutter that pads nothing: one blank or two, and up to four by which what
            follows stands in, an indent of wide blanks besides left out. One with a sign is not.
    """

    start: int
    end: int
    sign: int
    blanks: int
    left: Place
    right: Place
    margin: Place
    inset: int
    narrow: bool


class View(NamedTuple):
    """A row as it may be parted.

    Attributes:
        row: The row.
        indent: The gap before its first word, or None.
        gaps: The gaps within it, in order.
        end: How far in it ends; 0 for a blank row.
        stop: One past its last code point that is no blank.
        stops: Number of signs in it that part or end sentences.
    """

    row: Row
    indent: Gap | None
    gaps: tuple[Gap, ...]
    end: Place
    stop: int
    stops: int


_NOWHERE: Final = (0.0, 0.0, 0.0)


class Views(dict[int, View]):
    """The rows of a page by their index as they may be parted, each looked at when it is first asked for.

    Most rows hold neither a blank nor an upright sign, and nobody asks for them.
    """

    def __init__(self, text: str, rows: Sequence[Row]) -> None:
        """Of the rows of a text."""
        self._text, self.rows = text, rows

    def __missing__(self, at: int) -> View:
        """Look at a row."""
        view = self[at] = look_at(self._text, self.rows[at])
        return view

    def worthwhile(self) -> list[int]:
        """The rows that hold a blank or an upright sign, be it at their end."""
        search, text = _GAP.search, self._text
        return [at for at, row in enumerate(self.rows) if search(text, row.start, row.end)]


def look_at(text: str, row: Row) -> View:
    """Find the gaps of a row.

    Args:
        text: The page's text.
        row: The row, or a part of one.

    Returns:
        The row with its gaps; without any when it is longer than LONGEST.

    Examples:
        >>> from paperparse.text.lines import Row
        >>> view = look_at("甲乙  丙 | 丁", Row(0, 9))
        >>> [(gap.start, gap.end, gap.sign, gap.right[1]) for gap in view.gaps]
        [(2, 4, -1, 3.0), (5, 8, 6, 5.5)]
    """
    if row.end - row.start > LONGEST:
        wide = float(row.end - row.start)
        return View(row, None, (), (wide, wide, wide), row.end, 0)
    content = text[row.start : row.end].rstrip()
    if not content:
        return View(row, None, (), _NOWHERE, row.start, 0)
    indent: Gap | None = None
    gaps: list[Gap] = []
    at = 0
    place = _NOWHERE
    for found in _GAP.finditer(content):
        low, high = found.span()
        left = _after(place, content[at:low])
        gap = _gap(row.start + low, found[0], left)
        if low == 0:
            indent = gap
        else:
            gaps.append(gap)
        place = gap.right
        at = high
    stops = len(_STOP.findall(content))
    return View(row, indent, tuple(gaps), _after(place, content[at:]), row.start + len(content), stops)


def _after(place: Place, words: str) -> Place:
    """How far in the row is after words without a blank."""
    if not words:
        return place
    narrow = len(_NARROW.findall(words))
    wide = len(words) - narrow
    one, two, three = place
    return one + wide + narrow * SCALES[0][0], two + wide + narrow * SCALES[1][0], three + wide + narrow


def _gap(start: int, blanks: str, left: Place) -> Gap:
    """A gap by what stands in it."""
    if blanks == " ":
        right = (left[0] + SCALES[0][1], left[1] + SCALES[1][1], left[2] + SCALES[2][1])
        return Gap(start, start + 1, -1, 1, left, right, right, 0, narrow=True)
    sign = next((at for at, char in enumerate(blanks) if char in _SIGNS), -1)
    inset = len(blanks) - len(blanks.rstrip(_WIDE))
    if inset == len(blanks):
        inset = 0  # padding, as far as one row tells
    wide = sum(map(blanks.count, _WIDE))
    run = len(blanks) - wide + (_TAB - 1) * blanks.count("\t")
    right = (left[0] + wide + run * 0.5, left[1] + wide + run * 0.5, left[2] + wide + run)
    margin = (right[0] - inset, right[1] - inset, right[2] - inset)
    count = run + 2 * wide
    return Gap(
        start,
        start + len(blanks),
        start + sign if sign >= 0 else -1,
        count,
        left,
        right,
        margin,
        inset,
        narrow=sign < 0 < count - (2 * inset if inset > 1 else 0) <= FEW + STOOD,
    )

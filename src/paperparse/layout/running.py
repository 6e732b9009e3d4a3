"""Rows of furniture: the lines at a page's edge that print its number, section, day and title.

A section of any name, a title no table knows and a bare page number are told by the company they keep: they
stand in a row of lines that hold nothing else, with a day or a title among them. So do notices to readers,
which stand alone or below everything else.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from paperparse.layout.evidence import Mark
from paperparse.marks import furniture
from paperparse.model import FurnitureKind
from paperparse.text.lines import ENDS

if TYPE_CHECKING:
    from paperparse.layout.marked import Marked
    from paperparse.marks.results import RunningMark

__all__ = ["mark_running"]

MOST: Final = 12
"""Lines of a row at the most; a front page with the list of what stands inside has ten."""
PLAINS: Final = 2
"""Lines in succession that may be headlines as well: a section and a special page's name."""
TOLD: Final = 2
"""Lines of a row that are no headlines at the least, where it begins or ends with one that may be: below a
headline an outlet may stand that belongs to a byline."""
SHORT: Final = 3
"""Characters a section has at the most that opens a row at a page's foot: a headline has more."""
_FREE: Final = frozenset({Mark.NONE, Mark.FURNITURE, Mark.OPENER})
"""What a line of a row may seem to carry."""
_NOTICED: Final = _FREE | {Mark.DATELINE}
"""What a notice may seem to carry: 请电 0800… looks like 专电."""
_DONE: Final = frozenset({Mark.FURNITURE, Mark.RUNNING})
_SIGNED: Final = frozenset({FurnitureKind.STAFF, FurnitureKind.SECTION})
"""Furniture that reads like a byline: 设计：李舟, 游泳·综合."""
_STANDING: Final = frozenset(
    {
        FurnitureKind.DATE,
        FurnitureKind.FOLIO,
        FurnitureKind.MASTHEAD,
        FurnitureKind.STAFF,
        FurnitureKind.CONTACT,
    }
)
"""Of these one that is sure must stand in every row."""
_NAMING: Final = frozenset({FurnitureKind.FOLIO, FurnitureKind.MASTHEAD})
"""One of these, where a row begins or ends with what may be a headline."""


class _Strength(IntEnum):
    """How much a line looks like furniture."""

    NONE = 0
    PLAIN = 1  # a word or two, as a headline may be
    LIKELY = 2  # a title by its ending, a bare page number
    SURE = 3


def mark_running(page: Marked) -> dict[int, Mark]:
    """Mark the lines of rows of furniture, and the notices to readers.

    Args:
        page: The page, with the mark found on each line alone.

    Returns:
        The mark of each line of them, by its index.
    """
    edges = _Edges(page)
    last = len(page.lines) - 1
    found: set[int] = set()
    seen = -1
    for at in [0, *(i for i, mark in enumerate(page.marks) if mark is Mark.FURNITURE), last]:
        if not seen < at <= last:
            continue
        # what was judged as one row is no part of the next
        low, high = max(edges.reach(at, -1), seen + 1), edges.reach(at, 1)
        seen = high
        found.update(edges.row(low, high))
    return dict.fromkeys(sorted(found | _notices(edges, found)), Mark.RUNNING)


@frozen
class _Edges:
    """The lines of a page as furniture; each is read once."""

    page: Marked
    _read: dict[int, RunningMark | None] = field(factory=dict, init=False)
    _notices: dict[int, bool] = field(factory=dict, init=False)

    def read(self, at: int) -> RunningMark | None:
        """What a line would be in a row of furniture."""
        if at not in self._read:
            strand = self.page.strand(at, at + 1)
            read = furniture.read_running(strand, 0, len(strand), self.page.tables)
            free = self.page.marks[at] in _FREE
            if not free and read is not None:
                free = self.page.marks[at] is Mark.BYLINE and read.mark.kind in _SIGNED and not read.loose
            self._read[at] = read if free else None
        return self._read[at]

    def is_notice(self, at: int) -> bool:
        """Whether the words of a line are a notice to readers."""
        if at not in self._notices:
            line = self.page.lines[at]
            words = self.page.folded[line.start : line.end]
            may = self.page.marks[at] in _NOTICED and furniture.may_be_notice(words, self.page.tables)
            self._notices[at] = may and self._reads_as_notice(at)
        return self._notices[at]

    def _reads_as_notice(self, at: int) -> bool:
        """Whether a line is read as a notice."""
        strand = self.page.strand(at, at + 1)
        return furniture.read_notice(strand, 0, len(strand), self.page.tables) is not None

    def strength(self, at: int) -> _Strength:
        """How much a line looks like furniture."""
        mark = self.read(at)
        if mark is None:
            return _Strength.NONE
        return _Strength.SURE if mark.sure else _Strength.PLAIN if mark.plain else _Strength.LIKELY

    def kinds(self, low: int, high: int, least: _Strength) -> set[FurnitureKind]:
        """What lines of some strength are."""
        read = [self.read(at) for at in range(low, high + 1) if self.strength(at) >= least]
        return {mark.mark.kind for mark in read if mark is not None}

    def reach(self, at: int, step: int) -> int:
        """The last line up or down from one to which a row may go on."""
        if not self.strength(at):
            return at
        plain = 0
        for _ in range(MOST):
            beyond = at + step
            if not 0 <= beyond < len(self.page.lines) or self.page.lines[max(at, beyond)].gap > 1:
                break
            strength = self.strength(beyond)
            plain = plain + 1 if strength is _Strength.PLAIN else 0
            if not strength or plain > PLAINS:
                break
            at = beyond
        return at

    def row(self, low: int, high: int) -> range:
        """What is furniture of lines that may be: those between the first and the last that say so."""
        first, last = low, high
        if low:
            short = self.page.lines[low].wide <= SHORT and high == len(self.page.lines) - 1
            short = short and (self.page.lines[low].gap > 0 or self.page.lines[low - 1].closing in ENDS)
            while first <= last and self.strength(first) < _Strength.LIKELY and not (short and first == low):
                first += 1
        if high < len(self.page.lines) - 1:
            while last >= first and self.strength(last) < _Strength.LIKELY:
                last -= 1
        if first > last or not self.kinds(first, last, _Strength.SURE) & _STANDING:
            return range(0)
        if _Strength.PLAIN in {self.strength(first), self.strength(last)}:
            told = [at for at in range(first, last + 1) if self.strength(at) >= _Strength.LIKELY]
            if len(told) < TOLD or not self.kinds(first, last, _Strength.LIKELY) & _NAMING:
                return range(0)
        # a single line is what it was taken for before, but for the one that prints day and title
        alone = first == last and self.page.marks[first] is Mark.FURNITURE
        return range(0) if alone else range(first, last + 1)


def _notices(edges: _Edges, rows: set[int]) -> set[int]:
    """Lines to readers below everything else, and those set apart from what stands around them."""
    lines, marks = edges.page.lines, edges.page.marks
    found: set[int] = set()

    def done(at: int) -> bool:
        """Whether a line is furniture already."""
        return at in rows or at in found or marks[at] in _DONE

    foot = len(lines)
    while foot and (done(foot - 1) or edges.is_notice(foot - 1)):
        foot -= 1
    closed = _closed(edges)
    for at, line in enumerate(lines):
        # a notice does not begin in the middle of a sentence, and several may stand together
        apart = not at or line.gap or lines[at - 1].closing in ENDS or done(at - 1)
        alone = not at or line.gap or at - 1 in found
        below = at >= foot or closed[at + 1]
        if at not in rows and apart and below and (at >= foot or alone) and edges.is_notice(at):
            found.add(at)
    return found


def _closed(edges: _Edges) -> list[bool]:
    """For each line, and the end, whether white stands above it or nothing but notices down to white."""
    lines = edges.page.lines
    closed = [True] * (len(lines) + 1)
    for at in range(len(lines) - 1, 0, -1):
        closed[at] = bool(lines[at].gap) or (closed[at + 1] and edges.is_notice(at))
    return closed

"""Marks that a line end has broken: ``（记者徐⏎隽）``, ``王秉阳 通⏎讯员 矫 英``, ``（下转⏎第二版）``."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from attrs import frozen

from paperparse.layout.evidence import Mark
from paperparse.marks import byline, credit, dateline, jump
from paperparse.marks.anchors import Sight
from paperparse.marks.opening import read_line
from paperparse.text.pairs import common_pairs
from paperparse.text.strand import Strand

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paperparse.conventions import Tables
    from paperparse.text.lines import Line

__all__ = ["mend"]

LONGEST: Final = 4
"""Lines a mark in brackets may run over, and a byline on lines of its own; others run over two."""
SEAM: Final = 4
"""Characters on either side of a line end that may be the halves of one word of a mark."""
MOST_CAPTION: Final = 6
"""Lines of a caption at the most; those of the seeds have one to three."""
_CAPTIONED: Final = frozenset({Mark.NONE, Mark.TAIL, Mark.TAIL_HEAD})
"""What a line of a caption that does not begin with a sign may seem to carry."""
_OPENED: Final = frozenset({Mark.OPENER, Mark.FIGURE})
"""What its first line may carry besides."""
_HALVES: Final = frozenset(
    {Mark.NONE, Mark.BYLINE, Mark.DATELINE, Mark.OPENER, Mark.CREDIT, Mark.FIGURE, Mark.FURNITURE}
)
"""What a line may seem to carry when it holds only half of a mark."""
_WHOLE: Final = frozenset({Mark.CREDIT, Mark.FURNITURE})
"""Marks that are taken for halves only where a bracket stands open."""
_CLOSED: Final = _WHOLE | {Mark.DATELINE, Mark.FIGURE}
"""The same for lower halves: a dateline or 图为 opens what it belongs to."""
_WORDS: Final = Sight.BYLINE | Sight.DATELINE | Sight.JUMP | Sight.CREDIT
_BREAKABLE: Final = ("byline", "jump", "credit")
"""Families of marks whose words are looked for across a line end."""
_BRACKETS: Final = ("()", "[]", "【】", "〔〕")
_OPENING: Final = re.compile(r"[(\[【〔]|\*\*")
_SENTENCE: Final = re.compile("[。!?…]")
"""Signs that no byline, dateline or credit holds."""
_UPPER: Final = _HALVES | {Mark.TAIL}
_ENOUGH: Final = _WHOLE | {Mark.TAIL}


def mend(  # noqa: PLR0913, PLR0917  # the page as the marking room holds it, and its marks
    text: str,
    folded: str,
    lines: Sequence[Line],
    sights: Sequence[int],
    marks: list[Mark],
    tables: Tables,
) -> None:
    """Put together marks that a line end has broken, and mark their lines by what they are.

    Args:
        text: The page's text.
        folded: The same folded, of the same length.
        lines: Its lines.
        sights: What a quick look saw on each line.
        marks: The mark found on each line alone; changed in place.
        tables: The conventions to read by.
    """
    page = _Page(text, folded, lines, sights, *_words_at_seams(folded, lines, tables))
    for first in page.worthwhile():
        upper = lines[first]
        if lines[first + 1].gap > 1 or marks[first] not in _UPPER:
            continue
        opened = _opened(folded[upper.start : upper.end])
        # a blank line may stand within brackets
        if not opened and (lines[first + 1].gap or _is_enough(marks[first : first + 2], page, first)):
            continue
        found = _longest(page, marks, first, tables, opened=opened)
        if found is not None:
            last, kinds = found
            marks[first:last] = [kinds[0]] * (last - first)
            marks[last] = kinds[1]
    _mend_captions(lines, marks)


@frozen
class _Page:
    """The page as the marking room holds it.

    Attributes:
        text: Its text.
        folded: The same folded.
        lines: Its lines.
        sights: What a quick look saw on each.
        near: Indices of lines at whose end a word of a mark may be broken.
        split: Indices of lines at whose end one is.
    """

    text: str
    folded: str
    lines: Sequence[Line]
    sights: Sequence[int]
    near: frozenset[int]
    split: frozenset[int]

    def across(self, at: int) -> bool:
        """Whether a word goes on from a line to the next: one of a mark, or a common pair."""
        pair = self.folded[self.lines[at].end - 1] + self.folded[self.lines[at + 1].start]
        return at in self.split or pair in common_pairs()

    def ends_a_sentence(self, at: int) -> bool:
        """Whether a sign that ends sentences stands in a line."""
        line = self.lines[at]
        return _SENTENCE.search(self.folded, line.start, line.end) is not None

    def worthwhile(self) -> list[int]:
        """Indices of the lines from which a word of a mark is in reach; on most pages few are."""
        told = {at for at, sight in enumerate(self.sights) if sight & _WORDS} | self.near
        reach = {at - back for at in told for back in range(LONGEST)}
        return sorted(first for first in reach if 0 <= first < len(self.lines) - 1)


def _is_enough(marks: Sequence[Mark], page: _Page, first: int) -> bool:
    """Whether the first of two lines carries a whole mark that does not go on in the second."""
    if marks[0] not in _ENOUGH or page.across(first):
        return False
    # below the end of a byline stands the rest of a name and another who signed
    signed = marks[1] is Mark.BYLINE or (marks[1] is Mark.NONE and page.sights[first + 1] & Sight.BYLINE)
    return marks[0] is not Mark.TAIL or not signed


def _longest(
    page: _Page, marks: Sequence[Mark], first: int, tables: Tables, *, opened: bool
) -> tuple[int, tuple[Mark, Mark]] | None:
    """The last line of the longest mark that begins on a line and goes on, with the marks of its lines."""
    upper = page.lines[first]
    seen = page.sights[first]
    half = _Half(marks[first], upper, bool(seen & Sight.BYLINE), bool(seen & Sight.DATELINE))
    ended = page.ends_a_sentence(first)
    found: tuple[int, tuple[Mark, Mark]] | None = None
    for last in range(first + 1, min(first + LONGEST, len(page.lines))):
        across = page.across(last - 1)
        # a dateline may be broken before its last word, with a byline in brackets behind it
        dated = marks[last] is Mark.TAIL and page.sights[first] & Sight.DATELINE
        if page.lines[last].gap > opened or (marks[last] not in _HALVES and not dated):
            break
        if marks[last] in _CLOSED and not opened and not across:
            break
        # a byline that is whole below a line without any word of one
        apart = marks[last] is Mark.BYLINE and not seen & Sight.BYLINE and not across
        seen |= page.sights[last]
        ended = ended or page.ends_a_sentence(last)
        long = not opened and (apart or last > first + 1)
        # lines after the second are only read for bylines
        if not seen & (Sight.BYLINE if long else _WORDS) and last - 1 not in page.near:
            continue
        if long and ended:
            break
        ranges = [(line.start, line.end) for line in page.lines[first : last + 1]]
        strand = Strand.of(page.text, page.folded, ranges)
        kinds = _read(strand, half, tables, long=long)
        if kinds is not None:
            found = (last, kinds)
        if opened and not _opened(strand.folded):
            break
        # no byline goes on behind the end of a sentence
        if not opened and ended:
            break
    return found


def _mend_captions(lines: Sequence[Line], marks: list[Mark]) -> None:
    """Mark the lines above a picture credit that make one short block with it.

    It begins below a blank line, or where a glyph or 图为 opens it.
    """
    top = 0
    for at, line in enumerate(lines):
        if line.gap or marks[at] in _OPENED:
            top = at
        closed = at + 1 == len(lines) or lines[at + 1].gap
        if not closed or marks[at] is not Mark.CREDIT or not 0 < at - top < MOST_CAPTION:
            continue
        # where a line stands in, a paragraph begins
        if any(below.indent > lines[top].indent for below in lines[top + 1 : at + 1]):
            continue
        if marks[top] in _OPENED | _CAPTIONED and all(mark in _CAPTIONED for mark in marks[top + 1 : at]):
            marks[top:at] = [Mark.CREDIT_HEAD] * (at - top)


def _opened(folded: str) -> bool:
    """Whether a line opens a bracket, or a pair of asterisks, that it does not close."""
    if _OPENING.search(folded) is None:
        return False
    return folded.count("**") % 2 == 1 or any(
        folded.rfind(opener) > folded.rfind(closer) for opener, closer in _BRACKETS
    )


def _words_at_seams(
    folded: str, lines: Sequence[Line], tables: Tables
) -> tuple[frozenset[int], frozenset[int]]:
    """Indices of the lines at whose end a word of a mark may be broken, and of those where one is."""
    seams = [
        folded[max(upper.start, upper.end - SEAM) : upper.end] + folded[lower.start : lower.start + SEAM]
        for upper, lower in pairwise(lines)
    ]
    ends = list(accumulate(len(seam) + 1 for seam in seams))
    row = "\n".join(seams)
    near: set[int] = set()
    split: set[int] = set()
    for anchor in map(tables.anchors.get, _BREAKABLE):
        for one in anchor.finditer(row) if anchor is not None else ():
            at = bisect_right(ends, one.start())
            near.add(at)
            middle = ends[at] - 1 - min(SEAM, len(folded) - lines[at + 1].start)
            if one.start() < middle < one.end():
                split.add(at)
    return frozenset(near), frozenset(split)


class _Half(NamedTuple):
    """The upper line of a mark that may be broken.

    Attributes:
        mark: The mark it carries alone.
        line: The line.
        signed: Whether it holds a word of a byline.
        dated: Whether it holds a word of a dateline.
    """

    mark: Mark
    line: Line
    signed: bool
    dated: bool

    @property
    def size(self) -> int:
        """Its length in code points."""
        return self.line.end - self.line.start


def _read(strand: Strand, upper: _Half, tables: Tables, *, long: bool) -> tuple[Mark, Mark] | None:
    """The marks of all lines but the last, and of the last line, of a broken mark."""
    end = len(strand)
    signed = byline.read_all(strand, 0, end, tables)
    # a name that goes on with no word of a byline, nor is followed by one on its line, may be a headline
    if signed is not None and (upper.signed or signed.bylines[0].spans[-1].end > upper.line.end):
        return Mark.BYLINE, Mark.BYLINE
    if long:
        return None
    if jump.read_all(strand, 0, end, tables):
        return Mark.JUMP, Mark.JUMP
    return _read_foot(strand, upper, tables) or _read_head(strand, upper, tables)


def _read_foot(strand: Strand, upper: _Half, tables: Tables) -> tuple[Mark, Mark] | None:
    """The marks of lines that end in a mark which begins on the first of them."""
    end = len(strand)
    over = jump.read_tail(strand, 0, end, tables)
    if over is not None and over.direction == "to" and over.start < upper.size:
        return Mark.TAIL_HEAD, Mark.JUMP_TAIL
    if _SENTENCE.search(strand.folded, upper.size):
        return None  # who signs what is said stands behind it, and so on the last line alone
    tail = byline.read_tail(strand, 0, end, tables) or dateline.read_tail(strand, 0, end, tables)
    if tail is not None and tail.start < upper.size:
        return Mark.TAIL_HEAD, Mark.TAIL
    caption = credit.read_caption(strand, 0, end, tables)
    if caption is not None and caption.credit_start is not None and caption.credit_start < upper.size:
        return upper.mark, Mark.CREDIT
    return None


def _read_head(strand: Strand, upper: _Half, tables: Tables) -> tuple[Mark, Mark] | None:
    """The marks of lines that begin with a dateline or signature which ends on the last of them.

    Without a bracket or a word of a dateline on the upper line, that is a headline right above one.
    """
    if upper.mark is not Mark.NONE:
        return None
    bracketed = _OPENING.match(strand.folded) is not None
    if not (bracketed or upper.dated or dateline.opens(strand, 0, upper.size, tables)):
        return None
    head = read_line(strand, 0, len(strand), tables)
    return (Mark.DATELINE, Mark.NONE) if head is not None and head.end > strand.starts[-1] else None

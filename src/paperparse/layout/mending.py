"""Marks that a line end has broken: ``（记者徐⏎隽）``, ``王秉阳 通⏎讯员 矫 英``, ``（下转⏎第二版）``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from paperparse.layout.evidence import Mark
from paperparse.marks import byline, credit, dateline, jump
from paperparse.marks.anchors import Sight
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
_HALVES: Final = frozenset({Mark.NONE, Mark.BYLINE, Mark.DATELINE, Mark.OPENER, Mark.CREDIT, Mark.FURNITURE})
"""What a line may seem to carry when it holds only half of a mark."""
_WHOLE: Final = frozenset({Mark.CREDIT, Mark.FURNITURE})
"""Marks that are taken for halves only where a bracket stands open."""
_CLOSED: Final = _WHOLE | {Mark.DATELINE}
"""The same for lower halves: a dateline opens what it belongs to."""
_WORDS: Final = Sight.BYLINE | Sight.DATELINE | Sight.JUMP | Sight.CREDIT
_BREAKABLE: Final = ("byline", "jump", "credit")
"""Families of marks whose words are looked for across a line end."""
_BRACKETS: Final = ("()", "[]", "【】", "〔〕")


def mend(  # noqa: PLR0913, PLR0917  # the page as the marking room holds it, and its marks
    text: str,
    folded: str,
    lines: Sequence[Line],
    sights: Sequence[Sight],
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
    for first, upper in enumerate(lines[:-1]):
        if marks[first] not in _HALVES or lines[first + 1].gap:
            continue
        opened = _opened(folded[upper.start : upper.end])
        if not opened and marks[first] in _WHOLE:
            continue
        seen = sights[first]
        found: tuple[int, tuple[Mark, Mark]] | None = None  # the longest that reads as a mark
        for last in range(first + 1, min(first + LONGEST, len(lines))):
            lower = lines[last]
            if lower.gap or marks[last] not in _HALVES or (not opened and marks[last] in _CLOSED):
                break
            seen |= sights[last]
            if not seen & _WORDS and not _word_broken(folded, lines[last - 1], lower, tables):
                continue
            strand = Strand.of(text, folded, [(line.start, line.end) for line in lines[first : last + 1]])
            half = _Half(marks[first], upper.end - upper.start, bool(sights[first] & Sight.DATELINE))
            kinds = _read(strand, half, tables, long=not opened and last > first + 1)
            if kinds is not None:
                found = (last, kinds)
        if found is not None:
            last, kinds = found
            marks[first:last] = [kinds[0]] * (last - first)
            marks[last] = kinds[1]
    _mend_captions(lines, marks)


def _mend_captions(lines: Sequence[Line], marks: list[Mark]) -> None:
    """Mark the lines above a picture credit that make one short block with it."""
    top = 0
    for at, line in enumerate(lines):
        if line.gap:
            top = at
        closed = at + 1 == len(lines) or lines[at + 1].gap
        if not closed or marks[at] is not Mark.CREDIT or not 0 < at - top < MOST_CAPTION:
            continue
        if all(mark in _CAPTIONED for mark in marks[top:at]):
            marks[top:at] = [Mark.CREDIT_HEAD] * (at - top)


def _opened(folded: str) -> bool:
    """Whether a line opens a bracket, or a pair of asterisks, that it does not close."""
    return folded.count("**") % 2 == 1 or any(
        folded.rfind(opener) > folded.rfind(closer) for opener, closer in _BRACKETS
    )


def _word_broken(folded: str, upper: Line, lower: Line, tables: Tables) -> bool:
    """Whether a word of a mark stands across a line end."""
    around = folded[max(upper.start, upper.end - SEAM) : upper.end] + folded[lower.start : lower.start + SEAM]
    anchors = map(tables.anchors.get, _BREAKABLE)
    return any(anchor is not None and anchor.search(around) is not None for anchor in anchors)


@frozen
class _Half:
    """The upper line of a mark that may be broken.

    Attributes:
        mark: The mark it carries alone.
        size: Its length in code points.
        dated: Whether it holds a word of a dateline.
    """

    mark: Mark
    size: int
    dated: bool


def _read(strand: Strand, upper: _Half, tables: Tables, *, long: bool) -> tuple[Mark, Mark] | None:
    """The marks of all lines but the last, and of the last line, of a broken mark."""
    end = len(strand)
    if byline.read_all(strand, 0, end, tables):
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
    tail = byline.read_tail(strand, 0, end, tables) or dateline.read_tail(strand, 0, end, tables)
    if tail is not None and tail.start < upper.size:
        return Mark.TAIL_HEAD, Mark.TAIL
    caption = credit.read_caption(strand, 0, end, tables)
    if caption is not None and caption.credit_start is not None and caption.credit_start < upper.size:
        return upper.mark, Mark.CREDIT
    return None


def _read_head(strand: Strand, upper: _Half, tables: Tables) -> tuple[Mark, Mark] | None:
    """The marks of lines that begin with a dateline which ends on the last of them.

    Without a word of a dateline on the upper line, that is a headline right above one.
    """
    if not upper.dated or upper.mark is not Mark.NONE:
        return None
    head = dateline.read_head(strand, 0, len(strand), tables)
    return (Mark.DATELINE, Mark.NONE) if head is not None and head.end > upper.size else None

"""Which print mark rules each line, for the sweep over roles.

Only the kind of mark is settled here. What it says is read later, from the whole paragraph or group
the line turns out to be part of, so that a mark broken by a line end is read in one piece.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from paperparse.layout.evidence import Mark
from paperparse.marks import byline, credit, dateline, furniture, jump
from paperparse.text.lines import Closing, Opening
from paperparse.text.strand import Strand

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paperparse.conventions import Tables
    from paperparse.text.lines import Line

__all__ = ["mark_lines"]


def mark_lines(text: str, folded: str, lines: Sequence[Line], tables: Tables) -> tuple[Mark, ...]:
    """Find the mark that rules each line.

    Args:
        text: The page's text.
        folded: The same folded, of the same length.
        lines: Its lines.
        tables: The conventions to read by.

    Returns:
        One mark for each line; NONE for most.
    """
    return tuple(
        _mark(Strand.of(text, folded, ((line.start, line.end),)), line, tables) for line in lines
    )


def _mark(strand: Strand, line: Line, tables: Tables) -> Mark:
    """The mark that rules one line; a mark that fills the line rules before one that opens it."""
    end = len(strand)
    if jump.read_all(strand, 0, end, tables):
        return Mark.JUMP
    if byline.read_all(strand, 0, end, tables):
        return Mark.BYLINE
    if jump.read_head(strand, 0, end, tables):
        return Mark.JUMP_HEAD
    if dateline.read_head(strand, 0, end, tables):
        return Mark.DATELINE
    if furniture.read_all(strand, 0, end, tables):
        return Mark.FURNITURE
    if credit.read_credit_line(strand, 0, end, tables):
        return Mark.CREDIT
    caption = credit.read_caption(strand, 0, end, tables)
    if caption and caption.has_credit:
        return Mark.CREDIT
    if line.opening is Opening.GLYPH and ((caption and caption.opener) or _points(strand, tables)):
        return Mark.OPENER
    if jump.read_tail(strand, 0, end, tables):
        return Mark.JUMP_TAIL
    if line.closing in {Closing.STOP, Closing.LIVELY}:
        return Mark.NONE
    if byline.is_author_note(strand, 0, end, tables):
        return Mark.TAIL
    if byline.read_tail(strand, 0, end, tables) or dateline.read_tail(strand, 0, end, tables):
        return Mark.TAIL
    return Mark.NONE


def _points(strand: Strand, tables: Tables) -> bool:
    """Whether a line opens as a key point does."""
    return credit.read_highlight(strand, 0, len(strand), tables) is not None

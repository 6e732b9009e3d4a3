"""Which print mark rules each line, for the sweep over roles.

Only the kind of mark is settled here. What it says is read later, from the whole paragraph or group
the line turns out to be part of, so that a mark broken by a line end is read in one piece.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from paperparse.layout.evidence import Mark
from paperparse.marks import byline, credit, dateline, furniture, jump
from paperparse.text.lines import Closing, Opening
from paperparse.text.strand import Strand

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

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
    return tuple(_mark(Strand.of(text, folded, ((line.start, line.end),)), line, tables) for line in lines)


def _mark(strand: Strand, line: Line, tables: Tables) -> Mark:
    """The mark that rules one line: the first that is found."""
    return next((mark for mark, carries in _ORDER if carries(strand, line, tables)), Mark.NONE)


def _is_credit(strand: Strand, _line: Line, tables: Tables) -> bool:
    """Whether a line is or closes with a picture credit."""
    if credit.read_credit_line(strand, 0, len(strand), tables):
        return True
    caption = credit.read_caption(strand, 0, len(strand), tables)
    return caption is not None and caption.has_credit


def _is_opener(strand: Strand, line: Line, tables: Tables) -> bool:
    """Whether a line opens with the glyph of a caption or key point."""
    if line.opening is not Opening.GLYPH:
        return False
    caption = credit.read_caption(strand, 0, len(strand), tables)
    if caption is not None and caption.opener:
        return True
    return credit.read_highlight(strand, 0, len(strand), tables) is not None


def _is_tail(strand: Strand, line: Line, tables: Tables) -> bool:
    """Whether a line closes with who wrote it or where it is from."""
    if line.closing in {Closing.STOP, Closing.LIVELY}:
        return False
    end = len(strand)
    return (
        byline.is_author_note(strand, 0, end, tables)
        or byline.read_tail(strand, 0, end, tables) is not None
        or dateline.read_tail(strand, 0, end, tables) is not None
    )


# A mark that fills the line rules before one that opens it, and that before one that closes it.
_ORDER: Final[tuple[tuple[Mark, Callable[[Strand, Line, Tables], bool]], ...]] = (
    (Mark.JUMP, lambda strand, _, tables: jump.read_all(strand, 0, len(strand), tables) is not None),
    (Mark.BYLINE, lambda strand, _, tables: byline.read_all(strand, 0, len(strand), tables) is not None),
    (Mark.JUMP_HEAD, lambda strand, _, tables: jump.read_head(strand, 0, len(strand), tables) is not None),
    (Mark.DATELINE, lambda strand, _, tables: dateline.read_head(strand, 0, len(strand), tables) is not None),
    (
        Mark.FURNITURE,
        lambda strand, _, tables: furniture.read_all(strand, 0, len(strand), tables) is not None,
    ),
    (Mark.CREDIT, _is_credit),
    (Mark.OPENER, _is_opener),
    (Mark.JUMP_TAIL, lambda strand, _, tables: jump.read_tail(strand, 0, len(strand), tables) is not None),
    (Mark.TAIL, _is_tail),
)

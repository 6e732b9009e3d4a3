"""Which print mark rules each line, for the sweep over roles.

Only the kind of mark is settled here. What it says is read later, from the whole paragraph or group the
line turns out to be part of, so that a mark broken by a line end is read in one piece.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from paperparse.layout.evidence import Mark
from paperparse.layout.mending import mend
from paperparse.marks import byline, credit, dateline, furniture, jump
from paperparse.marks.anchors import Sight, look
from paperparse.model import BylineKind
from paperparse.text.lines import Closing, Opening, stretches
from paperparse.text.strand import Strand

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from paperparse.conventions import Tables
    from paperparse.text.lines import Line

__all__ = ["leaving_lines", "mark_lines"]


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
    sights = look(folded, [(line.start, line.end) for line in lines], tables)
    marks = [
        _mark(Strand.of(text, folded, stretches(text, line)), line, sight, tables)
        if sight or line.opening in _TELLING
        else Mark.NONE
        for line, sight in zip(lines, sights, strict=True)
    ]
    mend(text, folded, lines, sights, marks, tables)
    return tuple(marks)


def leaving_lines(
    text: str, folded: str, lines: Sequence[Line], marks: Sequence[Mark], tables: Tables
) -> frozenset[int]:
    """Find the lines that open with one mark and close with a jump line to another page.

    Where a paragraph is not wrapped, the one line of it may carry both, and the mark it opens with rules.

    Args:
        text: The page's text.
        folded: The same folded, of the same length.
        lines: Its lines.
        marks: The mark that rules each.
        tables: The conventions to read by.

    Returns:
        Indices of lines.
    """
    return frozenset(
        at
        for at, (line, mark) in enumerate(zip(lines, marks, strict=True))
        if mark in _OPENING and _goes_on(Strand.of(text, folded, stretches(text, line)), line, tables)
    )


_OPENING: Final = frozenset({Mark.DATELINE, Mark.JUMP_HEAD})
"""Marks that open a line of running text."""
_TELLING: Final = frozenset({Opening.GLYPH, Opening.QUOTE})
"""Openings that may begin a mark without any of its words: ■ of a key point, （ of an author note."""


def _mark(strand: Strand, line: Line, sight: int, tables: Tables) -> Mark:
    """The mark that rules one line: the first that is found."""
    return next(
        (
            mark
            for mark, needed, carries in _ORDER
            if (needed is None or sight & needed) and carries(strand, line, tables)
        ),
        Mark.NONE,
    )


def _signs(strand: Strand, _line: Line, tables: Tables) -> bool:
    """Whether a line is nothing but bylines; who edited and set the page is no author of an article."""
    found = byline.read_all(strand, 0, len(strand), tables)
    if found is None:
        return False
    if any(one.kind is not BylineKind.EDITOR for one in found.bylines):
        return True
    return furniture.read_all(strand, 0, len(strand), tables) is None


def _comes_from(strand: Strand, _line: Line, tables: Tables) -> bool:
    """Whether a line opens with the page its text comes from."""
    found = jump.read_head(strand, 0, len(strand), tables)
    return found is not None and found.direction == "from"


def _goes_on(strand: Strand, _line: Line, tables: Tables) -> bool:
    """Whether a line closes with the page its text goes on."""
    found = jump.read_tail(strand, 0, len(strand), tables)
    return found is not None and found.direction == "to"


def _is_source(strand: Strand, line: Line, tables: Tables) -> bool:
    """Whether a line is a dateline in brackets and nothing else, as stands under an article."""
    if line.closing is not Closing.ENCLOSED:
        return False
    found = dateline.read_tail(strand, 0, len(strand), tables)
    return found is not None and found.start == 0


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
    if credit.read_opener(strand, 0, len(strand), tables):
        return True
    return credit.read_highlight(strand, 0, len(strand), tables) is not None


def _points_at_picture(strand: Strand, _line: Line, tables: Tables) -> bool:
    """Whether a line opens with words such as 图为, as captions do and now and then a line of a paragraph."""
    figure = credit.read_figure(strand, 0, len(strand), tables)
    return bool(figure) and strand.text.startswith(figure)


def _is_signed(strand: Strand, line: Line, tables: Tables) -> bool:
    """Whether a line closes with who wrote it or where it is from."""
    if line.closing in {Closing.STOP, Closing.LIVELY}:
        return False
    end = len(strand)
    return (
        byline.read_tail(strand, 0, end, tables) is not None
        or dateline.read_tail(strand, 0, end, tables) is not None
    )


# A mark that fills the line rules before one that opens it, and that before one that closes it. Beside each
# stands what a quick look over the page must have seen on the line, or None where no word is needed.
_ORDER: Final[tuple[tuple[Mark, int | None, Callable[[Strand, Line, Tables], bool]], ...]] = (
    (Mark.JUMP, Sight.JUMP, lambda strand, _, tables: bool(jump.read_all(strand, 0, len(strand), tables))),
    (Mark.BYLINE, Sight.BYLINE, _signs),
    (Mark.JUMP_HEAD, Sight.JUMP, _comes_from),
    (Mark.TAIL, Sight.DATELINE, _is_source),
    (
        Mark.DATELINE,
        Sight.DATELINE,
        lambda strand, _, tables: bool(dateline.read_head(strand, 0, len(strand), tables)),
    ),
    (
        Mark.FURNITURE,
        Sight.FURNITURE,
        lambda strand, _, tables: bool(furniture.read_all(strand, 0, len(strand), tables)),
    ),
    (Mark.CREDIT, Sight.CREDIT, _is_credit),
    (Mark.OPENER, None, _is_opener),
    (Mark.FIGURE, None, _points_at_picture),
    (Mark.JUMP_TAIL, Sight.JUMP, _goes_on),
    (Mark.TAIL, None, lambda strand, _, tables: byline.is_author_note(strand, 0, len(strand), tables)),
    (Mark.TAIL, Sight.BYLINE | Sight.DATELINE, _is_signed),
)

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
    from paperparse.marks.results import BylineMark, DatelineMark
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
    marks = [_mark(Strand.of(text, folded, ((line.start, line.end),)), line, tables) for line in lines]
    anchor = tables.anchors.get("byline")
    for i in range(len(lines) - 1):
        if lines[i + 1].gap or marks[i] not in _BROKEN or marks[i + 1] not in _BROKEN:
            continue
        upper, lower = lines[i], lines[i + 1]
        if anchor is not None and anchor.search(folded, upper.start, lower.end) is None:
            continue
        seam = upper.end - upper.start
        strand = Strand.of(text, folded, ((upper.start, upper.end), (lower.start, lower.end)))
        if _goes_over(byline.read_all(strand, 0, len(strand), tables), seam):
            marks[i] = marks[i + 1] = Mark.BYLINE
        elif _goes_over(byline.read_tail(strand, 0, len(strand), tables), seam) or _goes_over(
            dateline.read_tail(strand, 0, len(strand), tables), seam
        ):
            marks[i], marks[i + 1] = Mark.TAIL_HEAD, Mark.TAIL
    return tuple(marks)


# Marks a line may seem to carry, or to carry none, when it holds only half of a byline.
_BROKEN: Final = frozenset({Mark.NONE, Mark.BYLINE, Mark.DATELINE})


def _goes_over(found: BylineMark | DatelineMark | None, seam: int) -> bool:
    """Whether a mark begins before the end of the first of two lines; it ends with the second."""
    return found is not None and found.start < seam


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


def _is_source(strand: Strand, line: Line, tables: Tables) -> bool:
    """Whether a line is a dateline in brackets and nothing else, as stands under an article."""
    if line.closing is not Closing.ENCLOSED:
        return False
    found = dateline.read_tail(strand, 0, len(strand), tables)
    return found is not None and found.start == 0


# A mark that fills the line rules before one that opens it, and that before one that closes it.
_ORDER: Final[tuple[tuple[Mark, Callable[[Strand, Line, Tables], bool]], ...]] = (
    (Mark.JUMP, lambda strand, _, tables: jump.read_all(strand, 0, len(strand), tables) is not None),
    (Mark.BYLINE, lambda strand, _, tables: byline.read_all(strand, 0, len(strand), tables) is not None),
    (Mark.JUMP_HEAD, lambda strand, _, tables: jump.read_head(strand, 0, len(strand), tables) is not None),
    (Mark.TAIL, _is_source),
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

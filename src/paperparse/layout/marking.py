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
    marks = [_mark(Strand.of(text, folded, ((line.start, line.end),)), line, tables) for line in lines]
    for i in range(len(lines) - 1):
        if marks[i] in _HALVES and not lines[i + 1].gap:
            _mend(text, folded, lines, marks, i, tables)
    return tuple(marks)


_HALVES: Final = frozenset({Mark.NONE, Mark.BYLINE, Mark.DATELINE, Mark.OPENER, Mark.CREDIT})
"""What a line may seem to carry when it holds only half of a mark."""
_ANCHORS: Final = ("byline", "dateline", "jump")
LONGEST: Final = 4
"""Lines a mark in brackets may run over; one without runs over two."""


def _mend(
    text: str, folded: str, lines: Sequence[Line], marks: list[Mark], first: int, tables: Tables
) -> None:
    """Put together a mark that a line end has broken, and mark its lines by what it is."""
    upper = lines[first]
    seam = upper.end - upper.start
    most = LONGEST if _opened(folded[upper.start : upper.end]) else 2
    for last in range(first + 1, min(first + most, len(lines))):
        if lines[last].gap or marks[last] not in _HALVES:
            return
        anchors = (tables.anchors.get(name) for name in _ANCHORS)
        if not any(anchor and anchor.search(folded, upper.start, lines[last].end) for anchor in anchors):
            continue
        strand = Strand.of(text, folded, [(line.start, line.end) for line in lines[first : last + 1]])
        kinds = _broken(strand, seam, tables)
        if kinds is not None:
            marks[first] = kinds[0]
            marks[first + 1 : last] = [kinds[0]] * (last - first - 1)
            marks[last] = kinds[1]
            return


def _opened(folded: str) -> bool:
    """Whether a line opens a bracket, or a pair of asterisks, that it does not close."""
    return folded.count("**") % 2 == 1 or any(
        folded.rfind(opener) > folded.rfind(closer) for opener, closer in ("()", "[]", "【】", "〔〕")
    )


def _broken(strand: Strand, seam: int, tables: Tables) -> tuple[Mark, Mark] | None:
    """The marks of the first line, or all but the last, and of the last line of a broken mark."""
    end = len(strand)
    if byline.read_all(strand, 0, end, tables):
        return Mark.BYLINE, Mark.BYLINE
    if jump.read_all(strand, 0, end, tables):
        return Mark.JUMP, Mark.JUMP
    over = jump.read_tail(strand, 0, end, tables)
    if over is not None and over.start < seam:
        return Mark.TAIL_HEAD, Mark.JUMP_TAIL
    tail = byline.read_tail(strand, 0, end, tables) or dateline.read_tail(strand, 0, end, tables)
    return (Mark.TAIL_HEAD, Mark.TAIL) if tail is not None and tail.start < seam else None


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

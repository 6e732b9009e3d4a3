"""Which print mark rules each line, for the sweep over roles.

Only the kind of mark is settled here. What it says is read later, from the whole paragraph or group the
line turns out to be part of, so that a mark broken by a line end is read in one piece.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from attrs import frozen

from paperparse.layout.asides import mark_asides
from paperparse.layout.evidence import Mark
from paperparse.layout.items import mark_items
from paperparse.layout.marked import Marked
from paperparse.layout.mending import mend
from paperparse.layout.running import mark_running
from paperparse.marks import byline, credit, dateline, furniture, jump, roleless
from paperparse.marks.anchors import Sight, look
from paperparse.marks.opening import OpeningMark, read_line
from paperparse.marks.results import BylineMark, CaptionMark, DatelineMark
from paperparse.model import BylineKind
from paperparse.text.lines import Closing, Opening, stretches
from paperparse.text.strand import Strand

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from paperparse.conventions import Tables
    from paperparse.text.lines import Line

__all__ = ["Marking", "find_marks", "jump_ways", "leaving_lines", "mark_lines"]


class Marking(NamedTuple):
    """The marks of a page's lines.

    Attributes:
        marks: The mark that rules each line; NONE for most.
        bylines: What was read of each line that is nothing but bylines, by its index: reading it is dear, and
            the article it signs wants it again.
    """

    marks: tuple[Mark, ...]
    bylines: Mapping[int, BylineMark]


def mark_lines(text: str, folded: str, lines: Sequence[Line], tables: Tables) -> tuple[Mark, ...]:
    """Find the mark that rules each line; see :func:`find_marks`."""
    return find_marks(text, folded, lines, tables).marks


def find_marks(text: str, folded: str, lines: Sequence[Line], tables: Tables, page: int = 0) -> Marking:
    """Find the mark that rules each line.

    Args:
        text: The page's text.
        folded: The same folded, of the same length.
        lines: Its lines.
        tables: The conventions to read by.
        page: 0-based index of the page, for the spans of what is read.

    Returns:
        One mark for each line, and the bylines.
    """
    sights = look(folded, [(line.start, line.end) for line in lines], tables)
    marks: list[Mark] = []
    bylines: dict[int, BylineMark] = {}
    waiting = False
    for at, (line, sight) in enumerate(zip(lines, sights, strict=True)):
        above, waiting = waiting and not line.gap, False
        if not sight and line.opening not in _TELLING and folded[line.end - 1] != ")":
            marks.append(Mark.NONE)
            continue
        strand = Strand.of(text, folded, stretches(text, line), page)
        mark, found = _mark(strand, line, sight, tables)
        if mark is Mark.TAIL and isinstance(found, DatelineMark) and _is_unclosed(lines, at):
            mark = Mark.DATELINE
        if isinstance(found, OpeningMark):
            # who reports, in brackets below a dateline with a line of its own, opens no other text
            mark = Mark.NONE if above and strand.folded.startswith("(") else mark
            waiting = found.end == len(strand) and not found.bylines
        marks.append(mark)
        if mark is Mark.BYLINE and isinstance(found, BylineMark):
            bylines[at] = found
    # what is found looking at several lines sees the marks found before it
    marked = Marked(text, folded, lines, marks, tables, page)
    _put(marks, mark_running(marked))
    mend(text, folded, lines, sights, marks, tables)
    _sign_pictures(marked, marks, bylines)
    _put(marks, mark_items(marked))
    _put(marks, mark_asides(marked))
    return Marking(tuple(marks), bylines)


def _put(marks: list[Mark], found: Mapping[int, Mark]) -> None:
    """Give lines the marks that were found looking at several of them."""
    for at, mark in found.items():
        marks[at] = mark


def _sign_pictures(page: Marked, marks: list[Mark], bylines: dict[int, BylineMark]) -> None:
    """Mark credits right below a byline as bylines: who wrote and who took the pictures sign together."""
    for at in range(1, len(marks)):
        if marks[at] is not Mark.CREDIT or marks[at - 1] is not Mark.BYLINE or page.lines[at].gap:
            continue
        strand = page.strand(at, at + 1)
        found = credit.read_credit_line(strand, 0, len(strand), page.tables)
        if found is not None and found.bylines:
            marks[at] = Mark.BYLINE
            bylines[at] = found


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
        if mark in _OPENING
        and _goes_on(_Reader(Strand.of(text, folded, stretches(text, line)), line, tables))
    )


def jump_ways(
    text: str, folded: str, lines: Sequence[Line], marks: Sequence[Mark], tables: Tables
) -> dict[int, str]:
    """Find which way the jump lines of a page lead.

    Args:
        text: The page's text.
        folded: The same folded, of the same length.
        lines: Its lines.
        marks: The mark that rules each.
        tables: The conventions to read by.

    Returns:
        For each line that is nothing but a jump line ``to`` or ``from``, by its index.
    """
    strands = {
        at: Strand.of(text, folded, stretches(text, line))
        for at, (line, mark) in enumerate(zip(lines, marks, strict=True))
        if mark is Mark.JUMP
    }
    read = {at: jump.read_all(strand, 0, len(strand), tables) for at, strand in strands.items()}
    return {at: found.direction for at, found in read.items() if found is not None}


_OPENING: Final = frozenset({Mark.DATELINE, Mark.JUMP_HEAD})
"""Marks that open a line of running text."""
_TELLING: Final = frozenset({Opening.GLYPH, Opening.QUOTE})
"""Openings that may begin a mark without any of its words: ■ of a key point, （ of an author note."""


@frozen
class _Reader:
    """One line as it is read for its mark."""

    strand: Strand
    line: Line
    tables: Tables

    @cached_property
    def caption(self) -> CaptionMark | None:
        """What speaks for a caption: several marks ask for it."""
        return credit.read_caption(self.strand, 0, len(self.strand), self.tables)


def _mark(strand: Strand, line: Line, sight: int, tables: Tables) -> tuple[Mark, object]:
    """The mark that rules one line, the first that is found, and what was read of it."""
    reader = _Reader(strand, line, tables)
    return next(
        (
            (mark, found)
            for mark, needed, read in _ORDER
            if (needed is None or sight & needed) and (found := read(reader))
        ),
        (Mark.NONE, None),
    )


def _whole(read: Callable[[Strand, int, int, Tables], object]) -> Callable[[_Reader], object]:
    """A reader of marks that is given the whole line."""
    return lambda one: read(one.strand, 0, len(one.strand), one.tables)


def _signs(one: _Reader) -> BylineMark | None:
    """A line that is nothing but bylines; who edited and set the page is no author of an article."""
    found = byline.read_all(one.strand, 0, len(one.strand), one.tables)
    if found is None or any(signed.kind is not BylineKind.EDITOR for signed in found.bylines):
        return found
    return None if furniture.read_all(one.strand, 0, len(one.strand), one.tables) else found


def _comes_from(one: _Reader) -> bool:
    """Whether a line opens with the page its text comes from."""
    found = jump.read_head(one.strand, 0, len(one.strand), one.tables)
    return found is not None and found.direction == "from"


def _goes_on(one: _Reader) -> bool:
    """Whether a line closes with the page its text goes on."""
    found = jump.read_tail(one.strand, 0, len(one.strand), one.tables)
    return found is not None and found.direction == "to"


def _source(one: _Reader) -> DatelineMark | None:
    """A line that is a dateline in brackets and nothing else, as stands under an article."""
    if one.line.closing is not Closing.ENCLOSED:
        return None
    found = dateline.read_tail(one.strand, 0, len(one.strand), one.tables)
    return found if found is not None and found.start == 0 else None


def _is_unclosed(lines: Sequence[Line], at: int) -> bool:
    """Whether no text ends above a line, so that a source on it stands above its article and not under it."""
    return at == 0 or lines[at - 1].closing is Closing.OPEN


def _is_credit(one: _Reader) -> bool:
    """Whether a line is or closes with a picture credit."""
    if credit.read_credit_line(one.strand, 0, len(one.strand), one.tables):
        return True
    return one.caption is not None and one.caption.has_credit


def _is_opener(one: _Reader) -> bool:
    """Whether a line opens with the glyph of a caption or key point."""
    if one.line.opening is not Opening.GLYPH:
        return False
    if credit.read_opener(one.strand, 0, len(one.strand), one.tables):
        return True
    return credit.read_highlight(one.strand, 0, len(one.strand), one.tables) is not None


def _points_at_picture(one: _Reader) -> bool:
    """Whether a line opens with words such as 图为, as captions do and now and then a line of a paragraph."""
    figure = credit.read_figure(one.strand, 0, len(one.strand), one.tables)
    return bool(figure) and one.strand.text.startswith(figure)


def _is_signed(one: _Reader) -> bool:
    """Whether a line closes with who wrote it or where it is from."""
    if one.line.closing in {Closing.STOP, Closing.LIVELY}:
        return False
    end = len(one.strand)
    return (
        byline.read_tail(one.strand, 0, end, one.tables) is not None
        or dateline.read_tail(one.strand, 0, end, one.tables) is not None
    )


def _names_foot(one: _Reader) -> object:
    """Whether a line closes with a sentence and, in a bracket, somebody's name."""
    return roleless.read_foot(one.strand, 0, len(one.strand), one.tables)


# A mark that fills the line rules before one that opens it, and that before one that closes it. Beside each
# stands what a quick look over the page must have seen on the line, or None where no word is needed.
_ORDER: Final[tuple[tuple[Mark, int | None, Callable[[_Reader], object]], ...]] = (
    (Mark.JUMP, Sight.JUMP, _whole(jump.read_all)),
    (Mark.BYLINE, Sight.BYLINE, _signs),
    (Mark.JUMP_HEAD, Sight.JUMP, _comes_from),
    (Mark.TAIL, Sight.DATELINE, _source),
    (Mark.DATELINE, Sight.DATELINE | Sight.BYLINE, _whole(read_line)),
    (Mark.FURNITURE, Sight.FURNITURE, _whole(furniture.read_all)),
    (Mark.CREDIT, Sight.CREDIT, _is_credit),
    (Mark.OPENER, None, _is_opener),
    (Mark.FIGURE, None, _points_at_picture),
    (Mark.JUMP_TAIL, Sight.JUMP, _goes_on),
    (Mark.TAIL, None, _whole(byline.is_author_note)),
    (Mark.TAIL, Sight.BYLINE | Sight.DATELINE, _is_signed),
    (Mark.TAIL, None, _names_foot),
)

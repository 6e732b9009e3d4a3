"""Furniture: folios, section names, dates, staff boxes and whatever else belongs to no article.

A line is furniture when it is made of pieces of furniture from end to end. A piece that is also a plain
word or number, as a page number is, counts only beside one that is not. What a page's edge prints besides,
a title no table knows or a section of any name, counts only in a row of lines that hold nothing else, and a
notice to readers only where it stands alone: the layout room looks for both.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from paperparse.conventions import Mark
from paperparse.conventions.tables import source_of
from paperparse.marks.pieces import grammar_of, mark_of, read_pieces
from paperparse.marks.results import FurnitureMark, RunningMark
from paperparse.marks.signing import trim
from paperparse.model import FurnitureKind

if TYPE_CHECKING:
    from paperparse.conventions import Tables
    from paperparse.text.strand import Strand

__all__ = ["may_be_notice", "read_all", "read_any", "read_notice", "read_running"]

LONGEST: Final = 200
"""Code points; a staff line with contacts has 120."""
_WEAK: Final = frozenset({FurnitureKind.SECTION, FurnitureKind.UNKNOWN})
"""Kinds of pieces that may as well be a headline: a word, or words in Latin letters."""
_TOLD: Final = frozenset({FurnitureKind.MASTHEAD, FurnitureKind.FOLIO})
"""What beside a day makes a line a running head, whoever printed it."""


def read_all(strand: Strand, start: int, end: int, tables: Tables) -> FurnitureMark | None:
    """Read a range that is nothing but furniture.

    Args:
        strand: The text.
        start: First code point of the range.
        end: One past its last.
        tables: The conventions.

    Returns:
        What it is, with the page number, section and date it prints, or None.

    Examples:
        >>> from paperparse.conventions import load
        >>> from paperparse.text.fold import fold
        >>> from paperparse.text.strand import Strand
        >>> text = "2025年5月13日 星期二 A03 要 闻"
        >>> mark = read_all(Strand.of(text, fold(text), [(0, len(text))]), 0, len(text), load(("mainland",)))
        >>> mark.kind.value, mark.number, mark.section, mark.date
        ('folio', 'A3', '要闻', datetime.date(2025, 5, 13))
    """
    folded = strand.folded
    start, end = trim(folded, start, end)
    if not 0 < end - start <= LONGEST or not _may_be(folded, start, end, tables):
        return None
    reading = read_pieces(strand, start, end, tables, grammar_of(tables).pieces)
    if reading is None:
        return None
    if not reading.sure and reading.unsure < 2:  # noqa: PLR2004  # two words that are staff roles make a staff line
        return None
    return mark_of(reading, start, end)


def read_running(strand: Strand, start: int, end: int, tables: Tables) -> RunningMark | None:
    """Read a range that may be furniture if it stands in a row of such lines, as at a page's edge.

    Args:
        strand: The text.
        start: First code point of the range.
        end: One past its last.
        tables: The conventions.

    Returns:
        What it would be, whether it is that wherever it stands, and whether it may as well be a headline; or
        None when it is none.

    Examples:
        >>> from paperparse.conventions import load
        >>> from paperparse.text.fold import fold
        >>> from paperparse.text.strand import Strand
        >>> text = "西海時報 THE WEST SEA TIMES 地方 2019年7月9日 7"
        >>> strand = Strand.of(text, fold(text), [(0, len(text))])
        >>> mark = read_running(strand, 0, len(text), load(("mainland",)))
        >>> mark.sure, mark.mark.kind.value, mark.mark.number, mark.mark.section
        (True, 'masthead', '7', '地方')
    """
    start, end = trim(strand.folded, start, end)
    if not 0 < end - start <= LONGEST:
        return None
    known = read_all(strand, start, end, tables)
    if known is not None and known.kind not in _WEAK:
        return RunningMark(known, sure=True)
    if known is not None:
        return RunningMark(known, plain=True)
    if strand.folded.count("(", start, end) != strand.folded.count(")", start, end):
        return None  # half of a mark that a line end has broken: (下转
    reading = read_pieces(strand, start, end, tables, grammar_of(tables).running)
    if reading is None or not reading.kinds:
        return None
    sure = reading.date is not None and not reading.kinds.isdisjoint(_TOLD)
    return RunningMark(mark_of(reading, start, end), sure=sure, plain=reading.kinds <= _WEAK, loose=True)


def read_notice(strand: Strand, start: int, end: int, tables: Tables) -> FurnitureMark | None:
    """Read a range that is a line to readers, if it stands alone.

    Args:
        strand: The text.
        start: First code point of the range.
        end: One past its last.
        tables: The conventions.

    Returns:
        What it is, or None.

    Examples:
        >>> from paperparse.conventions import load
        >>> from paperparse.text.fold import fold
        >>> from paperparse.text.strand import Strand
        >>> text = "更多新闻，请扫描二维码"
        >>> strand = Strand.of(text, fold(text), [(0, len(text))])
        >>> read_notice(strand, 0, len(text), load(("mainland",))).kind.value
        'see_also'
    """
    start, end = trim(strand.folded, start, end)
    if not 0 < end - start <= LONGEST:
        return None
    for kind, _, pattern in grammar_of(tables).notices:
        if pattern.fullmatch(strand.folded, start, end) is not None:
            return FurnitureMark(start, end, kind)
    return None


def may_be_notice(folded: str, tables: Tables) -> bool:
    """A quick look: whether the characters stand in a line without which it is no line to readers.

    Args:
        folded: The line folded.
        tables: The conventions.

    Returns:
        Whether it is worth reading.

    Examples:
        >>> from paperparse.conventions import load
        >>> tables = load(("mainland",))
        >>> may_be_notice("更多新闻,请扫描二维码", tables), may_be_notice("新桥今日通车", tables)
        (True, False)
    """
    lacks = frozenset(folded).isdisjoint
    for needed in _signs_of_notices(tables):  # a loop, which is twice as fast here as any() in any()
        for signs in needed:
            if lacks(signs):
                break
        else:
            return True
    return False


@lru_cache(maxsize=8)
def _signs_of_notices(tables: Tables) -> tuple[tuple[frozenset[str], ...], ...]:
    """For each row of notices the sets of characters of each of which one must stand in it."""
    return tuple(tables.signs(source_of(row)) for row in tables.of(Mark.NOTICE))


def read_any(strand: Strand, start: int, end: int, tables: Tables) -> FurnitureMark | None:
    """Read a range that is known to be furniture by where it stands; see the other readers."""
    known = read_all(strand, start, end, tables)
    if known is not None:
        return known
    running = read_running(strand, start, end, tables)
    return running.mark if running is not None else read_notice(strand, start, end, tables)


def _may_be(folded: str, start: int, end: int, tables: Tables) -> bool:
    """A quick look: a word or number of furniture at the beginning."""
    anchor = tables.anchors.get("furniture")
    return anchor is None or anchor.match(folded, start, end) is not None

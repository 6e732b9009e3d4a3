"""Furniture: folios, section names, dates, staff boxes and whatever else belongs to no article.

A line is furniture when it is made of pieces of furniture from end to end. A piece that is also a plain
word or number, as a page number is, counts only beside one that is not.
"""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from attrs import define, field

from paperparse.conventions import Mark
from paperparse.conventions.engine import parts_of, words_of
from paperparse.marks.names import part_names
from paperparse.marks.numbers import count_of, page_of, republic_year_of, year_of
from paperparse.marks.results import FurnitureMark
from paperparse.marks.signing import trim
from paperparse.model import FurnitureKind

if TYPE_CHECKING:
    import regex

    from paperparse.conventions import Tables
    from paperparse.text.strand import Strand

__all__ = ["read_all"]

LONGEST: Final = 200
"""Code points; a staff line with contacts has 120."""
_PIECES: Final = (
    # in the order they are tried; the first that a line holds decides what it is, but for folios and dates
    (Mark.SEE_ALSO, FurnitureKind.SEE_ALSO),
    (Mark.MASTHEAD, FurnitureKind.MASTHEAD),
    (Mark.STAFF, FurnitureKind.STAFF),
    (Mark.CONTACT, FurnitureKind.CONTACT),
    (Mark.ADVERT, FurnitureKind.ADVERT),
    (Mark.DATE, FurnitureKind.DATE),
    (Mark.SECTION, FurnitureKind.SECTION),
    (Mark.FOLIO, FurnitureKind.FOLIO),
)
_RANKS: Final = (
    FurnitureKind.MASTHEAD,
    FurnitureKind.CONTACT,
    FurnitureKind.FOLIO,
    FurnitureKind.STAFF,
    FurnitureKind.DATE,
    FurnitureKind.SEE_ALSO,
    FurnitureKind.ADVERT,
    FurnitureKind.SECTION,
)
"""What a line with several pieces is: the kind that stands first here."""


class _Grammar(NamedTuple):
    """The patterns of one set of tables."""

    pieces: tuple[tuple[FurnitureKind, bool, regex.Pattern[str]], ...]
    between: regex.Pattern[str]
    staff: frozenset[str]


@define
class _Reading:
    """What has been read of a line so far."""

    kinds: set[FurnitureKind] = field(factory=set)
    sure: int = 0
    unsure: int = 0
    number: str | None = None
    section: str | None = None
    date: dt.date | None = None


@lru_cache(maxsize=8)
def _grammar(tables: Tables) -> _Grammar:
    """Compile, once for each set of tables."""
    section = tables.build(r"(?P<section>{section})(?!\p{Han}(?<!第))")
    pieces: list[tuple[FurnitureKind, bool, regex.Pattern[str]]] = []
    for mark, kind in _PIECES:
        if mark is Mark.SECTION:
            # one pattern for all rows, longest words first
            pieces.append((kind, True, section))
        else:
            pieces += [(kind, row.kind != "beside", pattern) for row, pattern in tables.compiled(mark)]
    return _Grammar(
        pieces=tuple(pieces),
        between=tables.build(r"(?:[ |·,、;:()\-—<>_*]|{sign})+"),
        staff=frozenset(
            word for row in tables.of(Mark.STAFF_ROLE) if row.kind == "alone" for word in row.words
        ),
    )


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
    reading = _Reading()
    at = start
    while at < end:
        after = _piece(strand, at, end, tables, reading)
        if after is None:
            between = _grammar(tables).between.match(folded, at, end)
            if between is None:
                return None
            after = between.end()
        at = after
    if not reading.sure and reading.unsure < 2:  # noqa: PLR2004  # two words that are staff roles make a staff line
        return None
    kind = next(kind for kind in _RANKS if kind in reading.kinds)
    return FurnitureMark(start, end, kind, reading.number, reading.section, reading.date)


def _may_be(folded: str, start: int, end: int, tables: Tables) -> bool:
    """A quick look: a word or number of furniture at the beginning."""
    anchor = tables.anchors.get("furniture")
    return anchor is None or anchor.match(folded, start, end) is not None


def _piece(strand: Strand, at: int, end: int, tables: Tables, reading: _Reading) -> int | None:
    """Read the piece that begins here into the reading, and say where it ends."""
    folded = strand.folded
    grammar = _grammar(tables)
    for kind, alone, pattern in grammar.pieces:
        sure = alone
        found = pattern.match(folded, at, end)
        if found is None or found.end() == at:
            continue
        groups = parts_of(found)
        if kind is FurnitureKind.STAFF:
            low, high = groups["names"]
            people = part_names(strand.text[low:high], folded[low:high], tables.surnames)
            if people.odd or not people.names or people.strangers > 1:
                continue
            sure = sure and folded[slice(*groups["role"])].replace(" ", "") in grammar.staff
        if kind is FurnitureKind.DATE and ("year" in groups or "republic" in groups):
            reading.date = _day(words_of(found))
            if reading.date is None:
                continue
        reading.kinds.add(kind)
        reading.sure += sure
        reading.unsure += not sure
        if "page" in groups and kind is FurnitureKind.FOLIO:
            reading.number = page_of(folded[slice(*groups["page"])])
        if "section" in groups:
            low, high = groups["section"]
            reading.section = "".join(strand.text[low:high].split())
        return found.end()
    return None


def _day(groups: dict[str, str]) -> dt.date | None:
    """The day a match prints, or None when there is no such day."""
    republic = groups.get("republic")
    year, month, day = (
        year_of(groups["year"]) if republic is None else republic_year_of(republic),
        count_of(groups.get("month", "")),
        count_of(groups.get("day", "")),
    )
    if year is None or month is None or day is None:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None

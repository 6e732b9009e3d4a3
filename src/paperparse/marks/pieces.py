"""What lines of furniture are made of: page numbers, sections, days, staff and how to reach them."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from attrs import define, field

from paperparse.conventions import Mark
from paperparse.conventions.engine import parts_of, words_of
from paperparse.marks.names import part_names
from paperparse.marks.numbers import count_of, page_of, republic_year_of, year_of
from paperparse.marks.results import FurnitureMark
from paperparse.model import FurnitureKind

if TYPE_CHECKING:
    import regex

    from paperparse.conventions import Tables
    from paperparse.text.strand import Strand

__all__ = ["Reading", "grammar_of", "mark_of", "read_pieces"]

FOLIOS: Final = 2
"""Page numbers on a line at the most; more of them are numbers drawn in a lottery."""
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
    FurnitureKind.UNKNOWN,
)
"""What a line with several pieces is: the kind that stands first here."""


_Pieces: TypeAlias = "tuple[tuple[FurnitureKind, bool, regex.Pattern[str]], ...]"


class _Grammar(NamedTuple):
    """The patterns of one set of tables.

    Attributes:
        pieces: Those of furniture that is known alone, or beside another piece, with what they are and which
            of the two holds.
        running: The same for lines at a page's edge.
        notices: Those of whole lines to readers.
        between: What may stand between two pieces.
        staff: Words that are staff roles alone.
    """

    pieces: _Pieces
    running: _Pieces
    notices: _Pieces
    between: regex.Pattern[str]
    staff: frozenset[str]


@define
class Reading:
    """What has been read of a line so far."""

    kinds: set[FurnitureKind] = field(factory=set)
    folios: int = 0
    sure: int = 0
    unsure: int = 0
    number: str | None = None
    section: str | None = None
    date: dt.date | None = None


@lru_cache(maxsize=8)
def grammar_of(tables: Tables) -> _Grammar:
    """Compile, once for each set of tables."""
    section = tables.build(r"(?P<section>{section})(?!\p{Han}(?<!第))")
    pieces: list[tuple[FurnitureKind, bool, regex.Pattern[str]]] = []
    for mark, kind in _PIECES:
        if mark is Mark.SECTION:
            # one pattern for all rows, longest words first
            pieces.append((kind, True, section))
        else:
            pieces += [(kind, row.kind != "beside", pattern) for row, pattern in tables.compiled(mark)]
    looser = [
        (FurnitureKind(row.kind), False, pattern) for row, pattern in tables.compiled(Mark.RUNNING_HEAD)
    ]
    return _Grammar(
        pieces=tuple(pieces),
        # 2版 of a list of what stands inside is a folio elsewhere
        running=(*(one for one in looser if one[0] is FurnitureKind.SEE_ALSO), *pieces, *looser),
        notices=tuple(
            (FurnitureKind(row.kind), True, pattern) for row, pattern in tables.compiled(Mark.NOTICE)
        ),
        between=tables.build(r"(?:[ |·,、;:()\-—<>_*]|{sign})+"),
        staff=frozenset(
            word for row in tables.of(Mark.STAFF_ROLE) if row.kind == "alone" for word in row.words
        ),
    )


def read_pieces(strand: Strand, start: int, end: int, tables: Tables, pieces: _Pieces) -> Reading | None:
    """Read a range piece by piece, or None when something stands between them."""
    reading = Reading()
    at = start
    while at < end:
        after = _piece(strand, at, end, tables, reading, pieces)
        if after is None:
            between = grammar_of(tables).between.match(strand.folded, at, end)
            if between is None:
                return None
            after = between.end()
        at = after
    return reading if reading.folios <= FOLIOS else None


def mark_of(reading: Reading, start: int, end: int) -> FurnitureMark:
    """What a range that was read is."""
    kind = next(kind for kind in _RANKS if kind in reading.kinds)
    return FurnitureMark(start, end, kind, reading.number, reading.section, reading.date)


def _piece(  # noqa: PLR0913, PLR0917  # a range of a strand, and what it is read by and into
    strand: Strand, at: int, end: int, tables: Tables, reading: Reading, pieces: _Pieces
) -> int | None:
    """Read the piece that begins here into the reading, and say where it ends."""
    folded = strand.folded
    for kind, alone, pattern in pieces:
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
            # 本版编辑 is a role of its own, though 本版 may stand before any
            roles = (folded[slice(*groups["role"])], folded[at : groups["role"][1]])
            staff = grammar_of(tables).staff
            sure = sure and any(role.replace(" ", "") in staff for role in roles)
        if kind is FurnitureKind.DATE and ("year" in groups or "republic" in groups):
            reading.date = _day(words_of(found))
            if reading.date is None:
                continue
        reading.kinds.add(kind)
        reading.folios += kind is FurnitureKind.FOLIO
        reading.sure += sure
        reading.unsure += not sure
        if "page" in groups and kind is FurnitureKind.FOLIO and reading.number is None:
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

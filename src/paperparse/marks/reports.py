"""Where and when it was reported, said behind the names of who reports: ``台北報導``, ``花蓮縣3日電``.

A mark that signs so is a byline and a dateline in one, and no character can belong to both. The words of
the report are the dateline's, from the place or day on; what stands before them is the byline's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from paperparse.conventions.engine import parts_of
from paperparse.marks.grammar import grammar_of
from paperparse.marks.numbers import count_of, republic_year_of, year_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    import regex

    from paperparse.conventions import Tables
    from paperparse.text.strand import Strand

__all__ = ["Date", "Report", "date_of", "report_of"]

Date: TypeAlias = tuple[int | None, int | None, int | None]
"""Year, month and day, each None when not printed."""

_MONTHS: Final = 12
_DAYS: Final = 31
_FIELDS: Final = ("year", "republic", "month", "day", "place", "action")
"""Groups of a report that say something, in any order."""


class Report(NamedTuple):
    """The words of a report.

    Attributes:
        start: First code point in the strand.
        end: One past the last.
        place: Where it was reported, or None.
        date: When.
        kind: What it is called: 報導, 電, 綜合外電報導.
    """

    start: int
    end: int
    place: str | None
    date: Date
    kind: str


def date_of(groups: Mapping[str, str]) -> Date | None:
    """The date that groups of a match hold.

    Args:
        groups: What they hold, by their names; folded.

    Returns:
        The date, or None when it can be none.

    Examples:
        >>> date_of({"month": "四", "day": "15"}), date_of({"day": "32"})
        ((None, 4, 15), None)
    """
    year = year_of(groups["year"]) if "year" in groups else None
    year = republic_year_of(groups["republic"]) if "republic" in groups else year
    month = count_of(groups["month"]) if "month" in groups else None
    day = count_of(groups["day"]) if "day" in groups else None
    bad_month = "month" in groups and (month is None or not 1 <= month <= _MONTHS)
    bad_day = "day" in groups and (day is None or not 1 <= day <= _DAYS)
    return None if bad_month or bad_day else (year, month, day)


def report_of(strand: Strand, found: regex.Match[str], tables: Tables) -> Report | None:
    """The report a match holds behind the names.

    Args:
        strand: The text.
        found: The match of a shape, or of what closes one.
        tables: The conventions.

    Returns:
        The report; None where only a word such as 报道 says what was done, which is the byline's.
    """
    where = parts_of(found)
    if "action" not in where:
        return None
    groups: dict[str, str] = {name: strand.folded[slice(*where[name])] for name in _FIELDS if name in where}
    date = date_of(groups)
    gathered = grammar_of(tables).gathered.fullmatch(groups["action"]) is not None
    if date is None or not (groups.get("place") or date[2] or gathered):
        return None
    printed = {name: "".join(strand.text[slice(*where[name])].split()) for name in groups}
    start = min(where[name][0] for name in groups if groups[name])
    return Report(start, where["action"][1], printed.get("place") or None, date, printed["action"])

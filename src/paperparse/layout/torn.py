"""Rows that an extractor tore between two signs, put together again.

Signs that stand side by side are set closer than other type, and an extractor that watches for steps
backwards takes the second for the head of another row, as in ``由实践来检验。⏎”在河南考察``. No printed line
begins with a closing sign or ends with an opening one (kinsoku), so where a row does and both would fit in
the column, they are one line.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from paperparse.text.lines import Row, em_width

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["join_torn"]

AROUND: Final = 6
"""Rows on either side whose widest says how wide the column is."""
SQUEEZED: Final = 1.5
"""Em by which the signs of a line may be squeezed: what is torn was set close."""
SURE: Final = 2
"""Rows torn for certain from which on its page is also joined between a closing and an opening sign."""
CLOSERS: Final = "，。、；：！？”’」』）》〉】〕］"
OPENERS: Final = "“‘「『（《〈【〔［"

# line breaks are few: they are looked for, and then what stands beside them
_HINT: Final = re.compile(rf"[\r\n](?:(?=[{CLOSERS}])|(?<=[{OPENERS}][\r\n]))")


def join_torn(text: str, rows: list[Row]) -> list[Row]:
    r"""Put torn rows together.

    Args:
        text: The page's text.
        rows: Rows in reading order.

    Returns:
        The rows; one that was joined reaches over the line breaks inside it.

    Examples:
        >>> from paperparse.text.lines import split_rows
        >>> page = "书记说：“要由群众评价、\n由实践来检验。\n”在河南考察\n时，书记看望了各地代表。"
        >>> [page[row.start : row.end] for row in join_torn(page, list(split_rows(page)))][1]
        '由实践来检验。\n”在河南考察'
    """
    if _HINT.search(text) is None:
        return rows
    joined = _joined(text, rows, sure=True)
    if len(rows) - len(joined) >= SURE:
        joined = _joined(text, joined, sure=False)
    return joined


def _joined(text: str, rows: Sequence[Row], *, sure: bool) -> list[Row]:
    """Rows joined where signs say they must be, or where they may be."""
    widths = _Widths(text, rows)
    found: list[Row] = []
    kept: list[int] = []  # of what is found, the row it begins with; that bears the width of the whole
    for at, row in enumerate(rows):
        upper = found[-1] if found else None
        if upper and upper.end < row.start and not upper.feed and _parted(text, upper, row, sure=sure):
            around = [*kept[-1 - AROUND : -1], *range(at + 1, min(at + 1 + AROUND, len(rows)))]
            whole = widths[kept[-1]] + widths[at]
            if whole <= max(map(widths.__getitem__, around), default=0.0) + SQUEEZED:
                found[-1] = Row(upper.start, row.end, row.feed, joined=True)
                widths[kept[-1]] = whole
                continue
        found.append(row)
        kept.append(at)
    return found


class _Widths(dict[int, float]):
    """The widths of rows in em, line breaks inside them left out; measured where one beside them is torn."""

    def __init__(self, text: str, rows: Sequence[Row]) -> None:
        self._text, self._rows = text, rows

    def __missing__(self, at: int) -> float:
        row = self._rows[at]
        words = self._text[row.start : row.end].strip()
        width = self[at] = em_width(words.replace("\n", "").replace("\r", ""))
        return width


def _parted(text: str, upper: Row, lower: Row, *, sure: bool) -> bool:
    """Whether the break between two rows is one that no line of print has, or may have been torn."""
    last, first = text[upper.end - 1 : upper.end], text[lower.start : lower.start + 1]
    if not last or not first or upper.start == upper.end or lower.start == lower.end:
        return False
    if text[upper.end : lower.start].strip("\r\n"):
        return False  # they stand in one column, and rows of another between them
    if first in CLOSERS or last in OPENERS:
        return not (last.isspace() or first.isspace())
    return not sure and last in CLOSERS and first in OPENERS

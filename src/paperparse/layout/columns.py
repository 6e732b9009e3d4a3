"""Columns that stand side by side on the same rows, put one after the other.

Where a block of rows holds two columns, the left parts of its rows are read first, then the right ones,
and each of the two is looked at again, for it may hold two itself. Lines then come in the order in which
they are read, not in which they stand in the text; their ends still point to where they stand.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from paperparse.layout.blocks import find_blocks
from paperparse.layout.cuts import Part
from paperparse.layout.gutters import SCALES, Views
from paperparse.layout.rivers import find_rivers
from paperparse.layout.torn import join_torn
from paperparse.layout.weave import weave
from paperparse.text.lines import ENDS, Row, closing_of, line_up, split_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paperparse.layout.blocks import Block, Cut
    from paperparse.layout.gutters import Gap, View
    from paperparse.text.lines import Line

__all__ = ["Order", "put_in_order"]

DEEPEST: Final = 3
"""How often columns are looked for within columns: eight on one row."""
FEWEST: Final = 3
"""Places with white or an upright sign that a page must have before its rows are looked at."""
HEADLINE: Final = 4
"""Lines of a headline at the most, kicker and sub among them."""
FLUSH: Final = 1.25
"""Em by which a right part may stand in and yet begin with its column: places are measured roughly."""

_WORD: Final = r"[^\s\x21-\u024f｜│┃]"
# blanks and upright signs are few: they are looked for, and then what stands beside them
_WHITE: Final = re.compile(
    rf"[ \t\u3000|｜│┃](?:(?<=[|｜│┃])|(?<={_WORD} )(?=[^\s\x21-\u024f])|(?<={_WORD}.)[ \t\u3000])"
)


class Order(NamedTuple):
    """The lines of a page as they are read.

    Attributes:
        lines: The lines, in reading order.
        signs: For each block of rows that upright signs part, where those stand: half-open ranges of code
            points. They belong to no line.
    """

    lines: tuple[Line, ...]
    signs: tuple[tuple[tuple[int, int], ...], ...]


def put_in_order(text: str, folded: str | None = None) -> Order:
    r"""Read the lines of a page, columns that share their rows one after the other.

    Args:
        text: The page's text.
        folded: The same, folded for matching; the text itself where it is not given.

    Returns:
        The lines; those of :func:`~paperparse.text.lines.split_lines` where no columns share their rows.
        Time is linear in the length of the text.

    Examples:
        >>> left = ["　　新桥今天通车，", "两岸来往只要三分", "钟，渡口从此停航。"]
        >>> right = ["　　到场的街坊说，", "盼这座桥，已经盼", "了整整二十年了。"]
        >>> page = "\n".join(f"{one} | {two}" for one, two in zip(left, right))
        >>> order = put_in_order(page)
        >>> [page[line.start : line.end] for line in order.lines][2:4], order.signs
        (['钟，渡口从此停航。', '到场的街坊说，'], (((10, 11), (31, 32), (52, 53)),))
    """
    if not _is_worth_a_look(text):
        return Order(line_up(text, join_torn(text, list(split_rows(text)))), ())
    signs: list[tuple[tuple[int, int], ...]] = []
    folded = text if folded is None else folded
    rows = _read(text, folded, list(split_rows(text)), signs, DEEPEST)
    return Order(line_up(text, join_torn(text, rows)), tuple(signs))


def _is_worth_a_look(text: str) -> bool:
    """Whether there is white in enough places."""
    found = _WHITE.finditer(text)
    return all(next(found, None) is not None for _ in range(FEWEST))


def _read(
    text: str, folded: str, rows: list[Row], signs: list[tuple[tuple[int, int], ...]], depth: int
) -> list[Row]:
    """Rows in reading order, those of several columns taken apart."""
    if not depth:
        return rows
    looks = Views(text, rows)
    rivers = find_rivers({at: view for at in looks.worthwhile() if (view := looks[at]).gaps or view.indent})
    found_blocks = find_blocks(text, looks, rivers) if rivers else ()
    if not found_blocks:
        return rows
    views = [looks[at] for at in range(len(rows))]
    stops = [block.first for block in found_blocks[1:]] + [len(rows)]
    blocks: list[Block] = []
    low = 0
    for block, stop in zip(found_blocks, stops, strict=True):
        blocks += weave(folded, views, block, low, stop)
        low = max(block.first + len(block.cuts), blocks[-1].first + len(blocks[-1].cuts) if blocks else 0)
    found: list[Row] = []
    at = 0
    for block in blocks:
        found += rows[at : block.first]
        left, right, own = _take_apart(text, views, block)
        at = block.first + len(block.cuts)
        if own:
            signs.append(own)
        found += _read(text, folded, _trimmed(text, left), signs, depth - 1)
        right = _trimmed(text, right)
        found += [_BLANK] * _distance(text, right)
        found += _read(text, folded, right, signs, depth - 1)
        found.append(_BLANK)
    return found + rows[at:]


_BLANK: Final = Row(0, 0)


def _take_apart(
    text: str, views: Sequence[View], block: Block
) -> tuple[list[Row], list[Row], tuple[tuple[int, int], ...]]:
    """The left and the right column of a block, and its signs."""
    left: list[Row] = []
    right: list[Row] = []
    signs: list[tuple[int, int]] = []
    own = views[block.first : block.first + len(block.cuts)]
    cuts = block.cuts
    for view, cut in zip(own, cuts, strict=True):
        row = view.row
        empty = Row(row.start, row.start)
        if cut.gap is not None and cut.gap.sign >= 0:
            signs.append((cut.gap.sign, cut.gap.sign + 1))
        match cut.part:
            case Part.BOTH if cut.gap is not None:
                left.append(Row(row.start, cut.gap.start))
                right.append(Row(_head(text, cut.gap, cut, block.scale), row.end, row.feed))
            case Part.RIGHT:
                left.append(empty)
                head = _head(text, cut.gap, cut, block.scale) if cut.gap is not None else row.start
                right.append(Row(head, row.end, row.feed))
            case Part.NONE:
                left.append(empty)
                right.append(Row(row.start, row.start, row.feed))
            case _:
                left.append(row)
                right.append(empty)
    return left, right, tuple(signs)


def _head(text: str, gap: Gap, cut: Cut, scale: int) -> int:
    """Where a right part begins, the blanks of its indent with it."""
    low = gap.start if gap.sign < 0 else gap.sign + 1
    if cut.place:
        indent = gap.right[scale] - cut.place
        if indent < FLUSH:
            indent = 0.0
        at = gap.end
        while at > low and indent > 0:
            width = 1.0 if text[at - 1] in "\u2003\u3000" else SCALES[scale][2]
            if indent < width:
                break
            indent -= width
            at -= 1
        return at
    inset = gap.inset if gap.inset > 1 or gap.sign >= 0 else 0
    if inset:
        return gap.end - inset
    return min(low + 1, gap.end) if gap.sign >= 0 else gap.end


def _distance(text: str, rows: Sequence[Row]) -> int:
    """Blank rows that part a column from what is read before it: more than stand below its headline."""
    blank = [_is_blank(text, row) for row in rows]
    shown = next((at for at, empty in enumerate(blank) if empty), len(rows))
    below = next((at for at in range(shown, len(rows)) if not blank[at]), len(rows))
    words = [text[row.start : row.end].rstrip() for row in rows[:shown]]
    if shown > HEADLINE or any(closing_of(line) in ENDS for line in words):
        return 1
    return below - shown + 1


def _trimmed(text: str, rows: list[Row]) -> list[Row]:
    """Rows without the blank ones at either end."""
    low, high = 0, len(rows)
    while low < high and _is_blank(text, rows[low]):
        low += 1
    while low < high and _is_blank(text, rows[high - 1]):
        high -= 1
    return rows[low:high]


def _is_blank(text: str, row: Row) -> bool:
    """Whether a row of a block holds nothing; blocks have no long rows but the rare blank one."""
    return row.start == row.end or not text[row.start : row.end].strip()

"""Where the left column ends that is longer than the right one.

Below a block the longer column goes on alone. If it is the left one, its rest must be read before the right
column, and nothing marks where it ends and the next article begins. Every end is weighed: is the
sentence over, how the right column begins, what the rows below share with the left column, how they stand.
"""

from __future__ import annotations

from enum import Enum, auto
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from paperparse.layout.lone import ENDS, INDENT, Column, full_width
from paperparse.layout.rivers import RAGGED
from paperparse.text.lines import closing_of, em_width

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from paperparse.layout.blocks import Block
    from paperparse.layout.gutters import View
    from paperparse.text.lines import Row

__all__ = ["tail_of"]

WEIGHTS: Final = {
    "tail-body": 0.3,
    "tail-display": -1.5,
    "tail-wide": -0.7,
    "tail-gap": -1.5,
    "tail-lost": -9.0,
    "kin-share": 0.09,
    "kin-slope": 20.0,
    "kin-most": 2.0,
    "kin-least": -1.5,
    "tail-tight": -2.5,
    "open:goes-on": 1.0,
    "open:fresh": -2.0,
    "open:unknown": -1.5,
    "closed:goes-on": -1.0,
    "tail-rival": -6.0,
    "orphaned": -1.5,  # running text follows, and no article has begun
}
"""Nats. Of the pairs of characters of a paragraph, the article it belongs to holds 17 in a hundred before it
(median of 600 real articles cut in the middle), another article 3."""


def tail_of(text: str, left: Sequence[Row], right: Sequence[Row], below: Sequence[View], block: Block) -> int:
    """How many rows below a block are the rest of its left column.

    Args:
        text: The page's text.
        left: The left parts of its rows.
        right: The right parts.
        below: The rows below it, until the next block.
        block: The block.

    Returns:
        The number of rows, blank ones among them counted. Time is linear in the number of rows.
    """
    lines = [words for row in left if (words := text[row.start : row.end].rstrip())]
    if not lines or not below:
        return 0
    column = Column(full_width([em_width(words) for words in lines]))
    column = column.after(lines[-1], em_width(lines[-1]))
    usual = _widest_gap(text, left)
    head = _head_of(text, left, right)
    rights = [words for row in right if (words := text[row.start : row.end].strip())]
    padded = any(cut.place or (cut.gap is not None and cut.gap.sign >= 0) for cut in block.cuts)
    rival = not padded and rights and closing_of(rights[-1]) not in ENDS
    score = WEIGHTS["tail-rival"] if rival else 0.0
    # where both are of one width, running text below may be the right column's
    alike = abs(full_width([em_width(words) for words in rights]) - column.width) <= RAGGED
    orphaned = 0.0 if rival or alike else WEIGHTS["orphaned"]
    runs = list(_runs(below))
    likely = [_is_running(text, below[low:high], column.width) for low, high, _ in runs]
    best = _end(column, head, tight=_is_tight(below[0], column)) + orphaned * any(likely[:1])
    taken = 0
    held = _pairs(lines)
    for (low, high, gap), running, left_over in zip(runs, likely, [*likely, False][1:], strict=True):
        printed = [text[view.row.start : view.stop].rstrip() for view in below[low:high]]
        score += WEIGHTS["tail-gap"] * (gap > usual)
        for view, line in zip(below[low:high], printed, strict=True):
            width = view.end[1]
            score += WEIGHTS["tail-wide"] * (width > column.width + RAGGED)
            column = column.after(line, width)
        score += WEIGHTS["tail-body" if running else "tail-display"]
        score += _kinship(_pairs(printed), held)
        tight = high < len(below) and _is_tight(below[high], column)
        total = score + _end(column, head, tight=tight) + orphaned * left_over
        if total > best:
            best, taken = total, high
        elif total < best + WEIGHTS["tail-lost"]:
            break
    return taken


def _runs(views: Sequence[View]) -> Iterator[tuple[int, int, int]]:
    """Paragraphs as far as blank rows and indents tell: first row, one past the last, blank rows before."""
    gap = 0
    at = 0
    while at < len(views):
        if not views[at].end[0]:
            gap += 1
            at += 1
            continue
        low = at
        at += 1
        while at < len(views) and views[at].end[0] and not _stands_in(views[at]):
            at += 1
        yield low, at, gap
        gap = 0


def _is_running(text: str, views: Sequence[View], measure: float) -> bool:
    """Whether rows hold running text: a line as wide as the column, or the end of a sentence."""
    return any(
        abs(view.end[1] - measure) <= RAGGED or closing_of(text[view.row.start : view.stop].rstrip()) in ENDS
        for view in views
    )


def _stands_in(view: View) -> bool:
    """Whether a row begins a paragraph by its indent."""
    return view.indent is not None and view.indent.right[1] >= INDENT


def _pairs(lines: Iterable[str]) -> set[str]:
    """The pairs of neighbouring Han characters of some lines."""
    words = "".join(lines)
    return {
        one + two
        for one, two in pairwise(words)
        if one >= "\u4e00" and two >= "\u4e00" and two < "\uff00" and one < "\uff00"
    }


def _kinship(pairs: set[str], held: set[str]) -> float:
    """What it says that a paragraph shares so many of its pairs with a column."""
    if not pairs:
        return 0.0
    share = len(pairs & held) / len(pairs)
    return max(
        min((share - WEIGHTS["kin-share"]) * WEIGHTS["kin-slope"], WEIGHTS["kin-most"]), WEIGHTS["kin-least"]
    )


class _Head(Enum):
    """How the right column begins."""

    GOES_ON = auto()  # in the middle of a paragraph
    FRESH = auto()
    UNKNOWN = auto()


def _head_of(text: str, left: Sequence[Row], right: Sequence[Row]) -> _Head:
    """How the right column begins; lines tell only where paragraphs stand in."""
    rows = [text[row.start : row.end].rstrip() for row in (*left, *right)]
    lines = [words for words in rows if words]
    if not any(_indent(words) >= INDENT for words in lines):
        return _Head.UNKNOWN
    first = next((words for words in rows[len(left) :] if words), "")
    rights = [words for words in rows[len(left) :] if words]
    if not first or _indent(first) - min(map(_indent, rights)) >= INDENT:
        return _Head.FRESH
    full = abs(em_width(first.strip()) - full_width([em_width(words.strip()) for words in rights])) <= RAGGED
    return _Head.GOES_ON if full or closing_of(first.strip()) in ENDS else _Head.UNKNOWN


def _indent(words: str) -> float:
    """Em of the blanks before words."""
    blanks = words[: len(words) - len(words.lstrip())]
    wide = blanks.count("\u3000")
    return wide + (len(blanks) - wide) / 2


def _is_tight(view: View, column: Column) -> bool:
    """Whether a row follows without a blank one and could be a line of a column."""
    return 0 < view.end[1] <= column.width + RAGGED


def _end(column: Column, head: _Head, *, tight: bool) -> float:
    """How well a left column ends where it stands."""
    worth = WEIGHTS["tail-tight"] if tight else 0.0
    if column.open > 0:
        return worth + WEIGHTS[_OPEN[head]]
    return worth + (WEIGHTS["closed:goes-on"] if head is _Head.GOES_ON else 0.0)


_OPEN: Final = {
    _Head.GOES_ON: "open:goes-on",
    _Head.FRESH: "open:fresh",
    _Head.UNKNOWN: "open:unknown",
}


def _widest_gap(text: str, rows: Sequence[Row]) -> int:
    """Blank rows between lines of a column at the most."""
    widest = gap = 0
    begun = False
    for row in rows:
        if text[row.start : row.end].strip():
            widest = max(widest, gap if begun else 0)
            begun = True
            gap = 0
        else:
            gap += 1
    return widest

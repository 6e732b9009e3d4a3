"""Rows of which only one part is printed: whose is it?

Where nothing pads a row, a lone part may be the left column's or the right one's, and below a block the
longer column goes on alone. Both are settled by what the columns held so far: a sentence that stands open wants to
go on, a line is no wider than its column, a paragraph that has begun is not left for nothing.
"""

from __future__ import annotations

from enum import Enum, auto
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from paperparse.layout.rivers import RAGGED, Cut, Part
from paperparse.text.lines import Closing, closing_of, em_width

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from paperparse.layout.gutters import View
    from paperparse.layout.rivers import Block
    from paperparse.text.lines import Row

__all__ = ["give_lone_parts", "tail_of"]

WEIGHTS: Final = {
    "goes-on": 1.0,
    "begins": 0.5,
    "interrupts": -1.5,
    "out-of-the-blue": -0.5,
    "too-wide": -4.0,
    "leaves-open": -1.5,
    "still-left": -0.2,
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
}
"""Nats."""
INDENT: Final = 1.25
"""Em from which a line stands in."""
_ENDS: Final = frozenset({Closing.STOP, Closing.LIVELY, Closing.ENCLOSED, Closing.CLOSER})


@frozen
class _Column:
    """A column as far as it was read.

    Attributes:
        width: Em of its full lines.
        open: 1 where its last line stands open, -1 where a paragraph is over, 0 where that is not known.
    """

    width: float
    open: int = 0

    def after(self, words: str, width: float) -> _Column:
        """The column with one more line."""
        if closing_of(words) not in _ENDS:
            return evolve(self, open=1)
        return evolve(self, open=0 if width >= self.width - RAGGED else -1)


def _full(widths: Sequence[float]) -> float:
    """Em of the full lines among some."""
    return sorted(widths)[len(widths) * 3 // 4] if widths else 0.0


def give_lone_parts(text: str, views: Sequence[View], cuts: Sequence[Cut], scale: int) -> list[Cut]:
    """Give every row that has one part to a column.

    Args:
        text: The page's text.
        views: The rows of a block.
        cuts: How each is parted.
        scale: The scale of its places.

    Returns:
        The cuts, with no part left that may be either's.
    """
    if not any(cut.part is Part.EITHER for cut in cuts):
        return list(cuts)
    both = [
        (view, cut.gap) for view, cut in zip(views, cuts, strict=True) if cut.part is Part.BOTH and cut.gap
    ]
    lefts = _Column(_full([gap.left[scale] for _, gap in both]))
    rights = _Column(_full([view.end[scale] - gap.right[scale] for view, gap in both]))
    # a path is a chain of pairs, so that no row copies those before it
    paths: dict[tuple[_Column, _Column, Part], tuple[float, object]] = {(lefts, rights, Part.BOTH): (0.0, ())}
    for view, cut in zip(views, cuts, strict=True):
        reached: dict[tuple[_Column, _Column, Part], tuple[float, object]] = {}
        for (left, right, last), (score, chain) in paths.items():
            for part, gain, state in _ways(text, view, cut, (left, right, last), scale):
                best = reached.get(state)
                if best is None or score + gain > best[0]:
                    reached[state] = (score + gain, (part, chain))
        paths = reached
    chain = max(paths.values(), key=lambda path: path[0])[1]
    parts: list[Part] = []
    while isinstance(chain, tuple) and chain:
        parts.append(chain[0])
        chain = chain[1]
    parts.reverse()
    return [evolve(cut, part=part) for cut, part in zip(cuts, parts, strict=True)]


def _ways(
    text: str, view: View, cut: Cut, state: tuple[_Column, _Column, Part], scale: int
) -> list[tuple[Part, float, tuple[_Column, _Column, Part]]]:
    """The ways to give a row to columns: what it becomes, its worth, and how things stand after it."""
    left, right, last = state
    low, high = view.row.start, view.stop
    if cut.part is Part.BOTH and cut.gap is not None:
        one = text[low : cut.gap.start].strip()
        two = text[cut.gap.end : high].strip()
        left = left.after(one, cut.gap.left[scale]) if one else left
        right = right.after(two, view.end[scale] - cut.gap.right[scale]) if two else right
        return [(cut.part, 0.0, (left, right, Part.BOTH))]
    if cut.part is not Part.EITHER:
        return [(cut.part, 0.0, (left, right, last))]
    words = text[low:high].strip()
    width = view.end[scale]
    indent = view.indent.right[scale] if view.indent else 0.0
    found: list[tuple[Part, float, tuple[_Column, _Column, Part]]] = []
    for part, own, other in ((Part.LEFT, left, right), (Part.RIGHT, right, left)):
        after = own.after(words, width)
        gain = _suits(own, width, indent)
        if other.open > 0:
            gain += WEIGHTS["still-left" if last is part else "leaves-open"]
        found.append((part, gain, (after, right, part) if part is Part.LEFT else (left, after, part)))
    return found


def _suits(column: _Column, width: float, indent: float) -> float:
    """How well a lone line suits a column."""
    worth = WEIGHTS["too-wide"] if width > column.width + RAGGED else 0.0
    if column.open > 0:
        worth += WEIGHTS["interrupts" if indent >= INDENT else "goes-on"]
    elif column.open < 0:
        worth += WEIGHTS["begins" if indent >= INDENT else "out-of-the-blue"]
    return worth


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
    column = _Column(_full([em_width(words) for words in lines]))
    column = column.after(lines[-1], em_width(lines[-1]))
    usual = _widest_gap(text, left)
    head = _head_of(text, left, right)
    best, taken = _end(column, head, tight=_is_tight(below[0], column)), 0
    rights = [words for row in right if (words := text[row.start : row.end].strip())]
    padded = any(cut.place or (cut.gap is not None and cut.gap.sign >= 0) for cut in block.cuts)
    rival = not padded and rights and closing_of(rights[-1]) not in _ENDS
    score = WEIGHTS["tail-rival"] if rival else 0.0
    held = _pairs(lines)
    for low, high, gap in _runs(below):
        words = [text[view.row.start : view.stop].rstrip() for view in below[low:high]]
        score += WEIGHTS["tail-gap"] * (gap > usual)
        fulls = 0
        for view, line in zip(below[low:high], words, strict=True):
            width = view.end[1]
            full = abs(width - column.width) <= RAGGED
            fulls += full or closing_of(line) in _ENDS
            score += WEIGHTS["tail-wide"] * (width > column.width + RAGGED)
            column = column.after(line, width)
        score += WEIGHTS["tail-body" if fulls else "tail-display"]
        score += _kinship(_pairs(words), held)
        tight = high < len(below) and _is_tight(below[high], column)
        total = score + _end(column, head, tight=tight)
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
    full = abs(em_width(first.strip()) - _full([em_width(words.strip()) for words in rights])) <= RAGGED
    return _Head.GOES_ON if full or closing_of(first.strip()) in _ENDS else _Head.UNKNOWN


def _indent(words: str) -> float:
    """Em of the blanks before words."""
    blanks = words[: len(words) - len(words.lstrip())]
    wide = blanks.count("\u3000")
    return wide + (len(blanks) - wide) / 2


def _is_tight(view: View, column: _Column) -> bool:
    """Whether a row follows without a blank one and could be a line of a column."""
    return 0 < view.end[1] <= column.width + RAGGED


def _end(column: _Column, head: _Head, *, tight: bool) -> float:
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

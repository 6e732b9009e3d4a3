"""The rows around a block as parts that may be read one after the other: the pieces of the puzzle."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from paperparse.layout.blocks import Cut
from paperparse.layout.cuts import Part
from paperparse.layout.flow import Words, full_width, words_of
from paperparse.layout.parts import inset, measures_of, splits_of, whole_of
from paperparse.layout.rivers import RAGGED
from paperparse.layout.seams import pairs_and_triples_of
from paperparse.text.lines import ENDS, closing_of
from paperparse.text.pairs import common_pairs
from paperparse.text.scripts import HAN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paperparse.layout.blocks import Block
    from paperparse.layout.gutters import View
    from paperparse.layout.parts import Measure, Piece, Split

__all__ = ["Strips", "Tail", "Way", "strips_of"]

KIN: Final = 5
"""Pairs of characters that two stretches share from which on more say no more."""
STRETCH: Final = 8
"""Rows of a stretch."""
PILED: Final = 3
"""Rows of a run from which on its width is a measure of its own."""
NESTED: Final = 0.3
"""Share of rows with white in them from which on a column is read as holding columns itself."""
FOOT: Final = 4
"""Rows below a block that may belong to it."""
RIVALS: Final = 4
"""Blanks of a row from which on more say no more against one of them."""
_PAIR: Final = re.compile(f"([{HAN}])(?=([{HAN}]))")
_ALONE: Final = {Part.BOTH: -1e6, Part.RIGHT: -4.0}
"""What it costs to read a row whole that holds two parts, or that stands in like a right one."""


@frozen(eq=False)
class Way:
    """A way to part a row.

    Attributes:
        cut: How it is parted.
        left: What the left column has of it, or the row where it is not parted.
        right: What the right column has of it.
        seen: What it says by itself.
        worth: What it is worth besides, in nats.
    """

    cut: Cut
    left: Words | None
    right: Words | None
    seen: tuple[str, ...] = ()
    worth: float = 0.0


@frozen
class Tail:
    """What rows say that would be the rest of a left column.

    Attributes:
        runs: How many runs of rows there are.
        shows: How many of them are no running text.
        others: How many are set to another measure.
        kin: How much each shares with what stands above it, added up.
    """

    runs: int = 0
    shows: int = 0
    others: int = 0
    kin: float = 0.0

    def __add__(self, other: Tail) -> Tail:
        """The rows of both."""
        return Tail(
            self.runs + other.runs,
            self.shows + other.shows,
            self.others + other.others,
            self.kin + other.kin,
        )


class Side:
    """The rows of one column, in order."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        """Of what stands in them."""
        self._at = [piece.row for piece in pieces]
        self._words = [piece.words for piece in pieces]
        self._pairs: dict[int, frozenset[str]] = {}
        self._near: dict[tuple[int, int], frozenset[str]] = {}

    def near(self, row: int, step: int) -> frozenset[str]:
        """The pairs of Han characters, not common in news, of some rows from one down (1) or up (-1).

        Where the column has no part of the row, those from it up begin with the part below it. So the rest of
        a left column below a blank row shares with itself, and the weights are fitted to that: looked for
        from the row above on, article of side-by-side rises by 0.011 and that of articles-beside falls by
        0.012 (six times 60 pages); fitted again, both fall on some pages.
        """
        found = self._near.get((row, step))
        if found is None:
            at = bisect_left(self._at, row)
            low, high = (at - STRETCH + 1, at + 1) if step < 0 else (at, at + STRETCH)
            some = range(max(low, 0), min(high, len(self._at)))
            found = self._near[row, step] = frozenset[str]().union(*map(self._rare, some))
        return found

    def _rare(self, at: int) -> frozenset[str]:
        """Those of one row."""
        found = self._pairs.get(at)
        if found is None:
            pairs = map("".join, _PAIR.findall(self._words[at]))
            found = self._pairs[at] = frozenset(pairs).difference(common_pairs())
        return found


@frozen(eq=False)
class Strips:
    """Rows and the ways to part them.

    Attributes:
        ways: For each row the ways to read it within a block; none for a blank row.
        wholes: For each row how it is read outside of one.
        closed: For each row whether the river finds both columns in it, so that no block begins below it.
        tails: Before each row, and after the last, what the rows so far say as the rest of a left column.
        indents: Whether they show where paragraphs begin.
        pairs: Every two characters that stand side by side in them, folded.
        triples: Every three.
        lefts: The rows of the left column or of both.
        rights: Those of the right one.
    """

    ways: tuple[tuple[Way, ...], ...]
    wholes: tuple[Way | None, ...]
    closed: tuple[bool, ...]
    tails: tuple[Tail, ...]
    indents: bool
    pairs: frozenset[str]
    triples: frozenset[str]
    lefts: Side
    rights: Side

    def kin(self, one: Words, two: Words) -> float:
        """How much the rows above one part share with those below another, 0 to 1."""
        above = (self.lefts if one.left else self.rights).near(one.row, -1)
        below = (self.lefts if two.left else self.rights).near(two.row, 1)
        return min(len(above & below), KIN) / KIN


class _Column:
    """One column of some rows, to describe its parts by."""

    def __init__(self, pieces: Sequence[Piece], widths: Sequence[float], *, left: bool) -> None:
        self._left, self._widths = left, widths
        self._nested = sum(1 for piece in pieces if piece.inner) >= max(NESTED * len(pieces), PILED)
        self._runs = _runs(pieces, widths)

    def words(self, piece: Piece | None) -> Words | None:
        """A part of it, described."""
        if piece is None or not piece.words:
            return None
        left, fresh = self._left, piece.fresh
        if self._nested and piece.inner:
            first, last = (
                words_of(piece.row, words, 0.0, left=left, fresh=fresh, run="text")
                for words in (piece.inner[0], piece.inner[-1])
            )
            return evolve(first, outer=last)
        off = piece.width - self._widths[piece.row]
        run = self._runs.get(piece.row, "show")
        return words_of(piece.row, piece.words, off, left=left, fresh=fresh, run=run)


def strips_of(folded: str, rows: Sequence[View], block: Block, lead: int) -> Strips:
    """Look at a block and the rows around it.

    Args:
        folded: The page, folded.
        rows: Some rows above the block, its own, and those below it.
        block: The block.
        lead: How many of them stand above it.

    Returns:
        The ways to part them.
    """
    scale = block.scale
    single = Cut(Part.LEFT, None, 0.0)
    stop = lead + len(block.cuts)
    cuts = [*[single] * lead, *block.cuts, *[single] * (len(rows) - stop)]
    ragged = all(not cut.place and (cut.gap is None or cut.gap.sign < 0) for cut in block.cuts)
    loose = stop + FOOT if ragged else 0
    measures = measures_of(rows, cuts, scale)
    splits = [
        splits_of(folded, at, view, cut, measures[at], scale=scale, free=at < loose)
        for at, (view, cut) in enumerate(zip(rows, cuts, strict=True))
    ]
    likely = [_likely(some, cut) for some, cut in zip(splits, cuts, strict=True)]
    left_pieces = [split.left for split in likely if split and split.left]
    right_pieces = [split.right for split in likely if split and split.right]
    left = _Column(left_pieces, [measure.left for measure in measures], left=True)
    right = _Column(right_pieces, [measure.right for measure in measures], left=False)
    ways: list[tuple[Way, ...]] = []
    wholes: list[Way | None] = []
    for at, (view, cut, some) in enumerate(zip(rows, cuts, splits, strict=True)):
        free = at < loose
        here = tuple(
            _weighed(view, cut, Way(split.cut, left.words(split.left), right.words(split.right)), free=free)
            for split in some
        )
        ways.append(here)
        part = next((way.left for way in here if way.right is None), None)
        part = part or left.words(whole_of(folded, at, view, scale) if some else None)
        seen = ("whole uncut",) if free and cut.part is Part.BOTH else ()
        worth = 0.0 if free else _ALONE.get(cut.part, 0.0)
        wholes.append(Way(cut, part, None, seen, worth) if part else None)
    lefts = Side(left_pieces)
    pairs, triples = pairs_and_triples_of(folded[rows[0].row.start : max(view.row.end for view in rows)])
    return Strips(
        ways=tuple(ways),
        wholes=tuple(wholes),
        closed=tuple(cut.part is Part.BOTH for cut in cuts),
        tails=_tails(rows, wholes, measures, lefts, scale),
        indents=any(piece.fresh for piece in (*left_pieces, *right_pieces)),
        pairs=pairs,
        triples=triples,
        lefts=lefts,
        rights=Side(right_pieces),
    )


def _likely(splits: Sequence[Split], cut: Cut) -> Split | None:
    """How the river parts a row."""
    part = Part.LEFT if cut.part is Part.EITHER else cut.part
    return next((split for split in splits if split.cut.gap is cut.gap and split.cut.part is part), None)


def _weighed(view: View, own: Cut, way: Way, *, free: bool) -> Way:
    """A way to part a row with what it says by itself, where the river alone does not tell."""
    if not free:
        return way
    left, right = way.left, way.right
    if left and right:
        rivals = min(sum(gap.narrow for gap in view.gaps), RIVALS)
        found = "found" if own.gap is way.cut.gap else "other" if own.gap else "new"
        seen = [
            f"cut {left.shape} {left.close} > {right.shape}",
            f"cut {left.run} > {right.run}",
            f"cut of {rivals}",
            f"cut {found}",
        ]
    else:
        part = left or right
        seen = [f"alone {'left' if left else 'right'} {part.shape if part else ''}"]
        if own.part is Part.BOTH:
            seen.append("alone uncut")
    return evolve(way, seen=tuple(seen))


def _runs(pieces: Sequence[Piece], widths: Sequence[float]) -> dict[int, str]:
    """For each row of a column whether it is running text: among lines that are full, or end a sentence."""
    found: dict[int, str] = {}
    run: list[Piece] = []
    for piece in (*pieces, None):
        if run and (piece is None or piece.fresh or piece.row - run[-1].row > 1):
            ends = any(closing_of(one.words) in ENDS for one in run if one.words)
            full = sum(abs(one.width + 2 * one.fresh - widths[one.row]) <= RAGGED for one in run)
            kind = "text" if ends or 2 * full >= len(run) else "show"
            found.update((one.row, kind) for one in run)
            run = []
        if piece is not None:
            run.append(piece)
    return found


def _tails(
    rows: Sequence[View], wholes: Sequence[Way | None], measures: Sequence[Measure], lefts: Side, scale: int
) -> tuple[Tail, ...]:
    """What the rows before each say as the rest of a left column, run by run."""
    adds = [Tail()] * (len(rows) + 1)
    run: list[Words] = []
    for whole in (*wholes, None):
        part = whole.left if whole and whole.cut.part is not Part.BOTH else None
        if run and (part is None or part.start == "fresh" or part.run != run[0].run):
            first = run[0].row
            widths = [
                rows[one.row].end[scale] - inset(rows[one.row], scale) + 2 * (one.start == "fresh")
                for one in run
            ]
            off = full_width(widths) - measures[first].left
            other = abs(off) > RAGGED if len(run) >= PILED else off > RAGGED
            shared = min(len(lefts.near(first - 1, -1) & lefts.near(first, 1)), KIN) if first else 0
            adds[first + 1] = Tail(1, int(run[0].run == "show"), int(other), shared / KIN)
            run = []
        if part is not None:
            run.append(part)
    return tuple(accumulate(adds))

"""Where a column goes on when extractors give columns out of their order.

A text turns from the foot of a column to the head of the next. An extractor that draws the second column
first, or reads across the tops of two columns and then across their bottoms, leaves feet that stop in
mid-sentence above something else, and heads that begin in mid-sentence below something else. Feet are given
to heads by one assignment over the page, each also free to have none; where a head is given to another foot
than the one printed above it, it is put behind that.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from paperparse.layout.evidence import Mark
from paperparse.layout.onward import FRESH, amounts, meeting, puzzle_of, shapes, shared, way_of, ways
from paperparse.layout.seams import BLOCK
from paperparse.matching import assign
from paperparse.shipped import read_table

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from paperparse.layout.onward import Puzzle, Way
    from paperparse.layout.runs import Cast, Run

__all__ = ["LONG", "MOST", "Worth", "find_turns"]

MOST: Final = 96
"""Runs of a block of lines at the most; where there are more it is no page with columns but a list."""
ALONE: Final = -1.5
"""Nats of going on nowhere: pages out of order come out better below 0, and others stay as they are down to
-2."""
PLAIN: Final = 4.0
"""Nats from which on a foot in mid-sentence plainly goes on at the next head, whatever their words share."""
WORDS: Final = 2.2
"""Nats that what two runs tell of is worth at the most, all but nowhere."""
LONG: Final = 32_768
"""Characters of such a block at the most: a page holds half as many, and they may be gone through for each
two runs."""
MEETING: Final = 9.0
"""Nats that the characters that would meet are worth at the most, all but nowhere."""
KINDS: Final = 4096
"""Shapes of feet with heads, and ways between them, that are kept: a page has some hundreds."""


def find_turns(
    cast: Cast, runs: Sequence[Run], leaving: frozenset[int], jumps: Mapping[int, str]
) -> dict[int, int]:
    """At which run each run of a page goes on.

    Args:
        cast: The lines of the page.
        runs: Its runs, in the order extracted.
        leaving: Indices of lines that another mark rules but that close with a jump line to another page.
        jumps: Which way each line leads that is nothing but a jump line, ``to`` another page or ``from`` one.

    Returns:
        For each run that goes on the one it goes on at, by their numbers; there is no circle, and none is
        gone on at twice. Nothing of blocks of lines that are in order. Time is linear in the length of the
        page.
    """
    found: dict[int, int] = {}
    low = 0
    while low < len(runs):
        high = low
        while high < len(runs) and runs[high].head.line // BLOCK == runs[low].head.line // BLOCK:
            high += 1
        if 1 < high - low <= MOST:
            block = runs[low:high]
            staying = {at for at, run in enumerate(block) if _leaves(cast, run.foot.line, leaving, jumps)}
            coming = {at for at, run in enumerate(block) if _comes(cast, run.head.line, jumps)}
            for above, below in _solve(cast, block, staying, coming).items():
                found[low + above] = low + below
        low = high
    return found


def _leaves(cast: Cast, foot: int, leaving: frozenset[int], jumps: Mapping[int, str]) -> bool:
    """Whether a foot says that it goes on on another page."""
    return foot in leaving or cast.marks[foot] is Mark.JUMP_TAIL or jumps.get(foot + 1) == "to"


def _comes(cast: Cast, head: int, jumps: Mapping[int, str]) -> bool:
    """Whether a head says that it comes from another page."""
    return cast.marks[head] is Mark.JUMP_HEAD or jumps.get(head - 1) == "from"


@cache
def _weights() -> dict[str, float]:
    """The weights by their names, in nats, read once."""
    return {str(name): float(value) for name, value in read_table("layout", "turns")["weights"].items()}


class Worth:
    """What one run going on at another is worth on a page, in nats."""

    def __init__(self, puzzle: Puzzle) -> None:
        """Of the runs of a page."""
        self.puzzle = puzzle
        self._feet = [run.foot.shape for run in puzzle.runs]
        self._heads = [run.head.shape for run in puzzle.runs]
        self._whole: dict[tuple[int, int], float] = {}

    def of(self, above: int, below: int) -> float:
        """A turn, in full."""
        found = self._whole.get((above, below))
        if found is None:
            found = self.place(above, below) + _add(shared(self.puzzle, above, below))
            self._whole[above, below] = found
        return found

    def place(self, above: int, below: int) -> float:
        """The same but for what both runs tell of."""
        runs = self.puzzle.runs
        found = self.shape(above, below)
        if runs[above].foot.mid:
            found += _add(meeting(self.puzzle, runs[above].foot, runs[below].head))
        return found

    def shape(self, above: int, below: int) -> float:
        """The same but for the characters that would meet."""
        puzzle, way = self.puzzle, way_of(self.puzzle, above, below)
        foot = self._feet[above]
        return (
            _of_shape(foot, self._heads[below], puzzle.room, way.where)
            + _of_way(foot[0], way)
            + _add(amounts(puzzle, above, below, way.where))
        )


@lru_cache(maxsize=KINDS)
def _of_shape(
    foot: tuple[str, str, bool, str], head: tuple[str, str, str, str], room: str, where: str
) -> float:
    """What the shape of a foot and that of a head are worth; on all pages there are but so many."""
    return _add((name, 1.0) for name in shapes(foot, head, room, where))


@lru_cache(maxsize=KINDS)
def _of_way(kind: str, way: Way) -> float:
    """What a way is worth."""
    return _add(ways(kind, way))


def _add(seen: Iterable[tuple[str, float]]) -> float:
    """What some evidence is worth."""
    weights = _weights()
    return sum([weights.get(name, 0.0) * value for name, value in seen])


def _solve(
    cast: Cast, runs: Sequence[Run], staying: Collection[int], coming: Collection[int]
) -> dict[int, int]:
    """At which of some runs each of them goes on, or nothing where each goes on as printed.

    First are asked the feet in mid-sentence that do not plainly go on at the next head, for they must go on
    somewhere. Where one of them turns elsewhere the page is out of order, and every foot is asked. What is
    ``staying`` goes on on another page, and what is ``coming`` comes from one.
    """
    asked = [at for at, run in enumerate(runs) if run.foot.mid and at not in staying]
    if not asked:
        return {}
    worth = Worth(puzzle_of(cast, runs))
    if len(worth.puzzle.around.text) > LONG:
        return {}
    last = len(runs) - 1
    plain = {at for at in asked if at < last and at + 1 not in coming and worth.place(at, at + 1) >= PLAIN}
    fresh = FRESH[worth.puzzle.room]
    heads = [
        at
        for at, run in enumerate(runs)
        if at - 1 not in plain and at not in coming and run.head.start not in fresh
    ]
    loose = {
        (above, below)
        for above in asked
        if above not in plain
        for below in heads
        if below not in {above, above + 1}
        and worth.shape(above, below) + MEETING + WORDS > ALONE
        and worth.place(above, below) + WORDS > ALONE
    }
    if not loose:
        return {}
    nexts = {(below - 1, below) for _, below in loose} | {(above, above + 1) for above, _ in loose}
    feet = [at for at in range(len(runs)) if at not in staying]
    whole = {(above, below) for above in feet for below in range(len(runs)) if below not in {above, *coming}}
    if all(below == above + 1 for above, below in _chosen(worth, loose | (nexts & whole))):
        return {}
    after = dict(_chosen(worth, whole))
    for circle in _circles(after):
        del after[min(circle, key=lambda above: worth.of(above, after[above]))]
    return after


def _chosen(worth: Worth, pairs: Collection[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The best choice among some links, each run in one of either side at the most."""
    above = sorted({one for one, _ in pairs})
    below = sorted({two for _, two in pairs})
    gains = [[worth.of(one, two) if (one, two) in pairs else None for two in below] for one in above]
    for one, number in zip(above, assign(gains, [ALONE] * len(gains)), strict=True):
        if number is not None:
            yield one, below[number]


def _circles(after: Mapping[int, int]) -> list[list[int]]:
    """The runs that lead back to themselves."""
    found: list[list[int]] = []
    placed: set[int] = set()
    for begin in after:
        way: list[int] = []
        at: int | None = begin
        while at is not None and at not in placed:
            placed.add(at)
            way.append(at)
            at = after.get(at)
        if at in way:
            found.append(way[way.index(at) :])
    return found

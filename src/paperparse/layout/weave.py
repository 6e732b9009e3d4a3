"""In which order the parts of rows are read that hold two columns: one puzzle over all of them.

Where a block begins and ends, whose a row is that has one part, whether the rows below are the left column's
rest or the next article, and whether a gap parts two blocks: each of these says what is read after what.
So one dynamic programme goes down the rows and keeps, for every way things may stand, the part that was
read last in either column; the order in which parts go on best in each other wins.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from paperparse.layout.blocks import Block, Cut
from paperparse.layout.closings import in_manner, is_turn, link_evidence, tail_evidence
from paperparse.layout.cuts import Part
from paperparse.layout.flow import Manner, Turn, Words, load_weights, weight
from paperparse.layout.strips import Strips, Way, strips_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from paperparse.layout.flow import Names
    from paperparse.layout.gutters import View

__all__ = ["Step", "below", "reach", "solve", "weave"]

BEAM: Final = 10
"""Ways things may stand that are kept at a row."""
BEHIND: Final = 15.0
"""Nats by which such a way may be worse than the best one."""
LEAD: Final = 8
"""Rows above a block that may belong to it: two headlines that share their rows say little of columns."""
REACH: Final = 3
"""How much longer than the block a left column may be."""
LEAST: Final = 60
"""Rows it may be longer besides."""
MOST: Final = 8
"""How much longer it may be at the most: a few rows are no article's height."""


@frozen(eq=False)
class Step:
    """A row as it is read.

    Attributes:
        row: The row.
        way: How it is parted.
        begin: The row where its block begins, or -1.
    """

    row: int
    way: Way
    begin: int


def weave(folded: str, views: Sequence[View], block: Block, low: int, stop: int) -> list[Block]:
    """Part a block and the rows below it into blocks of which each column is read before the next.

    Args:
        folded: The page, folded.
        views: Its rows.
        block: The block.
        low: The first row that may belong to it.
        stop: The row at which the next one begins.

    Returns:
        The blocks, in order; the rows between them hold one column. Time is linear in the number of rows.
    """
    found: list[Block] = []
    cuts: list[Cut] = []
    first = -1
    low, stop = reach(block, low, stop)
    strips = strips_of(folded, views[low:stop], block, block.first - low)
    for step in [*solve(strips, whole=False), None]:
        if step is None or step.begin != first:
            if first >= 0:
                found.append(Block(low + first, tuple(cuts), block.scale))
            first, cuts = (step.begin, []) if step else (-1, [])
        if step and step.begin >= 0:
            cuts += [Cut(Part.NONE, None, 0.0)] * (step.row - first - len(cuts))
            cuts.append(step.way.cut)
    return found


def reach(block: Block, low: int, stop: int) -> tuple[int, int]:
    """The rows that may belong to a block: the first, and one past the last."""
    rows = len(block.cuts)
    return max(low, block.first - LEAD), min(stop, block.first + min(REACH * rows + LEAST, MOST * rows))


@frozen(eq=False)
class _State:
    """How things stand.

    Attributes:
        begin: The row where the block began, or -1.
        head: What its right column begins with.
        left: What was read last in the left column, or where there is but one.
        right: What was read last in the right one.
    """

    begin: int
    head: Words | None
    left: Words | None
    right: Words | None


def solve(
    strips: Strips,
    allowed: Callable[[int, Way, int], bool] | None = None,
    manners: Sequence[Manner] = tuple(Manner),
    *,
    whole: bool = True,
) -> list[Step]:
    """The best way to read rows.

    Args:
        strips: The rows.
        allowed: Whether a row may be read in a way in a block that begins so; for fitting.
        manners: What two columns may hold; for fitting.
        whole: Whether to read on where no block can be any more.

    Returns:
        The rows that hold words as they are read, in the order printed; none where nothing is allowed.
    """
    worth = _Worth(strips, manners)
    states: dict[tuple[int, ...], tuple[float, _State, object]] = {
        (): (0.0, _State(-1, None, None, None), None)
    }
    closed = False
    last = max((at for at, ways in enumerate(strips.ways) if any(way.right for way in ways)), default=-1)
    for at, (ways, alone) in enumerate(zip(strips.ways, strips.wholes, strict=True)):
        if at > last and not whole and all(state.begin < 0 for _, state, _ in states.values()):
            break
        if alone is None:
            closed = False
            continue
        reached: dict[tuple[int, ...], tuple[float, _State, object]] = {}
        for score, state, chain in states.values():
            for gain, way, after in _moves(worth, at, ways, alone, state, fresh=not closed):
                if allowed is not None and not allowed(at, way, after.begin):
                    continue
                key = (after.begin, id(after.head), id(after.left), id(after.right))
                best = reached.get(key)
                if best is None or score + gain > best[0]:
                    reached[key] = (score + gain, after, (Step(at, way, after.begin), chain))
        least = max((score for score, _, _ in reached.values()), default=0.0) - BEHIND
        kept = [item for item in reached.items() if item[1][0] >= least]
        if len(kept) > BEAM:
            kept = sorted(kept, key=lambda item: -item[1][0])[:BEAM]
        states = dict(kept)
        closed = strips.closed[at]
    chain = max(
        ((score + worth.close(state), chain) for score, state, chain in states.values()),
        key=lambda end: end[0],
        default=(0.0, None),
    )[1]
    path: list[Step] = []
    while isinstance(chain, tuple):
        path.append(chain[0])
        chain = chain[1]
    return path[::-1]


def _moves(  # noqa: PLR0913  # the worth, the row, and how things stand
    worth: _Worth, at: int, ways: Sequence[Way], whole: Way, state: _State, *, fresh: bool
) -> Iterator[tuple[float, Way, _State]]:
    """The ways a row may be read: what each is worth and how things stand after it."""
    inside = state.begin >= 0
    if inside:
        for way in ways:
            gain = (
                worth.way(way) + worth.step(at, state.left, way.left) + worth.step(at, state.right, way.right)
            )
            yield gain, way, _State(state.begin, state.head, way.left or state.left, way.right or state.right)
    out = worth.close(state)

    def enter(part: Words | None) -> float:
        return out + (
            worth.link(Turn.EXIT, state.right, part) if inside else worth.step(at, state.left, part)
        )

    yield (
        enter(whole.left) + worth.way(whole),
        whole,
        _State(-1, None, whole.left, None),
    )
    for way in ways if fresh else ():
        if way.right is not None:
            before = state.right if inside else state.left
            yield (
                enter(way.left) + worth.way(way) + weight("open"),
                way,
                _State(at, way.right, way.left or before, way.right),
            )


class _Worth:
    """What it is worth to read one part after another, looked up once."""

    def __init__(self, strips: Strips, manners: Sequence[Manner]) -> None:
        self._strips, self._manners = strips, manners
        self._links: dict[tuple[str, int, int], float] = {}
        self._closes: dict[tuple[int, ...], float] = {}
        self._ways: dict[int, float] = {}
        self._names: dict[Names, tuple[float, float]] = {}
        self._weights = load_weights()

    def way(self, way: Way) -> float:
        """A way to part a row."""
        found = self._ways.get(id(way))
        if found is None:
            found = self._ways[id(way)] = way.worth + sum(map(weight, way.seen))
        return found

    def step(self, at: int, one: Words | None, two: Words | None) -> float:
        """One part below another in its column."""
        return self.link(below(at - one.row), one, two) if one and two else 0.0

    def link(self, how: str, one: Words | None, two: Words | None) -> float:
        """One part after another, by a turn or a manner."""
        if one is None or two is None:
            return 0.0
        key = (how, id(one), id(two))
        found = self._links.get(key)
        if found is None:
            names, kin = link_evidence(self._strips, how, one, two)
            once, shared = self._names.get(names) or self._weighed(names)
            found = once + shared * kin
            self._links[key] = found
        return found

    def _weighed(self, names: Names) -> tuple[float, float]:
        """What is seen once, and what is seen in part."""
        found = self._names[names] = sum(map(weight, names.once)), weight(names.kin)
        return found

    def close(self, state: _State) -> float:
        """The end of a block."""
        if state.begin < 0:
            return 0.0
        key = (state.begin, id(state.head), id(state.left), id(state.right))
        found = self._closes.get(key)
        if found is None:
            left = state.left if is_turn(state.begin, state.left) else None
            tail = tail_evidence(self._strips, state.begin, state.left, state.right)
            found = self._closes[key] = max(
                self._closed(manner, left, state.head, tail) for manner in self._manners
            )
        return found

    def _closed(
        self, manner: Manner, left: Words | None, head: Words | None, tail: Sequence[tuple[str, float]]
    ) -> float:
        """The end of a block that holds one text or two."""
        found = self.link(manner, left, head)
        for name, value in tail:
            found += self._weights.get(in_manner(manner, name), 0.0) * value
        return found


def below(rows: int) -> Turn:
    """What stands between two parts of a column."""
    return Turn.TIGHT if rows == 1 else Turn.GAP if rows == 2 else Turn.WIDE  # noqa: PLR2004

"""What is seen where a part follows another and where a block ends, by the names it is weighed by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from paperparse.layout.flow import Manner, Turn, Words, evidence, meeting, weight

if TYPE_CHECKING:
    from collections.abc import Iterator

    from paperparse.layout.strips import Strips

__all__ = ["closing_evidence", "link_evidence", "tail_evidence", "tail_weight"]

SHARES: Final = ((0.15, "tenth"), (0.35, "third"), (0.6, "half"), (1.0, "one"))
"""How long the left column's rest is, seen from the rows that hold both."""


def tail_weight(manner: Manner, name: str) -> float:
    """What a piece of evidence on the rest of a left column weighs."""
    return weight(_TAIL_NAMES[manner][name])


def tail_evidence(
    strips: Strips, begin: int, left: Words | None, right: Words | None
) -> Iterator[tuple[str, float]]:
    """What the rest of a left column says that goes on below the right one."""
    if left is None or right is None or left.row <= right.row:
        return
    above, below = strips.tails[right.row + 1], strips.tails[left.row + 1]
    runs = below.runs - above.runs
    share = (left.row - right.row) / (right.row - begin + 1)
    yield f"share {next((name for most, name in SHARES if share <= most), 'more')}", 1.0
    yield "tail show", float(min(below.shows - above.shows, 2))
    yield "tail other", float(below.others > above.others)
    if runs:
        yield "tail kin", (below.kin - above.kin) / runs
        yield "tail kin runs", min(runs, 4) * (below.kin - above.kin) / runs
        yield "tail runs", float(min(runs, 4))


_TAIL: Final = (
    *(f"share {name}" for _, name in SHARES),
    "share more",
    "tail show",
    "tail other",
    "tail kin",
    "tail kin runs",
    "tail runs",
)
_TAIL_NAMES: Final = {manner: {name: f"{manner} {name}" for name in _TAIL} for manner in Manner}


def link_evidence(strips: Strips, turn: Turn, one: Words, two: Words) -> Iterator[tuple[str, float]]:
    """What is weighed of a link; for fitting."""
    if turn is Turn.EXIT:
        one = one.outer or one
    for name in evidence(turn, one, two, indents=strips.indents):
        yield name, 1.0
    if one.close != "ends":
        yield meeting(turn, one, two, strips.pairs, strips.triples), 1.0
    if turn is not Turn.TIGHT:
        yield f"kin {turn}", strips.kin(one, two)


def closing_evidence(  # noqa: PLR0913, PLR0917  # how things stand, field by field
    strips: Strips, manner: Manner, begin: int, head: Words, left: Words | None, right: Words
) -> Iterator[tuple[str, float]]:
    """What is weighed of the end of a block; for fitting."""
    if left is not None and left.row >= begin:
        last = left.outer or left
        for name in evidence(manner, last, head, indents=strips.indents):
            yield name, 1.0
        if last.close != "ends":
            yield meeting(manner, last, head, strips.pairs, strips.triples), 1.0
        yield f"{manner} kin", strips.kin(left, head)
    for name, value in tail_evidence(strips, begin, left, right):
        yield f"{manner} {name}", value

"""Lines in reading order: every column behind the one it goes on from."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from paperparse.layout.roles import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from paperparse.layout.runs import Cast, Run
    from paperparse.text.lines import Line

__all__ = ["put_behind"]


def put_behind(cast: Cast, runs: Sequence[Run], after: Mapping[int, int]) -> tuple[Line, ...] | None:
    """Put runs that are out of their order behind those they go on from.

    What is not turned to stays in the order extracted, and headlines and bylines with what they stand above.

    Args:
        cast: The lines of the page.
        runs: Its runs, in the order extracted.
        after: For each run the one that it goes on at, by their numbers; without a circle. Runs left out go
            on nowhere.

    Returns:
        The lines in reading order, or None where every run goes on at the next or nowhere.
    """
    turns = {above: below for above, below in after.items() if below != above + 1}
    if not turns:
        return None
    before = {below: above for above, below in after.items()}
    # a subhead goes with what it stands above; in mid-sentence there is none
    begins = {
        below: runs[below].head.line if runs[above].foot.mid else _opening(cast, runs, below)
        for above, below in turns.items()
    }
    cuts = {0, len(cast.lines)}
    for above, below in turns.items():
        last = below
        while after.get(last) == last + 1:
            last += 1
        first = above
        while before.get(first) == first - 1:
            first -= 1
        cuts |= {runs[above].foot.line + 1, begins[below], runs[last].foot.line + 1}
        cuts.add(_opening(cast, runs, first))
    ends = dict(pairwise(sorted(cuts)))
    behind = {runs[above].foot.line + 1: begins[below] for above, below in turns.items()}
    found: list[Line] = []
    last_line = -1
    for at, turned in _order(ends, behind):
        first_line, *rest = cast.lines[at : ends[at]]
        if turned:
            first_line = first_line._replace(gap=0)
        elif at != last_line + 1:
            first_line = first_line._replace(gap=max(first_line.gap, 1))
        found += [first_line, *rest]
        last_line = ends[at] - 1
    return tuple(found)


def _opening(cast: Cast, runs: Sequence[Run], number: int) -> int:
    """The line with which a run begins and what stands above it: its headline, its byline, or its own."""
    at = runs[number].head.line
    low = runs[number - 1].foot.line + 1 if number else 0
    return next((i for i in range(low, at) if cast.roles[i] is Role.DISPLAY or cast.signed(i)), at)


def _order(ends: Mapping[int, int], behind: Mapping[int, int]) -> Iterator[tuple[int, bool]]:
    """The pieces in reading order, by where they begin, and whether each is one that was turned to."""
    targets = set(behind.values())
    for begin in ends:
        at: int | None = None if begin in targets else begin
        turned = False
        while at is not None:
            yield at, turned
            at, turned = behind.get(ends[at]), True

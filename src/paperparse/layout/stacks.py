"""Where one pair of columns ends and another begins below it.

Articles of one measure stand one below the other, and the gutter between their columns is one river. Read as
one block, the left columns of all would come before the right ones. So a block is looked at wherever its
rows stop to hold two parts and a blank row is among them: either each column goes on below the gap, or the
right column follows the left one above it and a new article begins below.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from paperparse.layout.blocks import PARTED, Block
from paperparse.layout.cuts import Part
from paperparse.layout.lone import ENDS, INDENT
from paperparse.layout.seams import Seam, pairs_of, seam_of
from paperparse.text.lines import closing_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from paperparse.layout.blocks import Cut
    from paperparse.layout.gutters import View

__all__ = ["unstack"]

WEIGHTS: Final = {
    "open:fresh": -2.5,  # a sentence stands open, and what follows stands in
    "closed:fresh": 0.5,
    "closed:within": -0.7,
    "seam:page": 1.5,  # a sentence stands open, and the characters across the seam belong together
    "seam:common": 1.2,
    "seam:sign": 0.2,
    "seam:rare": -1.2,
    "over": 0.5,  # the right column ends above the gap
    "broken": -1.5,
    "display": 1.0,  # what stands between is no sentence
    "bare": -1.5,  # nothing stands between
    "gap": 0.4,  # each blank row that has words below it
    "turn:fresh": -1.0,  # a column begins with a paragraph: one in five does
}
"""Nats; chosen on set pages, so that articles that stand side by side stay one block."""


class _Words(NamedTuple):
    """A part of a row: what it says, and whether it stands in."""

    text: str
    fresh: bool


class _Parts(NamedTuple):
    """The two parts of a row."""

    left: _Words
    right: _Words


def unstack(text: str, views: Sequence[View], block: Block) -> Iterator[Block]:
    """Part a block of rows where a new pair of columns begins.

    Args:
        text: The page's text.
        views: Its rows.
        block: The block.

    Yields:
        Its parts, in order, without the rows between them; the block itself where it is one.
    """
    cuts = block.cuts
    both = [at for at, cut in enumerate(cuts) if cut.part is Part.BOTH]
    gaps = [(i, j) for i, j in pairwise(both) if any(cut.part is Part.NONE for cut in cuts[i + 1 : j])]
    if not gaps:
        yield block
        return
    low = block.first
    rows = views[low : low + len(cuts)]
    pairs: frozenset[str] | None = None
    told = [at for at in both if rows[at].stops]
    gutters = _gutters(cuts)
    begins = 0
    for above, below in gaps:
        before = bisect_right(told, above) - bisect_left(told, begins)
        if min(before, len(told) - bisect_left(told, below)) < PARTED:
            continue
        if pairs is None:
            pairs = pairs_of(text[rows[0].row.start : rows[-1].row.end])
        ends = [_parts(text, rows[at], cuts[at], gutters[begins]) for at in (begins, above, below)]
        if _apart(ends, _groups(text, rows[above + 1 : below]), pairs) > 0:
            yield block._replace(first=low + begins, cuts=cuts[begins : above + 1])
            begins = below
    yield block._replace(first=low + begins, cuts=cuts[begins:])


def _apart(at: Sequence[_Parts], groups: Sequence[Sequence[_Words]], pairs: frozenset[str]) -> float:
    """How much better two blocks are than one: the first ends above the groups, the second begins below.

    Args:
        at: The rows where the first block begins, where it ends, and where the second begins.
        groups: The rows between, in groups that blank rows part.
        pairs: Two characters that stand together elsewhere on the page.
    """
    top, last, then = at
    rest, heads = groups[0], groups[1:]

    def flow(one: _Words, two: _Words) -> float:
        return _flow(one, two, pairs)

    # the rows before the first gap end a column, those behind it begin the article below
    if rest:
        parted = max(
            flow(last.left, rest[0]) + flow(rest[-1], top.right) + _end(last.right),
            flow(last.left, top.right) + flow(last.right, rest[0]) + _end(rest[-1]),
        )
    else:
        parted = flow(last.left, top.right) + _end(last.right)
    shown = [words for head in heads for words in head]
    if not shown:
        parted += WEIGHTS["bare"]
    elif all(closing_of(words.text) not in ENDS and not words.fresh for words in shown):
        parted += WEIGHTS["display"]
    else:
        parted += flow(shown[-1], then.left)
    parted += WEIGHTS["turn:fresh"] * top.right.fresh
    parted += WEIGHTS["closed:fresh" if then.left.fresh else "closed:within"]
    return parted + WEIGHTS["gap"] * len(heads) - _woven(last, then, groups, pairs)


def _woven(last: _Parts, then: _Parts, groups: Sequence[Sequence[_Words]], pairs: frozenset[str]) -> float:
    """How well both columns go on across the rows between, each group of these given to one of them."""
    states = {(last.left, last.right): 0.0}
    for group in groups:
        if not group:
            continue
        reached: dict[tuple[_Words, _Words], float] = {}
        for (left, right), score in states.items():
            for state, gain in (
                ((group[-1], right), _flow(left, group[0], pairs)),
                ((left, group[-1]), _flow(right, group[0], pairs)),
            ):
                reached[state] = max(reached.get(state, float("-inf")), score + gain)
        states = reached
    return max(
        score + _flow(left, then.left, pairs) + _flow(right, then.right, pairs)
        for (left, right), score in states.items()
    )


def _groups(text: str, views: Sequence[View]) -> list[list[_Words]]:
    """The rows between, in groups that blank rows part; the first may be empty."""
    groups: list[list[_Words]] = [[]]
    for view in views:
        if not view.end[0]:
            if groups[-1] or len(groups) == 1:
                groups.append([])
            continue
        inset = view.indent.right[1] if view.indent else 0.0
        groups[-1].append(_Words(text[view.row.start : view.stop].strip(), inset >= INDENT))
    return groups[:1] + [group for group in groups[1:] if group]


def _gutters(cuts: Sequence[Cut]) -> list[float]:
    """For each row, em of the narrowest gutter from there down."""
    wide = [
        cut.gap.right[1] - cut.gap.left[1] if cut.part is Part.BOTH and cut.gap is not None else float("inf")
        for cut in cuts
    ]
    return list(accumulate(reversed(wide), min))[::-1]


def _parts(text: str, view: View, cut: Cut, gutter: float) -> _Parts:
    """The two parts of a row that holds both."""
    gap = cut.gap
    if gap is None:
        words = text[view.row.start : view.stop].strip()
        return _Parts(_Words(words, fresh=False), _Words("", fresh=False))
    inset = view.indent.right[1] if view.indent else 0.0
    stands = gap.right[1] - cut.place if cut.place else gap.right[1] - gap.left[1] - gutter
    return _Parts(
        _Words(text[view.row.start : gap.start].strip(), inset >= INDENT),
        _Words(text[gap.end : view.stop], stands >= INDENT or gap.inset > 1),
    )


def _flow(one: _Words, two: _Words, pairs: frozenset[str]) -> float:
    """How well a part goes on in another."""
    if not (one.text and two.text):
        return 0.0
    if closing_of(one.text) in ENDS:
        return WEIGHTS["closed:fresh"] if two.fresh else WEIGHTS["closed:within"]
    if two.fresh:
        return WEIGHTS["open:fresh"]
    return WEIGHTS[_SEAMS[seam_of(one.text[-1] + two.text[0], pairs)]]


def _end(words: _Words) -> float:
    """How well a text ends."""
    return WEIGHTS["over" if closing_of(words.text) in ENDS else "broken"]


_SEAMS: Final = {
    Seam.PAGE: "seam:page",
    Seam.COMMON: "seam:common",
    Seam.SIGN: "seam:sign",
    Seam.RARE: "seam:rare",
}

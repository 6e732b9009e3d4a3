"""Where columns share their rows: the best-scoring blocks of rows that a river of white runs through.

One dynamic programme over the rows chooses for each row a river or none. What each row says for a river, and
what it takes to begin one, stands in WEIGHTS.
"""

from __future__ import annotations

from collections import defaultdict
from enum import Enum, auto
from math import log
from typing import TYPE_CHECKING, Final

from attrs import frozen

from paperparse.layout.rivers import (
    FEW,
    NARROWEST,
    NEAR,
    RAGGED,
    River,
    first_sign,
    is_narrow,
    is_spaced,
)
from paperparse.text.lines import Closing, Opening, closing_of, opening_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paperparse.layout.gutters import Gap, View, Views

__all__ = ["Block", "Cut", "Part", "find_blocks"]

WEIGHTS: Final = {
    "open:padded": -7.5,
    "open:sign": -3.0,
    "open:ragged": -7.5,
    "aligned": 2.2,
    "inset": 1.8,
    "far": 0.4,
    "sign": 1.6,
    "right": 2.2,
    "right:far": 0.5,
    "unexplained": -2.0,
    "left:padded": -0.25,
    "left:sign": -0.4,
    "blank:padded": -0.6,
    "blank:sign": -0.8,
    "blank:ragged": -0.6,
    "short-right": -0.2,
    "ended:full": 2.0,
    "ended": 0.3,
    "open:full": 0.5,
    "stands-in": 0.7,
    "loose": -0.8,
    "single": -0.15,
    "crossed": -6.0,
    "wordless": -0.5,
}
"""Nats. A table's cells are short and hold no sentence, so they speak against a river, and rows without
a sign of a sentence say little: a list of names may stand in columns, and is read across."""
PLAIN: Final = {"padded": 0.2, "ragged": 0.2, "sign": 0.6}
"""Share of its weight that a row without any sign of a sentence has; an upright sign tells by itself."""
VOUCHED: Final = {"padded": 0.8, "ragged": 0.2, "sign": 0.8}
"""The same where the river runs through sentences elsewhere."""
EDGE: Final = 0.25
"""Em of white there must be before the right part begins."""
INSET: Final = 4.5
"""Em by which a paragraph's first line stands in at the most."""
NARROW: Final = 0.5
"""Em of a gutter that is but a blank."""
HIT: Final = 0.75
"""Share of rows whose left part is a full line."""
RAREST: Final = 0.05
"""Least chance that an ordinary row has a blank in a given place."""
PARTED: Final = 2
"""Rows of a block that must hold both parts: rows that only stand in are no column beside another."""
MARGIN: Final = 6
"""Rows above and below a river's that may belong to it: those that stand in, or hold but one part."""
_CANNOT: Final = frozenset({Opening.CANNOT})
_ENDS: Final = frozenset({Closing.STOP, Closing.LIVELY, Closing.ENCLOSED, Closing.CLOSER})


class Part(Enum):
    """What a row of a block holds."""

    BOTH = auto()
    LEFT = auto()
    RIGHT = auto()
    EITHER = auto()  # one part, and nothing tells which
    NONE = auto()  # nothing


@frozen
class Cut:
    """How a row of a block is parted.

    Attributes:
        part: What it holds.
        gap: Where it is parted, when it holds both or a sign.
        place: How far in, in em, the right column begins, on the river's scale; 0 where the text does
            not say.
    """

    part: Part
    gap: Gap | None
    place: float


@frozen
class Block:
    """Rows that a gutter runs through.

    Attributes:
        first: 0-based index of the first row.
        cuts: How each is parted.
        scale: The scale its places are measured on.
    """

    first: int
    cuts: tuple[Cut, ...]
    scale: int


def find_blocks(text: str, views: Views, rivers: Sequence[River]) -> tuple[Block, ...]:
    """Find the blocks of rows that hold two columns: the best way to give rows to rivers, or to none.

    Args:
        text: The page's text.
        views: Its rows, blank ones among them, or parts of them; those near no river are not looked at.
        rivers: The rivers that may part them.

    Returns:
        The blocks, in order. Time is linear in the number of rows.
    """
    begins: defaultdict[int, list[int]] = defaultdict(list)
    for number, river in enumerate(rivers):
        begins[max(river.rows[0] - MARGIN, 0)].append(number)
    free = 0.0
    back: list[tuple[int | None, dict[int, bool]]] = []
    active: dict[int, tuple[float, int]] = {}
    for at in range(len(views.rows)):
        if not active and at not in begins:
            back.append((None, {}))
            continue
        view = views[at]
        entered: dict[int, bool] = {}
        reached: dict[int, tuple[float, int]] = {}
        for number in begins.get(at, ()):
            active[number] = (float("-inf"), 0)
        signed = any(rivers[number].kind == "sign" for number in active) and first_sign(view) is not None
        best, best_from = free + (WEIGHTS["unexplained"] if signed else 0.0), None
        for number, (score, seen) in active.items():
            river = rivers[number]
            opening = free + WEIGHTS[f"open:{river.kind}"]
            entered[number] = opening > score
            place, start = river.place(at, seen)
            gain, _ = _weigh(text, view, river, place)
            total = max(opening, score) + gain
            if at < river.rows[-1] + MARGIN:
                reached[number] = (total, start)
            if total > best:
                best, best_from = total, number
        back.append((best_from, entered))
        free = best
        active = reached
    return _trace(text, views, rivers, back)


def _trace(
    text: str,
    views: Views,
    rivers: Sequence[River],
    back: Sequence[tuple[int | None, dict[int, bool]]],
) -> tuple[Block, ...]:
    """The blocks of the best path, read from its end."""
    found: list[Block] = []
    at = len(back) - 1
    while at >= 0:
        number = back[at][0]
        if number is None:
            at -= 1
            continue
        last = at
        while not back[at][1][number]:
            at -= 1
        river = rivers[number]
        cuts: list[Cut] = []
        start = 0
        for row in range(at, last + 1):
            place, start = river.place(row, start)
            cuts.append(_weigh(text, views[row], river, place)[1])
        if sum(cut.part is Part.BOTH for cut in cuts) >= PARTED:
            found.append(Block(at, tuple(cuts), river.scale))
        at -= 1
    return tuple(reversed(found))


def _weigh(text: str, view: View, river: River, place: float) -> tuple[float, Cut]:
    """What a row says for a river, and how it would be parted."""
    if not view.end[0]:
        return WEIGHTS[f"blank:{river.kind}"], Cut(Part.NONE, None, 0.0)
    if river.kind == "padded":
        return _weigh_padded(view, river, place)
    if river.kind == "sign":
        return _weigh_sign(view, river, place)
    return _weigh_ragged(text, view, river, place)


_CROSSED: Final = (WEIGHTS["crossed"], Cut(Part.LEFT, None, 0.0))


def _weigh_padded(view: View, river: River, place: float) -> tuple[float, Cut]:
    """What a row says for right parts that begin at one place."""
    scale = river.scale
    if view.end[scale] <= place - EDGE:
        return WEIGHTS["left:padded"], Cut(Part.LEFT, None, place)
    if view.indent and view.indent.right[scale] >= place - NEAR:
        begins = min(view.indent.right[scale], view.indent.margin[scale]) - place <= INSET
        return WEIGHTS["right" if begins else "right:far"], Cut(Part.RIGHT, view.indent, place)
    spaced = is_spaced(view)
    for gap in view.gaps:
        if gap.left[scale] > place - EDGE:
            break
        right = gap.right[scale] - place
        if right < -NEAR or (gap.blanks == 1 and (right > NEAR or spaced)):
            continue
        margin = gap.margin[scale] - place
        worth = WEIGHTS[
            "aligned" if min(abs(right), abs(margin)) <= NEAR else "inset" if right <= INSET else "far"
        ]
        return _by_words(view, gap, river, worth), Cut(Part.BOTH, gap, place)
    return _CROSSED


def _by_words(view: View, gap: Gap, river: River, worth: float) -> float:
    """The worth of a row by what its parts hold."""
    scale = river.scale
    left = gap.left[scale] - (view.indent.right[scale] if view.indent else 0.0)
    if max(left, view.end[scale] - gap.right[scale]) < NARROWEST:
        return WEIGHTS["wordless"]
    return worth if view.stops else worth * (VOUCHED if river.worded else PLAIN)[river.kind]


def _weigh_sign(view: View, river: River, place: float) -> tuple[float, Cut]:
    """What a row says for an upright sign between the parts."""
    gap = first_sign(view)
    if gap is None:
        fits = view.end[1] <= place + RAGGED
        return (WEIGHTS["left:sign"], Cut(Part.LEFT, None, 0.0)) if fits else (WEIGHTS["loose"], _CROSSED[1])
    if gap is view.indent:
        return WEIGHTS["right"] if view.end[1] > gap.right[1] else WEIGHTS["blank:sign"], Cut(
            Part.RIGHT, gap, 0.0
        )
    return _by_words(view, gap, river, WEIGHTS["sign"]), Cut(Part.BOTH, gap, 0.0)


def _weigh_ragged(text: str, view: View, river: River, place: float) -> tuple[float, Cut]:
    """What a row says for left parts that fill their column and a blank after them."""
    scale = river.scale
    end = view.end[scale]
    alone = end <= max(place, river.right) + RAGGED
    best = (WEIGHTS["single"], Cut(Part.EITHER, None, 0.0)) if alone else _CROSSED
    for gap in view.gaps:
        if not is_narrow(gap) or opening_of(text[gap.end]) in _CANNOT:
            continue
        worth = _weigh_gap(text, view, river, place, gap)
        if worth > best[0] and not (alone and gap.left[scale] > place - RAGGED and end < place + NEAR):
            worth = _by_words(view, gap, river, worth) if worth > 0 else worth
            best = worth, Cut(Part.BOTH, gap, 0.0)
    return best


def _weigh_gap(text: str, view: View, river: River, place: float, gap: Gap) -> float:
    """What it says for columns without padding that a row has a blank where it has it."""
    scale = river.scale
    left, right = gap.left[scale], view.end[scale] - gap.right[scale]
    if max(left - place, right - river.right) > RAGGED:
        return WEIGHTS["loose"]
    stands_in = gap.blanks > FEW
    reach = (right, right + gap.right[scale] - gap.left[scale] - NARROW) if stands_in else (right,)
    filled = any(abs(width - river.right) <= RAGGED for width in reach)
    rivals = sum(other.blanks >= min(gap.blanks, 2) for other in view.gaps)
    worth = WEIGHTS["stands-in"] if stands_in else 0.0
    if abs(left - place) <= RAGGED:
        chance = min(max(2 * RAGGED * rivals / view.end[scale], RAREST), 0.9)
        return worth + log(HIT / chance) + (0.0 if filled else WEIGHTS["short-right"])
    worth -= log(rivals)
    if closing_of(text[view.row.start : gap.start].strip()) in _ENDS:
        return worth + WEIGHTS["ended:full" if filled else "ended"]
    return worth + WEIGHTS["open:full"] if filled else WEIGHTS["loose"]

"""Where columns share their rows: the best-scoring blocks of rows that a gutter runs through.

A gutter is looked for as a reader sees it, as a river of white that runs down through many rows. Three
kinds are printed: the right parts begin one below the other (the left ones are padded); an upright sign stands
between the parts; or nothing but a blank does, and the left parts are as wide as their column. Every place of
white is followed down the page for as long as the next rows have one nearby, which gives a few rivers; then one
dynamic programme over the rows chooses for each row a river or none. What each row says for a river, and what
it takes to begin one, stands in WEIGHTS.
"""

from __future__ import annotations

from collections import defaultdict
from enum import Enum, auto
from math import log
from typing import TYPE_CHECKING, Final

from attrs import define, frozen

from paperparse.layout.gutters import SCALES
from paperparse.text.lines import Closing, Opening, closing_of, opening_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from paperparse.layout.gutters import Gap, View

__all__ = ["Block", "Cut", "Part", "find_blocks"]

WEIGHTS: Final = {
    "open:padded": -3.5,
    "open:sign": -3.0,
    "open:ragged": -7.5,
    "aligned": 1.5,
    "inset": 1.2,
    "far": 0.4,
    "sign": 1.6,
    "right": 1.5,
    "right:far": 0.5,
    "unexplained": -2.0,
    "left:padded": -0.25,
    "left:sign": -0.4,
    "blank:padded": -0.6,
    "blank:sign": -0.8,
    "blank:ragged": -0.6,
    "full-right": 0.8,
    "short": 0.3,
    "loose": -1.5,
    "single": -0.4,
    "crossed": -6.0,
    "wordless": -0.5,
}
"""Nats. A table's cells are short and hold no sentence, so they speak against a river, and rows without a sign
of a sentence say little: a list of names may stand in columns, and is read across."""
PLAIN: Final = {"padded": 0.2, "ragged": 0.2, "sign": 0.6}
"""Share of its weight that a row without any sign of a sentence has; an upright sign has a weight of its own."""
NARROWEST: Final = 6.0
"""Em of the wider part of a row below which it is a cell of a table; no column of text is set narrower."""
NEAR: Final = 0.75
"""Em by which right parts of a padded column differ: blanks come in halves, and words are measured roughly."""
EDGE: Final = 0.25
"""Em of white there must be before the right part begins."""
INSET: Final = 4.5
"""Em by which a paragraph's first line stands in at the most."""
RIGHTMOST: Final = 5.0
"""Em from which a row stands in too far to be a paragraph's first line: it has only a right part."""
RAGGED: Final = 1.6
"""Em by which full lines of one column differ: stops that hang, signs squeezed, a word carried over."""
HIT: Final = 0.75
"""Share of rows whose left part is a full line."""
RAREST: Final = 0.05
"""Least chance that an ordinary row has a blank in a given place."""
REACH: Final = {"padded": 20, "sign": 24, "ragged": 12}
"""Rows without a sign of a river after which it has ended."""
MARGIN: Final = 6
"""Rows above and below a river's that may belong to it: those that stand in, or hold but one part."""
ACTIVE: Final = 16
"""Rivers of one kind followed at a time."""
LEAST: Final = {"padded": 3, "sign": 3, "ragged": 5}
"""Rows it takes to see a river."""
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


@define
class _River:
    """A river of white while it is followed, and after."""

    kind: str
    scale: int
    rows: list[int]
    places: list[float]
    at: float
    right: float = 0.0

    def place(self, row: int, start: int) -> tuple[float, int]:
        """How far in it is at a row, looking on from its ``start``-th row, and where to look on from."""
        while start + 1 < len(self.rows) and self.rows[start + 1] <= row:
            start += 1
        return self.places[start], start


def find_blocks(text: str, views: Sequence[View]) -> tuple[Block, ...]:
    """Find the blocks of rows that hold two columns.

    Args:
        text: The page's text.
        views: Its rows, blank ones among them, or parts of them.

    Returns:
        The blocks, in order. Time is linear in the number of rows.
    """
    rivers = _rivers(views)
    return _sweep(text, views, rivers) if rivers else ()


def _rivers(views: Sequence[View]) -> list[_River]:
    """All rivers that are worth a look."""
    found = _follow(views, "sign", 1, lambda view: _signs(view), 1e9)
    for scale in range(len(SCALES)):
        found += _follow(views, "padded", scale, lambda view, scale=scale: _padded(view, scale), NEAR)
        found += _follow(views, "ragged", scale, lambda view, scale=scale: _ragged(view, scale), RAGGED)
    for river in found:
        if river.kind != "padded":
            rights = sorted(
                _right_width(views[row], place, river) for row, place in zip(river.rows, river.places)
            )
            river.right = rights[len(rights) * 3 // 4]
    return found


def _right_width(view: View, place: float, river: _River) -> float:
    """Em of the part right of a river."""
    gap = min(
        (gap for gap in (*view.gaps, view.indent) if gap),
        key=lambda gap: (gap.sign < 0) if river.kind == "sign" else abs(gap.left[river.scale] - place),
    )
    return view.end[river.scale] - gap.right[river.scale]


def _signs(view: View) -> list[float]:
    """Where the first upright sign of a row stands."""
    gap = _first_sign(view)
    return [gap.left[1]] if gap else []


def _first_sign(view: View) -> Gap | None:
    """The gap of a row's first upright sign."""
    if view.indent and view.indent.sign >= 0:
        return view.indent
    return next((gap for gap in view.gaps if gap.sign >= 0), None)


def _padded(view: View, scale: int) -> list[float]:
    """Where right parts of a row may begin after a run of blanks."""
    found = [gap.right[scale] - min(gap.inset, 2) for gap in view.gaps[:ACTIVE] if gap.blanks > 1]
    if view.indent and view.indent.right[scale] >= RIGHTMOST:
        found.append(view.indent.right[scale] - min(view.indent.inset, 2))
    return found


def _ragged(view: View, scale: int) -> list[float]:
    """Where left parts of a row may end before one blank or two."""
    return [
        gap.left[scale]
        for gap in view.gaps[:ACTIVE]
        if _few(gap) and NARROWEST <= gap.left[scale] and gap.end < view.stop
    ]


def _few(gap: Gap) -> bool:
    """Whether a gap is no more than one blank or two, an indent after it left out."""
    return 0 < gap.blanks - (2 * gap.inset if gap.inset > 1 else 0) <= 2 and gap.sign < 0


def _follow(
    views: Sequence[View], kind: str, scale: int, places: Callable[[View], list[float]], near: float
) -> list[_River]:
    """Follow each place of white down the page."""
    active: list[_River] = []
    found: list[_River] = []
    for at, view in enumerate(views):
        if not (view.gaps or view.indent):
            continue
        fresh: list[_River] = []
        for place in places(view):
            nearest = min(active, key=lambda river: abs(river.at - place), default=None)
            if nearest is None or abs(nearest.at - place) > near:
                fresh.append(_River(kind, scale, [at], [place], place))
            elif nearest.rows[-1] == at:
                if abs(nearest.places[-1] - nearest.at) > abs(place - nearest.at):
                    nearest.places[-1] = place
            else:
                nearest.rows.append(at)
                nearest.places.append(place)
        kept: list[_River] = []
        for river in active:
            if river.rows[-1] == at:
                river.at += (river.places[-1] - river.at) * 0.3
                river.places[-1] = river.at
            if at - river.rows[-1] > REACH[kind]:
                found.append(river)
            else:
                kept.append(river)
        active = kept + fresh
        if len(active) > ACTIVE:
            active.sort(key=lambda river: (-len(river.rows), -river.rows[-1]))
            found += active[ACTIVE:]
            del active[ACTIVE:]
    return [river for river in found + active if len(river.rows) >= LEAST[kind]]


def _sweep(text: str, views: Sequence[View], rivers: Sequence[_River]) -> tuple[Block, ...]:
    """The best-scoring way to give rows to rivers, or to none."""
    begins: defaultdict[int, list[int]] = defaultdict(list)
    for number, river in enumerate(rivers):
        begins[max(river.rows[0] - MARGIN, 0)].append(number)
    free = 0.0
    came: int | None = None  # the river that the best free path has just left
    back: list[tuple[int | None, dict[int, bool]]] = []
    active: dict[int, tuple[float, int]] = {}
    for at, view in enumerate(views):
        entered: dict[int, bool] = {}
        reached: dict[int, tuple[float, int]] = {}
        for number in begins.get(at, ()):
            active[number] = (float("-inf"), 0)
        signed = any(rivers[number].kind == "sign" for number in active) and _first_sign(view) is not None
        best, best_from = free + (WEIGHTS["unexplained"] if signed else 0.0), None
        for number, (score, start) in active.items():
            river = rivers[number]
            opening = free + WEIGHTS[f"open:{river.kind}"]
            entered[number] = opening > score
            place, start = river.place(at, start)
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
    views: Sequence[View],
    rivers: Sequence[_River],
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
        found.append(Block(at, tuple(cuts), river.scale))
        at -= 1
    return tuple(reversed(found))


def _weigh(text: str, view: View, river: _River, place: float) -> tuple[float, Cut]:
    """What a row says for a river, and how it would be parted."""
    if not view.end[0]:
        return WEIGHTS[f"blank:{river.kind}"], Cut(Part.NONE, None, 0.0)
    if river.kind == "padded":
        return _weigh_padded(view, river.scale, place)
    if river.kind == "sign":
        return _weigh_sign(view, river, place)
    return _weigh_ragged(text, view, river, place)


_CROSSED: Final = (WEIGHTS["crossed"], Cut(Part.LEFT, None, 0.0))


def _weigh_padded(view: View, scale: int, place: float) -> tuple[float, Cut]:
    """What a row says for right parts that begin at one place."""
    if view.end[scale] <= place - EDGE:
        return WEIGHTS["left:padded"], Cut(Part.LEFT, None, place)
    if view.indent and view.indent.right[scale] >= place - NEAR:
        begins = min(view.indent.right[scale], view.indent.margin[scale]) - place <= INSET
        return WEIGHTS["right" if begins else "right:far"], Cut(Part.RIGHT, view.indent, place)
    for gap in view.gaps:
        if gap.left[scale] > place - EDGE:
            break
        right = gap.right[scale] - place
        if right < -NEAR or (gap.blanks == 1 and right > NEAR):
            continue
        margin = gap.margin[scale] - place
        worth = WEIGHTS[
            "aligned" if min(abs(right), abs(margin)) <= NEAR else "inset" if right <= INSET else "far"
        ]
        return _by_words(view, gap, scale, worth, "padded"), Cut(Part.BOTH, gap, place)
    return _CROSSED


def _by_words(view: View, gap: Gap, scale: int, worth: float, kind: str) -> float:
    """The worth of a row by what its parts hold."""
    left = gap.left[scale] - (view.indent.right[scale] if view.indent else 0.0)
    if max(left, view.end[scale] - gap.right[scale]) < NARROWEST:
        return WEIGHTS["wordless"]
    return worth if view.stops else worth * PLAIN[kind]


def _weigh_sign(view: View, river: _River, place: float) -> tuple[float, Cut]:
    """What a row says for an upright sign between the parts."""
    gap = _first_sign(view)
    if gap is None:
        fits = view.end[1] <= place + RAGGED
        return (WEIGHTS["left:sign"], Cut(Part.LEFT, None, 0.0)) if fits else (WEIGHTS["loose"], _CROSSED[1])
    if gap is view.indent:
        return WEIGHTS["right"] if view.end[1] > gap.right[1] else WEIGHTS["blank:sign"], Cut(
            Part.RIGHT, gap, 0.0
        )
    return _by_words(view, gap, 1, WEIGHTS["sign"], "sign"), Cut(Part.BOTH, gap, 0.0)


def _weigh_ragged(text: str, view: View, river: _River, place: float) -> tuple[float, Cut]:
    """What a row says for left parts that fill their column and a blank after them."""
    scale = river.scale
    end = view.end[scale]
    if end <= max(place, river.right) + RAGGED:
        return WEIGHTS["single"], Cut(Part.EITHER, None, 0.0)
    usable = [gap for gap in view.gaps if _few(gap) and opening_of(text[gap.end]) not in _CANNOT]
    gap = min(usable, key=lambda gap: abs(gap.left[scale] - place), default=None)
    if gap is not None and abs(gap.left[scale] - place) <= RAGGED:
        rivals = sum(other.blanks >= min(gap.blanks, 2) for other in view.gaps)
        chance = min(max(2 * RAGGED * rivals / end, RAREST), 0.9)
        worth = log(HIT / chance)
        return _by_words(view, gap, scale, worth, "ragged") if worth > 0 else worth, Cut(Part.BOTH, gap, 0.0)
    if not usable:
        return _CROSSED
    rest = min(usable, key=lambda gap: abs(end - gap.right[scale] - river.right))
    if abs(end - rest.right[scale] - river.right) <= RAGGED and rest.left[scale] <= place:
        return WEIGHTS["full-right"], Cut(Part.BOTH, rest, 0.0)
    for gap in usable:
        fits = gap.left[scale] <= place and end - gap.right[scale] <= river.right + RAGGED
        if fits and closing_of(text[view.row.start : gap.start].strip()) in _ENDS:
            return WEIGHTS["short"], Cut(Part.BOTH, gap, 0.0)
    return WEIGHTS["loose"], Cut(Part.BOTH, rest, 0.0)

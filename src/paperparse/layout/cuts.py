"""What a row says for a river of white that may run through it, and how it would be parted there.

What is weighed, and what it takes to begin a river, stands in WEIGHTS.
"""

from __future__ import annotations

from enum import Enum, auto
from math import log
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from paperparse.layout.gutters import FEW
from paperparse.layout.rivers import NARROWEST, NEAR, RAGGED, River, first_sign, is_spaced
from paperparse.text.lines import ENDS, Opening, closing_of, opening_of

if TYPE_CHECKING:
    from paperparse.layout.gutters import Gap, View, Views

__all__ = ["WEIGHTS", "Blanks", "Part", "Verdict", "weigh"]

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
_CANNOT: Final = frozenset({Opening.CANNOT})


class Part(Enum):
    """What a row of a block holds."""

    BOTH = auto()
    LEFT = auto()
    RIGHT = auto()
    EITHER = auto()  # one part, and nothing tells which
    NONE = auto()  # nothing


Verdict: TypeAlias = tuple[float, Part, "Gap | None", float]
"""What a row says for a river, what it holds then, where it is parted, and where its right part begins."""


class _Blank(NamedTuple):
    """A gap that may part a row of columns without padding.

    Attributes:
        gap: The gap.
        left: How far in it begins.
        right: Em of the row behind it.
    """

    gap: Gap
    left: float
    right: float


class _Told(NamedTuple):
    """What such a gap says for a river whose columns it suits.

    Attributes:
        reach: Em of the row behind it with an indent that stands there.
        hit: What it is worth where it stands at the end of a full line.
        full: What it is worth elsewhere, where the right part is a full line.
        open: The same where it is not.
    """

    reach: float
    hit: float
    full: float
    open: float


class Blanks(dict[tuple[int, int], list[_Blank]]):
    """The gaps that may part the rows of a page, by row and scale; many rivers run through a row."""

    def __init__(self, text: str, views: Views) -> None:
        """Of the rows of a text."""
        self._text, self._views = text, views
        self._told: dict[tuple[int, int], _Told] = {}

    def __missing__(self, place: tuple[int, int]) -> list[_Blank]:
        """Look at a row."""
        row, scale = place
        view = self._views[row]
        end = view.end[scale]
        found = self[place] = [
            _Blank(gap, gap.left[scale], end - gap.right[scale])
            for gap in view.gaps
            if gap.narrow and opening_of(self._text[gap.end]) not in _CANNOT
        ]
        return found

    def told(self, view: View, scale: int, blank: _Blank) -> _Told:
        """What one of the gaps says; most suit no river and are not asked."""
        key = blank.gap.start, scale
        told = self._told.get(key)
        if told is None:
            told = self._told[key] = self._tell(view, scale, blank)
        return told

    def _tell(self, view: View, scale: int, blank: _Blank) -> _Told:
        gap, left, right = blank
        stands_in = gap.blanks > FEW
        rivals = sum(other.blanks >= min(gap.blanks, 2) for other in view.gaps)
        chance = min(max(2 * RAGGED * rivals / view.end[scale], RAREST), 0.9)
        worth = WEIGHTS["stands-in"] if stands_in else 0.0
        stray = worth - log(rivals)
        ended = closing_of(self._text[view.row.start : gap.start].strip()) in ENDS
        return _Told(
            reach=right + gap.right[scale] - left - NARROW if stands_in else right,
            hit=worth + log(HIT / chance),
            full=stray + WEIGHTS["ended:full" if ended else "open:full"],
            open=stray + WEIGHTS["ended"] if ended else WEIGHTS["loose"],
        )


def weigh(view: View, river: River, place: float, row: int, blanks: Blanks) -> Verdict:
    """What a row says for a river, and how it would be parted.

    Args:
        view: The row.
        river: The river.
        place: How far in it is at the row.
        row: Index of the row.
        blanks: The blanks of all rows.
    """
    if not view.end[0]:
        return WEIGHTS[f"blank:{river.kind}"], Part.NONE, None, 0.0
    if river.kind == "padded":
        return _weigh_padded(view, river, place)
    if river.kind == "sign":
        return _weigh_sign(view, river, place)
    return _weigh_ragged(view, river, place, row, blanks)


_CROSSED: Final[Verdict] = (WEIGHTS["crossed"], Part.LEFT, None, 0.0)
_SINGLE: Final[Verdict] = (WEIGHTS["single"], Part.EITHER, None, 0.0)


def _weigh_padded(view: View, river: River, place: float) -> Verdict:
    """What a row says for right parts that begin at one place."""
    scale = river.scale
    if view.end[scale] <= place - EDGE:
        return WEIGHTS["left:padded"], Part.LEFT, None, place
    if view.indent and view.indent.right[scale] >= place - NEAR:
        begins = min(view.indent.right[scale], view.indent.margin[scale]) - place <= INSET
        return WEIGHTS["right" if begins else "right:far"], Part.RIGHT, view.indent, place
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
        return _by_words(view, gap, river, worth), Part.BOTH, gap, place
    return _CROSSED


def _by_words(view: View, gap: Gap, river: River, worth: float) -> float:
    """The worth of a row by what its parts hold."""
    scale = river.scale
    left = gap.left[scale] - (view.indent.right[scale] if view.indent else 0.0)
    if max(left, view.end[scale] - gap.right[scale]) < NARROWEST:
        return WEIGHTS["wordless"]
    return worth if view.stops else worth * (VOUCHED if river.worded else PLAIN)[river.kind]


def _weigh_sign(view: View, river: River, place: float) -> Verdict:
    """What a row says for an upright sign between the parts."""
    gap = first_sign(view)
    if gap is None:
        fits = view.end[1] <= place + RAGGED
        return WEIGHTS["left:sign" if fits else "loose"], Part.LEFT, None, 0.0
    if gap is view.indent:
        goes_on = view.end[1] > gap.right[1]
        return WEIGHTS["right" if goes_on else "blank:sign"], Part.RIGHT, gap, 0.0
    return _by_words(view, gap, river, WEIGHTS["sign"]), Part.BOTH, gap, 0.0


def _weigh_ragged(view: View, river: River, place: float, row: int, blanks: Blanks) -> Verdict:
    """What a row says for left parts that fill their column and a blank after them."""
    scale, width = river.scale, river.right
    end = view.end[scale]
    alone = end <= max(place, width) + RAGGED
    best = _SINGLE if alone else _CROSSED
    for blank in blanks[row, scale]:
        left, right = blank.left - place, blank.right - width
        if left > RAGGED or right > RAGGED:
            worth = WEIGHTS["loose"]
        else:
            told = blanks.told(view, scale, blank)
            filled = right >= -RAGGED or abs(told.reach - width) <= RAGGED
            if left >= -RAGGED:
                worth = told.hit + (0.0 if filled else WEIGHTS["short-right"])
            else:
                worth = told.full if filled else told.open
        if worth > best[0] and not (alone and blank.left > place - RAGGED and end < place + NEAR):
            worth = _by_words(view, blank.gap, river, worth) if worth > 0 else worth
            best = worth, Part.BOTH, blank.gap, 0.0
    return best

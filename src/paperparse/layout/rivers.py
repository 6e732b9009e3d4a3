"""Rivers of white that run down a page through many rows: the gutters there may be.

Three kinds are printed: the right parts begin one below the other (the left ones are padded); an upright sign
stands between the parts; or nothing but a blank does, and the left parts are as wide as their column. Every
place of white is followed down the page for as long as the next rows have one nearby.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from attrs import define

from paperparse.layout.gutters import SCALES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from paperparse.layout.gutters import Gap, View

__all__ = [
    "NARROWEST",
    "NEAR",
    "RAGGED",
    "RIGHTMOST",
    "River",
    "find_rivers",
    "first_sign",
    "is_spaced",
]

NARROWEST: Final = 6.0
"""Em of the wider part of a row below which it is a cell of a table; no column is set narrower."""
NEAR: Final = 0.75
"""Em by which right parts of a padded column differ: blanks come in halves, words are measured roughly."""
RIGHTMOST: Final = 5.0
"""Em from which a row stands in too far to be a paragraph's first line: it has only a right part."""
RAGGED: Final = 1.6
"""Em by which full lines of one column differ: stops that hang, signs squeezed, a word carried over."""
REACH: Final = {"padded": 20, "sign": 24, "ragged": 12}
"""Rows without a sign of a river after which it has ended."""
ACTIVE: Final = 8
"""Rivers of one kind followed at a time."""
DRIFT: Final = 0.3
"""How fast a river follows its rows: gutters drift as type is set loose or tight."""
SPACED: Final = 0.35
"""Share of blanks in a row from which on it is letter-spaced: then half of it is blanks."""
ANYWHERE: Final = 1e9
"""Em by which upright signs differ: they stand where the left parts end."""
WORDED: Final = 0.4
"""Share of a river's rows that hold a sentence where it runs through text, and not through a table."""
LEAST: Final = {"padded": 3, "sign": 3, "ragged": 5}
"""Rows it takes to see a river."""


@define
class River:
    """A river of white while it is followed, and after."""

    kind: str
    scale: int
    rows: list[int]
    places: list[float]
    at: float
    right: float = 0.0
    worded: bool = False

    def place(self, row: int, start: int) -> tuple[float, int]:
        """How far in it is at a row, looking on from its ``start``-th row, and where to look on from."""
        while start + 1 < len(self.rows) and self.rows[start + 1] <= row:
            start += 1
        return self.places[start], start


def find_rivers(views: Mapping[int, View]) -> list[River]:
    """All rivers that are worth a look.

    Args:
        views: The rows that hold a gap or stand in, by their 0-based index, ascending.

    Returns:
        The rivers; none on most pages.
    """
    spoken = {at for at, view in views.items() if _holds_a_sentence(view)}
    found = [
        river
        for river in _follow(views, "sign", 1, _signs, ANYWHERE)
        if len(spoken.intersection(river.rows)) >= LEAST["sign"]
    ]
    for scale in range(len(SCALES)):
        found += _follow(views, "padded", scale, partial(_padded, scale=scale), NEAR)
        found += _follow(views, "ragged", scale, partial(_ragged, scale=scale), RAGGED)
    for river in found:
        sentences = len(spoken.intersection(river.rows))
        river.worded = sentences >= max(LEAST[river.kind], WORDED * len(river.rows))
        if river.kind != "padded":
            rights = sorted(
                _right_width(views[row], place, river)
                for row, place in zip(river.rows, river.places, strict=True)
            )
            river.right = rights[len(rights) * 3 // 4]
    return found


def _right_width(view: View, place: float, river: River) -> float:
    """Em of the part right of a river."""
    scale = river.scale
    gaps = [*view.gaps, view.indent] if view.indent else view.gaps
    if river.kind == "sign":
        nearest = next((gap for gap in gaps if gap.sign >= 0), gaps[0])
    else:
        far = [abs(gap.left[scale] - place) for gap in gaps]
        nearest = gaps[far.index(min(far))]
    return view.end[scale] - nearest.right[scale]


def _holds_a_sentence(view: View) -> bool:
    """Whether a row is no row of a table."""
    return view.stops > 0 and view.end[1] >= 2 * NARROWEST


def _signs(view: View) -> list[float]:
    """Where the first upright sign of a row stands."""
    gap = first_sign(view)
    return [gap.left[1]] if gap else []


def first_sign(view: View) -> Gap | None:
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
    if is_spaced(view):
        return []
    return [
        gap.left[scale]
        for gap in view.gaps[:ACTIVE]
        if gap.narrow and gap.left[scale] >= NARROWEST and gap.end < view.stop
    ]


def is_spaced(view: View) -> bool:
    """Whether a row is letter-spaced: a blank in it says nothing."""
    return len(view.gaps) > SPACED * (view.stop - view.row.start)


def _follow(
    views: Mapping[int, View], kind: str, scale: int, places: Callable[[View], list[float]], near: float
) -> list[River]:
    """Follow each place of white down the page."""
    marked = {at: spots for at, view in views.items() if (spots := places(view))}
    if len(marked) < LEAST[kind]:
        return []
    active: list[River] = []
    found: list[River] = []
    for at in views:
        spots = marked.get(at, [])
        if not (spots or active):
            continue
        fresh = [
            River(kind, scale, [at], [place], place) for place in spots if not _joins(active, at, place, near)
        ]
        kept: list[River] = []
        for river in active:
            if river.rows[-1] == at:
                river.at += (river.places[-1] - river.at) * DRIFT
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


def _joins(active: Sequence[River], at: int, place: float, near: float) -> bool:
    """Let the nearest river run through a place of a row, if one is near."""
    far = [abs(river.at - place) for river in active]
    least = min(far, default=near + 1)
    if least > near:
        return False
    nearest = active[far.index(least)]
    if nearest.rows[-1] != at:
        nearest.rows.append(at)
        nearest.places.append(place)
    elif abs(nearest.places[-1] - nearest.at) > abs(place - nearest.at):
        nearest.places[-1] = place
    return True

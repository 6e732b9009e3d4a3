"""How sure an article is: the chance that every decision it rests on is right.

An article rests on decisions of several kinds: the parts its lines play, where it begins and ends, which
headline is its own, which passage of that is the main one, and which lines of it are one passage. Each
decision has a margin, and each kind has a curve from its least margin to the chance of being right, fitted on
pages of which the truth is known. The confidence is the product of the chances.
"""

from __future__ import annotations

import math
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from paperparse.shipped import read_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from paperparse.articles.bodies import Body
    from paperparse.articles.sheet import Sheet
    from paperparse.articles.titles import Reading

__all__ = ["Doubt", "chance_of", "confidence_of", "doubts_of", "load_curves", "margins_of"]

CERTAIN: Final = 12.0
"""Nats from which on a margin says no more."""


class Doubt(NamedTuple):
    """The least sure decision of one kind.

    Attributes:
        kind: A row of ``confidence.toml``.
        margin: Its margin, in nats.
        chance: The chance, 0 to 1, that the decisions of the kind are all right.
    """

    kind: str
    margin: float
    chance: float


@cache
def load_curves() -> dict[str, tuple[float, float]]:
    """Base and slope of the curve of each kind of decision, as shipped with the package."""
    table = read_table("articles", "confidence")
    return {kind: (row["base"], row["slope"]) for kind, row in table["curves"].items()}


def margins_of(
    sheet: Sheet, body: Body, fit: float | None, reading: Reading, *, misread: bool
) -> dict[str, float]:
    """The least margin of each kind of decision an article rests on.

    Args:
        sheet: The page.
        body: The article's body.
        fit: How much better its headline groups fit it than the next place, in nats; None without any.
        reading: Its headline.
        misread: Whether one of its marks was read through a misread character.

    Returns:
        Nats by kind; a kind of which nothing was decided is left out.
    """
    lines = [i for index in (*body.paragraphs, *body.bylines) for i in sheet.pieces[index].lines]
    found = {"borders": body.margin}
    if lines:
        found["lines"] = _together(sheet.margins[i] for i in lines)
    if misread:
        found["misread"] = 0.0
    if fit is None:
        return {**found, "headless": 0.0}
    found["headlines"] = fit
    if reading.kicker or reading.sub or reading.label:
        found["titles"] = reading.margin
    if reading.seam is not None:
        found["seams"] = reading.seam
    return found


def _together(margins: Iterable[float]) -> float:
    """The margin of several decisions all being right: less than the least of theirs, the more there are."""
    return -math.log(math.fsum(math.exp(-min(margin, CERTAIN)) for margin in margins))


def doubts_of(margins: Mapping[str, float]) -> tuple[Doubt, ...]:
    """What makes an article less than certain, the most doubtful first."""
    curves = load_curves()
    found = [Doubt(kind, margin, chance_of(margin, *curves[kind])) for kind, margin in margins.items()]
    return tuple(sorted(found, key=lambda doubt: doubt.chance))


def chance_of(margin: float, base: float, slope: float) -> float:
    """A margin as a chance by a logistic curve.

    Examples:
        >>> chance_of(0.0, 0.0, 1.0)
        0.5
    """
    return 1 / (1 + math.exp(-base - slope * max(min(margin, CERTAIN), -CERTAIN)))


def confidence_of(margins: Mapping[str, float]) -> float:
    """The chance that everything about an article is right, 0 to 1, to four places."""
    return round(math.prod(doubt.chance for doubt in doubts_of(margins)), 4)

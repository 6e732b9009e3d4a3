"""The drawing of an issue: its pages side by side, articles as bars, continuations as curves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from paperparse.model import Issue

__all__ = ["Bar", "Curve", "Drawing", "draw_issue"]

COLUMN: Final = 150
"""Units from one page to the next."""
WIDE: Final = 96
"""Units of a page's width."""
TOP: Final = 26
BAR: Final = 14
"""Units of an article's height."""
ARROW: Final = 5
"""Units of an arrow head."""
UNDER: Final = 34
"""Units under the pages, for continuations that skip a page: across it they would touch its articles."""


@frozen
class Bar:
    """One article."""

    id: str
    colour: int
    x: int
    y: int
    title: str


@frozen
class Curve:
    """One continuation."""

    path: str
    colour: int
    x: int
    y: int
    score: str
    words: str


@frozen
class Drawing:
    """The drawing, in units of its own; pages reach down to the floor. Empty without anything to draw."""

    width: int = 0
    height: int = 0
    floor: int = 0
    pages: tuple[tuple[int, int, str, str], ...] = ()
    bars: tuple[Bar, ...] = ()
    curves: tuple[Curve, ...] = ()


def draw_issue(issue: Issue, colours: Mapping[str, int]) -> Drawing:
    """Draw the pages of an issue and the continuations between them.

    Args:
        issue: The issue.
        colours: The colour of each article of its pages.

    Returns:
        The drawing.
    """
    most = max((len(page.articles) for page in issue.pages), default=0)
    floor = TOP + (most + 1) * (BAR + 4)
    pages: list[tuple[int, int, str, str]] = []
    bars: dict[str, Bar] = {}
    for column, page in enumerate(issue.pages):
        x = 8 + column * COLUMN
        pages.append((x, len(page.articles), f"p{page.index}", page.number or str(page.index + 1)))
        for row, article in enumerate(page.articles):
            title = article.headline.main[0].text if article.headline.main else article.text[:20]
            bars[article.id] = Bar(article.id, colours[article.id], x + 8, TOP + 8 + row * (BAR + 4), title)
    curves = [
        _curve(bars[link.from_article], bars[link.to_article], link.score, floor)
        for link in issue.links
        if link.from_article in bars and link.to_article in bars
    ]
    height = floor + (UNDER if any(curve.y > floor for curve in curves) else 0)
    width = 8 + len(pages) * COLUMN - (COLUMN - WIDE) + 8
    return Drawing(width, height, floor, tuple(pages), tuple(bars.values()), tuple(curves))


def _curve(start: Bar, end: Bar, score: float, floor: int) -> Curve:
    """A curve from one bar to another, its score in the middle; under the pages where it skips one."""
    x1, y1 = start.x + WIDE - 16, start.y + BAR // 2
    x2, y2 = end.x, end.y + BAR // 2
    head = f"M{x2 - ARROW} {y2 - ARROW} L{x2} {y2} L{x2 - ARROW} {y2 + ARROW}"
    gap = (COLUMN - WIDE) // 2
    middle = (x1 + x2) // 2
    if 0 < x2 - x1 <= COLUMN:
        line = f"M{x1} {y1} C{middle} {y1} {middle} {y2} {x2} {y2}"
        low = (y1 + y2) // 2 - 4
    else:
        low = floor + UNDER // 2
        line = (
            f"M{x1} {y1} C{x1 + gap} {y1} {x1 + gap} {low} {x1 + 2 * gap} {low} "
            f"L{x2 - 2 * gap} {low} C{x2 - gap} {low} {x2 - gap} {y2} {x2} {y2}"
        )
        low -= 4
    path = f"{line} {head}"
    words = f"{start.title} goes on in {end.title}"
    return Curve(path, start.colour, middle, low, f"{score:.2f}", words)

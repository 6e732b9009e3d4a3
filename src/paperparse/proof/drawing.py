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
    """The drawing, in units of its own; empty when there is nothing to draw."""

    width: int = 0
    height: int = 0
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
    height = TOP + (most + 1) * (BAR + 4)
    pages: list[tuple[int, int, str, str]] = []
    bars: dict[str, Bar] = {}
    for column, page in enumerate(issue.pages):
        x = 8 + column * COLUMN
        pages.append((x, len(page.articles), f"p{page.index}", page.number or str(page.index + 1)))
        for row, article in enumerate(page.articles):
            title = article.headline.main[0].text if article.headline.main else article.text[:20]
            bars[article.id] = Bar(article.id, colours[article.id], x + 8, TOP + 8 + row * (BAR + 4), title)
    curves = [
        _curve(bars[link.from_article], bars[link.to_article], link.score)
        for link in issue.links
        if link.from_article in bars and link.to_article in bars
    ]
    width = 8 + len(pages) * COLUMN - (COLUMN - WIDE) + 8
    return Drawing(width, height, tuple(pages), tuple(bars.values()), tuple(curves))


def _curve(start: Bar, end: Bar, score: float) -> Curve:
    """A curve from one bar to another, its score in the middle."""
    x1, y1 = start.x + WIDE - 16, start.y + BAR // 2
    x2, y2 = end.x, end.y + BAR // 2
    bend = max(abs(x2 - x1) // 2, 40)
    path = f"M{x1} {y1} C{x1 + bend} {y1} {x2 - bend} {y2} {x2} {y2}"
    words = f"{start.title} goes on in {end.title}"
    return Curve(path, start.colour, (x1 + x2) // 2, (y1 + y2) // 2 - 4, f"{score:.2f}", words)

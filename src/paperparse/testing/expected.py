"""What a page should say, in the terms the measures compare.

Text is compared without white space, display text without signs as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex
from attrs import frozen

from paperparse.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from paperparse.model import Article, Byline, Dateline, Page

__all__ = ["Expected", "expected_articles", "plain", "tight"]

_BLANK = regex.compile(r"[\s\u3000\u200b\ufeff]+")
_SIGN = regex.compile(r"[^\w]|_")


def tight(text: str | None) -> str:
    """Text without white space.

    Examples:
        >>> tight("孙 欣")
        '孙欣'
    """
    return _BLANK.sub("", text or "")


def plain(text: str | None) -> str:
    """Text without white space and signs.

    Examples:
        >>> plain("■“工赋”：提 速")
        '工赋提速'
    """
    return _SIGN.sub("", tight(text))


@frozen
class Expected:
    """One article as it should be read.

    Attributes:
        name: What to call it in messages.
        characters: Its positions in the page's text.
        headings: Label, kicker, main and sub passages, signs and blanks taken out.
        mains: The main headline; several where more than one reading is right, none when it has none.
        optional: Whether leaving the main headline out is right as well.
        bylines: Role and name of everyone who signed.
        outlets: Outlets of the bylines.
        dateline: Outlet, place, month, day and kind; empty when there is none.
        paragraphs: Texts, each with the way it may be split instead, if any.
        subheads: Texts.
        captions: Texts.
        highlights: Texts.
        jumps: ``"from"`` and ``"to"`` where it has jump lines.
    """

    name: str
    characters: frozenset[int]
    headings: tuple[str, ...] = ()
    mains: tuple[str, ...] = ()
    optional: bool = False
    bylines: tuple[tuple[str, str], ...] = ()
    outlets: tuple[str, ...] = ()
    dateline: tuple[Hashable, ...] = ()
    paragraphs: tuple[tuple[str, tuple[str, ...]], ...] = ()
    subheads: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    highlights: tuple[str, ...] = ()
    jumps: tuple[str, ...] = ()


def expected_articles(page: Page) -> tuple[Expected, ...]:
    """What a page's articles say, as the measures compare them.

    Args:
        page: A page of truth, or a parsed one.

    Returns:
        One for each article, in the page's order.
    """
    return tuple(_expected(article) for article in page.articles)


def _expected(article: Article) -> Expected:
    """One article as the measures compare it."""
    head = article.headline
    main = "".join(plain(passage.text) for passage in head.main)
    return Expected(
        name=article.id,
        characters=frozenset(at for span in article.spans for at in range(span.start, span.end)),
        headings=tuple(plain(passage.text) for passage in head.passages),
        mains=(main,) if main else (),
        bylines=_signed(article.bylines),
        outlets=tuple(tight(byline.outlet) for byline in article.bylines if byline.outlet),
        dateline=_dated(article.dateline),
        paragraphs=tuple((tight(b.text), ()) for b in article.body if b.kind is BlockKind.PARAGRAPH),
        subheads=tuple(plain(b.text) for b in article.body if b.kind is BlockKind.SUBHEAD),
        captions=tuple(plain(caption.text) for caption in article.captions),
        highlights=tuple(plain(passage.text) for passage in article.highlights),
        jumps=("from",) * (article.continued_from is not None) + ("to",) * (article.continued_to is not None),
    )


def _signed(bylines: Iterable[Byline]) -> tuple[tuple[str, str], ...]:
    """Role and name of everyone who signed."""
    return tuple((tight(byline.role), tight(name)) for byline in bylines for name in byline.names)


def _dated(line: Dateline | None) -> tuple[Hashable, ...]:
    """What is compared of a dateline."""
    return (
        ()
        if line is None
        else (tight(line.outlet), tight(line.place), line.month, line.day, tight(line.kind))
    )

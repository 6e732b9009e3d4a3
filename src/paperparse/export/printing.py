"""Where and when an article was printed: what other formats ask for and an article alone does not know."""

from __future__ import annotations

import datetime as dt
import hashlib
import uuid
from typing import TYPE_CHECKING, Final

from attrs import frozen

from paperparse.model import Issue, Page
from paperparse.text.script import language_tag

if TYPE_CHECKING:
    from paperparse.model import Article

__all__ = ["ZONE", "Printing", "printing_of"]

ZONE: Final = dt.timezone(dt.timedelta(hours=8))
"""The clock of all places where Chinese papers are printed in number: the mainland, Hong Kong, Macao, Taiwan,
Singapore and Malaysia keep one. Used where a format wants a time and print gives a day."""


@frozen
class Printing:
    """Where and when an article was printed.

    Attributes:
        uri: A ``urn:uuid:`` made from the text of its pages and its id: the same print has the same one.
        pages: Printed numbers of its pages, in order; ``"?"`` for one that prints none.
        section: Name of the section of its first page, or None.
        date: The day the paper came out, or None.
        written: The day its dateline means, or None.
        language: Its BCP 47 tag: ``"zh-Hans"``, ``"zh-Hant"`` or ``"zh"``.
    """

    uri: str
    pages: tuple[str, ...]
    section: str | None
    date: dt.date | None
    written: dt.date | None
    language: str


def printing_of(article: Article, source: Page | Issue, *, issue_date: dt.date | None = None) -> Printing:
    """Find out where and when an article was printed.

    Args:
        article: An article of the source.
        source: The page or issue it is from.
        issue_date: The day the paper came out, where the source does not print it.

    Returns:
        What is known.

    Raises:
        ValueError: The article has spans on a page the source does not have.

    Examples:
        >>> page = Page("本报讯", number="2")
        >>> from paperparse.model import Article
        >>> printing_of(Article("p0a0"), page, issue_date=dt.date(2024, 2, 1)).pages
        ('2',)
    """
    pages = _pages(article, source)
    date = next((page.date for page in (*pages, *_all(source)) if page.date), None) or issue_date
    words = "\n".join((*(part.text for part in article.headline.passages), article.text))
    return Printing(
        uri=_uri(article, pages),
        pages=tuple(page.number or "?" for page in pages),
        section=next((page.section for page in pages if page.section), None),
        date=date,
        written=article.dateline.resolve(date) if article.dateline and date else None,
        language=language_tag(words),
    )


def _all(source: Page | Issue) -> tuple[Page, ...]:
    """All pages of a source."""
    return source.pages if isinstance(source, Issue) else (source,)


def _pages(article: Article, source: Page | Issue) -> tuple[Page, ...]:
    """The pages an article stands on; the source's first when it owns nothing."""
    known = {page.index: page for page in _all(source)}
    wanted = sorted({span.page for span in article.spans})
    strange = [index for index in wanted if index not in known]
    if strange:
        msg = f"article {article.id!r} has spans on page {strange[0]}, which the source does not have"
        raise ValueError(msg)
    return tuple(known[index] for index in wanted) or _all(source)[:1]


def _uri(article: Article, pages: tuple[Page, ...]) -> str:
    """A name that depends on nothing but the print."""
    digest = hashlib.sha256()
    for page in pages:
        digest.update(page.text.encode("utf-8", "surrogatepass"))
        digest.update(b"\f")
    digest.update(article.id.encode("utf-8", "surrogatepass"))
    # version 8 is the one for hashes of one's own
    value = int.from_bytes(digest.digest()[:16])
    value = value & ~(0xF << 76) & ~(0x3 << 62) | 0x8 << 76 | 0x2 << 62
    return uuid.UUID(int=value).urn

"""Articles as Markdown (CommonMark), for reading, diffing and language models.

Signs that Markdown would take for its own are escaped, so that what is rendered are the words of the print.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from paperparse.export.printing import printing_of
from paperparse.model import Article, BlockKind, Issue

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from paperparse.model import Page

__all__ = ["HELD", "to_markdown"]

HELD: Final = frozenset(
    {
        "headline.label.text",
        "headline.kicker.text",
        "headline.main.text",
        "headline.sub.text",
        "bylines.text",
        "dateline.text",
        "body.kind",
        "body.text",
        "captions.text",
        "highlights.text",
        "continued_from.text",
        "continued_to.text",
    }
)
"""Fields of an article that its Markdown holds; the others are in the side-car."""

_INLINE: Final = re.compile(r"[\\`*_\[\]<>&~|]")
_HEADS: Final = re.compile(r"^(?:[#+=-]|\d{1,9}(?=[.)]))")
_BLANKS: Final = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029\ud800-\udfff]+")


def to_markdown(
    obj: Article | Page | Issue, source: Page | Issue | None = None, *, issue_date: dt.date | None = None
) -> str:
    r"""Write an article, or all of a page or issue, as Markdown.

    Args:
        obj: What to write.
        source: The page or issue an article is from, for its page, section and day; they are left out
            without it. Not needed for a page or an issue.
        issue_date: The day the paper came out, where the source does not print it.

    Returns:
        CommonMark that ends in a line feed; articles of a page are parted by rules. Empty when there is
        nothing to write.

    Raises:
        ValueError: The article has spans on a page the source does not have.

    Examples:
        >>> import paperparse as pp
        >>> page = pp.parse("新桥今日通车\n\n□记者 谭宁\n本报5月12日讯 今天上午，新桥建成通车。")
        >>> print(to_markdown(page), end="")
        # 新桥今日通车
        <BLANKLINE>
        *记者 谭宁 · 本报5月12日讯*
        <BLANKLINE>
        今天上午，新桥建成通车。
    """
    if isinstance(obj, Article):
        parts = ["\n\n".join(_blocks(obj, source, issue_date))]
    else:
        parts = ["\n\n".join(_blocks(article, obj, issue_date)) for article in obj.articles]
    return "".join(f"{part}\n" for part in ["\n\n---\n\n".join(filter(None, parts))] if part)


def _blocks(article: Article, source: Page | Issue | None, issue_date: dt.date | None) -> Iterator[str]:
    """The blocks of an article."""
    headline = article.headline
    yield from (f"**{_plain(part.text)}**" for part in headline.label if part.text.strip())
    yield from (_plain(part.text) for part in headline.kicker if part.text.strip())
    yield from (f"# {_plain(part.text)}" for part in headline.main)
    yield from (f"## {_plain(part.text)}" for part in headline.sub)
    lines = [_plain(byline.text) for byline in article.bylines]
    if article.dateline:
        lines.append(_plain(article.dateline.text))
    if any(lines):
        yield f"*{' · '.join(filter(None, lines))}*"
    if source is not None and (place := _place(article, source, issue_date)):
        yield f"*{place}*"
    if article.highlights:
        yield "\n".join(f"- {_plain(part.text)}" for part in article.highlights)
    if article.continued_from:
        yield f"*{_plain(article.continued_from.text)}*"
    for block in article.body:
        yield f"### {_plain(block.text)}" if block.kind is BlockKind.SUBHEAD else _plain(block.text)
    if article.continued_to:
        yield f"*{_plain(article.continued_to.text)}*"
    yield from (f"> {_plain(caption.text)}" for caption in article.captions)


def _place(article: Article, source: Page | Issue, issue_date: dt.date | None) -> str:
    """Where and when it was printed, in a few words."""
    printing = printing_of(article, source, issue_date=issue_date)
    known = [number for number in printing.pages if number != "?"]
    facts = (
        printing.date.isoformat() if printing.date else "",
        "、".join(known) + "版" if known else "",
        printing.section or "",
    )
    return _plain(" ".join(filter(None, facts)))


def _plain(text: str) -> str:
    """Words with whatever Markdown would read as its own made plain; one line, for a block is one."""
    line = _BLANKS.sub(" ", text).strip()
    escaped = _INLINE.sub(r"\\\g<0>", line)
    return _HEADS.sub(lambda found: _guard(found[0]), escaped)


def _guard(head: str) -> str:
    """The first sign of a line, kept from opening a heading, a list or a rule."""
    return head + "\\" if head.isdigit() else "\\" + head

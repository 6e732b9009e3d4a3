"""Articles as flat rows for pandas, Polars, SQL and anything else that wants columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from paperparse.export.printing import printing_of
from paperparse.model import BlockKind, BylineKind

if TYPE_CHECKING:
    import datetime as dt

    from paperparse.model import Article, Issue, Jump, Page, Passage

__all__ = ["HELD", "to_rows"]

HELD: Final = frozenset(
    {
        "id",
        "headline.label.text",
        "headline.kicker.text",
        "headline.main.text",
        "headline.sub.text",
        "bylines.text",
        "dateline.outlet",
        "dateline.place",
        "dateline.kind",
        "dateline.text",
        "body.text",
        "captions.text",
        "highlights.text",
        "continued_from.page",
        "continued_to.page",
        "confidence",
        "notes.code",
    }
)
"""Fields of an article that a row holds; the others are in the side-car."""

_WRITERS: Final = frozenset(BylineKind) - {
    BylineKind.EDITOR,
    BylineKind.PHOTOGRAPHER,
    BylineKind.ARTIST,
    BylineKind.SOURCE,
    BylineKind.TRANSLATOR,
}


def to_rows(
    source: Page | Issue, *, name: str | None = None, issue_date: dt.date | None = None
) -> list[dict[str, Any]]:
    r"""Write the articles of a page or issue as rows, every row with the same columns.

    Args:
        source: The page or issue.
        name: What to call it in the column ``source``: a path, a key, an address.
        issue_date: The day the paper came out, where the source does not print it.

    Returns:
        One new dictionary for each article, in order. Values are text, numbers, days, None and lists of
        text, so that ``pandas.DataFrame(rows)`` and ``polars.DataFrame(rows)`` take them as they are.

    Examples:
        >>> import paperparse as pp
        >>> page = pp.parse("新桥今日通车\n\n□记者 谭宁\n本报5月12日讯 今天上午，新桥建成通车。")
        >>> [row] = to_rows(page, name="2024-05-12/01.txt")
        >>> row["main"], row["authors"], row["paragraphs"]
        ('新桥今日通车', ['谭宁'], ['今天上午，新桥建成通车。'])
    """
    return [_row(article, source, name, issue_date) for article in source.articles]


def _row(
    article: Article, source: Page | Issue, name: str | None, issue_date: dt.date | None
) -> dict[str, Any]:
    """One article."""
    printing = printing_of(article, source, issue_date=issue_date)
    headline = article.headline
    line = article.dateline
    return {
        "source": name,
        "id": article.id,
        "uri": printing.uri,
        "pages": list(printing.pages),
        "section": printing.section,
        "date": printing.date,
        "language": printing.language,
        "label": _joined(headline.label),
        "kicker": _joined(headline.kicker),
        "main": _joined(headline.main),
        "sub": _joined(headline.sub),
        "authors": [name for byline in article.bylines if byline.kind in _WRITERS for name in byline.names],
        "bylines": [byline.text for byline in article.bylines],
        "dateline": line.text if line else None,
        "dateline_outlet": line.outlet if line else None,
        "dateline_place": line.place if line else None,
        "dateline_kind": line.kind if line else None,
        "written": printing.written,
        "text": article.text,
        "paragraphs": [block.text for block in article.body if block.kind is BlockKind.PARAGRAPH],
        "subheads": [block.text for block in article.body if block.kind is BlockKind.SUBHEAD],
        "captions": [caption.text for caption in article.captions],
        "highlights": [passage.text for passage in article.highlights],
        "continued_from": _page(article.continued_from),
        "continued_to": _page(article.continued_to),
        "is_fragment": article.is_fragment,
        "confidence": article.confidence,
        "notes": [str(note.code) for note in article.notes],
    }


def _joined(passages: tuple[Passage, ...]) -> str | None:
    """Passages of one role as one text, a line each; None when there are none."""
    return "\n".join(passage.text for passage in passages) or None


def _page(jump: Jump | None) -> str | None:
    """The page a jump line names."""
    return jump.page if jump else None

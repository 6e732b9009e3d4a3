"""Articles as IPTC ninjs 3.1, the news industry's JSON.

ninjs has a body, headlines with roles, parties with roles and associated objects. It has no positions, no
confidence and no dateline in parts: those are in the side-car.
"""

from __future__ import annotations

import datetime as dt
from html import escape
from typing import TYPE_CHECKING, Any, Final

from paperparse.export.printing import ZONE, printing_of
from paperparse.model import BlockKind

if TYPE_CHECKING:
    from paperparse.model import Article, Byline, Caption, Issue, Page

__all__ = ["HELD", "to_ninjs"]

HELD: Final = frozenset(
    {
        "headline.label.text",
        "headline.kicker.text",
        "headline.main.text",
        "headline.sub.text",
        "bylines.names",
        "bylines.outlet",
        "bylines.text",
        "dateline.place",
        "body.kind",
        "body.text",
        "captions.text",
        "highlights.text",
        "notes.message",
    }
)
"""Fields of an article that a ninjs object holds; the others are in the side-car."""

_STANDARD: Final = {
    "name": "ninjs",
    "version": "3.1",
    "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#",
}


def to_ninjs(
    article: Article, source: Page | Issue, *, issue_date: dt.date | None = None, uri: str | None = None
) -> dict[str, Any]:
    r"""Write an article as a ninjs 3.1 object.

    Args:
        article: An article of the source.
        source: The page or issue it is from.
        issue_date: The day the paper came out, where the source does not print it.
        uri: The object's identifier; by default a ``urn:uuid:`` made from the print.

    Returns:
        A new dictionary that validates against the standard's schema. Times are midnight in UTC+8, for
        print gives days.

    Raises:
        ValueError: The article has spans on a page the source does not have.

    Examples:
        >>> import paperparse as pp
        >>> page = pp.parse("新桥今日通车\n\n□记者 谭宁\n本报5月12日讯 今天上午，新桥建成通车。")
        >>> item = to_ninjs(page.articles[0], page)
        >>> item["headlines"], item["by"]
        ([{'role': 'main', 'value': '新桥今日通车'}], '记者 谭宁')
    """
    printing = printing_of(article, source, issue_date=issue_date)
    name = uri or printing.uri
    item: dict[str, Any] = {
        "uri": name,
        "standard": dict(_STANDARD),
        "type": "text",
        "representationType": "partial" if article.is_fragment else "full",
        "profile": "text-photo" if article.captions else "text-only",
        "pubStatus": "usable",
        "language": printing.language,
        "versionCreated": _midnight(printing.date),
        "contentCreated": _midnight(printing.written),
        "title": " ".join(passage.text for passage in article.headline.main),
        "headlines": _headlines(article),
        "by": " ".join(byline.text for byline in article.bylines),
        "infoSources": [source for byline in article.bylines for source in _parties(byline)],
        "located": article.dateline.place if article.dateline else None,
        "bodies": _bodies(article),
        "descriptions": [{"role": "highlight", "value": part.text} for part in article.highlights],
        "associations": [
            _picture(caption, f"{name}#picture-{number}", number, printing.language)
            for number, caption in enumerate(article.captions, 1)
        ],
        "edNote": " ".join(note.message + "." for note in article.notes),
    }
    return {key: value for key, value in item.items() if value}


def _midnight(day: dt.date | None) -> str | None:
    """The first moment of a day, as the standard writes times."""
    return None if day is None else dt.datetime.combine(day, dt.time(), ZONE).isoformat()


def _headlines(article: Article) -> list[dict[str, str]]:
    """Every passage with its role; the main headline first, as readers of ninjs expect."""
    headline = article.headline
    roles = (
        ("main", headline.main),
        ("kicker", headline.kicker),
        ("sub", headline.sub),
        ("label", headline.label),
    )
    return [{"role": role, "value": passage.text} for role, passages in roles for passage in passages]


def _parties(byline: Byline) -> list[dict[str, str]]:
    """Who signed, and whom they work for."""
    people = [{"name": name, "role": str(byline.kind)} for name in byline.names]
    return [*people, {"name": byline.outlet, "role": "outlet"}] if byline.outlet else people


def _bodies(article: Article) -> list[dict[str, Any]]:
    """The body twice: as plain text, and as XHTML that keeps subheads apart."""
    if not article.body:
        return []
    tags = {BlockKind.PARAGRAPH: "p", BlockKind.SUBHEAD: "h2"}
    marked = "".join(
        f"<{tags[block.kind]}>{escape(block.text, quote=False)}</{tags[block.kind]}>"
        for block in article.body
    )
    text = article.text
    return [
        {"contentType": "text/plain", "charCount": len(text), "value": text},
        {"contentType": "application/xhtml+xml", "charCount": len(text), "value": f"<div>{marked}</div>"},
    ]


def _picture(caption: Caption, uri: str, number: int, language: str) -> dict[str, Any]:
    """A caption as the picture it speaks of, of which print text holds no more."""
    picture: dict[str, Any] = {
        "name": f"picture-{number}",
        "rel": "picture",
        "uri": uri,
        "type": "picture",
        "language": language,
        "descriptions": [{"role": "caption", "value": caption.text}],
        "by": " ".join(byline.text for byline in caption.credit),
        "infoSources": [party for byline in caption.credit for party in _parties(byline)],
    }
    return {key: value for key, value in picture.items() if value}

"""Articles as schema.org NewsArticle, in JSON-LD."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from paperparse.export.json import plain_json
from paperparse.export.printing import printing_of
from paperparse.model import BylineKind

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from paperparse.model import Article, Byline, Caption, Issue, Page

__all__ = ["HELD", "script_json", "to_news_article"]

HELD: Final = frozenset(
    {
        "headline.kicker.text",
        "headline.main.text",
        "headline.sub.text",
        "headline.label.text",
        "bylines.names",
        "bylines.outlet",
        "dateline.text",
        "dateline.place",
        "body.text",
        "captions.text",
        "captions.credit.text",
        "highlights.text",
    }
)
"""Fields of an article that a NewsArticle holds; the others are in the side-car."""

_PROPERTY: Final = {
    BylineKind.EDITOR: "editor",
    BylineKind.TRANSLATOR: "translator",
    BylineKind.PHOTOGRAPHER: "contributor",
    BylineKind.ARTIST: "contributor",
    BylineKind.SOURCE: "contributor",
}
"""Who wrote is an author; who edited, translated, photographed or supplied has a property of their own."""


def to_news_article(
    article: Article, source: Page | Issue, *, issue_date: dt.date | None = None, uri: str | None = None
) -> dict[str, Any]:
    r"""Write an article as a schema.org NewsArticle.

    Args:
        article: An article of the source.
        source: The page or issue it is from.
        issue_date: The day the paper came out, where the source does not print it.
        uri: The ``@id``; by default a ``urn:uuid:`` made from the print.

    Returns:
        A new dictionary of JSON-LD.

    Raises:
        ValueError: The article has spans on a page the source does not have.

    Examples:
        >>> import paperparse as pp
        >>> page = pp.parse("新桥今日通车\n\n□记者 谭宁\n本报5月12日讯 今天上午，新桥建成通车。")
        >>> found = to_news_article(page.articles[0], page)
        >>> found["headline"], found["dateline"], found["author"]
        ('新桥今日通车', '本报5月12日讯', [{'@type': 'Person', 'name': '谭宁', 'jobTitle': '记者'}])
    """
    printing = printing_of(article, source, issue_date=issue_date)
    headline = article.headline
    known = [number for number in printing.pages if number != "?"]
    found: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": uri or printing.uri,
        "inLanguage": printing.language,
        "headline": " ".join(passage.text for passage in headline.main),
        "alternativeHeadline": [part.text for part in (*headline.kicker, *headline.sub)],
        "articleSection": [part.text for part in headline.label],
        "printPage": ", ".join(known),
        "printSection": printing.section,
        "datePublished": printing.date and printing.date.isoformat(),
        "dateCreated": printing.written and printing.written.isoformat(),
        "dateline": article.dateline.text if article.dateline else None,
        "locationCreated": _place(article),
        **_people(article.bylines),
        "abstract": "\n".join(part.text for part in article.highlights),
        "articleBody": article.text,
        "image": [_image(caption) for caption in article.captions],
    }
    return {key: value for key, value in found.items() if value}


def script_json(tree: object) -> str:
    r"""JSON that may stand inside a ``script`` element of a web page: no sign in it can close the element.

    Args:
        tree: What to write.

    Returns:
        JSON text without ``<``, ``>`` and ``&``.

    Examples:
        >>> print(script_json({"headline": "</script>"}))
        {"headline":"\u003c/script\u003e"}
    """
    plain = plain_json(tree)
    for sign in "<>&\u2028\u2029":
        plain = plain.replace(sign, f"\\u{ord(sign):04x}")
    return plain


def _place(article: Article) -> dict[str, str] | None:
    """Where it was written."""
    if article.dateline is None or article.dateline.place is None:
        return None
    return {"@type": "Place", "name": article.dateline.place}


def _people(bylines: Iterable[Byline]) -> dict[str, list[dict[str, Any]]]:
    """Everybody who signed, under the property that fits what they did."""
    found: dict[str, list[dict[str, Any]]] = {}
    for byline in bylines:
        people: list[dict[str, Any]] = [
            {"@type": "Person", "name": name, "jobTitle": byline.role} for name in byline.names
        ]
        if byline.outlet:
            outlet = {"@type": "Organization", "name": byline.outlet}
            people = [{**person, "affiliation": dict(outlet)} for person in people] or [outlet]
        people = [{key: value for key, value in person.items() if value} for person in people]
        found.setdefault(_PROPERTY.get(byline.kind, "author"), []).extend(people)
    return found


def _image(caption: Caption) -> dict[str, Any]:
    """A caption as the image it speaks of."""
    image: dict[str, Any] = {
        "@type": "ImageObject",
        "caption": caption.text,
        "creditText": " ".join(byline.text for byline in caption.credit),
        "creator": [{"@type": "Person", "name": name} for byline in caption.credit for name in byline.names],
    }
    return {key: value for key, value in image.items() if value}

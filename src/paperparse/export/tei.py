"""A page or an issue as TEI P5, every page with the parts that stand on it.

Parts of one article on several pages are ``div`` elements that name each other in ``@next`` and ``@prev``,
as the Guidelines have it for text that is interrupted. Furniture is kept as ``fw``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

from paperparse.export.printing import printing_of
from paperparse.model import BlockKind, Issue
from paperparse.text.script import language_tag

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from paperparse.model import Article, Byline, Caption, Dateline, Headline, Jump, Page, Passage

__all__ = ["HELD", "to_tei"]

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
        "captions.credit.text",
        "highlights.text",
        "continued_from.page",
        "continued_from.text",
        "continued_to.page",
        "continued_to.text",
    }
)
"""Fields of an article that TEI holds; the others are in the side-car."""

_NS: Final = "http://www.tei-c.org/ns/1.0"
_XML: Final = "{http://www.w3.org/XML/1998/namespace}"
_FORBIDDEN: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_HOLDERS: Final = frozenset(
    {
        "TEI",
        "teiHeader",
        "fileDesc",
        "titleStmt",
        "publicationStmt",
        "sourceDesc",
        "bibl",
        "text",
        "body",
        "div",
        "argument",
        "figure",
    }
)
"""Elements whose white space says nothing."""
_FW: Final = {"folio": "pageNum", "masthead": "header", "section": "header", "date": "header"}


def to_tei(source: Page | Issue, *, title: str = "", issue_date: dt.date | None = None) -> str:
    r"""Write a page or an issue as a TEI document.

    Args:
        source: The page or issue.
        title: Its title, for the header.
        issue_date: The day the paper came out, where the source does not print it.

    Returns:
        XML that begins with its declaration. Characters that XML cannot hold are written as U+FFFD.

    Examples:
        >>> import paperparse as pp
        >>> page = pp.parse("新桥今日通车\n\n□记者 谭宁\n本报5月12日讯 今天上午，新桥建成通车。")
        >>> '<head type="main">新桥今日通车</head>' in to_tei(page)
        True
    """
    pages = source.pages if isinstance(source, Issue) else (source,)
    links = source.links if isinstance(source, Issue) else ()
    after = {link.from_article: link.to_article for link in links}
    before = {link.to_article: link.from_article for link in links}
    root = ET.Element("TEI", {"xmlns": _NS})
    root.append(_header(pages, title, issue_date))
    text = ET.SubElement(root, "text", {f"{_XML}lang": language_tag("".join(page.text for page in pages))})
    body = ET.SubElement(text, "body")
    for page in pages:
        ET.SubElement(body, "pb", {"n": _clean(page.number) if page.number else str(page.index + 1)})
        for piece in page.furniture:
            kind = _FW.get(piece.kind, str(piece.kind))
            ET.SubElement(body, "fw", {"type": kind}).text = _clean(piece.text)
        for article in page.articles:
            body.append(_article(article, page, after, before, issue_date))
        if not page.articles:
            ET.SubElement(ET.SubElement(body, "div"), "p")
    _indent(root, "\n")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _header(pages: tuple[Page, ...], title: str, issue_date: dt.date | None) -> ET.Element:
    """What a TEI document must say of itself."""
    header = ET.Element("teiHeader")
    file = ET.SubElement(header, "fileDesc")
    ET.SubElement(ET.SubElement(file, "titleStmt"), "title").text = _clean(title) or "Newspaper pages"
    ET.SubElement(ET.SubElement(file, "publicationStmt"), "p").text = "Made by paperparse from print text."
    printed = ET.SubElement(ET.SubElement(file, "sourceDesc"), "bibl")
    ET.SubElement(printed, "title", {"level": "j"}).text = _clean(title) or "Newspaper"
    date = next((page.date for page in pages if page.date), None) or issue_date
    if date:
        ET.SubElement(printed, "date", {"when": date.isoformat()}).text = date.isoformat()
    for number in [page.number for page in pages if page.number]:
        ET.SubElement(printed, "biblScope", {"unit": "page"}).text = _clean(number)
    return header


def _article(
    article: Article,
    page: Page,
    after: Mapping[str, str],
    before: Mapping[str, str],
    issue_date: dt.date | None,
) -> ET.Element:
    """One article, or the part of one that stands on a page."""
    div = ET.Element("div", {"type": "article", f"{_XML}id": _name(article.id)})
    if article.id in after:
        div.set("next", "#" + _name(after[article.id]))
    if article.id in before:
        div.set("prev", "#" + _name(before[article.id]))
    for role, passages in _heads(article.headline):
        for passage in passages:
            ET.SubElement(div, "head", {"type": role}).text = _clean(passage.text)
    for byline in article.bylines:
        div.append(_byline(byline))
    if article.dateline:
        printing = printing_of(article, page, issue_date=issue_date)
        div.append(_dateline(article.dateline, printing.written))
    div.extend(_points(article.highlights))
    if article.continued_from:
        div.append(_jump(article.continued_from, before.get(article.id)))
    _fill(div, article)
    if article.continued_to:
        div.append(_jump(article.continued_to, after.get(article.id)))
    div.extend(_figure(caption) for caption in article.captions)
    return div


def _heads(headline: Headline) -> tuple[tuple[str, tuple[Passage, ...]], ...]:
    """The passages of a headline by role, from label to sub."""
    return (
        ("label", headline.label),
        ("kicker", headline.kicker),
        ("main", headline.main),
        ("sub", headline.sub),
    )


def _figure(caption: Caption) -> ET.Element:
    """A caption, its credit beside it."""
    figure = ET.Element("figure")
    ET.SubElement(figure, "p").text = _clean(caption.text)
    for byline in caption.credit:
        ET.SubElement(figure, "note", {"type": "credit"}).text = _clean(byline.text)
    return figure


def _points(highlights: tuple[Passage, ...]) -> list[ET.Element]:
    """The key points, as the argument of an article; none without any."""
    points = ET.Element("argument")
    for passage in highlights:
        ET.SubElement(points, "p").text = _clean(passage.text)
    return [points] if highlights else []


def _byline(byline: Byline) -> ET.Element:
    """A byline as printed, the people and the outlet in it marked."""
    parts = [("orgName", byline.outlet or ""), *(("persName", name) for name in byline.names)]
    return _marked(ET.Element("byline"), byline.text, parts)


def _dateline(line: Dateline, written: dt.date | None) -> ET.Element:
    """A dateline as printed, the outlet and the place in it marked, and the day it means."""
    parts = [("orgName", line.outlet or ""), ("placeName", line.place or "")]
    element = _marked(ET.Element("dateline"), line.text, parts)
    if written:
        ET.SubElement(element, "date", {"when": written.isoformat()})
    return element


def _marked(element: ET.Element, text: str, parts: list[tuple[str, str]]) -> ET.Element:
    """An element with a text in which the parts that are found, one after another, are elements."""
    at = 0
    last: ET.Element | None = None
    for tag, words in parts:
        # print may set blanks between the characters of a name
        pattern = r"\s*".join(re.escape(char) for char in words if not char.isspace())
        found = re.compile(pattern).search(text, at) if pattern else None
        if found is None:
            continue
        between = _clean(text[at : found.start()])
        if last is None:
            element.text = between
        else:
            last.tail = between
        last = ET.SubElement(element, tag)
        last.text = _clean(found[0])
        at = found.end()
    if last is None:
        element.text = _clean(text)
    else:
        last.tail = _clean(text[at:])
    return element


def _jump(jump: Jump, target: str | None) -> ET.Element:
    """A jump line; it points at the part it leads to where that is known."""
    note = ET.Element("note", {"type": "jump", "n": _clean(jump.page)})
    inner = ET.SubElement(note, "ref", {"target": "#" + _name(target)} if target else {})
    inner.text = _clean(jump.text)
    return note


def _fill(div: ET.Element, article: Article) -> None:
    """The body; what follows a subhead is a division of its own, which is where TEI has heads."""
    at = div
    for block in article.body:
        if block.kind is BlockKind.SUBHEAD:
            at = ET.SubElement(div, "div", {"type": "section"})
            ET.SubElement(at, "head", {"type": "subhead"}).text = _clean(block.text)
        else:
            ET.SubElement(at, "p").text = _clean(block.text)


def _indent(element: ET.Element, lead: str) -> None:
    """Set elements of elements on lines of their own; what holds words stays as it is."""
    if element.tag not in _HOLDERS:
        return
    for child in element:
        child.tail = lead + " "
        _indent(child, lead + " ")
    if len(element):
        element.text = lead + " "
        element[-1].tail = lead


def _name(text: str) -> str:
    """An id as XML has them: a letter, then letters, digits and few signs. Ours are so already."""
    plain = re.sub(r"[^\w.-]", "_", _clean(text))
    return plain if plain[:1].isalpha() else f"a{plain}"


def _clean(text: str) -> str:
    """A text that XML can hold."""
    return _FORBIDDEN.sub("\ufffd", text)

"""The proof page, put together from its template: one file, no network, nothing of the page's text trusted.

The text of a page may be anything, so every word of it goes through the template's escaping, control
characters are made visible first, and a content security policy lets the browser run one script and one style
sheet, each known by its hash, and load nothing.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from attrs import frozen
from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from paperparse.model import Issue
from paperparse.proof.drawing import Drawing, draw_issue
from paperparse.proof.leaves import WORDS, Leaf, Line, article_leaves, lines_of, page_leaves
from paperparse.text.script import language_tag
from paperparse.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2 import Template

    from paperparse.model import Article, Note, Page

__all__ = ["render_proof"]

COLOURS: Final = 12
"""Colours of articles; a page of more articles uses them again."""


@frozen
class _Shown:
    """An article as the template takes it."""

    id: str
    number: int
    article: Article
    colour: int
    leaves: tuple[Leaf, ...]
    notes: tuple[tuple[Note, str], ...]
    goes_on: str
    comes_from: str


@frozen
class _Sheet:
    """A page as the template takes it."""

    id: str
    page: Page
    name: str
    lines: tuple[Line, ...]
    articles: tuple[_Shown, ...]
    furniture: tuple[Leaf, ...]


def render_proof(found: Page | Issue, *, title: str = "") -> str:
    r"""Set pages and what was read on them side by side.

    Args:
        found: A page or an issue.
        title: Title of the proof page.

    Returns:
        One HTML document that needs nothing beside itself.

    Examples:
        >>> import paperparse as pp
        >>> page = pp.parse("新桥今日通车\n\n□记者 谭宁\n本报5月12日讯 今天上午，新桥建成通车。")
        >>> html = render_proof(page, title="<b>5月12日</b>")
        >>> "<title>&lt;b&gt;5月12日&lt;/b&gt;" in html
        True
    """
    pages = found.pages if isinstance(found, Issue) else (found,)
    names = _names(pages)
    pairs = [(link.from_article, link.to_article) for link in found.links] if isinstance(found, Issue) else []
    links = {before: after for before, after in pairs if before in names and after in names}
    sources = {after: before for before, after in links.items()}
    colours = _colours(pages, links)
    sheets = [_sheet(page, colours, links, sources) for page in pages]
    style, script = _asset("style.css"), _asset("script.js")
    return _template().render(
        title=title or "Proof",
        language=language_tag("".join(page.text for page in pages)),
        style=style,
        script=script,
        style_hash=_hash(style),
        script_hash=_hash(script),
        sheets=sheets,
        words=WORDS,
        names=names,
        notes=found.notes if isinstance(found, Issue) else (),
        drawing=draw_issue(found, colours) if isinstance(found, Issue) and len(pages) > 1 else Drawing(),
    )


def _colours(pages: tuple[Page, ...], links: Mapping[str, str]) -> dict[str, int]:
    """A colour for each article, the same for parts of one."""
    found: dict[str, int] = {}
    taken = 0
    for page in pages:
        for article in page.articles:
            if article.id not in found:
                found[article.id] = taken % COLOURS
                taken += 1
            after = links.get(article.id)
            if after is not None:
                found[after] = found[article.id]
    return found


def _names(pages: tuple[Page, ...]) -> dict[str, str]:
    """What to call each article."""
    return {
        article.id: f"page {page.number or page.index + 1}, article {number}"
        for page in pages
        for number, article in enumerate(page.articles, 1)
    }


def _sheet(
    page: Page, colours: Mapping[str, int], links: Mapping[str, str], sources: Mapping[str, str]
) -> _Sheet:
    """One page made ready for the template."""
    shown = tuple(
        _Shown(
            id=f"a-{article.id}",
            number=number,
            article=article,
            colour=colours[article.id],
            leaves=article_leaves(article, f"l-{article.id}", colours[article.id]),
            notes=tuple((note, _line_of(note, page)) for note in article.notes),
            goes_on=links.get(article.id, ""),
            comes_from=sources.get(article.id, ""),
        )
        for number, article in enumerate(page.articles, 1)
    )
    furniture = page_leaves(page, f"l-p{page.index}")
    facts = (
        f"Page {page.number or page.index + 1}",
        page.section or "",
        page.date.isoformat() if page.date else "",
        page.encoding or "",
    )
    every = (*(leaf for one in shown for leaf in one.leaves), *furniture)
    return _Sheet(
        id=f"p{page.index}",
        page=page,
        name=" · ".join(filter(None, facts)),
        lines=lines_of(page, every),
        articles=shown,
        furniture=furniture,
    )


def _line_of(note: Note, page: Page) -> str:
    """The 1-based number of the line a note speaks of, or nothing."""
    if note.span is None or note.span.page != page.index:
        return ""
    return str(page.text.count("\n", 0, note.span.start) + 1)


@lru_cache(maxsize=4)
def _asset(name: str) -> str:
    """A file of this room."""
    return files("paperparse.proof").joinpath(name).read_text(encoding="utf-8")


def _hash(source: str) -> str:
    """A source as a content security policy names it."""
    return "sha256-" + base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()


@cache
def _template() -> Template:
    """The template, with everything put into it made visible and escaped."""
    environment = Environment(
        autoescape=True, finalize=_harmless, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string(_asset("page.html.j2"))


def _harmless(value: object) -> object:
    """A value of the template; what is marked as safe is our own."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value

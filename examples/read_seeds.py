"""Print the articles of newspaper pages the way a person reads them.

Run it on the pages of this repository, or on files of your own::

    pip install . && python examples/read_seeds.py
    python examples/read_seeds.py my-page.txt another.txt
"""

from __future__ import annotations

import re
import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import paperparse as pp

if TYPE_CHECKING:
    from collections.abc import Iterator

SEEDS = Path(__file__).parent.parent / "seeds"
WIDTH = 76  # half-width columns
INDENT = "\u3000\u3000"
# what no line break tears apart: opening signs with what they open, a number, a Latin word, a dash
UNIT = re.compile(r"[“‘（《「『【]*(?:[A-Za-z0-9.%+/-]+|—+|…+|.)", re.DOTALL)
CLINGS = "，。、；：！？…”’）》」』】,.;:!?)"  # stays at the end of its line, if need be past the edge


def columns(text: str) -> int:
    """Half-width columns a text takes on the screen."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )


def wrap(text: str, first: str = "", rest: str = "") -> str:
    """Break a text into lines, the first and the others each with its own indent."""
    lines = [first]
    for unit in UNIT.findall(text):
        if columns(lines[-1] + unit) > WIDTH and unit[0] not in CLINGS:
            lines.append(rest)
        if unit != " " or lines[-1] != rest:
            lines[-1] += unit
    return "\n".join(lines)


def labelled(label: str, text: str) -> str:
    """A text beside its label, later lines set under its beginning."""
    return wrap(text, f"{label} ", " " * (columns(label) + 1))


def page_lines(page: pp.Page, name: str) -> Iterator[str]:
    """The page header, then every article, then what belongs to none."""
    facts = [
        f"page {page.number}" if page.number else "",
        page.section or "",
        page.date.isoformat() if page.date else "",
        "1 article" if len(page.articles) == 1 else f"{len(page.articles)} articles",
        page.encoding or "",
    ]
    yield "═" * WIDTH
    yield f"{name} · " + " · ".join(filter(None, facts))
    yield "═" * WIDTH
    for number, article in enumerate(page.articles, 1):
        yield from article_lines(article, number)
    if page.furniture:
        yield f"\n── furniture {'─' * (WIDTH - 13)}\n"
        for piece in page.furniture:
            yield labelled(f"{piece.kind}:", " / ".join(piece.text.split("\n")))
    for note in page.notes:
        yield labelled(f"note {note.code}:", note.message)
    yield ""


def article_lines(article: pp.Article, number: int) -> Iterator[str]:
    """One article, its parts set apart by blank lines."""
    head, tail = f"── {number} ", f" {article.confidence:.0%} ──"
    yield f"\n{head}{'─' * (WIDTH - len(head) - len(tail))}{tail}\n"
    if article.continued_from:
        yield f"← continued from page {article.continued_from.page}\n"
    for part in (headline_lines, signed_lines, body_lines, extra_lines):
        if lines := list(part(article)):
            yield "\n".join(lines) + "\n"


def headline_lines(article: pp.Article) -> Iterator[str]:
    """The headline group, its main headline underlined."""
    headline = article.headline
    yield from (wrap(f"[{passage.text}]") for passage in headline.label)
    yield from (wrap(passage.text) for passage in headline.kicker)
    for passage in headline.main:
        yield wrap(passage.text)
        yield "━" * min(columns(passage.text), WIDTH)
    yield from (wrap(passage.text) for passage in headline.sub)


def signed_lines(article: pp.Article) -> Iterator[str]:
    """Who signed it, in the order of print, and the dateline."""
    if article.bylines:
        signed = ([byline.outlet or "", byline.role, *byline.names] for byline in article.bylines)
        yield wrap(" | ".join(" ".join(words).strip() for words in signed))
    if article.dateline:
        yield wrap(article.dateline.text)


def body_lines(article: pp.Article) -> Iterator[str]:
    """Paragraphs with their indent, subheads set off."""
    for block in article.body:
        if block.kind is pp.BlockKind.SUBHEAD:
            yield "\n" + wrap(block.text, "▌ ", "▌ ") + "\n"
        else:
            yield wrap(block.text, INDENT)


def extra_lines(article: pp.Article) -> Iterator[str]:
    """What stands beside the body, where it goes on, and what is doubtful."""
    yield from (labelled("[picture]", caption.text) for caption in article.captions)
    yield from (labelled("■", highlight.text) for highlight in article.highlights)
    if article.continued_to:
        yield f"→ continued on page {article.continued_to.page}"
    yield from (labelled(f"note {note.code}:", note.message) for note in article.notes)


def main() -> None:
    """Parse every file and print it."""
    for path in [Path(name) for name in sys.argv[1:]] or sorted(SEEDS.glob("*.txt")):
        print("\n".join(page_lines(pp.parse(path), path.name)))


if __name__ == "__main__":
    main()

"""The ends of articles: feet, where one may go on elsewhere, and heads, where one may have come from there.

An article with a jump line has an end for certain. One that breaks off or begins in mid-sentence may have
lost its jump line, and where a jump line on one page finds no counterpart on the page it names, any place
between two paragraphs there may be the end that lost its own.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from paperparse.articles.grams import grams_of
from paperparse.linking.names import name_of
from paperparse.linking.seams import Break, Opening, Start, read_break, read_start
from paperparse.model import BlockKind
from paperparse.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from paperparse.articles.sheet import Sheet
    from paperparse.linking.names import PageName
    from paperparse.model import Article, Block, Jump, Span

__all__ = ["Foot", "Head", "Part", "feet_of", "heads_of", "parts_of"]

_ORDINAL: Final = re.compile("[①-⑳]")
SEEN: Final = 48
"""Characters of a paragraph on either side of a cut that are looked at for words across it."""


@frozen
class Part:
    """One article of one page.

    Attributes:
        page: 0-based index of its page.
        article: The article.
        grams: For each block its pairs of characters.
        headline: The pairs of its headline.
        whole: The pairs of its body.
        indents: For each block the indent of its first line in em.
        gaps: For each block the blank lines above its first line.
    """

    page: int
    article: Article
    grams: tuple[frozenset[str], ...] = field(repr=False)
    headline: frozenset[str] = field(repr=False)
    whole: frozenset[str] = field(repr=False)
    indents: tuple[float, ...] = ()
    gaps: tuple[int, ...] = ()


@frozen
class Foot:
    """Where a part may break off.

    Attributes:
        part: Index of the part.
        block: How many of its blocks stand before the break; all of them but where two articles were
            taken for one.
        marked: Whether a jump line stands there.
        target: The page it names, or None.
        text: The last characters before the break, folded, blanks taken out.
        ending: What stands right before it.
        opening: What is left open.
        grams: The pairs of what stands before the break.
        headline: The pairs of its headline.
        ordinal: The round number by which the jump line tells it from others to the same page, or empty.
    """

    part: int
    block: int
    marked: bool
    target: PageName | None
    text: str
    ending: Break
    opening: Opening
    grams: frozenset[str] = field(repr=False)
    headline: frozenset[str] = field(repr=False)
    ordinal: str = ""


@frozen
class Head:
    """Where a part may begin that comes from elsewhere.

    Attributes:
        part: Index of the part.
        block: Index of its first block; 0 but where two articles were taken for one.
        marked: Whether a jump line stands there.
        source: The page it names, or None.
        text: The first characters after the break, folded, blanks taken out.
        start: What it begins with.
        opening: What is closed without having been opened.
        grams: The pairs of its blocks, as far as they are known to be of one article.
        stop: One past the last of these blocks.
        ordinal: The round number of its jump line, or empty.
        rest: The pairs of what is known to follow on later pages.
    """

    part: int
    block: int
    marked: bool
    source: PageName | None
    text: str
    start: Start
    opening: Opening
    grams: frozenset[str] = field(repr=False)
    stop: int
    ordinal: str = ""
    rest: frozenset[str] = field(default=frozenset(), repr=False)


def parts_of(articles: Iterable[Article], sheet: Sheet) -> list[Part]:
    """The articles of a page with what linking compares.

    Args:
        articles: The page's articles.
        sheet: The page.

    Returns:
        One part for each article.
    """
    printed = sorted(sheet.lines, key=attrgetter("start"))  # columns on the same rows are read out of order
    starts = [line.start for line in printed]
    found: list[Part] = []
    for article in articles:
        grams = tuple(_grams(block.spans, sheet) for block in article.body)
        firsts = [printed[max(bisect_right(starts, block.spans[0].start) - 1, 0)] for block in article.body]
        head = [span for passage in article.headline.passages for span in passage.spans]
        found.append(
            Part(
                sheet.page,
                article,
                grams,
                _grams(head, sheet),
                frozenset().union(*grams),
                tuple(line.indent for line in firsts),
                tuple(line.gap for line in firsts),
            )
        )
    return found


def _grams(spans: Sequence[Span], sheet: Sheet) -> frozenset[str]:
    """The pairs of some print."""
    return grams_of("".join([sheet.folded[span.start : span.end] for span in spans]))


def feet_of(parts: Sequence[Part], wanted: frozenset[int]) -> list[Foot]:
    """Where articles may break off.

    Args:
        parts: The parts of an issue.
        wanted: Pages named by a jump line of another page: there even a closed article may be one that
            goes on.

    Returns:
        The feet, in the order of the parts.
    """
    found: list[Foot] = []
    for number, part in enumerate(parts):
        body = part.article.body
        jump = part.article.continued_to
        grams: frozenset[str] = frozenset()
        for block in range(1, len(body) + 1):
            last = block == len(body)
            grams |= part.grams[block - 1]
            if body[block - 1].kind is not BlockKind.PARAGRAPH and not (last and jump):
                continue
            text = _plain(body[block - 1])
            ending, opening = read_break(text)
            closed = ending is Break.STOP
            marked = last and jump is not None
            named = part.page in wanted
            headed = not last and body[block].kind is BlockKind.SUBHEAD
            inside = named and (headed or ending in {Break.WORD, Break.OPENER})
            if marked or (last and (named or not closed)) or inside:
                target = name_of(jump.page) if marked and jump else None
                ordinal = _ordinal(jump) if marked else ""
                found.append(
                    Foot(
                        number,
                        block,
                        marked,
                        target,
                        text[-SEEN:],
                        ending,
                        opening,
                        grams,
                        part.headline,
                        ordinal,
                    )
                )
    return found


def heads_of(parts: Sequence[Part], wanted: frozenset[int]) -> list[Head]:
    """Where articles may begin that come from elsewhere; see :func:`feet_of`.

    Args:
        parts: The parts of an issue.
        wanted: Pages named by a jump line of another page.

    Returns:
        The heads, in the order of the parts.
    """
    found: list[Head] = []
    for number, part in enumerate(parts):
        article = part.article
        grams: frozenset[str] = frozenset()
        heads: list[Head] = []
        for block in range(len(article.body) - 1, -1, -1):
            grams |= part.grams[block]
            jump = article.continued_from if block == 0 else None
            item = article.body[block]
            named = part.page in wanted
            if item.kind is not BlockKind.PARAGRAPH and jump is None and not named:
                continue
            text = _plain(item)
            start, opening = read_start(text, dated=block == 0 and _dated(article))
            bare = block == 0 and start is Start.PLAIN and not article.headline.passages
            if jump or start is Start.SIGN or opening.signs or named or bare:
                source = name_of(jump.page) if jump else None
                heads.append(
                    Head(
                        number,
                        block,
                        jump is not None,
                        source,
                        text[:SEEN],
                        start,
                        opening,
                        grams,
                        len(article.body),
                        _ordinal(jump),
                    )
                )
        found.extend(reversed(heads))
    return found


def _ordinal(jump: Jump | None) -> str:
    """The round number in a jump line, or nothing."""
    found = _ORDINAL.search(jump.text) if jump else None
    return found[0] if found else ""


def _plain(block: Block) -> str:
    """A block folded, blanks taken out."""
    return "".join(fold(block.text).split())


def _dated(article: Article) -> bool:
    """Whether a dateline or byline stands before the first sentence."""
    if not article.body:
        return False
    first = article.body[0].spans[0]
    signed = [byline.spans[0] for byline in article.bylines]
    dated = [] if article.dateline is None else [article.dateline.spans[0]]
    return any(span < first for span in (*signed, *dated))

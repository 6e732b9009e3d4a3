"""A page cut into pieces that know whose they are: what the proof page colours and marks."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from paperparse.model import Article, Page, Span

__all__ = ["Leaf", "Line", "Run", "article_leaves", "lines_of", "page_leaves"]

WORDS: Final = {
    "label": "栏目",
    "kicker": "引题",
    "main": "主题",
    "sub": "副题",
    "byline": "署名",
    "dateline": "电头",
    "paragraph": "正文",
    "subhead": "小标题",
    "caption": "图注",
    "highlight": "提要",
    "jump": "转版",
    "furniture": "版面",
}
"""What a newsroom calls each role."""


@frozen
class Leaf:
    """One leaf of an article or a piece of furniture.

    Attributes:
        id: Unique on the proof page.
        role: One of WORDS.
        text: Its words.
        spans: Where it stands.
        colour: Number of its article's colour, or None for furniture.
        detail: What else there is to say: the role of a byline, the kind of furniture.
    """

    id: str
    role: str
    text: str
    spans: tuple[Span, ...]
    colour: int | None
    detail: str = ""


@frozen
class Run:
    """A stretch of a printed line that belongs to one leaf, or to none.

    Attributes:
        text: Its characters.
        leaf: Its leaf, or None.
        opens: Whether the leaf begins here.
    """

    text: str
    leaf: Leaf | None
    opens: bool


@frozen
class Line:
    """One line of the page.

    Attributes:
        number: 1-based number.
        start: Where it begins in the page's text.
        runs: Its stretches, in order; none on an empty line.
        tag: What a newsroom calls the leaf that begins on it, or empty.
    """

    number: int
    start: int
    runs: tuple[Run, ...]
    tag: str


def article_leaves(article: Article, prefix: str, colour: int) -> tuple[Leaf, ...]:
    """The leaves of an article as it is read.

    Args:
        article: The article.
        prefix: What their ids open with.
        colour: Number of the article's colour.

    Returns:
        Its leaves, from the headline to the captions.
    """
    headline = article.headline
    parts: list[tuple[str, str, tuple[Span, ...], str]] = [
        (role, part.text, part.spans, "")
        for role, group in (
            ("label", headline.label),
            ("kicker", headline.kicker),
            ("main", headline.main),
            ("sub", headline.sub),
        )
        for part in group
    ]
    parts += [("byline", part.text, part.spans, f"{part.role} {part.kind}") for part in article.bylines]
    if article.dateline:
        parts.append(("dateline", article.dateline.text, article.dateline.spans, article.dateline.kind))
    if article.continued_from:
        jump = article.continued_from
        parts.append(("jump", jump.text, jump.spans, f"from page {jump.page}"))
    parts += [("highlight", part.text, part.spans, "") for part in article.highlights]
    parts += [(str(block.kind), block.text, block.spans, "") for block in article.body]
    if article.continued_to:
        jump = article.continued_to
        parts.append(("jump", jump.text, jump.spans, f"to page {jump.page}"))
    parts += [("caption", part.text, part.spans, "") for part in article.captions]
    return tuple(
        Leaf(f"{prefix}-{at}", role, text, spans, colour, detail)
        for at, (role, text, spans, detail) in enumerate(parts)
    )


def page_leaves(page: Page, prefix: str) -> tuple[Leaf, ...]:
    """The furniture of a page.

    Args:
        page: The page.
        prefix: What their ids open with.

    Returns:
        One leaf for each piece.
    """
    return tuple(
        Leaf(f"{prefix}-f{at}", "furniture", piece.text, piece.spans, None, str(piece.kind))
        for at, piece in enumerate(page.furniture)
    )


def lines_of(page: Page, leaves: tuple[Leaf, ...]) -> tuple[Line, ...]:
    """A page line by line, every line cut where leaves begin and end.

    Args:
        page: The page.
        leaves: All its leaves.

    Returns:
        Its lines, which together are its text but for the line ends.
    """
    cuts = sorted(
        ((span, leaf) for leaf in leaves for span in leaf.spans if span.page == page.index),
        key=lambda cut: cut[0].start,
    )
    first = {leaf.id: min(span.start for span in leaf.spans) for leaf in leaves if leaf.spans}
    found: list[Line] = []
    start = 0
    at = 0
    for number, text in enumerate(page.text.split("\n"), 1):
        end = start + len(text)
        while at < len(cuts) and cuts[at][0].end <= start:
            at += 1
        runs = tuple(_runs(page.text, start, end, islice(cuts, at, None), first))
        tag = next((WORDS[run.leaf.role] for run in runs if run.leaf and run.opens), "")
        found.append(Line(number, start, runs, tag))
        start = end + 1
    return tuple(found)


def _runs(
    text: str, start: int, end: int, cuts: Iterable[tuple[Span, Leaf]], first: Mapping[str, int]
) -> Iterator[Run]:
    """The stretches of one line; the cuts are those from the first that may reach into it."""
    here = start
    for span, leaf in cuts:
        if span.start >= end:
            break
        low, high = max(span.start, here), min(span.end, end)
        if low >= high:
            continue
        if low > here:
            yield Run(text[here:low], None, opens=False)
        yield Run(text[low:high], leaf, opens=low == first[leaf.id])
        here = high
    if here < end:
        yield Run(text[here:end], None, opens=False)

"""Articles that were taken for one on their page are parted where a continuation shows that they are two."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

from attrs import evolve

from paperparse.model import Article, BlockKind, Headline, Passage, leaves

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from paperparse.model import Block, Byline, Caption, Dateline, Span

__all__ = ["owned", "part_article"]


def part_article(article: Article, cuts: Sequence[int], heads: Collection[int]) -> tuple[Article, ...]:
    """Part an article of a page before some of its blocks.

    Args:
        article: The article.
        cuts: Indices of blocks before which it is parted, ascending, none of them 0.
        heads: Those of them at which a part from another page begins; a subhead right above it is its
            headline. At the others an article of the page's own begins, and a subhead there is its headline.

    Returns:
        The parts in order. The first keeps the id and the headline; what stands around the bodies goes
        with the part it stands behind the beginning of.

    Examples:
        >>> from paperparse.model import Block, Span
        >>> blocks = [Block(BlockKind.PARAGRAPH, "甲", (Span(0, at, at + 1),)) for at in range(2)]
        >>> [part.id for part in part_article(Article("p0a0", body=tuple(blocks)), [1], {1})]
        ['p0a0', 'p0a0.1']
    """
    if not cuts:
        return (article,)
    # a subhead at the end of an article is none: it is the headline of the part that begins below it
    headed = {
        cut
        for cut in cuts
        if cut in heads and cut > 1 and _is_subhead(article.body[cut - 1]) and cut - 1 not in heads
    }
    # where an article ends above that headline and the next part begins below it, both part at one place
    cuts = sorted({cut - (cut in headed) for cut in cuts})
    bounds = [0, *cuts, len(article.body)]
    starts = [article.body[cut].spans[0].start for cut in cuts]
    found: list[Article] = []
    for number in range(len(bounds) - 1):
        low, high = bounds[number], bounds[number + 1]
        body = article.body[low:high]
        headline = Headline() if number else article.headline
        own = low + 1 in headed or low not in heads
        if number and own and len(body) > 1 and _is_subhead(body[0]):
            headline = Headline(main=(Passage(body[0].text, body[0].spans),))
            body = body[1:]

        def mine(leaf: Block | Byline | Caption | Dateline | Passage, number: int = number) -> bool:
            return bisect_right(starts, leaf.spans[0].start) == number

        dateline = article.dateline if article.dateline is not None and mine(article.dateline) else None
        part = evolve(
            article,
            id=f"{article.id}.{number}" if number else article.id,
            headline=headline,
            bylines=tuple(filter(mine, article.bylines)),
            dateline=dateline,
            body=body,
            captions=tuple(filter(mine, article.captions)),
            highlights=tuple(filter(mine, article.highlights)),
            continued_from=None if number else article.continued_from,
            continued_to=article.continued_to if high == len(article.body) else None,
        )
        part = evolve(part, spans=owned(part))
        inside = [
            note
            for note in article.notes
            if (number == 0 and note.span is None)
            or (note.span is not None and _holds(part.spans, note.span))
        ]
        found.append(evolve(part, notes=tuple(inside)))
    return tuple(found)


def _is_subhead(block: Block) -> bool:
    """Whether a block is a subhead."""
    return block.kind is BlockKind.SUBHEAD


def owned(article: Article) -> tuple[Span, ...]:
    """All the spans an article's leaves own, in the order of pages and print."""
    return tuple(sorted((span for leaf in leaves(article) for span in leaf), key=attrgetter("page", "start")))


def _holds(spans: Sequence[Span], wanted: Span) -> bool:
    """Whether a place lies in some spans."""
    return any(span.page == wanted.page and span.start <= wanted.start < span.end for span in spans)

"""Two parts of an article become one: the paragraph that was cut is whole again and nothing is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from paperparse.linking.parting import owned
from paperparse.linking.seams import Break, Start, read_break, read_start
from paperparse.model import Article, Block, BlockKind, Jump, NoteCode, Passage
from paperparse.text.strand import glue

if TYPE_CHECKING:
    from paperparse.model import Dateline, Headline, Note, Span

__all__ = ["Seam", "stitch"]

_SETTLED: Final = frozenset({NoteCode.CONTINUATION_OPEN})
_UPPER: Final = frozenset({NoteCode.ENDS_MID_SENTENCE, NoteCode.LINK_DOUBTFUL})
_LOWER: Final = frozenset({NoteCode.STARTS_MID_SENTENCE, NoteCode.HEADLINE_MISSING, NoteCode.LINK_DOUBTFUL})


@frozen
class Seam:
    """How two parts meet.

    Attributes:
        repeats: Whether the headline of the later part is that of the earlier once more.
        flush: Whether the later part begins without the indent its paragraphs have.
        confidence: How sure the link is, 0 to 1.
    """

    repeats: bool
    flush: bool
    confidence: float


def stitch(upper: Article, lower: Article, seam: Seam) -> Article:
    """Join a part of an article with the next.

    Args:
        upper: The part that breaks off.
        lower: The part it goes on in, of another page.
        seam: How they meet.

    Returns:
        One article with the id of the earlier part. A headline repeated over the later part adds its
        spans to the headline; any other one there is a subhead. A second dateline is text.

    Examples:
        >>> from paperparse.model import Span
        >>> one = Article("a", body=(Block(BlockKind.PARAGRAPH, "新桥今日", (Span(0, 0, 4),)),))
        >>> two = Article("b", body=(Block(BlockKind.PARAGRAPH, "通车。", (Span(1, 0, 3),)),))
        >>> stitch(one, two, Seam(repeats=False, flush=False, confidence=1.0)).text
        '新桥今日通车。'
    """
    lower = _undated(lower) if upper.dateline is not None else lower
    within = _within(upper, lower, seam)
    headline, between = _headlines(upper, lower, repeats=seam.repeats or within)
    body = (*upper.body, *between, *lower.body)
    if within:
        last, first = upper.body[-1], lower.body[0]
        whole = Block(
            BlockKind.PARAGRAPH,
            last.text + glue(last.text, first.text) + first.text,
            last.spans + first.spans,
        )
        body = (*upper.body[:-1], whole, *lower.body[1:])
    joined = {span for jump in (upper.continued_to, lower.continued_from) if jump for span in jump.spans}
    article = evolve(
        upper,
        headline=headline,
        bylines=upper.bylines + lower.bylines,
        dateline=upper.dateline or lower.dateline,
        body=body,
        captions=upper.captions + lower.captions,
        highlights=upper.highlights + lower.highlights,
        continued_from=_both(upper.continued_from, lower.continued_from, outer=upper.continued_from),
        continued_to=_both(upper.continued_to, lower.continued_to, outer=lower.continued_to),
        confidence=min(upper.confidence, lower.confidence, seam.confidence),
        notes=(*_notes(upper, joined, _UPPER), *_notes(lower, joined, _LOWER)),
    )
    return evolve(article, spans=owned(article))


def _within(upper: Article, lower: Article, seam: Seam) -> bool:
    """Whether the cut is inside a paragraph.

    A sentence that was not closed goes on. After a closed one a new paragraph begins, but where the later
    part opens with what closes a quotation or bracket, or without the indent of a paragraph.
    """
    if not upper.body or not lower.body:
        return False
    last, first = upper.body[-1], lower.body[0]
    if BlockKind.SUBHEAD in {last.kind, first.kind}:
        return False
    ending, left = read_break("".join(last.text.split()))
    start, closed = read_start("".join(first.text.split()))
    return ending is not Break.STOP or start is Start.SIGN or left.closed_by(closed) or seam.flush


def _headlines(upper: Article, lower: Article, *, repeats: bool) -> tuple[Headline, tuple[Block, ...]]:
    """The headline of the whole, and a subhead where the later part has a headline of its own."""
    passages = lower.headline.passages
    spans = tuple(span for passage in passages for span in passage.spans)
    if not passages:
        return upper.headline, ()
    if not upper.headline.passages:
        return (lower.headline, ()) if repeats else (upper.headline, (_subhead(passages),))
    if not repeats:
        return upper.headline, (_subhead(passages),)
    field = "main" if upper.headline.main else "kicker" if upper.headline.kicker else "sub"
    field = field if getattr(upper.headline, field) else "label"
    first, *others = getattr(upper.headline, field)
    return evolve(upper.headline, **{field: (Passage(first.text, first.spans + spans), *others)}), ()


def _subhead(passages: tuple[Passage, ...]) -> Block:
    """Passages as one subhead, a blank between them."""
    return Block(
        BlockKind.SUBHEAD,
        " ".join(passage.text for passage in passages),
        tuple(span for passage in passages for span in passage.spans),
    )


def _undated(lower: Article) -> Article:
    """A later part whose dateline is text again, for an article has one."""
    line = lower.dateline
    if line is None or not lower.body:
        return lower
    ahead = line.spans[0] < lower.body[0].spans[0]
    at = 0 if ahead else len(lower.body) - 1
    block = lower.body[at]
    return evolve(
        lower, dateline=None, body=(*lower.body[:at], _with(block, line, ahead=ahead), *lower.body[at + 1 :])
    )


def _with(block: Block, line: Dateline, *, ahead: bool) -> Block:
    """A block with a dateline before or behind its text."""
    if ahead:
        return evolve(block, text=line.text + block.text, spans=line.spans + block.spans)
    return evolve(block, text=block.text + line.text, spans=block.spans + line.spans)


def _both(upper: Jump | None, lower: Jump | None, *, outer: Jump | None) -> Jump | None:
    """The jump lines of both parts that point one way, named by the outer, which alone may stay open."""
    if upper is None or lower is None:
        return upper or lower
    page = outer.page if outer is not None else upper.page
    return Jump(page, f"{upper.text} {lower.text}", upper.spans + lower.spans)


def _notes(article: Article, joined: set[Span], settled: frozenset[NoteCode]) -> list[Note]:
    """The notes of a part that still hold."""
    return [
        note
        for note in article.notes
        if note.code not in settled and not (note.code in _SETTLED and note.span in joined)
    ]

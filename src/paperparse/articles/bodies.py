"""Where one article's body ends and the next begins.

Between two paragraphs there is a boundary when the evidence for one outweighs the evidence against:
print marks at a body's head or foot, a display group in between, how much the paragraphs on either
side have in common. Display lines that stand between paragraphs of one body are its subheads, unless
the headline room finds that they were thrown in from elsewhere.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from attrs import frozen

from paperparse.articles.boundaries import score_gaps
from paperparse.articles.grams import grams_of, grams_of_each
from paperparse.articles.signers import sign
from paperparse.layout.reflow import PieceKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paperparse.articles.sheet import Sheet

__all__ = ["Body", "find_bodies"]

MANY: Final = 400
"""Paragraphs from which on room is saved at the cost of a fiftieth of the time; no page has as many."""


@frozen
class Body:
    """The paragraphs of one article and what stands among them.

    Attributes:
        paragraphs: Indices of its paragraph pieces; empty for a brief that is all key points.
        inner: Indices of display pieces between two paragraphs of which the first has come to its end.
        bylines: Indices of byline pieces that sign it.
        first: Index of the first piece of the body.
        last: Index of the last.
        margin: How sure its boundaries are, in nats.
        grams: The pairs of its text.
        opening: The pairs of its first paragraph.
    """

    paragraphs: tuple[int, ...]
    inner: tuple[int, ...]
    bylines: tuple[int, ...]
    first: int
    last: int
    margin: float
    grams: frozenset[str]
    opening: frozenset[str] = frozenset()


def find_bodies(sheet: Sheet) -> tuple[Body, ...]:
    """Part a page's paragraphs into bodies.

    Args:
        sheet: The page.

    Returns:
        The bodies in the order in which they begin. Every paragraph is in exactly one.
    """
    pieces = sheet.pieces
    paragraphs = [i for i, piece in enumerate(pieces) if piece.kind is PieceKind.PARAGRAPH]
    if not paragraphs:
        return ()
    texts = (sheet.folded_of(pieces[i].lines) for i in paragraphs)
    found = map(grams_of, texts) if len(paragraphs) < MANY else grams_of_each(texts)
    grams = dict(zip(paragraphs, found, strict=True))
    scores = score_gaps(sheet, paragraphs, grams)
    runs: list[list[int]] = [[paragraphs[0]]]
    edges: list[float] = []
    for score, index in zip(scores, paragraphs[1:], strict=True):
        if score > 0:
            edges.append(score)
            runs.append([index])
        else:
            runs[-1].append(index)
    signs = sign(sheet, runs)
    held = dict(zip(paragraphs[1:], scores, strict=True))
    return tuple(
        _body(
            sheet,
            run,
            signs.get(number, []),
            # a body takes them over, so that no page holds them twice
            [grams.pop(i) for i in run],
            min([*edges[max(number - 1, 0) : number + 1], *(-held[i] for i in run[1:]), 20.0]),
        )
        for number, run in enumerate(runs)
    )


def _body(
    sheet: Sheet,
    run: Sequence[int],
    bylines: Sequence[int],
    grams: Sequence[frozenset[str]],
    margin: float,
) -> Body:
    """A run of paragraphs with what stands among and at the ends of it."""
    pieces = sheet.pieces
    inner = [
        i
        for left, right in pairwise(run)
        if not pieces[left].endless
        for i in range(left + 1, right)
        if pieces[i].kind is PieceKind.DISPLAY and pieces[left].lines[-1] < pieces[i].lines[0]
    ]
    return Body(
        paragraphs=tuple(run),
        inner=tuple(inner),
        bylines=tuple(bylines),
        first=min([run[0], *bylines]),
        last=max([run[-1], *bylines]),
        margin=margin,
        grams=frozenset().union(*grams),
        opening=grams[0],
    )

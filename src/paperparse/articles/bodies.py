"""Where one article's body ends and the next begins.

Between two paragraphs there is a boundary when the evidence for one outweighs the evidence against:
print marks at a body's head or foot, a display group in between, how much the paragraphs on either
side have in common. Display lines that stand between paragraphs of one body are its subheads, unless
the headline room finds that they were thrown in from elsewhere.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from attrs import frozen

from paperparse.articles.boundaries import score_gaps
from paperparse.articles.grams import grams_of
from paperparse.layout.evidence import Mark
from paperparse.layout.reflow import PieceKind
from paperparse.text.lines import Opening

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paperparse.articles.sheet import Sheet
    from paperparse.layout.reflow import Piece

__all__ = ["Body", "find_bodies"]


EDGE: Final = 3.0
"""Nats by which a byline before all bodies leads, and one after all trails."""
BRACKETED: Final = -1.5
"""What a bracket says: a byline in brackets on a line of its own closes an article more often than not."""
HABIT: Final = 1.5
"""What the page's other bylines say at the most: less than a paragraph right before or after says."""
CLOSER: Final = 1.0
"""Worth of fewer blank lines on one side than on the other."""
LED: Final = 1.0
"""What a glyph says: □ and its like open an article."""


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
    """

    paragraphs: tuple[int, ...]
    inner: tuple[int, ...]
    bylines: tuple[int, ...]
    first: int
    last: int
    margin: float
    grams: frozenset[str]


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
    grams = {i: grams_of(sheet.folded_of(pieces[i].lines)) for i in paragraphs}
    scores = score_gaps(sheet, paragraphs, grams)
    runs: list[list[int]] = [[paragraphs[0]]]
    edges: list[float] = []
    for score, index in zip(scores, paragraphs[1:], strict=True):
        if score > 0:
            edges.append(score)
            runs.append([index])
        else:
            runs[-1].append(index)
    signs = _sign(sheet, runs)
    held = dict(zip(paragraphs[1:], scores, strict=True))
    return tuple(
        _body(
            sheet,
            run,
            signs.get(number, []),
            frozenset().union(*(grams[i] for i in run)),
            min([*edges[max(number - 1, 0) : number + 1], *(-held[i] for i in run[1:]), 20.0]),
        )
        for number, run in enumerate(runs)
    )


def _sign(sheet: Sheet, runs: Sequence[Sequence[int]]) -> dict[int, list[int]]:
    """Which run each byline piece signs: the one after it or the one before.

    Where both stand next to it, the way the page's other bylines stand decides.
    """
    asked: list[tuple[int, int | None, int | None, float]] = []
    starts = [run[0] for run in runs]
    prior = _neighbours(sheet.pieces)
    follower_of = _neighbours(sheet.pieces[::-1])[::-1]
    habit = 0.5  # a byline more often leads
    for i, piece in enumerate(sheet.pieces):
        if piece.kind is not PieceKind.BYLINE:
            continue
        follower = bisect_left(starts, i)
        before = follower - 1 if follower else None
        after = follower if follower < len(runs) else None
        if before is None or after is None:
            lean = EDGE if before is None else -EDGE
        else:
            lean = _lean(sheet, piece, prior[i], follower_of[i])
        if abs(lean) > 1:
            habit = max(min(habit + (0.5 if lean > 0 else -0.5), HABIT), -HABIT)
        asked.append((i, before, after, lean))
    signs: dict[int, list[int]] = {}
    for i, before, after, lean in asked:
        run = after if before is None or (after is not None and lean + habit > 0) else before
        if run is not None:
            signs.setdefault(run, []).append(i)
    return signs


def _neighbours(pieces: Sequence[Piece]) -> list[Piece | None]:
    """For each piece the nearest before it that is no byline, furniture or jump line."""
    found: list[Piece | None] = []
    nearest: Piece | None = None
    for piece in pieces:
        found.append(nearest)
        if piece.kind not in _SKIPPED:
            nearest = piece
    return found


_SKIPPED: Final = frozenset({PieceKind.BYLINE, PieceKind.FURNITURE, PieceKind.JUMP})


def _lean(sheet: Sheet, byline: Piece, prior: Piece | None, follower: Piece | None) -> float:
    """How much a byline's neighbours speak for its leading (positive) or trailing."""
    opening = sheet.lines[byline.lines[0]].opening
    lean = BRACKETED if opening is Opening.QUOTE else LED if opening is Opening.GLYPH else 0.0
    if follower and follower.kind is PieceKind.PARAGRAPH:
        lean += 2.0
    if prior and prior.kind is PieceKind.PARAGRAPH:
        lean -= 2.0
        if sheet.marks[prior.lines[-1]] in {Mark.TAIL, Mark.JUMP_TAIL}:
            lean += 3.0
    return lean + CLOSER * _closer(sheet, byline)


def _closer(sheet: Sheet, byline: Piece) -> int:
    """1 where a byline stands closer to what follows it than to what precedes it, -1 for the reverse."""
    below = byline.lines[-1] + 1
    before = sheet.lines[byline.lines[0]].gap
    after = sheet.lines[below].gap if below < len(sheet.lines) else before
    return (before > after) - (before < after)


def _body(
    sheet: Sheet, run: Sequence[int], bylines: Sequence[int], grams: frozenset[str], margin: float
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
        grams=grams,
    )

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

from paperparse.articles.grams import Rarity, cohesion, grams_of
from paperparse.layout.evidence import Mark
from paperparse.layout.reflow import PieceKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paperparse.articles.sheet import Sheet

__all__ = ["Body", "find_bodies"]

BOUNDARY: Final = {
    "jump-head": 12.0,
    "jump-tail": 10.0,
    "jump": 10.0,
    "dateline": 6.0,
    "byline": 8.0,
    "tail": 5.0,
    "nothing": -6.0,
    "one-passage": -0.6,
    "two-passages": 1.0,
    "more-passages": 2.5,
    "cohesion": -2.2,
    "shared-head": 1.5,
    "shared-foot": -2.0,
    "base": 0.9,
    "signed-page": -2.0,
    "torn": -3.0,
}
"""Evidence for a boundary between two paragraphs, in nats. The weights of cohesion and of what a
display group shares with the paragraphs after and before it are those of a logistic regression over
5,393 display groups of 700 real pages (area under the curve 0.86 without any print mark)."""
REACH: Final = 4
"""Paragraphs on either side that are compared."""


@frozen
class Body:
    """The paragraphs of one article and what stands among them.

    Attributes:
        paragraphs: Indices of its paragraph pieces; empty for a brief that is all key points.
        inner: Indices of display pieces between its paragraphs.
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
    rarity = Rarity.over(list(grams.values()))
    scores = _score_gaps(sheet, paragraphs, grams, rarity)
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


def _score_gaps(
    sheet: Sheet, paragraphs: Sequence[int], grams: dict[int, frozenset[str]], rarity: Rarity
) -> list[float]:
    """The evidence for a boundary after each paragraph but the last."""
    marks = [_head_mark(sheet, i) for i in paragraphs]
    signed = sum(piece.kind is PieceKind.BYLINE for piece in sheet.pieces) + marks.count(Mark.DATELINE)
    signed += sheet.marks.count(Mark.TAIL)
    scores: list[float] = []
    for at, (left, right) in enumerate(pairwise(paragraphs)):
        between = range(left + 1, right)
        kinds = {sheet.pieces[i].kind for i in between}
        display = [i for i in between if sheet.pieces[i].kind is PieceKind.DISPLAY]
        score = sum(BOUNDARY[name] for name in _gap_marks(sheet, left, right, kinds))
        if not display:
            score += BOUNDARY["nothing"]
        else:
            before = [grams[i] for i in paragraphs[max(at + 1 - REACH, 0) : at + 1]]
            after = [grams[i] for i in paragraphs[at + 1 : at + 1 + REACH]]
            words = grams_of("\n".join(sheet.folded_of(sheet.pieces[i].lines) for i in display))
            count = sum(_passages(sheet, i) for i in display)
            score += (
                BOUNDARY["base"]
                + BOUNDARY["one-passage" if count == 1 else "two-passages" if count == 2 else "more-passages"]  # noqa: PLR2004
                + BOUNDARY["cohesion"] * cohesion(rarity, before, after)
                + BOUNDARY["shared-head"] * rarity.share(words, frozenset().union(*after))
                + BOUNDARY["shared-foot"] * rarity.share(words, frozenset().union(*before))
            )
            if signed > 1:
                score += BOUNDARY["signed-page"]
            if sheet.pieces[left].endless:
                score += BOUNDARY["torn"]
        scores.append(score)
    return scores


def _gap_marks(sheet: Sheet, left: int, right: int, kinds: set[PieceKind]) -> list[str]:
    """The names of the marks that part two paragraphs."""
    found: list[str] = []
    head = _head_mark(sheet, right)
    if head is Mark.JUMP_HEAD:
        found.append("jump-head")
    elif head is Mark.DATELINE:
        found.append("dateline")
    foot = sheet.marks[sheet.pieces[left].lines[-1]]
    if foot is Mark.JUMP_TAIL:
        found.append("jump-tail")
    elif foot is Mark.TAIL:
        found.append("tail")
    if PieceKind.BYLINE in kinds:
        found.append("byline")
    if PieceKind.JUMP in kinds:
        found.append("jump")
    return found


def _head_mark(sheet: Sheet, paragraph: int) -> Mark:
    """The mark of a paragraph's first line."""
    return sheet.marks[sheet.pieces[paragraph].lines[0]]


def _passages(sheet: Sheet, display: int) -> int:
    """How many blocks of lines parted by blank lines a display piece has."""
    lines = sheet.pieces[display].lines
    return 1 + sum(sheet.lines[i].gap > 0 for i in lines[1:])


def _sign(sheet: Sheet, runs: Sequence[Sequence[int]]) -> dict[int, list[int]]:
    """Which run each byline piece signs: the one after it or the one before.

    Where both stand next to it, the way the page's other bylines stand decides.
    """
    asked: list[tuple[int, int | None, int | None, float]] = []
    starts = [run[0] for run in runs]
    habit = 0.5  # a byline more often leads
    for i, piece in enumerate(sheet.pieces):
        if piece.kind is not PieceKind.BYLINE:
            continue
        follower = bisect_left(starts, i)
        before = follower - 1 if follower else None
        after = follower if follower < len(runs) else None
        lean = _lean(sheet, i, before=before is not None, after=after is not None)
        if abs(lean) > 1:
            habit += 0.5 if lean > 0 else -0.5
        asked.append((i, before, after, lean))
    signs: dict[int, list[int]] = {}
    for i, before, after, lean in asked:
        run = after if before is None or (after is not None and lean + habit > 0) else before
        if run is not None:
            signs.setdefault(run, []).append(i)
    return signs


def _lean(sheet: Sheet, byline: int, *, before: bool, after: bool) -> float:
    """How much a byline's neighbours speak for its leading (positive) or trailing."""
    if not (before and after):
        return 3.0 if after else -3.0
    skipped = {PieceKind.BYLINE, PieceKind.FURNITURE, PieceKind.JUMP}
    pieces = sheet.pieces
    prior = next((pieces[i] for i in range(byline - 1, -1, -1) if pieces[i].kind not in skipped), None)
    follower = next(
        (pieces[i] for i in range(byline + 1, len(pieces)) if pieces[i].kind not in skipped), None
    )
    lean = 0.0
    if follower and follower.kind is PieceKind.PARAGRAPH:
        lean += 2.0
    if prior and prior.kind is PieceKind.PARAGRAPH:
        lean -= 2.0
        if sheet.marks[prior.lines[-1]] in {Mark.TAIL, Mark.JUMP_TAIL}:
            lean += 3.0
    return lean


def _body(
    sheet: Sheet, run: Sequence[int], bylines: Sequence[int], grams: frozenset[str], margin: float
) -> Body:
    """A run of paragraphs with what stands among and at the ends of it."""
    pieces = sheet.pieces
    inner = [i for i in range(run[0], run[-1] + 1) if pieces[i].kind is PieceKind.DISPLAY]
    return Body(
        paragraphs=tuple(run),
        inner=tuple(inner),
        bylines=tuple(bylines),
        first=min([run[0], *bylines]),
        last=max([run[-1], *bylines]),
        margin=margin,
        grams=grams,
    )

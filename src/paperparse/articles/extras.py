"""Captions and key points: which body they speak of, or that they make a brief of their own."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, Final

from paperparse.articles.bodies import Body
from paperparse.articles.grams import grams_of, share
from paperparse.layout.reflow import PieceKind
from paperparse.text.pairs import common_pairs

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from paperparse.articles.sheet import Sheet

__all__ = ["adopt", "place_extras"]

SHARE: Final = 0.45
"""A caption or key point that shares less than this part of its pairs with any body is of none. On
the seeds the ones that belong share 0.8 and more or stand inside, the ones that do not 0.36 and less."""
NEXT: Final = 12
"""Pieces that may stand between a caption and a body next to it."""
INSIDE: Final = SHARE
"""Standing inside a body is worth as much, or beside the only one of the page."""
OWN: Final = 2
OWN_SHARE: Final = 0.12
"""Pairs of characters, and share of its own, that a picture has in common with one body of the section alone
and that are no common words, from which on it is of that body though a headline stands between them."""
BESIDE: Final = 0.15
"""Standing right before or after a body is worth less: other articles stand there too."""


def place_extras(
    sheet: Sheet, section: Iterable[int], bodies: Sequence[Body]
) -> tuple[dict[int, int], list[Body]]:
    """Give captions and key points to bodies.

    Args:
        sheet: The page.
        section: Indices of the pieces to look at.
        bodies: The bodies of the section.

    Returns:
        For each caption or key point piece the number of its body, and the bodies added for those
        that speak of none: neighbours together, numbered after ``bodies``.
    """
    owner: dict[int, int] = {}
    loose: list[list[int]] = []
    last = -2
    for i in section:
        piece = sheet.pieces[i]
        if piece.kind not in {PieceKind.CAPTION, PieceKind.HIGHLIGHT}:
            continue
        words = grams_of(sheet.folded_of(piece.lines))
        shares = [
            share(words, body.grams) + _place(sheet, i, body, alone=len(bodies) == 1) for body in bodies
        ]
        best = max(range(len(bodies)), key=shares.__getitem__, default=None)
        if best is not None and shares[best] >= SHARE:
            owner[i] = best
            continue
        if loose and last == i - 1:
            loose[-1].append(i)
        else:
            loose.append([i])
        last = i
        owner[i] = len(bodies) + len(loose) - 1
    return owner, [_brief(sheet, pieces) for pieces in loose]


def adopt(
    sheet: Sheet, bodies: Sequence[Body], briefs: Sequence[Body], extras: dict[int, int], headed: set[int]
) -> tuple[list[Body], dict[int, int], dict[int, int]]:
    """Let bodies near them take in pictures that found no headline: a picture story has one.

    Of the bodies with no paragraph between it is one beside, and of those the one that shares most with the
    picture of what no other body holds; where a headline stands between, it must share a good part.

    Args:
        sheet: The page.
        bodies: The bodies of the section.
        briefs: The bodies made of captions and key points alone, numbered after them.
        extras: For each caption or key point piece the number of its body.
        headed: Numbers of the bodies and briefs that were given a headline.

    Returns:
        The briefs that stay, the extras as they are owned then, and the new number of each body.
    """
    kept: list[Body] = []
    number = {n: n for n in range(len(bodies))}
    held = Counter(chain.from_iterable(body.grams for body in bodies)) if briefs else Counter[str]()
    for n, brief in enumerate(briefs, len(bodies)):
        pieces = range(brief.first, brief.last + 1)
        pictures = all(sheet.pieces[i].kind is PieceKind.CAPTION for i in pieces)
        taker = _taker(sheet, brief, bodies, held) if pictures and n not in headed else None
        if taker is not None:
            number[n] = taker
        else:
            number[n] = len(bodies) + len(kept)
            kept.append(brief)
    return kept, {i: number[owner] for i, owner in extras.items()}, number


def _taker(sheet: Sheet, brief: Body, bodies: Sequence[Body], held: Counter[str]) -> int | None:
    """The number of the body that takes in some pictures, or None.

    Of each pair of characters `held` says how many bodies hold it.
    """
    best: tuple[bool, int, int] | None = None
    for number, body in enumerate(bodies):
        between = _between(sheet, brief.first, brief.last, body)
        if between is None or PieceKind.PARAGRAPH in between:
            continue
        own = sum(held[pair] == 1 for pair in (brief.grams & body.grams).difference(common_pairs()))
        beside = PieceKind.DISPLAY not in between
        if beside or own >= max(OWN, OWN_SHARE * len(brief.grams)):
            best = max(best or (False, -1, 0), (beside, own, -number))
    return None if best is None else -best[2]


def _place(sheet: Sheet, piece: int, body: Body, *, alone: bool) -> float:
    """What a caption's place says for a body, as a share of its words."""
    if body.first < piece < body.last:
        return INSIDE
    between = _between(sheet, piece, piece, body)
    if between is None or between & {PieceKind.PARAGRAPH, PieceKind.DISPLAY}:
        return 0.0
    return INSIDE if alone else BESIDE


def _between(sheet: Sheet, first: int, last: int, body: Body) -> set[PieceKind] | None:
    """What stands between some pieces and a body, or None where that is too far away."""
    low, high = (last, body.first) if last < body.first else (body.last, first)
    return None if high - low > NEXT else {sheet.pieces[i].kind for i in range(low + 1, high)}


def _brief(sheet: Sheet, pieces: Sequence[int]) -> Body:
    """A body that is all captions and key points."""
    words = frozenset().union(*(grams_of(sheet.folded_of(sheet.pieces[i].lines)) for i in pieces))
    return Body(
        paragraphs=(),
        inner=(),
        bylines=(),
        first=pieces[0],
        last=pieces[-1],
        margin=1.0,
        grams=words,
    )

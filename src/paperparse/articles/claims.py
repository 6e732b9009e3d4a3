"""What headlines printed elsewhere say of a gap between two paragraphs that nothing stands in.

Where an extractor draws headlines apart from their bodies, bodies follow each other with nothing between
them. Then one headline speaks of the paragraphs above such a gap and another of those below it.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from paperparse.articles.grams import grams_of, telling, told_by
from paperparse.articles.seams import line_words, split_passages
from paperparse.layout.reflow import PieceKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paperparse.articles.gaps import Gap
    from paperparse.articles.sheet import Sheet

__all__ = ["Claims"]

LEAST: Final = 2.0
"""Rare pairs of a passage below which it speaks of nothing."""
MOST: Final = 4.0
"""Rare pairs from which on more say no more."""
COMMONEST: Final = 8
"""Passages that hold a pair which tells them apart, at the most."""
GROUP: Final = 3
"""Passages of one article's headline at the most; where more stand together several are gathered."""


class Claims:
    """The passages of a page's headlines by what they have in common with its paragraphs."""

    def __init__(self, sheet: Sheet, gaps: Sequence[Gap], texts: Sequence[frozenset[str]]) -> None:
        """Of a page, by the gaps between its paragraphs and the pairs of each of these."""
        self._places: list[int] = []
        self._held: list[dict[int, float]] = [{} for _ in texts]
        self._gathered: frozenset[int] = frozenset()
        if all(gap.lines or gap.marks for gap in gaps):
            return
        found = [(at, grams_of(passage)) for at, gap in enumerate(gaps) for passage in gap.passages]
        found += [(place, grams_of(words)) for place, words in _outside(sheet, gaps)]
        size = Counter(place for place, _ in found)
        self._gathered = frozenset(place for place, count in size.items() if count > GROUP)
        spoken: dict[str, list[int]] = {}
        for place, grams in found:
            if telling(grams) >= LEAST:
                for pair in grams:
                    spoken.setdefault(pair, []).append(len(self._places))
                self._places.append(place)
        spoken = {pair: passages for pair, passages in spoken.items() if len(passages) <= COMMONEST}
        for text, held in zip(texts, self._held, strict=True):
            for pair in sorted(spoken.keys() & text):
                for passage in spoken[pair]:
                    held[passage] = held.get(passage, 0.0) + told_by(pair)

    def parts(self, at: int, low: int, high: int) -> float:
        """How much headlines elsewhere claim the paragraphs on either side of a gap for two articles.

        Args:
            at: The gap, by the number of the paragraph above it.
            low: The first paragraph above it with nothing in between.
            high: One past the last below it.

        Returns:
            0 to 1: the rare pairs that one passage has in common with what is below the gap and not with what
            is above it, or another the other way round, whichever are fewer.
        """
        leans: dict[int, float] = {}
        for paragraph in range(low, high):
            way = 1 if paragraph > at else -1
            for passage, weight in self._held[paragraph].items():
                leans[passage] = leans.get(passage, 0.0) + way * weight
        above = below = 0.0
        for passage, lean in leans.items():
            place = self._places[passage]
            own = place not in self._gathered  # what stands right above or below speaks of all of it
            if lean > below and not (own and place == low - 1):
                below = lean
            elif -lean > above and not (own and place == high - 1):
                above = -lean
        return min(above, below, MOST) / MOST


def _outside(sheet: Sheet, gaps: Sequence[Gap]) -> list[tuple[int, str]]:
    """The passages above the first paragraph and below the last, each with the place it stands in."""
    if not gaps:
        return []
    first, last = gaps[0].left, gaps[-1].right
    return [
        (place, "".join(line_words(sheet, line) for line in passage))
        for place, pieces in ((-1, sheet.pieces[:first]), (len(gaps), sheet.pieces[last + 1 :]))
        for piece in pieces
        if piece.kind is PieceKind.DISPLAY
        for passage in split_passages(sheet, piece.lines, frozenset())
    ]

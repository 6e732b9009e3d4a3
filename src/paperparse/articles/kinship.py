"""What paragraphs near each other have in common, summed once for all gaps that are looked at.

Every gap is looked at with a few paragraphs on either side, so each paragraph is in the runs of many gaps.
A pair of characters that two runs share stands last in the one in some paragraph and first in the other in
another. So it is enough to know of each two paragraphs what the pairs weigh that the one says and the other
is the next to say: what runs share, and what they say at all, are sums of that.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from attrs import frozen

from paperparse.articles.grams import telling

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

__all__ = ["Kinship", "bond", "held_by"]

BONDED: Final = 1.0
"""Cohesion of paragraphs of one article: half of them share more."""
LOOSE: Final = 0.02
"""Cohesion that two articles may have by accident."""
HEARD: Final = 15.0
"""Rare pairs a run must hold, or more common ones, for what it shares to count in full: a sentence or two."""


@frozen
class Kinship:
    """The paragraphs of a page by what they say and say again.

    Attributes:
        weights: How much the pairs of each paragraph say.
        links: For each paragraph what the pairs weigh that the next one says again, that the one after it
            says again and those between do not, and so on.
    """

    weights: tuple[float, ...]
    links: tuple[tuple[float, ...], ...]

    @classmethod
    def of(cls, texts: Sequence[frozenset[str]], stops: AbstractSet[int], reach: int) -> Kinship:
        """Look each paragraph's pairs up in those after it.

        Args:
            texts: The pairs of each paragraph, in order.
            stops: The gaps that no run reaches over; a gap has the number of the paragraph before it.
            reach: Paragraphs of a run at the most. Two runs are beside each other, one stop between them.

        Returns:
            What is needed to compare any two runs.
        """
        links: list[tuple[float, ...]] = []
        for at, text in enumerate(texts):
            rest = set(text)
            found: list[float] = []
            stopped = False
            for below in range(at + 1, min(at + 2 * reach, len(texts))):
                if below - 1 in stops:
                    if stopped:
                        break
                    stopped = True
                again = rest & texts[below]
                found.append(telling(again) if again else 0.0)
                rest -= again
            links.append(tuple(found))
        return cls(tuple(map(telling, texts)), tuple(links))

    def weight(self, low: int, high: int) -> float:
        """How much a run says, what it says again counted once.

        Args:
            low: Its first paragraph.
            high: One past its last.

        Returns:
            The summed weight of its pairs.
        """
        again = sum([sum(self.links[at][: high - at - 1]) for at in range(low, high - 1)])
        return sum(self.weights[low:high]) - again

    def shared(self, low: int, middle: int, high: int) -> float:
        """How much two runs both say.

        Args:
            low: The first paragraph of the upper run.
            middle: That of the lower run, one past the last of the upper.
            high: One past the last of the lower.

        Returns:
            The summed weight of the pairs that stand in both.
        """
        return sum([sum(self.links[at][middle - at - 1 : high - at - 1]) for at in range(low, middle)])

    def cohesion(self, low: int, middle: int, high: int) -> tuple[float, float]:
        """How much two runs have in common, as :func:`~paperparse.articles.grams.cohesion` says it.

        Args:
            low: The first paragraph of the upper run.
            middle: That of the lower run.
            high: One past the last of the lower.

        Returns:
            Their cohesion, 0 to 10, and how much the one of them says that says less.
        """
        upper, lower = self.weight(low, middle), self.weight(middle, high)
        size = math.sqrt((1 + upper) * (1 + lower))
        return 10 * self.shared(low, middle, high) / size, min(upper, lower)


def bond(cohesion: float, least: float) -> float:
    """Cohesion on the scale of its logarithm: the further below BONDED, the more it speaks for a boundary.

    Between two articles it is under 0.13 nineteen times in twenty, on either side of a subhead over 0.24.
    A run that says little shares little with any other, and that is no evidence.

    Args:
        cohesion: What two runs have in common, 0 to 10.
        least: What the one of them says that says less.

    Returns:
        Nats, at most about 2.

    Examples:
        >>> bond(1.0, 20.0), bond(0.1, 20.0) < bond(0.1, 5.0) < 0
        (0.0, True)
    """
    heard = min(least, HEARD) / HEARD
    return heard * math.log((cohesion + LOOSE) / (BONDED + LOOSE))


def held_by(words: frozenset[str], texts: Sequence[frozenset[str]]) -> frozenset[str]:
    """The pairs of a few words that stand in any of some paragraphs.

    Args:
        words: The pairs of the words.
        texts: The pairs of each paragraph.

    Returns:
        Those found.

    Examples:
        >>> sorted(held_by(frozenset({"新桥", "通车"}), [frozenset({"新桥"}), frozenset({"桥头"})]))
        ['新桥']
    """
    return frozenset().union(*(words & text for text in texts))

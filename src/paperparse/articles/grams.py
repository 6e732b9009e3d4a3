"""What a headline shares with its body: character pairs, numbers and Latin words, weighed by rarity.

A pair of characters that stands in one body of the page and in no other says whose headline it is; a
pair that stands everywhere says nothing. The score of a text for a body is a log likelihood ratio:
how much likelier its pairs are if it was written about that body than if it was not.

The order of a set differs from process to process, and so would the last digit of a running sum; all
sums over pairs are exact ones (``fsum``), so that a page reads the same in each.
"""

from __future__ import annotations

import math
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import regex
from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["Rarity", "cohesion", "grams_of"]

OWN: Final = 0.45
"""Chance that a pair of a headline stands in its own body: half of them, on 4,050 real headlines."""
CHANCE: Final = 0.3
"""Added to the count of other bodies that hold a pair, so that one body alone is no proof."""
DAMPING: Final = 0.4
"""Overlapping pairs are not independent evidence; this makes their sum behave like nats."""
FLOOR: Final = -1.0
"""A headline that shares nothing speaks this much against a body and no more: many share nothing."""

_WORD: Final = regex.compile(r"\p{Han}+|[A-Za-z]+|\d+(?:\.\d+)?%?")


def grams_of(folded: str) -> frozenset[str]:
    """The character pairs, numbers and Latin words of a folded text.

    Args:
        folded: Text folded for matching.

    Returns:
        Pairs of neighbouring Han characters, numbers of two signs or more, Latin words.

    Examples:
        >>> sorted(grams_of("12条新政，GDP"))
        ['12', 'GDP', '新政', '条新']
    """
    found: set[str] = set()
    for match in _WORD.finditer(folded.replace(" ", "")):
        word = match[0]
        if word[0] > "\u2e7f":
            found.update(map("".join, pairwise(word)))
        elif len(word) > 1:
            found.add(word)
    return frozenset(found)


@frozen
class Rarity:
    """How many of a page's texts hold each pair.

    Attributes:
        counts: For each pair, the number of texts that hold it.
        size: The number of texts.
    """

    counts: Counter[str]
    size: int

    @classmethod
    def over(cls, texts: Sequence[frozenset[str]]) -> Rarity:
        """Count over the pairs of several texts."""
        counts: Counter[str] = Counter()
        for grams in texts:
            counts.update(grams)
        return cls(counts, len(texts))

    def weight(self, gram: str) -> float:
        """How rare a pair is, in nats; one that no text holds is as rare as one that a single text holds."""
        return math.log((self.size + 1) / (max(self.counts[gram], 1) + 0.5))

    def likelihood(self, text: frozenset[str], body: frozenset[str]) -> float:
        """How much the pairs of a short text speak for its being about a body.

        Args:
            text: The pairs of the text.
            body: The pairs of the body, one of the texts that were counted.

        Returns:
            A damped log likelihood ratio in nats, not below FLOOR.
        """
        return max(math.fsum(self._ratio(gram, held=gram in body) for gram in text) * DAMPING, FLOOR)

    def _ratio(self, gram: str, *, held: bool) -> float:
        """How much one pair of a text speaks for a body that holds it, or does not."""
        chance = min((self.counts[gram] - held + CHANCE) / (self.size + 2 * CHANCE), 0.9)
        return math.log(OWN / chance) if held else math.log((1 - OWN) / (1 - chance))

    def share(self, text: frozenset[str], body: frozenset[str]) -> float:
        """The share, 0 to 1, of a short text's pairs that stand in a body, each by its rarity."""
        total = math.fsum(map(self.weight, text))
        return math.fsum(self.weight(gram) for gram in text if gram in body) / total if total > 0 else 0.0


def cohesion(rarity: Rarity, left: Iterable[frozenset[str]], right: Iterable[frozenset[str]]) -> float:
    """How much two runs of paragraphs have in common, 0 to 10.

    Args:
        rarity: Counted over the paragraphs of the page.
        left: Pairs of the paragraphs before.
        right: Pairs of the paragraphs after.

    Returns:
        The cosine of the two runs in the space of pairs weighed by rarity, times ten.
    """
    before = frozenset().union(*left)
    after = frozenset().union(*right)
    shared = math.fsum(map(rarity.weight, before & after))
    size = math.sqrt((1 + math.fsum(map(rarity.weight, before))) * (1 + math.fsum(map(rarity.weight, after))))
    return 10 * shared / size

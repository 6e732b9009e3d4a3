"""What a headline shares with its body: character pairs, numbers and Latin words, weighed by rarity.

A pair of characters that stands in one body of the page and in no other says whose headline it is; a
pair that stands everywhere says nothing. A page is too small to tell which pairs are common in the
language, so that is known beforehand, from ``pairs.toml``. The score of a text for a body is a log
likelihood ratio: how much likelier its pairs are if it was written about that body than if it was not.

The order of a set differs from process to process, and so would the last digit of a running sum; all
sums over pairs are exact ones (``fsum``), so that a page reads the same in each.
"""

from __future__ import annotations

import math
import tomllib
from collections import Counter
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import regex
from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Rarity", "cohesion", "common_pairs", "grams_of", "share", "telling"]

OWN: Final = 0.45
"""Chance that a pair of a headline stands in its own body: half of them, on 4,050 real headlines."""
RARE: Final = 0.008
"""Share of bodies that hold a pair which is not in the table of common ones."""
TRUST: Final = 1.5
"""How many bodies of a page the table of common pairs is worth: what the page itself shows counts more
the more bodies it has."""
SHARPNESS: Final = 3
"""Power to which the rarity of a pair is taken: 2, 3 and 4 tell articles apart equally well on gaps of
real articles (area under the curve 0.976), 3 and 4 better on short ones (0.95 against 0.94)."""
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


@cache
def common_pairs() -> dict[str, float]:
    """The share of news articles that hold each common pair, read once from the table in the package."""
    source = files("paperparse.articles").joinpath("pairs.toml").read_text(encoding="utf-8")
    found: dict[str, float] = {}
    for share_of_articles, rows in tomllib.loads(source).items():
        pairs = "".join(rows.split())
        part = float(share_of_articles)
        found.update((pairs[at : at + 2], part) for at in range(0, len(pairs), 2))
    return found


@cache
def _weights() -> dict[str, float]:
    """How telling each common pair is; rare ones weigh 1."""
    most = math.log(RARE)
    return {pair: (math.log(part) / most) ** SHARPNESS for pair, part in common_pairs().items()}


def telling(grams: Iterable[str]) -> float:
    """How much some pairs say together, rare ones counting 1 each and common ones less."""
    weights = _weights()
    return math.fsum(weights.get(gram, 1.0) for gram in grams)


def share(text: frozenset[str], body: frozenset[str]) -> float:
    """The part, 0 to 1, of what a short text says that stands in a body."""
    total = telling(text)
    return telling(text & body) / total if total else 0.0


def cohesion(left: Iterable[frozenset[str]], right: Iterable[frozenset[str]]) -> float:
    """How much two runs of paragraphs have in common, 0 to 10.

    Args:
        left: Pairs of the paragraphs before.
        right: Pairs of the paragraphs after.

    Returns:
        The cosine of the two runs in the space of pairs weighed by rarity, times ten.
    """
    before = frozenset().union(*left)
    after = frozenset().union(*right)
    size = math.sqrt((1 + telling(before)) * (1 + telling(after)))
    return 10 * telling(before & after) / size


@frozen
class Rarity:
    """How many of a page's bodies hold each pair.

    Attributes:
        counts: For each pair, the number of bodies that hold it.
        size: The number of bodies.
    """

    counts: Counter[str]
    size: int

    @classmethod
    def over(cls, texts: Iterable[frozenset[str]]) -> Rarity:
        """Count over the pairs of several texts."""
        counts: Counter[str] = Counter()
        size = 0
        for grams in texts:
            counts.update(grams)
            size += 1
        return cls(counts, size)

    def likelihood(self, text: frozenset[str], body: frozenset[str]) -> float:
        """How much the pairs of a short text speak for its being about a body.

        Args:
            text: The pairs of the text.
            body: The pairs of the body, one of the texts that were counted.

        Returns:
            A damped log likelihood ratio in nats, not below FLOOR.
        """
        known = common_pairs()
        ratios = (self._ratio(gram, known.get(gram, RARE), held=gram in body) for gram in text)
        return max(math.fsum(ratios) * DAMPING, FLOOR)

    def _ratio(self, gram: str, common: float, *, held: bool) -> float:
        """How much one pair of a text speaks for a body that holds it, or does not."""
        others = max(self.size - 1, 0)
        chance = (self.counts[gram] - held + TRUST * common) / (others + TRUST)
        chance = min(chance, 0.9)
        return math.log(OWN / chance) if held else math.log((1 - OWN) / (1 - chance))

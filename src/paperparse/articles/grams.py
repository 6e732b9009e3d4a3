"""What a headline shares with its body: character pairs, numbers and Latin words, weighed by rarity.

A pair of characters that stands in one body of the page and in no other says whose headline it is; a
pair that stands everywhere says nothing. A page is too small to tell which pairs are common in the
language, so that is known beforehand, from ``pairs.toml``. The score of a text for a body is a log
likelihood ratio: how much likelier its pairs are if it was written about that body than if it was not.

The order of a set differs from process to process, and so would the last digit of a running sum; all
sums over pairs are exact ones (``fsum``, or of weights rounded for that), so that a page reads the same in
each.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import cache
from operator import add
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from paperparse.text.pairs import common_pairs
from paperparse.text.scripts import HAN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet

__all__ = ["Rarity", "cohesion", "grams_of", "grams_of_each", "share", "telling", "told_by"]

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
UNIT: Final = 2**-30
"""Weights of pairs are whole multiples of this, so that sums of up to a million of them are exact, whatever
the order, and may be put together from parts."""
DAMPING: Final = 0.4
"""Overlapping pairs are not independent evidence; this makes their sum behave like nats."""
FLOOR: Final = -1.0
"""A headline that shares nothing speaks this much against a body and no more: many share nothing."""


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
    for word in _word().findall(folded.replace(" ", "")):
        if word[0] > "\u2e7f":
            found.update(map(add, word, word[1:]))
        elif len(word) > 1:
            found.add(word)
    return frozenset(found)


def grams_of_each(folded: Iterable[str]) -> Iterator[frozenset[str]]:
    """The pairs of several texts, as :func:`grams_of` finds them, each pair one string for all that hold it.

    A long page holds the same few thousand pairs again and again, and a string takes more room than its place
    in a set.
    """
    known: dict[str, str] = {}
    for text in folded:
        found = grams_of(text)
        yield frozenset(set(map(known.setdefault, found, found)))


@cache
def _word() -> re.Pattern[str]:
    """A run of Han characters or letters, or a number; compiled when needed, for a set of all Han is big."""
    return re.compile(rf"[{HAN}]+|[A-Za-z]+|\d+(?:\.\d+)?%?")


@cache
def _weights() -> dict[str, float]:
    """How telling each common pair is; rare ones weigh 1."""
    most = math.log(RARE)
    return {
        pair: round((math.log(part) / most) ** SHARPNESS / UNIT) * UNIT
        for pair, part in common_pairs().items()
    }


@cache
def _common() -> frozenset[str]:
    """The common pairs, to find those of a text at once."""
    return frozenset(_weights())


def telling(grams: AbstractSet[str]) -> float:
    """How much some pairs say together, rare ones counting 1 each and common ones less."""
    common = grams & _common()
    return len(grams) - len(common) + sum(map(_weights().__getitem__, common))


def told_by(pair: str) -> float:
    """How much one pair says, 1 for a rare one."""
    return _weights().get(pair, 1.0)


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
    upper, lower = frozenset().union(*left), frozenset().union(*right)
    size = math.sqrt((1 + telling(upper)) * (1 + telling(lower)))
    return 10 * telling(upper & lower) / size


@frozen
class Rarity:
    """How many of a page's bodies hold each pair.

    Attributes:
        counts: For each pair, the number of bodies that hold it.
        size: The number of bodies.
    """

    counts: Counter[str]
    size: int
    _ratios: _Ratios = field(init=False, eq=False, repr=False)

    @_ratios.default
    def _new_ratios(self) -> _Ratios:
        return _Ratios(self.counts, self.size)

    @classmethod
    def over(cls, texts: Iterable[frozenset[str]]) -> Rarity:
        """Count over the pairs of several texts."""
        counts: Counter[str] = Counter()
        size = 0
        for grams in texts:
            counts.update(grams)
            size += 1
        return cls(counts, size)

    def likelihoods(self, text: frozenset[str], bodies: Iterable[frozenset[str]]) -> list[float]:
        """How much the pairs of a short text speak for its being about each of some bodies.

        Most pairs of a text stand in few bodies: what it is worth where none of them stands is summed
        once, and for each body only what its own pairs change.

        Args:
            text: The pairs of the text.
            bodies: The pairs of each body, all of them among the texts that were counted.

        Returns:
            A damped log likelihood ratio for each body in nats, not below FLOOR.
        """
        ratios = self._ratios
        told = {gram: ratios[gram] for gram in text}
        without = math.fsum([missing for missing, _ in told.values()])
        gains = {gram: gain for gram, (_, gain) in told.items()}
        gain = gains.__getitem__
        return [max((without + math.fsum(map(gain, text & body))) * DAMPING, FLOOR) for body in bodies]


class _Ratios(dict[str, tuple[float, float]]):
    """How much a pair speaks for a body that lacks it, and how much more for one that holds it.

    Both follow from the number of bodies that hold it and the share of articles that do; a page has few such
    cases, and asks for the pairs of a headline again and again.
    """

    def __init__(self, counts: Counter[str], size: int) -> None:
        self._counts, self._others = counts, max(size - 1, 0)
        self._cases: dict[tuple[int, float], tuple[float, float]] = {}

    def __missing__(self, gram: str) -> tuple[float, float]:
        case = self._counts[gram], common_pairs().get(gram, RARE)
        if case not in self._cases:
            self._cases[case] = self._weigh(*case)
        found = self[gram] = self._cases[case]
        return found

    def _weigh(self, count: int, common: float) -> tuple[float, float]:
        """What a pair says that so many bodies hold and such a share of articles."""
        missing = math.log((1 - OWN) / (1 - self._chance(count, common)))
        gain = math.log(OWN / self._chance(count - 1, common)) - missing if count else 0.0
        return missing, gain

    def _chance(self, count: int, common: float) -> float:
        """The chance that a body holds a pair by accident."""
        return min((count + TRUST * common) / (self._others + TRUST), 0.9)

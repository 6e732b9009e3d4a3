"""Which ends belong together: one assignment over an issue, each end also free to stay open.

An end that would fit two others goes where the issue as a whole fits best; how much worse the whole
would be without a link is the link's margin, and the smaller of margin and score its confidence.
"""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from attrs import frozen

from paperparse.matching import assign

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

__all__ = ["Choice", "choose"]

FLOOR: Final = -3.0
"""Nats below which a pair is no rival worth naming."""
TOGETHER: Final = 40
"""Feet that are settled together at the most; of what hangs together beyond that the dearest pairs are
settled first. Four feet on each of ten pages that all fit one another are not printed."""


@frozen
class Choice:
    """Two ends that fit.

    Attributes:
        foot: Index of the foot.
        head: Index of the head.
        score: What speaks for them, in nats.
        margin: How much worse the issue would fit without them, in nats; 0 where they are not the best.
        chosen: Whether they are part of the best assignment.
    """

    foot: int
    head: int
    score: float
    margin: float
    chosen: bool

    @property
    def confidence(self) -> float:
        """0 to 1, from the smaller of score and margin."""
        return 1 / (1 + math.exp(-max(min(self.score, self.margin, 40.0), -40.0)))


def choose(
    scores: Mapping[tuple[int, int], float], kin: Mapping[int, frozenset[int]] | None = None
) -> list[Choice]:
    """Settle which feet go on in which heads.

    Args:
        scores: For pairs of a foot and a head what speaks for them, in nats.
        kin: For each head those that begin nearly the same text, if any; that a foot goes on there is as
            sure as all of them together, and they are no rivals of each other.

    Returns:
        Every pair worth naming, those of the best assignment marked; by foot and head.

    Examples:
        >>> [(c.foot, c.head, c.margin) for c in choose({(0, 0): 5.0, (0, 1): 4.0, (1, 0): 2.0}) if c.chosen]
        [(0, 1, 1.0), (1, 0, 1.0)]
    """
    kin = kin or {}
    pooled = {pair: _pooled(scores, pair, kin) for pair in scores} if kin else scores
    found: list[Choice] = []
    for part in _components(pair for pair, value in pooled.items() if value > FLOOR):
        found += _settle({pair: pooled[pair] for pair in part}, kin)
    return sorted(found, key=lambda choice: (choice.foot, choice.head))


def _pooled(
    scores: Mapping[tuple[int, int], float], pair: tuple[int, int], kin: Mapping[int, frozenset[int]]
) -> float:
    """The score of a pair, raised by as much as its kin together are more likely than the best of them."""
    foot, head = pair
    others = [scores[foot, other] for other in kin.get(head, ()) if (foot, other) in scores]
    best = max([scores[pair], *others])
    return scores[pair] + math.log(math.fsum(math.exp(value - best) for value in (scores[pair], *others)))


def _components(pairs: Iterable[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """The pairs that hang together by their ends."""
    pairs = sorted(pairs)
    by_foot: dict[int, list[int]] = defaultdict(list)
    by_head: dict[int, list[int]] = defaultdict(list)
    for foot, head in pairs:
        by_foot[foot].append(head)
        by_head[head].append(foot)
    seen: set[int] = set()
    found: list[list[tuple[int, int]]] = []
    for first, _ in pairs:
        if first in seen:
            continue
        seen.add(first)
        queue = [first]
        for foot in queue:
            for head in by_foot[foot]:
                for other in by_head[head]:
                    if other not in seen:
                        seen.add(other)
                        queue.append(other)
        found.append([(foot, head) for foot in sorted(queue) for head in by_foot[foot]])
    return found


def _settle(scores: Mapping[tuple[int, int], float], kin: Mapping[int, frozenset[int]]) -> list[Choice]:
    """The best assignment of what hangs together, with margins."""
    feet = sorted({foot for foot, _ in scores})
    if len(feet) > TOGETHER:
        return _settle_greedily(scores)
    heads = sorted({head for _, head in scores})
    table: list[list[float | None]] = [[scores.get((foot, head)) for head in heads] for foot in feet]
    chosen = assign(table, [0.0] * len(feet))
    best = _worth(table, chosen)
    found: list[Choice] = []
    for row, foot in enumerate(feet):
        for column, head in enumerate(heads):
            value = table[row][column]
            if value is None:
                continue
            if chosen[row] != column:
                found.append(Choice(foot, head, value, 0.0, chosen=False))
                continue
            kept = table[row]
            apart = kin.get(head, frozenset())
            table[row] = [
                None if other == head or other in apart else kept[at] for at, other in enumerate(heads)
            ]
            without = _worth(table, assign(table, [0.0] * len(feet)))
            table[row] = kept
            found.append(Choice(foot, head, value, best - without, chosen=True))
    return found


def _worth(table: Sequence[Sequence[float | None]], chosen: Sequence[int | None]) -> float:
    """The sum of what was chosen."""
    return math.fsum(table[row][column] or 0.0 for row, column in enumerate(chosen) if column is not None)


def _settle_greedily(scores: Mapping[tuple[int, int], float]) -> list[Choice]:
    """The dearest pairs first; the margin is to the next best pair of either end."""
    by_foot: dict[int, list[float]] = defaultdict(list)
    by_head: dict[int, list[float]] = defaultdict(list)
    for (foot, head), value in scores.items():
        by_foot[foot].append(value)
        by_head[head].append(value)
    for values in (*by_foot.values(), *by_head.values()):
        values.sort(reverse=True)
    taken_feet: set[int] = set()
    taken_heads: set[int] = set()
    found: list[Choice] = []
    for (foot, head), value in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        if value <= 0 or foot in taken_feet or head in taken_heads:
            found.append(Choice(foot, head, value, 0.0, chosen=False))
            continue
        taken_feet.add(foot)
        taken_heads.add(head)
        rivals = [
            row[1] if row[0] == value else row[0] for row in (by_foot[foot], by_head[head]) if len(row) > 1
        ]
        found.append(Choice(foot, head, value, value - max([0.0, *rivals]), chosen=True))
    return found

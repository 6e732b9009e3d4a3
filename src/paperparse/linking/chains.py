"""What is surely linked speaks together: ends of a chain are compared by all that is known of its article.

A middle part may be two sentences long and have no headline, but its article has one on the first page and
goes on on a third. So once the sure links are known, the others are weighed again.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import product
from typing import TYPE_CHECKING, Final, TypeAlias

from attrs import evolve, frozen

from paperparse.linking.evidence import weigh_pairs

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from paperparse.linking.choice import Choice
    from paperparse.linking.ends import Foot, Head
    from paperparse.linking.evidence import Desk

__all__ = ["weigh_again"]

_End: TypeAlias = tuple[str, int]
"""The kind of an end, foot or head, and its index."""
SURE: Final = 0.9
"""Confidence from which on a link speaks for others."""
PARTS: Final = 4
"""Parts on either side of an end that speak for it: articles go over two to four pages, and were all parts of
a longer chain heard at each of its ends, it would cost the square of its length."""


def weigh_again(
    feet: Sequence[Foot],
    heads: Sequence[Head],
    pairs: Mapping[tuple[int, int], dict[str, float]],
    choices: Iterable[Choice],
    desk: Desk,
) -> dict[tuple[int, int], dict[str, float]]:
    """Describe pairs again, ends that are parts of a chain by all of it.

    Args:
        feet: Where parts break off.
        heads: Where parts begin.
        pairs: What was observed of each pair.
        choices: What was chosen by that.
        desk: The issue.

    Returns:
        What is observed of each pair now.
    """
    links = [(one.foot, one.head) for one in choices if one.chosen and one.confidence >= SURE]
    if not links:
        return dict(pairs)
    chains = _Chains.of(feet, heads, links, desk)
    fuller_feet = {at: chains.before(at) for at in range(len(feet))}
    fuller_heads = {at: chains.behind(at) for at in range(len(heads))}
    linked = set(links)
    chain_of = chains.of_ends()
    # two ends of one chain that are not joined would be compared with what both stand for
    changed = sorted(
        (foot, head)
        for foot, head in pairs
        if (fuller_feet[foot] is not feet[foot] or fuller_heads[head] is not heads[head])
        and ((foot, head) in linked or chain_of["foot", foot] != chain_of["head", head])
    )
    again = weigh_pairs(
        [fuller_feet[at] for at in range(len(feet))],
        [fuller_heads[at] for at in range(len(heads))],
        changed,
        desk,
    )
    return {**pairs, **again}


@frozen
class _Chains:
    """The sure links of an issue, by the parts they join."""

    feet: Sequence[Foot]
    heads: Sequence[Head]
    desk: Desk
    earlier: Mapping[int, int]  # for a head the foot it goes on from
    later: Mapping[int, int]  # for a foot the head it goes on in
    feet_in: Mapping[int, Sequence[int]]  # for a part the feet in it that go on
    heads_in: Mapping[int, Sequence[int]]  # for a part the heads in it that come from elsewhere

    @classmethod
    def of(
        cls, feet: Sequence[Foot], heads: Sequence[Head], links: Sequence[tuple[int, int]], desk: Desk
    ) -> _Chains:
        """Look up what is in each part once."""
        feet_in: dict[int, list[int]] = defaultdict(list)
        heads_in: dict[int, list[int]] = defaultdict(list)
        for foot, head in links:
            feet_in[feet[foot].part].append(foot)
            heads_in[heads[head].part].append(head)
        return cls(
            feet,
            heads,
            desk,
            {head: foot for foot, head in links},
            dict(links),
            feet_in,
            heads_in,
        )

    def before(self, at: int) -> Foot:
        """A foot with all that stands before it in its article."""
        foot = self.feet[at]
        grams: frozenset[str] = frozenset()
        headline: frozenset[str] = frozenset()
        for hop in range(PARTS + 1):
            begun = [one for one in self.heads_in.get(foot.part, ()) if self.heads[one].block < foot.block]
            head = max(begun, key=lambda one: self.heads[one].block, default=None)
            if head is None:
                if not hop:
                    return foot
                return evolve(self.feet[at], grams=grams | foot.grams, headline=headline | foot.headline)
            start = self.heads[head].block  # what stands above it is of another article
            grams = grams.union(*self.desk.parts[foot.part].grams[start : foot.block])
            headline |= frozenset() if start else foot.headline
            foot = self.feet[self.earlier[head]]
        return evolve(self.feet[at], grams=grams, headline=headline)

    def behind(self, at: int) -> Head:
        """A head with all that stands behind it in its article."""
        known = self.heads[at]
        stop, foot = self._run(at)
        if stop < known.stop:
            own = frozenset().union(*self.desk.parts[known.part].grams[known.block : stop])
            known = evolve(known, grams=own, stop=stop)
        rest: frozenset[str] = frozenset()
        for _ in range(PARTS):
            if foot is None:
                break
            head = self.heads[self.later[foot]]
            stop, foot = self._run(self.later[foot])
            rest = rest.union(*self.desk.parts[head.part].grams[head.block : stop])
        return evolve(known, rest=rest) if rest else known

    def of_ends(self) -> dict[_End, _End]:
        """For each end one that stands for its chain, the end itself where it is of none."""
        above: dict[_End, _End] = {}

        def root(end: _End) -> _End:
            while (upper := above.setdefault(end, end)) != end:
                above[end] = end = above[upper]
            return end

        for foot, head in self.later.items():
            above[root(("foot", foot))] = root(("head", head))
            _, onward = self._run(head)
            if onward is not None:
                above[root(("foot", onward))] = root(("head", head))
        ends = [*product(("foot",), range(len(self.feet))), *product(("head",), range(len(self.heads)))]
        return {end: root(end) for end in ends}

    def _run(self, at: int) -> tuple[int, int | None]:
        """Where the blocks below a head end that are of its article, and the foot they end in, if any."""
        head = self.heads[at]
        others = (self.heads[one].block for one in self.heads_in.get(head.part, ()))
        stop = min((block for block in others if block > head.block), default=head.stop)
        ended = [one for one in self.feet_in.get(head.part, ()) if head.block < self.feet[one].block <= stop]
        foot = min(ended, key=lambda one: self.feet[one].block, default=None)
        return (stop, None) if foot is None else (self.feet[foot].block, foot)

"""What speaks for a head that is inside what was read as one article of its page.

The rest of an article that lost its jump line is easily taken for a part of its neighbour. Then it has
more in common with the earlier page than with what stands above it.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from paperparse.articles.grams import RARE, TRUST, Rarity, cohesion
from paperparse.linking.seams import Break, read_break
from paperparse.text.pairs import common_pairs

if TYPE_CHECKING:
    from paperparse.linking.ends import Head, Part
    from paperparse.linking.evidence import Desk

__all__ = ["NEAR", "reach", "shared_nats", "weigh_inside"]

OWN: Final = 0.15
"""Chance that a pair of characters of one part stands in another of the same article."""
NEAR: Final = 2
"""Blocks on either side of a cut that are also compared by themselves."""
FAINT: Final = 0.1
"""Cohesion of two articles that have nothing to do with each other."""
TURNS: Final = 3
"""Places at which the rest of an article may end before the article it was taken for a part of does."""
WIDER: Final = 2.0
"""Blank lines by which a gap differs from the page's others at the most; more say no more."""


def weigh_inside(
    seen: dict[str, float], before: frozenset[str], behind: frozenset[str], head: Head, desk: Desk
) -> None:
    """Observe whether what stands above a head goes with it, or with another article.

    Where the rest of one article was taken for a part of its neighbour, what it shares with the earlier
    page begins at its first paragraph, and the paragraphs above share nothing with that page.

    Args:
        seen: What was observed of the pair so far, its ``cohesion`` and ``nearby`` among it; added to.
        before: The pairs of the earlier part up to its end, and of its headline.
        behind: The pairs of what stands below the head, see :func:`reach`.
        head: The head.
        desk: The issue.
    """
    at = head.block
    lower = desk.parts[head.part]
    above, own = _own(head, lower, desk)
    seen |= own
    key = (head.part, at, behind)
    if key not in desk.hosts:  # the same whatever foot it is weighed against
        desk.hosts[key] = desk.echo.between(above | lower.headline, behind)
    echo, phrases = desk.hosts[key]
    seen["rather-echo"] = math.log((seen["echo"] + FAINT) / (echo + FAINT))
    seen["rather-phrases"] = math.log((seen["echo-phrases"] + FAINT) / (phrases + FAINT))
    seen["above-shared"] = math.log1p(shared_nats(before, above, desk.rarity))
    here, there = (cohesion([before], lower.grams[low:high]) for low, high in ((at, at + 1), (at - 1, at)))
    seen["first-fits"], seen["above-fits"] = here, there
    # the rest of an earlier page's article goes with that one rather than with its neighbour
    seen["rather"] = math.log((seen["cohesion"] + FAINT) / (own["inside-cohesion"] + FAINT))
    seen["rather-nearby"] = math.log((seen["nearby"] + FAINT) / (own["turns"] + FAINT))
    seen["rather-first"] = math.log((here + FAINT) / (there + FAINT))


def _own(head: Head, lower: Part, desk: Desk) -> tuple[frozenset[str], dict[str, float]]:
    """The pairs of what stands above a head, and what is observed whatever foot it is weighed against."""
    key = (head.part, head.block)
    if key not in desk.insides:
        at = head.block
        above = frozenset().union(*lower.grams[:at])
        host = above | lower.headline
        closed = read_break(_tight(lower.article.body[at - 1].text))[0] is Break.STOP
        desk.insides[key] = (
            above,
            {
                "inside": 1.0,
                "inside-cohesion": cohesion([host], [head.grams]),
                "inside-shared": math.log1p(shared_nats(host, head.grams, desk.rarity)),
                "turns": cohesion(lower.grams[max(at - NEAR, 0) : at], lower.grams[at : at + NEAR]),
                "above-open": float(not closed),
                "wider-gap": min(max(lower.gaps[at] - desk.gap(lower.page), -WIDER), WIDER),
            },
        )
    return desk.insides[key]


def reach(before: frozenset[str], head: Head, lower: Part, desk: Desk) -> frozenset[str]:
    """The pairs of a later part as far as it goes with an earlier one.

    What stands below the rest of an article may have been taken for a part of it too. Where the paragraphs
    turn to something else, it may end; it does where what stands above has most in common with the earlier
    part for its length.

    Args:
        before: The pairs of the earlier part up to its end, and of its headline.
        head: The head.
        lower: The part it is in.
        desk: The issue.

    Returns:
        The pairs of the blocks from the head on, and of what is known to follow on later pages.
    """
    if head.marked or head.stop < len(lower.grams):
        return head.grams | head.rest

    def fit(run: frozenset[str]) -> float:
        run |= head.rest
        return cohesion([before], [run]) + desk.echo.cosine(before, run)

    return max(_runs(head, lower, desk), key=fit) | head.rest


def _runs(head: Head, lower: Part, desk: Desk) -> tuple[frozenset[str], ...]:
    """The pairs of the blocks from a head to each place where it may end."""
    key = (head.part, head.block)
    if key not in desk.runs:
        turns = sorted(
            (cohesion(lower.grams[max(at - NEAR, head.block) : at], lower.grams[at : at + NEAR]), at)
            for at in range(head.block + 1, head.stop)
        )
        desk.runs[key] = (
            head.grams,
            *(frozenset().union(*lower.grams[head.block : at]) for _, at in turns[:TURNS]),
        )
    return desk.runs[key]


def _tight(text: str) -> str:
    """Text without blanks."""
    return "".join(text.split())


def shared_nats(one: frozenset[str], two: frozenset[str], rarity: Rarity) -> float:
    """How much likelier what two texts share is if they are of one article, in nats.

    A pair of characters speaks by how few other articles of the issue hold it; common ones say nothing.

    Args:
        one: The pairs of the one text.
        two: The pairs of the other.
        rarity: How rare pairs are among the articles of the issue, both texts counted.

    Returns:
        Nats, 0 or more.
    """
    others = max(rarity.size - 2, 0) + TRUST
    known = common_pairs()
    found: list[float] = []
    for gram in one & two:
        chance = (max(rarity.counts[gram] - 2, 0) + TRUST * known.get(gram, RARE)) / others
        if chance < OWN:
            found.append(math.log(OWN / chance))
    return math.fsum(found)

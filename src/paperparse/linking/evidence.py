"""What speaks for an article going on in another place, each piece named and weighed in ``weights.toml``."""

from __future__ import annotations

import math
from functools import cache
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from paperparse.articles.grams import RARE, Rarity, cohesion, share
from paperparse.linking.across import across, even_digits, number_across
from paperparse.linking.echo import Echo
from paperparse.linking.insides import NEAR, reach, shared_nats, weigh_inside
from paperparse.linking.jumps import weigh_jumps
from paperparse.linking.seams import Break, Start
from paperparse.model import BlockKind
from paperparse.shipped import read_table
from paperparse.text.edges import lean_start
from paperparse.text.pairs import common_pairs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from paperparse.linking.ends import Foot, Head, Part
    from paperparse.linking.jumps import Tally
    from paperparse.linking.names import PageNames

__all__ = ["Desk", "load_weights", "repeats", "score", "weigh_pairs"]

SAME: Final = 0.6
"""Share of a headline's pairs that stand in another headline from which on it repeats it."""
ALIKE: Final = 3
"""Characters by which subheads of one article differ in length at the most."""
SIDE: Final = 8
"""Characters on either side of a cut that are looked up in the issue."""
SHORT: Final = 40
"""Pairs of a part below which there is little to compare."""
_OPEN: Final = frozenset({Break.WORD, Break.CLAUSE})


@cache
def load_weights() -> dict[str, float]:
    """The weights shipped with the package, read once."""
    table: dict[str, float] = read_table("linking", "weights")["weights"]
    return table


@frozen
class Desk:
    """What is known of an issue when its ends are compared.

    Attributes:
        parts: Its parts.
        names: What its pages are called.
        rarity: How rare pairs of characters are among its articles.
        text: All its pages, folded, without blanks and with one digit for all, in one string; for looking up
            words across cuts.
        tally: Its jump lines, counted from page to page.
        echo: How much two parts speak of the same things.
        counts: What was looked up before.
        middles: The gaps in the middle of pages that were looked up before.
        insides: What was observed of heads inside a body before.
        hosts: How much the rest from a head inside a body shares with what stands above it, looked up before.
        runs: The pairs of what heads that lost their mark may reach to, looked up before.
    """

    parts: Sequence[Part]
    names: PageNames
    rarity: Rarity
    text: str = field(repr=False)
    tally: Tally
    echo: Echo = field(init=False, repr=False)
    counts: dict[str, int] = field(factory=dict, repr=False)
    middles: dict[int, float] = field(factory=dict, repr=False)
    insides: dict[tuple[int, int], tuple[frozenset[str], dict[str, float]]] = field(factory=dict, repr=False)
    hosts: dict[tuple[int, int, frozenset[str]], tuple[float, float]] = field(factory=dict, repr=False)
    runs: dict[tuple[int, int], tuple[frozenset[str], ...]] = field(factory=dict, repr=False)

    @echo.default
    def _new_echo(self) -> Echo:
        return Echo(self.rarity)

    def gap(self, page: int) -> float:
        """Blank lines that stand between two blocks of one article of a page, at the middle."""
        found = self.middles.get(page)
        if found is None:
            gaps = [gap for part in self.parts if part.page == page for gap in part.gaps[1:]]
            from statistics import median  # noqa: PLC0415 - slow to import, and only issues need it

            found = self.middles[page] = float(median(gaps)) if gaps else 0.0
        return found

    def count_back(self, word: str) -> int:
        """How often a word written backwards stands in the issue."""
        return self.count(word[::-1])

    def count(self, word: str) -> int:
        """How often a word stands in the issue."""
        found = self.counts.get(word)
        if found is None:
            found = self.counts[word] = self.text.count(word)
        return found


def score(seen: Mapping[str, float]) -> float:
    """The weighed sum of evidence.

    Args:
        seen: Names of what was observed, with how much of it.

    Returns:
        Nats; positive where it speaks for a link.
    """
    weights = load_weights()
    return math.fsum(weights.get(name, 0.0) * value for name, value in seen.items())


def weigh_pairs(
    feet: Sequence[Foot], heads: Sequence[Head], pairs: Sequence[tuple[int, int]], desk: Desk
) -> dict[tuple[int, int], dict[str, float]]:
    """Describe feet and heads that may belong together.

    Args:
        feet: Where parts break off.
        heads: Where parts begin.
        pairs: Indices of a foot and a head of another page.
        desk: The issue.

    Returns:
        For each pair the names of what was observed, with how much of it.
    """
    return {(foot, head): _pair(feet[foot], heads[head], desk) for foot, head in pairs}


def _pair(foot: Foot, head: Head, desk: Desk) -> dict[str, float]:
    """Describe a foot and a head by themselves."""
    upper, lower = desk.parts[foot.part], desk.parts[head.part]
    seen = {"base": 1.0}
    way = (upper.page, lower.page)
    weigh_jumps(seen, (foot, head), way, desk.names, desk.tally)
    seen[f"{foot.ending}-{head.start}"] = 1.0
    # an article that ends or begins as none does has lost its mark
    if not foot.marked:
        seen[f"silent-{foot.ending}"] = 1.0
    if not head.marked:
        seen[f"silent-before-{head.start}"] = 1.0
        bare = not head.block and not lower.article.headline.passages and head.start is not Start.DATED
        seen["silent-bare"] = float(bare)  # an article that nothing begins
    _brackets(seen, foot, head)
    _seam(seen, foot, head, desk)
    before = foot.grams | foot.headline
    behind = reach(before, head, lower, desk)
    seen["cohesion"] = cohesion([before], [behind])
    seen["nearby"] = cohesion(
        upper.grams[max(foot.block - NEAR, 0) : foot.block],
        lower.grams[head.block : head.block + NEAR],
    )
    seen["echo"], seen["echo-phrases"] = desk.echo.between(before, behind)
    shared = shared_nats(before, behind, desk.rarity)
    seen["shared"] = math.sqrt(shared)
    seen["shared-some"] = math.log1p(shared)
    if min(len(foot.grams), len(behind)) < SHORT:
        seen["short"] = 1.0
    if head.block:
        weigh_inside(seen, before, behind, head, desk)
        above = lower.grams[head.block - 1]
        if lower.article.body[head.block - 1].kind is BlockKind.SUBHEAD and repeats(above, foot.headline):
            seen["subhead-repeats"] = 1.0
            seen["subhead-exact"] = float(above <= foot.headline)
    else:
        _headlines(seen, foot, lower)
        if upper.article.dateline is not None and head.start is Start.DATED:
            seen["both-dated"] = 1.0
    if foot.block < len(upper.article.body):
        seen["breaks-inside"] = 1.0
    _subheads(seen, upper, lower)
    return seen


def _seam(seen: dict[str, float], foot: Foot, head: Head, desk: Desk) -> None:
    """Whether the sentence, the phrase and the number go on."""
    if head.start is Start.PLAIN:
        # what a sentence goes on with does not look like the beginning of a paragraph
        seen["begins-anew" if foot.ending is Break.STOP else "goes-inside"] = lean_start(head.text)
        if foot.ending is Break.WORD:
            seen["known-across"] = _known(foot.text[-1:] + head.text[:1])
    if foot.ending in _OPEN and head.start is not Start.DATED:
        if number := number_across(foot.text, head.text):
            seen[number] = 1.0
        one, two = even_digits(foot.text[-SIDE:]), even_digits(head.text[:SIDE])
        seen["across"] = across(one, two, desk.count, len(desk.text))
        seen["across-back"] = across(two[::-1], one[::-1], desk.count_back, len(desk.text))


def _known(pair: str) -> float:
    """How much commoner than a rare pair two characters are in news, in nats."""
    return math.log(common_pairs().get(pair, RARE) / RARE)


def _brackets(seen: dict[str, float], foot: Foot, head: Head) -> None:
    """Whether what is left open on the one side is closed on the other."""
    if foot.opening.closed_by(head.opening):
        seen["closes"] = 1.0
    elif foot.opening.signs and head.opening.signs:
        seen["closes-another"] = 1.0
    elif foot.opening.signs:
        seen["left-open"] = 1.0
    elif head.opening.signs:
        seen["closes-nothing"] = 1.0


def repeats(later: frozenset[str], earlier: frozenset[str]) -> bool:
    """Whether a headline of a later page is that of an earlier one once more, or the beginning of it.

    Args:
        later: The pairs of the later one.
        earlier: The pairs of the earlier one.

    Returns:
        True when most of what the later says stands in the earlier; False where either says nothing.

    Examples:
        >>> repeats(frozenset({"新桥"}), frozenset({"新桥", "桥今", "今日", "日通", "通车"}))
        True
    """
    return bool(later and earlier) and len(later & earlier) >= SAME * len(later)


def _headlines(seen: dict[str, float], foot: Foot, lower: Part) -> None:
    """Whether the later part repeats the headline of the earlier, or has one of its own."""
    if not lower.headline:
        seen["no-headline"] = float(bool(not lower.article.headline.passages))
        return
    if repeats(lower.headline, foot.headline):
        seen["headline-repeats"] = 1.0
        seen["headline-exact"] = float(lower.headline <= foot.headline)
    else:
        seen["headline-own"] = 1.0
        seen["headline-fits"] = share(lower.headline, foot.grams | foot.headline)


def _subheads(seen: dict[str, float], upper: Part, lower: Part) -> None:
    """Whether both parts have subheads, and of one length."""
    one, two = (
        [len(block.text) for block in part.article.body if block.kind is BlockKind.SUBHEAD]
        for part in (upper, lower)
    )
    if one and two:
        seen["subheads"] = 1.0
        if abs(sum(one) / len(one) - sum(two) / len(two)) <= ALIKE:
            seen["subheads-alike"] = 1.0

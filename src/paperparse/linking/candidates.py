"""Which feet and heads are weighed against each other.

Those that name each other's pages, and of the others those that share rare words. An index from pairs of
characters to heads finds the latter, so that no issue, however large, is compared end by end.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final

from paperparse.articles.grams import telling
from paperparse.linking.ends import feet_of, heads_of
from paperparse.linking.jumps import Tally
from paperparse.linking.names import name_of
from paperparse.linking.seams import Break, Start

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from paperparse.linking.ends import Foot, Head, Part
    from paperparse.linking.names import PageName, PageNames

__all__ = ["ends_of", "pages_named", "pairs_of"]

MOST: Final = 80
"""Heads a foot is weighed against at the most; a page has seldom more paragraphs."""
ELSEWHERE: Final = 6
"""Of them, those on pages that no jump line names."""
COMMONEST: Final = 12
"""Heads that may share a pair of characters before it says too little to look them up by."""


def pages_named(parts: Sequence[Part], names: PageNames, copies: frozenset[int]) -> Tally:
    """How many jump lines lead from page to page.

    Args:
        parts: The parts of the issue.
        names: What its pages are called.
        copies: Indices of pages that were given before; what is printed on them counts once.

    Returns:
        For two pages how many lines on the first name the second, and how many on the second the first.
    """
    goes: Counter[tuple[int, int]] = Counter()
    comes: Counter[tuple[int, int]] = Counter()
    astray: set[int] = set()
    strange: set[int] = set()
    for part in parts:
        if part.page in copies:
            continue
        to, come = part.article.continued_to, part.article.continued_from
        for jump, counts, lost, onward in ((to, goes, astray, True), (come, comes, strange, False)):
            if jump is None:
                continue
            name = name_of(jump.page)
            pages = [page for page in (names.may_be(name) if name else ()) if page not in copies]
            if not pages:
                lost.add(part.page)
            counts.update((part.page, page) if onward else (page, part.page) for page in pages)
    return Tally(goes, comes, frozenset(astray), frozenset(strange))


def ends_of(
    parts: Sequence[Part],
    tally: Tally,
    copies: frozenset[int],
) -> tuple[list[Foot], list[Head]]:
    """The ends of an issue's articles that are worth looking at.

    Args:
        parts: The parts of the issue.
        tally: Its jump lines, counted from page to page.
        copies: Indices of pages that were given before; their ends are left alone.

    Returns:
        Feet and heads, each in the order of the parts.
    """
    goes, comes = tally.goes, tally.comes
    # where as many leave for a page as say they come from there, no end has lost its mark
    left = frozenset(one for (one, two), count in comes.items() if count > goes[one, two])
    reached = frozenset(two for (one, two), count in goes.items() if count > comes[one, two])
    feet = [foot for foot in feet_of(parts, left) if parts[foot.part].page not in copies]
    heads = [head for head in heads_of(parts, reached) if parts[head.part].page not in copies]
    return feet, heads


def pairs_of(
    feet: Sequence[Foot], heads: Sequence[Head], parts: Sequence[Part], names: PageNames
) -> list[tuple[int, int]]:
    """The pairs of ends that are weighed.

    Args:
        feet: The feet.
        heads: The heads.
        parts: The parts they are of.
        names: What the pages are called.

    Returns:
        Indices of a foot and a head, ascending.
    """
    on_page: dict[int, list[int]] = defaultdict(list)
    for number, head in enumerate(heads):
        on_page[parts[head.part].page].append(number)
    by_gram = _index(heads)
    pages = {target: names.may_be(target) for target in {foot.target for foot in feet if foot.target}}
    sources = {source: names.may_be(source) for source in {head.source for head in heads if head.source}}
    called: dict[int, list[int]] = defaultdict(list)
    for number, head in enumerate(heads):
        for page in sources[head.source] if head.source else ():
            called[page].append(number)
    lost = [at for at, head in enumerate(heads) if head.marked]
    found: set[tuple[int, int]] = set()
    for number, foot in enumerate(feet):
        own = parts[foot.part].page
        near = [at for page in _targets(foot, pages) for at in on_page[page]]
        near += called[own]
        near += lost if foot.marked and not near else ()
        near = [at for at in dict.fromkeys(near) if parts[heads[at].part].page != own]
        overlap = _overlap(parts[foot.part], by_gram)
        if len(near) > MOST:
            near.sort(key=lambda at: (-overlap[at], at))
            del near[MOST:]
        far = [
            at
            for at, _ in overlap.most_common(MOST)
            if parts[heads[at].part].page != own and _strong(foot, heads[at])
        ]
        found.update((number, at) for at in (*near, *far[:ELSEWHERE]))
    return sorted(found)


def _targets(foot: Foot, pages: Mapping[PageName, tuple[int, ...]]) -> Iterable[int]:
    """The pages a foot's jump line names."""
    return pages[foot.target] if foot.target else ()


def _strong(foot: Foot, head: Head) -> bool:
    """Whether two ends may belong together though no page number says so."""
    opens = foot.marked or foot.ending is not Break.STOP
    begins = head.marked or head.start is Start.SIGN or bool(head.opening.signs)
    return opens and (begins or (head.block == 0 and head.start is Start.PLAIN))


def _index(heads: Sequence[Head]) -> dict[str, list[int]]:
    """For each pair of characters the heads that hold it."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, head in enumerate(heads):
        for gram in head.grams:
            found[gram].append(number)
    return found


def _overlap(part: Part, by_gram: Mapping[str, Sequence[int]]) -> Counter[int]:
    """How much each head shares with a part, by the rarer pairs alone."""
    found: Counter[int] = Counter()
    weights: dict[int, float] = defaultdict(float)
    for gram in sorted(part.whole):
        holders = by_gram.get(gram, ())
        if 0 < len(holders) <= COMMONEST:
            weight = telling(frozenset((gram,)))
            for holder in holders:
                weights[holder] += weight
    found.update({holder: round(weight * 1000) for holder, weight in weights.items()})
    return found

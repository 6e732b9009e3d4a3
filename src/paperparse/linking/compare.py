"""All that is compared of an issue: its parts, their ends, and the evidence for each pair of ends."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from attrs import evolve, field, frozen

from paperparse.articles.grams import Rarity
from paperparse.linking.across import even_digits
from paperparse.linking.candidates import ends_of, pages_named, pairs_of
from paperparse.linking.chains import weigh_again
from paperparse.linking.choice import choose
from paperparse.linking.ends import parts_of
from paperparse.linking.evidence import Desk, score, weigh_pairs
from paperparse.linking.names import name_of, name_pages
from paperparse.linking.sections import Ask

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paperparse.articles.sheet import Sheet
    from paperparse.linking.choice import Choice
    from paperparse.linking.ends import Foot, Head, Part
    from paperparse.linking.names import PageNames
    from paperparse.model import Page

__all__ = ["Comparison", "compare", "kin_of", "settle"]

KIN: Final = 0.7
"""Share of its characters that the rest of an article has in common with a longer rest from which on both are
one continuation, and where exactly it begins is another question."""
TWICE: Final = 0.8
"""Share of pairs of characters in common from which on two pages of one number are one page given twice;
two editions of a page share less than half, two scans of one more than nine tenths."""


ROUNDS: Final = 2
"""How often ends are weighed; a third time changes next to nothing."""


@frozen
class Comparison:
    """The ends of an issue, compared.

    Attributes:
        names: What the pages are called.
        copies: For each page given before, the index of the page it repeats.
        parts: The articles of all pages.
        feet: Where they may break off.
        heads: Where they may come from elsewhere.
        pairs: For indices of a foot and a head, what was observed.
        desk: What is known of the issue beside.
    """

    names: PageNames
    copies: dict[int, int]
    parts: tuple[Part, ...]
    feet: tuple[Foot, ...]
    heads: tuple[Head, ...]
    pairs: dict[tuple[int, int], dict[str, float]] = field(repr=False)
    desk: Desk = field(repr=False)


def compare(pages: Sequence[Page], sheets: Sequence[Sheet]) -> Comparison:
    """Compare the ends of an issue's articles.

    Args:
        pages: The pages.
        sheets: What was known of each while it was read.

    Returns:
        Ends and evidence.
    """
    names = name_pages(pages, _asks(pages))
    parts = [
        part
        for page, sheet in zip(pages, sheets, strict=True)
        for part in parts_of([article for article in page.articles if article.body], sheet)
    ]
    copies = _copies(pages, parts, names)
    tally = pages_named(parts, names, frozenset(copies))
    feet, heads = ends_of(parts, tally, frozenset(copies))
    worth = bool(feet and heads)
    rarity = Rarity.over([part.whole for part in parts] if worth else ())
    text = even_digits("".join(["".join(sheet.folded.split()) for sheet in sheets])) if worth else ""
    desk = Desk(parts, names, rarity, text, tally)
    pairs = weigh_pairs(feet, heads, pairs_of(feet, heads, parts, names), desk) if worth else {}
    return Comparison(names, copies, tuple(parts), tuple(feet), tuple(heads), pairs, desk)


def settle(found: Comparison) -> tuple[Comparison, list[Choice]]:
    """Choose which ends belong together, and again by what the sure choices tell of the others.

    Args:
        found: The ends of an issue, compared.

    Returns:
        The comparison by which was chosen last, and the pairs worth naming, those chosen marked.
    """
    kin = kin_of(found)
    choices: list[Choice] = []
    for _ in range(ROUNDS):
        pairs = weigh_again(found.feet, found.heads, found.pairs, choices, found.desk)
        found = evolve(found, pairs=pairs)
        choices = choose({pair: score(seen) for pair, seen in pairs.items()}, kin)
    return found, choices


def kin_of(found: Comparison) -> dict[int, frozenset[int]]:
    """The heads that begin nearly the same text, a paragraph earlier or later in one article.

    Args:
        found: The ends of an issue, compared.

    Returns:
        For each head that has such, the others, by index.
    """
    by_part: dict[int, list[int]] = defaultdict(list)
    for number, head in enumerate(found.heads):
        by_part[head.part].append(number)
    sizes: dict[int, int] = {}
    for part, members in by_part.items():
        lengths = [len(block.text) for block in found.parts[part].article.body]
        sizes |= {at: sum(lengths[found.heads[at].block :]) for at in members}
    return {
        at: others
        for members in by_part.values()
        for at in members
        if (
            others := frozenset(
                other
                for other in members
                if other != at and min(sizes[at], sizes[other]) >= KIN * max(sizes[at], sizes[other])
            )
        )
    }


def _asks(pages: Sequence[Page]) -> list[Ask]:
    """The pages that the jump lines of an issue name."""
    jumps = [
        (page.index, jump, onward)
        for page in pages
        for article in page.articles
        for jump, onward in ((article.continued_to, True), (article.continued_from, False))
        if jump is not None
    ]
    named = [(page, name_of(jump.page), onward) for page, jump, onward in jumps]
    return [Ask(page, name, onward) for page, name, onward in named if name is not None]


def _copies(pages: Sequence[Page], parts: Sequence[Part], names: PageNames) -> dict[int, int]:
    """The pages that were given before, each with the page it repeats."""
    first_text: dict[str, int] = {}
    by_name: dict[str, list[int]] = {}
    words: dict[int, frozenset[str]] = {}
    found: dict[int, int] = {}
    for page in pages:
        plain = "".join(page.text.split())
        if not plain:
            continue
        before = first_text.setdefault(plain, page.index)
        if before != page.index:
            found[page.index] = before
            continue
        name = names.printed[page.index]
        for other in by_name.setdefault(str(name), []) if name else ():
            one, two = (_words(at, parts, words) for at in (other, page.index))
            if one and len(one & two) >= TWICE * max(len(one), len(two)):
                found[page.index] = other
                break
        else:
            if name:
                by_name[str(name)].append(page.index)
    return found


def _words(page: int, parts: Sequence[Part], known: dict[int, frozenset[str]]) -> frozenset[str]:
    """All pairs of characters of a page."""
    if page not in known:
        known[page] = frozenset().union(*(part.whole for part in parts if part.page == page))
    return known[page]

"""What the jump lines on both sides of a cut say of it, and the order of the pages."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

if TYPE_CHECKING:
    from collections import Counter

    from paperparse.linking.ends import Foot, Head
    from paperparse.linking.names import PageName, PageNames

__all__ = ["Tally", "weigh_jumps"]

Way: TypeAlias = tuple[int, int]
"""Two pages by their 0-based indices, from one to the other."""


@frozen(slots=False)  # what is unpaid is looked up once
class Tally:
    """The jump lines of an issue counted from page to page.

    Each line has its other, so that the counts tell what became of them: where they balance nothing is
    misprinted, and a line too many on one side has another that was lost, unless one too many on the
    other side, from or to elsewhere, may be the misprint of it.

    Attributes:
        goes: For two pages how many lines on the first name the second.
        comes: For two pages how many lines on the second name the first.
        astray: Pages with lines that send the reader to a page which is not there.
        strange: Pages with lines that come from one which is not there.
    """

    goes: Counter[Way]
    comes: Counter[Way]
    astray: frozenset[int] = frozenset()
    strange: frozenset[int] = frozenset()

    def is_settled(self, way: Way) -> bool:
        """Whether lines that name each other's pages cannot do so by two misprints.

        Were both numbers wrong, the line that the one should have met would be one too many, and the line
        that the other should have met too.
        """
        here, there = way
        other_head = here in self._unpaid[2] or there in self._unpaid[3] | self.strange
        other_foot = here in self._unpaid[0] | self.astray or there in self._unpaid[1]
        return not (other_head and other_foot)

    def is_lost(self, way: Way, *, onward: bool) -> bool:
        """Whether a line too many from page to page must have another that was lost.

        Args:
            way: The pages.
            onward: Whether the line that is left is the one on the first page.

        Returns:
            False where as many lead back, or where one that names another page may be meant.
        """
        here, there = way
        more, fewer = (self.goes, self.comes) if onward else (self.comes, self.goes)
        if more[way] <= fewer[way]:
            return False
        if onward:
            return not (here in self._unpaid[2] or there in self._unpaid[3] | self.strange)
        return not (here in self._unpaid[0] | self.astray or there in self._unpaid[1])

    @cached_property
    def _unpaid(self) -> tuple[frozenset[int], frozenset[int], frozenset[int], frozenset[int]]:
        """Pages with a line too many: that leaves it, to it, back to it, and that arrives on it."""
        onward = [way for way in self.goes if self.goes[way] > self.comes[way]]
        back = [way for way in self.comes if self.comes[way] > self.goes[way]]
        return (
            frozenset(one for one, _ in onward),
            frozenset(two for _, two in onward),
            frozenset(one for one, _ in back),
            frozenset(two for _, two in back),
        )


def weigh_jumps(
    seen: dict[str, float],
    ends: tuple[Foot, Head],
    way: Way,
    names: PageNames,
    tally: Tally,
) -> None:
    """Observe what the jump lines say, and the order of the pages.

    Args:
        seen: What was observed of the pair so far; added to.
        ends: The foot and the head.
        way: The pages they stand on.
        names: What the pages are called.
        tally: The jump lines of the issue, counted.
    """
    foot, head = ends
    here, there = way
    goes, comes = tally.goes[way], tally.comes[way]
    to = _says(foot.target, there, names, marked=foot.marked)
    come = _says(head.source, here, names, marked=head.marked)
    seen[f"to-{to}"] = 1.0
    seen[f"from-{come}"] = 1.0
    if to == come:
        seen[f"both-{to}"] = 1.0
    if to == come == "agrees":
        seen["balanced" if goes == comes else "unbalanced"] = 1.0
        if tally.is_settled(way):
            seen["settled"] = 1.0
        elif goes == comes == 1:
            seen["sole"] = 1.0
    if foot.ordinal and head.ordinal:
        seen["numbered-alike" if foot.ordinal == head.ordinal else "numbered-apart"] = 1.0
    # a jump line that finds no other on the page it names has one there that was lost
    if not head.marked and to == "agrees" and goes > comes:
        seen["owed-surely" if tally.is_lost(way, onward=True) else "owed"] = 1.0
    if not foot.marked and come == "agrees" and comes > goes:
        seen["due-surely" if tally.is_lost(way, onward=False) else "due"] = 1.0
    steps = names.steps(here, there)
    if steps < 0:
        seen["backward"] = 1.0
    elif steps == 1:
        seen["next-page"] = 1.0


def _says(name: PageName | None, page: int, names: PageNames, *, marked: bool) -> str:
    """What a jump line says of a page: it is meant, another is meant, one that is not here, or nothing."""
    if not marked:
        return "silent"
    if name is None:
        return "vague"
    pages = names.pages_of(name)
    if pages:
        return "agrees" if page in pages else "differs"
    return "vague" if names.printed[page] is None else "stranger"

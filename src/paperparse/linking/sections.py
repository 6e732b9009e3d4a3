"""Where lettered sections begin whose pages print no folio, told from what the jump lines ask for.

A jump line on the second page that goes on on B1 and one on the third that comes from A2 say together that
the third page is B1.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paperparse.linking.names import PageName

__all__ = ["Ask", "begin_sections"]


@frozen
class Ask:
    """A page that a jump line names.

    Attributes:
        page: 0-based index of the page the line stands on.
        name: The page it names.
        onward: Whether the article goes on there, rather than comes from there.
    """

    page: int
    name: PageName
    onward: bool


def begin_sections(asks: Sequence[Ask], printed: Sequence[PageName | None]) -> dict[str, tuple[int, ...]]:
    """With which page each lettered section may begin.

    Args:
        asks: The pages that jump lines name.
        printed: For each page the name it prints, or None.

    Returns:
        For each letter the 0-based indices of the pages that are its first in the reading that bears out
        most jump lines; several where they bear out as many. Empty where the order of the pages alone does
        as well, or where a page of the letter prints its name.

    Examples:
        >>> from paperparse.linking.names import PageName
        >>> asks = [Ask(1, PageName("B", 1), True), Ask(2, PageName("A", 2), False)]
        >>> begin_sections(asks, [None, None, None])
        {'A': (0,), 'B': (2,)}
    """
    by_letter: dict[str, list[Ask]] = defaultdict(list)
    for ask in asks:
        if ask.name.letters and ask.name.number is not None:
            by_letter[ask.name.letters].append(ask)
    for name in printed:
        if name is not None:
            by_letter.pop(name.letters, None)
    found: dict[str, tuple[int, ...]] = {}
    for letters, own in sorted(by_letter.items()):
        counts = [_borne_out(own, first, printed) for first in range(len(printed))]
        most = max(counts, default=0)
        if most:
            found[letters] = tuple(first for first, count in enumerate(counts) if count == most)
    return {} if all(0 in firsts for firsts in found.values()) else found


def _borne_out(asks: Sequence[Ask], first: int, printed: Sequence[PageName | None]) -> int:
    """How many jump lines point the right way when their section begins with a page."""
    count = 0
    for ask in asks:
        target = first + (ask.name.number or 0) - 1
        if first <= target < len(printed) and printed[target] is None and target != ask.page:
            count += (target > ask.page) is ask.onward
    return count

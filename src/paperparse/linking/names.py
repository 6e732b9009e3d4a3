"""What pages are called, so that a jump line and the page it means agree.

A page has the name its folio prints. Where none is printed, or it does not fit between its neighbours,
the page also answers to the name its place in the order gives it.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, Final

from attrs import frozen

from paperparse.linking.sections import begin_sections
from paperparse.marks.numbers import page_of
from paperparse.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from paperparse.linking.sections import Ask
    from paperparse.model import Page

__all__ = ["PageName", "PageNames", "name_of", "name_pages"]

_AROUND: Final = re.compile(r"[第版页叠 ]+")
_NAME: Final = re.compile(r"([A-Z]*)(\d*)")
_FARTHEST: Final = 64
"""Pages on either side among which a printed number is looked for; the thickest daily has fewer."""


@frozen(order=True)
class PageName:
    """A page's name in parts that compare.

    Attributes:
        letters: Its section's letters, ``""`` for none.
        number: Its number, or None where only letters are printed.
    """

    letters: str
    number: int | None

    def agrees(self, other: PageName) -> bool:
        """Whether both may mean one page: a jump line often leaves out the section's letter.

        Examples:
            >>> PageName("A", 3).agrees(PageName("", 3)), PageName("A", 3).agrees(PageName("B", 3))
            (True, False)
        """
        if self.number != other.number:
            return False
        return self.letters == other.letters or (
            self.number is not None and not (self.letters and other.letters)
        )

    def __str__(self) -> str:
        """The name as jump lines are normalised."""
        return f"{self.letters}{'' if self.number is None else self.number}"


def name_of(text: str) -> PageName | None:
    """Read a page's name in any of the ways it is printed.

    Args:
        text: 第二版, ``A03``, ``P04``, 02版, ``Ａ０３``, 头版 …

    Returns:
        The name, or None when the text names no page.

    Examples:
        >>> [str(name_of(text)) for text in ("第二版", "A03", "P04", "02版", "Ａ十二版")]
        ['2', 'A3', '4', '2', 'A12']
        >>> name_of("要闻") is None
        True
    """
    word = page_of(_AROUND.sub("", fold(text)))
    found = _NAME.fullmatch(word)
    if not word or found is None:
        return None
    letters = "" if found[1] in {"P", "PAGE", "NO"} and found[2] else found[1]  # P04: P for page
    return PageName(letters, int(found[2]) if found[2] else None)


@frozen
class PageNames:
    """The names of an issue's pages.

    Attributes:
        names: For each page the names it answers to, the likeliest first.
        printed: For each page the name it prints, or None.
    """

    names: tuple[tuple[PageName, ...], ...]
    printed: tuple[PageName | None, ...]

    def pages_of(self, wanted: PageName) -> tuple[int, ...]:
        """The 0-based indices of the pages that answer to a name."""
        near = self._by_number.get(wanted.number, ())
        return tuple(at for at in near if any(map(wanted.agrees, self.names[at])))

    def may_be(self, wanted: PageName) -> tuple[int, ...]:
        """The pages that answer to a name; where there are none, those that print no name at all."""
        return self.pages_of(wanted) or self._unnamed

    @cached_property
    def _by_number(self) -> dict[int | None, list[int]]:
        """The pages that answer to a name of each number."""
        found: dict[int | None, list[int]] = {}
        for at, names in enumerate(self.names):
            for number in {name.number for name in names}:
                found.setdefault(number, []).append(at)
        return found

    @cached_property
    def _unnamed(self) -> tuple[int, ...]:
        """The pages that print no name."""
        return tuple(at for at, name in enumerate(self.printed) if name is None)

    def steps(self, one: int, two: int) -> int:
        """How many pages the second stands behind the first: by folios of one section, else as given."""
        first, second = self.printed[one], self.printed[two]
        if first is None or second is None or first.letters != second.letters:
            return two - one
        if first.number is None or second.number is None:
            return two - one
        return second.number - first.number

    def best(self, page: int) -> str:
        """What to call a page in a message."""
        return str(self.names[page][0])


def name_pages(pages: Sequence[Page], asks: Sequence[Ask] = ()) -> PageNames:
    """Name the pages of an issue.

    Args:
        pages: The pages in the order given.
        asks: The pages that jump lines name; they tell lettered sections whose pages print no folio.

    Returns:
        Their names. Where no folio is printed the order counts from 1, or from the nearest folio.

    Examples:
        >>> from paperparse.model import Page
        >>> [str(names[0]) for names in name_pages([Page("", number="A3"), Page("", 1)]).names]
        ['A3', 'A4']
    """
    printed = tuple(name_of(page.number) if page.number else None for page in pages)
    known = Counter(name for name in printed if name is not None)
    sections = begin_sections(asks, printed)
    names: list[tuple[PageName, ...]] = []
    for at, own in enumerate(printed):
        counted = _counted(printed, at)
        if own is None:
            told = _told(sections, at)
            names.append(tuple(dict.fromkeys((*told, *counted))) or (PageName("", at + 1),))
        elif len(counted) != 1 or own.number is None or counted[0] in known:
            names.append((own,))
        else:
            names.append((own, *counted))
    return PageNames(tuple(names), printed)


def _told(sections: Mapping[str, Sequence[int]], at: int) -> tuple[PageName, ...]:
    """The names that jump lines give a page, as one of the section that began last before it."""
    begun = [(first, letters) for letters, firsts in sections.items() for first in firsts if first <= at]
    sure = max((min(firsts) for firsts in sections.values() if max(firsts) <= at), default=0)
    return tuple(
        PageName(letters, at - first + 1) for first, letters in sorted(begun, reverse=True) if first >= sure
    )


def _counted(printed: Sequence[PageName | None], at: int) -> tuple[PageName, ...]:
    """The names that the nearest folios on either side give a page; one where they agree.

    A page that prints a name itself is given another only where both sides agree on it.
    """
    before = next(
        (
            PageName(name.letters, name.number + back)
            for back in range(1, min(at, _FARTHEST) + 1)
            if (name := printed[at - back]) is not None and name.number is not None
        ),
        None,
    )
    after = next(
        (
            PageName(name.letters, name.number - on)
            for on in range(1, min(len(printed) - at - 1, _FARTHEST) + 1)
            if (name := printed[at + on]) is not None and name.number is not None and name.number > on
        ),
        None,
    )
    if printed[at] is not None and before != after:
        return ()
    return tuple(dict.fromkeys(name for name in (before, after) if name is not None))

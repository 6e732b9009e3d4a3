"""Several stretches of a page read as one string, every character of it traceable to the print.

A wrapped paragraph is one string to a reader and many spans to a page. A strand holds both: marks
are looked for in ``text`` and ``folded``, and any range found there is turned into spans.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from attrs import frozen

from paperparse.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Strand", "glue"]

_BEYOND: Final = "\u0250"
"""The first character that is no Latin letter."""


@frozen
class Strand:
    """A string made of stretches of one page.

    Attributes:
        text: The stretches joined; a blank stands between two Latin words that a line break parted.
        folded: ``text`` folded for matching, the same length.
        page: 0-based index of the page.
        pieces: Half-open source ranges of the stretches, in order.
        starts: Where in ``text`` each stretch begins.
    """

    text: str
    folded: str
    page: int
    pieces: tuple[tuple[int, int], ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, text: str, folded: str, pieces: Sequence[tuple[int, int]], page: int = 0) -> Strand:
        """Join stretches of a page.

        Args:
            text: The page's text.
            folded: The page's text folded, the same length.
            pieces: Half-open ranges in it, in reading order.
            page: The page's index.

        Returns:
            The strand.
        """
        if len(pieces) == 1:
            start, end = pieces[0]
            return cls(text[start:end], folded[start:end], page, ((start, end),), (0,))
        words: list[str] = []
        shadow: list[str] = []
        starts: list[int] = []
        at = 0
        last = ""
        for start, end in pieces:
            if last < _BEYOND and glue(last, text[start : min(start + 1, end)]):
                words.append(" ")
                shadow.append(" ")
                at += 1
            words.append(text[start:end])
            shadow.append(folded[start:end])
            starts.append(at)
            at += end - start
            if start < end:
                last = text[end - 1]
        return cls("".join(words), "".join(shadow), page, tuple(pieces), tuple(starts))

    def __len__(self) -> int:
        """Length of ``text`` in code points."""
        return len(self.text)

    def ranges(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """The source ranges a range of ``text`` stands for, blanks at the ends of each left out.

        Args:
            start: First code point in ``text``.
            end: One past the last.

        Returns:
            Half-open source ranges, in order, none of them empty.
        """
        found: list[tuple[int, int]] = []
        text, starts = self.text, self.starts
        for index in range(max(bisect_right(starts, start) - 1, 0), len(starts)):
            offset = starts[index]
            if offset >= end:
                break
            low, high = self.pieces[index]
            first = max(start, offset)
            last = min(end, offset + high - low)
            while first < last and text[first].isspace():
                first += 1
            while first < last and text[last - 1].isspace():
                last -= 1
            if first < last:
                found.append((low + first - offset, low + last - offset))
        return tuple(found)

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """As :meth:`ranges`, as spans of the page."""
        return tuple([Span(self.page, low, high) for low, high in self.ranges(start, end)])


def glue(left: str, right: str) -> str:
    """What stands between two stretches of one text: a blank where a line break parts two Latin words.

    Args:
        left: The stretch before, or its last character.
        right: The stretch after.

    Returns:
        A blank or nothing.

    Examples:
        >>> glue("artificial", "intelligence"), glue("人工", "智能")
        (' ', '')
    """
    return " " if left and right and _latin(left[-1]) and _latin(right[0]) else ""


def _latin(char: str) -> bool:
    """Whether a character is a letter of a word that is set off by blanks; digits are not."""
    return char < _BEYOND and char.isalpha()

"""What is counted in printed text: how many em it takes, its signs, and where numbers meet Han characters.

Widths are in em, as :mod:`paperparse.text.lines` says; a full-width sign counts 1 here, and how far signs are
squeezed is for whoever measures a page.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from paperparse.text.scripts import HAN

__all__ = ["Count", "Counts", "count_joints", "em_width"]

_NARROW: Final = re.compile("[\x00-\u024f]")
_QUOTES: Final = "“”‘’"
_SIGN: Final = re.compile("[，。、；：！？（）《》〈〉「」『』【】〔〕]")
_CLAUSES: Final = "，。；、,;"
_NUMBER: Final = re.compile("[0-9A-Za-z%]")
_NOTED: Final = re.compile(f"[\x00-\u024f\u3000]|[{_QUOTES}]|{_SIGN.pattern}")
"""Whatever is no full-width character without a name of its own here."""
MOST: Final = 1024
"""Runs of signs remembered at a time; a page has a hundred."""


def em_width(text: str) -> float:
    """Width of printed text in em, every full-width sign counted 1.

    Args:
        text: One line without its line break.

    Returns:
        The width.

    Examples:
        >>> em_width("本报讯 12日")
        5.25
    """
    narrow = _NARROW.findall(text)
    return len(text) - len(narrow) / 2 - narrow.count(" ") / 4 if narrow else float(len(text))


def count_joints(text: str) -> int:
    """How many times a number or Latin word meets a Han character.

    Args:
        text: One line without its line break.

    Returns:
        The number of places between the two.

    Examples:
        >>> count_joints("今年5月12日，GDP增长6%")
        6
    """
    behind, ahead = _joints()
    return len(behind.findall(text)) + len(ahead.findall(text))


@cache
def _joints() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A number behind a Han character, and one before; compiled when needed, for a set of all Han is large.

    A number has few characters: its ends are looked for, and not every place in the line.
    """
    return re.compile(rf"[0-9A-Za-z](?<=[{HAN}].)"), re.compile(rf"[0-9A-Za-z%％](?=[{HAN}])")


class Count(NamedTuple):
    """What is counted in a line.

    Attributes:
        less: Em by which it is narrower than it would be if every character were full width.
        quotes: Quotation marks.
        signs: Other full-width signs.
        clauses: Signs that part clauses or sentences, half-width ones too.
        others: Whether more than quotation marks was counted.
        blank: Whether a blank is in it.
        numbers: Whether a digit, a Latin letter or a percent sign is.
        stop: Whether a full stop is.
    """

    less: float
    quotes: int
    signs: int
    clauses: int
    others: bool
    blank: bool
    numbers: bool
    stop: bool


class Counts(dict[str, Count]):
    """Counts by the signs they were made from: the lines of a page hold the same few again and again."""

    def of(self, words: str) -> Count:
        """Count a line.

        Args:
            words: The line without blanks at its ends and without line breaks.

        Returns:
            The count.
        """
        return self["".join(_NOTED.findall(words))]

    def __missing__(self, noted: str) -> Count:
        """Count signs that were not met before."""
        if len(self) == MOST:
            self.clear()
        count = self[noted] = _count(noted)
        return count


def _count(noted: str) -> Count:
    """Count the characters of a line that are counted at all."""
    count = noted.count
    quotes = sum(map(count, _QUOTES))
    signs = len(_SIGN.findall(noted))
    wide = count("\u3000")
    return Count(
        # whatever else is noted is narrow
        less=(len(noted) - quotes - signs - wide) / 2 + count(" ") / 4,
        quotes=quotes,
        signs=signs,
        clauses=sum(map(count, _CLAUSES)),
        others=len(noted) > quotes,
        blank=wide > 0 or " " in noted,
        numbers=_NUMBER.search(noted) is not None,
        stop="。" in noted,
    )

"""What stands across a line's end: characters that belong together, or such that met by chance.

A line is full and the word goes on in the next one, or a paragraph or headline is over. Where 20,000 lines go
on, 60 to 70 % part two Han characters that stand side by side elsewhere, in the language or on the same
page; where a paragraph or a headline begins, 1 to 4 % do. And what is opened above a line's end and closed
below it, a quotation or a bracket, is one thing.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from operator import add
from typing import TYPE_CHECKING, Final

from paperparse.text.pairs import common_pairs
from paperparse.text.scripts import HAN

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from paperparse.text.lines import Line

__all__ = [
    "BLOCK",
    "CLOSER",
    "ENCLOSING",
    "MANY",
    "Seam",
    "find_enclosed",
    "find_seams",
    "pairs_and_triples_of",
    "pairs_of",
    "seam_of",
]


class Seam(StrEnum):
    """What the last character of the line before and the first of a line say together."""

    SIGN = "sign"  # nothing: one of them is no Han character, or there is no line before
    PAGE = "page"  # they stand side by side elsewhere on the page
    COMMON = "common"  # they often do in news
    RARE = "rare"  # neither


BLOCK: Final = 512
"""Lines that speak for each other: more than a page has, so that a text of many pages takes time in
proportion to its length, and none of them speaks for another."""
ENCLOSED_LINES: Final = 6
"""Lines over which a quotation or a bracket goes on; what is closed further below was opened by mistake."""
CLOSER: Final = dict(zip("“‘《〈([【〔", "”’》〉)]】〕", strict=True))
"""What closes each sign that opens a quotation or a bracket, on a folded page."""
ENCLOSING: Final = re.compile(r"[“”‘’《》〈〉()\[\]【】〔〕]")
"""All of these signs."""
MANY: Final = 200
"""Pairs from which on it costs less to gather all of the text around than to look each up in it."""


def find_seams(folded: str, lines: Sequence[Line]) -> tuple[Seam, ...]:
    r"""Look across the end of the line before each line.

    Args:
        folded: The page folded.
        lines: Its lines, in reading order.

    Returns:
        One seam for each line.

    Examples:
        >>> from paperparse.text.lines import split_lines
        >>> text = "新区建设又有新进\n展。进展很快。\n一座新桥"
        >>> [seam.value for seam in find_seams(text, split_lines(text))]
        ['sign', 'page', 'sign']
    """
    found: list[Seam] = []
    last = ""
    for block in (lines[low : low + BLOCK] for low in range(0, len(lines), BLOCK)):
        text = folded[min(line.start for line in block) : max(line.end for line in block)]
        around = text if len(block) < MANY else pairs_of(text)
        for line in block:
            found.append(seam_of(last + folded[line.start], around))
            last = folded[line.end - 1]
    return tuple(found)


def find_enclosed(folded: str, lines: Sequence[Line]) -> tuple[bool, ...]:
    r"""Look for quotations and brackets that are opened above a line and closed in it or below.

    A quotation of several paragraphs is opened at each and closed once, so the last opening counts.

    Args:
        folded: The page folded.
        lines: Its lines, in reading order.

    Returns:
        For each line, whether it begins inside one.

    Examples:
        >>> from paperparse.text.lines import split_lines
        >>> text = "率先推行“一\n站式服务”。\n“他说"
        >>> find_enclosed(text, split_lines(text))
        (False, True, False)
    """
    inside = [False] * len(lines)
    opened: dict[str, int] = {}
    for at, line in enumerate(lines):
        for sign in ENCLOSING.findall(folded, line.start, line.end):
            closer = CLOSER.get(sign)
            if closer is not None:
                opened[closer] = at
            elif 0 < at - (above := opened.pop(sign, at)) <= ENCLOSED_LINES:
                inside[above + 1 : at + 1] = [True] * (at - above)
    return tuple(inside)


def pairs_of(folded: str) -> frozenset[str]:
    """Every two characters that stand side by side in a folded text."""
    return frozenset(map(add, folded, folded[1:]))


def pairs_and_triples_of(folded: str) -> tuple[frozenset[str], frozenset[str]]:
    """Every two and every three characters that stand side by side in a folded text."""
    pairs = list(map(add, folded, folded[1:]))
    return frozenset(pairs), frozenset(map(add, pairs, folded[2:]))


@cache
def _two_han() -> re.Pattern[str]:
    """Two Han characters; compiled when needed, for a set of all Han is large."""
    return re.compile(f"[{HAN}]{{2}}")


def seam_of(pair: str, text: Container[str]) -> Seam:
    """What two characters say that meet across a line's end.

    Args:
        pair: The last character of the one line and the first of the other, folded; fewer where there is no
            line.
        text: The text around, folded, or the pairs that stand side by side in it.

    Returns:
        The seam.
    """
    if _two_han().match(pair) is None:
        return Seam.SIGN
    return Seam.PAGE if pair in text else Seam.COMMON if pair in common_pairs() else Seam.RARE

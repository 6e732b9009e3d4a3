"""Lines of a list: results, prices, programmes. Each stands by itself and is like those beside it.

They close with no stop and fill no column, as headlines do; what tells is that several that follow each other
have the same word or sign beside a number, or the same signs in the same order.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from paperparse.text.lines import Closing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paperparse.text.lines import Line

__all__ = ["FEWEST", "find_lists"]

FEWEST: Final = 3
"""Lines of a list at the least: of two that are alike one is often the other's kicker."""
RAGGED: Final = 2.5
"""Em by which full lines of running text differ at the most."""
SIGNS: Final = 2
"""Signs that must be the same and in the same order where no word beside a number is."""
_OPEN: Final = frozenset({Closing.OPEN, Closing.CLOSER, Closing.ENCLOSED, Closing.SEMI})
_NUMERALS: Final = "0123456789〇零一二三四五六七八九十百千万亿"
_SAME: Final = str.maketrans(_NUMERALS, "0" * len(_NUMERALS))
_SIGN: Final = re.compile(r"[^\w\s，、“”‘’]|\s+")
_BEFORE: Final = re.compile(r"[^0.\s](?=0)")
_BEHIND: Final = re.compile(r"(?<=0)[^0.\s]")
"""What stands beside a number; a blank says nothing, for it stands beside any."""


def find_lists(folded: str, lines: Sequence[Line]) -> list[int]:
    """How many lines that are alike each line stands among.

    Args:
        folded: The page's folded text.
        lines: Its lines.

    Returns:
        For each line the lines of the list it is of, itself counted; 0 where it is of none.
    """
    even = folded.translate(_SAME)
    frames = [_frame(even[line.start : line.end]) if line.closing in _OPEN else None for line in lines]
    found = [0] * len(lines)
    first = 0
    for at, (upper, lower) in enumerate(pairwise([*frames, None]), 1):
        # all lines of a list are as far apart
        spaced = at < len(lines) and (at - first == 1 or lines[at].gap == lines[first + 1].gap)
        if spaced and upper is not None and lower is not None and _alike(upper, lower):
            continue
        if at - first >= FEWEST and not _is_running(lines[first:at]):
            found[first:at] = [at - first] * (at - first)
        first = at
    return found


def _is_running(lines: Sequence[Line]) -> bool:
    """Whether lines are rather of running text: they hold clauses, and all but the last are as wide."""
    widths = [line.narrow for line in lines[:-1]]
    return max(widths) - min(widths) <= RAGGED and any(line.clauses for line in lines)


def _frame(words: str) -> tuple[str, frozenset[str]]:
    """What a line has in common with others of its list: its signs, and what stands beside its numbers."""
    signs = "".join([sign[0] for sign in _SIGN.findall(words)])
    if "0" not in words:
        return signs, frozenset()
    beside = [f"{char}0" for char in _BEFORE.findall(words)] + [f"0{char}" for char in _BEHIND.findall(words)]
    return signs, frozenset(beside)


def _alike(one: tuple[str, frozenset[str]], two: tuple[str, frozenset[str]]) -> bool:
    """Whether two lines may be of one list."""
    return bool(one[1] & two[1]) or (one[0] == two[0] and len(one[0]) >= SIGNS)

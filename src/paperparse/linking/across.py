"""Whether what stands on either side of a cut reads on as one phrase, told from the rest of the issue.

Names, formulas and terms of the trade come again and again in an issue. Where the last characters before a
cut stand elsewhere too, what follows them there is what may be expected after the cut.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["across", "even_digits", "number_across"]

LONGEST: Final = 6
"""Characters before the cut that are looked up; five of them say nearly always what follows."""
CAUTION: Final = 6.0
"""How many times a character must have been seen for what followed it to count as much as how common that is;
of a context of two characters half as often, of three a third."""
LOW: Final = -2.0
HIGH: Final = 6.0
"""Limits in nats of what a cut says."""
_DIGITS: Final = re.compile("[0-9]")
_NUMBER: Final = frozenset("0123456789.")
_RESTS: Final = frozenset("%‰.")
"""What goes on a number and begins nothing."""
_UNITS: Final = frozenset(
    "年月日时分秒点岁周天万亿千百十多余个名人位项件条家户种期处台辆座所张只头套届次倍度元吨米公里亩平立斤升厘毫"
)
"""What is counted or measured: the commonest characters behind a number in news."""


def even_digits(text: str) -> str:
    """A text with one digit for all: 9 期 says what may follow 8.

    Args:
        text: A folded text.

    Returns:
        A text of the same length.

    Examples:
        >>> even_digits("已完成57%")
        '已完成00%'
    """
    return _DIGITS.sub("0", text)


def across(left: str, right: str, count: Callable[[str], int], size: int) -> float:
    """How much likelier the first character after a cut is for what stands before it, in nats.

    Contexts of growing length are mixed, the longer ones by how often they were seen. The cut itself is no
    place of the text, for the two sides stand on different pages.

    Args:
        left: The last characters before the cut.
        right: The first characters after it.
        count: How often a string stands in the issue.
        size: The issue's length in characters.

    Returns:
        Nats; 0 where nothing is known.

    Examples:
        >>> text = "新桥今日通车。新桥很长。"
        >>> across("我爱新", "桥", text.count, len(text)) > across("我爱新", "长", text.count, len(text))
        True
    """
    first = right[:1]
    alone = (count(first) + 0.5) / (size + 1)
    chance = alone
    for length in range(1, min(LONGEST, len(left)) + 1):
        context = left[-length:]
        seen = count(context) - 1  # once it stands before the cut itself
        if seen <= 0:
            break
        doubt = CAUTION / length
        chance = (count(context + first) + doubt * chance) / (seen + doubt)
    return min(max(math.log(chance / alone), LOW), HIGH)


def number_across(left: str, right: str) -> str:
    """Whether a cut goes through a number.

    Args:
        left: The last characters before the cut, folded.
        right: The first characters after it.

    Returns:
        ``"number-on"`` where a number may go on after the cut, ``"number-stops"`` where it cannot,
        ``"number-lost"`` where the rest of one begins, and nothing where neither side has to do with one.

    Examples:
        >>> number_across("已完成5", "7%。"), number_across("已完成5", "他说"), number_across("已经", "%。")
        ('number-on', 'number-stops', 'number-lost')
    """
    if left[-1:] in _NUMBER:
        return "number-on" if right[:1] in _NUMBER | _RESTS | _UNITS else "number-stops"
    return "number-lost" if right[:1] in _RESTS else ""

"""How a text breaks off and how another begins: what tells whether the one goes on in the other."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from attrs import frozen

from paperparse.text.kinds import CLOSERS, OPENERS, PAIRS

__all__ = ["Break", "Opening", "Start", "read_break", "read_start"]

_STOPS: Final = "。！？!?…．｡"
_CLAUSES: Final = "，、；：,;:·—-"
_HEADLESS: Final = frozenset("，。、；：！？,;:!?)]%％…") | CLOSERS
"""Signs that no sentence begins with."""


class Break(StrEnum):
    """What stands right before a break."""

    WORD = "word"  # a character that closes nothing
    CLAUSE = "clause"  # a comma or its like
    OPENER = "opener"  # an opening quotation mark or bracket
    STOP = "stop"  # the end of a sentence


class Start(StrEnum):
    """What a text begins with."""

    SIGN = "sign"  # one that no sentence begins with
    PLAIN = "plain"
    OPENER = "opener"  # an opening quotation mark or bracket
    DATED = "dated"  # a dateline or a byline before the first sentence


@frozen
class Opening:
    """Brackets and quotation marks across a break.

    Attributes:
        signs: Before a break those left open, the outermost first; after one those closed without having
            been opened, the innermost first.
    """

    signs: str

    def closed_by(self, other: Opening) -> bool:
        """Whether what is closed after a break begins with what was opened last before it."""
        return bool(self.signs and other.signs) and PAIRS[self.signs[-1]] == other.signs[0]


def read_break(text: str) -> tuple[Break, Opening]:
    """How a paragraph breaks off.

    Args:
        text: The paragraph, folded or as printed, blanks taken out.

    Returns:
        What it ends in, and what it leaves open.

    Examples:
        >>> read_break("他说：“今年秋")
        (<Break.WORD: 'word'>, Opening(signs='“'))
    """
    left: list[str] = []
    for char in text:
        if char in OPENERS:
            left.append(char)
        elif char in CLOSERS and left and PAIRS[left[-1]] == char:
            left.pop()
    opening = Opening("".join(left))
    inner = text.rstrip("".join(CLOSERS) + "\"'*")
    if text and text[-1] in OPENERS:
        return Break.OPENER, opening
    if not inner or inner[-1] in _STOPS:
        return Break.STOP, opening
    if len(inner) == len(text) and inner[-1] in _CLAUSES:
        return Break.CLAUSE, opening
    return Break.WORD, opening


def read_start(text: str, *, dated: bool = False) -> tuple[Start, Opening]:
    """How a paragraph begins.

    Args:
        text: The paragraph, folded or as printed, blanks taken out.
        dated: Whether a dateline or byline stands before it.

    Returns:
        What it begins with, and what it closes without having opened it.

    Examples:
        >>> read_start("收不错。”老人笑了。")
        (<Start.PLAIN: 'plain'>, Opening(signs='”'))
    """
    left: list[str] = []
    closed: list[str] = []
    for char in text:
        if char in OPENERS:
            left.append(char)
        elif char in CLOSERS:
            if left and PAIRS[left[-1]] == char:
                left.pop()
            elif not left:
                closed.append(char)
    opening = Opening("".join(closed))
    if dated:
        return Start.DATED, opening
    if text and text[0] in _HEADLESS:
        return Start.SIGN, opening
    return (Start.OPENER if text and text[0] in OPENERS else Start.PLAIN), opening

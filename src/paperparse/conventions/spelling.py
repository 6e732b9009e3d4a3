"""Words as patterns, each as print may letter-space it.

Many words are one tree, so that a place in a text where none begins costs one look at one character.
"""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["NOTHING", "spell", "spell_all", "tight"]

NOTHING: Final = "(?!)"
"""The pattern of no words at all."""
_GAP: Final = " *"
_SIGNS: Final = frozenset("()[]{}?*+|^$\\.#&~")
"""What means something else in a pattern, or may within a set."""


def spell(word: str) -> str:
    """The pattern of a literal word, which print may letter-space.

    Args:
        word: The word, folded.

    Returns:
        The pattern; blanks within the word may be printed or not.

    Examples:
        >>> spell("记者")
        '记 *者'
    """
    return _GAP.join(_escape(char) for char in word if char != " ")


def tight(word: str) -> str:
    """A word without the blanks it is printed or written with."""
    return word.replace(" ", "")


def spell_all(words: Iterable[str]) -> str:
    """The pattern of any of some words, the longest that stands there first.

    Args:
        words: The words, folded.

    Returns:
        An alternation that begins with a look at the first character; it matches nothing when there are no
        words.

    Examples:
        >>> spell_all(["记者", "记者站", "作者"])
        '(?=[作记])(?:作 *者|记 *者(?: *(?:站))?)'
    """
    known = sorted({"".join(word.split()) for word in words} - {""})
    if not known:
        return NOTHING
    heads = _class(sorted({word[0] for word in known}))
    return f"(?={heads})(?:{_branches(known, 0)})"


def _branches(words: Sequence[str], at: int) -> str:
    """The alternation of what some sorted words, all alike so far, have from a character on."""
    groups = groupby((word for word in words if len(word) > at), key=itemgetter(at))
    tails: dict[str, list[str]] = {}
    for char, group in groups:
        tails.setdefault(_tail(list(group), at), []).append(char)
    return "|".join(_class(chars) + tail for tail, chars in tails.items())


def _tail(words: Sequence[str], at: int) -> str:
    """What may follow a character that all of some words have."""
    rest = _branches(words, at + 1)
    if not rest:
        return ""
    if len(words[0]) > at + 1:
        return f"{_GAP}(?:{rest})" if "|" in rest else _GAP + rest
    return f"(?:{_GAP}(?:{rest}))?"


def _class(chars: Sequence[str]) -> str:
    """Any of some characters."""
    if len(chars) == 1:
        return _escape(chars[0])
    return f"[{''.join(_escape(char, dash=True) for char in chars)}]"


def _escape(char: str, *, dash: bool = False) -> str:
    """A character as a pattern of itself."""
    return f"\\{char}" if char in _SIGNS or (dash and char == "-") else char

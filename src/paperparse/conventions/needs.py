"""What must stand in a text before a pattern can match anywhere in it: letters, words, named parts.

Most patterns cannot match most texts, and to see that needs no engine and no compiled pattern: 摄 is not in
the text, so nothing ends in it. Where letters stand is not looked at here, so the answer is no or perhaps.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, TypeAlias

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = [
    "NEVER",
    "NOTHING",
    "Every",
    "Named",
    "Needs",
    "Some",
    "UnlikeError",
    "every",
    "may_match",
    "read_set",
    "some",
]


@frozen
class Named:
    """A named part must match."""

    name: str


@frozen
class Some:
    """One of several things must stand there.

    Attributes:
        chars: Characters any of which will do.
        others: What else will do.
    """

    chars: frozenset[str]
    others: tuple[Needs, ...]


@frozen
class Every:
    """Several things must all stand there.

    Attributes:
        chars: Characters.
        others: What else.
    """

    chars: frozenset[str]
    others: tuple[Needs, ...]


Needs: TypeAlias = Named | Some | Every


NOTHING: Final = Every(frozenset(), ())
"""The needs of what may match any text."""
NEVER: Final = Some(frozenset(), ())
"""The needs of what matches no text."""
_WIDEST: Final = 128
"""Characters of a range that are listed; a wider one is taken to be in every text."""
_MEMBER: Final = re.compile(
    r"\\(?P<kind>p\{\w+\}|[dDsSwW])|(?:\\(?P<escaped>\W)|(?P<plain>[^\\]))", re.DOTALL
)
_ALGEBRA: Final = re.compile(r"\[|&&|--|\|\||~~")
_ESCAPE: Final = re.compile(r"\\.", re.DOTALL)


class UnlikeError(Exception):
    """The pattern holds something whose needs are not known."""


def read_set(text: str) -> Needs:
    """The needs of a set of characters."""
    inner = text[1:-1]
    if _ALGEBRA.search(_ESCAPE.sub("", inner)):
        raise UnlikeError
    if inner.startswith("^"):
        return NOTHING
    members = list(_MEMBER.finditer(inner))
    if "".join(member[0] for member in members) != inner:
        raise UnlikeError
    values = [member["escaped"] or member["plain"] for member in members]
    if None in values:
        return NOTHING
    chars: set[str] = set()
    at = 0
    while at < len(values):
        if at + 2 < len(values) and members[at + 1][0] == "-":
            low, high = ord(values[at]), ord(values[at + 2])
            if high - low >= _WIDEST:
                return NOTHING
            chars.update(map(chr, range(low, high + 1)))
            at += 3
        else:
            chars.add(values[at])
            at += 1
    return Some(frozenset(chars), ())


def some(branches: Sequence[Needs]) -> Needs:
    """One of several needs."""
    if len(branches) == 1 or NOTHING in branches:
        return branches[0] if len(branches) == 1 else NOTHING
    chars: set[str] = set()
    others: list[Needs] = []
    for one in branches:
        if isinstance(one, Some):
            chars |= one.chars
            others += one.others
        elif isinstance(one, Every) and len(one.chars) == 1 and not one.others:
            chars |= one.chars
        else:
            others.append(one)
    return Some(frozenset(chars), tuple(others))


def every(pieces: Sequence[Needs]) -> Needs:
    """All of several needs."""
    chars: set[str] = set()
    others: list[Needs] = []
    for one in pieces:
        if isinstance(one, Every):
            chars |= one.chars
            others += one.others
        else:
            others.append(one)
    if len(others) == 1 and not chars:
        return others[0]
    return Every(frozenset(chars), tuple(others))


def may_match(needs: Needs, chars: frozenset[str], part: Callable[[str], bool]) -> bool:
    """Whether what a pattern needs is in a text.

    Args:
        needs: What it needs.
        chars: All characters of the text.
        part: Whether a named part may match in it.

    Returns:
        False where the pattern cannot match.
    """
    if isinstance(needs, Named):
        return part(needs.name)
    if isinstance(needs, Some):
        return not needs.chars.isdisjoint(chars) or any(may_match(one, chars, part) for one in needs.others)
    return needs.chars <= chars and all(may_match(one, chars, part) for one in needs.others)

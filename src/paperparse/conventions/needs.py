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

__all__ = ["PART", "Every", "Named", "Needs", "Some", "UnlikeError", "may_match", "parts_in", "read_needs"]


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
PART: Final = re.compile(r"\{([a-z][a-z0-9-]*)\}")
"""The name of a part in a pattern."""
_WIDEST: Final = 128
"""Characters of a range that are listed; a wider one is taken to be in every text."""
_TOKEN: Final = re.compile(
    r"(?P<set>\[\^?\]?(?:\\.|[^\]\\])*\])|\\(?:p\{\w+\}|(?P<escaped>.))"
    r"|(?P<asked>\(\?\(\w+\))|(?P<open>\(\?P<\w+>|\(\?(?:[:=>]|<=)|\((?!\?))|(?P<not>\(\?<?!)|(?P<close>\))"
    r"|\{(?P<part>[a-z][a-z0-9-]*)\}|(?P<repeat>(?:[*?+]|\{\d*,?\d*\})[?+]?)|(?P<bar>\|)"
    r"|(?P<plain>[^\\\[\](){}*+?|.^$])|(?P<free>[.^$])",
    re.DOTALL,
)
_MEMBER: Final = re.compile(
    r"\\(?P<kind>p\{\w+\}|[dDsSwW])|(?:\\(?P<escaped>\W)|(?P<plain>[^\\]))", re.DOTALL
)
_ALGEBRA: Final = re.compile(r"\[|&&|--|\|\||~~")
_ESCAPE: Final = re.compile(r"\\.", re.DOTALL)
_FREE: Final = frozenset("dDsSwWbB")
"""Letters behind a backslash that stand for no character of their own."""


class UnlikeError(Exception):
    """The pattern holds something whose needs are not known."""


def read_needs(source: str) -> Needs:
    """Read what a pattern needs.

    Args:
        source: The pattern, parts not in their places.

    Returns:
        Its needs.

    Raises:
        UnlikeError: It holds something this module does not know.

    Examples:
        >>> read_needs("记 *者|[摄图]")
        Some(chars=frozenset(...), others=(Every(chars=frozenset(...), others=()),))
    """
    tokens: list[re.Match[str]] = []
    at = 0
    while at < len(source):
        token = _TOKEN.match(source, at)
        if token is None:
            raise UnlikeError
        tokens.append(token)
        at = token.end()
    needs, end = _branches(tokens, 0)
    if end < len(tokens):
        raise UnlikeError
    return needs


def _branches(tokens: Sequence[re.Match[str]], at: int) -> tuple[Needs, int]:
    """The needs of alternatives, and where the group they stand in closes."""
    branches: list[Needs] = []
    while True:
        needs, at = _sequence(tokens, at)
        branches.append(needs)
        if at == len(tokens) or tokens[at].lastgroup != "bar":
            return _some(branches), at
        at += 1


def _sequence(tokens: Sequence[re.Match[str]], at: int) -> tuple[Needs, int]:
    """The needs of what stands one behind the other."""
    pieces: list[Needs] = []
    while at < len(tokens) and tokens[at].lastgroup not in {"bar", "close"}:
        needs, at = _piece(tokens, at)
        if at < len(tokens) and tokens[at].lastgroup == "repeat":
            if tokens[at][0].startswith(("*", "?", "{0", "{,")):
                needs = NOTHING
            at += 1
        pieces.append(needs)
    return _every(pieces), at


def _piece(tokens: Sequence[re.Match[str]], at: int) -> tuple[Needs, int]:
    """The needs of one piece, and where the next one begins."""
    token = tokens[at]
    kind = token.lastgroup
    if kind in {"open", "not", "asked"}:
        needs, at = _branches(tokens, at + 1)
        if at == len(tokens):
            raise UnlikeError
        return needs if kind == "open" else NOTHING, at + 1
    if kind == "part":
        return Named(token["part"]), at + 1
    if kind == "set":
        return _set(token[0]), at + 1
    char = token["escaped"] or token["plain"]
    if token["escaped"] and char.isalnum() and char not in _FREE:
        raise UnlikeError
    if kind == "repeat":
        raise UnlikeError
    if char is None or (token["escaped"] and char in _FREE):
        return NOTHING, at + 1
    return Every(frozenset(char), ()), at + 1


def _set(text: str) -> Needs:
    """The needs of a set of characters."""
    inner = text[1:-1]
    if _ALGEBRA.search(_ESCAPE.sub("", inner)):
        raise UnlikeError
    if inner.startswith("^"):
        return NOTHING
    chars: set[str] = set()
    members = list(_MEMBER.finditer(inner))
    if "".join(member[0] for member in members) != inner:
        raise UnlikeError
    values = [member["escaped"] or member["plain"] for member in members]
    if None in values:
        return NOTHING
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


def _some(branches: Sequence[Needs]) -> Needs:
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


def _every(pieces: Sequence[Needs]) -> Needs:
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


def parts_in(source: str) -> tuple[str, ...]:
    """The names of the parts a pattern is written with."""
    return tuple(found["part"] for found in _TOKEN.finditer(source) if found.lastgroup == "part")

"""Patterns taken apart into alternatives and pieces, so that what cannot match can be left out of them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from paperparse.conventions.needs import (
    NEVER,
    NOTHING,
    Every,
    Named,
    Needs,
    UnlikeError,
    every,
    read_set,
    some,
)

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

__all__ = ["PART", "Branch", "Group", "Item", "alternatives", "read_pattern"]

PART: Final = re.compile(r"\{([a-z][a-z0-9-]*)\}")
"""The name of a part in a pattern."""
_TOKEN: Final = re.compile(
    r"(?P<set>\[\^?\]?(?:\\.|[^\]\\])*\])|\\(?:p\{\w+\}|(?P<escaped>.))"
    r"|(?P<asked>\(\?\((?P<which>\w+)\))|(?P<open>\(\?P<(?P<name>\w+)>|\(\?(?:[:=>]|<=)|\((?!\?))|(?P<not>\(\?<?!)|(?P<close>\))"
    r"|\{(?P<part>[a-z][a-z0-9-]*)\}|(?P<repeat>(?:[*?+]|\{\d*,?\d*\})[?+]?)|(?P<bar>\|)"
    r"|(?P<plain>[^\\\[\](){}*+?|.^$])|[.^$]",
    re.DOTALL,
)
_OPENING: Final = frozenset({"open", "not", "asked"})
_OPTIONAL: Final = ("*", "?", "{0", "{,")
_FREE: Final = frozenset("dDsSwWbB")
"""Letters behind a backslash that stand for no character of their own."""


class Item(NamedTuple):
    """One piece of a pattern.

    Attributes:
        text: It as written, or the name of a part, or what opens a group.
        needs: What it needs; nothing if it may be left out.
        inner: What it is: a group, a part, or plain text.
        repeat: How often it may stand there, as written.
        optional: Whether it may be left out.
    """

    text: str
    needs: Needs
    inner: Group | Named | None = None
    repeat: str = ""
    optional: bool = False


class Branch(NamedTuple):
    """One of the alternatives of a group.

    Attributes:
        items: Its pieces in order.
        needs: What it needs.
        name: What it is called among the branches of its pattern.
    """

    items: tuple[Item, ...]
    needs: Needs
    name: str


class Group(NamedTuple):
    """Alternatives.

    Attributes:
        branches: They, in order.
        needs: What they need.
        fixed: Whether none of them may be left out, for others ask which one it was.
    """

    branches: tuple[Branch, ...]
    needs: Needs
    fixed: bool = False


def read_pattern(source: str) -> Group:
    """Take a pattern apart.

    Args:
        source: The pattern, parts not in their places.

    Returns:
        Its alternatives.

    Raises:
        UnlikeError: It holds something this module does not know.

    Examples:
        >>> from paperparse.conventions.needs import may_match
        >>> group = read_pattern("记 *者|[摄图]")
        >>> [may_match(group.needs, frozenset(text), bool) for text in ("记者", "记", "摄")]
        [True, False, True]
    """
    tokens = _tokens(source)
    # which group matched is asked by name, so none may be missing
    reader = _Reader(tokens, fixed=any(token.lastgroup == "asked" for token in tokens))
    group = reader.group(source)
    if reader.at < len(tokens):
        raise UnlikeError
    return group


def alternatives(source: str) -> tuple[str, ...]:
    """The alternatives of a pattern, each a pattern of its own.

    Args:
        source: The pattern.

    Returns:
        They in order; the pattern itself where there is one only.

    Raises:
        UnlikeError: It holds something this module does not know.

    Examples:
        >>> alternatives("甲(?:乙|丙)|丁")
        ('甲(?:乙|丙)', '丁')
    """
    bars: list[int] = []
    depth = 0
    for token in _tokens(source):
        depth += (token.lastgroup in _OPENING) - (token.lastgroup == "close")
        if token.lastgroup == "bar" and not depth:
            bars.append(token.start())
    edges = [-1, *bars, len(source)]
    return tuple(source[low + 1 : high] for low, high in pairwise(edges))


def _tokens(source: str) -> list[re.Match[str]]:
    """The tokens of a pattern."""
    tokens: list[re.Match[str]] = []
    at = 0
    while at < len(source):
        token = _TOKEN.match(source, at)
        if token is None:
            raise UnlikeError
        tokens.append(token)
        at = token.end()
    return tokens


class _Reader:
    """The tokens of a pattern, read one by one."""

    def __init__(self, tokens: Sequence[re.Match[str]], *, fixed: bool) -> None:
        """Begin with the first."""
        self.tokens = tokens
        self.at = 0
        self.fixed = fixed
        self.names = 0
        self.named: dict[str | None, Needs] = {}

    def next_is(self, kinds: Container[str | None]) -> bool:
        """Whether the next token is of one of some kinds."""
        return self.at < len(self.tokens) and self.tokens[self.at].lastgroup in kinds

    def group(self, pattern: str) -> Group:
        """Alternatives, up to what closes the group they stand in."""
        branches = [self.branch(pattern)]
        while self.next_is({"bar"}):
            self.at += 1
            branches.append(self.branch(pattern))
        return Group(tuple(branches), some([branch.needs for branch in branches]), self.fixed)

    def branch(self, pattern: str) -> Branch:
        """What stands one behind the other."""
        self.names += 1
        name = f"{self.names} {pattern}"
        items: list[Item] = []
        while self.at < len(self.tokens) and not self.next_is({"bar", "close"}):
            items.append(self.item(pattern))
        return Branch(tuple(items), every([item.needs for item in items]), name)

    def item(self, pattern: str) -> Item:
        """One piece and how often it stands there."""
        text, needs, inner = self.piece(pattern)
        repeat = ""
        if self.next_is({"repeat"}):
            repeat = self.tokens[self.at][0]
            self.at += 1
        optional = repeat.startswith(_OPTIONAL)
        return Item(text, NOTHING if optional else needs, inner, repeat, optional)

    def piece(self, pattern: str) -> tuple[str, Needs, Group | Named | None]:
        """One piece: it as written, its needs, and what it is."""
        token = self.tokens[self.at]
        self.at += 1
        if token.lastgroup in _OPENING:
            group = self.group(pattern)
            if not self.next_is({"close"}):
                raise UnlikeError
            self.at += 1
            return token[0], self.opened(token, group), group
        if token["part"]:
            part = Named(token["part"])
            return part.name, part, part
        if token["set"]:
            return token[0], read_set(token["set"]), None
        if token.lastgroup == "repeat":
            raise UnlikeError
        char = token["escaped"] or token["plain"]
        if token["escaped"] and char.isalnum() and char not in _FREE:
            raise UnlikeError
        if char is None or (token["escaped"] and char in _FREE):
            return token[0], NOTHING, None
        return token[0], Every(frozenset(char), ()), None

    def opened(self, token: re.Match[str], group: Group) -> Needs:
        """What a group needs, by what opens it."""
        if token["open"]:
            self.named[token["name"]] = group.needs
            return group.needs
        if token["asked"]:
            asked = self.named.get(token["which"])
            if asked is None or len(group.branches) != len(("yes", "no")):
                return NOTHING
            yes, no = (branch.needs for branch in group.branches)
            return some([every([asked, yes]), no])
        # what is not followed by nothing is nowhere
        return NOTHING if any(branch.items for branch in group.branches) else NEVER

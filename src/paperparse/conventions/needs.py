"""What must stand in a text before a pattern can match anywhere in it: letters, words, named parts.

Most patterns cannot match most texts, and to see that needs no engine and no compiled pattern: 摄 is not in
the text, so nothing ends in it. Where letters stand is not looked at here, so the answer is no or perhaps.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, TypeAlias

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Sequence

__all__ = [
    "PART",
    "Branch",
    "Every",
    "Group",
    "Item",
    "Named",
    "Needs",
    "Some",
    "UnlikeError",
    "may_match",
    "read_pattern",
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


@frozen
class Item:
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


@frozen
class Branch:
    """One of the alternatives of a group.

    Attributes:
        items: Its pieces in order.
        needs: What it needs.
        name: What it is called among the branches of its pattern.
    """

    items: tuple[Item, ...]
    needs: Needs
    name: str


@frozen
class Group:
    """Alternatives.

    Attributes:
        branches: They, in order.
        needs: What they need.
        fixed: Whether none of them may be left out, for others ask which one it was.
    """

    branches: tuple[Branch, ...]
    needs: Needs
    fixed: bool = False


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
    r"|(?P<plain>[^\\\[\](){}*+?|.^$])|[.^$]",
    re.DOTALL,
)
_OPENING: Final = frozenset({"open", "not", "asked"})
_OPTIONAL: Final = ("*", "?", "{0", "{,")
_MEMBER: Final = re.compile(
    r"\\(?P<kind>p\{\w+\}|[dDsSwW])|(?:\\(?P<escaped>\W)|(?P<plain>[^\\]))", re.DOTALL
)
_ALGEBRA: Final = re.compile(r"\[|&&|--|\|\||~~")
_ESCAPE: Final = re.compile(r"\\.", re.DOTALL)
_FREE: Final = frozenset("dDsSwWbB")
"""Letters behind a backslash that stand for no character of their own."""


class UnlikeError(Exception):
    """The pattern holds something whose needs are not known."""


def read_pattern(source: str) -> Group:
    """Take a pattern apart.

    Args:
        source: The pattern, parts not in their places.

    Returns:
        Its alternatives.

    Raises:
        UnlikeError: It holds something this module does not know.

    Examples:
        >>> group = read_pattern("记 *者|[摄图]")
        >>> [may_match(group.needs, frozenset(text), bool) for text in ("记者", "记", "摄")]
        [True, False, True]
    """
    tokens: list[re.Match[str]] = []
    at = 0
    while at < len(source):
        token = _TOKEN.match(source, at)
        if token is None:
            raise UnlikeError
        tokens.append(token)
        at = token.end()
    # which group matched is asked by name, so none may be missing
    reader = _Reader(tokens, fixed=any(token.lastgroup == "asked" for token in tokens))
    group = reader.group(source)
    if reader.at < len(tokens):
        raise UnlikeError
    return group


class _Reader:
    """The tokens of a pattern, read one by one."""

    def __init__(self, tokens: Sequence[re.Match[str]], *, fixed: bool) -> None:
        """Begin with the first."""
        self.tokens = tokens
        self.at = 0
        self.fixed = fixed
        self.names = 0

    def next_is(self, kinds: Container[str | None]) -> bool:
        """Whether the next token is of one of some kinds."""
        return self.at < len(self.tokens) and self.tokens[self.at].lastgroup in kinds

    def group(self, pattern: str) -> Group:
        """Alternatives, up to what closes the group they stand in."""
        branches = [self.branch(pattern)]
        while self.next_is({"bar"}):
            self.at += 1
            branches.append(self.branch(pattern))
        return Group(tuple(branches), _some([branch.needs for branch in branches]), self.fixed)

    def branch(self, pattern: str) -> Branch:
        """What stands one behind the other."""
        self.names += 1
        name = f"{self.names} {pattern}"
        items: list[Item] = []
        while self.at < len(self.tokens) and not self.next_is({"bar", "close"}):
            items.append(self.item(pattern))
        return Branch(tuple(items), _every([item.needs for item in items]), name)

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
            return token[0], group.needs if token.lastgroup == "open" else NOTHING, group
        if token["part"]:
            part = Named(token["part"])
            return part.name, part, part
        if token["set"]:
            return token[0], _set(token["set"]), None
        if token.lastgroup == "repeat":
            raise UnlikeError
        char = token["escaped"] or token["plain"]
        if token["escaped"] and char.isalnum() and char not in _FREE:
            raise UnlikeError
        if char is None or (token["escaped"] and char in _FREE):
            return token[0], NOTHING, None
        return token[0], Every(frozenset(char), ()), None


def _set(text: str) -> Needs:
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

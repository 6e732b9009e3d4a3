"""Patterns of the tables made ready for the faster of two engines.

Rows are written for ``regex``, which knows scripts by name, looks back any distance, and lets several groups
share a name. The engine of the standard library knows none of that, and reads the same patterns two to seven
times as fast. So what it lacks is spelled out: a script as its ranges, a look back as one for each length, a
shared name as several. What cannot be spelled out stays with ``regex``; both find the same.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from itertools import product
from math import prod
from typing import TYPE_CHECKING, Final, cast

from paperparse.text.scripts import HAN, LATIN

if TYPE_CHECKING:
    from collections.abc import Sequence

    import regex

__all__ = ["PatternError", "compile_fast", "compile_slow", "parts_of", "spell_out", "stem", "words_of"]

MOST_LENGTHS: Final = 32
"""Looks back that one is spelled out as: more would cost more than the faster engine saves."""
_HAN: Final = r"\p{Han}"
_RANGES: Final = {_HAN: HAN, r"\p{Latin}": LATIN, r"\p{Nd}": r"\d"}
_PLAIN_HAN: Final = r"[^\W\x00-\x7f]"
_PLAIN_LATIN: Final = "A-Za-z"
_SAME: Final = frozenset("dDsSwWbBnrtfvxuU")
"""Letters behind a backslash that mean the same to both engines; so does every sign."""
_TOKEN: Final = re.compile(
    r"(?P<set>\[\^?\]?(?:\\.|[^\]\\])*\])|(?P<escape>\\(?:p\{\w+\}|.))"
    r"|\(\?P<(?P<name>\w+)>|\(\?\((?P<asked>\w+)\)|(?P<unknown>\(\?(?![:=!><]))"
    r"|(?P<open>\((?:\?<[=!])?)|(?P<close>\))|(?P<plain>[^\\\[()]+|.)",
    re.DOTALL,
)
_ESCAPE: Final = re.compile(r"\\(?:p\{\w+\}|.)", re.DOTALL)
_ALGEBRA: Final = re.compile(r"\[|&&|--|\|\||~~")
"""What within a set is a sign to one engine and a set of sets to the other."""
_REPEAT: Final = re.compile(r"\{(\d+),(\d+)\}")
_ENOUGH: Final = sys.version_info >= (3, 11, 5)
"""Before, the standard engine misread a repeated group that gives nothing back."""
_KEEPING: Final = re.compile(r"\)[*+?]\+|\)\{[\d,]+\}\+")


class PatternError(ValueError):
    """It is no pattern; the message says why."""


def compile_fast(source: str, *, plain: bool = False) -> regex.Pattern[str]:
    r"""Compile a pattern for the fastest engine that can read it.

    Args:
        source: The pattern, written for ``regex``.
        plain: Whether it will only read text all of whose letters are Han characters or ASCII, for which it
            is compiled much faster: a set of all Han characters takes as long as four hundred characters.

    Returns:
        The pattern; groups that share a name may have other names in it, see :func:`parts_of`.

    Raises:
        PatternError: It is none.

    Examples:
        >>> found = compile_fast(r"(?:记者(?P<who>\p{Han}+)|(?P<who>\p{Han}+)摄)").match("谭宁摄")
        >>> parts_of(found)
        {'who': (0, 2)}
    """
    spelled = spell_out(source, plain=plain)
    if spelled is not None:
        try:
            # all that its users call, the two engines have in common
            return cast("regex.Pattern[str]", re.compile(spelled))
        except re.error:
            pass
    return compile_slow(source)


def compile_slow(source: str, flags: int = 0) -> regex.Pattern[str]:
    """Compile a pattern for ``regex``, whose searches can be stopped.

    Args:
        source: The pattern.
        flags: Flags beside those that every pattern has.

    Returns:
        The pattern.

    Raises:
        PatternError: It is none.
    """
    import regex  # noqa: PLC0415 - slow to import, and only needed for tables of someone else's

    try:
        return regex.compile(source, regex.VERSION1 | flags)
    except regex.error as fault:
        raise PatternError(str(fault)) from None
    except RecursionError:
        msg = "groups stand too deep in groups"
        raise PatternError(msg) from None


def parts_of(found: regex.Match[str]) -> dict[str, tuple[int, int]]:
    """Where the named groups of a match are: of those that share a name the last that took part."""
    return {stem(name): found.span(name) for name, value in found.groupdict().items() if value is not None}


def words_of(found: regex.Match[str]) -> dict[str, str]:
    """What the named groups of a match hold, those that took no part left out."""
    return {stem(name): value for name, value in found.groupdict().items() if value is not None}


def stem(name: str) -> str:
    """The name of a group as written in the table."""
    return name.partition("__")[0]


def spell_out(source: str, *, plain: bool = False) -> str | None:
    """Write a pattern for the engine of the standard library.

    Args:
        source: The pattern, written for ``regex``.
        plain: Whether it will only read plain text, see :func:`compile_fast`.

    Returns:
        The pattern, or None when it holds something that is not known to mean the same there. It may still be
        one that engine refuses.

    Examples:
        >>> spell_out(r"(?<=记 {0,1})者(?P<a>甲)|(?P<a>乙)")
        '(?:(?<=记 {0})|(?<=记 {1}))者(?P<a>甲)|(?P<a__2>乙)'
        >>> spell_out(r"[甲--乙]") is None
        True
    """
    if not _ENOUGH and _KEEPING.search(source):
        return None
    try:
        return _spell(source, plain=plain)
    except _UnlikeError:
        return None


class _UnlikeError(Exception):
    """The engines read it differently."""


def _spell(source: str, *, plain: bool) -> str:
    """Spell out a pattern token by token; what stands in a look back when it closes."""
    out: list[str] = []
    names: Counter[str] = Counter()
    waiting: list[int] = []  # where in ``out`` the groups that are open begin
    for token in _TOKEN.finditer(source):
        kind, text = token.lastgroup, token[0]
        if kind == "unknown":
            raise _UnlikeError
        if kind in {"name", "asked"}:
            name = token[kind]
            names[name] += kind == "name"
            number = f"__{names[name]}" if names[name] > 1 else ""
            text = f"(?P<{name}{number}>" if kind == "name" else f"(?({name}{number})"
        elif kind == "set":
            text = _set(text, plain=plain)
        elif kind == "escape":
            text = _PLAIN_HAN if plain and text == _HAN else _escaped(text)
        if kind in {"name", "asked", "open"}:
            waiting.append(len(out))
        out.append(text)
        if kind == "close" and waiting:
            start = waiting.pop()
            if out[start].startswith("(?<"):
                out[start:] = [_every_length(out[start], "".join(out[start + 1 : -1]))]
    return "".join(out)


def _set(text: str, *, plain: bool) -> str:
    """A set of characters."""
    if _ALGEBRA.search(_ESCAPE.sub("", text[1:-1])):
        raise _UnlikeError
    if plain and text.startswith(f"[{_HAN}"):
        rest = text[1 + len(_HAN) : -1].removeprefix("〇").replace(r"\p{Latin}", _PLAIN_LATIN)
        return f"(?:{_PLAIN_HAN}|{_set(f'[{rest}]', plain=True)})" if rest else _PLAIN_HAN
    return _ESCAPE.sub(lambda found: _RANGES.get(found[0]) or _escaped(found[0]), text)


def _escaped(text: str) -> str:
    """A backslash with what follows it, outside a set."""
    ranges = _RANGES.get(text)
    if ranges is not None:
        return f"[{ranges}]"
    if text[1].isalnum() and text[1] not in _SAME:
        raise _UnlikeError
    return text


def _every_length(opening: str, body: str) -> str:
    """A look back as one for each length it may have."""
    pieces = _REPEAT.split(body)
    counts = [range(int(low), int(high) + 1) for low, high in zip(pieces[1::3], pieces[2::3], strict=True)]
    if prod(map(len, counts)) > MOST_LENGTHS or "(?P<" in body:
        raise _UnlikeError
    looks = [f"{opening}{_repeated(pieces[::3], chosen)})" for chosen in product(*counts)]
    if len(looks) == 1:
        return looks[0]
    return "".join(looks) if opening == "(?<!" else f"(?:{'|'.join(looks)})"


def _repeated(pieces: Sequence[str], counts: Sequence[int]) -> str:
    """The pieces of a pattern with fixed numbers of repetitions between them."""
    return pieces[0] + "".join(f"{{{count}}}{piece}" for count, piece in zip(counts, pieces[1:], strict=True))

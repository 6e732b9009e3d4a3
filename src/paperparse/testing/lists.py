"""Lists, as papers print them beside their articles: results, prices, programmes, answers to a question.

Each line stands by itself, is closed by no stop and is like the others: it has the same signs and words in
the same places.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

import regex

from paperparse.model import BlockKind
from paperparse.testing.copies import Copy, Text

if TYPE_CHECKING:
    from random import Random

__all__ = ["write_list"]

TRIES: Final = 20
"""Lines that are drawn for each that is wanted at the most: a pattern may not have as many that differ."""
_LENGTHS: Final = (3, 4, 4, 5, 6, 8)
_SLOT: Final = regex.compile(r"<(\w+)>")
_COUNTS: Final = "零一二三四五六七"


@cache
def _table() -> list[dict[str, Any]]:
    """The lists, read once."""
    text = files(__package__).joinpath("lists.toml").read_text(encoding="utf-8")
    found: list[dict[str, Any]] = tomllib.loads(text)["list"]
    return found


def write_list(rng: Random) -> Copy:
    """A list under its head.

    Args:
        rng: The source of chance.

    Returns:
        Its copy; every line is a paragraph. No two are the same, so it has as many as its pattern makes.

    Examples:
        >>> import random
        >>> copy = write_list(random.Random(3))
        >>> len(copy.body) >= 3, copy.bylines
        (True, ())
    """
    about = rng.choice(_table())
    pattern = rng.choice(about["lines"])
    count = rng.choice(_LENGTHS)
    lines: dict[str, None] = {}
    for _ in range(TRIES * count):
        if len(lines) == count:
            break
        lines[_fill(pattern, about, rng)] = None
    body = tuple(Text(BlockKind.PARAGRAPH, line) for line in lines)
    return Copy(main=(rng.choice(about["heads"]),), body=body)


def _fill(pattern: str, about: dict[str, Any], rng: Random) -> str:
    """A line of a pattern."""

    def word(slot: regex.Match[str]) -> str:
        match slot[1]:
            case "n":
                return str(rng.randint(1, 99))
            case "c":
                return rng.choice(_COUNTS)
            case "d":
                return f"{rng.randint(1, 99)}.{rng.randint(10, 99)}"
            case "h":
                return f"{rng.randint(8, 22)}:{rng.choice(('00', '15', '30', '45'))}"
            case name:
                return str(rng.choice(about[name]))

    return _SLOT.sub(word, pattern)

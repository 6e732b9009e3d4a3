"""The word lists the press and the writer draw from, and the names and papers made of them."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from random import Random

__all__ = ["chance", "paper", "person", "words"]

_COMPOUND = 0.03
_MINORITY = 0.02
_TWO_CHARACTERS = 0.4


@cache
def _table() -> dict[str, Any]:
    """The word lists, read once."""
    return tomllib.loads(files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))


def words(group: str, name: str) -> tuple[str, ...]:
    """A word list.

    Args:
        group: A table of ``words.toml``.
        name: A row of it; a plain string there is a list of its characters.

    Returns:
        The words, in the order written.

    Examples:
        >>> "欧阳" in words("people", "compounds")
        True
    """
    return tuple(_table()[group][name])


def chance(rng: Random, rate: float) -> bool:
    """Whether something that happens at a rate happens this time.

    Args:
        rng: The source of chance.
        rate: 0 to 1.

    Returns:
        True at that rate.

    Examples:
        >>> import random
        >>> chance(random.Random(0), 1.0)
        True
    """
    return rng.random() < rate


def person(rng: Random) -> str:
    """A person's name: two or three characters, at times a compound surname or a minority name.

    Args:
        rng: The source of chance.

    Returns:
        The name without blanks.

    Examples:
        >>> import random
        >>> 2 <= len(person(random.Random(1))) <= 10
        True
    """
    if chance(rng, _MINORITY):
        return rng.choice(words("people", "minority"))
    surname = rng.choice(words("people", "compounds" if chance(rng, _COMPOUND) else "surnames"))
    given = rng.choice(words("people", "given"))
    if not chance(rng, _TWO_CHARACTERS):
        given += rng.choice(words("people", "given"))
    return surname + given


def paper(rng: Random) -> str:
    """A newspaper's name.

    Args:
        rng: The source of chance.

    Returns:
        The name.

    Examples:
        >>> import random
        >>> paper(random.Random(1)).endswith("报")
        True
    """
    return rng.choice(words("papers", "heads")) + rng.choice(words("papers", "tails"))

"""What somebody is who signs without a role, and how the houses they write from end."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from paperparse.conventions import Mark

if TYPE_CHECKING:
    from paperparse.conventions import Tables

__all__ = ["names_post", "post_ends"]

_LAST: Final = re.compile(r"(?:\[(\w+)\]|(\w))(?=\||$)")
"""The last character of each alternative of a pattern."""


def names_post(line: str, tables: Tables) -> bool:
    """Whether a line ends in what somebody is, so that a name below it is its end.

    Args:
        line: A line, folded.
        tables: The conventions.

    Returns:
        Whether it does.

    Examples:
        >>> from paperparse.conventions import load
        >>> names_post("——访江城市建设局局长", load(("mainland",)))
        True
    """
    return line.rstrip().endswith(_posts(tables))


@lru_cache(maxsize=8)
def _posts(tables: Tables) -> tuple[str, ...]:
    """What somebody is who signs."""
    return tuple(sorted(tables.words(Mark.AUTHOR_TITLE)))


@lru_cache(maxsize=8)
def post_ends(tables: Tables) -> frozenset[str]:
    """The characters in one of which a house people write from ends, or what somebody is.

    Args:
        tables: The conventions.

    Returns:
        Characters; a line that ends in none of them needs no pattern.

    Examples:
        >>> from paperparse.conventions import load
        >>> ends = post_ends(load(("mainland",)))
        >>> "局" in ends, "长" in ends, "桥" in ends
        (True, True, False)
    """
    ends = {char for found in _LAST.finditer(tables.parts["house-end"]) for char in found[1] or found[2]}
    return frozenset(ends | {title[-1] for title in _posts(tables)})

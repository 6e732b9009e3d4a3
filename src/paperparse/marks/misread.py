"""Marks an OCR engine misread: single characters put right beside a mark, for matching only.

What is put right is the folded text, of the same length; what users get is cut from the print.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from attrs import evolve

from paperparse.conventions import Mark
from paperparse.conventions.engine import stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

    from paperparse.conventions import Tables
    from paperparse.text.strand import Strand

__all__ = ["mended", "put_right", "stands_for"]


_GROUP: Final = re.compile(r"\(\?P<_?\w>(?:\[([^\]^\\]+)\]|([^\\\[\](){}.*+?|^$]))\)")
"""Characters in the place of one other."""


@lru_cache(maxsize=8)
def _pattern(tables: Tables) -> regex.Pattern[str]:
    """What is misread; the name of a group is the character it stands for."""
    return tables.build("{misreading}", scans=bool(tables.suspects))


@lru_cache(maxsize=8)
def _candidates(tables: Tables) -> re.Pattern[str]:
    """The characters that may be misread ones; looked for first, for they are few and this takes no time."""
    rows = tables.of(Mark.MISREADING)
    chars = {char for row in rows for found in _GROUP.finditer(row.pattern) for char in found[1] or found[2]}
    return re.compile(f"[{re.escape(''.join(sorted(chars)))}]" if chars else "(?!)")


def _found(folded: str, tables: Tables) -> Iterator[regex.Match[str]]:
    """Where something is misread."""
    pattern = _pattern(tables)
    if tables.suspects:
        # rows of someone else's may put right what they like
        yield from pattern.finditer(folded)
        return
    for candidate in _candidates(tables).finditer(folded):
        found = pattern.match(folded, candidate.start())
        if found is not None:
            yield found


def stands_for(group: str) -> str:
    """The character a group of a pattern stands for: a figure is called with a stroke before it.

    Args:
        group: Its name.

    Returns:
        The character.

    Examples:
        >>> stands_for("报"), stands_for("_1__2")
        ('报', '1')
    """
    return stem(group.removeprefix("_"))


def put_right(folded: str, tables: Tables) -> tuple[str, tuple[int, ...]]:
    """Put misread characters of marks right.

    Args:
        folded: A text folded for matching.
        tables: The conventions.

    Returns:
        A text of the same length, and where it differs, in order.

    Examples:
        >>> from paperparse.conventions import load
        >>> put_right("木报记考 王伟", load(("mainland",)))
        ('本报记者 王伟', (0, 3))
    """
    found = {one.start(): stands_for(one.lastgroup) for one in _found(folded, tables) if one.lastgroup}
    if not found:
        return folded, ()
    return "".join([found.get(at) or char for at, char in enumerate(folded)]), tuple(found)


def mended(strand: Strand, tables: Tables) -> Strand | None:
    """A stretch with misread characters of marks put right in what is matched.

    Args:
        strand: The text.
        tables: The conventions.

    Returns:
        The stretch, its text and offsets as before; None when nothing in it is misread.

    Examples:
        >>> from paperparse.conventions import load
        >>> from paperparse.marks.signing import strand_of
        >>> fixed = mended(strand_of("木报记考 王伟"), load(("mainland",)))
        >>> fixed.text, fixed.folded
        ('木报记考 王伟', '本报记者 王伟')
        >>> mended(strand_of("本报记者 王伟"), load(("mainland",))) is None
        True
    """
    folded, places = put_right(strand.folded, tables)
    return evolve(strand, folded=folded) if places else None

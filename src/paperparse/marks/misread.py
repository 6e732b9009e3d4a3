"""Marks an OCR engine misread: single characters put right beside a mark, for matching only.

What is put right is the folded text, of the same length; what users get is cut from the print.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import evolve

from paperparse.conventions.engine import stem

if TYPE_CHECKING:
    import regex

    from paperparse.conventions import Tables
    from paperparse.text.strand import Strand

__all__ = ["mended", "put_right"]


@lru_cache(maxsize=8)
def _pattern(tables: Tables) -> regex.Pattern[str]:
    """What is misread; the name of a group is the character it stands for."""
    return tables.build("{misreading}", scans=True)


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
    found = {one.start(): stem(one.lastgroup) for one in _pattern(tables).finditer(folded) if one.lastgroup}
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

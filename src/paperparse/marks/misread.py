"""Marks an OCR engine misread: single characters put right beside a mark, for matching only.

What is put right is the folded text, of the same length; what users get is cut from the print.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import evolve

from paperparse.conventions import Mark

if TYPE_CHECKING:
    import regex

    from paperparse.conventions import Tables
    from paperparse.text.strand import Strand

__all__ = ["mended"]


@lru_cache(maxsize=8)
def _patterns(tables: Tables) -> tuple[regex.Pattern[str], ...]:
    """What is misread, one pattern for each row; the name of a group is the character it stands for."""
    return tuple(pattern for _, pattern in tables.compiled(Mark.MISREADING))


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
    folded = strand.folded
    for pattern in _patterns(tables):
        folded = pattern.sub(lambda found: found.lastgroup or found[0], folded)
    return None if folded == strand.folded else evolve(strand, folded=folded)

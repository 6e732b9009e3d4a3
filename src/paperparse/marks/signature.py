"""Signatures that open a text: ``〔記者蔡小樺／高雄報導〕「小時候…``, ``记者 李静 青岛报道　昨天…``.

A dateline says itself where it ends. A signature that no dateline goes before ends where its bracket closes,
or behind the words of its report.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from paperparse.marks.signing import PAIRS, read_signing, trim
from paperparse.model import BylineKind

if TYPE_CHECKING:
    import regex

    from paperparse.conventions import Tables
    from paperparse.marks.results import BylineMark
    from paperparse.text.strand import Strand

__all__ = ["read_signature"]

HEAD: Final = 110
"""Code points; as long as a dateline may be."""


@lru_cache(maxsize=8)
def _closing(tables: Tables) -> regex.Pattern[str]:
    """The words of a report, where a colon, a blank or a bracket parts them from the text behind."""
    return tables.build("(?:{verb})(?:{gap}:|(?={gap}$| |[(]))")


def read_signature(strand: Strand, start: int, end: int, tables: Tables) -> BylineMark | None:
    """Read the bylines that open a range without a dateline before them.

    Args:
        strand: The text.
        start: First code point of the range.
        end: One past its last.
        tables: The conventions.

    Returns:
        The bylines, or None. In brackets some role or a report must say that they sign; without, a report.

    Examples:
        >>> from paperparse.conventions import load
        >>> from paperparse.marks.signing import strand_of
        >>> text = "〔記者蔡小樺／高雄報導〕「小時候跑到沙灘。」"
        >>> mark = read_signature(strand_of(text), 0, len(text), load(("all",)))
        >>> text[: mark.end], mark.parted.dateline.text, mark.parted.dateline.place
        ('〔記者蔡小樺／高雄報導〕', '高雄報導〕', '高雄')
        >>> text = "記者會今天在高雄舉行。"
        >>> read_signature(strand_of(text), 0, len(text), load(("all",))) is None
        True
    """
    folded = strand.folded
    start, end = trim(folded, start, end)
    limit = min(end, start + HEAD)
    anchor = tables.anchors.get("byline")
    if end - start < 3 or (anchor is not None and anchor.search(folded, start, limit) is None):  # noqa: PLR2004
        return None
    if folded[start] in PAIRS:
        close = folded.find(PAIRS[folded[start]], start, limit)
        mark = read_signing(strand, start, close + 1, tables) if close > 0 else None
        return mark if mark is not None and _signs(mark) else None
    found = _closing(tables).search(folded, start, limit)
    if found is None:
        return None
    mark = read_signing(strand, start, found.end(), tables)
    return mark if mark is not None and mark.parted is not None else None


def _signs(mark: BylineMark) -> bool:
    """Whether bylines in a bracket say that they sign the text behind it, and not who edited or drew it."""
    if mark.pictures:
        return False
    return mark.parted is not None or any(
        line.role and line.names and line.kind is not BylineKind.EDITOR for line in mark.bylines
    )

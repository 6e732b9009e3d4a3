"""Jump lines: where an article comes from and where it goes on."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal, cast

from paperparse.conventions import Mark
from paperparse.conventions.engine import words_of
from paperparse.marks.numbers import page_of
from paperparse.marks.results import JumpMark
from paperparse.marks.signing import trim
from paperparse.model import Jump

if TYPE_CHECKING:
    import regex

    from paperparse.conventions import Tables
    from paperparse.text.strand import Strand

__all__ = ["read_all", "read_head", "read_tail"]

_VERBS: Final = ("接", "转")
"""Words that open a jump line only where nothing else stands in its line."""
_CLOSERS: Final = ")]】〕》"
LONGEST: Final = 48
"""Code points; a jump line with the section it names has 20."""


@lru_cache(maxsize=8)
def _patterns(tables: Tables) -> tuple[tuple[Literal["from", "to"], regex.Pattern[str]], ...]:
    """The shapes of jump lines with their directions."""
    return tuple(
        (cast('Literal["from", "to"]', row.kind), pattern) for row, pattern in tables.compiled(Mark.JUMP)
    )


def _anchored(folded: str, start: int, end: int, tables: Tables) -> bool:
    """Whether a word stands in the range without which there is no jump line."""
    anchor = tables.anchors.get("jump")
    return anchor is None or anchor.search(folded, start, end) is not None


def read_all(strand: Strand, start: int, end: int, tables: Tables) -> JumpMark | None:
    """Read a range that is nothing but a jump line.

    Args:
        strand: The text.
        start: First code point of the range.
        end: One past its last.
        tables: The conventions.

    Returns:
        The jump line, or None.

    Examples:
        >>> from paperparse.conventions import load
        >>> from paperparse.text.fold import fold
        >>> from paperparse.text.strand import Strand
        >>> text = "（上接第一版）"
        >>> mark = read_all(Strand.of(text, fold(text), [(0, 7)]), 0, 7, load(("mainland",)))
        >>> mark.jump.page, mark.direction
        ('1', 'from')
    """
    start, end = trim(strand.folded, start, end)
    if not 0 < end - start <= LONGEST or not _anchored(strand.folded, start, end, tables):
        return None
    for direction, pattern in _patterns(tables):
        found = pattern.fullmatch(strand.folded, start, end)
        if found is not None:
            return _mark(strand, start, end, words_of(found)["page"], direction)
    return None


def read_head(strand: Strand, start: int, end: int, tables: Tables) -> JumpMark | None:
    """Read the jump line that opens a range; see :func:`read_all`.

    What follows it may be text: ``（上接第一版）诊断服务”双轮驱动``.
    """
    start, _ = trim(strand.folded, start, end)
    limit = min(end, start + LONGEST)
    if not _anchored(strand.folded, start, min(limit, start + 8), tables):
        return None
    for direction, pattern in _patterns(tables):
        found = pattern.match(strand.folded, start, limit)
        if found is not None and _complete(found[0]):
            return _mark(strand, start, found.end(), words_of(found)["page"], direction)
    return None


def read_tail(strand: Strand, start: int, end: int, tables: Tables) -> JumpMark | None:
    """Read the jump line that closes a range; see :func:`read_all`.

    What stands before it may be text: ``也是实干者。（下转第二版）``.
    """
    start, end = trim(strand.folded, start, end)
    low = max(start, end - LONGEST)
    anchor = tables.anchors.get("jump")
    if anchor is None or anchor.search(strand.folded, low, end) is None:
        return None
    if strand.folded[end - 1] not in _CLOSERS and strand.folded.find("版", low, end) < 0:
        return None  # see :func:`_complete`
    for at in range(low, end):
        # a mark opens with a glyph, a bracket or its own word, so few places are tried
        if strand.folded[at].isspace() or not _may_open(strand.folded[at]):
            continue
        for direction, pattern in _patterns(tables):
            found = pattern.fullmatch(strand.folded, at, end)
            if found is not None and _complete(found[0]):
                return _mark(strand, at, end, words_of(found)["page"], direction)
    return None


def _may_open(char: str) -> bool:
    """Whether a jump line may begin with this character."""
    return not char.isalnum() or char in "上下紧承续文转接"


def _complete(print_: str) -> bool:
    """Whether a jump line set in running text is closed: by its bracket, or by the word 版.

    Without a bracket or a glyph it needs a word of its own besides: in a sentence 接一版 is no jump line.
    """
    opened = any(char in "([【〔《" for char in print_)
    if opened:
        return print_[-1] in _CLOSERS
    return "版" in print_ and not print_.startswith(_VERBS)


def _mark(strand: Strand, start: int, end: int, page: str, direction: Literal["from", "to"]) -> JumpMark:
    """The value for a range."""
    jump = Jump(page_of(page), " ".join(strand.text[start:end].split("\n")).strip(), strand.spans(start, end))
    return JumpMark(start, end, jump, direction)

"""Rows that say nothing: what an OCR engine makes of rules, dust and the edges of pictures.

Such a row holds a letter or two, a lone sign, a lone digit, or one character of few strokes. It belongs to no
article and is put aside before anything is read, so that a paragraph or a headline goes on below it. Not
every short row is one. Signs that end or open a sentence or a quotation belong to it, numbers and letters
that count (1, 2, 3; 一, 二; A, B) head the sections of an article, a character by itself may be a headline,
the rest of one, or a piece of one that is set downwards.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from paperparse.text.kinds import CLOSERS, OPENERS
from paperparse.text.pairs import common_pairs

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from paperparse.text.lines import Line

__all__ = ["part_specks"]

WIDEST: Final = 2.0
"""Em of the widest such row: three Latin letters."""
_SENTENCE: Final = re.escape("。！？!?…：；" + "".join(OPENERS | CLOSERS))
"""Signs that belong to the sentence or quotation above or below them."""
_COUNTED: Final = ("123456789", "一二三四五六七八九", "ABCDEFGH")
"""What sections are numbered by."""
_SPECK: Final = re.compile(rf"[A-Za-z]{{1,3}}|[0-9]|(?:(?![{_SENTENCE}])[^\w\s]){{1,2}}|_")
_STROKES: Final = frozenset(
    "一二三十了丁卜人入八小口日工土士于千己已丨丿乙乃力又厂儿几凡刁刀义之个上下不木本田目曰山川"
)
"""Characters of few strokes that specks and rules are taken for."""


def part_specks(folded: str, lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    r"""Part the rows of a page that say nothing from its lines.

    Args:
        folded: The page folded.
        lines: Its lines.

    Returns:
        The lines that say something, each with the widest of the gaps above it and above specks between, and
        the specks.

    Examples:
        >>> from paperparse.text.lines import split_lines
        >>> page = "新桥今天建成通车，两岸\nee\n来往不用再绕行。\n努力提高办事的水\n平"
        >>> lines, specks = part_specks(page, split_lines(page))
        >>> len(lines), [page[speck.start : speck.end] for speck in specks]
        (4, ['ee'])
    """
    narrow = [at for at, line in enumerate(lines) if line.wide <= WIDEST and _is_speck(folded, lines, at)]
    words = {at: folded[lines[at].start : lines[at].end] for at in narrow}
    counted = _counting(words.values())
    kept: list[Line] = []
    specks: list[Line] = []
    gap = 0
    for at, line in enumerate(lines):
        if at in words and words[at] not in counted:
            specks.append(line)
            gap = max(gap, line.gap)
        else:
            kept.append(line._replace(gap=gap) if gap > line.gap else line)
            gap = 0
    return tuple(kept), tuple(specks)


def _counting(words: Iterable[str]) -> frozenset[str]:
    """The numbers and letters among some words that count: two that follow each other and more."""
    found: set[str] = set()
    for last, word in pairwise(word for word in words if len(word) == 1):
        if any(last + word in row for row in _COUNTED):
            found |= {last, word}
    return frozenset(found)


def _is_speck(folded: str, lines: Sequence[Line], at: int) -> bool:
    """Whether a narrow row by itself says nothing."""
    above = lines[at - 1] if at else None
    below = lines[at + 1] if at + 1 < len(lines) else None
    if any(beside is not None and beside.wide <= WIDEST for beside in (above, below)):
        return False  # a piece of a headline that is set downwards
    words = folded[lines[at].start : lines[at].end]
    if words not in _STROKES:
        return _SPECK.fullmatch(words) is not None
    if lines[at].gap and (below is None or below.gap):
        return False  # a headline of one character
    pairs = {
        folded[above.end - 1] + words if above is not None else "",
        words + folded[below.start] if below is not None else "",
    }
    return common_pairs().keys().isdisjoint(pairs)

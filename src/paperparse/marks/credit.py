"""Captions and picture credits, and the glyph-led key points set beside them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from paperparse.marks.results import BylineMark, CaptionMark, HighlightMark
from paperparse.marks.signing import PAIRS, read_signing, trim

if TYPE_CHECKING:
    import regex

    from paperparse.conventions import Tables
    from paperparse.text.strand import Strand

__all__ = ["read_caption", "read_credit_line", "read_figure", "read_highlight", "read_opener"]

LONGEST: Final = 400
"""Code points; longer texts are no captions. The longest of 900 captions seen has 260."""
CREDIT: Final = 64
"""Code points a credit may have."""
PLACES: Final = 16
"""Places a credit may begin at that are tried; four names set wide have eight blanks."""
HIGHLIGHT: Final = 160
"""Code points; the longest key point of two pages has 60."""
_STOPS: Final = "。!?…”’》)】〕;:"


class _Grammar(NamedTuple):
    """The patterns of one set of tables."""

    opener: regex.Pattern[str]
    figure: regex.Pattern[str]
    credit: regex.Pattern[str]
    highlight: regex.Pattern[str]


@lru_cache(maxsize=8)
def _grammar(tables: Tables) -> _Grammar:
    """Compile, once for each set of tables."""
    return _Grammar(
        opener=tables.build("(?:{caption-opener})"),
        figure=tables.build("(?:{figure})"),
        credit=tables.build(r"{gap}{open}?{gap}(?:{credit}){gap}{close}?{gap}"),
        highlight=tables.build("(?:{highlight-opener})"),
    )


def read_caption(strand: Strand, start: int, end: int, tables: Tables) -> CaptionMark | None:
    """Gather what speaks for a caption in a short text.

    Args:
        strand: The text.
        start: First code point of the range.
        end: One past its last.
        tables: The conventions.

    Returns:
        The opening glyph, the words that point to a picture and the credit, or None when there is none of
        them.

    Examples:
        >>> from paperparse.conventions import load
        >>> from paperparse.text.fold import fold
        >>> from paperparse.text.strand import Strand
        >>> text = "图为运动员在比赛中。 新华社记者 李 响 摄"
        >>> strand = Strand.of(text, fold(text), [(0, len(text))])
        >>> mark = read_caption(strand, 0, len(text), load(("mainland",)))
        >>> mark.figure, mark.credit[0].names, mark.credit_start
        ('图为', ('李响',), 11)
    """
    folded = strand.folded
    start, end = trim(folded, start, end)
    if not 1 < end - start <= LONGEST:
        return None
    grammar = _grammar(tables)
    opened = grammar.opener.match(folded, start, end)
    figure = _figure(strand, start if opened is None else opened.end(), end, grammar)
    credit = _credit(strand, start, end, tables)
    if opened is None and not figure and credit is None:
        return None
    return CaptionMark(
        start,
        end,
        opener="" if opened is None else strand.text[start : opened.end()],
        figure=figure,
        credit=() if credit is None else credit.bylines,
        credit_start=None if credit is None else credit.start,
        notes=() if credit is None else credit.notes,
    )


def read_opener(strand: Strand, start: int, end: int, tables: Tables) -> str:
    """The glyph a caption opens with, or empty; see :func:`read_caption`."""
    start, end = trim(strand.folded, start, end)
    if not 1 < end - start <= LONGEST:
        return ""
    opened = _grammar(tables).opener.match(strand.folded, start, end)
    return "" if opened is None else strand.text[start : opened.end()]


def read_figure(strand: Strand, start: int, end: int, tables: Tables) -> str:
    """The words that point to a picture, or empty; see :func:`read_caption`."""
    start, end = trim(strand.folded, start, end)
    if not 1 < end - start <= LONGEST:
        return ""
    grammar = _grammar(tables)
    opened = grammar.opener.match(strand.folded, start, end)
    return _figure(strand, start if opened is None else opened.end(), end, grammar)


def read_credit_line(strand: Strand, start: int, end: int, tables: Tables) -> BylineMark | None:
    """Read a range that is nothing but a picture credit.

    Args:
        strand: The text.
        start: First code point of the range.
        end: One past its last.
        tables: The conventions.

    Returns:
        The credit, without bylines when it names nobody (``本报资料照片``), or None.

    Examples:
        >>> from paperparse.conventions import load
        >>> from paperparse.text.fold import fold
        >>> from paperparse.text.strand import Strand
        >>> text = "翟慧勇摄（影像中国）"
        >>> mark = read_credit_line(Strand.of(text, fold(text), [(0, 10)]), 0, 10, load(("mainland",)))
        >>> mark.bylines[0].names, mark.bylines[0].kind.value
        (('翟慧勇',), 'photographer')
    """
    folded = strand.folded
    start, end = trim(folded, start, end)
    anchor = tables.anchors.get("credit")
    if not 1 < end - start <= CREDIT or (anchor is not None and anchor.search(folded, start, end) is None):
        return None
    mark = _signing(strand, start, end, tables)
    return None if mark is None or not mark.pictures else mark


def read_highlight(strand: Strand, start: int, end: int, tables: Tables) -> HighlightMark | None:
    """Read a glyph-led text without a closing stop, as the boxed key points of an article are set.

    Args:
        strand: The text.
        start: First code point of the range.
        end: One past its last.
        tables: The conventions.

    Returns:
        The key point, or None.

    Examples:
        >>> from paperparse.conventions import load
        >>> from paperparse.text.fold import fold
        >>> from paperparse.text.strand import Strand
        >>> text = "■计划明年1月中旬，将陆续组织"
        >>> read_highlight(Strand.of(text, fold(text), [(0, 14)]), 0, 14, load(("mainland",))).glyph
        '■'
    """
    folded = strand.folded
    start, end = trim(folded, start, end)
    if not 1 < end - start <= HIGHLIGHT or folded[end - 1] in "。!?":
        return None
    opened = _grammar(tables).highlight.match(folded, start, end)
    if opened is None or opened.end() == end or read_signing(strand, start, end, tables) is not None:
        return None
    return HighlightMark(start, end, strand.text[start : opened.end()])


def _figure(strand: Strand, start: int, end: int, grammar: _Grammar) -> str:
    """The words that point to a picture, at the beginning of the text or of one of its sentences."""
    folded = strand.folded
    at = start
    while at < end:
        while at < end and folded[at] in " (":
            at += 1
        found = grammar.figure.match(folded, at, end)
        if found is not None:
            return strand.text[at : found.end()].strip()
        after = min((i for i in (folded.find(stop, at, end) for stop in "。!?;") if i >= 0), default=end)
        at = after + 1
    return ""


def _credit(strand: Strand, start: int, end: int, tables: Tables) -> BylineMark | None:
    """The credit that closes a text: the longest range behind a stop, bracket or blank that reads as one."""
    folded = strand.folded
    low = max(start, end - CREDIT)
    anchor = tables.anchors.get("credit")
    if anchor is not None and anchor.search(folded, low, end) is None:
        return None
    # a credit is no sentence, so it stands behind the last one
    low = max(low, *(folded.rfind(stop, low, end - 1) + 1 for stop in "。!?"))
    places = [at for at in range(low, end - 1) if _begins(folded, at, start)]
    for at in places[-PLACES:]:
        mark = _signing(strand, at, end, tables)
        if mark is not None:
            # of a byline, the rest would be taken for a credit
            return mark if mark.pictures else None
    return None


def _signing(strand: Strand, start: int, end: int, tables: Tables) -> BylineMark | None:
    """A range that is nothing but a credit, or bylines of any kind."""
    if _grammar(tables).credit.fullmatch(strand.folded, start, end) is not None:
        return BylineMark(start, end, (), pictures=True)
    return read_signing(strand, start, end, tables)


def _begins(folded: str, at: int, start: int) -> bool:
    """Whether a credit may begin here: a bracket, or a word after a stop or a blank."""
    if folded[at] in PAIRS:
        return True
    if folded[at].isspace():
        return False
    return at == start or folded[at - 1] in _STOPS or folded[at - 1].isspace()

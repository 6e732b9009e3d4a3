"""Bylines: who wrote it, as a line of its own, as a paragraph's tail, or as a dirty author string."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from attrs import evolve

from paperparse.conventions import Mark, load
from paperparse.marks import dateline
from paperparse.marks.grammar import grammar_of
from paperparse.marks.misread import mended
from paperparse.marks.readings import doubted, read_field
from paperparse.marks.signing import LONGEST, PAIRS, read_names, read_signing, strand_of, trim
from paperparse.options import Options, check_options
from paperparse.text.fold import fold
from paperparse.text.kinds import bare
from paperparse.text.rescript import set_script

if TYPE_CHECKING:
    import regex

    from paperparse.conventions import Tables
    from paperparse.marks.results import BylineMark
    from paperparse.model import Byline
    from paperparse.text.strand import Strand

__all__ = ["is_author_note", "parse_byline", "read_all", "read_tail"]

NOTE: Final = 320
"""Code points; the longest author note seen has 120."""
TAIL: Final = 160
"""Code points a tail without brackets may have."""
_STOPS: Final = "。!?…”’》)】〕~"


@lru_cache(maxsize=8)
def _notes(tables: Tables) -> tuple[regex.Pattern[str], ...]:
    """The shapes of author notes."""
    return tuple(pattern for _, pattern in tables.compiled(Mark.AUTHOR_NOTE))


@lru_cache(maxsize=8)
def _boxed(tables: Tables) -> frozenset[str]:
    """Words that sign a web edition's article, but stand in the staff box of a printed page: 排版, 校审."""
    alone = (row.words for row in tables.of(Mark.STAFF_ROLE) if row.kind == "alone")
    return tables.words(Mark.BYLINE_LEAD).intersection(word for words in alone for word in words)


def read_all(strand: Strand, start: int, end: int, tables: Tables) -> BylineMark | None:
    """Read a range that is nothing but bylines, glyphs, brackets and words such as 报道 with them.

    A credit of pictures only (X摄) is no byline of an article; :mod:`paperparse.marks.credit` reads it.

    Args:
        strand: The text.
        start: First code point of the range.
        end: One past its last.
        tables: The conventions.

    Returns:
        The bylines, or None when anything else stands in the range.

    Examples:
        >>> from paperparse.conventions import load
        >>> text = "□青岛日报/观海新闻记者 孙 欣 通讯员 冉 茂"
        >>> mark = read_all(strand_of(text), 0, len(text), load(("mainland",)))
        >>> [(line.outlet, line.role, line.names) for line in mark.bylines]
        [('青岛日报/观海新闻', '记者', ('孙欣',)), (None, '通讯员', ('冉茂',))]
    """
    start, end = trim(strand.folded, start, end)
    if not 1 < end - start <= LONGEST:
        return None
    anchor = tables.anchors.get("byline")
    if anchor is not None and anchor.search(strand.folded, start, end) is None:
        return None
    mark = read_signing(strand, start, end, tables)
    if mark is None or mark.pictures or not _boxed(tables).isdisjoint(fold(one.role) for one in mark.bylines):
        return None
    # （作者系中学教师）
    return None if is_author_note(strand, start, end, tables) else mark


def read_tail(strand: Strand, start: int, end: int, tables: Tables) -> BylineMark | None:
    """Read the bylines that close a range after its last sentence.

    Args:
        strand: The text.
        start: First code point of the range.
        end: One past its last.
        tables: The conventions.

    Returns:
        The bylines, or None. What a picture credit is, and what has a dateline in its bracket, is left to
        the readers of those; a range that is nothing but bylines is :func:`read_all`'s.

    Examples:
        >>> from paperparse.conventions import load
        >>> tables = load(("mainland",))
        >>> text = "培育产业集群。**青岛晚报/观海新闻/掌上青岛记者 李沛**"
        >>> mark = read_tail(strand_of(text), 0, len(text), tables)
        >>> mark.start, mark.bylines[0].names
        (7, ('李沛',))
        >>> text = "他高兴地告诉记者。"
        >>> read_tail(strand_of(text), 0, len(text), tables) is None
        True
    """
    folded = strand.folded
    start, end = trim(folded, start, end)
    low = max(start, end - TAIL)
    anchor = tables.anchors.get("byline")
    if end - start < 3 or (anchor is not None and anchor.search(folded, low, end) is None):  # noqa: PLR2004
        return None
    last = _before_stamp(folded, low, end, tables)
    closer = folded[last - 1]
    opener = next((one for one, other in PAIRS.items() if other == closer), "")
    if not opener and closer in _STOPS:
        return None  # nothing stands behind the last sentence
    if opener:
        at = folded.rfind(opener, max(start, last - LONGEST), last)
        mark = read_signing(strand, at, end, tables, sure=True) if at > start else None
        if mark is not None and not mark.pictures and any(line.role for line in mark.bylines):
            return None if is_author_note(strand, at, end, tables) else mark
        # the bracket may be a part of the byline: 记者王伟（文/图）
        last = at
    at = max((folded.rfind(stop, low, max(last, low)) for stop in _STOPS), default=-1) + 1
    if at <= start:
        return None
    mark = read_signing(strand, at, end, tables)
    if mark is None or mark.pictures or not any(line.role for line in mark.bylines):
        return None
    return mark


def _before_stamp(folded: str, low: int, end: int, tables: Tables) -> int:
    """Where a tail ends without its asterisks, or an editor's day behind: ``（編輯：王小明）1130503``."""
    last = end
    while last > low and folded[last - 1] in "* ":
        last -= 1
    if last == low or not folded[last - 1].isascii():
        return last
    stamped = grammar_of(tables).stamped.search(folded, low, last)
    return last if stamped is None else stamped.start()


def is_author_note(strand: Strand, start: int, end: int, tables: Tables) -> bool:
    """Whether a range says who its author is instead of naming one: ``（作者为中国驻印度大使）``.

    Args:
        strand: The text.
        start: First code point of the range.
        end: One past its last.
        tables: The conventions.

    Returns:
        Whether it is such a note, whole.
    """
    start, end = trim(strand.folded, start, end)
    if not 1 < end - start <= NOTE or strand.folded[start] not in PAIRS:
        return False
    return any(pattern.fullmatch(strand.folded, start, end) for pattern in _notes(tables))


def parse_byline(text: str, *, options: Options = Options()) -> tuple[Byline, ...]:
    """Read the bylines of a string that should hold nothing else, such as the author field of a web page.

    Args:
        text: The string as found.
        options: Only ``conventions`` and ``script`` are looked at.

    Returns:
        One byline for each role, their spans in ``text``; empty when there is none.

    Raises:
        ArgumentError: ``text`` is no string, or the options are none.
        ConventionError: A convention table is missing or broken.

    Examples:
        >>> [(line.role, line.names) for line in parse_byline("□记者 孙 欣 通讯员 冉 茂")]
        [('记者', ('孙欣',)), ('通讯员', ('冉茂',))]
        >>> parse_byline("记者会今天在台北举行")
        ()
    """
    check_options(options)
    return set_script(_parse(text, load(options.conventions)), options.script, (text,))


def _parse(text: str, tables: Tables) -> tuple[Byline, ...]:
    """The bylines of a string as printed."""
    strand = strand_of(text)
    right = mended(strand, tables)
    found = _lines(right, tables) or _lines(strand, tables)
    if found and not doubted(found, tables):
        return found
    # the likeliest of all readings, where the shapes papers print read nothing, or names nobody has
    mark = read_field(right or strand, tables) or read_field(strand, tables)
    if mark is None and len(found) == 1 and found[0].role and bare(found[0].text).startswith(found[0].names):
        return ()  # 战地记者: what stands before the role is no name
    if mark is None and not found:
        return _boxed_names(strand, tables)
    if mark is None or [line.names for line in mark.bylines] == [line.names for line in found]:
        return found
    return tuple(evolve(line, text=bare(line.text)) for line in mark.bylines)


def _boxed_names(strand: Strand, tables: Tables) -> tuple[Byline, ...]:
    """Who signs a string that is nothing but a bracket with several likely names: ``（韦瑞展 袁文展）``."""
    start, end = trim(strand.folded, 0, len(strand))
    if start == end or PAIRS.get(strand.folded[start]) != strand.folded[end - 1]:
        return ()
    mark = read_names(strand, start, end, tables)
    if mark is None or doubted(mark.bylines, tables) or len(mark.bylines[0].names) == 1:
        return ()
    return mark.bylines


def _lines(strand: Strand | None, tables: Tables) -> tuple[Byline, ...]:
    """The bylines of a whole string, alone or behind a dateline."""
    if strand is None:
        return ()
    end = len(strand)
    mark = read_signing(strand, 0, end, tables)
    if mark is not None:
        return tuple(evolve(line, text=bare(line.text)) for line in mark.bylines)
    headed = dateline.read_head(strand, 0, end, tables)
    if headed is None:
        return _noted(strand, tables)
    if not strand.folded[headed.end : end].strip(" :,*"):
        return headed.bylines
    mark = read_signing(strand, headed.end, end, tables, sure=True)
    return () if mark is None else (*headed.bylines, *mark.bylines)


def _noted(strand: Strand, tables: Tables) -> tuple[Byline, ...]:
    """Who wrote down what the author of a note said: ``（作者为中国驻印度大使，本报记者王伟采访整理）``."""
    start, end = trim(strand.folded, 0, len(strand))
    if not is_author_note(strand, start, end, tables):
        return ()
    at = strand.folded.rfind(",", start, end) + 1
    mark = read_signing(strand, at, end, tables, closer=strand.folded[end - 1]) if at > start else None
    return () if mark is None or not any(line.role for line in mark.bylines) else mark.bylines

"""Datelines: the words before the first sentence, or after the last, that say who reports, where and when."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from paperparse.conventions import Mark, load
from paperparse.conventions.engine import parts_of, words_of
from paperparse.marks.misread import mended
from paperparse.marks.reporters import read_behind
from paperparse.marks.reports import date_of
from paperparse.marks.results import DatelineMark
from paperparse.marks.signature import read_signature
from paperparse.marks.signing import LONGEST, PAIRS, read_names, read_signing, strand_of, trim
from paperparse.model import Dateline
from paperparse.options import Options, check_options
from paperparse.text.rescript import set_script

if TYPE_CHECKING:
    import regex

    from paperparse.conventions import Tables
    from paperparse.marks.reports import Date
    from paperparse.marks.results import BylineMark
    from paperparse.text.strand import Strand

__all__ = ["opens", "parse_dateline", "read_head", "read_tail"]

HEAD: Final = 110
"""Code points; the longest dateline without names seen, from ten places, has 60."""
_STOPS: Final = "。!?…”’》)】〕~"


class _Grammar(NamedTuple):
    """The patterns of one set of tables."""

    opening: regex.Pattern[str]
    shapes: tuple[regex.Pattern[str], ...]
    begun: regex.Pattern[str]


@lru_cache(maxsize=8)
def _grammar(tables: Tables) -> _Grammar:
    """Compile, once for each set of tables."""
    return _Grammar(
        opening=tables.build("(?:{sign}{gap})*(?:{open}{gap})?(?:{sign}{gap})*"),
        shapes=tuple(pattern for _, pattern in tables.compiled(Mark.DATELINE_SHAPE)),
        begun=tables.build("{gap}(?:{sign}{gap}|{open}{gap}){0,2}(?:据|综合)?{bureau}{gap}(?:{where}){gap}"),
    )


def read_head(strand: Strand, start: int, end: int, tables: Tables) -> DatelineMark | None:
    """Read the dateline that opens a range, and the bylines right behind it.

    Args:
        strand: The text.
        start: First code point of the range.
        end: One past its last.
        tables: The conventions.

    Returns:
        The dateline, or None.

    Examples:
        >>> from paperparse.conventions import load
        >>> text = "本报拉萨7月2日电(记者尕玛多吉)记者从"
        >>> mark = read_head(strand_of(text), 0, len(text), load(("mainland",)))
        >>> mark.dateline.text, mark.bylines[0].text, mark.end
        ('本报拉萨7月2日电', '(记者尕玛多吉)', 17)
    """
    folded = strand.folded
    start, end = trim(folded, start, end)
    limit = min(end, start + HEAD)
    anchor = tables.anchors.get("dateline")
    if anchor is not None and anchor.search(folded, start, limit) is None:
        return None
    grammar = _grammar(tables)
    opened = grammar.opening.match(folded, start, limit)
    at = start if opened is None else opened.end()
    bracket = next((char for char in folded[start:at] if char in PAIRS), "")
    found = _shape(folded, at, end if end - start <= HEAD else limit, grammar)
    if found is None:
        return None
    if bracket:
        close = folded.find(PAIRS[bracket], found.end(), min(end, found.end() + LONGEST))
        return None if close < 0 else _within(strand, found, (start, close), end, tables)
    return _before(strand, start, found, end, tables)


def opens(strand: Strand, start: int, end: int, tables: Tables) -> bool:
    """Whether a range is the beginning of a dateline and nothing else, outlet and place: ``新华社北京``.

    Args:
        strand: The text.
        start: First code point of the range.
        end: One past its last.
        tables: The conventions.

    Returns:
        Whether day and kind alone are missing.
    """
    return _grammar(tables).begun.fullmatch(strand.folded, start, end) is not None


def _shape(folded: str, at: int, end: int, grammar: _Grammar) -> regex.Match[str] | None:
    """The first shape that fits here with a date that can be."""
    for shape in grammar.shapes:
        found = shape.match(folded, at, end)
        if found is not None and _date(found) is not None:
            return found
    return None


def _within(
    strand: Strand, found: regex.Match[str], bounds: tuple[int, int], end: int, tables: Tables
) -> DatelineMark | None:
    """A dateline in brackets, whose bounds are given, with bylines in them or behind them or with none."""
    start, close = bounds
    closer = strand.folded[close]
    at = found.end()
    while strand.folded[at] in " ,:、;·/":
        at += 1
    if at == close:
        behind, signing = read_behind(strand, close + 1, end, tables)
        return _mark(strand, start, close + 1 if signing is None else behind, found, signing)
    signing = read_signing(strand, at, close + 1, tables, sure=True, closer=closer)
    signing = signing or read_names(strand, at, close + 1, tables, closer=closer)
    return None if signing is None else _mark(strand, start, at, found, signing)


def _before(
    strand: Strand, start: int, found: regex.Match[str], end: int, tables: Tables
) -> DatelineMark | None:
    """A dateline in running text with the bylines behind it, in brackets or with 报道."""
    at, signing = read_behind(strand, found.end(), end, tables)
    if signing is not None:
        return _mark(strand, start, at, found, signing)
    # a colon between dateline and text belongs to the dateline
    close = at + 1 if at < end and strand.folded[at] == ":" else found.end()
    return _mark(strand, start, close, found, None)


def read_tail(strand: Strand, start: int, end: int, tables: Tables) -> DatelineMark | None:
    """Read the dateline that closes a range: ``（本报开罗2月13日电）``, or ``据新华社`` after a last stop.

    Args:
        strand: The text.
        start: First code point of the range.
        end: One past its last.
        tables: The conventions.

    Returns:
        The dateline with the bylines in its bracket, or None. A range that is nothing else is read too.

    Examples:
        >>> from paperparse.conventions import load
        >>> text = "举行闭幕式。（据新华社伦敦电 记者张家伟）"
        >>> mark = read_tail(strand_of(text), 0, len(text), load(("mainland",)))
        >>> mark.start, mark.dateline.place, mark.bylines[0].names
        (6, '伦敦', ('张家伟',))
    """
    folded = strand.folded
    start, end = trim(folded, start, end)
    if end - start < 3:  # noqa: PLR2004  # no dateline is shorter than 本报讯
        return None
    low = max(start, end - LONGEST)
    anchor = tables.anchors.get("dateline")
    if anchor is not None and anchor.search(folded, low, end) is None:
        return None
    opener = next((one for one, closer in PAIRS.items() if closer == folded[end - 1]), "")
    at = folded.rfind(opener, low, end) if opener else _last_stop(folded, max(start, end - HEAD), end)
    if at < 0 or (opener and folded.find(folded[end - 1], at, end) != end - 1):
        return None
    mark = read_head(strand, at, end, tables)
    return mark if mark is not None and mark.end == end else None


def _last_stop(folded: str, start: int, end: int) -> int:
    """Where the words after the last closing stop begin; ``start`` when there is none."""
    at = max(folded.rfind(stop, start, end) for stop in _STOPS) + 1
    return max(at, start)


def parse_dateline(text: str, *, options: Options = Options()) -> Dateline | None:
    """Read the dateline of a text that opens or closes with one.

    Args:
        text: A paragraph, a line, or the dateline alone.
        options: Only ``conventions`` and ``script`` are looked at.

    Returns:
        The dateline, its spans in ``text``, or None when there is none.

    Raises:
        ArgumentError: ``text`` is no string, or the options are none.
        ConventionError: A convention table is missing or broken.

    Examples:
        >>> line = parse_dateline("本报北京1月31日电 （记者杜一菲）今天")
        >>> line.outlet, line.place, line.month, line.day, line.kind
        ('本报', '北京', 1, 31, '电')
        >>> parse_dateline("本报记者在北京采访") is None
        True
    """
    check_options(options)
    tables = load(options.conventions)
    strand = strand_of(text)
    for reading in (strand, mended(strand, tables)):
        if reading is None:
            break
        mark = read_head(reading, 0, len(strand), tables) or read_tail(reading, 0, len(strand), tables)
        dateline = _signed(reading, tables) if mark is None else mark.dateline
        if dateline is not None:
            return set_script(dateline, options.script, (text,))
    return None


def _signed(strand: Strand, tables: Tables) -> Dateline | None:
    """The dateline behind the names of a byline: ``（中央社記者郭建伸台北10日電）``."""
    mark = read_signature(strand, 0, len(strand), tables)
    return None if mark is None or mark.parted is None else mark.parted.dateline


def _date(found: regex.Match[str]) -> Date | None:
    """The date of a match, or None when it can be none."""
    return date_of(words_of(found))


def _mark(
    strand: Strand, start: int, end: int, found: regex.Match[str], signing: BylineMark | None
) -> DatelineMark:
    """The value for a range, its fields from the match."""
    printed = {name: "".join(strand.text[slice(*where)].split()) for name, where in parts_of(found).items()}
    year, month, day = _date(found) or (None, None, None)
    start, close = trim(strand.folded, start, end)
    # 香港文匯報訊（記者王小明福州報道）: who reports says where, and the words of it stay theirs
    reported = None if signing is None or signing.parted is None else signing.parted.dateline
    if reported is not None and day is None:
        year, month, day = reported.year, reported.month, reported.day
    dateline = Dateline(
        outlet=printed.get("outlet"),
        place=printed.get("place", None if reported is None else reported.place),
        year=year,
        month=month,
        day=day,
        kind=printed.get("kind", ""),
        text=" ".join(strand.text[start:close].splitlines()).strip(),
        spans=strand.spans(start, close),
    )
    if signing is None:
        return DatelineMark(start, close, dateline)
    return DatelineMark(start, signing.end, dateline, signing.bylines, signing.notes, signing.certain)

"""What opens the text of an article: a dateline with who reports, or a signature that holds one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from paperparse.marks import dateline
from paperparse.marks.signature import read_signature

if TYPE_CHECKING:
    from paperparse.conventions import Tables
    from paperparse.model import Byline, Dateline, Note
    from paperparse.text.strand import Strand

__all__ = ["OpeningMark", "read_line", "read_opening"]


class OpeningMark(NamedTuple):
    """What opens a text.

    Attributes:
        start: First code point in the strand.
        end: One past the last.
        dateline: The dateline, or None where only names stand in the bracket.
        bylines: The bylines; they and the dateline part the range between them.
        notes: What is doubtful about the names.
    """

    start: int
    end: int
    dateline: Dateline | None
    bylines: tuple[Byline, ...]
    notes: tuple[Note, ...]


def read_opening(strand: Strand, start: int, end: int, tables: Tables) -> OpeningMark | None:
    """Read the dateline and the bylines that open a range.

    Args:
        strand: The text.
        start: First code point of the range.
        end: One past its last.
        tables: The conventions.

    Returns:
        What opens it, or None.

    Examples:
        >>> from paperparse.conventions import load
        >>> from paperparse.marks.signing import strand_of
        >>> tables = load(("all",))
        >>> for text in ("本报讯（记者谭宁）今天", "（中央社記者李小珊花蓮縣3日電）今天"):
        ...     mark = read_opening(strand_of(text), 0, len(text), tables)
        ...     [mark.dateline.text, *(line.text for line in mark.bylines)]
        ['本报讯', '（记者谭宁）']
        ['花蓮縣3日電）', '（中央社記者李小珊']
    """
    place = dateline.read_head(strand, start, end, tables)
    if place is not None:
        return OpeningMark(place.start, place.end, place.dateline, place.bylines, place.notes)
    mark = read_signature(strand, start, end, tables)
    if mark is None:
        return None
    if mark.parted is None:
        return OpeningMark(mark.start, mark.end, None, mark.bylines, mark.notes)
    return OpeningMark(mark.start, mark.end, mark.parted.dateline, mark.parted.bylines, mark.notes)


def read_line(strand: Strand, start: int, end: int, tables: Tables) -> OpeningMark | None:
    """Read what opens the text of an article by what stands on one line, or on the lines of one mark.

    Args:
        strand: The text.
        start: First code point of the range.
        end: One past its last.
        tables: The conventions.

    Returns:
        What opens it, or None. Names in round brackets open none: they stand behind a dateline which may have
        a line of its own.

    Examples:
        >>> from paperparse.conventions import load
        >>> from paperparse.marks.signing import strand_of
        >>> for text in ("（记者谭宁）今天", "【记者谭宁】今天", "〔記者譚寧／高雄報導〕今天"):
        ...     read_line(strand_of(text), 0, len(text), load(("all",))) is None
        True
        False
        False
    """
    mark = read_opening(strand, start, end, tables)
    if mark is None or (mark.dateline is None and strand.folded[mark.start] == "("):
        return None
    return mark

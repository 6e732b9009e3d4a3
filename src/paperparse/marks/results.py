"""What the readers of marks give back: where a mark stands in its strand and what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from paperparse.model import Note, NoteCode

if TYPE_CHECKING:
    import datetime as dt

    from paperparse.model import Byline, Dateline, FurnitureKind, Jump, Span

__all__ = [
    "BylineMark",
    "CaptionMark",
    "DatelineMark",
    "FurnitureMark",
    "HighlightMark",
    "JumpMark",
    "RunningMark",
    "Signature",
    "misread_note",
]


def misread_note(span: Span) -> Note:
    """The note on a mark that was only recognised by taking one of its characters for another.

    Args:
        span: Where the mark, or the first line of it, stands.

    Returns:
        The note.
    """
    return Note(NoteCode.MARK_MISREAD, span, "a character of this mark seems misread; it is given as printed")


class Signature(NamedTuple):
    """Who signs, apart from where and when they report.

    Attributes:
        dateline: The words of the report: 台北報導 of ``〔記者王小明／台北報導〕``.
        bylines: The bylines without them; together they own what they owned with them.
    """

    dateline: Dateline
    bylines: tuple[Byline, ...]


class BylineMark(NamedTuple):
    """One or several bylines that stand together.

    Attributes:
        start: First code point in the strand, opening glyphs and brackets included.
        end: One past the last.
        bylines: One for each role, in order; together they own every non-blank character of the range.
        notes: What is doubtful about the names.
        certain: 0 to 1, how clear the least clear parting of glued names is.
        pictures: Whether it credits pictures and nothing else (X摄, 制图：X).
        parted: The same with the words of a report as a dateline of their own, or None where there are none.
    """

    start: int
    end: int
    bylines: tuple[Byline, ...]
    notes: tuple[Note, ...] = ()
    certain: float = 1.0
    pictures: bool = False
    parted: Signature | None = None


class DatelineMark(NamedTuple):
    """A dateline with the bylines printed right after it.

    Attributes:
        start: First code point in the strand.
        end: One past the last, bylines included.
        dateline: The dateline.
        bylines: The bylines in brackets after or within it; dateline and bylines part the range between them.
        notes: What is doubtful about the names.
        certain: 0 to 1, as for a byline.
    """

    start: int
    end: int
    dateline: Dateline
    bylines: tuple[Byline, ...] = ()
    notes: tuple[Note, ...] = ()
    certain: float = 1.0


class JumpMark(NamedTuple):
    """A jump line.

    Attributes:
        start: First code point in the strand.
        end: One past the last.
        jump: The page it names.
        direction: ``"from"`` where the text comes from that page, ``"to"`` where it goes on there.
    """

    start: int
    end: int
    jump: Jump
    direction: Literal["from", "to"]


class CaptionMark(NamedTuple):
    """What speaks for a caption in a short text.

    Attributes:
        start: First code point in the strand.
        end: One past the last.
        opener: The glyph it opens with, or empty.
        figure: The words that point to a picture (图为, 图①, 上图), or empty.
        credit: Who took or supplied the picture.
        credit_start: Where in the strand the credit begins, or None when there is none. A nameless
            credit (资料照片) has a start and no bylines.
        notes: What is doubtful about the names.
    """

    start: int
    end: int
    opener: str = ""
    figure: str = ""
    credit: tuple[Byline, ...] = ()
    credit_start: int | None = None
    notes: tuple[Note, ...] = ()

    @property
    def has_credit(self) -> bool:
        """Whether the text closes with a picture credit, named or not."""
        return self.credit_start is not None


class HighlightMark(NamedTuple):
    """A glyph-led line without a closing stop, as the boxed key points of an article are set.

    Attributes:
        start: First code point in the strand.
        end: One past the last.
        glyph: The glyph it opens with.
    """

    start: int
    end: int
    glyph: str


class FurnitureMark(NamedTuple):
    """A line that is nothing but furniture.

    Attributes:
        start: First code point in the strand.
        end: One past the last.
        kind: What it is.
        number: The page number it prints, normalised (``"2"``, ``"A3"``), or None.
        section: The section it names, blanks taken out, or None.
        date: The day it prints, or None.
    """

    start: int
    end: int
    kind: FurnitureKind
    number: str | None = None
    section: str | None = None
    date: dt.date | None = None


class RunningMark(NamedTuple):
    """A line that may be furniture if it stands in a row of such lines.

    Attributes:
        mark: What it would be.
        sure: Whether it is that wherever it stands.
        plain: Whether it holds nothing but words, which a headline may be as well.
        loose: Whether it is nothing that is known elsewhere on a page.
    """

    mark: FurnitureMark
    sure: bool = False
    plain: bool = False
    loose: bool = False

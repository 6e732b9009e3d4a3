"""Print forms: what an extractor or a composing room may do to a page, as named parameters.

A form says what may happen and how often; :mod:`paperparse.testing.settings` settles it for one page
and lets single articles differ. Every choice is a tuple to draw from, so that no form has a habit of
its own that a parser could be tuned to.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from attrs import evolve, frozen

from paperparse.testing.wrap import Kinsoku

__all__ = ["FORMS", "BylineAt", "Columns", "Form", "Gaps", "HeadlineAt", "Indent"]


class Indent(StrEnum):
    """What is left of a paragraph's indent of two em."""

    IDEOGRAPHIC = "ideographic"  # two U+3000
    BLANKS = "blanks"  # two to four ASCII blanks
    LOST = "lost"  # nothing, though the first line is still two em short
    NONE = "none"  # the house sets its paragraphs flush, first lines are full


class Gaps(StrEnum):
    """Where blank lines stand between paragraphs."""

    NEVER = "never"
    ALWAYS = "always"
    SOMETIMES = "sometimes"
    SHIFTED = "shifted"  # after a paragraph's first line as often as before it


class HeadlineAt(StrEnum):
    """Where a headline stands, seen from its body."""

    BEFORE = "before"
    AFTER = "after"
    ANYWHERE = "anywhere"  # in a place of the page that has nothing to do with its body


class Columns(StrEnum):
    """In which order the columns of an article come out."""

    IN_ORDER = "in-order"
    SECOND_FIRST = "second-first"  # the first column comes last
    ACROSS = "across"  # top of the first, top of the second, bottom of the first, bottom of the second


class BylineAt(StrEnum):
    """Where people sign."""

    LEADING = "leading"  # on a line of their own before the body
    BRACKETED = "bracketed"  # in brackets after the dateline
    INLINE = "inline"  # at the end of the last paragraph
    TRAILING = "trailing"  # on a line of their own after the body


@frozen
class Form:
    """What may happen to a page; every tuple is drawn from, every rate is 0 to 1.

    Attributes:
        name: By which ``evaluate --form`` knows it.
        wrapped: Whether lines are the column's, or whole paragraphs.
        width: Narrowest and widest column, in em.
        one_width: How often all articles of a page share a column width.
        width_change: How often an article goes on in another width in the middle.
        kinsoku: What is done with closing marks at a line's start.
        joints: Em that stand between a number or Latin word and the Han character beside it.
        play: How often a line is half an em looser or tighter than its column.
        indents: What is left of indents.
        gaps: Where blank lines stand between paragraphs.
        stray_gaps: How often a blank line stands before a line that opens with a quote or digit.
        column: Fewest and most lines of a column, or of a piece of column.
        column_gap: Whether a column's end leaves a blank line.
        cut: How often a paragraph on one line is cut by a column end.
        headlines: Where headlines stand; several are mixed on one page.
        mixed: How often a page mixes them.
        part_gap: Blank lines between the parts of a headline.
        head_gap: Blank lines between a headline and its body.
        article_gap: Blank lines between articles.
        subhead_gap: Blank lines above a subhead, never more than between articles.
        scrambled: How often a page draws the main headline before its kicker.
        apart: How often a kicker or sub is drawn apart from its main headline.
        headline_width: Narrowest and widest line of headlines, in em.
        filled: How often a page breaks its headlines where their lines are full and not into lines of about
            the same length.
        spaced: How often a headline line is letter-spaced.
        bare: How often an article is printed without its headline.
        bylines: Where people sign.
        invent_byline: How often an article that names nobody is signed.
        invent_wire: How often an article without a dateline gets one in houses that print them.
        reports: How often who signs an article without a dateline says where and when.
        fragment: How often an article is one part of an article that jumps.
        photos: How often an article has a picture.
        highlights: How often an article has key points.
        furniture: How often a page has folio, section, date or staff lines.
        shuffle: Whether articles come in no order.
        columns: In which order an article's columns come out.
        beside: How often an article's two columns share their lines.
        articles_beside: How often two articles share their lines.
        gutters: What stands between columns on one line; a blank stands for padding to a fixed place.
        spaced_body: How often a body line is letter-spaced, on pages that have such lines.
        digit_blanks: How often a number has a blank before or after it.
        broken_bylines: How often a byline line is broken at any place.
        glued_names: How often a house sets no gap between names.
        spaced_outlet: How often a house letter-spaces the outlets of its bylines.
        shared_lines: How often a headline that stands apart shares a line with the byline after it.
        garbled: How often a main headline is lost or comes out as rubbish.
        radicals: How often a character that is also a radical comes out as the radical.
        vertical: How often a main headline comes out one character a line.
        noise: How often a character is misread.
        noise_lines: How often a line of rubbish stands between two lines.
        scattered: How often furniture stands between the articles.
        lists: How often a page has a list.
        lively: How often a main headline asks or exclaims.
        letters: How often an article opens with a greeting, as letters do.
        adverts: How often a page has adverts and phone numbers.
        torn: How often a line is torn between two signs that are set close together.
        glued_captions: How often a caption is glued to a line of the body.
        form_feed: How often a page ends in a form feed.
    """

    name: str
    wrapped: tuple[bool, ...] = (True,)
    width: tuple[int, int] = (11, 30)
    one_width: float = 0.3
    width_change: float = 0.15
    kinsoku: tuple[Kinsoku, ...] = (
        *(Kinsoku.OUT, Kinsoku.HANG, Kinsoku.SQUEEZE) * 2,
        Kinsoku.NONE,
    )
    joints: tuple[float, ...] = (0.0, 0.0, 0.125, 0.25)
    play: tuple[float, ...] = (0.0, 0.0, 0.1, 0.3)
    indents: tuple[Indent, ...] = (Indent.IDEOGRAPHIC, Indent.IDEOGRAPHIC, Indent.BLANKS)
    gaps: tuple[Gaps, ...] = (Gaps.NEVER,)
    stray_gaps: tuple[float, ...] = (0.0,)
    column: tuple[int, int] = (8, 40)
    column_gap: tuple[bool, ...] = (True, False)
    cut: tuple[float, ...] = (0.0,)
    headlines: tuple[HeadlineAt, ...] = (HeadlineAt.BEFORE,)
    mixed: float = 0.0
    part_gap: tuple[int, ...] = (0, 1, 1)
    head_gap: tuple[int, ...] = (0, 1, 1, 2)
    article_gap: tuple[int, ...] = (1, 1, 2)
    subhead_gap: tuple[int, ...] = (0, 0, 1, 1, 2)
    scrambled: float = 0.1
    apart: float = 0.0
    headline_width: tuple[int, int] = (8, 34)
    filled: float = 0.4
    spaced: float = 0.06
    bare: float = 0.03
    bylines: tuple[BylineAt, ...] = tuple(BylineAt)
    invent_byline: float = 0.6
    invent_wire: float = 0.6
    reports: float = 0.0
    fragment: float = 0.1
    photos: float = 0.15
    highlights: float = 0.06
    furniture: float = 0.7
    shuffle: bool = True
    columns: tuple[Columns, ...] = (Columns.IN_ORDER,)
    beside: float = 0.0
    articles_beside: float = 0.0
    gutters: tuple[str, ...] = ("",)
    spaced_body: tuple[float, ...] = (0.0,)
    digit_blanks: tuple[float, ...] = (0.0, 0.0, 0.0, 0.4)
    broken_bylines: float = 0.0
    glued_names: float = 0.0
    spaced_outlet: float = 0.01
    shared_lines: float = 0.0
    garbled: float = 0.0
    radicals: tuple[float, ...] = (0.0,)
    vertical: float = 0.0
    noise: tuple[float, ...] = (0.0,)
    noise_lines: float = 0.0
    scattered: float = 0.0
    lists: float = 0.12
    lively: float = 0.06
    letters: float = 0.03
    adverts: float = 0.0
    torn: tuple[float, ...] = (0.0,)
    glued_captions: float = 0.0
    form_feed: float = 0.1


_LOST: Final = (Indent.LOST,)
_WHOLE = Form(
    name="paragraphs",
    wrapped=(False,),
    indents=(Indent.NONE, Indent.NONE, Indent.IDEOGRAPHIC),
    gaps=(Gaps.ALWAYS,),
    part_gap=(1,),
    head_gap=(1,),
    article_gap=(1, 1, 2),
)
_LINES = Form(name="wrapped-indent")
_BLANKS_WITHIN = (Gaps.SHIFTED, Gaps.SHIFTED, Gaps.ALWAYS, Gaps.SOMETIMES)

_FREE = evolve(
    _LINES,
    name="mixed",
    wrapped=(True, True, False),
    indents=tuple(Indent),
    gaps=(Gaps.ALWAYS, Gaps.SHIFTED, Gaps.SOMETIMES),
    stray_gaps=(0.0, 0.0, 0.3),
    cut=(0.0, 0.3),
    headlines=tuple(HeadlineAt),
    mixed=0.6,
    apart=0.04,
)
_EASY = evolve(
    _LINES, gaps=(Gaps.NEVER, Gaps.ALWAYS), headlines=(HeadlineAt.BEFORE, HeadlineAt.BEFORE, HeadlineAt.AFTER)
)

FORMS: Final = {
    form.name: form
    for form in (
        _LINES,
        evolve(
            _LINES, name="wrapped-lost-indent", indents=_LOST, gaps=(Gaps.ALWAYS, Gaps.ALWAYS, Gaps.SOMETIMES)
        ),
        evolve(
            _LINES,
            name="wrapped-misleading-blanks",
            indents=(Indent.LOST, Indent.LOST, Indent.IDEOGRAPHIC),
            gaps=_BLANKS_WITHIN,
            stray_gaps=(0.0, 0.3, 0.7),
            column_gap=(True,),
        ),
        evolve(
            _LINES,
            name="wrapped-tight",
            indents=_LOST,
            column_gap=(False,),
            part_gap=(0,),
            head_gap=(0,),
            article_gap=(0,),
            torn=(0.0, 0.0, 0.5, 1.0),
        ),
        _WHOLE,
        evolve(_WHOLE, name="paragraphs-cut", cut=(0.15, 0.3, 0.5)),
        evolve(_LINES, name="headline-after", headlines=(HeadlineAt.AFTER,)),
        evolve(
            _LINES,
            name="headline-anywhere",
            headlines=(HeadlineAt.ANYWHERE,),
            indents=(Indent.IDEOGRAPHIC, Indent.LOST),
            gaps=(Gaps.NEVER, Gaps.ALWAYS),
            apart=0.08,
        ),
        _FREE,
        evolve(
            _EASY, name="column-order", columns=(Columns.SECOND_FIRST, Columns.ACROSS), column_gap=(True,)
        ),
        evolve(_EASY, name="side-by-side", beside=0.6, width=(11, 22), gutters=("", "", " ", "  ", " | ")),
        evolve(
            _EASY, name="articles-beside", articles_beside=0.6, width=(11, 22), gutters=("", "", " ", " | ")
        ),
        evolve(_EASY, name="letter-spaced", spaced=0.5, spaced_body=(0.0, 0.05, 1.0), spaced_outlet=0.4),
        evolve(_EASY, name="digit-blanks", digit_blanks=(0.3, 0.6, 1.0)),
        evolve(_EASY, name="broken-bylines", broken_bylines=0.6, width=(9, 20), apart=0.15, shared_lines=0.5),
        evolve(_EASY, name="glued-names", glued_names=1.0),
        evolve(_EASY, name="reports", reports=0.8, invent_byline=0.8),
        evolve(_EASY, name="radicals", radicals=(0.3, 1.0)),
        evolve(_EASY, name="vertical-headlines", vertical=0.5),
        evolve(
            _EASY, name="scattered", scattered=1.0, adverts=1.0, furniture=1.0, glued_captions=0.5, photos=0.4
        ),
        evolve(_EASY, name="ocr", noise=(0.01,), noise_lines=0.01, garbled=0.05),
        evolve(
            _FREE,
            name="everything",
            columns=(Columns.IN_ORDER, Columns.IN_ORDER, Columns.SECOND_FIRST, Columns.ACROSS),
            beside=0.08,
            articles_beside=0.08,
            gutters=("", " ", " | "),
            spaced_body=(0.0, 0.0, 0.05),
            digit_blanks=(0.0, 0.5),
            broken_bylines=0.1,
            glued_names=0.1,
            shared_lines=0.05,
            garbled=0.02,
            radicals=(0.0, 0.0, 0.5),
            vertical=0.05,
            torn=(0.0, 0.0, 0.5),
            noise=(0.0, 0.0, 0.003, 0.01),
            noise_lines=0.003,
            scattered=0.2,
            adverts=0.2,
            glued_captions=0.2,
        ),
    )
}
"""The forms by name: the first nine are unscrambled."""

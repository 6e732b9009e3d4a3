"""A print form settled for one page, and for each of its articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, frozen

from paperparse.testing.forms import BylineAt, Columns, Form, Gaps, HeadlineAt, Indent
from paperparse.testing.house import House, draw_house
from paperparse.testing.reports import draw_manner
from paperparse.testing.words import chance

if TYPE_CHECKING:
    from random import Random

    from paperparse.testing.wrap import Kinsoku

__all__ = ["Setting", "draw", "redraw"]


@frozen
class Setting:
    """A form settled for one page or article; fields as in :class:`Form`, each with one value.

    Attributes:
        form: The form it comes from.
        house: The paper's manner.
        wrapped: Whether lines are the column's.
        width: Column width in em.
        later_width: Column width after a change, or the same.
        kinsoku: What is done with closing marks.
        joint: Em between a number or Latin word and a Han character beside it.
        play: How often lines are set loose or tight.
        indent: What is left of indents.
        indent_text: The blanks that are left.
        gaps: Where blank lines stand between paragraphs.
        stray_gaps: How often one stands where it misleads.
        column_gap: Whether a column's end leaves one.
        cut: How often a paragraph on one line is cut.
        headline: Where the headline stands.
        part_gap: Blank lines between parts of a headline.
        head_gap: Blank lines between headline and body.
        article_gap: Blank lines between articles.
        subhead_gap: Blank lines above a subhead, never more than between articles.
        scrambled: Whether main headlines are drawn before their kickers.
        headline_width: Widest line of headlines in em.
        filled: Whether headlines are broken where their lines are full.
        byline: Where people sign.
        columns: In which order its columns come out.
        gutter: What stands between columns on one line.
    """

    form: Form
    house: House
    wrapped: bool
    width: int
    later_width: int
    kinsoku: Kinsoku
    joint: float
    play: float
    indent: Indent
    indent_text: str
    gaps: Gaps
    stray_gaps: float
    column_gap: bool
    cut: float
    headline: HeadlineAt
    part_gap: int
    head_gap: int
    article_gap: int
    subhead_gap: int
    scrambled: bool
    headline_width: int
    filled: bool
    byline: BylineAt
    columns: Columns
    gutter: str


def draw(form: Form, rng: Random) -> Setting:
    """Settle a form for one page.

    Args:
        form: What may happen.
        rng: The source of chance.

    Returns:
        What happens.

    Examples:
        >>> import random
        >>> from paperparse.testing.forms import FORMS
        >>> draw(FORMS["wrapped-tight"], random.Random(1)).article_gap
        0
    """
    width = rng.randint(*form.width)
    indent = rng.choice(form.indents)
    setting = Setting(
        form=form,
        house=draw_house(
            rng,
            glued_names=chance(rng, form.glued_names),
            spaced_outlet=chance(rng, form.spaced_outlet),
        ),
        wrapped=rng.choice(form.wrapped),
        width=width,
        later_width=width,
        kinsoku=rng.choice(form.kinsoku),
        joint=rng.choice(form.joints),
        play=rng.choice(form.play),
        indent=indent,
        indent_text=_blanks(indent, rng),
        gaps=rng.choice(form.gaps),
        stray_gaps=rng.choice(form.stray_gaps),
        column_gap=rng.choice(form.column_gap),
        cut=rng.choice(form.cut),
        headline=rng.choice(form.headlines),
        part_gap=rng.choice(form.part_gap),
        head_gap=rng.choice(form.head_gap),
        article_gap=rng.choice(form.article_gap),
        subhead_gap=rng.choice(form.subhead_gap),
        scrambled=chance(rng, form.scrambled),
        headline_width=rng.randint(*form.headline_width),
        filled=chance(rng, form.filled),
        byline=rng.choice(form.bylines),
        columns=rng.choice(form.columns),
        gutter=rng.choice(form.gutters),
    )
    # drawn last and only where it is wanted, so that pages of other forms stay what they were
    return evolve(setting, house=evolve(setting.house, manner=draw_manner(rng))) if form.reports else setting


def redraw(page: Setting, rng: Random, *, one_width: bool, mixed: bool) -> Setting:
    """Let one article differ from its page as articles do.

    Args:
        page: The page's setting.
        rng: The source of chance.
        one_width: Whether the page has one column width.
        mixed: Whether the page mixes the places of headlines.

    Returns:
        The article's setting.

    Examples:
        >>> import random
        >>> from paperparse.testing.forms import FORMS
        >>> page = draw(FORMS["wrapped-indent"], random.Random(1))
        >>> redraw(page, random.Random(2), one_width=True, mixed=False).width == page.width
        True
    """
    form = page.form
    width = page.width if one_width else rng.randint(*form.width)
    later = width
    if chance(rng, form.width_change):
        later = min(max(width + rng.choice((-4, -2, -1, -1, 1, 1, 2, 5)), form.width[0]), form.width[1])
    return evolve(
        page,
        width=width,
        later_width=later,
        headline=rng.choice(form.headlines) if mixed else page.headline,
        part_gap=rng.choice(form.part_gap) if chance(rng, 0.1) else page.part_gap,
        head_gap=rng.choice(form.head_gap) if chance(rng, 0.2) else page.head_gap,
        article_gap=rng.choice(form.article_gap) if chance(rng, 0.2) else page.article_gap,
        headline_width=rng.randint(*form.headline_width) if chance(rng, 0.5) else page.headline_width,
        byline=rng.choice(form.bylines) if chance(rng, 0.15) else page.byline,
        columns=rng.choice(form.columns),
    )


def _blanks(indent: Indent, rng: Random) -> str:
    """The blanks an indent leaves in the text."""
    match indent:
        case Indent.IDEOGRAPHIC:
            return "\u3000\u3000"
        case Indent.BLANKS:
            return " " * rng.choice((2, 4, 4))
        case Indent.LOST | Indent.NONE:
            return ""

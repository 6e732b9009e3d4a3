"""The press: known articles set as raw print, with the truth beside it.

copies, form, seed → settings → matter → lines → damage → text and truth
"""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from paperparse.model import BlockKind
from paperparse.testing.compose import Desk, Jumps, compose
from paperparse.testing.copies import Text, Wire, cut_in_two, illustrated
from paperparse.testing.damage import digit_blanks, garbled, letter_spaced, misread, radicals, rubbish, torn
from paperparse.testing.forms import BylineAt, HeadlineAt
from paperparse.testing.house import invent_bylines
from paperparse.testing.leaves import Case, blanks
from paperparse.testing.lists import write_list
from paperparse.testing.makeup import make_up
from paperparse.testing.reports import At, reported
from paperparse.testing.settings import draw, redraw
from paperparse.testing.sheet import adverts, furniture, new_sheet
from paperparse.testing.truth import read_truth
from paperparse.testing.words import chance, person, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paperparse.model import Page
    from paperparse.testing.copies import Copy
    from paperparse.testing.forms import Form
    from paperparse.testing.leaves import Line
    from paperparse.testing.settings import Setting
    from paperparse.testing.sheet import Sheet

__all__ = ["Proof", "print_page", "set_page"]

_UNTOLD: Final = 0.1
"""How often nothing before a body tells that an article begins, though its headline is elsewhere."""


@frozen
class Proof:
    """A printed page with what is known of it.

    Attributes:
        text: The raw print.
        truth: The page as a perfect reader would give it; its spans point into ``text``.
    """

    text: str
    truth: Page


def print_page(copies: Sequence[Copy], form: Form, seed: int) -> Proof:
    """Set articles as a page of raw print.

    Args:
        copies: The articles; their order matters only as far as the form keeps it.
        form: What the composing room and the extractor may do.
        seed: The same copies, form and seed always give the same page.

    Returns:
        The print and its truth.

    Examples:
        >>> from paperparse.model import BlockKind
        >>> from paperparse.testing import FORMS, Copy, Text
        >>> body = (Text(BlockKind.PARAGRAPH, "新渡口昨天上午开始载客，两岸居民赶来乘船。"),)
        >>> proof = print_page([Copy(main=("新渡口开始载客",), body=body)], FORMS["paragraphs"], 7)
        >>> proof.truth.articles[0].body[0].text
        '新渡口昨天上午开始载客，两岸居民赶来乘船。'
    """
    rng = Random(f"{form.name}/{seed}")  # noqa: S311 - chance, not secrecy
    return set_page([(copy, None) for copy in copies], form, new_sheet(rng), rng)


def set_page(jobs: Sequence[tuple[Copy, Jumps | None]], form: Form, sheet: Sheet, rng: Random) -> Proof:
    """Set one page of an issue.

    Args:
        jobs: Articles with their jump lines; None leaves it to the form whether an article jumps.
        form: What the composing room and the extractor may do.
        sheet: The page's number and paper.
        rng: The source of chance.

    Returns:
        The print and its truth.
    """
    page = draw(form, rng)
    if sheet.house is not None:
        page = evolve(page, house=sheet.house)
    one_width = chance(rng, form.one_width)
    mixed = chance(rng, form.mixed)
    case = Case()
    order = list(jobs)
    if chance(rng, form.lists):
        order.append((write_list(rng), None))
    if form.shuffle:
        rng.shuffle(order)
    matters = []
    for number, (copy, given) in enumerate(order):
        setting = redraw(page, rng, one_width=one_width, mixed=mixed)
        edited, jumps = _edited(copy, given, sheet, setting, rng)
        setting = _opened(edited, jumps, setting, rng)
        matters.append((compose(edited, jumps, Desk(number, setting, case, rng)), setting))
    around = furniture(sheet, page.house, case, rng) if chance(rng, form.furniture) else []
    loose = adverts(sheet, page.house, case, rng) if chance(rng, form.adverts) else []
    if chance(rng, form.scattered):
        around, loose = [], around + loose
    lines = _framed(make_up(matters, page, loose, case, rng), around, page.article_gap, rng)
    lines = _damaged(lines, form, case, rng)
    if chance(rng, form.form_feed):
        lines = [*lines, blanks("\f")]
    return Proof(*read_truth(lines, case, sheet.index))


def _framed(lines: list[Line], around: list[Line], gap: int, rng: Random) -> list[Line]:
    """A page's lines between those of its head and its foot."""
    head: list[Line] = []
    foot: list[Line] = []
    for line in around:
        (foot if chance(rng, 0.3) else head).append(line)
    between: list[Line] = [[]] * gap
    lines = head + (between if head else []) + lines + (between if foot else []) + foot
    before: list[Line] = [[]] * rng.choice((0, 0, 1, 2))
    after: list[Line] = [[]] * rng.choice((0, 1, 2))
    return before + lines + after


def _damaged(lines: list[Line], form: Form, case: Case, rng: Random) -> list[Line]:
    """The lines as the extractor gives them: spaced first, then misread."""
    lines = letter_spaced(lines, case, rng.choice(form.spaced_body), rng)
    lines = digit_blanks(lines, rng.choice(form.digit_blanks), rng)
    lines = radicals(lines, rng.choice(form.radicals), rng)
    lines = garbled(lines, case, form.garbled, rng)
    lines = torn(lines, rng.choice(form.torn), rng)
    lines = misread(lines, case, rng.choice(form.noise), rng)
    return rubbish(lines, case, form.noise_lines, rng)


def _edited(
    copy: Copy, given: Jumps | None, sheet: Sheet, setting: Setting, rng: Random
) -> tuple[Copy, Jumps]:
    """The copy with what its house adds, or the part of it that stands on this page."""
    form = setting.form
    copy = illustrated(copy, rng, form.photos, form.highlights, person(rng))
    copy = _asked(copy, rng, form.lively)
    continues = given is not None and bool(given.come_from)
    begins = bool(copy.body) and not copy.wire and not copy.listed
    if begins and chance(rng, form.letters) and not continues:
        copy = evolve(
            copy, body=(Text(BlockKind.PARAGRAPH, rng.choice(words("letters", "greetings"))), *copy.body)
        )
    if copy.listed and given is None:
        return copy, Jumps()  # nobody signs a list
    wired = setting.house.wire
    far = setting.headline is not HeadlineAt.BEFORE and not chance(rng, _UNTOLD)
    if not copy.bylines and not continues and (far or (not copy.tail and chance(rng, form.invent_byline))):
        copy = evolve(copy, bylines=invent_bylines(rng))
    plain = not copy.wire and not copy.tail and not continues
    manner = setting.house.manner
    # at the foot it tells nobody that an article begins
    if plain and copy.bylines and manner and not (far and manner.at is At.FOOT) and chance(rng, form.reports):
        copy = reported(copy, manner, (sheet.date.month, sheet.date.day), rng)
    elif plain and wired and chance(rng, form.invent_wire):
        month, day = (sheet.date.month, sheet.date.day) if wired == "dated" else (None, None)
        copy = evolve(copy, wire=Wire("本报", None, month, day, "讯"))
    jumps = given or Jumps()
    if given is None and chance(rng, form.fragment):
        copy, jumps = _part(copy, sheet, rng)
    opens = copy.wire or copy.report or (copy.bylines and setting.byline is BylineAt.LEADING)
    if chance(rng, 0.7 if jumps.come_from else form.bare if opens else 0.0):
        copy = evolve(copy, label=(), kicker=(), main=(), sub=())
    return copy, jumps


def _asked(copy: Copy, rng: Random, rate: float) -> Copy:
    """The copy with a headline that asks or exclaims, as those of evening papers do."""
    if not copy.main or not copy.main[-1][-1:].isalpha() or not chance(rng, rate):
        return copy
    return evolve(copy, main=(*copy.main[:-1], copy.main[-1] + rng.choice("？？！")))


def _opened(copy: Copy, jumps: Jumps, setting: Setting, rng: Random) -> Setting:
    """The setting with a byline before the body where nothing else would tell that an article begins.

    Papers that set headlines far from their bodies sign at the head of the body; where neither a
    headline nor a dateline nor a jump line stands there, only the sense of the words could tell.
    """
    told = copy.wire or copy.report or jumps.come_from or not copy.bylines
    if setting.headline is HeadlineAt.BEFORE or told or chance(rng, _UNTOLD):
        return setting
    return evolve(setting, byline=BylineAt.LEADING)


def _part(copy: Copy, sheet: Sheet, rng: Random) -> tuple[Copy, Jumps]:
    """The first or the second part of an article that is cut in mid-sentence."""
    parts = cut_in_two(copy, rng)
    if parts is None:
        return copy, Jumps()
    other = str(rng.randint(1, 8)) if sheet.number.isdigit() else sheet.number[0] + str(rng.randint(1, 8))
    if chance(rng, 0.5):
        return parts[0], Jumps(go_to=other)
    return parts[1], Jumps(come_from=other)

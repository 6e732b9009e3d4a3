"""What stands on a page beside its articles: folio, section, date, staff, adverts, phone numbers."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from attrs import frozen

from paperparse.model import FurnitureKind
from paperparse.testing.leaves import LeafKind, blanks
from paperparse.testing.words import chance, person, words

if TYPE_CHECKING:
    from random import Random

    from paperparse.testing.house import House
    from paperparse.testing.leaves import Case, Line

__all__ = ["Sheet", "adverts", "furniture", "new_sheet"]

_WEEKDAYS: Final = "一二三四五六日"
_STAFF: Final = ("责编", "责任编辑", "编辑", "值班编委")
_HANDS: Final = ("美编", "版式", "审读", "校对", "排版")
_LINES: Final = ("新闻热线", "广告热线", "发行热线", "读者来信", "值班电话", "投稿邮箱")


@frozen
class Sheet:
    """What a page's furniture says of it.

    Attributes:
        number: The page's number, ``"2"`` or ``"A3"``.
        section: Its section.
        date: Its day.
        house: The paper, or None to draw one.
        index: The page's 0-based index in its issue.
    """

    number: str
    section: str
    date: dt.date
    house: House | None = None
    index: int = 0


def new_sheet(rng: Random) -> Sheet:
    """A page number, section and date.

    Args:
        rng: The source of chance.

    Returns:
        The sheet.

    Examples:
        >>> import random
        >>> new_sheet(random.Random(1)).date.year > 2000
        True
    """
    number = str(rng.randint(1, 16))
    if chance(rng, 0.25):
        number = rng.choice("AB") + f"{int(number):02d}"
    day = dt.date(2012, 1, 1) + dt.timedelta(days=rng.randrange(5000))
    return Sheet(number, rng.choice(words("papers", "sections")), day)


def furniture(sheet: Sheet, house: House, case: Case, rng: Random) -> list[Line]:
    """Folio, section, date, staff and masthead lines, some of them.

    Args:
        sheet: What they say.
        house: The paper.
        case: Where their leaves go.
        rng: The source of chance.

    Returns:
        The lines, in no order.

    Examples:
        >>> import random
        >>> from paperparse.testing.house import draw_house
        >>> from paperparse.testing.leaves import Case
        >>> rng = random.Random(2)
        >>> bool(furniture(new_sheet(rng), draw_house(rng), Case(), rng))
        True
    """
    day = sheet.date
    weekday = f"星期{_WEEKDAYS[day.weekday()]}"
    folios = [f"{sheet.number}版", f"第{sheet.number}版", f"{sheet.number} {sheet.section}"]
    if not sheet.number.isdigit():
        folios = [f"{sheet.number} {sheet.section}", f"{sheet.number}版"]
    dates = (
        f"{day.year}年{day.month}月{day.day}日 {weekday}",
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.year}.{day.month}.{day.day} {weekday}",
    )
    hand = f"{rng.choice(_HANDS)}{{}}{person(rng)}"
    colon = rng.choice((" ", "：", "/"))
    section = sheet.section
    if len(section) == 2 and chance(rng, 0.5):  # noqa: PLR2004 - two characters are spaced out
        section = " ".join(section)
    wanted: list[tuple[FurnitureKind, str]] = [
        (FurnitureKind.FOLIO, rng.choice(folios)),
        (FurnitureKind.SECTION, section),
        (FurnitureKind.DATE, rng.choice(dates)),
        (FurnitureKind.STAFF, f"{rng.choice(_STAFF)}{colon}{person(rng)} {hand.format(colon)}"),
        (FurnitureKind.MASTHEAD, house.paper),
    ]
    rng.shuffle(wanted)
    del wanted[rng.choice((1, 1, 2, 3, 4)) :]
    lines = [
        blanks(rng.choice(("", "", " "))) + case.set(LeafKind.FURNITURE, -1, [(text, "")], kind)
        for kind, text in wanted
    ]
    if len(lines) > 1 and chance(rng, 0.15):  # all on one line
        return [[cell for at, line in enumerate(lines) for cell in (blanks("  ") if at else []) + line]]
    return lines


def adverts(sheet: Sheet, house: House, case: Case, rng: Random) -> list[Line]:
    """Notices, phone numbers and a running head printed once more.

    Args:
        sheet: The page.
        house: The paper.
        case: Where their leaves go.
        rng: The source of chance.

    Returns:
        The lines, in no order.
    """
    phone = f"0{rng.randint(311, 898)}-{rng.randint(2000000, 88999999)}"
    wanted = [
        (FurnitureKind.CONTACT, f"{rng.choice(_LINES[:5])}：{phone}"),
        (
            FurnitureKind.CONTACT,
            f"{_LINES[5]}：{rng.choice(('news', 'desk', 'edit'))}@{rng.choice('abcxyz')}daily.example",
        ),
        (
            FurnitureKind.ADVERT,
            f"{rng.choice(words('papers', 'adverts'))} {person(rng)}遗失身份证，声明作废。",
        ),
        (FurnitureKind.ADVERT, f"{rng.choice(words('papers', 'adverts'))} 咨询电话 {phone}"),
        (FurnitureKind.MASTHEAD, f"{house.paper} {sheet.number}版 {sheet.section}"),
    ]
    chosen = rng.sample(wanted, rng.randint(1, 3))
    return [case.set(LeafKind.FURNITURE, -1, [(text, "")], kind) for kind, text in chosen]

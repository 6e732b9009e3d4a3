"""Copy: an article as the newsroom hands it to the press, before anything is set.

A copy knows what is said and by whom; how it is printed is the form's and the house's business.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex
from attrs import evolve, frozen

from paperparse.model import BlockKind, BylineKind
from paperparse.testing.words import chance

if TYPE_CHECKING:
    from random import Random

__all__ = ["Copy", "Photo", "Signature", "Tail", "Text", "Wire", "cut_in_two", "illustrated"]


@frozen
class Signature:
    """One role and the people who signed in it.

    Attributes:
        role: 记者, 通讯员, 首席记者 …
        kind: What the role amounts to.
        names: The people.
        outlet: Who they work for, or None to leave it to the house.
    """

    role: str
    kind: BylineKind
    names: tuple[str, ...]
    outlet: str | None = None


@frozen
class Wire:
    """A dateline: who reports from where and when.

    Attributes:
        outlet: 本报, 新华社 …
        place: The place, or None.
        month: 1 to 12, or None.
        day: 1 to 31, or None.
        kind: 电 or 讯.
        quoted: Whether 据 stands before it.
    """

    outlet: str
    place: str | None = None
    month: int | None = None
    day: int | None = None
    kind: str = "电"
    quoted: bool = False

    @property
    def text(self) -> str:
        """The dateline in the usual print.

        Examples:
            >>> Wire("本报", None, 5, 12, "讯").text
            '本报5月12日讯'
        """
        month = "" if self.month is None else f"{self.month}月"
        day = "" if self.day is None else f"{self.day}日"
        return f"{'据' if self.quoted else ''}{self.outlet}{self.place or ''}{month}{day}{self.kind}"


@frozen
class Text:
    """A paragraph or subhead.

    Attributes:
        kind: Which of the two.
        text: Its words.
    """

    kind: BlockKind
    text: str


@frozen
class Photo:
    """The words under a picture.

    Attributes:
        text: What is seen, closed by a stop.
        credit: Who took it, or None.
        stock: A credit that names nobody, such as 资料照片; empty when there is none.
    """

    text: str
    credit: Signature | None = None
    stock: str = ""


@frozen
class Tail:
    """A closing bracket that says where the piece comes from.

    Attributes:
        wire: The dateline in it, or None.
        signatures: The people in it.
    """

    wire: Wire | None = None
    signatures: tuple[Signature, ...] = ()


@frozen
class Copy:
    """An article to be set.

    Attributes:
        main: 主题, one or no string; likewise the three below.
        kicker: 引题.
        sub: 副题.
        label: 栏目.
        bylines: Who signed it.
        wire: Its dateline, or None.
        body: Paragraphs and subheads in order.
        photos: Captions of its pictures.
        highlights: 提要, without closing stops.
        tail: A closing bracket of source or names, or None.
        report: Where and when it was reported, where the house prints that with who signs, or None.
    """

    main: tuple[str, ...] = ()
    kicker: tuple[str, ...] = ()
    sub: tuple[str, ...] = ()
    label: tuple[str, ...] = ()
    bylines: tuple[Signature, ...] = ()
    wire: Wire | None = None
    body: tuple[Text, ...] = ()
    photos: tuple[Photo, ...] = ()
    highlights: tuple[str, ...] = ()
    tail: Tail | None = None
    report: Wire | None = None

    @property
    def size(self) -> int:
        """Characters of the body."""
        return sum(len(item.text) for item in self.body)

    @property
    def listed(self) -> bool:
        """Whether it is a list: nothing in it closes a sentence."""
        return not any(item.text.endswith(("。", "！", "？", "”")) for item in self.body)


_CLAUSE = regex.compile(r"[^，。；：！？、“”‘’（）《》—…\s]{9,26}")
_STATEMENT = regex.compile(r"(?:^|(?<=[。！？]))[^。；！？“”‘’（）—…\s]{10,44}(?=。)")
_SENTENCE = regex.compile(r"[^。；！？“”‘’（）—…\s]{16,60}(?=[。；])")
_STOCK = ("资料照片", "本报资料照片", "（资料照片）", "资料图片")
_WITHIN = regex.compile(r"\p{Han}{2}")
_SHORTEST_PART = 8
_FEWEST_TO_CUT = 3
_CREDIT_ROLES = ("记者", "通讯员")


def illustrated(copy: Copy, rng: Random, photos: float, highlights: float, person: str) -> Copy:
    """The copy with pictures and key points made of its own words, as papers make them.

    A caption is a sentence of its own, which says what is to be seen; where the copy has none that is short
    enough it is a clause.

    Args:
        copy: An article.
        rng: The source of chance.
        photos: How often a picture is added, 0 to 1.
        highlights: How often key points are added, 0 to 1.
        person: Who took the picture when it is credited.

    Returns:
        The copy, changed or not.

    Examples:
        >>> import random
        >>> body = (Text(BlockKind.PARAGRAPH, "新的渡口码头昨天上午开始运行。"),)
        >>> illustrated(Copy(body=body), random.Random(1), 1.0, 0.0, "孙宁").photos[0].text[-1]
        '。'
    """
    paragraphs = [item.text for item in copy.body if item.kind is BlockKind.PARAGRAPH]
    says = [found[0] for text in paragraphs for found in _STATEMENT.finditer(text)]
    says = says or [found[0] for text in paragraphs for found in _CLAUSE.finditer(text)]
    sentences = [found[0] for text in paragraphs for found in _SENTENCE.finditer(text)]
    if says and not copy.photos and chance(rng, photos):
        text = rng.choice(("", "", "图为", "")) + rng.choice(_telling(says, copy)) + "。"
        credit = None
        stock = ""
        if chance(rng, 0.4):
            credit = Signature(rng.choice(_CREDIT_ROLES), BylineKind.PHOTOGRAPHER, (person,))
        elif chance(rng, 0.6):
            stock = rng.choice(_STOCK)
        copy = evolve(copy, photos=(Photo(text, credit, stock),))
    sentences = [text for text in sentences if text in _telling(sentences, copy)]
    if len(sentences) > 2 and not copy.highlights and chance(rng, highlights):  # noqa: PLR2004 - two to choose from
        chosen = sorted(rng.sample(range(len(sentences)), rng.choice((1, 2, 2, 3))))
        copy = evolve(copy, highlights=tuple(sentences[at] for at in chosen))
    return copy


def _telling(texts: list[str], copy: Copy) -> list[str]:
    """The texts that share most with the headline, half of them; all when there is no headline."""
    head = "".join(copy.kicker + copy.main + copy.sub)
    pairs = {head[at : at + 2] for at in range(len(head) - 1)}
    ranked = sorted(texts, key=lambda text: -sum(text[at : at + 2] in pairs for at in range(len(text))))
    return ranked[: len(ranked) // 2 + 1] if pairs else texts


def cut_in_two(copy: Copy, rng: Random) -> tuple[Copy, Copy] | None:
    """An article cut in mid-sentence, as where it goes on on another page.

    Args:
        copy: The article.
        rng: The source of chance.

    Returns:
        Its two parts, the headline with both; None when it is too short to be cut.

    Examples:
        >>> import random
        >>> text = Text(BlockKind.PARAGRAPH, "新的渡口码头昨天上午开始运行，两岸的居民一早就赶来乘船。")
        >>> one, two = cut_in_two(Copy(body=(text, text, text)), random.Random(1))
        >>> one.body[-1].text + two.body[0].text == text.text
        True
    """
    places = [
        (at, cut)
        for at, item in enumerate(copy.body)
        if item.kind is BlockKind.PARAGRAPH
        for cut in range(_SHORTEST_PART, len(item.text) - _SHORTEST_PART)
        if _WITHIN.fullmatch(item.text[cut - 1 : cut + 1])
    ]
    if len(copy.body) < _FEWEST_TO_CUT or not places:
        return None
    at, cut = rng.choice(places)
    item = copy.body[at]
    first = evolve(copy, body=(*copy.body[:at], evolve(item, text=item.text[:cut])), tail=None)
    rest = (evolve(item, text=item.text[cut:]), *copy.body[at + 1 :])
    return first, evolve(copy, body=rest, bylines=(), wire=None, report=None, photos=(), highlights=())

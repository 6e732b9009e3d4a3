"""Where an article is cut that goes on on another page, and how the jump lines are worded.

A make-up editor cuts where the column is full: in a word, after a comma, where a quotation has just been
opened, at a sentence's or a paragraph's end, before a subhead.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

import regex
from attrs import evolve, frozen

from paperparse.model import BlockKind
from paperparse.testing.words import chance

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from paperparse.testing.copies import Copy, Text

__all__ = ["CutAt", "Part", "cut_copy", "jump_line", "short_headline"]

SHORTEST: Final = 40
"""Characters of the body on either side of a cut at the least: two or three lines of a column."""
_SHORT_HEAD: Final = 4
_NUMERALS: Final = "零一二三四五六七八九十"
_CIRCLED: Final = "①②③④⑤"


class CutAt(StrEnum):
    """What stands right before a cut."""

    ANY = "any"  # anything at all, a sign after the cut included
    WORD = "word"  # in a word or between two
    CLAUSE = "clause"  # after a comma
    QUOTE = "quote"  # after an opening quotation mark or bracket
    SENTENCE = "sentence"  # after a full stop inside a paragraph
    PARAGRAPH = "paragraph"  # after a paragraph
    SUBHEAD = "subhead"  # after a paragraph that a subhead follows


_INSIDE: Final = {
    CutAt.ANY: regex.compile(r"(?<=\S)(?=\S)"),
    CutAt.WORD: regex.compile(r"(?<=[\p{Han}\d])(?=[\p{Han}])"),
    CutAt.CLAUSE: regex.compile(r"(?<=[，、；])(?=[\p{Han}“])"),
    CutAt.QUOTE: regex.compile(r"(?<=[“（《])(?=\p{Han})"),
    CutAt.SENTENCE: regex.compile(r"(?<=。”?)(?=[\p{Han}“])"),
}


@frozen
class Part:
    """One part of an article.

    Attributes:
        copy: What is printed of it on its page.
        within: Whether it begins inside a paragraph.
    """

    copy: Copy
    within: bool = False


def _places(copy: Copy, kind: CutAt) -> list[tuple[int, int]]:
    """The block and the character before which a cut of a kind may fall."""
    found: list[tuple[int, int]] = []
    if kind in _INSIDE:
        for at, item in enumerate(copy.body):
            if item.kind is BlockKind.PARAGRAPH:
                found += [(at, hit.start()) for hit in _INSIDE[kind].finditer(item.text)]
    else:
        wanted = BlockKind.SUBHEAD if kind is CutAt.SUBHEAD else BlockKind.PARAGRAPH
        found = [
            (at, 0)
            for at in range(1, len(copy.body))
            if copy.body[at].kind is wanted and copy.body[at - 1].kind is BlockKind.PARAGRAPH
        ]
    sizes = [0]
    for item in copy.body:
        sizes.append(sizes[-1] + len(item.text))
    return [
        (at, offset)
        for at, offset in found
        if min(sizes[at] + offset, sizes[-1] - sizes[at] - offset) >= SHORTEST
    ]


def cut_copy(copy: Copy, parts: int, kinds: Sequence[CutAt], rng: Random) -> tuple[Part, ...]:
    """An article cut into parts; fewer where there is no room for so many.

    Args:
        copy: The article.
        parts: How many parts are wanted.
        kinds: What may stand before a cut.
        rng: The source of chance.

    Returns:
        Its parts in order. The first keeps headline, signatures and pictures, the last the closing bracket.

    Examples:
        >>> import random
        >>> from paperparse.testing import Copy, Text
        >>> text = Text(BlockKind.PARAGRAPH, "新的渡口码头昨天上午开始运行，两岸的居民一早就赶来乘船。")
        >>> one, two = cut_copy(Copy(body=(text,) * 4), 2, [CutAt.CLAUSE], random.Random(1))
        >>> one.copy.body[-1].text, two.copy.body[0].text, two.within
        ('新的渡口码头昨天上午开始运行，', '两岸的居民一早就赶来乘船。', True)
    """
    chosen: list[tuple[int, int]] = []
    for _ in range(parts - 1):
        order = rng.sample(list(kinds), len(kinds))
        free = next(filter(None, (_free(copy, kind, chosen) for kind in order)), None)
        if free is None:
            break
        chosen.append(rng.choice(free))
    chosen.sort()
    found: list[Part] = []
    low = (0, 0)
    for number, high in enumerate([*chosen, (len(copy.body), 0)]):
        part = evolve(copy, body=_slice(copy.body, low, high))
        if number:
            part = evolve(part, kicker=(), sub=(), label=(), bylines=(), wire=None, photos=(), highlights=())
        if number < len(chosen):
            part = evolve(part, tail=None)
        found.append(Part(part, within=low[1] > 0))
        low = high
    return tuple(found)


def _free(copy: Copy, kind: CutAt, taken: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The places for one more cut, far enough from the others."""
    return [
        place
        for place in _places(copy, kind)
        if all(
            sum(len(item.text) for item in _slice(copy.body, *sorted((place, one)))) >= SHORTEST
            for one in taken
        )
    ]


def _slice(body: Sequence[Text], low: tuple[int, int], high: tuple[int, int]) -> tuple[Text, ...]:
    """The blocks between two places."""
    found: list[Text] = []
    for at in range(low[0], min(high[0] + 1, len(body))):
        start = low[1] if at == low[0] else 0
        end = high[1] if at == high[0] else len(body[at].text)
        if start < end:
            found.append(evolve(body[at], text=body[at].text[start:end]))
    return tuple(found)


def short_headline(copy: Copy, rng: Random) -> tuple[str, ...]:
    """The headline as it is repeated over a later part: whole, its first clause, or a few characters."""
    main = "".join(copy.main)
    if not main:
        return ()
    clause = regex.split(r"[，：、 ——“”]", main)[0]
    short = rng.choice((main, clause, main[: max(len(main) // 2, _SHORT_HEAD)]))
    return (short if len(short) >= _SHORT_HEAD else main,)


def jump_line(page: str, rng: Random, *, back: bool, also: int = 0) -> str:
    """A jump line to or from a page, in one of the shapes papers print.

    Args:
        page: The page's name, ``"2"`` or ``"A03"``.
        rng: The source of chance.
        back: Whether it says where the text comes from.
        also: The number of the article among those that jump between the two pages, or 0 for none.

    Returns:
        The line.

    Examples:
        >>> import random
        >>> "A" in jump_line("A03", random.Random(1), back=True)
        True
    """
    plain = page.isdigit() and int(page) <= 10  # noqa: PLR2004 - larger ones are printed in Arabic numerals
    wide = str.maketrans("0123456789AB", "０１２３４５６７８９ＡＢ")
    name = (
        f"第{_NUMERALS[int(page)]}版"
        if plain and chance(rng, 0.5)
        else f"{rng.choice(('', '', '第'))}{page}版"
    )
    if name.startswith("第") and plain and chance(rng, 0.2):
        name = name.removeprefix("第")
    if chance(rng, 0.1):
        name = name.translate(wide)
    if not page.isdigit() and chance(rng, 0.15):
        name = name.removesuffix("版")
    if also and chance(rng, 0.15):
        name += _CIRCLED[also - 1]
    word = rng.choice(
        ("上接", "上接", "上接", "紧接", "接") if back else ("下转", "下转", "下转", "转", "文转")
    )
    opener, closer = rng.choice(
        (("（", "）"), ("（", "）"), ("（", "）"), ("(", ")"), ("【", "】"), ("▲", ""), ("", ""))
    )
    if not closer:
        opener = opener and ("▲" if back else "▼")
        word = word if len(word) > 1 else ("上接" if back else "下转")
        name = name if name[-1] == "版" else f"{page}版"
    gap = " " if closer == "】" and chance(rng, 0.3) else ""
    return f"{opener}{gap}{word}{gap}{name}{gap}{closer}"

"""What extractors and OCR engines do to printed characters, the truth of each kept.

Every function takes lines of cells and gives lines of cells. A character that is misread stays the
character of its leaf; characters put in belong to the leaf they stand in; lines put in are furniture.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Final

import regex

from paperparse.model import FurnitureKind
from paperparse.testing.leaves import BLANK, Cell, LeafKind, blanks, printed
from paperparse.testing.words import chance

if TYPE_CHECKING:
    from collections.abc import Mapping
    from random import Random

    from paperparse.testing.leaves import Case, Line

__all__ = ["digit_blanks", "garbled", "letter_spaced", "misread", "radicals", "rubbish", "torn"]

_NUMBER = regex.compile(r"\p{Nd}[\p{Nd}.,%％]*")
_SHORT_RADICALS: Final = dict(
    zip("龙马长门见贝车青页风飞鱼鸟麦黄齐齿食金", "⻰⻢⻓⻔⻅⻉⻋⻘⻚⻛⻜⻥⻦⻨⻩⻬⻮⻝⾦", strict=True)
)
_GLYPHS: Final[Mapping[str, tuple[str, ...]]] = {
    "□": ("口", "口", "囗", "名", "句", "[]", "O"),
    "■": ("国", "圈", "口", "■"),
    "◎": ("@", "@@", "O"),
    "●": ("@", "e", "·"),
    "▲": ("全", "么", "A"),
}
_SIGNS: Final[Mapping[str, tuple[str, ...]]] = {
    "（": ("(", "(", "《", "〈"),
    "）": (")", ")", "》"),
    "：": (": ", ":"),
    "，": (", ", ",", "."),
    "。": (".", "，", "。"),
    "“": ('"', "”", "‘"),
    "”": ('"', "“"),
    "、": (",", "，"),
    "《": ("(", "〈"),
    "》": (")", "〉"),
}
_LIKE: Final = (
    "本木 未末 己已 日曰 人入 大太 土士 王玉 天夫 千干 午牛 几儿 刀力 风凤 汛讯 侯候 析折 拆折 戍戌 巳已 "
    "治冶 淮准 贝见 今令 免兔 乌鸟 白自 目且 田由 甲申 住往 微徽 粟栗 陕陜 晴睛 摇播 拨拔 历厉 要耍 管营"
)
_NOISE: Final = ("ee", "mn", "1", "十", "一", "|", "了", "i", "·", "~", "J", "、", "es", "_")
_LATIN: Final = ("market", "and", "the", "a", "&", "of", "re")
_CLOSE: Final = regex.compile(r"[，。、；：！？”’）》](?=[“”‘’（）《》])")
_SIGN_RATE: Final = 8.0  # signs are misread more often than characters, glyphs more often still
_GLYPH_RATE: Final = 30.0


def digit_blanks(lines: list[Line], rate: float, rng: Random) -> list[Line]:
    """Blanks beside numbers, some of them, as extractors put them where the font changes.

    Args:
        lines: Lines of cells.
        rate: How often a number has a blank on a side.
        rng: The source of chance.

    Returns:
        The lines.

    Examples:
        >>> import random
        >>> line = [Cell(char, 0, at) for at, char in enumerate("共5月")]
        >>> printed(digit_blanks([line], 1.0, random.Random(1))[0])
        '共 5 月'
    """
    return [_digits_apart(line, rate, rng) for line in lines] if rate else lines


def _digits_apart(line: Line, rate: float, rng: Random) -> Line:
    """One line with blanks beside its numbers."""
    found = list(_NUMBER.finditer(printed(line)))
    spaced = list(line)
    for match in reversed(found):
        for at in (match.end(), match.start()):
            inner = 0 < at < len(line) and line[at - 1].leaf == line[at].leaf != BLANK
            outer = line[at if at == match.end() else at - 1].char if inner else ""
            if outer >= "一" and chance(rng, rate):
                spaced.insert(at, Cell(" ", line[at].leaf, line[at - 1].place))
    return spaced


def torn(lines: list[Line], rate: float, rng: Random) -> list[Line]:
    """Lines torn between two signs that are set close together, as `pdftotext -raw` does.

    Args:
        lines: Lines of cells.
        rate: How often such a place is torn.
        rng: The source of chance.

    Returns:
        The lines.

    Examples:
        >>> import random
        >>> line = [Cell(char, 0, at) for at, char in enumerate("好。”他")]
        >>> [printed(piece) for piece in torn([line], 1.0, random.Random(1))]
        ['好。', '”他']
    """
    if not rate:
        return lines
    found: list[Line] = []
    for line in lines:
        at = 0
        for match in _CLOSE.finditer(printed(line)):
            if chance(rng, rate):
                found.append(line[at : match.end()])
                at = match.end()
        found.append(line[at:])
    return found


def letter_spaced(lines: list[Line], case: Case, rate: float, rng: Random) -> list[Line]:
    """Blanks between all characters of some lines of running text.

    Args:
        lines: Lines of cells.
        case: The leaves they belong to.
        rate: How often a line is spaced.
        rng: The source of chance.

    Returns:
        The lines.
    """
    if not rate:
        return lines
    spaced: list[Line] = []
    for line in lines:
        text = printed(line).strip()
        plain = text and not regex.search(r"[\p{Latin}]", text)
        body = any(cell.leaf != BLANK and case.leaves[cell.leaf].kind is LeafKind.PARAGRAPH for cell in line)
        if plain and body and chance(rng, rate):
            line = _apart(line)  # noqa: PLW2901 - the same line, set wider
        spaced.append(line)
    return spaced


def _apart(line: Line) -> Line:
    """A line with a blank after each of its characters but the last."""
    wide: Line = []
    for at, cell in enumerate(line):
        wide.append(cell)
        follows = at + 1 < len(line)
        if follows and not cell.char.isspace() and not (cell.char.isdigit() and line[at + 1].char.isdigit()):
            same = line[at + 1].leaf == cell.leaf
            wide.append(Cell(" ", cell.leaf if same else BLANK, cell.place))
    return wide


def radicals(lines: list[Line], rate: float, rng: Random) -> list[Line]:
    """Radicals of Unicode in place of the characters they look like, as some PDF fonts map them.

    Args:
        lines: Lines of cells.
        rate: How often a character that can be is replaced.
        rng: The source of chance.

    Returns:
        The lines.

    Examples:
        >>> import random
        >>> line = [Cell(char, 0, at) for at, char in enumerate("龙山")]
        >>> printed(radicals([line], 1.0, random.Random(1))[0])
        '⻰⼭'
    """
    if not rate:
        return lines
    table = _radicals()
    return [
        [
            cell._replace(char=table[cell.char]) if cell.char in table and chance(rng, rate) else cell
            for cell in line
        ]
        for line in lines
    ]


@cache
def _radicals() -> dict[str, str]:
    """Characters to the radicals that look like them."""
    kangxi = {unicodedata.normalize("NFKC", chr(code)): chr(code) for code in range(0x2F00, 0x2FD6)}
    return {**kangxi, **_SHORT_RADICALS}


def misread(lines: list[Line], case: Case, rate: float, rng: Random) -> list[Line]:
    """Characters as an OCR engine misreads them, blanks and Latin words it sees where there are none.

    Digits of datelines and jump lines are spared, so that the truth can say what they were.

    Args:
        lines: Lines of cells.
        case: The leaves they belong to.
        rate: How often a character is misread.
        rng: The source of chance.

    Returns:
        The lines.
    """
    if not rate:
        return lines
    like: dict[str, str] = {}
    for pair in _LIKE.split():
        like[pair[0]], like[pair[1]] = pair[1], pair[0]
    return [_misread_line(line, case, rate, like, rng) for line in lines]


def _misread_line(line: Line, case: Case, rate: float, like: Mapping[str, str], rng: Random) -> Line:
    """One line as it is misread."""
    read: Line = []
    for at, cell in enumerate(line):
        if cell.leaf == BLANK:
            read.append(cell)
            continue
        spared = cell.char.isdigit() or case.leaves[cell.leaf].kind in {LeafKind.FROM, LeafKind.TO}
        seen = cell.char
        if cell.char in _GLYPHS and not at and chance(rng, min(rate * _GLYPH_RATE, 0.6)):
            seen = rng.choice(_GLYPHS[cell.char])
        elif cell.char in _SIGNS and chance(rng, min(rate * _SIGN_RATE, 0.5)):
            seen = rng.choice(_SIGNS[cell.char])
        elif not spared and chance(rng, rate):
            seen = like.get(cell.char) or rng.choice(
                (chr(ord("一") + rng.randrange(0x4000)), cell.char + " ", "", cell.char)
            )
        elif not spared and at and chance(rng, rate / 40):
            seen = f"{cell.char} {rng.choice(_LATIN)} "
        read.extend(Cell(char, cell.leaf, cell.place) for char in seen)
    whole = any(not cell.char.isspace() for cell in read)
    return read if whole or not line else line


def garbled(lines: list[Line], case: Case, rate: float, rng: Random) -> list[Line]:
    """Main headlines lost, or with every third character misread: large type is what OCR reads worst.

    Args:
        lines: Lines of cells.
        case: The leaves they belong to.
        rate: How often a main headline is lost or comes out as rubbish.
        rng: The source of chance.

    Returns:
        The lines.
    """
    mains = [at for at, leaf in enumerate(case.leaves) if leaf.kind is LeafKind.MAIN]
    hit = {at for at in mains if chance(rng, rate)}
    lost = {at for at in hit if chance(rng, 0.5)}
    read: list[Line] = []
    for line in lines:
        kept = [cell for cell in line if cell.leaf not in lost]
        read.append(
            [
                cell._replace(char=chr(ord("一") + rng.randrange(0x4000)))
                if cell.leaf in hit and not cell.char.isspace() and chance(rng, 1 / 3)
                else cell
                for cell in kept
            ]
        )
    return read


def rubbish(lines: list[Line], case: Case, rate: float, rng: Random) -> list[Line]:
    """Lines of nothing between lines of print: specks and rules an OCR engine took for characters.

    Args:
        lines: Lines of cells.
        case: Where their leaves go.
        rate: How often such a line follows a line.
        rng: The source of chance.

    Returns:
        The lines.
    """
    if not rate:
        return lines
    found: list[Line] = []
    for line in lines:
        found.append(line)
        if line and chance(rng, rate):
            speck = case.set(LeafKind.FURNITURE, -1, [(rng.choice(_NOISE), "")], FurnitureKind.UNKNOWN)
            found.append(blanks(rng.choice(("", " "))) + speck)
    return found

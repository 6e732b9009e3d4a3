"""One form for signs that print in many, for matching only: same length, so no offset ever shifts.

What is folded is safe anywhere on a page:

- full-width ASCII to half-width, half-width kana and signs to full-width, small and vertical forms to
  plain ones (all by NFKC where that is one character);
- blanks to U+0020, but for line terminators, which stay as they are; zero-width signs are no blanks;
- quotation marks: 「」 and ﹁﹂ and 〝〞 to “”, 『』 and ﹃﹄ to ‘’; straight ones stay, they have no side;
- the two-dot leader ︰ and the sign of a ratio ∶, which are set for a colon, to :;
- upright bars to |: those of tables, the sign of divisibility, the dash of vertical print, and the stroke 丨,
  which web editions set for one;
- dashes as long as a character to —, short ones to -, wavy ones to ~; middle dots to ·;
- Kangxi radicals and CJK radicals, which some PDF fonts give for ordinary characters, to those characters
  (⻰ to 龙), and compatibility ideographs to unified ones;
- Traditional to Simplified, by OpenCC's length-keeping ``t2s``.

Brackets stay apart, 〔〕 from ［］ from 【】: papers set different marks in them. What an OCR engine misread
(□ as 口) is not folded here either: it is wrong in most places and right only beside a mark.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Final

from paperparse.text.variants import opencc

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["fold"]

# NFKC has no word on most of the radicals supplement, for their characters are variants, not doubles.
_RADICALS: Final = (
    "⺁⺂⺃⺄⺅⺆⺇⺈⺉⺊⺋⺌⺍⺎⺏⺐⺑⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩"
    "⺪⺫⺬⺭⺮⺯⺰⺱⺲⺳⺴⺵⺶⺷⺸⺹⺺⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑"
    "⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳"
)
_UNIFIED: Final = (
    "厂乛乚乙亻冂几刀刂卜㔾小小兀尣尢尢巳幺彑彐忄㣺扌攵旡日月歺母民氵氺灬爫爫丬牛犭王"
    "疋目示礻竹糹纟罓罒罒罒网羊羊羊耂肀聿月臼艹艹艹虎衤覀西见角角讠贝足车辶辶辶阝钅長"
    "镸长门阜阝雨青韦页风飞食食飠饣首马骨鬼鱼鸟卤麦黄黾齐齐齿齿龙龙龟龟龟"
)
_NFKC_RANGES: Final = (
    range(0x2F00, 0x2FD6),  # Kangxi radicals
    range(0x3038, 0x303B),  # Hangzhou tens
    range(0xF900, 0xFB00),  # compatibility ideographs
    range(0xFE10, 0xFE1A),  # vertical forms
    range(0xFE30, 0xFE70),  # vertical and small forms
    range(0xFF01, 0xFFEF),  # half-width and full-width forms
    range(0x2F800, 0x2FA20),  # compatibility ideographs supplement
)
_CHOSEN: Final = (
    ("“", "「﹁〝｢"),
    ("”", "」﹂〞〟｣"),
    ("‘", "『﹃"),
    ("’", "』﹄"),
    ("—", "―─━⸺﹘"),
    ("-", "‐‑‒–−﹣－︲"),
    ("~", "～〜∼∽﹏︴"),
    ("|", "丨│┃∣❘︱￨"),
    (":", "︰∶"),
    ("·", "•‧∙⋅・･᛫"),
    ("…", "⋯︙"),
    ("〈", "〈⟨"),
    ("〉", "〉⟩"),
    ("《", "⟪"),
    ("》", "⟫"),
)
_ASTRAL: Final = ("\U0002f800", "\U0002fa1f")
_TERMINATORS: Final = frozenset("\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029")
# On a page, which uses a dozen of them, str.replace for each beats str.translate; on hundreds it does not.
_MANY: Final = 48
WORD: Final = 8
"""Code points up to which a text is a word, folded once for all: a role, a name, a short title of a paper."""
_ZERO: Final = re.compile(
    "(?<=[〇零一二三四五六七八九十])○|○(?=[〇零一二三四五六七八九十]|○[〇零一二三四五六七八九十年])"
)
_SURROGATES: Final = re.compile("[\ud800-\udfff]")


def fold(text: str) -> str:
    r"""Fold a text for matching.

    Args:
        text: Any text.

    Returns:
        A text of the same length in code points, never shown to users; lone surrogates are U+FFFD in it.

    Examples:
        >>> fold("本報訊（記者　⻢曉）“ＡＢ１”「丙」")
        '本报讯(记者 马晓)“AB1”“丙”'
        >>> fold("甲\u3000乙\u2028丙")
        '甲 乙\u2028丙'
    """
    return _fold_word(text) if len(text) <= WORD else _fold(text)


@lru_cache(maxsize=512)
def _fold_word(text: str) -> str:
    """Fold a word: a page asks for the same few roles and names of papers again and again."""
    return _fold(text)


def _fold(text: str) -> str:
    """Fold a text of any length."""
    if text.isascii():
        return text.replace("\t", " ").replace("\x1f", " ")
    folded = _simplify(_unify(text))
    if len(folded) != len(text):  # pragma: no cover  # a broken OpenCC; offsets would all be wrong
        msg = f"folding changed the length from {len(text)} to {len(folded)}"
        raise AssertionError(msg)
    return folded


def _unify(text: str) -> str:
    """Fold signs one by one, and a circle that stands for a zero in a Chinese number."""
    if "○" in text:
        text = _ZERO.sub("〇", text)
    table, signs = _table()
    found = set(signs.findall(text)) & table.keys()
    if len(found) > _MANY:
        return text.translate({ord(sign): table[sign] for sign in table})
    for sign in found:
        text = text.replace(sign, table[sign])
    return text


def _simplify(text: str) -> str:
    """Traditional to Simplified, keeping length whatever OpenCC's dictionaries say."""
    convert = _converter()
    try:
        simple = convert(text)
    except UnicodeEncodeError:  # OpenCC reads UTF-8, which has no lone surrogates
        text = _SURROGATES.sub("\ufffd", text)
        simple = convert(text)
    if len(simple) == len(text):
        return simple
    return "".join([_keep_length(line, convert) for line in text.splitlines(keepends=True)])


def _keep_length(line: str, convert: Callable[[str], str]) -> str:
    """Convert a line as a whole, else character by character, leaving those whose length would change."""
    simple = convert(line)
    if len(simple) == len(line):
        return simple
    singles = ((char, convert(char)) for char in line)
    return "".join([new if len(new) == 1 else char for char, new in singles])


@cache
def _table() -> tuple[dict[str, str], re.Pattern[str]]:
    """The folding of each sign that has one, and a pattern that finds them."""
    table: dict[str, str] = {}
    for code in chain.from_iterable(_NFKC_RANGES):
        plain = unicodedata.normalize("NFKC", chr(code))
        if len(plain) == 1:
            table[chr(code)] = plain
    table.update(zip(_RADICALS, _UNIFIED, strict=True))
    for target, signs in _CHOSEN:
        table.update(dict.fromkeys(signs, target))
    blanks = (char for char in map(chr, range(0x3001)) if char.isspace() and char not in _TERMINATORS)
    table.update(dict.fromkeys(blanks, " "))
    # NFKC can lead to a sign that is folded itself: ︳ is a dash, ﹁ a corner quote, and U+FFA0 a filler
    table = {sign: table.get(plain, plain) for sign, plain in table.items()}
    table = {
        sign: plain for sign, plain in table.items() if sign != plain and plain.isspace() == sign.isspace()
    }
    # beyond the BMP `re` looks signs up one by one, so those go in as one range; not all of it is folded
    low = "".join(sign for sign in table if sign < _ASTRAL[0])
    return table, re.compile(f"[{re.escape(low)}{_ASTRAL[0]}-{_ASTRAL[1]}]")


def _converter() -> Callable[[str], str]:
    """OpenCC's Traditional to Simplified."""
    return opencc("t2s")

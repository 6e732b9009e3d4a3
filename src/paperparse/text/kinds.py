"""Facts of single characters: which come in pairs, which mark a piece of print.

Every set names characters as they are printed, in both widths where both are; none knows what a
newspaper does with them.
"""

from __future__ import annotations

from typing import Final

__all__ = ["CLOSERS", "GLYPHS", "OPENERS", "PAIRS", "bare"]

PAIRS: Final = {
    "“": "”",
    "‘": "’",
    "「": "」",
    "『": "』",
    "（": "）",
    "(": ")",
    "《": "》",
    "〈": "〉",
    "【": "】",
    "〔": "〕",
    "［": "］",
    "[": "]",
    "〖": "〗",
    "｛": "｝",
    "{": "}",
    "＜": "＞",
    "<": ">",
    "﹁": "﹂",
    "﹃": "﹄",
    "︵": "︶",
    "〝": "〞",
}
"""Opening brackets and quotation marks with what closes them. ``"`` and ``'`` are not here: the same sign
opens and closes."""

OPENERS: Final = frozenset(PAIRS)
"""Signs that open a quotation or a bracket."""

CLOSERS: Final = frozenset(PAIRS.values()) | {"〟"}
"""Signs that close one; ``〟`` is the lower form of ``〞``."""

GLYPHS: Final = frozenset("□■☐☑◻◼▢▣▪▫◎●○◉•▲△▼▽▶▷►◀◁◄◆◇◈★☆※█▌▍▎▏▐→←↑↓*＊>＞<＜|｜\\＼")
"""Signs that are no words but mark the leaf they stand beside: a byline, a jump line, a caption, a box.
Fidelity compares text without them, for the leaf owns the glyph but does not print it."""

_NUMERALS: Final = frozenset("〇零一二三四五六七八九十百千")
_FRAMES: Final = (("**", "**"), ("＊＊", "＊＊"), (">>", "<<"), ("＞＞", "＜＜"), ("*", "*"))
"""Glyphs that stand on both sides of what they mark."""


def bare(text: str) -> str:
    """The words of a leaf without the glyphs that mark it.

    Only what stands at the head of a leaf, or on both sides of it, is a mark; a sign at its end may be a
    part of the words, and ○ beside a Chinese numeral is a zero.

    Args:
        text: A leaf as printed.

    Returns:
        Its words, blanks at either end taken out.

    Examples:
        >>> bare("□记者 谭宁"), bare("**记者 李沛**"), bare("决胜二○二○")
        ('记者 谭宁', '记者 李沛', '决胜二○二○')
    """
    words = text.strip()
    for opener, closer in _FRAMES:
        if words.startswith(opener) and words.endswith(closer) and len(words) > len(opener) + len(closer):
            words = words[len(opener) : -len(closer)].strip()
            break
    while words and words[0] in GLYPHS and not (words[0] == "○" and words[1:2] in _NUMERALS):
        words = words[1:].lstrip()
    return words

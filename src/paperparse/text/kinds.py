"""Facts of single characters: which close a sentence, which come in pairs, which mark a piece of print.

Every set names characters as they are printed, in both widths where both are; none knows what a
newspaper does with them.
"""

from __future__ import annotations

from typing import Final

__all__ = ["CLOSERS", "CLOSING_STOPS", "GLYPHS", "OPENERS", "PAIRS"]

CLOSING_STOPS: Final = frozenset("。．｡！？!?…⋯；;")
"""Stops after which a sentence or a clause set as one is over. The Western full stop is left out: it
stands in numbers and abbreviations far more often."""

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

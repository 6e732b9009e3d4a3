"""Text made safe to show: no character in it can steer a terminal, a browser or the order of reading."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Final

__all__ = ["visible"]

_KEPT: Final = "\t\n"
_STEERING: Final = frozenset({"Cc", "Cs"})
_TURNS: Final = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
_PICTURES: Final = 0x2400
_DELETE: Final = 0x7F


def visible(text: str) -> str:
    r"""Put something harmless for every character that is an order rather than a sign.

    Line feeds and tabs stay. Other control characters of ASCII become their pictures (ESC becomes ␛);
    those of Latin-1, lone surrogates and the signs that turn the direction of writing become U+FFFD.

    Args:
        text: Any text.

    Returns:
        A text of the same length, so that spans still fit.

    Examples:
        >>> visible("本报\x1b[31m讯")
        '本报␛[31m讯'
    """
    return text.translate(_table())


@cache
def _table() -> dict[int, int]:
    """What stands for what; made when first needed."""
    found: dict[int, int] = {}
    for code in (*range(0x100), 0x61C, *range(0x200E, 0x2070), *range(0xD800, 0xE000), 0xFEFF):
        char = chr(code)
        steers = unicodedata.category(char) in _STEERING or unicodedata.bidirectional(char) in _TURNS
        if steers and char not in _KEPT:
            found[code] = _picture(code)
    return found


def _picture(code: int) -> int:
    """The picture of a control character, or the sign for what cannot be shown."""
    if code < ord(" "):
        return _PICTURES + code
    return _PICTURES + 0x21 if code == _DELETE else 0xFFFD

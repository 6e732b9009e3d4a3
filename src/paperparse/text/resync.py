"""Damaged bytes of double-byte encodings, read so that one of them costs one character.

GB18030 and Big5 have no mark of where a character begins. A byte that is lost or one too many turns
everything up to the next blank or line end into rare characters, because second bytes pair up with
first ones. So a stretch that does not decode is read anew by the cheapest way through it: common
characters are free, rare ones dear, a byte thrown away dearer still, and the way that falls back into
step wins. The work is linear in the length of the stretches that hold damage; the rest is the codec's.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from paperparse.text.han import COMMON_HAN, PRINT_SIGNS

__all__ = ["DAMAGE", "decode_pairs", "unwrap_hz"]

DAMAGE: Final = "\udcff"
"""Stands for one damaged place until the caller makes it U+FFFD; no codec here ever gives it."""

# No second byte of either encoding lies below 0x30, so a stretch never starts within a character.
_STRETCHES: Final = re.compile(rb"([\x30-\xff]+)")
# Stretches of print are some hundred bytes long; a longer one than this gets the codec's own replacement.
_LONGEST: Final = 1 << 16
# Mending takes a microsecond or two a byte. Where this many needed it, the encoding is wrong, not the bytes.
_MENDED: Final = 1 << 22

# Costs of reading. They only have to be ordered: a handful of rare characters in a row is dearer than a
# byte thrown away, one rare name is not.
_RARE: Final = 2.0
_ALIEN: Final = 2.5
_DROP: Final = 5.0
_BAD_PAIR: Final = 5.5
_IN_A_ROW: Final = 4
# A stretch cut within a character at both ends decodes, out of step; whole pages are only looked at here.
_HEAD: Final = 256
# What decodes is read in another step only if each byte thrown away makes this many characters common; it
# does not in a line of kana.
_GAIN: Final = 6
# Codes remembered: three quarters of a two-byte charset. All four-byte codes together would fill memory.
_CODES: Final = 1 << 14
_ASCII_END: Final = 0x80
_ESCAPED: Final = re.compile("[\udc80-\udcff]")
_DIGITS: Final = range(0x30, 0x3A)

_HZ: Final = re.compile(rb"~(?:\{([^\n]*?)(?:~\}|(?=\n)|\Z)|~|\n)")
_SEVEN_BITS: Final = bytes(range(0x80)) + b"\xff" * 0x80
_EIGHTH_BIT: Final = bytes(range(0x21)) + bytes(range(0xA1, 0xFF)) + bytes(range(0x7F, 0x100))


def decode_pairs(data: bytes, codec: str) -> str:
    """Decode bytes of a double-byte encoding, falling back into step after damage.

    Args:
        data: The bytes.
        codec: ``"gb18030"`` or one of the Big5 family.

    Returns:
        The text, with :data:`DAMAGE` for each damaged place.

    Examples:
        >>> data = "本报讯今天".encode("gb18030")
        >>> decode_pairs(data[:3] + data[4:], "gb18030").replace(DAMAGE, "?")
        '本?讯今天'
    """
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        text = ""
    if text and not _astray().search(text[:_HEAD]):
        return text
    words: list[str] = []
    left = _MENDED
    for line in data.splitlines(keepends=True):
        text, spent = _line(line, codec, left)
        words.append(text)
        left -= spent
    return "".join(words)


def _line(line: bytes, codec: str, left: int) -> tuple[str, int]:
    """Decode one line of damaged text, mending only the stretches that need it.

    Args:
        line: The bytes of the line.
        codec: The encoding.
        left: How many bytes may still be mended.

    Returns:
        The text and how many bytes were mended.
    """
    try:
        text = line.decode(codec)
    except UnicodeDecodeError:
        text = ""
    if text and not _astray().search(text):
        return text, 0
    words: list[str] = []
    spent = 0
    for part in _STRETCHES.split(line):
        text = _plain(part, codec)
        if len(part) <= min(_LONGEST, left - spent) and (DAMAGE in text or _astray().search(text)):
            mended = _mend(part, codec)
            if DAMAGE in text or _known(mended) >= _known(text) + _GAIN * mended.count(DAMAGE):
                text = mended
            spent += len(part)
        words.append(text)
    return "".join(words), spent


def _known(text: str) -> int:
    """How many common characters a text has."""
    return sum(map(COMMON_HAN.__contains__, text))


def _plain(part: bytes, codec: str) -> str:
    """Decode with the codec's own notion of what is damaged."""
    return _ESCAPED.sub(DAMAGE, part.decode(codec, "surrogateescape"))


@cache
def _astray() -> re.Pattern[str]:
    """Rare characters in a row, as where two losses in one stretch make up for each other."""
    known = re.escape("".join(COMMON_HAN | PRINT_SIGNS))
    return re.compile(f"[^\\x00-\\x7f{known}]{{{_IN_A_ROW}}}")


def _mend(part: bytes, codec: str) -> str:
    """The cheapest reading of a damaged stretch."""
    size = len(part)
    costs = [0.0] * (size + 1)
    widths = [1] * size
    for at in range(size - 1, -1, -1):
        if part[at] < _ASCII_END:
            costs[at] = costs[at + 1]
            continue
        cheapest, width = costs[at + 1] + _DROP, 1
        if at + 1 < size:
            cost = costs[at + 2] + _read(part[at : at + 2], codec)[1]
            if cost < cheapest:
                cheapest, width = cost, 2
        if at + 3 < size and part[at + 1] in _DIGITS and part[at + 3] in _DIGITS:
            char, own = _read(part[at : at + 4], codec)
            if char != DAMAGE and costs[at + 4] + own < cheapest:
                cheapest, width = costs[at + 4] + own, 4
        costs[at], widths[at] = cheapest, width
    words: list[str] = []
    at = 0
    while at < size:
        width = widths[at]
        words.append(_read(part[at : at + width], codec)[0] if width > 1 or part[at] < _ASCII_END else DAMAGE)
        at += width
    return "".join(words)


@lru_cache(maxsize=_CODES)
def _read(code: bytes, codec: str) -> tuple[str, float]:
    """What one code stands for and what it costs to believe it."""
    try:
        char = code.decode(codec)
    except UnicodeDecodeError:
        return DAMAGE, _BAD_PAIR
    if char in COMMON_HAN or char in PRINT_SIGNS:
        return char, 0.0
    # more than one character: the first byte stood for nothing and the second for itself
    return char, _RARE if "\u3400" <= char[0] <= "\u9fff" else _ALIEN


def unwrap_hz(data: bytes) -> bytes:
    """HZ (RFC 1843) as the GB bytes it wraps, so that the same reading mends both.

    Args:
        data: HZ text. It may have been cut within ``~{ … ~}``; bytes above 0x7F, which HZ has not, become
            0xFF, which no encoding has.

    Returns:
        The same text in GB2312.

    Examples:
        >>> unwrap_hz(b"~{1>1(~} 1").decode("gb18030")
        '本报 1'
    """
    closing = data.find(b"~}")
    if closing >= 0 and b"~{" not in data[:closing] and b"\n" not in data[:closing]:
        data = b"~{" + data
    return _HZ.sub(_unwrap, data.translate(_SEVEN_BITS))


def _unwrap(found: re.Match[bytes]) -> bytes:
    """What one escape of HZ stands for."""
    if found[1] is not None:
        return found[1].translate(_EIGHTH_BIT)
    return b"~" if found[0] == b"~~" else b""

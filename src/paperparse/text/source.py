"""Bytes to text: whatever Chinese encoding a page came in, the text is the same.

The cascade, each step surer or cheaper than the next: a BOM; HZ, which is all ASCII; strict UTF-8; UTF-8
with a little damage; and else the reading most like print, see :mod:`paperparse.text.guess`. It judges by a
sample, because 50 MB say no more about their encoding than the first of them, and then decodes once.
Line ends stay as they are, for offsets index the text.
"""

from __future__ import annotations

import codecs
import os
import re
from typing import Final

from attrs import frozen

from paperparse.errors import ArgumentError, DecodeError
from paperparse.options import Options, check_options
from paperparse.text.guess import BIG5, CANDIDATES, guess
from paperparse.text.han import COMMON_HAN
from paperparse.text.resync import DAMAGE, decode_pairs, unwrap_hz

__all__ = ["Decoded", "decode", "read"]

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
# The files pages come in; each opens with bytes no text of our encodings opens with.
_BINARY: Final = (
    (b"%PDF-", "a PDF file"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"\x00\x00\x00\x0cjP  ", "a JPEG 2000 image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"AT&TFORM", "a DjVu file"),
    (b"\x1f\x8b\x08", "a gzip archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"PK\x03\x04", "a zip archive or an Office document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
)
# 64 kB hold thirty thousand characters; the encodings are told apart by thirty.
_SAMPLE: Final = 1 << 16
_HIGH: Final = re.compile(rb"[\x80-\xff]")
# UTF-16 of nothing but ASCII is strict UTF-8 as well, every second byte of it a NUL.
_NULS: Final = 0.4
_NULS_FROM: Final = 32
# A damaged character of UTF-8 for three whole ones is still UTF-8; other encodings read as UTF-8 have one
# whole character (of three bytes) for dozens of damaged ones.
_WHOLE: Final = 3
_HZ_SHARE: Final = 0.5
_STRAY: Final = 0.02
"""Share of bytes above ASCII with which HZ is still HZ, damaged; other encodings of Han have most."""
_TRIAL: Final = 1 << 12
_REPORTED: Final = 16

_THREE_BYTES: Final = re.compile("[^\0-\u07ff\ud800-\udfff\U00010000-\U0010ffff]")
# One damaged place of UTF-8: a first byte with what follows it, be it that a byte between was overwritten.
_UTF8_DAMAGE: Final = re.compile(
    "[\udce0-\udcef][\x00-\x7f\udcc0-\udcff][\udc80-\udcbf]|[\udcc0-\udcff][\udc80-\udcbf]*|[\udc80-\udcbf]{1,3}"
)
_UNIT_DAMAGE: Final = re.compile("[\ud800-\udfff]")
_DEFAULT: Final = Options()


@frozen
class Decoded:
    """Text and how it was come by.

    Attributes:
        text: The text, without a BOM, line ends as they were.
        encoding: The encoding's canonical name (``"utf-8"``, ``"utf-8-sig"``, ``"utf-16-le"``,
            ``"utf-16-be"``, ``"gb18030"``, ``"big5hkscs"``, ``"cp950"``, ``"big5"``, ``"hz"``), or the one
            that was asked for; None for what was text already.
        confidence: 0 to 1.
        damaged: How many U+FFFD of the text stand for damaged bytes.
        first_damaged: Offsets in the text of the first of them, sixteen at most.
    """

    text: str
    encoding: str | None
    confidence: float
    damaged: int = 0
    first_damaged: tuple[int, ...] = ()


def read(
    source: str | bytes | bytearray | memoryview | os.PathLike[str], *, options: Options = _DEFAULT
) -> Decoded:
    """Take text from whatever a caller holds.

    Args:
        source: Text, which is taken as it is; encoded bytes; or the path of a file of bytes.
        options: Choices for this call; only ``encoding`` matters here.

    Returns:
        The text; its encoding is None when it was text already.

    Raises:
        DecodeError: The bytes are no text in any encoding we know.
        OSError: The file cannot be read.
        ArgumentError: The source is of another type.

    Examples:
        >>> read("本报讯").encoding is None
        True
    """
    if isinstance(source, str):
        return Decoded(source, None, 1.0)
    if isinstance(source, os.PathLike):
        from pathlib import Path  # noqa: PLC0415 - who hands over text needs none of it

        source = Path(source).read_bytes()
    _demand_source(source)
    return decode(source, options=options)


def _demand_source(source: object) -> None:
    """Refuse what is no source of a page, and say what to do about it."""
    if isinstance(source, bytes | bytearray | memoryview):
        return
    msg = (
        "a page is text (str), bytes (bytes, bytearray, memoryview) or a path (os.PathLike), not "
        f"{type(source).__name__}"
    )
    raise ArgumentError(f"{msg}; give what its read() returns" if hasattr(source, "read") else msg)


def decode(data: bytes | bytearray | memoryview, *, options: Options = _DEFAULT) -> Decoded:
    r"""Decode the bytes of a page, finding out their encoding.

    Args:
        data: The bytes; none of them are the empty text.
        options: Choices for this call; only ``encoding`` matters here, and settles it.

    Returns:
        The text. Each damaged byte costs one U+FFFD in it at most, and never the encoding.

    Raises:
        DecodeError: The bytes are no text in any encoding we know, or are known for another kind of file
            whatever encoding was asked for, or that encoding is unknown.
        ArgumentError: It is no bytes.

    Examples:
        >>> decoded = decode("本报讯 今天上午，新桥建成通车。".encode("gbk"))
        >>> decoded.text, decoded.encoding
        ('本报讯 今天上午，新桥建成通车。', 'gb18030')
        >>> decode(b"\xff\xfe,g").text
        '本'
    """
    _demand_bytes(data)
    check_options(options)
    data = bytes(data)
    _refuse_binary(data)
    if options.encoding is not None:
        return _forced(data, options.encoding)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _finish(data[len(mark) :], encoding, 1.0)
    return _strict(data) or _judged(data)


def _demand_bytes(data: object) -> None:
    """Refuse what cannot be decoded."""
    if not isinstance(data, bytes | bytearray | memoryview):
        hint = "; a str is decoded already" if isinstance(data, str) else ""
        msg = f"decode takes bytes (bytes, bytearray, memoryview), not {type(data).__name__}{hint}"
        raise ArgumentError(msg)


def _refuse_binary(data: bytes) -> None:
    """Refuse what is a file of another kind, whatever encoding it is said to be in."""
    for mark, what in _BINARY:
        if data.startswith(mark):
            msg = f"this is {what}; take its text out first"
            raise DecodeError(msg, recognised=what)


def _strict(data: bytes) -> Decoded | None:
    """Read bytes as UTF-8 or as one of the encodings that look like it."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    if text.isascii() and _is_hz(data):
        return _finish(data, "hz", 1.0)
    if len(data) >= _NULS_FROM and data.count(0) > _NULS * len(data):
        for encoding, zeros in (("utf-16-le", data[1::2]), ("utf-16-be", data[::2])):
            if zeros.count(0) > (1 - _NULS / 2) * len(zeros) and data.count(0) < (1 - _NULS) * len(data):
                return _finish(data, encoding, 1.0)
    return Decoded(text, "utf-8", 1.0)


def _is_hz(data: bytes) -> bool:
    """Whether bytes that are ASCII, or nearly, switch to Han characters and back as HZ does."""
    if b"~{" not in data and b"~}" not in data:
        return False
    trial = _finish(data[max(data.find(b"~") - 1, 0) :][:_TRIAL], "hz", 1.0).text
    wide = len(trial) - len(trial.encode("ascii", "ignore"))
    return sum(map(COMMON_HAN.__contains__, trial)) > _HZ_SHARE * wide


def _judged(data: bytes) -> Decoded:
    """Read bytes in the encoding a sample of them is most like."""
    high = _HIGH.search(data)
    if len(_HIGH.findall(data[:_TRIAL])) <= _STRAY * min(len(data), _TRIAL) and _is_hz(data):
        return _finish(data, "hz", 1.0)
    start = (high.start() if high else 0) & ~1  # even, lest UTF-16 lose step
    sample = data[start : start + _SAMPLE]
    trial = _finish(sample[:_TRIAL], "utf-8", 1.0)
    if len(_THREE_BYTES.findall(trial.text)) - trial.damaged >= _WHOLE * trial.damaged:
        return _finish(data, "utf-8", 1 - trial.damaged / len(trial.text))
    best = guess(sample)
    if not best.is_text:
        msg = f"these bytes are no text; tried {', '.join(CANDIDATES)}"
        raise DecodeError(msg, CANDIDATES)
    return _finish(data, best.encoding, best.confidence, best.skip)


def _forced(data: bytes, name: str) -> Decoded:
    """Read bytes in the encoding the caller asked for."""
    try:
        encoding = _canonical(codecs.lookup(name).name)
    except (LookupError, ValueError):
        msg = f"unknown encoding {name!r}"
        raise DecodeError(msg, (name,)) from None
    for mark, marked in _MARKS:
        if data.startswith(mark) and encoding in {marked, marked.removesuffix("-sig"), "utf-16"}:
            return _finish(data[len(mark) :], marked, 1.0)
    return _finish(data, "utf-16-le" if encoding == "utf-16" else encoding, 1.0)


def _canonical(codec: str) -> str:
    """Our name of a codec: Python's, but GB2312 and GBK are read as what they are parts of."""
    return "gb18030" if codec in {"gb2312", "gbk"} else codec


def _finish(data: bytes, encoding: str, confidence: float, skip: int = 0) -> Decoded:
    """Decode all of it in a known encoding and make one U+FFFD of each damaged place."""
    if encoding in {"utf-8", "utf-8-sig"}:
        return _marked(data.decode("utf-8", "surrogateescape"), _UTF8_DAMAGE, encoding, confidence)
    if encoding in {"utf-16-le", "utf-16-be"}:
        end = len(data) - (len(data) - skip) % 2
        units = data[skip:end].decode(encoding, "surrogatepass")
        text = DAMAGE * skip + units + DAMAGE * (len(data) - end)
        return _marked(text, _UNIT_DAMAGE, encoding, confidence)
    if encoding == "gb18030" or encoding in BIG5:
        return _marked(decode_pairs(data, encoding), _UNIT_DAMAGE, encoding, confidence)
    if encoding == "hz":
        return _marked(decode_pairs(unwrap_hz(data), "gb18030"), _UNIT_DAMAGE, encoding, confidence)
    try:
        text = data.decode(encoding, "replace")
    except (LookupError, ValueError) as error:
        msg = f"cannot decode as {encoding!r}: {error}"
        raise DecodeError(msg, (encoding,)) from None
    return _marked(text, re.compile("\ufffd"), encoding, confidence)


def _marked(text: str, damage: re.Pattern[str], encoding: str, confidence: float) -> Decoded:
    """Put U+FFFD for what the decoder marked as damaged."""
    offsets: list[int] = []
    shrunk = 0
    count = 0
    for place in damage.finditer(text):
        if count < _REPORTED:
            offsets.append(place.start() - shrunk)
            shrunk += len(place[0]) - 1
        count += 1
    clean = damage.sub("\ufffd", text) if count else text
    return Decoded(clean, encoding, confidence, count, tuple(offsets))

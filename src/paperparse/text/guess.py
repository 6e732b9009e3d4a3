"""Which encoding bytes are in, from how much like print they read in each.

Read wrongly, Chinese bytes give rare characters, signs of other scripts and damage; read rightly, common
characters. Adding that up is surer than a detector that must know every language: `chardet` is asked only
where two readings are close.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from paperparse.text.han import COMMON_HAN, PRINT_SIGNS
from paperparse.text.resync import DAMAGE, decode_pairs, unwrap_hz

__all__ = ["BIG5", "CANDIDATES", "Guess", "guess"]

BIG5: Final = ("big5hkscs", "cp950", "big5")
CANDIDATES: Final = ("utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be", "hz")
"""What is tried, in order; on a draw the first one wins."""

_KNOWN: Final = COMMON_HAN | PRINT_SIGNS
_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")
_ESCAPED: Final = re.compile("[\ud800-\udfff]")
_HAN: Final = re.compile("[\u3400-\u9fff]")
# What a sign says for a reading: a known one for it, all others against it.
_RARE: Final = 0.5
_ALIEN: Final = 1.0
_DAMAGED: Final = 2.0
_CONTROLLED: Final = 3.0

# Thirty characters tell the encodings apart, so most pages are settled by their first thousand. What is
# not, is read anew: at length, and a short stretch with mending, for it may just have lost step at a cut.
_SHORT: Final = 2048
_CLEAR: Final = 0.6
# Margins per non-ASCII character below which chardet is asked. Right readings lead by 1.0 and more.
_CLOSE: Final = 0.2
# Print has this share of known signs outside ASCII, random bytes have 0.10 at most; they have 0.25 of noise.
_TEXT_SHARE: Final = 0.3
_TEXT_NOISE: Final = 0.12
_FOREIGN: Final = 0.2
_FEW: Final = 4

# Signs that the Big5 decoders give where print of their own region never has them; see `_big5`. A kana or a
# Cyrillic letter on its own is another decoder's circled number, but for の, which shops like in their names.
_KANA: Final = "ぁ-ゟァ-ヿЀ-ӿ"
_UNLIKELY: Final = re.compile(f"[∕﹨¯♁☉∼‾￭攴\u2f33]|(?<![{_KANA}])(?!の)[{_KANA}](?![{_KANA}])")
_DAMAGE_FAULT: Final = 3
_OUR_NAMES: Final = {
    "utf8": "utf-8",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "cp936": "gb18030",
    "big5": "big5hkscs",
    "cp950": "big5hkscs",
    "hzgb2312": "hz",
    "utf16": "utf-16-le",
    "utf16le": "utf-16-le",
    "utf16be": "utf-16-be",
    "gb18030": "gb18030",
    "big5hkscs": "big5hkscs",
}


class Guess(NamedTuple):
    """The best reading of a sample.

    Attributes:
        encoding: One of the canonical names.
        skip: Bytes before the first whole character, for UTF-16 cut within one: 0 or 1.
        confidence: 0 to 1, the lead over the next best reading.
        is_text: Whether it reads like text at all.
    """

    encoding: str
    skip: int
    confidence: float
    is_text: bool


class _Reading(NamedTuple):
    """One candidate's reading of the sample, weighed."""

    encoding: str
    skip: int
    score: float
    length: int  # characters
    size: int  # of them outside ASCII
    known: int
    alien: int
    noise: float  # share of control characters (thrice) and damage among all characters


def guess(sample: bytes) -> Guess:
    """Find the encoding of a sample that is neither marked by a BOM nor strict UTF-8.

    Args:
        sample: The bytes to judge by, beginning at an even offset.

    Returns:
        The best reading, whether or not it is text.

    Examples:
        >>> guess("本报讯 今天上午，新桥建成通车。".encode("gb18030")).encoding
        'gb18030'
    """
    readings = _readings(sample[:_SHORT])
    if not _is_clear(readings):
        readings = _readings(sample)
    if not _is_clear(readings):
        readings = max(readings, _readings(sample[:_SHORT], mend=True), key=_margin)
    best = readings[0]
    margin = _margin(readings)
    if margin < _CLOSE and best.size:
        named = _ask_chardet(sample)
        best = next((reading for reading in readings if reading.encoding == named), best)
    encoding = _big5(sample) if best.encoding in BIG5 else best.encoding
    return Guess(encoding, best.skip, max(0.0, min(1.0, margin)), _is_text(best))


def _is_clear(readings: list[_Reading]) -> bool:
    """Whether the best reading is print and no other comes near."""
    return _margin(readings) >= _CLEAR and readings[0].known >= _CLEAR * readings[0].size


def _margin(readings: list[_Reading]) -> float:
    """How far the best reading leads, for each of its characters."""
    return (readings[0].score - readings[1].score) / max(readings[0].size, 1)


def _is_text(reading: _Reading) -> bool:
    """Whether what was read looks like print, a little damaged perhaps.

    It does if enough of it is known, if it is ASCII but for some bytes, or if it is a rare word or two.
    """
    if reading.known > _TEXT_SHARE * reading.size:
        return True
    if reading.size <= _FEW and not reading.noise and not reading.alien:
        return True
    return reading.size <= _FOREIGN * reading.length and reading.noise <= _TEXT_NOISE


def _readings(sample: bytes, *, mend: bool = False) -> list[_Reading]:
    """Every candidate's reading, best first."""
    found: list[_Reading] = []
    for encoding in CANDIDATES:
        if encoding.startswith("utf-16"):
            found.extend(_weigh(_wide(sample, encoding, skip), encoding, skip) for skip in (0, 1))
        elif encoding == "hz":
            if b"~{" in sample:
                found.append(_weigh(unwrap_hz(sample).decode("gb18030", "surrogateescape"), encoding))
        elif mend and encoding != "utf-8":
            found.append(_weigh(decode_pairs(sample, encoding), encoding))
        else:
            found.append(_weigh(sample.decode(encoding, "surrogateescape"), encoding))
    return sorted(found, key=lambda reading: -reading.score)


def _wide(sample: bytes, encoding: str, skip: int) -> str:
    """A sample read as UTF-16, whole units only."""
    end = len(sample) - (len(sample) - skip) % 2
    units = sample[skip:end].decode(encoding, "surrogatepass")
    return DAMAGE * skip + units + DAMAGE * (len(sample) - end)


def _weigh(text: str, encoding: str, skip: int = 0) -> _Reading:
    """Add up what the signs of a reading say for it."""
    size = len(text) - len(text.encode("ascii", "ignore"))
    known = sum(map(_KNOWN.__contains__, text))
    damaged = len(_ESCAPED.findall(text))
    controls = len(_CONTROL.findall(text))
    rare = len(_HAN.findall(text)) - sum(map(COMMON_HAN.__contains__, text))
    alien = size - known - rare - damaged
    score = known - _RARE * rare - _ALIEN * alien - _DAMAGED * damaged - _CONTROLLED * controls
    # a cut costs up to two bytes at either end and is no sign of anything
    noise = (3 * controls + len(_ESCAPED.findall(text[2:-2]))) / max(len(text), 1)
    if damaged == len(text):
        noise = 1.0
    return _Reading(encoding, skip, score, len(text), size, known, alien, noise)


def _ask_chardet(sample: bytes) -> str | None:
    """What chardet says, if it is one of ours."""
    from chardet import detect  # noqa: PLC0415  # loading its models is work no import should do

    name = detect(sample)["encoding"] or ""
    return _OUR_NAMES.get(re.sub(r"[\W_]", "", name.lower()))


def _big5(sample: bytes) -> str:
    """Which Big5 it is.

    The three decoders agree but for eleven signs, kana and Hong Kong's own characters. Microsoft's gives ∕
    and ﹨ where the others give ／ and ＼, they give ∼ where it gives ～; kana stand elsewhere in HKSCS, and
    turn into strokes, numbers and other kana. Whichever gives fewer signs that nobody prints, and less
    damage, is it.
    """

    def faults(encoding: str) -> int:
        text = sample.decode(encoding, "surrogateescape")
        return _DAMAGE_FAULT * len(_ESCAPED.findall(text)) + len(_UNLIKELY.findall(text))

    return min(BIG5, key=faults)

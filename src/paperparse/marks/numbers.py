"""Numbers as marks print them, Arabic or Chinese."""

from __future__ import annotations

from typing import Final

__all__ = ["count_of", "page_of", "republic_year_of", "year_of"]

_DIGITS: Final = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0}
_TENS: Final = {"廿": 20, "卅": 30}
_REPUBLIC: Final = 1911
"""The year before the first of the Republic."""


def count_of(numeral: str) -> int | None:
    """A number below a hundred.

    Args:
        numeral: Digits, or a Chinese numeral such as 十一, 二十三, 廿一, 一二.

    Returns:
        The number, or None when it is none.

    Examples:
        >>> count_of("十二"), count_of("廿一"), count_of("08"), count_of("一一")
        (12, 21, 8, 11)
    """
    numeral = numeral.replace(" ", "")
    if numeral.isascii():
        return int(numeral) if numeral.isdigit() else None
    if numeral[:1] in _TENS:
        rest = count_of(numeral[1:]) if numeral[1:] else 0
        return None if rest is None or rest > 9 else _TENS[numeral[0]] + rest  # noqa: PLR2004  # one digit
    if "十" in numeral:
        tens, _, ones = numeral.partition("十")
        high = _DIGITS.get(tens, None) if tens else 1
        low = _DIGITS.get(ones, None) if ones else 0
        return None if high is None or low is None else high * 10 + low
    digits = [_DIGITS.get(char) for char in numeral]
    if not digits or None in digits:
        return None
    return int("".join(str(digit) for digit in digits))


def year_of(numeral: str) -> int | None:
    """A year of four digits, Arabic or Chinese."""
    number = count_of(numeral)
    return number if number is not None and len(numeral.strip()) == 4 else None  # noqa: PLR2004  # 二〇二五


def republic_year_of(numeral: str) -> int | None:
    """A year counted from the founding of the Republic of China.

    Args:
        numeral: Digits, or a Chinese numeral: 38, 三十八, 卅八, 一〇三, 一百十三.

    Returns:
        The year of the common era, or None when it is no numeral.

    Examples:
        >>> republic_year_of("三十八"), republic_year_of("卅八"), republic_year_of("113")
        (1949, 1949, 2024)
        >>> republic_year_of("一百零三"), republic_year_of("百")
        (2014, 2011)
    """
    numeral = numeral.replace(" ", "")
    hundreds, hundred, rest = numeral.partition("百")
    if not hundred:
        number = count_of(numeral)
    else:
        high = count_of(hundreds) if hundreds else 1
        low = count_of(rest.removeprefix("零").removeprefix("〇")) if rest else 0
        number = None if high is None or low is None else high * 100 + low
    return None if not number else _REPUBLIC + number


def page_of(numeral: str) -> str:
    """A page's name in one form, so that a jump line and the folio it means agree.

    Args:
        numeral: What stands for the page: 第一, ``A03``, 十二, 头. Folded.

    Returns:
        Letters and a number without leading noughts.

    Examples:
        >>> page_of("A03"), page_of("十二"), page_of("B 四"), page_of("B叠2"), page_of("头")
        ('A3', '12', 'B4', 'B2', '1')
    """
    numeral = numeral.replace(" ", "").replace("叠", "").upper()
    letters = numeral[: next((at for at, char in enumerate(numeral) if not "A" <= char <= "Z"), len(numeral))]
    rest = numeral[len(letters) :]
    if rest == "头":
        return f"{letters}1"
    number = count_of(rest) if rest else None
    return letters if number is None else f"{letters}{number}"

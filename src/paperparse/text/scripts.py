"""The ranges of the scripts newspapers are printed in, as pieces of a character class.

They are those of whole Unicode blocks rather than of single assigned characters, so that they are few and
the same in every version of Unicode.
"""

from __future__ import annotations

from typing import Final

__all__ = ["HAN", "LATIN", "is_plain"]

HAN: Final = (
    "\u2e80-\u2fdf\u3005\u3007\u3021-\u3029\u3038-\u303b\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00016fe2-\U00016ff6\U00020000-\U0003ffff"
)
"""Han characters, radicals, 々 and 〇 among them."""

LATIN: Final = (
    "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02b8\u1e00-\u1eff\u2160-\u2188"
    "\uff21-\uff3a\uff41-\uff5a"
)
"""Latin letters with all their accents, Roman numerals and full-width ones too."""


def is_plain(char: str) -> bool:
    """Whether a character is of :data:`HAN` if, and only if, it is a letter beyond ASCII.

    So are nearly all that newspapers print; kana and accents are not, nor are radicals, which are no letters.

    Examples:
        >>> [is_plain(char) for char in "汉〇A。あé⺡"]
        [True, True, True, True, False, False, False]
    """
    if char <= "\x7f" or "\u4e00" <= char <= "\u9fa5" or char in "〇々":
        return True
    if char.isalnum():
        return False
    return (
        char < "\u2e80"
        or "\u2fe0" <= char < "\u3400"
        or "\ua000" <= char < "\uf900"
        or "\ufb00" <= char <= "\uffff"
    )

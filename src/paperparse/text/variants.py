"""Simplified and Traditional: strings put into the other script, and what is there already left alone.

OpenCC turns one script into the other well. It must not be given text that is in the wanted script already:
on a Simplified page ``t2s`` makes 干程 of the name 乾程, on a Traditional one ``s2t`` makes 範曄 of 范曄. So
each page is asked first what it is printed in. Characters give it away that the conversion changes and that
the charset of the wanted script (GB 2312, Big5) does not have: 報 is no Simplified character and 报 no
Traditional one, while 乾, 范, 后, 里 and 于 are characters of both.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from paperparse.options import Script

__all__ = ["Setting", "opencc", "setting_of"]

_CONFIGS: Final[dict[Script, str]] = {"simplified": "t2s", "traditional": "s2t"}
_OTHER: Final[dict[Script, Script]] = {"simplified": "traditional", "traditional": "simplified"}
_CHARSETS: Final[dict[Script, str]] = {"simplified": "gb2312", "traditional": "big5"}
_HAN: Final = re.compile("[\u2e80-\u2fdf\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
# OpenCC reads UTF-8, which has no lone surrogates.
_SURROGATES: Final = re.compile("([\ud800-\udfff]+)")


class Setting(NamedTuple):
    """How the texts of one page are put into a script.

    Attributes:
        script: The script wanted.
        foreign: The characters of the page that are none of that script.
        there: Whether the page as a whole is set in it already.
    """

    script: Script
    foreign: frozenset[str]
    there: bool

    def convert(self, text: str) -> str:
        """Put a text of the page into the script.

        Args:
            text: The text, of which every character stands on the page.

        Returns:
            The text in the script wanted; its length may be another. On a page that is set in the script
            already only those runs of Han characters change that hold one of the other script.

        Examples:
            >>> setting_of("乾程說報導", "simplified").convert("報導")
            '报导'
        """
        if not self.there:
            return _convert(text, self.script)
        if self.foreign.isdisjoint(text):
            return text
        return _HAN.sub(self._run, text)

    def beside(self, others: tuple[Setting, ...]) -> Setting:
        """The setting of a text that stands on several pages.

        Args:
            others: The settings of the other pages.

        Returns:
            One for all of them; this one when there are no others.
        """
        if not others:
            return self
        foreign = self.foreign.union(*(other.foreign for other in others))
        return Setting(self.script, foreign, self.there and all(other.there for other in others))

    def _run(self, found: re.Match[str]) -> str:
        """One run of Han characters, changed or as it is."""
        return found[0] if self.foreign.isdisjoint(found[0]) else _convert(found[0], self.script)


def setting_of(text: str, script: Script) -> Setting:
    """See what a page is set in.

    Args:
        text: The page's text.
        script: The script wanted.

    Returns:
        How to put texts of that page into it.

    Examples:
        >>> setting_of("乾程说今天报到", "simplified").there
        True
        >>> setting_of("乾程说今天报到", "traditional").there
        False
    """
    foreign = _foreign(text, script)
    return Setting(script, foreign, len(foreign) <= len(_foreign(text, _OTHER[script])))


def _foreign(text: str, script: Script) -> frozenset[str]:
    """The characters of a text that are of the other script alone."""
    known = sorted(set().union(*_HAN.findall(text)))
    if not known:
        return frozenset()
    # a line feed between them, lest two be taken for a word
    changed = zip(known, _convert("\n".join(known), script).split("\n"), strict=True)
    charset = _CHARSETS[script]
    return frozenset(char for char, new in changed if char != new and not char.encode(charset, "ignore"))


def _convert(text: str, script: Script) -> str:
    """Convert a text whatever it holds."""
    convert = opencc(_CONFIGS[script])
    try:
        return convert(text)
    except UnicodeEncodeError:
        parts = _SURROGATES.split(text)
        parts[::2] = map(convert, parts[::2])
        return "".join(parts)


@cache
def opencc(config: str) -> Callable[[str], str]:
    """A conversion of OpenCC, loaded at first use and kept; there are two of them.

    Args:
        config: ``"t2s"`` or ``"s2t"``.

    Returns:
        What converts a string.
    """
    from opencc import OpenCC  # noqa: PLC0415  # loading its dictionaries is work no import should do

    convert: Callable[[str], str] = OpenCC(config).convert
    return convert

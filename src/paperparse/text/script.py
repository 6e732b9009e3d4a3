"""Which script a Chinese text is set in, told by the characters that only one of them has."""

from __future__ import annotations

import re
from typing import Final

from paperparse.text.fold import fold

__all__ = ["language_tag"]

TRADITIONAL: Final = 0.05
"""Share of the Han characters that folding to Simplified must change: about a third do in running Traditional
text, a rare variant in a name or a quotation in Simplified."""

_HAN: Final = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]")


def language_tag(text: str) -> str:
    """The BCP 47 tag of a Chinese text.

    Args:
        text: The text, or a good part of it.

    Returns:
        ``"zh-Hant"`` or ``"zh-Hans"``; ``"zh"`` when there is no Han character to go by.

    Examples:
        >>> language_tag("記者會今天在臺北舉行"), language_tag("记者会今天在北京举行"), language_tag("2024")
        ('zh-Hant', 'zh-Hans', 'zh')
    """
    han = "".join(_HAN.findall(text))
    if not han:
        return "zh"
    changed = sum(map(str.__ne__, han, fold(han)))
    return "zh-Hant" if changed > TRADITIONAL * len(han) else "zh-Hans"

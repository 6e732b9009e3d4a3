"""Breaking Chinese text into lines for the screen: no line opens with a stop, none closes with a bracket."""

from __future__ import annotations

import re
from typing import Final

from rich.cells import cell_len

__all__ = ["wrap"]

UNIT: Final = re.compile(
    r"[“‘（《「『【〔]*(?:[A-Za-z0-9.%+/-]+|—+|…+|.)[，。、；：！？…”’）》」』】〕,.;:!?)]*", re.DOTALL
)
"""What no line break tears apart: opening signs with what they open, stops with what they close, a number, a
Latin word, a dash."""


def wrap(text: str, width: int | None, first: str = "", rest: str = "") -> list[str]:
    """Break a text into lines.

    Args:
        text: The text; a line feed in it breaks too.
        width: Half-width columns of a line; None for one line.
        first: What the first line opens with.
        rest: What every other line opens with.

    Returns:
        The lines, at least one. A unit longer than a line has one of its own.

    Examples:
        >>> wrap("今天上午，新桥建成通车。", 10)
        ['今天上午，', '新桥建成通', '车。']
    """
    if width is None:
        return [first + text.replace("\n", " ")]
    lines = [first]
    for paragraph in text.split("\n"):
        for unit in UNIT.findall(paragraph):
            if cell_len(lines[-1]) + cell_len(unit) > width and lines[-1] != rest:
                lines.append(rest)
            if unit != " " or lines[-1] != rest:
                lines[-1] += unit
        lines.append(rest)
    return lines[:-1] if lines[-1] == rest and len(lines) > 1 else lines

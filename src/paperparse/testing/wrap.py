"""Breaking text into lines as Chinese type is set: kinsoku, whole words and numbers, justified widths.

Widths are in em: a Han character or full-width sign is 1, an ASCII character ½, a blank ¼.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

import regex

from paperparse.testing.leaves import printed

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from paperparse.testing.leaves import Line

__all__ = ["Kinsoku", "balanced", "em", "wrap"]


class Kinsoku(StrEnum):
    """What is done with a closing mark that would begin a line."""

    OUT = "out"  # the character before it goes with it to the next line
    HANG = "hang"  # one stop hangs out of the column
    SQUEEZE = "squeeze"  # signs of the line are squeezed to half their width to make room
    NONE = "none"  # it begins the line, as in papers of the 1940s to 1960s


_OPENERS: Final = "“‘「『（《〈【〔([{"
_CLOSERS: Final = "，。、；：！？”’」』）》〉】〕)]},.;:!?%％℃…—"
_HANGING: Final = "，。、；：！？"
_SOFT: Final = "，。、；：！？”’）》"
_WORD = regex.compile(r"[\p{Latin}\p{Nd}][\p{Latin}\p{Nd}.,%+\-/:_@&'℃]*")
_PAIR = regex.compile(r"——|……")
_GIVE: Final = 0.5
_MOST_GIVEN: Final = 1.5


def em(text: str) -> float:
    """Width of text in em.

    Args:
        text: Printed text.

    Returns:
        The width.

    Examples:
        >>> em("第5届 A股")
        4.25
    """
    return sum(0.25 if char == " " else 0.5 if char < "\u0250" else 1.0 for char in text)


def _atoms(line: Line) -> list[tuple[Line, Line]]:
    """Stretches that no line break may part, each with the closing marks that cling to it."""
    text = printed(line)
    found: list[tuple[Line, Line]] = []
    at = 0
    while at < len(text):
        low = at
        while at < len(text) and text[at] in _OPENERS:
            at += 1
        token = _WORD.match(text, at) or _PAIR.match(text, at)
        at = token.end() if token else min(at + 1, len(text))
        middle = at
        while at < len(text) and text[at] in _CLOSERS:
            at += 1
        found.append((line[low:middle], line[middle:at]))
    return found


def wrap(line: Line, limit: Callable[[int], float], kinsoku: Kinsoku, joint: float = 0.0) -> list[Line]:
    """Break one line into lines of a column.

    Args:
        line: Cells without line breaks.
        limit: The width in em of a line by its number, counted from 0.
        kinsoku: What is done with closing marks.
        joint: Em between a number or Latin word and a Han character beside it.

    Returns:
        The lines; blanks at a break are left out, for the break stands for them.

    Examples:
        >>> from paperparse.testing.leaves import Cell
        >>> line = [Cell(char, 0, at) for at, char in enumerate("甲乙丙丁，戊己庚辛")]
        >>> [printed(x) for x in wrap(line, lambda _: 4.0, Kinsoku.OUT)]
        ['甲乙丙', '丁，戊己', '庚辛']
        >>> [printed(x) for x in wrap(line, lambda _: 4.0, Kinsoku.HANG)]
        ['甲乙丙丁，', '戊己庚辛']
    """
    lines: list[Line] = []
    current: Line = []
    used = 0.0
    signs = 0
    room = limit(0)
    atoms = _atoms(line)
    if kinsoku is Kinsoku.NONE:
        atoms = [(cells, []) for body, tail in atoms for cells in (body, *([cell] for cell in tail)) if cells]
    for body, tail in atoms:
        cells = [*body, *tail] if current else _begun([*body, *tail])
        if not cells:
            continue
        wide, closing = em(printed(body)), em(printed(tail))
        wide += joint * (bool(current) and _joins(current[-1].char, body[0].char))
        if kinsoku is Kinsoku.HANG and len(tail) == 1 and tail[0].char in _HANGING:
            closing = 0.0
        give = min((signs + len(tail)) * _GIVE, _MOST_GIVEN) if kinsoku is Kinsoku.SQUEEZE else 0.0
        if current and used + wide + closing > room + give:
            lines.append(_trimmed(current))
            room = limit(len(lines))
            current, used, signs = [], 0.0, 0
            cells = _begun(cells)
        for piece in _forced(cells, room):
            if current and used + em(printed(piece)) > room + 2 * _MOST_GIVEN:
                lines.append(_trimmed(current))
                room = limit(len(lines))
                current, used, signs = [], 0.0, 0
            current.extend(piece)
            used += em(printed(piece))
        signs += sum(cell.char in _SOFT for cell in tail)
    if any(not cell.char.isspace() for cell in current):
        lines.append(_trimmed(current))
    return lines


def _begun(atom: Line) -> Line:
    """An atom as it begins a line: without its blanks, behind which closing marks may be left."""
    first = next((at for at, cell in enumerate(atom) if not cell.char.isspace()), len(atom))
    return atom[first:]


def _joins(left: str, right: str) -> bool:
    """Whether a number or Latin word meets a Han character."""
    pair = sorted((left, right))
    return pair[0].isalnum() and pair[0] < "\u0250" and "一" <= pair[1] <= "鿿"


def _forced(atom: Line, limit: float) -> list[Line]:
    """An atom cut into pieces when it is wider than a whole line."""
    if em(printed(atom)) <= limit + _MOST_GIVEN:
        return [atom]
    size = max(int(limit), 2)
    return [atom[at : at + size] for at in range(0, len(atom), size)]


def _trimmed(line: Line) -> Line:
    """A line without the blanks at its end."""
    end = len(line)
    while end and line[end - 1].char.isspace():
        end -= 1
    return line[:end]


def balanced(line: Line, widest: float, rng: Random) -> list[Line]:
    """Break a headline into lines of about the same length, at a blank of its own where it has one.

    Args:
        line: A headline's cells.
        widest: The widest line in em.
        rng: The source of chance.

    Returns:
        One to four lines.

    Examples:
        >>> import random
        >>> from paperparse.testing.leaves import Cell
        >>> line = [Cell(char, 0, at) for at, char in enumerate("渡口重开 两岸同喜")]
        >>> [printed(x) for x in balanced(line, 6, random.Random(0))]
        ['渡口重开', '两岸同喜']
    """
    text = printed(line)
    total = em(text)
    if total <= widest:
        return [line]
    gap = text.find(" ")
    if 0 < gap < len(text) - 1 and max(em(text[:gap]), em(text[gap + 1 :])) <= widest:
        return [line[:gap], line[gap + 1 :]]
    count = -int(-total // widest)
    width = min(widest, total / count + rng.choice((0.5, 1.0, 1.0, 2.0)))
    return wrap(line, lambda _: width, Kinsoku.OUT)

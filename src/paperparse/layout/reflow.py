"""Lines with roles become pieces: whole paragraphs, display groups, bylines, captions and the rest.

A paragraph goes on over blank lines, column ends and whatever an extractor threw between its lines,
for as long as it has not come to a last line and no other paragraph has begun.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from attrs import frozen

from paperparse.layout.roles import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Piece", "PieceKind", "reflow"]


class PieceKind(Enum):
    """What a run of lines makes up."""

    PARAGRAPH = auto()
    DISPLAY = auto()
    BYLINE = auto()
    CAPTION = auto()
    HIGHLIGHT = auto()
    JUMP = auto()
    FURNITURE = auto()


@frozen
class Piece:
    """Lines that belong together.

    Attributes:
        kind: What they make up.
        lines: Their 0-based indices, ascending; those of a paragraph may have gaps.
        headless: Whether a paragraph begins without a first line.
        endless: Whether a paragraph stops without a last line.
    """

    kind: PieceKind
    lines: tuple[int, ...]
    headless: bool = False
    endless: bool = False


_KIND: Final = {
    Role.DISPLAY: PieceKind.DISPLAY,
    Role.BYLINE: PieceKind.BYLINE,
    Role.CAPTION: PieceKind.CAPTION,
    Role.CAPTION_MORE: PieceKind.CAPTION,
    Role.HIGHLIGHT: PieceKind.HIGHLIGHT,
    Role.HIGHLIGHT_MORE: PieceKind.HIGHLIGHT,
    Role.JUMP: PieceKind.JUMP,
    Role.FURNITURE: PieceKind.FURNITURE,
}
_GOES_ON: Final = frozenset({Role.DISPLAY, Role.CAPTION_MORE, Role.HIGHLIGHT_MORE})
_TIGHT: Final = frozenset({Role.BYLINE, Role.JUMP})
_BODY: Final = frozenset({Role.FIRST, Role.INNER, Role.LAST, Role.ONLY})


def reflow(roles: Sequence[Role], gaps: Sequence[int]) -> tuple[Piece, ...]:
    """Gather lines into pieces.

    Args:
        roles: The role of each line of a page, in order.
        gaps: The number of blank lines before each.

    Returns:
        The pieces in the order of their first lines. Every line is in exactly one. Neighbouring
        display lines make one piece whatever the gap between them, neighbouring bylines and jump lines until a blank line.
    """
    pieces: list[Piece] = []
    open_at: int | None = None
    for i, role in enumerate(roles):
        if role in _BODY:
            goes_on = role in {Role.FIRST, Role.INNER}
            if open_at is not None and role in {Role.INNER, Role.LAST}:
                old = pieces[open_at]
                pieces[open_at] = Piece(old.kind, (*old.lines, i), old.headless, goes_on)
            else:
                open_at = len(pieces)
                headless = role in {Role.INNER, Role.LAST}
                pieces.append(Piece(PieceKind.PARAGRAPH, (i,), headless, goes_on))
            if not goes_on:
                open_at = None
            continue
        kind = _KIND[role]
        last = pieces[-1] if pieces else None
        goes_on = role in _GOES_ON or (role in _TIGHT and not gaps[i])
        if last and last.kind is kind and last.lines[-1] == i - 1 and goes_on:
            pieces[-1] = Piece(kind, (*last.lines, i))
        else:
            pieces.append(Piece(kind, (i,)))
    return tuple(pieces)

"""Lines with roles become pieces: whole paragraphs, display groups, bylines, captions and the rest.

A paragraph goes on over blank lines, column ends and whatever an extractor threw between its lines,
for as long as it has not come to a last line and no other paragraph has begun.
"""

from __future__ import annotations

from enum import IntEnum, auto
from typing import TYPE_CHECKING, Final

from attrs import define, frozen

from paperparse.layout.roles import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Piece", "PieceKind", "reflow"]


class PieceKind(IntEnum):
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
_WITHIN: Final = frozenset({Role.INNER, Role.LAST})
_ENDS: Final = frozenset({Role.LAST, Role.ONLY})
_BODY: Final = frozenset({Role.FIRST, Role.INNER, Role.LAST, Role.ONLY})


def reflow(roles: Sequence[Role], gaps: Sequence[int]) -> tuple[Piece, ...]:
    """Gather lines into pieces.

    Args:
        roles: The role of each line of a page, in order.
        gaps: The number of blank lines before each.

    Returns:
        The pieces in the order of their first lines. Every line is in exactly one. Neighbouring
        display lines make one piece whatever the gap between them, neighbouring bylines and jump lines
        until a blank line.
    """
    drafts: list[_Draft] = []
    open_draft: _Draft | None = None
    for i, role in enumerate(roles):
        if role in _BODY:
            if open_draft is not None and role in _WITHIN:
                open_draft.lines.append(i)
            else:
                open_draft = _Draft(PieceKind.PARAGRAPH, [i], headless=role in _WITHIN)
                drafts.append(open_draft)
            open_draft.endless = role not in _ENDS
            if not open_draft.endless:
                open_draft = None
            continue
        kind = _KIND[role]
        last = drafts[-1] if drafts else None
        joins = role in _GOES_ON or (role in _TIGHT and not gaps[i])
        if last is not None and last.kind is kind and last.lines[-1] == i - 1 and joins:
            last.lines.append(i)
        else:
            drafts.append(_Draft(kind, [i]))
    return tuple(Piece(draft.kind, tuple(draft.lines), draft.headless, draft.endless) for draft in drafts)


@define
class _Draft:
    """A piece while its lines are gathered."""

    kind: PieceKind
    lines: list[int]
    headless: bool = False
    endless: bool = False

"""The role each line of a known page plays, from who owns its characters.

A dateline, byline or jump line that shares a line with a paragraph is a part of it, as the reader has it.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, Final, TypeAlias

from paperparse.layout.evidence import Mark
from paperparse.layout.roles import Role
from paperparse.testing.leaves import LeafKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from gold import Known, Owner

    from paperparse.text.lines import Line

__all__ = ["CARRIED", "reachable", "roles_of"]

CARRIED: Final = {
    Role.BYLINE: frozenset({Mark.BYLINE}),
    Role.JUMP: frozenset({Mark.JUMP}),
    Role.FURNITURE: frozenset({Mark.FURNITURE, Mark.RUNNING}),
    Role.CAPTION: frozenset({Mark.OPENER, Mark.FIGURE, Mark.CREDIT, Mark.CREDIT_HEAD, Mark.PICTURE}),
}
"""Roles that only lines with certain marks may take."""
_RUNNING: Final = frozenset(
    {LeafKind.PARAGRAPH, LeafKind.DATELINE, LeafKind.BYLINE, LeafKind.FROM, LeafKind.TO}
)
_LED: Final = frozenset({LeafKind.DATELINE, LeafKind.FROM})
_PARAGRAPH: Final = {
    (True, True): Role.ONLY,
    (True, False): Role.FIRST,
    (False, True): Role.LAST,
    (False, False): Role.INNER,
}
"""By whether a line begins its paragraph and whether it ends it."""
_BEGUN: Final = {Role.INNER: Role.FIRST, Role.LAST: Role.ONLY}
"""What a line of a paragraph is when the line above it is none of it."""
_ALONE: Final = (
    (LeafKind.MAIN, Role.DISPLAY, Role.DISPLAY),
    (LeafKind.SUBHEAD, Role.DISPLAY, Role.DISPLAY),
    (LeafKind.BYLINE, Role.BYLINE, Role.BYLINE),
    (LeafKind.CAPTION, Role.CAPTION, Role.CAPTION_MORE),
    (LeafKind.HIGHLIGHT, Role.HIGHLIGHT, Role.HIGHLIGHT_MORE),
    (LeafKind.FROM, Role.JUMP, Role.JUMP),
    (LeafKind.TO, Role.JUMP, Role.JUMP),
)
"""What a line outside paragraphs holds, its role as the first line of that and as a further one."""

_Row: TypeAlias = tuple["Owner", ...]


def roles_of(page: Known, lines: Sequence[Line]) -> list[Role]:
    """The role each line of a page plays.

    Args:
        page: The page.
        lines: Its lines.

    Returns:
        One role for each line. A paragraph goes on over lines of others that stand between its own; one
        right behind a jump line or dateline has begun there.
    """
    rows = [tuple(dict.fromkeys(filter(None, page.owners[line.start : line.end]))) for line in lines]
    unit = _units(rows)
    held: defaultdict[int, set[LeafKind]] = defaultdict(set)
    for row in rows:
        for owner in row:
            held[unit[owner.leaf]].add(owner.kind)
    running = [_runs(row, held[unit[row[0].leaf]] if row else set()) for row in rows]
    last = {unit[owner.leaf]: at for at, row in enumerate(rows) if running[at] for owner in row}
    seen: set[int] = set()
    roles: list[Role] = []
    for at, row in enumerate(rows):
        here = {unit[owner.leaf] for owner in row}
        if running[at]:
            begins = not here & seen and not (at and _leads(rows[at - 1], row))
            follows = at + 1 < len(rows) and running[at + 1] and _leads(row, rows[at + 1])
            roles.append(_PARAGRAPH[begins, not follows and all(last[one] == at for one in here)])
        else:
            kinds = {owner.kind for owner in row}
            roles.append(
                next(
                    (more if here & seen else first for kind, first, more in _ALONE if kind in kinds),
                    Role.FURNITURE,
                )
            )
        seen |= here
    return roles


def _units(rows: Iterable[_Row]) -> dict[int, int]:
    """For each leaf the number of its unit: leaves of running text that share a line are one."""
    unit: dict[int, int] = {}
    for row in rows:
        for owner in row:
            unit.setdefault(owner.leaf, owner.leaf)
        for one, other in pairwise([owner for owner in row if owner.kind in _RUNNING]):
            old, new = unit[other.leaf], unit[one.leaf]
            unit.update({leaf: new for leaf, number in unit.items() if number == old})
    return unit


def _runs(row: _Row, held: set[LeafKind]) -> bool:
    """Whether a line is one of a paragraph's, by what it holds and what its unit holds."""
    kinds = {owner.kind for owner in row}
    if LeafKind.PARAGRAPH in kinds:
        return True
    return bool(kinds) and kinds <= _RUNNING and (LeafKind.DATELINE in held or len(held) > 1)


def _leads(upper: _Row, lower: _Row) -> bool:
    """Whether a line of nothing but a dateline or jump line opens what stands on the next."""
    if not upper or not lower or upper[-1].article != lower[0].article:
        return False
    kinds = {owner.kind for owner in upper}
    if LeafKind.PARAGRAPH in kinds or not kinds & _LED:
        return False
    return lower[0].kind is LeafKind.PARAGRAPH or (
        lower[0].kind is LeafKind.BYLINE and upper[-1].kind in {LeafKind.DATELINE, LeafKind.BYLINE}
    )


def reachable(roles: Iterable[Role], marks: Iterable[Mark]) -> list[Role]:
    """The roles a reader could give who finds these marks.

    Args:
        roles: What the lines of a page are.
        marks: What was found on them.

    Returns:
        The same, but display where a role's mark was not found. The lines of a caption before the first
        with a mark are a paragraph, and that one is the caption's first. A dateline with who reports that has
        a line of its own is a byline, and the paragraph begins below it.
    """
    found: list[Role] = []
    begun = False  # whether a caption has, for the reader
    pairs = _below_reports(list(zip(roles, marks, strict=True)))
    for (role, mark), after in zip(pairs, [*pairs[1:], None], strict=True):
        marked = role not in CARRIED or mark in CARRIED[role]
        if role is Role.CAPTION:
            begun = marked
        if role in {Role.CAPTION, Role.CAPTION_MORE} and not begun:
            begun = mark in CARRIED[Role.CAPTION]
            ends = after is None or after[0] is not Role.CAPTION_MORE or after[1] in CARRIED[Role.CAPTION]
            found.append(Role.CAPTION if begun else _PARAGRAPH[role is Role.CAPTION, ends])
        else:
            found.append(role if marked else Role.DISPLAY)
    return found


def _below_reports(pairs: list[tuple[Role, Mark]]) -> list[tuple[Role, Mark]]:
    """Roles and marks, the first line of a paragraph that is nothing but who reports made a byline."""
    found: list[tuple[Role, Mark]] = []
    below = False
    for given, mark in pairs:
        role = _BEGUN.get(given, given) if below else given
        below = mark is Mark.BYLINE and role is Role.FIRST
        found.append((Role.BYLINE if below else role, mark))
    return found

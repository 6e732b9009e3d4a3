"""Lines at which an article breaks off to go on elsewhere are running text, be they as short as a headline.

The sweep over roles sees a line of three words without a stop and takes it for display type. Where such a
line closes with 下转, or one that says so stands right under it, it is the last line of a paragraph.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from paperparse.layout.evidence import Mark
from paperparse.layout.roles import Role
from paperparse.marks import jump
from paperparse.text.lines import stretches
from paperparse.text.strand import Strand

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paperparse.conventions import Tables
    from paperparse.text.lines import Line

__all__ = ["settle_breaks"]

_OPEN: Final = frozenset({Role.FIRST, Role.INNER})
_BODY: Final = frozenset({Role.FIRST, Role.INNER, Role.LAST, Role.ONLY})


def settle_breaks(  # noqa: PLR0913, PLR0917  # the page as the sweep left it
    text: str,
    folded: str,
    lines: Sequence[Line],
    marks: Sequence[Mark],
    roles: Sequence[Role],
    tables: Tables,
) -> tuple[Role, ...]:
    """Give the lines before a break the role of running text.

    Args:
        text: The page's text.
        folded: The same folded, of the same length.
        lines: Its lines.
        marks: The mark that rules each line.
        roles: The role the sweep gave each.
        tables: The conventions to read by.

    Returns:
        The roles, changed only where a display line stands between a line of running text and the jump
        line that says where it goes on. A headline under nothing, as in a list of what stands on other
        pages, stays one.
    """
    settled = list(roles)
    for at, mark in enumerate(marks):
        if mark is Mark.JUMP_TAIL and settled[at] is Role.DISPLAY:
            last = at
        elif mark is Mark.JUMP and at and settled[at] is Role.JUMP and settled[at - 1] is Role.DISPLAY:
            strand = Strand.of(text, folded, stretches(text, lines[at]))
            found = jump.read_all(strand, 0, len(strand), tables)
            if found is None or found.direction != "to":
                continue
            last = at - 1
        else:
            continue
        if last and settled[last - 1] in _BODY:
            goes_on = settled[last - 1] in _OPEN and not lines[last].gap
            settled[last] = Role.LAST if goes_on else Role.ONLY
    return tuple(settled)

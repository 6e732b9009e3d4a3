"""What the press keeps of every character it sets: which leaf it belongs to, and where in it.

A page in the press is a list of lines, a line a list of cells, a cell one printed character. Whatever
is done to the lines afterwards (shuffled, cut, spaced, set side by side, damaged), the truth is read
off the cells at the end and so is exact by construction.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from attrs import field, frozen

from paperparse.model import FurnitureKind
from paperparse.testing.copies import Signature, Wire

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["BLANK", "Case", "Cell", "Leaf", "LeafKind", "Line", "Part", "Row", "blanks", "printed"]


class LeafKind(StrEnum):
    """What a leaf is: the fields of an article that own characters, and furniture."""

    LABEL = "label"
    KICKER = "kicker"
    MAIN = "main"
    SUB = "sub"
    BYLINE = "byline"
    DATELINE = "dateline"
    PARAGRAPH = "paragraph"
    SUBHEAD = "subhead"
    CAPTION = "caption"
    HIGHLIGHT = "highlight"
    FROM = "continued_from"
    TO = "continued_to"
    FURNITURE = "furniture"


class Cell(NamedTuple):
    """One printed character.

    Attributes:
        char: The character as printed.
        leaf: Number of the leaf it belongs to; -1 for blanks of the layout.
        place: Its position in that leaf's text; characters put in later share their neighbour's.
    """

    char: str
    leaf: int
    place: int


Line: TypeAlias = list[Cell]
Part: TypeAlias = tuple[str, str]
"""Some characters of a leaf and the field they fill, ``""`` for none."""

Facts: TypeAlias = Signature | Wire | FurnitureKind | str | None
"""A signature, a dateline, a kind of furniture, or the page a jump line names."""

BLANK: Final = -1


@frozen
class Leaf:
    """A leaf as it was set, before any damage.

    Attributes:
        kind: What it is.
        article: Number of its article; -1 for furniture.
        text: Its characters.
        fields: Half-open ranges of ``text`` by field: role, name, outlet, place, kind, page, and for
            captions the same of their credit.
        facts: What the fields do not say: the signature, the dateline, the furniture's kind, the page.
    """

    kind: LeafKind
    article: int
    text: str
    fields: tuple[tuple[str, int, int], ...] = ()
    facts: Facts = None


@frozen
class Case:
    """The leaves of a page while it is being set.

    Attributes:
        leaves: In the order made; a cell's ``leaf`` is an index in it.
    """

    leaves: list[Leaf] = field(factory=list)

    def set(
        self,
        kind: LeafKind,
        article: int,
        parts: Iterable[Part],
        facts: Facts = None,
    ) -> Line:
        """Make a leaf and set it as one line.

        Args:
            kind: What it is.
            article: Number of its article.
            parts: Its characters in order, each run with the field it fills.
            facts: What the fields do not say.

        Returns:
            Its cells.

        Examples:
            >>> case = Case()
            >>> line = case.set(LeafKind.BYLINE, 0, [("□", ""), ("记者", "role"), ("谭宁", "name")])
            >>> printed(line), case.leaves[0].fields
            ('□记者谭宁', (('role', 1, 3), ('name', 3, 5)))
        """
        text = ""
        fields: list[tuple[str, int, int]] = []
        for run, name in parts:
            if name:
                fields.append((name, len(text), len(text) + len(run)))
            text += run
        number = len(self.leaves)
        self.leaves.append(Leaf(kind, article, text, tuple(fields), facts))
        return [Cell(char, number, at) for at, char in enumerate(text)]


@frozen
class Row:
    """A stretch of one printed line that belongs to one leaf.

    Attributes:
        start: First code point in the page's text.
        end: One past the last.
        cells: Its cells.
    """

    start: int
    end: int
    cells: tuple[Cell, ...]


def blanks(text: str) -> Line:
    r"""Blanks of the layout, which belong to nothing.

    Args:
        text: White space.

    Returns:
        Their cells.

    Examples:
        >>> len(blanks("\u3000\u3000"))
        2
    """
    return [Cell(char, BLANK, 0) for char in text]


def printed(line: Iterable[Cell]) -> str:
    """The characters of some cells.

    Args:
        line: The cells.

    Returns:
        Their characters in order.
    """
    return "".join(cell.char for cell in line)

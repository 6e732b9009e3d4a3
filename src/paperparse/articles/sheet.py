"""A page while it is being read: its text, its lines, and the pieces they make up."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from attrs import field, frozen

from paperparse.layout.reflow import PieceKind
from paperparse.text.lines import stretches
from paperparse.text.strand import Strand

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from paperparse.layout.evidence import Mark
    from paperparse.layout.reflow import Piece
    from paperparse.marks.results import BylineMark
    from paperparse.text.lines import Line

__all__ = ["Sheet"]


@frozen
class Sheet:
    """What the article rooms know of a page.

    Attributes:
        text: The page's text.
        folded: The same folded for matching, of the same length.
        page: 0-based index of the page.
        lines: Its lines, in the order in which they are read.
        marks: The mark that rules each line.
        margins: How sure each line's role is, in nats.
        pieces: What the lines make up, in the order of their first lines.
        leaving: Indices of lines that another mark rules but that close with a jump line to another page.
        misread: Where ``folded`` puts right what an OCR engine misread in a mark, in order.
        signs: Where the upright signs between columns stand, block by block: half-open ranges.
        specks: Where rows that say nothing stand: half-open ranges.
        bylines: What was read of lines that are nothing but bylines, by their index.
    """

    text: str
    folded: str
    page: int
    lines: tuple[Line, ...]
    marks: tuple[Mark, ...]
    margins: tuple[float, ...]
    pieces: tuple[Piece, ...]
    leaving: frozenset[int] = frozenset()
    misread: tuple[int, ...] = ()
    signs: tuple[tuple[tuple[int, int], ...], ...] = ()
    specks: tuple[tuple[int, int], ...] = ()
    bylines: Mapping[int, BylineMark] = field(factory=dict)

    @cached_property
    def parted(self) -> float:
        """Share, 0 to 1, of the breaks between display lines of one piece that have a blank line.

        A few breaks say little of a page, so that two more are counted, one of each kind.
        """
        gaps = [
            self.lines[i].gap > 0
            for piece in self.pieces
            if piece.kind is PieceKind.DISPLAY
            for i in piece.lines[1:]
        ]
        return (sum(gaps) + 1) / (len(gaps) + 2)

    def strand(self, lines: Iterable[int]) -> Strand:
        """Some lines read as one string."""
        return Strand.of(self.text, self.folded, self._ranges(lines), self.page)

    def folded_of(self, lines: Iterable[int]) -> str:
        """Some lines folded, joined by nothing; for comparing, not for reading."""
        folded = self.folded
        return "".join([folded[low:high] for low, high in self._ranges(lines)])

    def _ranges(self, lines: Iterable[int]) -> list[tuple[int, int]]:
        """Where some lines stand; few are torn."""
        found: list[tuple[int, int]] = []
        for line in map(self.lines.__getitem__, lines):
            if line.torn:
                found += stretches(self.text, line)
            else:
                found.append((line.start, line.end))
        return found

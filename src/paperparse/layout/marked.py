"""A page in the marking room: its lines, with the mark found on each so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from paperparse.text.lines import stretches
from paperparse.text.strand import Strand

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paperparse.conventions import Tables
    from paperparse.layout.evidence import Mark
    from paperparse.text.lines import Line

__all__ = ["Marked"]


@frozen
class Marked:
    """A page whose lines are being marked.

    Attributes:
        text: Its text.
        folded: The same folded, of the same length.
        lines: Its lines.
        marks: The mark found on each so far.
        tables: The conventions to read by.
        index: 0-based index of the page, for the spans of what is read.
    """

    text: str
    folded: str
    lines: Sequence[Line]
    marks: Sequence[Mark]
    tables: Tables
    index: int = 0

    def strand(self, low: int, high: int) -> Strand:
        """The lines from one index up to another as one string."""
        ranges = [piece for line in self.lines[low:high] for piece in stretches(self.text, line)]
        return Strand.of(self.text, self.folded, ranges, self.index)

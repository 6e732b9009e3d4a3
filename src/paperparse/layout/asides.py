"""Blocks that stand aside from the running text and are told as a whole: captions and pull quotes.

No one of their lines says what it is. A caption is a sentence or two that the text around it does not go on
from, closed by who took the picture; a pull quote a sentence in quotation marks with who spoke it below.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from paperparse.layout.evidence import Mark
from paperparse.marks import credit
from paperparse.text.lines import Closing, Opening

if TYPE_CHECKING:
    import regex

    from paperparse.conventions import Tables
    from paperparse.layout.marked import Marked

__all__ = ["mark_asides"]

MOST: Final = 6
"""Lines of a caption or pull quote at the most."""
SPOKEN: Final = 18
"""Code points of the line that says who spoke, at the most."""
SAID: Final = 100
"""Code points of a caption of one line at the most: a longer one is a paragraph that was not wrapped."""
SHORT: Final = 1.8
"""Em by which a line is shorter than those below it that does not begin their block."""
_BLANK: Final = frozenset({Mark.NONE, Mark.CREDIT_HEAD})
"""What a line of a caption above its credit may carry; a line that ends in a byline is of another kind."""
_OPENED: Final = frozenset({Mark.OPENER, Mark.FIGURE})
"""What its first line may carry besides."""
_WITHIN: Final = _BLANK | _OPENED
"""What any of its lines above its credit may carry."""
_ENDS: Final = frozenset({Closing.ENCLOSED, Closing.LIVELY, Closing.STOP})
"""How a line ends below which a caption may begin: not with a quotation, which a sentence may go on from."""
_DASHED: Final = re.compile(r"[—―─-]{1,2} *[^。!?,;:—]{2,}")


def mark_asides(page: Marked) -> dict[int, Mark]:
    """Mark the lines of captions and pull quotes that are told as a whole.

    Args:
        page: The page, with the marks found so far.

    Returns:
        The mark of each line of such a block, by its index.
    """
    asides = _Asides(page)
    arrow = _arrow(page.tables)
    for at, line in enumerate(page.lines):
        mark = asides.mark(at)
        if mark is Mark.CREDIT:
            asides.mark_credited(at)
        elif mark is Mark.OPENER and arrow.match(page.text, line.start):
            asides.mark_pointed(at)
    for at, line in enumerate(page.lines):
        if line.opening is Opening.DASH:
            asides.mark_quote(at)
    return asides.found


@lru_cache(maxsize=8)
def _arrow(tables: Tables) -> regex.Pattern[str]:
    """What points at a picture and opens nothing but its caption, compiled once for each set of tables."""
    return tables.build("{arrow}")


@frozen
class _Asides:
    """The asides of a page, with what has been found so far."""

    page: Marked
    found: dict[int, Mark] = field(factory=dict, init=False)

    def mark(self, at: int) -> Mark:
        """The mark of a line, as it is now."""
        return self.found.get(at, self.page.marks[at])

    def opens(self, at: int) -> bool:
        """Whether a glyph or 图为 opens a line."""
        return self.mark(at) in _OPENED or self.page.lines[at].opening is Opening.GLYPH

    def parted(self, at: int) -> bool:
        """Whether no sentence goes on from the line above to a line."""
        if at in {0, len(self.page.lines)} or self.page.lines[at].gap:
            return True
        return self.page.lines[at - 1].closing in _ENDS or self.mark(at - 1) not in _WITHIN

    def put(self, low: int, high: int, first: Mark, more: Mark) -> None:
        """Mark the lines of one block; lines that the page does not have are none."""
        if not 0 <= low < high <= len(self.page.lines):
            return
        for at in range(low, high):
            self.found[at] = more if at > low else first

    def mark_credited(self, at: int) -> None:
        """Mark the caption that a picture credit closes, if it is clear where it begins."""
        low = self.top(at)
        if low > at:
            return
        strand = self.page.strand(low, at + 1)
        caption = credit.read_caption(strand, 0, len(strand), self.page.tables)
        if caption is None or caption.credit_start is None:
            return
        # without words of its own it is a credit below a text, or one that stands alone
        if not self.says(strand.folded[: caption.credit_start]):
            return
        if low == at and (len(strand) > SAID or not (self.page.lines[at].gap or self.parted(at + 1))):
            return
        self.put(low, at + 1, Mark.PICTURE, Mark.PICTURE_MORE)

    def top(self, at: int) -> int:
        """Where the caption begins that a line closes, or below it where that is not clear."""
        low = at
        while at - low < MOST and not self.parted(low):
            low -= 1
        # the sentence right above a line that is nothing but a credit
        alone = self.page.strand(at, at + 1)
        bare = credit.read_credit_line(alone, 0, len(alone), self.page.tables) is not None
        if low == at and bare and at and not self.page.lines[at].gap and self.mark(at - 1) in _BLANK:
            low -= 1
            while at - low < MOST and not self.parted(low):
                low -= 1
        if at - low >= MOST:
            return at
        # what is shorter than the lines below it is a headline above them, if no glyph or 图为 opens it
        widest = max((line.narrow for line in self.page.lines[low : at + (not bare)]), default=0.0)
        while low < at and not self.opens(low) and self.page.lines[low].narrow < widest - SHORT:
            if self.mark(low) is Mark.CREDIT_HEAD:
                return at + 1  # set apart with the lines below it, so that it may be either
            low += 1
        return low

    def mark_pointed(self, at: int) -> None:
        """Mark the caption that an arrow opens: up to the end of its sentence."""
        for i in range(at, min(at + MOST, len(self.page.lines))):
            if i > at and (self.page.lines[i].gap or self.mark(i) not in {Mark.NONE, Mark.CREDIT}):
                return
            if self.page.lines[i].closing in _ENDS:
                self.put(at, i + 1, Mark.PICTURE, Mark.PICTURE_MORE)
                return

    def mark_quote(self, at: int) -> None:
        """Mark the words set apart in quotation marks above the line that says who spoke them."""
        spoken = self.page.folded[self.page.lines[at].start : self.page.lines[at].end]
        if len(spoken) > SPOKEN or not _DASHED.fullmatch(spoken) or not at or self.page.lines[at].gap > 1:
            return
        above = self.page.lines[at - 1]
        if above.closing is not Closing.STOP or self.page.folded[above.end - 1] != "”":
            return  # a headline ends with no stop, in quotation marks or not
        for low in range(at - 1, max(at - MOST, 0) - 1, -1):
            if self.mark(low) is not Mark.NONE:
                return
            if self.page.folded[self.page.lines[low].start] == "“" and self.parted(low):
                self.put(low, at + 1, Mark.QUOTE, Mark.QUOTE_MORE)
                return
            if self.page.lines[low].gap:
                return

    @staticmethod
    def says(words: str) -> bool:
        """Whether words say something: more than a label such as 图片新闻."""
        return len(words.strip(" ()。")) > MOST

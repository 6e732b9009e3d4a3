"""Pieces of news that follow each other, each opened by the same glyph, as in a column of briefs.

A glyph leads a key point or caption as well; what tells is that several pieces are closed by a stop and that
each begins where the one above it ends.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from attrs import frozen

from paperparse.layout.evidence import Mark
from paperparse.marks import roleless
from paperparse.text.lines import Closing, Opening

if TYPE_CHECKING:
    import regex

    from paperparse.conventions import Tables
    from paperparse.layout.marked import Marked

__all__ = ["mark_items"]

MOST: Final = 16
"""Lines of a piece of news in a list at the most."""
FEWEST: Final = 3
"""Pieces of news that make a list; two will do where their glyph opens no captions."""
PAIR: Final = 2
_INSIDE: Final = frozenset({Mark.NONE, Mark.TAIL, Mark.TAIL_HEAD})
"""Marks within a piece of news: it may close with who signs it."""
HEAD: Final = 0.7
"""Share of the line below it that a line with a glyph fills at the most if it is a subhead."""


def mark_items(page: Marked) -> dict[int, Mark]:
    """Take the glyphs of lists of news for what opens a paragraph.

    Args:
        page: The page, with the marks found so far.

    Returns:
        The mark of each line that opens a piece of news, by its index.
    """
    news = _News(page, *_patterns(page.tables))
    found: list[int] = []
    chain: list[int] = []
    for at in range(len(page.lines)):
        if not news.glyph(at):
            continue
        if not (chain and news.glyph(chain[0]) == news.glyph(at) and news.end(chain[-1]) == at):
            found += news.listed(chain)
            chain = []
        chain.append(at)
    found += news.listed(chain)
    return dict.fromkeys(found, Mark.ITEM)


@lru_cache(maxsize=8)
def _patterns(tables: Tables) -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    """What opens pieces of news more often than captions, and the house that closes one, compiled once."""
    return tables.build("{bullet}"), tables.build("[。!?…”][(]{gap}{house}{gap}[)]$")


@frozen
class _News:
    """The pieces of news of a page, and the patterns they are told by."""

    page: Marked
    bullet: regex.Pattern[str]
    house: regex.Pattern[str]

    def glyph(self, at: int) -> str:
        """The glyph a line opens with as captions, key points and pieces of news do, or nothing."""
        mark = self.page.marks[at]
        plain = mark is Mark.NONE and self.page.lines[at].opening is Opening.GLYPH
        if mark is Mark.OPENER or (plain and self.lists(at)):
            return self.page.text[self.page.lines[at].start]
        return ""

    def lists(self, at: int) -> bool:
        """Whether a line opens with a glyph that opens pieces of news more often than captions."""
        return self.bullet.match(self.page.text, self.page.lines[at].start) is not None

    def listed(self, chain: list[int]) -> list[int]:
        """The first lines of the pieces of news that follow each other, if they are enough to make a list."""
        if chain and self.end(chain[-1]) is None:
            chain = chain[:-1]
        fewest = PAIR if chain and self.lists(chain[0]) else FEWEST
        return chain if len(chain) >= fewest else []

    def end(self, at: int) -> int | None:
        """One past the last line of the sentences that a glyph opens, or None where there are none."""
        first, second = self.page.lines[at], self.page.lines[min(at + 1, len(self.page.lines) - 1)]
        if first.narrow < HEAD * second.narrow and first.closing is not Closing.STOP:
            return None  # a subhead above its paragraph
        for i in range(at, min(at + MOST, len(self.page.lines))):
            if i > at and (self.page.marks[i] not in _INSIDE or self.page.lines[i].gap > 1 or self.glyph(i)):
                return None
            if self.stops(at, i) and self.breaks(i + 1):
                return i + 2 if self.signs(i + 1) else i + 1
        return None

    def stops(self, at: int, last: int) -> bool:
        """Whether what a glyph opens ends on a line, with a sentence or with who signs it in brackets."""
        if self.page.lines[last].closing is Closing.STOP:
            return True
        if self.page.folded[self.page.lines[last].end - 1] != ")":
            return False
        strand = self.page.strand(at, last + 1)
        if roleless.read_foot(strand, 0, len(strand), self.page.tables) is not None:
            return True
        return self.house.search(strand.folded.rstrip()) is not None

    def signs(self, at: int) -> bool:
        """Whether a line is nothing but a bracket that somebody signs in, who sent the news above it."""
        if at == len(self.page.lines) or self.page.folded[self.page.lines[at].end - 1] != ")":
            return False
        strand = self.page.strand(at, at + 1)
        found = roleless.read_bare(strand, 0, len(strand), self.page.tables)
        return found is not None and "bracket" in found.traits and roleless.is_likely(found, strict=False)

    def breaks(self, at: int) -> bool:
        """Whether something else than the text above begins at a line, as far as marks tell."""
        if at == len(self.page.lines) or self.page.lines[at].gap:
            return True
        return self.page.marks[at] not in _INSIDE or self.signs(at) or bool(self.glyph(at))

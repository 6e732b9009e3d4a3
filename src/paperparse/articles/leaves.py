"""Pieces become leaves: the typed values that own the characters of a page, each character once.

A paragraph piece may carry a jump line, a dateline and bylines at its head and a byline, a source or
a jump line at its foot. They are cut off where they stand, and what is left is the paragraph.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, field, mutable

from paperparse.marks import byline, dateline, jump
from paperparse.model import Block, BlockKind, Byline, Caption, Dateline, Jump, Note, Passage
from paperparse.text.kinds import bare

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paperparse.articles.sheet import Sheet
    from paperparse.conventions import Tables
    from paperparse.text.strand import Strand

__all__ = ["Leaves", "read_bylines", "read_paragraph", "read_passage", "read_subhead"]


@mutable
class Leaves:
    """The leaves of one article while they are gathered."""

    bylines: list[Byline] = field(factory=list)
    dateline: Dateline | None = None
    blocks: list[Block] = field(factory=list)
    captions: list[Caption] = field(factory=list)
    highlights: list[Passage] = field(factory=list)
    continued_from: Jump | None = None
    continued_to: Jump | None = None
    notes: list[Note] = field(factory=list)


def read_passage(sheet: Sheet, lines: Sequence[int]) -> Passage:
    """Display lines as one passage, letter-spacing closed up."""
    strand = sheet.strand(lines)
    if any(sheet.lines[i].spaced for i in lines):
        words = [sheet.strand((i,)).text for i in lines]
        closed = [
            "".join(word.split()) if sheet.lines[i].spaced else word
            for i, word in zip(lines, words, strict=True)
        ]
        return Passage(bare("".join(closed)), strand.spans(0, len(strand)))
    return Passage(bare(strand.text), strand.spans(0, len(strand)))


def read_subhead(sheet: Sheet, parts: Sequence[Sequence[int]]) -> Block:
    """The passages of a subhead as one block, a blank between them."""
    passages = [read_passage(sheet, part) for part in parts]
    return Block(
        BlockKind.SUBHEAD,
        " ".join(passage.text for passage in passages),
        tuple(span for passage in passages for span in passage.spans),
    )


def read_bylines(leaves: Leaves, sheet: Sheet, lines: Sequence[int], tables: Tables) -> list[int]:
    """Read a byline piece into an article's leaves, whole if it can be, else line by line.

    Returns:
        The lines that could not be read.
    """
    if len(lines) > 1:
        strand = sheet.strand(lines)
        whole = byline.read_all(strand, 0, len(strand), tables)
        if whole is not None:
            _keep_bylines(leaves, whole.bylines, whole.notes)
            return []
    unread: list[int] = []
    for i in lines:
        found = sheet.bylines.get(i)
        if found is None:
            strand = sheet.strand((i,))
            found = byline.read_all(strand, 0, len(strand), tables)
        if found is None:
            unread.append(i)
        else:
            _keep_bylines(leaves, found.bylines, found.notes)
    return unread


def _keep_bylines(leaves: Leaves, bylines: Sequence[Byline], notes: Sequence[Note]) -> None:
    """Add bylines with their glyphs taken out of their words."""
    for one in bylines:
        words = bare(one.text)
        leaves.bylines.append(one if words == one.text else evolve(one, text=words))
    leaves.notes.extend(notes)


def read_paragraph(leaves: Leaves, strand: Strand, tables: Tables) -> None:
    """Read a paragraph piece into an article's leaves, marks at its head and foot cut off."""
    start, end = 0, len(strand)
    if leaves.continued_from is None and not leaves.blocks:
        head = jump.read_head(strand, start, end, tables)
        if head is not None and head.direction == "from":
            leaves.continued_from = head.jump
            start = head.end
    if leaves.dateline is None and not leaves.blocks:
        place = dateline.read_head(strand, start, end, tables)
        if place is not None:
            leaves.dateline = place.dateline
            _keep_bylines(leaves, place.bylines, place.notes)
            start = place.end
    foot = jump.read_tail(strand, start, end, tables) if leaves.continued_to is None else None
    if foot is not None and foot.direction == "to":
        leaves.continued_to = foot.jump
        end = foot.start
    source = dateline.read_tail(strand, start, end, tables) if leaves.dateline is None else None
    if source is not None:
        leaves.dateline = source.dateline
        _keep_bylines(leaves, source.bylines, source.notes)
        end = source.start
    signed = byline.read_tail(strand, start, end, tables)
    if signed is not None:
        _keep_bylines(leaves, signed.bylines, signed.notes)
        end = signed.start
    spans = strand.spans(start, end)
    if spans:
        leaves.blocks.append(Block(BlockKind.PARAGRAPH, bare(strand.text[start:end]), spans))

"""Pieces become leaves: the typed values that own the characters of a page, each character once.

A paragraph piece may carry a jump line, a dateline and bylines at its head and a byline, a source or
a jump line at its foot. They are cut off where they stand, and what is left is the paragraph.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from attrs import evolve, field, mutable

from paperparse.marks import byline, dateline, jump, roleless
from paperparse.marks.opening import OpeningMark, read_opening
from paperparse.model import Block, BlockKind, Byline, Caption, Dateline, Jump, Note, Passage
from paperparse.text.kinds import bare

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paperparse.articles.sheet import Sheet
    from paperparse.conventions import Tables
    from paperparse.marks.results import BylineMark
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
    foot: _Foot | None = None


class _Foot(NamedTuple):
    """A name in a bracket at the end of the last paragraph so far, which signs where the text ends with it.

    Attributes:
        mark: Who signs.
        at: Index of the paragraph among the blocks.
        whole: The paragraph with the bracket.
        block: The paragraph without it, None where nothing is left.
        signs: Whether the bracket has been taken out of the paragraph; a rarer name waits for others.
    """

    mark: BylineMark
    at: int
    whole: Block
    block: Block | None
    signs: bool


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
    _withdraw(leaves)  # who signs on a line of their own signs alone
    if len(lines) > 1:
        strand = sheet.strand(lines)
        whole = byline.read_all(strand, 0, len(strand), tables)
        if whole is not None:
            _keep_signed(leaves, whole)
            return []
        # the house and post of who signs stand on lines above the name
        signed = roleless.read_bare(strand, 0, len(strand), tables)
        if signed is not None and lines[0] not in sheet.bylines:
            _keep_bylines(leaves, signed.mark.bylines, signed.mark.notes)
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
            _keep_signed(leaves, found)
    return unread


def _keep_signed(leaves: Leaves, mark: BylineMark) -> None:
    """Add bylines, and the dateline they hold where the article has none yet."""
    if mark.parted is None or leaves.dateline is not None:
        _keep_bylines(leaves, mark.bylines, mark.notes)
        return
    leaves.dateline = mark.parted.dateline
    _keep_bylines(leaves, mark.parted.bylines, mark.notes)


def _keep_bylines(leaves: Leaves, bylines: Sequence[Byline], notes: Sequence[Note]) -> None:
    """Add bylines with their glyphs taken out of their words."""
    for one in bylines:
        words = bare(one.text)
        leaves.bylines.append(one if words == one.text else evolve(one, text=words))
    leaves.notes.extend(notes)


def read_paragraph(leaves: Leaves, strand: Strand, tables: Tables) -> None:
    """Read a paragraph piece into an article's leaves, marks at its head and foot cut off."""
    start, end = 0, len(strand)
    habit = _settle(leaves, strand, tables)
    if leaves.continued_from is None and not leaves.blocks:
        head = jump.read_head(strand, start, end, tables)
        if head is not None and head.direction == "from":
            leaves.continued_from = head.jump
            start = head.end
    if leaves.dateline is None and not leaves.blocks:
        opened = _read_opening(strand, start, end, tables)
        if opened is not None:
            leaves.dateline = opened.dateline
            _keep_bylines(leaves, opened.bylines, opened.notes)
            start = opened.end
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
        _keep_signed(leaves, signed)
        end = signed.start
    elif _signs_foot(leaves, strand, (start, end), tables, habit=habit):
        return
    block = _block(strand, start, end)
    if block is not None:
        leaves.blocks.append(block)


def _block(strand: Strand, start: int, end: int) -> Block | None:
    """A paragraph, None where nothing stands in the range."""
    spans = strand.spans(start, end)
    return Block(BlockKind.PARAGRAPH, bare(strand.text[start:end]), spans) if spans else None


def _signs_foot(
    leaves: Leaves, strand: Strand, where: tuple[int, int], tables: Tables, *, habit: bool
) -> bool:
    """Add a paragraph that ends with a name in a bracket, which signs at once where it is clear."""
    start, end = where
    mark = roleless.read_foot(strand, start, end, tables) if habit or not leaves.bylines else None
    if mark is None:
        return False
    whole = Block(BlockKind.PARAGRAPH, bare(strand.text[start:end]), strand.spans(start, end))
    foot = _Foot(mark, len(leaves.blocks), whole, _block(strand, start, mark.start), signs=False)
    leaves.blocks.append(whole)
    leaves.foot = foot
    # a dateline that names no reporter asks for one, and so do paragraphs each of which is signed so
    sure = habit or leaves.dateline is not None
    if sure or roleless.read_foot(strand, start, end, tables, strict=True) is not None:
        _sign(leaves, foot)
    return True


def _sign(leaves: Leaves, foot: _Foot) -> None:
    """Take the name out of its paragraph."""
    if not foot.signs:
        leaves.blocks[foot.at : foot.at + 1] = [] if foot.block is None else [foot.block]
        _keep_bylines(leaves, foot.mark.bylines, foot.mark.notes)
        leaves.foot = foot._replace(signs=True)


def _settle(leaves: Leaves, strand: Strand, tables: Tables) -> bool:
    """Settle who signs the paragraph above by what follows; whether each paragraph is signed so."""
    if leaves.foot is None:
        return False
    if roleless.read_foot(strand, 0, len(strand), tables) is not None:
        _sign(leaves, leaves.foot)
        return True
    if _opens_text(strand, tables):
        leaves.foot = None
    else:
        _withdraw(leaves)
    return False


def _withdraw(leaves: Leaves) -> None:
    """Give a name back to its paragraph: the text goes on below it, or somebody else signs."""
    foot, leaves.foot = leaves.foot, None
    if foot is None or not foot.signs:
        return
    leaves.blocks[foot.at : foot.at + (foot.block is not None)] = [foot.whole]
    del leaves.bylines[-len(foot.mark.bylines) :]
    del leaves.notes[len(leaves.notes) - len(foot.mark.notes) :]


def _opens_text(strand: Strand, tables: Tables) -> bool:
    """Whether a paragraph opens as another text does, so that the one above it has ended."""
    opened = _read_opening(strand, 0, len(strand), tables)
    return opened is not None and opened.dateline is not None


def _read_opening(strand: Strand, start: int, end: int, tables: Tables) -> OpeningMark | None:
    """What opens a paragraph; a line end may be all that parts it from the text: ``編譯組／綜合報導``."""
    opened = read_opening(strand, start, end, tables)
    named = opened is not None and bool(opened.bylines)
    seam = strand.starts[1] if not named and len(strand.starts) > 1 else start
    if seam <= start or seam >= end:
        return opened
    alone = read_opening(strand, start, seam, tables)
    filled = alone is not None and alone.dateline is not None and not strand.text[alone.end : seam].strip()
    return alone if filled else opened

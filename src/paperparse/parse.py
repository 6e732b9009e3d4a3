"""The way through the house for one page, stage by stage."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from paperparse.articles.assembly import assemble
from paperparse.articles.bodies import find_bodies
from paperparse.articles.placing import place
from paperparse.articles.sheet import Sheet
from paperparse.conventions import load
from paperparse.layout.behind import put_behind
from paperparse.layout.breaks import settle_breaks
from paperparse.layout.columns import put_in_order
from paperparse.layout.evidence import Mark, load_weights, observe_page, observe_signed
from paperparse.layout.marking import find_marks, jump_ways, leaving_lines
from paperparse.layout.reflow import PieceKind, reflow
from paperparse.layout.roles import read_roles
from paperparse.layout.runs import Cast, find_runs
from paperparse.layout.signatures import Laid, find_signatures
from paperparse.layout.specks import part_specks
from paperparse.layout.turns import find_turns
from paperparse.marks import furniture
from paperparse.marks.misread import put_right
from paperparse.model import Furniture, FurnitureKind, Note, NoteCode, Page, Span
from paperparse.options import Options, check_options
from paperparse.text.fold import fold
from paperparse.text.rescript import set_script
from paperparse.text.source import Decoded, read

if TYPE_CHECKING:
    import os
    from collections.abc import Sequence

    from paperparse.conventions import Tables
    from paperparse.layout.roles import Role

__all__ = ["damage_notes", "first_cast", "lay_out", "parse", "read_page", "read_sheet"]

_OFFERS: Final = frozenset({FurnitureKind.CONTACT, FurnitureKind.ADVERT})
"""Furniture that names no section of the paper: 专业防水 电话：…"""


def parse(
    source: str | bytes | bytearray | memoryview | os.PathLike[str], *, options: Options = Options()
) -> Page:
    r"""Turn the raw print text of one page into typed articles.

    Args:
        source: The page: text, encoded bytes, or the path of a file.
        options: Choices for this call.

    Returns:
        The page, its spans pointing into its ``text``. An empty source gives a page with no articles;
        an odd one gives notes.

    Raises:
        DecodeError: The bytes are no text in any encoding we know.
        ConventionError: A convention table named in the options cannot be used.
        OSError: The file cannot be read.
        ArgumentError: The source or the options are of another type.

    Examples:
        >>> page = parse("新桥今日通车\n\n□记者 谭宁\n本报5月12日讯 今天上午，新桥建成通车。")
        >>> article = page.articles[0]
        >>> article.headline.main[0].text, article.bylines[0].names, article.dateline.day
        ('新桥今日通车', ('谭宁',), 12)
        >>> article.text
        '今天上午，新桥建成通车。'
    """
    check_options(options)
    decoded = read(source, options=options)
    page = read_page(decoded.text, 0, options)
    page = evolve(
        page,
        encoding=decoded.encoding,
        notes=(*damage_notes(decoded, 0, 0, len(decoded.text) + 1), *page.notes),
    )
    return set_script(page, options.script, (page.text,))


def read_page(text: str, index: int, options: Options) -> Page:
    """Read one page of decoded text; see :func:`read_sheet`.

    Args:
        text: The page's text; it becomes ``Page.text`` untouched.
        index: 0-based position of the page in its issue.
        options: Choices for this call.

    Returns:
        The page as printed, with no encoding set. The last stage, setting its texts in another script, is
        for whoever holds all the user gets.

    Raises:
        ConventionError: A convention table named in the options cannot be used.
    """
    return read_sheet(text, index, options)[0]


def read_sheet(text: str, index: int, options: Options) -> tuple[Page, Sheet]:
    """Read one page of decoded text: the stages, in order.

    Args:
        text: The page's text; it becomes ``Page.text`` untouched.
        index: 0-based position of the page in its issue.
        options: Choices for this call.

    Returns:
        The page, with no encoding set, and what the rooms knew of it on the way, for linking.

    Raises:
        ConventionError: A convention table named in the options cannot be used.
    """
    tables = load(options.conventions)
    sheet = lay_out(text, index, tables)
    placing = place(sheet, find_bodies(sheet))
    articles, unplaced = assemble(sheet, placing, tables)
    page = Page(text=text, index=index, articles=articles)
    return _furnish(page, sheet, unplaced, tables), sheet


def lay_out(text: str, index: int, tables: Tables) -> Sheet:
    """Read the lines of a page and put them together to pieces: the first half of the stages.

    Args:
        text: The page's text.
        index: 0-based position of the page in its issue.
        tables: The conventions to read marks by.

    Returns:
        The page as the article rooms take it.
    """
    sheet, roles = first_cast(text, index, tables)
    cast = Cast(sheet.folded, sheet.lines, sheet.marks, roles)
    runs = find_runs(cast)
    jumps = jump_ways(text, sheet.folded, sheet.lines, sheet.marks, tables)
    turned = put_behind(cast, runs, find_turns(cast, runs, sheet.leaving, jumps))
    return sheet if turned is None else _cast(evolve(sheet, lines=turned), tables)[0]


def first_cast(text: str, index: int, tables: Tables) -> tuple[Sheet, tuple[Role, ...]]:
    """Give the lines of a page their parts in the order in which columns were extracted.

    Args:
        text: The page's text.
        index: 0-based position of the page in its issue.
        tables: The conventions to read marks by.

    Returns:
        The page, and the part each line plays.
    """
    folded, misread = put_right(fold(text), tables)
    order = put_in_order(text, folded)
    lines, specks = part_specks(folded, order.lines)
    ready = Sheet(
        text=text,
        folded=folded,
        page=index,
        lines=lines,
        marks=(),
        margins=(),
        pieces=(),
        misread=misread,
        signs=order.signs,
        specks=tuple((speck.start, speck.end) for speck in specks),
    )
    return _cast(ready, tables)


def _cast(sheet: Sheet, tables: Tables) -> tuple[Sheet, tuple[Role, ...]]:
    """Give the lines of a page their parts and put them together; also the part each line plays."""
    text, folded, lines = sheet.text, sheet.folded, sheet.lines
    marking = find_marks(text, folded, lines, tables, sheet.page)
    marks = marking.marks
    bylines = dict(marking.bylines)
    gaps = [line.gap for line in lines]
    seen = observe_page(folded, lines, marks)
    reading = read_roles(seen, gaps, load_weights())
    signed = find_signatures(Laid(text, folded, sheet.page, lines, marks, reading.roles), tables)
    if signed.lines:
        # what stands round a signature is read anew: it was taken for a headline or the end of a paragraph
        marks = tuple(Mark.BYLINE if at in signed.lines else mark for at, mark in enumerate(marks))
        bylines |= signed.bylines
        reading = read_roles(observe_signed(seen, signed.lines), gaps, load_weights())
    roles = settle_breaks(text, folded, lines, marks, reading.roles, tables)
    leaving = leaving_lines(text, folded, lines, marks, tables)
    pieces = reflow(roles, gaps)
    cast = evolve(
        sheet,
        marks=marks,
        margins=reading.margins,
        pieces=pieces,
        leaving=leaving,
        bylines=bylines,
    )
    return cast, roles


def _furnish(page: Page, sheet: Sheet, unplaced: tuple[Furniture, ...], tables: Tables) -> Page:
    """Add the furniture, and what it says of the page's number, section and date."""
    found = list(unplaced)
    for piece in sheet.pieces:
        if piece.kind is not PieceKind.FURNITURE:
            continue
        strand = sheet.strand(piece.lines)
        known = all(sheet.marks[i] is Mark.RUNNING for i in piece.lines)
        read = furniture.read_any if known else furniture.read_all
        mark = read(strand, 0, len(strand), tables)
        kind = mark.kind if mark else FurnitureKind.UNKNOWN
        found.append(Furniture(kind, strand.text, strand.spans(0, len(strand))))
        if mark:
            page = evolve(
                page,
                number=page.number or mark.number,
                section=page.section or (None if kind in _OFFERS else mark.section),
                date=page.date or mark.date,
            )
    found += [_unknown(page, ranges) for ranges in (*sheet.signs, *zip(sheet.specks))]
    found.sort(key=lambda piece: piece.spans)
    gutters = {ranges[0] for ranges in sheet.signs}
    notes = tuple(
        Note(NoteCode.UNPLACED_TEXT, piece.spans[0], "these lines belong to no article found on the page")
        for piece in found
        if piece.kind is FurnitureKind.UNKNOWN and (piece.spans[0].start, piece.spans[0].end) not in gutters
    )
    return evolve(page, furniture=tuple(found), notes=notes)


def _unknown(page: Page, ranges: Sequence[tuple[int, int]]) -> Furniture:
    """The upright signs between two columns of one block of rows, or a row that says nothing."""
    text = "\n".join(page.text[low:high] for low, high in ranges)
    return Furniture(FurnitureKind.UNKNOWN, text, tuple(Span(page.index, low, high) for low, high in ranges))


def damage_notes(decoded: Decoded, index: int, low: int, high: int) -> tuple[Note, ...]:
    """A note on bytes that could not be decoded, on the page where the first of them stood.

    Args:
        decoded: A source of one page or several.
        index: 0-based position of one of its pages in the issue.
        low: Where that page begins in the source's text.
        high: Where it ends.

    Returns:
        One note, or none.
    """
    if not decoded.damaged or not low <= decoded.first_damaged[0] < high:
        return ()
    at = decoded.first_damaged[0] - low
    text = f"{decoded.damaged} damaged places of the source became U+FFFD"
    return (Note(NoteCode.DAMAGED_BYTES, Span(index, at, at + 1), text),)

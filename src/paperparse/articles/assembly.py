"""Bodies with all that was given to them become articles, and the rest becomes furniture."""

from __future__ import annotations

import math
from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from attrs import evolve, field, mutable

from paperparse.articles.confidence import confidence_of, margins_of
from paperparse.articles.leaves import Leaves, read_bylines, read_paragraph, read_passage, read_subhead
from paperparse.articles.seams import split_passages
from paperparse.articles.titles import read_titles
from paperparse.layout.reflow import PieceKind
from paperparse.marks import credit, jump
from paperparse.marks.results import misread_note
from paperparse.model import (
    Article,
    Caption,
    Furniture,
    FurnitureKind,
    Headline,
    Note,
    NoteCode,
    leaves,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from paperparse.articles.bodies import Body
    from paperparse.articles.groups import Group
    from paperparse.articles.placing import Placing
    from paperparse.articles.sheet import Sheet
    from paperparse.articles.titles import Reading, Title
    from paperparse.conventions import Tables
    from paperparse.marks.results import JumpMark
    from paperparse.model import Dateline, Jump, Passage, Span

__all__ = ["assemble"]

DOUBTFUL: Final = 1.0
"""Nats by which a headline must fit its body better than the next before it is past doubt."""


def assemble(
    sheet: Sheet, placing: Placing, tables: Tables
) -> tuple[tuple[Article, ...], tuple[Furniture, ...]]:
    """Build the articles of a page, and the furniture that is left.

    Args:
        sheet: The page.
        placing: Its bodies and what was given to them.
        tables: The conventions to read marks by.

    Returns:
        Articles in the order in which their bodies begin, and furniture in the order printed.
    """
    jumps, stray = _give_jumps(sheet, placing.bodies, tables)
    holdings = _holdings(placing, jumps)
    articles: list[Article] = []
    for number in sorted(range(len(placing.bodies)), key=lambda n: placing.bodies[n].first):
        article, rest = _article(sheet, placing.bodies[number], holdings[number], tables)
        stray.extend(rest)
        articles.append(article)
    named = tuple(_name(article, sheet.page, at) for at, article in enumerate(articles))
    signed = {index for body in placing.bodies for index in body.bylines}
    stray.extend(
        piece.lines
        for index, piece in enumerate(sheet.pieces)
        if piece.kind is PieceKind.BYLINE and index not in signed
    )
    lost = [
        group.lines
        for group, owner in zip(placing.groups, placing.owner, strict=True)
        if owner is None and group.inner is None
    ]
    return named, tuple(_unknown(sheet, lines) for lines in [*lost, *stray])


@mutable
class _Holding:
    """What was given to one body."""

    groups: list[Group] = field(factory=list)
    fit: float = math.inf
    subheads: dict[int, Group] = field(factory=dict)
    extras: list[int] = field(factory=list)
    jumps: dict[str, Jump] = field(factory=dict)


def _holdings(placing: Placing, jumps: Sequence[tuple[int, JumpMark]]) -> list[_Holding]:
    """What was given to each body."""
    found = [_Holding() for _ in placing.bodies]
    for group, owner, margin in zip(placing.groups, placing.owner, placing.margin, strict=True):
        if owner is not None:
            found[owner].groups.append(group)
            found[owner].fit = min(found[owner].fit, margin)
        elif group.inner is not None:
            found[group.inner].subheads[group.piece] = group
    for index, owner in sorted(placing.extras.items()):
        found[owner].extras.append(index)
    for owner, mark in jumps:
        found[owner].jumps[mark.direction] = mark.jump
    return found


def _give_jumps(
    sheet: Sheet, bodies: Sequence[Body], tables: Tables
) -> tuple[list[tuple[int, JumpMark]], list[tuple[int, ...]]]:
    """Give jump lines that stand alone to the body after or before them, by the way they point."""
    given: dict[tuple[int, str], JumpMark] = {}
    stray: list[tuple[int, ...]] = []
    starts = [min(body.paragraphs, default=body.first) for body in bodies]
    order = sorted(range(len(bodies)), key=starts.__getitem__)
    firsts = [starts[number] for number in order]
    for index, piece in enumerate(sheet.pieces):
        if piece.kind is not PieceKind.JUMP:
            continue
        for part in _jump_lines(sheet, piece.lines, tables):
            strand = sheet.strand(part)
            found = jump.read_all(strand, 0, len(strand), tables)
            at = bisect_left(firsts, index) - (found is not None and found.direction == "to")
            key = (order[at], found.direction) if found and 0 <= at < len(order) else None
            if found is None or key is None or key in given:
                stray.append(part)
            else:
                given[key] = found
    return [(owner, mark) for (owner, _), mark in given.items()], stray


def _jump_lines(sheet: Sheet, lines: tuple[int, ...], tables: Tables) -> list[tuple[int, ...]]:
    """The lines of a jump piece as they are read: together when one line end broke them, else one by one."""
    strand = sheet.strand(lines)
    if len(lines) == 1 or jump.read_all(strand, 0, len(strand), tables):
        return [lines]
    return [(line,) for line in lines]


def _article(
    sheet: Sheet, body: Body, holding: _Holding, tables: Tables
) -> tuple[Article, list[tuple[int, ...]]]:
    """One article, and lines given to it that could not be read."""
    parts = Leaves(continued_from=holding.jumps.get("from"), continued_to=holding.jumps.get("to"))
    stray: list[tuple[int, ...]] = []
    for index in sorted({*body.bylines, *body.paragraphs, *holding.subheads}):
        piece = sheet.pieces[index]
        if piece.kind is PieceKind.BYLINE:
            stray.extend((i,) for i in read_bylines(parts, sheet, piece.lines, tables))
        elif index in holding.subheads:
            passages = split_passages(sheet, holding.subheads[index].lines, body.grams)
            parts.blocks.append(read_subhead(sheet, passages))
        else:
            read_paragraph(parts, sheet.strand(piece.lines), tables)
    for index in holding.extras:
        _read_extra(sheet, index, parts, tables)
    parts.notes.extend(map(misread_note, _misread(sheet, parts)))
    reading = read_titles(sheet, [group.lines for group in holding.groups], body.grams, body.opening)
    misread = any(note.code is NoteCode.MARK_MISREAD for note in parts.notes)
    article = Article(
        id="",
        headline=_headline(sheet, reading),
        bylines=tuple(parts.bylines),
        dateline=parts.dateline,
        body=tuple(parts.blocks),
        captions=tuple(parts.captions),
        highlights=tuple(parts.highlights),
        continued_from=parts.continued_from,
        continued_to=parts.continued_to,
        confidence=confidence_of(
            margins_of(sheet, body, holding.fit if holding.groups else None, reading, misread=misread)
        ),
        notes=(*parts.notes, *_notes(sheet, body, parts, reading, holding.fit)),
    )
    return article, stray


def _read_extra(sheet: Sheet, index: int, parts: Leaves, tables: Tables) -> None:
    """Read a caption or key point into an article's leaves."""
    piece = sheet.pieces[index]
    passage = read_passage(sheet, piece.lines)
    if piece.kind is PieceKind.HIGHLIGHT:
        parts.highlights.append(passage)
        return
    strand = sheet.strand(piece.lines)
    found = credit.read_caption(strand, 0, len(strand), tables)
    parts.captions.append(Caption(passage.text, found.credit if found else (), passage.spans))
    if found:
        parts.notes.extend(found.notes)


def _headline(sheet: Sheet, reading: Reading) -> Headline:
    """The headline a reading makes."""

    def passages(titles: Sequence[Title]) -> tuple[Passage, ...]:
        return tuple(read_passage(sheet, title.lines) for title in titles)

    return Headline(
        passages(reading.label), passages(reading.kicker), passages(reading.main), passages(reading.sub)
    )


def _misread(sheet: Sheet, parts: Leaves) -> Iterator[Span]:
    """The first spans of the marks that are read through a character misread in print."""
    others: tuple[Dateline | Jump | None, ...] = (parts.dateline, parts.continued_from, parts.continued_to)
    for mark in (*parts.bylines, *others):
        if mark and any(_holds(span, sheet.misread) for span in mark.spans):
            yield mark.spans[0]


def _holds(span: Span, places: Sequence[int]) -> bool:
    """Whether one of some ascending places lies in a span."""
    return bisect_left(places, span.start) < bisect_left(places, span.end)


def _notes(sheet: Sheet, body: Body, parts: Leaves, reading: Reading, fit: float) -> list[Note]:
    """What could not be settled about an article."""
    found: list[Note] = []
    spans = [span for block in parts.blocks for span in block.spans]
    head, foot = (spans[0], spans[-1]) if spans else (None, None)
    if not reading.main and parts.continued_from is None:
        found.append(
            Note(NoteCode.HEADLINE_MISSING, head, "no display line of the page belongs to this article")
        )
    if reading.main and fit < DOUBTFUL:
        place = sheet.strand(reading.main[0].lines)
        found.append(
            Note(
                NoteCode.HEADLINE_DOUBTFUL,
                place.spans(0, len(place))[0],
                "another place on the page would suit this headline nearly as well",
            )
        )
    if body.paragraphs:
        if sheet.pieces[body.paragraphs[0]].headless and parts.continued_from is None:
            found.append(
                Note(NoteCode.STARTS_MID_SENTENCE, head, "the body begins in the middle of a sentence")
            )
        if sheet.pieces[body.paragraphs[-1]].endless and parts.continued_to is None:
            found.append(Note(NoteCode.ENDS_MID_SENTENCE, foot, "the body stops without a closing stop"))
    found.extend(
        Note(NoteCode.CONTINUATION_OPEN, mark.spans[0], f"the rest is on page {mark.page}, not joined here")
        for mark in (parts.continued_from, parts.continued_to)
        if mark is not None
    )
    return found


def _name(article: Article, page: int, at: int) -> Article:
    """An article with its id and all the spans it owns."""
    owned = sorted((span for leaf in leaves(article) for span in leaf), key=attrgetter("start"))
    return evolve(article, id=f"p{page}a{at}", spans=tuple(owned))


def _unknown(sheet: Sheet, lines: Sequence[int]) -> Furniture:
    """Lines that belong to nothing known."""
    strand = sheet.strand(lines)
    words = "\n".join(sheet.text[sheet.lines[i].start : sheet.lines[i].end] for i in lines)
    return Furniture(FurnitureKind.UNKNOWN, words, strand.spans(0, len(strand)))

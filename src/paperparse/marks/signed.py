"""Who was found to sign, and the one mark their bylines make.

Two readers find bylines: :mod:`paperparse.marks.signing` shape by shape, :mod:`paperparse.marks.readings` by
the likeliest reading. What a role amounts to, where each byline ends and what is noted on its names is the
same for both, and is said here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from attrs import define, evolve

from paperparse.marks.grammar import PICTURES, Grammar, grammar_of
from paperparse.marks.results import BylineMark, Signature
from paperparse.model import Byline, BylineKind, Dateline, Note, NoteCode
from paperparse.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paperparse.conventions import Tables
    from paperparse.marks.names import People
    from paperparse.marks.reports import Report
    from paperparse.text.strand import Strand

__all__ = ["Item", "Signed", "kind_of", "mark_of", "mark_of_items"]


@define
class Item:
    """One byline being read.

    Attributes:
        start: First code point of it in the strand.
        role: Its role or the word behind its names as printed, without blanks; empty when there is none.
        kind: What that amounts to.
        outlet: The outlet as printed, or None.
        people: Who signs.
        picture: Whether it credits pictures only.
        report: Where and when, said behind the names, or None.
        did: Whether the role is a word of that report: 報導.
    """

    start: int
    role: str
    kind: BylineKind
    outlet: str | None
    people: People
    picture: bool = False
    report: Report | None = None
    did: bool = False


class Signed(NamedTuple):
    """One byline found by a reader that says where its role is printed, and not what it amounts to.

    Attributes:
        start: First code point of it in the strand.
        role: Where its role or the word behind its names stands; an empty range when there is none.
        outlet: The outlet as printed, or None.
        people: Who signs.
    """

    start: int
    role: tuple[int, int]
    outlet: str | None
    people: People


def kind_of(role: str, grammar: Grammar) -> BylineKind:
    """What a role amounts to: the kind of the longest word of the tables it ends in.

    Args:
        role: The role, folded.
        grammar: The patterns of the tables.

    Returns:
        Its kind.
    """
    word = role.replace(" ", "")
    return next(
        (grammar.kinds[word[cut:]] for cut in range(len(word)) if word[cut:] in grammar.kinds),
        None,
    ) or next((kind for kind, pattern in grammar.patterns if pattern.fullmatch(role)), BylineKind.OTHER)


def mark_of_items(strand: Strand, start: int, end: int, items: list[Item]) -> BylineMark:
    """Bylines that own the range between them, with the notes on their names.

    Args:
        strand: The text.
        start: First code point of the mark.
        end: One past its last.
        items: Its bylines in order, at least one.

    Returns:
        The mark.
    """
    bounds = [item.start for item in items] + [end]
    places = list(zip(items, bounds, bounds[1:], strict=False))
    bylines = tuple(_byline(strand, item, low, high) for item, low, high in places)
    notes = tuple(
        Note(
            NoteCode.BYLINE_DOUBTFUL,
            byline.spans[0],
            f"names not parted, more than one way is likely: {'、'.join(byline.names)}",
        )
        for item, byline in zip(items, bylines, strict=True)
        if item.people.doubtful
    )
    certain = min(item.people.certain for item in items)
    pictures = all(item.picture for item in items)
    return BylineMark(start, end, bylines, notes, certain, pictures, _part(strand, places))


def _byline(strand: Strand, item: Item, low: int, high: int) -> Byline:
    """A byline that owns a range."""
    return Byline(
        role=item.role,
        kind=item.kind,
        names=item.people.names,
        outlet=item.outlet,
        text=_said(strand, low, high),
        spans=strand.spans(low, high),
    )


def _said(strand: Strand, low: int, high: int) -> str:
    """The words of a range on one line."""
    return " ".join(strand.text[low:high].splitlines()).strip()


def _part(strand: Strand, places: Sequence[tuple[Item, int, int]]) -> Signature | None:
    """The bylines and the first report among them, each with characters of its own."""
    dateline: Dateline | None = None
    bylines: list[Byline] = []
    for item, low, high in places:
        report = item.report
        if dateline is not None or report is None or not low < report.start < high:
            bylines.append(_byline(strand, item, low, high))
            continue
        year, month, day = report.date
        dateline = Dateline(
            outlet=item.outlet,
            place=report.place,
            year=year,
            month=month,
            day=day,
            kind=report.kind,
            text=_said(strand, report.start, high),
            spans=strand.spans(report.start, high),
        )
        # 王小明／台北報導: the word is the report's, and nothing else says what they did
        signer = evolve(item, role="", kind=BylineKind.AUTHOR) if item.did else item
        bylines.append(_byline(strand, signer, low, report.start))
    return None if dateline is None else Signature(dateline, tuple(bylines))


def mark_of(strand: Strand, end: int, found: Sequence[Signed], tables: Tables) -> BylineMark:
    """Make one mark of bylines whose roles are still to be looked up.

    Args:
        strand: The text.
        end: One past the last code point of the mark.
        found: Its bylines in order, at least one.
        tables: The conventions.

    Returns:
        The mark; it begins where its first byline does.
    """
    grammar = grammar_of(tables)
    items: list[Item] = []
    for one in found:
        role = "".join(strand.text[slice(*one.role)].split())
        kind = kind_of(strand.folded[slice(*one.role)], grammar) if role else BylineKind.AUTHOR
        picture = kind in PICTURES and fold(role) in grammar.pictures
        items.append(Item(one.start, role, kind, one.outlet, one.people, picture))
    return mark_of_items(strand, found[0].start, end, items)

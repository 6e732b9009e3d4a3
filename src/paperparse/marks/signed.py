"""Who was found to sign, and the one mark their bylines make.

Two readers find bylines: :mod:`paperparse.marks.signing` shape by shape, :mod:`paperparse.marks.readings` by
the likeliest reading. What a role amounts to, where each byline ends and what is noted on its names is the
same for both, and is said here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from attrs import define

from paperparse.marks.grammar import PICTURES, Grammar, grammar_of
from paperparse.marks.results import BylineMark
from paperparse.model import Byline, BylineKind, Note, NoteCode
from paperparse.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paperparse.conventions import Tables
    from paperparse.marks.names import People
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
    """

    start: int
    role: str
    kind: BylineKind
    outlet: str | None
    people: People
    picture: bool = False


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
    bylines: list[Byline] = []
    notes: list[Note] = []
    bounds = [item.start for item in items] + [end]
    for item, low, high in zip(items, bounds, bounds[1:], strict=False):
        spans = strand.spans(low, high)
        byline = Byline(
            role=item.role,
            kind=item.kind,
            names=item.people.names,
            outlet=item.outlet,
            text=" ".join(strand.text[low:high].splitlines()).strip(),
            spans=spans,
        )
        bylines.append(byline)
        if item.people.doubtful:
            names = "、".join(item.people.names)
            notes.append(
                Note(
                    NoteCode.BYLINE_DOUBTFUL,
                    spans[0],
                    f"names not parted, more than one way is likely: {names}",
                )
            )
    certain = min(item.people.certain for item in items)
    pictures = all(item.picture for item in items)
    return BylineMark(start, end, tuple(bylines), tuple(notes), certain, pictures)


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

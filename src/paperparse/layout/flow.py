"""How well one part of a row goes on in another: the evidence by which columns are put in order.

Each part is described by a few kinds: how it begins and ends, whether it fills its column, whether it stands
among running text. What two of them say together, and the characters that would meet, is weighed by
``flow.toml``, fitted to set pages as a whole: the right order is to outweigh every other.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from attrs import frozen

from paperparse.layout.rivers import RAGGED
from paperparse.layout.seams import Seam, seam_of
from paperparse.shipped import read_table
from paperparse.text.edges import lean_start
from paperparse.text.lines import ENDS, Closing, Opening, closing_of, opening_of

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

__all__ = [
    "INDENT",
    "Manner",
    "Names",
    "Turn",
    "Words",
    "full_width",
    "load_weights",
    "meeting",
    "names_of",
    "weight",
    "words_of",
]

KINDS: Final = 4096
"""Kinds of two parts whose names are kept; there are a few hundred on a page."""
INDENT: Final = 1.0
"""Em from which a part stands in: two ASCII blanks, the least that is left of an indent."""
LEANS: Final = 0.5
"""Nats from which a first character leans towards the beginning of a paragraph, or away from it."""
_OWN: Final = frozenset({Opening.GLYPH, Opening.DASH})


class Turn(StrEnum):
    """Where one part stands as seen from the one read before it."""

    TIGHT = "tight"  # in the next row of its column
    GAP = "gap"  # below a blank one
    WIDE = "wide"  # below several
    EXIT = "exit"  # below both columns, read after the right one


class Manner(StrEnum):
    """What two columns hold; the right one is read after the left one all the same."""

    ONE = "one"  # one text, which turns from the one to the other
    TWO = "two"  # a text each


@frozen(eq=False)
class Words:
    """A part of a row.

    Attributes:
        row: The row it stands in.
        left: Whether it stands in the left column, or in rows that have but one.
        head: Its first two characters, folded.
        foot: Its last two.
        close: How it ends: ``ends`` a sentence, breaks off after a ``clause``, or is ``open``.
        start: How it begins: ``fresh`` where it stands in, with a glyph of its ``own``, with a sign that it
            ``cannot`` begin with, or ``plain``.
        lean: ``+`` where its first character looks like the beginning of a paragraph, ``-`` where it looks
            like the middle of one.
        shape: ``full``, ``short`` or ``wide``, seen from its column.
        run: ``text`` where it stands among running text, ``show`` where it does not.
        outer: The last piece of a part that holds columns itself; the part is then described by its first.
    """

    row: int
    left: bool
    head: str
    foot: str
    close: str
    start: str
    lean: str
    shape: str
    run: str
    outer: Words | None = None


def words_of(  # noqa: PLR0913  # where, what, and four facts of it
    row: int, content: str, off: float, *, left: bool, fresh: bool, run: str
) -> Words:
    """Describe a part of a row.

    Args:
        row: The row.
        content: What it says, folded, without blanks at either end.
        off: Em by which it is wider than its column.
        left: Whether it stands in the left column.
        fresh: Whether it stands in.
        run: Among what it stands.

    Returns:
        The part.
    """
    closing, opening = closing_of(content), opening_of(content)
    lean = lean_start(content[0])
    full = abs(off) <= RAGGED or (fresh and abs(off + 2) <= RAGGED)
    return Words(
        row=row,
        left=left,
        head=content[:2],
        foot=content[-2:],
        close="ends" if closing in ENDS else "open" if closing is Closing.OPEN else "clause",
        start="fresh"
        if fresh
        else "cannot"
        if opening is Opening.CANNOT
        else "own"
        if opening in _OWN
        else "plain",
        lean="+" if lean > LEANS else "-" if lean < -LEANS else "0",
        shape="full" if full else "wide" if off > 0 else "short",
        run=run,
    )


class Names(NamedTuple):
    """The names of what two parts say for one being read after the other.

    Attributes:
        once: What they say or do not say.
        kin: What is said by as much as what is around them shares.
    """

    once: tuple[str, ...]
    kin: str


@lru_cache(maxsize=KINDS)
def names_of(  # noqa: PLR0913, PLR0917  # each is one of a few kinds
    how: str,
    close: str,
    shape: str,
    run: str,
    start: str,
    below: str,
    then: str,
    among: str,
    lean: str,
    seam: str,
    indents: bool,  # noqa: FBT001
) -> Names:
    """What is seen where one part is read after another.

    Args:
        how: A turn, or a manner where the second is the head of the right column.
        close: How the first part ends.
        shape: Its shape.
        run: Among what it stands.
        start: How the second part begins.
        below: Its shape.
        then: How it ends.
        among: Among what it stands.
        lean: What its first character looks like.
        seam: What :func:`meeting` says of them; nothing where the first ends a sentence.
        indents: Whether the columns show where paragraphs begin.

    Returns:
        The names of weights.
    """
    shown = "in" if indents else "flush"
    inner = how if how in _MANNERS or how == Turn.EXIT else "inner"
    room = f"{how} " if how in _MANNERS else ""
    once = (
        inner,
        f"{room}{shown} {close} {shape} > {start}",
        f"{how}: {close} > {start}",
        f"{how}: {shape} > {below}",
        f"{room}{shown} {close} > {below} {then}",
        f"{how}: {run} {close} > {among}",
        f"{room}{close} > {start} {lean}",
    )
    return Names((*once, f"{inner} {close} seam {seam}") if seam else once, f"kin {how}")


_MANNERS: Final = frozenset(Manner)


def meeting(one: Words, two: Words, pairs: Container[str], triples: Container[str]) -> str:
    """What the characters say that would meet.

    Args:
        one: A part.
        two: What would be read after it.
        pairs: Every two characters that stand side by side around.
        triples: Every three.

    Returns:
        A seam, or ``long`` where one more character stands beside the two elsewhere; nothing where the
        first part ends a sentence, for then they say nothing.
    """
    if one.close == "ends":
        return ""
    seam = seam_of(one.foot[-1] + two.head[0], pairs)
    long = seam is Seam.PAGE and (
        one.foot + two.head[0] in (triples if len(one.foot) > 1 else pairs)
        or one.foot[-1] + two.head in (triples if len(two.head) > 1 else pairs)
    )
    return "long" if long else seam


@cache
def load_weights() -> dict[str, float]:
    """The weights by their names, in nats, read once."""
    return {str(name): float(value) for name, value in read_table("layout", "flow")["weights"].items()}


def weight(name: str) -> float:
    """The weight of a piece of evidence, in nats; 0 for what the table does not name."""
    return load_weights().get(name, 0.0)


def full_width(widths: Sequence[float]) -> float:
    """Em of the full lines among some."""
    return sorted(widths)[len(widths) * 3 // 4] if widths else 0.0

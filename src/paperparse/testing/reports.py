"""Signatures that say where and when, as papers of Taiwan, Hong Kong, Malaysia and overseas print them.

Such a mark is a byline and a dateline in one: ``〔記者王小明／高雄報導〕``. A manner says what stands round
and between its parts, and where on the article it stands; a house keeps to one manner over a page.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from attrs import evolve, frozen

from paperparse.model import BylineKind
from paperparse.testing.copies import Signature, Wire
from paperparse.testing.leaves import LeafKind
from paperparse.testing.words import words

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from paperparse.testing.copies import Copy
    from paperparse.testing.leaves import Facts, Line, Part

__all__ = ["At", "Manner", "Piece", "draw_manner", "pieces", "reported", "set_report"]

_MOST: Final = 2
"""People in one signature of a report."""


class At(StrEnum):
    """Where a part of a signature stands."""

    HEAD = "head"  # at the head of the first paragraph
    ALONE = "alone"  # on a line of its own before the body
    FOOT = "foot"  # at the foot of the last paragraph


@frozen
class Manner:
    """How a house signs its reports.

    Attributes:
        shape: What the print looks like: opener, outlet, what parts the names from the report, the
            report with ``{place}``, ``{month}`` and ``{day}``, closer.
        at: Where it stands.
        before: A dateline printed before the names and apart from them; the report behind the names is then a
            part of the byline. Else empty.
        signer: A word with a colon before names that stand apart from the report; else empty.
        role: Whether the role is printed.
    """

    shape: tuple[str, str, str, str, str]
    at: At
    before: str = ""
    signer: str = ""
    role: bool = True


class Piece(NamedTuple):
    """A part of a signature, ready to be set.

    Attributes:
        at: Where it stands.
        kind: Byline or dateline.
        parts: Its characters with the fields they fill.
        facts: Who signs, or where and when.
    """

    at: At
    kind: LeafKind
    parts: list[Part]
    facts: Facts


_MANNERS: Final = (
    Manner(("〔", "", "／", "{place}报导", "〕"), At.HEAD),  # 自由時報
    Manner(("【", "", "／", "{place}报导", "】"), At.HEAD),  # 聯合報
    Manner(("【", "", "", "{place}报导", "】"), At.HEAD),  # 人間福報
    Manner(("【", "本报", "", "{place}报导", "】"), At.ALONE),  # 世界日報
    Manner(("", "", "／", "{place}报导", ""), At.ALONE),
    Manner(("", "", "／", "{place}报导", ""), At.ALONE, role=False),  # 中國時報
    Manner(("", "", "│", "{place}报导", ""), At.ALONE),
    Manner(("（", "中央社", "", "{place}{day}电", "）"), At.HEAD),
    Manner(("【", "侨报", "", "{month}{day}{place}报道", "】"), At.ALONE),
    Manner(("（", "", "／", "{place}报导", "）"), At.FOOT),
    Manner(("（", "", "　", "{place}报道", "）"), At.HEAD, before="香港文汇报讯"),
    Manner(("（", "", "", "{place}{day}讯", "）"), At.HEAD, signer="报道："),  # 星洲日報
)


def draw_manner(rng: Random) -> Manner:
    """A manner for a house.

    Args:
        rng: The source of chance.

    Returns:
        One of those seen in print.

    Examples:
        >>> import random
        >>> draw_manner(random.Random(1)) in [draw_manner(random.Random(seed)) for seed in range(40)]
        True
    """
    return rng.choice(_MANNERS)


def reported(copy: Copy, manner: Manner, day: tuple[int, int], rng: Random) -> Copy:
    """The copy with a report in place of its other signatures.

    Args:
        copy: An article that somebody signs and that has no dateline.
        manner: How its house signs.
        day: Month and day it was reported.
        rng: The source of chance.

    Returns:
        The copy, signed by one or two people in one role.

    Examples:
        >>> import random
        >>> from paperparse.testing.copies import Copy
        >>> signed = Copy(bylines=(Signature("记者", BylineKind.REPORTER, ("孙宁",)),))
        >>> copy = reported(signed, draw_manner(random.Random(1)), (5, 12), random.Random(2))
        >>> copy.report.place in words("places", "reported"), copy.bylines[0].names
        (True, ('孙宁',))
    """
    report = manner.shape[3]
    outlet = manner.before.removesuffix("讯") or manner.shape[1]
    wire = Wire(
        outlet,
        rng.choice(words("places", "reported")),
        day[0] if "{month}" in report else None,
        day[1] if "{day}" in report else None,
        "讯" if manner.before else report.rpartition("}")[2],
    )
    first = copy.bylines[0]
    signature = evolve(first, names=first.names[:_MOST], outlet=None)
    if manner.signer or not manner.role:
        signature = Signature(manner.signer.rstrip("："), BylineKind.AUTHOR, signature.names)
    return evolve(copy, bylines=(signature,), report=wire)


def pieces(copy: Copy, manner: Manner) -> list[Piece]:
    """The leaves of a report as its house prints them.

    Args:
        copy: An article with a report.
        manner: How its house signs.

    Returns:
        Its parts in order.

    Examples:
        >>> from paperparse.testing.copies import Copy
        >>> copy = Copy(
        ...     bylines=(Signature("记者", BylineKind.REPORTER, ("孙宁",)),),
        ...     report=Wire("", "台北", None, None, "报导"),
        ... )
        >>> manner = Manner(("〔", "", "／", "{place}报导", "〕"), At.HEAD)
        >>> ["".join(text for text, _ in piece.parts) for piece in pieces(copy, manner)]
        ['〔记者孙宁／', '台北报导〕']
    """
    wire, signature = copy.report, copy.bylines[0]
    if wire is None:
        return []
    opener, outlet, between, _, closer = manner.shape
    names: list[Part] = []
    for name in signature.names:
        names += [("、", ""), (name, "name")] if names else [(name, "name")]
    if manner.signer:
        signed = [(signature.role, "role"), ("：", ""), *names]
        source = [(opener, ""), *_report(wire, manner), (closer, "")]
        return [
            Piece(At.ALONE, LeafKind.BYLINE, signed, signature),
            Piece(manner.at, LeafKind.DATELINE, source, wire),
        ]
    fields = ((opener, ""), (outlet, "outlet"), (signature.role, "role"))
    signed = [part for part in fields if part[0]] + names
    if manner.before:
        said = [(between + text, "") for text, _ in _report(wire, manner)[:1]]
        said += [("报道", ""), (closer, "")]
        return [
            Piece(manner.at, LeafKind.DATELINE, [(wire.outlet, "outlet"), (wire.kind, "kind")], wire),
            Piece(manner.at, LeafKind.BYLINE, [*signed, *said], signature),
        ]
    return [
        Piece(manner.at, LeafKind.BYLINE, [*signed, (between, "")], signature),
        Piece(manner.at, LeafKind.DATELINE, [*_report(wire, manner), (closer, "")], wire),
    ]


def _report(wire: Wire, manner: Manner) -> list[Part]:
    """The words of a report in the order of its house."""
    day: list[Part] = [] if wire.day is None else [(f"{wire.day}日", "")]
    if wire.month is not None:
        day.insert(0, (f"{wire.month}月", ""))
    place: Part = (wire.place or "", "place")
    placed = [*day, place] if manner.shape[3].startswith("{month}") else [place, *day]
    return [*placed, (wire.kind, "kind")]


def set_report(
    copy: Copy,
    manner: Manner | None,
    at: At,
    leaf: Callable[[LeafKind, list[Part], Facts], Line],
    opening: list[Line],
) -> Line:
    """Set what of a report stands in a line of the body.

    Args:
        copy: An article with a report.
        manner: How its house signs.
        at: Whether the line is the head or the foot of the body.
        leaf: Makes a leaf and sets it as one line.
        opening: Where lines of its own before the body go; they are set with its head.

    Returns:
        The cells that stand in the line.

    Examples:
        >>> from paperparse.testing.copies import Copy
        >>> from paperparse.testing.leaves import Case, printed
        >>> copy = Copy(
        ...     bylines=(Signature("记者", BylineKind.REPORTER, ("孙宁",)),),
        ...     report=Wire("", "台北", None, None, "报导"),
        ... )
        >>> manner = Manner(("", "", "／", "{place}报导", ""), At.ALONE)
        >>> case, opening = Case(), []
        >>> line = set_report(copy, manner, At.HEAD, lambda *of: case.set(of[0], 0, *of[1:]), opening)
        >>> printed(line), [printed(line) for line in opening]
        ('', ['记者孙宁／台北报导'])
    """
    line: Line = []
    alone: Line = []
    for piece in pieces(copy, manner) if manner is not None else ():
        if piece.at is at:
            line += leaf(piece.kind, piece.parts, piece.facts)
        elif piece.at is At.ALONE and at is At.HEAD:
            alone += leaf(piece.kind, piece.parts, piece.facts)
    if alone:
        opening.append(alone)
    return line

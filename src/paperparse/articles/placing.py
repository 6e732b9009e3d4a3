"""Who belongs to whom: headline groups, captions and key points are given to bodies, all at once.

A display piece may hold the headlines of several articles that a designer set under one another, so
it is first cut where its lines speak of different bodies. Then all groups of the page are assigned to
all bodies together. A body wants one group; a second or third costs. A group may also stay alone. The
page's habit (headlines before bodies, after them, or anywhere) is not known: each is tried and the one
under which the whole page fits best is taken.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from paperparse.articles.bodies import Body
from paperparse.articles.grams import Rarity, grams_of
from paperparse.articles.matching import assign
from paperparse.articles.titles import reads_on
from paperparse.layout.evidence import Mark
from paperparse.layout.reflow import PieceKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paperparse.articles.sheet import Sheet

__all__ = ["Group", "Placing", "place"]

HABITS: Final = {
    "before": (4.0, 0.0, 0.0),
    "after": (0.0, 4.0, -1.0),
    "anywhere": (2.0, 2.0, -1.5),
}
"""What standing right before or right after a body is worth, in nats, and how common the habit is."""
FAR: Final = -0.6
"""For each body that stands between a group and its own, up to five."""
SLOTS: Final = (4.0, -1.5, -2.5, -4.0)
"""What a body's first, second, third and fourth group is worth."""
ALONE: Final = -2.0
"""A display line that belongs nowhere is rare."""
SUBHEAD: Final = 3.0
"""A display line between two whole paragraphs of a body is most likely its subhead."""
TORN: Final = -3.0
"""But not where it parts a sentence."""
FRAGMENT: Final = -8.0
"""The tail of an article from another page seldom has a headline, and then repeats its own."""
CUT: Final = (-1.5, -1.5, -0.8)
"""Cutting a display piece between lines with no blank line, one, or more between them."""
CUT_PASSAGE: Final = -4.0
"""Cutting it between two lines that read on as one passage."""
EXTRA_SHARE: Final = 0.35
"""A caption or key point that shares less than this part of its pairs with any body is of none. On
the seeds the ones that belong share 0.6 and more, the ones that do not 0.2 and less."""


@frozen
class Group:
    """Display lines that are the headline, or part of it, of one article.

    Attributes:
        lines: Indices of its lines.
        piece: Index of the display piece they are from.
        inner: The body it stands in the middle of, or None.
        torn: Whether the paragraph before it was left without an end.
        grams: The pairs of its text.
    """

    lines: tuple[int, ...]
    piece: int
    inner: int | None
    torn: bool
    grams: frozenset[str]


@frozen
class Placing:
    """The outcome.

    Attributes:
        bodies: The bodies, those added that consist of key points and captions alone.
        groups: All display groups in the order printed.
        owner: For each group the index of its body, or None.
        subhead: For each group whether it is a subhead of the body it stands in.
        margin: For each group how much its place is better than the next, in nats.
        extras: For each caption or highlight piece the index of its body, or None.
        habit: The habit that fitted best.
    """

    bodies: tuple[Body, ...]
    groups: tuple[Group, ...]
    owner: tuple[int | None, ...]
    subhead: tuple[bool, ...]
    margin: tuple[float, ...]
    extras: dict[int, int | None]
    habit: str


def place(sheet: Sheet, bodies: Sequence[Body]) -> Placing:
    """Give every display group, caption and key point of a page to a body.

    Args:
        sheet: The page.
        bodies: Its bodies.

    Returns:
        The placing.
    """
    extras, briefs = _place_extras(sheet, bodies)
    everyone = (*bodies, *briefs)
    rarity = Rarity.over([body.grams for body in everyone])
    groups = tuple(
        group
        for index, piece in enumerate(sheet.pieces)
        if piece.kind is PieceKind.DISPLAY
        for group in _cut(sheet, index, everyone, rarity)
    )
    best: Placing | None = None
    top = float("-inf")
    for habit, (before, after, prior) in HABITS.items():
        gains = [
            [
                _likeness(group, body, rarity) + _nearness(sheet, group, number, everyone, before, after)
                for number, body in enumerate(everyone)
            ]
            for group in groups
        ]
        alone = [_alone(group, everyone, rarity) for group in groups]
        table = [[gain + slot for gain in row for slot in SLOTS] for row in gains]
        chosen = assign(table, alone) if everyone else (None,) * len(groups)
        total = prior + sum(
            alone[i] if column is None else table[i][column] for i, column in enumerate(chosen)
        )
        if total > top:
            top = total
            owner = tuple(None if column is None else column // len(SLOTS) for column in chosen)
            best = Placing(
                bodies=everyone,
                groups=groups,
                owner=owner,
                subhead=tuple(
                    who is None and group.inner is not None and not group.torn
                    for who, group in zip(owner, groups, strict=True)
                ),
                margin=_margins(gains, alone, owner),
                extras=extras,
                habit=habit,
            )
    if best is None:
        msg = "a page has at least one habit"
        raise AssertionError(msg)
    return best


def _margins(
    gains: Sequence[Sequence[float]], alone: Sequence[float], owner: Sequence[int | None]
) -> tuple[float, ...]:
    """How much better each group's place is than its next best, as if all bodies were free."""
    found: list[float] = []
    for row, rest, who in zip(gains, alone, owner, strict=True):
        options = [rest - SLOTS[0], *row]
        chosen = options.pop(0 if who is None else who + 1)
        found.append(chosen - max(options, default=chosen - 10.0))
    return tuple(found)


def _likeness(group: Group, body: Body, rarity: Rarity) -> float:
    """How much a group's words speak for a body."""
    return rarity.likelihood(group.grams, body.grams)


def _nearness(
    sheet: Sheet, group: Group, number: int, bodies: Sequence[Body], before: float, after: float
) -> float:
    """How much a group's place speaks for a body, by the habit of the page."""
    body = bodies[number]
    head = sheet.marks[sheet.pieces[body.first].lines[0]]
    bonus = FRAGMENT if head is Mark.JUMP_HEAD else 0.0
    if group.inner is not None:
        # in the middle of a body, so next to none
        return bonus + FAR * min(abs(number - group.inner) + 1, 5)
    between = (
        range(group.piece + 1, body.first) if group.piece < body.first else range(body.last + 1, group.piece)
    )
    kinds = {sheet.pieces[i].kind for i in between}
    if not kinds & {PieceKind.PARAGRAPH, PieceKind.DISPLAY}:
        return bonus + (before if group.piece < body.first else after)
    passed = sum(
        min(body.first, group.piece) < other.first < max(body.first, group.piece) for other in bodies
    )
    return bonus + FAR * min(passed + 1, 5)


def _alone(group: Group, bodies: Sequence[Body], rarity: Rarity) -> float:
    """What it is worth to give a group to no body: to let it be a subhead, or nothing."""
    if group.inner is None:
        return ALONE
    if group.torn:
        return TORN
    return SUBHEAD + SLOTS[0] + max(_likeness(group, bodies[group.inner], rarity), 0.0)


def _cut(sheet: Sheet, index: int, bodies: Sequence[Body], rarity: Rarity) -> list[Group]:
    """Cut a display piece where its lines speak of different bodies.

    The best cutting is found by a dynamic programme over the lines: each part is worth what it
    shares with the one body it shares most with, each cut costs.
    """
    lines = sheet.pieces[index].lines
    inner = next((n for n, body in enumerate(bodies) if index in body.inner), None)
    torn = inner is not None and _torn(sheet, bodies[inner], lines[0])
    if len(lines) == 1 or not bodies or inner is not None:
        return [Group(lines, index, inner, torn, grams_of(sheet.folded_of(lines)))]
    words = [grams_of(sheet.folded_of((i,))) for i in lines]
    page = frozenset().union(*(body.grams for body in bodies))
    costs = [0.0, *(_cut_cost(sheet, i, page) for i in lines[1:])]
    worth = [[rarity.likelihood(text, body.grams) for body in bodies] for text in words]
    # best[k]: the best cutting of the first k lines, its worth and where its last part begins
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(lines) + 1):
        options: list[tuple[float, int]] = []
        sums = [0.0] * len(bodies)
        for start in range(end - 1, -1, -1):
            sums = [a + b for a, b in zip(sums, worth[start], strict=True)]
            options.append((best[start][0] + max(sums) + costs[start], start))
        best.append(max(options))
    parts: list[tuple[int, ...]] = []
    end = len(lines)
    while end:
        start = best[end][1]
        parts.append(lines[start:end])
        end = start
    return [
        Group(part, index, None, torn=False, grams=grams_of(sheet.folded_of(part))) for part in reversed(parts)
    ]


def _cut_cost(sheet: Sheet, line: int, page: frozenset[str]) -> float:
    """The worth of a cut before a line of a display piece."""
    if reads_on(sheet, line - 1, line, page):
        return CUT_PASSAGE
    return CUT[min(sheet.lines[line].gap, 2)]


def _torn(sheet: Sheet, body: Body, at: int) -> bool:
    """Whether a line stands where a paragraph of a body has not come to its end."""
    before = [sheet.pieces[i] for i in body.paragraphs if sheet.pieces[i].lines[0] < at]
    return bool(before) and (before[-1].endless or before[-1].lines[-1] > at)


def _place_extras(sheet: Sheet, bodies: Sequence[Body]) -> tuple[dict[int, int | None], list[Body]]:
    """Give captions and key points to the bodies they speak of; those of none make a brief."""
    rarity = Rarity.over([body.grams for body in bodies])
    kinds = {PieceKind.CAPTION, PieceKind.HIGHLIGHT}
    owner: dict[int, int | None] = {}
    briefs: list[Body] = []
    runs: list[list[int]] = []
    for i, piece in enumerate(sheet.pieces):
        if piece.kind in kinds:
            if runs and runs[-1][-1] == i - 1:
                runs[-1].append(i)
            else:
                runs.append([i])
    for run in runs:
        loose: list[int] = []
        for i in run:
            words = grams_of(sheet.folded_of(sheet.pieces[i].lines))
            shares = [rarity.share(words, body.grams) for body in bodies]
            home = next((n for n, body in enumerate(bodies) if body.first < i < body.last), None)
            if home is not None:
                shares[home] += EXTRA_SHARE
            best = max(range(len(bodies)), key=shares.__getitem__, default=None)
            if best is not None and shares[best] >= EXTRA_SHARE:
                owner[i] = best
            else:
                loose.append(i)
        if loose:
            for i in loose:
                owner[i] = len(bodies) + len(briefs)
            briefs.append(_brief(sheet, loose))
    return owner, briefs


def _brief(sheet: Sheet, pieces: Sequence[int]) -> Body:
    """A body that is all captions and key points."""
    words = frozenset().union(*(grams_of(sheet.folded_of(sheet.pieces[i].lines)) for i in pieces))
    return Body(
        paragraphs=(),
        inner=(),
        extras=tuple(pieces),
        bylines=(),
        jumps=(),
        first=pieces[0],
        last=pieces[-1],
        margin=1.0,
        grams=words,
    )

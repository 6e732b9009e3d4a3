"""Who belongs to whom: all headline groups of a page are given to its bodies at once.

A body wants one group; a second or third costs. A group may also stay alone: inside a body it is then
a subhead. The page's habit (headlines before bodies, after them, or anywhere) is not known: each is
tried, and the one under which the whole page fits best is taken.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Final, NamedTuple

from attrs import evolve, frozen

from paperparse.articles.extras import adopt, place_extras
from paperparse.articles.grams import Rarity
from paperparse.articles.groups import LONGEST_GROUP, Group, find_groups
from paperparse.layout.evidence import Mark
from paperparse.layout.reflow import PieceKind
from paperparse.matching import assign

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paperparse.articles.bodies import Body
    from paperparse.articles.sheet import Sheet

__all__ = ["HABITS", "Habit", "Placing", "Weighing", "gains_under", "place", "try_habit", "weigh_sections"]


class Habit(NamedTuple):
    """Where a page sets its headlines.

    Attributes:
        before: What standing right before a body is worth, in nats.
        after: What standing right after it is worth.
        prior: How common the habit is.
    """

    before: float
    after: float
    prior: float


HABITS: Final = (Habit(4.0, 0.0, 0.0), Habit(0.0, 4.0, -1.0), Habit(2.0, 2.0, -1.5))
"""Before the body, after it, or anywhere."""
FAR: Final = -0.6
"""For each body that stands between a group and its own, up to FARTHEST."""
FARTHEST: Final = 5
NEXT: Final = 12
"""Pieces that may stand between a group and a body next to it."""
SLOTS: Final = (4.0, -1.5, -2.5, -4.0)
"""What a body's first, second, third and fourth group is worth."""
ALONE: Final = -2.0
"""A display line that belongs nowhere is rare."""
SUBHEAD: Final = 7.0
"""A display line between two whole paragraphs of a body is most likely its subhead."""
FRAGMENT: Final = -3.0
"""The tail of an article from another page seldom has a headline, and then repeats its own."""
MOST_BODIES: Final = 32
"""Bodies taken together; the fullest of 836 real pages has 14 articles."""
MOST_DISPLAY: Final = 64
"""Display groups taken together."""
_APART: Final = frozenset({PieceKind.PARAGRAPH, PieceKind.DISPLAY})


@frozen
class Placing:
    """The outcome.

    Attributes:
        bodies: The bodies, those added that consist of key points and captions alone.
        groups: All display groups in the order printed.
        owner: For each group the number of its body, or None.
        margin: For each group how much its place is better than the next, in nats.
        extras: For each caption or highlight piece the number of its body.
    """

    bodies: tuple[Body, ...]
    groups: tuple[Group, ...]
    owner: tuple[int | None, ...]
    margin: tuple[float, ...]
    extras: dict[int, int]


def place(sheet: Sheet, bodies: Sequence[Body]) -> Placing:
    """Give every display group, caption and key point of a page to a body.

    A text of very many articles is no page but many, and is taken in sections of more bodies and
    display lines than any real page has, so that time stays linear.

    Args:
        sheet: The page.
        bodies: Its bodies, in order.

    Returns:
        The placing.
    """
    parts = [_place_section(sheet, *section) for section in _sections(sheet, bodies)]
    if len(parts) == 1:
        return parts[0]
    offsets = list(accumulate((len(part.bodies) for part in parts), initial=0))
    shifted = list(zip(parts, offsets, strict=False))
    return Placing(
        bodies=tuple(body for part in parts for body in part.bodies),
        groups=tuple(
            evolve(group, inner=None if group.inner is None else group.inner + offset)
            for part, offset in shifted
            for group in part.groups
        ),
        owner=tuple(None if who is None else who + offset for part, offset in shifted for who in part.owner),
        margin=tuple(margin for part in parts for margin in part.margin),
        extras={index: who + offset for part, offset in shifted for index, who in part.extras.items()},
    )


def _sections(sheet: Sheet, bodies: Sequence[Body]) -> list[tuple[range, list[Body]]]:
    """Ranges of pieces, each with the bodies that begin in it; one range for any real page."""
    begins = {body.first: body for body in bodies}
    found: list[tuple[range, list[Body]]] = []
    low = display = 0
    inside: list[Body] = []
    busy = -1
    for i, piece in enumerate(sheet.pieces):
        if i > busy and (len(inside) >= MOST_BODIES or display >= MOST_DISPLAY):
            found.append((range(low, i), inside))
            low, inside, display = i, [], 0
        if i in begins:
            inside.append(begins[i])
            busy = max(busy, begins[i].last)
        if piece.kind is PieceKind.DISPLAY:
            display += 1 + len(piece.lines) // LONGEST_GROUP
    found.append((range(low, len(sheet.pieces)), inside))
    return found


class Weighing(NamedTuple):
    """All that is weighed when the groups of one section of a page are placed, before anything is decided.

    Attributes:
        bodies: The bodies of the section, then those made of key points and captions alone.
        groups: Its display groups.
        worth: For each group what it is worth with each body, in nats, its place left out.
        sides: For each group and body 1 where it stands right before it, 2 right after it, 0 elsewhere.
        alone: For each group what it is worth without a body.
        extras: For each caption or highlight piece the number of its body.
    """

    bodies: tuple[Body, ...]
    groups: tuple[Group, ...]
    worth: list[list[float]]
    sides: list[list[int]]
    alone: list[float]
    extras: dict[int, int]


def weigh_sections(sheet: Sheet, bodies: Sequence[Body]) -> list[Weighing]:
    """Weigh what placing decides on, to tell the reasons; :func:`place` does the same and decides.

    Args:
        sheet: The page.
        bodies: Its bodies, in order.

    Returns:
        One weighing for each section; a real page has one.
    """
    return [_weigh(sheet, *section) for section in _sections(sheet, bodies)]


def _weigh(sheet: Sheet, section: range, bodies: Sequence[Body]) -> Weighing:
    """Weigh every group of a section with every body."""
    extras, briefs = place_extras(sheet, section, bodies)
    everyone = (*bodies, *briefs)
    texts = [body.grams for body in everyone]
    rarity = Rarity.over(texts)
    groups = find_groups(sheet, section, everyone, rarity)
    firsts = sorted(body.first for body in everyone)
    alone = [_alone(group, everyone, rarity) for group in groups]
    lacks = [FRAGMENT if _is_fragment(sheet, body) else 0.0 for body in everyone]
    worth = [
        [
            likelihood + lack + FAR * _distance(group, number, body, firsts)
            for number, (body, likelihood, lack) in enumerate(
                zip(everyone, rarity.likelihoods(group.grams, texts), lacks, strict=True)
            )
        ]
        for group in groups
    ]
    sides = [[_side(sheet, group, body) for body in everyone] for group in groups]
    return Weighing(everyone, groups, worth, sides, alone, extras)


def _place_section(sheet: Sheet, section: range, bodies: Sequence[Body]) -> Placing:
    """Place the groups of one section of a page under the habit that fits best."""
    weighed = _weigh(sheet, section, bodies)
    trials = [try_habit(weighed, habit) for habit in HABITS]
    _, owner, margin = max(trials, key=lambda trial: trial[0])
    headed = {who for who in owner if who is not None}
    briefs, extras, number = adopt(sheet, bodies, weighed.bodies[len(bodies) :], weighed.extras, headed)
    return Placing(
        bodies=(*bodies, *briefs),
        groups=weighed.groups,
        owner=tuple(None if who is None else number[who] for who in owner),
        margin=margin,
        extras=extras,
    )


def gains_under(weighed: Weighing, habit: Habit) -> list[list[float]]:
    """What each group is worth with each body under one habit, in nats."""
    bonus = (0.0, habit.before, habit.after)
    return [
        [gain + bonus[side] for gain, side in zip(row, where, strict=True)]
        for row, where in zip(weighed.worth, weighed.sides, strict=True)
    ]


def try_habit(weighed: Weighing, habit: Habit) -> tuple[float, tuple[int | None, ...], tuple[float, ...]]:
    """The best placing under one habit: its worth, the owners, the margins."""
    gains, alone = gains_under(weighed, habit), weighed.alone
    table = [[gain + slot for gain in row for slot in SLOTS] for row in gains]
    chosen = assign(table, alone)
    total = habit.prior + sum(
        alone[i] if column is None else table[i][column] for i, column in enumerate(chosen)
    )
    owner = tuple(None if column is None else column // len(SLOTS) for column in chosen)
    return total, owner, _margins(gains, alone, owner)


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


def _is_fragment(sheet: Sheet, body: Body) -> bool:
    """Whether a body opens with a line that says which page it comes from."""
    return sheet.marks[sheet.pieces[body.first].lines[0]] is Mark.JUMP_HEAD


def _side(sheet: Sheet, group: Group, body: Body) -> int:
    """1 where a group stands right before a body, 2 right after it, 0 elsewhere.

    Bylines, captions and the like may stand between the two.
    """
    if group.inner is not None:
        return 0
    start = min(body.paragraphs, default=body.first)
    end = max(body.paragraphs, default=body.last)
    if start < group.piece < end:
        return 0
    ahead = group.piece < start
    low, high = (group.piece, start) if ahead else (end, group.piece)
    if high - low > NEXT or any(sheet.pieces[i].kind in _APART for i in range(low + 1, high)):
        return 0
    return 1 if ahead else 2


def _distance(group: Group, number: int, body: Body, firsts: Sequence[int]) -> int:
    """How many bodies a group is away from a body: 0 next to it, at most FARTHEST."""
    if group.inner is not None:
        return min(abs(number - group.inner) + 1, FARTHEST)
    low, high = sorted((group.piece, body.first))
    passed = bisect_left(firsts, high) - bisect_right(firsts, low)
    # a group after a body has passed its beginning
    return min(passed, FARTHEST)


def _alone(group: Group, bodies: Sequence[Body], rarity: Rarity) -> float:
    """What it is worth to give a group to no body: to let it be a subhead, or nothing."""
    if group.inner is None:
        return ALONE
    return SUBHEAD + max(*rarity.likelihoods(group.grams, [bodies[group.inner].grams]), 0.0)

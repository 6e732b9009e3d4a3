"""Display groups: the lines that are the headline, or part of it, of one article.

A designer may set the headlines of several articles right under one another, so a display piece is
cut where its lines speak of different bodies.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from paperparse.articles.grams import grams_of
from paperparse.articles.seams import line_words, parting, split_passages
from paperparse.articles.wording import label_cues, standing
from paperparse.layout.reflow import PieceKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from paperparse.articles.bodies import Body
    from paperparse.articles.grams import Rarity
    from paperparse.articles.sheet import Sheet

__all__ = ["LONGEST_GROUP", "Group", "find_groups"]

CUT: Final = (-3.0, -1.5, -0.8)
"""Cutting a display piece between lines with no blank line, one, or more between them, in nats; where the
lines read on as one passage, as much again as speaks for that."""
RARE: Final = 2.0
"""Nats by which a passage is less likely to be a standing head where it need not be one of several."""
HELD: Final = 3.0
"""What speaks at the most against a cut right below a standing head, and for one right above it."""
LONGEST_GROUP: Final = 12
"""Lines of one headline group at the most; the longest on the seeds has four."""


@frozen
class Group:
    """Display lines that go together.

    Attributes:
        lines: Indices of its lines.
        piece: Index of the display piece they are from.
        inner: Number of the body it stands in, between two whole paragraphs, or None.
        grams: The pairs of its text.
    """

    lines: tuple[int, ...]
    piece: int
    inner: int | None
    grams: frozenset[str]


def find_groups(
    sheet: Sheet, section: Iterable[int], bodies: Sequence[Body], rarity: Rarity
) -> tuple[Group, ...]:
    """The display groups of a section of a page.

    Args:
        sheet: The page.
        section: Indices of the pieces to look at.
        bodies: The bodies that the groups may belong to.
        rarity: How rare pairs are among those bodies.

    Returns:
        The groups in the order printed. A display piece inside a body is one group.
    """
    homes = {index: number for number, body in enumerate(bodies) for index in body.inner}
    page = frozenset().union(*(body.grams for body in bodies))
    groups: list[Group] = []
    for index in section:
        piece = sheet.pieces[index]
        if piece.kind is not PieceKind.DISPLAY:
            continue
        inner = homes.get(index)
        parts = [piece.lines] if inner is not None else _cut(sheet, piece.lines, bodies, rarity, page)
        groups.extend(Group(part, index, inner, grams_of(sheet.folded_of(part))) for part in parts)
    return tuple(groups)


def _cut(
    sheet: Sheet, lines: tuple[int, ...], bodies: Sequence[Body], rarity: Rarity, page: frozenset[str]
) -> list[tuple[int, ...]]:
    """Cut display lines where they speak of different bodies.

    The best cutting is found by a dynamic programme over the lines: each part is worth what it
    shares with the one body it shares most with, each cut costs.
    """
    if len(lines) == 1:
        return [lines]
    words = [grams_of(sheet.folded_of((i,))) for i in lines]
    texts = [body.grams for body in bodies]
    worth = [rarity.likelihoods(text, texts) or [0.0] for text in words]
    costs = _cut_costs(sheet, lines, bodies, page)
    # best[k]: the worth of the best cutting of the first k lines, and where its last part begins
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(lines) + 1):
        options: list[tuple[float, int]] = []
        sums = [0.0] * len(worth[0])
        for start in range(end - 1, max(end - 1 - LONGEST_GROUP, -1), -1):
            sums = [a + b for a, b in zip(sums, worth[start], strict=True)]
            options.append((best[start][0] + max(sums) + costs[start], start))
        best.append(max(options))
    parts: list[tuple[int, ...]] = []
    end = len(lines)
    while end:
        start = best[end][1]
        parts.append(lines[start:end])
        end = start
    return parts[::-1]


def _cut_costs(
    sheet: Sheet, lines: Sequence[int], bodies: Sequence[Body], page: frozenset[str]
) -> list[float]:
    """The worth of a cut before each line of a display piece.

    A standing head speaks of no body, but what it stands over follows it: a cut goes above it, not below.
    """
    costs = [0.0]
    for line in lines[1:]:
        one = -parting(sheet, lines, line, page)
        costs.append(CUT[min(sheet.lines[line].gap, 2)] - max(one, 0.0))
    at = 0
    for passage in split_passages(sheet, lines, page):
        words = "".join(line_words(sheet, i) for i in passage)
        grams = grams_of(words)
        shared = max((len(grams & body.grams) for body in bodies), default=0) / max(len(grams), 1)
        held = min(max(standing(label_cues(words, shared)) - RARE, 0.0), HELD)
        below = at + len(passage)
        if below < len(costs):
            costs[at] = min(costs[at] + held, 0.0)
            costs[below] -= held
        at = below
    return costs

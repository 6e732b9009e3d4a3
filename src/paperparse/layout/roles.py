"""Which part each line plays on the page: the best-scoring sequence of roles, found in one sweep.

Every line is described by a handful of named observations (how well it fills its column, how it
closes, what marks it carries …). A table says how much each observation speaks for each role, another
how much each role speaks for the next one across the gap between them. The sum over the page is
maximised by one dynamic programme, so a decision about one line weighs on its neighbours: a line that
might be a headline is none if the paragraph before it would be left without an end.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["ROLES", "Reading", "Role", "Weights", "read_roles"]


class Role(IntEnum):
    """The part a line plays."""

    FIRST = 0  # opens a paragraph that goes on
    INNER = 1
    LAST = 2  # ends a paragraph begun before
    ONLY = 3  # a paragraph of its own
    DISPLAY = 4  # headline or subhead
    BYLINE = 5
    CAPTION = 6
    CAPTION_MORE = 7  # a further line of the same caption
    HIGHLIGHT = 8
    HIGHLIGHT_MORE = 9
    JUMP = 10
    FURNITURE = 11


ROLES = tuple(Role)


@frozen
class Weights:
    """The two tables of the sweep.

    Attributes:
        emission: For each observation, its weight for each role, in the order of :class:`Role`.
        transition: For each gap (none, one blank line, more), the weight of each role (row) before
            each role (column).
        opening: The weight of each role on a page's first line.
        closing: The weight of each role on a page's last line.
    """

    emission: dict[str, tuple[float, ...]]
    transition: tuple[tuple[tuple[float, ...], ...], ...]
    opening: tuple[float, ...]
    closing: tuple[float, ...]


@frozen
class Reading:
    """The roles of a page's lines.

    Attributes:
        roles: One role for each line.
        margins: How much each line's role is better than its runner-up, its neighbours held fast.
    """

    roles: tuple[Role, ...]
    margins: tuple[float, ...]


def read_roles(observations: Sequence[tuple[str, ...]], gaps: Sequence[int], weights: Weights) -> Reading:
    """The best-scoring roles of the lines of a page.

    Args:
        observations: For each line, the names of what was observed.
        gaps: For each line, the number of blank lines before it.
        weights: The tables.

    Returns:
        Roles and margins; both empty for an empty page. Time is linear in the number of lines.
    """
    if not observations:
        return Reading((), ())
    known: dict[tuple[str, ...], tuple[float, ...]] = {}
    emissions = [known.get(seen) or known.setdefault(seen, _emit(seen, weights)) for seen in observations]
    links = [weights.transition[min(gap, 2)] for gap in gaps]
    path = _sweep(emissions, links, weights)
    return Reading(tuple(path), _margins(path, emissions, links, weights))


def _emit(seen: tuple[str, ...], weights: Weights) -> tuple[float, ...]:
    """The summed weight of a line's observations for each role."""
    rows = [weights.emission[name] for name in seen]
    return tuple(map(sum, zip(*rows, strict=True)))


def _sweep(
    emissions: list[tuple[float, ...]], links: list[tuple[tuple[float, ...], ...]], weights: Weights
) -> list[Role]:
    """The best path, by Viterbi's algorithm."""
    score = [a + b for a, b in zip(weights.opening, emissions[0], strict=True)]
    back: list[list[int]] = []
    for emission, link in zip(emissions[1:], links[1:], strict=True):
        came: list[int] = []
        reached: list[float] = []
        columns = zip(*link, strict=True)
        for role, column in enumerate(columns):
            sums = [a + b for a, b in zip(score, column, strict=True)]
            best = max(sums)
            came.append(sums.index(best))
            reached.append(best + emission[role])
        back.append(came)
        score = reached
    final = [a + b for a, b in zip(score, weights.closing, strict=True)]
    at = final.index(max(final))
    path = [ROLES[at]]
    for came in reversed(back):
        at = came[at]
        path.append(ROLES[at])
    path.reverse()
    return path


def _margins(
    path: list[Role],
    emissions: list[tuple[float, ...]],
    links: list[tuple[tuple[float, ...], ...]],
    weights: Weights,
) -> tuple[float, ...]:
    """How much worse each line's second choice would be, were only that line changed."""
    margins: list[float] = []
    last = len(path) - 1
    for i, role in enumerate(path):
        before = links[i][path[i - 1]] if i else weights.opening
        totals = [a + b for a, b in zip(before, emissions[i], strict=True)]
        for other in ROLES:
            totals[other] += weights.closing[other] if i == last else links[i + 1][other][path[i + 1]]
        chosen = totals[role]
        totals[role] = float("-inf")
        margins.append(chosen - max(totals))
    return tuple(margins)

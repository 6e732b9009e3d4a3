"""Which part each line plays on the page: the best-scoring sequence of roles, found in one sweep.

Every line is described by a handful of named observations (how well it fills its column, how it
closes, what marks it carries …). A table says how much each observation speaks for each role, another
how much each role speaks for the next one across the gap between them. The sum over the page is
maximised by one dynamic programme, so a decision about one line weighs on its neighbours: a line that
might be a headline is none if the paragraph before it would be left without an end.
"""

from __future__ import annotations

from enum import IntEnum
from operator import add, sub
from typing import TYPE_CHECKING, Final, NamedTuple

from attrs import field, frozen

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
ROUNDING: Final = 1e-6
"""More than the sums of two paths over a page can be off by."""


@frozen
class Weights:
    """The two tables of the sweep.

    Attributes:
        emission: For each observation, its weight for each role, in the order of :class:`Role`.
        transition: For each gap (none, one blank line, more), the weight of each role (row) before
            each role (column).
        opening: The weight of each role on a page's first line.
        closing: The weight of each role on a page's last line.
        entry: ``transition`` the other way round: for each gap and role the weight of each role before it.
        lead: For each gap and role (row), by how much each other role (column) may trail it on a line and
            still be the better one to come from. What trails by more need not be looked at further.
        reach: For each gap and role the most of that.
    """

    emission: dict[str, tuple[float, ...]]
    transition: tuple[tuple[tuple[float, ...], ...], ...]
    opening: tuple[float, ...]
    closing: tuple[float, ...]
    entry: tuple[tuple[tuple[float, ...], ...], ...] = field(init=False, eq=False, repr=False)
    lead: tuple[tuple[tuple[float, ...], ...], ...] = field(init=False, eq=False, repr=False)
    reach: tuple[tuple[float, ...], ...] = field(init=False, eq=False, repr=False)

    @entry.default
    def _entry(self) -> tuple[tuple[tuple[float, ...], ...], ...]:
        return tuple(tuple(zip(*rows, strict=True)) for rows in self.transition)

    @lead.default
    def _lead(self) -> tuple[tuple[tuple[float, ...], ...], ...]:
        return tuple(
            tuple(tuple(max(map(sub, other, row)) + ROUNDING for other in rows) for row in rows)
            for rows in self.transition
        )

    @reach.default
    def _reach(self) -> tuple[tuple[float, ...], ...]:
        # a little more, for a difference of two floats is rounded
        return tuple(tuple(max(row) + ROUNDING for row in rows) for rows in self.lead)


class Reading(NamedTuple):
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
    kinds = [min(gap, 2) for gap in gaps]
    path = _sweep(emissions, kinds, weights)
    return Reading(tuple(ROLES[role] for role in path), _margins(path, emissions, kinds, weights))


def _emit(seen: tuple[str, ...], weights: Weights) -> tuple[float, ...]:
    """The summed weight of a line's observations for each role."""
    rows = [weights.emission[name] for name in seen]
    return tuple(map(sum, zip(*rows, strict=True)))


def _sweep(emissions: list[tuple[float, ...]], kinds: list[int], weights: Weights) -> list[int]:
    """The best path, by Viterbi's algorithm; of each line only the roles that may still come to lie on it."""
    score = list(map(add, weights.opening, emissions[0]))
    origins: list[
        tuple[list[int], list[float]]
    ] = []  # for each line but the last its candidates, and their scores where there are several
    for emission, kind in zip(emissions[1:], kinds[1:], strict=True):
        best = max(score)
        first = score.index(best)
        trails, floor = weights.lead[kind][first], best - weights.reach[kind][first]
        live = [role for role, own in enumerate(score) if own >= floor and best - own <= trails[role]]
        rows = weights.transition[kind]
        if len(live) == 1:
            origins.append((live, []))
            score = [best + link + own for link, own in zip(rows[first], emission, strict=True)]
        elif len(live) == 2:  # noqa: PLR2004 - as two lines in three have it, done without a call for each role
            one, other = live
            upper, lower = score[one], score[other]
            origins.append((live, [upper, lower]))
            score = [
                (above if (above := upper + link) >= (below := lower + rival) else below) + own
                for link, rival, own in zip(rows[one], rows[other], emission, strict=True)
            ]
        else:
            origins.append((live, [score[role] for role in live]))
            sums = [[score[role] + link for link in rows[role]] for role in live]
            score = list(map(add, map(max, *sums), emission))
    final = list(map(add, score, weights.closing))
    at = final.index(max(final))
    path = [at]
    for (live, held), kind in zip(reversed(origins), reversed(kinds), strict=False):
        if len(live) == 1:
            at = live[0]
        else:
            links = weights.entry[kind][at]
            sums_here = [own + links[role] for role, own in zip(live, held, strict=True)]
            at = live[sums_here.index(max(sums_here))]
        path.append(at)
    path.reverse()
    return path


def _margins(
    path: list[int], emissions: list[tuple[float, ...]], kinds: list[int], weights: Weights
) -> tuple[float, ...]:
    """How much worse each line's second choice would be, were only that line changed."""
    befores = [weights.opening]
    befores += [weights.transition[kind][role] for kind, role in zip(kinds[1:], path, strict=False)]
    afters = [weights.entry[kind][role] for kind, role in zip(kinds[1:], path[1:], strict=True)]
    afters.append(weights.closing)
    # lines of running text are alike, and so are their neighbours; rows of a table are told by who they are
    known: dict[tuple[int, int, int, int], float] = {}
    margins: list[float] = []
    for role, before, emission, after in zip(path, befores, emissions, afters, strict=True):
        case = (role, id(before), id(emission), id(after))
        margin = known.get(case)
        if margin is None:
            totals = list(map(add, map(add, before, emission), after))
            chosen = totals[role]
            totals[role] = float("-inf")
            margin = known[case] = chosen - max(totals)
        margins.append(margin)
    return tuple(margins)

"""Why each line plays the part it plays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paperparse.layout.evidence import load_weights, observe_page
from paperparse.layout.roles import ROLES, read_roles
from paperparse.trace.values import LineRole, Reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from paperparse.articles.sheet import Sheet
    from paperparse.layout.roles import Role, Weights

__all__ = ["heaviest", "trace_lines", "words_of"]


def words_of(sheet: Sheet, line: int) -> str:
    """A line as printed."""
    return sheet.text[sheet.lines[line].start : sheet.lines[line].end]


def heaviest(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """Reasons that weigh anything, the heaviest first."""
    return tuple(sorted((one for one in reasons if one.nats), key=lambda one: (-abs(one.nats), one.name)))


def trace_lines(sheet: Sheet) -> list[LineRole]:
    """The part each line plays, and what told it from the next best."""
    weights = load_weights()
    seen = observe_page(sheet.folded, sheet.lines, sheet.marks)
    gaps = [line.gap for line in sheet.lines]
    reading = read_roles(seen, gaps, weights)
    found: list[LineRole] = []
    for i, role in enumerate(reading.roles):
        columns = _evidence(i, seen[i], gaps, reading.roles, weights)
        totals = [sum(row[other] for row in columns.values()) for other in ROLES]
        rival = max((other for other in ROLES if other is not role), key=totals.__getitem__)
        reasons = [Reason(name, row[role] - row[rival]) for name, row in columns.items()]
        found.append(
            LineRole(
                line=i,
                text=words_of(sheet, i),
                role=_role_name(role),
                runner_up=_role_name(rival),
                margin=reading.margins[i],
                reasons=heaviest(reasons),
            )
        )
    return found


def _evidence(
    at: int, seen: Sequence[str], gaps: Sequence[int], roles: Sequence[Role], weights: Weights
) -> dict[str, Sequence[float]]:
    """For each thing that speaks about a line, its weight for each role."""
    found: dict[str, Sequence[float]] = {name: weights.emission[name] for name in seen}
    if at:
        link = weights.transition[min(gaps[at], 2)]
        found[f"after {_role_name(roles[at - 1])}"] = link[roles[at - 1]]
    else:
        found["first on the page"] = weights.opening
    if at + 1 < len(roles):
        link = weights.transition[min(gaps[at + 1], 2)]
        found[f"before {_role_name(roles[at + 1])}"] = [link[role][roles[at + 1]] for role in ROLES]
    else:
        found["last on the page"] = weights.closing
    return found


def _role_name(role: Role) -> str:
    """A role as it is shown: ``caption-more``."""
    return role.name.lower().replace("_", "-")

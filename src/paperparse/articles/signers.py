"""Who signs what: whether a byline between two bodies leads the one after it or closes the one before.

What stands next to a byline, how close, and how it is set are named evidence, weighed in ``signers.toml``.
Where both sides are likely, the way the page's other bylines stand decides.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING, Final

from paperparse.layout.evidence import Mark
from paperparse.layout.reflow import PieceKind
from paperparse.shipped import read_table
from paperparse.text.lines import Opening

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from paperparse.articles.sheet import Sheet
    from paperparse.layout.reflow import Piece

__all__ = ["byline_evidence", "load_signers", "sign"]

CLEAR: Final = 1.0
"""Nats from which on a byline is an example for the others of its page."""
_SKIPPED: Final = frozenset({PieceKind.BYLINE, PieceKind.FURNITURE, PieceKind.JUMP})
_OPENINGS: Final = {Opening.QUOTE: "bracketed", Opening.GLYPH: "glyph"}
_BOXES: Final = frozenset("【〔[")
"""Brackets that open a text; round ones stand behind it as often."""
_SHUT: Final = "*】〕])"
_REPORTS: Final = ("报道", "报导")
_HEADS: Final = {Mark.DATELINE: "dateline-below", Mark.JUMP_HEAD: "jump-below"}
_FEET: Final = {Mark.TAIL: "tail-above", Mark.JUMP_TAIL: "jump-above"}


@cache
def load_signers() -> dict[str, float]:
    """The weights shipped with the package, read once."""
    weights: dict[str, float] = read_table("articles", "signers")["weights"]
    return weights


def sign(sheet: Sheet, runs: Sequence[Sequence[int]]) -> dict[int, list[int]]:
    """Give every byline piece of a page to a body.

    Args:
        sheet: The page.
        runs: The paragraph pieces of each body, in order.

    Returns:
        For each body that is signed, by its number, the indices of its byline pieces.
    """
    weights = load_signers()
    seen = byline_evidence(sheet)
    own = {i: _score(names, weights) for i, names in seen.items()}
    clear = [1 if score > 0 else -1 for score in own.values() if abs(score) >= CLEAR]
    starts = [run[0] for run in runs]
    signs: dict[int, list[int]] = {}
    for i, score in own.items():
        follower = bisect_left(starts, i)
        others = clear.copy()
        if abs(score) >= CLEAR:
            others.remove(1 if score > 0 else -1)
        leads = score + weights["habit"] * sum(others) / max(len(others), 1) > 0
        run = follower if follower == 0 or (follower < len(runs) and leads) else follower - 1
        signs.setdefault(run, []).append(i)
    return signs


def _score(seen: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """How much speaks for a byline's leading, in nats."""
    return sum(weights[name] * value for name, value in seen.items())


def byline_evidence(sheet: Sheet) -> dict[int, dict[str, float]]:
    """Describe every byline piece of a page.

    Args:
        sheet: The page.

    Returns:
        For each byline piece, by its index, the names of what was observed with how much of it.
    """
    above = _neighbours(sheet.pieces)
    below = _neighbours(sheet.pieces[::-1])[::-1]
    return {
        i: _observe(sheet, piece, above[i], below[i])
        for i, piece in enumerate(sheet.pieces)
        if piece.kind is PieceKind.BYLINE
    }


def _observe(sheet: Sheet, byline: Piece, above: Piece | None, below: Piece | None) -> dict[str, float]:
    """What is observed of one byline."""
    line = sheet.lines[byline.lines[0]]
    seen = {
        "base": 1.0,
        f"above-{above.kind.name.lower() if above else 'nothing'}": 1.0,
        f"below-{below.kind.name.lower() if below else 'nothing'}": 1.0,
        "closer": float(_closer(sheet, byline)),
    }
    words = sheet.folded[line.start : line.end]
    if words.startswith("**"):
        seen["starred"] = 1.0
    elif words[:1] in _BOXES:
        seen["boxed"] = 1.0
    elif line.opening in _OPENINGS:
        seen[_OPENINGS[line.opening]] = 1.0
    if words.rstrip(_SHUT).endswith(_REPORTS):
        seen["reports"] = 1.0
    if above and (foot := _FEET.get(sheet.marks[above.lines[-1]])):
        seen[foot] = 1.0
    if above and above.endless:
        seen["open-above"] = 1.0
    if below and (head := _HEADS.get(sheet.marks[below.lines[0]])):
        seen[head] = 1.0
    return seen


def _neighbours(pieces: Sequence[Piece]) -> list[Piece | None]:
    """For each piece the nearest before it that is no byline, furniture or jump line."""
    found: list[Piece | None] = []
    nearest: Piece | None = None
    for piece in pieces:
        found.append(nearest)
        if piece.kind not in _SKIPPED:
            nearest = piece
    return found


def _closer(sheet: Sheet, byline: Piece) -> int:
    """1 where a byline stands closer to what follows it than to what precedes it, -1 for the reverse."""
    below = byline.lines[-1] + 1
    before = sheet.lines[byline.lines[0]].gap
    after = sheet.lines[below].gap if below < len(sheet.lines) else before
    return (before > after) - (before < after)

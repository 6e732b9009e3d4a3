"""What speaks for one article ending and another beginning between two paragraphs.

Each gap between two paragraphs is described by named evidence, which is weighed in ``boundaries.toml``.
There are three cases: nothing but marks stands in between, or a display group that a mark shows to be a
headline, or one that is not signed. The last is by far the
hardest and has a room of its own, ``unsigned.py``.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache
from operator import mul
from typing import TYPE_CHECKING, Any, Final

from paperparse.articles.claims import Claims
from paperparse.articles.gaps import FAR, MOST_BLANK, NEAR, find_gaps
from paperparse.articles.grams import grams_of, share
from paperparse.articles.kinship import Kinship, bond, held_by
from paperparse.articles.unsigned import describe_unsigned, measure_of
from paperparse.layout.evidence import Mark
from paperparse.layout.lists import FEWEST, find_lists
from paperparse.layout.reflow import PieceKind
from paperparse.shipped import read_table
from paperparse.text.lines import Opening

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from paperparse.articles.gaps import Gap
    from paperparse.articles.sheet import Sheet
    from paperparse.text.lines import Line

__all__ = ["gap_evidence", "load_boundaries", "score_gaps"]

RESET: Final = 1.6
"""Em by which the widths of two columns differ at the least."""
_EXTRAS: Final = frozenset({PieceKind.CAPTION, PieceKind.HIGHLIGHT, PieceKind.FURNITURE})


@cache
def _table() -> dict[str, Any]:
    """The table shipped with the package, read once."""
    return read_table("articles", "boundaries")


def load_boundaries() -> dict[str, float]:
    """The weights shipped with the package."""
    weights: dict[str, float] = _table()["weights"]
    return weights


def score_gaps(sheet: Sheet, paragraphs: Sequence[int], grams: Mapping[int, frozenset[str]]) -> list[float]:
    """The evidence for a boundary after each paragraph but the last.

    Args:
        sheet: The page.
        paragraphs: Indices of its paragraph pieces, in order.
        grams: The pairs of each.

    Returns:
        One number fewer than there are paragraphs, in nats; positive for a boundary.
    """
    weights = load_boundaries()
    return [
        sum(map(mul, map(weights.__getitem__, seen), seen.values()))
        for seen in _describe(sheet, paragraphs, grams)
    ]


def gap_evidence(
    sheet: Sheet, paragraphs: Sequence[int], grams: Mapping[int, frozenset[str]]
) -> list[dict[str, float]]:
    """Describe every gap between two paragraphs.

    Args:
        sheet: The page.
        paragraphs: Indices of its paragraph pieces, in order.
        grams: The pairs of each.

    Returns:
        For each gap the names of what was observed, with how much of it.
    """
    return list(_describe(sheet, paragraphs, grams))


def _describe(
    sheet: Sheet, paragraphs: Sequence[int], grams: Mapping[int, frozenset[str]]
) -> Iterator[dict[str, float]]:
    """Describe every gap, one by one: for a long text all of them would be much to keep."""
    texts = [grams[i] for i in paragraphs]
    gaps = find_gaps(sheet, paragraphs, texts)
    stops = [-1, *(at for at, gap in enumerate(gaps) if gap.lines or gap.marks), len(gaps)]
    unsigned = describe_unsigned(sheet, gaps, texts, tuple(_table()["lead"]["words"]))
    claims = Claims(sheet, gaps, texts)
    kin = Kinship.of(texts, set(stops), FAR)
    measures = {i: measure_of(sheet, i) for i in paragraphs}
    heads = [sheet.lines[sheet.pieces[i].lines[0]] for i in paragraphs]
    parted = sum(head.gap > 0 for head in heads[1:]) / max(len(gaps), 1)
    short = sum(len(sheet.pieces[i].lines) == 1 for i in paragraphs)
    rows = find_lists(sheet.folded, sheet.lines) if short >= FEWEST else [0] * len(sheet.lines)
    for at, gap in enumerate(gaps):
        seen = dict.fromkeys(gap.marks, 1.0)
        low = stops[bisect_left(stops, at) - 1] + 1
        high = stops[bisect_right(stops, at)] + 1
        (near, near_heard), (far, far_heard) = (
            kin.cohesion(max(at + 1 - size, low), at + 1, min(at + 1 + size, high)) for size in (NEAR, FAR)
        )
        near_bond, far_bond = bond(near, near_heard), bond(far, far_heard)
        if not gap.lines:
            seen |= _plain(gap, heads[at], heads[at + 1], parted)
            seen |= {"plain-near": near, "plain-far": far}
            seen |= {"plain-near-bond": near_bond, "plain-far-bond": far_bond}
            seen["plain-claimed"] = claims.parts(at, max(at + 1 - FAR, low), min(at + 1 + FAR, high))
        elif gap.marks:
            words = grams_of("".join(gap.passages))
            after = texts[at + 1 : min(at + 1 + FAR, high)]
            seen |= {"signed": 1.0, "signed-blank-above": gap.white[0] / MOST_BLANK}
            seen |= {"signed-near-bond": near_bond, "signed-shared": share(words, held_by(words, after))}
        else:
            seen |= unsigned[at]
            seen |= {"near-bond": near_bond, "far-bond": far_bond}
        if _column_changes(measures[gap.left], measures[gap.right]):
            seen["column"] = 1.0
        listed = _listed(sheet, gap.left, rows), _listed(sheet, gap.right, rows)
        if all(listed):
            seen["list-goes-on"] = 1.0
        elif any(listed) and gap.lines:
            seen["list-begins" if listed[1] else "list-ends"] = 1.0
        if sheet.pieces[gap.left].endless:
            seen["endless"] = 1.0
        if sheet.pieces[gap.right].headless:
            seen["headless"] = 1.0
        yield seen


def _plain(gap: Gap, above: Line, below: Line, parted: float) -> dict[str, float]:
    """What is observed of a gap without display lines, by the first lines of the paragraphs beside it.

    `parted` is the share of the page's paragraphs that a blank line stands above.
    """
    seen = {"marks-alone" if gap.marks else "nothing": 1.0}
    if below.opening is Opening.GLYPH:
        seen["plain-glyphs" if above.opening is Opening.GLYPH else "plain-glyph"] = 1.0
    if below.gap:
        seen |= {"plain-blank": 1.0, "plain-blank-page": parted}
    else:
        seen["plain-tight-page"] = parted
    if gap.kinds & _EXTRAS:
        seen["extras"] = 1.0
    return seen


def _listed(sheet: Sheet, piece: int, rows: Sequence[int]) -> bool:
    """Whether a paragraph is a piece of news in a list of them, or one of the rows of a list."""
    first = sheet.pieces[piece].lines[0]
    return sheet.marks[first] is Mark.ITEM or rows[first] > 0


def _column_changes(left: float | None, right: float | None) -> bool:
    """Whether the paragraphs on either side are set to different widths."""
    return left is not None and right is not None and abs(left - right) >= RESET

"""What speaks for one article ending and another beginning between two paragraphs.

Each gap between two paragraphs is described by named evidence: print marks at the head of the one and the
foot of the other, what stands between them, how much the paragraphs on either side have in common. The
evidence is weighed in ``boundaries.toml``.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from functools import cache
from itertools import pairwise
from operator import mul
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from paperparse.articles.grams import grams_of, share
from paperparse.articles.kinship import Kinship, held_by
from paperparse.articles.titles import line_words, split_passages
from paperparse.articles.wording import MIDDLE, label_cues, sound, standing
from paperparse.layout.evidence import Mark
from paperparse.layout.reflow import PieceKind
from paperparse.shipped import read_table
from paperparse.text.lines import em_width

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

    from paperparse.articles.sheet import Sheet

__all__ = ["gap_evidence", "load_boundaries", "score_gaps"]

NEAR: Final = 2
FAR: Final = 4
"""Paragraphs on either side that are compared, as far as nothing stands between them: of windows of 2, 3, 4,
6 and 20 the nearest tells short articles apart best (area under the curve 0.95, 0.89, 0.88, 0.84), the wider
ones long articles (0.971 to 0.979)."""
REACH: Final = 8
"""Gaps on either side that are looked through for a subhead of the same kind."""
ALIKE: Final = 3.0
"""Em by which two subheads of one article differ at the most."""
WIDE: Final = 14.0
NARROW: Final = 9.0
"""Em of a display group's longest passage from which on it is more like a headline, or less."""
LOUD: Final = 4.0
"""Nats from which on wording says no more."""
MOST_BLANK: Final = 2
"""Blank lines above a display group from which on more say no more."""
RESET: Final = 1.6
"""Em by which the widths of two columns differ at the least."""
BONDED: Final = 1.0
"""Cohesion of paragraphs of one article: half of them share more."""
LOOSE: Final = 0.02
"""Cohesion that two articles may have by accident."""
HEARD: Final = 15.0
"""Rare pairs a run must hold, or more common ones, for what it shares to count in full: a sentence or two."""
_HEADS: Final = {Mark.JUMP_HEAD: "jump-head", Mark.DATELINE: "dateline"}
_FEET: Final = {Mark.JUMP_TAIL: "jump-tail", Mark.TAIL: "tail"}
_EXTRAS: Final = frozenset({PieceKind.CAPTION, PieceKind.HIGHLIGHT, PieceKind.FURNITURE})


_DATED: Final = re.compile(r"(?:[0-9]{1,4}[年月])?[0-9]{1,2}[月日]")
_NUMBERED: Final = re.compile(
    r"\([0-9一二三四五六七八九十]+\)|[0-9]{1,2}[.、]|[一二三四五六七八九十]{1,2}、|第[一二三四五六七八九十]|[①-⑳]"
)


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


@frozen
class _Gap:
    """What stands between two paragraphs."""

    left: int
    right: int
    kinds: frozenset[PieceKind]
    display: tuple[int, ...]
    marks: tuple[str, ...]


@frozen
class _Texts:
    """The pairs of some paragraphs, to look single ones up in."""

    texts: Sequence[frozenset[str]]

    def __contains__(self, pair: object) -> bool:
        return any(pair in text for text in self.texts)


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
    gaps = [_look(sheet, left, right) for left, right in pairwise(paragraphs)]
    texts = [grams[i] for i in paragraphs]
    stops = [-1, *(at for at, gap in enumerate(gaps) if gap.display or gap.marks), len(gaps)]
    display = [gap for gap in gaps if gap.display]
    signed = sum(bool(gap.marks) for gap in display) / max(len(display), 1)
    whites = {gap.left: _white(sheet, gap) for gap in display}
    habits = Counter(whites[gap.left] for gap in display if gap.marks)
    passages = {
        at: _passages(sheet, gap, _Texts(texts[max(at + 1 - FAR, 0) : at + 1 + FAR]))
        for at, gap in enumerate(gaps)
        if gap.display
    }
    kin = Kinship.of(texts, set(stops), FAR)
    measures = {i: _measure(sheet, i) for i in paragraphs}
    for at, gap in enumerate(gaps):
        seen = dict.fromkeys(gap.marks, 1.0)
        low = stops[bisect_left(stops, at) - 1] + 1
        high = stops[bisect_right(stops, at)] + 1
        (near, near_heard), (far, far_heard) = (
            kin.cohesion(max(at + 1 - size, low), at + 1, min(at + 1 + size, high)) for size in (NEAR, FAR)
        )
        near_bond, far_bond = _bond(near, near_heard), _bond(far, far_heard)
        if not gap.display:
            seen["marks-alone" if gap.marks else "nothing"] = 1.0
            seen |= {"plain-near": near, "plain-far": far}
            seen |= {"plain-near-bond": near_bond, "plain-far-bond": far_bond}
            if gap.kinds & _EXTRAS:
                seen["extras"] = 1.0
        else:
            words = grams_of("".join(passages[at]))
            before, after = texts[max(at + 1 - FAR, low) : at + 1], texts[at + 1 : min(at + 1 + FAR, high)]
            seen |= _display_evidence(sheet, gap, passages[at])
            seen |= _worded(sheet, gap, passages[at], after)
            seen |= {"near": near, "far": far, "near-bond": near_bond, "far-bond": far_bond}
            seen["shared-head"] = share(words, held_by(words, after))
            seen["shared-foot"] = share(words, held_by(words, before))
            if gap.marks:
                seen["signed"] = 1.0
            else:
                seen["signed-page"] = signed
                seen["series"] = float(_in_series(gaps, passages, at))
                if habits:
                    alike = habits[whites[gap.left]] / habits.total()
                    seen["as-signed"] = 2 * alike - 1
            seen["blank-below"] = float(whites[gap.left][1] > 0)
            if _opens_a_story(sheet.folded_of(sheet.pieces[gap.right].lines[:1])):
                seen["lead"] = 1.0
        if _column_changes(*(measures[side] for side in (gap.left, gap.right))):
            seen["column"] = 1.0
        if sheet.pieces[gap.left].endless:
            seen["endless"] = 1.0
        if sheet.pieces[gap.right].headless:
            seen["headless"] = 1.0
        yield seen


def _bond(cohesion: float, least: float) -> float:
    """Cohesion on the scale of its logarithm: the further below BONDED, the more it speaks for a boundary.

    Between two articles it is under 0.13 nineteen times in twenty, on either side of a subhead over 0.24.
    A run that says little, of `least` weight, shares little with any other, and that is no evidence.
    """
    heard = min(least, HEARD) / HEARD
    return heard * math.log((cohesion + LOOSE) / (BONDED + LOOSE))


def _white(sheet: Sheet, gap: _Gap) -> tuple[int, int]:
    """Blank lines above the display groups between two paragraphs and below them, no more than MOST_BLANK."""
    first = sheet.pieces[gap.display[0]].lines[0]
    below = sheet.pieces[gap.display[-1]].lines[-1] + 1
    under = sheet.lines[below].gap if below < len(sheet.lines) else 0
    return min(sheet.lines[first].gap, MOST_BLANK), min(under, MOST_BLANK)


def _opens_a_story(line: str) -> bool:
    """Whether a paragraph begins with the day, as a lead does and the middle of an article seldom."""
    return bool(_DATED.match(line)) or line.startswith(tuple(_table()["lead"]["words"]))


def _look(sheet: Sheet, left: int, right: int) -> _Gap:
    """Gather what stands between two paragraphs."""
    between = range(left + 1, right)
    kinds = frozenset(sheet.pieces[i].kind for i in between)
    display = tuple(i for i in between if sheet.pieces[i].kind is PieceKind.DISPLAY)
    last = sheet.pieces[left].lines[-1]
    marks = [
        _HEADS.get(sheet.marks[sheet.pieces[right].lines[0]]),
        "jump-tail" if last in sheet.leaving else _FEET.get(sheet.marks[last]),
        "byline" if PieceKind.BYLINE in kinds else None,
        "jump" if PieceKind.JUMP in kinds else None,
    ]
    return _Gap(left, right, kinds, display, tuple(mark for mark in marks if mark))


def _passages(sheet: Sheet, gap: _Gap, body: Container[str]) -> tuple[str, ...]:
    """The passages between two paragraphs, folded."""
    lines = [line for i in gap.display for line in sheet.pieces[i].lines]
    return tuple(
        "".join(line_words(sheet, line) for line in passage) for passage in split_passages(sheet, lines, body)
    )


def _display_evidence(sheet: Sheet, gap: _Gap, passages: Sequence[str]) -> dict[str, float]:
    """What the shape of a display group says."""
    count = len(passages)
    seen = {"one-passage" if count == 1 else "two-passages" if count == 2 else "more-passages": 1.0}  # noqa: PLR2004
    lines = sum(len(sheet.pieces[i].lines) for i in gap.display)
    if lines > count:
        seen["wrapped"] = 1.0
    longest = max(map(em_width, passages))
    if longest >= WIDE:
        seen["wide"] = 1.0
    elif longest <= NARROW:
        seen["narrow"] = 1.0
    if _NUMBERED.match(passages[0]):
        seen["numbered"] = 1.0
    if any(sheet.lines[i].clauses for index in gap.display for i in sheet.pieces[index].lines):
        seen["clauses"] = 1.0
    return seen


def _worded(
    sheet: Sheet, gap: _Gap, words: Sequence[str], after: Sequence[frozenset[str]]
) -> dict[str, float]:
    """What the wording of a display group says: how much it reads like a headline, and of a standing head."""
    loudest = max(map(sound, words))
    seen = {
        "blank-above": min(sheet.lines[sheet.pieces[gap.display[0]].lines[0]].gap, MOST_BLANK) / MOST_BLANK,
        "sound": max(min(loudest - MIDDLE, LOUD), -LOUD) / LOUD,
    }
    if len(words) > 1:
        pairs = grams_of(words[0])
        shared = len(held_by(pairs, after)) / max(len(pairs), 1)
        seen["label"] = max(min(standing(label_cues(words[0], shared)), LOUD), -LOUD) / LOUD
    return seen


def _in_series(gaps: Sequence[_Gap], passages: Mapping[int, Sequence[str]], at: int) -> bool:
    """Whether an unsigned single passage has its like before or after it, as subheads of an article do."""
    if len(passages[at]) != 1:
        return False
    width = em_width(passages[at][0])
    above = next((other for other in range(at - 1, max(at - REACH, 0) - 1, -1) if other in passages), None)
    below = next((other for other in range(at + 1, at + 1 + REACH) if other in passages), None)
    return any(
        not gaps[other].marks
        and len(passages[other]) == 1
        and abs(em_width(passages[other][0]) - width) <= ALIKE
        for other in (above, below)
        if other is not None
    )


def _measure(sheet: Sheet, paragraph: int) -> float | None:
    """Em of the widest line of a paragraph; None where one line or two do not tell the column."""
    widths = [sheet.lines[i].narrow for i in sheet.pieces[paragraph].lines[:-1]]
    return max(widths) if len(widths) > 1 else None


def _column_changes(left: float | None, right: float | None) -> bool:
    """Whether the paragraphs on either side are set to different widths."""
    return left is not None and right is not None and abs(left - right) >= RESET

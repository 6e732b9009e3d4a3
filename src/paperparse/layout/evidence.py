"""What is observed of a line, by name: the rows of the weights table that speak for its role.

A new cue is a row here and a row there, never a branch in the sweep.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from paperparse.layout.lists import find_lists
from paperparse.layout.measure import Firsts, measure_lines
from paperparse.layout.roles import Weights
from paperparse.layout.seams import Seam, find_enclosed, find_seams
from paperparse.shipped import read_table
from paperparse.text.edges import load_edges
from paperparse.text.lines import Closing, Opening

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from paperparse.layout.measure import Measure
    from paperparse.text.lines import Line

__all__ = ["Mark", "Words", "load_weights", "observe", "observe_page", "observe_signed"]


class Mark(StrEnum):
    """The print mark that rules a line, as far as its role is concerned."""

    NONE = "none"
    BYLINE = "byline"  # nothing but bylines
    DATELINE = "dateline"  # opens with a dateline
    JUMP = "jump"  # nothing but a jump line
    JUMP_HEAD = "jump-head"  # opens with where it comes from
    JUMP_TAIL = "jump-tail"  # closes with where it goes on
    OPENER = "opener"  # opens with the glyph of a caption or a key point
    FIGURE = "figure"  # opens with words that point at a picture
    CREDIT = "credit"  # closes with a picture credit
    CREDIT_HEAD = "credit-head"  # stands above one in the same short block
    PICTURE = "picture"  # the first line of what is a caption as a whole
    PICTURE_MORE = "picture-more"  # a further one
    ITEM = "item"  # opens with the glyph of a piece of news in a list of them
    QUOTE = "quote"  # the first line of words set apart with who spoke them
    QUOTE_MORE = "quote-more"
    FURNITURE = "furniture"
    RUNNING = "running"  # furniture, for it stands in a row of such lines or is a notice that stands alone
    TAIL = "tail"  # closes with a byline or source
    TAIL_HEAD = "tail-head"  # closes with the first half of one, the other half stands on the next line


FULL: Final = 1.1
"""Em a full line may fall short of its column beyond what the next word needs: two sd of full lines."""
OVER: Final = 1.6
"""Em a full line may stick out: hanging stops and signs squeezed more than the page's mean."""
BEYOND: Final = 4.0
"""Em by which no line of a column sticks out."""
INSET: Final = (1.4, 2.9)
"""Em a first line without its indent falls short of its column."""
LONG: Final = 36.0
"""No headline line of the seeds is wider."""
MEDIUM: Final = 18.0
HUGE: Final = 38.0
FEW: Final = 2
"""Clause signs a headline line may well hold."""
BARE: Final = (15.0, 24.0)
"""Em of a line without any clause sign from which that begins to tell, and tells much."""
TINY: Final = 4.0
HALF: Final = 0.6
"""Share of the narrowest column it may belong to that a line of a paragraph fills, unless it ends it."""
LEANS: Final = 1.25
"""Nats by which a first or last character must lean, to an edge or away from it, to tell."""
LISTED: Final = 5
"""Lines of a list from which on there are many."""
NEVER: Final = -2.25
"""Nats from which on down a character hardly ever stands there."""

_CLOSING: Final = {kind: f"close:{kind.name.lower()}" for kind in Closing}
_OPENING: Final = {kind: f"open:{kind.name.lower()}" for kind in Opening}
_SEAM: Final = {kind: f"seam:{kind.value}" for kind in Seam}
_MARK: Final = {kind: f"mark:{kind.value}" for kind in Mark}
_MARKS: Final = frozenset(_MARK.values())


def observe_page(folded: str, lines: Sequence[Line], marks: Sequence[Mark]) -> list[tuple[str, ...]]:
    """Describe every line of a page by its observations, all that they rest on taken from the page.

    Args:
        folded: The page's folded text.
        lines: Its lines, in order.
        marks: The mark that rules each.

    Returns:
        For each line the names of its rows in the weights table.
    """
    enclosed = (*find_enclosed(folded, lines), False)
    starts, ends = load_edges("starts"), load_edges("ends")
    # what stands behind a whole byline does not go on from it, however common the pair: 報導|下午
    seams = [
        Seam.RARE if seam is Seam.COMMON and above is Mark.BYLINE else seam
        for seam, above in zip(find_seams(folded, lines), (Mark.NONE, *marks), strict=False)
    ]
    words = [
        Words(
            seam,
            starts.get(folded[line.start], 0.0),
            ends.get(folded[line.end - 1], 0.0),
            above,
            below,
            listed,
        )
        for line, seam, above, below, listed in zip(
            lines, seams, enclosed, enclosed[1:], find_lists(folded, lines), strict=False
        )
    ]
    return observe(lines, measure_lines(lines), marks, words)


def observe_signed(seen: Sequence[tuple[str, ...]], signed: Collection[int]) -> list[tuple[str, ...]]:
    """What is observed of the lines of a page once some of them are known for bylines; see `observe_page`.

    Args:
        seen: What was observed before.
        signed: Indices of the lines that are bylines, whatever mark seemed to rule them: □ opens key points.

    Returns:
        The same, but for those lines and what goes on below them.
    """
    found = list(seen)
    for at in signed:
        found[at] = tuple([_MARK[Mark.BYLINE] if name in _MARKS else name for name in seen[at]])
        if at + 1 < len(seen):
            common, rare = _SEAM[Seam.COMMON], _SEAM[Seam.RARE]
            found[at + 1] = tuple([rare if name == common else name for name in found[at + 1]])
    return found


class Words(NamedTuple):
    """What the words at the edges of a line say of its going on above and below.

    Attributes:
        seam: What stands across the end of the line before.
        start: How much the line looks like the beginning of a paragraph, in nats, by its first character.
        end: How much it looks like the end of a headline, in nats, by its last.
        enclosed_above: Whether it begins inside a quotation or bracket that was opened above it.
        enclosed_below: Whether it leaves one open that is closed below it.
        listed: How many lines there are of the list it is of, or 0.
    """

    seam: Seam = Seam.SIGN
    start: float = 0.0
    end: float = 0.0
    enclosed_above: bool = False
    enclosed_below: bool = False
    listed: int = 0


def observe(
    lines: Sequence[Line],
    measures: Sequence[Measure],
    marks: Sequence[Mark],
    words: Sequence[Words],
) -> list[tuple[str, ...]]:
    """Describe every line of a page by its observations.

    Args:
        lines: The lines, in order.
        measures: What holds around each.
        marks: The mark that rules each.
        words: What the words at the edges of each say.

    Returns:
        For each line the names of its rows in the weights table.
    """
    seen: list[tuple[str, ...]] = []
    last = len(lines) - 1
    for i, (line, measure, mark, word) in enumerate(zip(lines, measures, marks, words, strict=True)):
        follower = lines[i + 1].head if i < last else 1.0
        names = [
            *_fits(measure, follower),
            _CLOSING[line.closing],
            _OPENING[line.opening],
            "indent:in" if measure.stands_in else "indent:flush" if measure.indents else "indent:none",
            _MARK[mark],
            _SEAM[word.seam],
        ]
        names.extend(_edges(word))
        if line.broken:
            names.append("inner:stop")
        if line.closing is Closing.LIVELY and not line.clauses:
            names.append("lively:bare")
        if i and line.opening is Opening.QUOTE and lines[i - 1].closing is Closing.ENCLOSED:
            names.append("open:next-quote")
        if line.spaced:
            names.append("inner:spaced")
        elif line.parted:
            names.append("inner:parted")
        names.extend(_sizes(line, measure.width))
        if measure.columns and measure.width < HALF * min(measure.columns):
            names.append("size:half")
        if (i == 0 or line.gap) and (i == last or lines[i + 1].gap):
            names.append("alone:both")
        seen.append(tuple(names))
    return seen


def _edges(words: Words) -> list[str]:
    """How a line begins and ends, where that tells."""
    names: list[str] = []
    if abs(words.start) >= LEANS:
        names.append(f"start:{_lean(words.start)}")
    if abs(words.end) >= LEANS:
        names.append(f"end:{_lean(words.end)}")
    if words.enclosed_above:
        names.append("enclosed:above")
    if words.enclosed_below:
        names.append("enclosed:below")
    if words.listed:
        names.append("list:many" if words.listed >= LISTED else "list:some")
    return names


def _lean(nats: float) -> str:
    """What a first or last character says that tells at all."""
    return "likely" if nats > 0 else "never" if nats <= NEVER else "unlikely"


def _sizes(line: Line, width: float) -> list[str]:
    """How much a line holds."""
    names: list[str] = []
    if line.clauses:
        names.append("clause:many" if line.clauses > FEW else "clause:some")
    elif width >= BARE[0]:
        names.append("bare:long" if width >= BARE[1] else "bare:medium")
    if width < TINY:
        names.append("size:tiny")
    elif width > HUGE:
        names.append("size:huge")
    return names


def _fits(measure: Measure, follower: float) -> tuple[str, ...]:
    """How the line fills its column; of several, those above and below it too.

    And that again where the page's way with first lines is known.
    """
    fit = _fit(measure, follower)
    beside: list[str] = []
    if measure.behind is not None:
        beside.append(f"behind:{_fit_one(measure.behind - measure.width, follower - 1.0)[len('fit:') :]}")
    if measure.ahead is not None:
        beside.append(f"ahead:{_fit_one(measure.ahead - measure.width, follower - 1.0)[len('fit:') :]}")
    if not measure.columns or measure.indents or measure.firsts is Firsts.UNKNOWN:
        return fit, *beside
    return fit, f"firsts-{measure.firsts}:{fit}", *beside


def _fit(measure: Measure, follower: float) -> str:
    """How the line fills the best of the columns it may belong to."""
    width = measure.width
    if not measure.columns:
        return "loose:long" if width > LONG else "loose:medium" if width > MEDIUM else "loose:short"
    if len(measure.columns) == 1:
        return _fit_one(measure.columns[0] - width, follower - 1.0)
    beside = {column for column in (measure.behind, measure.ahead) if column is not None}
    columns = beside if len(beside) == 1 else measure.columns
    fits = {_fit_one(column - width, follower - 1.0) for column in columns}
    return next(fit for fit in _FITS if fit in fits)


_FITS: Final = ("fit:full", "fit:near", "fit:inset", "fit:short", "fit:over", "fit:beyond")
"""In the order in which they count where a line may belong to several columns."""


def _fit_one(missing: float, room: float) -> str:
    """How a line fills one column: em missing to its width, em the next piece needs beyond one."""
    if missing < -OVER:
        return "fit:over" if missing >= -BEYOND else "fit:beyond"
    if missing <= FULL:
        return "fit:full"
    if missing <= INSET[0]:
        return "fit:near"
    if missing <= FULL + room:
        # the break came where the next piece found no room
        return "fit:near"
    return "fit:inset" if missing <= INSET[1] + room else "fit:short"


@cache
def load_weights() -> Weights:
    """The weights shipped with the package, read once."""
    table = read_table("layout", "weights")
    transition = table["transition"]
    return Weights(
        emission={name: tuple(row) for name, row in table["emission"].items()},
        transition=tuple(tuple(tuple(row) for row in transition[gap]) for gap in ("none", "one", "more")),
        opening=tuple(table["ends"]["opening"]),
        closing=tuple(table["ends"]["closing"]),
    )

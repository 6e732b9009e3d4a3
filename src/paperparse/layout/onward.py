"""What speaks for a run of lines going on at the head of another, wherever that is printed.

How the one stops and the other begins, the characters that would meet, what both tell of, how far apart they
are, and whether the page keeps its columns in order. It is named here and weighed in ``turns.toml``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from itertools import pairwise
from math import log
from operator import add
from typing import TYPE_CHECKING, Final, NamedTuple

from paperparse.layout.roles import Role
from paperparse.layout.seams import MANY, Seam, pairs_of, seam_of
from paperparse.text.pairs import common_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from paperparse.layout.runs import Cast, Foot, Head, Run

__all__ = [
    "FRESH",
    "Near",
    "Puzzle",
    "Way",
    "amounts",
    "meeting",
    "puzzle_of",
    "shapes",
    "shared",
    "turn_evidence",
    "way_of",
    "ways",
]

HABIT: Final = 4
"""Places that show whether runs follow each other as printed from which on more say no more."""
WIDTHS: Final = (0.6, 1.2, 2.2, 4.0)
"""Em by which the measures of two runs differ at the most, by what that is called."""
_WIDTHS: Final = ("same", "like", "near", "off", "other")
FAR: Final = 6
"""Runs from which on a turn over more is as rare."""
SHOWS: Final = 4
"""Headlines stepped over from which on more say no more."""
NEAR: Final = 5
"""Pairs that stand near a foot and near a head from which on more say no more."""
STRETCH: Final = 10
"""Lines above a foot and below a head that are near it."""
SMALL: Final = 30.0
"""Characters of a run in which little can be shared."""
RARE: Final = 0.002
"""Share of articles that a pair in no table stands in."""
OFTEN: Final = 0.01
"""Share of articles that an ordinary pair stands in."""
_OPEN: Final = frozenset("的在和与及为以将从对把被向由于是有")
"""Words after which a sentence goes on."""
_UNITS: Final = frozenset("年月日万亿个多名人家元余次场%岁届公")
"""What goes on from a number."""
_QUOTED: Final = {
    (True, True, True): "both",
    (True, True, False): "other",
    (True, False, False): "opened",
    (False, True, False): "closed",
}
"""What is said of a quotation that is opened, that is closed, and whether by the sign that closes it."""
FRESH: Final = {"shown": frozenset({"signed", "own", "indented"}), "hidden": frozenset({"signed", "own"})}
"""How heads of paragraphs begin where the page shows them, and where it does not."""
_UNTOLD: Final = frozenset({"signed", "cannot", "own"})


class Around(dict[str, int]):
    """How often a character or two stand in a text, counted when asked for; all at once if it is often."""

    def __init__(self, text: str) -> None:
        """Of a text, folded."""
        self.text = text
        self._whole = False

    def __contains__(self, words: object) -> bool:
        """Whether they stand in it."""
        return isinstance(words, str) and self[words] > 0

    def __missing__(self, words: str) -> int:
        """Count them."""
        if self._whole:
            return 0
        if len(self) < MANY:
            found = self[words] = self.text.count(words)
            return found
        self.update(Counter(self.text))
        self.update(Counter(map(add, self.text, self.text[1:])))
        self._whole = True
        return self[words]


class Near(dict[tuple[int, int], frozenset[str]]):
    """The pairs of characters near the foot (-1) or the head (1) of a run, by its number, if rare."""

    def __init__(self, runs: Sequence[Run]) -> None:
        """Of the runs of a page; most are never asked for."""
        self._runs = runs

    def __missing__(self, place: tuple[int, int]) -> frozenset[str]:
        """Gather them."""
        number, side = place
        lines = self._runs[number].words.split("\n")
        near = lines[:STRETCH] if side > 0 else lines[-STRETCH:]
        found = self[place] = pairs_of("\n".join(near)).difference(common_pairs())
        return found


class Puzzle(NamedTuple):
    """The runs of a stretch of a page and what is known of all of them.

    Attributes:
        runs: The runs, in the order extracted.
        near: The words near their feet and heads.
        around: What stands in the stretch, folded.
        room: Whether the page shows where paragraphs begin.
        shows: How many headlines begin above each line of the stretch, and above its end.
        habit: Whether runs seem to follow each other as printed (1), or not to (-1).
    """

    runs: Sequence[Run]
    near: Near
    around: Around
    room: str
    shows: Sequence[int]
    habit: float


def puzzle_of(cast: Cast, runs: Sequence[Run]) -> Puzzle:
    """The runs of a stretch of a page as a puzzle.

    Args:
        cast: The lines of the page.
        runs: Some of its runs, in the order extracted.
    """
    lines, roles = cast.lines, cast.roles
    first, last = runs[0].head.line, runs[-1].foot.line
    stretch = lines[first : last + 1]
    around = Around(cast.folded[min(line.start for line in stretch) : max(line.end for line in stretch)])
    begins = [lines[i].indent >= 1 for i in range(first, last + 1) if roles[i] is Role.FIRST]
    shows = [0]
    for i in range(first, last + 1):
        shown = roles[i] is Role.DISPLAY and roles[i - 1] is not Role.DISPLAY  # the first is running text
        shows.append(shows[-1] + shown)
    return Puzzle(
        runs,
        Near(runs),
        around,
        "shown" if 2 * sum(begins) >= len(begins) > 0 else "hidden",
        shows,
        _habit(runs, around),
    )


def _habit(runs: Sequence[Run], around: Around) -> float:
    """Whether runs of a page seem to follow each other as printed, by those that stop in mid-sentence."""
    found = 0
    for above, below in pairwise(runs):
        foot, head = above.foot, below.head
        if not foot.mid or not foot.full:
            continue
        if head.start in FRESH["shown"]:
            found -= 1
        elif head.start == "cannot":
            found += 1
        else:
            seam = seam_of(foot.words[-1] + head.words[0], around)
            found += (seam in {Seam.PAGE, Seam.COMMON}) - (seam is Seam.RARE)
    return max(min(found, HABIT), -HABIT) / HABIT


def turn_evidence(puzzle: Puzzle, above: int, below: int) -> Iterator[tuple[str, float]]:
    """What speaks for one run going on at the head of another.

    Args:
        puzzle: The runs.
        above: The number of the one.
        below: The number of the other.

    Yields:
        Names of rows of the table, each with how much of it there is.
    """
    foot, head = puzzle.runs[above].foot, puzzle.runs[below].head
    way = way_of(puzzle, above, below)
    for name in shapes(foot.shape, head.shape, puzzle.room, way.where):
        yield name, 1.0
    yield from ways(foot.kind, way)
    yield from amounts(puzzle, above, below, way.where)
    if foot.mid:
        yield from meeting(puzzle, foot, head)
    yield from shared(puzzle, above, below)


class Way(NamedTuple):
    """The way from the foot of one run to the head of another.

    Attributes:
        where: Which way it leads.
        far: Over how many runs.
        shows: How many headlines it steps over.
        width: How nearly the two are as wide.
    """

    where: str
    far: int
    shows: int
    width: str


def way_of(puzzle: Puzzle, above: int, below: int) -> Way:
    """The way from the foot of one run to the head of another."""
    foot, head = puzzle.runs[above].foot, puzzle.runs[below].head
    off = abs(foot.measure - head.measure)
    first = puzzle.runs[0].head.line
    shows = puzzle.shows[head.line - first] - puzzle.shows[foot.line + 1 - first]
    return Way(
        "next" if below == above + 1 else "on" if below > above else "back",
        below - above if below > above else above - below + 1,
        min(abs(shows), SHOWS),
        _WIDTHS[bisect_left(WIDTHS, off)],
    )


def shapes(
    foot: tuple[str, str, bool, str], head: tuple[str, str, str, str], room: str, where: str
) -> Iterator[str]:
    """What is there or is not: how a foot ends, how a head begins, what stands beside them."""
    kind, close, full, below = foot
    start, sign, lean, above = head
    yield "base"
    yield f"{close} {'full' if full else 'short'} > {room} {start}"
    yield f"{kind} > {sign}"
    yield f"{kind} > {room} {lean}"
    yield f"{kind} {where}"
    yield f"{kind} {where} above {above}"
    yield f"{kind} {where} below {below}"


def ways(kind: str, way: Way) -> Iterator[tuple[str, float]]:
    """How far the way is, and what it steps over."""
    yield f"{kind} width {way.width}", 1.0
    yield f"{kind} {way.where} shows", float(way.shows)
    if way.where != "next":
        yield f"{kind} {way.where} over {min(way.far, FAR)}", 1.0
        yield f"{kind} {way.where} far", log(way.far)


def amounts(puzzle: Puzzle, above: int, below: int, where: str) -> Iterator[tuple[str, float]]:
    """How little the smaller of the two has to tell, and the habit of the page."""
    one, two = puzzle.runs[above], puzzle.runs[below]
    yield f"{one.foot.kind} small", 1 / (1 + min(len(one.words), len(two.words)) / SMALL)
    yield f"{one.foot.kind} {where} habit", puzzle.habit


def shared(puzzle: Puzzle, above: int, below: int) -> Iterator[tuple[str, float]]:
    """What both tell of."""
    kind = puzzle.runs[above].foot.kind
    near = len(puzzle.near[above, -1] & puzzle.near[below, 1])
    yield f"{kind} near", float(min(near, NEAR))
    yield f"{kind} near none", float(not near)


def meeting(puzzle: Puzzle, foot: Foot, head: Head) -> Iterator[tuple[str, float]]:
    """What the characters say that would meet in mid-sentence."""
    if foot.opened or head.closed:
        yield f"quote {_QUOTED[bool(foot.opened), bool(head.closed), foot.opened == head.closed]}", 1.0
    if head.start in _UNTOLD:
        return
    last, first = foot.words[-1], head.words[0]
    yield from _seam(puzzle, foot, head)
    if last in _OPEN:
        yield "open word", 1.0
    if last.isdigit():
        yield f"digit > {'digit' if first.isdigit() else 'unit' if first in _UNITS else 'other'}", 1.0
    elif first.isdigit():
        yield "any > digit", 1.0


def _seam(puzzle: Puzzle, foot: Foot, head: Head) -> Iterator[tuple[str, float]]:
    """Whether the two characters that would meet belong together."""
    last, first = foot.words[-1], head.words[0]
    around = puzzle.around
    seam = seam_of(last + first, around)
    name = seam.value
    if seam is Seam.PAGE:
        long = (foot.words[-2:] + first in around.text) + (last + head.words[:2] in around.text)
        name = ("page", "long", "longer")[long]
    yield f"{foot.close} seam {name}", 1.0
    if seam is Seam.SIGN:
        pass
    elif seam is Seam.PAGE:
        both = around[last + first]
        yield f"{foot.close} seam after", both / around[last]
        yield f"{foot.close} seam before", both / around[first]
        yield f"{foot.close} seam often", log(both)
    else:
        yield f"{foot.close} {name} after", log(1 + around[last])
        yield f"{foot.close} {name} before", log(1 + around[first])
    if seam in {Seam.PAGE, Seam.COMMON}:
        yield f"{foot.close} seam share", log(common_pairs().get(last + first, RARE) / OFTEN)

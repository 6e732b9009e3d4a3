"""Where a column goes on when extractors give columns out of their order.

A text turns from the foot of a column to the head of the next. An extractor that draws the second column
first, or reads across the tops of two columns and then across their bottoms, leaves feet that stop in
mid-sentence above something else, and heads that begin in mid-sentence below something else. Feet are given
to heads by one assignment over the page, each also free to have none; where a head is given to another foot
than the one printed above it, it is put behind that. What speaks for a head following a foot is named
here and weighed in ``turns.toml``.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING, Final, NamedTuple

from paperparse.layout.roles import Role
from paperparse.layout.seams import BLOCK, Seam, pairs_of, seam_of
from paperparse.matching import assign
from paperparse.shipped import read_table
from paperparse.text.pairs import common_pairs

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from paperparse.layout.runs import Cast, Foot, Head, Run

__all__ = ["MOST", "Puzzle", "Worth", "find_turns", "puzzle_of", "turn_evidence"]

MOST: Final = 96
"""Runs from which on such a block of lines is no page with columns out of order but a list."""
HABIT: Final = 4
"""Places that show whether runs follow each other as printed from which on more say no more."""
WIDTHS: Final = ((0.6, "same"), (1.2, "like"), (2.2, "near"), (4.0, "off"))
"""Em by which the measures of two runs differ at the most, and what that is called."""
FAR: Final = 6
"""Runs from which on a turn over more is as rare."""
SHOWS: Final = 4
"""Headlines stepped over from which on more say no more."""
ALONE: Final = -1.5
"""Nats of going on nowhere: pages out of order come out better below 0, and others stay as they are down to
-2."""
PLAIN: Final = 4.0
"""Nats from which on a foot in mid-sentence plainly goes on at the next head, whatever their words share."""
WORDS: Final = 2.2
"""Nats that what two runs tell of is worth at the most."""
MEETING: Final = 9.0
"""Nats that the characters that would meet are worth at the most, all but nowhere."""
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
_FRESH: Final = {"shown": frozenset({"signed", "own", "indented"}), "hidden": frozenset({"signed", "own"})}
"""How heads of paragraphs begin where the page shows them, and where it does not."""
_QUOTED: Final = {
    (True, True, True): "both",
    (True, True, False): "other",
    (True, False, False): "opened",
    (False, True, False): "closed",
}
"""What is said of a quotation that is opened, that is closed, and whether by the sign that closes it."""
_UNTOLD: Final = frozenset({"signed", "cannot", "own"})


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
        text: The stretch, folded.
        room: Whether the page shows where paragraphs begin.
        shows: How many headlines stand above each line, and above the end.
        habit: Whether runs seem to follow each other as printed (1), or not to (-1).
    """

    runs: Sequence[Run]
    near: Near
    text: str
    room: str
    shows: Sequence[int]
    habit: float


def find_turns(cast: Cast, runs: Sequence[Run], leaving: frozenset[int]) -> dict[int, int]:
    """At which run each run of a page goes on.

    Args:
        cast: The lines of the page.
        runs: Its runs, in the order extracted.
        leaving: Indices of lines that say that their article goes on on another page.

    Returns:
        For each run that goes on the one it goes on at, by their numbers; there is no circle. Time is linear
        in the number of lines.
    """
    found: dict[int, int] = {}
    low = 0
    while low < len(runs):
        high = low
        while high < len(runs) and runs[high].head.line // BLOCK == runs[low].head.line // BLOCK:
            high += 1
        if 1 < high - low <= MOST:
            for above, below in _solve(cast, runs[low:high], leaving).items():
                found[low + above] = low + below
        low = high
    return found


def puzzle_of(cast: Cast, runs: Sequence[Run]) -> Puzzle:
    """The runs of a stretch of a page as a puzzle.

    Args:
        cast: The lines of the page.
        runs: Some of its runs, in the order extracted.
    """
    lines, roles = cast.lines, cast.roles
    first, last = runs[0].head.line, runs[-1].foot.line
    stretch = lines[first : last + 1]
    text = cast.folded[min(line.start for line in stretch) : max(line.end for line in stretch)]
    begins = [lines[i].indent >= 1 for i in range(first, last + 1) if roles[i] is Role.FIRST]
    shows = [0]
    for i in range(first, last + 2):
        shown = i < len(roles) and roles[i] is Role.DISPLAY and not (i and roles[i - 1] is Role.DISPLAY)
        shows.append(shows[-1] + shown)
    return Puzzle(
        runs,
        Near(runs),
        text,
        "shown" if 2 * sum(begins) >= len(begins) > 0 else "hidden",
        shows,
        _habit(runs, text),
    )


def _habit(runs: Sequence[Run], text: str) -> float:
    """Whether runs of a page seem to follow each other as printed, by those that stop in mid-sentence."""
    found = 0
    for above, below in pairwise(runs):
        foot, head = above.foot, below.head
        if not foot.mid or not foot.full:
            continue
        if head.start in {"signed", "indented", "own"}:
            found -= 1
        elif head.start == "cannot":
            found += 1
        else:
            seam = seam_of(foot.words[-1] + head.words[0], text)
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
    for name in _shapes(*_shape_of(puzzle, above, below)):
        yield name, 1.0
    yield from _amounts(puzzle, above, below)
    if foot.mid:
        yield from _meeting(puzzle, foot, head)
    yield from _words(puzzle, above, below)


def _where(above: int, below: int) -> str:
    """Which way a turn leads."""
    return "next" if below == above + 1 else "on" if below > above else "back"


def _far(above: int, below: int) -> int:
    """Over how many runs a turn leads."""
    return below - above if below > above else above - below + 1


def _shape_of(puzzle: Puzzle, above: int, below: int) -> tuple[Foot, Head, str, str, int, str]:
    """All that :func:`_shapes` goes by."""
    foot, head = puzzle.runs[above].foot, puzzle.runs[below].head
    off = abs(foot.measure - head.measure)
    width = next((name for most, name in WIDTHS if off <= most), "other")
    return foot, head, puzzle.room, _where(above, below), min(_far(above, below), FAR), width


def _shapes(  # noqa: PLR0913, PLR0917  # all that a turn is like
    foot: Foot, head: Head, room: str, where: str, over: int, width: str
) -> Iterator[str]:
    """What is there or is not: how a foot ends, how a head begins, what stands beside them."""
    kind = foot.kind
    yield "base"
    yield f"{foot.close} {'full' if foot.full else 'short'} > {room} {head.start}"
    yield f"{kind} > {head.sign}"
    yield f"{kind} > {room} {head.lean}"
    yield f"{kind} {where}"
    yield f"{kind} {where} above {head.above}"
    yield f"{kind} {where} below {foot.below}"
    yield f"{kind} width {width}"
    if where != "next":
        yield f"{kind} {where} over {over}"


def _amounts(puzzle: Puzzle, above: int, below: int) -> Iterator[tuple[str, float]]:
    """What there is more or less of."""
    one, two = puzzle.runs[above], puzzle.runs[below]
    kind, where = one.foot.kind, _where(above, below)
    low, high = sorted((one.foot.line + 1, two.head.line))
    first = puzzle.runs[0].head.line
    yield f"{kind} {where} shows", float(min(puzzle.shows[high - first] - puzzle.shows[low - first], SHOWS))
    yield f"{kind} {where} habit", puzzle.habit
    yield f"{kind} small", 1 / (1 + min(len(one.words), len(two.words)) / SMALL)
    if where != "next":
        yield f"{kind} {where} far", log(_far(above, below))


def _words(puzzle: Puzzle, above: int, below: int) -> Iterator[tuple[str, float]]:
    """What both tell of."""
    kind = puzzle.runs[above].foot.kind
    near = len(puzzle.near[above, -1] & puzzle.near[below, 1])
    yield f"{kind} near", float(min(near, NEAR))
    yield f"{kind} near none", float(not near)


def _meeting(puzzle: Puzzle, foot: Foot, head: Head) -> Iterator[tuple[str, float]]:
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
    seam = seam_of(last + first, puzzle.text)
    name = seam.value
    if seam is Seam.PAGE:
        long = (foot.words[-2:] + first in puzzle.text) + (last + head.words[:2] in puzzle.text)
        name = ("page", "long", "longer")[long]
    yield f"{foot.close} seam {name}", 1.0
    if seam is Seam.SIGN:
        pass
    elif seam is Seam.PAGE:
        both, before, behind = map(puzzle.text.count, (last + first, last, first))
        yield f"{foot.close} seam after", both / before
        yield f"{foot.close} seam before", both / behind
        yield f"{foot.close} seam often", log(both)
    else:
        yield f"{foot.close} {name} after", log(1 + puzzle.text.count(last))
        yield f"{foot.close} {name} before", log(1 + puzzle.text.count(first))
    if seam in {Seam.PAGE, Seam.COMMON}:
        yield f"{foot.close} seam share", log(common_pairs().get(last + first, RARE) / OFTEN)


@cache
def _weights() -> dict[str, float]:
    """The weights by their names, in nats, read once."""
    return {str(name): float(value) for name, value in read_table("layout", "turns")["weights"].items()}


class Worth:
    """What one run going on at another is worth on a page, in nats; what is alike is added up once."""

    def __init__(self, puzzle: Puzzle) -> None:
        """Of the runs of a page."""
        self.puzzle = puzzle
        self._weights = _weights()
        self._shapes: dict[tuple[object, ...], float] = {}
        self._whole: dict[tuple[int, int], float] = {}

    def of(self, above: int, below: int) -> float:
        """A turn, in full."""
        found = self._whole.get((above, below))
        if found is None:
            found = self.place(above, below) + self._add(_words(self.puzzle, above, below))
            self._whole[above, below] = found
        return found

    def place(self, above: int, below: int) -> float:
        """The same but for what both runs tell of."""
        runs = self.puzzle.runs
        found = self.shape(above, below)
        if runs[above].foot.mid:
            found += self._add(_meeting(self.puzzle, runs[above].foot, runs[below].head))
        return found

    def shape(self, above: int, below: int) -> float:
        """The same but for the characters that would meet."""
        foot, head, *rest = shape = _shape_of(self.puzzle, above, below)
        key = (foot.close, foot.full, foot.below, head.start, head.sign, head.lean, head.above, *rest)
        found = self._shapes.get(key)
        if found is None:
            found = sum([self._weights.get(name, 0.0) for name in _shapes(*shape)])
            self._shapes[key] = found
        return found + self._add(_amounts(self.puzzle, above, below))

    def _add(self, seen: Iterator[tuple[str, float]]) -> float:
        """What some evidence is worth."""
        return sum([self._weights.get(name, 0.0) * value for name, value in seen])


def _solve(cast: Cast, runs: Sequence[Run], leaving: frozenset[int]) -> dict[int, int]:
    """At which of some runs each of them goes on, or nothing where each goes on as printed.

    First are asked the feet in mid-sentence that do not plainly go on at the next head, for they must go on
    somewhere. Where one of them turns elsewhere the page is out of order, and every foot is asked.
    """
    staying = {at for at, run in enumerate(runs) if run.foot.line in leaving}
    asked = [at for at, run in enumerate(runs) if run.foot.mid and at not in staying]
    if not asked:
        return {}
    worth = Worth(puzzle_of(cast, runs))
    plain = {at for at in asked if at + 1 < len(runs) and worth.place(at, at + 1) >= PLAIN}
    fresh = _FRESH[worth.puzzle.room]
    heads = [at for at, run in enumerate(runs) if at - 1 not in plain and run.head.start not in fresh]
    loose = {
        (above, below)
        for above in asked
        if above not in plain
        for below in heads
        if below not in {above, above + 1}
        and worth.shape(above, below) + MEETING + WORDS > ALONE
        and worth.place(above, below) + WORDS > ALONE
    }
    if not loose:
        return {}
    nexts = {(below - 1, below) for _, below in loose} | {(above, above + 1) for above, _ in loose}
    some = {
        (above, below) for above, below in nexts if 0 <= above < below < len(runs) and above not in staying
    }
    if all(below == above + 1 for above, below in _chosen(worth, loose | some)):
        return {}
    every = range(len(runs))
    whole = {(one, two) for one in every if one not in staying for two in every if two != one}
    after = dict(_chosen(worth, whole))
    for circle in _circles(after):
        del after[min(circle, key=lambda above: worth.of(above, after[above]))]
    return after


def _chosen(worth: Worth, pairs: Collection[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The best choice among some links, each run in one of either side at the most."""
    above = sorted({one for one, _ in pairs})
    below = sorted({two for _, two in pairs})
    gains = [[worth.of(one, two) if (one, two) in pairs else None for two in below] for one in above]
    for one, number in zip(above, assign(gains, [ALONE] * len(gains)), strict=True):
        if number is not None:
            yield one, below[number]


def _circles(after: Mapping[int, int]) -> list[list[int]]:
    """The runs that lead back to themselves."""
    found: list[list[int]] = []
    placed: set[int] = set()
    for begin in after:
        way: list[int] = []
        at: int | None = begin
        while at is not None and at not in placed:
            placed.add(at)
            way.append(at)
            at = after.get(at)
        if at in way:
            found.append(way[way.index(at) :])
    return found

"""Where a column goes on when extractors give columns out of their order.

A text turns from the foot of a column to the head of the next. An extractor that draws the second column
first, or reads across the tops of two columns and then across their bottoms, leaves feet that stop in
mid-sentence above something else, and heads that begin in mid-sentence below something else. Feet are given
to heads by one assignment over the page, each also free to have none, and what turns elsewhere than to the
next lines is put behind its foot.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache, partial
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Final

from attrs import frozen

from paperparse.layout.evidence import Mark
from paperparse.layout.roles import Role
from paperparse.layout.seams import BLOCK, MANY, Seam, block_of, pairs_of, seam_of, texts_of_blocks
from paperparse.matching import assign
from paperparse.text.lines import Closing, Opening
from paperparse.text.pairs import common_pairs

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

    from paperparse.text.lines import Line

__all__ = ["follow_turns"]

WEIGHTS: Final = {
    "together": 3.2,  # the characters across the turn stand side by side elsewhere
    "strange": -0.8,  # they do not
    "cannot": 3.3,  # the head begins with a sign that no line of its own begins with
    "sign": 0.3,
    "wide": -2.0,  # the columns are not of one width
    "headless": 1.5,  # the page sets first lines in, or the sweep over roles found none there
    "printed": 4.2,  # no running text stands between, on a page that shows nothing of its habit
    "ordered": 1.6,  # the same for each place where a text plainly goes on below a blank line
    "disordered": -1.0,  # and for each where it seems not to
    "display": -1.4,  # a headline or subhead that is stepped over
    "shared": 0.4,  # each pair of characters, not common in news, that stands near the foot and near the head
    "alone": -1.5,  # a foot that turns nowhere
}
"""Nats; chosen on set pages, so that pages in order stay as they are."""
HABIT: Final = (1.0, 6.0)
"""What a turn to the next lines is worth at the least and at the most, by the habit of the page."""
NEAR: Final = 2.0
"""Em by which the widths of two columns of one text differ at the most."""
FULL: Final = 2.5
"""Em by which a foot is shorter than the line above it at the most: type is set to the measure."""
MOST_WORTH: Final = WEIGHTS["headless"] + max(WEIGHTS["cannot"], WEIGHTS["together"])
"""What the two lines of a turn say for it at the most."""
MOST: Final = 64
"""Loose feet or heads from which on such a block of lines is no page with columns out of order but a list."""
MEASURED: Final = 4
"""Lines above a foot and below a head by which the widths are compared."""
STRETCH: Final = 8
"""Lines above a foot and below a head whose words are compared."""
SHARED: Final = 5
"""Pairs from which on more say no more."""
MOST_SHARED: Final = WEIGHTS["shared"] * SHARED
_BODY: Final = frozenset({Role.FIRST, Role.INNER, Role.LAST, Role.ONLY})
_BEGINS: Final = frozenset({Role.FIRST, Role.ONLY})
_GOES_ON: Final = frozenset({Role.FIRST, Role.INNER})
_WITHIN: Final = frozenset({Role.INNER, Role.LAST})
_OPEN: Final = frozenset({Closing.OPEN, Closing.COMMA})
_OWN: Final = frozenset({Opening.DASH, Opening.GLYPH})
_SIGNED: Final = frozenset({Mark.DATELINE, Mark.BYLINE, Mark.JUMP_HEAD})


@frozen
class _Cast:
    """The lines of a page with the parts they play.

    Attributes:
        folded: The page folded.
        texts: The stretch of it that each block of lines stands in, or the pairs of that.
        lines: Its lines, in the order extracted.
        marks: The mark that rules each.
        roles: The role of each.
        indented: Whether the page shows where paragraphs begin: half of the first lines stand in.
    """

    folded: str
    texts: list[Container[str]]
    lines: Sequence[Line]
    marks: Sequence[Mark]
    roles: Sequence[Role]
    indented: bool

    def seam(self, above: int, below: int) -> Seam:
        """What the characters say that would meet if one line followed another."""
        pair = self.folded[self.lines[above].end - 1] + self.folded[self.lines[below].start]
        return seam_of(pair, self.texts[block_of(above)])

    def near(self, at: int, count: int, step: int) -> list[Line]:
        """Some lines of running text from here down (a step of 1) or up (-1), as far as no blank line is."""
        found = [self.lines[at]]
        for i in range(at + step, at + count * step, step):
            below = max(i, i - step)
            if not (0 <= i < len(self.lines) and self.roles[i] in _BODY) or self.lines[below].gap:
                break
            found.append(self.lines[i])
        return found

    def measure(self, at: int, step: int) -> float:
        """Em of the widest of the lines from here down or up: the measure they are set to."""
        return max(line.narrow + line.indent for line in self.near(at, MEASURED, step))

    def words(self, at: int, step: int) -> frozenset[str]:
        """The pairs of the running text from here down or up that are not common in news."""
        near = "\n".join([self.folded[line.start : line.end] for line in self.near(at, STRETCH, step)])
        return pairs_of(near).difference(common_pairs())

    def opens(self, at: int) -> bool:
        """Whether a byline or dateline stands in a line."""
        return self.roles[at] is Role.BYLINE or self.marks[at] in _SIGNED


def follow_turns(
    folded: str, lines: Sequence[Line], marks: Sequence[Mark], roles: Sequence[Role], leaving: frozenset[int]
) -> tuple[Line, ...] | None:
    """Put columns behind those they go on from.

    Args:
        folded: The page folded.
        lines: Its lines, in the order extracted.
        marks: The mark that rules each line.
        roles: The role of each.
        leaving: Indices of lines that say that their article goes on on another page.

    Returns:
        The lines in reading order, or None where no column is found out of its place.
    """
    first = [line.indent >= 1 for line, role in zip(lines, roles, strict=True) if role is Role.FIRST]
    indented = 2 * sum(first) >= len(first) > 0
    texts = texts_of_blocks(folded, lines)
    cast = _Cast(folded, list(texts), lines, marks, roles, indented)
    feet, heads, habit = _loose_ends(cast, leaving)
    turns: dict[int, int] = {}
    for low in range(0, len(lines), BLOCK) if feet and heads else ():
        near = [ends[bisect_left(ends, low) : bisect_left(ends, low + BLOCK)] for ends in (feet, heads)]
        if all(0 < len(ends) <= MOST for ends in near):
            if len(near[0]) * len(near[1]) >= MANY:
                cast.texts[block_of(low)] = pairs_of(texts[block_of(low)])
            turns |= _turns(cast, low, *near, habit=habit)
    return _put(cast, turns) if turns else None


def _loose_ends(cast: _Cast, leaving: frozenset[int]) -> tuple[list[int], list[int], float]:
    """Feet and heads in mid-sentence, those left out that plainly go on in the next lines.

    Also what a turn to the next lines is worth on this page: extractors keep to one order.
    """
    lines = cast.lines
    body = [i for i, role in enumerate(cast.roles) if role in _BODY]
    feet: list[int] = []
    heads: list[int] = []
    habit = WEIGHTS["printed"]
    for above, below in pairwise((None, *body, None)):
        if above is not None and below == above + 1 and not lines[below].gap:
            continue
        foot = above is not None and above not in leaving and _is_foot(cast, above)
        head = below is not None and _is_head(cast, below)
        if above is not None and below is not None and foot and head:
            seam = cast.seam(above, below)
            if seam in {Seam.PAGE, Seam.COMMON} or lines[below].opening is Opening.CANNOT:
                habit += WEIGHTS["ordered"]
                continue
            habit += WEIGHTS["disordered"] * (seam is Seam.RARE)
        if foot and above is not None:
            feet.append(above)
        if head and below is not None:
            heads.append(below)
    return feet, heads, min(max(habit, HABIT[0]), HABIT[1])


def _is_foot(cast: _Cast, at: int) -> bool:
    """Whether a line of running text stops in mid-sentence at the measure."""
    line = cast.lines[at]
    if line.closing not in _OPEN:
        return False
    if not at or line.gap or cast.roles[at - 1] not in _BODY:
        return True
    return line.narrow + line.indent >= cast.lines[at - 1].narrow - FULL


def _is_head(cast: _Cast, at: int) -> bool:
    """Whether a line of running text may begin in mid-sentence."""
    line = cast.lines[at]
    if cast.marks[at] in _SIGNED or line.opening in _OWN or line.indent >= 1:
        return False
    return cast.indented or cast.roles[at] in _WITHIN or line.opening is Opening.CANNOT


def _turns(
    cast: _Cast, first: int, feet: Sequence[int], heads: Sequence[int], *, habit: float
) -> dict[int, int]:
    """For each foot of a block that turns elsewhere than to the next lines the head it turns to."""
    roles = cast.roles
    block = range(first, min(first + BLOCK, len(roles)))
    body = [roles[i] in _BODY for i in block]
    shown = [roles[i] is Role.DISPLAY and not (i and roles[i - 1] is Role.DISPLAY) for i in block]
    parted = [cast.lines[i].gap > 0 or not runs for i, runs in zip(block, body, strict=True)]
    # counts of what stands above each line
    ran, displays, broken = (
        dict(enumerate(accumulate(those, initial=0), first)) for those in (body, shown, parted)
    )
    below = [(head, cast.measure(head, 1)) for head in heads]
    gains: list[list[float | None]] = []
    printed: dict[int, int] = {}
    for foot in feet:
        row: list[float | None] = []
        width = cast.measure(foot, -1)
        for head, other in below:
            if head <= foot and broken[foot + 1] == broken[head + 1]:
                row.append(None)  # one column, that cannot turn to itself
                continue
            low, high = sorted((foot + 1, head))
            between = WEIGHTS["display"] * (displays[high] - displays[low])
            between += WEIGHTS["wide"] * (abs(width - other) > NEAR)
            follows = head > foot and ran[head] == ran[foot + 1]
            # whatever the two lines say, and then whatever the words near them say
            hopeless = not follows and MOST_WORTH + between + MOST_SHARED < habit
            gain = 0.0 if hopeless else _worth(cast, foot, head) + between
            if follows:
                printed[foot] = head
                gain += habit
            row.append(None if not follows and (hopeless or gain + MOST_SHARED < habit) else gain)
        gains.append(row)
    if all(
        gain is None or printed.get(foot) == head
        for foot, row in zip(feet, gains, strict=True)
        for head, gain in zip(heads, row, strict=True)
    ):
        return {}  # nothing turns elsewhere than to the next lines, whatever the words say
    before, after = (cache(partial(cast.words, step=step)) for step in (-1, 1))
    for foot, row in zip(feet, gains, strict=True):
        for number, (head, worth) in enumerate(zip(heads, row, strict=True)):
            if worth is not None:
                total = worth + WEIGHTS["shared"] * min(len(before(foot) & after(head)), SHARED)
                row[number] = total if printed.get(foot) == head or total >= habit else None
    found = assign(gains, [WEIGHTS["alone"]] * len(feet))
    turns = {foot: heads[number] for foot, number in zip(feet, found, strict=True) if number is not None}
    return {foot: head for foot, head in turns.items() if printed.get(foot) != head}


def _worth(cast: _Cast, foot: int, head: int) -> float:
    """What the two lines say for a foot going on at a head, wherever they stand, in nats."""
    gain = WEIGHTS["headless"] if cast.indented or cast.roles[head] in _WITHIN else 0.0
    if cast.lines[head].opening is Opening.CANNOT:
        return gain + WEIGHTS["cannot"]
    seam = cast.seam(foot, head)
    return gain + WEIGHTS["sign" if seam is Seam.SIGN else "strange" if seam is Seam.RARE else "together"]


def _put(cast: _Cast, turns: Mapping[int, int]) -> tuple[Line, ...]:
    """The lines with every head behind the foot that turns to it."""
    lines = cast.lines
    cuts = {0, len(lines)}
    for foot, head in turns.items():
        cuts |= {foot + 1, head}
    for foot, head in turns.items():
        if head > foot:
            cuts.add(_ending(cast, head, cuts))
        elif not any(head < cut <= foot for cut in cuts):
            cuts.add(_beginning(cast, head, foot))
    ends = dict(pairwise(sorted(cuts)))
    found: list[Line] = []
    for at, turned in _order(ends, {foot + 1: head for foot, head in turns.items()}):
        first, *rest = lines[at : ends[at]]
        moved = bool(found) and found[-1] is not lines[at - 1]
        found.append(first._replace(gap=0 if turned else max(first.gap, 1)) if moved else first)
        found += rest
    return tuple(found)


def _order(ends: Mapping[int, int], after: Mapping[int, int]) -> Iterator[tuple[int, bool]]:
    """The columns in reading order, by where they begin, and whether each is one that was turned to."""
    targets = set(after.values())
    placed: set[int] = set()
    # what only a circle of turns leads to comes last
    for free in (True, False):
        for begin in ends:
            at: int | None = None if begin in placed or (free and begin in targets) else begin
            turned = False
            while at is not None and at not in placed:
                placed.add(at)
                yield at, turned
                at, turned = after.get(ends[at]), True


def _beginning(cast: _Cast, head: int, foot: int) -> int:
    """Where the column that ends at a foot begins, below the column that it turns back to.

    Best where a byline or dateline opens an article, else at the blank line nearest to half way.
    """
    reach = range(head + 1, foot + 1)
    signed = [i for i in reach if cast.opens(i) and not cast.opens(i - 1)]
    parted = [
        i
        for i in reach
        if cast.lines[i].gap and cast.roles[i] in _BEGINS and cast.roles[i - 1] not in _GOES_ON
    ]
    return min(signed or parted or [foot], key=lambda i: abs(i - (head + foot) / 2))


def _ending(cast: _Cast, head: int, cuts: set[int]) -> int:
    """Where the column that begins at a head further down ends: at the next headline or loose end."""
    high = min(cut for cut in cuts if cut > head)
    reach = range(head + 1, high)
    return next((i for i in reach if cast.roles[i] is Role.DISPLAY and cast.lines[i].gap), high)

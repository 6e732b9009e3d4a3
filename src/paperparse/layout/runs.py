"""Running text between two breaks: where it begins and where it ends, as far as reading on is concerned.

A run is lines of running text with nothing between them. It begins with its head and ends with its foot, and
a text goes on from the foot of one run at the head of another: at the next one as a rule, elsewhere where an
extractor gave columns out of their order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from paperparse.layout.evidence import Mark
from paperparse.layout.roles import Role
from paperparse.layout.seams import CLOSER, ENCLOSING
from paperparse.text.edges import lean_start
from paperparse.text.lines import Closing, Opening

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paperparse.text.lines import Line

__all__ = ["BODY", "Cast", "Foot", "Head", "Run", "find_runs"]

FULL: Final = 2.5
"""Em by which a foot is shorter than the line above it at the most: type is set to the measure."""
MEASURED: Final = 4
"""Lines above a foot and below a head by which the widths are compared."""
SOON: Final = ((2, "soon"), (4, "near"))
"""Characters before the first sign of a head, at the most: no paragraph begins so."""
LEANS: Final = 1.0
"""Nats from which on the first character of a head says whether it begins a paragraph."""
QUOTED: Final = 12
"""Lines of a paragraph that are looked through for what is opened in it, or closed."""
BODY: Final = frozenset({Role.FIRST, Role.INNER, Role.LAST, Role.ONLY})
_BEGINS: Final = frozenset({Role.FIRST, Role.ONLY})
_WITHIN: Final = frozenset({Role.INNER, Role.LAST})
_OWN: Final = frozenset({Opening.DASH, Opening.GLYPH})
_SIGNED: Final = frozenset({Mark.DATELINE, Mark.BYLINE, Mark.JUMP_HEAD})
_CLOSE: Final = {
    Closing.OPEN: "open",
    Closing.COMMA: "comma",
    Closing.COLON: "colon",
    Closing.SEMI: "semi",
    Closing.CLOSER: "closer",
    Closing.ENCLOSED: "closer",
    Closing.LIVELY: "stop",
    Closing.STOP: "stop",
}
_MID: Final = frozenset({Closing.OPEN, Closing.COMMA})
_BESIDE: Final = {Role.DISPLAY: "show", Role.BYLINE: "byline"}
_STOPS: Final = "。,、;:!?…"


class Foot(NamedTuple):
    """The last line of a run.

    Attributes:
        line: Its index.
        words: Its words, folded.
        mid: Whether it stops in mid-sentence.
        close: How it ends.
        full: Whether it is as wide as the line above it.
        below: What stands below it.
        measure: Em of the widest of the last lines.
        opened: What closes the last bracket or quotation mark that its paragraph leaves open, or nothing.
    """

    line: int
    words: str
    mid: bool
    close: str
    full: bool
    below: str
    measure: float
    opened: str

    @property
    def kind(self) -> str:
        """Whether it stops in mid-sentence or ends one, in a word."""
        return "mid" if self.mid else "end"

    @property
    def shape(self) -> tuple[str, str, bool, str]:
        """All that is alike in many feet: its kind, how it ends, whether it is full, what stands below."""
        return self.kind, self.close, self.full, self.below


class Head(NamedTuple):
    """The first line of a run.

    Attributes:
        line: Its index.
        words: Its words, folded.
        start: How it begins.
        sign: How far its first sign stands in.
        lean: Whether its first character begins paragraphs (+), or never does (-).
        above: What stands above it.
        measure: Em of the widest of the first lines.
        closed: The first bracket or quotation mark that it closes without having opened it, or nothing.
    """

    line: int
    words: str
    start: str
    sign: str
    lean: str
    above: str
    measure: float
    closed: str

    @property
    def shape(self) -> tuple[str, str, str, str]:
        """All that is alike in many heads: how it begins, its sign, its lean, what stands above."""
        return self.start, self.sign, self.lean, self.above


class Run(NamedTuple):
    """Lines of running text with nothing between them.

    Attributes:
        head: The first.
        foot: The last, which may be the same line.
        words: All its words, folded, a line break between lines.
    """

    head: Head
    foot: Foot
    words: str


class Cast(NamedTuple):
    """The lines of a page with the parts they play.

    Attributes:
        folded: The page folded.
        lines: Its lines, in the order extracted.
        marks: The mark that rules each.
        roles: The role of each.
    """

    folded: str
    lines: Sequence[Line]
    marks: Sequence[Mark]
    roles: Sequence[Role]

    def words(self, line: int) -> str:
        """The words of a line, folded."""
        return self.folded[self.lines[line].start : self.lines[line].end]

    def signed(self, line: int) -> bool:
        """Whether a byline or dateline stands in a line."""
        return self.roles[line] is Role.BYLINE or self.marks[line] in _SIGNED


def find_runs(cast: Cast) -> list[Run]:
    """The runs of a page, in the order extracted.

    Args:
        cast: Its lines.

    Returns:
        The runs. Time is linear in the number of lines.
    """
    body = [role in BODY for role in cast.roles]
    found: list[Run] = []
    first = -1
    for at, runs in enumerate(body):
        if runs and first < 0:
            first = at
        if runs and (at + 1 == len(body) or not body[at + 1] or cast.lines[at + 1].gap):
            lines = range(first, at + 1)
            found.append(
                Run(_head(cast, lines), _foot(cast, lines), "\n".join([cast.words(i) for i in lines]))
            )
            first = -1
    return found


def _measure(cast: Cast, lines: Sequence[int]) -> float:
    """Em of the widest of some lines: the measure they are set to."""
    return max(cast.lines[i].narrow + cast.lines[i].indent for i in lines)


def _beside(cast: Cast, line: int) -> str:
    """What a line beside a run is."""
    if not 0 <= line < len(cast.lines):
        return "edge"
    role = cast.roles[line]
    return "body" if role in BODY else _BESIDE.get(role, "other")


def _foot(cast: Cast, lines: Sequence[int]) -> Foot:
    """The last of some lines."""
    at = lines[-1]
    line = cast.lines[at]
    full = len(lines) == 1 or line.narrow + line.indent >= cast.lines[at - 1].narrow - FULL
    words = cast.words(at)
    mid = line.closing in _MID
    opened = ""
    if mid:
        low = next((i for i in reversed(lines) if cast.roles[i] in _BEGINS), lines[0])
        opened = _left_open("".join([cast.words(i) for i in range(max(low, at - QUOTED), at + 1)]))
    below = _beside(cast, at + 1)
    return Foot(at, words, mid, _CLOSE[line.closing], full, below, _measure(cast, lines[-MEASURED:]), opened)


def _head(cast: Cast, lines: Sequence[int]) -> Head:
    """The first of some lines."""
    at = lines[0]
    words = cast.words(at)
    early = next((i for i, char in enumerate(words[: SOON[-1][0] + 1]) if char in _STOPS), len(words))
    lean = lean_start(words.lstrip("“‘《("))
    high = next((i for i in lines[1:] if cast.roles[i] in _BEGINS), lines[-1] + 1)
    return Head(
        at,
        words,
        _start(cast, at),
        next((name for most, name in SOON if early <= most), "late"),
        "+" if lean >= LEANS else "-" if lean <= -LEANS else "0",
        _beside(cast, at - 1),
        _measure(cast, lines[:MEASURED]),
        _left_closed("".join([cast.words(i) for i in range(at, min(high, at + QUOTED))])),
    )


def _start(cast: Cast, at: int) -> str:
    """How a head begins."""
    line = cast.lines[at]
    if cast.marks[at] in _SIGNED:
        return "signed"
    if line.opening is Opening.CANNOT:
        return "cannot"
    if line.opening in _OWN:
        return "own"
    if line.indent >= 1:
        return "indented"
    return "within" if cast.roles[at] in _WITHIN else "flush"


def _left_open(words: str) -> str:
    """What would close the last sign that is opened in some words and not closed, or nothing."""
    opened: list[str] = []
    for sign in ENCLOSING.findall(words):
        if sign in CLOSER:
            opened.append(CLOSER[sign])
        elif opened and sign == opened[-1]:
            opened.pop()
    return opened[-1] if opened else ""


def _left_closed(words: str) -> str:
    """The first sign that closes what was not opened in some words, or nothing."""
    opened: list[str] = []
    for sign in ENCLOSING.findall(words):
        if sign in CLOSER:
            opened.append(CLOSER[sign])
        elif not opened:
            return str(sign)
        elif sign == opened[-1]:
            opened.pop()
    return ""

"""Lines on which somebody signs whom no role tells: a name below a headline, a reader's below a letter.

A name alone looks like a short headline and, where it ends a column, like the end of a paragraph. So it is
looked for after the first sweep over roles, which says what stands above and below it. Where it stands,
how it is set and what is printed with it are named evidence, weighed in ``signatures.toml``; what is beyond
doubt speaks for others that stand alike on the same page.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from paperparse.layout.evidence import Mark
from paperparse.layout.roles import Role
from paperparse.marks.byline import is_author_note
from paperparse.marks.posts import names_post, post_ends
from paperparse.marks.roleless import LONGEST, is_likely, read_bare
from paperparse.shipped import read_table
from paperparse.text.fold import fold
from paperparse.text.lines import ENDS, Closing, stretches
from paperparse.text.pairs import common_pairs
from paperparse.text.strand import Strand

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from paperparse.conventions import Tables
    from paperparse.marks.results import BylineMark
    from paperparse.marks.roleless import Bare
    from paperparse.text.lines import Line

__all__ = ["Laid", "Signatures", "find_signatures", "load_signatures"]

CLEAR: Final = 1.5
"""Nats from which on a signature is an example for the others of its page."""
SET_IN: Final = 3.0
"""Em by which a line stands in further than those around it, and than a paragraph's first line does."""
AROUND: Final = 4
"""Lines on either side whose left margin a line is compared with."""
SHORT: Final = 6.0
"""Em of all display lines right above a line up to which they may be a label, and the line the headline."""
WORTH: Final = (-2.0, 10.0)
"""Nats between which the likelihood of a name counts."""
ALIKE: Final = 2
"""Signatures beyond doubt from which on more say no more."""
TOLD: Final = 12
"""Lines below a name in which its bearer may be spoken of, which an author seldom is."""
POST: Final = 4
"""Lines over which a name stands with the house and post of its bearer, and one more."""
_POSTS: Final = frozenset({"title", "house"})
_LED: Final = _POSTS | {"bracket", "glyph", "place", "slash", "led"}
"""Traits of a line that says itself who its bearer is, or is whole."""
_CLOSINGS: Final = frozenset({Closing.OPEN, Closing.CLOSER, Closing.ENCLOSED})
"""How a signature ends: with no sign of a sentence."""
_BODY: Final = frozenset({Role.FIRST, Role.INNER, Role.LAST, Role.ONLY})
_OPENED: Final = frozenset({Mark.DATELINE, Mark.JUMP_HEAD})
"""Marks that open a text: who signs it stands in them or elsewhere."""
_FEET: Final = frozenset({"foot-close", "foot-even", "foot-far"})
_HEADS: Final = frozenset({"head", "head-apart", "between", "opens"})
"""Places above a text."""
_PLAIN: Final = frozenset({"between", "middle"})
"""Places that speak neither for a signature nor against one."""
_STARTS: Final = frozenset({Role.FIRST, Role.ONLY})
_MARKS: Final = frozenset({Mark.NONE, Mark.OPENER, Mark.FURNITURE, Mark.TAIL})
"""Marks a line may seem to carry that is a signature: □ opens key points, and （高民） closes a text."""


class Laid(NamedTuple):
    """A page as the first sweep left it."""

    text: str
    folded: str
    page: int
    lines: Sequence[Line]
    marks: Sequence[Mark]
    roles: Sequence[Role]


class Signatures(NamedTuple):
    """Who signs on a page whom no role tells.

    Attributes:
        lines: Indices of the lines they sign on.
        bylines: What was read of each of these lines that is a signature by itself, by its index.
    """

    lines: frozenset[int]
    bylines: Mapping[int, BylineMark]


class _Candidate(NamedTuple):
    """Lines that read like a signature.

    Attributes:
        top: Index of the first.
        at: That of the last, with the name.
        found: What was read of them.
        seen: What was observed, by its name, with how much of it.
        manner: Where they stand and how they are dressed, as the signatures of one page do alike.
    """

    top: int
    at: int
    found: Bare
    seen: Mapping[str, float]
    manner: tuple[str, ...]


@cache
def load_signatures() -> dict[str, float]:
    """The weights shipped with the package, read once."""
    weights: dict[str, float] = read_table("layout", "signatures")["weights"]
    return weights


def find_signatures(laid: Laid, tables: Tables) -> Signatures:
    """Find the lines of a page on which somebody signs whom no role tells.

    Args:
        laid: The page after the first sweep over roles.
        tables: The conventions to read by.

    Returns:
        The lines, and what was read of them.
    """
    weights = load_signatures()
    candidates = [
        one for at in range(1, len(laid.lines)) if (one := _candidate(laid, at, tables)) is not None
    ]
    scores = [sum(weights[name] * value for name, value in one.seen.items()) for one in candidates]
    clear = Counter(one.manner for one, score in zip(candidates, scores, strict=True) if score >= CLEAR)
    signed = [
        one
        for one, score in zip(candidates, scores, strict=True)
        if score + weights["habit"] * min(clear[one.manner] - (score >= CLEAR), ALIKE) > 0
    ]
    return Signatures(
        frozenset(at for one in signed for at in range(one.top, one.at + 1)),
        {one.at: one.found.mark for one in signed if one.top == one.at},
    )


def _candidate(laid: Laid, at: int, tables: Tables) -> _Candidate | None:
    """A line as a candidate with all that is observed of it, or None when it reads like none."""
    place = _place(laid, at, at)
    # a house and a post may stand between the end of a body and the name
    posted = laid.roles[at - 1] is Role.DISPLAY
    if not (place or posted) or not _may_sign(laid, at):
        return None
    top, found = at, _read(laid, at, at, tables)
    if found is None:
        return None
    asks = posted and found.traits.isdisjoint(_LED) and _ends_post(laid, at - 1, tables)
    more = _with_post(laid, at, tables) if asks else None
    if more is not None and (higher := _place(laid, more[0], at)) in _FEET:
        (top, found), place = more, higher
    if place is None:
        return None
    seen = {"base": 1.0, "name": min(max(found.worth, WORTH[0]), WORTH[1])}
    if place not in _PLAIN:
        seen[place] = 1.0
    seen |= dict.fromkeys(found.traits, 1.0)
    if laid.lines[at].indent - _margin(laid.lines, at) > SET_IN:
        seen["set-in"] = 1.0
    if place in _FEET and "bracket" in found.traits and is_likely(found, strict=True):
        seen["bracket-foot"] = 1.0
    if place in _HEADS:
        seen |= _above_text(laid, at, found, tables)
    dress = "bracket" if "bracket" in found.traits else "glyph" if "glyph" in found.traits else "plain"
    return _Candidate(top, at, found, seen, (place[:4], dress))


def _may_sign(laid: Laid, at: int) -> bool:
    """Whether a line is so short and plain that somebody may sign on it."""
    line = laid.lines[at]
    if laid.marks[at] not in _MARKS or line.end - line.start > LONGEST:
        return False
    return line.clauses <= 1 and not line.spaced and line.closing in _CLOSINGS


def _read(laid: Laid, top: int, at: int, tables: Tables) -> Bare | None:
    """Some lines read as one signature."""
    ranges = [part for line in laid.lines[top : at + 1] for part in stretches(laid.text, line)]
    strand = Strand.of(laid.text, laid.folded, ranges, laid.page)
    if is_author_note(strand, 0, len(strand), tables):
        return None
    return read_bare(strand, 0, len(strand), tables)


def _ends_post(laid: Laid, at: int, tables: Tables) -> bool:
    """Whether a line may end in a house or in what somebody is, as the line above a name then does."""
    line = laid.lines[at]
    words = laid.folded[line.start : line.end].rstrip()
    return words[-1:] in post_ends(tables)


def _with_post(laid: Laid, at: int, tables: Tables) -> tuple[int, Bare] | None:
    """A name with the house and post of its bearer on lines above: the first of them, and what is read."""
    best: tuple[int, Bare] | None = None
    for top in range(at - 1, max(at - POST, 0), -1):
        line = laid.lines[top]
        if laid.lines[top + 1].gap or laid.marks[top] is not Mark.NONE or line.closing is not Closing.OPEN:
            break
        found = _read(laid, top, at, tables)
        if found is not None and not found.traits.isdisjoint(_POSTS):
            best = top, found
    return best


def _place(laid: Laid, top: int, at: int) -> str | None:
    """Where lines stand: below a headline, below a body, between paragraphs; None where nobody signs."""
    lines, roles = laid.lines, laid.roles
    above, last = roles[top - 1], at + 1 == len(lines)
    white = lines[top].gap, 2 if last else lines[at + 1].gap
    below = None if last else roles[at + 1]
    if above in _BODY and lines[top - 1].closing in ENDS:
        return _below_body(white, followed=below in _BODY)
    if above is Role.DISPLAY and below is Role.DISPLAY:
        return "between"
    # a line taken for the first of a paragraph has taken its place
    opens = below in _STARTS or (roles[at] in _STARTS and below in _BODY)
    if above in {Role.DISPLAY, Role.BYLINE} and opens:
        return "head-apart" if white[0] and white[1] else "head"
    return None


def _below_body(white: tuple[int, int], *, followed: bool) -> str:
    """Where lines below the end of a paragraph stand, by the blank lines above and below them."""
    if followed and white[0] >= white[1]:
        return "opens" if white[0] > white[1] else "middle"
    return "foot-close" if white[1] > white[0] else "foot-even" if white[0] == white[1] else "foot-far"


def _margin(lines: Sequence[Line], at: int) -> float:
    """How far the lines around one stand in, in em, the least of them."""
    around = [*lines[max(at - AROUND, 0) : at], *lines[at + 1 : at + 1 + AROUND]]
    return min((line.indent for line in around), default=0.0)


def _above_text(laid: Laid, at: int, found: Bare, tables: Tables) -> dict[str, float]:
    """What speaks against a name above a text: it may end display lines, be the headline, or its subject."""
    lines = laid.lines
    seen: dict[str, float] = {}
    top = at
    while top > 0 and laid.roles[top - 1] is Role.DISPLAY and at - top < AROUND:
        top -= 1
    if top < at and sum(line.narrow for line in lines[top:at]) <= SHORT:
        seen["short-above"] = 1.0
    seam = laid.folded[lines[at - 1].end - 1] + laid.folded[lines[at].start]
    if not lines[at].gap and seam in common_pairs():
        seen["goes-on"] = 1.0
    # the end of a headline: ——访市建设局局长⏎王小明
    if names_post(laid.folded[lines[at - 1].start : lines[at - 1].end], tables):
        seen["post-above"] = 1.0
    if laid.marks[at + 1] in _OPENED:
        seen["opened-below"] = 1.0
    names = [fold(name) for name in found.mark.bylines[0].names]
    below = lines[at + 1 : at + 1 + TOLD]
    if any(laid.folded.find(name, line.start, line.end) >= 0 for line in below for name in names):
        seen["told"] = 1.0
    return seen

"""Lines of a page with what layout needs to know of each: where it stands, how wide it is, how it ends.

This is the seam for geometry: what enters the layout rooms is a sequence of :class:`Line` values and
nothing further in reads the page for layout. Widths are in em: a Han character is 1, anything
narrower than U+0250 is ½, a blank put in by an extractor ¼. Quotation marks and other signs are 1
where type is set on a grid and about ½ where lines are justified by squeezing them (measured on two
real pages: 0.50 and 0.56 for quotes, 0.46 and 0.55 for other signs), so they are counted apart.
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from paperparse.text.counting import Counts, count_joints, em_width
from paperparse.text.kinds import CLOSERS, OPENERS, PAIRS
from paperparse.text.scripts import HAN, LATIN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = [
    "ENDS",
    "Closing",
    "Line",
    "Opening",
    "Row",
    "closing_of",
    "em_width",
    "line_up",
    "opening_of",
    "split_lines",
    "split_rows",
    "stretches",
]


class Closing(IntEnum):
    """How a line ends, as far as a sentence is concerned."""

    OPEN = 0  # in a word or after any other sign
    COMMA = 1  # ， 、: the sentence goes on
    COLON = 2  # ： ——: something follows, be it a sentence or the main headline
    SEMI = 3  # ；: a clause is over, sometimes a list item
    CLOSER = 4  # ” ） 》 without a stop before it
    ENCLOSED = 5  # as CLOSER, and the line opens with the sign that it closes
    LIVELY = 6  # ！ ？ …: ends sentences, and headlines as well
    STOP = 7  # 。 with closing quotes or brackets after it, if any


ENDS: Final = frozenset({Closing.CLOSER, Closing.ENCLOSED, Closing.LIVELY, Closing.STOP})
"""How a line ends with which a sentence may be over."""


class Opening(IntEnum):
    """How a line begins."""

    PLAIN = 0
    CANNOT = 1  # a sign that no line of its own begins with: ， 。 ” ）
    QUOTE = 2  # an opening quote or bracket
    DASH = 3  # ——
    GLYPH = 4  # □ ■ ▲ > *: a mark of print
    DIGIT = 5


class Line(NamedTuple):
    """One line that holds more than blanks.

    Attributes:
        start: First code point of the line's content in the page's text; blanks before it left out.
        end: One past the content's last code point; blanks after it left out.
        indent: Width of the blanks before the content, in em.
        wide: Width of the content in em, every full-width sign counted 1.
        quotes: How many quotation marks are in it.
        signs: How many other full-width signs are in it.
        joints: How many times a number or Latin word meets a Han character in it.
        clauses: How many of them part clauses or sentences (，。；、).
        head: Width in em of the first piece that a line break cannot part: 1 for a Han character, the
            whole run for a number or a Latin word, with the signs that cling to it.
        gap: Number of blank lines before it; 1 more where a page or form feed lies between.
        opening: How it begins.
        closing: How it ends.
        spaced: Whether it is set with blanks between single characters.
        parted: Whether a blank stands in it between two Han characters, as between the halves of a headline.
        broken: Whether a full stop stands inside it, so that it holds the end of one sentence and the
            beginning of the next.
        torn: Whether line breaks stand inside it, at which an extractor tore it.
    """

    start: int
    end: int
    indent: float
    wide: float
    quotes: int
    signs: int
    clauses: int
    joints: int
    head: float
    gap: int
    opening: Opening
    closing: Closing
    spaced: bool
    parted: bool
    broken: bool
    torn: bool = False

    @property
    def narrow(self) -> float:
        """Width in em with every full-width sign counted ½."""
        return self.wide - (self.quotes + self.signs) / 2


class Row(NamedTuple):
    """One row of a page, blank or not, or a part of one.

    Attributes:
        start: First code point in the page's text, blanks at its head included.
        end: One past the last code point; of a whole row, where its line break begins.
        feed: Whether a page or form feed ends it.
        joined: Whether it was put together from several, so that line breaks may stand inside it.
    """

    start: int
    end: int
    feed: bool = False
    joined: bool = False


_BREAK: Final = re.compile(r"\r\n|[\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
_BREAKS: Final = frozenset("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")
_WIDE_BLANKS: Final = "\u2003\u3000"
_TAB_EM: Final = 2.0  # a tab at a line's head stands for a paragraph's indent
_HEAD: Final = re.compile(
    rf"[“‘「『（《〈【\[(]*(?:[{LATIN}\d.,%+\-/:℃]+|.)[，。、；：！？…”’」』）》〉】\])]*"
)
_SPACED: Final = re.compile(r"(?:[^ \u3000\d][ \u3000]{1,2}){3,}[^ \u3000]")
_HOLDS: Final = frozenset("“‘「『（《〈【[(，。、；：！？…”’」』）》〉】])")
"""Signs that cling to the first piece of a line or have it cling to them."""
_ALONE: Final = ("\u2e7f", "\ua000")
"""Between the two there is no letter or digit that a line break cannot part from the next."""
_CLOSERS: Final = "".join(CLOSERS) + "\"'*"
_CLOSING: Final = {
    **dict.fromkeys("。．｡", Closing.STOP),
    **dict.fromkeys("！？…!?⋯", Closing.LIVELY),
    **dict.fromkeys("；;", Closing.SEMI),
    **dict.fromkeys("，、,", Closing.COMMA),
    **dict.fromkeys("：:·—-～─―", Closing.COLON),
}
_ENDS_BESIDE: Final = frozenset(_CLOSERS) | {"."}
"""Last characters of a line that do not tell alone how it ends."""
_OPENING: Final = {
    **dict.fromkeys("，。、；：！？…”’」』）》〉】〕］,.;:!?)]%％", Opening.CANNOT),
    **dict.fromkeys([*OPENERS, '"', "'"], Opening.QUOTE),
    **dict.fromkeys("—―─", Opening.DASH),
    **dict.fromkeys("□■◎●○▲△▼▽◆◇☐█▌►▶◀◄★☆※>＞<＜*＊|｜•·\\＼↑↓←→@", Opening.GLYPH),
    **dict.fromkeys("0123456789０１２３４５６７８９", Opening.DIGIT),
}


def split_lines(text: str) -> tuple[Line, ...]:
    r"""The lines of a page that hold more than blanks, in order.

    Lines end at LF, CR, CRLF, VT, FF, FS, GS, RS, NEL, U+2028 or U+2029. Nothing is lost: what lies
    outside the lines is blank.

    Args:
        text: A page's text.

    Returns:
        The lines; empty for a blank page.

    Examples:
        >>> [(line.start, line.end, line.indent, line.gap) for line in split_lines("　　甲乙。\n\n丙")]
        [(2, 5, 2.0, 0), (7, 8, 0.0, 1)]
    """
    return line_up(text, split_rows(text))


def split_rows(text: str) -> Iterator[Row]:
    r"""The rows of a page, blank ones among them.

    Args:
        text: A page's text.

    Yields:
        The rows, in order; at least one.

    Examples:
        >>> [(row.start, row.end, row.feed) for row in split_rows("甲\f")]
        [(0, 1, True), (2, 2, False)]
    """
    at = 0
    for piece in text.splitlines(keepends=True):  # it knows the same line breaks
        last = piece[-1]
        end = at + len(piece)
        if last in _BREAKS:
            stop = end - 2 if last == "\n" and piece[-2:-1] == "\r" else end - 1
            yield Row(at, stop, last == "\f")
            at = end
    yield Row(at, len(text))


def line_up(text: str, rows: Iterable[Row]) -> tuple[Line, ...]:
    """Rows as lines: each that holds more than blanks, with the blank ones before it counted.

    Args:
        text: The page's text.
        rows: Rows or parts of rows in reading order.

    Returns:
        The lines.

    Examples:
        >>> [(line.start, line.gap) for line in line_up("甲  乙", [Row(3, 4), Row(1, 1), Row(0, 1)])]
        [(3, 0), (0, 1)]
    """
    found: list[Line] = []
    counts = Counts()
    gap = 0
    for row in rows:
        line = _line(text, row, gap, counts) if row.start < row.end else None
        if line is None:
            gap += 1 + row.feed
        else:
            found.append(line)
            gap = int(row.feed)
    return tuple(found)


def _line(text: str, row: Row, gap: int, counts: Counts) -> Line | None:
    """The line that a row is, or None when it is blank."""
    raw = text[row.start : row.end]
    flush = raw.lstrip()
    content = flush.rstrip()
    if not content:
        return None
    torn = row.joined and _BREAK.search(content) is not None
    words = _BREAK.sub("", content) if torn else content
    count = counts.of(words)
    start = row.start + len(raw) - len(flush)
    return Line(
        start=start,
        end=start + len(content),
        indent=_indent(raw[: len(raw) - len(flush)]) if len(flush) < len(raw) else 0.0,
        wide=len(words) - count.less,
        quotes=count.quotes,
        signs=count.signs,
        clauses=count.clauses,
        joints=count_joints(words) if count.numbers or (count.others and "％" in words) else 0,
        head=_head(content),
        gap=gap,
        opening=_OPENING.get(content[0], Opening.PLAIN),
        closing=closing_of(content),
        spaced=count.blank and _SPACED.fullmatch(content) is not None,
        parted=count.blank and _parted().search(content) is not None,
        broken=count.stop and content.find("。") < len(content.rstrip(_CLOSERS)) - 1,
        torn=torn,
    )


@cache
def _parted() -> re.Pattern[str]:
    """A blank between two Han characters; compiled when needed, for a set of all Han is large."""
    return re.compile(rf"[{HAN}”’》]{{2}}[ \u3000]{{1,2}}[“‘《{HAN}]{{2}}")


def _indent(blanks: str) -> float:
    """Width in em of the blanks at a line's head."""
    wide = sum(map(blanks.count, _WIDE_BLANKS))
    tabs = blanks.count("\t")
    return wide + tabs * _TAB_EM + (len(blanks) - wide - tabs) / 2


def _head(content: str) -> float:
    """Width in em of the first piece of a line that a line break cannot part."""
    first = content[0]
    if _ALONE[0] < first < _ALONE[1] and first not in _HOLDS and content[1:2] not in _HOLDS:
        return 1.0
    head = _HEAD.match(content)
    return em_width(head[0]) if head else 1.0


def stretches(text: str, line: Line) -> tuple[tuple[int, int], ...]:
    r"""Where a line stands in the text: at one place, or at several where it was torn.

    Args:
        text: The page's text.
        line: The line.

    Returns:
        Half-open ranges, ascending.

    Examples:
        >>> (line,) = line_up("好。\n”他", [Row(0, 5, joined=True)])
        >>> stretches("好。\n”他", line)
        ((0, 2), (3, 5))
    """
    if not line.torn:
        return ((line.start, line.end),)
    found: list[tuple[int, int]] = []
    at = line.start
    for stop in _BREAK.finditer(text, line.start, line.end):
        found.append((at, stop.start()))
        at = stop.end()
    found.append((at, line.end))
    return tuple((low, high) for low, high in found if low < high)


def opening_of(content: str) -> Opening:
    """How a line begins.

    Args:
        content: A line without the blanks at either end of it; not empty.

    Returns:
        Its beginning.

    Examples:
        >>> opening_of("，记者")
        <Opening.CANNOT: 1>
    """
    return _OPENING.get(content[0], Opening.PLAIN)


def closing_of(content: str) -> Closing:
    """How a line ends, looking through closing quotes and brackets.

    Args:
        content: A line without the blanks at either end of it; not empty.

    Returns:
        Its end.

    Examples:
        >>> closing_of("他说：“好。”"), closing_of("从那时起，")
        (<Closing.STOP: 7>, <Closing.COMMA: 1>)
    """
    if content[-1] not in _ENDS_BESIDE:
        return _CLOSING.get(content[-1], Closing.OPEN)
    inner = content.rstrip(_CLOSERS)
    kind = _CLOSING.get(inner[-1], Closing.OPEN) if inner else Closing.OPEN
    if inner[-1:] == "." and inner[-2:-1] > "\u2e7f":
        kind = Closing.STOP  # a page typed with half-width signs
    if len(inner) == len(content) or kind >= Closing.LIVELY:
        return kind
    return Closing.ENCLOSED if PAIRS.get(content[0]) == content[-1] else Closing.CLOSER

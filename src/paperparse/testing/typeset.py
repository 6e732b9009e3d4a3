"""Breaking an article's matter into printed lines, with the blank lines an extractor leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import define

from paperparse.testing.forms import Gaps, Indent
from paperparse.testing.leaves import Cell, LeafKind, blanks, printed
from paperparse.testing.words import chance
from paperparse.testing.wrap import Kinsoku, balanced, em, wrap

if TYPE_CHECKING:
    from random import Random

    from paperparse.testing.compose import Matter, Stream
    from paperparse.testing.leaves import Line
    from paperparse.testing.settings import Setting

__all__ = ["set_body", "set_headline", "set_lines"]

_OPENING_EM: Final = 2.0
_ROOM: Final = (0.6, 0.8, 1.0, 1.0)
"""Share of the widest line that one article's headlines have: they are as wide as its columns together."""
_LEAST_ROOM: Final = 5.0
_MISLEADING: Final = "“‘（《0123456789"


@define
class _Set:
    """A line as it was set: its cells, the blank lines before it, and its place in its paragraph."""

    line: Line
    gap: int = 0
    first: bool = False
    last: bool = False
    subhead: bool = False


def set_body(matter: Matter, setting: Setting, rng: Random) -> list[Line]:
    """The lines of an article from its byline to its last line, blank lines among them.

    Args:
        matter: The article.
        setting: How it is set.
        rng: The source of chance.

    Returns:
        Lines of cells; an empty one is a blank line.
    """
    rows: list[_Set] = []
    for stream in matter.body:
        rows += _rows(stream, len(rows), setting, rng)
    _gaps(rows, setting, rng)
    opening = [
        _Set(blanks(setting.indent_text) + piece)
        for line in matter.opening
        for piece in _opening(line, setting, rng)
    ]
    if opening:
        before = 1 if not setting.wrapped and setting.gaps is Gaps.ALWAYS else 0
        for row in opening[1:]:
            row.gap = before
        if rows:
            rows[0].gap = max(rows[0].gap, before)
    closing = [_Set(piece) for line in matter.closing for piece in _closing(line, setting)]
    if closing:
        closing[0].gap = int(
            setting.gaps is Gaps.ALWAYS or (setting.gaps is not Gaps.NEVER and chance(rng, 0.5))
        )
    lines: list[Line] = []
    for row in opening + rows + closing:
        lines += [[]] * row.gap
        lines.append(row.line)
    return lines


def _opening(line: Line, setting: Setting, rng: Random) -> list[Line]:
    """A line before the body: broken anywhere, or where it must be when it is too long."""
    middle = len(line) // 2
    if middle > 2 and chance(rng, setting.form.broken_bylines):  # noqa: PLR2004 - a line too short to break
        at = rng.randint(2, len(line) - 2)
        return [piece for piece in (line[:at], line[at:]) if printed(piece).strip()]
    if not setting.wrapped or em(printed(line)) <= setting.width - _OPENING_EM:
        return [line]
    leaves = [cell.leaf for cell in line]
    breaks = [at for at in range(1, len(line)) if leaves[at] != leaves[at - 1] and leaves[at] >= 0]
    if breaks and chance(rng, 0.7):
        return [line[: breaks[0]], line[breaks[0] :]]
    return wrap(line, lambda at: setting.width - (0 if at else _OPENING_EM), setting.kinsoku)


def _closing(line: Line, setting: Setting) -> list[Line]:
    """A line after the body, wrapped in its column."""
    if not setting.wrapped:
        return [line]
    return wrap(line, lambda at: setting.later_width - (0 if at else _OPENING_EM), setting.kinsoku)


def _rows(stream: Stream, before: int, setting: Setting, rng: Random) -> list[_Set]:
    """The lines of one paragraph or subhead; ``before`` lines of the article stand before it."""
    if stream.kind is LeafKind.SUBHEAD:
        lines = balanced(stream.line, setting.width - 1 if setting.wrapped else 60, rng)
        lead = rng.choice(("", setting.indent_text, setting.indent_text))
        rows = [_Set(blanks(lead) + line, subhead=True) for line in lines]
    elif setting.wrapped:
        rows = [_Set(line) for line in _wrapped(stream.line, before, setting, rng)]
        rows[0].line = blanks(setting.indent_text) + rows[0].line
    else:
        rows = [_Set(line) for line in _pieces(stream.line, setting, rng)]
        rows[0].line = blanks(setting.indent_text) + rows[0].line
    rows[0].first = rows[-1].last = True
    return rows


def _wrapped(line: Line, before: int, setting: Setting, rng: Random) -> list[Line]:
    """A paragraph in lines of its column, which may change its width once in the article."""
    change = rng.randint(*setting.form.column)
    inset = 0.0 if setting.indent is Indent.NONE else _OPENING_EM

    def limit(at: int) -> float:
        width = setting.width if before + at < change else setting.later_width
        play = rng.choice((-0.5, 0.5)) if chance(rng, setting.play) else 0.0
        return width + play - (0.0 if at else inset)

    return wrap(line, limit, setting.kinsoku, setting.joint)


def _pieces(line: Line, setting: Setting, rng: Random) -> list[Line]:
    """A paragraph on one line, or cut by a column's end where no sentence ends."""
    if len(line) < 40 or not chance(rng, setting.cut):  # noqa: PLR2004 - too short to reach a column's end
        return [line]
    places = [
        at
        for at in range(12, len(line) - 8)
        if line[at - 1].char not in "。！？；”）“（《 "
        and line[at].char not in "，。、；：！？”’）》% …—"
        and not (line[at - 1].char < "\u0250" and line[at].char < "\u0250")
    ]
    if not places:
        return [line]
    at = rng.choice(places)
    return [line[:at], *([line[at:]] if chance(rng, 0.8) else _pieces(line[at:], setting, rng))]


def _gaps(rows: list[_Set], setting: Setting, rng: Random) -> None:
    """Put blank lines between, after and inside paragraphs as the setting says."""
    end = rng.randint(*setting.form.column)
    for at in range(1, len(rows)):
        row = rows[at]
        row.gap = _gap(rows[at - 1], row, setting, rng)
        if at == end:
            end += rng.randint(*setting.form.column)
            if setting.column_gap and setting.wrapped:
                row.gap = max(row.gap, 1)
    if setting.gaps is Gaps.SHIFTED and len(rows) > 1 and not rows[1].first and chance(rng, 0.5):
        rows[1].gap = 1


def _gap(previous: _Set, row: _Set, setting: Setting, rng: Random) -> int:
    """Blank lines between two lines of a body that are not parted by a column's end."""
    if row.first:
        gap = _between(setting, rng)
        above = min(setting.subhead_gap, setting.article_gap)
        if row.subhead:
            gap = max(gap, above)
        elif previous.subhead:
            gap = max(gap, int(above > 0 and chance(rng, 0.6)))
        return gap
    opens = printed(row.line).lstrip()[:1]
    if opens and opens in _MISLEADING and chance(rng, setting.stray_gaps):
        return 1
    if previous.first and setting.gaps is Gaps.SHIFTED:
        return int(previous.gap == 0 or chance(rng, 0.15))
    return int(not setting.wrapped and setting.gaps is not Gaps.NEVER)  # a cut paragraph's second piece


def _between(setting: Setting, rng: Random) -> int:
    """Blank lines between two paragraphs."""
    match setting.gaps:
        case Gaps.NEVER:
            return 0
        case Gaps.ALWAYS:
            return 1
        case Gaps.SOMETIMES | Gaps.SHIFTED:
            return int(chance(rng, 0.6))


def set_headline(streams: list[Stream], setting: Setting, rng: Random) -> list[Line]:
    """The lines of a headline group.

    Args:
        streams: Its parts in the order drawn.
        setting: How it is set.
        rng: The source of chance.

    Returns:
        Lines of cells with blank lines between the parts where the setting has them.
    """
    lines: list[Line] = []
    gap = setting.part_gap
    for stream in streams:
        widest = float(setting.headline_width)
        if stream.kind in {LeafKind.KICKER, LeafKind.SUB, LeafKind.LABEL}:
            widest *= rng.choice((1.0, 1.2, 1.5))
        if lines:
            lines += [[]] * gap
        if stream.kind is LeafKind.MAIN and chance(rng, setting.form.vertical):
            lines += _vertical(stream.line)
            continue
        for line in _broken(stream.line, widest, setting, rng):
            lines.append(_spaced(line, rng) if chance(rng, setting.form.spaced) else line)
    return lines


def _broken(line: Line, widest: float, setting: Setting, rng: Random) -> list[Line]:
    """A headline in lines of about the same length, or of which only the last is not full."""
    if not setting.filled:
        return balanced(line, widest, rng)
    room = max(widest * rng.choice(_ROOM), _LEAST_ROOM)
    return wrap(line, lambda _: room, Kinsoku.OUT)


def _vertical(line: Line) -> list[Line]:
    """A headline set downwards: one character a line, numbers and words across."""
    text = printed(line)
    if len(text) > 16:  # noqa: PLR2004 - no page is that high
        return [line]
    rows: list[Line] = []
    for at, cell in enumerate(line):
        if cell.char.isspace():
            continue
        if rows and cell.char < "\u0250" and text[at - 1] < "\u0250":
            rows[-1].append(cell)
        else:
            rows.append([cell])
    return rows


def _spaced(line: Line, rng: Random) -> Line:
    """A line with a blank between all of its characters, as large headlines come out."""
    text = printed(line)
    if any(char < "\u0250" for char in text) or len(text) < 4:  # noqa: PLR2004 - too short to tell
        return line
    gap = rng.choice((" ", " ", "\u3000"))
    spaced: Line = []
    for cell in line:
        if spaced:
            spaced.append(Cell(gap, cell.leaf, cell.place))
        spaced.append(cell)
    return spaced


def set_lines(line: Line, setting: Setting, rng: Random) -> list[Line]:
    """A caption or key point in lines of its own width.

    Args:
        line: Its cells.
        setting: How its article is set.
        rng: The source of chance.

    Returns:
        Its lines.
    """
    if not setting.wrapped or (em(printed(line)) <= setting.width and chance(rng, 0.5)):
        return [line]
    width = float(rng.choice((setting.width, setting.width, setting.width + 4, 28)))
    return wrap(line, lambda _: width, setting.kinsoku)

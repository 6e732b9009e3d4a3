"""Setting one article: its copy turned into leaves, and these into lines of streams.

A stream is what a compositor sets in one go: a paragraph with whatever opens or closes it. Here it is
one endless line; :mod:`paperparse.testing.typeset` breaks it into the lines of a column.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from paperparse.model import BlockKind
from paperparse.testing.forms import BylineAt
from paperparse.testing.house import wire_parts
from paperparse.testing.leaves import LeafKind, blanks
from paperparse.testing.reports import At, set_report
from paperparse.testing.words import chance

if TYPE_CHECKING:
    from random import Random

    from paperparse.testing.copies import Copy, Photo, Signature, Tail
    from paperparse.testing.leaves import Case, Facts, Line, Part
    from paperparse.testing.settings import Setting

__all__ = ["Desk", "JumpLine", "Jumps", "Matter", "Stream", "compose"]

_SUBHEAD_SIGNS: Final = (
    ("", ""),
    ("", ""),
    ("", ""),
    ("■", ""),
    ("◆", ""),
    (">>", "<<"),
    ("【", "】"),
    ("● ", ""),
)
_CAPTION_GLYPHS: Final = ("", "", "■", "▲", "◀", "▶")
_KEY_GLYPHS: Final = ("■", "■", "●", "◆", "▶")
_NUMERALS: Final = "零一二三四五六七八九"


@frozen
class JumpLine:
    """A jump line as it is printed.

    Attributes:
        page: The page it names, be that right or not.
        text: Its words; empty where it is lost.
        alone: Whether it stands on a line of its own.
    """

    page: str
    text: str
    alone: bool = False


@frozen
class Jumps:
    """The jump lines of a part of an article.

    Attributes:
        come_from: The page it comes from, or empty.
        go_to: The page it goes on to, or empty.
        from_line: The line that says where it comes from, or None to draw one.
        to_line: The line that says where it goes on, or None to draw one.
    """

    come_from: str = ""
    go_to: str = ""
    from_line: JumpLine | None = None
    to_line: JumpLine | None = None


@frozen
class Desk:
    """What is needed to set an article, whatever it says.

    Attributes:
        number: The article's number on the page.
        setting: How it is set.
        case: Where its leaves go.
        rng: The source of chance.
    """

    number: int
    setting: Setting
    case: Case
    rng: Random

    def leaf(self, kind: LeafKind, parts: list[Part], facts: Facts = None) -> Line:
        """Make a leaf of the article and set it as one line."""
        return self.case.set(kind, self.number, parts, facts)


@frozen
class Stream:
    """A paragraph, subhead or line to be set.

    Attributes:
        kind: Paragraph or subhead for what stands in the body; byline for lines of names around it.
        line: Its cells in one line.
    """

    kind: LeafKind
    line: Line


@frozen
class Matter:
    """All that is to be set for one article.

    Attributes:
        number: The article's number on the page.
        headline: Label, kicker, main and sub with their lines, in the order read.
        opening: Lines before the body.
        body: Paragraphs and subheads.
        closing: Lines after the body.
        captions: One for each picture.
        highlights: One for each key point.
    """

    number: int
    headline: list[Stream] = field(factory=list)
    opening: list[Line] = field(factory=list)
    body: list[Stream] = field(factory=list)
    closing: list[Line] = field(factory=list)
    captions: list[Line] = field(factory=list)
    highlights: list[Line] = field(factory=list)


def compose(copy: Copy, jumps: Jumps, desk: Desk) -> Matter:
    """Turn a copy into leaves and streams.

    Args:
        copy: The article, or the part of it that stands on the page.
        jumps: Its jump lines.
        desk: Its number, how it is set, where its leaves go, the source of chance.

    Returns:
        Its matter.
    """
    matter = Matter(desk.number)
    rng = desk.rng
    headings = (
        (LeafKind.LABEL, copy.label),
        (LeafKind.KICKER, copy.kicker),
        (LeafKind.MAIN, copy.main),
        (LeafKind.SUB, copy.sub),
    )
    for kind, texts in headings:
        matter.headline.extend(Stream(kind, desk.leaf(kind, [(text, "")])) for text in texts)
    opener = _opening(matter, copy, jumps, desk)
    if opener and (not copy.body or copy.body[0].kind is BlockKind.SUBHEAD):
        matter.opening.append(opener)  # what opens a text stands above its first subhead
        opener = []
    closer = _closing(matter, copy, jumps, desk)
    before, after = rng.choice(_SUBHEAD_SIGNS)
    last = len(copy.body) - 1
    for at, item in enumerate(copy.body):
        if item.kind is BlockKind.SUBHEAD:
            signs = (before, after) if item.text[0].isalnum() else ("", "")  # no sign before a sign or quote
            line = desk.leaf(LeafKind.SUBHEAD, [(signs[0], ""), (item.text, ""), (signs[1], "")])
            matter.body.append(Stream(LeafKind.SUBHEAD, line))
            continue
        line = desk.leaf(LeafKind.PARAGRAPH, [(item.text, "")])
        line = (opener if at == 0 else []) + line + (closer if at == last else [])
        matter.body.append(Stream(LeafKind.PARAGRAPH, line))
    glyph = rng.choice(_CAPTION_GLYPHS)
    matter.captions.extend(_caption(photo, glyph, desk) for photo in copy.photos)
    glyph = rng.choice(_KEY_GLYPHS)
    matter.highlights.extend(
        desk.leaf(LeafKind.HIGHLIGHT, [(glyph, ""), (text, "")]) for text in copy.highlights
    )
    return matter


def _opening(matter: Matter, copy: Copy, jumps: Jumps, desk: Desk) -> Line:
    """What stands before the first sentence in its line; lines of their own go to ``matter.opening``."""
    setting, rng = desk.setting, desk.rng
    line: Line = []
    if jumps.from_line is not None:
        _given(LeafKind.FROM, jumps.from_line, line, matter.opening, desk)
    elif jumps.come_from:
        jump = _jump(LeafKind.FROM, jumps.come_from, desk)
        if jump[-1].char == "版" or chance(rng, 0.25):
            matter.opening.append(jump)
        else:
            line += jump
    if copy.report:
        line += set_report(copy, desk.setting.house.manner, At.HEAD, desk.leaf, matter.opening)
    elif copy.bylines and (setting.byline is BylineAt.LEADING or _unfinished(copy, jumps, desk)):
        matter.opening.extend(_leading(copy.bylines, desk))
    if copy.wire:
        line += desk.leaf(LeafKind.DATELINE, wire_parts(copy.wire), copy.wire)
        if copy.bylines and setting.byline is BylineAt.BRACKETED:
            line += blanks(rng.choice(("", " ", "  ", "  ")))
            line += _bracketed(copy.bylines, desk)
            line += blanks(rng.choice(("", "", " ")))
        else:
            line += blanks(setting.house.wire_gap or " ")
    return line


def _leading(signatures: tuple[Signature, ...], desk: Desk) -> list[Line]:
    """The lines of bylines that stand before a body."""
    lines: list[Line] = []
    for gap, group in _signed(signatures, desk, glyph=True):
        if gap == "\n" or not lines:
            lines.append(group)
        else:
            lines[-1] += blanks(gap) + group
    return lines


def _closing(matter: Matter, copy: Copy, jumps: Jumps, desk: Desk) -> Line:
    """What stands after the last sentence in its line; lines of their own go to ``matter.closing``."""
    setting, rng = desk.setting, desk.rng
    line: Line = []
    if copy.report:
        line += set_report(copy, desk.setting.house.manner, At.FOOT, desk.leaf, matter.opening)
    elif (
        copy.bylines
        and not _unfinished(copy, jumps, desk)
        and (
            setting.byline in {BylineAt.INLINE, BylineAt.TRAILING}
            or (setting.byline is BylineAt.BRACKETED and not copy.wire)
        )
    ):
        signed = _starred(copy.bylines, desk)
        if setting.byline is BylineAt.TRAILING:
            matter.closing.append(signed)
        else:
            line += blanks(rng.choice(("", "", " ")) if setting.house.stars else " ") + signed
    if copy.tail:
        matter.closing.append(_tail(copy.tail, desk))
    if jumps.to_line is not None:
        _given(LeafKind.TO, jumps.to_line, line, matter.closing, desk)
    elif jumps.go_to:
        jump = _jump(LeafKind.TO, jumps.go_to, desk)
        if jump[-1].char == "版" or chance(rng, 0.4):
            matter.closing.append(jump)
        else:
            line += jump
    return line


def _unfinished(copy: Copy, jumps: Jumps, desk: Desk) -> bool:
    """Whether people sign before a body that goes on elsewhere, where others would sign behind it."""
    return jumps.to_line is not None and not (desk.setting.byline is BylineAt.BRACKETED and copy.wire)


def _given(kind: LeafKind, given: JumpLine, line: Line, lines: list[Line], desk: Desk) -> None:
    """Set a jump line whose words are given: in the line, or among the lines of their own."""
    if not given.text:
        return
    jump = desk.leaf(kind, [(given.text, "")], given.page)
    if given.alone:
        lines.append(jump)
    else:
        line += jump


def _signed(
    signatures: tuple[Signature, ...],
    desk: Desk,
    *,
    glyph: bool = False,
    compact: bool = False,
    marks: tuple[str, str] = ("", ""),
) -> list[tuple[str, Line]]:
    """For each role the blank before it and its cells; marks belong to the first and the last."""
    groups = desk.setting.house.signed(signatures, glyph=glyph, compact=compact)
    groups[0][1].insert(0, (marks[0], ""))
    groups[-1][1].append((marks[1], ""))
    return [
        (gap, desk.leaf(LeafKind.BYLINE, parts, signature))
        for signature, (gap, parts) in zip(signatures, groups, strict=True)
    ]


def _in_line(signed: list[tuple[str, Line]]) -> Line:
    """Roles one after another on one line."""
    return [cell for gap, group in signed for cell in (*blanks(gap.replace("\n", " ")), *group)]


def _bracketed(signatures: tuple[Signature, ...], desk: Desk) -> Line:
    """Bylines as they stand behind a dateline."""
    return _in_line(_signed(signatures, desk, compact=True, marks=("（", "）")))


def _starred(signatures: tuple[Signature, ...], desk: Desk) -> Line:
    """Bylines as they stand behind a body."""
    stars = desk.setting.house.stars
    marks = (stars, "）" if stars == "（" else stars)
    return _in_line(_signed(signatures, desk, marks=marks))


def _tail(tail: Tail, desk: Desk) -> Line:
    """A bracket of source and names after the body."""
    if tail.wire is None:
        return _bracketed(tail.signatures, desk)
    close = "" if tail.signatures else "）"
    line = desk.leaf(LeafKind.DATELINE, [("（", ""), *wire_parts(tail.wire), (close, "")], tail.wire)
    if tail.signatures:
        line += blanks(desk.rng.choice((" ", "  ")))
        line += _in_line(_signed(tail.signatures, desk, compact=True, marks=("", "）")))
    return line


def _caption(photo: Photo, glyph: str, desk: Desk) -> Line:
    """A caption with its credit."""
    parts: list[Part] = [(glyph, ""), (photo.text, "")]
    if photo.credit:
        outlet = photo.credit.outlet or (
            "本报" if desk.setting.house.outlet and photo.credit.role == "记者" else ""
        )
        parts += [(" ", ""), (outlet, "outlet" if outlet else ""), (photo.credit.role, "role"), (" ", "")]
        parts += [(photo.credit.names[0], "name"), (" 摄", "")]
    elif photo.stock:
        parts += [(" " if desk.setting.house.name_blank else "", ""), (photo.stock, "")]
    return desk.leaf(LeafKind.CAPTION, parts, photo.credit)


def _jump(kind: LeafKind, page: str, desk: Desk) -> Line:
    """A jump line to or from a page."""
    word = desk.rng.choice(("上接", "上接", "紧接") if kind is LeafKind.FROM else ("下转", "下转", "转"))
    chinese = page.isdigit() and len(page) == 1 and chance(desk.rng, 0.6)
    shown = f"第{_NUMERALS[int(page)]}版" if chinese else f"{desk.rng.choice(('', '第'))}{page}版"
    opener, closer = desk.rng.choice(
        (("（", "）"), ("（", "）"), ("（", "）"), ("【", "】"), ("▲", ""), ("(", ")"))
    )
    if opener == "▲" and kind is LeafKind.TO:
        opener = "▼"
    return desk.leaf(kind, [(opener, ""), (word, ""), (shown, ""), (closer, "")], page)

"""Articles from a file outside the project, cleaned into copies.

A JSON Lines file, plain or gzipped, one article a row with ``date``, ``page``, ``kicker``, ``title``,
``subtitle`` and ``paragraphs``. Subheads, credits and author notes are plain paragraphs in such rows,
so a row is taken only when each of its paragraphs can be told for what it is.
"""

from __future__ import annotations

import gzip
import json
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

import regex

from paperparse.model import BlockKind, BylineKind
from paperparse.testing.copies import Copy, Signature, Tail, Text, Wire

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from random import Random

__all__ = ["choose_articles", "copy_of_row", "read_pages"]

_SUBHEAD_WIDEST: Final = 25
_SUBHEAD_SHARE: Final = 0.34
_SHORTEST_BODY: Final = 60
_LONGEST_BODY: Final = 4200
_LONGEST_HEADLINE: Final = 44
_LONGEST_PAGE: Final = 9000
_ARTICLES: Final = (2, 8)
_MIXED_TOPICS: Final = 0.5

_NAME = r"[\p{Han}·]{2,12}"
_PLACE = r"[\p{Han}·—、]{0,16}?"
_WIRE = (
    rf"(?P<quoted>据)?(?P<outlet>本报|新华社|中新社)(?P<place>{_PLACE})"
    r"(?:(?P<month>\d{1,2})月)?(?:(?P<day>\d{1,2})日)?(?P<kind>电|讯)"
)
_OPENING = regex.compile(rf"{_WIRE}(?:\s*（(?P<by>[^（）]{{2,80}})）)?\s*(?=\S)")
_TAIL = regex.compile(rf"（(?:{_WIRE})?\s*(?P<by>(?:本报)?(?:记者|通讯员)[^（）]{{2,160}})?）")
_ROLES = {
    "记者": BylineKind.REPORTER,
    "本报记者": BylineKind.REPORTER,
    "通讯员": BylineKind.CORRESPONDENT,
    "实习生": BylineKind.INTERN,
}
_SIGNED = regex.compile(rf"(本报)?(记者|通讯员|实习生)\s*({_NAME}(?:、{_NAME})*)")
_LABEL = regex.compile(r"\s*[（(]([^（）()]{2,22})[）)]\s*$")
_CLOSED = regex.compile(r"[。！？…：；][”’』」）】》]*$|^.{40,}[”）]$")
_POINT = regex.compile(r"[■●◆▲]\s*(?=\S)")
_NOTE = regex.compile(r"（作者[^（）]+）|（[^（）]{2,8}[整综]理）")
_ODD = regex.compile(
    r"[见转接][^，。]{0,4}第.{1,3}版|本版|责编|制图|数据来源|资料来源|核心阅读|\xa0{3}|摄（|摄$|摄影|供图|^第.{1,3}条|^——"
    r"|[①-⑩].*[①-⑩]|\n|^\d+[.、]|^[（(][一二三四五六七八九十\d]+[）)]"
)


def read_pages(path: Path) -> tuple[tuple[Copy, ...], ...]:
    """The usable articles of a file, those of one date and page together.

    Args:
        path: A JSON Lines file, gzipped when its name ends in ``.gz``.

    Returns:
        One tuple of copies for each page that has any.
    """
    rows = sorted(_rows(path), key=lambda row: (str(row["date"]), int(row["page"]), int(row.get("no", 0))))
    pages: list[tuple[Copy, ...]] = []
    for _, members in groupby(rows, key=lambda row: (str(row["date"]), int(row["page"]))):
        copies = tuple(copy for copy in map(copy_of_row, members) if copy is not None)
        if copies:
            pages.append(copies)
    return tuple(pages)


def choose_articles(archive: Sequence[Sequence[Copy]] | None, rng: Random) -> list[Copy]:
    """Articles for one page: those of one real page, or of several.

    Args:
        archive: Articles by page, or None for sentences of our own.
        rng: The source of chance.

    Returns:
        One article or more, about as many as a page holds.
    """
    if archive is None:
        from paperparse.testing.writer import write_page  # noqa: PLC0415 - reads its word lists

        return write_page(rng.randint(*_ARTICLES), rng)
    chosen: list[Copy] = []
    wanted = rng.randint(*_ARTICLES)
    mixed = rng.random() < _MIXED_TOPICS
    while len(chosen) < wanted:
        page = list(rng.choice(archive))
        rng.shuffle(page)
        chosen += page[:1] if mixed else page
    size = 0
    kept: list[Copy] = []
    for copy in chosen[: max(wanted, 2)]:
        size += copy.size
        if kept and size > _LONGEST_PAGE:
            break
        kept.append(copy)
    return kept


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a file."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def copy_of_row(row: dict[str, Any]) -> Copy | None:
    """One row as a copy.

    Args:
        row: A row of the file.

    Returns:
        The copy, or None when the row holds matter whose part in the article is doubtful.

    Examples:
        >>> row = {"kicker": "", "title": "渡口重开（城事）", "subtitle": ""}
        >>> body = "本报济南5月2日电 （记者孙宁）渡口昨天重开。" + "两岸居民赶来乘船。" * 8
        >>> copy = copy_of_row({**row, "paragraphs": [body]})
        >>> copy.label, copy.wire.place, copy.bylines[0].names, copy.body[0].text[:6]
        (('城事',), '济南', ('孙宁',), '渡口昨天重开')
    """
    label, title = _label(_plain(row["title"]))
    kicker, sub = _plain(row["kicker"]), _plain(row["subtitle"])
    paragraphs = [text for text in map(_plain, row["paragraphs"]) if not _NOTE.fullmatch(text)]
    if not title or not paragraphs or not all(paragraphs) or any(map(_ODD.search, row["paragraphs"])):
        return None
    if max(map(len, (title, kicker, sub))) > _LONGEST_HEADLINE:
        return None
    tail = None
    points: list[str] = []
    while len(paragraphs) > 1 and _POINT.match(paragraphs[0]):
        points.append(_POINT.sub("", paragraphs.pop(0)).rstrip("。"))
    if any(map(_POINT.match, paragraphs)):
        return None
    if paragraphs[-1].startswith("（"):
        tail = _tail(paragraphs.pop())
        if tail is None or not paragraphs:
            return None
    wire, bylines, paragraphs[0] = _opening(paragraphs[0])
    if not paragraphs[0]:
        return None
    body = _body(paragraphs)
    copy = Copy(
        main=(title,),
        kicker=(kicker,) if kicker else (),
        sub=(sub,) if sub else (),
        label=(label,) if label else (),
        bylines=bylines,
        wire=wire,
        body=body,
        highlights=tuple(points),
        tail=tail,
    )
    return copy if _SHORTEST_BODY <= copy.size <= _LONGEST_BODY else None


def _plain(text: str) -> str:
    """A field with ordinary blanks, none at its ends."""
    return regex.sub(r"[\s\u3000]+", " ", text).strip()


def _label(title: str) -> tuple[str, str]:
    """A title parted from the column label it ends in."""
    found = _LABEL.search(title)
    return (found[1], title[: found.start()]) if found else ("", title)


def _opening(paragraph: str) -> tuple[Wire | None, tuple[Signature, ...], str]:
    """A first paragraph parted from its dateline and bracketed byline."""
    found = _OPENING.match(paragraph)
    if not found:
        return None, (), paragraph
    bylines = _signatures(found["by"] or "")
    if bylines is None:
        return None, (), ""
    return _wire(found), bylines, paragraph[found.end() :]


def _wire(found: regex.Match[str]) -> Wire:
    """The dateline that was found."""
    month, day = found["month"], found["day"]
    return Wire(
        outlet=found["outlet"],
        place=found["place"] or None,
        month=int(month) if month else None,
        day=int(day) if day else None,
        kind=found["kind"],
        quoted=bool(found["quoted"]),
    )


def _signatures(text: str) -> tuple[Signature, ...] | None:
    """The people named in a bracket, or None when it says anything else."""
    found: list[Signature] = []
    at = 0
    while at < len(text):
        match = _SIGNED.match(text, at)
        if not match:
            return None
        names = tuple(match[3].split("、"))
        if any(len(name) > 4 and "·" not in name for name in names):  # noqa: PLR2004 - Han names are shorter
            return None
        found.append(Signature(match[2], _ROLES[match[2]], names, match[1]))
        at = match.end()
        while at < len(text) and text[at] in " 、，":
            at += 1
    return tuple(found)


def _tail(paragraph: str) -> Tail | None:
    """A last paragraph that says who sent it, or None when it says anything else."""
    found = _TAIL.fullmatch(paragraph)
    if not found:
        return None
    signed = _signatures(found["by"] or "")
    if signed is None:
        return None
    return Tail(_wire(found) if found["outlet"] else None, signed)


def _body(paragraphs: list[str]) -> tuple[Text, ...]:
    """Paragraphs told from subheads; empty when the row is a list, a poem or a document."""
    kinds = [BlockKind.PARAGRAPH if _CLOSED.search(text) else BlockKind.SUBHEAD for text in paragraphs]
    for kind, text in zip(kinds, paragraphs, strict=True):
        if kind is BlockKind.SUBHEAD and (len(text) <= 2 or text.endswith("——")):  # noqa: PLR2004 - a stray word
            return ()
    inner = [
        at
        for at, kind in enumerate(kinds)
        if kind is BlockKind.SUBHEAD
        and 0 < at < len(kinds) - 1
        and len(paragraphs[at]) <= _SUBHEAD_WIDEST
        and kinds[at - 1] is kinds[at + 1] is BlockKind.PARAGRAPH
    ]
    subheads = sum(kind is BlockKind.SUBHEAD for kind in kinds)
    if len(inner) != subheads or subheads > len(kinds) * _SUBHEAD_SHARE:
        return ()
    return tuple(Text(kind, text) for kind, text in zip(kinds, paragraphs, strict=True))

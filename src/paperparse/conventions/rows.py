"""The schema of a convention row, and the check that holds a TOML table against it."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Final

import attrs
from attrs import frozen

from paperparse.errors import ConventionError
from paperparse.model import BylineKind, FurnitureKind

__all__ = ["Mark", "Row", "read_row"]


class Mark(StrEnum):
    """What a row describes. The value is also the name of the part that other patterns build on."""

    ADVERT = "advert"
    """What an advertisement or a public notice opens with."""
    AUTHOR_NOTE = "author-note"
    """A note in brackets on who the author is, which names nobody to be signed: （作者为…）."""
    AUTHOR_TITLE = "author-title"
    """What somebody is who signs without writing for a paper: 律师, 读者, 主任医师."""
    BYLINE_ACTION = "byline-action"
    """What somebody did, printed after the names: 报道, 整理, 文/图."""
    BYLINE_COLLECTIVE = "byline-collective"
    """A role that signs without a name: 本报评论员, 编辑部."""
    BYLINE_DENIAL = "byline-denial"
    """What after a role says that it is none: the 会 of 记者会."""
    BYLINE_LEAD = "byline-lead"
    """A word before the names, parted from them by a sign: 文/, 制图：."""
    BYLINE_OUTLET = "byline-outlet"
    """A paper, agency or station people write for."""
    BYLINE_QUALIFIER = "byline-qualifier"
    """What stands before a role and ranks or places it: 首席, 驻京."""
    BYLINE_ROLE = "byline-role"
    """A role somebody signs in: 记者, 通讯员."""
    BYLINE_SHAPE = "byline-shape"
    """How roles, outlets and names are put together."""
    BYLINE_TRAILER = "byline-trailer"
    """A word after the names that is their role: 摄, 供图."""
    CAPTION_OPENER = "caption-opener"
    """A glyph or word that opens a caption."""
    CONFUSION = "confusion"
    """What an OCR engine makes of a glyph or word of a mark."""
    CONTACT = "contact"
    """A telephone number, address, post code or site of the paper."""
    CREDIT = "credit"
    """A credit of a picture that names no person: 本报资料照片."""
    CREDIT_SOURCE = "credit-source"
    """Who a picture was supplied by: （影像中国）, 受访者供图."""
    DATE = "date"
    """The day the paper came out, solar or lunar."""
    DATELINE_DENIAL = "dateline-denial"
    """What says that words like a dateline are none."""
    DATELINE_KIND = "dateline-kind"
    """What closes a dateline: 讯, 电, 专电."""
    DATELINE_OUTLET = "dateline-outlet"
    """Who the report of a dateline is by: 本报, 新华社."""
    DATELINE_SHAPE = "dateline-shape"
    """How outlet, place, day and kind are put together."""
    FIGURE = "figure"
    """Words that point to a picture: 图为, 上图."""
    FOLIO = "folio"
    """A page number."""
    GLYPH = "glyph"
    """A glyph that leads a line."""
    HIGHLIGHT_OPENER = "highlight-opener"
    """A glyph that opens a key point."""
    JUMP = "jump"
    """Where an article goes on, or comes from."""
    MASTHEAD = "masthead"
    """The name plate of the paper and what stands about it."""
    MISREADING = "misreading"
    """A character of a mark that an OCR engine takes for another: 木报 for 本报."""
    NAME_DENIAL = "name-denial"
    """Words that look like names and are none."""
    NAME_WORD = "name-word"
    """Such words by which people are called as well, where a role says that a name follows: 记者 高原."""
    NOTICE = "notice"
    """A line to readers that is known only where it stands alone: 更多新闻，请扫描二维码."""
    PLACE_NAME = "place-name"
    """A place reports come from: 北京, 台北."""
    RUNNING_HEAD = "running-head"
    """What counts only in a row of lines at a page's edge that hold nothing else: a title no table knows."""
    SECTION = "section"
    """The name of a section of the paper."""
    SEE_ALSO = "see-also"
    """A line that points to another article: 相关报道见第四版."""
    SIGNATURE = "signature"
    """How people sign whom no role tells: 清河县五区 王小明."""
    STAFF = "staff"
    """Who made the page: 责编, 美编, 校对."""
    STAFF_ROLE = "staff-role"
    """A role in such a line."""


_BYLINE_KINDS: Final = frozenset(kind.value for kind in BylineKind)
_FURNITURE_KINDS: Final = frozenset(kind.value for kind in FurnitureKind)
_KINDS: Final = {
    Mark.BYLINE_COLLECTIVE: _BYLINE_KINDS,
    Mark.BYLINE_LEAD: _BYLINE_KINDS,
    Mark.BYLINE_ROLE: _BYLINE_KINDS,
    Mark.BYLINE_TRAILER: _BYLINE_KINDS,
    Mark.FOLIO: frozenset({"alone", "beside"}),
    Mark.JUMP: frozenset({"from", "to"}),
    Mark.NOTICE: _FURNITURE_KINDS,
    Mark.RUNNING_HEAD: _FURNITURE_KINDS,
    Mark.STAFF_ROLE: frozenset({"alone", "beside"}),
}
"""The kinds a row of a mark must choose from; rows of other marks have no kind."""


@frozen
class Row:
    """One thing papers print.

    Attributes:
        id: Unique over all tables loaded together.
        mark: What it describes.
        words: Literal words; blanks set between their characters are allowed for.
        pattern: A regular expression over folded text, built from ``{parts}``. Either this or ``words``.
        kind: For roles the :class:`~paperparse.BylineKind`, for jump lines ``from`` or ``to``, for running
            heads and notices the :class:`~paperparse.FurnitureKind`, for folios and staff roles whether they
            are known ``alone`` or only ``beside`` another piece, else empty.
        examples: Print the row reads whole; at least one.
        counterexamples: Print the row must not read whole.
        source: Where it was seen: the paper and the year.
        file: The table it stands in.
    """

    id: str
    mark: Mark
    words: tuple[str, ...]
    pattern: str
    kind: str
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]
    source: str
    file: str


_KEYS: Final = frozenset(field.name for field in attrs.fields(Row)) - {"file"}


def read_row(file: str, index: int, raw: object) -> Row:
    """Check one ``[[row]]`` of a table.

    Args:
        file: The table, for messages.
        index: The row's 0-based position, its name until an id is read.
        raw: What TOML gave.

    Returns:
        The row.

    Raises:
        ConventionError: The row is not of the schema.
    """
    if not isinstance(raw, dict):
        raise ConventionError(file, str(index), "is no table")
    name = raw.get("id")
    row = name if isinstance(name, str) and name else str(index)
    if row != name:
        raise ConventionError(file, row, "has no id")
    unknown = sorted(set(raw) - _KEYS)
    if unknown:
        raise ConventionError(file, row, f"unknown key {unknown[0]!r}; known are {', '.join(sorted(_KEYS))}")
    try:
        mark = Mark(_text(file, row, raw, "mark"))
    except ValueError as fault:
        if isinstance(fault, ConventionError):
            raise
        known = ", ".join(sorted(Mark))
        raise ConventionError(file, row, f"unknown mark {raw['mark']!r}; known are {known}") from None
    result = Row(
        id=row,
        mark=mark,
        words=_texts(file, row, raw, "words"),
        pattern=_text(file, row, raw, "pattern", needed=False),
        kind=_text(file, row, raw, "kind", needed=False),
        examples=_texts(file, row, raw, "examples"),
        counterexamples=_texts(file, row, raw, "counterexamples"),
        source=_text(file, row, raw, "source"),
        file=file,
    )
    _check(result)
    return result


def _check(row: Row) -> None:
    """Refuse what is of the right types and still means nothing."""
    if bool(row.words) == bool(row.pattern):
        raise ConventionError(row.file, row.id, "needs either words or a pattern")
    if not row.examples:
        raise ConventionError(row.file, row.id, "has no example")
    known = _KINDS.get(row.mark)
    if known is None and row.kind:
        raise ConventionError(row.file, row.id, f"rows of {row.mark.value!r} have no kind")
    if known is not None and row.kind not in known:
        problem = f"unknown kind {row.kind!r}; known are {', '.join(sorted(known))}"
        raise ConventionError(row.file, row.id, problem)


def _text(file: str, row: str, raw: dict[str, Any], key: str, *, needed: bool = True) -> str:
    """A string of a row; empty when it may be left out and is."""
    value = raw.get(key, "")
    if not isinstance(value, str):
        raise ConventionError(file, row, f"{key} is no string")
    if needed and not value.strip():
        raise ConventionError(file, row, f"has no {key}")
    return value


def _texts(file: str, row: str, raw: dict[str, Any], key: str) -> tuple[str, ...]:
    """A list of non-empty strings of a row."""
    value = raw.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
        raise ConventionError(file, row, f"{key} is no list of non-empty strings")
    return tuple(value)

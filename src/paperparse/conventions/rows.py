"""The schema of a convention row, and the check that holds a TOML table against it."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Final

import attrs
from attrs import frozen

from paperparse.errors import ConventionError
from paperparse.model import BylineKind

__all__ = ["Mark", "Row", "read_row"]


class Mark(StrEnum):
    """What a row describes. The value is also the name of the part that other patterns build on."""

    ADVERT = "advert"
    AUTHOR_NOTE = "author-note"
    BYLINE_ACTION = "byline-action"
    BYLINE_COLLECTIVE = "byline-collective"
    BYLINE_DENIAL = "byline-denial"
    BYLINE_LEAD = "byline-lead"
    BYLINE_OUTLET = "byline-outlet"
    BYLINE_QUALIFIER = "byline-qualifier"
    BYLINE_ROLE = "byline-role"
    BYLINE_SHAPE = "byline-shape"
    BYLINE_TRAILER = "byline-trailer"
    CAPTION_OPENER = "caption-opener"
    CONFUSION = "confusion"
    CONTACT = "contact"
    CREDIT = "credit"
    CREDIT_SOURCE = "credit-source"
    DATE = "date"
    DATELINE_DENIAL = "dateline-denial"
    DATELINE_KIND = "dateline-kind"
    DATELINE_OUTLET = "dateline-outlet"
    DATELINE_SHAPE = "dateline-shape"
    FIGURE = "figure"
    FOLIO = "folio"
    GLYPH = "glyph"
    HIGHLIGHT_OPENER = "highlight-opener"
    JUMP = "jump"
    MASTHEAD = "masthead"
    MISREADING = "misreading"
    NAME_DENIAL = "name-denial"
    PLACE_NAME = "place-name"
    SECTION = "section"
    SEE_ALSO = "see-also"
    STAFF = "staff"
    STAFF_ROLE = "staff-role"


_BYLINE_KINDS: Final = frozenset(kind.value for kind in BylineKind)
_KINDS: Final = {
    Mark.BYLINE_COLLECTIVE: _BYLINE_KINDS,
    Mark.BYLINE_LEAD: _BYLINE_KINDS,
    Mark.BYLINE_ROLE: _BYLINE_KINDS,
    Mark.BYLINE_TRAILER: _BYLINE_KINDS,
    Mark.FOLIO: frozenset({"alone", "beside"}),
    Mark.JUMP: frozenset({"from", "to"}),
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
        kind: For roles the :class:`~paperparse.BylineKind`, for jump lines ``from`` or ``to``, for folios
            and staff roles whether they are known ``alone`` or only ``beside`` another piece, else empty.
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

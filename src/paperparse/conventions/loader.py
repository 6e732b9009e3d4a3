"""From TOML to tables: find the files, follow what they extend, check every row, compile every pattern.

Every fault names its file and row. Nothing is read before a text asks for it, and each set of tables once.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from attrs import evolve

from paperparse.conventions.guard import Anchor, Guarded, Suspect
from paperparse.conventions.parts import Parts
from paperparse.conventions.rows import Mark, Row, read_row
from paperparse.conventions.sources import SCHEMA, beside, find, stamps
from paperparse.conventions.spelling import spell
from paperparse.conventions.tables import (
    Surnames,
    Tables,
    check_pattern,
    compile_anchor,
    expand,
    log_shares,
)
from paperparse.conventions.trial import suspects_of, try_hostile, try_row
from paperparse.errors import ConventionError
from paperparse.shipped import read_table
from paperparse.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from paperparse.conventions.guard import Search

__all__ = ["load"]

FAMILIES: Final = frozenset({"byline", "credit", "dateline", "furniture", "jump"})
"""What anchors may be given for."""
_HEAD: Final = frozenset({"schema", "title", "extends", "parts", "anchors", "row"})
_SURNAMES: Final = "surnames.toml"
_WORD: Final = r"(?:[^\\\[\](){}.*+?|^$\s](?: \*)?)+"
_PLAIN: Final = re.compile(rf"{_WORD}(?:\|{_WORD})*")
"""An anchor that is nothing but words with blanks allowed between their characters."""
_ANCHORED: Final[Mapping[Mark, tuple[str, ...]]] = {
    Mark.BYLINE_COLLECTIVE: ("byline",),
    Mark.BYLINE_LEAD: ("byline", "credit"),
    Mark.BYLINE_ROLE: ("byline",),
    Mark.BYLINE_TRAILER: ("byline", "credit"),
    Mark.CREDIT: ("credit",),
    Mark.CREDIT_SOURCE: ("credit",),
    Mark.DATELINE_KIND: ("dateline",),
    Mark.FIGURE: ("credit",),
    Mark.MASTHEAD: ("furniture",),
}
"""Marks without which there is none of a family: a user's words for them are anchors without a word said.
Section names and staff roles are a part of our anchor of furniture."""


def load(names: tuple[str, ...]) -> Tables:
    """Load convention tables.

    Args:
        names: Names of tables of this package (``"all"``, ``"mainland"``) or of an installed package that
            offers one, or paths of TOML files of the same schema (anything that ends in ``.toml``). Later
            tables add to earlier ones; a path that a file extends is seen from its folder.

    Returns:
        The tables, checked. Examples in tables of this package are run by its tests, those of others here.

    Raises:
        ConventionError: A table is missing or broken; the message names the file and the row.

    Examples:
        >>> tables = load(("mainland",))
        >>> tables.of(Mark.BYLINE_ROLE)[0].kind
        'reporter'
    """
    return _load(names, stamps(names))


@lru_cache(maxsize=8)
def _load(names: tuple[str, ...], _stamps: object) -> Tables:
    """Load tables, once for each state of their files."""
    documents = _documents(names)
    rows = _rows(documents)
    parts = _parts(documents, rows)
    foreign = [row for row in rows if not documents[row.file].shipped]
    suspects = _suspects(foreign, parts)
    return Tables(names, rows, parts, _anchors(documents, parts, foreign), _surnames(), suspects)


class _Document(NamedTuple):
    """One table as TOML gives it."""

    content: dict[str, Any]
    shipped: bool


def _documents(names: tuple[str, ...]) -> dict[str, _Document]:
    """The tables asked for, each after what it extends, each once."""
    found: dict[str, _Document] = {}
    waiting: list[str] = []

    def visit(name: str, asked_by: str) -> None:
        if name in found:
            return
        if name in waiting:
            raise ConventionError(asked_by, None, f"extends {name}, which extends it")
        source = find(name)
        document = _Document(source.read(), source.shipped)
        _check_head(name, document.content)
        waiting.append(name)
        for base in _list(name, document.content, "extends"):
            visit(beside(base, source.file), name)
        waiting.pop()
        found[name] = document

    for name in names:
        visit(name, name)
    return found


def _check_head(name: str, content: dict[str, Any]) -> None:
    """Refuse a document that is none of ours."""
    unknown = sorted(set(content) - _HEAD)
    if unknown:
        raise ConventionError(name, None, f"unknown key {unknown[0]!r}; known are {', '.join(sorted(_HEAD))}")
    if content.get("schema") != SCHEMA:
        raise ConventionError(name, None, f"schema is {content.get('schema')!r}, not {SCHEMA!r}")


def _rows(documents: Mapping[str, _Document]) -> tuple[Row, ...]:
    """The rows of all tables, no id twice, their words folded for matching."""
    rows: dict[str, Row] = {}
    for file, document in documents.items():
        raw_rows = document.content.get("row", [])
        if not isinstance(raw_rows, list):
            raise ConventionError(file, None, "row is no array of tables")
        for index, raw in enumerate(raw_rows):
            row = read_row(file, index, raw)
            if row.id in rows:
                raise ConventionError(file, row.id, f"the id is taken by a row of {rows[row.id].file}")
            rows[row.id] = row
    return _folded(tuple(rows.values()))


def _folded(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Rows with their words folded, all at once, for each call of the folding costs more than a word does."""
    words = fold("\n".join(" ".join(word.splitlines()) for row in rows for word in row.words)).split("\n")
    ends = accumulate(len(row.words) for row in rows)
    return tuple(
        evolve(row, words=tuple(words[end - len(row.words) : end])) if row.words else row
        for row, end in zip(rows, ends, strict=True)
    )


def _parts(documents: Mapping[str, _Document], rows: tuple[Row, ...]) -> Mapping[str, str]:
    """The named parts, those of tables and those of marks."""
    parts = Parts(rows)
    for file, document in documents.items():
        for name, value in _strings(file, document.content, "parts").items():
            if name in parts:
                raise ConventionError(file, None, f"the part {{{name}}} is defined twice or is a mark")
            if not document.shipped:
                _check_folded(file, None, value)
            parts.add(name, value)
    _check_patterns(documents, rows, parts)
    return parts


def _check_patterns(
    documents: Mapping[str, _Document], rows: tuple[Row, ...], parts: Mapping[str, str]
) -> None:
    """See that every pattern could match folded text, compiles and names known parts only.

    Those of this package are seen to by its tests, so that nobody waits for it who reads a page.
    """
    for row in rows:
        if row.pattern and not documents[row.file].shipped:
            _check_folded(row.file, row.id, row.pattern)
            check_pattern(row.file, row.id, row.pattern, parts)
            # here, or a part of ours that is made of rows like it would be blamed
            expand(row.file, row.id, row.pattern, parts)
    for file, document in documents.items():
        for value in () if document.shipped else _strings(file, document.content, "parts").values():
            check_pattern(file, None, value, parts)
            expand(file, None, value, parts)


def _anchors(
    documents: Mapping[str, _Document], parts: Mapping[str, str], foreign: Sequence[Row]
) -> Mapping[str, Search]:
    """The anchors of each family, those of later tables added to those of earlier ones."""
    words: dict[str, list[str]] = {}
    others: dict[str, list[Guarded]] = {}
    examples = [text for row in foreign for text in row.examples]
    for file, document in documents.items():
        for name, value in _strings(file, document.content, "anchors").items():
            families = name.split()
            if not families or not set(families) <= FAMILIES:
                raise ConventionError(file, None, f"anchors of an unknown family: {name!r}")
            if not document.shipped:
                _check_folded(file, None, value)
                check_pattern(file, None, value, parts)
            source = expand(file, None, value, parts)
            if document.shipped or _PLAIN.fullmatch(source):
                for family in families:
                    words.setdefault(family, []).append(source)
                continue
            suspect = Suspect(file, None, compile_anchor(file, source))
            try_hostile(suspect, examples)
            for family in families:
                others.setdefault(family, []).append(Guarded(suspect.pattern, (suspect,)))
    for row in foreign:
        for family in _ANCHORED.get(row.mark, ()):
            words.setdefault(family, []).extend(map(spell, row.words))
    return MappingProxyType(
        {
            family: _anchor(" + ".join(documents), words.get(family, []), tuple(others.get(family, ())))
            for family in sorted(words.keys() | others.keys())
        }
    )


def _anchor(files: str, words: Sequence[str], others: tuple[Guarded, ...]) -> Search:
    """One family's anchor."""
    try:
        # the standard engine: anchors are plain words, and it skips over other text the fastest
        pattern = re.compile("|".join(words) or "(?!)", re.MULTILINE)
    except re.error as fault:
        raise ConventionError(files, None, f"an anchor does not compile: {fault}") from None
    return Anchor(pattern, others) if others else pattern


def _suspects(foreign: Sequence[Row], parts: Mapping[str, str]) -> tuple[Suspect, ...]:
    """The patterns of tables that are not ours, each tried before it meets a page."""
    suspects: list[Suspect] = []
    for row in foreign:
        try_row(row, parts)
        if row.pattern:
            pieces = suspects_of(row, parts)
            for piece in pieces:
                try_hostile(piece, row.examples)
            suspects.extend(pieces)
    return tuple(suspects)


@lru_cache(maxsize=1)
def _surnames() -> Surnames:
    """The surname table, as logarithms."""
    try:
        document = read_table("conventions", "surnames")
        surnames = {
            name: tier["per_million"] for tier in document["surname"] for name in tier["names"].split()
        }
        given = {char: tier["per_million"] for tier in document["given"] for char in tier["names"]}
        usual = log_shares({"": document["usual_per_million"]})[""]
        transcribed = frozenset("".join(document["transcribed"].split()))
    except (ValueError, KeyError, TypeError, AttributeError) as fault:
        raise ConventionError(_SURNAMES, None, f"is broken: {fault!r}") from None
    weights, shares = MappingProxyType(log_shares(surnames)), MappingProxyType(log_shares(given))
    return Surnames(weights, shares, usual, transcribed)


def _check_folded(file: str, row: str | None, pattern: str) -> None:
    """Refuse a pattern that could never match, because text is folded before it is read."""
    folded = fold(pattern)
    if folded != pattern:
        at = next(i for i, (a, b) in enumerate(zip(pattern, folded, strict=True)) if a != b)
        problem = (
            f"the pattern is not written for folded text: {pattern[at]!r} would be read as {folded[at]!r}"
        )
        raise ConventionError(file, row, problem)


def _strings(file: str, document: dict[str, Any], key: str) -> dict[str, str]:
    """A table of strings."""
    value = document.get(key, {})
    if not isinstance(value, dict) or not all(isinstance(item, str) for item in value.values()):
        raise ConventionError(file, None, f"{key} is no table of strings")
    return value


def _list(file: str, document: dict[str, Any], key: str) -> list[str]:
    """A list of strings."""
    value = document.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ConventionError(file, None, f"{key} is no list of strings")
    return value

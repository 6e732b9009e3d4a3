"""From TOML to tables: find the files, follow what they extend, check every row, compile every pattern.

Every fault names its file and row. Nothing is read before a text asks for it, and each set of tables once.
"""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from attrs import evolve

from paperparse.conventions.rows import Mark, Row, read_row
from paperparse.conventions.tables import Surnames, Tables, check_pattern, expand, log_shares, spell
from paperparse.errors import ConventionError
from paperparse.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["load"]

SCHEMA: Final = "paperparse-conventions/1"
FAMILIES: Final = frozenset({"byline", "credit", "dateline", "furniture", "jump"})
"""What anchors may be given for."""
_ANCHORED: Final = MappingProxyType(
    {
        Mark.BYLINE_ACTION: "byline",
        Mark.BYLINE_COLLECTIVE: "byline",
        Mark.BYLINE_ROLE: "byline",
        Mark.DATELINE_KIND: "dateline",
        Mark.STAFF_ROLE: "furniture",
    }
)
"""The marks whose words anchor their family when a table gives no anchors of its own. Outlets are left out:
they never stand without one of these, and every word more is looked for on every page."""
_HEAD: Final = frozenset({"schema", "title", "extends", "parts", "anchors", "row"})
_SURNAMES: Final = "surnames.toml"


def load(names: tuple[str, ...]) -> Tables:
    """Load convention tables.

    Args:
        names: Names of tables of this package (``"mainland"``) or paths of TOML files of the same schema
            (anything that ends in ``.toml``). Later tables add to earlier ones.

    Returns:
        The tables, checked and compiled, every example still to be run by whoever tests them.

    Raises:
        ConventionError: A table is missing or broken; the message names the file and the row.

    Examples:
        >>> tables = load(("mainland",))
        >>> tables.of(Mark.BYLINE_ROLE)[0].kind
        'reporter'
    """
    return _load(names, tuple(map(_stamp, names)))


def _stamp(name: str) -> tuple[str, int, int] | None:
    """Which file a path means now and how it stands, so that an edited table is read again."""
    if not name.endswith(".toml"):
        return None
    path = Path(name).resolve()
    try:
        stat = path.stat()
    except OSError:
        return None
    return str(path), stat.st_mtime_ns, stat.st_size


@lru_cache(maxsize=8)
def _load(names: tuple[str, ...], _stamps: tuple[tuple[str, int, int] | None, ...]) -> Tables:
    """Load tables, once for each state of their files."""
    documents = _documents(names)
    rows = _rows(documents)
    parts = _parts(documents, rows)
    for row in rows:
        if row.pattern:
            _check_folded(row.file, row.id, row.pattern)
            check_pattern(row.file, row.id, row.pattern, parts)
    return Tables(names, rows, parts, _anchors(documents, rows, parts), _surnames())


def _documents(names: tuple[str, ...]) -> dict[str, dict[str, Any]]:
    """The tables asked for, each after what it extends, each once."""
    found: dict[str, dict[str, Any]] = {}
    waiting: list[str] = []

    def visit(name: str, asked_by: str) -> None:
        if name in found:
            return
        if name in waiting:
            raise ConventionError(asked_by, None, f"extends {name}, which extends it")
        document = _read(name)
        waiting.append(name)
        for base in _list(name, document, "extends"):
            visit(base, name)
        waiting.pop()
        found[name] = document

    for name in names:
        visit(name, name)
    return found


def _read(name: str) -> dict[str, Any]:
    """One TOML document, its head checked."""
    if name.endswith(".toml"):
        source = Path(name)
        known = source.is_file()
    else:
        resource = files("paperparse.conventions").joinpath(f"{name}.toml")
        known = name.replace("-", "").isalnum() and name != "surnames" and resource.is_file()
    if not known:
        raise ConventionError(name, None, "no such convention table")
    try:
        text = (
            source.read_text(encoding="utf-8")
            if name.endswith(".toml")
            else resource.read_text(encoding="utf-8")
        )
        document = tomllib.loads(text)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise ConventionError(name, None, f"cannot be read as TOML: {fault}") from None
    unknown = sorted(set(document) - _HEAD)
    if unknown:
        raise ConventionError(name, None, f"unknown key {unknown[0]!r}; known are {', '.join(sorted(_HEAD))}")
    if document.get("schema") != SCHEMA:
        raise ConventionError(name, None, f"schema is {document.get('schema')!r}, not {SCHEMA!r}")
    return document


def _rows(documents: Mapping[str, dict[str, Any]]) -> tuple[Row, ...]:
    """The rows of all tables, no id twice, their words folded for matching."""
    rows: dict[str, Row] = {}
    for file, document in documents.items():
        raw_rows = document.get("row", [])
        if not isinstance(raw_rows, list):
            raise ConventionError(file, None, "row is no array of tables")
        for index, raw in enumerate(raw_rows):
            row = read_row(file, index, raw)
            if row.id in rows:
                raise ConventionError(file, row.id, f"the id is taken by a row of {rows[row.id].file}")
            rows[row.id] = evolve(row, words=tuple(fold(word) for word in row.words))
    return tuple(rows.values())


def _parts(documents: Mapping[str, dict[str, Any]], rows: tuple[Row, ...]) -> Mapping[str, str]:
    """The named parts; for every mark what its rows match, longest words first, and its words alone."""
    parts: dict[str, str] = {}
    words: dict[str, set[str]] = {mark.value: set() for mark in Mark}
    patterns: dict[str, list[str]] = {mark.value: [] for mark in Mark}
    for row in rows:
        words[row.mark.value].update(row.words)
        if row.pattern:
            patterns[row.mark.value].append(row.pattern)
    for name, known in words.items():
        literal = [spell(word) for word in sorted(known, key=lambda word: (-len(word), word))]
        # a mark without rows matches nothing
        parts[f"{name}-words"] = "|".join(literal) or "(?!)"
        parts[name] = "|".join((*patterns[name], *literal)) or "(?!)"
    for file, document in documents.items():
        for name, value in _strings(file, document, "parts").items():
            if name in parts:
                raise ConventionError(file, None, f"the part {{{name}}} is defined twice or is a mark")
            _check_folded(file, None, value)
            parts[name] = value
    for file, document in documents.items():
        for value in _strings(file, document, "parts").values():
            check_pattern(file, None, value, parts)
            expand(file, None, value, parts)
    return MappingProxyType(parts)


def _anchors(
    documents: Mapping[str, dict[str, Any]], rows: tuple[Row, ...], parts: Mapping[str, str]
) -> Mapping[str, re.Pattern[str]]:
    """The anchors of each family, those of later tables added to those of earlier ones."""
    sources: dict[str, list[str]] = {}
    bare = {file for file, document in documents.items() if not document.get("anchors")}
    for row in rows:
        if row.file in bare and row.mark in _ANCHORED:
            sources.setdefault(_ANCHORED[row.mark], []).extend(map(spell, row.words))
    for file, document in documents.items():
        for name, value in _strings(file, document, "anchors").items():
            unknown = set(name.split()) - FAMILIES
            if unknown or not name.split():
                raise ConventionError(file, None, f"anchors of an unknown family: {name!r}")
            _check_folded(file, None, value)
            check_pattern(file, None, value, parts)
            for family in name.split():
                sources.setdefault(family, []).append(expand(file, None, value, parts))
    try:
        # the standard engine: anchors are plain words, and it skips over other text the fastest
        return MappingProxyType(
            {name: re.compile("|".join(found), re.MULTILINE) for name, found in sources.items()}
        )
    except re.error as fault:
        raise ConventionError(" + ".join(documents), None, f"an anchor does not compile: {fault}") from None


@lru_cache(maxsize=1)
def _surnames() -> Surnames:
    """The surname table, as logarithms."""
    try:
        text = files("paperparse.conventions").joinpath(_SURNAMES).read_text(encoding="utf-8")
        document = tomllib.loads(text)
        surnames = {
            name: tier["per_million"] for tier in document["surname"] for name in tier["names"].split()
        }
        given = {char: tier["per_million"] for tier in document["given"] for char in tier["names"]}
        usual = log_shares({"": document["usual_per_million"]})[""]
    except (tomllib.TOMLDecodeError, KeyError, TypeError, AttributeError) as fault:
        raise ConventionError(_SURNAMES, None, f"is broken: {fault!r}") from None
    return Surnames(MappingProxyType(log_shares(surnames)), MappingProxyType(log_shares(given)), usual)


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

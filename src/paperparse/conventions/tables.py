"""Tables ready for use: rows by mark, patterns built from their parts and compiled, surnames counted."""

from __future__ import annotations

import math
import re
from functools import partial
from typing import TYPE_CHECKING, Final, cast

from attrs import field, frozen

from paperparse.conventions.dissect import PART, alternatives
from paperparse.conventions.engine import PatternError, compile_fast, compile_slow
from paperparse.conventions.guard import Guarded
from paperparse.conventions.narrow import Narrowed
from paperparse.conventions.needs import UnlikeError
from paperparse.conventions.spelling import spell
from paperparse.conventions.vocabulary import Lexicon
from paperparse.errors import ConventionError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import regex

    from paperparse.conventions.guard import Search, Suspect
    from paperparse.conventions.rows import Mark, Row

__all__ = ["Surnames", "Tables", "expand"]

_DEPTH: Final = 12
"""Parts within parts; more is a part that names itself."""
_LONGEST: Final = 400_000
"""Characters of a pattern with all parts in their places: a hundred times the longest of this package. Parts
that name each other several times over grow beyond any memory before they are that deep."""


@frozen(eq=False)
class Surnames:
    """How often surnames and characters of given names are met.

    Attributes:
        weights: Log-probability of every surname known, of one or two characters.
        given: Log-probability of a character within a given name, where it is not the usual one.
        usual: Log-probability of a character not in ``given``.
        transcribed: Characters by which names of other languages are written without a dot.
    """

    weights: Mapping[str, float]
    given: Mapping[str, float]
    usual: float
    transcribed: frozenset[str] = frozenset()


@frozen(eq=False)
class Tables:
    """The convention tables of one set of names, checked; never changed after loading.

    Attributes:
        names: What was asked for.
        rows: Every row, in the order of the tables.
        parts: Named parts of patterns, not expanded; every mark with rows is also a part.
        anchors: For each family of marks the pattern without which none of it can stand in a text.
        surnames: For parting names printed without a gap.
        suspects: The patterns of tables that are not of this package; while there are any, all patterns run
            under a time limit.
    """

    names: tuple[str, ...]
    rows: tuple[Row, ...] = field(repr=False)
    parts: Mapping[str, str] = field(repr=False)
    anchors: Mapping[str, Search] = field(repr=False)
    surnames: Surnames = field(repr=False)
    suspects: tuple[Suspect, ...] = field(default=(), repr=False)
    _lexicon: Lexicon = field(init=False, repr=False)

    @_lexicon.default
    def _read_lexicon(self) -> Lexicon:
        return Lexicon(self.rows, self.parts)

    def of(self, mark: Mark) -> tuple[Row, ...]:
        """The rows of a mark, in the order of the tables."""
        return tuple(row for row in self.rows if row.mark is mark)

    def compiled(self, mark: Mark) -> tuple[tuple[Row, regex.Pattern[str]], ...]:
        """The rows of a mark with their patterns compiled; readers do this once and keep it."""
        return tuple((row, self._ready(row.file, row.id, source_of(row))) for row in self.of(mark))

    def words(self, mark: Mark) -> frozenset[str]:
        """Every literal word of a mark."""
        return frozenset(word for row in self.rows if row.mark is mark for word in row.words)

    def build(self, pattern: str, *, scans: bool = False) -> regex.Pattern[str]:
        """Compile a pattern of this package that names parts of the tables.

        Args:
            pattern: A regular expression with ``{parts}``.
            scans: Whether it is looked for in whole pages, where it seldom stands: ``regex`` skips what it
                cannot begin with.

        Returns:
            The compiled pattern.

        Raises:
            ConventionError: A part is unknown or the whole does not compile.
        """
        return self._ready(" + ".join(self.names), None, pattern, scans=scans)

    def split(self, part: str) -> tuple[str, ...]:
        """The alternatives of a part of this package.

        A search for each of them skips what it cannot begin with, which one for all of them cannot.

        Args:
            part: Its name.

        Returns:
            Their patterns, in order.
        """
        return alternatives(self.parts[part])

    def signs(self, pattern: str) -> tuple[frozenset[str], ...]:
        """What to look at before a pattern is run.

        Args:
            pattern: A regular expression with ``{parts}``.

        Returns:
            Sets of characters, of each of which one must stand in a text that it may match in.
        """
        try:
            return self._lexicon.signs(pattern)
        except UnlikeError:  # someone else's
            return ()

    def _ready(self, file: str, row: str | None, pattern: str, *, scans: bool = False) -> regex.Pattern[str]:
        """A pattern ready to read with: fast, or under a time limit if someone else's may be in it."""
        if scans:
            return self._compiled(file, row, expand(file, row, pattern, self.parts), scans=True, plain=False)
        self._check(file, row, pattern, set())
        # it has the methods the readers call, and they need not know the difference
        return cast(
            "regex.Pattern[str]", Narrowed(pattern, self._lexicon, partial(self._compiled, file, row))
        )

    def _compiled(
        self, file: str, row: str | None, source: str, *, plain: bool, scans: bool = False
    ) -> regex.Pattern[str]:
        """A pattern, parts in their places, compiled."""
        if not self.suspects:
            return _compile(file, row, source, compile_slow if scans else partial(compile_fast, plain=plain))
        return cast("regex.Pattern[str]", Guarded(_compile(file, row, source), self.suspects))

    def _check(self, file: str, row: str | None, pattern: str, seen: set[str]) -> None:
        """See that all parts a pattern names are known, and those they name."""
        for name in PART.findall(pattern):
            if name not in self.parts:
                raise ConventionError(file, row, f"unknown part {{{name}}}")
            if name not in seen:
                seen.add(name)
                self._check(file, row, self.parts[name], seen)


def expand(file: str, row: str | None, pattern: str, parts: Mapping[str, str]) -> str:
    """Put the parts a pattern names in their places, parts of parts too.

    Args:
        file: The table the pattern stands in, for messages.
        row: Its row, or None.
        pattern: The pattern; ``{name}`` is a part, ``{1,3}`` stays a count.
        parts: All parts known.

    Returns:
        The pattern without names.

    Raises:
        ConventionError: A part is unknown or contains itself.
    """

    def put(found: re.Match[str]) -> str:
        name = found[1]
        if name not in parts:
            raise ConventionError(file, row, f"unknown part {{{name}}}")
        return f"(?:{parts[name]})"

    for _ in range(_DEPTH):
        named = PART.findall(pattern)
        if not named:
            return pattern
        if len(pattern) + sum(len(parts.get(name, "")) for name in named) > _LONGEST:
            raise ConventionError(file, row, "the parts it names name so many others that it grows too long")
        pattern = PART.sub(put, pattern)
    raise ConventionError(file, row, "a part contains itself")


def source_of(row: Row) -> str:
    """A row's pattern, or the alternation of its words, parts not yet in their places."""
    return row.pattern or "|".join(spell(word) for word in sorted(row.words, key=len, reverse=True))


def check_pattern(file: str, row: str | None, pattern: str, parts: Mapping[str, str]) -> None:
    """See that a pattern compiles by itself and names known parts only.

    Compiling it with its parts in their places would take a hundred times as long, and each part is
    checked in its own place.

    Args:
        file: The table the pattern stands in.
        row: Its row, or None.
        pattern: The pattern.
        parts: All parts known.

    Raises:
        ConventionError: It does not compile, or a part is unknown or contains itself.
    """
    for found in PART.finditer(pattern):
        if found[1] not in parts:
            raise ConventionError(file, row, f"unknown part {{{found[1]}}}")
    _compile(file, row, PART.sub("(?:x)", pattern))


def compile_row(row: Row, parts: Mapping[str, str]) -> regex.Pattern[str]:
    """The compiled pattern of a row.

    Args:
        row: The row.
        parts: All parts its pattern may name.

    Returns:
        The pattern.

    Raises:
        ConventionError: A part is unknown or the whole does not compile.
    """
    return _compile(row.file, row.id, expand(row.file, row.id, source_of(row), parts))


def compile_anchor(file: str, source: str) -> regex.Pattern[str]:
    """The compiled pattern of an anchor, parts in their places.

    Args:
        file: The table it stands in.
        source: The pattern.

    Returns:
        The pattern.

    Raises:
        ConventionError: It does not compile.
    """
    return _compile(file, None, source, partial(compile_slow, flags=re.MULTILINE))


def _compile(
    file: str, row: str | None, source: str, engine: Callable[[str], regex.Pattern[str]] = compile_slow
) -> regex.Pattern[str]:
    """Compile, or say whose pattern it was."""
    try:
        return engine(source)
    except PatternError as fault:
        raise ConventionError(file, row, f"the pattern does not compile: {fault}") from None


def log_shares(per_million: Mapping[str, float]) -> dict[str, float]:
    """Natural logarithms of frequencies given per million."""
    return {key: math.log(value / 1e6) for key, value in per_million.items()}

"""The named parts of patterns: those written in tables, and for every mark what its rows match."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from paperparse.conventions.rows import Mark
from paperparse.conventions.spelling import spell_all

if TYPE_CHECKING:
    from collections.abc import Iterable

    from paperparse.conventions.rows import Row

__all__ = ["WORDS", "Parts"]

WORDS: Final = "-words"
"""What the name of a mark ends in where it stands for the words of its rows alone."""


class Parts(Mapping[str, str]):
    """Named parts, not expanded; those of marks are put together when one is asked for.

    For every mark there is what its rows match, patterns before words and longer words first, and what its
    words alone match; a mark without rows matches nothing.
    """

    __slots__ = ("_marks", "_parts")

    def __init__(self, rows: Iterable[Row]) -> None:
        """Take the rows of all tables."""
        self._marks: dict[str, list[Row]] = {mark.value: [] for mark in Mark}
        for row in rows:
            self._marks[row.mark.value].append(row)
        self._parts: dict[str, str | None] = {
            name: None for mark in self._marks for name in (mark + WORDS, mark)
        }

    def add(self, name: str, pattern: str) -> None:
        """Add a part that a table defines; only while tables are loaded."""
        self._parts[name] = pattern

    def __getitem__(self, name: str) -> str:
        """The pattern of a part."""
        pattern = self._parts[name]
        if pattern is None:
            pattern = self._parts[name] = self._of_mark(name)
        return pattern

    def __contains__(self, name: object) -> bool:
        """Whether there is a part of this name."""
        return name in self._parts

    def __iter__(self) -> Iterator[str]:
        """The names of all parts."""
        return iter(self._parts)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._parts)

    def _of_mark(self, name: str) -> str:
        """What the rows of a mark match, or their words."""
        if name not in self._marks:
            return spell_all(word for row in self._marks[name.removesuffix(WORDS)] for word in row.words)
        rows = self._marks[name]
        patterns = [row.pattern for row in rows if row.pattern]
        if any(row.words for row in rows) or not patterns:
            patterns.append(self[name + WORDS])
        return "|".join(patterns)

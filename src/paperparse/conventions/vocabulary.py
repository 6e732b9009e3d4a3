"""What of the tables may stand in a text: which words, which rows, which named parts of patterns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from paperparse.conventions.needs import PART, may_match, parts_in, read_needs
from paperparse.conventions.parts import WORDS
from paperparse.conventions.rows import Mark
from paperparse.conventions.spelling import NOTHING, spell_all, tight
from paperparse.text.scripts import is_plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from paperparse.conventions.needs import Needs
    from paperparse.conventions.rows import Row

__all__ = ["Lexicon", "Vocabulary"]

_REMEMBERED: Final = 4
"""Texts whose vocabularies are kept; readers go back and forth between a line and the names on it."""


class Lexicon:
    """The words, rows and parts of a set of tables, and what stands in the texts looked at last.

    What it keeps is found again the same, so threads may share it.

    Attributes:
        parts: Named parts of patterns, not expanded.
    """

    __slots__ = ("_index", "_last", "_lists", "_read", "_rows", "_whole", "parts")

    def __init__(self, rows: Sequence[Row], parts: Mapping[str, str]) -> None:
        """Take the rows and parts of tables."""
        self.parts = parts
        self._rows: dict[str, tuple[Row, ...]] = {
            mark.value: tuple(row for row in rows if row.mark is mark) for mark in Mark
        }
        self._lists = {
            mark + WORDS: frozenset(tight(word) for row in known for word in row.words) - {""}
            for mark, known in self._rows.items()
        }
        index: dict[str, set[str]] = {}
        for known in self._lists.values():
            for word in known:
                index.setdefault(word[0], set()).add(word)
        self._index = {char: tuple(words) for char, words in index.items()}
        self._read: dict[str, tuple[Needs, tuple[str, ...]]] = {}
        self._last: tuple[Vocabulary, ...] = ()
        self._whole: dict[str, str] = {}

    def of(self, text: str) -> Vocabulary:
        """What of the tables may stand in a text."""
        last = self._last
        for known in last:
            if known.text is text:
                return known
        vocabulary = Vocabulary(text, self)
        self._last = (vocabulary, *last[: _REMEMBERED - 1])
        return vocabulary

    def read(self, source: str) -> tuple[Needs, tuple[str, ...]]:
        """What a pattern needs, and the parts it names; there are as many patterns as are written in tables.

        Raises:
            UnlikeError: The pattern holds something whose needs are not known.
        """
        known = self._read.get(source)
        if known is None:
            known = self._read[source] = (read_needs(source), parts_in(source))
        return known

    def whole(self, source: str) -> str:
        """A pattern with all its parts in their places."""
        return PART.sub(lambda found: f"(?:{self._whole_part(found[1])})", source)

    def _whole_part(self, name: str) -> str:
        if name not in self._whole:
            self._whole[name] = self.whole(self.parts[name])
        return self._whole[name]

    def words(self, name: str) -> frozenset[str] | None:
        """The words of a part that is a list of words."""
        return self._lists.get(name)

    def rows(self, name: str) -> Sequence[Row] | None:
        """The rows of a part that is a mark."""
        return self._rows.get(name)

    def words_in(self, text: str) -> Iterator[str]:
        """The words of all lists that stand in a text, with blanks between their characters or without."""
        printed = text.replace(" ", "")
        for at, char in enumerate(printed):
            for word in self._index.get(char, ()):
                if printed.startswith(word, at):
                    yield word


class Vocabulary:
    """What of the tables may stand in a text.

    Attributes:
        text: The text.
        plain: Whether every letter in it beyond ASCII is a Han character, and every Han character a letter.
    """

    __slots__ = ("_chars", "_cut", "_held", "_lexicon", "_words", "plain", "text")

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        """Look at a text."""
        self.text = text
        self._chars = frozenset(text)
        self.plain = all(map(is_plain, self._chars))
        self._words = frozenset(lexicon.words_in(text))
        self._lexicon = lexicon
        self._held: dict[str, frozenset[str] | None] = {}
        self._cut: dict[str, str] = {}

    def may(self, source: str) -> bool:
        """Whether a pattern may match anywhere in the text."""
        return may_match(self._lexicon.read(source)[0], self._chars, self._part_may)

    def held(self, source: str) -> frozenset[str]:
        """The names of the parts of a pattern, of parts and rows in them, and the words, that may match."""
        found = [held for held in map(self._part, self._lexicon.read(source)[1]) if held is not None]
        return frozenset().union(*found)

    def cut(self, source: str) -> str:
        """A pattern with its parts in their places, so far as they may match."""
        return PART.sub(lambda found: f"(?:{self._cut_part(found[1])})", source)

    def _part_may(self, name: str) -> bool:
        return self._part(name) is not None

    def _part(self, name: str) -> frozenset[str] | None:
        """What a part holds, itself too; None where it cannot match."""
        if name not in self._held:
            self._held[name] = self._look(name)
        return self._held[name]

    def _look(self, name: str) -> frozenset[str] | None:
        lexicon = self._lexicon
        words = lexicon.words(name)
        if words is not None:
            met = words & self._words
            return met | {name} if met else None
        rows = lexicon.rows(name)
        if rows is None:
            source = lexicon.parts[name]
            return self.held(source) | {name} if self.may(source) else None
        found = [self.held(row.pattern) | {row.id} for row in self._patterns(rows)]
        listed = self._part(name + WORDS)
        if listed is not None:
            found.append(listed)
        return frozenset({name}).union(*found) if found else None

    def _patterns(self, rows: Sequence[Row]) -> Iterator[Row]:
        """Of the rows with patterns those that may match."""
        return (row for row in rows if row.pattern and self.may(row.pattern))

    def _cut_part(self, name: str) -> str:
        if name not in self._cut:
            self._cut[name] = NOTHING if self._part(name) is None else self._written(name)
        return self._cut[name]

    def _written(self, name: str) -> str:
        lexicon = self._lexicon
        words = lexicon.words(name)
        if words is not None:
            return spell_all(words & self._words)
        rows = lexicon.rows(name)
        if rows is None:
            return self.cut(lexicon.parts[name])
        pieces = [self.cut(row.pattern) for row in self._patterns(rows)]
        if self._part_may(name + WORDS):
            pieces.append(self._cut_part(name + WORDS))
        return "|".join(pieces)

"""What of the tables may stand in a text: which words, which rows, which named parts of patterns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from paperparse.conventions.dissect import PART, Group, read_pattern
from paperparse.conventions.needs import NOTHING as NO_NEEDS
from paperparse.conventions.needs import Every, Named, Some, may_match
from paperparse.conventions.parts import WORDS
from paperparse.conventions.rows import Mark
from paperparse.conventions.spelling import NOTHING, spell_all, tight
from paperparse.text.scripts import is_plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import regex

    from paperparse.conventions.dissect import Item
    from paperparse.conventions.narrow import Narrowed
    from paperparse.conventions.needs import Needs
    from paperparse.conventions.rows import Row

__all__ = ["Lexicon", "Vocabulary"]

_REMEMBERED: Final = 4
"""Texts whose vocabularies are kept; readers go back and forth between a line and the names on it."""

_TELLING: Final = 4
"""Signs of a pattern that are looked at."""


class Lexicon:
    """The words, rows and parts of a set of tables, and what stands in the texts looked at last.

    What it keeps is found again the same, so threads may share it.

    Attributes:
        parts: Named parts of patterns, not expanded.
    """

    __slots__ = ("_index", "_last", "_lists", "_read", "_rows", "_signs", "_whole", "parts")

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
        self._read: dict[str, Group] = {}
        self._signs: dict[str, tuple[frozenset[str], ...]] = {}
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

    def read(self, source: str) -> Group:
        """A pattern taken apart; there are as many patterns as are written in tables.

        Raises:
            UnlikeError: It holds something that is not known to :mod:`paperparse.conventions.dissect`.
        """
        known = self._read.get(source)
        if known is None:
            known = self._read[source] = read_pattern(source)
        return known

    def signs(self, source: str) -> tuple[frozenset[str], ...]:
        """Sets of characters, of each of which one must stand in a text that a pattern may match in.

        They say less than what a pattern needs, and are looked at in no time.
        """
        known = self._signs.get(source)
        if known is None:
            known = self._signs[source] = _rarest(self._signs_of(self.read(source).needs))
        return known

    def _signs_of(self, needs: Needs) -> list[frozenset[str]]:
        if isinstance(needs, Every):
            return [frozenset(char) for char in needs.chars] + [
                sign for other in needs.others for sign in self._signs_of(other)
            ]
        if isinstance(needs, Some):
            return _one_of(
                [[needs.chars], *map(self._signs_of, needs.others)]
                if needs.chars
                else [*map(self._signs_of, needs.others)]
            )
        words = self.words(needs.name)
        if words is not None:
            return [frozenset(word[-1] for word in words)]
        rows = self.rows(needs.name)
        if rows is None:
            return list(self.signs(self.parts[needs.name]))
        patterns = [list(self.signs(row.pattern)) for row in rows if row.pattern]
        return _one_of([*patterns, self._signs_of(Named(needs.name + WORDS))])

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


def _one_of(signs: Sequence[Sequence[frozenset[str]]]) -> list[frozenset[str]]:
    """The signs of one of several things, each with signs of its own; none where one has none."""
    return [frozenset().union(*(min(each, key=len) for each in signs))] if all(signs) else []


def _rarest(signs: Iterable[frozenset[str]]) -> tuple[frozenset[str], ...]:
    """The few signs that tell most."""
    return tuple(sorted(set(signs), key=lambda sign: (len(sign), sorted(sign)))[:_TELLING])


class Vocabulary:
    """What of the tables may stand in a text.

    Attributes:
        text: The text.
        plain: Whether every letter in it beyond ASCII is a Han character, and every Han character a letter.
        ready: The patterns that read it, by what they are cut from; None where nothing would be found.
    """

    __slots__ = ("_chars", "_cut", "_held", "_lexicon", "_words", "plain", "ready", "text")

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        """Look at a text."""
        self.text = text
        self._chars = frozenset(text)
        self.plain = all(map(is_plain, self._chars))
        self._words = frozenset(lexicon.words_in(text))
        self._lexicon = lexicon
        self.ready: dict[Narrowed, regex.Pattern[str] | None] = {}
        self._held: dict[str, frozenset[str] | None] = {}
        self._cut: dict[str, str] = {}

    def may(self, source: str) -> bool:
        """Whether a pattern may match anywhere in the text."""
        if any(map(self._chars.isdisjoint, self._lexicon.signs(source))):
            return False
        return self._may(self._lexicon.read(source).needs)

    def held(self, source: str) -> frozenset[str]:
        """The names of what may match: branches of a pattern, parts and rows in them, and the words."""
        found: set[str] = set()
        self._gather(self._lexicon.read(source), found)
        return frozenset(found)

    def cut(self, source: str) -> str:
        """A pattern with its parts in their places, so far as they may match."""
        return self._written(self._lexicon.read(source))

    def _may(self, needs: Needs) -> bool:
        return may_match(needs, self._chars, self._part_may)

    def _gather(self, group: Group, found: set[str]) -> None:
        """Gather what may match of a group."""
        for branch in group.branches:
            if not self._may(branch.needs):
                continue
            found.add(branch.name)
            for item in branch.items:
                if isinstance(item.inner, Group):
                    self._gather(item.inner, found)
                elif item.inner is not None:
                    found.update(self._part(item.inner.name) or ())

    def _written(self, group: Group) -> str:
        """A group without what cannot match."""
        branches = [
            "".join(map(self._item, branch.items))
            for branch in group.branches
            if group.fixed or self._may(branch.needs)
        ]
        return "|".join(branches) if branches else NOTHING

    def _item(self, item: Item) -> str:
        inner = item.inner
        if inner is None:
            return item.text + item.repeat
        if isinstance(inner, Named):
            if item.optional and not self._part_may(inner.name):
                return ""
            return f"(?:{self._cut_part(inner.name)}){item.repeat}"
        idle = not inner.fixed and not any(self._may(branch.needs) for branch in inner.branches)
        # what must not stand there cannot: a look that always holds
        if idle and (item.optional or item.needs == NO_NEEDS):
            return ""
        return f"{item.text}{self._written(inner)}){item.repeat}"

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
            self._cut[name] = NOTHING if self._part(name) is None else self._write(name)
        return self._cut[name]

    def _write(self, name: str) -> str:
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

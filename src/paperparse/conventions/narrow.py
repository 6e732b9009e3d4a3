"""Patterns cut down to what the text at hand can hold, until they are used so often that all of them pays.

With every word of every tradition in its place a pattern is tens of thousands of characters long, and takes a
tenth of a second to compile; a process that reads one page would wait more than a second for patterns most of
which cannot match on it. So at first a pattern is compiled with those parts only that may match in the text
it is to read, which changes nothing of what it finds there. What was compiled is kept, and serves other texts
that hold no more. As soon as a quarter of what the whole would cost has been spent on such pieces, the whole
is compiled and used from then on.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final, Protocol

from attrs import frozen

from paperparse.conventions.needs import UnlikeError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import regex

    from paperparse.conventions.vocabulary import Lexicon, Vocabulary

__all__ = ["Compile", "Narrowed"]

LONGEST: Final = 2000
"""Code points of a text for which patterns are cut down; in a longer one little is missing."""

PATIENCE: Final = 4
"""Pieces may cost a quarter of what the whole does. With all of it, a quarter, a tenth and a thirtieth the
first page took 0.5, 0.7, 1.4 and 1.6 s and the first forty 3.7, 3.6, 4.2 and 3.7 s; with everything compiled
at once 2.6 and 3.8 s."""

# What things cost, in characters of pattern compiled (1.7 µs): measured, a set of Han to a tenth or so.
_HAN_COST: Final = 400
_PLAIN_COST: Final = 40
_LOOK_COST: Final = 40
_HAN: Final = r"\p{Han}"


class Compile(Protocol):
    """Makes a pattern of its source."""

    def __call__(self, source: str, *, plain: bool) -> regex.Pattern[str]:
        """Compile it, all parts in their places; ``plain`` where it will only read plain text."""


@frozen
class _Piece:
    """A pattern cut down.

    Attributes:
        held: What it holds, see :meth:`Vocabulary.held`.
        plain: Whether it reads plain text only.
        pattern: The pattern.
    """

    held: frozenset[str]
    plain: bool
    pattern: regex.Pattern[str]


class Narrowed:
    """A pattern that is compiled when a text asks for it; it is used like one of ``regex``.

    What it keeps is bounded, and found again the same, so threads may share it.
    """

    __slots__ = (
        *("_compile", "_lexicon", "_limit", "_pieces", "_source", "_spent", "_whole"),
        *("finditer", "fullmatch", "match", "search"),
    )
    match: Callable[..., regex.Match[str] | None]
    fullmatch: Callable[..., regex.Match[str] | None]
    search: Callable[..., regex.Match[str] | None]
    finditer: Callable[..., Iterator[regex.Match[str]]]

    def __init__(self, source: str, lexicon: Lexicon, compile_: Compile) -> None:
        """Take a pattern; nothing is compiled yet.

        Args:
            source: The pattern, parts not in their places.
            lexicon: The tables it is of.
            compile_: Compiles it.
        """
        self._source = source
        self._lexicon = lexicon
        self._compile = compile_
        self._pieces: tuple[_Piece, ...] = ()
        self._limit = 0
        self._spent = 0
        self._whole: regex.Pattern[str] | None = None
        self.match = partial(self._read, "match")
        self.fullmatch = partial(self._read, "fullmatch")
        self.search = partial(self._read, "search")
        self.finditer = partial(self._read, "finditer")

    def _read(self, method: str, string: str, *where: int) -> Any:  # noqa: ANN401  # what the method gives
        """Read a text by whatever pattern will do for it."""
        pattern = self.ready_for(string)
        if pattern is None:
            return iter(()) if method == "finditer" else None
        return getattr(pattern, method)(string, *where)

    def ready_for(self, text: str) -> regex.Pattern[str] | None:
        """A pattern that reads a text as the whole would, or None where that finds nothing."""
        if self._whole is not None or len(text) > LONGEST:
            return self._whole or self._all()
        vocabulary = self._lexicon.of(text)
        if self not in vocabulary.ready:
            vocabulary.ready[self] = self._find(vocabulary)
        return vocabulary.ready[self]

    def _find(self, vocabulary: Vocabulary) -> regex.Pattern[str] | None:
        """Find or make such a pattern."""
        self._limit = self._limit or _cost(self._lexicon.whole(self._source), plain=False) // PATIENCE + 1
        self._spent += _LOOK_COST
        try:
            if not vocabulary.may(self._source):
                return None if self._spent <= self._limit else self._all()
            held = vocabulary.held(self._source)
            for piece in self._pieces:
                if held <= piece.held and (vocabulary.plain or not piece.plain):
                    return piece.pattern if self._spent <= self._limit else self._all()
            source = vocabulary.cut(self._source)
        except (UnlikeError, RecursionError):  # someone else's pattern, of a kind or a depth none of ours has
            return self._all()
        self._spent += _cost(source, plain=vocabulary.plain)
        if self._spent > self._limit:
            return self._all()
        piece = _Piece(held, vocabulary.plain, self._compile(source, plain=vocabulary.plain))
        self._pieces = (*self._pieces, piece)
        return piece.pattern

    def _all(self) -> regex.Pattern[str]:
        """The whole pattern."""
        whole = self._compile(self._lexicon.whole(self._source), plain=False)
        self._whole, self._pieces = whole, ()
        # from here on nothing stands between the readers and the engine
        self.match, self.fullmatch = whole.match, whole.fullmatch
        self.search, self.finditer = whole.search, whole.finditer
        return whole


def _cost(source: str, *, plain: bool) -> int:
    """What compiling a pattern costs, in characters of one without sets of all Han characters."""
    return len(source) + source.count(_HAN) * (_PLAIN_COST if plain else _HAN_COST)

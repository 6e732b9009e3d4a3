"""Patterns of users under a time limit: one that backtracks without end is an error that names it, no hang.

The rows of this package need no limit; tests see to them. As soon as a table of someone else's brings a
pattern of its own, everything built from the tables runs under the limit, because patterns are put together
from the rows of all of them.
"""

from __future__ import annotations

import sys
from itertools import chain
from time import thread_time
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeVar

from attrs import frozen

from paperparse.errors import ConventionError

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable, Iterator

    import regex

__all__ = ["Anchor", "Found", "Guarded", "Search", "Suspect", "limit"]

R = TypeVar("R")

SECONDS: Final = 0.2
"""Processor time one search may take on a short text. Rows of this package take microseconds, exponential
backtracking would take years."""
PER_CHARACTER: Final = 2e-6
"""Seconds a search may take for each code point more: thirty times what one pass takes."""
_SHOWN: Final = 40


class Found(Protocol):
    """What the readers of marks want to know of a match of an anchor."""

    def start(self) -> int:
        """Where it begins."""

    def end(self) -> int:
        """Where it ends."""


class Search(Protocol):
    """What can be looked for in a folded text: a pattern of ours, or those of several tables."""

    def match(self, string: str, pos: int = ..., endpos: int = ..., /) -> Found | None:
        """Look at the beginning of a range."""

    def search(self, string: str, pos: int = ..., endpos: int = ..., /) -> Found | None:
        """Look for it in a range."""

    def finditer(self, string: str, pos: int = ..., endpos: int = ..., /) -> Iterator[Found]:
        """Look for all of them in a range."""


@frozen(eq=False)
class Suspect:
    """A pattern of a user's, who may be told that it takes too long.

    Attributes:
        file: The table it stands in.
        row: Its row, or None when it is an anchor.
        pattern: The pattern by itself.
    """

    file: str
    row: str | None
    pattern: regex.Pattern[str]


@frozen(eq=False)
class Guarded:
    """A compiled pattern that gives up in time; it is used like one of ``regex``.

    Attributes:
        pattern: The pattern.
        suspects: The patterns of users it may hold.
    """

    pattern: regex.Pattern[str]
    suspects: tuple[Suspect, ...]

    def match(self, string: str, pos: int = 0, endpos: int = sys.maxsize) -> regex.Match[str] | None:
        """As ``regex`` does it, or ConventionError."""
        return self._run(self.pattern.match, string, pos, endpos)

    def fullmatch(self, string: str, pos: int = 0, endpos: int = sys.maxsize) -> regex.Match[str] | None:
        """As ``regex`` does it, or ConventionError."""
        return self._run(self.pattern.fullmatch, string, pos, endpos)

    def search(self, string: str, pos: int = 0, endpos: int = sys.maxsize) -> regex.Match[str] | None:
        """As ``regex`` does it, or ConventionError."""
        return self._run(self.pattern.search, string, pos, endpos)

    def finditer(self, string: str, pos: int = 0, endpos: int = sys.maxsize) -> Iterator[regex.Match[str]]:
        """As ``regex`` does it, or ConventionError; all of them at once, for the clock runs between two."""

        def run(*args: Any, **kwargs: Any) -> list[regex.Match[str]]:  # noqa: ANN401  # handed on
            return list(self.pattern.finditer(*args, **kwargs))

        return iter(self._run(run, string, pos, endpos))

    def _run(self, method: Callable[..., R], string: str, pos: int, endpos: int) -> R:
        """Call a method of the pattern under the limit."""
        seconds = allowed = limit(min(endpos, len(string)) - pos)
        try:
            # holding the interpreter's lock, or waiting for it would count as reading
            return method(string, pos, endpos, timeout=seconds, concurrent=False)
        except TimeoutError:
            pass
        while True:  # regex looks at the clock of the whole process, which other threads may have run down
            seconds *= 2
            before = thread_time()
            try:
                return method(string, pos, endpos, timeout=seconds, concurrent=False)
            except TimeoutError:
                if thread_time() - before >= allowed:
                    raise self._blame(string, pos, endpos) from None

    def _blame(self, string: str, pos: int, endpos: int) -> ConventionError:
        """Say whose pattern took too long, by trying each alone."""
        guilty = self.suspects[:1]
        if len(self.suspects) > 1:
            guilty = tuple(filter(_Trial(string, pos, endpos), self.suspects))
        first, *others = guilty or self.suspects
        also = f" (or row {', '.join(str(other.row) for other in others)})" if others and not guilty else ""
        shown = string[pos:endpos][:_SHOWN]
        what = "the pattern" if first.row is not None else "an anchor"
        problem = f"{what} takes too long to read {shown!r}{also}; see whether it repeats what repeats"
        return ConventionError(first.file, first.row, problem)


@frozen
class _Trial:
    """Whether a pattern alone takes too long for a text."""

    string: str
    pos: int
    endpos: int

    def __call__(self, suspect: Suspect) -> bool:
        """Search with it."""
        try:
            suspect.pattern.search(self.string, self.pos, self.endpos, timeout=SECONDS, concurrent=False)
        except TimeoutError:
            return True
        return False


@frozen(eq=False)
class Anchor:
    """An anchor of several tables: plain words in one pattern of the fast engine, and what is more than that.

    Attributes:
        words: Those of this package and the plain words of others.
        others: Whatever else users have written.
    """

    words: re.Pattern[str]
    others: tuple[Guarded, ...]

    def match(self, string: str, pos: int = 0, endpos: int = sys.maxsize) -> Found | None:
        """Look at the beginning of a range."""
        return self._first(other.match(string, pos, endpos) for other in self._all)

    def search(self, string: str, pos: int = 0, endpos: int = sys.maxsize) -> Found | None:
        """Look for one of them in a range; any will do."""
        return self._first(other.search(string, pos, endpos) for other in self._all)

    def finditer(self, string: str, pos: int = 0, endpos: int = sys.maxsize) -> Iterator[Found]:
        """Look for all of them in a range, in no order."""
        return chain.from_iterable(other.finditer(string, pos, endpos) for other in self._all)

    @property
    def _all(self) -> tuple[Search, ...]:
        return (self.words, *self.others)

    @staticmethod
    def _first(found: Iterable[Found | None]) -> Found | None:
        return next((one for one in found if one is not None), None)


def limit(length: int) -> float:
    """Seconds a search in a text of so many code points may take."""
    return SECONDS + PER_CHARACTER * max(length, 0)
